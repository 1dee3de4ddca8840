"""One substance, one component: whatever salt, protonation, atom order or way of writing."""

from __future__ import annotations

import random

import pytest
from canonical_form import canonical
from hypothesis import given, settings
from hypothesis import strategies as st
from rdkit import Chem

from stofgroep.structure import Parsed, Role, Structure, completions, parse

# The neutral substance first, then drawings of the same substance.
SUBSTANCES: list[list[str]] = [
    # MDMA
    ["CNC(C)Cc1ccc2OCOc2c1", "C[NH2+]C(C)Cc1ccc2OCOc2c1.[Cl-]", "CNC(C)CC1=CC=C2OCOC2=C1.Cl"],
    # amfetamine: sulfate, phosphate
    [
        "CC(N)Cc1ccccc1",
        "CC([NH3+])Cc1ccccc1.CC([NH3+])Cc1ccccc1.[O-]S(=O)(=O)[O-]",
        "CC(N)Cc1ccccc1.OP(O)(O)=O",
    ],
    # dexamfetamine
    ["C[C@H](N)Cc1ccccc1", "C[C@H]([NH3+])Cc1ccccc1.[O-]S(=O)(=O)O", "N[C@@H](C)CC1=CC=CC=C1"],
    # fentanyl citrate
    [
        "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
        "CCC(=O)N(c1ccccc1)C1CC[NH+](CCc2ccccc2)CC1.OC(=O)CC(O)(CC([O-])=O)C(O)=O",
    ],
    # GHB
    [
        "OCCCC(=O)O",
        "OCCCC(=O)[O-].[Na+]",
        "OCCCC(=O)O[Na]",
        "[K+].OCCCC([O-])=O",
        "OCCCC(=O)[O-].C[N+](C)(C)CCO",
    ],
    # heroin hydrochloride hydrate
    [
        "CC(=O)O[C@H]1C=C[C@H]2[C@H]3Cc4ccc(OC(C)=O)c5O[C@@H]1[C@]2(CCN3C)c45",
        "CC(=O)O[C@H]1C=C[C@H]2[C@H]3Cc4ccc(OC(C)=O)c5O[C@@H]1[C@]2(CC[NH+]3C)c45.[Cl-].O",
    ],
    # morphine N-oxide, its hydrochloride
    [
        "C[N+]1([O-])CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
        "C[N+]1(O)CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5.[Cl-]",
        "CN1(=O)CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
    ],
    # cocaine, zwitterion of benzoylecgonine
    ["COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C", "COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1[NH+]2C.[Cl-]"],
    ["OC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C", "[O-]C(=O)C1C(OC(=O)c2ccccc2)CC2CCC1[NH+]2C"],
    # isotonitazene: nitro in two drawings
    [
        "CCN(CC)CCn1c(Cc2ccc(OC(C)C)cc2)nc2cc(ccc12)[N+](=O)[O-]",
        "CCN(CC)CCn1c(Cc2ccc(OC(C)C)cc2)nc2cc(ccc12)N(=O)=O.Cl",
        "CC[NH+](CC)CCn1c(Cc2ccc(OC(C)C)cc2)[nH+]c2cc(ccc12)[N+](=O)[O-].[Cl-].[Cl-]",
    ],
    # psilocybin
    ["CN(C)CCc1c[nH]c2cccc(OP(=O)(O)O)c12", "C[NH+](C)CCc1c[nH]c2cccc(OP(=O)([O-])O)c12"],
    # aeruginascin: quaternary, inner salt
    ["C[N+](C)(C)CCc1c[nH]c2cccc(OP(=O)(O)O)c12", "C[N+](C)(C)CCc1c[nH]c2cccc(OP(=O)([O-])O)c12"],
    # betaine, carnitine
    ["C[N+](C)(C)CC(=O)O", "C[N+](C)(C)CC(=O)[O-]", "C[N+](C)(C)CC(=O)O.[Cl-]"],
    ["C[N+](C)(C)C[C@H](O)CC(=O)O", "C[N+](C)(C)C[C@H](O)CC(=O)[O-]"],
    # amino acids
    ["NCC(=O)O", "[NH3+]CC(=O)[O-]", "NCC(=O)[O-].[Na+]", "[NH3+]CC(=O)O.[Cl-]"],
    ["N[C@@H](CCCNC(N)=N)C(=O)O", "[NH3+][C@@H](CCCNC(N)=[NH2+])C(=O)[O-].[Cl-]"],
    ["N[C@@H](CS)C(=O)O", "[NH3+][C@@H](C[S-])C(=O)O"],
    ["OC(=O)c1cccnc1", "[O-]C(=O)c1ccc[nH+]c1", "OC(=O)c1ccc[nH+]c1.[Br-]"],
    # quaternary aromatic, muscle relaxant
    ["C[n+]1ccccc1", "C[n+]1ccccc1.[I-]", "C[N+]1=CC=CC=C1.[Br-]"],
    ["C[N+](C)(C)CCOC(=O)CCC(=O)OCC[N+](C)(C)C", "C[N+](C)(C)CCOC(=O)CCC(=O)OCC[N+](C)(C)C.[Cl-].[Cl-]"],
    # pyridine N-oxide, amine oxide
    ["[O-][n+]1ccccc1", "O=n1ccccc1", "O[n+]1ccccc1.[Cl-]"],
    ["CCCCCCCCCCCC[N+](C)(C)[O-]", "CCCCCCCCCCCCN(C)(C)=O", "CCCCCCCCCCCC[N](C)(C)->O"],
    # nitrate ester, nitrite, azide, diazo, N2O
    ["O=[N+]([O-])OCC(CO[N+](=O)[O-])O[N+](=O)[O-]", "O=N(=O)OCC(CON(=O)=O)ON(=O)=O"],
    ["CC(C)CON=O"],
    ["CC1C(C(CC(O1)n1cc(C)c(=O)[nH]c1=O)N=[N+]=[N-])CO", "CC1C(C(CC(O1)n1cc(C)c(=O)[nH]c1=O)N=N#N)CO"],
    ["COC(=O)C=[N+]=[N-]", "COC(=O)C=N#N", "COC(=O)[CH-][N+]#N"],
    ["N#[N+][O-]", "[N-]=[N+]=O"],
    # sulfoxide, sulfone, phosphine oxide
    ["NC(=O)CS(=O)C(c1ccccc1)c1ccccc1", "NC(=O)C[S+]([O-])C(c1ccccc1)c1ccccc1"],
    ["C[S@](=O)c1ccccc1", "C[S@+]([O-])c1ccccc1"],
    ["CP(C)(C)=O", "C[P+](C)(C)[O-]"],
    # sulfonamide and imide anions: saccharin, phenobarbital, phenytoin
    ["O=C1NS(=O)(=O)c2ccccc12", "O=C1[N-]S(=O)(=O)c2ccccc12.[Na+]", "O=C1N([Na])S(=O)(=O)c2ccccc12"],
    ["CCC1(c2ccccc2)C(=O)NC(=O)NC1=O", "CCC1(c2ccccc2)C(=O)[N-]C(=O)NC1=O.[Na+]"],
    # phenolate, thiolate, sulfonate, phosphonate, enolate-free
    ["Oc1ccccc1", "[O-]c1ccccc1.[K+]", "[K]Oc1ccccc1"],
    ["Sc1ccccc1", "[S-]c1ccccc1.[Na+]"],
    ["NCCS(=O)(=O)O", "[NH3+]CCS(=O)(=O)[O-]"],
    ["OC(=O)CNCP(=O)(O)O", "OC(=O)C[NH2+]CP(=O)(O)[O-]", "[O-]C(=O)CNCP(=O)(O)O.CC(C)[NH3+]"],
    # boronic acids
    ["OB(O)c1ccccc1", "[O-]B(O)c1ccccc1.[Na+]"],
    ["CC(C)C[C@H](NC(=O)c1ccccc1)B(O)O"],
    # charged heteroaromatics: imidazole, benzimidazole, adenine, tetrazole
    ["Cn1ccnc1", "Cn1cc[nH+]c1.[Cl-]"],
    ["c1ccc2[nH]cnc2c1", "c1ccc2[nH]c[nH+]c2c1", "c1ccc2[n-]cnc2c1.[Na+]"],
    ["Nc1ncnc2[nH]cnc12", "Nc1nc[nH+]c2[nH]cnc12.[Cl-]"],
    ["Cn1c(=O)c2[nH]cnc2n(C)c1=O", "Cn1c(=O)c2[n-]cnc2n(C)c1=O.[Na+]"],
    ["Cn1cnc2c1c(=O)n(C)c(=O)n2C", "Cn1c[nH+]c2c1c(=O)n(C)c(=O)n2C.[Cl-]"],
    # deuterated, carbon-13: the substance itself
    [
        "CN(C)CCc1c[nH]c2ccccc12",
        "[2H]C([2H])([2H])N(C)CCc1c[nH]c2ccccc12",
        "C[15N](C)CCc1c[nH]c2[13cH]cccc12",
    ],
    # E and Z stay apart
    ["C/C(=C\\C(=O)O)C(=O)O", "C/C(=C\\C(=O)[O-])C(=O)O.[Na+]"],
    ["C/C(=C/C(=O)O)C(=O)O", "[H]\\C(C(=O)O)=C(/C)C(=O)O"],
]


