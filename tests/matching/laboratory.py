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

# Members of each group under some reading, and substances near the ring exclusion of group 1.
MEMBERS = (
    "CC(N)Cc1ccccc1",
    "NC1Cc2ccccc2C1",
    "CNC1CCc2ccccc2C1",
    "CC1NCCOC1c1ccccc1",
    "O=C1CC(c2ccccc2)CN1",
    "CC1C(c2ccccc2)N1C",
    "CCCC(N1CCCC1)C(=O)c1ccc(F)cc1",
    "CCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12",
    "CCCCCn1cc(C(=NC)c2ccccc2)c2ccccc12",
    "CCCCCc1nc2ccccc2n1C(=O)c1cccc2ccccc12",
    "O=C(NC12CC3CC(CC(C3)C1)C2)c1nn(CC2CCCCC2)c2ccccc12",
    "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
    "O=C(c1ccco1)N(c1ccccc1)C1CCN(CCc2cccs2)CC1",
    "CC(C)Oc1ccc(Cc2nc3ccccc3n2CCN2CCCC2)cc1",
    "NCC1CCCCC1",
    "CCNCc1ccccc1",
)
RINGED = (
    "C1NCCc2ccccc12",
    "CC1NCCc2cc(OC)c(O)cc12",
    "C1NCCc2c1[nH]c1ccccc21",
    "CN1CCc2ccccc12",
    "C1CNCCc2ccccc12",
    "C1N(CCc2ccccc2)CCc2ccccc12",
    "C1NC(Cc2ccccc2)Cc2ccccc12",
    "C1CC2NC1Cc1ccccc12",
    "C12CNC(Cc3ccccc13)C2",
    "C1CNCC2(C1)CCc1ccccc12",
    "C1CC2CNCC1c1ccccc12",
    "COc1ccc2CC3C4CCCCC4(CCN3C)c2c1",
    "CN1CC(C(=O)O)C=C2C1Cc1c[nH]c3cccc2c13",
    "C1CC2CCC1CN2",
    "C1CN2CCc3ccccc3C2c2ccccc12",
)


def mutated(count: int, seed: int) -> list[Chem.Mol]:
    """Molecules a step or three from those above: an atom changed or added, a bond made or broken."""
    rng = random.Random(seed)
    found: list[Chem.Mol] = []
    while len(found) < count:
        mol = Chem.RWMol(molecule(rng.choice((*MEMBERS, *RINGED))))
        Chem.Kekulize(mol, clearAromaticFlags=True)
        for _ in range(rng.randint(1, 3)):
            _change(mol, rng)
        text = Chem.MolToSmiles(mol)
        # read again, so that hydrogen atoms are where the new bonds leave them
        changed = Chem.MolFromSmiles(text) if "." not in text else None
        if changed is not None:
            found.append(changed)
    return found


def _change(mol: Chem.RWMol, rng: random.Random) -> None:
    first, second = rng.randrange(mol.GetNumAtoms()), rng.randrange(mol.GetNumAtoms())
    what = rng.choice(("element", "add", "bond", "bond", "break"))
    if what == "element":
        mol.ReplaceAtom(first, Chem.Atom(rng.choice((6, 6, 7, 8, 16))))
    elif what == "add":
        added = mol.AddAtom(Chem.Atom(rng.choice((6, 6, 7, 8, 9))))
        mol.AddBond(first, added, Chem.BondType.SINGLE)
    elif what == "bond" and first != second and mol.GetBondBetweenAtoms(first, second) is None:
        mol.AddBond(first, second, Chem.BondType.SINGLE)
    elif what == "break" and mol.GetBondBetweenAtoms(first, second) is not None:
        mol.RemoveBond(first, second)
