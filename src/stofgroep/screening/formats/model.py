"""What every format offers: a table in chunks, and a writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from stofgroep.screening.columns import SAMPLE_ROWS
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.rows import Fields

CHUNK_ROWS = 250
MOST_COLUMNS = 16_384
"""A table with more is refused: names are kept in memory, and no spreadsheet takes more."""


@dataclass(frozen=True)
class ReadAs:
    """What the user says about a file; None is found out.

    ``form`` : name of the format; ``sheet`` : name of an XLSX sheet
    """

    header: bool = True
    delimiter: str | None = None
    encoding: str | None = None
    form: str | None = None
    sheet: str | None = None


class Chunk(Protocol):
    """Some rows of a table, with whatever its format needs to give them back unchanged."""

    def __len__(self) -> int: ...

    def texts(self, column: int) -> list[str]:
        """The cells of one column as text."""

    def rows(self) -> Iterable[Sequence[Any]]:
        """All cells by column, in the types of the format; None for a missing one."""


@dataclass(frozen=True)
class Cells:
    """Rows of text, each as long as the header."""

    cells: list[tuple[str, ...]]

    def __len__(self) -> int:
        return len(self.cells)

    def texts(self, column: int) -> list[str]:
        """The cells of one column."""
        return [row[column] for row in self.cells]

    def rows(self) -> list[tuple[str, ...]]:
        """The rows themselves."""
        return self.cells


@dataclass(frozen=True)
class Table:
    """A checked table.

    form : name of its format
    header : the column names (invented if the file has none)
    count : number of rows
    sample : the first rows as text
    structure : index of the structure column where the format fixes it, else None
    titles : index of the column with the user's own ids where the format fixes it, else None
    """

    form: str
    header: tuple[str, ...]
    count: int
    sample: tuple[tuple[str, ...], ...]
    structure: int | None
    titles: int | None
    dialect: Dialect
    read: Callable[[], Iterator[Chunk]] = field(repr=False)

    def chunks(self) -> Iterator[Chunk]:
        """Every row from the first, in chunks that are the same each time. One reading at a time."""
        return self.read()

    def texts(self, *columns: int | None) -> Iterator[tuple[str, ...]]:
        """Some columns of every row, as text; "" for a column that is None."""
        for chunk in self.chunks():
            blank = [""] * len(chunk)
            yield from zip(*(blank if c is None else chunk.texts(c) for c in columns), strict=True)


class Writer(Protocol):
    """Writes rows with what was decided behind them. Nothing is complete before ``finish``."""

    def write(self, chunk: Chunk, decided: Sequence[Fields]) -> None:
        """Append a chunk."""

    def finish(self) -> None:
        """Write what comes after the last row."""

    def abandon(self) -> None:
        """Let go of everything, where the last row does not come."""


def sample_of(chunks: Iterable[Chunk], width: int) -> tuple[tuple[str, ...], ...]:
    """The first rows of a table as text."""
    rows: list[tuple[str, ...]] = []
    for chunk in chunks:
        if len(rows) >= SAMPLE_ROWS or not len(chunk):
            break
        rows.extend(zip(*(chunk.texts(column) for column in range(width)), strict=True))
    return tuple(rows[:SAMPLE_ROWS])


class Alike:
    """Remembers what a function made of rows that occur again and again."""

    _MOST = 1_000

    def __init__(self, function: Callable[[Fields], str]) -> None:
        self._function = function
        self._made: dict[Fields, str] = {}

    def __call__(self, fields: Fields) -> str:
        """What the function makes of these."""
        made = self._made.get(fields)
        if made is None:
            if len(self._made) >= self._MOST:
                self._made.clear()
            made = self._made[fields] = self._function(fields)
        return made
