"""Every format goes in, and comes back as itself; what is hostile is refused with a reason."""

import bz2
import gzip
import io
import json
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from rdkit import Chem
from serving import TWO_MMC, Server, faults, serving

SG = ["sg_outcome", "sg_list", "sg_group", "sg_entry", "sg_certain", "sg_reason", "sg_all"]


def result(server: Server, name: str, content: bytes, **fields: str) -> tuple[bytes, str, str]:
    """The result, its media type and its file name."""
    status = server.screen(name, content, **fields)
    assert status["state"] == "done"
    answer = server.client.get(str(status["result"]))
    assert answer.status_code == 200
    return answer.content, answer.headers["Content-Type"], answer.headers["Content-Disposition"]


def workbook(*rows: list[object], sheets: tuple[str, ...] = ("Lab",)) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_workbook(server: Server) -> None:
    content = workbook(["nr", "smiles", "mass"], ["007", TWO_MMC, 177.2], [8, "CCO", None])
    found, kind, name = result(server, "Lab results.XLSX", content)
    assert kind == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert name == 'attachment; filename="screening.xlsx"'
    sheet = openpyxl.load_workbook(io.BytesIO(found))["Lab"]
    assert [cell.value for cell in sheet[1]] == ["nr", "smiles", "mass", *SG]
    assert [cell.value for cell in sheet[2]][:6] == ["007", TWO_MMC, 177.2, "listed", "IA", "fenethylaminen"]
    assert [cell.value for cell in sheet[3]][:4] == [8, "CCO", None, "not-listed"]


def test_a_sheet_is_chosen(server: Server) -> None:
    content = workbook(["smiles"], ["CCO"], sheets=("a", "b"))
    answer = server.upload("a.xlsx", content)
    assert answer.status_code == 400
    assert "sheet: a, b" in faults(answer)["file"]
    assert "--" not in faults(answer)["file"]
    found, _, _ = result(server, "a.xlsx", content, sheet="b")
    assert openpyxl.load_workbook(io.BytesIO(found)).sheetnames == ["b"]


def test_an_sdf(server: Server) -> None:
    block = Chem.MolToMolBlock(Chem.MolFromSmiles(TWO_MMC))
    content = f"{block}>  <nr>\n7\n\n$$$$\nbroken\n$$$$\n"
    found, kind, name = result(server, "a.sdf", content.encode())
    assert (kind, name) == ("chemical/x-mdl-sdfile", 'attachment; filename="screening.sdf"')
    first, second = found.decode().split("$$$$\n")[:2]
    assert first.startswith(f"{block}>  <nr>\n7\n\n>  <sg_outcome>\nlisted\n\n>  <sg_list>\nIA\n\n")
    assert second.startswith("broken\n\n>  <sg_outcome>\nnot-assessed\n\n")


def test_parquet(server: Server) -> None:
    table = pa.table({"smiles": [TWO_MMC, None], "deep": [[{"a": 1}], None]})
    file = io.BytesIO()
    pq.write_table(table, file)
    found, kind, name = result(server, "a.parquet", file.getvalue())
    assert (kind, name) == ("application/vnd.apache.parquet", 'attachment; filename="screening.parquet"')
    back = pq.read_table(io.BytesIO(found))
    assert back.select(["smiles", "deep"]).equals(table)
    assert back.column("sg_outcome").to_pylist() == ["listed", "not-assessed"]


def test_objects(server: Server) -> None:
    found, kind, name = result(server, "a.jsonl", f'{{"smiles": "{TWO_MMC}", "n": 1.50}}\n'.encode())
    assert (kind, name) == ("application/x-ndjson", 'attachment; filename="screening.jsonl"')
    assert found.startswith(f'{{"smiles": "{TWO_MMC}", "n": 1.50,"sg_outcome":"listed",'.encode())
    assert list(json.loads(found))[2:] == SG


@pytest.mark.parametrize(
    ("suffix", "pack", "unpack"),
    [("gz", gzip.compress, gzip.decompress), ("bz2", bz2.compress, bz2.decompress)],
)
def test_packed_text(server: Server, suffix: str, pack: object, unpack: object) -> None:
    assert callable(pack)
    assert callable(unpack)
    found, _, name = result(server, f"a.tsv.{suffix}", pack(f"smiles\tn\n{TWO_MMC}\t7\n".encode()))
    assert name == f'attachment; filename="screening.tsv.{suffix}"'
    assert unpack(found).decode().splitlines()[1].startswith(f"{TWO_MMC}\t7\tlisted\t")


def test_a_name_that_says_something_else_is_not_believed(server: Server) -> None:
    _, _, name = result(server, "a.csv", workbook(["smiles"], ["CCO"]))
    assert name == 'attachment; filename="screening.xlsx"'


def bomb() -> bytes:
    file = io.BytesIO(workbook(["smiles"], ["CCO"]))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.png", bytes(100 << 20))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("a.xlsx", bomb(), "beyond reason"),
        ("a.csv.gz", gzip.compress(b"smiles\nCCO\n")[:-6], "cannot be unpacked"),
        ("a.parquet", b"smiles\nCCO\n", "parquet"),
        ("a.sdf", b"", "empty"),
        ("a.ndjson", b"smiles\nCCO\n", "line 1"),
    ],
)
def test_what_cannot_be_read_is_refused(server: Server, name: str, content: bytes, wanted: str) -> None:
    answer = server.client.post(
        "/v1/screenings", files={"file": (name, content)}, headers={"Accept-Language": "en"}
    )
    assert answer.status_code == 400
    assert wanted in faults(answer)["file"]
    assert "--" not in faults(answer)["file"]


def test_a_limit_on_what_is_unpacked(tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(tmp_path_factory.mktemp("small"), unpacked_bytes="100000") as server:
        answer = server.upload("a.csv.gz", gzip.compress(b"smiles\n" + b"CCO\n" * 100_000))
        assert answer.status_code == 400
        assert "100000" in faults(answer)["file"]
        assert not list((server.folder / "data" / "screenings").iterdir())
