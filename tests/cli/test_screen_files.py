"""``stofgroep screen`` from one format into another, and through pipes."""

import gzip
import io
import json
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from running import COMMAND, DATE, run

MMC = "CNC(C)C(=O)c1ccccc1C"
CSV = f"nr,smiles\n7,{MMC}\n8,CCO\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text(CSV)
    return path


def test_the_name_of_the_output_decides(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    assert run("screen", str(file), "-o", str(out), "--date", DATE).returncode == 0
    table = pq.read_table(out)
    assert table.column("nr").to_pylist() == ["7", "8"]
    assert table.column("sg_outcome").to_pylist() == ["listed", "not-listed"]


def test_standard_input_is_recognised_or_told(tmp_path: Path) -> None:
    objects = f'{{"smiles": "{MMC}"}}\n'
    assert json.loads(run("screen", "-", "--date", DATE, stdin=objects).stdout)["sg_list"] == "IA"
    packed = subprocess.run(
        [*COMMAND, "screen", "-", "-o", "-", "--date", DATE],
        input=gzip.compress(CSV.encode()),
        capture_output=True,
        check=True,
    )
    assert gzip.decompress(packed.stdout).splitlines()[1].startswith(f"7,{MMC},listed,IA".encode())
    done = run("screen", "-", "--format", "tsv", "--date", DATE, stdin=f"a,b\tsmiles\nx,y\t{MMC}\n")
    assert done.stdout.splitlines()[1].startswith(f"x,y\t{MMC}\tlisted\tIA")
    assert run("screen", "-", "--format", "xls", stdin=CSV).returncode == 2


def test_pictures_are_drawn_in_a_workbook_and_no_more_than_asked_for(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    file.write_text(f"{CSV}9,C1CC(\n10,{MMC}C\n11,CCN\n")
    done = run("screen", str(file), "-o", str(out), "--pictures", "4", "--date", DATE)
    assert done.returncode == 3
    first = out.read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(first)).active
    assert sheet is not None
    assert sheet.cell(1, sheet.max_column).value == "sg_picture"
    with zipfile.ZipFile(out) as archive:
        assert sum(name.endswith(".png") for name in archive.namelist()) == 3  # one cannot be read
    run("screen", str(file), "-o", str(out), "--pictures", "4", "--date", DATE)
    assert out.read_bytes() == first


def test_pictures_are_for_workbooks(file: Path) -> None:
    done = run("screen", str(file), "--pictures", "1")
    assert done.returncode == 2
    assert ".xlsx" in done.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv.gz", gzip.compress(CSV.encode())[:-9]),
        ("a.xlsx", b"PK\x03\x04 and no more"),
        ("a.parquet", b"PAR1PAR1"),
        ("a.ndjson", b"{\n"),
        ("a.sdf", b"\xff\xfe\xfa"),
        ("a.xls", b"\xd0\xcf\x11\xe0"),
        ("a.csv", b'smiles\n"CCO\n'),
    ],
)
def test_a_broken_file_is_wrong_usage_and_no_traceback(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    done = run("screen", str(file), "-o", str(tmp_path / "out.csv"))
    assert done.returncode == 2
    assert done.stderr.startswith("stofgroep: ")
    assert "Traceback" not in done.stderr
    assert [f.name for f in tmp_path.iterdir()] == [name]
