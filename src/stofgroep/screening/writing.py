"""The result as CSV: every input cell unchanged, our own columns behind it, and never half a file."""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from stofgroep.errors import UsageError
from stofgroep.screening.dialect import Dialect
from stofgroep.verdict.model import Row
from stofgroep.wording import say

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def sg_cells(row: Row) -> tuple[str, ...]:
    """The cells of the columns a screening adds, in the order of ``SG_COLUMNS``."""
    return (str(row.outcome), row.list, row.group, row.entry, row.certain, row.reason, row.all)


def harmless(cell: str) -> str:
    """A cell of ours that no spreadsheet takes for a formula: an apostrophe goes before it.

    Only for cells this program writes. Input cells are the user's, and stay as they are.
    """
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


class CsvLines:
    """Writes cells as lines of CSV; quotes where needed, and keeps every character."""

    def __init__(self, file: TextIO, dialect: Dialect) -> None:
        self._file = file
        self._delimiter = dialect.delimiter
        self._end = dialect.line_end
        # csv.writer leaves a carriage return unquoted when lines end with "\n" (before Python 3.13).
        self._special = re.compile(f'[{re.escape(dialect.delimiter)}"\r\n]')

    def write(self, cells: Iterable[str]) -> None:
        """One line."""
        self._file.write(self._delimiter.join(map(self._quoted, cells)) + self._end)

    def _quoted(self, cell: str) -> str:
        if self._special.search(cell) is None:
            return cell
        return '"' + cell.replace('"', '""') + '"'


def dialect_for(target: Path | None, dialect: Dialect) -> Dialect:
    """The dialect of the input, unless the output's name says otherwise (.tsv is tabbed, .csv is not)."""
    name = "" if target is None else target.name.lower()
    if name.endswith((".tsv", ".tab")):
        return replace(dialect, delimiter="\t")
    if name.endswith(".csv") and dialect.delimiter == "\t":
        return replace(dialect, delimiter=",")
    return dialect


def refuse_bad_target(target: Path, source: Path | None, lang: str) -> None:
    """Refuse to write over the input, into a folder, or where there is no folder.

    Raises
    ------
    UsageError : with what to do instead
    """
    if source is not None and target.exists() and source.exists() and target.samefile(source):
        raise UsageError(say(lang, "screening.output-is-input", file=target))
    if target.is_dir():
        raise UsageError(say(lang, "screening.output-is-folder", file=target))
    if not target.resolve().parent.is_dir():
        raise UsageError(say(lang, "screening.no-folder", folder=target.parent))


@contextmanager
def output(target: Path | None, bom: bool, lang: str) -> Iterator[TextIO]:
    """UTF-8 text to standard output, or to a file that appears only when it is complete.

    Raises
    ------
    UsageError : if the file cannot be written
    """
    encoding = "utf-8-sig" if bom else "utf-8"
    if target is None:
        text = io.TextIOWrapper(sys.stdout.buffer, encoding=encoding, newline="")
        try:
            yield text
            text.flush()
        finally:
            with suppress(OSError, ValueError):
                text.detach()
        return
    try:
        if target.exists() and not target.is_file():  # a device or pipe cannot be replaced
            with target.open("w", encoding=encoding, newline="") as file:
                yield file
            return
        with _replacing(target.resolve(), encoding) as file:
            yield file
    except OSError as error:
        raise UsageError(
            say(lang, "screening.cannot-write", file=target, why=error.strerror or error)
        ) from error


def write_whole(target: Path, content: bytes, lang: str) -> None:
    """Bytes to a file that appears only when it is complete.

    Raises
    ------
    UsageError : if the file cannot be written
    """
    try:
        if target.exists() and not target.is_file():  # a device or pipe cannot be replaced
            target.write_bytes(content)
            return
        with _replacing(target.resolve(), "utf-8") as file:
            file.buffer.write(content)
    except OSError as error:
        raise UsageError(
            say(lang, "screening.cannot-write", file=target, why=error.strerror or error)
        ) from error


@contextmanager
def _replacing(target: Path, encoding: str) -> Iterator[TextIO]:
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(number, "w", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file replaced, or what a new file gets (mkstemp makes it private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask
