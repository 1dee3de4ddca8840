"""Structures for the properties: a pool of every group and many misses, and molecules assembled at random."""

from __future__ import annotations

from hypothesis import strategies as st
from rdkit import Chem

POOL = (
    # group 1: members, under some readings, misses
    "CNC(C)C(=O)c1ccccc1C",
    "CCc1cc(OC)c(CCN)cc1OC",
    "CC(N)Cc1ccc2ccoc2c1",
    "CNC(C)CC1CCCCC1",
    "CCCC(N1CCCC1)C(=O)c1ccc(F)cc1",
    "COc1ccccc1CNCCc1cc(OC)c(Br)cc1OC",
    "C[C@H](N)Cc1ccccc1",
    "C[C@@H](NC)[C@H](O)c1ccccc1",
    "COC(=O)C(c1ccccc1)C1CCCCN1",
    "CC1NCCOC1c1ccccc1",
    "NC1CC1c1ccccc1",
    "NC1Cc2ccccc2C1",
    "CC(N)Cc1c[nH]c2ccccc12",
    "NC12CC3CC(CC(C3)C1)C2",
    "NC(Cc1ccccc1)C(=O)O",
    "CCCCCCCNC(C)Cc1ccccc1",
    "CC(N)Cc1ccc(C#N)cc1",
    "CC(N)Cc1ccc([N+](=O)[O-])cc1",
    "CC1N=C(N)OC1c1ccccc1",
    "CC(Cc1ccccc1)n1ccnc1",
    "CN1CCc2cc(OC)c(OC)cc2C1Cc1ccc(OC)c(OC)c1",
    "COc1ccc2CC3C4CCCCC4(CCN3C)c2c1",
    "NCCc1ccc(O)c(O)c1",
    "C1Cc2ccccc2CN1",
    "NCCc1ccccc1",
    "CCCC(Cn1cncn1)c1ccc(Cl)cc1Cl",
    "NCc1ccccc1",
    "CC(Cc1ccccc1)[N+](C)(C)C",
    "CC(N)Cc1c(I)c(I)c(I)c(I)c1I",
    # group 2
    "CCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12",
    "CCCCn1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2cc(Br)ccc12",
    "CCCCCn1cc(C(=O)Oc2cccc3cccnc23)c2ccccc12",
    "CCCCCc1nc2ccccc2n1C(=O)c1cccc2ccccc12",
    "CCCCCn1cc(-c2nc(Cc3ccccc3)no2)c2ccccc12",
    "O=C(NC12CC3CC(CC(C3)C1)C2)c1nn(CC2CCCCC2)c2ccccc12",
    "CCCCCn1cc(C(=NC)c2ccccc2)c2ccccc12",
    "CCCCCn1cc(NC(=O)c2ccccc2)c2ccccc12",
    "CCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12",
    "C#CCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12",
    "CC(C)(C)C(NC(=O)c1n[nH]c2ccccc12)C(N)=O",
    "CCCCCn1cc(C(=O)c2cccc3ccccc23)c2cccnc12",
    "CCCCCn1cc(C(=O)c2cccc3ccccc23)c2cc(O)ccc12",
    # group 3
    "CCC(=O)N(c1ccc(Cl)cc1)C1CCN(CCc2ccccc2)CC1",
    "CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1",
    "COC(=O)CCN1CCC(CC1)(C(=O)OC)N(C(=O)CC)c1ccccc1",
    "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc(F)cc2)CC1",
    "O=C(c1ccco1)N(c1ccccc1)C1CCN(CCc2cccs2)CC1",
    "CN1CCC(CC1)N(C(=O)Cc1ccccc1)c1ccccc1",
    "CCC(=O)N(c1ccccc1)C1CCNCC1",
    "N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
    # group 4
    "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1",
    "CC(C)Oc1ccc(Cc2nc3ccccc3n2CCN2CCCC2)cc1",
    "CCCCCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1",
    "C=CCNCCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21",
    "CCN(CC)CCn1c(Cc2ccc3OCOc3c2)nc2cc([N+](=O)[O-])ccc21",
    "CCN(CC)CCCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21",
    # of no group
    "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
    "CC(=O)Oc1ccccc1C(=O)O",
    "CC(=O)Nc1ccc(O)cc1",
    "CCO",
    "OC1CCCCC1",
    "CC(C)Cc1ccc(C(C)C(=O)O)cc1",
)

pool = st.sampled_from(POOL)
seeds = st.integers(min_value=0, max_value=2**31 - 1)

_RESIDUES = (
    "[H]",
    "C",
    "CC",
    "CCCCCC",
    "CCCCCCCCC",
    "C(C)C",
    "CF",
    "F",
    "Cl",
    "O",
    "OC",
    "OC(C)=O",
    "N",
    "N(C)C",
    "[N+](=O)[O-]",
    "C#N",
    "C(=O)O",
    "C(=O)OC",
    "C(N)=O",
    "C(C)=O",
    "C=C",
    "C#C",
    "SC",
    "S(C)(=O)=O",
    "c8ccccc8",
    "Cc8ccccc8",
    "Cc8ccc(O)cc8",
    "C8CC8",
    "C8CCCCC8",
    "c8ccco8",
    "C8CCNCC8",
    "CCc8ccccc8",
    "[Si](C)(C)C",
)
_RINGS = (
    "c1ccc({})cc1",
    "c1cccc({})c1",
    "c1cc({})c2ccccc2c1",
    "c1cc({})c2OCOc2c1",
    "c1cc({})co1",
    "c1cc({})[nH]c1",
    "c1ccc({})cn1",
    "c1c[nH]c2cc({})ccc12",
    "c1cc({})c2occc2c1",
    "C1CCC({})CC1",
    "C1CCC({})C1",
    "c1csc({})n1",
)
_BRIDGES = ("C(=O)", "C(=O)N", "C(=O)O", "NC(=O)", "C(=NC)", "C", "S(=O)(=O)", "c7nc({})no7", "c7csc({})n7")
_CORES = (
    "{tail}n1cc({bridge})c2cc({x})ccc12",
    "{tail}n1c(C)c({bridge})c2ccc({x})cc12",
    "{tail}n1nc({bridge})c2c({x})cccc12",
    "{tail}n1c({bridge})nc2cc({x})ccc12",
    "{tail}n1cc({bridge})c2cccnc12",
    "{tail}n1ccc({bridge})c1",
)
_TAILS = (
    "[H]",
    "C",
    "CCC",
    "FCCCCC",
    "CCCCCCCC",
    "C6CCCCC6C",
    "c6cc(F)ccc6C",
    "C#CCCC",
    "CN(C)CC",
    "C6CCC6C",
)

