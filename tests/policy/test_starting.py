"""The beginning of a draft."""

import datetime as dt

import pytest
from draft_material import dutch_law

from stofgroep.errors import UnknownLawError
from stofgroep.policy.draft import DraftText, load
from stofgroep.policy.starting import new_draft

START = dt.date(2027, 1, 1)


def test_a_new_draft_is_a_group_of_its_own() -> None:
    draft = load(DraftText(new_draft("nl", START), "a.toml", None))
    assert draft.extends == ""
    assert draft.replaced(dutch_law()) is None


@pytest.mark.parametrize("name", ["fenethylaminen", "nl.lijst-ia.fenethylaminen@2025-07-01"])
def test_an_overlay_replaces_its_group_and_changes_nothing_yet(name: str) -> None:
    draft = load(DraftText(new_draft("nl", START, name), "a.toml", None))
    assert draft.extends == "nl.lijst-ia.fenethylaminen@2025-07-01"
    replaced = draft.replaced(dutch_law())
    assert replaced is not None
    assert replaced.id == "nl.lijst-ia.fenethylaminen"
    assert [d.path for d in draft.differences] == ["in_force.from"]


def test_an_overlay_shows_the_numbers_and_lists_that_can_be_changed() -> None:
    text = new_draft("nl", START, "fenethylaminen")
    assert "# [build.main.rule.Rn]\n# chain.max = 8\n" in text
    assert "# drop = true" in text


def test_what_is_suggested_can_be_taken() -> None:
    text = new_draft("nl", START, "fenethylaminen")
    taken = text.replace("# [build.main.rule.Rn]\n# chain.max = 8", "[build.main.rule.Rn]\nchain.max = 6")
    assert [d.path for d in load(DraftText(taken, "a.toml", None)).differences] == [
        "in_force.from",
        "build.main.rule.Rn.chain.max",
    ]


@pytest.mark.parametrize("name", ["niets", "fenethylaminen@1999-01-01", "../x"])
def test_an_unknown_group(name: str) -> None:
    with pytest.raises(UnknownLawError, match=r"nl\.lijst-ia\.fenethylaminen@2025-07-01"):
        new_draft("nl", START, name)
