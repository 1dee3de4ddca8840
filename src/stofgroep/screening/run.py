"""A table through the decider into a writer."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from stofgroep.screening.deciding import decide
from stofgroep.screening.formats.model import CHUNK_ROWS, Chunk, Table, Writer
from stofgroep.screening.journal import Journal
from stofgroep.screening.rows import Fields, Settings
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

    def add(self, chunk: Chunk, own_id: int | None, decided: Sequence[Fields]) -> None:
        """Count the rows of a chunk."""
        before = self.rows
        counts = Counter(fields[0] for fields in decided)
        if counts[Outcome.NOT_ASSESSED] and len(self.not_assessed) < _SHOWN:
            ids = [""] * len(decided) if own_id is None else chunk.texts(own_id)
            for number, (own, fields) in enumerate(zip(ids, decided, strict=True), before + 1):
                if fields[0] == Outcome.NOT_ASSESSED and len(self.not_assessed) < _SHOWN:
                    self.not_assessed.append((number, own, row_of(fields).reason))
        self.outcomes.update(counts)


def row_of(fields: Fields) -> Row:
    """A row from its texts."""
    return Row(Outcome(fields[0]), *fields[1:])


def decided_chunks(
    table: Table, column: int, settings: Settings, jobs: int, journal: Journal | None = None
) -> Iterator[tuple[Chunk, list[Fields], bool]]:
    """Every chunk with what was decided, in order; memory does not grow with the table.

    The last of the three says whether it was decided before, and taken from the journal.
    """
    chunks = table.chunks()
    done = 0
    if journal is not None:
        for kept in journal.kept():
            chunk = next(chunks)
            done += len(chunk)
            yield chunk, kept, True
    waiting: deque[Chunk] = deque()

    def texts() -> Iterator[list[str]]:
        for chunk in chunks:
            waiting.append(chunk)
            yield chunk.texts(column)

    useful = max(1, -(-(table.count - done) // CHUNK_ROWS))  # no worker without work
    for decided in decide(texts(), settings, min(jobs, useful)):
        if journal is not None:
            journal.append(decided)
        yield waiting.popleft(), decided, False


def screen_table(
    table: Table,
    column: int,
    own_id: int | None,
    writer: Writer | None,
    settings: Settings,
    jobs: int,
    advance: Callable[[int, bool], None] | None = None,
    show: Callable[[Chunk, Sequence[Fields]], None] | None = None,
    journal: Journal | None = None,
) -> Summary:
    """Screen a table.

    Parameters
    ----------
    column : index of the structure column
    own_id : index of the column with the user's own id, if there is one
    writer : where to write; None writes nothing
    jobs : number of worker processes; 0 decides in this process
    advance : called with the number of rows done since the last call, and whether they were done before
    show : called with every chunk, to show it to a person
    journal : where to keep what was decided, and to go on from
    """
    summary = Summary()
    for chunk, decided, before in decided_chunks(table, column, settings, jobs, journal):
        summary.add(chunk, own_id, decided)
        if writer is not None:
            writer.write(chunk, decided)
        if show is not None:
            show(chunk, decided)
        if advance is not None:
            advance(len(chunk), before)
    return summary
