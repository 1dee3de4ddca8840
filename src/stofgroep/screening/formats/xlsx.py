"""XLSX: one sheet, row by row; texts stay texts, numbers and dates keep their number format."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

import openpyxl
import xlsxwriter
from openpyxl.utils.escape import unescape
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SG_COLUMNS
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.formats.archive import check_archive
from stofgroep.screening.formats.model import CHUNK_ROWS, Chunk, ReadAs, Table, sample_of
from stofgroep.screening.formats.source import Source
from stofgroep.screening.pictures import HEIGHT, WIDTH, Pictures
from stofgroep.screening.rows import Fields
from stofgroep.screening.values import storable, text_of
from stofgroep.screening.writing import harmless
from stofgroep.wording import say

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
LONGEST_CELL = 32_767
_MOST_FORMATS = 1_000
_GENERAL = "General"
_SHEET = "Sheet1"
_LONGEST_SHEET_NAME = 31
_LONGEST_DESCRIPTION = 255
PICTURE_COLUMN = "sg_picture"
_ISO = {
    dt.datetime: "yyyy-mm-dd hh:mm:ss",
    dt.date: "yyyy-mm-dd",
    dt.time: "hh:mm:ss",
    dt.timedelta: "[h]:mm:ss",
}
_Cell = tuple[Any, str]


@dataclass(frozen=True)
class XlsxTable(Table):
    """One sheet of a workbook."""

    sheet: str = _SHEET
    header_cells: tuple[_Cell, ...] = ()


@dataclass(frozen=True)
class _Rows:
    """Cells as value and number format."""

    cells: list[tuple[_Cell, ...]]

    def __len__(self) -> int:
        return len(self.cells)

    def texts(self, column: int) -> list[str]:
        """The cells of one column as text."""
        return [text_of(row[column][0]) for row in self.cells]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Values only."""
        for row in self.cells:
            yield tuple(value for value, _ in row)


def xlsx_table(source: Source, how: ReadAs) -> XlsxTable:
    """Check one sheet of a workbook from beginning to end.

    A formula counts as its last calculated value. Blank rows at the end are no rows; others are.

    Raises
    ------
    UsageError : if it is no workbook, unpacks to too much, or has several sheets and none was chosen
    """
    check_archive(source)
    with _errors(source):
        book = openpyxl.load_workbook(source.raw(), read_only=True, data_only=True, keep_links=False)
    sheet = _sheet(book, source, how.sheet)
    with _errors(source):
        first = next(_rows(sheet, source), None)
        width = max((len(row) for row in _rows(sheet, source)), default=0)
    if first is None or not width:
        raise UsageError(say(source.lang, "screening.empty", file=source.name))
    padded = first + (((None, _GENERAL),) * (width - len(first)))
    names = tuple(text_of(value) for value, _ in padded)
    header = names if how.header else tuple(f"column_{n}" for n in range(1, width + 1))
    skip = 1 if how.header else 0

    def chunks() -> Iterator[Chunk]:
        with _errors(source):
            rows = islice(_rows(sheet, source), skip, None)
            while found := list(islice(rows, CHUNK_ROWS)):
                yield _Rows([row + (((None, _GENERAL),) * (width - len(row))) for row in found])

    count = sum(map(len, chunks()))
    sample = sample_of(chunks(), width)
    cells = padded if how.header else tuple((name, _GENERAL) for name in header)
    return XlsxTable("xlsx", header, count, sample, None, None, Dialect(), chunks, str(sheet.title), cells)


def _sheet(book: Any, source: Source, wanted: str | None) -> Any:
    # a sheet of charts has no rows
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file says of its own size is not relied on
    names = ", ".join(sheet.title for sheet in book.worksheets)
    if wanted is not None:
        found = [sheet for sheet in book.worksheets if sheet.title == wanted]
        if not found:
            raise UsageError(say(source.lang, "screening.sheet-absent", sheet=wanted, sheets=names))
        return found[0]
    with _errors(source):
        filled = [sheet for sheet in sheets if next(_rows(sheet, source), None) is not None]
    if len(filled) > 1:
        raise UsageError(say(source.lang, "screening.sheet-ambiguous", file=source.name, sheets=names))
    if not filled:
        raise UsageError(say(source.lang, "screening.empty", file=source.name))
    return filled[0]


def _rows(sheet: Any, source: Source) -> Iterator[tuple[_Cell, ...]]:
    """Rows without empty cells at their end; blank rows only where others follow."""
    blank = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > MOST_ROWS:
            raise _too_large(source.lang)
        cells = [(_shown(cell.value), cell.number_format or _GENERAL) for cell in row]
        while cells and cells[-1][0] is None:
            cells.pop()
        if not cells:
            blank += 1
            continue
        for _ in range(blank):
            yield ()
        blank = 0
        yield tuple(cells)


def _shown(value: Any) -> Any:
    """A text as a spreadsheet shows it: the file has _x000D_ for a carriage return."""
    return unescape(value) if isinstance(value, str) else value


