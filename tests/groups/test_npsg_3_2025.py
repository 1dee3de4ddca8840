"""NpSG 2025-12 no. 3, what it adds to the version of 2021; the expected answers come from the text."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-3"

MORE = depends("azoles = more", "in")
AZOLES = depends("prodrug = azoles", "in")
AMIDE = depends("prodrug = amide", "out")
H = depends("hydrogen = everywhere", "out")


def lactam(r3: str = "", r5: str = "C", r2: str = "c2ccccc2") -> str:
    """Diazepam, with other residues."""
    return f"N1({r5})C(=O)C{r3}N=C({r2})c2cc(Cl)ccc12"


def imidazo(r8: str) -> str:
    """Midazolam's skeleton with R8 on the imidazole."""
    return f"Cc1nc({r8})c2CN=C(c3ccccc3F)c3cc(Cl)ccc3-n12"


def rilmazolam(r8: str = "C(=O)N(C)C") -> str:
    return f"c1({r8})nc2CN=C(c3ccccc3Cl)c3cc(Cl)ccc3-n2n1"


def prodrug(
    amine: str = "N",
    r34: str = "",
    r5: str = "C",
    ring: str = "c1ccc(Cl)cc1",
    r2: str = "c2ccccc2",
    x: str = "=O",
) -> str:
    """The opened ring of diazepam: a 2-(glycylamino)benzophenone, with other residues."""
    start, rest = ring.split("1", 1)
    return f"{amine}C{r34}C({x})N({r5}){start}1{rest}C(=O){r2}".replace("N()", "N")


