"""What the program says of every substance of the reference sets, under one law on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from stofgroep.law import Law
from stofgroep.reference import ReferenceRow, reference_set
from stofgroep.structure import Refusal, parse
from stofgroep.verdict import Decider, Outcome
from stofgroep.verdict.model import Finding
from validation.expectations import SETS

LANGUAGE = "en"
CLOSING = "slotbepaling"
"""The word by which a citation names the closing clauses of lijst I."""

IN, LIKELY_IN, LIKELY_OUT, OUT, NOT_ASSESSED = SAYS = (
    "in",
    "depends, likely in",
    "depends, likely out",
    "out",
    "not assessed",
)
"""What may be said of a substance and one group."""


@dataclass(frozen=True)
class Answer:
    """The findings on one substance; ``assessed`` is False when it could not be decided."""

    set_name: str
    row: ReferenceRow
    assessed: bool
    findings: tuple[Finding, ...] = ()

    def condition(self, group: str) -> str:
        """What the findings on a group depend on."""
        return "; ".join(f.condition for f in self.findings if f.group == group)

    def says(self, list_name: str, group: str | None) -> str:
        """One of :data:`SAYS` for a group, or for the rows and clauses of a list when ``group`` is None."""
        if not self.assessed:
            return NOT_ASSESSED
        found = [f for f in self.findings if f.list == list_name and f.group == group]
        if any(f.certain for f in found):
            return IN
        if any(f.likely == "in" for f in found):
            return LIKELY_IN
        return LIKELY_OUT if found else OUT


class Asking:
    """A law on a day, asked about the reference sets.

    Structures with many rings are decided in this process too: they are our own, and a limit of time would
    make the answer depend on the machine.
    """

    def __init__(self, date: dt.date, law: str = "nl", lists: bool = True) -> None:
        self._decider = Decider(Law.at(date, law, lists), LANGUAGE)

    def answers(self) -> tuple[Answer, ...]:
        """Every substance of every set, in the order of the files."""
        return tuple(self._answer(name, row) for name in SETS for row in reference_set(name))

    def failing(self, answers: Iterable[Answer], group: str) -> dict[str, tuple[str, ...]]:
        """Key → the clauses of a group that fail where a structure comes nearest to it.

        They are ids of clauses, or of the parts of the skeleton that are missing; none when all parts are
        there but not joined.
        """
        found = {}
        for answer in answers:
            parsed = parse(answer.row.smiles, self._decider.limits)
            if isinstance(parsed, Refusal):
                continue
            verdict = self._decider.verdict_in_process(parsed, answer.row.smiles, "", explain=True)
            nearest = (n.failing for n in verdict.near_misses if n.group == group)
            found[answer.row.key] = next(nearest, ())
        return found

    def _answer(self, set_name: str, row: ReferenceRow) -> Answer:
        parsed = parse(row.smiles, self._decider.limits)
        if isinstance(parsed, Refusal):
            return Answer(set_name, row, assessed=False)
        # the short way says no much faster
        if not parsed.heavy and self._decider.row(row.smiles).outcome is Outcome.NOT_LISTED:
            return Answer(set_name, row, assessed=True)
        verdict = self._decider.verdict_in_process(parsed, row.smiles, "", explain=False)
        return Answer(set_name, row, verdict.outcome is not Outcome.NOT_ASSESSED, verdict.findings)


def hinges(finding: Finding) -> tuple[str, ...]:
    """The readings that a condition speaks of, in its order."""
    terms = (term for way in finding.condition.split(" or ") for term in way.split(" and "))
    return tuple(dict.fromkeys(t.partition(" = ")[0] for t in terms if " = " in t))