@contextmanager
def _errors(source: Source) -> Iterator[None]:
    """What goes wrong while reading says which file. The library raises whatever it likes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (UsageError, GeneratorExit):
        raise
    except Exception as error:
        why = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        text = say(source.lang, "screening.file-broken", file=source.name, form="XLSX", why=why)
        raise UsageError(text) from error


class XlsxWriter:
    """Writes a workbook of one sheet, the same bytes every time. No cell is a formula.

    Parameters
    ----------
    pictures : draws the structures of the first rows into a column behind all others; None for none

    Raises
    ------
    UsageError : if a text or the table is larger than the format takes
    """

    def __init__(self, file: BinaryIO, table: Table, lang: str, pictures: Pictures | None = None) -> None:
        self._pictures = pictures
        columns = len(table.header) + len(SG_COLUMNS) + (pictures is not None)
        if table.count + 1 > MOST_ROWS or columns > MOST_COLUMNS:
            raise _too_large(lang)
        self._lang = lang
        # rows go there before they go into the archive
        self._folder = tempfile.TemporaryDirectory(prefix="stofgroep-")
        options = {"constant_memory": True, "nan_inf_to_errors": True, "tmpdir": self._folder.name}
        self._book = xlsxwriter.Workbook(file, options)
        self._book.set_properties({"created": dt.datetime(2000, 1, 1)})
        self._sheet: Worksheet = self._book.add_worksheet(_sheet_name(table))
        self._formats: dict[str, Format | None] = {_GENERAL: None}
        self._row = 0
        names: tuple[str, ...] = SG_COLUMNS
        if pictures is not None:
            self._column = columns - 1
            names = (*SG_COLUMNS, PICTURE_COLUMN)
            self._sheet.set_column_pixels(self._column, self._column, WIDTH)
        if isinstance(table, XlsxTable):
            self._write(table.header_cells, names)
        else:
            self._write(tuple((name, _GENERAL) for name in table.header), names)

    def write(self, chunk: Chunk, decided: Sequence[Fields]) -> None:
        """Append a chunk."""
        first = self._row
        texts = chunk.texts(self._pictures.column) if self._pictures else []
        if isinstance(chunk, _Rows):
            rows: Iterable[Sequence[_Cell]] = chunk.cells
        else:
            rows = (tuple((value, _GENERAL) for value in row) for row in chunk.rows())
        for cells, fields in zip(rows, decided, strict=True):
            if self._pictures is not None and self._row <= self._pictures.rows:
                self._draw(self._pictures, texts[self._row - first])
            self._write(cells, fields)

    def finish(self) -> None:
        """Put the workbook together."""
        self._book.close()
        self._folder.cleanup()

    def abandon(self) -> None:
        """Remove what was written elsewhere."""
        self._book.fileclosed = True  # else it puts itself together when it is forgotten
        for sheet in self._book.worksheets():
            sheet._opt_close()
        self._folder.cleanup()

    def _draw(self, pictures: Pictures, text: str) -> None:
        png = pictures.png(text) if text.strip() else None
        if png is not None:
            self._sheet.set_row_pixels(self._row, HEIGHT)
            options = {"image_data": io.BytesIO(png), "description": text[:_LONGEST_DESCRIPTION]}
            self._sheet.insert_image(self._row, self._column, "structure.png", options)

    def _write(self, cells: Sequence[_Cell], fields: Sequence[str]) -> None:
        for column, (value, number_format) in enumerate(cells):
            self._cell(column, value, number_format)
        for column, text in enumerate(fields, len(cells)):
            if text:
                self._text(column, harmless(_shortened(text)), None)
        self._row += 1

    def _cell(self, column: int, value: Any, number_format: str) -> None:
        if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
            shown = number_format if number_format != _GENERAL else _ISO[type(value)]
            moment = value.replace(tzinfo=None) if isinstance(value, dt.datetime | dt.time) else value
            try:
                self._sheet.write_datetime(self._row, column, moment, self._format(shown))
            except ValueError:  # before 1900
                self._text(column, text_of(value), None)
            return
        style = self._format(number_format)
        if isinstance(value, bool):
            self._sheet.write_boolean(self._row, column, value, style)
        elif isinstance(value, int | float) and abs(value) < 1e15:
            self._sheet.write_number(self._row, column, value, style)
        elif value is not None:
            self._text(column, text_of(value), style)

    def _text(self, column: int, text: str, style: Format | None) -> None:
        if not text:
            return
        if len(text) > LONGEST_CELL:
            raise _too_long(self._row, self._lang)
        if text.startswith("<r>") and text.endswith("</r>"):  # the library would take it for markup
            text = f"'{text}"
        self._sheet.write_string(self._row, column, storable(text), style)

    def _format(self, number_format: str) -> Format | None:
        if number_format not in self._formats:
            if len(self._formats) >= _MOST_FORMATS:
                return None
            self._formats[number_format] = self._book.add_format({"num_format": number_format})
        return self._formats[number_format]


def check_cells(table: Table, lang: str) -> None:
    """Whether every text of a table of another format fits in a cell.

    Raises
    ------
    UsageError : naming the first row with one that does not
    """
    number = 0
    for chunk in table.chunks():
        for row in chunk.rows():
            number += 1
            if any(len(text_of(value)) > LONGEST_CELL for value in row):
                raise _too_long(number, lang)


def _too_large(lang: str) -> UsageError:
    return UsageError(say(lang, "screening.xlsx-too-large", rows=MOST_ROWS, columns=MOST_COLUMNS))


def _too_long(row: int, lang: str) -> UsageError:
    return UsageError(say(lang, "screening.xlsx-cell-too-long", row=row, most=LONGEST_CELL))


def _shortened(text: str) -> str:
    return text if len(text) < LONGEST_CELL else text[: LONGEST_CELL - 2] + "…"


def _sheet_name(table: Table) -> str:
    name = table.sheet if isinstance(table, XlsxTable) else _SHEET
    usable = name and len(name) <= _LONGEST_SHEET_NAME and not set(name) & set("[]:*?/\\") and name[0] != "'"
    return name if usable and name[-1] != "'" and name.lower() != "history" else _SHEET
