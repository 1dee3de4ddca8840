"""The triage: the table says what it says, in order, and never more than its sources."""

import datetime as dt
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from evidence_material import DATE, DOPAMINE, MMC, stofgroep

from stofgroep.errors import DefinitionError, UsageError
from stofgroep.law import Law
from stofgroep.route.resemblance import NEAREST, draft_groups
from stofgroep.route.routing import Route, route_of
from stofgroep.route.table import read_table, route_table
from stofgroep.verdict import Decider

IN_ORDER = ["geneesmiddelenwet", "warenwet", "reach-clp", "strafrecht-waren", "strafrecht-gevolg"]
# as the ministers' letter of 2026 is quoted: six years, six months; nothing is known of the others
SUPERVISORS = {
    "opiumwet": ("unknown",),
    "geneesmiddelenwet": ("IGJ",),
    "warenwet": ("NVWA",),
    "reach-clp": ("NVWA", "ILT"),
    "strafrecht-waren": ("politie", "OM"),
    "strafrecht-gevolg": ("politie", "OM"),
}
YES, NO, UNKNOWN = "yes", "no", "unknown"


@pytest.fixture(scope="module")
def decider() -> Decider:
    return Decider(Law.at(DATE), "nl")


def statuses(route: Route) -> dict[str, str]:
    return {step.id: step.status for step in route.frameworks}


def test_supervisors_and_sanctions_are_those_of_the_sources_and_no_others() -> None:
    table = route_table()
    assert {f.id: f.supervisors for f in table.frameworks} == SUPERVISORS
    sanctions = {f.id: f.sanction["nl"] for f in table.frameworks if f.sanction["nl"]}
    assert set(sanctions) == {"geneesmiddelenwet", "warenwet"}
    assert "6 jaar" in sanctions["geneesmiddelenwet"]
    assert "6 maanden" in sanctions["warenwet"]
    assert "economische delicten" in sanctions["warenwet"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["open", "open", "open", "open", "open"]),
        ({"medicine": YES}, ["indicated", "not-indicated", "not-indicated", "open", "open"]),
        ({"presented": YES}, ["indicated", "open", "open", "open", "open"]),
        ({"medicine": NO, "presented": NO}, ["not-indicated", "open", "open", "open", "open"]),
        ({"medicine": NO}, ["open", "open", "open", "open", "open"]),
        ({"consumption": YES}, ["open", "indicated", "open", "open", "open"]),
        ({"consumption": NO}, ["open", "not-indicated", "open", "open", "open"]),
        ({"research-chemical": YES}, ["open", "open", "indicated", "open", "open"]),
        ({"consumption-excluded": YES}, ["open", "open", "indicated", "open", "open"]),
        (
            {"consumption": YES, "consumption-excluded": YES},
            ["open", "indicated", "indicated", "open", "open"],
        ),
    ],
)
def test_answers_point_somewhere(decider: Decider, answers: dict[str, str], expected: list[str]) -> None:
    route = route_of(decider, DOPAMINE, answers)
    assert list(statuses(route)) == IN_ORDER
    assert list(statuses(route).values()) == expected
    assert all(step.why and step.missing for step in route.frameworks)


@pytest.mark.parametrize(
    ("structure", "outcome", "status"),
    [
        (MMC, "listed", "indicated"),
        ("CCCCCCCCNCCc1ccccc1", "depends", "open"),
        ("CN[C@@H](C)[C@H](O)c1ccccc1", "exempt", "not-indicated"),  # ephedrine
        ("C1CC(", "not-assessed", "open"),
    ],
)
def test_the_opiumwet_comes_first_where_it_may_apply(
    decider: Decider, structure: str, outcome: str, status: str
) -> None:
    route = route_of(decider, structure, {})
    assert route.outcome == outcome
    assert next(iter(statuses(route).items())) == ("opiumwet", status)
    assert list(statuses(route))[1:] == IN_ORDER


def test_it_always_says_that_it_is_triage(decider: Decider) -> None:
    assert "geen juridisch advies" in route_of(decider, DOPAMINE, {}).notice
    assert "not legal advice" in route_of(Decider(Law.at(DATE), "en"), MMC, {}).notice


def test_likeness_is_ordered_named_and_complete(decider: Decider) -> None:
    # 4-acetoxy-DMT without its acetyl is psilocine itself: nothing is more like it than itself
    route = route_of(decider, "CN(C)CCc1c[nH]c2cccc(O)c12", {})
    assert len(route.nearest) == NEAREST == 5
    assert (route.nearest[0].entry, route.nearest[0].similarity) == ("psilocine", 1.0)
    similarities = [n.similarity for n in route.nearest]
    assert similarities == sorted(similarities, reverse=True)
    assert "Morgan" in route.fingerprint


def test_likeness_does_not_hang_on_how_a_structure_is_written(decider: Decider) -> None:
    written = ["NCCc1ccc(O)c(O)c1", "Oc1ccc(CCN)cc1O", "C(CN)c1cc(O)c(O)cc1.Cl"]
    nearest = [[n.entry for n in route_of(decider, smiles, {}).nearest] for smiles in written]
    assert nearest[0] == nearest[1]
    assert nearest[0] == nearest[2]


