"""What the tests of the NpSG of December 2025 share: deciders of one group each, with and without gates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from scenario import Answer, answer

from stofgroep.law import Law
from stofgroep.verdict import Decider

DAY = dt.date(2025, 12, 1)
Says = Callable[[str, str], Answer]


@cache
def decider(group: str, gated: bool = True) -> Decider:
    """One group only: asking the others too would take several times as long and answer nothing more."""
    law = Law.at(DAY, name="npsg", lists=False)
    (asked,) = (g for g in law.groups if g.short == group)
    others = tuple(g for g in law.groups if g is not asked) if asked.elsewhere else ()
    return Decider(replace(law, groups=(asked,), beside=others), "en", gated=gated)


def says(smiles: str, group: str) -> Answer:
    """What the law says of a structure in one group; the gates have no say in it."""
    assert decider(group).row(smiles) == decider(group, gated=False).row(smiles)
    return answer(decider(group).verdict(smiles), group)
