"""NpSG 2021, Anlage no. 4, N-(2-aminocyclohexyl)amides: every clause from its text and its drawing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from group_strategies import kekule, with_hydrogens
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "npsg-4"
CARBOCYCLE = depends("ring-hetero = possible", "out")


def amide(amine: str = "N(C)C", r4: str = "C", aryl: str = "c1ccc(Cl)c(Cl)c1", ch2: str = "") -> str:
    """The drawing with R3 hydrogen; ``amine`` begins with its nitrogen."""
    return f"C9({amine})CCCCC9N({r4})C(=O){ch2}{aryl}"


def without_r4(amine: str) -> str:
    return f"C9({amine})CCCCC9NC(=O)c1ccc(Cl)c(Cl)c1"


def at_r3(ring: str) -> str:
    """U-69593 with another ring at R3; ``ring`` is written from the spiro carbon."""
    return f"CN(C(=O)Cc1ccccc1)C1CC{ring}CC1N1CCCC1"


CORES: Table = [
    ("benzamide", amide(), IN),
    ("phenylacetamide", amide(ch2="C"), IN),
    ("phenylpropanamide", amide(ch2="CC"), OUT),
    ("methyl on the CH2", amide(ch2="C(C)"), OUT),
    ("oxygen for the CH2", amide(ch2="O"), OUT),
    ("double bond for the CH2s", amide(ch2="C=C"), OUT),
    ("thioamide", "C9(N(C)C)CCCCC9N(C)C(=S)c1ccccc1", OUT),
    ("sulfonamide", "C9(N(C)C)CCCCC9N(C)S(=O)(=O)c1ccccc1", OUT),
    ("ester", "C9(N(C)C)CCCCC9OC(=O)c1ccccc1", OUT),
    ("cyclopentane", "C9(N(C)C)CCCC9N(C)C(=O)c1ccccc1", OUT),
    ("cycloheptane", "C9(N(C)C)CCCCCC9N(C)C(=O)c1ccccc1", OUT),
    ("cyclohexene", "C9(N(C)C)CC=CCC9N(C)C(=O)c1ccccc1", OUT),
    ("benzene for the cyclohexane", "c9(N(C)C)ccccc9N(C)C(=O)c1ccccc1", OUT),
    ("1,3-diamine", "C9(N(C)C)CCCC(C9)N(C)C(=O)c1ccccc1", OUT),
    ("amine on a CH2", "C9(CN(C)C)CCCCC9N(C)C(=O)c1ccccc1", OUT),
    ("pyridine for the phenyl ring", amide(aryl="c1ccncc1"), OUT),
    ("thiophene for the phenyl ring", amide(aryl="c1cccs1"), OUT),
    ("cyclohexane for the phenyl ring", amide(aryl="C1CCCCC1"), OUT),
    ("methyl beside the amide", "C9(N(C)C)CCCCC9(C)N(C)C(=O)c1ccccc1", OUT),
    ("methyl on the carbon of the amine", "C9(C)(N(C)C)CCCCC9N(C)C(=O)c1ccccc1", OUT),
    ("methyl at R3", "C9(N(C)C)CC(C)CCC9N(C)C(=O)c1ccccc1", OUT),
    ("oxo on the ring", "C9(N(C)C)CC(=O)CCC9N(C)C(=O)c1ccccc1", OUT),
]

R1_R2: Table = [
    ("hydrogen twice", amide("N"), IN),
    ("methyl", amide("NC"), IN),
    ("methyl twice", amide("N(C)C"), IN),
    ("heptyl twice", "C9(N(CCCCCCC)CCCCCCC)CCCCC9NC(=O)c1ccccc1", IN),
    ("branched C7", amide("NC(C)(C)C(C)(C)C"), IN),
    ("octyl", amide("NCCCCCCCC"), OUT),
    ("allyl", amide("NCC=C"), OUT),
    ("benzyl", amide("NCc1ccccc1"), OUT),
    ("cyclopropyl", amide("NC1CC1"), OUT),
    ("hydroxyethyl", amide("NCCO"), OUT),
    ("acetyl", amide("NC(C)=O"), OUT),
    ("hydroxy", amide("NO"), OUT),
    ("three methyls", "C9([N+](C)(C)C)CCCCC9N(C)C(=O)c1ccccc1.[Br-]", OUT),
    ("aziridine, 3", amide("N4CC4"), IN),
    ("azetidine, 4", amide("N4CCC4"), IN),
    ("pyrrolidine, 5", amide("N4CCCC4"), IN),
    ("piperidine, 6", amide("N4CCCCC4"), IN),
    ("azepane, 7", amide("N4CCCCCC4"), IN),
    ("azocane, 8", amide("N4CCCCCCC4"), OUT),
    ("pyrrole", amide("n4cccc4"), IN),
    ("pyrroline", amide("N4CC=CC4"), IN),
    ("morpholine", amide("N4CCOCC4"), OUT),
    ("piperazine", amide("N4CCNCC4"), OUT),
    ("imidazole", amide("n4ccnc4"), OUT),
    ("methylpyrrolidine", amide("N4CCCC4C"), OUT),
    ("fluoropyrrolidine", amide("N4CCC(F)C4"), OUT),
    ("bicyclic, seven carbons", amide("N4CC5CCCC5C4"), OUT),
    ("pyrrolidinone", amide("N4CCCC4=O"), OUT),
    ("isoindoline", amide("N4Cc5ccccc5C4"), OUT),
    ("spiro, 3", "C98(NC8)CCCCC9N(C)C(=O)c1ccccc1", IN),
    ("spiro, 5, with methyl (U-77891)", "CN1CCCC12CCCCC2N(C)C(=O)c1ccc(Br)c(Br)c1", IN),
    ("spiro, 7", "CN1CCCCCC12CCCCC2N(C)C(=O)c1ccccc1", IN),
    ("spiro, 8", "CN1CCCCCCC12CCCCC2N(C)C(=O)c1ccccc1", OUT),
    ("spiro, 5, with heptyl", "CCCCCCCN1CCCC12CCCCC2N(C)C(=O)c1ccccc1", IN),
    ("spiro, 5, with octyl", "CCCCCCCCN1CCCC12CCCCC2N(C)C(=O)c1ccccc1", OUT),
    ("spiro, with oxygen in the ring", "CN1CCOC12CCCCC2N(C)C(=O)c1ccccc1", OUT),
    ("spiro, methyl on the ring", "CN1CCC(C)C12CCCCC2N(C)C(=O)c1ccccc1", OUT),
    ("ring to the next ring carbon", "CN1CCC2CCCC(C12)N(C)C(=O)c1ccccc1", OUT),
    ("ring to the amide nitrogen", "C9CCCC8C9N(C)CCN8C(=O)c1ccccc1", OUT),
]

R3: Table = [
    *(
        (
            f"oxygen after {before} and before {after} CH2",
            at_r3(f"C6({'C' * before}O{'C' * after}6)"),
            expected,
        )
        for before, after, expected in (
            *((b, a, IN) for b in range(7) for a in range(7) if 1 <= b + a <= 6 and a),
            (3, 4, OUT),
            (1, 6, OUT),
        )
    ),
    ("hydrogen", at_r3("C"), IN),
    ("oxirane", at_r3("C6(CO6)"), IN),
    ("oxetane, O beside", at_r3("C6(CCO6)"), IN),
    ("oxetane, O across", at_r3("C6(COC6)"), IN),
    ("tetrahydrofuran (U-69593)", at_r3("C6(CCCO6)"), IN),
    ("tetrahydrofuran, O in 3", at_r3("C6(CCOC6)"), IN),
    ("tetrahydropyran", at_r3("C6(CCCCO6)"), IN),
    ("oxocane, seven carbons", at_r3("C6(CCCCCCO6)"), IN),
    ("oxocane, O in the middle", at_r3("C6(CCCOCCC6)"), IN),
    ("oxonane, eight carbons", at_r3("C6(CCCCCCCO6)"), OUT),
    ("two oxygens", at_r3("C6(OCCO6)"), OUT),
    ("no oxygen", at_r3("C6(CCCC6)"), OUT),
    ("sulfur", at_r3("C6(CCCS6)"), OUT),
    ("methyl on the spiro ring", at_r3("C6(CC(C)CO6)"), OUT),
    ("double bond in the spiro ring", at_r3("C6(CC=CO6)"), OUT),
    ("at the neighbour of the amide", "CN(C(=O)Cc1ccccc1)C1C6(CCCO6)CCCC1N1CCCC1", OUT),
    ("meta to the amide", "CN(C(=O)Cc1ccccc1)C1CC6(CCCO6)CCC1N1CCCC1", OUT),
    ("annelated ring", "CN(C(=O)Cc1ccccc1)C1CC2OCCC2CC1N1CCCC1", OUT),
]

R4: Table = [
    ("hydrogen", without_r4("N(C)C"), IN),
    ("methyl", amide(r4="C"), IN),
    ("isopropyl", amide(r4="C(C)C"), IN),
    ("pentyl", amide(r4="CCCCC"), IN),
    ("hexyl", amide(r4="CCCCCC"), OUT),
    ("cyclopropyl", amide(r4="C3CC3"), OUT),
    ("allyl", amide(r4="CC=C"), OUT),
    ("benzyl", amide(r4="Cc3ccccc3"), OUT),
    ("acetyl", amide(r4="C(C)=O"), OUT),
]

PHENYL: Table = [
    ("hydrogen", amide(aryl="c1ccccc1"), IN),
    ("fluorine", amide(aryl="c1ccccc1F"), IN),
    ("bromine (U-47931E)", "C9(N(C)C)CCCCC9NC(=O)c1ccc(Br)cc1", IN),
    ("iodine", amide(aryl="c1cccc(I)c1"), IN),
    ("five fluorines", amide(aryl="c1c(F)c(F)c(F)c(F)c1F"), IN),
    ("methyl", amide(aryl="c1ccc(C)cc1"), OUT),
    ("trifluoromethyl", amide(aryl="c1ccc(C(F)(F)F)cc1"), OUT),
    ("methoxy", amide(aryl="c1ccc(OC)cc1"), OUT),
    ("hydroxy", amide(aryl="c1ccc(O)cc1"), OUT),
    ("nitro", amide(aryl="c1ccc([N+](=O)[O-])cc1"), OUT),
    ("phenyl", amide(aryl="c1ccc(cc1)c1ccccc1"), OUT),
    ("methylenedioxy", amide(aryl="c1ccc3OCOc3c1"), IN),
    ("ethylenedioxy", amide(aryl="c1ccc3OCCOc3c1"), IN),
    ("methylenedioxy and chlorine", amide(aryl="c1cc(Cl)c3OCOc3c1"), IN),
    ("methylenedioxy with methyl", amide(aryl="c1ccc3OC(C)Oc3c1"), OUT),
    ("methylenedioxy with fluorine", amide(aryl="c1ccc3OC(F)(F)Oc3c1"), OUT),
    ("dihydrobenzofuran", amide(aryl="c1ccc3OCCc3c1"), IN),
    ("benzofuran at 4 (enadoline)", "CN(C(=O)Cc1cccc2occc12)C1CCC2(CCCO2)CC1N1CCCC1", IN),
    ("benzothiophene", amide(aryl="c1ccc3sccc3c1"), IN),
    ("indole", amide(aryl="c1ccc3[nH]ccc3c1"), IN),
    ("indole with methyl on nitrogen", amide(aryl="c1ccc3n(C)ccc3c1"), IN),
    ("indole with ethyl on nitrogen", amide(aryl="c1ccc3n(CC)ccc3c1"), OUT),
    ("indole with methyl on carbon", amide(aryl="c1ccc3[nH]c(C)cc3c1"), OUT),
    ("benzothiazole", amide(aryl="c1ccc3scnc3c1"), IN),
    ("chroman, five carbons", amide(aryl="c1ccc3OCCCc3c1"), IN),
    ("quinoline", amide(aryl="c1ccc3ncccc3c1"), IN),
    ("benzoxepane, six carbons", amide(aryl="c1ccc3OCCCCc3c1"), IN),
    ("benzoxocane, seven carbons", amide(aryl="c1ccc3OCCCCCc3c1"), OUT),
    ("phosphorus in the ring", amide(aryl="c1ccc3PCCc3c1"), OUT),
    ("oxygen and phosphorus in the ring", amide(aryl="c1ccc3OPCc3c1"), OUT),
    ("carbonyl on the ring", amide(aryl="c1ccc3OCC(=O)c3c1"), OUT),
    ("dibenzofuran", amide(aryl="c1ccc3oc4ccccc4c3c1"), OUT),
    ("naphthalene", amide(aryl="c1ccc3ccccc3c1"), CARBOCYCLE),
    ("tetralin", amide(aryl="c1ccc3CCCCc3c1"), CARBOCYCLE),
    ("indane", amide(aryl="c1ccc3CCCc3c1"), CARBOCYCLE),
    ("benzocycloheptane, seven carbons", amide(aryl="c1ccc3CCCCCc3c1"), OUT),
    ("methylindane", amide(aryl="c1ccc3CC(C)Cc3c1"), OUT),
    ("ring to the CH2", "C9(N(C)C)CCCCC9N(C)C(=O)C1OCc2ccccc12", OUT),
]

MEMBERS: Table = [
    (name, smiles, IN)
    for name, smiles in (
        ("U-47700", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("U-47700 hydrochloride", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1.Cl"),
        ("trans-U-47700", "CN(C)[C@@H]1CCCC[C@H]1N(C)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("U-47700, protonated", "C[NH+](C)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("U-47109", "CN(C)C1CCCCC1NC(=O)c1ccc(Cl)c(Cl)c1"),
        ("N-desmethyl-U-47700", "CNC1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("N,N-didesmethyl-U-47700", "NC1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("U-47931E (bromadoline)", "CN(C)C1CCCCC1NC(=O)c1ccc(Br)cc1"),
        ("N-methyl-U-47931E", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(Br)cc1"),
        ("U-48520", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(Cl)cc1"),
        ("U-48800", "CN(C)C1CCCCC1N(C)C(=O)Cc1ccc(Cl)cc1Cl"),
        ("U-49900", "CCN(CC)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("U-50488", "CN(C(=O)Cc1ccc(Cl)c(Cl)c1)C1CCCCC1N1CCCC1"),
        ("U-51754", "CN(C)C1CCCCC1N(C)C(=O)Cc1ccc(Cl)c(Cl)c1"),
        ("U-62066 (spiradoline)", "CN(C(=O)Cc1ccc(Cl)c(Cl)c1)C1CCC2(CCCO2)CC1N1CCCC1"),
        ("U-69593", "CN(C(=O)Cc1ccccc1)C1CCC2(CCCO2)CC1N1CCCC1"),
        ("U-77891", "CN1CCCC12CCCCC2N(C)C(=O)c1ccc(Br)c(Br)c1"),
        ("enadoline", "CN(C(=O)Cc1cccc2occc12)C1CCC2(CCCO2)CC1N1CCCC1"),
        ("isopropyl-U-47700", "CN(C)C1CCCCC1N(C(C)C)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("ethyl-U-47700", "CN(C)C1CCCCC1N(CC)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("propyl-U-47700", "CN(C)C1CCCCC1N(CCC)C(=O)c1ccc(Cl)c(Cl)c1"),
        ("3,4-methylenedioxy-U-47700", "CN(C)C1CCCCC1N(C)C(=O)c1ccc2OCOc2c1"),
        ("3,4-ethylenedioxy-U-47700", "CN(C)C1CCCCC1N(C)C(=O)c1ccc2OCCOc2c1"),
        ("3,4-ethylenedioxy-U-51754", "CN(C)C1CCCCC1N(C)C(=O)Cc1ccc2OCCOc2c1"),
        ("3,4-difluoro-U-47700", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(F)c(F)c1"),
        ("2,4-dichloro isomer", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(Cl)cc1Cl"),
    )
]

NON_MEMBERS: Table = [
    (name, smiles, OUT)
    for name, smiles in (
        ("4-trifluoromethyl-U-47700", "CN(C)C1CCCCC1N(C)C(=O)c1ccc(C(F)(F)F)cc1"),
        ("AH-7921", "CN(C)C1(CCCCC1)CNC(=O)c1ccc(Cl)c(Cl)c1"),
        ("asimadoline", "CN(C(=O)C(c1ccccc1)c1ccccc1)C(CN1CCC(O)C1)c1ccccc1"),
        ("BDPC (bromadol)", "CN(C)C1(CCC(O)(CCc2ccccc2)CC1)c1ccc(Br)cc1"),
        ("furanyl-UF-17", "CN(C)C1CCCCC1N(C(=O)c1ccco1)c1ccccc1"),
        ("ICI-199,441", "CN(C(=O)Cc1ccc(Cl)c(Cl)c1)C(CN1CCCC1)c1ccccc1"),
        ("MT-45", "c1ccc(CC(c2ccccc2)N2CCN(CC2)C2CCCCC2)cc1"),
        ("UF-17", "CCC(=O)N(c1ccccc1)C1CCCCC1N(C)C"),
        ("fentanyl", "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1"),
        ("tramadol", "CN(C)CC1CCCCC1(O)c1cccc(OC)c1"),
        ("tapentadol", "CCC(c1cccc(O)c1)C(C)CN(C)C"),
        ("moclobemide", "O=C(NCCN1CCOCC1)c1ccc(Cl)cc1"),
        ("procainamide", "CCN(CC)CCNC(=O)c1ccc(N)cc1"),
        ("edivoxetine", "COc1ccc(F)cc1CC(O)(C1CNCCO1)C1CCOCC1"),
        ("cyclohexylbenzamide", "O=C(NC1CCCCC1)c1ccccc1"),
        ("U-47700 with the amine at 4", "CN(C)C1CCC(CC1)N(C)C(=O)c1ccc(Cl)c(Cl)c1"),
    )
]

MASSES = [
    ("below 500", "CN(C)C1CCCCC1N(C)C(=O)c1c(Cl)c(Br)ccc1I", 499.62, IN),
    ("above 500", "CN(C)C1CCCCC1N(C)C(=O)c1c(I)c(Cl)c(Cl)c(Cl)c1F", 507.60, OUT),
]

ALL = {
    "core": CORES,
    "R1 R2": R1_R2,
    "R3": R3,
    "R4": R4,
    "R5 R6": PHENYL,
    "member": MEMBERS,
    "none": NON_MEMBERS,
}


@each(**ALL)
def test_clause(smiles: str, expected: Answer, npsg_says: Callable[[str, str], Answer]) -> None:
    assert npsg_says(smiles, GROUP) == expected


@each(**ALL)
def test_the_gate_changes_nothing(
    smiles: str, expected: Answer, npsg: Decider, npsg_ungated: Decider
) -> None:
    row = npsg_ungated.row(smiles)
    assert npsg.row(smiles) == row
    if "." not in smiles:
        for written in (kekule(smiles), with_hydrogens(smiles), f"{smiles}.Cl"):
            assert npsg.row(written) == row


@pytest.mark.parametrize(("smiles", "mass", "expected"), [pytest.param(*m[1:], id=m[0]) for m in MASSES])
def test_mass(smiles: str, mass: float, expected: Answer, npsg_says: Callable[[str, str], Answer]) -> None:
    assert MolWt(Chem.MolFromSmiles(smiles)) == pytest.approx(mass, abs=0.01)
    assert npsg_says(smiles, GROUP) == expected
