"""NpSG 2025-12 no. 2.3, 6H-benzo[c]chromen-1-ols; the expected answers come from the text of the clauses."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-2"

AT_2 = depends("r4-place = 2", "in")
AT_4 = depends("r4-place = 4", "out")


def hhc(
    r3: str = "CCCCC", r5: str = "", a: str = "CC(C)CC", r12: str = "(C)(C)", at2: str = "", at4: str = ""
) -> str:
    """Hexahydrocannabinol, with other residues; ``a``: atoms 10 to 7 of ring A with what hangs on them."""
    two, four = f"c({at2})" if at2 else "c", f"c({at4})" if at4 else "c"
    return f"O({r5})c1{two}c({r3}){four}c2c1C1{a}C1C{r12}O2".replace("O()", "O")


def on_a(residue: str) -> str:
    return hhc(a=f"CC({residue})CC")


KNOWN: Table = [
    ("HHC", "CCCCCc1cc(O)c2[C@@H]3C[C@H](C)CC[C@H]3C(C)(C)Oc2c1", IN),
    ("delta-9-THC", "CCCCCc1cc(O)c2C3C=C(C)CCC3C(C)(C)Oc2c1", IN),
    ("delta-8-THC", "CCCCCc1cc(O)c2C3CC(C)=CCC3C(C)(C)Oc2c1", IN),
    ("delta-10-THC", "CCCCCc1cc(O)c2C3=CC(C)CCC3C(C)(C)Oc2c1", IN),
    ("delta-6a,10a-THC", "CCCCCc1cc(O)c2C3=C(CCC(C)C3)C(C)(C)Oc2c1", IN),
    ("a diene in ring A", "CCCCCc1cc(O)c2C3=CC(C)=CCC3C(C)(C)Oc2c1", IN),
    ("cannabinol", "CCCCCc1cc(O)c2-c3cc(C)ccc3C(C)(C)Oc2c1", IN),
    ("HHC-P", "CCCCCCCc1cc(O)c2C3CC(C)CCC3C(C)(C)Oc2c1", IN),
    ("HHC-O acetate", "CCCCCc1cc(OC(C)=O)c2C3CC(C)CCC3C(C)(C)Oc2c1", IN),
    ("9-hydroxy-HHC", "CCCCCc1cc(O)c2C3CC(C)(O)CCC3C(C)(C)Oc2c1", IN),
    ("11-hydroxy-THC", "CCCCCc1cc(O)c2C3C=C(CO)CCC3C(C)(C)Oc2c1", IN),
    ("HU-210", "CCCCCCC(C)(C)c1cc(O)c2C3CC(CO)=CCC3C(C)(C)Oc2c1", IN),
    ("dimethylheptylpyran", "CCCCCC(C)C(C)c1cc(O)c2C3=C(CCC(C)C3)C(C)(C)Oc2c1", IN),
    ("9-nor-9-hydroxy-HHC", "CCCCCc1cc(O)c2C3CC(O)CCC3C(C)(C)Oc2c1", IN),
    ("deuterated THC", "[2H]C([2H])([2H])CCCCc1cc(O)c2C3C=C(C)CCC3C(C)(C)Oc2c1", IN),
    ("THCA-A", "CCCCCc1c(C(=O)O)c(O)c2C3C=C(C)CCC3C(C)(C)Oc2c1", AT_2),
    ("sodium salt of THCA-A", "CCCCCc1c(C(=O)[O-])c(O)c2C3C=C(C)CCC3C(C)(C)Oc2c1.[Na+]", AT_2),
    ("THCA-B", "CCCCCc1cc(O)c2C3C=C(C)CCC3C(C)(C)Oc2c1C(=O)O", AT_4),
    ("cannabidiol: no pyran ring", "CCCCCc1cc(O)c(C2C=C(C)CCC2C(C)=C)c(O)c1", OUT),
    ("cannabichromene: no ring A", "CCCCCc1cc(O)c2C=CC(C)(CCC=C(C)C)Oc2c1", OUT),
    ("cannabicyclol", "CCCCCc1cc(O)c2c(c1)OC1(C)CCC3C2C1C3(C)C", OUT),
    ("nabilone: oxo on ring A", "CCCCCCC(C)(C)c1cc(O)c2C3CC(=O)CCC3C(C)(C)Oc2c1", OUT),
    ("11-nor-9-carboxy-THC", "CCCCCc1cc(O)c2C3C=C(C(=O)O)CCC3C(C)(C)Oc2c1", OUT),
    ("exo-THC: doubly bonded", "CCCCCc1cc(O)c2C3CC(=C)CCC3C(C)(C)Oc2c1", OUT),
    ("JWH-133: no oxygen at C1", "CCCC(C)(C)c1ccc2C3CC(C)=CCC3C(C)(C)Oc2c1", OUT),
    ("perrottetinene: phenethyl", "CC1=CC2c3c(O)cc(CCc4ccccc4)cc3OC(C)(C)C2CC1", OUT),
    ("levonantradol: a nitrogen", "CC1CC2C(CC(O)CC2)c2c(N1)cc(OC(C)CCCc1ccccc1)cc2OC(C)=O", OUT),
]
RING_A: Table = [
    ("nothing", hhc(a="CCCC"), IN),
    ("bromine", on_a("Br"), IN),
    ("two fluorines on one carbon", hhc(a="CC(F)(F)CC"), IN),
    ("hydroxy at C10a", "CCCCCc1cc(O)c2C3(O)CC(C)CCC3C(C)(C)Oc2c1", IN),
    ("methyl at C6a", "CCCCCc1cc(O)c2C3CC(C)CCC3(C)C(C)(C)Oc2c1", IN),
    ("fluoromethyl", on_a("CF"), IN),
    ("hydroxymethyl", on_a("CO"), IN),
    ("fluorinated hydroxymethyl", on_a("C(F)O"), IN),
    ("hydroxyethyl", on_a("CCO"), OUT),
    ("methoxymethyl", on_a("COC"), OUT),
    ("alkoxy C5", on_a("OCCCCC"), IN),
    ("alkoxy C6", on_a("OCCCCCC"), OUT),
    ("acetoxy", on_a("OC(C)=O"), IN),
    ("alkylcarbonyloxy C5", on_a("OC(=O)CCCCC"), IN),
    ("alkylcarbonyloxy C6", on_a("OC(=O)CCCCCC"), OUT),
    ("alkoxycarbonyloxy C5", on_a("OC(=O)OCCCCC"), IN),
    ("alkoxycarbonyloxy C6", on_a("OC(=O)OCCCCCC"), OUT),
    ("silyloxy", on_a("O[Si](C)(C)C"), IN),
    ("trialkylsilyl C12", on_a("[Si](CCCC)(CCCC)CCCC"), IN),
    ("trialkylsilyl C13", on_a("[Si](CCCC)(CCCC)CCCCC"), OUT),
    ("trialkylsilyl with fluorine", on_a("[Si](C)(C)CF"), OUT),
    ("dialkylsilyl", on_a("[SiH](C)C"), OUT),
    ("carbon chain C10", on_a("C" * 10), IN),
    ("carbon chain C11", on_a("C" * 11), OUT),
    ("branched unsaturated chain C10", on_a("CC(C)(C)C=CCC#CC"), IN),
    ("halogenated chain", on_a("CC=CCl"), IN),
    ("cyclopropyl", on_a("C1CC1"), OUT),
    ("phenyl", on_a("c1ccccc1"), OUT),
    ("cyano", on_a("C#N"), OUT),
    ("amino", on_a("N"), OUT),
    ("carboxy", on_a("C(=O)O"), OUT),
    ("a ring of seven", hhc(a="CCCCC"), OUT),
    ("a nitrogen in the ring", hhc(a="CN(C)CC"), OUT),
    ("a bridge over the ring", "CCCCCc1cc(O)c2C3CC4(C)CCC3(C4)C(C)(C)Oc2c1", OUT),
]
R12: Table = [
    ("hydrogen twice", hhc(r12=""), IN),
    ("alkyl C5", hhc(r12="(C)(CCCCC)"), IN),
    ("alkyl C6", hhc(r12="(C)(CCCCCC)"), OUT),
    ("trifluoromethyl", hhc(r12="(C)(C(F)(F)F)"), IN),
    ("trimethylsilyl", hhc(r12="(C)([Si](C)(C)C)"), IN),
    ("silylmethyl", hhc(r12="(C)(C[Si](C)(C)C)"), IN),
    ("vinyl", hhc(r12="(C)(C=C)"), OUT),
    ("hydroxymethyl", hhc(r12="(C)(CO)"), OUT),
    ("oxo: the lactone", hhc(r12="(=O)"), OUT),
    ("a spiro ring", "CCCCCc1cc(O)c2C3CC(C)CCC3C4(CCCC4)Oc2c1", OUT),
]
R3: Table = [
    ("hydrogen", hhc("[H]"), IN),
    ("methyl", hhc("C"), IN),
    ("propyl", hhc("CCC"), IN),
    ("chain C12", hhc("C" * 12), IN),
    ("chain C13", hhc("C" * 13), OUT),
    ("branched chain C12", hhc("C(C)(C)CC(C)(C)CCCCC"), IN),
    ("alkynyl", hhc("CCCC#C"), IN),
    ("fluoropentyl", hhc("CCCCCF"), IN),
    ("silylpropyl", hhc("CCC[Si](C)(C)C"), IN),
    ("trimethylsilyl", hhc("[Si](C)(C)C"), IN),
    ("cyanoalkyl", hhc("CCCCC#N"), OUT),
    ("hydroxypentyl", hhc("CCCCCO"), OUT),
    ("alkoxy", hhc("OCCCC"), OUT),
    ("adamantyl", hhc("C12CC3CC(CC(C3)C1)C2"), OUT),
]
R4: Table = [
    ("alkyl C5", hhc(at2="CCCCC"), AT_2),
    ("alkyl C6", hhc(at2="CCCCCC"), OUT),
    ("alkenyl C5", hhc(at2="CC=C(C)C"), AT_2),
    ("alkenyl C6", hhc(at2="CC=C(C)CC"), OUT),
    ("propargyl", hhc(at2="CC#C"), OUT),
    ("methyl ester", hhc(at2="C(=O)OC"), AT_2),
    ("pentyl ester", hhc(at2="C(=O)OCCCCC"), AT_2),
    ("hexyl ester", hhc(at2="C(=O)OCCCCCC"), OUT),
    ("acetyl", hhc(at2="C(C)=O"), OUT),
    ("fluorine", hhc(at2="F"), OUT),
    ("fluoroalkyl: nothing hangs on R4", hhc(at2="CF"), OUT),
    ("at C4", hhc(at4="CC"), AT_4),
    ("at both", hhc(at2="C", at4="C"), OUT),
]
R5: Table = [
    ("methyl", hhc(r5="C"), IN),
    ("alkyl C7", hhc(r5="CCCCCCC"), IN),
    ("alkyl C8", hhc(r5="CCCCCCCC"), OUT),
    ("allyl", hhc(r5="CC=C"), OUT),
    ("trimethylsilyl", hhc(r5="[Si](C)(C)C"), IN),
    ("tert-butyldimethylsilyl", hhc(r5="[Si](C)(C)C(C)(C)C"), IN),
    ("phenyldimethylsilyl", hhc(r5="[Si](C)(C)c1ccccc1"), OUT),
    ("carbonate C7", hhc(r5="C(=O)OCCCCCCC"), IN),
    ("carbonate C8", hhc(r5="C(=O)OCCCCCCCC"), OUT),
    ("ester C7", hhc(r5="C(=O)CCCCCCC"), IN),
    ("ester C8", hhc(r5="C(=O)CCCCCCCC"), OUT),
    ("trifluoroacetate", hhc(r5="C(=O)C(F)(F)F"), IN),
    ("hemisuccinate", hhc(r5="C(=O)CCC(=O)O"), OUT),
    ("formate", hhc(r5="C=O"), OUT),
    ("cyclopropanecarboxylate", hhc(r5="C(=O)C1CC1"), IN),
    ("cycloheptanecarboxylate", hhc(r5="C(=O)C1CCCCCC1"), IN),
    ("cyclooctanecarboxylate", hhc(r5="C(=O)C1CCCCCCC1"), OUT),
    ("adamantanecarboxylate", hhc(r5="C(=O)C12CC3CC(CC(C3)C1)C2"), IN),
    ("cyclohexylacetate", hhc(r5="C(=O)CC1CCCCC1"), IN),
    ("fluorinated cyclohexylacetate", hhc(r5="C(=O)C(F)C1CCCCC1"), IN),
    ("cyclohexylpropionate", hhc(r5="C(=O)CCC1CCCCC1"), OUT),
    ("benzoate", hhc(r5="C(=O)c1ccccc1"), IN),
    ("chlorobenzoate", hhc(r5="C(=O)c1ccc(Cl)cc1"), IN),
    ("toluate", hhc(r5="C(=O)c1ccc(C)cc1"), OUT),
    ("phenylacetate", hhc(r5="C(=O)Cc1ccccc1"), IN),
    ("diphenylacetate: one ring only", hhc(r5="C(=O)C(c1ccccc1)c1ccccc1"), OUT),
    ("nicotinate", hhc(r5="C(=O)c1cccnc1"), IN),
    ("N-ethylpyrrolecarboxylate", hhc(r5="C(=O)c1cccn1CC"), IN),
    ("N-propylpyrrolecarboxylate", hhc(r5="C(=O)c1cccn1CCC"), OUT),
    ("naphthoate", hhc(r5="C(=O)c1cccc2ccccc12"), IN),
    ("tetrahydropyrancarboxylate: not aryl", hhc(r5="C(=O)C1CCOCC1"), OUT),
    ("carbamate", hhc(r5="C(=O)NC"), OUT),
    ("benzyl", hhc(r5="Cc1ccccc1"), OUT),
    ("tosylate", hhc(r5="S(=O)(=O)c1ccc(C)cc1"), OUT),
]
SILYL_12 = "[Si](CCCC)(CCCC)CCCC"
SILYL_13 = "[Si](CCCC)(CCCC)CCCCC"
SILYL: Table = [
    ("C12 on a carbon of ring A's methyl", on_a(f"C{SILYL_12}"), IN),
    ("C13 on a carbon of ring A's methyl", on_a(f"C{SILYL_13}"), OUT),
    ("C12 as R1", hhc(r12=f"({SILYL_12})"), IN),
    ("C13 as R1", hhc(r12=f"({SILYL_13})"), OUT),
    ("C12 on R1 methyl", hhc(r12=f"(C{SILYL_12})"), IN),
    ("C13 on R1 methyl", hhc(r12=f"(C{SILYL_13})"), OUT),
    ("C12 as R3", hhc(SILYL_12), IN),
    ("C13 as R3", hhc(SILYL_13), OUT),
    ("C12 on R3 propyl", hhc(f"CCC{SILYL_12}"), IN),
    ("C13 on R3 propyl", hhc(f"CCC{SILYL_13}"), OUT),
    ("C12 as R5", hhc(r5=SILYL_12), IN),
    ("C13 as R5", hhc(r5=SILYL_13), OUT),
    ("C12 on R5 acetyl", hhc(r5=f"C(=O)C{SILYL_12}"), IN),
    ("C13 on R5 acetyl", hhc(r5=f"C(=O)C{SILYL_13}"), OUT),
]
# HHC is C21H32O2, 316.5 u; each iodine for a hydrogen adds 125.9 u
MASS: Table = [
    ("568 u: two iodines", hhc("CCCCCI", a="CC(I)CC", r12="(C)(C)"), IN),
    ("597 u: iodine, dodecyl and butyl", hhc("C" * 12 + "I", r5="CCCC"), IN),
    ("611 u: iodine, dodecyl and pentyl", hhc("C" * 12 + "I", r5="CCCCC"), OUT),
    ("680 u: three iodines", hhc("CCCCCI", a="CC(I)CC", r12="(CI)(C)"), OUT),
]


@each(known=KNOWN, ring_a=RING_A, r12=R12, r3=R3, r4=R4, r5=R5, silyl=SILYL, mass=MASS)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
