"""A file to be screened: checked from beginning to end before any row is decided, then read row by row."""

from __future__ import annotations

import codecs
import csv
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SAMPLE_ROWS, is_structure_name, looks_like_structure
from stofgroep.screening.dialect import DELIMITERS, Dialect, delimiter_of, line_end_of
from stofgroep.screening.smi import smi_lines
from stofgroep.wording import say

_HEAD = 65536
_LONGEST_CELL = 64 * 1024 * 1024
_SMI_NAMES = (".smi", ".smiles", ".ism", ".cxsmi", ".cxsmiles")
_CSV_NAMES = (".csv", ".tsv", ".tab")
_BOMS_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BOMS = (codecs.BOM_UTF8, *_BOMS_UTF16)
_MAGIC = (
    (b"PK\x03\x04", "xlsx/zip"),
    (b"\x1f\x8b", "gzip"),
    (b"PAR1", "parquet"),
    (b"\xd0\xcf\x11\xe0", "xls"),
)


@dataclass(frozen=True)
class ReadAs:
    """What the user says about a file; None is found out."""

    header: bool = True
    delimiter: str | None = None
    encoding: str | None = None


@dataclass(frozen=True)
class Table:
    """A checked table; every cell is text exactly as it stands in the file.

    header : the column names (invented if the file has none)
    count : number of rows
    sample : the first rows
    structure : index of the structure column where the format fixes it, else None
    """

    header: tuple[str, ...]
    count: int
    sample: tuple[tuple[str, ...], ...]
    structure: int | None
    dialect: Dialect
    _file: BinaryIO = field(repr=False)
    _records: _Smi | _Delimited = field(repr=False)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Every row from the first, each as long as the header."""
        return (row for _, row in self._records.rows(self._file, len(self.header)))


@contextmanager
def open_table(source: Path | BinaryIO, how: ReadAs, lang: str) -> Iterator[Table]:
    """Open a file or a stream of bytes (standard input) and check it completely.

    Raises
    ------
    UsageError : with what is wrong, where, and what to do
    """
    name = "-" if not isinstance(source, Path) else source.name
    with _rewindable(source, lang) as file:
        head = file.read(_HEAD)
        file.seek(0)
        _refuse_other_formats(head, name, lang)
        encoding = how.encoding or ("utf-16" if head.startswith(_BOMS_UTF16) else "utf-8-sig")
        text = _decoded(head, encoding, lang)
        if not text.strip():
            raise UsageError(say(lang, "screening.empty", file=name))
        if _is_smi(name, text, how):
            yield _checked_smi(file, encoding, text, lang)
        else:
            yield _checked_delimited(file, name, encoding, text, head.startswith(_BOMS), how, lang)


@dataclass(frozen=True)
class _Smi:
    encoding: str
    skip: int
    lang: str

    def rows(self, file: BinaryIO, width: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        for number, line in enumerate(
            islice(smi_lines(_lines(file, self.encoding, None, self.lang)), self.skip, None)
        ):
            yield number, (line.structure, line.id)[:width]


@dataclass(frozen=True)
class _Delimited:
    encoding: str
    delimiter: str
    skip: int
    lang: str

    def records(self, file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
        """Records with the number of the line they end on; blank lines are an empty list."""
        # A setting of the whole process, but only ever raised: a cell may hold a picture or large molblock.
        csv.field_size_limit(_LONGEST_CELL)
        # strict: a quote that is never closed would otherwise swallow the rest of the file.
        reader = csv.reader(_lines(file, self.encoding, "", self.lang), delimiter=self.delimiter, strict=True)
        while True:
            start = reader.line_num + 1
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise UsageError(say(self.lang, "screening.csv-broken", line=start, why=error)) from error
            yield start, record

    def rows(self, file: BinaryIO, width: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Rows of exactly ``width`` cells (longer ones as they are).

        In a table of one column a blank line is an empty cell, unless only blank lines follow; in wider
        tables it is no row, as everywhere.
        """
        blank: list[int] = []
        started = 0
        for line, record in self.records(file):
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
            record.extend([""] * (width - len(record)))
            yield line, tuple(record)


