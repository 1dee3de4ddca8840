"""NpSG 2025-12 no. 6: what it changes in the version of 2021; the expected answers come from the text."""

from __future__ import annotations

from collections.abc import Iterator

import test_npsg_6_arylcyclohexylamines as earlier
from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-6"

ALCOHOL = depends("methylamine = alcohol", "in")
GEMINAL = depends("methylamine = geminal", "out")
H = depends("hydrogen = everywhere", "out")
ALCOHOL_OR_H = depends("methylamine = alcohol or hydrogen = everywhere", "in")
H_ALCOHOL = depends("hydrogen = everywhere and methylamine = alcohol", "out")
H_GEMINAL = depends("hydrogen = everywhere and methylamine = geminal", "out")


def pcp(aryl: str = "c1ccccc1", amine: str = "N1CCCCC1", ring: str = "CCCCC") -> str:
    return f"C9({aryl})({amine}){ring}9"


def tramadol(r4: str = "", aryl: str = "c1cccc(OC)c1", amine: str = "N(C)C", ring: str = "CCCC") -> str:
    return f"O({r4})C9({aryl}){ring}C9C{amine}".replace("O()", "O")


def geminal(r4: str = "", aryl: str = "c1ccccc1") -> str:
    return f"CN(C)C{r4}C9({aryl})CCCCC9"


