"""Deciders that the tests of the groups share: building one is slow, asking it is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import npsg_2025
import pytest
from scenario import Answer, answer

from stofgroep.law import Law
from stofgroep.verdict import Decider

TODAY = "2026-11-23"
NPSG_2021 = "2021-12-01"  # a day on which the NpSG of 2021 is the law


@cache
def _decider(day: str, gated: bool, law: str = "nl") -> Decider:
    return Decider(Law.at(dt.date.fromisoformat(day), law, lists=False), "en", gated=gated)


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


@pytest.fixture(scope="session")
def npsg() -> Decider:
    """The German law of 2021."""
    return _decider(NPSG_2021, True, "npsg")


@pytest.fixture(scope="session")
def npsg_ungated() -> Decider:
    return _decider(NPSG_2021, False, "npsg")


@pytest.fixture(scope="session")
def npsg_says(npsg: Decider) -> Callable[[str, str], Answer]:
    """What the German law of 2021 says of a structure (first) in one group (second)."""
    return lambda smiles, group: answer(npsg.verdict(smiles), group)


@pytest.fixture(scope="session")
def npsg_2025_says() -> npsg_2025.Says:
    """What the German law of December 2025 says of a structure (first) in one group (second)."""
    return npsg_2025.says
