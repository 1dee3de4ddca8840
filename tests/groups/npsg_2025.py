"""What the tests of the NpSG of December 2025 share: its deciders, with and without gates."""

from __future__ import annotations

import datetime as dt
from functools import cache

from scenario import Answer, answer

from stofgroep.law import Law
from stofgroep.verdict import Decider

DAY = dt.date(2025, 12, 1)


@cache
def decider(gated: bool = True) -> Decider:
    return Decider(Law.at(DAY, name="npsg", lists=False), "en", gated=gated)


def says(smiles: str, group: str) -> Answer:
    """What the law says of a structure in one group; the gates have no say in it."""
    assert decider().row(smiles) == decider(gated=False).row(smiles)
    return answer(decider().verdict(smiles), group)