KNOWN: Table = [
    ("PCP", "C1CCCCC1(c1ccccc1)N1CCCCC1", IN),
    ("ketamine", "CNC1(CCCCC1=O)c1ccccc1Cl", IN),
    ("ketamine hydrochloride", "C[NH2+]C1(CCCCC1=O)c1ccccc1Cl.[Cl-]", IN),
    ("3-MeO-PCE", "CCNC1(CCCCC1)c1cccc(OC)c1", IN),
    ("deschloroketamine", "CNC1(CCCCC1=O)c1ccccc1", IN),
    ("tenocyclidine", "C1CCCCC1(c1cccs1)N1CCCCC1", IN),
    ("deuterated PCP", "C1CCCCC1(c1c([2H])c([2H])c([2H])c([2H])c1[2H])N1CCCCC1", IN),
    ("tramadol", "CN(C)C[C@H]1CCCC[C@@]1(O)c1cccc(OC)c1", ALCOHOL),
    ("O-desmethyltramadol", "CN(C)CC1CCCCC1(O)c1cccc(O)c1", ALCOHOL),
    ("tramadol hydrochloride", "C[NH+](C)CC1CCCCC1(O)c1cccc(OC)c1.[Cl-]", ALCOHOL),
    ("N-desmethyltramadol", "CNCC1CCCCC1(O)c1cccc(OC)c1", ALCOHOL),
    ("tramadol N-oxide", "C[N+](C)([O-])CC1CCCCC1(O)c1cccc(OC)c1", OUT),
    ("ciramadol", "CN(C)C(c1cccc(O)c1)C1CCCCC1O", OUT),
    ("venlafaxine", "CN(C)CC(c1ccc(OC)cc1)C1(O)CCCCC1", OUT),
    ("tapentadol", "CCC(c1cccc(O)c1)C(C)CN(C)C", OUT),
    ("tiletamine", "CCNC1(CCCCC1=O)c1cccs1", IN),
    ("cyclohexylamine", "NC1CCCCC1", H),
    ("amantadine: bridges over the ring", "NC12CC3CC(CC(C3)C1)C2", OUT),
    ("gabapentin: carboxymethyl", "NCC1(CC(=O)O)CCCCC1", OUT),
    ("bromhexine: bromine on nitrogen's group", "CN(Cc1cc(Br)cc(Br)c1N)C1CCCCC1", OUT),
    ("bupropion", "CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1", OUT),
]
R3: Table = [
    ("mercaptophenyl", pcp("c1cccc(S)c1"), IN),
    ("methylsulfanylphenyl", pcp("c1cccc(SC)c1"), IN),
    ("hexyloxyphenyl", pcp("c1cccc(OCCCCCC)c1"), IN),
    ("heptyloxyphenyl", pcp("c1cccc(OCCCCCCC)c1"), OUT),
    ("nitrophenyl", pcp("c1cccc([N+](=O)[O-])c1"), OUT),
    ("benzothiophen-2-yl", pcp("c1cc2ccccc2s1"), IN),
    ("hexyl", pcp("CCCCCC"), IN),
    ("heptyl", pcp("CCCCCCC"), OUT),
    ("ethynyl", pcp("C#C"), IN),
    ("vinyl", pcp("C=C"), OUT),
    ("hydrogen", pcp("[H]"), H),
    ("methylenedioxyphenyl", pcp("c1ccc2OCOc2c1"), IN),
    # a ring that R3 forms alone was possible in 2021 only; indane is not on the list
    ("indan-5-yl", pcp("c1ccc2CCCc2c1"), OUT),
    ("a ring with the cyclohexyl ring by CH2", "C1CCCC2Cc3ccccc3C12N1CCCCC1", IN),
    ("a ring with the cyclohexyl ring by oxygen", "C1CCCC2Oc3ccccc3C12N1CCCCC1", IN),
    ("a ring with the cyclohexyl ring, directly", "C1CCCC2c3ccccc3C12N1CCCCC1", IN),
    ("a ring of seven with the cyclohexyl ring", "C1CCCC2CCCc3ccccc3C12N1CCCCC1", OUT),
    ("a carbonyl in that ring", "C1CCCC2C(=O)c3ccccc3C12N1CCCCC1", OUT),
]
R12: Table = [
    ("primary amine", pcp(amine="N"), IN),
    ("cyclohexyl", pcp(amine="NC1CCCCC1"), IN),
    ("chain of nine", pcp(amine="NCCCCCCCCC"), IN),
    ("chain of ten", pcp(amine="NCCCCCCCCCC"), OUT),
    ("fluoroethyl", pcp(amine="NCCF"), OUT),
    ("morpholine", pcp(amine="N1CCOCC1"), IN),
    ("azepane", pcp(amine="N1CCCCCC1"), IN),
    ("azocane", pcp(amine="N1CCCCCCC1"), OUT),
    ("phenylpiperidine", pcp(amine="N1CCC(c2ccccc2)CC1"), IN),
    ("methoxypiperidine", pcp(amine="N1CCC(OC)CC1"), OUT),
]
R4: Table = [
    ("methyl", tramadol("C"), ALCOHOL),
    ("ethyl", tramadol("CC"), ALCOHOL),
    ("propyl", tramadol("CCC"), OUT),
    ("acetyl", tramadol("C(C)=O"), ALCOHOL),
    ("butanoyl, four carbons", tramadol("C(=O)CCC"), ALCOHOL),
    ("pentanoyl", tramadol("C(=O)CCCC"), OUT),
    ("butoxycarbonyl", tramadol("C(=O)OCCCC"), ALCOHOL),
    ("pentoxycarbonyl", tramadol("C(=O)OCCCCC"), OUT),
    ("trimethylsilyl", tramadol("[Si](C)(C)C"), ALCOHOL),
    ("tributylsilyl", tramadol("[Si](CCCC)(CCCC)CCCC"), ALCOHOL),
    ("silyl C13", tramadol("[Si](CCCC)(CCCC)CCCCC"), OUT),
    ("phenyl", tramadol("c1ccccc1"), OUT),
    ("no oxygen", "CN(C)CC1CCCCC1c1cccc(OC)c1", OUT),
    ("oxo on the cyclohexyl ring", tramadol(ring="C(=O)CCC"), ALCOHOL),
    # with hydrogen for R3 the geminal skeleton fits too, and bears hydroxy and ethyl on its ring
    ("ethyl instead of aryl", tramadol(aryl="CC"), ALCOHOL_OR_H),
    ("hydrogen instead of aryl", tramadol(aryl="[H]"), H),
    ("hydrogen instead of aryl, acetylated", tramadol("C(C)=O", aryl="[H]"), H_ALCOHOL),
    ("mercaptophenyl", tramadol(aryl="c1cccc(S)c1"), ALCOHOL),
    *(
        (f"{ring} instead of phenyl", tramadol(aryl=smiles), ALCOHOL)
        for ring, smiles in {
            "pyrrol-1-yl": "n1cccc1",
            "3-pyridyl": "c1cccnc1",
            "2-thienyl": "c1cccs1",
            "2-furanyl": "c1ccco1",
            "methylenedioxyphenyl": "c1ccc2OCOc2c1",
            "ethylenedioxyphenyl": "c1ccc2OCCOc2c1",
            "dihydrobenzofuranyl": "c1ccc2OCCc2c1",
            "benzothiophenyl": "c1ccc2sccc2c1",
        }.items()
    ),
    ("naphthyl instead of phenyl", tramadol(aryl="c1ccc2ccccc2c1"), OUT),
    ("one CH2 more", "CN(C)CCC1CCCCC1(O)c1cccc(OC)c1", OUT),
    ("at position 3", "CN(C)CC1CCCC(O)(C1)c1cccc(OC)c1", OUT),
    ("a ring of five", "CN(C)CC1CCCC1(O)c1cccc(OC)c1", OUT),
    ("geminal", geminal(), GEMINAL),
    ("geminal, R4 methyl", geminal("(C)"), GEMINAL),
    ("geminal, R4 propyl", geminal("(CCC)"), OUT),
    ("geminal, R4 ethyl", geminal("(CC)"), GEMINAL),
    ("geminal, R4 butanoyl", geminal("(C(=O)CCC)"), GEMINAL),
    ("geminal, R4 pentanoyl", geminal("(C(=O)CCCC)"), OUT),
    ("geminal, R4 butoxycarbonyl", geminal("(C(=O)OCCCC)"), GEMINAL),
    ("geminal, R4 tributylsilyl", geminal("([Si](CCCC)(CCCC)CCCC)"), GEMINAL),
    ("geminal, R4 phenyl", geminal("(c1ccccc1)"), OUT),
    ("geminal, R4 twice", geminal("(C)(C)"), OUT),
    ("geminal, hexyl instead of aryl", geminal(aryl="CCCCCC"), GEMINAL),
    ("geminal, heptyl instead of aryl", geminal(aryl="CCCCCCC"), OUT),
    ("geminal, oxo at position 2", "CN(C)CC9(c1ccccc1)CCCCC9=O", GEMINAL),
    ("geminal, one CH2 more", "CN(C)CCC9(c1ccccc1)CCCCC9", OUT),
    *(
        (f"{name}, ethyl instead of aryl", tramadol(r4, aryl="CC"), answer)
        for name, r4, answer in (
            ("methyl", "C", ALCOHOL_OR_H),
            ("ethyl", "CC", ALCOHOL_OR_H),
            ("propyl", "CCC", H_GEMINAL),
            ("butanoyl", "C(=O)CCC", ALCOHOL),
            ("pentanoyl", "C(=O)CCCC", OUT),
            ("butoxycarbonyl", "C(=O)OCCCC", ALCOHOL),
            ("pentoxycarbonyl", "C(=O)OCCCCC", OUT),
            ("tributylsilyl", "[Si](CCCC)(CCCC)CCCC", ALCOHOL),
            ("silyl C13", "[Si](CCCC)(CCCC)CCCCC", OUT),
        )
    ),
    ("acetyl, hexyl instead of aryl", tramadol("C(C)=O", aryl="CCCCCC"), ALCOHOL),
    ("acetyl, heptyl instead of aryl", tramadol("C(C)=O", aryl="CCCCCCC"), OUT),
    ("geminal, without aryl", geminal(aryl="[H]"), H_GEMINAL),
]


