"""What an explanation says: the clause, the value measured and the limit, worked out by hand from the law."""

import pytest

from stofgroep.law import Law
from stofgroep.verdict import Decider, Verdict
from stofgroep.verdict.model import Clause

DATE = "2026-11-23"
EN = Decider(Law.at(DATE, lists=False), "en")
NL = Decider(Law.at(DATE, lists=False), "nl")
NAPHTHOYL = "n1cc(C(=O)c2cccc3ccccc23)c2ccccc12"


def clause(verdict: Verdict, group: str, id: str) -> Clause:
    """A clause of a finding, or of the nearest miss."""
    told = [f.clauses for f in verdict.findings if f.group == group]
    told += [m.clauses for m in verdict.near_misses if m.group == group]
    (found,) = [c for c in told[0] if c.id == id]
    return found


# name, structure, group, clause, whether it holds, and what is said in English and Dutch
FACTS = [
    (
        "a chain on nitrogen that one reading allows",
        "CCCCCCCNCCc1ccccc1",
        "fenethylaminen",
        "build.main.rule.R12",
        "depends",
        "longest chain at R1: 7 atoms, limit 6 or 10 (depending on the reading)",
        "langste keten op R1: 7 atomen, grens 6 of 10 (naargelang de lezing)",
    ),
    (
        "a chain on nitrogen that every reading allows",
        "CCCCCCNCCc1ccccc1",
        "fenethylaminen",
        "build.main.rule.R12",
        "yes",
        "longest chain at R1: 6 atoms, limit 6 or 10",
        "langste keten op R1: 6 atomen, grens 6 of 10",
    ),
    (
        "nonyloxy on A: nine carbons and the oxygen",
        "NCCc1ccc(OCCCCCCCCC)cc1",
        "fenethylaminen",
        "build.main.rule.Rn",
        "no",
        "longest chain at Rn: 10 atoms, limit 8",
        "langste keten op Rn: 10 atomen, grens 8",
    ),
    (
        "hydroxy on A (tyramine)",
        "NCCc1ccc(O)cc1",
        "fenethylaminen",
        "build.main.rule.Rn",
        "no",
        "what hangs at Rn is none of the allowed groups: O 7 (HO)",
        "wat op Rn zit, is geen van de toegestane groepen: O 7 (HO)",
    ),
    (
        "silicon on nitrogen",
        "C[Si](C)(C)CNCCc1ccccc1",
        "fenethylaminen",
        "build.main.rule.R12",
        "no",
        "at R1 there is an element that is not allowed here: Si 1",
        "op R1 zit een element dat hier niet is toegestaan: Si 1",
    ),
    (
        "nitrogen in a ring annelated to A",
        "C1Cc2ccccc2CN1",
        "fenethylaminen",
        "build.main.exclude.annelated-n",
        "no",
        "the exclusion applies",
        "de uitzondering is van toepassing",
    ),
    (
        "excluded by name",
        "NCCc1ccccc1",
        "fenethylaminen",
        "exclude.named",
        "no",
        "excluded by name: 2-fenethylamine",
        "bij naam uitgezonderd: 2-fenethylamine",
    ),
    (
        "no side chain (ADB-INACA)",
        "CC(C)(C)C(NC(=O)c1n[nH]c2ccccc12)C(N)=O",
        "cannabinoiden",
        "build.main.rule.tail",
        "no",
        "a group is required at the side chain (N 10), but there is hydrogen",
        "op de zijketen (N 10) is een groep verplicht, maar er zit waterstof",
    ),
    (
        "a side chain of eight",
        f"CCCCCCCC{NAPHTHOYL}",
        "cannabinoiden",
        "build.main.rule.tail",
        "depends",
        "longest chain at the side chain: 8 atoms, limit 7 or none (depending on the reading)",
        "langste keten op de zijketen: 8 atomen, grens 7 of geen (naargelang de lezing)",
    ),
    (
        "a side chain of two",
        f"CC{NAPHTHOYL}",
        "cannabinoiden",
        "build.main.rule.tail",
        "depends",
        "longest chain at the side chain: 2 atoms, lower limit 3 or none (depending on the reading)",
        "langste keten op de zijketen: 2 atomen, ondergrens 3 of geen (naargelang de lezing)",
    ),
    (
        # six carbons and five iodine atoms: 6 x 12.011 + 5 x 126.904
        "a heavy structural element B",
        "CCCCCn1cc(C(=O)Nc2c(I)c(I)c(I)c(I)c2I)c2ccccc12",
        "cannabinoiden",
        "build.main.rule.B",
        "no",
        "together 706.6 u, limit 400",
        "samen 706,6 u, grens 400",
    ),
    (
        "six carbons on the phenyl ring of a nitazene; four under the text of 2021",
        "CCN(CC)CCn1c(Cc2ccc(OCCCCCC)cc2)nc2cc([N+](=O)[O-])ccc21",
        "nitazenen",
        "build.npsg-2021.rule.Rn",
        "no",
        "the group at Rn has 6 carbon atoms, limit 4",
        "de groep op Rn heeft 6 koolstofatomen, grens 4",
    ),
    (
        "hydrogen on the piperidine nitrogen (norfentanyl)",
        "CCC(=O)N(c1ccccc1)C1CCNCC1",
        "aminopiperidinen",
        "build.main.rule.R1",
        "no",
        "a group is required at R1",
        "op R1",
    ),
    (
        # 22 carbons, 31 hydrogens, 1 nitrogen would weigh 309; here C10H15N: 149.2
        "methamphetamine weighs 149.2",
        "CNC(C)Cc1ccccc1",
        "fenethylaminen",
        "build.main.limit.mass",
        "yes",
        "molecular mass 149.2 u, limit 500 or none",
        "molecuulmassa 149,2 u, grens 500 of geen",
    ),
]


