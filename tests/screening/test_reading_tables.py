"""What is read from a file, and what is refused with a place and a way out."""

import io
from pathlib import Path

import pytest

from stofgroep.errors import UsageError
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table

Rows = list[tuple[str, ...]]


def read(path: Path, content: bytes, how: ReadAs = ReadAs()) -> tuple[tuple[str, ...], Rows, Dialect]:  # noqa: B008
    path.write_bytes(content)
    with open_table(path, how, "en") as table:
        rows = [row for chunk in table.chunks() for row in chunk.rows()]
        assert table.count == len(rows)
        assert [row for chunk in table.chunks() for row in chunk.rows()] == rows  # it can be read again
        return table.header, rows, table.dialect


def test_every_cell_stays_text(tmp_path: Path) -> None:
    content = b"id,smiles,amount\n007,CCO,1.50\nNA,CCN,1e5\n,CCC,TRUE\n"
    header, rows, _ = read(tmp_path / "a.csv", content)
    assert header == ("id", "smiles", "amount")
    assert rows == [("007", "CCO", "1.50"), ("NA", "CCN", "1e5"), ("", "CCC", "TRUE")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    lines = ["nr D smiles D note", "1 D CCO D a, b; c", "2 D CCN D -"]
    text = "\n".join(line.replace(" D ", delimiter) for line in lines)
    if delimiter in ",;":
        text = text.replace("a, b; c", '"a, b; c"')
    _, rows, dialect = read(tmp_path / "a.csv", text.encode())
    assert dialect.delimiter == delimiter
    assert rows == [("1", "CCO", "a, b; c"), ("2", "CCN", "-")]


def test_a_tsv_is_tabbed_whatever_its_first_line_holds(tmp_path: Path) -> None:
    header, rows, _ = read(tmp_path / "a.tsv", b"smiles, as drawn\tid\nCCO\t1\n")
    assert header == ("smiles, as drawn", "id")
    assert rows == [("CCO", "1")]


def test_byte_order_mark_and_line_ends_of_windows(tmp_path: Path) -> None:
    header, rows, dialect = read(tmp_path / "a.csv", "\ufeffsmiles;naam\r\nCCO;geïdentificeerd\r\n".encode())
    assert header == ("smiles", "naam")
    assert rows == [("CCO", "geïdentificeerd")]
    assert dialect == Dialect(";", "\r\n", bom=True)


def test_utf_16_is_recognised_by_its_mark(tmp_path: Path) -> None:
    header, rows, dialect = read(tmp_path / "a.csv", "smiles\tnaam\nCCO\té\n".encode("utf-16"))
    assert (header, rows) == (("smiles", "naam"), [("CCO", "é")])
    assert dialect.bom


def test_line_ends_inside_a_cell_are_kept(tmp_path: Path) -> None:
    _, rows, _ = read(tmp_path / "a.csv", b'smiles,note\r\nCCO,"a\r\nb"\r\nCCN,"c\nd\re"\r\n')
    assert rows == [("CCO", "a\r\nb"), ("CCN", "c\nd\re")]


def test_column_names_may_occur_twice_or_be_empty(tmp_path: Path) -> None:
    header, rows, _ = read(tmp_path / "a.csv", b"smiles,x,x,\nCCO,1,2,3\n")
    assert header == ("smiles", "x", "x", "")
    assert rows == [("CCO", "1", "2", "3")]


def test_a_short_row_is_filled_up_and_empty_cells_too_many_are_dropped(tmp_path: Path) -> None:
    _, rows, _ = read(tmp_path / "a.csv", b"smiles,x,y\nCCO\nCCN,1,2,,\n")
    assert rows == [("CCO", "", ""), ("CCN", "1", "2")]


def test_a_row_too_long_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "a.csv", b'smiles,x\nCCO,"1\n2"\nCCN,1,2\nCCC,1,2\n')
    assert "line 4: 3 cells where the header has 2 (and 1 more such lines)" in str(caught.value)


def test_a_quote_that_is_never_closed_is_an_error_with_its_line(tmp_path: Path) -> None:
    # a lenient reader makes one cell of the rest of the file
    with pytest.raises(UsageError, match="starts on line 3"):
        read(tmp_path / "a.csv", b'smiles,x\nCCO,1\nCCN,"2\nCCC,3\n')


