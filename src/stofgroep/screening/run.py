"""A table through the decider to a CSV file."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from stofgroep.screening.columns import SG_COLUMNS, refuse_own_columns
from stofgroep.screening.deciding import CHUNK_ROWS, Settings, decide
from stofgroep.screening.rows import fields_of
from stofgroep.screening.table import Table
from stofgroep.screening.writing import CsvLines, harmless
from stofgroep.verdict.model import Outcome, Row

_SHOWN = 10


@dataclass
class Summary:
    """What came out of a screening.

    ``not_assessed`` holds the first few of those rows, as (number, own id, reason).
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    not_assessed: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Number of rows decided."""
        return self.outcomes.total()

    def add(self, own_id: str, row: Row) -> None:
        """Count one row."""
        self.outcomes[str(row.outcome)] += 1
        if row.outcome == Outcome.NOT_ASSESSED and len(self.not_assessed) < _SHOWN:
            self.not_assessed.append((self.rows, own_id, row.reason))


def decided_rows(
    table: Table, column: int, settings: Settings, jobs: int
) -> Iterator[list[tuple[tuple[str, ...], Row]]]:
    """Every row with what was decided, in chunks and in order; memory does not grow with the table."""
    waiting: deque[list[tuple[str, ...]]] = deque()

    def cells() -> Iterator[list[str]]:
        source = iter(table.rows())
        while chunk := list(islice(source, CHUNK_ROWS)):
            waiting.append(chunk)
            yield [row[column] for row in chunk]

    chunks = -(-table.count // CHUNK_ROWS)
    for decided in decide(cells(), settings, 0 if jobs == 1 else min(jobs, chunks)):  # no worker without work
        rows = [Row(Outcome(fields[0]), *fields[1:]) for fields in decided]
        yield list(zip(waiting.popleft(), rows, strict=True))


def screen_table(
    table: Table,
    column: int,
    own_id: int | None,
    lines: CsvLines | None,
    settings: Settings,
    jobs: int,
    advance: Callable[[int], None],
    show: Callable[[Sequence[str], Row], None] | None = None,
) -> Summary:
    """Screen a table into CSV.

    Parameters
    ----------
    column : index of the structure column
    own_id : index of the column with the user's own id, if there is one
    lines : where to write; None writes nothing
    advance : called with the number of rows done since the last call
    show : called with every row, to show it to a person

    Raises
    ------
    UsageError : if the table already has the columns of a screening
    """
    refuse_own_columns(table.header, settings.lang)
    summary = Summary()
    if lines is not None:
        lines.write((*table.header, *SG_COLUMNS))
    for chunk in decided_rows(table, column, settings, jobs):
        for cells, row in chunk:
            summary.add("" if own_id is None else cells[own_id], row)
            if lines is not None:
                lines.write((*cells, *map(harmless, fields_of(row))))
            if show is not None:
                show(cells, row)
        advance(len(chunk))
    return summary
