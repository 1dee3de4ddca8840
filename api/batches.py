"""Many structures through the workers: in order, in turns, and none of them able to hold up the rest."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any

from stofgroep.api.work import Question
from stofgroep.api.workers import Pool, Pools
from stofgroep.structure import Reason, Refusal

_WHOLE = 25
"""So few structures go to one worker at once."""
_LARGEST = 100


class Batch:
    """Structures of one call or one chunk of a file.

    Parameters
    ----------
    pools, pool : all workers, and those that decide this batch
    do : "verdicts" or "rows"
    items : what :mod:`stofgroep.api.work` takes for it
    seconds : time for all of them; what is not decided by then is refused
    extra : further arguments of the task
    """

    def __init__(
        self,
        pools: Pools,
        pool: Pool,
        do: str,
        question: Question,
        items: Sequence[Any],
        seconds: float,
        **extra: Any,
    ) -> None:
        self._alone = pools.alone
        self._pool = pool
        self._do = do
        self._question = question.plain()
        self._items = items
        self._seconds = seconds
        self._extra = extra
        self._answers: list[Any] = [None] * len(items)
        self._todo = deque(_spans(len(items), pool.size))
        self._heavy: asyncio.Queue[int] = asyncio.Queue()
        self._news = asyncio.Event()

    async def answers(self, refused: Callable[[int, Refusal], Any]) -> AsyncGenerator[Any]:
        """The answer to every structure, in order and as soon as it is there.

        Parameters
        ----------
        refused : an awaitable answer for a structure (by its index) that could not be decided
        """
        end = time.monotonic() + self._seconds
        tasks = [asyncio.create_task(self._work()) for _ in range(min(self._pool.size, len(self._todo)))]
        tasks.append(asyncio.create_task(self._work_alone()))
        try:
            for index in range(len(self._items)):
                while self._answers[index] is None:
                    if not await self._told(tasks, end):
                        too_late = Refusal(
                            Reason.TIMEOUT, f"more than {self._seconds:g} s for the whole call"
                        )
                        self._answers[index] = too_late
                answer, self._answers[index] = self._answers[index], False
                yield await refused(index, answer) if isinstance(answer, Refusal) else answer
        finally:
            for task in tasks:
                task.cancel()

    async def _told(self, tasks: list[asyncio.Task[None]], end: float) -> bool:
        """Wait for news; False when the time is over."""
        left = end - time.monotonic()
        if left <= 0:
            return False
        for task in tasks:
            if task.done() and not task.cancelled() and (error := task.exception()) is not None:
                raise error
        try:
            await asyncio.wait_for(self._news.wait(), left)
        except TimeoutError:
            return False
        self._news.clear()
        return True

    async def _work(self) -> None:
        """Batches in turn; one that had to be stopped is gone through again, structure by structure."""
        try:
            while self._todo:
                span = self._todo.popleft()
                found = await self._run(self._pool, span, alone=False)
                if not isinstance(found, Refusal):
                    self._take(span, found)
                elif len(span) == 1:
                    self._heavy.put_nowait(span[0])
                else:
                    self._todo.extendleft(range(i, i + 1) for i in reversed(span))
                self._news.set()
        finally:
            self._news.set()

    async def _work_alone(self) -> None:
        """Structures that may never come back, one at a time, so that no call takes all such workers."""
        try:
            while True:
                index = await self._heavy.get()
                found = await self._run(self._alone, range(index, index + 1), alone=True)
                self._answers[index] = found if isinstance(found, Refusal) else found[0]
                self._news.set()
        finally:
            self._news.set()

    def _take(self, span: range, found: list[Any]) -> None:
        for index, answer in zip(span, found, strict=False):
            if answer is None:
                self._heavy.put_nowait(index)
            else:
                self._answers[index] = answer
        if len(found) < len(span):
            self._todo.appendleft(span[len(found) :])

    async def _run(self, pool: Pool, span: range, alone: bool) -> Any:
        items = self._items[span.start : span.stop]
        return await pool.run(self._do, question=self._question, items=items, alone=alone, **self._extra)


def _spans(count: int, workers: int) -> list[range]:
    """Few structures stay together; many are divided so that every worker gets several turns."""
    size = max(_WHOLE, min(_LARGEST, -(-count // (4 * workers))))
    return [range(start, min(start + size, count)) for start in range(0, count, size)]
