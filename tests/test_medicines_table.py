"""The table of caught medicines says what the program says today.

The expected answers are those of the table, which was judged row by row against the
text of the law: whoever changes a verdict on a medicine has to judge it again.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from stofgroep.law import Law
from stofgroep.verdict import Decider

TABLE = Path(__file__).parents[1] / "docs" / "medicines.csv"
DATE = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_is_decided_as_the_table_says(rows: list[dict[str, str]]) -> None:
    decider = Decider(Law.at(DATE, "nl", lists=False), lang="en")
    wrong = []
    for row in rows:
        verdict = decider.verdict(row["smiles"])
        # enantiomers in one medicine are two findings with one answer, said once in the table
        found = sorted({(str(f.group), f.condition or "always") for f in verdict.findings})
        said = sorted(set(zip(row["group"].split(" | "), row["condition"].split(" | "), strict=True)))
        if (verdict.outcome.value, verdict.likely or "", found) != (row["outcome"], row["likely"], said):
            wrong.append(f"{row['name']}: {verdict.outcome.value} {found}, table {row['outcome']} {said}")
    assert not wrong, "\n".join(wrong)


def test_every_row_bears_a_judgement(rows: list[dict[str, str]]) -> None:
    kinds = ("member by the text", "depends: right, because ", "BUG: ")
    for row in rows:
        for review in row["review"].split(" | "):
            assert review.startswith(kinds), row["name"]


def test_no_judgement_says_the_opposite_of_what_is_likely(rows: list[dict[str, str]]) -> None:
    opposite = {"in": "likely out", "out": "likely in"}
    # a row of two groups or of a mixture may say both
    single = [r for r in rows if r["likely"] and " | " not in r["group"] + r["review"]]
    assert {row["likely"] for row in single} == set(opposite)
    for row in single:
        assert opposite[row["likely"]] not in row["review"].lower(), row["name"]


def test_no_medicine_stands_there_twice(rows: list[dict[str, str]]) -> None:
    assert [key for key, n in Counter((r["name"], r["smiles"]) for r in rows).items() if n > 1] == []


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("BUPROPION", "listed"),
        ("VERAPAMIL", "listed"),
        ("METHYLPHENIDATE", "listed"),
        ("NATEGLINIDE", "depends"),
    ],
)
def test_known_members_are_in_the_table(rows: list[dict[str, str]], name: str, outcome: str) -> None:
    assert [r["outcome"] for r in rows if r["name"] == name] == [outcome]


@pytest.mark.parametrize(
    "name", ["ALBUTEROL", "LEVODOPA", "EPINEPHRINE", "KETAMINE", "METHADONE", "TRAMADOL"]
)
def test_medicines_outside_are_not_in_the_table(rows: list[dict[str, str]], name: str) -> None:
    assert not [r for r in rows if r["name"].startswith(name)]
