"""Rows on a date: the real table, by structure, salt form and stereochemistry."""

from __future__ import annotations

import datetime as dt

import pytest
from lists_material import Ask, component, components
from rdkit import Chem

from stofgroep.errors import DefinitionError, UnknownLawError
from stofgroep.law.lists import Lists

DEXTROMETHORPHAN = "COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"
LEVOMETHORPHAN = "COc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3"
METHORPHAN = "COc1ccc2c(c1)C13CCCCC1C(C2)N(C)CC3"
DEXTRORPHAN = "Oc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"
CATHINE = "C[C@H](N)[C@@H](O)c1ccccc1"


@pytest.mark.parametrize(
    ("smiles", "date", "expected"),
    [
        ("CNC(C)C(=O)c1cccc(C)c1", "2021-06-01", []),  # 3-MMC
        ("CNC(C)C(=O)c1cccc(C)c1", "2021-10-28", [("II", "3-mmc")]),
        ("CNC(C)C(=O)c1cccc(C)c1", "2022-01-01", [("II", "3-mmc")]),
        ("CNC(C)C(=O)c1cccc(C)c1", "2024-04-15", [("II", "3-mmc")]),
        ("CNC(C)C(=O)c1cccc(C)c1", "2024-04-16", [("I", "3-mmc")]),
        ("[N-]=[N+]=O", "2022-12-31", []),
        ("[N-]=[N+]=O", "2023-01-01", [("II", "distikstofmonoxide")]),
        ("N#[N+][O-]", "2023-01-01", [("II", "distikstofmonoxide")]),
        ("OCCCC(=O)O", "2012-05-08", [("II", "ghb")]),
        ("OCCCC(=O)O", "2012-05-09", [("I", "ghb")]),
        ("[Na+].OCCCC(=O)[O-]", "2020-01-01", [("I", "ghb")]),
        ("[Na]OC(=O)CCCO", "2020-01-01", [("I", "ghb")]),
        ("CNC(C)Cc1ccc2OCOc2c1.Cl", "2015-01-01", [("I", "mdma")]),
        ("C[NH2+]C(C)Cc1ccc2OCOc2c1.[Cl-]", "2015-01-01", [("I", "mdma")]),
        ("Cc1nnc2CN=C(c3ccccc3)c3cc(Br)ccc3-n12", "2026-01-28", [("II", "bromazolam")]),
        ("Cc1nnc2CN=C(c3ccccc3)c3cc(Br)ccc3-n12", "2025-12-31", []),
        ("O=C1CN=C(c2ccccc2F)c2cc(Br)ccc2N1", "2026-03-01", []),  # flubromazepam
        ("Cn1c(=O)c2c(ncn2C)n(C)c1=O", "2026-03-01", []),  # caffeine
    ],
)
def test_substances_in_time(ask: Ask, smiles: str, date: str, expected: list[tuple[str, str]]) -> None:
    hits = ask(smiles, date)
    assert [(h.list, h.entry) for h in hits] == expected
    assert all(h.certain and h.condition == "" and h.clause == "row" for h in hits)


def test_inside_the_bounds_of_a_first_day_it_depends(ask: Ask) -> None:
    jwh018 = "CCCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12"  # first day between 2016-01-01 and 2016-08-01
    assert ask(jwh018, "2015-12-31") == ()
    (hit,) = ask(jwh018, "2016-03-01")
    assert not hit.certain
    assert [h.kind for h in hit.hinges] == ["date"]
    assert hit.hinges[0].options == ("2016-01-01", "2016-08-01")
    assert hit.condition == "since <= 2016-03-01"
    (hit,) = ask(jwh018, "2016-08-01")
    assert hit.certain
    assert hit.hinges == ()


def test_base_rows_are_certain_from_the_end_of_2008(ask: Ask) -> None:
    amphetamine = "CC(N)Cc1ccccc1"
    assert ask(amphetamine, "2003-03-16") == ()
    assert [h.certain for h in ask(amphetamine, "2005-01-01")][:1] == [False]
    assert [h.certain for h in ask(amphetamine, "2008-12-01")] == [True]


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        (DEXTROMETHORPHAN, []),
        (DEXTRORPHAN, []),
        (LEVOMETHORPHAN, [("I", "levomethorfan", True), ("I", "racemethorfan", True)]),
        (METHORPHAN, [("I", "racemethorfan", False), ("I", "levomethorfan", False)]),
        (CATHINE, [("II", "cathine", True)]),
        ("CC(N)C(O)c1ccccc1", [("II", "cathine", False)]),  # phenylpropanolamine
        ("C[C@H](N)[C@H](O)c1ccccc1", []),  # norephedrine
        ("C[C@@H](N)[C@H](O)c1ccccc1", []),  # the enantiomer of cathine: lijst II has no such clause
        ("C[C@H](N)Cc1ccccc1", [("I", "dexamfetamine", True), ("I", "amfetamine", True)]),
        ("C[C@@H](N)Cc1ccccc1", [("I", "levamfetamine", True), ("I", "amfetamine", True)]),
        ("CC(N)Cc1ccccc1", [("I", "amfetamine", True)]),
        ("COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C", [("I", "cocaine", True)]),
        # zolpidem has no stereo; temazepam is every isomer
        ("CN1C(=O)[C@@H](O)N=C(c2ccccc2)c2cc(Cl)ccc21", [("II", "temazepam", True)]),
    ],
)
def test_stereochemistry(ask: Ask, smiles: str, expected: list[tuple[str, str, bool]]) -> None:
    assert [(h.list, h.entry, h.certain) for h in ask(smiles)] == expected


