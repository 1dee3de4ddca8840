"""NpSG 2025-12 no. 5: what it changes in the version of 2021; the expected answers come from the text."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-5"

CHAIN = depends("ring-on-chain = free", "out")
BRANCHED = depends("branched-propyl = yes", "in")
IN_CHAIN = depends("pyrrolidine = yes", "out")


def dmt(amine: str = "N(C)C", r5: str = "", ring: str = "c2ccccc12") -> str:
    return f"{amine}CCc1cn({r5}){ring}".replace("n()", "[nH]")


def on_amine(residue: str) -> str:
    return f"CN({residue})CCc1c[nH]c2ccccc12"


def on_5(residue: str) -> str:
    return f"CN(C)CCc1c[nH]c2ccc({residue})cc12"


def on_4(residue: str) -> str:
    return f"CN(C)CCc1c[nH]c2cccc({residue})c12"


def on_n1(residue: str) -> str:
    return f"CN(C)CCc1cn({residue})c2ccccc12"


def lsd(n1: str = "[H]", amide: str = "N(CC)CC", n6: str = "C") -> str:
    return f"O=C({amide})C1CN({n6})C2Cc3cn({n1})c4cccc(C2=C1)c34"


KNOWN: Table = [
    ("DMT", "CN(C)CCc1c[nH]c2ccccc12", IN),
    ("psilocybin", "C[NH+](C)CCc1c[nH]c2cccc(OP(=O)([O-])O)c12", IN),
    ("4-AcO-DMT", "CN(C)CCc1c[nH]c2cccc(OC(C)=O)c12", IN),
    ("deuterated DMT", "[2H]C([2H])([2H])N(C)CCc1c[nH]c2ccccc12", IN),
    ("tryptamine", "NCCc1c[nH]c2ccccc12", OUT),
    ("melatonin", "CC(=O)NCCc1c[nH]c2ccc(OC)cc12", OUT),
    ("serotonin hydrochloride", "NCCc1c[nH]c2ccc(O)cc12.Cl", OUT),
    ("LSD", "CCN(CC)C(=O)[C@H]1CN(C)[C@@H]2Cc3c[nH]c4cccc(C2=C1)c34", IN),
    ("1P-LSD", lsd("C(=O)CC"), IN),
    ("1cP-LSD", lsd("C(=O)C9CC9"), IN),
    ("1V-LSD", lsd("C(=O)CCCC"), IN),
    ("1T-LSD", lsd("C(=O)c9cccs9"), IN),
    ("1DD-LSD", lsd("C(=O)CCCCCCCCCCC"), IN),
    ("1S-LSD", lsd("C(=O)CC[Si](C)(C)C"), IN),
    ("1-(furoyl)-LSD", lsd("C(=O)c9ccco9"), IN),
    ("sumatriptan", "CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1", OUT),
    ("ergometrine", "CC(CO)NC(=O)C1CN(C)C2Cc3c[nH]c4cccc(C2=C1)c34", OUT),
    ("ergotamine", "CC1(C(=O)N2C(Cc3ccccc3)C(=O)N3CCCC3C2(O)O1)NC(=O)C1CN(C)C2Cc3c[nH]c4cccc(C2=C1)c34", OUT),
]
R12: Table = [
    ("cyclohexyl", on_amine("C9CCCCC9"), IN),
    ("cycloheptyl", on_amine("C9CCCCCC9"), OUT),
    ("norbornyl: two rings", on_amine("C9CC8CCC9C8"), OUT),
    ("cyclohexylmethyl: the ring has six", on_amine("CC9CCCCC9"), IN),
    ("cycloheptylmethyl", on_amine("CC9CCCCCC9"), OUT),
    ("cyclopropylethyl", on_amine("CCC9CC9"), OUT),
    ("methyl carbamate", on_amine("C(=O)OC"), IN),
    ("hexyl carbamate", on_amine("C(=O)OCCCCCC"), IN),
    ("heptyl carbamate", on_amine("C(=O)OCCCCCCC"), OUT),
    ("methylthiocarbonyl", on_amine("C(=O)SC"), IN),
    ("hexylthiocarbonyl", on_amine("C(=O)SCCCCCC"), IN),
    ("heptylthiocarbonyl", on_amine("C(=O)SCCCCCCC"), OUT),
    ("methylcarbamoyl", on_amine("C(=O)NC"), IN),
    ("hexylcarbamoyl", on_amine("C(=O)NCCCCCC"), IN),
    ("heptylcarbamoyl", on_amine("C(=O)NCCCCCCC"), OUT),
    ("dimethylcarbamoyl", on_amine("C(=O)N(C)C"), OUT),
    ("acetyl", on_amine("C(C)=O"), OUT),
    ("benzyl", on_amine("Cc9ccccc9"), OUT),
    ("pyrrolidine", "C1CCCN1CCc1c[nH]c2ccccc12", IN),
    ("piperidine", "C1CCCCN1CCc1c[nH]c2ccccc12", IN),
    ("morpholine", "C1COCCN1CCc1c[nH]c2ccccc12", IN),
    ("azepane", "C1CCCCCN1CCc1c[nH]c2ccccc12", OUT),
    ("methylpiperidine", "C1CC(C)CCN1CCc1c[nH]c2ccccc12", OUT),
    ("pyrrolidine with the chain in it", "CN1CCCC1Cc1c[nH]c2ccccc12", IN_CHAIN),
    ("piperidine with the chain in it", "CN1CCCCC1Cc1c[nH]c2ccccc12", IN_CHAIN),
    ("morpholine with the chain in it", "CN1CCOCC1Cc1c[nH]c2ccccc12", IN_CHAIN),
]
R5: Table = [
    ("propyl", on_n1("CCC"), IN),
    ("butyl", on_n1("CCCC"), OUT),
    ("acetyl", on_n1("C(C)=O"), IN),
    ("decanoyl, ten carbons", on_n1("C(=O)CCCCCCCCC"), IN),
    ("undecanoyl", on_n1("C(=O)CCCCCCCCCC"), OUT),
    ("cyclopropanecarbonyl", on_n1("C(=O)C9CC9"), IN),
    ("cyclohexanecarbonyl", on_n1("C(=O)C9CCCCC9"), IN),
    ("cycloheptanecarbonyl", on_n1("C(=O)C9CCCCCC9"), OUT),
    ("cyclohexylacetyl", on_n1("C(=O)CC9CCCCC9"), IN),
    ("cyclobutylpropionyl", on_n1("C(=O)CCC9CCC9"), IN),
    ("cyclopropylbutanoyl", on_n1("C(=O)CCCC9CC9"), IN),
    ("1-cyclopropylethylcarbonyl", on_n1("C(=O)C(C)C9CC9"), IN),
    ("1-cyclohexylethylcarbonyl", on_n1("C(=O)C(C)C9CCCCC9"), IN),
    ("2-cyclobutylpropylcarbonyl", on_n1("C(=O)CC(C)C9CCC9"), IN),
    ("1-cyclopentylpropylcarbonyl", on_n1("C(=O)C(CC)C9CCCC9"), IN),
    ("1-cyclopropylpropan-2-ylcarbonyl", on_n1("C(=O)C(C)CC9CC9"), BRANCHED),
    ("2-cyclohexylpropan-2-ylcarbonyl", on_n1("C(=O)C(C)(C)C9CCCCC9"), BRANCHED),
    ("cycloheptylpropan-2-ylcarbonyl", on_n1("C(=O)C(C)CC9CCCCCC9"), OUT),
    ("1-cyclopropylbutylcarbonyl", on_n1("C(=O)C(CCC)C9CC9"), OUT),
    ("two rings on ethylcarbonyl", on_n1("C(=O)CC(C9CC9)C8CC8"), OUT),
    ("cyclopropylpentanoyl", on_n1("C(=O)CCCCC9CC9"), OUT),
    ("hexyl carbamate", on_n1("C(=O)OCCCCCC"), IN),
    ("heptyl carbamate", on_n1("C(=O)OCCCCCCC"), OUT),
    ("hexylthiocarbonyl", on_n1("C(=O)SCCCCCC"), IN),
    ("heptylthiocarbonyl", on_n1("C(=O)SCCCCCCC"), OUT),
    ("hexylcarbamoyl", on_n1("C(=O)NCCCCCC"), IN),
    ("heptylcarbamoyl", on_n1("C(=O)NCCCCCCC"), OUT),
    ("phenylacetyl", on_n1("C(=O)Cc9ccccc9"), IN),
    ("benzoyl", on_n1("C(=O)c9ccccc9"), OUT),
    ("trimethylsilylpropionyl", on_n1("C(=O)CC[Si](C)(C)C"), IN),
    ("tributylsilylheptanoyl, C6 and C12", on_n1("C(=O)CCCCCC[Si](CCCC)(CCCC)CCCC"), IN),
    ("silyl C13", on_n1("C(=O)CC[Si](CCCC)(CCCC)CCCCC"), OUT),
    ("silyloctanoyl, C7", on_n1("C(=O)CCCCCCC[Si](C)(C)C"), OUT),
    ("two silyls on acetyl", on_n1("C(=O)C([Si](C)(C)C)[Si](C)(C)C"), OUT),
    ("two silyls on propionyl", on_n1("C(=O)C([Si](C)(C)C)C[Si](C)(C)C"), OUT),
    ("dimethylsilylpropionyl", on_n1("C(=O)CC[SiH](C)C"), OUT),
    ("trimethylsilyl", on_n1("[Si](C)(C)C"), OUT),
]
RN: Table = [
    ("trifluoromethyl", on_5("C(F)(F)F"), IN),
    ("trifluoromethoxy", on_5("OC(F)(F)F"), IN),
    ("trimethylsilyl", on_5("[Si](C)(C)C"), IN),
    ("trialkylsilyl C12", on_4("[Si](CCCC)(CCCC)CCCC"), IN),
    ("trialkylsilyl C13", on_4("[Si](CCCC)(CCCC)CCCCC"), OUT),
    ("trialkylsilyl C12 at 5", on_5("[Si](CCCC)(CCCC)CCCC"), IN),
    ("trialkylsilyl C13 at 5", on_5("[Si](CCCC)(CCCC)CCCCC"), OUT),
    ("difluoromethyl", on_5("C(F)F"), OUT),
    ("decyloxy", on_5("OCCCCCCCCCC"), IN),
    ("undecyloxy", on_5("OCCCCCCCCCCC"), OUT),
    ("phosphate at 4", on_4("OP(=O)(O)O"), IN),
    ("phosphate at 5", on_5("OP(=O)(O)O"), OUT),
    ("nitro", on_5("[N+](=O)[O-]"), OUT),
    ("methylenedioxy", "CN(C)CCc1c[nH]c2cc3OCOc3cc12", IN),
    ("492.5 u", "CN(C)CCc1c[nH]c2c(I)c(I)c(Cl)c(F)c12", IN),
    ("508.9 u", "CN(C)CCc1c[nH]c2c(I)c(I)c(Cl)c(Cl)c12", OUT),
]
ERGOLENE: Table = [
    ("aa: methyl", lsd("C"), IN),
    ("aa: methoxyethyl", lsd("CCOC"), IN),
    ("aa: dimethylaminoethyl", lsd("CCN(C)C"), IN),
    ("aa: methylsulfonyl", lsd("S(C)(=O)=O"), IN),
    ("aa: methyl carbonate's acyl", lsd("C(=O)OC"), IN),
    ("aa: fluorinated chain", lsd("C(=O)CCC(F)(F)F"), IN),
    ("aa: begins with nitrogen", lsd("NC"), OUT),
    ("aa: no carbon", lsd("O"), OUT),
    ("aa: boron", lsd("CCB(C)C"), OUT),
    ("aa: a chain of 15 carbons", lsd("CCCCCCCCCCCCCCC"), IN),
    ("aa: chloroacetyl", lsd("C(=O)CCl"), IN),
    ("bb: iodobenzyl", lsd("Cc9ccc(I)cc9"), IN),
    ("bb: cycloheptyl", lsd("C9CCCCCC9"), IN),
    ("bb: oxocyclohexyl", lsd("C9CCC(=O)CC9"), IN),
    ("bb: phenylbutyloxycarbonyl", lsd("C(=O)OCCCCc9ccccc9"), IN),
    ("bb: phenyl", lsd("c9ccccc9"), IN),
    ("bb: cyclooctyl", lsd("C9CCCCCCC9"), OUT),
    ("bb: naphthylmethyl", lsd("Cc9cccc8ccccc89"), IN),
    ("bb: bromobenzyl", lsd("Cc9ccc(Br)cc9"), IN),
    ("bb: bridge C5", lsd("CCCCCc9ccccc9"), IN),
    ("bb: bridge C6", lsd("CCCCCCc9ccccc9"), CHAIN),
    ("bb: unsaturated bridge", lsd("CC=Cc9ccccc9"), IN),
    ("bb: twice unsaturated bridge", lsd("C=CC=Cc9ccccc9"), CHAIN),
    ("bb: phenylpentanoyl, alkyl C4", lsd("C(=O)CCCCc9ccccc9"), IN),
    ("bb: phenylhexanoyl, alkyl C5", lsd("C(=O)CCCCCc9ccccc9"), CHAIN),
    ("bb: benzyloxycarbonyl", lsd("C(=O)OCc9ccccc9"), IN),
    ("bb: phenylpentyloxycarbonyl", lsd("C(=O)OCCCCCc9ccccc9"), CHAIN),
    ("bb: tosyl", lsd("S(=O)(=O)c9ccc(C)cc9"), IN),
    ("bb: benzylsulfonyl", lsd("S(=O)(=O)Cc9ccccc9"), CHAIN),
    ("bb: phenylcarbamoyl", lsd("C(=O)Nc9ccccc9"), CHAIN),
    ("bb: N-ethylpyrrolecarbonyl", lsd("C(=O)c9cccn9CC"), IN),
    ("bb: N-propylpyrrolecarbonyl", lsd("C(=O)c9cccn9CCC"), CHAIN),
    ("bb: a ring with silicon", lsd("CC9CC[Si](C)(C)CC9"), CHAIN),
    # lysergamide without a hydrogen weighs 266.3 u, LSD 322.4 u
    ("R1 at 295.5 u (icosanoyl)", lsd("C(=O)" + "C" * 19, amide="N"), IN),
    ("R1 at 301.9 u (chlorooctadecanoyl)", lsd("C(=O)" + "C" * 17 + "Cl", amide="N"), OUT),
    ("R1 at 309.6 u (henicosanoyl)", lsd("C(=O)" + "C" * 20, amide="N"), OUT),
    ("590 u in all, R1 of 267 u (octadecanoyl)", lsd("C(=O)" + "C" * 17), IN),
    ("604 u in all, R1 of 282 u (nonadecanoyl)", lsd("C(=O)" + "C" * 18), OUT),
    ("morpholine amide", lsd(amide="N9CCOCC9"), IN),
    ("dimethylazetidide (LSZ)", lsd(amide="N9C(C)CC9C"), IN),
    ("1-hydroxyethyl amide", lsd(amide="N(C(C)O)"), IN),
    ("propargyl on N6", lsd(n6="CC#C"), IN),
    ("pentyl on N6", lsd(n6="CCCCC"), OUT),
]


@each(known=KNOWN, r12=R12, r5=R5, rn=RN, ergolene=ERGOLENE)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
