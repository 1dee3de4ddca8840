"""CSV and TSV: cells as text, exactly as they stand in the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SAMPLE_ROWS, SG_COLUMNS
from stofgroep.screening.dialect import Dialect, delimiter_of, line_end_of
from stofgroep.screening.formats.lines import decoded, encoding_of, has_mark, text_lines
from stofgroep.screening.formats.model import CHUNK_ROWS, Alike, Cells, Chunk, ReadAs, Table
from stofgroep.screening.formats.source import Source
from stofgroep.screening.rows import Fields
from stofgroep.screening.values import text_of
from stofgroep.screening.writing import CsvLines, guarded, harmless
from stofgroep.wording import say

_LONGEST_CELL = 64 * 1024 * 1024
TEXT_FORMS = ("csv", "tsv", "smi")
"""Formats whose cells may be formulas already: they come back as they are."""


def delimited_table(source: Source, head: bytes, how: ReadAs, tabbed: bool) -> Table:
    """Check a delimited file from beginning to end.

    Raises
    ------
    UsageError : naming the line, if a row is too long, a quote is never closed or the encoding is wrong
    """
    encoding = encoding_of(head, how.encoding, source.lang)
    text = decoded(head, encoding)
    delimiter = how.delimiter or ("\t" if tabbed else delimiter_of(text))
    records = _Records(source, encoding, delimiter, 1 if how.header else 0)
    first = next((record for _, record in records.all() if record), None)
    if first is None:
        raise UsageError(say(source.lang, "screening.empty", file=source.name))
    header = tuple(first) if how.header else tuple(f"column_{n}" for n in range(1, len(first) + 1))
    width, count = len(header), 0
    sample: list[tuple[str, ...]] = []
    too_long: tuple[int, int] | None = None
    others = 0
    for line, row in records.rows(width):
        count += 1
        if len(row) > width:
            others += too_long is not None
            too_long = too_long or (line, len(row))
        if count <= SAMPLE_ROWS:
            sample.append(row)
    if too_long:
        line, cells = too_long
        raise UsageError(
            say(
                source.lang,
                "screening.row-too-long",
                line=line,
                cells=cells,
                width=width,
                others=others,
                file=source.name,
            )
        )

    def chunks() -> Iterator[Chunk]:
        cells: list[tuple[str, ...]] = []
        for _, row in records.rows(width):
            cells.append(row)
            if len(cells) == CHUNK_ROWS:
                yield Cells(cells)
                cells = []
        if cells:
            yield Cells(cells)

    dialect = Dialect(delimiter, line_end_of(text), has_mark(head))
    return Table("csv", header, count, tuple(sample), None, None, dialect, chunks)


@dataclass(frozen=True)
class _Records:
    source: Source
    encoding: str
    delimiter: str
    skip: int

    def all(self) -> Iterator[tuple[int, list[str]]]:
        """Records with the number of the line they start on; blank lines are an empty list."""
        lang = self.source.lang
        # A setting of the whole process, but only ever raised: a cell may hold a picture or large molblock.
        csv.field_size_limit(_LONGEST_CELL)
        # strict: a quote that is never closed would otherwise swallow the rest of the file.
        lines = text_lines(self.source, self.encoding, "")
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        while True:
            start = reader.line_num + 1
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise UsageError(say(lang, "screening.csv-broken", line=start, why=error)) from error
            yield start, record

    def rows(self, width: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Rows of exactly ``width`` cells (longer ones as they are).

        In a table of one column a blank line is an empty cell, unless only blank lines follow; in wider
        tables it is no row, as everywhere.
        """
        blank: list[int] = []
        started = 0
        for line, record in self.all():
            if not record:
                if width == 1 and started >= self.skip:
                    blank.append(line)
                continue
            if started < self.skip:
                started += 1
                continue
            for number in blank:
                yield number, ("",)
            blank.clear()
            while len(record) > width and not record[-1]:
                record.pop()
            if len(record) < width:
                record.extend([""] * (width - len(record)))
            yield line, tuple(record)


class DelimitedWriter:
    """Writes CSV, TSV or .smi: UTF-8, every cell of a text format unchanged, ours never a formula.

    Cells from other formats, where they are harmless, are guarded as ours are.
    """

    def __init__(self, file: BinaryIO, table: Table, dialect: Dialect) -> None:
        self._file = file
        self._text = io.StringIO(newline="")
        self._lines = CsvLines(self._text, dialect)
        self._raw = table.form in TEXT_FORMS
        self._ours = Alike(lambda fields: self._lines.joined(map(harmless, fields)))
        header = table.header if self._raw else tuple(map(guarded, table.header))
        if dialect.bom:
            self._text.write("\ufeff")
        self._lines.write((*header, *SG_COLUMNS))
        self._hand_over()

    def write(self, chunk: Chunk, decided: Sequence[Fields]) -> None:
        """Append a chunk."""
        for cells, fields in zip(chunk.rows(), decided, strict=True):
            shown = cells if self._raw else [guarded(text_of(cell)) for cell in cells]
            self._lines.write(shown, self._ours(fields))
        self._hand_over()

    def finish(self) -> None:
        """Nothing follows the last line."""

    def abandon(self) -> None:
        """Nothing is held."""

    def _hand_over(self) -> None:
        self._file.write(self._text.getvalue().encode("utf-8", "backslashreplace"))
        self._text.seek(0)
        self._text.truncate()
