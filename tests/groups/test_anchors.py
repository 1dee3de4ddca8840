"""The examples that must hold; lists off, and on 2026-11-23 unless a day is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from group_strategies import shuffled

from stofgroep.law import Law
from stofgroep.verdict import Decider

MMC2 = "CNC(C)C(=O)c1ccccc1C"
ANPP = "N(c1ccccc1)C1CCN(CCc2ccccc2)CC1"
ETONITAZENE = "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1"

LISTED = [
    ("2-MMC", MMC2, "fenethylaminen"),
    ("2-MMC hydrochloride", f"{MMC2}.Cl", "fenethylaminen"),
    ("2-MMC hydrochloride, charged", "C[NH2+]C(C)C(=O)c1ccccc1C.[Cl-]", "fenethylaminen"),
    ("2-MMC, N-deuteromethyl", "[2H]C([2H])([2H])NC(C)C(=O)c1ccccc1C", "fenethylaminen"),
    ("2-MMC, Kekulé", "CNC(C)C(=O)C1=CC=CC=C1C", "fenethylaminen"),
    ("methylmethcathinone, open", "CNC(C)C(=O)c1ccccc1.*C |m:12:7.8.9.10.11|", "fenethylaminen"),
    ("2C-E", "CCc1cc(OC)c(CCN)cc1OC", "fenethylaminen"),
    ("6-APB", "CC(N)Cc1ccc2ccoc2c1", "fenethylaminen"),
    ("propylhexedrine", "CNC(C)CC1CCCCC1", "fenethylaminen"),
    ("4F-alpha-PVP", "CCCC(N1CCCC1)C(=O)c1ccc(F)cc1", "fenethylaminen"),
    ("4-ANPP", ANPP, "fenethylaminen"),
    ("bupropion", "CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1", "fenethylaminen"),
    ("verapamil", "COc1ccc(CCN(C)CCCC(C#N)(C(C)C)c2ccc(OC)c(OC)c2)cc1OC", "fenethylaminen"),
    ("JWH-073", "CCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12", "cannabinoiden"),
    ("ADB-5'Br-BUTINACA", "CCCCn1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2cc(Br)ccc12", "cannabinoiden"),
    ("PB-22", "CCCCCn1cc(C(=O)Oc2cccc3cccnc23)c2ccccc12", "cannabinoiden"),
    ("para-chlorofentanyl", "CCC(=O)N(c1ccc(Cl)cc1)C1CCN(CCc2ccccc2)CC1", "aminopiperidinen"),
    ("benzylfentanyl", "CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1", "aminopiperidinen"),
    ("etonitazene", ETONITAZENE, "nitazenen"),
    ("isotonitazene", ETONITAZENE.replace("CCO", "CC(C)O", 1), "nitazenen"),
    ("metonitazene", ETONITAZENE.replace("CCO", "CO", 1), "nitazenen"),
    ("etonitazepyne", "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN2CCCC2)cc1", "nitazenen"),
    ("etodesnitazene", "CCOc1ccc(Cc2nc3ccccc3n2CCN(CC)CC)cc1", "nitazenen"),
]
NOT_LISTED = [
    ("dopamine", "NCCc1ccc(O)c(O)c1"),
    ("salbutamol", "CC(C)(C)NCC(O)c1ccc(O)c(CO)c1"),
    ("tetrahydroisoquinoline", "C1Cc2ccccc2CN1"),
    ("ADB-INACA", "CC(C)(C)C(NC(=O)c1n[nH]c2ccccc12)C(N)=O"),
    ("an azaindole", "CCCCCn1cc(C(=O)c2cccc3ccccc23)c2cccnc12"),
]
EXCLUDED = [
    ("2-fenethylamine", "NCCc1ccccc1"),
    ("aspartaam", "COC(=O)C(Cc1ccccc1)NC(=O)C(N)CC(=O)O"),
    ("penconazool", "CCCC(Cn1cncn1)c1ccc(Cl)cc1Cl"),
]


@pytest.mark.parametrize(("smiles", "group"), [pytest.param(s, g, id=name) for name, s, g in LISTED])
def test_listed(smiles: str, group: str, decider: Decider) -> None:
    verdict = decider.verdict(smiles)
    assert (verdict.outcome, verdict.list, verdict.group) == ("listed", "IA", group)
    assert verdict.certain
    assert verdict.entry is None
    assert verdict.hinges_on == ()


@pytest.mark.parametrize("seed", range(10))
def test_listed_in_any_atom_order(seed: int, decider: Decider) -> None:
    verdict = decider.verdict(shuffled(MMC2, seed))
    assert (verdict.outcome, verdict.list, verdict.group) == ("listed", "IA", "fenethylaminen")


@pytest.mark.parametrize("smiles", [pytest.param(s, id=name) for name, s in NOT_LISTED])
def test_not_listed(smiles: str, decider: Decider) -> None:
    verdict = decider.verdict(smiles)
    assert (verdict.outcome, verdict.list, verdict.group) == ("not-listed", None, None)
    assert verdict.findings == ()
    assert verdict.exclusions == ()


@pytest.mark.parametrize(("name", "smiles"), EXCLUDED)
def test_excluded_by_name(name: str, smiles: str, decider: Decider) -> None:
    verdict = decider.verdict(smiles)
    assert verdict.outcome == "not-listed"
    assert [(e.group, e.name) for e in verdict.exclusions] == [("fenethylaminen", name)]
    assert name in verdict.reason


@pytest.mark.parametrize(
    ("day", "outcome"), [("2025-06-30", "not-listed"), ("2025-07-01", "listed"), ("2026-06-30", "listed")]
)
@pytest.mark.parametrize(
    "smiles",
    [MMC2, "CCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12", "CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1"],
)
def test_three_groups_from_1_july_2025(
    day: str, outcome: str, smiles: str, on_day: Callable[[str], Decider]
) -> None:
    assert on_day(day).verdict(smiles).outcome == outcome


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-06-30", "not-listed"),
        ("2026-07-01", "depends"),
        ("2026-07-02", "depends"),
        ("2026-07-08", "depends"),
        ("2026-07-09", "listed"),
        ("2026-11-23", "listed"),
    ],
)
def test_nitazenes_in_july_2026(day: str, outcome: str, on_day: Callable[[str], Decider]) -> None:
    assert on_day(day).verdict(ETONITAZENE).outcome == outcome


@pytest.mark.parametrize("smiles", [ANPP, "CCC(=O)N(c1ccccc1)C1CCNCC1"])
def test_no_aminopiperidine_without_acyl_or_without_r1(smiles: str, decider: Decider) -> None:
    assert "aminopiperidinen" not in [f.group for f in decider.verdict(smiles).findings]


def test_a_member_that_is_a_registered_precursor_is_exempt() -> None:
    verdict = Decider(Law.at(dt.date(2026, 11, 23)), "en").verdict(ANPP)
    assert (verdict.outcome, verdict.group) == ("exempt", "fenethylaminen")
