"""Deciding texts one after another: what every process does, whoever started it."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from stofgroep.law import Law
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.structure import Limits, Reason, Refusal, parse
from stofgroep.verdict import Decider
from stofgroep.verdict.decide import TOGETHER
from stofgroep.verdict.model import Outcome, Row
from stofgroep.wording import say

Fields = tuple[str, ...]
"""A :class:`Row` as texts, in the order of ``SG_COLUMNS``: what crosses the border between processes."""

SLICE_SECONDS = 0.25
"""A worker gives back what it has after this time: its time limit is that of a structure, not of a chunk."""

_ANY_NUMBER_OF_RINGS = 1_000_000


class RowDecider(Protocol):
    """What decides cells."""

    def row(self, text: str) -> Row: ...

    def rows(self, texts: Sequence[str]) -> list[Row]: ...


class Settings(Protocol):
    """What every process needs to build its own decider; can be sent to a process and be a key."""

    def __hash__(self) -> int: ...

    @property
    def lang(self) -> str: ...

    def decider(self, killable: bool) -> RowDecider: ...


@dataclass(frozen=True)
class LawSettings:
    """The law, date and language of a screening. The date is fixed once, so midnight cannot divide a file."""

    law: str
    date: dt.date
    lists: bool
    lang: str

    def decider(self, killable: bool) -> Decider:
        """A decider for these settings.

        Parameters
        ----------
        killable : it works in a process that somebody kills when it takes too long, and so decides there
            what it would otherwise start such a process for

        Raises
        ------
        UnknownLawError : if there is no such law
        """
        limits = replace(Limits(), rings_in_process=_ANY_NUMBER_OF_RINGS) if killable else Limits()
        return Decider(Law.at(self.date, self.law, self.lists), self.lang, limits)


@lru_cache(maxsize=8)
def decider_of(settings: Settings, killable: bool) -> RowDecider:
    """The decider for these settings, built once in every process."""
    return settings.decider(killable)


def fields_of(row: Row) -> Fields:
    """A row as texts."""
    return (str(row.outcome), row.list, row.group, row.entry, row.certain, row.reason, row.all)


def not_assessed(refusal: Refusal, lang: str) -> Fields:
    """The row of a text that could not be decided."""
    why = say(lang, f"structure.reason-{refusal.reason.value}")
    detail = f" ({refusal.detail})" if refusal.detail else ""
    return fields_of(Row(Outcome.NOT_ASSESSED, "", "", "", "", f"{refusal.reason.value}: {why}{detail}", ""))


def fields_for(decider: RowDecider, texts: Sequence[str], lang: str) -> list[Fields]:
    """Decide some cells; an empty one is a row whose structure is missing.

    Raises
    ------
    MemoryError : where memory is limited; whatever else goes wrong costs one row only
    """
    given = [text for text in texts if text.strip()]
    try:
        rows = iter([fields_of(row) for row in decider.rows(given)])
    except Exception as error:
        _unless_memory(error)
        rows = iter([_alone(decider, text, lang) for text in given])
    return [next(rows) if text.strip() else not_assessed(Refusal(Reason.MISSING), lang) for text in texts]


def _alone(decider: RowDecider, text: str, lang: str) -> Fields:
    """The row of a text of which one, in the block it is from, went wrong."""
    try:
        return fields_of(decider.row(text))
    except Exception as error:
        _unless_memory(error)
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return not_assessed(Refusal(Reason.INTERNAL, detail), lang)


def _unless_memory(error: Exception) -> None:
    if isinstance(error, MemoryError) or "bad_alloc" in str(error):
        raise MemoryError(str(error)) from error


def in_this_process(texts: Sequence[str], settings: Settings) -> list[Fields]:
    """Decide texts here; Ctrl-C waits until those in hand are done, a small part of a second."""
    found: list[Fields] = []
    with interrupts_held() as let_through:
        decider = decider_of(settings, killable=False)
        for start in range(0, len(texts), TOGETHER):
            found += fields_for(decider, texts[start : start + TOGETHER], settings.lang)
            let_through()
    return found


def is_heavy(text: str, limits: Limits | None = None) -> bool:
    """Whether a structure has so many rings that deciding it may never end.

    A ring takes two digits to write in SMILES, so most texts need no reading for this.
    """
    limits = limits or Limits()
    written_as_smiles = "\n" not in text and "\r" not in text and "InChI=" not in text
    if written_as_smiles and sum(map(text.count, "0123456789")) <= 2 * limits.rings_in_process:
        return False
    parsed = parse(text, limits)
    return not isinstance(parsed, Refusal) and parsed.heavy


def in_a_slice(
    texts: Sequence[str], alone: bool, decide: Callable[[Sequence[str]], list[Fields]]
) -> list[Fields | None]:
    """Decide texts in turn until the time slice is over, in a process that can be killed.

    Returns
    -------
    Per text its row, or None for one that must be decided ``alone``; shorter than ``texts`` when the
    time was over.
    """
    found: list[Fields | None] = []
    begun = time.monotonic()
    together = 1
    while len(found) < len(texts):
        block = texts[len(found) : len(found) + together]
        heavy = [not alone and is_heavy(text) for text in block]
        rows = iter(decide([text for text, is_so in zip(block, heavy, strict=True) if not is_so]))
        found += [None if is_so else next(rows) for is_so in heavy]
        spent = time.monotonic() - begun
        if spent >= SLICE_SECONDS:
            break
        # no more than the time left has room for, judged by those before: structures that take long get
        # the time of a structure each
        room = (SLICE_SECONDS - spent) / max(spent, 1e-6) * len(found)
        together = max(1, min(2 * together, TOGETHER, int(room)))
    return found


def run_slice(settings: Settings, task: str) -> list[Fields | None]:
    """A task of :class:`stofgroep.screening.workers.Workers`: ``[alone, [text, …]]`` as JSON."""
    alone, texts = json.loads(task)
    decider = decider_of(settings, killable=True)
    return in_a_slice(texts, alone, lambda some: fields_for(decider, some, settings.lang))


def warm_up(settings: Settings) -> None:
    """Load the law in a new process, so that it does not count against the time of a structure."""
    decider = decider_of(settings, killable=True)
    if isinstance(decider, Decider):
        decider.row("CCO")
