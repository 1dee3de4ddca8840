"""A process that can be killed, for structures that might never come back.

RDKit's ring search, Kekulé search and matching run in C++ and answer to no
signal or thread; only ending the process stops them. The worker is a plain
interpreter that is told over a pipe what to run. ``multiprocessing`` (and the
pools built on it) would import the caller's main module again in the worker,
and so run a script that calls this library a second time.
"""

from __future__ import annotations

import math
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any, BinaryIO, Generic, TypeVar

from stofgroep.structure import Limits, Reason, Refusal

T = TypeVar("T")

_LENGTH = 8  # bytes that give the length of a message
_ABANDONED_SECONDS = 10
_START_SECONDS = 60  # for a machine under load; starting usually takes well under a second


@dataclass(frozen=True)
class _Task:
    """What a worker is told: run this function on this text, within this memory and time."""

    function: Callable[[str], Any]
    text: str
    memory_mb: int
    seconds: float


class Isolated(Generic[T]):
    """Run one function on one text at a time in a worker with time and memory limits.

    The worker starts with the first call and survives until a call is stopped;
    the next call then gets a new one. Starting it and running ``initializer``
    do not count against the time limit. Calls from several threads wait for
    one another.

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
        self._worker: _Worker | None = None
        self._lock = threading.Lock()

    def run(self, text: str) -> T | Refusal:
        """What the function returns for this text, or why it was stopped.

        Never raises for what happens inside the worker: an exception there is
        ``Refusal(INTERNAL)``, with its type and message as detail.
        """
        with self._lock:
            try:
                return self._run(text)
            except BaseException:
                self.close()  # an interrupted call must not answer the next one
                raise

    def _run(self, text: str) -> T | Refusal:
        if self._worker is None:
            self._worker = _Worker()
            ready = self._worker.ask((self._initializer, self._initargs), _START_SECONDS)
            if not isinstance(ready, _Done):
                self.close()
                return ready if isinstance(ready, Refusal) else Refusal(Reason.WORKER_DIED, "did not start")
        task = _Task(self._function, text, self._limits.memory_mb, self._limits.seconds)
        answer = self._worker.ask(task, self._limits.seconds)
        if isinstance(answer, _Done):
            result: T | Refusal = answer.value
            return result
        if answer is None:
            self.close()
            return Refusal(Reason.TIMEOUT, f"more than {self._limits.seconds:g} s")
        if answer.reason is Reason.WORKER_DIED:
            self.close()
        return answer

    def close(self) -> None:
        """End the worker; the next call starts a new one."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def __enter__(self) -> Isolated[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@dataclass(frozen=True)
class _Done:
    """An answer, wrapped so that None can be one."""

    value: Any


class _Worker:
    """The process, the pipe to it, and a thread that waits for its answers."""

    def __init__(self) -> None:
        program = "from stofgroep.isolation import serve; serve()"
        # the worker must find this package where this process found it
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        self._process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._answers: queue.SimpleQueue[_Done | Refusal] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()
        # also when nobody closes it, and at the latest when this interpreter ends
        self._finish = weakref.finalize(self, _end, self._process)

    def ask(self, message: object, seconds: float) -> _Done | Refusal | None:
        """Send a message and wait for its answer; None when it did not come in time."""
        content = pickle.dumps(message)
        try:
            _send(_pipe(self._process.stdin), content)
        except OSError:
            return _died(self._process)
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return None

    def end(self) -> None:
        """Kill the process and wait until it is gone."""
        self._finish()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    if process.stdin is not None:
        with suppress(OSError):  # what was still to be written can no longer be read
            process.stdin.close()


def _listen(process: subprocess.Popen[bytes], answers: queue.SimpleQueue[_Done | Refusal]) -> None:
    """The answers of a process as they come, until it ends; then that it died."""
    with _pipe(process.stdout) as stream:
        while (content := _receive(stream)) is not None:
            answers.put(pickle.loads(content))
    answers.put(_died(process))


def _died(process: subprocess.Popen[bytes]) -> Refusal:
    return Refusal(Reason.WORKER_DIED, f"exit code {process.wait()}")


def serve() -> None:
    """The worker: do what arrives on standard input until it closes."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed must not end up among the answers
    start = _receive(incoming)
    if start is None:
        return
    initializer, arguments = pickle.loads(start)
    _send(outgoing, pickle.dumps(_answer(lambda: initializer(*arguments) if initializer else None)))
    while (content := _receive(incoming)) is not None:
        task: _Task = pickle.loads(content)
        _end_if_abandoned(task.seconds)
        _send(outgoing, pickle.dumps(_answer(partial(_limited, task))))
        _end_if_abandoned(None)


def _end_if_abandoned(seconds: float | None) -> None:
    """Where alarms exist, one ends the worker after its time if the caller that should end it is gone."""
    if hasattr(signal, "alarm"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(0 if seconds is None else math.ceil(seconds) + _ABANDONED_SECONDS)


def _answer(run: Callable[[], object]) -> _Done | Refusal:
    try:
        return _Done(run())
    except MemoryError as error:
        return Refusal(Reason.OUT_OF_MEMORY, str(error))
    except Exception as error:
        return Refusal(Reason.INTERNAL, " ".join(f"{type(error).__name__}: {error}".split())[:200])


def _limited(task: _Task) -> object:
    """Run under a memory limit that is lifted again afterwards."""
    if sys.platform != "linux":
        return task.function(task.text)
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm", encoding="ascii") as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    wanted = used + task.memory_mb * 1024 * 1024
    if before[1] != resource.RLIM_INFINITY:
        wanted = min(wanted, before[1])
    resource.setrlimit(resource.RLIMIT_AS, (wanted, before[1]))
    try:
        return task.function(task.text)
    except Exception as error:
        # C++ reports a failed allocation as std::bad_alloc, which not every binding translates
        if isinstance(error, MemoryError) or "bad_alloc" in str(error):
            raise MemoryError(f"more than {task.memory_mb} MiB") from error
        raise
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _send(stream: BinaryIO, content: bytes) -> None:
    stream.write(len(content).to_bytes(_LENGTH, "big") + content)
    stream.flush()


def _receive(stream: BinaryIO) -> bytes | None:
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    return stream.read(int.from_bytes(length, "big"))


def _pipe(stream: Any) -> BinaryIO:
    pipe: BinaryIO = stream
    return pipe
