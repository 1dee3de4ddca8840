"""Everything that the page on validation says, asked of the program once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from stofgroep.law import Law
from stofgroep.law.lists import Lists
from validation import coverage as covering
from validation import judging, named
from validation.asking import Answer, Asking
from validation.coverage import Coverage
from validation.expectations import DEFINITION, READING, Expectations
from validation.judging import Disagreement

DAY = dt.date(2026, 11, 23)
"""The day on which the Dutch law is asked: the last for which its groups are known."""

NPSG_DAYS = (dt.date(2021, 7, 3), dt.date(2025, 12, 1))
"""First days of the two versions of the Anlage that are at hand."""


@dataclass(frozen=True)
class Version:
    """One version of the German act: what each group takes in, and what fails of that which is outside."""

    day: dt.date
    coverage: tuple[Coverage, ...]
    failing: dict[tuple[str, str], tuple[str, ...]]


class Evidence:
    """The answers of the program; each is asked for when first needed."""

    def __init__(self, expectations: Expectations) -> None:
        self.expectations = expectations

    @cached_property
    def groups(self) -> tuple[Answer, ...]:
        """On the groups of lijst IA, with the lists off."""
        return Asking(DAY, "nl", lists=False).answers()

    @cached_property
    def lists(self) -> tuple[Answer, ...]:
        """With the lists on."""
        return Asking(DAY, "nl", lists=True).answers()

    @cached_property
    def law(self) -> Law:
        """The Dutch law of that day."""
        return Law.at(DAY)

    @cached_property
    def rows(self) -> Lists:
        """Lijst I and II as tables."""
        return Lists.load("nl")

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """On groups."""
        return tuple(judging.disagreements(self.groups, self.expectations))

    @cached_property
    def differences(self) -> tuple[named.Difference, ...]:
        """On lists."""
        return tuple(named.differences(self.lists, DAY))

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Of the German act."""
        return tuple(_version(day) for day in NPSG_DAYS)

    def faults(self) -> tuple[str, ...]:
        """What has no explanation, and decisions where there is nothing to decide any more."""
        open_groups = {(d.expected.set_name, d.expected.key) for d in self.disagreements}
        return (
            *(f"{d.expected.set_name} {d.expected.key}: {d.group} is {d.says}, and nothing says why"
              for d in self.disagreements if not d.explained),
            *(f"{e.set_name} {e.key}: a decision, but no disagreement"
              for place, e in self.expectations.rows.items()
              if e.decision in (READING, DEFINITION) and place not in open_groups),
            *(f"{d.answer.set_name} {d.answer.row.key}: lijst {d.list} is {d.says}, and nothing says why"
              for d in self.differences if not d.explained),
        )  # fmt: skip


def _version(day: dt.date) -> Version:
    asking = Asking(day, "npsg")
    answers = asking.answers()
    groups = sorted(Law.at(day, "npsg").groups, key=lambda g: g.number)
    found = tuple(covering.coverage(answers, g.short) for g in groups)
    fails = {
        (c.group, key): clauses for c in found for key, clauses in asking.failing(c.outside, c.group).items()
    }
    return Version(day, found, fails)