def _with_methylene(table: Table) -> Iterator[tuple[str, str, Answer]]:
    """Rows of 2021 on the skeleton of tramadol: hydroxy and R3 at position 1, the CH2 with the amine at 2."""
    shapes = (
        ("CNC9(c8ccccc8)CC", "OC9(c8ccccc8)C(CNC)C"),
        ("C9(c8ccccc8)CCCCC9", "CC9CCCCC9(O)c8ccccc8"),
        ("c8ccccc8C9(CCCCC9)", "c8ccccc8C9(O)CCCCC9C"),
        ("C9(NC)(c8ccccc8)", "C9(CNC)C(O)(c8ccccc8)"),
        ("CNC9(CCCCC9)c8", "CNCC9CCCCC9(O)c8"),
        ("CNC98CC", "OC98C(CNC)C"),
        ("C9(N1CCCCC1)(", "C9(CN1CCCCC1)C(O)("),
    )
    for name, smiles, answer in table:
        old, new = next((shape for shape in shapes if shape[0] in smiles), ("", ""))
        if not old:
            continue
        found = smiles.replace(old, new)
        if old.startswith(
            "C9(N"
        ):  # what stood at position 2 to 6 stands at 3 to 6 and the ring has one place less
            found = found.removesuffix("C9") + "9"
        yield name, found, answer