def test_open_stereo_names_the_isomer_it_turns_on(ask: Ask) -> None:
    hit = ask(METHORPHAN)[0]
    assert [h.kind for h in hit.hinges] == ["structure"]
    assert Chem.CanonSmiles(DEXTROMETHORPHAN) in hit.hinges[0].options
    assert hit.condition == f"structure != {Chem.CanonSmiles(DEXTROMETHORPHAN)}"
    hit = ask("CC(N)C(O)c1ccccc1")[0]
    assert hit.condition == f"structure = {Chem.CanonSmiles(CATHINE)}"
    assert not hit.likely


def test_a_racemate_written_as_such_is_the_racemate(lists: Lists) -> None:
    on = lists.at(dt.date(2020, 1, 1))
    hits = on.find(component("COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3 |&1:8,13,14|"))
    assert ("racemethorfan", True) in [(h.entry, h.certain) for h in hits]


def test_stereo_that_cannot_exist_is_read_past(ask: Ask) -> None:
    # As an open database draws buprenorphine: one bridgehead turned round.
    drawn = "CO[C@@]12CC[C@@]3(C[C@@H]1[C@](C)(O)C(C)(C)C)[C@H]1Cc4ccc(O)c5c4[C@@]3(CCN1CC1CC1)[C@H]2O5"
    (hit,) = ask(drawn)
    assert (hit.list, hit.entry, hit.certain) == ("II", "buprenorfine", True)
    assert "kan niet bestaan" in hit.text["nl"]


def test_every_row_is_found_by_its_own_structure(lists: Lists) -> None:
    for entry in lists.entries:
        if not entry.structures:
            continue
        last = entry.force.until - dt.timedelta(days=1) if entry.force.until else dt.date(2026, 8, 1)
        on = lists.at(last)
        kept_out = {Chem.CanonSmiles(s) for s in entry.except_for}
        for smiles in entry.structures:
            hits = [h for one in components(smiles) for h in on.find(one)]
            if Chem.CanonSmiles(smiles) in kept_out:
                assert hits == [], smiles
                continue
            assert (entry.list, entry.key, True) in [(h.list, h.entry, h.certain) for h in hits], smiles


def test_every_row_is_found_as_a_salt(lists: Lists) -> None:
    amine = Chem.MolFromSmarts("[NX3;H0,H1,H2;!$(N-C=[O,S,N]);!$(N-a);!$(N-S);!$(N-N);!$(N-O);!$(N-C=C)]")
    for entry in lists.entries:
        if not entry.structures:
            continue
        last = entry.force.until - dt.timedelta(days=1) if entry.force.until else dt.date(2026, 8, 1)
        on = lists.at(last)
        mol = Chem.MolFromSmiles(entry.structures[0])
        for index, *_ in mol.GetSubstructMatches(amine)[:1]:
            ion = Chem.RWMol(mol)
            atom = ion.GetAtomWithIdx(index)
            atom.SetNumExplicitHs(atom.GetTotalNumHs() + 1)
            atom.SetFormalCharge(1)
            atom.SetNoImplicit(True)
            text = Chem.MolToSmiles(ion) + ".[Cl-]"
            hits = [h for one in components(text) for h in on.find(one)]
            assert (entry.list, entry.key) in [(h.list, h.entry) for h in hits if h.certain], text


def test_no_row_is_certain_before_its_first_possible_day(lists: Lists) -> None:
    for entry in lists.entries:
        on = lists.at(entry.force.since_earliest - dt.timedelta(days=1))
        for smiles in entry.structures[:1]:
            hits = [h for one in components(smiles) for h in on.find(one)]
            found = [(h.list, h.entry) for h in hits if h.certain and h.clause == "row"]
            assert (entry.list, entry.key) not in found


def test_precursors(lists: Lists) -> None:
    def found(smiles: str, date: str = "2026-03-01") -> str | None:
        precursor = lists.at(dt.date.fromisoformat(date)).precursor(component(smiles))
        return precursor.key if precursor else None

    assert found("CN[C@@H](C)[C@H](O)c1ccccc1") == "efedrine"
    assert found("CN[C@@H](C)[C@@H](O)c1ccccc1") == "efedrine"  # pseudoephedrine
    assert found("CC(N)C(O)c1ccccc1") == "norefedrine"
    assert found("C[C@H](N)[C@H](O)c1ccccc1") == "norefedrine"
    assert found(CATHINE) is None
    assert found("CC(=O)Cc1ccccc1") == "bmk"
    assert found("CCC(=O)N(c1ccccc1)C1CCNCC1", "2020-01-01") is None  # norfentanyl, registered in 2023
    assert found("CCC(=O)N(c1ccccc1)C1CCNCC1") == "norfentanyl"


def test_lists_say_what_they_were_read_from(lists: Lists) -> None:
    assert sorted(lists.files) == [
        "lists/nl-precursors.csv",
        "lists/nl.csv",
        "smarts/nl/lijst-i/closing/2003-03-17.toml",
    ]
    assert all(len(digest) == 64 for digest in lists.files.values())
    assert lists.known_from == dt.date(2003, 3, 17)
    assert lists.known_until == dt.date(2026, 1, 28)


def test_unknown_laws_and_missing_parents_are_refused(small: Lists) -> None:
    with pytest.raises(UnknownLawError):
        Lists.load("atlantis")
    with pytest.raises(UnknownLawError):
        Lists.load("../nl")
    rest = tuple(e for e in small.entries if e.key != "ecgonine")
    with pytest.raises(DefinitionError, match="ecgonine"):
        Lists(rest, small.precursors, small.closings, {})


def test_text_says_what_and_where_in_both_languages(ask: Ask) -> None:
    (hit,) = ask("OCCCC(=O)O")
    assert hit.text["nl"] == "GHB staat op lijst I."
    assert hit.text["en"] == "GHB is on lijst I."
    assert hit.citation == "Opiumwet, lijst I"
