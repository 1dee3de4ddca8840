"""A process that can be killed, for structures that might never come back.

RDKit's ring search, Kekulé search and matching run in C++ and answer to no
signal or thread; only ending the process stops them. pebble ends and restarts
the worker when a call takes too long.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import TimeoutError as Overdue
from types import TracebackType
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from stofgroep.structure import Limits, Reason, Refusal

T = TypeVar("T")


class Isolated(Generic[T]):
    """Run one function on one text at a time in a worker with time and memory limits.

    The worker starts with the first call and survives until a call is stopped;
    the next call then gets a new one. Starting it and running ``initializer``
    do not count against the time limit.

    Parameters
    ----------
    function : what to run; importable by name, as is what it returns
    limits : ``seconds`` (wall time) and ``memory_mb`` (MiB of address space on
        top of what the worker has before the call; enforced on Linux only)
    initializer, initargs : run once in every new worker, to load data for instance
    """

    def __init__(
        self,
        function: Callable[[str], T],
        limits: Limits | None = None,
        initializer: Callable[..., object] | None = None,
        initargs: tuple[Any, ...] = (),
    ) -> None:
        self._function = function
        self._limits = Limits() if limits is None else limits
        self._initializer = initializer
        self._initargs = initargs
        self._pool: ProcessPool | None = None

    def run(self, text: str) -> T | Refusal:
        """What the function returns for this text, or why it was stopped.

        Never raises for what happens inside the worker: an exception there is
        ``Refusal(INTERNAL)``, with its type and message as detail.
        """
        future = self._start().schedule(
            _limited, args=(self._function, text, self._limits.memory_mb), timeout=self._limits.seconds
        )
        try:
            answer: T | Refusal = future.result()
        except Overdue:
            return Refusal(Reason.TIMEOUT, f"more than {self._limits.seconds:g} s")
        except MemoryError:
            return self._out_of_memory()
        except ProcessExpired as error:
            return Refusal(Reason.WORKER_DIED, f"exit code {error.exitcode}")
        except KeyboardInterrupt:
            self.close()
            raise
        except Exception as error:
            if _is_allocation_failure(error):
                return self._out_of_memory()
            return Refusal(Reason.INTERNAL, " ".join(f"{type(error).__name__}: {error}".split())[:200])
        return answer

    def close(self) -> None:
        """End the worker; the next call starts a new one."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def __enter__(self) -> Isolated[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            # Not fork: the caller may hold threads and locks (the web service does).
            self._pool = ProcessPool(
                max_workers=1,
                context=multiprocessing.get_context("spawn"),
                initializer=self._initializer,
                initargs=list(self._initargs),
            )
        return self._pool

    def _out_of_memory(self) -> Refusal:
        return Refusal(Reason.OUT_OF_MEMORY, f"more than {self._limits.memory_mb} MiB")


def _limited(function: Callable[[str], T], text: str, memory_mb: int) -> T:
    """Inside the worker: run under a memory limit that is lifted again afterwards."""
    if sys.platform != "linux":
        return function(text)
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm", encoding="ascii") as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    wanted = used + memory_mb * 1024 * 1024
    if before[1] != resource.RLIM_INFINITY:
        wanted = min(wanted, before[1])
    resource.setrlimit(resource.RLIMIT_AS, (wanted, before[1]))
    try:
        return function(text)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _is_allocation_failure(error: Exception) -> bool:
    # C++ reports a failed allocation as std::bad_alloc, which not every binding translates.
    return "bad_alloc" in str(error)
