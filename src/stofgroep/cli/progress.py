"""How far a screening is, on standard error: a bar on a terminal, or plain lines where asked for."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from stofgroep.screening.interrupts import interrupts_held
from stofgroep.wording import say

_SECONDS_BETWEEN_LINES = 5.0


class Progress:
    """Counts rows and shows how far it is; silent without a terminal, unless lines are asked for."""

    def __init__(self, total: int, lines: bool, quiet: bool, lang: str) -> None:
        self._total = total
        self._lang = lang
        self._lines = lines
        self._bar = _bar(lang) if not lines and not quiet and sys.stderr.isatty() else None
        self._task = None if self._bar is None else self._bar.add_task("", total=total)
        self._done = self._before = 0
        self._start = self._last = time.monotonic()

    def __enter__(self) -> Progress:
        if self._bar is not None:
            with interrupts_held():  # the bar's thread must not be the one that hears Ctrl-C
                self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, rows: int, before: bool = False) -> None:
        """So many rows more are done; those that were done before an interruption do not count as fast."""
        self._done += rows
        if before:
            self._before += rows
            self._start = time.monotonic()
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task, rows)
        now = time.monotonic()
        if self._lines and (now - self._last >= _SECONDS_BETWEEN_LINES or self._done == self._total):
            self._last = now
            rate = (self._done - self._before) / max(now - self._start, 1e-9)
            left = (self._total - self._done) / max(rate, 1e-9)
            print(
                say(
                    self._lang,
                    "cli.progress",
                    done=self._done,
                    total=self._total,
                    rate=round(rate),
                    left=round(left),
                ),
                file=sys.stderr,
                flush=True,
            )


class _Rate(ProgressColumn):
    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def render(self, task: Task) -> Text:
        return Text(say(self._lang, "cli.rate", rate=round(task.speed or 0)))


def _bar(lang: str) -> Bar:
    return Bar(
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        _Rate(lang),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
