"""Many structures through worker processes that can be killed, two at a time."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from stofgroep.errors import StofgroepError
from stofgroep.isolation import Isolated
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.structure import Limits, Reason, Refusal

T = TypeVar("T")

CHUNK = 200
MOST_STOPPED = 3
SECONDS_FOR_A_CHUNK = 20.0
SECONDS_FOR_ONE = 3.0
SECONDS_TO_LOAD = 10.0


class TooHeavyError(StofgroepError):
    """A draft takes too long, or too much memory; says what it was doing."""

    def __init__(self, doing: str, reason: Reason, structure: str = "") -> None:
        super().__init__(f"{doing}: {reason.value}")
        self.doing = doing
        self.reason = reason
        self.structure = structure


def processes() -> int:
    """How many workers to run: one for each processor, two at most."""
    return max(1, min(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2))


def once(work: Callable[[str], T], seconds: float = SECONDS_TO_LOAD) -> T:
    """Run one piece of work in a process that can be killed.

    Raises
    ------
    TooHeavyError : if it had to be
    """
    with interrupts_held(), Isolated(work, Limits(seconds=seconds)) as worker:
        done = worker.run("")
    if isinstance(done, Refusal):
        raise TooHeavyError("load", done.reason, done.detail)
    return done


def sweep(
    work: Callable[[str], list[T]],
    structures: Sequence[str],
    stopped: Callable[[Refusal], T],
    jobs: int | None = None,
    seconds: float | None = None,
    give_up: bool = True,
) -> list[T]:
    """Ask about every structure, in order.

    A structure that has to be stopped costs that one answer; a draft for which a few had to be
    stopped is given up.

    Parameters
    ----------
    work : turns a JSON list of structures into as many answers; importable by name
    stopped : the answer for a structure that was stopped
    jobs : worker processes; None is one for each processor, two at most; 0 asks in this process,
        for a caller that can be killed itself
    seconds : wall time for one chunk of structures; None is the usual time
    give_up : stop when several structures had to be stopped

    Raises
    ------
    TooHeavyError : when several structures had to be stopped
    """
    if jobs == 0:
        return work(json.dumps(list(structures)))
    chunks = [structures[i : i + CHUNK] for i in range(0, len(structures), CHUNK)]
    workers = max(1, min(jobs or processes(), len(chunks)))
    count = _Count(give_up)

    def run(lane: int) -> dict[int, list[T]]:
        found = {}
        limits = Limits(seconds=seconds or SECONDS_FOR_A_CHUNK)
        alone = Limits(seconds=min(SECONDS_FOR_ONE, limits.seconds))
        with Isolated(work, limits) as many, Isolated(work, alone) as one:
            for number in range(lane, len(chunks), workers):
                if count.too_many or count.cancelled:
                    break
                answer = many.run(json.dumps(chunks[number]))
                if isinstance(answer, Refusal):
                    answer = _one_by_one(one, chunks[number], stopped, count)
                found[number] = answer
        return found

    done: dict[int, list[T]] = {}
    # only this thread hears Ctrl-C: RDKit answers an interrupted search with "no match"
    with ThreadPoolExecutor(workers, initializer=_hold_interrupts) as pool:
        try:
            for part in pool.map(run, range(workers)):
                done.update(part)
        except BaseException:
            count.cancelled = True
            raise
    if count.too_many:
        raise TooHeavyError("match", count.reason, count.structure)
    return [answer for number in range(len(chunks)) for answer in done[number]]


def _hold_interrupts() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


class _Count:
    """Structures that had to be stopped, over all workers."""

    def __init__(self, give_up: bool) -> None:
        self._give_up = give_up
        self.cancelled = False
        self.stopped = 0
        self.reason = Reason.TIMEOUT
        self.structure = ""

    @property
    def too_many(self) -> bool:
        return self._give_up and self.stopped >= MOST_STOPPED

    def add(self, refusal: Refusal, structure: str) -> None:
        self.stopped += 1
        self.reason, self.structure = refusal.reason, structure


def _one_by_one(
    worker: Isolated[list[T]], chunk: Sequence[str], stopped: Callable[[Refusal], T], count: _Count
) -> list[T]:
    found: list[T] = []
    for structure in chunk:
        answer = worker.run(json.dumps([structure]))
        if isinstance(answer, Refusal):
            count.add(answer, structure)
            found.append(stopped(answer))
            if count.too_many:
                break
        else:
            found.append(answer[0])
    return found
