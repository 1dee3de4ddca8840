"""Program beside expectation: how often they agree, and every substance on which they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from validation.asking import IN, LIKELY_IN, LIKELY_OUT, NOT_ASSESSED, OUT, Answer
from validation.expectations import DEFINITION, GROUPS, READING, Expectations, Expected
from validation.proportions import Proportion

LIST = "IA"
WITH_LIKELY = {IN: True, LIKELY_IN: True, LIKELY_OUT: False, OUT: False}
CERTAIN = {IN: True, OUT: False}


@dataclass(frozen=True)
class Tally:
    """What the program said of the substances that ought to be in, and of those that ought not."""

    members: Counter[str]
    others: Counter[str]

    def sensitivity(self, counted: dict[str, bool]) -> Proportion:
        """Members that are said to be in; ``counted`` maps what is said to in or out."""
        return Proportion(
            sum(n for says, n in self.members.items() if counted.get(says) is True),
            sum(n for says, n in self.members.items() if says in counted),
        )

    def specificity(self, counted: dict[str, bool]) -> Proportion:
        """Others that are said to be out."""
        return Proportion(
            sum(n for says, n in self.others.items() if counted.get(says) is False),
            sum(n for says, n in self.others.items() if says in counted),
        )

    def depends(self) -> tuple[int, int]:
        """How many members and others depend on a reading."""
        return _open(self.members), _open(self.others)

    def not_assessed(self) -> int:
        """How many could not be decided."""
        return self.members[NOT_ASSESSED] + self.others[NOT_ASSESSED]


@dataclass(frozen=True)
class Disagreement:
    """A substance of which program (with the likely options) and expectation differ on a group."""

    answer: Answer
    group: str
    expected: Expected
    says: str

    @property
    def explained(self) -> bool:
        """Whether the table of expectations holds a decision on it that fits."""
        return self.expected.decision in (READING, DEFINITION)


def tally(
    answers: Iterable[Answer], expectations: Expectations, groups: tuple[str, ...], *, at_first: bool = False
) -> Tally:
    """Over one group, or over several taken together (in any of them).

    Of several groups the surest answer counts: in before depends before out. ``at_first`` takes the
    expectations as they were before any run.
    """
    members: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for answer in answers:
        row = expectations.of(answer.set_name, answer.row)
        expected = (row.at_first() if at_first else row.groups) & set(groups)
        says = _surest(answer.says(LIST, group) for group in groups)
        (members if expected else others)[says] += 1
    return Tally(members, others)


def disagreements(answers: Iterable[Answer], expectations: Expectations) -> Iterator[Disagreement]:
    """Every substance and group on which they differ, in the order of the answers."""
    for answer in answers:
        expected = expectations.of(answer.set_name, answer.row)
        for group in GROUPS:
            says = answer.says(LIST, group)
            if WITH_LIKELY.get(says) is not (group in expected.groups):
                yield Disagreement(answer, group, expected, says)


def _open(said: Counter[str]) -> int:
    return said[LIKELY_IN] + said[LIKELY_OUT]


def _surest(said: Iterable[str]) -> str:
    order = (IN, LIKELY_IN, LIKELY_OUT, NOT_ASSESSED, OUT)
    return min(said, key=order.index)
