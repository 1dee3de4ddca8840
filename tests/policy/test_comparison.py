"""Two laws, or two days, beside each other."""

import datetime as dt
from pathlib import Path

import pytest
from draft_material import ANISOLES, dutch_law

from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.policy.comparison import COLUMNS, Verdict, as_csv, as_dict, compare, refuse_unknown
from stofgroep.policy.substances import Substance, SubstanceSet

# what stands where, from the law: group 1 came on 2025-07-01, bromazolam on lijst II later than 2024-01-01
ROWS = {
    "2-MMC": "CNC(C)C(=O)c1ccccc1C",
    "amphetamine": "CC(N)Cc1ccccc1",
    "ethanol": "CCO",
    "unreadable": "C1CC",
    "chloroanisole": "COc1ccc(Cl)cc1",
}
SET = SubstanceSet("some", tuple(Substance(n, n, "", s) for n, s in ROWS.items()))


def verdicts(first: Law, second: Law) -> dict[str, str]:
    return {c.substance.name: c.verdict.value for c in compare(first, second, [SET], kept=False).compared}


def test_one_law_on_two_days() -> None:
    early, late = dutch_law(dt.date(2025, 6, 30)), dutch_law(dt.date(2025, 7, 1))
    assert verdicts(early, late) == {
        "2-MMC": "only-second",
        "amphetamine": "both",
        "ethanol": "neither",
        "unreadable": "not-assessed",
        "chloroanisole": "neither",
    }
    assert verdicts(late, early)["2-MMC"] == "only-first"


def test_the_groups_alone() -> None:
    early, late = dutch_law(dt.date(2025, 6, 30), lists=False), dutch_law(dt.date(2025, 7, 1), lists=False)
    assert verdicts(early, late)["amphetamine"] == "only-second"


def test_a_law_beside_a_draft(tmp_path: Path) -> None:
    file = tmp_path / "anisolen.toml"
    file.write_text(ANISOLES)
    other = Law.at(dt.date(2026, 11, 24), str(file))
    found = verdicts(dutch_law(), other)
    assert found["chloroanisole"] == "only-second"
    assert found["2-MMC"] == "only-first"


def test_a_law_beside_itself_is_the_same_everywhere() -> None:
    found = compare(dutch_law(), dutch_law(), [SET], kept=False)
    assert not found.having(Verdict.ONLY_FIRST) + found.having(Verdict.UNCERTAIN)
    assert len(found.having(Verdict.BOTH, "some")) == 2


def test_as_data() -> None:
    early, late = dutch_law(dt.date(2025, 6, 30)), dutch_law(dt.date(2025, 7, 1))
    found = compare(early, late, [SET], kept=False)
    data = as_dict(found)
    assert (data["first"]["date"], data["second"]["date"]) == ("2025-06-30", "2025-07-01")
    assert data["sets"][0]["only-second"] == 1
    assert [(s["name"], s["second_by"]) for s in data["substances"]] == [
        ("2-MMC", "IA:fenethylaminen"),
        ("unreadable", ""),
    ]
    lines = as_csv(found).splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert len(lines) == 6


def test_a_law_must_be_known_on_its_day() -> None:
    with pytest.raises(UsageError, match="--date2"):
        refuse_unknown(dutch_law(dt.date(1999, 1, 1)), "--date2", "en")
