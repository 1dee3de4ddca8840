"""The readings of a definition, and what of the reference sets hinges on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stofgroep.definition.worlds import Reading
from stofgroep.verdict.model import Finding
from validation.asking import Answer, hinges


@dataclass(frozen=True)
class Hinging:
    """A reading, and the substances whose finding of one definition hinges on it."""

    reading: Reading
    answers: tuple[Answer, ...]

    def of_set(self, set_name: str) -> tuple[Answer, ...]:
        """Those of one set."""
        return tuple(a for a in self.answers if a.set_name == set_name)


def of_group(readings: Iterable[Reading], answers: Iterable[Answer], group: str) -> tuple[Hinging, ...]:
    """For the findings of a group, by its short name."""
    return _hinging(readings, ((a, f) for a in answers for f in a.findings if f.group == group))


def of_list(readings: Iterable[Reading], answers: Iterable[Answer], list_name: str) -> tuple[Hinging, ...]:
    """For the findings of the closing clauses of a list."""
    pairs = ((a, f) for a in answers for f in a.findings if f.group is None and f.list == list_name)
    return _hinging(readings, pairs)


def _hinging(readings: Iterable[Reading], findings: Iterable[tuple[Answer, Finding]]) -> tuple[Hinging, ...]:
    found: dict[str, dict[tuple[str, str], Answer]] = {}
    for answer, finding in findings:
        for id in hinges(finding):
            found.setdefault(id, {})[(answer.set_name, answer.row.key)] = answer
    return tuple(Hinging(r, tuple(found.get(r.id, {}).values())) for r in readings)
