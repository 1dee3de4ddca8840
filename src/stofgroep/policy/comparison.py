"""Two laws, or one law on two days, on the same substances: what one catches and the other does not."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.policy.baseline import standings
from stofgroep.policy.export import place_text
from stofgroep.policy.impact import Decisions, Place
from stofgroep.policy.standing import Standing
from stofgroep.policy.substances import Substance, SubstanceSet
from stofgroep.screening.writing import harmless
from stofgroep.verdict.model import Outcome
from stofgroep.wording import say

COLUMNS = ("set", "key", "name", "class", "smiles", "verdict", "first", "first_by", "second", "second_by")


class Verdict(StrEnum):
    """How two laws stand to one substance."""

    BOTH = "both"
    ONLY_FIRST = "only-first"
    ONLY_SECOND = "only-second"
    UNCERTAIN = "uncertain"
    BOTH_UNCERTAIN = "both-uncertain"
    NEITHER = "neither"
    NOT_ASSESSED = "not-assessed"


@dataclass(frozen=True)
class Compared:
    """One substance under two laws, with where it stands in each."""

    set: str
    substance: Substance
    first: Outcome
    second: Outcome
    first_places: tuple[Place, ...]
    second_places: tuple[Place, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Comparison:
    """Two laws on sets of substances."""

    first: Law
    second: Law
    sets: tuple[SubstanceSet, ...]
    compared: tuple[Compared, ...]

    def having(self, verdict: Verdict, name: str | None = None) -> tuple[Compared, ...]:
        """The substances with one verdict, of one set or of all."""
        return tuple(c for c in self.compared if c.verdict is verdict and name in (None, c.set))


def compare(first: Law, second: Law, sets: Sequence[SubstanceSet], *, kept: bool = True) -> Comparison:
    """Lay two laws beside each other.

    Parameters
    ----------
    first, second : laws, each on its day
    sets : what to compare them on
    kept : whether answers of the laws are kept on disk
    """
    one, other = Decisions(first), Decisions(second)
    found = []
    for of in sets:
        answers = zip(
            of.substances, standings(first, of, kept=kept), standings(second, of, kept=kept), strict=True
        )
        for substance, a, b in answers:
            left, right = _outcome(one, a), _outcome(other, b)
            places = one.places(a), other.places(b)
            found.append(Compared(of.name, substance, left, right, *places, _verdict(left, right)))
    return Comparison(first, second, tuple(sets), tuple(found))


def refuse_unknown(law: Law, option: str, lang: str) -> None:
    """A law must be known on its day.

    Raises
    ------
    UsageError : naming the option that gives another day
    """
    if not law.is_known:
        raise UsageError(say(lang, "policy.law-unknown", law=law.name, date=law.date, option=option))


def _outcome(decisions: Decisions, standing: Standing) -> Outcome:
    return Outcome.NOT_ASSESSED if standing.refusal else decisions.decision(standing).outcome


def _verdict(first: Outcome, second: Outcome) -> Verdict:
    pair = {first, second}
    if Outcome.NOT_ASSESSED in pair:
        return Verdict.NOT_ASSESSED
    if first is second:
        return {Outcome.LISTED: Verdict.BOTH, Outcome.NOT_LISTED: Verdict.NEITHER}.get(
            first, Verdict.BOTH_UNCERTAIN
        )
    if pair == {Outcome.LISTED, Outcome.NOT_LISTED}:
        return Verdict.ONLY_FIRST if first is Outcome.LISTED else Verdict.ONLY_SECOND
    return Verdict.UNCERTAIN


def as_csv(comparison: Comparison) -> str:
    """One row per substance, in the order of the sets."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in comparison.compared:
        row = _row(one)
        writer.writerow([harmless(row[column]) for column in COLUMNS])
    return out.getvalue()


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """The counts per set, and every substance on which the laws differ, as JSON-ready data."""
    return {
        "first": _law(comparison.first),
        "second": _law(comparison.second),
        "sets": [
            {
                "name": s.name,
                "substances": len(s.substances),
                "sha256": s.sha256,
                **{v.value: len(comparison.having(v, s.name)) for v in Verdict},
            }
            for s in comparison.sets
        ],
        "substances": [
            _row(one)
            for one in comparison.compared
            if one.verdict not in (Verdict.BOTH, Verdict.NEITHER, Verdict.BOTH_UNCERTAIN)
        ],
    }


def _law(law: Law) -> dict[str, Any]:
    return {"law": law.name, "date": law.date.isoformat(), "lists": law.lists is not None}


def _row(one: Compared) -> dict[str, str]:
    return {
        "set": one.set,
        "key": one.substance.key,
        "name": one.substance.name,
        "class": one.substance.class_,
        "smiles": one.substance.structure,
        "verdict": one.verdict.value,
        "first": one.first.value,
        "first_by": " | ".join(map(place_text, one.first_places)),
        "second": one.second.value,
        "second_by": " | ".join(map(place_text, one.second_places)),
    }
