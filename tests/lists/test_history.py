"""What changed between two dates, and the periods of one entry."""

from __future__ import annotations

import datetime as dt

import pytest

from stofgroep.errors import UsageError
from stofgroep.law.history import Kind, diff, history
from stofgroep.law.lists import Lists

D = dt.date


def test_april_2024_moves_3_mmc_and_adds_rows_with_their_decree() -> None:
    changes = {c.key: c for c in diff(D(2024, 4, 1), D(2024, 5, 1))}
    moved = changes["3-mmc"]
    assert (moved.kind, moved.before, moved.after, moved.certain) == (Kind.MOVED, "II", "I", True)
    assert moved.decree == "Stb. 2024, 90"
    for key in ("2-methyl-ap-237", "adb-butinaca", "alfa-pihp"):
        assert (changes[key].kind, changes[key].before, changes[key].after) == (Kind.APPEARED, None, "I")
        assert changes[key].decree == "Stb. 2024, 90"
    assert "mdma" not in changes


def test_2012_moves_ghb() -> None:
    changes = {c.key: c for c in diff(D(2012, 5, 8), D(2012, 5, 9))}
    assert changes["ghb"].kind is Kind.MOVED
    assert changes["tapentadol"].kind is Kind.APPEARED


def test_every_kind_of_change(small: Lists) -> None:
    def found(first: D, second: D) -> list[tuple[Kind, str, bool]]:
        return [(c.kind, c.key, c.certain) for c in diff(first, second, small)]

    assert found(D(2009, 12, 31), D(2010, 1, 1)) == [
        (Kind.APPEARED, "aaa", True),
        (Kind.APPEARED, "bbb", False),
        (Kind.APPEARED, "fff", True),
        (Kind.APPEARED, "ggg", True),
    ]
    assert found(D(2011, 1, 1), D(2012, 1, 1)) == [(Kind.BECAME_CERTAIN, "bbb", True)]
    assert found(D(2015, 5, 4), D(2015, 5, 5)) == [(Kind.MOVED, "ccc", True)]
    assert found(D(2016, 6, 1), D(2017, 1, 1)) == [(Kind.DISAPPEARED, "eee", True)]
    assert found(D(2018, 1, 1), D(2020, 1, 1)) == []


def test_dates_that_cannot_be_compared() -> None:
    with pytest.raises(UsageError, match="earlier"):
        diff(D(2024, 5, 1), D(2024, 4, 1))
    with pytest.raises(UsageError, match="2003-03-17"):
        diff(D(2000, 1, 1), D(2024, 4, 1))


def test_history_of_3_mmc_is_lijst_ii_then_i() -> None:
    periods = history("3-MMC")
    assert [(p.list, p.force.since_earliest, p.force.until) for p in periods] == [
        ("II", D(2021, 10, 28), D(2024, 4, 16)),
        ("I", D(2024, 4, 16), None),
    ]
    assert periods == history("3-mmc")


def test_history_of_the_unknown_is_empty() -> None:
    assert history("no such substance") == ()
    assert history("PMK") == ()  # a precursor, on no list
