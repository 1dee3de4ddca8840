"""NpSG 2021, Anlage no. 6, arylcyclohexylamines: every clause from its text and its drawing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from group_strategies import kekule, with_hydrogens
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "npsg-6"
UNLISTED_RING = depends("ring-on-r3 = any", "out")
ACYL = depends("head = yes", "in")


def pcp(amine: str = "N1CCCCC1", r3: str = "c1ccccc1", ring: str = "CCCCC") -> str:
    """The drawing; ``amine`` begins with its nitrogen, ``ring`` is positions 2 to 6."""
    return f"C9({amine})({r3}){ring}9"


def on_n(residue: str) -> str:
    return f"N({residue})C9(c8ccccc8)CCCCC9"


def ring_n(ring: str) -> str:
    """``ring`` begins and ends with atoms bound to nitrogen."""
    return f"c8ccccc8C9(CCCCC9)N7{ring}7"


def on_phenyl(residue: str) -> str:
    return f"CNC9(CCCCC9)c8cccc({residue})c8"


def on_ring(residue: str, position: int = 2) -> str:
    """A residue at position 2 (6), 3 (5) or 4 of the cyclohexane."""
    places = ["C"] * 5
    places[position - 2] = f"C({residue})"
    return f"C9(NC)(c8ccccc8){''.join(places)}9"


CORES: Table = [
    ("1-phenylcyclohexylamine", "NC1(CCCCC1)c1ccccc1", IN),
    ("cyclopentane", "NC1(CCCC1)c1ccccc1", OUT),
    ("cycloheptane", "NC1(CCCCCC1)c1ccccc1", OUT),
    ("cyclohexene", "NC1(CC=CCC1)c1ccccc1", OUT),
    ("piperidine", "NC1(CCNCC1)c1ccccc1", OUT),
    ("tetrahydropyran", "NC1(CCOCC1)c1ccccc1", OUT),
    ("amine on a CH2", "NCC1(CCCCC1)c1ccccc1", OUT),
    ("amine at position 2", "NC1CCCCC1c1ccccc1", OUT),
    ("oxygen for the amine", "OC1(CCCCC1)c1ccccc1", OUT),
    ("R3 hydrogen", "CNC1CCCCC1", OUT),
    ("norbornane", "NC1(c2ccccc2)CC2CCC1C2", OUT),
    ("decalin", "NC1(c2ccccc2)CCCC2CCCCC12", OUT),
    ("N-oxide", "C[N+](C)([O-])C1(CCCCC1)c1ccccc1", OUT),
]

R1_R2: Table = [
    ("hydrogen twice", "NC9(c8ccccc8)CCCCC9", IN),
    ("methyl", on_n("C"), IN),
    ("methyl and ethyl", "CN(CC)C9(c8ccccc8)CCCCC9", IN),
    ("cyclopropyl", on_n("C7CC7"), IN),
    ("cyclohexyl", on_n("C7CCCCC7"), IN),
    ("allyl", on_n("CC=C"), IN),
    ("vinyl", on_n("C=C"), IN),
    ("propargyl", on_n("CC#C"), IN),
    ("ethynyl", on_n("C#C"), IN),
    ("methoxyethyl", on_n("CCOC"), IN),
    ("hydroxyethyl", on_n("CCO"), IN),
    ("benzyl", on_n("Cc7ccccc7"), IN),
    ("dimethylaminoethyl", on_n("CCN(C)C"), IN),
    ("carboxymethyl", on_n("CC(=O)O"), IN),
    ("cyanomethyl", on_n("CC#N"), IN),
    ("chain of nine", on_n("CCCCCCCCC"), IN),
    ("chain of ten", on_n("CCCCCCCCCC"), OUT),
    ("chain of nine with ether", on_n("CCOCCOCCC"), IN),
    ("chain of ten with ether", on_n("CCOCCOCCOC"), OUT),
    ("chain of nine beyond a ring", on_n("CCCCc7ccc(CCCCC)cc7"), IN),
    ("chain of ten beyond a ring", on_n("CCCCc7ccc(CCCCCC)cc7"), OUT),
    ("fluoroethyl", on_n("CCF"), OUT),
    ("chlorobenzyl", on_n("Cc7ccc(Cl)cc7"), OUT),
    ("methylthioethyl", on_n("CCSC"), OUT),
    ("trimethylsilylmethyl", on_n("C[Si](C)(C)C"), OUT),
    ("phenyl", on_n("c7ccccc7"), OUT),
    ("hydroxy", on_n("O"), OUT),
    ("methoxy", on_n("OC"), OUT),
    ("amino", on_n("N"), OUT),
    ("acetyl", on_n("C(C)=O"), ACYL),
    ("formyl", on_n("C=O"), ACYL),
    ("cyano: nitrogen as a further substitution of methyl", on_n("C#N"), IN),
    ("trifluoroacetyl", on_n("C(=O)C(F)(F)F"), OUT),
    ("methylsulfonyl", on_n("S(C)(=O)=O"), OUT),
    ("nitroso", on_n("N=O"), OUT),
    ("imine", "C=NC9(c8ccccc8)CCCCC9", OUT),
    ("aziridine", ring_n("CC"), IN),
    ("azetidine", ring_n("CCC"), IN),
    ("pyrrolidine", ring_n("CCCC"), IN),
    ("pyrrole", "c8ccccc8C9(CCCCC9)n7cccc7", IN),
    ("pyrroline", ring_n("CC=CC"), IN),
    ("piperidine", ring_n("CCCCC"), IN),
    ("morpholine", ring_n("CCOCC"), IN),
    ("thiomorpholine", ring_n("CCSCC"), IN),
    ("piperazine", ring_n("CCNCC"), IN),
    ("imidazole", "c8ccccc8C9(CCCCC9)n7ccnc7", IN),
    ("azepane, 7", ring_n("CCCCCC"), IN),
    ("azocane, 8", ring_n("CCCCCCC"), OUT),
    ("silicon in the ring", ring_n("CC[SiH2]CC"), OUT),
    ("fluorine on the ring", ring_n("CCC(F)CC"), IN),
    ("iodine on the ring", ring_n("CCC(I)CC"), IN),
    ("hydroxy on the ring", ring_n("CCC(O)CC"), IN),
    ("hexyl on the ring", ring_n("CCC(CCCCCC)CC"), IN),
    ("heptyl on the ring", ring_n("CCC(CCCCCCC)CC"), OUT),
    ("methyl on the nitrogen of piperazine", ring_n("CCN(C)CC"), IN),
    ("phenyl on the ring", ring_n("CCC(c6ccccc6)CC"), IN),
    ("hydroxy and phenyl on the ring", ring_n("CCC(O)(c6ccccc6)CC"), IN),
    ("chlorophenyl on the ring", ring_n("CCC(c6ccc(Cl)cc6)CC"), OUT),
    ("benzyl on the ring", ring_n("CCC(Cc6ccccc6)CC"), OUT),
    ("methoxy on the ring", ring_n("CCC(OC)CC"), OUT),
    ("hydroxymethyl on the ring", ring_n("CCC(CO)CC"), OUT),
    ("oxo on the ring", ring_n("C(=O)CCC"), OUT),
    ("amino on the ring", ring_n("CCC(N)CC"), OUT),
    ("bicyclic, rings of five (3-azabicyclo[3.3.0]octane)", ring_n("CC6CCCC6C"), IN),
    ("spiro ring beside nitrogen", ring_n("C6(CCCC6)CCC"), OUT),
    ("spiro ring on the last atom", ring_n("CCCC6(CCCC6)"), OUT),
    ("bicyclic, a ring of eight", ring_n("CC6CCCCCCC6C"), OUT),
    ("ring from nitrogen to the cyclohexane", "CN9CCC8CCCCC89c7ccccc7", OUT),
    ("ring from nitrogen to the phenyl ring", "C9CCCCC98NCc7ccccc78", OUT),
]

R3: Table = [
    ("methyl", pcp(r3="C"), IN),
    ("hexyl", pcp(r3="CCCCCC"), IN),
    ("heptyl", pcp(r3="CCCCCCC"), OUT),
    ("ethynyl", pcp(r3="C#C"), IN),
    ("hexynyl", pcp(r3="C#CCCCC"), IN),
    ("heptynyl", pcp(r3="C#CCCCCC"), OUT),
    ("vinyl", pcp(r3="C=C"), OUT),
    ("allyl", pcp(r3="CC=C"), OUT),
    ("cyclopropyl", pcp(r3="C8CC8"), OUT),
    ("benzyl", pcp(r3="Cc8ccccc8"), OUT),
    ("phenylethynyl", pcp(r3="C#Cc8ccccc8"), OUT),
    ("cyano", pcp(r3="C#N"), OUT),
    ("hydroxymethyl", pcp(r3="CO"), OUT),
    ("carboxy", pcp(r3="C(=O)O"), OUT),
    ("ethyl ester", pcp(r3="C(=O)OCC"), OUT),
    ("hydroxy", pcp(r3="O"), OUT),
    ("phenyl", pcp(), IN),
    ("pyrrol-1-yl", pcp(r3="n8cccc8"), IN),
    ("pyrrol-2-yl", pcp(r3="c8ccc[nH]8"), IN),
    ("2-pyridyl", pcp(r3="c8ccccn8"), IN),
    ("3-pyridyl", pcp(r3="c8cccnc8"), IN),
    ("2-thienyl", pcp(r3="c8cccs8"), IN),
    ("3-thienyl", pcp(r3="c8ccsc8"), IN),
    ("2-furyl", pcp(r3="c8ccco8"), IN),
    ("methylenedioxyphenyl", pcp(r3="c8ccc7OCOc7c8"), IN),
    ("ethylenedioxyphenyl", pcp(r3="c8ccc7OCCOc7c8"), IN),
    ("1,3-benzodioxol-2-yl", pcp(r3="C8Oc7ccccc7O8"), IN),
    ("1,4-benzodioxan-2-yl", pcp(r3="C8Oc7ccccc7OC8"), IN),
    ("spiro cyclopropane on dihydrobenzofuran", pcp(r3="c8ccc7OCC6(CC6)c7c8"), OUT),
    ("2,2-dimethyldihydrobenzofuran-3-yl", pcp(r3="C8c7ccccc7OC8(C)C"), IN),
    ("dihydrobenzofuran-5-yl", pcp(r3="c8ccc7OCCc7c8"), IN),
    ("dihydrobenzofuran-2-yl", pcp(r3="C8Cc7ccccc7O8"), IN),
    ("1-benzothiophen-2-yl", pcp(r3="c8cc7ccccc7s8"), IN),
    ("1-benzothiophen-5-yl", pcp(r3="c8ccc7sccc7c8"), IN),
    ("thiazolyl", pcp(r3="c8nccs8"), OUT),
    ("pyrimidinyl", pcp(r3="c8ncccn8"), OUT),
    ("imidazolyl", pcp(r3="c8ncc[nH]8"), OUT),
    ("cyclohexyl", pcp(r3="C8CCCCC8"), OUT),
    ("naphthyl", pcp(r3="c8ccc7ccccc7c8"), UNLISTED_RING),
    ("benzofuranyl", pcp(r3="c8ccc7occc7c8"), UNLISTED_RING),
    ("indolyl", pcp(r3="c8ccc7[nH]ccc7c8"), UNLISTED_RING),
    ("indenyl", pcp(r3="c8ccc7CC=Cc7c8"), UNLISTED_RING),
    ("tetralinyl", pcp(r3="c8ccc7CCCCc7c8"), IN),
    ("indanyl", pcp(r3="c8ccc7CCCc7c8"), IN),
    ("benzocyclobutenyl, 4", pcp(r3="c8ccc7CCc7c8"), IN),
    ("benzocycloheptenyl, 7", pcp(r3="c8ccc7CCCCCc7c8"), OUT),
    ("chromanyl", pcp(r3="c8ccc7OCCCc7c8"), IN),
    ("indolinyl", pcp(r3="c8ccc7NCCc7c8"), IN),
    ("indanyl with methyl", pcp(r3="c8ccc7CC(C)Cc7c8"), IN),
    ("indanyl with cyano", pcp(r3="c8ccc7CC(C#N)Cc7c8"), OUT),
    ("indanonyl", pcp(r3="c8ccc7C(=O)CCc7c8"), OUT),
    ("ring to the cyclohexane, 4", "CNC98CCCCC9c7ccccc78", IN),
    ("ring to the cyclohexane, 5", "CNC98CCCCC9Cc7ccccc78", IN),
    ("ring to the cyclohexane, 6", "CNC98CCCCC9CCc7ccccc78", IN),
    ("ring to the cyclohexane, 7", "CNC98CCCCC9CCCc7ccccc78", OUT),
    ("ring to the cyclohexane with oxygen", "CNC98CCCCC9Oc7ccccc78", IN),
    ("ring to the cyclohexane, 6, double bond", "CNC98CCCCC9C=Cc7ccccc78", UNLISTED_RING),
    *(
        (f"{name} on phenyl", on_phenyl(residue), IN)
        for name, residue in (
            ("fluorine", "F"),
            ("chlorine", "Cl"),
            ("bromine", "Br"),
            ("iodine", "I"),
            ("hydroxy", "O"),
            ("hexyl", "CCCCCC"),
            ("hexyloxy", "OCCCCCC"),
            ("hexylsulfanyl", "SCCCCCC"),
            ("amino", "N"),
        )
    ),
    *(
        (f"{name} on phenyl", on_phenyl(residue), OUT)
        for name, residue in (
            ("heptyl", "CCCCCCC"),
            ("heptyloxy", "OCCCCCCC"),
            ("heptylsulfanyl", "SCCCCCCC"),
            ("trifluoromethyl", "C(F)(F)F"),
            ("trifluoromethoxy", "OC(F)(F)F"),
            ("hydroxymethyl", "CO"),
            ("vinyl", "C=C"),
            ("nitro", "[N+](=O)[O-]"),
            ("cyano", "C#N"),
            ("acetoxy", "OC(C)=O"),
            ("methylamino", "NC"),
            ("methylsulfonyl", "S(C)(=O)=O"),
            ("phenyl", "c7ccccc7"),
            ("carboxy", "C(=O)O"),
        )
    ),
    ("two on phenyl", "CNC9(CCCCC9)c8ccc(O)c(OC)c8", IN),
    ("methyl on thienyl", pcp(r3="c8ccc(C)s8"), IN),
    ("bromine on thienyl", pcp(r3="c8ccc(Br)s8"), IN),
    ("methyl on the nitrogen of pyrrole", pcp(r3="c8cccn8C"), IN),
    ("fluorine on methylenedioxyphenyl", pcp(r3="c8cc(F)c7OCOc7c8"), IN),
]

RN: Table = [
    *(
        (f"{name} at {p}", on_ring(residue, p), IN)
        for name, residue in (
            ("methyl", "C"),
            ("hexyl", "CCCCCC"),
            ("methoxy", "OC"),
            ("hexyloxy", "OCCCCCC"),
            ("hydroxy", "O"),
            ("benzyl", "Cc7ccccc7"),
            ("phenylbutyl", "CCCCc7ccccc7"),
            ("1-phenylethyl", "C(C)c7ccccc7"),
        )
        for p in (2, 3, 4)
    ),
    *(
        (f"{name} at {p}", on_ring(residue, p), OUT)
        for name, residue in (
            ("heptyl", "CCCCCCC"),
            ("heptyloxy", "OCCCCCCC"),
            ("phenyl", "c7ccccc7"),
            ("phenylpentyl", "CCCCCc7ccccc7"),
            ("fluorobenzyl", "Cc7ccc(F)cc7"),
            ("diphenylmethyl", "C(c7ccccc7)c6ccccc6"),
            ("benzyloxy", "OCc7ccccc7"),
            ("fluorine", "F"),
            ("chlorine", "Cl"),
            ("amino", "N"),
            ("acetoxy", "OC(C)=O"),
            ("vinyl", "C=C"),
            ("cyclopropyl", "C7CC7"),
            ("carboxy", "C(=O)O"),
            ("cyano", "C#N"),
            ("hydroxymethyl", "CO"),
        )
        for p in (2, 4)
    ),
    ("oxo at 2", "CNC9(c8ccccc8)CCCCC9=O", IN),
    ("oxo at 3", "CNC9(c8ccccc8)CC(=O)CCC9", IN),
    ("oxo at 4", "CNC9(c8ccccc8)CCC(=O)CC9", IN),
    ("oxo and hydroxy", "CNC9(c8ccccc8)CCCC(O)C9=O", IN),
    ("thioxo at 2", "CNC9(c8ccccc8)CCCCC9=S", OUT),
    ("hydroxyimino at 2", "CNC9(c8ccccc8)CCCCC9=NO", OUT),
    ("methylidene at 4", "CNC9(c8ccccc8)CCC(=C)CC9", OUT),
    ("methyl twice at 4", "CNC9(c8ccccc8)CCC(C)(C)CC9", IN),
    ("spiro ring at 4", "CNC9(c8ccccc8)CCC7(CCCC7)CC9", OUT),
    ("ketal at 4", "CNC9(c8ccccc8)CCC7(OCCO7)CC9", OUT),
]

_ON_A_RING = (
    ("fluorine", "F", True),
    ("hydroxy", "O", True),
    ("hexyl", "CCCCCC", True),
    ("heptyl", "CCCCCCC", False),
    ("hexyloxy", "OCCCCCC", True),
    ("heptyloxy", "OCCCCCCC", False),
    ("hexylsulfanyl", "SCCCCCC", True),
    ("heptylsulfanyl", "SCCCCCCC", False),
    ("amino", "N", True),
    ("nitro", "[N+](=O)[O-]", False),
)
RING_ON_R3: Table = [
    *((f"{name} on indanyl", pcp(r3=f"c8ccc7CC({r})Cc7c8"), IN if ok else OUT) for name, r, ok in _ON_A_RING),
    *(
        (f"{name} on naphthyl", pcp(r3=f"c8ccc7cc({r})ccc7c8"), UNLISTED_RING if ok else OUT)
        for name, r, ok in _ON_A_RING
    ),
    ("unsaturated ring with phosphorus", pcp(r3="c8ccc7PC=Cc7c8"), OUT),
    ("unsaturated ring of four", pcp(r3="c8ccc7C=Cc7c8"), UNLISTED_RING),
]

# What is said of nitrogen and of the cyclohexane holds for an alkyl R3 as well.
WITH_METHYL: Table = [
    (name, smiles.replace("c8ccccc8", "C"), expected)
    for name, smiles, expected in (*R1_R2, *RN)
    if "c8ccccc8" in smiles
]

MEMBERS: Table = [
    (name, smiles, IN)
    for name, smiles in (
        ("PCP", "C1CCC(CC1)(c1ccccc1)N1CCCCC1"),
        ("3-MeO-PCP", "COc1cccc(c1)C1(CCCCC1)N1CCCCC1"),
        ("3-MeO-PCP hydrochloride", "COc1cccc(c1)C1(CCCCC1)N1CCCCC1.Cl"),
        ("4-MeO-PCP", "COc1ccc(cc1)C1(CCCCC1)N1CCCCC1"),
        ("3-HO-PCP", "Oc1cccc(c1)C1(CCCCC1)N1CCCCC1"),
        ("3-Me-PCP", "Cc1cccc(c1)C1(CCCCC1)N1CCCCC1"),
        ("3-Cl-PCP", "Clc1cccc(c1)C1(CCCCC1)N1CCCCC1"),
        ("PCPy (rolicyclidine)", "C1CCC(CC1)(c1ccccc1)N1CCCC1"),
        ("3-Me-PCPy", "Cc1cccc(c1)C1(CCCCC1)N1CCCC1"),
        ("PCMo", "C1CCC(CC1)(c1ccccc1)N1CCOCC1"),
        ("3-MeO-PCMo", "COc1cccc(c1)C1(CCCCC1)N1CCOCC1"),
        ("PCE (eticyclidine)", "CCNC1(CCCCC1)c1ccccc1"),
        ("3-MeO-PCE", "CCNC1(CCCCC1)c1cccc(OC)c1"),
        ("3-HO-PCE", "CCNC1(CCCCC1)c1cccc(O)c1"),
        ("PCPr", "CCCNC1(CCCCC1)c1ccccc1"),
        ("PCMEA", "COCCNC1(CCCCC1)c1ccccc1"),
        ("TCP (tenocyclidine)", "C1CCC(CC1)(c1cccs1)N1CCCCC1"),
        ("TCPy", "C1CCC(CC1)(c1cccs1)N1CCCC1"),
        ("BTCP (benocyclidine)", "C1CCC(CC1)(c1cc2ccccc2s1)N1CCCCC1"),
        ("MXE", "CCNC1(CCCCC1=O)c1cccc(OC)c1"),
        ("MXP (methoxpropamine)", "CCCNC1(CCCCC1=O)c1cccc(OC)c1"),
        ("MXiPr", "CC(C)NC1(CCCCC1=O)c1cccc(OC)c1"),
        ("DMXE", "CCNC1(CCCCC1=O)c1cccc(C)c1"),
        ("HXE", "CCNC1(CCCCC1=O)c1cccc(O)c1"),
        ("FXE", "CCNC1(CCCCC1=O)c1cccc(F)c1"),
        ("DCK", "CNC1(CCCCC1=O)c1ccccc1"),
        ("O-PCE", "CCNC1(CCCCC1=O)c1ccccc1"),
        ("2-FDCK", "CNC1(CCCCC1=O)c1ccccc1F"),
        ("ketamine", "CNC1(CCCCC1=O)c1ccccc1Cl"),
        ("norketamine", "NC1(CCCCC1=O)c1ccccc1Cl"),
        ("hydroxynorketamine", "NC1(CCCC(O)C1=O)c1ccccc1Cl"),
        ("tiletamine", "CCNC1(CCCCC1=O)c1cccs1"),
        ("BDPC (bromadol)", "CN(C)C1(CCC(O)(CCc2ccccc2)CC1)c1ccc(Br)cc1"),
        ("4-phenyl-4-(1-piperidinyl)cyclohexanol", "OC1CCC(CC1)(c1ccccc1)N1CCCCC1"),
    )
]

NON_MEMBERS: Table = [
    (name, smiles, OUT)
    for name, smiles in (
        ("4-trifluoromethyl-PCP", "FC(F)(F)c1ccc(cc1)C1(CCCCC1)N1CCCCC1"),
        ("PCC", "N#CC1(CCCCC1)N1CCCCC1"),
        ("diphenidine", "c1ccc(CC(c2ccccc2)N2CCCCC2)cc1"),
        ("ephenidine", "CCNC(Cc1ccccc1)c1ccccc1"),
        ("memantine", "CC12CC3CC(C)(C1)CC(N)(C3)C2"),
        ("amantadine", "NC12CC3CC(CC(C3)C1)C2"),
        ("gabapentin", "NCC1(CC(=O)O)CCCCC1"),
        ("tramadol", "CN(C)CC1CCCCC1(O)c1cccc(OC)c1"),
        ("venlafaxine", "COc1ccc(cc1)C(CN(C)C)C1(O)CCCCC1"),
        ("tilidine", "CCOC(=O)C1(CCC=CC1N(C)C)c1ccccc1"),
        ("sibutramine", "CC(C)CC(N(C)C)C1(CCC1)c1ccc(Cl)cc1"),
        ("sertraline", "CNC1CCC(c2ccc(Cl)c(Cl)c2)c2ccccc12"),
        ("PRE-084", "O=C(OCCN1CCOCC1)C1(CCCCC1)c1ccccc1"),
        ("AH-7921", "CN(C)C1(CCCCC1)CNC(=O)c1ccc(Cl)c(Cl)c1"),
        ("mecamylamine", "CNC1(C)C2CCC(C2)C1(C)C"),
        ("dizocilpine", "CC12NC(Cc3ccccc13)c1ccccc12"),
        ("carfentanil-like anilinopiperidine", "CCC(=O)N(c1ccccc1)C1(CCN(CC1)CCc1ccccc1)C(=O)OC"),
        ("phencyclidine methiodide", "C[N+]1(CCCCC1)C1(CCCCC1)c1ccccc1.[I-]"),
    )
]

MASSES = [
    ("below 500", "CCCCN(CCCC)C1(CCCCC1)c1c(Br)c(Br)c(C)cc1Cl", 493.76, IN),
    ("above 500", "CCCCN(CCCC)C1(CCCCC1)c1c(Br)c(Br)c(CC)cc1CC", 501.39, OUT),
    ("below 500, R3 alkyl", "CC1(CCC(CCCCc2ccccc2)C(CCCCc2ccccc2)C1)N(CCCC)CCOC", 491.80, IN),
    ("above 500, R3 alkyl", "CC1(CCC(CCCCc2ccccc2)C(CCCCc2ccccc2)C1)N(CCCCC)CCOC", 505.83, OUT),
]

ALL = {
    "core": CORES,
    "R1 R2": R1_R2,
    "R3": R3,
    "Rn": RN,
    "ring on R3": RING_ON_R3,
    "R3 methyl": WITH_METHYL,
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
