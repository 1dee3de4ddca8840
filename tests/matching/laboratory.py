"""What the tests of matching share: a small definition, molecules, and drawings of one molecule."""

from __future__ import annotations

import random
from collections.abc import Iterator
from importlib.resources import files

from rdkit import Chem

from stofgroep.definition.loader import Vocabulary, load_group
from stofgroep.definition.model import Group

WORDS = '{ nl = "woorden", en = "words" }'

VOCABULARY = Vocabulary(
    files("stofgroep.data").joinpath("smarts/vocabulary.toml").read_bytes(), "vocabulary.toml"
)

# A ring (cyclohexane, benzene or pyrrole) with an aminomethyl group; ring substituents
# are halogen or short alkyl, on nitrogen hangs alkyl with anything on it.
SAMPLE = f"""\
id = "xx.list.sample"
list = "S"
number = 1
title = {WORDS}
citation = "Sample, 1"
basis = "text"
text = {WORDS}
url = "https://example.org/law"
in_force = {{ from = 2025-07-01 }}

[reading.length]
question = {WORDS}
likely = "short"
[reading.length.options]
short = {WORDS}
long = {WORDS}

[build.main.part.ring]
text = {WORDS}
ring_systems = ["cyclohexyl", "fenyl", "pyrrolyl"]

[build.main.part.chain]
text = {WORDS}
[build.main.part.chain.variant.aminomethyl]
smarts = "[C;X4,$([CX3]=[OX1]):1]-[#7:2]"
sites = {{ C = 1, N = 2 }}

[build.main.join.bond]
between = ["ring.any", "chain.C"]

[build.main.slot.Rn]
at = ["ring.any"]
repeat = true
[build.main.slot.R1]
at = ["chain.N"]
[build.main.slot.R2]
at = ["chain.N"]
[build.main.slot.R3]
at = ["chain.C"]
[build.main.slot.R4]
at = ["chain.C"]

[build.main.rule.ring]
slots = ["Rn"]
allow = ["H", "halogen", "alkyl<=3"]
carrying = ["halogen"]
text = {WORDS}
[build.main.rule.amine]
slots = ["R1", "R2"]
allow = ["H", "alkyl-head"]
carrying = "any"
chain = {{ max = {{ length = {{ short = 3, long = 5 }} }} }}
text = {WORDS}
[build.main.rule.carbon]
slots = ["R3", "R4"]
allow = ["H", "methyl"]
text = {WORDS}

[build.main.together.oxo]
slots = ["R3", "R4"]
allow = ["oxo"]
text = {WORDS}
"""


def sample() -> Group:
    """The definition above, loaded."""
    return load_group(SAMPLE.encode(), "sample.toml", VOCABULARY)


def molecule(smiles: str) -> Chem.Mol:
    """A sanitised molecule."""
    mol = Chem.MolFromSmiles(smiles)
    assert mol is not None, smiles
    return mol


def drawn(mol: Chem.Mol) -> Iterator[Chem.Mol]:
    """One molecule as it may be read: sanitised, and unsanitised Kekulé, with hydrogen atoms, as a salt."""
    yield mol
    kekule = Chem.MolToSmiles(mol, kekuleSmiles=True)
    yield _unsanitised(kekule)
    yield _unsanitised(Chem.MolToSmiles(Chem.AddHs(mol)))
    for match in mol.GetSubstructMatches(Chem.MolFromSmarts("[NX3;+0;!$(N-[!#6;!#1])]")):
        charged = Chem.RWMol(mol)
        atom = charged.GetAtomWithIdx(match[0])
        atom.SetFormalCharge(1)
        atom.SetNumExplicitHs(atom.GetTotalNumHs() + 1)
        if not Chem.SanitizeMol(charged, catchErrors=True):
            yield _unsanitised(Chem.MolToSmiles(charged) + ".[Cl-]")
        break


def _unsanitised(smiles: str) -> Chem.Mol:
    parameters = Chem.SmilesParserParams()
    parameters.sanitize = False
    parameters.removeHs = False
    mol = Chem.MolFromSmiles(smiles, parameters)
    mol.UpdatePropertyCache(True)
    Chem.FastFindRings(mol)
    Chem.Kekulize(mol, True)
    mol.UpdatePropertyCache(True)
    return mol


# Each is written in front of what is there already.
_PIECES = (
    "C",
    "C",
    "N",
    "O",
    "C(=O)",
    "C(C)",
    "C(C)(C)",
    "S",
    "C=C",
    "C(F)",
    "c1ccc(cc1)",
    "c1cccc(c1)",
    "c1c[nH]cc1",
    "c1cc(oc1)",
    "c1cc(sc1)",
    "c1cncc(c1)",
    "C1CCCCC1",
    "C1CCCC1",
    "C1CC2CC1CC2",
    "C1CCCCN1",
    "N1CCC(CC1)",
    "c1ccc2c(c1)CCC2",
    "c1ccc2c(c1)OCC(O2)",
    "c1cc2OCOc2cc1",
    "c1ccc2c(c1)cc(o2)",
    "CC(=O)c1cn(c2ccccc12)",
    "CN(C)CCn1c2ccccc2nc1",
    "C1CCC2(CC1)CCCC2",
)


def generated(count: int, seed: int) -> list[Chem.Mol]:
    """Molecules put together at random from rings and links; the same for the same seed."""
    rng = random.Random(seed)
    found: list[Chem.Mol] = []
    while len(found) < count:
        text = rng.choice("CNOF")
        for _ in range(rng.randint(1, 6)):
            text = rng.choice(_PIECES) + text
        found.append(molecule(text))
    return found


POOL = (
    "CC(N)Cc1ccccc1",
    "CNC(C)C(=O)c1ccc2OCOc2c1",
    "NCCc1cc[nH]c1",
    "NCCc1ccco1",
    "NCCC1CCCCC1",
    "NCCC1CC2CCC1C2",
    "CCCC(N1CCCC1)C(=O)c1ccc(F)cc1",
    "NCCC1Cc2ccccc2C1",
    "NCCC1COc2ccccc2O1",
    "NCCc1ccc([N+](=O)[O-])cc1",
    "CCCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12",
    "CCCCn1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2cc(Br)ccc12",
    "CCCCCc1nc2ccccc2n1C(=O)c1cccc2ccccc12",
    "CCC(=O)N(c1ccc(Cl)cc1)C1CCN(CCc2ccccc2)CC1",
    "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1",
    "CN1CCc2cc(OC)c(OC)cc2C1Cc1ccc(OC)c(OC)c1",
    "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
    "C1CC2CCC1N2",
    "CS(=O)(=O)Nc1ccncc1",
    "C[N+](C)(C)CC(=O)[O-]",
    "OC1=CC(=O)C=CC1=O",
    "c1ccc2[nH]ccc2c1",
)
