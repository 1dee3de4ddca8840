"""The closing clauses of lijst I: what is on the list without being named, and what is not by accident."""

from __future__ import annotations

import datetime as dt

import pytest
from lists_material import Ask, closing_toml, component

from stofgroep.errors import DefinitionError
from stofgroep.law.closings import load_closings
from stofgroep.law.lists import Lists

ECGONIDINE = "CN1C2CCC1C(C(=O)O)=CC2"
LSD_AMIDE = "C(=O)[C@@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2N(C)C1"


def short(hits: object) -> list[tuple[str, str, bool]]:
    return [(h.entry, h.clause, h.certain) for h in hits]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "smiles", "entry", "clause"),
    [
        ("ecgonine methyl ester", "COC(=O)C1C(O)CC2CCC1N2C", "ecgonine", "closing-1"),
        ("benzoylecgonine", "OC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C", "ecgonine", "closing-1"),
        ("cocaethylene", "CCOC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C", "ecgonine", "closing-1"),
        ("cinnamoylcocaine", "COC(=O)C1C(OC(=O)C=Cc2ccccc2)CC2CCC1N2C", "ecgonine", "closing-1"),
        ("MiPLA", "CC(C)N(C)" + LSD_AMIDE, "closing-2", "closing-2"),
        ("LAE-32, monoethylamide", "CCN" + LSD_AMIDE, "closing-2", "closing-2"),
        ("LSM-775, morpholide", "C1COCCN1" + LSD_AMIDE, "closing-2", "closing-2"),
        ("LPD-824, pyrrolidide", "C1CCCN1" + LSD_AMIDE, "closing-2", "closing-2"),
        (
            "ALD-52",
            "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4n(C(C)=O)cc(c34)C[C@H]2N(C)C1",
            "closing-2",
            "closing-2",
        ),
        ("MLD-41", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4n(C)cc(c34)C[C@H]2N(C)C1", "closing-2", "closing-2"),
        ("BOL-148", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4[nH]c(Br)c(c34)C[C@H]2N(C)C1", "closing-2", "closing-2"),
        (
            "codeine-N-oxide",
            "COc1ccc2c3c1O[C@H]1[C@@H](O)C=C[C@H]4[C@@H](C2)[N+](C)([O-])CC[C@@]341",
            "codeine",
            "closing-3",
        ),
        (
            "codeine methobromide",
            "COc1ccc2c3c1O[C@H]1[C@@H](O)C=C[C@H]4[C@@H](C2)[N+](C)(C)CC[C@@]341.[Br-]",
            "codeine",
            "closing-3",
        ),
        (
            "6-acetylmorphine-N-oxide",
            "C[N+]1([O-])CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5",
            "morfine",
            "closing-3",
        ),
        (
            "delta-8-THC",
            "CCCCCc1cc(O)c2c(c1)OC(C)(C)[C@@H]1CC=C(C)C[C@@H]21",
            "tetrahydrocannabinol",
            "closing-4",
        ),
        (
            "delta-10-THC",
            "CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)C=C12",
            "tetrahydrocannabinol",
            "closing-4",
        ),
        (
            "delta-6a(10a)-THC",
            "CCCCCc1cc(O)c2c(c1)OC(C)(C)C1=C2CC(C)CC1",
            "tetrahydrocannabinol",
            "closing-4",
        ),
        (
            "exo-THC",
            "CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(=C)CC12",
            "tetrahydrocannabinol",
            "closing-4",
        ),
        (
            "cis-THC",
            "CCCCCc1cc(O)c2c(c1)OC(C)(C)[C@H]1CCC(C)=C[C@@H]21",
            "tetrahydrocannabinol",
            "closing-4",
        ),
        ("4-AcO-DMT", "CN(C)CCc1c[nH]c2cccc(OC(C)=O)c12", "psilocine", "closing-5"),
        ("4-MeO-DMT", "CN(C)CCc1c[nH]c2cccc(OC)c12", "psilocine", "closing-5"),
        (
            "6-acetylmorphine",
            "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC(C)=O)C=C[C@H]3[C@H]1C5",
            "morfine",
            "closing-5",
        ),
        (
            "acetylcodeine",
            "COc1ccc2c3c1O[C@H]1[C@@H](OC(C)=O)C=C[C@H]4[C@@H](C2)N(C)CC[C@@]341",
            "codeine",
            "closing-5",
        ),
        (
            "THC-O-acetate",
            "CCCCCc1cc(OC(C)=O)c2c(c1)OC(C)(C)[C@@H]1CCC(C)=C[C@@H]21",
            "tetrahydrocannabinol",
            "closing-5",
        ),
        (
            "delta-8-THC-O-acetate",
            "CCCCCc1cc(OC(C)=O)c2c(c1)OC(C)(C)C1CC=C(C)CC21",
            "tetrahydrocannabinol",
            "closing-5",
        ),
        ("HHC-O-acetate", "CCCCCc1cc(OC(C)=O)c2c(c1)OC(C)(C)C1CCC(C)CC21", "hhc", "closing-5"),
        ("ethyl ester of GHB", "CCOC(=O)CCCO", "ghb", "closing-5"),
        ("N-methoxy-MDA", "CONC(C)Cc1ccc2OCOc2c1", "n-hydroxymda", "closing-5"),
        ("(R)-cathinone", "C[C@@H](N)C(=O)c1ccccc1", "cathinon", "closing-5"),
        (
            "l-LSD",
            "CCN(CC)C(=O)[C@H]1C=C2c3cccc4[nH]cc(c34)C[C@@H]2N(C)C1",
            "lysergide",
            "closing-5",
        ),
        (
            "levopropoxyphene",
            "CCC(=O)O[C@@](Cc1ccccc1)(c1ccccc1)[C@@H](C)CN(C)C",
            "dextropropoxyfeen",
            "closing-5",
        ),
        (
            "3-ethoxy-17-methylmorphinan, levo",
            "CCOc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3",
            "levorfanol",
            "closing-5",
        ),
    ],
)
def test_covered_by_a_closing_clause(ask: Ask, name: str, smiles: str, entry: str, clause: str) -> None:
    hits = ask(smiles)
    assert short(hits) == [(entry, clause, True)], name
    assert [h.list for h in hits] == ["I"]


@pytest.mark.parametrize(
    ("name", "smiles"),
    [
        ("1P-LSD", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4n(C(=O)CC)cc(c34)C[C@H]2N(C)C1"),
        ("1cP-LSD", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4n(C(=O)C5CC5)cc(c34)C[C@H]2N(C)C1"),
        ("1V-LSD", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4n(C(=O)CCCC)cc(c34)C[C@H]2N(C)C1"),
        ("AL-LAD", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2N(CC=C)C1"),
        ("ETH-LAD", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2N(CC)C1"),
        ("nor-LSD", "CCN(CC)C(=O)[C@@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2NC1"),
        ("LSZ, dimethylazetidide", "CC1CC(C)N1" + LSD_AMIDE),
        ("lysergic acid diallylamide", "C=CCN(CC=C)" + LSD_AMIDE),
        ("lysergic acid amide", "N" + LSD_AMIDE),
        ("lysergic acid", "OC(=O)[C@@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2N(C)C1"),
        ("ergometrine", "C[C@@H](CO)N" + LSD_AMIDE),
        ("methylergometrine", "CC[C@@H](CO)N" + LSD_AMIDE),
        ("9,10-dihydro-LSD", "CCN(CC)C(=O)C1CC2c3cccc4[nH]cc(c34)CC2N(C)C1"),
        ("naloxone", "C=CCN1CC[C@]23c4c5ccc(O)c4O[C@H]2C(=O)CC[C@@]3(O)[C@H]1C5"),
        ("naltrexone", "O=C1CC[C@@]2(O)[C@H]3Cc4ccc(O)c5c4[C@@]2(CCN3CC2CC2)[C@H]1O5"),
        ("nalbuphine", "O[C@H]1CC[C@@]2(O)[C@H]3Cc4ccc(O)c5c4[C@@]2(CCN3CC2CCC2)[C@H]1O5"),
        ("lidocaine", "CCN(CC)CC(=O)Nc1c(C)cccc1C"),
        ("progesterone", "CC(=O)C1CCC2C3CCC4=CC(=O)CCC4(C)C3CCC12C"),
        ("cannabinol", "CCCCCc1cc(O)c2c(c1)OC(C)(C)c1ccc(C)cc1-2"),
        ("THC-COOH, the metabolite", "CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C(=O)O)=CC12"),
        ("THC acid", "CCCCCc1cc2c(c(O)c1C(=O)O)C1C=C(C)CCC1C(C)(C)O2"),
        ("THCP", "CCCCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)=CC21"),
        ("dextromethorphan", "COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"),
        ("dextrorphan", "Oc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"),
        ("ethyl ether of dextrorphan", "CCOc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"),
        ("4-AcO-DET", "CCN(CC)CCc1c[nH]c2cccc(OC(C)=O)c12"),
        ("5-MeO-DMT", "CN(C)CCc1c[nH]c2ccc(OC)cc12"),
        ("levothyroxine", "N[C@@H](Cc1cc(I)c(Oc2cc(I)c(O)c(I)c2)c(I)c1)C(=O)O"),
        ("GABA", "NCCCC(=O)O"),
        ("1,4-butanediol", "OCCCCO"),
        ("gamma-valerolactone", "CC1CCC(=O)O1"),
        ("tropacocaine", "CN1C2CCC1CC(OC(=O)c1ccccc1)C2"),
        ("atropine", "CN1C2CCC1CC(OC(=O)C(CO)c1ccccc1)C2"),
        ("troparil", "COC(=O)C1C(c2ccccc2)CC2CCC1N2C"),
        ("ecgonidine", ECGONIDINE),
        ("S-acetyl-thio-psilocin", "CN(C)CCc1c[nH]c2cccc(SC(C)=O)c12"),
        ("tramadol", "CN(C)CC1CCCCC1(O)c1cccc(OC)c1"),
        ("dextrorphan N-oxide", "C[N+]1([O-])CC[C@@]23CCCC[C@@H]2[C@@H]1Cc1ccc(O)cc13"),
        ("gemfibrozil", "Cc1ccc(C)c(OCCCC(C)(C)C(=O)O)c1"),
        ("the enantiomer of benzphetamine (II)", "C[C@H](Cc1ccccc1)N(C)Cc1ccccc1"),
        ("diazepam with another chlorine", "CN1C(=O)CN=C(c2ccccc2)c2ccc(Cl)cc21"),
        ("oxazepam hemisuccinate (II: no esters)", "O=C(O)CCC(=O)OC1N=C(c2ccccc2)c2cc(Cl)ccc2NC1=O"),
    ],
)
def test_not_covered_by_accident(ask: Ask, name: str, smiles: str) -> None:
    assert ask(smiles) == (), name


@pytest.mark.parametrize(
    ("name", "smiles", "entry", "clause", "condition", "likely"),
    [
        ("GBL", "O=C1CCCO1", "ghb", "closing-5", "cyclic-ester = yes", False),
        ("MCPB", "Cc1cc(Cl)ccc1OCCCC(=O)O", "ghb", "closing-5", "ether-residue = yes", False),
        ("2,4-DB", "Clc1ccc(OCCCC(=O)O)c(Cl)c1", "ghb", "closing-5", "ether-residue = yes", False),
        (
            "cannabidiol",
            "CCCCCc1cc(O)c([C@@H]2C=C(C)CC[C@H]2C(C)=C)c(O)c1",
            "tetrahydrocannabinol",
            "closing-4",
            "thc-isomers = terpenophenol",
            False,
        ),
        (
            "cannabidiol diacetate",
            "CCCCCc1cc(OC(C)=O)c(C2C=C(C)CCC2C(C)=C)c(OC(C)=O)c1",
            "tetrahydrocannabinol",
            "closing-5",
            "thc-isomers = terpenophenol",
            False,
        ),
        (
            "methylnaltrexone",
            "C[N+]1(CC2CC2)CC[C@]23c4c5ccc(O)c4O[C@H]2C(=O)CC[C@@]3(O)[C@H]1C5",
            "closing-3",
            "closing-3",
            "morphine-derivative = any",
            False,
        ),
        (
            "naloxone-N-oxide",
            "C=CC[N+]1([O-])CC[C@]23c4c5ccc(O)c4O[C@H]2C(=O)CC[C@@]3(O)[C@H]1C5",
            "closing-3",
            "closing-3",
            "morphine-derivative = any",
            False,
        ),
        (
            "morphine-6-glucuronide",
            "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](OC2OC(C(=O)O)C(O)C(O)C2O)C=C[C@H]3[C@H]1C5",
            "morfine",
            "closing-5",
            "acetal = yes",
            True,
        ),
        (
            "morphine-3-sulfate",
            "CN1CC[C@]23c4c5ccc(OS(=O)(=O)O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
            "morfine",
            "closing-5",
            "other-acids = yes",
            True,
        ),
        (
            "psilocine N-methylcarbamate",
            "CN(C)CCc1c[nH]c2cccc(OC(=O)NC)c12",
            "psilocine",
            "closing-5",
            "carbamate = yes",
            True,
        ),
        (
            "norcocaine",
            "COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2",
            "ecgonine",
            "closing-1",
            "ecgonine-n = nor | ecgonine-n = alkyl",
            True,
        ),
        (
            "iso-LSD",
            "CCN(CC)C(=O)[C@H]1C=C2c3cccc4[nH]cc(c34)C[C@H]2N(C)C1",
            "closing-2",
            "closing-2",
            "isolysergic = yes",
            False,
        ),
        (
            "3-acetyl-ent-morphine",
            "CN1CC[C@@]23c4c5ccc(OC(C)=O)c4O[C@@H]2[C@H](O)C=C[C@@H]3[C@@H]1C5",
            "morfine",
            "closing-5",
            "twice = yes",
            True,
        ),
    ],
)
def test_where_the_text_leaves_room_it_depends(
    ask: Ask, name: str, smiles: str, entry: str, clause: str, condition: str, likely: bool
) -> None:
    (hit,) = ask(smiles)
    assert (hit.entry, hit.clause, hit.certain) == (entry, clause, False), name
    assert hit.condition == condition
    assert hit.likely is likely
    (hinge,) = hit.hinges
    assert hinge.kind == "reading"
    assert set(hinge.question) == {"nl", "en"}
    assert set(hinge.arguments) == set(hinge.options)


def test_clauses_follow_the_dates_of_their_parent(ask: Ask) -> None:
    hhc_o = "CCCCCc1cc(OC(C)=O)c2c(c1)OC(C)(C)C1CCC(C)CC21"
    assert ask(hhc_o, "2025-12-31") == ()
    assert short(ask(hhc_o, "2026-01-28")) == [("hhc", "closing-5", True)]
    thc_o = "CCCCCc1cc(OC(C)=O)c2c(c1)OC(C)(C)[C@@H]1CCC(C)=C[C@@H]21"
    assert ask(thc_o, "2003-03-16") == ()
    assert short(ask(thc_o, "2005-01-01")) == [("tetrahydrocannabinol", "closing-5", False)]
    assert short(ask(thc_o, "2008-12-01")) == [("tetrahydrocannabinol", "closing-5", True)]
    ghb_ester = "CCOC(=O)CCCO"  # GHB was on lijst II, without esters, until 2012-05-09
    assert ask(ghb_ester, "2012-05-08") == ()
    assert short(ask(ghb_ester, "2012-05-09")) == [("ghb", "closing-5", True)]


def test_two_ways_to_meet_one_clause_add_up(small: Lists) -> None:
    # Seen from one parent an acetal, seen from the other a carbamate.
    (hit,) = small.at(dt.date(2020, 1, 1)).find(component("CNC(=O)OCCOC1CCCCO1"))
    assert hit.condition == "carbamate = yes | acetal = yes"


def test_atoms_of_an_ester_are_those_of_its_parent(ask: Ask) -> None:
    (hit,) = ask("CC(=O)OCCCC(=O)O")
    assert hit.atoms == (3, 4, 5, 6, 7, 8, 9)


def test_the_text_names_the_parent(ask: Ask) -> None:
    (hit,) = ask("CN(C)CCc1c[nH]c2cccc(OC(C)=O)c12")
    assert hit.text["nl"].startswith("De structuur is een ether of ester van psilocine.")
    assert hit.text["en"].startswith("The structure is an ether or ester of psilocine.")
    assert "Ethers, esters" in hit.text["nl"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('smarts = "[CH3]"', 'smarts = "[CH3"', "no SMARTS"),
        ('carrying = ["acetyl", "halogen"]', 'carrying = ["acetyl", "gold"]', "unknown residue 'gold'"),
        ('1 = ["ester"]', '1 = ["easter"]', "must be one of"),
        ('1 = ["ester"]', '9 = ["ester"]', "no atom :9"),
        ("carbamate = { carbamate", "carbamate = { karbamaat", "unknown reading"),
        ('{ cyclic-ester = ["yes"] }', '{ cyclic-ester = ["maybe"] }', "no option"),
        ('likely = "nor"', 'likely = "whatever"', "is no option"),
        ('basis = "text"', 'basis = "gevoel"', "must be one of text"),
        ("earliest = 2003-03-17", "earliest = 2013-03-17", "dates must run"),
        ('list = "I"', 'list = "I"\ncolour = "red"', "unknown key"),
        ('needs = ["alkyl",', 'needs = ["halogen",', "not allowed"),
        ("[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3", "[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC", "no SMILES"),
    ],
)
def test_a_wrong_clause_file_is_named(old: str, new: str, reason: str) -> None:
    text = closing_toml().decode()
    assert old in text
    with pytest.raises(DefinitionError) as caught:
        load_closings(text.replace(old, new, 1).encode(), "slot.toml")
    assert str(caught.value).startswith("slot.toml: ")
    assert reason in str(caught.value)


def test_the_clause_file_says_what_a_reader_needs() -> None:
    closings = load_closings(closing_toml(), "slot.toml")
    assert [c.id for c in closings.clauses] == [f"closing-{n}" for n in range(1, 6)]
    for clause in closings.clauses:
        assert clause.citation.startswith("Opiumwet, lijst I")
        assert clause.text["nl"]
        assert clause.text["en"]
    for reading in closings.readings:
        assert reading.likely in reading.options
        assert all(len(words) > 20 for argument in reading.options.values() for words in argument.values())
