"""XLSX: cells keep what they show, nothing becomes a formula, and no archive is unpacked blindly."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from screened_files import SG, echoed, ours

from stofgroep.errors import UsageError
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table
from stofgroep.screening.formats.result import result_form, writing
from stofgroep.screening.formats.source import ReadLimits

SHEET = "xl/worksheets/sheet1.xml"


def book(
    path: Path, rows: Iterable[Iterable[Any]], formats: dict[str, str] | None = None, title: str = "Lab"
) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    made.save(path)
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The same archive with one part replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, old in (parts | {name: content}).items():
            archive.writestr(part, content if part == name else old)
    return path


def sheet_of(rows: str) -> bytes:
    start = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    )
    return f"{start}<sheetData>{rows}</sheetData></worksheet>".encode()


def read(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_values_number_formats_and_the_sheet_s_name_stay(tmp_path: Path) -> None:
    rows = [
        ["nr", "smiles", "mass", "day", "hit"],
        ["007", "CCO", 46.07, dt.datetime(2026, 7, 9, 12, 30), True],
        [8, "CCN", 1.5e-9, None, False],
    ]
    file = book(tmp_path / "a.xlsx", rows, {"C2": "0.0", "D2": "dd-mm-yyyy", "A3": "000"})
    sheet = read(echoed(file))["Lab"]
    found = [[cell.value for cell in row] for row in sheet.rows]
    assert found[0] == [*rows[0], *SG]
    assert found[1] == [*rows[1], *(value or None for value in ours("CCO").values())]
    assert found[2][:5] == rows[2]
    assert [sheet[place].number_format for place in ("C2", "D2", "A3")] == ["0.0", "dd-mm-yyyy", "000"]
    assert sheet["D2"].is_date


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["smiles"], ["CCO"]])
    assert echoed(file) == echoed(file)


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-x", "@a", "{=SUM(A1)}", "http://host/", "<r><t>x</t></r>", "\ttab", "1e5"]
    file = tmp_path / "in.ndjson"
    file.write_text("".join(f'{{"smiles": "CCO", "note": {dq(text)}}}\n' for text in texts))
    result = echoed(file, "out.xlsx")
    sheet = read(result).active
    shown = [sheet.cell(row, 2) for row in range(2, 2 + len(texts))]
    assert [cell.data_type for cell in shown] == ["s"] * len(texts)
    # the writing library would take the one with markup for its own
    assert [cell.value for cell in shown] == [("'" if t.startswith("<r>") else "") + t for t in texts]
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert b"<f>" not in archive.read(SHEET)
        assert not [name for name in archive.namelist() if "hyperlink" in name]


def dq(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def test_what_we_add_is_never_a_formula(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["smiles"], ["x"]])
    with_part(file, SHEET, sheet_of(inline("smiles") + inline("=C")))
    sheet = read(echoed(file, column="1")).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=C", "s")
    assert (sheet["G2"].value, sheet["G2"].data_type) == ("'=C", "s")


def inline(text: str) -> str:
    return f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>'


def test_a_formula_counts_as_its_last_value(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["smiles"], ["x"]])
    with_part(
        file, SHEET, sheet_of(inline("smiles") + '<row><c t="str"><f>"CC"&amp;"O"</f><v>CCO</v></c></row>')
    )
    sheet = read(echoed(file)).active
    assert (sheet["A2"].value, sheet["G2"].value) == ("CCO", "CCO")


def test_blank_rows_count_between_others_and_not_at_the_end(tmp_path: Path) -> None:
    rows = inline("smiles") + inline("CCO").replace("<row>", '<row r="4">')
    file = with_part(
        book(tmp_path / "a.xlsx", [["x"]]), SHEET, sheet_of(rows + '<row r="9"><c s="0"/></row>')
    )
    sheet = read(echoed(file, column="smiles")).active
    assert [sheet.cell(row, 2).value for row in range(2, sheet.max_row + 1)] == [
        "not-assessed",
        "not-assessed",
        "not-listed",
    ]


def test_cells_beyond_the_header_are_kept(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["smiles"], ["CCO", "x", None, 5]])
    sheet = read(echoed(file, column="1")).active
    assert [cell.value for cell in sheet[1]] == ["smiles", None, None, None, *SG]
    assert [cell.value for cell in sheet[2]][:5] == ["CCO", "x", None, 5, "not-listed"]


def test_the_sheet_is_chosen_where_there_are_several(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    made = openpyxl.Workbook()
    made.active.append(["smiles"])
    made.active.append(["CCO"])
    made.create_sheet("empty")
    made.save(file)
    assert read(echoed(file)).sheetnames == ["Sheet"]
    made.create_sheet("Other's").append(["smiles"])
    made["Other's"].append(["CCN"])
    made.save(file)
    with pytest.raises(UsageError, match="--sheet: Sheet, empty, Other's"):
        echoed(file)
    with pytest.raises(UsageError, match="no sheet “x”"):
        echoed(file, how=ReadAs(sheet="x"))
    assert read(echoed(file, how=ReadAs(sheet="Other's"))).active["A2"].value == "CCN"


def test_a_file_without_header(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["CCOCC", 1], ["CCN", 2]])
    sheet = read(echoed(file, how=ReadAs(header=False), column="1")).active
    assert [cell.value for cell in sheet[1]][:3] == ["column_1", "column_2", "sg_outcome"]
    assert sheet["A2"].value == "CCOCC"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"smiles\nCCO\n",
        b"PK\x03\x04" + b"\0" * 1000,
        b"PK\x05\x06" + b"\0" * 18,
    ],
)
def test_what_is_no_workbook_is_an_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=r"a\.xlsx"):
        echoed(file)


@pytest.mark.parametrize("cut", [100, 2_000, -30])
def test_a_workbook_cut_off_is_an_error(tmp_path: Path, cut: int) -> None:
    file = book(tmp_path / "a.xlsx", [["smiles"], ["CCO"]])
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(UsageError, match="cannot be read as XLSX"):
        echoed(file)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SHEET, b"<worksheet><sheetData><row>"),
        (SHEET, b"no xml"),
        ("xl/workbook.xml", b"<x/>"),
        (SHEET, b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
        ("xl/styles.xml", b"<styleSheet"),
        ("[Content_Types].xml", b""),
    ],
)
def test_broken_parts_are_an_error(tmp_path: Path, part: str, content: bytes) -> None:
    file = with_part(book(tmp_path / "a.xlsx", [["smiles"], ["CCO"]]), part, content)
    with pytest.raises(UsageError, match=r"a\.xlsx"):
        echoed(file)


def test_an_archive_that_is_no_workbook_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("letter.txt", "x")
    with pytest.raises(UsageError, match="cannot be read as XLSX"):
        echoed(file)


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/media/picture.png"])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, part: str) -> None:
    file = with_part(book(tmp_path / "a.xlsx", [["smiles"], ["CCO"]]), part, b" " * (64 << 20))
    assert file.stat().st_size < 1 << 20
    with pytest.raises(UsageError, match="grows beyond reason"):
        echoed(file)


def test_a_limit_on_all_parts_together(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["smiles"], *([f"C{'C' * n}"] for n in range(1_000))])
    with pytest.raises(UsageError, match="grows beyond reason"):
        echoed(file, limits=ReadLimits(unpacked_bytes=100_000))


def test_a_row_number_without_end_is_an_error(tmp_path: Path) -> None:
    rows = inline("smiles") + '<row r="99999999999"><c t="inlineStr"><is><t>C</t></is></c></row>'
    file = with_part(book(tmp_path / "a.xlsx", [["smiles"], ["CCO"]]), SHEET, sheet_of(rows))
    with pytest.raises(UsageError, match="1048576"):
        echoed(file)


def test_what_does_not_fit_is_said_before_anything_is_decided(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("smiles,note\nCCO,a\nCCN," + "x" * 32_768 + "\n")
    with pytest.raises(UsageError, match=r"row 2: .*32767"):
        echoed(file, "out.xlsx")
    file.write_text("smiles\n" + "C\n" * 1_048_576)
    with pytest.raises(UsageError, match="1048576"):
        echoed(file, "out.xlsx")


def test_a_file_screened_before_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="earlier screening"):
        echoed(book(tmp_path / "a.xlsx", [["smiles", "SG_List"], ["CCO", "I"]]))


def test_control_characters_are_those_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", [["smiles"], ["x"]])
    rows = inline("smiles") + inline("a_x000D_b") + inline("_x005F_x000D_") + inline("_x12_")
    with_part(file, SHEET, sheet_of(rows))
    texts = ["a\rb", "_x000D_", "_x12_"]
    with open_table(file, ReadAs(), "en") as table:
        assert next(table.chunks()).texts(0) == texts
    with zipfile.ZipFile(io.BytesIO(echoed(file, column="smiles"))) as archive:
        sheet = archive.read(SHEET)
    for text in (b"<t>a_x000D_b</t>", b"<t>_x005F_x000D_</t>", b"<t>_x12_</t>"):
        assert sheet.count(text) == 2  # the cell, and the reason that repeats it


def test_what_fails_in_the_middle_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    file = book(tmp_path / "a.xlsx", [["smiles"], ["CCO"]])
    with (
        open_table(file, ReadAs(), "en") as table,
        pytest.raises(KeyboardInterrupt),
        writing(io.BytesIO(), table, result_form(table, None, None, "en"), "en"),
    ):
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
