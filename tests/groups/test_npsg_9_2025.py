"""NpSG 2025-12 no. 9, 4-amino-1-benzylpiperidines; the expected answers come from the text of the clauses."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-9"

SPIRO = depends("second-skeleton = spiro", "in")
ANILINO = depends("second-skeleton = anilino", "out")


def orphine(rn: str = "Br", r1: str = "(C)", r2: str = "[nH]", rm: str = "cccc") -> str:
    """Brorphine, with other residues; ``rm``: the four free atoms of the benzimidazolone's phenyl ring."""
    return f"C{r1}(c1ccc({rn})cc1)N1CCC(CC1)n1c(=O){r2}c2{rm}c12"


def at_r2(residue: str) -> str:
    return orphine(r2=f"n({residue})")


KNOWN: Table = [
    ("brorphine", "CC(c1ccc(Br)cc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("brorphine hydrochloride", "CC(c1ccc(Br)cc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12.Cl", IN),
    ("brorphine as drawn by PubChem", "CC(C1=CC=C(C=C1)Br)N2CCC(CC2)N3C4=CC=CC=C4NC3=O", IN),
    ("brorphine as its lactim", "CC(c1ccc(Br)cc1)N1CCC(CC1)n1c(O)nc2ccccc12", IN),
    ("orphine", "CC(c1ccccc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("chlorphine", "CC(c1ccc(Cl)cc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("cychlorphine", "CC(c1ccc(Cl)cc1)N1CCC(CC1)n1c(=O)n(CCC#N)c2ccccc12", IN),
    ("SR-17018", "Clc1ccc(cc1)CN1CCC(CC1)n1c(=O)[nH]c2cc(Cl)c(Cl)cc12", IN),
    ("spirochlorphine", "CC(c1ccc(Cl)cc1)N1CCC2(CC1)C(=O)NCN2c1ccccc1", SPIRO),
    ("4-anilino-1-benzylpiperidine", "C(c1ccccc1)N1CCC(CC1)Nc1ccccc1", ANILINO),
    ("benzylfentanyl: an amide", "CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1", OUT),
    ("bezitramide", "CCC(=O)n1c(=O)n(C2CCN(CCC(C#N)(c3ccccc3)c3ccccc3)CC2)c2ccccc12", OUT),
    ("pimozide", "Fc1ccc(cc1)C(CCCN1CCC(CC1)n1c(=O)[nH]c2ccccc12)c1ccc(F)cc1", OUT),
    ("domperidone", "Clc1ccc2c(c1)[nH]c(=O)n2C1CCN(CCCn2c(=O)[nH]c3ccccc32)CC1", OUT),
    ("spiperone", "Fc1ccc(cc1)C(=O)CCCN1CCC2(CC1)C(=O)NCN2c1ccccc1", OUT),
    ("donepezil", "COc1cc2c(cc1OC)C(=O)C(CC1CCN(Cc3ccccc3)CC1)C2", OUT),
]
SILYL: Table = [
    ("fluorine on the silyl", orphine(rn="C[Si](C)(C)CF"), OUT),
    ("fluorine on cyanoalkyl", at_r2("CC(F)C#N"), OUT),
]
R1: Table = [
    ("hydrogen", orphine(r1=""), IN),
    ("ethyl", orphine(r1="(CC)"), IN),
    ("propyl", orphine(r1="(CCC)"), OUT),
    ("two methyls", orphine(r1="(C)(C)"), OUT),
    ("phenyl", orphine(r1="(c1ccccc1)"), OUT),
    ("oxo: benzoyl", orphine(r1="(=O)"), OUT),
    ("one carbon more", "c1ccccc1CCN1CCC(CC1)n1c(=O)[nH]c2ccccc12", OUT),
]
R2: Table = [
    ("methyl", at_r2("C"), IN),
    ("ethyl", at_r2("CC"), IN),
    ("propyl", at_r2("CCC"), OUT),
    ("phenyl", at_r2("c3ccccc3"), IN),
    ("benzyl", at_r2("Cc3ccccc3"), OUT),
    ("fluorophenyl", at_r2("c3ccc(F)cc3"), OUT),
    ("cyanomethyl", at_r2("CC#N"), IN),
    ("4-cyanobutyl", at_r2("CCCCC#N"), IN),
    ("5-cyanopentyl", at_r2("CCCCCC#N"), OUT),
    ("dicyanoethyl", at_r2("CC(C#N)C#N"), OUT),
    ("acetyl", at_r2("C(C)=O"), OUT),
    ("on the spiro nitrogen", "CC(c1ccccc1)N1CCC2(CC1)C(=O)N(C)CN2c1ccccc1", SPIRO),
    ("propyl on the spiro nitrogen", "CC(c1ccccc1)N1CCC2(CC1)C(=O)N(CCC)CN2c1ccccc1", OUT),
    ("on the anilino nitrogen", "C(c1ccccc1)N1CCC(CC1)N(CCC#N)c1ccccc1", ANILINO),
]
RN: Table = [
    ("hydrogen", orphine("[H]"), IN),
    ("fluorine", orphine("F"), IN),
    ("alkyl C6", orphine("CCCCCC"), IN),
    ("alkyl C7", orphine("CCCCCCC"), OUT),
    ("trifluoromethyl", orphine("C(F)(F)F"), IN),
    ("methoxymethyl", orphine("COC"), IN),
    ("butoxymethyl", orphine("COCCCC"), IN),
    ("pentyloxymethyl", orphine("COCCCCC"), OUT),
    ("alkoxy C5", orphine("OCCCCC"), IN),
    ("alkoxy C6", orphine("OCCCCCC"), OUT),
    ("trifluoromethoxy", orphine("OC(F)(F)F"), IN),
    ("acetoxy", orphine("OC(C)=O"), IN),
    ("propionyloxy", orphine("OC(=O)CC"), OUT),
    ("alkylsulfanyl C5", orphine("SCCCCC"), IN),
    ("alkylsulfanyl C6", orphine("SCCCCCC"), OUT),
    ("methylsulfonyl", orphine("S(C)(=O)=O"), OUT),
    ("hydroxy", orphine("O"), IN),
    ("silylated hydroxy, C6", orphine("O[Si](C)(C)C(C)(C)C"), IN),
    ("silylmethyl, C9", orphine("C[Si](CCC)(CCC)CCC"), IN),
    ("silylmethyl, C12: heavier than 500 u", orphine("C[Si](CCCC)(CCCC)CCCC"), OUT),
    ("dimethylsilylmethyl", orphine("C[SiH](C)C"), OUT),
    ("silyl on the ring: only on another group", orphine("[Si](C)(C)C"), OUT),
    ("cyano", orphine("C#N"), IN),
    ("nitro", orphine("[N+](=O)[O-]"), OUT),
    ("amino", orphine("N"), OUT),
    ("vinyl", orphine("C=C"), OUT),
    ("two chlorines", "C(c1cc(Cl)c(Cl)cc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("methylenedioxy", "C(c1ccc2OCOc2c1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("ethylenedioxy", "C(c1ccc2OCCOc2c1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("ethylenoxy", "C(c1ccc2OCCc2c1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("vinylenoxy", "C(c1ccc2occc2c1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", IN),
    ("propylenedioxy", "C(c1ccc2OCCCOc2c1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", OUT),
    ("naphthyl", "C(c1ccc2ccccc2c1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", OUT),
    ("pyridyl", "C(c1ccncc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", OUT),
]
RM: Table = [
    ("chlorine", orphine(rm="cc(Cl)cc"), IN),
    ("methyl", orphine(rm="c(C)ccc"), IN),
    ("alkyl C7", orphine(rm="cc(CCCCCCC)cc"), OUT),
    ("nitro", orphine(rm="cc([N+](=O)[O-])cc"), OUT),
    ("a nitrogen in the ring", orphine(rm="cncc"), OUT),
    ("methylenedioxy: Rn only", orphine(rm="cc3OCOc3c"), OUT),
    ("on the phenyl of the spiro form", "CC(c1ccccc1)N1CCC2(CC1)C(=O)NCN2c1ccccc1Cl", SPIRO),
]
SKELETON: Table = [
    ("methyl on the piperidine", "C(c1ccccc1)N1CCC(C(C)C1)n1c(=O)[nH]c2ccccc12", OUT),
    ("pyrrolidine", "C(c1ccccc1)N1CCC(C1)n1c(=O)[nH]c2ccccc12", OUT),
    ("benzimidazole-2-thione", "C(c1ccccc1)N1CCC(CC1)n1c(=S)[nH]c2ccccc12", OUT),
    ("indolinone", "C(c1ccccc1)N1CCC(CC1)N1C(=O)Cc2ccccc12", OUT),
    ("no ring on the amine", "C(c1ccccc1)N1CCC(CC1)NC", OUT),
]
# without residues C19H21N3O, 307.4 u
MASS: Table = [
    ("489 u: iodine and butyl", orphine("I", "", rm="cc(CCCC)cc"), IN),
    ("503 u: iodine and pentyl", orphine("I", "", rm="cc(CCCCC)cc"), OUT),
]


@each(known=KNOWN, silyl=SILYL, r1=R1, r2=R2, rn=RN, rm=RM, skeleton=SKELETON, mass=MASS)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