KNOWN: Table = [
    ("diazepam", "CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("diazepam hydrochloride", "CN1C(=O)C[NH+]=C(c2ccccc2)c2cc(Cl)ccc12.[Cl-]", IN),
    ("deuterated diazepam", "[2H]C([2H])([2H])N1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("flubromazolam", "Cc1nnc2CN=C(c3ccccc3F)c3cc(Br)ccc3-n12", IN),
    ("midazolam", "Cc1ncc2CN=C(c3ccccc3F)c3cc(Cl)ccc3-n12", IN),
    ("etizolam", "CCc1cc2c(s1)-n1c(C)nnc1CN=C2c1ccccc1Cl", IN),
    ("clobazam", "CN1C(=O)CC(=O)N(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("ketazolam", "CN1C(=O)CN2C(=O)C=C(C)OC2(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("chlordiazepoxide", "CNC1=Nc2ccc(Cl)cc2C(c2ccccc2)=[N+]([O-])C1", IN),
    ("gidazepam", "NNC(=O)CN1C(=O)CN=C(c2ccccc2)c2cc(Br)ccc12", IN),
    ("rilmazolam", "CN(C)C(=O)c1nc2CN=C(c3ccccc3Cl)c3cc(Cl)ccc3-n2n1", MORE),
    ("remimazolam", "COC(=O)CC[C@@H]1N=C(c2ccccn2)c2cc(Br)ccc2-n2c(C)cnc12", MORE),
    ("bretazenil", "CC(C)(C)OC(=O)c1ncn2-c3cccc(Br)c3C(=O)N3CCCC3c12", IN),
    ("avizafone", "CN(C(=O)CNC(=O)[C@@H](N)CCCCN)c1ccc(Cl)cc1C(=O)c1ccccc1", IN),
    ("rilmazafone", "CN(C)C(=O)c1nc(CNC(=O)CN)n(n1)-c1ccc(Cl)cc1C(=O)c1ccccc1Cl", AZOLES),
    ("flumazenil: no ring R2", "CCOC(=O)c1ncn2-c3ccc(F)cc3C(=O)N(C)Cc12", OUT),
    ("cinolazepam: cyanoethyl", "N#CCCN1C(=O)C(O)N=C(c2ccccc2F)c2cc(Cl)ccc12", OUT),
    ("olanzapine", "Cc1cc2c(s1)Nc1ccccc1N=C2N1CCN(C)CC1", OUT),
    ("clozapine", "CN1CCN(CC1)C1=Nc2cc(Cl)ccc2Nc2ccccc12", OUT),
    ("bromazepam's 2-aminobenzoylpyridine", "Nc1ccc(Br)cc1C(=O)c1ccccn1", OUT),
]
R2: Table = [
    ("hydrogen", lactam(r2="[H]"), H),
    ("methyl", lactam(r2="C"), OUT),
    ("cyclohexenyl", lactam(r2="C2=CCCCC2"), IN),
    ("thienyl", lactam(r2="c2cccs2"), OUT),
]
R3: Table = [
    ("methoxycarbonylmethyl", lactam("(CC(=O)OC)"), IN),
    ("butoxycarbonylbutyl", lactam("(CCCCC(=O)OCCCC)"), IN),
    ("pentyloxycarbonylmethyl", lactam("(CC(=O)OCCCCC)"), OUT),
    ("methoxycarbonylpentyl", lactam("(CCCCCC(=O)OC)"), OUT),
    ("carboxyethyl", lactam("(CCC(=O)O)"), OUT),
    ("two esters", lactam("(CC(C(=O)OC)C(=O)OC)"), OUT),
    ("ethoxycarbonyl", lactam("(C(=O)OCC)"), IN),
    ("methoxycarbonyl: only the ethyl ester", lactam("(C(=O)OC)"), OUT),
]
R5: Table = [
    ("hydrazidomethyl", lactam(r5="CC(=O)NN"), IN),
    ("hydrazidoethyl", lactam(r5="CCC(=O)NN"), OUT),
    ("carbamoylmethyl", lactam(r5="CC(N)=O"), OUT),
    ("propyl", lactam(r5="CCC"), OUT),
]
R8: Table = [
    ("ethoxycarbonyl on imidazo[1,5-a]", imidazo("C(=O)OCC"), IN),
    ("hexyloxycarbonyl", imidazo("C(=O)OCCCCCC"), IN),
    ("heptyloxycarbonyl", imidazo("C(=O)OCCCCCCC"), OUT),
    ("dimethylcarbamoyl", imidazo("C(=O)N(C)C"), IN),
    ("methylcarbamoyl", imidazo("C(=O)NC"), OUT),
    ("carboxy", imidazo("C(=O)O"), OUT),
    ("methyl", imidazo("C"), OUT),
    ("hydrogen on triazolo[1,5-a]", rilmazolam("[H]"), MORE),
    ("methyl ester on triazolo[1,5-a]", rilmazolam("C(=O)OC"), MORE),
    ("methyl on triazolo[1,5-a]", rilmazolam("C"), OUT),
    ("bretazenil without its ester", "c1ncn2-c3cccc(Br)c3C(=O)N3CCCC3c12", IN),
    ("bretazenil's kin with a ring of six", "CC(C)(C)OC(=O)c1ncn2-c3cccc(Br)c3C(=O)N3CCCCC3c12", OUT),
]
TAUTOMERS: Table = [
    ("enol towards C3", "CN1C(O)=CN=C(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("thioenol towards C3", "CN1C(S)=CN=C(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("enamine towards C3", "CN1C(NC)=CN=C(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("with R3 methyl", "CN1C(O)=C(C)N=C(c2ccccc2)c2cc(Cl)ccc12", IN),
    ("an ether is no enol", "CN1C(OC)=CN=C(c2ccccc2)c2cc(Cl)ccc12", OUT),
    ("dimethylamino is no enamine of an imine", "CN1C(N(C)C)=CN=C(c2ccccc2)c2cc(Cl)ccc12", OUT),
]
R6: Table = [
    ("hydrogen", prodrug("N"), IN),
    ("glycine", prodrug("NCC(=O)N"), IN),
    ("alanine", prodrug("CC(N)C(=O)N"), IN),
    ("lysine", prodrug("NCCCCC(N)C(=O)N"), IN),
    ("lysine bound by its side chain", prodrug("OC(=O)C(N)CCCCN"), OUT),
    ("beta-alanine", prodrug("NCCC(=O)N"), OUT),
    ("valine", prodrug("CC(C)C(N)C(=O)N"), OUT),
    ("sarcosine", prodrug("CNCC(=O)N"), OUT),
    ("methylcarbamoyl", prodrug("CNC(=O)N"), IN),
    ("hexylcarbamoyl", prodrug("CCCCCCNC(=O)N"), IN),
    ("heptylcarbamoyl", prodrug("CCCCCCCNC(=O)N"), OUT),
    ("acetyl", prodrug("CC(=O)N"), OUT),
    ("methyl", prodrug("CN"), OUT),
    ("two glycines", prodrug("NCC(=O)N(C(=O)CN)"), OUT),
]
R7: Table = [
    ("ester on the amine", prodrug("CCOC(=O)N"), AMIDE),
    ("ester beside glycine", prodrug("NCC(=O)N(C(=O)OCC)"), AMIDE),
    ("dimethylcarbamoyl on the amine", prodrug("CN(C)C(=O)N"), AMIDE),
    ("heptyl ester on the amine", prodrug("CCCCCCCOC(=O)N"), OUT),
    ("hydrogen on the triazole", "n1c(CN)n(nc1)-c1ccc(Cl)cc1C(=O)c1ccccc1Cl", AZOLES),
    ("ethyl ester on the triazole", "CCOC(=O)c1nc(CN)n(n1)-c1ccc(Cl)cc1C(=O)c1ccccc1Cl", AZOLES),
    ("methyl on the triazole", "Cc1nc(CN)n(n1)-c1ccc(Cl)cc1C(=O)c1ccccc1Cl", OUT),
    ("alprazolam opened", "Cc1nnc(CN)n1-c1ccc(Cl)cc1C(=O)c1ccccc1", AZOLES),
    ("midazolam opened", "Cc1ncc(CN)n1-c1ccc(Cl)cc1C(=O)c1ccccc1F", AZOLES),
]
PRODRUG: Table = [
    ("R3 hydroxy", prodrug(r34="(O)"), IN),
    ("R3 methyl and R4 ethyl", prodrug(r34="(C)(CC)"), IN),
    ("R3 and R4 oxo", prodrug(r34="(=O)"), IN),
    ("R3 carboxy", prodrug(r34="(C(=O)O)"), IN),
    ("R3 ethoxycarbonyl", prodrug(r34="(C(=O)OCC)"), IN),
    ("R3 propoxycarbonyl", prodrug(r34="(C(=O)OCCC)"), OUT),
    ("R3 dimethylcarbamoyl", prodrug(r34="(C(=O)N(C)C)"), IN),
    ("R3 succinyloxy", prodrug(r34="(OC(=O)CCC(=O)O)"), IN),
    ("R3 methoxycarbonylbutyl", prodrug(r34="(CCCCC(=O)OC)"), IN),
    ("R3 methoxycarbonylpentyl", prodrug(r34="(CCCCCC(=O)OC)"), OUT),
    ("R3 methyl and R4 propyl", prodrug(r34="(C)(CCC)"), OUT),
    ("R3 phenyl", prodrug(r34="(c9ccccc9)"), OUT),
    ("R5 hydrogen", prodrug(r5=""), IN),
    ("R5 ethyl", prodrug(r5="CC"), IN),
    ("R5 dimethylaminoethyl", prodrug(r5="CCN(C)C"), IN),
    ("R5 cyclopropylmethyl", prodrug(r5="CC9CC9"), IN),
    ("R5 trifluoroethyl", prodrug(r5="CC(F)(F)F"), IN),
    ("R5 hydrazidomethyl", prodrug(r5="CC(=O)NN"), IN),
    ("R5 propargyl", prodrug(r5="CC#C"), IN),
    ("R5 propyl", prodrug(r5="CCC"), OUT),
    ("X sulfur", prodrug(x="=S"), IN),
    ("X imino", prodrug(x="=N"), IN),
    ("X methylimino", prodrug(x="=NC"), IN),
    ("X ethylimino", prodrug(x="=NCC"), OUT),
    ("cyclohexenyl as R2", prodrug(r2="C2=CCCCC2"), IN),
    ("ethylphenyl as R2", prodrug(r2="c2ccc(CC)cc2"), IN),
    ("propylphenyl as R2", prodrug(r2="c2ccc(CCC)cc2"), OUT),
    ("aminophenyl as R2", prodrug(r2="c2ccc(N)cc2"), IN),
    ("pyridyl as R2", prodrug(r2="c2ccccn2"), IN),
    ("hydrogen as R2", prodrug(r2="[H]"), H),
    ("cyclohexyl as R2", prodrug(r2="C2CCCCC2"), OUT),
    ("chloronitrophenyl as R2", prodrug(r2="c2ccc([N+](=O)[O-])cc2Cl"), IN),
    ("thienyl as R1", "NCC(=O)N(C)c1sccc1C(=O)c1ccccc1", IN),
    ("thienyl as R1, at 3 and 4", "NCC(=O)N(C)c1cscc1C(=O)c1ccccc1", IN),
    ("pyridyl as R1", "NCC(=O)N(C)c1ncccc1C(=O)c1ccccc1", IN),
    ("furanyl as R1", "NCC(=O)N(C)c1ccoc1C(=O)c1ccccc1", IN),
    ("tetrahydrobenzothienyl as R1", "NCC(=O)N(C)c1sc2CCCCc2c1C(=O)c1ccccc1", IN),
    ("naphthyl as R1", "NCC(=O)N(C)c1cc2ccccc2cc1C(=O)c1ccccc1", OUT),
    ("pyrrolyl as R1", "NCC(=O)N(C)c1[nH]ccc1C(=O)c1ccccc1", OUT),
    ("not at neighbouring positions", "NCC(=O)N(C)c1cccc(C(=O)c2ccccc2)c1", OUT),
    ("methoxy on R1", "NCC(=O)N(C)c1ccc(OC)cc1C(=O)c1ccccc1", OUT),
    ("amino on R1", "NCC(=O)N(C)c1ccc(N)cc1C(=O)c1ccccc1", IN),
    ("an alcohol, no ketone", "NCC(=O)N(C)c1ccc(Cl)cc1C(O)c1ccccc1", OUT),
    ("beta-alanine amide", "NCCC(=O)N(C)c1ccc(Cl)cc1C(=O)c1ccccc1", OUT),
]
BENZOPHENONE = "c1ccc(Cl)cc1C(=O)c1ccccc1"
OPEN_TAUTOMERS: Table = [
    ("imidic acid", f"NCC(O)=N{BENZOPHENONE}", IN),
    ("amidine", f"NCC(N)=N{BENZOPHENONE}", IN),
    ("methylated amidine", f"NCC(NC)=N{BENZOPHENONE}", IN),
    ("enol towards C3", f"NC=C(O)N(C){BENZOPHENONE}", IN),
    ("thioenol towards C3", f"NC=C(S)N(C){BENZOPHENONE}", IN),
    ("enamine towards C3", f"NC=C(NC)N(C){BENZOPHENONE}", IN),
    ("enol ether", f"NC=C(OC)N(C){BENZOPHENONE}", OUT),
    ("imidazo[1,2-a] opened", "Cc1cnc(CN)n1-c1ccc(Cl)cc1C(=O)c1ccccc1", AZOLES),
]
# lysine prodrug C22H28N4O3 without chlorine, 396.5 u; each iodine for a hydrogen adds 125.9 u
MASS: Table = [
    ("522 u: one iodine", "CN(C(=O)CNC(=O)C(N)CCCCN)c1ccc(I)cc1C(=O)c1ccccc1", IN),
    ("648 u: two iodines", "CN(C(=O)CNC(=O)C(N)CCCCN)c1ccc(I)cc1C(=O)c1ccccc1I", OUT),
]


@each(
    known=KNOWN,
    r2=R2,
    r3=R3,
    r5=R5,
    r8=R8,
    tautomers=TAUTOMERS,
    r6=R6,
    r7=R7,
    prodrug=PRODRUG,
    open_tautomers=OPEN_TAUTOMERS,
    mass=MASS,
)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
