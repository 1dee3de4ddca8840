"""What never changes an answer, and what may only make it more severe."""

from __future__ import annotations

import json
from typing import Any

import pytest
from group_strategies import (
    POOL,
    assembled,
    kekule,
    labelled,
    pool,
    protonated,
    seeds,
    shuffled,
    with_hydrogens,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from rdkit import Chem

from stofgroep.verdict import Decider, as_dict

PROPERTY = settings(max_examples=100, deadline=None, derandomize=True, database=None)
SEVERITY = ("listed", "depends", "not-assessed", "exempt", "not-listed")
structures = st.one_of(pool, assembled)


def essence(decider: Decider, smiles: str) -> tuple[Any, ...]:
    """Outcome, place in the law, and what each group says under which condition."""
    verdict = decider.verdict(smiles)
    findings = tuple((f.group, f.component, f.certain, f.condition, f.likely) for f in verdict.findings)
    return verdict.outcome.value, verdict.list, verdict.group, verdict.likely, verdict.hinges_on, findings


def told(decider: Decider, smiles: str) -> str:
    """The verdict as JSON, but for the text of the input itself."""
    plain = as_dict(decider.verdict(smiles, explain=True))
    del plain["input"], plain["receipt"]["input"], plain["receipt"]["input_sha256"]
    return json.dumps(plain)


@PROPERTY
@given(smiles=structures, seed=seeds)
def test_the_order_of_atoms_changes_no_byte(decider: Decider, smiles: str, seed: int) -> None:
    assert told(decider, shuffled(smiles, seed)) == told(decider, smiles)


@PROPERTY
@given(smiles=assembled)
def test_kekule_of_assembled(decider: Decider, smiles: str) -> None:
    assert told(decider, kekule(smiles)) == told(decider, smiles)


@pytest.mark.parametrize("smiles", POOL)
def test_the_way_of_writing_changes_no_byte(decider: Decider, smiles: str) -> None:
    expected = told(decider, smiles)
    for written in (kekule(smiles), with_hydrogens(smiles), with_hydrogens(kekule(smiles))):
        assert told(decider, written) == expected


@pytest.mark.parametrize("smiles", POOL)
@pytest.mark.parametrize("acid", ["Cl", "OS(=O)(=O)O", "[H+].[Cl-]", "OC(=O)C=CC(=O)O"])
def test_a_salt_is_equal_to_the_substance(decider: Decider, smiles: str, acid: str) -> None:
    assert essence(decider, f"{smiles}.{acid}") == essence(decider, smiles)


@pytest.mark.parametrize("smiles", POOL)
def test_a_protonated_amine_is_equal_to_the_amine(decider: Decider, smiles: str) -> None:
    expected = essence(decider, smiles)
    ion = protonated(smiles)
    assert essence(decider, ion) == expected
    charges = ion.count("+]") - smiles.count("+]")
    assert essence(decider, ".".join([ion, *["[Cl-]"] * charges])) == expected


@PROPERTY
@given(smiles=structures, seed=seeds)
def test_isotopes_change_nothing(decider: Decider, smiles: str, seed: int) -> None:
    assert essence(decider, labelled(smiles, seed)) == essence(decider, smiles)


@PROPERTY
@given(smiles=structures, other=st.one_of(st.sampled_from(["O", "[Na+].[Cl-]", "CCO"]), structures))
def test_another_component_never_makes_it_less_severe(decider: Decider, smiles: str, other: str) -> None:
    alone = [SEVERITY.index(decider.row(s).outcome) for s in (smiles, other)]
    together = SEVERITY.index(decider.row(f"{smiles}.{other}").outcome)
    assert together == min(alone)


@PROPERTY
@given(smiles=structures)
def test_a_row_says_the_same_as_a_verdict(decider: Decider, smiles: str) -> None:
    row = decider.row(smiles)
    verdict = decider.verdict(smiles)
    assert (row.outcome, row.reason) == (verdict.outcome, verdict.reason)
    assert (row.list, row.group, row.entry) == (verdict.list or "", verdict.group or "", verdict.entry or "")
    assert row.certain == ("yes" if verdict.certain else "no")


# an open ring: the structure without the substituent, and the numbers of the atoms where it may be
OPEN = [
    ("CNC(C)C(=O)c1ccccc1", range(7, 12)),
    ("CC(N)Cc1ccccc1", range(5, 10)),
    ("CCCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12", range(21, 25)),
    ("CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1", range(6, 11)),
    ("CCOc1ccc(Cc2nc3ccccc3n2CCN(CC)CC)cc1", range(11, 15)),
    ("C1Cc2ccccc2CN1", range(3, 7)),
]
SUBSTITUENTS = ["C", "F", "O", "OC", "N(C)C", "[N+](=O)[O-]", "C#N", "CCCCCCCCC"]


@pytest.mark.parametrize(("smiles", "places"), OPEN)
@pytest.mark.parametrize("substituent", SUBSTITUENTS)
def test_an_open_position_is_as_certain_as_its_completions(
    decider: Decider, smiles: str, places: range, substituent: str
) -> None:
    completed = []
    for place in places:
        mol = Chem.RWMol(Chem.MolFromSmiles(f"{smiles}.{substituent}"))
        mol.AddBond(place, Chem.MolFromSmiles(smiles).GetNumAtoms(), Chem.BondType.SINGLE)
        completed.append(Chem.MolToSmiles(mol))
    outcomes = {decider.row(c).outcome.value for c in completed}
    dummy = Chem.MolFromSmiles(smiles).GetNumAtoms()
    extension = f"|m:{dummy}:{'.'.join(map(str, places))}|"
    found = decider.verdict(f"{smiles}.*{substituent} {extension}")
    assert found.outcome == (outcomes.pop() if len(outcomes) == 1 else "depends")
    assert {f.component for f in found.findings} <= set(completed)
