"""The two deciders that must agree: with the necessary conditions in front, and without."""

from __future__ import annotations

import datetime as dt

from stofgroep.law import Law
from stofgroep.structure import Limits
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Outcome, Row

DAY = dt.date(2026, 11, 1)
SHORT = Limits(seconds=2.0)
"""A structure that needs longer is not-assessed, so that the fuzzer need not wait for it."""

gated = Decider(Law.at(DAY), limits=SHORT)
ungated = Decider(Law.at(DAY), limits=SHORT, gated=False)


class Contradiction(AssertionError):
    """Two ways to ask the same question gave different answers."""


def checked(text: str) -> Row:
    """The row of a text, after every property that holds for any text.

    Raises
    ------
    Contradiction : when one does not hold
    """
    row = gated.row(text)
    if row.outcome is Outcome.NOT_ASSESSED and not row.reason:
        raise Contradiction(f"not assessed without a reason: {text!r}")
    other = ungated.row(text)
    # what takes longer without the conditions may run into the time limit there
    if row != other and Outcome.NOT_ASSESSED not in (row.outcome, other.outcome):
        raise Contradiction(f"gated {row} but ungated {other}: {text!r}")
    return row
