"""What the law says is kept under a key of everything it was made from."""

import datetime as dt
from pathlib import Path

import pytest
from draft_material import DAY, dutch_law, small_set

from stofgroep.policy import baseline
from stofgroep.policy.baseline import standings
from stofgroep.policy.standing import Standing, as_plain, from_plain, structure_of
from stofgroep.policy.substances import Substance, SubstanceSet
from stofgroep.policy.work import LawWork


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "stofgroep" / "standings"


def listed() -> SubstanceSet:
    rows = [("mmc", "CNC(C)C(=O)c1ccccc1C"), ("amphetamine", "CC(N)Cc1ccccc1"), ("bad", "C1CC")]
    return SubstanceSet("listed", tuple(Substance(n, n, "", s) for n, s in rows))


def test_what_the_law_says() -> None:
    mmc, amphetamine, bad = standings(dutch_law(), listed(), jobs=0)
    assert [m.group for m in mmc.completions[0][0].members] == ["nl.lijst-ia.fenethylaminen"]
    assert [(h.list, h.certain) for h in amphetamine.completions[0][0].hits] == [("I", True)]
    assert bad.refusal == "unreadable"


def test_the_second_answer_comes_from_disk(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = standings(dutch_law(), listed(), jobs=0)
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr(LawWork, "__call__", lambda self, text: pytest.fail("asked again"))
    assert standings(dutch_law(), listed(), jobs=0) == first


@pytest.mark.parametrize("what", ["day", "lists", "set", "program"])
def test_another_question_is_another_key(cache: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    standings(dutch_law(), listed(), jobs=0)
    law, of = dutch_law(), listed()
    if what == "day":
        law = dutch_law(DAY + dt.timedelta(1))
    elif what == "lists":
        law = dutch_law(lists=False)
    elif what == "set":
        of = small_set()
    else:
        monkeypatch.setattr(baseline, "program", lambda: "another")
    standings(law, of, jobs=0)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("damage", ["", "[", "[1, 2, 3]", "[]", '["a", "b", [[[[], [], [], 1]]]]'])
def test_a_damaged_answer_is_asked_again(cache: Path, damage: str) -> None:
    first = standings(dutch_law(), listed(), jobs=0)
    [file] = cache.iterdir()
    file.write_text(damage)
    assert standings(dutch_law(), listed(), jobs=0) == first


def test_nothing_is_kept_when_not_wanted(cache: Path) -> None:
    standings(dutch_law(), listed(), kept=False, jobs=0)
    assert not cache.exists()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    assert len(standings(dutch_law(), listed(), jobs=0)) == 3


def test_only_so_many_answers_are_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baseline, "MOST_FILES", 2)
    for day in range(4):
        standings(dutch_law(DAY + dt.timedelta(day)), listed(), jobs=0)
    assert len(list(cache.iterdir())) == 2


def test_a_standing_survives_being_written() -> None:
    found = standings(dutch_law(), listed(), kept=False, jobs=0)
    assert [from_plain(as_plain(one)) for one in found] == found
    assert from_plain(as_plain(Standing(refusal="timeout"))) == Standing(refusal="timeout")


def test_many_rings_are_read_here(cache: Path) -> None:
    # a worker that can be killed need not send a structure on
    assert not hasattr(structure_of("C1CC1" * 14), "reason")
