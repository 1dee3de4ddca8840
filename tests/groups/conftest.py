"""Deciders that the tests of the groups share: building one is slow, asking it is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest
from scenario import Answer, answer

from stofgroep.law import Law
from stofgroep.verdict import Decider

TODAY = "2026-11-23"


@cache
def _decider(day: str, gated: bool) -> Decider:
    return Decider(Law.at(dt.date.fromisoformat(day), lists=False), "en", gated=gated)


@pytest.fixture(scope="session")
def decider() -> Decider:
    return _decider(TODAY, True)


@pytest.fixture(scope="session")
def ungated() -> Decider:
    return _decider(TODAY, False)


@pytest.fixture(scope="session")
def on_day() -> Callable[[str], Decider]:
    """The decider of a day."""
    return lambda day: _decider(day, True)


@pytest.fixture(scope="session")
def says(decider: Decider) -> Callable[[str, str], Answer]:
    """What the law of today says of a structure (first) in one group (second)."""
    return lambda smiles, group: answer(decider.verdict(smiles), group)
