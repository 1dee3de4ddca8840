"""NpSG 2025-12 no. 8, 3,3-diphenylpropan-1-amines; the expected answers come from the text of the clauses."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-8"

H = depends("hydrogen = everywhere", "out")
PHENYL = "c1ccccc1"


def amine(
    r1: str = "C(=O)CC", r2: str = "", r3: str = "(C)", n: str = "N(C)C", ar1: str = PHENYL, ar2: str = PHENYL
) -> str:
    """Methadone, with other residues."""
    return f"C({ar1})({ar2})({r1})C{r2}C{r3}{n}"


KNOWN: Table = [
    ("methadone", "CCC(=O)C(CC(C)N(C)C)(c1ccccc1)c1ccccc1", IN),
    ("methadone hydrochloride", "CCC(=O)C(CC(C)[NH+](C)C)(c1ccccc1)c1ccccc1.[Cl-]", IN),
    ("deuterated methadone", "[2H]C([2H])([2H])N(C)C(C)CC(C(=O)CC)(c1ccccc1)c1ccccc1", IN),
    ("isomethadone", "CCC(=O)C(C(C)CN(C)C)(c1ccccc1)c1ccccc1", IN),
    ("normethadone", "CCC(=O)C(CCN(C)C)(c1ccccc1)c1ccccc1", IN),
    ("dipipanone", "CCC(=O)C(CC(C)N1CCCCC1)(c1ccccc1)c1ccccc1", IN),
    ("phenadoxone", "CCC(=O)C(CC(C)N1CCOCC1)(c1ccccc1)c1ccccc1", IN),
    ("dextromoramide", "C[C@@H](CN1CCOCC1)C(c1ccccc1)(c1ccccc1)C(=O)N1CCCC1", IN),
    ("IC-26", "CCS(=O)(=O)C(CC(C)N(C)C)(c1ccccc1)c1ccccc1", IN),
    ("acetylmethadol: R1 is no ketone", "CC(=O)OC(CC)C(CC(C)N(C)C)(c1ccccc1)c1ccccc1", OUT),
    ("loperamide", "CN(C)C(=O)C(CCN1CCC(O)(CC1)c1ccc(Cl)cc1)(c1ccccc1)c1ccccc1", OUT),
    ("disopyramide: a carbamoyl", "CC(C)N(CCC(C(N)=O)(c1ccccc1)c1ccccn1)C(C)C", OUT),
    ("diphenhydramine", "CN(C)CCOC(c1ccccc1)c1ccccc1", OUT),
    ("pheniramine: hydrogen as R1", "CN(C)CCC(c1ccccc1)c1ccccn1", H),
    ("tolterodine: a ring with substituents", "CC(C)N(CCC(c1ccccc1)c1cc(C)ccc1O)C(C)C", OUT),
    ("EDDP: the nitrogen closes a ring", "CC=C1N(C)C(C)CC1(c1ccccc1)c1ccccc1", OUT),
]
R1: Table = [
    ("hydrogen", amine("[H]"), H),
    ("formyl", amine("C=O"), OUT),
    ("alkylcarbonyl C1", amine("C(=O)C"), IN),
    ("alkylcarbonyl C6", amine("C(=O)CCCCCC"), IN),
    ("alkylcarbonyl C6, branched", amine("C(=O)C(CC)CCC"), IN),
    ("alkylcarbonyl C7", amine("C(=O)CCCCCCC"), OUT),
    ("cycloalkylcarbonyl", amine("C(=O)C1CC1"), OUT),
    ("alkyl", amine("CC"), OUT),
    ("alkoxycarbonyl", amine("C(=O)OCC"), OUT),
    ("alkylsulfonyl C1", amine("S(C)(=O)=O"), IN),
    ("alkylsulfonyl C6", amine("S(=O)(=O)CCCCCC"), IN),
    ("alkylsulfonyl C7", amine("S(=O)(=O)CCCCCCC"), OUT),
    ("alkylsulfinyl", amine("S(=O)CC"), OUT),
    ("piperidine-1-carbonyl", amine("C(=O)N1CCCCC1"), IN),
    ("pyrrolidine-1-carbonyl", amine("C(=O)N1CCCC1"), IN),
    ("morpholine-4-carbonyl", amine("C(=O)N1CCOCC1"), IN),
    ("azepane-1-carbonyl", amine("C(=O)N1CCCCCC1"), OUT),
    ("methylpiperidine-1-carbonyl", amine("C(=O)N1CCC(C)CC1"), OUT),
    ("dimethylcarbamoyl", amine("C(=O)N(C)C"), OUT),
]
R23: Table = [
    ("hydrogen on both", amine(r3=""), IN),
    ("ethyl on C1", amine(r3="(CC)"), IN),
    ("propyl on C1", amine(r3="(CCC)"), OUT),
    ("methyl on C2", amine(r2="(C)", r3=""), IN),
    ("ethyl on both", amine(r2="(CC)", r3="(CC)"), IN),
    ("propyl on C2", amine(r2="(CCC)", r3=""), OUT),
    ("two on C1", amine(r3="(C)(C)"), OUT),
    ("hydroxy on C2", amine(r2="(O)"), OUT),
    ("oxo on C1", amine(r3="(=O)"), OUT),
    ("one carbon fewer", "CCC(=O)C(CN(C)C)(c1ccccc1)c1ccccc1", OUT),
    ("one carbon more", "CCC(=O)C(CCCN(C)C)(c1ccccc1)c1ccccc1", OUT),
]
R45: Table = [
    ("primary amine", amine(n="N"), IN),
    ("secondary amine", amine(n="NC"), IN),
    ("alkyl C4 twice", amine(n="N(CCCC)CCCC"), IN),
    ("alkyl C5", amine(n="N(C)CCCCC"), OUT),
    ("allyl", amine(n="N(C)CC=C"), OUT),
    ("acetyl", amine(n="N(C)C(C)=O"), OUT),
    ("pyrrolidine", amine(n="N1CCCC1"), IN),
    ("piperidine", amine(n="N1CCCCC1"), IN),
    ("morpholine", amine(n="N1CCOCC1"), IN),
    ("azepane", amine(n="N1CCCCCC1"), OUT),
    ("methylpiperidine", amine(n="N1CCC(C)CC1"), OUT),
    ("piperazine", amine(n="N1CCNCC1"), OUT),
]
RINGS: Table = [
    ("2-thienyl and phenyl", amine(ar1="c1cccs1"), IN),
    ("3-thienyl and 2-furyl", amine(ar1="c1ccsc1", ar2="c1ccco1"), IN),
    ("3-furyl", amine(ar1="c1ccoc1"), IN),
    ("pyrrol-1-yl", amine(ar1="n1cccc1"), IN),
    ("pyrrol-2-yl twice", amine(ar1="c1ccc[nH]1", ar2="c1ccc[nH]1"), IN),
    ("4-pyridyl", amine(ar1="c1ccncc1"), IN),
    ("3-pyridyl twice", amine(ar1="c1cccnc1", ar2="c1cccnc1"), IN),
    ("2-thienyl twice", amine(ar1="c1cccs1", ar2="c1cccs1"), IN),
    ("2-furyl twice", amine(ar1="c1ccco1", ar2="c1ccco1"), IN),
    ("pyrimidinyl", amine(ar1="c1ncccn1"), OUT),
    ("thiazolyl", amine(ar1="c1nccs1"), OUT),
    ("naphthyl", amine(ar1="c1cccc2ccccc12"), OUT),
    ("cyclohexyl", amine(ar1="C1CCCCC1"), OUT),
    ("fluorophenyl: no substituent is listed", amine(ar1="c1ccc(F)cc1"), OUT),
    ("benzyl", amine(ar1="Cc1ccccc1"), OUT),
    ("rings bound to each other", "CCC(=O)C1(CC(C)N(C)C)c2ccccc2-c2ccccc12", OUT),
]
# as a ketone C34H53NO, 491.8 u, as a sulfone C33H53NO2S, 527.9 u
LARGEST: Table = [
    # two thienyls for phenyls add 12.1 u to the ketone
    ("503.9 u", amine("C(=O)CCCCCC", "(CC)", "(CC)", "N(CCCC)CCCC", "c1cccs1", "c1cccs1"), OUT),
    ("497.8 u", amine("C(=O)CCCCCC", "(CC)", "(CC)", "N(CCCC)CCCC", "c1cccs1"), IN),
    ("ketone at every limit", amine("C(=O)CCCCCC", "(CC)", "(CC)", "N(CCCC)CCCC"), IN),
    (
        "sulfone at every limit: heavier than 500 u",
        amine("S(=O)(=O)CCCCCC", "(CC)", "(CC)", "N(CCCC)CCCC"),
        OUT,
    ),
]


@each(known=KNOWN, r1=R1, r23=R23, r45=R45, rings=RINGS, largest=LARGEST)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
