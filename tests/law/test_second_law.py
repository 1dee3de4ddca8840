"""The German NpSG beside the Opiumwet: its days, its names, and the sentences about it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import stofgroep
from stofgroep.cli.app import app
from stofgroep.law import Law
from stofgroep.law.description import list_in_words

AMPHETAMINE = "CC(N)Cc1ccccc1"


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2021-07-02", False),
        ("2021-07-03", True),
        ("2022-09-29", True),
        ("2022-09-30", False),
        ("2025-11-30", False),
        ("2025-12-01", True),
    ],
)
def test_days_of_which_the_text_is_at_hand(day: str, known: bool) -> None:
    assert Law.at(day, "npsg").is_known is known


@pytest.mark.parametrize("day", ["2021-07-02", "2022-09-30", "2023-05-01", "2025-11-30"])
def test_other_days_are_not_assessed(day: str) -> None:
    verdict = stofgroep.check(AMPHETAMINE, law="npsg", date=day)
    assert verdict.outcome == "not-assessed"
    assert verdict.reason.startswith("law-version-unknown: ")


def test_the_group_and_the_list_as_the_contract_names_them() -> None:
    verdict = stofgroep.check(AMPHETAMINE, law="npsg", date="2021-12-01")
    assert (verdict.outcome, verdict.list, verdict.group, verdict.entry) == ("listed", "npsg", "npsg-1", None)
    assert verdict.law == "npsg"
    assert verdict.exceptions == ()


@pytest.mark.parametrize(
    ("smiles", "lang", "reason"),
    [
        (
            AMPHETAMINE,
            "nl",
            "Valt onder de Anlage van het Duitse NpSG, stofgroep „Van 2-fenethylamine afgeleide "
            "verbindingen” (NpSG, Anlage Nr. 1).",
        ),
        (
            AMPHETAMINE,
            "en",
            "Falls under the Anlage of the German NpSG, group “Compounds derived from 2-phenethylamine” "
            "(NpSG, Anlage Nr. 1).",
        ),
        ("CCO", "nl", "Voldoet onder geen enkele lezing aan een stofgroep."),
        ("CCO", "en", "Meets no group under any reading."),
    ],
)
def test_sentences(smiles: str, lang: str, reason: str) -> None:
    assert stofgroep.check(smiles, law="npsg", date="2021-12-01", lang=lang).reason == reason


def test_lists_in_words() -> None:
    assert list_in_words("IA", "nl") == "lijst IA"
    assert list_in_words("IA", "en", short=True) == "list IA"
    assert list_in_words("npsg", "nl", short=True) == "NpSG"
    assert list_in_words("of-a-draft", "en") == "list of-a-draft"


def test_the_command_names_no_dutch_list() -> None:
    result = CliRunner().invoke(app, ["check", "--law", "npsg", "--date", "2021-12-01", AMPHETAMINE])
    assert result.exit_code == 0
    assert "NpSG · npsg-1" in result.stdout
    assert "Opiumwet" not in result.stdout
    assert "lijst" not in result.stdout


def test_law_list_tells_the_gap() -> None:
    answer = CliRunner().invoke(app, ["law", "list", "--law", "npsg", "--json"])
    told = json.loads(answer.stdout)
    assert told["gaps"] == [{"from": "2022-09-30", "until": "2025-12-01"}]
    assert told["lists"] == []
    shown = CliRunner().invoke(app, ["law", "list", "--law", "npsg", "--lang", "en"]).stdout
    assert "2022-09-30 until 2025-11-30" in " ".join(shown.split())


def test_law_diff_refuses_a_day_without_a_text() -> None:
    result = CliRunner().invoke(app, ["law", "diff", "2021-08-01", "2023-01-01", "--law", "npsg"])
    assert result.exit_code != 0