def substances(text: str) -> list[str]:
    read = parse(text)
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Structure)
    return [part.smiles for part in found.completions[0].components if part.role is Role.SUBSTANCE]


@pytest.mark.parametrize("drawings", SUBSTANCES, ids=lambda drawings: drawings[0])
def test_every_drawing(drawings: list[str]) -> None:
    expected = [canonical(drawings[0])]
    for drawing in drawings:
        if "CC(C)[NH3+]" not in drawing:
            assert substances(drawing) == expected
        else:
            # glyphosate with isopropylamine, which is no mere counter-ion
            assert expected[0] in substances(drawing)


def test_stereoisomers_stay_apart() -> None:
    neutral = [canonical(drawings[0]) for drawings in SUBSTANCES]
    assert len(set(neutral)) == len(neutral)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(SUBSTANCES),
    st.integers(0, 2**32),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_every_way_of_writing(
    drawings: list[str], seed: int, kekule: bool, hydrogens: bool, brackets: bool, numbered: bool
) -> None:
    rng = random.Random(seed)
    drawing = rng.choice(drawings)
    mol = Chem.MolFromSmiles(drawing)
    if hydrogens:
        mol = Chem.AddHs(mol)
    order = list(range(mol.GetNumAtoms()))
    rng.shuffle(order)
    mol = Chem.RenumberAtoms(mol, order)
    if kekule:
        Chem.Kekulize(mol, True)
    if numbered:
        for atom in mol.GetAtoms():
            atom.SetAtomMapNum(atom.GetIdx() + 1)
    written = Chem.MolToSmiles(mol, canonical=False, kekuleSmiles=kekule, allHsExplicit=brackets)
    assert set(substances(written)) == set(substances(drawing))