# what most places bear in most molecules, so that some of the assembled ones are members
_SMALL = ("[H]", "[H]", "[H]", "C", "F", "OC", "[N+](=O)[O-]", "O")

residue = st.sampled_from(_RESIDUES)
small = st.sampled_from(_SMALL)
ring = st.builds(str.format, st.sampled_from(_RINGS), residue)


@st.composite
def phenethylamine_like(draw: st.DrawFn) -> str:
    links = [draw(st.one_of(small, residue)) for _ in range(6)]
    c2 = draw(st.sampled_from(["C({})({})", "C(=O)", "C"])).format(links[4], links[5])
    nitrogen = draw(st.sampled_from(["N({})({})", "N8CCCC8", "N8CCN({})CC8", "n8cncn8", "N=C{}"]))
    return f"C({links[2]})({nitrogen.format(links[0], links[1])}){c2}{draw(ring)}"


@st.composite
def indole_like(draw: st.DrawFn) -> str:
    bridge = draw(st.sampled_from(_BRIDGES))
    rest = draw(st.one_of(residue, ring))
    whole = bridge.format(rest) if "{}" in bridge else bridge + rest
    core = draw(st.sampled_from(_CORES))
    return core.format(tail=draw(st.sampled_from(_TAILS)), bridge=whole, x=draw(st.one_of(small, residue)))


@st.composite
def piperidine_like(draw: st.DrawFn) -> str:
    acyl = draw(st.sampled_from(["C(=O){}", "{}", "C(=O)O{}", "C(=O)C{}"])).format(draw(residue))
    on_nitrogen = draw(st.one_of(st.just("c1ccccc1"), ring, residue))
    at_four, at_three = draw(small), draw(st.one_of(small, residue))
    return f"{draw(st.sampled_from(_TAILS))}N3CCC({at_four})(C({at_three})C3)N({on_nitrogen}){acyl}"


@st.composite
def benzimidazole_like(draw: st.DrawFn) -> str:
    amine = draw(
        st.sampled_from(["CCN(CC)", "CN", "N", "C=CCN", "CCCCN", "C5CCCN5", "C5COCCN5", "C5CCCCCN5"])
    )
    linker = draw(st.sampled_from(["C", "C", "CC", "C(C)", "C(=O)", ""]))
    phenyl = draw(st.one_of(st.builds("c1ccc({})cc1".format, st.one_of(small, residue)), ring))
    return f"{amine}CCn3c({linker}{phenyl})nc4cc({draw(st.one_of(small, residue))})ccc43"


def _canonical(smiles: str) -> str | None:
    mol = Chem.MolFromSmiles(smiles)
    return None if mol is None else Chem.MolToSmiles(mol)


assembled: st.SearchStrategy[str] = (
    st.one_of(phenethylamine_like(), indole_like(), piperidine_like(), benzimidazole_like())
    .map(_canonical)
    .filter(lambda smiles: smiles is not None)
    .map(str)
)


def shuffled(smiles: str, seed: int) -> str:
    """The same structure with its atoms in another order."""
    return str(Chem.MolToRandomSmilesVect(Chem.MolFromSmiles(smiles), 1, randomSeed=seed)[0])


def kekule(smiles: str) -> str:
    mol = Chem.MolFromSmiles(smiles)
    Chem.Kekulize(mol, clearAromaticFlags=True)
    return str(Chem.MolToSmiles(mol, kekuleSmiles=True))


def with_hydrogens(smiles: str) -> str:
    return str(Chem.MolToSmiles(Chem.AddHs(Chem.MolFromSmiles(smiles))))


def labelled(smiles: str, seed: int) -> str:
    """Some hydrogens as deuterium and some carbons as carbon-13, chosen by the bits of the seed."""
    mol = Chem.AddHs(Chem.MolFromSmiles(smiles))
    for atom in mol.GetAtoms():
        if seed >> atom.GetIdx() % 31 & 1 and atom.GetAtomicNum() in (1, 6):
            atom.SetIsotope(2 if atom.GetAtomicNum() == 1 else 13)
    return str(Chem.MolToSmiles(mol))


_AMINE = Chem.MolFromSmarts("[NX3;+0;!$(N~[!#6]);!$(N-[#6]=,#[!#6]);!$(N-a)]")


def protonated(smiles: str) -> str:
    """Every amine protonated, without counter-ions."""
    mol = Chem.MolFromSmiles(smiles)
    for (index,) in mol.GetSubstructMatches(_AMINE):
        atom = mol.GetAtomWithIdx(index)
        atom.SetFormalCharge(1)
        atom.SetNumExplicitHs(atom.GetTotalNumHs() + 1)
        atom.SetNoImplicit(True)
    Chem.SanitizeMol(mol)
    return str(Chem.MolToSmiles(mol))
