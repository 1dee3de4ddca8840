"""NpSG 2025-12 no. 1, what it changes in the version of 2021; the expected answers come from the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-1"
HEAD = depends("head = yes", "out")
ANNELATED = depends("head = yes or annelated-aryl = yes", "in")


def on_a(residue: str) -> str:
    return f"CC(N)Cc1ccc({residue})cc1"


def on_n(residue: str) -> str:
    return f"CC(Cc1ccccc1)N{residue}"


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


@each(ring=RINGS, size=SIZES_OF_Z, on_a=ON_A, on_n=ON_N, subsidiary=SUBSIDIARY)
def test_npsg_1_of_2025(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected


@pytest.mark.parametrize("smiles", ["[2H]C([2H])([2H])NC(C)Cc1ccccc1", "[13CH3]C(N)Cc1ccccc1"])
def test_isotopes_are_included(smiles: str, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == IN