def test_likeness_goes_by_the_date() -> None:
    # HHC is on lijst I since 2026-01-28
    hhc = "CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)CC21"
    before = route_of(Decider(Law.at("2025-12-31"), "nl"), hhc, {})
    after = route_of(Decider(Law.at(DATE), "nl"), hhc, {})
    assert "hhc" not in [n.entry for n in before.nearest]
    assert (after.nearest[0].entry, after.nearest[0].similarity) == ("hhc", 1.0)


DRAFT = """
id = "draft.aminen"
list = "IA"
number = 900
title = { nl = "Aminen (concept)", en = "Amines (draft)" }
citation = "concept"
basis = "reconstruction"
text = { nl = "Een alkylamine.", en = "An alkylamine." }
url = "https://wetten.overheid.nl/BWBR0001941"
in_force = { from = 2030-01-01 }
[build.main.part.core]
text = { nl = "Koolstof met stikstof.", en = "Carbon with nitrogen." }
[build.main.part.core.variant.main]
smarts = "[CX4:1][NX3]"
sites = { C = 1 }
[build.main.slot.R]
at = ["core.C"]
repeat = true
[build.main.rule.R]
slots = ["R"]
allow = ["H", "any"]
text = { nl = "Alles.", en = "Anything." }
"""


def test_draft_groups_are_named_as_drafts(tmp_path: Path) -> None:
    (tmp_path / "aminen.toml").write_text(DRAFT)
    (tmp_path / "notes.txt").write_text("no draft")
    day = dt.date.fromisoformat(DATE)
    (found,) = draft_groups("CCN", day, "en", tmp_path)
    assert (found.file, found.group, found.title) == ("aminen.toml", "aminen", "Amines (draft)")
    assert found.outcome == "listed"
    assert draft_groups("CCO", day, "en", tmp_path) == ()
    assert draft_groups("CCN", day, "en", tmp_path / "nowhere") == ()


@pytest.mark.parametrize("answers", [{"weather": YES}, {"medicine": "perhaps"}])
def test_unknown_questions_and_answers_are_refused(decider: Decider, answers: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        route_of(decider, DOPAMINE, answers)


def test_the_table_is_data_and_read_strictly() -> None:
    text = files("stofgroep.data").joinpath("routes", "nl.toml").read_text("utf-8")
    for old, new, said in (
        ('supervisors = ["IGJ"]', 'supervisors = ["IGJ"]\ncolour = "red"', "colour"),
        ('status = "open"', 'status = "maybe"', "status"),
        ("answer = { medicine", "answer = { weather", "weather"),
        ('outcome = ["listed"]', 'outcome = ["guilty"]', "guilty"),
        ('{ presented = ["yes"] }', '{ presented = ["often"] }', "presented"),
    ):
        assert old in text
        with pytest.raises(DefinitionError) as caught:
            read_table(text.replace(old, new, 1).encode(), "routes/nl.toml")
        assert str(caught.value).startswith("routes/nl.toml")
        assert said in str(caught.value)
    last = text.rindex("[framework.strafrecht-gevolg.rule.otherwise]")
    with pytest.raises(DefinitionError, match="one always speaks"):
        read_table(
            (text[:last] + text[last:].replace("status", 'outcome = ["listed"]\nstatus', 1)).encode(), "x"
        )


def command(*arguments: str, stdin: str = "") -> list[dict[str, Any]]:
    done = stofgroep("route", "--json", "--date", DATE, *arguments, stdin=stdin)
    assert done.returncode in (0, 3), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_command_takes_answers_as_options_in_two_languages() -> None:
    (english,) = command(DOPAMINE, "--presented", "yes", "--medicine", "no", "--lang", "en")
    (dutch,) = command(DOPAMINE, "--presented", "ja", "--medicine", "nee")
    assert english["answers"] == dutch["answers"]
    assert english["answers"]["presented"] == YES
    assert english["answers"]["consumption"] == UNKNOWN
    assert english["frameworks"][0]["why"] == "It is presented or described as a medicine."


def test_questions_are_asked_only_when_wanted() -> None:
    assert command(DOPAMINE, stdin="yes\n" * 5)[0]["answers"]["medicine"] == UNKNOWN
    # medicine: no; presented: first nonsense, then yes; consumption: nothing; the input then ends
    (asked,) = command(DOPAMINE, "--ask", "--research-chemical", "yes", stdin="nee\nhm\nja\n\n")
    assert asked["answers"] == {
        "medicine": NO,
        "presented": YES,
        "consumption": UNKNOWN,
        "research-chemical": YES,
        "consumption-excluded": UNKNOWN,
    }


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_people_read_it_at_80_columns(lang: str) -> None:
    done = stofgroep("route", DOPAMINE, "--name", "3-MMC", "--lang", lang, "--date", DATE)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_what_cannot_be_read_is_exit_code_3_and_wrong_usage_2() -> None:
    assert stofgroep("route", "C1CC(").returncode == 3
    assert stofgroep("route").returncode == 2
    done = stofgroep("route", DOPAMINE, "--medicine", "perhaps")
    assert done.returncode == 2
    assert "perhaps" in done.stderr
    assert stofgroep("route", "-", "--ask").returncode == 2
