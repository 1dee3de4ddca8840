"""Cores of the groups of the NpSG of December 2025, of which no. 1 speaks: alone, or not there."""

from __future__ import annotations

import pytest
from npsg_2025 import DAY
from rdkit import Chem

from stofgroep.law import Law
from stofgroep.matching.graph import Graph
from stofgroep.matching.group import Matcher, matchers

GROUPS: dict[str, Matcher] = {
    m.group.short: m for m in matchers(Law.at(DAY, name="npsg", lists=False).groups, ())
}

# no members for what hangs on the core; the readings under which the core is there, "" for all
CORE_ONLY = [
    ("npsg-2", "nabilone", "CCCCCCC(C)(C)c1cc(O)c2C3CC(=O)CCC3C(C)(C)Oc2c1", ""),
    ("npsg-3", "methoxydiazepam", "CN1C(=O)CN=C(c2ccccc2)c2cc(OC)ccc12", ""),
    ("npsg-3", "C3 carbonyl", "CN1C(=O)C(=O)N=C(c2ccccc2)c2cc(OC)ccc12", ""),
    ("npsg-3", "1,5, C4 carbonyl", "CN1C(=O)CC(=O)N(c2ccccc2)c2cc(OC)ccc12", ""),
    ("npsg-3", "acetylated prodrug", "CC(=O)NCC(=O)N(C)c1ccc(Cl)cc1C(=O)c1ccccc1", ""),
    ("npsg-4", "methoxy-U-47700", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(OC)cc1", ""),
    ("npsg-5", "sumatriptan", "CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1", ""),
    ("npsg-5", "ergometrine", "CC(CO)NC(=O)C1CN(C)C2Cc3c[nH]c4cccc(C2=C1)c34", ""),
    ("npsg-6", "nitro-PCP", "C1CCCCC1(c1ccc([N+](=O)[O-])cc1)N1CCCCC1", ""),
    ("npsg-6", "trifluoromethyl analogue of tramadol", "CN(C)CC1CCCCC1(O)c1cccc(C(F)(F)F)c1", "alcohol"),
    ("npsg-7", "nitronitazene", "CCN(CC)CCn1c(Cc2ccc([N+](=O)[O-])cc2)nc2cc([N+](=O)[O-])ccc21", ""),
    ("npsg-8", "acetylmethadol", "CC(=O)OC(CC)C(CC(C)N(C)C)(c1ccccc1)c1ccccc1", ""),
    ("npsg-9", "benzylfentanyl", "CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1", "anilino"),
    ("npsg-9", "nitrobrorphine", "CC(c1ccc([N+](=O)[O-])cc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", ""),
]
NO_CORE = [
    ("npsg-2", "cannabidiol", "CCCCCc1cc(O)c(C2C=C(C)CCC2C(C)=C)c(O)c1"),
    ("npsg-3", "tofisopam", "CCC1C(C)=NN=C(c2ccc(OC)c(OC)c2)c2cc(OC)c(OC)cc21"),
    # C3 and C4 are no atoms of an aromatic ring
    ("npsg-3", "clozapine", "CN1CCN(CC1)C1=Nc2cc(Cl)ccc2Nc2ccccc12"),
    ("npsg-3", "olanzapine", "CN1CCN(CC1)C1=Nc2ccccc2Nc2sc(C)cc12"),
    ("npsg-3", "dibenzodiazepinone", "O=C1Nc2ccccc2Nc2ccccc12"),
    ("npsg-3", "alkylidene at C3", "CN1C(=O)C(=CN(C)C)N=C(c2ccccc2)c2cc(Cl)ccc12"),
    ("npsg-4", "AH-7921", "CN(C)C1(CNC(=O)c2ccc(Cl)c(Cl)c2)CCCCC1"),
    ("npsg-5", "indole-3-acetic acid", "OC(=O)Cc1c[nH]c2ccccc12"),
    # the core is an arylcyclohexylamine: a cyclohexylamine is none
    ("npsg-6", "N-cyclohexylamphetamine", "CC(Cc1ccccc1)NC1CCCCC1"),
    ("npsg-6", "1-ethylcyclohexylamine", "NC1(CC)CCCCC1"),
    ("npsg-7", "bendazol", "c1ccc(Cc2nc3ccccc3[nH]2)cc1"),
    ("npsg-8", "diphenhydramine", "CN(C)CCOC(c1ccccc1)c1ccccc1"),
    ("npsg-9", "fentanyl", "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1"),
    *((f"npsg-{n}", "amphetamine", "CC(N)Cc1ccccc1") for n in range(2, 10)),
]


@pytest.mark.parametrize(("group", "name", "smiles", "option"), CORE_ONLY)
def test_core_without_membership(group: str, name: str, smiles: str, option: str) -> None:
    matcher = GROUPS[group]
    mol = Chem.MolFromSmiles(smiles)
    assert not matcher.membership(mol).worlds
    worlds = matcher.group.worlds
    wanted = worlds.all
    for reading in matcher.group.readings:
        if option in reading.options:
            wanted = worlds.where({reading.id: (option,)})
    assert matcher.core(Graph(mol)) == wanted


@pytest.mark.parametrize(("group", "name", "smiles"), NO_CORE)
def test_no_core(group: str, name: str, smiles: str) -> None:
    assert GROUPS[group].core(Graph(Chem.MolFromSmiles(smiles))) == 0
