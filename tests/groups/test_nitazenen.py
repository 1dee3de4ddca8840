"""Group 4, nitazenes: three foreign texts stand in for the Dutch one, and its first day is not certain.

The expected answers come from NpSG 2021 no. 7, NpSG 2025-12 no. 7 and what is known of SI 2024/1361;
a place of which the British text was not found is open under it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "nitazenen"
NEW_OR_UK = depends("text = npsg-2025 or text = uk", "in")
NEW = depends("text = npsg-2025", "in")
NEW_OR_UK = depends("text = npsg-2025 or text = uk", "in")  # the part of the UK list not found stays open
UK = depends("text = uk", "out")
ETONITAZENE = "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1"


def chain(n: int) -> str:
    return "C" * n


def on_phenyl(residue: str) -> str:
    return f"CCN(CC)CCn1c(Cc2ccc({residue})cc2)nc2cc([N+](=O)[O-])ccc21"


def on_core(residue: str, position: int = 5) -> str:
    ring = {4: "c2c({})cccc21", 5: "c2cc({})ccc21", 6: "c2ccc({})cc21", 7: "c2cccc({})c21"}[position]
    return f"CCN(CC)CCn1c(Cc2ccc(OCC)cc2)n{ring.format(residue)}"


def on_amine(residues: str) -> str:
    """The residues of the amine, written before its nitrogen as ``N...``."""
    return f"{residues}CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21"


def on_benzyl(linker: str) -> str:
    return f"CCN(CC)CCn1c({linker}c2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21"


PHENYL: Table = [
    ("hydrogen", "CCN(CC)CCn1c(Cc2ccccc2)nc2cc([N+](=O)[O-])ccc21", IN),
    ("fluorine", on_phenyl("F"), IN),
    ("chlorine (clonitazene)", on_phenyl("Cl"), IN),
    ("bromine", on_phenyl("Br"), IN),
    ("iodine", on_phenyl("I"), IN),
    ("hydroxy", on_phenyl("O"), IN),
    ("cyano", on_phenyl("C#N"), IN),
    ("acetoxy", on_phenyl("OC(C)=O"), IN),
    ("trifluoromethyl", on_phenyl("C(F)(F)F"), IN),
    ("trifluoromethoxy", on_phenyl("OC(F)(F)F"), IN),
    ("difluoromethyl", on_phenyl("C(F)F"), NEW_OR_UK),
    ("alkyl C1", on_phenyl("C"), IN),
    ("alkyl C4", on_phenyl("C(C)(C)C"), IN),
    ("alkyl C5", on_phenyl(chain(5)), NEW_OR_UK),
    ("alkyl C6", on_phenyl(chain(6)), NEW_OR_UK),
    ("alkyl C7", on_phenyl(chain(7)), OUT),
    ("haloalkyl C6", on_phenyl(chain(6) + "F"), NEW_OR_UK),
    ("haloalkyl C7", on_phenyl(chain(7) + "F"), OUT),
    ("alkoxy C1 (metonitazene)", on_phenyl("OC"), IN),
    ("alkoxy C2 (etonitazene)", on_phenyl("OCC"), IN),
    ("alkoxy C3 (isotonitazene)", on_phenyl("OC(C)C"), IN),
    ("alkoxy C4 (butonitazene)", on_phenyl("OCCCC"), IN),
    ("alkoxy C5", on_phenyl("OCCCCC"), NEW_OR_UK),
    ("alkoxy C6", on_phenyl("OCCCCCC"), OUT),
    ("haloalkoxy C2 (fluetonitazene)", on_phenyl("OCCF"), NEW_OR_UK),
    ("haloalkoxy C5", on_phenyl("OCCCCCF"), NEW_OR_UK),
    ("haloalkoxy C6", on_phenyl("OCCCCCCF"), OUT),
    ("alkylsulfanyl C1", on_phenyl("SC"), IN),
    ("alkylsulfanyl C4", on_phenyl("SCCCC"), IN),
    ("alkylsulfanyl C5", on_phenyl("SCCCCC"), NEW_OR_UK),
    ("alkylsulfanyl C6", on_phenyl("SCCCCCC"), OUT),
    ("alkylsulfonyl", on_phenyl("S(C)(=O)=O"), UK),
    ("alkoxy with methoxy", on_phenyl("OCCOC"), NEW),
    ("alkyl with butoxy", on_phenyl("COCCCC"), NEW),
    ("alkyl with pentoxy", on_phenyl("COCCCCC"), OUT),
    ("alkyl with trialkylsilyl of 12", on_phenyl("C[Si](CCCC)(CCCC)CCCC"), NEW),
    ("alkyl with trialkylsilyl of 13", on_phenyl("C[Si](CCCCC)(CCCC)CCCC"), OUT),
    ("two residues", on_phenyl("OCC").replace("Cc2ccc", "Cc2cc(F)c", 1), IN),
    ("methylenedioxy", "CCN(CC)CCn1c(Cc2ccc3OCOc3c2)nc2cc([N+](=O)[O-])ccc21", NEW_OR_UK),
    ("ethylenedioxy", "CCN(CC)CCn1c(Cc2ccc3OCCOc3c2)nc2cc([N+](=O)[O-])ccc21", NEW_OR_UK),
    ("ethylenoxy", "CCN(CC)CCn1c(Cc2ccc3OCCc3c2)nc2cc([N+](=O)[O-])ccc21", NEW_OR_UK),
    ("vinylenoxy", "CCN(CC)CCn1c(Cc2ccc3occc3c2)nc2cc([N+](=O)[O-])ccc21", NEW_OR_UK),
    ("trimethylenedioxy", "CCN(CC)CCn1c(Cc2ccc3OCCCOc3c2)nc2cc([N+](=O)[O-])ccc21", UK),
    ("naphthyl", "CCN(CC)CCn1c(Cc2ccc3ccccc3c2)nc2cc([N+](=O)[O-])ccc21", UK),
    ("nitro", on_phenyl("[N+](=O)[O-]"), UK),
    ("amino", on_phenyl("N"), UK),
    ("pyridyl", "CCN(CC)CCn1c(Cc2ccncc2)nc2cc([N+](=O)[O-])ccc21", OUT),
]

CORE: Table = [
    ("hydrogen (etodesnitazene)", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2ccccc21", IN),
    *(
        (f"{name} at {position}", on_core(residue, position), expected)
        for name, residue in (
            ("nitro", "[N+](=O)[O-]"),
            ("trifluoromethyl", "C(F)(F)F"),
            ("methoxy", "OC"),
            ("trifluoromethoxy", "OC(F)(F)F"),
            ("cyano", "C#N"),
            ("fluorine", "F"),
            ("chlorine", "Cl"),
            ("bromine", "Br"),
            ("iodine", "I"),
        )
        for position, expected in ((4, NEW_OR_UK), (5, IN), (6, IN), (7, NEW_OR_UK))
    ),
    ("two at 5 and 6", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(Cl)c(Cl)cc21", IN),
    ("acetyl", on_core("C(C)=O"), NEW_OR_UK),
    ("alkyl C1", on_core("C"), NEW_OR_UK),
    ("alkyl C6", on_core(chain(6)), NEW_OR_UK),
    ("alkyl C7", on_core(chain(7)), UK),
    ("trialkylsilyl of 3", on_core("[Si](C)(C)C"), NEW_OR_UK),
    ("trialkylsilyl of 12", on_core("[Si](CCCC)(CCCC)CCCC"), NEW),
    ("trialkylsilyl of 13", on_core("[Si](CCCCC)(CCCC)CCCC"), OUT),
    ("hydroxy", on_core("O"), UK),
    ("amino", on_core("N"), UK),
    ("ethoxy", on_core("OCC"), UK),
    ("methylenedioxy", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc3OCOc3cc21", NEW_OR_UK),
    ("ethylenedioxy", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc3OCCOc3cc21", NEW_OR_UK),
    ("ethylenoxy", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc3OCCc3cc21", NEW_OR_UK),
    ("vinylenoxy", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc3occc3cc21", NEW_OR_UK),
    ("benzo", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc3ccccc3cc21", UK),
    ("imidazopyridine", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cnccc21", OUT),
    ("indole", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)cc2cc([N+](=O)[O-])ccc21", OUT),
    ("imidazole", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)ncc1", OUT),
]

AMINE: Table = [
    ("hydrogen, twice", on_amine("N"), IN),
    ("ethyl and hydrogen (N-desethyl)", on_amine("CCN"), IN),
    ("two methyls", on_amine("CN(C)"), IN),
    ("two propyls", on_amine("CCCN(CCC)"), IN),
    ("isopropyl", on_amine("CC(C)N"), IN),
    ("alkyl C4", on_amine("CCCCN"), NEW),
    ("alkyl C6", on_amine("CCCCCCN"), NEW),
    ("alkyl C7", on_amine("CCCCCCCN"), OUT),
    ("allyl", on_amine("C=CCN"), UK),
    ("butenyl", on_amine("C=CCCN"), OUT),
    ("benzyl", on_amine("c2ccccc2CN"), NEW),
    ("propyl, where only one text holds", "CCCNCCn1c(Cc2ccc(S(C)(=O)=O)cc2)nc2ccccc21", UK),
    ("butyl, where that text does not hold", "CCCCNCCn1c(Cc2ccc(S(C)(=O)=O)cc2)nc2ccccc21", OUT),
    ("phenethyl", on_amine("c2ccccc2CCN"), OUT),
    ("phenyl", on_amine("c2ccccc2N"), OUT),
    ("trialkylsilyl of 3", on_amine("C[Si](C)(C)N"), NEW),
    ("trialkylsilyl of 12", on_amine("CCCC[Si](CCCC)(CCCC)N"), NEW),
    ("trialkylsilyl of 13", on_amine("CCCCC[Si](CCCC)(CCCC)N"), OUT),
    ("alkyloxycarbonyl, alkyl C4", on_amine("CC(C)(C)OC(=O)N"), NEW),
    ("alkyloxycarbonyl, alkyl C6", on_amine("CCCCCCOC(=O)N"), NEW),
    ("alkyloxycarbonyl, alkyl C7", on_amine("CCCCCCCOC(=O)N"), OUT),
    ("alkylthiocarbonyl, alkyl C6", on_amine("CCCCCCSC(=O)N"), NEW),
    ("alkylthiocarbonyl, alkyl C7", on_amine("CCCCCCCSC(=O)N"), OUT),
    ("alkylcarbamoyl, alkyl C6", on_amine("CCCCCCNC(=O)N"), NEW),
    ("alkylcarbamoyl, alkyl C7", on_amine("CCCCCCCNC(=O)N"), OUT),
    ("acetyl", on_amine("CC(=O)N"), OUT),
    ("hydroxy", on_amine("ON"), OUT),
    ("pyrrolidino (etonitazepyne)", on_amine("C2CCCN2"), IN),
    ("piperidinyl (etonitazepipne)", on_amine("C2CCCCN2"), IN),
    ("morpholino", on_amine("C2COCCN2"), IN),
    ("azetidine", on_amine("C2CCN2"), UK),
    ("azepane", on_amine("C2CCCCCN2"), UK),
    ("thiomorpholine", on_amine("C2CSCCN2"), UK),
    ("piperazine", on_amine("C2CNCCN2"), UK),
    ("oxygen for the amine", on_amine("O"), OUT),
]

CHAINS: Table = [
    ("methyl on the benzylic carbon", on_benzyl("C(C)"), NEW_OR_UK),
    ("butyl on the benzylic carbon", on_benzyl("C(CCCC)"), NEW_OR_UK),
    ("pentyl on the benzylic carbon", on_benzyl("C(CCCCC)"), UK),
    ("hydroxy on the benzylic carbon", on_benzyl("C(O)"), NEW_OR_UK),
    ("methoxy on the benzylic carbon", on_benzyl("C(OC)"), NEW_OR_UK),
    ("ethoxy on the benzylic carbon", on_benzyl("C(OCC)"), UK),
    ("carbamoyl on the benzylic carbon", on_benzyl("C(C(N)=O)"), NEW_OR_UK),
    ("alkylcarbamoyl, alkyl C1", on_benzyl("C(C(=O)NC)"), NEW_OR_UK),
    ("alkylcarbamoyl, alkyl C7, light", "NCCn1c(C(C(=O)NCCCCCCC)c2ccccc2)nc2ccccc21", UK),
    ("alkylcarbamoyl, alkyl C6, light", "NCCn1c(C(C(=O)NCCCCCC)c2ccccc2)nc2ccccc21", NEW_OR_UK),
    ("two methyls on the benzylic carbon", on_benzyl("C(C)(C)"), UK),
    ("two carbons between the rings", on_benzyl("CC"), NEW),
    ("two carbons, methyl on the first", on_benzyl("C(C)C"), NEW),
    ("two carbons, methyl on the second", on_benzyl("CC(C)"), OUT),
    ("three carbons between the rings", on_benzyl("CCC"), OUT),
    ("no carbon between the rings", on_benzyl(""), OUT),
    ("oxygen between the rings", on_benzyl("O"), OUT),
    ("methyl beside the amine", "CCN(CC)C(C)Cn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", UK),
    ("methyl beside the ring", "CCN(CC)CC(C)n1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", UK),
    ("three carbons to the amine", "CCN(CC)CCCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", OUT),
    ("one carbon to the amine", "CCN(CC)Cn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", OUT),
    ("amine on carbon 2, benzyl on N 1", "CCN(CC)CCc1nc2cc([N+](=O)[O-])ccc2n1Cc1ccc(OCC)cc1", OUT),
]

MASSES = [
    ("below 500", "CCN(CC)CCn1c(Cc2c(Cl)c(Cl)c(OCC)cc2)nc2cc(Br)ccc21", 499.28, IN),
    ("above 500", "CCN(CC)CCn1c(Cc2c(Cl)c(Cl)c(Br)cc2)nc2cc([N+](=O)[O-])ccc21", 500.22, NEW),
    (
        "below 600",
        "CCN(CC)CCn1c(Cc2c(F)c(Cl)c(Cl)c(Cl)c2I)nc2cc([N+](=O)[O-])ccc21",
        599.66,
        NEW,
    ),
    ("above 600", "CCN(CC)CCn1c(Cc2c(F)c(F)c(OCC)c(F)c2Cl)nc2cc(I)c(Cl)cc21", 600.25, OUT),
]


@each(phenyl=PHENYL, core=CORE, amine=AMINE, chain=CHAINS)
def test_clause(smiles: str, expected: Answer, says: Callable[[str, str], Answer]) -> None:
    assert says(smiles, GROUP) == expected


@pytest.mark.parametrize(("smiles", "mass", "expected"), [pytest.param(*m[1:], id=m[0]) for m in MASSES])
def test_mass(smiles: str, mass: float, expected: Answer, says: Callable[[str, str], Answer]) -> None:
    assert MolWt(Chem.MolFromSmiles(smiles)) == pytest.approx(mass, abs=0.01)
    assert says(smiles, GROUP) == expected


@pytest.mark.parametrize("day", ["2025-07-01", "2026-06-30"])
def test_nothing_before_july_2026(day: str, on_day: Callable[[str], Decider]) -> None:
    verdict = on_day(day).verdict(ETONITAZENE)
    assert verdict.outcome == "not-listed"
    assert verdict.findings == ()


@pytest.mark.parametrize("day", ["2026-07-01", "2026-07-05", "2026-07-08"])
def test_the_day_is_uncertain_in_early_july(day: str, on_day: Callable[[str], Decider]) -> None:
    verdict = on_day(day).verdict(ETONITAZENE)
    assert (verdict.outcome, verdict.group, verdict.certain) == ("depends", GROUP, False)
    assert [(h.kind, h.id, h.options) for h in verdict.hinges_on] == [
        ("date", GROUP, ("2026-07-01", "2026-07-09"))
    ]
    (finding,) = verdict.findings
    assert day in finding.condition


def test_day_and_reading_are_both_uncertain(on_day: Callable[[str], Decider]) -> None:
    verdict = on_day("2026-07-08").verdict(on_phenyl("OCCCCC"))
    assert verdict.outcome == "depends"
    assert [(h.kind, h.id) for h in verdict.hinges_on] == [("date", GROUP), ("reading", "text")]


def test_listed_from_9_july_2026(on_day: Callable[[str], Decider]) -> None:
    verdict = on_day("2026-07-09").verdict(ETONITAZENE)
    assert (verdict.outcome, verdict.list, verdict.group, verdict.certain) == ("listed", "IA", GROUP, True)
    assert verdict.findings[0].basis == "reconstruction"


@pytest.mark.parametrize("day", ["2026-06-30", "2026-07-05"])
def test_other_groups_do_not_wait_for_july(day: str, on_day: Callable[[str], Decider]) -> None:
    assert on_day(day).verdict("CNC(C)C(=O)c1ccccc1C").outcome == "listed"
