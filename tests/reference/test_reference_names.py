"""Names: the lists first, then the reference sets, in every common spelling."""

from __future__ import annotations

import datetime as dt

import pytest

from stofgroep.law.law import Law
from stofgroep.law.names import normal
from stofgroep.reference import file_sha256, find_reference
from stofgroep.verdict.decide import Decider
from stofgroep.verdict.model import Outcome
from stofgroep.verdict.named import verdict_for_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a-PVP", "α-PVP"),
        ("a-PVP", "alpha-PVP"),
        ("A-PVP", "alfa pvp"),
        ("4-F-a-PHP", "4F-α-PHP"),
        ("a‑PVP", "alpha-PVP"),
        ("ψ-DOM", "psi-DOM"),
        ("β-phenethylamine", "beta phenethylamine"),
        ("A-796,260", "A796260"),
        ("MDMB-4en-PINACA", "mdmb 4EN pinaca"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"), [("AM-2201", "alpha-M-2201"), ("a-PVP", "PVP"), ("DALT", "D-alfa-LT")]
)
def test_other_names(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(
    ("name", "sets", "key"),
    [
        ("Bromazolam", ["nps"], "bromazolam"),
        ("3 meo pce", ["nps"], "3-meo-pce"),
        ("α-PHiP", ["nps"], "alpha-pihp"),
        ("ibuprofen", ["medicines"], "ibuprofen"),
        ("MXE", ["nps"], "methoxetamine"),
    ],
)
def test_found_in_a_set(name: str, sets: list[str], key: str) -> None:
    found = find_reference(name)
    assert [set_name for set_name, _ in found] == sets
    assert {row.key for _, row in found} == {key}


def test_nothing_by_an_empty_or_unknown_name() -> None:
    assert find_reference("") == ()
    assert find_reference("-") == ()
    assert find_reference("no such substance") == ()


@pytest.fixture(scope="module")
def decider() -> Decider:
    return Decider(Law.at(dt.date(2026, 1, 20)), lang="en")


def test_a_name_of_a_set_is_decided_like_its_structure(decider: Decider) -> None:
    verdict = verdict_for_name(decider, "caffeine", explain=False)
    assert verdict.outcome is Outcome.NOT_LISTED
    assert verdict.input == "caffeine"
    assert "reference set medicines" in verdict.notes[0]
    assert file_sha256("medicines") in verdict.notes[0]


def test_the_list_comes_first(decider: Decider) -> None:
    # The lists mean the opioid ester by MPPP, the reference set has a cathinone of that name.
    verdict = verdict_for_name(decider, "MPPP", explain=False)
    assert (verdict.outcome, verdict.entry) == (Outcome.LISTED, "mppp")
    assert not any("reference set" in note for note in verdict.notes)


def test_an_unknown_name_stays_unknown(decider: Decider) -> None:
    verdict = verdict_for_name(decider, "no such substance", explain=False)
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert verdict.reason.startswith("unknown-name")
