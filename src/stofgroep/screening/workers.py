"""Chunks of texts through killable processes: whatever one text does, it costs one row."""

from __future__ import annotations

import json
import queue
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from types import TracebackType

from rdkit import RDLogger

from stofgroep.isolation import Isolated
from stofgroep.screening.rows import Fields, Settings, not_assessed, run_slice, warm_up
from stofgroep.structure import Limits, Refusal


class Workers:
    """So many processes, each with a thread here that hands it one chunk after another.

    A process that takes too long, takes too much memory or dies is replaced, and its chunk is gone
    through again text by text.

    Parameters
    ----------
    jobs : number of processes; they start when first needed
    settings : what they decide by
    limits : ``seconds`` and ``memory_mb`` of one text
    """

    def __init__(self, jobs: int, settings: Settings, limits: Limits | None = None) -> None:
        self._settings = settings
        limits = limits or Limits()
        run = partial(run_slice, settings)
        self._isolated = [Isolated(run, limits, _prepare, (settings,)) for _ in range(jobs)]
        self._free: queue.SimpleQueue[Isolated[list[Fields | None]]] = queue.SimpleQueue()
        for worker in self._isolated:
            self._free.put(worker)
        self._closed = threading.Event()
        self._threads = ThreadPoolExecutor(jobs, "stofgroep-worker", initializer=_hold_interrupts)

    def submit(self, texts: Sequence[str]) -> Future[list[Fields]]:
        """Decide a chunk as soon as a process is free."""
        return self._threads.submit(self._decide, texts)

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        self._closed.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._isolated:
            worker.close()
        self._threads.shutdown(wait=True)
        for worker in self._isolated:  # one may just have started while the others were ended
            worker.close()

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _decide(self, texts: Sequence[str]) -> list[Fields]:
        worker = self._free.get()
        try:
            return self._rows(worker, texts)
        finally:
            self._free.put(worker)

    def _rows(self, worker: Isolated[list[Fields | None]], texts: Sequence[str]) -> list[Fields]:
        rows: list[Fields] = []
        while len(rows) < len(texts):
            answer = self._answer(worker, False, texts[len(rows) :])
            if isinstance(answer, Refusal):  # which text it was is not known: each gets its own turn
                rows.extend(self._alone(worker, text) for text in texts[len(rows) :])
            else:
                for row in answer:
                    rows.append(self._alone(worker, texts[len(rows)]) if row is None else row)
        return rows

    def _alone(self, worker: Isolated[list[Fields | None]], text: str) -> Fields:
        answer = self._answer(worker, True, [text])
        if isinstance(answer, Refusal):
            return not_assessed(answer, self._settings.lang)
        [row] = answer
        assert row is not None, "a text decided alone has a row"
        return row

    def _answer(
        self, worker: Isolated[list[Fields | None]], alone: bool, texts: Sequence[str]
    ) -> list[Fields | None] | Refusal:
        if self._closed.is_set():
            raise CancelledError
        return worker.run(json.dumps([alone, texts]))


def _prepare(settings: Settings) -> None:
    RDLogger.DisableLog("rdApp.*")  # type: ignore[attr-defined]
    warm_up(settings)


def _hold_interrupts() -> None:
    """Processes start from this thread and inherit it: only their parent hears Ctrl-C."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
