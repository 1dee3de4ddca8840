"""Group 3, substances derived from 4-aminopiperidine: R1, R2, R3 and Rn, term by term.

The expected answers come from the Dutch text; its figure is lost, so fentanyl says where R1, R2 and R3 sit.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "aminopiperidinen"
DESCEND = depends("descend = yes", "in")
FURTHER_ON_R3 = depends("r3-further = yes", "out")
FURTHER_ON_RN = depends("rn-further = yes", "out")
RING_ON_CHAIN = depends("ring-on-chain = yes", "out")


def r1(residue: str) -> str:
    """A fentanyl with another residue on the ring nitrogen, written from its far end."""
    return f"{residue}N1CCC(CC1)N(C(=O)CC)c1ccccc1"


def r2(residue: str) -> str:
    return f"CN1CCC(CC1)N({residue})C(=O)CC"


def r3(residue: str) -> str:
    return f"CN1CCC(CC1)N({residue})c1ccccc1"


def rn(residue: str) -> str:
    return f"CN1CCC(C({residue})C1)N(C(=O)CC)c1ccccc1"


R1: Table = [
    ("hydrogen (norfentanyl)", r1(""), OUT),
    ("alkyl (methyl)", r1("C"), IN),
    ("alkyl, long", r1("CCCCCCCCCCCC"), IN),
    ("alkyl, branched", r1("CC(C)(C)"), IN),
    ("alkyl with fluorine", r1("FCC"), IN),
    ("alkyl with chlorine", r1("ClCC"), IN),
    ("alkyl with bromine", r1("BrCC"), IN),
    ("alkyl with iodine", r1("ICC"), IN),
    ("alkyl with three fluorines", r1("FC(F)(F)C"), IN),
    ("alkyl with hydroxy", r1("OCC"), IN),
    ("alkyl with aryl (benzylfentanyl)", r1("c2ccccc2C"), IN),
    ("alkyl with aryl (fentanyl)", r1("c2ccccc2CC"), IN),
    ("alkyl with aryl (naphthyl)", r1("c23ccccc2cccc3CC"), IN),
    ("alkyl with aryl and hydroxy (beta-hydroxyfentanyl)", r1("c2ccccc2C(O)C"), IN),
    ("alkyl with two aryls", r1("c2ccccc2C(c2ccccc2)C"), IN),
    ("alkyl with alkoxy", r1("COCC"), IN),
    ("alkyl with alkoxycarbonyl (remifentanil type)", r1("COC(=O)CC"), IN),
    ("alkyl with heterocyclic ring (thienyl)", r1("c2ccsc2CC"), IN),
    ("alkyl with heterocyclic ring (tetrahydrofuryl)", r1("C2CCOC2C"), IN),
    ("alkyl with cycloalkyl", r1("C2CCCCC2C"), OUT),
    ("cycloalkyl", r1("C2CC2"), OUT),
    ("alkenyl", r1("C=CC"), OUT),
    ("alkynyl", r1("C#CC"), OUT),
    ("aryl", r1("c2ccccc2"), OUT),
    ("heterocyclic ring", r1("c2ncccc2"), OUT),
    ("acyl", r1("CC(=O)"), OUT),
    ("alkoxycarbonyl", r1("CC(C)(C)OC(=O)"), OUT),
    ("hydroxy", r1("O"), OUT),
    ("alkyl with cyano", r1("N#CCC"), OUT),
    ("alkyl with amino", r1("NCC"), OUT),
    ("alkyl with carboxy (remifentanil acid type)", r1("OC(=O)CC"), OUT),
    ("alkyl with oxo", r1("c2ccccc2C(=O)C"), OUT),
    ("alkyl with phenoxy", r1("c2ccccc2OCC"), OUT),
    ("alkyl with a carbonate", r1("COC(=O)OCC"), OUT),
    ("alkyl with methylsulfanyl", r1("CSCC"), OUT),
    ("alkyl with aryl with fluorine", r1("c2cc(F)ccc2CC"), DESCEND),
    *(
        (f"alkyl with {ring} with alkyl with {name}", r1(f"{start}({residue}){rest}CC"), DESCEND)
        for ring, start, rest in (("aryl", "c2cc", "ccc2"), ("thienyl", "c2sc", "cc2"))
        for name, residue in (("fluorine", "CF"), ("hydroxy", "CO"), ("methoxy", "COC"))
    ),
    ("alkyl with aryl with methyl", r1("c2cc(C)ccc2CC"), DESCEND),
    ("alkyl with aryl with hydroxy", r1("c2cc(O)ccc2CC"), DESCEND),
    ("alkyl with aryl with methoxy", r1("c2cc(OC)ccc2CC"), DESCEND),
    ("alkyl with aryl with nitro", r1("c2cc([N+](=O)[O-])ccc2CC"), OUT),
    ("alkyl with aryl with amino", r1("c2cc(N)ccc2CC"), OUT),
    ("alkyl with alkoxy with halogen", r1("FC(F)(F)OCC"), DESCEND),
    ("alkyl with alkoxy with aryl", r1("c2ccccc2COCC"), DESCEND),
    ("alkyl with heterocyclic ring with methyl", r1("c2cc(C)sc2CC"), DESCEND),
    ("alkyl with heterocyclic ring with oxo (alfentanil type)", r1("CCN2N=NN(C2=O)CC"), DESCEND),
    ("a third residue (quaternary)", "C[N+]1(C)CCC(CC1)N(C(=O)CC)c1ccccc1", OUT),
    ("N-oxide", "C[N+]1([O-])CCC(CC1)N(C(=O)CC)c1ccccc1", OUT),
]

R2: Table = [
    ("hydrogen", r2("[H]"), OUT),
    ("aryl (phenyl)", r2("c2ccccc2"), IN),
    ("aryl (naphthyl)", r2("c2cccc3ccccc23"), IN),
    ("arylalkyl (benzyl)", r2("Cc2ccccc2"), IN),
    ("arylalkyl (phenethyl)", r2("CCc2ccccc2"), IN),
    ("arylalkyl (phenylpropyl)", r2("CCCc2ccccc2"), IN),
    ("cycloalkyl (cyclopropyl)", r2("C2CC2"), IN),
    ("cycloalkyl (cyclohexyl)", r2("C2CCCCC2"), IN),
    ("heterocyclic ring (pyridyl)", r2("c2ccccn2"), IN),
    ("heterocyclic ring (tetrahydropyranyl)", r2("C2CCOCC2"), IN),
    ("alkyl", r2("C"), OUT),
    ("alkenyl", r2("CC=C"), OUT),
    ("cycloalkenyl", r2("C2C=CCC2"), OUT),
    ("heterocyclic ring on alkyl", r2("Cc2cccnc2"), OUT),
    ("cycloalkylalkyl", r2("CC2CCCCC2"), OUT),
    ("a second acyl", r2("C(C)=O"), OUT),
    *(
        (f"{ring} with {name}", r2(body.format(residue)), expected)
        for ring, body in (
            ("aryl", "c2ccc({})cc2"),
            ("arylalkyl", "Cc2ccc({})cc2"),
            ("cycloalkyl", "C2CCC({})CC2"),
            ("heterocyclic ring", "c2ccc({})cn2"),
        )
        for name, residue, expected in (
            ("fluorine", "F", IN),
            ("chlorine", "Cl", IN),
            ("bromine", "Br", IN),
            ("iodine", "I", IN),
            ("hydroxy", "O", IN),
            ("alkyl", "C(C)C", IN),
            ("alkoxy", "OCC", IN),
            ("nitro", "[N+](=O)[O-]", OUT),
            ("amino", "N", OUT),
            ("cyano", "C#N", OUT),
            ("carboxy", "C(=O)O", OUT),
            ("methylsulfanyl", "SC", OUT),
            ("phenyl", "c3ccccc3", OUT),
            ("trifluoromethyl", "C(F)(F)F", DESCEND),
            ("trifluoromethoxy", "OC(F)(F)F", DESCEND),
        )
    ),
    ("hydroxy on the alkyl of arylalkyl", r2("CC(O)c2ccccc2"), IN),
    ("two on aryl", r2("c2ccc(F)cc2C"), IN),
    ("two on aryl, one not listed", r2("c2ccc(F)cc2N"), OUT),
]

R3: Table = [
    ("none (4-ANPP)", "N(c1ccccc1)C1CCN(CCc2ccccc2)CC1", OUT),
    ("carbonyl with hydrogen", r3("C=O"), OUT),
    ("alkyl (acetyl)", r3("C(C)=O"), IN),
    ("alkyl (propionyl)", r3("C(=O)CC"), IN),
    ("alkyl, long", r3("C(=O)CCCCCCCCCCC"), IN),
    ("cycloalkyl (cyclopropyl)", r3("C(=O)C2CC2"), IN),
    ("cycloalkyl (tetramethylcyclopropyl)", r3("C(=O)C2C(C)(C)C2(C)C"), IN),
    ("cycloalkyl (2-methylcyclopropyl)", r3("C(=O)C2CC2C"), IN),
    ("cycloalkyl, two rings (norbornyl)", r3("C(=O)C2CC3CCC2C3"), IN),
    ("chain with a ring (cyclopropylmethyl)", r3("C(=O)CC2CC2"), RING_ON_CHAIN),
    ("chain with a ring (cyclohexylethyl)", r3("C(=O)CCC2CCCCC2"), RING_ON_CHAIN),
    ("chain with a ring (cyclopentenylmethyl)", r3("C(=O)CC2C=CCC2"), RING_ON_CHAIN),
    ("ring with an unsaturated chain (2-vinylcyclopropyl)", r3("C(=O)C2CC2C=C"), RING_ON_CHAIN),
    ("ring with a methylene (methylidenecyclobutyl)", r3("C(=O)C2CC(=C)C2"), RING_ON_CHAIN),
    (
        "chain with a ring that bears hydroxy",
        r3("C(=O)CC2CC2O"),
        depends("r3-further = yes and ring-on-chain = yes", "out"),
    ),
    ("alkenyl (acryloyl)", r3("C(=O)C=C"), IN),
    ("alkenyl (crotonyl)", r3("C(=O)C=CC"), IN),
    ("alkenyl (but-3-enoyl)", r3("C(=O)CC=C"), IN),
    ("cycloalkenyl", r3("C(=O)C2=CCCC2"), IN),
    ("cycloalkenyl with alkyl", r3("C(=O)C2CC(C)=CC2"), IN),
    ("aryl (benzoyl)", r3("C(=O)c2ccccc2"), IN),
    ("methoxymethyl", r3("C(=O)COC"), IN),
    ("ethoxy", r3("C(=O)OCC"), IN),
    ("heterocyclic ring (2-furoyl)", r3("C(=O)c2ccco2"), IN),
    ("heterocyclic ring (tetrahydrofuroyl)", r3("C(=O)C2CCCO2"), IN),
    ("heterocyclic ring bound by N", r3("C(=O)N2CCCC2"), IN),
    ("methoxy", r3("C(=O)OC"), OUT),
    ("propoxy", r3("C(=O)OCCC"), OUT),
    ("ethoxy, further substituted", r3("C(=O)OCCF"), OUT),
    ("hydroxy", r3("C(=O)O"), OUT),
    ("amino", r3("C(=O)N(C)C"), OUT),
    ("alkynyl", r3("C(=O)C#C"), OUT),
    ("cyano on alkyl", r3("C(=O)CC#N"), OUT),
    ("sulfonyl", r3("S(=O)(=O)CC"), OUT),
    ("thiocarbonyl", r3("C(=S)CC"), OUT),
    ("alkyl instead of carbonyl", r3("CCC"), OUT),
    ("alkyl with aryl (phenylacetyl)", r3("C(=O)Cc2ccccc2"), FURTHER_ON_R3),
    ("alkyl with halogen", r3("C(=O)CCCl"), FURTHER_ON_R3),
    ("alkyl with hydroxy", r3("C(=O)CCO"), FURTHER_ON_R3),
    ("ethoxymethyl", r3("C(=O)COCC"), FURTHER_ON_R3),
    ("methoxyethyl", r3("C(=O)CCOC"), FURTHER_ON_R3),
    ("alkyl with heterocyclic ring", r3("C(=O)Cc2cccs2"), FURTHER_ON_R3),
    ("alkyl with aryl with fluorine", r3("C(=O)Cc2ccc(F)cc2"), FURTHER_ON_R3),
    ("aryl with fluorine", r3("C(=O)c2ccc(F)cc2"), FURTHER_ON_R3),
    ("heterocyclic ring with methyl", r3("C(=O)c2ccc(C)o2"), FURTHER_ON_R3),
    ("aryl with amino", r3("C(=O)c2ccc(N)cc2"), OUT),
]

RN: Table = [
    ("hydrogen", "CN1CCC(CC1)N(C(=O)CC)c1ccccc1", IN),
    ("fluorine", rn("F"), IN),
    ("chlorine", rn("Cl"), IN),
    ("bromine", rn("Br"), IN),
    ("iodine", rn("I"), IN),
    ("hydroxy", rn("O"), IN),
    ("alkyl (3-methylfentanyl type)", rn("C"), IN),
    ("alkyl, long", rn("CCCCCCCC"), IN),
    ("aryl", rn("c2ccccc2"), IN),
    ("alkoxy", rn("OC"), IN),
    ("alkoxycarbonyl", rn("C(=O)OCC"), IN),
    ("heterocyclic ring", rn("c2ccco2"), IN),
    ("alkoxycarbonyl at 4 (carfentanil)", "COC(=O)C1(CCN(CCc2ccccc2)CC1)N(C(=O)CC)c1ccccc1", IN),
    ("alkoxycarbonyl at 4 (remifentanil)", "COC(=O)CCN1CCC(CC1)(C(=O)OC)N(C(=O)CC)c1ccccc1", IN),
    ("alkyl at 2", "CN1CCC(CC1C)N(C(=O)CC)c1ccccc1", IN),
    ("two at one place", "CN1CCC(C(C)(C)C1)N(C(=O)CC)c1ccccc1", IN),
    ("two at two places", "CN1C(C)CC(C(C)C1)N(C(=O)CC)c1ccccc1", IN),
    ("carboxy (carfentanil acid)", "OC(=O)C1(CCN(CCc2ccccc2)CC1)N(C(=O)CC)c1ccccc1", OUT),
    ("aryloxy", rn("Oc2ccccc2"), OUT),
    ("amino", rn("N"), OUT),
    ("cyano", rn("C#N"), OUT),
    ("alkenyl", rn("C=C"), OUT),
    ("cycloalkyl", rn("C2CC2"), OUT),
    ("acyl", rn("C(C)=O"), OUT),
    ("methylsulfanyl", rn("SC"), OUT),
    ("oxo", "CN1CCC(C(=O)C1)N(C(=O)CC)c1ccccc1", OUT),
    ("alkyl with alkoxy (sufentanil)", "CCC(=O)N(c1ccccc1)C1(COC)CCN(CCc2cccs2)CC1", FURTHER_ON_RN),
    ("alkyl with hydroxy", rn("CO"), FURTHER_ON_RN),
    ("alkyl with halogen", rn("C(F)(F)F"), FURTHER_ON_RN),
    ("alkyl with aryl", rn("Cc2ccccc2"), FURTHER_ON_RN),
    ("alkyl with aryl with halogen", rn("Cc2ccc(F)cc2"), FURTHER_ON_RN),
    ("alkyl with alkoxycarbonyl", rn("CC(=O)OC"), FURTHER_ON_RN),
    ("alkyl with heterocyclic ring", rn("Cc2ccco2"), FURTHER_ON_RN),
    ("aryl with alkyl", rn("c2ccc(C)cc2"), FURTHER_ON_RN),
    ("aryl with alkoxy", rn("c2ccc(OC)cc2"), FURTHER_ON_RN),
    ("aryl with halogen", rn("c2ccc(F)cc2"), FURTHER_ON_RN),
    ("alkyl with amino", rn("CN"), OUT),
    (
        "alfentanil: its tetrazolone too bears something",
        "CCN1N=NN(CCN2CCC(CC2)(COC)N(C(=O)CC)c2ccccc2)C1=O",
        depends("descend = yes and rn-further = yes", "out"),
    ),
    ("bridged (tropane)", "CN1C2CCC1CC(C2)N(C(=O)CC)c1ccccc1", OUT),
    ("fused", "CN1CCC2(CC1)N(C(=O)CC)c1ccccc12", OUT),
]

BUILD: Table = [
    ("para-chlorofentanyl", "CCC(=O)N(c1ccc(Cl)cc1)C1CCN(CCc2ccccc2)CC1", IN),
    ("3-aminopiperidine", "CN1CCCC(C1)N(C(=O)CC)c1ccccc1", OUT),
    ("pyrrolidine", "CN1CCC(C1)N(C(=O)CC)c1ccccc1", OUT),
    ("azepane", "CN1CCCC(CC1)N(C(=O)CC)c1ccccc1", OUT),
    ("tetrahydropyridine", "CN1CCC(=CC1)N(C(=O)CC)c1ccccc1", OUT),
    ("one carbon between (4-aminomethylpiperidine)", "CN1CCC(CC1)CN(C(=O)CC)c1ccccc1", OUT),
    ("cyclohexane", "CC1CCC(CC1)N(C(=O)CC)c1ccccc1", OUT),
    ("oxygen for the exocyclic N", "CN1CCC(CC1)OC(=O)CC", OUT),
    ("carbon for the exocyclic N (pethidine type)", "CN1CCC(CC1)C(C(=O)CC)c1ccccc1", OUT),
    ("exocyclic N in a ring (brorphine)", "CC(c1ccc(Br)cc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12", OUT),
    ("exocyclic N in a ring (lactam)", "CN1CCC(CC1)N1CCCC1=O", OUT),
    ("bezitramide type, spiro", "CN1CCC2(CC1)C(=O)NCN2c1ccccc1", OUT),
]


@each(r1=R1, r2=R2, r3=R3, rn=RN, build=BUILD)
def test_clause(smiles: str, expected: Answer, says: Callable[[str, str], Answer]) -> None:
    assert says(smiles, GROUP) == expected


@pytest.mark.parametrize(
    "smiles",
    [
        "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
        "CCC(=O)N(c1ccc(Cl)cc1)C1CCN(CCc2ccccc2)CC1",
        "C=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
        "O=C(c1ccco1)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",
    ],
)
def test_phenethyl_fentanyls_are_members_of_two_groups(smiles: str, decider: Decider) -> None:
    verdict = decider.verdict(smiles)
    assert (verdict.outcome, verdict.list, verdict.group) == ("listed", "IA", GROUP)
    assert [(f.group, f.certain) for f in verdict.findings] == [(GROUP, True), ("fenethylaminen", True)]


def test_benzylfentanyl_is_a_member_of_one_group(decider: Decider) -> None:
    verdict = decider.verdict("CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1")
    assert verdict.outcome == "listed"
    assert [f.group for f in verdict.findings] == [GROUP]


def test_a_certain_member_leads_an_uncertain_one(decider: Decider) -> None:
    """4-Fluorophenethyl: certain in group 1, under one reading only in group 3."""
    verdict = decider.verdict("CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc(F)cc2)CC1")
    assert (verdict.outcome, verdict.group) == ("listed", "fenethylaminen")
    assert [(f.group, f.certain) for f in verdict.findings] == [("fenethylaminen", True), (GROUP, False)]
