"""NpSG 2025-12 no. 1, what it changes in the version of 2021; the expected answers come from the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-1"
HEAD = depends("head = yes", "out")
BRIDGED = depends("ring-on-a = yes", "out")
DOUBLE = depends("double-to-b = any", "out")
EMBEDDING = depends("exclusion-scope = embedding", "in")
ANNELATED = depends("head = yes or annelated-aryl = yes", "in")


def on_a(residue: str) -> str:
    return f"CC(N)Cc1ccc({residue})cc1"


def on_n(residue: str) -> str:
    return f"CC(Cc1ccccc1)N{residue}"


def on_c1(residue: str) -> str:
    return f"NC({residue})Cc1ccccc1"


def on_c2(residue: str) -> str:
    return f"NCC({residue})c1ccccc1"


RINGS: Table = [
    ("phenyl", "CC(N)Cc1ccccc1", IN),
    ("furanyl", "CC(N)Cc1ccco1", IN),
    ("pyrrolyl", "CC(N)Cc1ccc[nH]1", IN),
    ("thienyl", "CC(N)Cc1cccs1", IN),
    ("pyridyl", "CC(N)Cc1cccnc1", IN),
    ("cyclopentyl", "CC(N)CC1CCCC1", IN),
    ("cyclohexyl", "CC(N)CC1CCCCC1", IN),
    ("imidazolyl", "CC(N)Cc1c[nH]cn1", OUT),
    ("cycloheptyl", "CC(N)CC1CCCCCC1", OUT),
    # one annelated ring of four to eight atoms
    ("ring of 4", "CC(N)Cc1ccc2CCc2c1", IN),
    ("ring of 5 (indanyl)", "CC(N)Cc1ccc2CCCc2c1", IN),
    ("ring of 6 (naphthyl)", "CC(N)Cc1ccc2ccccc2c1", IN),
    ("ring of 7", "CC(N)Cc1ccc2CCCCCc2c1", IN),
    ("ring of 8", "CC(N)Cc1ccc2CCCCCCc2c1", IN),
    ("ring of 9", "CC(N)Cc1ccc2CCCCCCCc2c1", OUT),
    ("B on the annelated ring", "CC(N)CC1CCc2ccccc2C1", IN),
    ("indolyl, 5 (5-API)", "CC(N)Cc1ccc2[nH]ccc2c1", IN),
    ("benzofuranyl", "CC(N)Cc1ccc2occc2c1", IN),
    ("benzothienyl", "CC(N)Cc1ccc2sccc2c1", IN),
    ("methylenedioxyphenyl, two heteroatoms", "CC(N)Cc1ccc2OCOc2c1", IN),
    ("oxathiole (two different ones)", "CC(N)Cc1ccc2OCSc2c1", IN),
    ("chromanyl", "CC(N)Cc1ccc2OCCCc2c1", IN),
    ("trimethylenedioxyphenyl", "CC(N)Cc1ccc2OCCCOc2c1", IN),
    ("heteroatom not beside Z (dihydroisobenzofuranyl)", "CC(N)Cc1ccc2COCc2c1", OUT),
    ("heteroatom not beside Z (isoquinolinyl)", "CC(N)Cc1ccc2cnccc2c1", OUT),
    ("heteroatom not beside Z (indazolyl)", "CC(N)Cc1ccc2[nH]ncc2c1", OUT),
    ("quinolinyl", "CC(N)Cc1ccc2ncccc2c1", IN),
    ("quinoxalinyl", "CC(N)Cc1ccc2nccnc2c1", IN),
    ("silicon in the ring", "CC(N)Cc1ccc2C[Si](C)(C)Cc2c1", OUT),
    ("methyl on the nitrogen of the annelated ring", "CC(N)Cc1ccc2n(C)ccc2c1", IN),
    ("ethyl on it", "CC(N)Cc1ccc2n(CC)ccc2c1", IN),
    ("methyl on both nitrogens", "CC(N)Cc1ccc2N(C)CCN(C)c2c1", IN),
    ("a second methyl on one nitrogen: it has one free valence", "CC(N)Cc1ccc2[N+](C)(C)CCN(C)c2c1", OUT),
    ("methyl and ethyl on one nitrogen", "CC(N)Cc1ccc2[N+](C)(CC)CCN(C)c2c1", OUT),
    ("protonated, methyl on the nitrogen", "CC(N)Cc1ccc2[NH+](C)CCN(C)c2c1", IN),
    ("fluoroethyl on it", "CC(N)Cc1ccc2n(CCF)ccc2c1", OUT),
    ("propyl on it", "CC(N)Cc1ccc2n(CCC)ccc2c1", OUT),
    ("acetyl on it", "CC(N)Cc1ccc2n(C(C)=O)ccc2c1", OUT),
    ("methyl on the nitrogen of pyrrolyl: Rn is on carbon", "CC(N)Cc1cccn1C", OUT),
    ("methyl on a carbon of pyrrolyl", "CC(N)Cc1cc(C)c[nH]1", IN),
    ("oxo on the annelated ring", "CC(N)Cc1ccc2C(=O)CCc2c1", OUT),
    ("methyl on the annelated ring", "CC(N)Cc1ccc2C(C)CCc2c1", IN),
    # two annelated rings
    ("two rings opposite (dragonfly)", "NCCc1c2CCOc2c(Br)c2CCOc12", IN),
    ("two rings of different sizes", "NCCc1c2CCCOc2cc2CCOc12", IN),
    ("two rings side by side (phenanthrene)", "CC(N)Cc1cc2ccccc2c2ccccc12", IN),
    ("anthracene", "CC(N)Cc1c2ccccc2cc2ccccc12", IN),
    ("anthracene, B on an outer ring", "CC(N)Cc1ccc2cc3ccccc3cc2c1", IN),
    ("three rings on Z (triphenylene)", "CC(N)Cc1ccc2c3ccccc3c3ccccc3c2c1", OUT),
    ("a ring on the annelated ring (dibenzofuran)", "CC(N)Cc1ccc2oc3ccccc3c2c1", OUT),
]


def _of_z() -> Iterator[tuple[str, str, Answer]]:
    """Every size of Rm and Rp, with B on Z and on Rm."""
    for m in range(4, 9):
        yield f"ring of {m}, B on it", f"c1ccc2C(CCN){'C' * (m - 3)}c2c1", IN
        for n in range(m, 9):
            p, q = "C" * (m - 2), "C" * (n - 2)
            yield f"{m} and {n} opposite", f"NCCc1c2{p}c2cc2{q}c12", IN
            yield f"{m} and {n} side by side", f"NCCc1cc2{p}c2c2{q}c12", IN
            on_m = f"C(CCN){'C' * (m - 3)}"
            yield f"{m} and {n} opposite, B on the first", f"c1c2{on_m}c2cc2{q}c12", IN
            yield f"{m} and {n} side by side, B on the first", f"c1cc2{on_m}c2c2{q}c12", IN


SIZES_OF_Z: Table = list(_of_z())

ON_A: Table = [
    ("8 carbons", on_a("C" * 8), IN),
    ("9 carbons", on_a("C" * 9), OUT),
    ("hydroxy", on_a("O"), OUT),
    ("cyano: nitrogen as a further substitution of methyl", on_a("C#N"), IN),
    ("acetyl", on_a("C(C)=O"), HEAD),
]

ON_N: Table = [
    ("alkyloxycarbonyl (N-Boc)", on_n("C(=O)OC(C)(C)C"), IN),
    ("alkylthiocarbonyl", on_n("C(=O)SC"), IN),
    ("alkylcarbamoyl", on_n("C(=O)NC"), IN),
    ("carbamoyl", on_n("C(N)=O"), HEAD),
    ("benzoyl", on_n("C(=O)c2ccccc2"), IN),
    ("naphthoyl", on_n("C(=O)c2cccc3ccccc23"), IN),
    ("benzoyl, further substituted", on_n("C(=O)c2ccc(OC)cc2"), IN),
    ("1-naphthoyl, further substituted", on_n("C(=O)c2c(OC)ccc3ccccc23"), IN),
    ("anthracenoyl: a ring annelated to naphthoyl, C14", on_n("C(=O)c2ccc3cc4ccccc4cc3c2"), ANNELATED),
    ("phenanthrenoyl", on_n("C(=O)c2ccc3ccc4ccccc4c3c2"), ANNELATED),
    ("piperonyloyl: a ring annelated to benzoyl", on_n("C(=O)c2ccc3OCOc3c2"), ANNELATED),
    ("quinoline-6-carbonyl", on_n("C(=O)c2ccc3ncccc3c2"), ANNELATED),
    ("nicotinoyl", on_n("C(=O)c2cccnc2"), HEAD),
    ("formyl", on_n("C=O"), HEAD),
    ("vinyl", on_n("C=C"), IN),
    ("alkynyl", on_n("C#CC"), IN),
    ("acetyl", on_n("C(C)=O"), IN),
    ("hydroxy", on_n("O"), IN),
    ("amino", on_n("N"), IN),
    ("cyano: nitrogen as a further substitution of methyl", on_n("C#N"), IN),
    ("2-naphthoyl", on_n("C(=O)c2ccc3ccccc3c2"), IN),
    ("phenyl", on_n("c2ccccc2"), OUT),
    ("two residues on C1", "CC(C)(N)Cc1ccccc1", IN),
    ("two residues on C2", "NCC(C)(C)c1ccccc1", IN),
    ("pyrroline, not aromatic", on_n("2CC=CC2"), IN),
    ("imidazole, aromatic", "CC(Cc1ccccc1)n1ccnc1", OUT),
    ("indole nitrogen, aromatic", "CC(Cc1ccccc1)n1ccc2ccccc21", OUT),
]

ANILINO = depends("second-skeleton = spiro", "in")
SUBSIDIARY: Table = [
    ("DMT: core of no. 5, and covered there", "CN(C)CCc1c[nH]c2ccccc12", IN),
    ("tryptamine: core of no. 5, excluded there", "NCCc1c[nH]c2ccccc12", OUT),
    ("serotonin", "NCCc1c[nH]c2ccc(O)cc12", OUT),
    ("amine of an indole-1,3-diyl that is no cannabimimetic", "NC(C)Cc1ccc2n(C)cc(C)c2c1", OUT),
    ("phenethyl on a benzodiazepine", "O=C1CN=C(c2ccccc2)c2cc(Cl)ccc2N1CCc1ccccc1", OUT),
    ("phenethyl on the amine of U-47700", "CN(CCc1ccccc1)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1", OUT),
    ("fluorophenethyl on an arylcyclohexylamine", "N(CCc1ccc(F)cc1)C1(c2ccccc2)CCCCC1", OUT),
    ("phenethyl on a nitazene", "CCN(CCc1ccccc1)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", OUT),
    # a nitazene is a benzimidazole-1,2-diyl too, the core of no. 2: what no. 2 covers, no. 7 may still not
    (
        "covered by no. 2, with a core of no. 7 and not covered there",
        "CCCCn1cc(C(=O)c2ccc(Cc3nc4ccccc4n3CCN)cc2)c2ccccc12",
        OUT,
    ),
    ("prenylamine: a core of no. 8", "CC(Cc1ccccc1)NCCC(c1ccccc1)c1ccccc1", OUT),
    ("phenyl on the benzyl of no. 9", "C(c1ccccc1)C(c1ccccc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", OUT),
    ("aminoethyl on the benzyl of no. 9", "NCCc1ccc(CN2CCC(CC2)n2c(=O)[nH]c3ccccc32)cc1", OUT),
    # the other skeleton of no. 9: the spiro one has the anilinopiperidine in it too
    ("aminoethyl on the benzyl of no. 9, spiro", "NCCc1ccc(CN2CCC3(CC2)N(c2ccccc2)CNC3=O)cc1", OUT),
    ("aminoethyl on the benzyl of no. 9, anilino", "NCCc1ccc(CN2CCC(CC2)Nc2ccccc2)cc1", ANILINO),
    ("indole without both places taken has no core of no. 2", "NC(C)Cc1ccc2n(C)ccc2c1", IN),
]

# ---- what the text says as it did in 2021 ---------------------------------------------------------------

KEPT_ON_A: Table = [
    ("fluorine", on_a("F"), IN),
    ("iodine", on_a("I"), IN),
    ("alkenyl", on_a("C=C"), IN),
    ("alkynyl", on_a("C#CC"), IN),
    ("alkoxy", on_a("OC"), IN),
    ("carboxy", on_a("C(=O)O"), IN),
    ("alkylsulfanyl", on_a("SC"), IN),
    ("nitro", on_a("[N+](=O)[O-]"), IN),
    ("amino", on_a("N"), OUT),
    ("phenyl", on_a("c2ccccc2"), OUT),
    ("cyanato: nitrogen as a further substitution of methoxy", on_a("OC#N"), IN),
    ("thiocyanato: the same of methylsulfanyl", on_a("SC#N"), IN),
    ("acetoxy", on_a("OC(C)=O"), HEAD),
    ("acetylsulfanyl", on_a("SC(C)=O"), HEAD),
    ("methylsulfinyl", on_a("S(C)=O"), HEAD),
    ("methylsulfonyl", on_a("S(C)(=O)=O"), HEAD),
    *((f"{x} as a further substitution", on_a(f"C{x}"), IN) for x in ("N", "O", "S", "F", "Cl", "Br", "I")),
    ("silicon as a further substitution", on_a("C[Si](C)(C)C"), OUT),
    ("cyclohexyl with a spiro ring", "CC(N)CC1CCC2(CCCC2)CC1", BRIDGED),
    ("adamantyl", "CC(N)CC12CC3CC(CC(C3)C1)C2", BRIDGED),
]

KEPT_ON_N: Table = [
    ("a chain of 10", on_n("C" * 10), IN),
    ("a chain of 11", on_n("C" * 11), OUT),
    ("nitroso", on_n("N=O"), HEAD),
    *((f"{x} as a further substitution", on_n(f"C{x}"), IN) for x in ("N", "O", "S", "F", "Cl", "Br", "I")),
    ("silicon as a further substitution", on_n("C[Si](C)(C)C"), OUT),
    ("sulfur on nitrogen", on_n("SC"), OUT),
    ("imine outside a ring", "CC(Cc1ccccc1)N=CC", OUT),
    ("morpholine", on_n("2CCOCC2"), IN),
    # a ring through nitrogen and C1 or C2: five to seven atoms
    ("with C1, ring of 4", "C1CC(N1)Cc1ccccc1", OUT),
    ("with C1, ring of 5", "C1CC(NC1)Cc1ccccc1", IN),
    ("with C1, ring of 7", "C1CCCC(NC1)Cc1ccccc1", IN),
    ("with C1, ring of 8", "C1CCCCC(NC1)Cc1ccccc1", OUT),
    ("with C2, ring of 5", "C1CC(CN1)c1ccccc1", IN),
    ("with C2 (phenmetrazine)", "CC1NCCOC1c1ccccc1", IN),
    ("imine in the ring", "C1CC(N=C1)Cc1ccccc1", IN),
    ("oxygen on nitrogen: hydroxy, further substituted", "C1CC(NO1)Cc1ccccc1", IN),
    ("sulfur on nitrogen, not allowed without the ring", "C1CC(NS1)Cc1ccccc1", OUT),
    ("lactam", "O=C1CCC(N1)Cc1ccccc1", IN),
    ("double bond at C1", "C1CN=C(N1)Cc1ccccc1", DOUBLE),
    ("double bond at C2", "C1NCC(=CC1)c1ccccc1", DOUBLE),
    # a ring through nitrogen and A
    ("annelated (tetrahydroisoquinoline)", "C1CNCc2ccccc12", OUT),
    ("annelated system (apomorphine)", "CN1CCc2cccc3c2C1Cc1ccc(O)c(O)c1-3", OUT),
    ("annelated, and another phenyl", "CN1CCc2ccccc2C1Cc1ccccc1", EMBEDDING),
    ("spiro", "C1CC2(CCCCC2)CN1", IN),
    ("bridge", "C1CNC2CCCC1C2", BRIDGED),
]

KEPT_ON_C: Table = [
    *(
        (f"{name} on {place}", on(residue), answer)
        for place, on in (("C1", on_c1), ("C2", on_c2))
        for name, residue, answer in (
            ("fluorine", "F", IN),
            ("cyclohexyl", "C2CCCCC2", IN),
            ("benzyl", "Cc2ccccc2", IN),
            ("phenyl", "c2ccccc2", IN),
            ("alkenyl", "C=C", IN),
            ("alkynyl", "C#C", IN),
            ("hydroxy", "O", IN),
            ("alkoxy", "OC", IN),
            ("alkylsulfanyl", "SC", IN),
            ("alkyloxycarbonyl", "C(=O)OC", IN),
            ("cyano: nitrogen as a further substitution of methyl", "C#N", IN),
            ("thiocyanato", "SC#N", IN),
            ("acetyl", "C(C)=O", HEAD),
            ("acetylsulfanyl", "SC(C)=O", HEAD),
            ("methylsulfinyl", "S(C)=O", HEAD),
            ("nitro", "[N+](=O)[O-]", OUT),
            ("pyrimidinyl", "c2cncnc2", OUT),
            ("nitrogen as a further substitution", "CN(C)C", IN),
            ("chlorine as a further substitution", "CCl", IN),
            ("bromine as a further substitution", "CBr", IN),
            ("iodine as a further substitution", "CI", IN),
            ("silicon as a further substitution", "C[Si](C)(C)C", OUT),
            ("a chain of 12", "C" * 12, IN),
            ("a chain of 13", "C" * 13, OUT),
            ("decyloxycarbonyl, as listed", "C(=O)O" + "C" * 10, IN),
            ("undecyloxycarbonyl", "C(=O)O" + "C" * 11, OUT),
        )
    ),
    ("carbonyl at C2 (cathinone)", "CC(N)C(=O)c1ccccc1", IN),
    ("carbonyl at C1", "NC(=O)Cc1ccccc1", OUT),
    ("C1 and C2, ring of 3", "NC1CC1c1ccccc1", OUT),
    ("C1 and C2, ring of 4", "NC1CCC1c1ccccc1", IN),
    ("C1 and C2, ring of 6", "NC1CCCCC1c1ccccc1", IN),
    ("C1 and C2, ring of 7", "NC1CCCCCC1c1ccccc1", OUT),
    ("C1 and C2, ring with nitrogen on C2", "NC1CNC1c1ccccc1", OUT),
    ("C1 and C2, ring with nitrogen on C1", "NC1NCC1c1ccccc1", OUT),
    ("C1 alone, ring of 5", "NC1(CCCC1)Cc1ccccc1", IN),
    ("C2 alone, ring of 5", "NCC1(CCCC1)c1ccccc1", IN),
    ("C1 and A, ring of 5", "NC1Cc2ccccc2C1", IN),
    ("C1 and A, ring of 6, oxygen in it", "NC1COc2ccccc2C1", IN),
    ("C1 and A, ring of 7", "NC1CCCc2ccccc2C1", OUT),
    ("C1 and A, spiro, ring of 4", "NC1CC2(C1)CCCCC2", IN),
    ("C1 and A, spiro, ring of 7", "NC1CCCCC2(C1)CCCCC2", OUT),
    ("C2 and A, bridge of 4", "NCC1C2CCCC1C2", BRIDGED),
    ("2-phenethylamine itself", "NCCc1ccccc1", OUT),
    ("N-methyl-2-phenethylamine", "CNCCc1ccccc1", IN),
    ("494.0 u", "CC(N)Cc1c(I)c(I)c(Br)c(CC)c1", IN),
    ("500.3 u", "CC(N)Cc1c(I)c(I)c(Br)c(Cl)c1", OUT),
]


@each(
    ring=RINGS,
    size=SIZES_OF_Z,
    on_a=ON_A,
    on_n=ON_N,
    subsidiary=SUBSIDIARY,
    kept_on_a=KEPT_ON_A,
    kept_on_n=KEPT_ON_N,
    kept_on_c=KEPT_ON_C,
)
def test_npsg_1_of_2025(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected


@pytest.mark.parametrize("smiles", ["[2H]C([2H])([2H])NC(C)Cc1ccccc1", "[13CH3]C(N)Cc1ccccc1"])
def test_isotopes_are_included(smiles: str, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == IN