@pytest.mark.parametrize(
    ("smiles", "group", "id", "holds", "english", "dutch"),
    [pytest.param(*row, id=name) for name, *row in FACTS],
)
def test_facts(smiles: str, group: str, id: str, holds: str, english: str, dutch: str) -> None:
    told = clause(EN.verdict(smiles, explain=True), group, id)
    assert told.holds == holds
    assert english in told.why
    told = clause(NL.verdict(smiles, explain=True), group, id)
    assert dutch in told.why


# A chemist changes one atom, or one group: which clause flips, and no other.
PAIRS = [
    (
        "one carbon more on nitrogen",
        ("CCCCCCNCCc1ccccc1", "yes"),
        ("CCCCCCCNCCc1ccccc1", "depends"),
        "fenethylaminen",
        "build.main.rule.R12",
    ),
    (
        "carbon for silicon",
        ("CC(C)(C)CNCCc1ccccc1", "yes"),
        ("C[Si](C)(C)CNCCc1ccccc1", "no"),
        "fenethylaminen",
        "build.main.rule.R12",
    ),
    (
        "fluorine for hydroxy",
        ("NCCc1ccc(F)cc1", "yes"),
        ("NCCc1ccc(O)cc1", "no"),
        "fenethylaminen",
        "build.main.rule.Rn",
    ),
    (
        "one carbon more on the oxygen of A",
        ("NCCc1ccc(OCCCCCCC)cc1", "yes"),
        ("NCCc1ccc(OCCCCCCCC)cc1", "no"),
        "fenethylaminen",
        "build.main.rule.Rn",
    ),
    (
        "a chlorine instead of hydrogen on the nitrogen of the core is no side chain",
        ("CCCCn1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2ccccc12", "yes"),
        ("Cln1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2ccccc12", "no"),
        "cannabinoiden",
        "build.main.rule.tail",
    ),
    (
        "methyl on the piperidine nitrogen",
        ("CCC(=O)N(c1ccccc1)C1CCN(C)CC1", "yes"),
        ("CCC(=O)N(c1ccccc1)C1CCNCC1", "no"),
        "aminopiperidinen",
        "build.main.rule.R1",
    ),
    (
        "phenethyl instead of phenyl keeps R2; hydrogen does not",
        ("CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1", "yes"),
        ("CCC(=O)NC1CCN(CCc2ccccc2)CC1", "no"),
        "aminopiperidinen",
        "build.main.rule.R2",
    ),
]


