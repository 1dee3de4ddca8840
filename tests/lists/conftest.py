"""Fixtures of the tests of lijst I and II."""

from __future__ import annotations

import datetime as dt

import pytest
from lists_material import SMALL, SMALL_PRECURSORS, Ask, closing_toml, components, parsed

from stofgroep.law.hits import Hit
from stofgroep.law.lists import Lists


@pytest.fixture(scope="session")
def lists() -> Lists:
    return Lists.load()


@pytest.fixture(scope="session")
def small() -> Lists:
    return Lists.read(SMALL.encode(), SMALL_PRECURSORS.encode(), closing_toml())


@pytest.fixture(scope="session")
def ask(lists: Lists) -> Ask:
    """Hits of all components of a text on a date; the gate must never contradict them."""

    def hits(text: str, date: str = "2026-03-01") -> tuple[Hit, ...]:
        on = lists.at(dt.date.fromisoformat(date))
        found = tuple(hit for one in components(text) for hit in on.find(one))
        assert on.gate(parsed(text).mol) or not found, f"the gate rejects {text}"
        return found

    return hits
