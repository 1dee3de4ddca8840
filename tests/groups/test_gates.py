"""The gates change nothing: with and without them every row is the same."""

from __future__ import annotations

import pytest
from group_strategies import POOL, assembled, kekule, seeds, shuffled, with_hydrogens
from hypothesis import given, settings

from stofgroep.verdict import Decider

PROPERTY = settings(max_examples=250, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize("smiles", POOL)
def test_the_pool(decider: Decider, ungated: Decider, smiles: str) -> None:
    for written in (smiles, kekule(smiles), with_hydrogens(smiles), f"{smiles}.Cl"):
        assert decider.row(written) == ungated.row(written)


@PROPERTY
@given(smiles=assembled, seed=seeds)
def test_assembled_molecules(decider: Decider, ungated: Decider, smiles: str, seed: int) -> None:
    written = shuffled(smiles, seed)
    assert decider.row(written) == ungated.row(smiles)


@PROPERTY
@given(smiles=assembled)
def test_assembled_molecules_written_kekule(decider: Decider, ungated: Decider, smiles: str) -> None:
    assert decider.row(kekule(smiles)) == ungated.row(smiles)


@pytest.mark.parametrize(
    "smiles",
    [
        "CC(N)Cc1ccc(N(=O)=O)cc1",
        "CC(N)CC1=CC=CN1",
        "CC(N)CC1=CC=CC=C1[N](=O)=O",
        "[Na+].[O-]C(=O)c1ccc(CC(C)N)cc1",
        "[NH3+]C(Cc1ccccc1)C(=O)[O-]",
        "CCCCCN1C=C(C(=O)C2=CC=CC3=CC=CC=C32)C2=CC=CC=C12",
        "CCCCC[N]1C=C(C(=O)C2=CC=CC3=CC=CC=C32)C2=CC=CC=C12",
        "CCC(=O)N(C1=CC=CC=C1)C1CC[NH+](CC2=CC=CC=C2)CC1.[Cl-]",
        "CCOC1=CC=C(CC2=NC3=CC(=CC=C3N2CCN(CC)CC)N(=O)=O)C=C1",
        "[H]N([H])C([H])(C)C([H])([H])c1ccccc1",
    ],
)
def test_ways_of_writing_members(decider: Decider, ungated: Decider, smiles: str) -> None:
    row = decider.row(smiles)
    assert row.outcome in ("listed", "depends")
    assert row == ungated.row(smiles)


@pytest.mark.parametrize("metal", ["[Na]", "[K]", "[Mg+]", "[Zn+]", "[Fe+2]", "[Cu+]", "[Pd]", "[Al]"])
@pytest.mark.parametrize(
    "smiles",
    [
        "C1CCNCC1n1ccc2ccccc12-{}",  # an aromatic carbon with four neighbours, one of them the metal
        "NCCc1cccc2ccccc12-{}",
        "CC(N)Cc1ccc({})cc1",
        "CC(N)Cc1cccn1{}",
        "CC(N{})Cc1ccccc1",
        "CCCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12{}",
    ],
)
def test_bonds_to_metals(decider: Decider, ungated: Decider, smiles: str, metal: str) -> None:
    text = smiles.format(metal)
    assert decider.row(text) == ungated.row(text)


def test_a_dative_bond_from_an_aromatic_carbon_hides_no_member(decider: Decider) -> None:
    # the pyrrolyl of this indole is a ring system of 1.1 if one that is part of a larger one counts
    row = decider.row("C1CCNCC1n1ccc2ccccc12[Na]")
    assert (row.outcome, row.group) == ("depends", "fenethylaminen")
