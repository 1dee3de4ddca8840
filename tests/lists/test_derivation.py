"""Ethers and esters of a parent: which fillings are seen, and as what."""

from __future__ import annotations

from collections import Counter

import pytest
from rdkit import Chem

from stofgroep.matching.derivation import Skeleton, Way, lactones, slots_of
from stofgroep.matching.graph import Graph

GHB = "OCCCC(=O)O"
PSILOCIN = "CN(C)CCc1c[nH]c2cccc(O)c12"


def ways(parent: str, smiles: str) -> list[list[Way]]:
    graph = Graph(Chem.MolFromSmiles(smiles))
    skeleton = Skeleton(Chem.MolFromSmiles(parent))
    return [[f.way for f in d.fills] for d in skeleton.derivations(graph, Counter(graph.number))]


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        ("CC(=O)OCCCC(=O)O", [Way.ESTER]),
        ("CCOC(=O)CCCO", [Way.ESTER]),
        ("CCOC(=O)CCCOC(C)=O", [Way.ESTER, Way.ESTER]),
        ("COCCCC(=O)O", [Way.ETHER]),
        ("CNC(=O)OCCCC(=O)O", [Way.CARBAMATE]),
        ("COC(=O)OCCCC(=O)O", [Way.ESTER]),
        ("O=C(O)CCCOP(=O)(O)O", [Way.OTHER_ACID]),
        ("O=C(O)CCCOS(=O)(=O)O", [Way.OTHER_ACID]),
        ("O=C(O)CCCO[N+](=O)[O-]", [Way.OTHER_ACID]),
        ("O=C(O)CCCOC1CCCCO1", [Way.ACETAL]),
        ("O=C(O)CCCOc1ccccc1", [Way.ARYL]),
        ("O=C(O)CCCOCCCCCCCCCCCC", [Way.LARGER]),
        ("O=C1CCCOC(=O)CCC(=O)O1", [Way.CYCLIC, Way.CYCLIC]),
    ],
)
def test_ways_of_filling(smiles: str, expected: list[Way]) -> None:
    found = ways(GHB, smiles)
    assert len(found) == 1
    assert sorted(found[0]) == sorted(expected)


@pytest.mark.parametrize(
    "smiles",
    [
        GHB,  # the parent itself
        "NC(=O)CCCO",  # amide: N instead of O
        "CSC(=O)CCCO",  # S instead of O
        "CC(=O)OCC(C)C(=O)O",  # another chain
        "CC(=O)OCCC(C)C(=O)O",  # a substituent elsewhere
        "CC(=O)OCC=CC(=O)O",  # a double bond
        "CC(=O)OC1CC1C(=O)O",  # a ring
        "CC(=O)OC(=O)CCCO",  # anhydride
        "C[Si](C)(C)OCCCC(=O)O",  # not through C, P, S or N
        "CC(=O)OOCCCC(=O)O",  # peroxide
    ],
)
def test_not_a_derivative_of_ghb(smiles: str) -> None:
    assert ways(GHB, smiles) == []


def test_the_rest_must_be_identical() -> None:
    assert ways(PSILOCIN, "CN(C)CCc1c[nH]c2cccc(OC(C)=O)c12") == [[Way.ESTER]]
    assert ways(PSILOCIN, "CCN(C)CCc1c[nH]c2cccc(OC(C)=O)c12") == []  # N-alkyl
    assert ways(PSILOCIN, "CN(C)CCc1cn(C)c2cccc(OC(C)=O)c12") == []  # N-alkyl of the indole
    assert ways(PSILOCIN, "CN(C)CCc1c[nH]c2ccc(OC(C)=O)cc12") == []  # 5-position


def test_the_stripped_parent_keeps_its_stereochemistry() -> None:
    heroin = "CC(=O)Oc1ccc2c3c1O[C@H]1[C@@H](OC(C)=O)C=C[C@H]4[C@@H](C2)N(C)CC[C@@]341"
    morphine = Chem.MolFromSmiles("CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5")
    graph = Graph(Chem.MolFromSmiles(heroin))
    (derivation,) = Skeleton(morphine).derivations(graph, Counter(graph.number))
    assert Chem.MolToSmiles(derivation.parent) == Chem.MolToSmiles(morphine)
    assert derivation.added == 6


def test_slots_are_o_h_on_carbon_and_nitrogen() -> None:
    assert len(slots_of(Chem.MolFromSmiles(GHB))) == 2
    assert len(slots_of(Chem.MolFromSmiles("CC(NO)Cc1ccccc1"))) == 1
    assert slots_of(Chem.MolFromSmiles("COCCN")) == ()


def test_the_lactone_of_ghb_is_gbl() -> None:
    assert [Chem.MolToSmiles(m) for m in lactones(Chem.MolFromSmiles(GHB))] == ["O=C1CCCO1"]
    assert lactones(Chem.MolFromSmiles(PSILOCIN)) == ()