def test_an_inch_sign_inside_a_cell_is_no_quote(tmp_path: Path) -> None:
    _, rows, _ = read(tmp_path / "a.csv", b'smiles,x\nCCO,3" tube\n')
    assert rows == [("CCO", '3" tube')]


def test_a_blank_line_is_an_empty_cell_in_one_column_and_nothing_in_more(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", b"\nsmiles\nCCO\n\nCCN\n\n\n")[1] == [("CCO",), ("",), ("CCN",)]
    assert read(tmp_path / "a.csv", b"smiles,x\nCCO,1\n\n,\nCCN,2\n\n")[1] == [
        ("CCO", "1"),
        ("", ""),
        ("CCN", "2"),
    ]


def test_a_file_without_header(tmp_path: Path) -> None:
    header, rows, _ = read(tmp_path / "a.csv", b"1,CCO\n2,CCN\n", ReadAs(header=False))
    assert header == ("column_1", "column_2")
    assert rows == [("1", "CCO"), ("2", "CCN")]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", b"smiles,x\n")[1] == []
    assert read(tmp_path / "a.csv", b"smiles,x")[1] == []


@pytest.mark.parametrize("content", [b"", b"\n\n", "\ufeff".encode()])
def test_an_empty_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UsageError, match=r"a\.csv is empty"):
        read(tmp_path / "a.csv", content)


def test_another_encoding_is_an_error_that_says_where_and_what_to_try(tmp_path: Path) -> None:
    content = "smiles,naam\nCCO,a\nCCN,geïdentificeerd\n".encode("cp1252")
    with pytest.raises(UsageError, match="--encoding cp1252"):
        read(tmp_path / "a.csv", content)
    _, rows, _ = read(tmp_path / "a.csv", content, ReadAs(encoding="cp1252"))
    assert rows[1] == ("CCN", "geïdentificeerd")


def test_an_unknown_encoding_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="klingon"):
        read(tmp_path / "a.csv", b"smiles\nCCO\n", ReadAs(encoding="klingon"))


@pytest.mark.parametrize(
    ("magic", "form"),
    [
        (b"PK\x03\x04", "XLSX"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"PAR1", "Parquet"),
        (b"\xd0\xcf\x11\xe0", "xls"),
        (b"\xfd7zXZ\x00", "xz"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
    ],
)
def test_what_a_file_begins_with_goes_before_its_name(tmp_path: Path, magic: bytes, form: str) -> None:
    with pytest.raises(UsageError, match=form):
        read(tmp_path / "a.csv", magic + b"\x00\x01\xff")


def test_a_missing_file_is_an_error_with_its_name(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match=r"absent\.csv"),
        open_table(tmp_path / "absent.csv", ReadAs(), "en"),
    ):
        pass


def test_a_cell_may_be_larger_than_the_csv_module_likes(tmp_path: Path) -> None:
    picture = b"A" * 200_000
    _, rows, _ = read(tmp_path / "a.csv", b"smiles,picture\nCCO," + picture + b"\n")
    assert rows[0][1] == picture.decode()


def test_smi_keeps_extension_and_own_id(tmp_path: Path) -> None:
    content = b"CCO S-1\n*C.c1ccccc1 |m:0:2.3.4| S 2\n\nCCN\n"
    header, rows, _ = read(tmp_path / "a.smi", content)
    assert header == ("smiles", "id")
    assert rows == [("CCO", "S-1"), ("*C.c1ccccc1 |m:0:2.3.4|", "S 2"), ("", ""), ("CCN", "")]


def test_smi_without_ids_is_one_column(tmp_path: Path) -> None:
    assert read(tmp_path / "a.smi", b"CCO\r\nCCN\r\n")[:2] == (("smiles",), [("CCO",), ("CCN",)])


def test_smi_with_a_title_line(tmp_path: Path) -> None:
    assert read(tmp_path / "a.smi", b"SMILES Name\nCCO a\n")[:2] == (("SMILES", "Name"), [("CCO", "a")])


def test_a_stream_is_read_as_what_it_looks_like() -> None:
    with open_table(io.BytesIO(b"CC(=O)OCC x-1\nCCN\n"), ReadAs(), "en") as table:
        assert (table.structure, list(next(table.chunks()).rows())) == (
            0,
            [("CC(=O)OCC", "x-1"), ("CCN", "")],
        )
    with open_table(io.BytesIO(b"nr;smiles\n1;CCO\n"), ReadAs(), "en") as table:
        assert (table.structure, table.header) == (None, ("nr", "smiles"))
