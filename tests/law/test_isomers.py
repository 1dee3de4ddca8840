"""Another stereoisomer of a listed substance is decided and explained; epimers of ecgonine are a question."""

import datetime as dt

import pytest

import stofgroep

DAY = dt.date(2025, 1, 15)
DEXTROMETHORPHAN = "COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"
PSEUDOCOCAINE = "CN1[C@H]2CC[C@@H]1[C@@H]([C@H](C2)OC(=O)c1ccccc1)C(=O)OC"


@pytest.mark.parametrize(
    ("smiles", "name"),
    [
        ("CC[C@H](c1cccc(O)c1)[C@@H](C)CN(C)C", "tapentadol"),
        ("CCOC(=O)[C@@]1(CCC=C[C@@H]1N(C)C)c1ccccc1", "tilidine"),
    ],
)
def test_a_diastereomer_of_a_row_is_not_listed_and_told_so(smiles: str, name: str) -> None:
    verdict = stofgroep.check(smiles, date=DAY, lang="en")
    assert verdict.outcome == "not-listed"
    assert any(name in note and "another stereoisomer" in note for note in verdict.notes)


def test_what_the_law_keeps_out_is_told_so() -> None:
    verdict = stofgroep.check(DEXTROMETHORPHAN, date=DAY, lang="en")
    assert verdict.outcome == "not-listed"
    assert verdict.notes == ("The closing clause of list I expressly keeps this stereoisomer out of list I.",)


def test_pseudococaine_is_no_derivative_of_ecgonine_in_all_likelihood() -> None:
    verdict = stofgroep.check(PSEUDOCOCAINE, date=DAY, lang="en")
    assert (verdict.outcome, verdict.entry, verdict.likely) == ("depends", "ecgonine", "out")
    assert [h.id for h in verdict.hinges_on] == ["ecgonine-epimer"]


def test_a_day_as_text() -> None:
    assert stofgroep.check("CCO", date="2025-01-15").date == "2025-01-15"
    with pytest.raises(stofgroep.UsageError, match="2026-07-09"):
        stofgroep.check("CCO", date="15-01-2025")
