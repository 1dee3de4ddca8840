"""Ctrl-C is held back while a structure is being decided.

RDKit puts a handler of its own in place while it searches for a substructure, and answers an interrupted
search with "no match" (measured on 2026.09.1). A row must never get that answer, so SIGINT waits until the
row is done.

The kernel gives a signal to any thread that does not block it. So threads must be started, and libraries that
start threads (numpy) imported, with SIGINT held: a thread inherits what its creator holds.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CAN_MASK = hasattr(signal, "pthread_sigmask")


@contextmanager
def interrupts_held() -> Iterator[Callable[[], None]]:
    """Hold SIGINT back inside the block and deliver it at its end, or whenever the function given is called.

    Without effect where signals have no mask (Windows).
    """
    if not _CAN_MASK:
        yield lambda: None
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def let_through() -> None:
        if signal.SIGINT in signal.sigpending():
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    try:
        yield let_through
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
