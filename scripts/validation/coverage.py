"""The German act: how much of the class that a group was written for it takes in.

Nobody worked out for every substance what the German text says of it, so this is no sensitivity: a substance
of the class that is outside may rightly be so. It stands in the table with the clauses that fail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from validation.asking import Answer
from validation.judging import WITH_LIKELY, Tally

LIST = "npsg"
MEANT_FOR = {
    "npsg-1": (
        "aminoindanes", "aminorexes", "cathinones", "diarylethylamines", "phenethylamines", "phenmetrazines",
        "piperidines-pyrrolidines",
    ),
    "npsg-2": ("synthetic-cannabinoids",),
    "npsg-3": ("benzodiazepines",),
    "npsg-5": ("lysergamides", "tryptamines"),
    "npsg-6": ("arylcyclohexylamines",),
    "npsg-7": ("nitazenes",),
}  # fmt: skip
"""Groups with classes of their own. Those of no. 4, 8 and 9 are parts of ``other-opioids``."""
LEGAL = ("medicines", "everyday")


@dataclass(frozen=True)
class Coverage:
    """``tally.members`` : the classes that the group is meant for; ``tally.others`` : the other sets."""

    group: str
    classes: tuple[str, ...]
    tally: Tally
    outside: tuple[Answer, ...]


def coverage(answers: Iterable[Answer], group: str) -> Coverage:
    """Of one group."""
    members: Counter[str] = Counter()
    others: Counter[str] = Counter()
    outside = []
    classes = MEANT_FOR.get(group, ())
    for answer in answers:
        says = answer.says(LIST, group)
        if answer.set_name in LEGAL:
            others[says] += 1
        elif answer.row.class_ in classes:
            members[says] += 1
            if WITH_LIKELY.get(says) is not True:
                outside.append(answer)
    return Coverage(group, classes, Tally(members, others), tuple(outside))
