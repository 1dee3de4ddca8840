"""NpSG 2025-12 no. 4: what it adds to the version of 2021, and what it leaves as it was."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, each

GROUP = "npsg-4"


def u47700(aryl: str = "c1ccc(Cl)c(Cl)c1", amine: str = "N(C)C", amide: str = "C", ring: str = "CCCC") -> str:
    return f"{aryl}C(=O)N({amide})C1{ring}C1{amine}"


CLAUSES: Table = [
    ("U-47700", "CN(C)[C@@H]1CCCC[C@H]1N(C)C(=O)c1ccc(Cl)c(Cl)c1", IN),
    ("U-47700 hydrochloride", "C[NH+](C)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1.[Cl-]", IN),
    ("U-50488", "CN(C1CCCCC1N1CCCC1)C(=O)Cc1ccc(Cl)c(Cl)c1", IN),
    ("deuterated", "[2H]C([2H])([2H])N(C)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Cl)c1", IN),
    ("trifluoromethyl", u47700("c1ccc(C(F)(F)F)cc1"), IN),
    ("two trifluoromethyls and chlorine", u47700("Clc1cc(C(F)(F)F)cc(C(F)(F)F)c1"), IN),
    ("difluoromethyl", u47700("c1ccc(C(F)F)cc1"), OUT),
    ("trifluoromethoxy", u47700("c1ccc(OC(F)(F)F)cc1"), OUT),
    ("pentafluoroethyl", u47700("c1ccc(C(F)(F)C(F)(F)F)cc1"), OUT),
    ("methyl", u47700("c1ccc(C)cc1"), OUT),
    ("oxaspiro, three atoms", u47700(ring="C5(CO5)CCC"), OUT),  # at the carbon next to the amide's
    ("oxaspiro, five atoms (U-69593)", "CN(C1CCC2(CCCO2)CC1N1CCCC1)C(=O)Cc1ccccc1", IN),
    ("oxaspiro, three atoms, at R3", "CN(C1CCC2(CO2)CC1N1CCCC1)C(=O)Cc1ccccc1", IN),
    ("oxaspiro, eight atoms", "CN(C1CCC2(CCCCCCO2)CC1N1CCCC1)C(=O)Cc1ccccc1", IN),
    ("oxaspiro, nine atoms", "CN(C1CCC2(CCCCCCCO2)CC1N1CCCC1)C(=O)Cc1ccccc1", OUT),
    ("two CH2 (x = 2)", u47700("c1ccc(Cl)cc1CC"), OUT),
    ("amide C5", u47700(amide="CCCCC"), IN),
    ("amide C6", u47700(amide="CCCCCC"), OUT),
    ("AH-7921: CH2 between ring and amide", "CN(C)C1(CNC(=O)c2ccc(Cl)c(Cl)c2)CCCCC1", OUT),
]


@each(clauses=CLAUSES)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
