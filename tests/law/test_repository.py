"""The law files of the package, drafts beside them, and the law on a day."""

import datetime as dt
from pathlib import Path

import pytest

import stofgroep
from stofgroep.law import Law
from stofgroep.law.repository import draft_book, law_book, law_names

AMPHETAMINE = "CC(N)Cc1ccccc1"
FENETHYLAMINEN = "nl.lijst-ia.fenethylaminen@2025-07-01"


def test_laws_of_the_package() -> None:
    assert law_names() == ("nl", "npsg")
    with pytest.raises(stofgroep.UnknownLawError, match="known: nl, npsg"):
        law_book("xx")


@pytest.mark.parametrize(
    ("day", "groups"),
    [
        (dt.date(2025, 6, 30), []),
        (dt.date(2025, 7, 1), ["aminopiperidinen", "cannabinoiden", "fenethylaminen"]),
        (dt.date(2026, 6, 30), ["aminopiperidinen", "cannabinoiden", "fenethylaminen"]),
        (dt.date(2026, 7, 1), ["nitazenen", "aminopiperidinen", "cannabinoiden", "fenethylaminen"]),
    ],
)
def test_groups_on_a_day_the_later_number_first(day: dt.date, groups: list[str]) -> None:
    assert [g.short for g in Law.at(day).groups] == groups


def test_the_receipt_names_every_file_that_was_used() -> None:
    files = Law.at(dt.date(2025, 7, 1)).files
    assert set(files) == {
        "vocabulary.toml",
        "nl/lijst-ia/aminopiperidinen/2025-07-01.toml",
        "nl/lijst-ia/cannabinoiden/2025-07-01.toml",
        "nl/lijst-ia/fenethylaminen/2025-07-01.toml",
        "lists/nl.csv",
        "lists/nl-precursors.csv",
        "smarts/nl/lijst-i/closing/2003-03-17.toml",
    }
    assert all(len(sha256) == 64 for sha256 in files.values())
    assert not any(name.startswith("lists/") for name in Law.at(dt.date(2025, 7, 1), lists=False).files)


def test_known_until_is_the_weaker_of_lists_and_groups() -> None:
    assert Law.at(dt.date(2026, 11, 23)).known_until == dt.date(2026, 1, 28)
    assert Law.at(dt.date(2026, 11, 23), lists=False).known_until == dt.date(2026, 11, 23)


def draft(folder: Path, changes: str) -> Path:
    file = folder / "draft.toml"
    file.write_text(
        f'extends = "{FENETHYLAMINEN}"\nid = "draft.fenethylaminen"\n'
        f"in_force = {{ from = 2027-01-01 }}\n{changes}",
        "utf-8",
    )
    return file


def test_a_draft_says_only_what_it_changes(tmp_path: Path) -> None:
    file = draft(tmp_path, '[build.main.part.A]\nring_systems = { remove = ["fenyl"] }\n')
    (group,) = draft_book(file).groups
    assert list(group.sources) == ["draft.toml", "nl/lijst-ia/fenethylaminen/2025-07-01.toml"]
    day = dt.date(2027, 1, 1)
    assert stofgroep.check(AMPHETAMINE, date=day, law=str(file)).outcome == "not-listed"
    assert stofgroep.check(AMPHETAMINE, date=day, lists=False).outcome == "listed"


def test_a_draft_is_tried_on_any_day(tmp_path: Path) -> None:
    file = draft(tmp_path, "")
    assert stofgroep.check(AMPHETAMINE, date=dt.date(2020, 1, 1), law=str(file)).outcome == "listed"


def test_a_draft_on_another_draft(tmp_path: Path) -> None:
    draft(tmp_path, "")
    second = tmp_path / "second.toml"
    second.write_text(
        'extends = "draft.toml"\nid = "draft.second"\nin_force = { from = 2027-06-01 }\n', "utf-8"
    )
    assert stofgroep.check(AMPHETAMINE, date=dt.date(2027, 6, 1), law=str(second)).outcome == "listed"


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(stofgroep.UnknownLawError, match="cannot read"):
        draft_book(tmp_path / "none.toml")
    file = tmp_path / "wrong.toml"
    file.write_text('extends = "nl.lijst-ia.none@2025-07-01"\n', "utf-8")
    with pytest.raises(stofgroep.DefinitionError, match="extends"):
        draft_book(file)
