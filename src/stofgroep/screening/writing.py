"""Cells that no spreadsheet takes for formulas, and files that are never half."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from stofgroep.errors import UsageError
from stofgroep.screening.dialect import Dialect
from stofgroep.wording import say

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?([eE][-+]?[0-9]+)?")


def harmless(cell: str) -> str:
    """A cell of ours that no spreadsheet takes for a formula: an apostrophe goes before it.

    Only for cells this program writes. Input cells are the user's, and stay as they are.
    """
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def guarded(cell: str) -> str:
    """A cell of a format without formulas, made harmless for a spreadsheet. A number stays one."""
    return cell if _NUMBER.fullmatch(cell) else harmless(cell)


class CsvLines:
    """Writes cells as lines of CSV; quotes where needed, and keeps every character."""

    def __init__(self, file: TextIO, dialect: Dialect) -> None:
        self._file = file
        self._delimiter = dialect.delimiter
        self._end = dialect.line_end
        # csv.writer leaves a carriage return unquoted when lines end with "\n" (before Python 3.13).
        self._special = re.compile(f'[{re.escape(dialect.delimiter)}"\r\n]')

    def joined(self, cells: Iterable[str]) -> str:
        """Part of a line: cells with delimiters between them."""
        return self._delimiter.join(map(self._quoted, cells))

    def write(self, cells: Iterable[str], rest: str = "") -> None:
        """One line; ``rest`` is what :meth:`joined` made of the cells behind them."""
        between = self._delimiter if rest else ""
        self._file.write(f"{self.joined(cells)}{between}{rest}{self._end}")

    def _quoted(self, cell: str) -> str:
        if self._special.search(cell) is None:
            return cell
        return '"' + cell.replace('"', '""') + '"'


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
def output(target: Path | None, lang: str, at_once: bool = False) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears only when it is complete.

    What is not complete yet stands beside it as ``.NAME.part``, and goes when something fails.

    Parameters
    ----------
    at_once : write to standard output when everything is there, for formats that go back in their file

    Raises
    ------
    UsageError : if the file cannot be written
    """
    if target is None:
        if at_once:
            with tempfile.TemporaryFile() as whole:
                yield whole
                whole.seek(0)
                shutil.copyfileobj(whole, sys.stdout.buffer)
        else:
            yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        if target.exists() and not target.is_file():  # a device or pipe cannot be replaced
            with target.open("wb") as file:
                yield file
            return
        with _replacing(target.resolve()) as file:
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
    with output(target, lang) as file:
        file.write(content)


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(target))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file replaced, or what a new file gets (mkstemp makes it private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask
