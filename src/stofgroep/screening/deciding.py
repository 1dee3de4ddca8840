"""Chunks of texts through the decider, in order, none of them twice: here, or in worker processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future

from stofgroep.screening.memory import Memory
from stofgroep.screening.rows import Fields, LawSettings, Settings, in_this_process
from stofgroep.screening.workers import Workers
from stofgroep.structure import Limits

__all__ = ["LawSettings", "Settings", "decide"]

_AHEAD = 3  # chunks per worker that are read before their turn: enough to keep workers busy, and memory flat


def decide(
    chunks: Iterable[Sequence[str]], settings: Settings, jobs: int = 0, limits: Limits | None = None
) -> Iterator[list[Fields]]:
    """Decide chunks of texts, in order; a text that was decided lately is not decided again.

    Parameters
    ----------
    chunks : structures as they stand in the table
    jobs : number of killable worker processes; 0 decides in this process
    limits : time and memory of one structure in a worker
    """
    if jobs < 1:
        return _here(chunks, settings)
    return _in_workers(chunks, settings, jobs, limits)


def _here(chunks: Iterable[Sequence[str]], settings: Settings) -> Iterator[list[Fields]]:
    memory = Memory()
    for texts in chunks:
        known, unknown = memory.divided(texts)
        known.update(zip(unknown, in_this_process(unknown, settings), strict=True))
        memory.keep(unknown, known)
        yield [known[text] for text in texts]


def _in_workers(
    chunks: Iterable[Sequence[str]], settings: Settings, jobs: int, limits: Limits | None
) -> Iterator[list[Fields]]:
    memory = Memory()
    waiting: deque[_Waiting] = deque()
    with Workers(jobs, settings, limits) as workers:
        for texts in chunks:
            known, unknown = memory.divided(texts)
            waiting.append(_Waiting(texts, known, unknown, workers.submit(unknown) if unknown else None))
            while len(waiting) >= jobs * _AHEAD or (waiting and waiting[0].done):
                yield waiting.popleft().rows(memory)
        while waiting:
            yield waiting.popleft().rows(memory)


class _Waiting:
    """A chunk that is being decided, with the rows that were known before."""

    def __init__(
        self,
        texts: Sequence[str],
        known: dict[str, Fields],
        unknown: list[str],
        future: Future[list[Fields]] | None,
    ) -> None:
        self._texts = texts
        self._known = known
        self._unknown = unknown
        self._future = future

    @property
    def done(self) -> bool:
        return self._future is None or self._future.done()

    def rows(self, memory: Memory) -> list[Fields]:
        """Its rows, as soon as they are there."""
        if self._future is not None:
            self._known.update(zip(self._unknown, self._future.result(), strict=True))
            memory.keep(self._unknown, self._known)
        return [self._known[text] for text in self._texts]
