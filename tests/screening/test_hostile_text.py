"""Text files as nobody should make them: every one is read, or refused with a place."""

from contextlib import suppress
from pathlib import Path

import pytest
from screened_files import echoed

from stofgroep.errors import UsageError
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table


def read(path: Path, content: bytes, how: ReadAs | None = None) -> list[tuple[str, ...]]:
    path.write_bytes(content)
    with open_table(path, how or ReadAs(), "en") as table:
        return [row for chunk in table.chunks() for row in chunk.rows()]


def test_nul_bytes_stay_in_their_cell(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    assert read(file, b"smiles,x\nCCO,a\0b\nCCN\0,c\n") == [("CCO", "a\0b"), ("CCN\0", "c")]
    assert b"a\0b" in echoed(file)


def test_a_huge_cell_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    huge = "C" * 5_000_000
    assert read(file, f"smiles,x\nCCO,{huge}\n".encode()) == [("CCO", huge)]
    assert huge.encode() in echoed(file)


@pytest.mark.parametrize(
    "encoding", ["latin-1", "cp1252", "utf-16-le", "utf-32", "utf-7", "mac-roman", "cp037"]
)
def test_any_encoding_of_text_is_read(tmp_path: Path, encoding: str) -> None:
    content = "smiles,naam\nCCO,geïdentificeerd\n".encode(encoding)
    assert read(tmp_path / "a.csv", content, ReadAs(encoding=encoding)) == [("CCO", "geïdentificeerd")]


@pytest.mark.parametrize("encoding", ["base64", "hex", "zip", "rot13", "undefined", "\0", "idna\n"])
def test_what_is_no_encoding_of_text_is_an_error(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(UsageError):
        read(tmp_path / "a.csv", b"smiles\nCCO\n", ReadAs(encoding=encoding))


@pytest.mark.parametrize("name", ["a.csv", "a.smi", "a.sdf", "a.ndjson", "a.tsv", "a"])
@pytest.mark.parametrize("content", [b"", b"\n \n", "\ufeff".encode(), "\n".encode("utf-16")])
def test_an_empty_file_is_an_error_in_every_format(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(UsageError, match=f"^{name} is empty"):
        read(tmp_path / name, content)


@pytest.mark.parametrize("name", ["a.csv", "a.smi", "a.sdf", "a.ndjson"])
def test_a_wrong_byte_far_into_a_file_is_an_error(tmp_path: Path, name: str) -> None:
    line = b'{"smiles": "CCO"}\n' if name.endswith("ndjson") else b"CCO\n"
    start = b"smiles\n" if name == "a.csv" else b""
    end = b">  <\xff>\n" if name.endswith("sdf") else b"\xff\n"
    with pytest.raises(UsageError, match="--encoding"):
        read(tmp_path / name, start + line * 40_000 + end)


@pytest.mark.parametrize("form", ["csv", "tsv", "smi", "sdf", "ndjson", "xlsx", "parquet"])
def test_bytes_of_no_format_are_read_or_refused(tmp_path: Path, form: str) -> None:
    for content in (
        bytes(range(256)) * 40,
        b"\0" * 5_000,
        b"PK\x03\x04\n" * 9,
        b"$$$$\n$$$$\n",
        b'"\n"\n"',
        b"\r\r\r\n",
    ):
        with suppress(UsageError):  # any other error fails the test
            rows = read(tmp_path / f"a.{form}", content, ReadAs(form=form))
            assert all(isinstance(cell, str | None) for row in rows for cell in row)


def test_a_screened_smi_is_refused(tmp_path: Path) -> None:
    file, again = tmp_path / "a.smi", tmp_path / "b.smi"
    file.write_text("CCO x-1\nCCN\n")
    result = echoed(file)
    assert result == (
        b"smiles\tid\tsg_outcome\tsg_list\tsg_group\tsg_entry\tsg_certain\tsg_reason\tsg_all\n"
        b"CCO\tx-1\tnot-listed\t\t\t\ttrue\tCCO\t3\n"
        b"CCN\t\tnot-listed\t\t\t\ttrue\tCCN\t3\n"
    )
    again.write_bytes(result)
    with pytest.raises(UsageError, match="earlier screening"):
        echoed(again)
