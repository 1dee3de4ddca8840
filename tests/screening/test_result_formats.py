"""The name of the output decides about its format, and what cannot be is said before anything is decided."""

import io
import json
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from screened_files import SG, echoed

from stofgroep.errors import UsageError

CSV = "id;smiles;note\n007;CCO;=1+1\n8;CCN;\n"
FIRST = ["007", "CCO", "=1+1", "not-listed", "", "", "", "true", "CCO", "3"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(CSV)
    return path


def test_without_a_name_the_format_stays(file: Path) -> None:
    assert echoed(file).decode().splitlines()[1] == ";".join(FIRST)
    assert echoed(file, "out") == echoed(file)
    assert echoed(file, "out.csv") == echoed(file)


def test_tabs(file: Path) -> None:
    assert echoed(file, "OUT.TSV").decode().splitlines()[1] == "\t".join(FIRST)


def test_to_objects(file: Path) -> None:
    first = json.loads(echoed(file, "out.jsonl").splitlines()[0])
    assert list(first) == ["id", "smiles", "note", *SG]
    assert list(first.values()) == FIRST


def test_to_parquet(file: Path) -> None:
    table = pq.read_table(io.BytesIO(echoed(file, "out.pq")))
    assert table.column_names == ["id", "smiles", "note", *SG]
    assert [table.column(name).to_pylist()[0] for name in table.column_names] == FIRST


def test_to_a_workbook(file: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(echoed(file, "out.xlsx"))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == [text or None for text in FIRST]
    assert {cell.data_type for cell in sheet[2] if cell.value} == {"s"}


@pytest.mark.parametrize("name", ["out.smi", "out.sdf"])
def test_structures_are_not_drawn_for_another_format(file: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.parquet or \.ndjson"):
        echoed(file, name)


@pytest.mark.parametrize("name", ["out.ndjson", "out.parquet"])
def test_column_names_that_occur_twice_cannot_be_kept_there(tmp_path: Path, name: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text("smiles,x,x\nCCO,1,2\n")
    with pytest.raises(UsageError, match=r"more than once.*: x"):
        echoed(file, name)
    assert echoed(file, "out.xlsx")