def _checked_smi(file: BinaryIO, encoding: str, text: str, lang: str) -> Table:
    first = next(smi_lines(text.splitlines()))
    titled = is_structure_name(first.structure)
    records = _Smi(encoding, 1 if titled else 0, lang)
    count, sample, ids = 0, [], False
    for _, row in records.rows(file, 2):
        count += 1
        ids = ids or bool(row[1])
        if count <= SAMPLE_ROWS:
            sample.append(row)
    header = (first.structure, first.id or "id") if titled else ("smiles", "id")
    width = 2 if ids else 1
    dialect = Dialect(line_end=line_end_of(text))
    return Table(header[:width], count, tuple(row[:width] for row in sample), 0, dialect, file, records)


def _checked_delimited(
    file: BinaryIO, name: str, encoding: str, text: str, bom: bool, how: ReadAs, lang: str
) -> Table:
    tabbed = name.lower().endswith((".tsv", ".tab"))
    delimiter = how.delimiter or ("\t" if tabbed else delimiter_of(text))
    records = _Delimited(encoding, delimiter, 1 if how.header else 0, lang)
    first = next(record for _, record in records.records(file) if record)
    header = tuple(first) if how.header else tuple(f"column_{n}" for n in range(1, len(first) + 1))
    width, count, sample, too_long = len(header), 0, [], []
    for line, row in records.rows(file, width):
        count += 1
        if len(row) > width:
            too_long.append((line, len(row)))
        if count <= SAMPLE_ROWS:
            sample.append(row)
    if too_long:
        line, cells = too_long[0]
        others = len(too_long) - 1
        raise UsageError(
            say(lang, "screening.row-too-long", line=line, cells=cells, width=width, others=others, file=name)
        )
    return Table(
        header, count, tuple(sample), None, Dialect(delimiter, line_end_of(text), bom), file, records
    )


def _is_smi(name: str, text: str, how: ReadAs) -> bool:
    if name.lower().endswith(_SMI_NAMES):
        return True
    if name.lower().endswith(_CSV_NAMES) or how.delimiter is not None or not how.header:
        return False
    first = next(smi_lines(text.splitlines()))
    cells = text.lstrip("\r\n").partition("\n")[0].rstrip("\r").split(delimiter_of(text))
    if any(is_structure_name(cell.strip('" ')) for cell in cells):
        return False
    return looks_like_structure(first.structure) and not any(
        d in first.structure.partition(" ")[0] for d in DELIMITERS if d != "|"
    )


def _lines(file: BinaryIO, encoding: str, newline: str | None, lang: str) -> Iterator[str]:
    file.seek(0)
    reader = io.TextIOWrapper(file, encoding=encoding, errors="strict", newline=newline)
    number = 0
    try:
        for number, line in enumerate(reader, 1):  # noqa: B007
            yield line
    except UnicodeError as error:
        raise UsageError(
            say(lang, "screening.encoding", encoding=_shown(encoding), line=number + 1)
        ) from error
    finally:
        if not file.closed:  # else an interrupted reader is cleaned up after its file
            reader.detach()


def _decoded(head: bytes, encoding: str, lang: str) -> str:
    try:
        return codecs.getincrementaldecoder(encoding)("replace").decode(head)
    except LookupError as error:
        raise UsageError(say(lang, "screening.encoding-unknown", encoding=encoding)) from error


def _shown(encoding: str) -> str:
    return "utf-8" if encoding == "utf-8-sig" else encoding


def _refuse_other_formats(head: bytes, name: str, lang: str) -> None:
    for magic, form in _MAGIC:
        if head.startswith(magic):
            raise UsageError(say(lang, "screening.other-format", file=name, form=form))


@contextmanager
def _rewindable(source: Path | BinaryIO, lang: str) -> Iterator[BinaryIO]:
    """The file itself, or a copy on disk of a stream that can be read only once."""
    if isinstance(source, Path):
        try:
            file = source.open("rb")
        except OSError as error:
            why = error.strerror or str(error)
            raise UsageError(say(lang, "screening.cannot-open", file=source, why=why)) from error
        with file:
            if file.seekable():
                yield file
                return
            with _copy(file) as copy:
                yield copy
    else:
        with _copy(source) as copy:
            yield copy


@contextmanager
def _copy(stream: BinaryIO) -> Iterator[BinaryIO]:
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy
