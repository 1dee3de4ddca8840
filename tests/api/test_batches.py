"""Batches against workers that behave badly: nothing is lost, out of order, or waits for ever."""

import asyncio
import datetime as dt
import time
from typing import Any, cast

import pytest

from stofgroep.api.batches import Batch
from stofgroep.api.work import Question, is_heavy
from stofgroep.api.workers import Pool, Pools
from stofgroep.structure import Reason, Refusal

QUESTION = Question("nl", dt.date(2026, 7, 9), True, "nl")
STOPPED = Refusal(Reason.TIMEOUT, "more than 1 s")


class Worker:
    """A pool that answers an item with itself in capitals.

    bad : items that stop every worker; heavy : items it leaves to the other pool
    most : items it does before its time slice is over
    """

    def __init__(
        self, size: int = 2, bad: str = "", heavy: str = "", most: int = 1000, wait: float = 0
    ) -> None:
        self.size = size
        self.bad, self.heavy, self.most, self.wait = bad, heavy, most, wait
        self.calls: list[int] = []

    async def run(self, do: str, *, items: list[str], alone: bool, **_: Any) -> Any:
        self.calls.append(len(items))
        await asyncio.sleep(self.wait)
        done = items[: self.most]
        if any(item in self.bad for item in done):
            return STOPPED
        return [None if item in self.heavy and not alone else item.upper() for item in done]


def decided(items: str, worker: Worker, alone: Worker, seconds: float = 10) -> list[Any]:
    pools = cast(Pools, type("Fake", (), {"alone": alone}))

    async def refused(index: int, refusal: Refusal) -> str:
        return f"{items[index]}: {refusal.reason}"

    async def run() -> list[Any]:
        batch = Batch(pools, cast(Pool, worker), "verdicts", QUESTION, items, seconds)
        return [answer async for answer in batch.answers(refused)]

    return asyncio.run(run())


LETTERS = "abcdefghijklmnopqrstuvwxyz" * 10


def test_all_in_order() -> None:
    worker = Worker()
    assert decided(LETTERS, worker, Worker()) == list(LETTERS.upper())
    assert max(worker.calls) < len(LETTERS)


def test_a_few_go_to_one_worker_at_once() -> None:
    worker = Worker()
    decided("abc", worker, Worker())
    assert worker.calls == [3]


def test_what_a_time_slice_leaves_is_gone_on_with() -> None:
    worker = Worker(most=7)
    assert decided(LETTERS, worker, Worker()) == list(LETTERS.upper())


def test_one_that_stops_its_worker_costs_nobody_else() -> None:
    alone = Worker(size=1, bad="c")
    found = decided("abcde", Worker(bad="c"), alone)
    assert found == ["A", "B", "c: timeout", "D", "E"]
    assert alone.calls == [1]  # it got its full time, by itself


def test_one_that_needs_time_gets_it_alone() -> None:
    assert decided("abcde", Worker(bad="c"), Worker(size=1)) == list("ABCDE")


def test_heavy_ones_are_decided_one_by_one() -> None:
    alone = Worker(size=1)
    assert decided("abcdeab", Worker(heavy="ae"), alone) == list("ABCDEAB")
    assert alone.calls == [1, 1, 1]


def test_the_time_for_a_call_has_an_end() -> None:
    start = time.monotonic()
    found = decided("ab", Worker(heavy="b"), Worker(wait=60), seconds=0.2)
    assert found == ["A", "b: timeout"]
    assert time.monotonic() - start < 5


def test_a_fault_of_the_server_is_not_waited_for() -> None:
    class Broken(Worker):
        async def run(self, do: str, **_: Any) -> Any:
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        decided("ab", Broken(), Worker())


@pytest.mark.parametrize(
    ("structure", "heavy"),
    [
        ("CCO", False),
        ("C1CC1" * 12, False),
        ("C1CC1" * 13, True),
        ("C%10CC%10" * 13, True),
        ("c1ccccc1" * 12 + "." + "C" * 50, False),
        ("1" * 500, False),  # nothing that can be read
        ("", False),
        ("InChI=1S/CH4/h1H4", False),
    ],
)
def test_rings_decide_who_is_heavy(structure: str, heavy: bool) -> None:
    assert is_heavy(structure) is heavy