# The two skeletons of 2025 take the same residues: R1, R2, R3 and Rn have one list each.
OF_2021 = {IN: ALCOHOL, OUT: OUT, earlier.ACYL: depends("head = yes and methylamine = alcohol", "in")}
RINGS_GONE = (
    *("naphthyl", "benzofuranyl", "indolyl", "indenyl", "tetralinyl", "indanyl", "benzocyclobutenyl, 4"),
    *("chromanyl", "indolinyl", "indanyl with methyl"),
)
ON_THE_RING_TOO = {
    # with hydrogen for R3 of the geminal skeleton they are residues of its ring
    **dict.fromkeys(("methyl", "hexyl"), ALCOHOL_OR_H),
    **dict.fromkeys(("benzyl", "hydroxy"), H_GEMINAL),
    "ring to the cyclohexane, 6, double bond": depends("methylamine = alcohol and ring-on-r3 = any", "out"),
}
# a cyclohexyl on nitrogen is itself a skeleton of 2021, if R3 may be hydrogen
NITROGEN_AND_RING: Table = [
    (n, s, ALCOHOL_OR_H if n == "cyclohexyl" else OF_2021[a])
    for n, s, a in _with_methylene([*earlier.R1_R2, *earlier.RN])
]
ARYL: Table = [
    *(
        (n, s, OUT if n in RINGS_GONE else ON_THE_RING_TOO[n] if n in ON_THE_RING_TOO else OF_2021[a])
        for n, s, a in _with_methylene(earlier.R3)
    ),
    ("mercapto on a ring with the cyclohexyl ring", "OC98C(CNC)CCCC9C(S)c7ccccc78", ALCOHOL),
]
_ON_THE_RING = (
    *((n, r, True) for n, r in (("fluorine", "F"), ("hydroxy", "O"), ("thiol", "S"), ("amino", "N"))),
    *((f"hexyl{n}", f"{r}CCCCCC", True) for n, r in (("", ""), ("oxy", "O"), ("sulfanyl", "S"))),
    *((f"heptyl{n}", f"{r}CCCCCCC", False) for n, r in (("", ""), ("oxy", "O"), ("sulfanyl", "S"))),
    ("nitro", "[N+](=O)[O-]", False),
)
ANY_RING = depends("ring-on-r3 = any", "out")
ALCOHOL_ANY_RING = depends("methylamine = alcohol and ring-on-r3 = any", "out")
RING_WITH_CYCLOHEXYL: Table = [
    *(
        (f"{name} on {ring}", core + smiles.format(residue), answer if ok else OUT)
        for name, residue, ok in _ON_THE_RING
        for ring, core, smiles, answer in (
            ("a ring of five", "CNC98CCCC", "C9C({})c7ccccc78", IN),
            ("an unsaturated ring of six", "CNC98CCCC", "C9C({})=Cc7ccccc78", ANY_RING),
            ("a ring of five, methylamine", "OC98C(CNC)CCC", "C9C({})c7ccccc78", ALCOHOL),
            (
                "an unsaturated ring of six, methylamine",
                "OC98C(CNC)CCC",
                "C9C({})=Cc7ccccc78",
                ALCOHOL_ANY_RING,
            ),
        )
    ),
    ("a direct bond to position 3", "CNC98CCCC(C9)c7ccccc78", IN),
    ("a direct bond to position 4", "CNC98CCC(CC9)c7ccccc78", IN),
    ("CH2 to position 3", "CNC98CCCC(C9)Cc7ccccc78", IN),
    ("CH2 to position 4, a ring of seven", "CNC98CCC(CC9)Cc7ccccc78", OUT),
    ("a direct bond to position 5, methylamine", "OC98C(CNC)CCC(C9)c7ccccc78", ALCOHOL),
    ("CH2 to position 4, methylamine", "OC98C(CNC)CC(CC9)Cc7ccccc78", OUT),
    ("a ring of three", "OC98C(CNC)CCCC9C87Cc6ccccc6O7", OUT),
    ("phosphorus in an unsaturated ring", "OC98C(CNC)CCCC9P=Cc7ccccc78", OUT),
]
WITH_ETHYL = {
    ALCOHOL: ALCOHOL_OR_H,
    ALCOHOL_OR_H: ALCOHOL_OR_H,
    OUT: OUT,
    OF_2021[earlier.ACYL]: depends(
        "head = yes and hydrogen = everywhere or head = yes and methylamine = alcohol", "in"
    ),
}
ALKYL: Table = [
    (n, s.replace("c8ccccc8", "CC"), WITH_ETHYL[a]) for n, s, a in NITROGEN_AND_RING if "c8ccccc8" in s
]
# 500 u holds for the second skeleton too, with R3 a ring and with R3 a chain
TRIBUTYLSILYL = "[Si](CCCC)(CCCC)CCCC"
MASS: Table = [
    ("499.2 u", tramadol(aryl="c1cc(I)c(I)cc1C"), ALCOHOL),
    ("499.2 u without its counter-ion", tramadol(aryl="c1cc(I)c(I)cc1C") + ".I", ALCOHOL),
    ("503.1 u", tramadol(aryl="c1cc(I)c(I)cc1F"), OUT),
    ("496.0 u, alkyl", tramadol(TRIBUTYLSILYL, aryl="CC", amine="N(C)CCCCCCCCC"), ALCOHOL),
    ("508.0 u, alkyl", tramadol(TRIBUTYLSILYL, aryl="CCC", amine="N(C)CC=CCCCCCC"), OUT),
]


@each(
    known=KNOWN,
    r3=R3,
    r12=R12,
    r4=R4,
    methylamine=NITROGEN_AND_RING,
    methylamine_r3=ARYL,
    methylamine_alkyl=ALKYL,
    ring=RING_WITH_CYCLOHEXYL,
    mass=MASS,
)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
