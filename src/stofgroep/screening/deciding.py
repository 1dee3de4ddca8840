"""Rows through the decider, in order: in this process, or in worker processes with the same result."""

from __future__ import annotations

import datetime as dt
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Protocol, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from stofgroep.law import Law
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.structure import Reason
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Outcome, Row
from stofgroep.wording import say

CHUNK_ROWS = 250
_AHEAD = 3  # chunks per worker that are read before their turn: enough to keep workers busy, and memory flat

T = TypeVar("T")


class RowDecider(Protocol):
    """What decides one cell."""

    def row(self, text: str) -> Row: ...


class Settings(Protocol):
    """What every worker needs to build its own decider; can be sent to a process."""

    def __hash__(self) -> int: ...

    @property
    def lang(self) -> str: ...

    def decider(self) -> RowDecider: ...


@dataclass(frozen=True)
class LawSettings:
    """The law, date and language of a screening. The date is fixed once, so midnight cannot divide a file."""

    law: str
    date: dt.date
    lists: bool
    lang: str

    def decider(self) -> RowDecider:
        """A decider for these settings.

        Raises
        ------
        UnknownLawError : if there is no such law
        """
        return Decider(Law.at(self.date, self.law, self.lists), self.lang)


def chunked(rows: Iterable[T]) -> Iterator[list[T]]:
    """Lists of at most :data:`CHUNK_ROWS` rows."""
    source = iter(rows)
    while chunk := list(islice(source, CHUNK_ROWS)):
        yield chunk


def decide(cells: Iterable[Sequence[str]], settings: Settings, jobs: int = 1) -> Iterator[list[Row]]:
    """Decide chunks of cells, in order.

    Parameters
    ----------
    cells : chunks of structures as they stand in the table
    jobs : number of worker processes; 1 decides in this process
    """
    if jobs <= 1:
        return (_rows(settings, chunk) for chunk in cells)
    return _in_workers(cells, settings, jobs)


def _in_workers(cells: Iterable[Sequence[str]], settings: Settings, jobs: int) -> Iterator[list[Row]]:
    pool = ProcessPool(jobs, context=multiprocessing.get_context("spawn"))
    waiting: deque[tuple[Sequence[str], ProcessFuture[list[Row]]]] = deque()
    try:
        for chunk in cells:
            waiting.append((chunk, _scheduled(pool, settings, chunk)))
            if len(waiting) >= jobs * _AHEAD:
                yield _result(pool, settings, *waiting.popleft())
        while waiting:
            yield _result(pool, settings, *waiting.popleft())
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _scheduled(pool: ProcessPool, settings: Settings, chunk: Sequence[str]) -> ProcessFuture[list[Row]]:
    with interrupts_held():  # workers start here and inherit it: only their parent hears Ctrl-C
        return pool.schedule(_rows, (settings, chunk))


def _result(
    pool: ProcessPool, settings: Settings, chunk: Sequence[str], future: ProcessFuture[list[Row]]
) -> list[Row]:
    """The rows of a chunk. If its worker died, each cell is tried alone, so that one cell costs one row."""
    try:
        return list(future.result())
    except ProcessExpired:
        if len(chunk) == 1:
            return [_not_assessed(Reason.WORKER_DIED, settings.lang)]
        alone = ([cell] for cell in chunk)
        return [_result(pool, settings, cell, _scheduled(pool, settings, cell))[0] for cell in alone]


@lru_cache(maxsize=2)
def _decider(settings: Settings) -> RowDecider:
    return settings.decider()


def _rows(settings: Settings, cells: Sequence[str]) -> list[Row]:
    rows = []
    with interrupts_held() as let_through:
        decider = _decider(settings)
        for cell in cells:
            rows.append(decider.row(cell) if cell.strip() else _not_assessed(Reason.MISSING, settings.lang))
            let_through()
    return rows


def _not_assessed(reason: Reason, lang: str) -> Row:
    why = say(lang, f"structure.reason-{reason.value}")
    return Row(Outcome.NOT_ASSESSED, "", "", "", "", f"{reason.value}: {why}", "")
