"""NpSG 2025-12 no. 7: what it changes in the version of 2021; the expected answers come from the text."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-7"

AT_BENZIMIDAZOLE = depends("r3-carbon = benzimidazole", "in")
AT_PHENYL = depends("r3-carbon = phenyl", "out")
BRIDGES = {
    "methylenedioxy": "OCO",
    "ethylenedioxy": "OCCO",
    "ethylenoxy": "OCC",
    "vinylenoxy": "OC=C",
}


def nitazene(
    amine: str = "N(CC)CC", linker: str = "C", phenyl: str = "c2ccc(OCC)cc2", core: str = "cc([N+](=O)[O-])cc"
) -> str:
    """Etonitazene, with other residues; ``core``: atoms 4 to 7 of the benzimidazole."""
    return f"C({amine})Cn1c({linker}{phenyl})nc2{core}c12"


def on_phenyl(residue: str) -> str:
    return nitazene(phenyl=f"c2ccc({residue})cc2")


def on_core(residue: str) -> str:
    return nitazene(core=f"cc({residue})cc")


def on_amine(residue: str) -> str:
    return nitazene(amine=f"N(CC){residue}")


KNOWN: Table = [
    ("etonitazene", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", IN),
    ("isotonitazene hydrochloride", "CC[NH+](CC)CCn1c(Cc2ccc(OC(C)C)cc2)nc2cc([N+](=O)[O-])ccc21.[Cl-]", IN),
    ("etonitazepyne", "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN2CCCC2)cc1", IN),
    ("deuterated etonitazene", "[2H]C([2H])N(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", IN),
    ("ethyleneoxynitazene", "CCN(CC)CCn1c(Cc2ccc3OCCc3c2)nc2cc([N+](=O)[O-])ccc21", IN),
    ("bendazol", "c1ccc(Cc2nc3ccccc3[nH]2)cc1", OUT),
    ("clemizole", "Clc1ccc(Cn2c(CN3CCCC3)nc3ccccc32)cc1", OUT),
    ("astemizole", "COc1ccc(CCN2CCC(CC2)Nc2nc3ccccc3n2Cc2ccc(F)cc2)cc1", OUT),
]
LINKER: Table = [
    ("x = 0", nitazene(linker="C"), IN),
    ("x = 1", nitazene(linker="CC"), IN),
    ("x = 2", nitazene(linker="CCC"), OUT),
    ("no carbon", nitazene(linker=""), OUT),
    ("oxygen", nitazene(linker="O"), OUT),
    ("R3 methyl", nitazene(linker="C(C)"), IN),
    ("R3 butyl", nitazene(linker="C(CCCC)"), IN),
    ("R3 pentyl", nitazene(linker="C(CCCCC)"), OUT),
    ("R3 hydroxy", nitazene(linker="C(O)"), IN),
    ("R3 methoxy", nitazene(linker="C(OC)"), IN),
    ("R3 ethoxy", nitazene(linker="C(OCC)"), OUT),
    ("R3 carbamoyl", nitazene(linker="C(C(N)=O)"), IN),
    ("R3 hexylcarbamoyl", nitazene(linker="C(C(=O)NCCCCCC)"), IN),
    ("R3 heptylcarbamoyl", nitazene(linker="C(C(=O)NCCCCCCC)"), OUT),
    ("R3 twice", nitazene(linker="C(C)(C)"), OUT),
    ("oxo", nitazene(linker="C(=O)"), OUT),
    ("x = 1, hydroxy at the benzimidazole", nitazene(linker="C(O)C"), AT_BENZIMIDAZOLE),
    ("x = 1, hydroxy at the phenyl ring", nitazene(linker="CC(O)"), AT_PHENYL),
]
AMINE: Table = [
    ("primary", nitazene(amine="N"), IN),
    ("secondary", nitazene(amine="NCC"), IN),
    ("alkyl C6", on_amine("CCCCCC"), IN),
    ("alkyl C7", on_amine("CCCCCCC"), OUT),
    ("trimethylsilyl", on_amine("[Si](C)(C)C"), IN),
    ("trialkylsilyl C12", on_amine("[Si](CCCC)(CCCC)CCCC"), IN),
    ("trialkylsilyl C13", on_amine("[Si](CCCC)(CCCC)CCCCC"), OUT),
    ("hexyl carbamate", on_amine("C(=O)OCCCCCC"), IN),
    ("heptyl carbamate", on_amine("C(=O)OCCCCCCC"), OUT),
    ("hexylthiocarbonyl", on_amine("C(=O)SCCCCCC"), IN),
    ("heptylthiocarbonyl", on_amine("C(=O)SCCCCCCC"), OUT),
    ("hexylcarbamoyl", on_amine("C(=O)NCCCCCC"), IN),
    ("heptylcarbamoyl", on_amine("C(=O)NCCCCCCC"), OUT),
    ("benzyl", on_amine("Cc3ccccc3"), IN),
    ("fluorobenzyl", on_amine("Cc3ccc(F)cc3"), OUT),
    ("phenethyl", on_amine("CCc3ccccc3"), OUT),
    ("piperidine", nitazene(amine="N4CCCCC4"), IN),
    ("morpholine", nitazene(amine="N4CCOCC4"), IN),
    ("azepane", nitazene(amine="N4CCCCCC4"), OUT),
]
CORE: Table = [
    ("nothing (desnitazene)", nitazene(core="cccc"), IN),
    ("nitro at 4", nitazene(core="c([N+](=O)[O-])ccc"), IN),
    ("chlorine at 7", nitazene(core="cccc(Cl)"), IN),
    ("alkyl C6", on_core("CCCCCC"), IN),
    ("alkyl C7", on_core("CCCCCCC"), OUT),
    ("trimethylsilyl", on_core("[Si](C)(C)C"), IN),
    ("trialkylsilyl C12", nitazene(core="cc([Si](CCCC)(CCCC)CCCC)cc"), IN),
    ("trialkylsilyl C13", nitazene(core="cc([Si](CCCC)(CCCC)CCCCC)cc"), OUT),
    ("trifluoromethoxy", on_core("OC(F)(F)F"), IN),
    ("trifluoromethyl", on_core("C(F)(F)F"), IN),
    ("methoxy", on_core("OC"), IN),
    ("ethoxy", on_core("OCC"), OUT),
    ("cyano", on_core("C#N"), IN),
    ("acetyl", on_core("C(C)=O"), IN),
    ("propionyl", on_core("C(=O)CC"), OUT),
    ("hydroxy", on_core("O"), OUT),
    ("amino", on_core("N"), OUT),
    ("fluoroalkyl", on_core("CCF"), OUT),
    ("aza", nitazene(core="cncc"), OUT),
    *((name, nitazene(core=f"cc3{atoms}c3c"), IN) for name, atoms in BRIDGES.items()),
    ("trimethylene", nitazene(core="cc3CCCc3c"), OUT),
    ("benzo", nitazene(core="cc3ccccc3c"), OUT),
]
PHENYL: Table = [
    ("nothing", nitazene(phenyl="c2ccccc2"), IN),
    ("alkyl C6", on_phenyl("CCCCCC"), IN),
    ("alkyl C7", on_phenyl("CCCCCCC"), OUT),
    ("alkoxy C5", on_phenyl("OCCCCC"), IN),
    ("alkoxy C6", on_phenyl("OCCCCCC"), OUT),
    ("fluoroethoxy", on_phenyl("OCCF"), IN),
    ("methoxyethoxy", on_phenyl("OCCOC"), IN),
    ("butoxyethoxy", on_phenyl("OCCOCCCC"), IN),
    ("pentyloxyethoxy", on_phenyl("OCCOCCCCC"), OUT),
    ("silyloxy C12", nitazene("N", phenyl="c2ccc(O[Si](CCCC)(CCCC)CCCC)cc2"), IN),
    ("silyloxy C13", nitazene("N", phenyl="c2ccc(O[Si](CCCC)(CCCC)CCCCC)cc2"), OUT),
    ("silyloxy", on_phenyl("O[Si](C)(C)C(C)(C)C"), IN),
    ("acetoxy", on_phenyl("OC(C)=O"), IN),
    ("alkylsulfanyl C5", on_phenyl("SCCCCC"), IN),
    ("alkylsulfanyl C6", on_phenyl("SCCCCCC"), OUT),
    ("methylsulfinyl", on_phenyl("S(C)=O"), OUT),
    ("cyano", on_phenyl("C#N"), IN),
    ("nitro", on_phenyl("[N+](=O)[O-]"), OUT),
    ("dimethylamino", on_phenyl("N(C)C"), OUT),
    ("cyclopropylmethoxy", on_phenyl("OCC3CC3"), OUT),
    *((name, nitazene(phenyl=f"c2ccc3{atoms}c3c2"), IN) for name, atoms in BRIDGES.items()),
    ("trimethylene", nitazene(phenyl="c2ccc3CCCc3c2"), OUT),
]
# etonitazene C22H28N4O3 weighs 396.5 u; each iodine for a hydrogen adds 125.9 u
MASS: Table = [
    ("522 u: one iodine", nitazene(phenyl="c2cc(I)c(OCC)cc2"), IN),
    ("592 u: iodine and pentyl", nitazene(phenyl="c2cc(I)c(OCC)c(CCCCC)c2"), IN),
    ("606 u: iodine and hexyl", nitazene(phenyl="c2cc(I)c(OCC)c(CCCCCC)c2"), OUT),
    ("648 u: two iodines", nitazene(phenyl="c2cc(I)c(OCC)c(I)c2"), OUT),
]


@each(known=KNOWN, linker=LINKER, amine=AMINE, core=CORE, phenyl=PHENYL, mass=MASS)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