@pytest.mark.parametrize(
    ("before", "after", "group", "id"), [pytest.param(*row, id=name) for name, *row in PAIRS]
)
def test_one_change_flips_one_clause(
    before: tuple[str, str], after: tuple[str, str], group: str, id: str
) -> None:
    told = {}
    for smiles, holds in (before, after):
        verdict = EN.verdict(smiles, explain=True)
        assert clause(verdict, group, id).holds == holds
        clauses = next(x.clauses for x in (*verdict.findings, *verdict.near_misses) if x.group == group)
        told[smiles] = {c.id: c.holds for c in clauses}
    first, second = told.values()
    assert {c for c in first.keys() & second.keys() if first[c] != second[c]} == {id}


def test_a_double_bond_that_is_allowed_is_no_fault_of_what_is_too_long() -> None:
    long = "CCCCCn1cc(C(=O)N=CCCCCCCCCCCCC)c2ccccc12"  # 13 carbons behind the bridge, limit 12
    why = clause(EN.verdict(long, explain=True), "cannabinoiden", "build.main.rule.B").why
    assert "13 atoms, limit 12" in why
    assert "doubly bonded" not in why


def test_a_cathinone_says_nothing_of_its_oxygen_under_the_residues() -> None:
    told = clause(EN.verdict("CNC(C)C(=O)c1ccccc1"), "fenethylaminen", "build.main.rule.R36")
    assert told.holds == "yes"
    assert len(told.atoms) == 1  # the methyl; =O is spoken of in 1.2 c


def test_no_id_of_a_clause_or_reading_is_said_to_people() -> None:
    for smiles in ("CCCCCCCNCCc1ccccc1", f"CC{NAPHTHOYL}", "O=C1CCCO1"):
        verdict = Decider(Law.at(DATE), "nl").verdict(smiles, explain=True)
        ids = [h.id for h in verdict.hinges_on] + [c.id for f in verdict.findings for c in f.clauses]
        assert ids
        said = [verdict.reason, *(f.condition_text for f in verdict.findings)]
        assert not [(id, text) for id in ids for text in said if id in text]


def test_every_option_of_a_reading_says_what_it_leads_to() -> None:
    # the chain of seven is out under six and in under ten
    (hinge,) = EN.verdict("CCCCCCCNCCc1ccccc1").hinges_on
    assert [o.partition(":")[0] for o in hinge.options] == ["6", "10"]
    assert hinge.consequences == ("out", "in")
    assert hinge.likely == "6"


def test_an_open_lactone_is_listed_only_if_a_cyclic_ester_is_an_ester() -> None:
    (hinge,) = Decider(Law.at(DATE), "en").verdict("O=C1CCCO1").hinges_on
    assert dict(zip((o.partition(":")[0] for o in hinge.options), hinge.consequences, strict=True)) == {
        "no": "out",
        "yes": "in",
    }


def test_every_substance_of_a_mixture_is_spoken_of() -> None:
    verdict = NL.verdict("CNC(C)C(=O)c1ccccc1C.Cn1cnc2c1c(=O)n(C)c(=O)n2C")
    assert "Cn1c(=O)c2c(ncn2C)n(C)c1=O: deze stof valt erbuiten." in verdict.notes
    assert not [n for n in NL.verdict("CNC(C)C(=O)c1ccccc1C.Cl").notes if "valt erbuiten" in n]
    assert not [n for n in NL.verdict("CCO.CCCO").notes if "valt erbuiten" in n]
