"""Pools of worker processes, for code that must not wait: the server's own loop never computes."""

from __future__ import annotations

import asyncio
import json
import logging
import queue
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from stofgroep.api import work
from stofgroep.api.settings import Settings
from stofgroep.isolation import Isolated
from stofgroep.structure import Limits, Refusal

log = logging.getLogger("stofgroep")

_BATCH_SHARE = 0.25
_RESULT_SHARE = 10
_ALONE_NICENESS = 5
_JOB_NICENESS = 10


class Pool:
    """So many workers that each run one task at a time, under limits of time and memory.

    Parameters
    ----------
    size : number of processes; they start when first needed
    limits : ``seconds`` and ``memory_mb`` of one task
    question : what every new worker loads the law for, None for nothing
    niceness : how far these processes stand back for others
    """

    def __init__(
        self, size: int, limits: Limits, question: dict[str, Any] | None = None, niceness: int = 0
    ) -> None:
        self.size = size
        self._workers = [Isolated(work.run, limits, work.prepare, (question, niceness)) for _ in range(size)]
        # The one used last comes first: it has most probably loaded the law of that day.
        self._free: queue.LifoQueue[Isolated[Any]] = queue.LifoQueue()
        for worker in self._workers:
            self._free.put(worker)
        # One thread per worker, waiting for its process: as many tasks run as there are workers.
        self._threads = ThreadPoolExecutor(size, "stofgroep-pool", initializer=_hold_interrupts)

    async def run(self, do: str, **values: Any) -> Any:
        """What a function of :mod:`stofgroep.api.work` answers, or a Refusal if it was stopped."""
        task = json.dumps({"do": do, **values})
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._run, task)

    async def certainly(self, do: str, **values: Any) -> Any:
        """As :meth:`run`, for tasks that cannot fail of themselves: a worker that broke is tried again.

        Raises
        ------
        RuntimeError : if it breaks again
        """
        for _ in range(2):
            answer = await self.run(do, **values)
            if not isinstance(answer, Refusal):
                return answer
        raise RuntimeError(f"{do} was stopped: {answer.reason}")

    async def warm_up(self, question: dict[str, Any]) -> None:
        """Start every worker, by giving all of them something to do at once."""
        task = {"question": question, "items": [], "explain": False, "alone": True}
        await asyncio.gather(*(self.run("verdicts", **task) for _ in self._workers))

    def close(self) -> None:
        """End all workers, whatever they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(wait=True)

    def _run(self, task: str) -> Any:
        worker = self._free.get()
        try:
            answer = worker.run(task)
        finally:
            self._free.put(worker)
        if isinstance(answer, Refusal):  # its detail may hold a structure: the log gets the reason only
            log.warning("worker stopped", extra={"fields": {"reason": answer.reason.value}})
        return answer


def _hold_interrupts() -> None:
    """Workers start from this thread and inherit it: only the server itself hears Ctrl-C."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


@dataclass(frozen=True)
class Pools:
    """All processes of a server.

    ``calls``   : for calls, many structures at a time
    ``alone``   : for one structure that may never come back
    ``jobs``    : for screenings; they stand back for calls
    ``patient`` : for whole files and drafts
    ``results`` : for results, which nobody waits for in a call
    """

    calls: Pool
    alone: Pool
    jobs: Pool
    patient: Pool
    results: Pool

    @classmethod
    def of(cls, settings: Settings, question: dict[str, Any]) -> Pools:
        """The pools that the settings ask for; nothing is started yet."""
        limits = settings.limits
        # A batch in which something hangs is given up early: then each of its structures gets its own time.
        batch = replace(limits, seconds=limits.seconds * _BATCH_SHARE)
        return cls(
            calls=Pool(settings.workers, batch, question),
            alone=Pool(settings.isolated_workers, limits, question, _ALONE_NICENESS),
            jobs=Pool(settings.job_workers, batch, question, _JOB_NICENESS),
            patient=Pool(1, replace(limits, seconds=settings.task_seconds), None, _ALONE_NICENESS),
            results=Pool(
                1, replace(limits, seconds=settings.task_seconds * _RESULT_SHARE), None, _JOB_NICENESS
            ),
        )

    def close(self) -> None:
        """End every process."""
        for pool in (self.calls, self.alone, self.jobs, self.patient, self.results):
            pool.close()
