"""The figures of docs/validation.md: intervals, counting, and the table of expectations they rest on."""

import csv
import sys
from collections import Counter
from pathlib import Path

import pytest

from stofgroep.reference import ReferenceRow, reference_set

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from mutation import results  # noqa: E402
from validation.asking import hinges  # noqa: E402
from validation.expectations import COLUMNS, TABLE, Expectations  # noqa: E402
from validation.judging import CERTAIN, WITH_LIKELY, Tally  # noqa: E402
from validation.proportions import Proportion  # noqa: E402

from stofgroep.verdict.model import Finding  # noqa: E402


# The values are those of printed tables of exact binomial limits (95 %, two-sided).
@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (0, 10, 0.0, 0.3085),
        (10, 10, 0.6915, 1.0),
        (5, 10, 0.1871, 0.8129),
        (1, 20, 0.0013, 0.2487),
        (0, 1, 0.0, 0.975),
    ],
)
def test_an_interval_is_that_of_clopper_and_pearson(hits: int, total: int, low: float, high: float) -> None:
    assert Proportion(hits, total).interval() == pytest.approx((low, high), abs=5e-5)


def test_nothing_out_of_nothing_says_nothing() -> None:
    assert Proportion(0, 0).interval() == (0.0, 1.0)
    assert str(Proportion(0, 0)) == "–"


def test_a_proportion_in_words() -> None:
    assert str(Proportion(5, 10)) == "5/10 = 50.0% (18.7%–81.3%)"


TALLY = Tally(
    members=Counter(
        {"in": 8, "depends, likely in": 1, "depends, likely out": 3, "out": 2, "not assessed": 4}
    ),
    others=Counter({"in": 1, "depends, likely in": 2, "depends, likely out": 5, "out": 6, "not assessed": 7}),
)


def test_what_depends_is_neither_hit_nor_miss() -> None:
    assert TALLY.sensitivity(CERTAIN) == Proportion(8, 10)
    assert TALLY.specificity(CERTAIN) == Proportion(6, 7)


def test_with_likely_every_substance_that_was_assessed_counts() -> None:
    assert TALLY.sensitivity(WITH_LIKELY) == Proportion(9, 14)
    assert TALLY.specificity(WITH_LIKELY) == Proportion(11, 14)
    assert TALLY.depends() == (4, 7)
    assert TALLY.not_assessed() == 11


def test_a_condition_names_each_reading_once() -> None:
    condition = "a-b = no and c = ring or d = yes and c = ring"
    finding = Finding("IA", "fenethylaminen", None, "C", None, "", "text", False, condition, "in")
    assert hinges(finding) == ("a-b", "c", "d")


def test_every_nps_has_one_expectation() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row["key"] for row in csv.DictReader(file) if row["set"] == "nps"]
    assert sorted(rows) == sorted(row.key for row in reference_set("nps"))


def _nps(key: str) -> ReferenceRow:
    return next(row for row in reference_set("nps") if row.key == key)


def test_of_a_medicine_without_row_nothing_is_expected() -> None:
    row = next(row for row in reference_set("medicines") if row.key == "acarbose")
    assert Expectations.read().of("medicines", row).groups == frozenset()


# From the text: N on the carbon that bears the phenyl; a member of both; excluded by name; no listed core.
@pytest.mark.parametrize(
    ("key", "groups"),
    [
        ("isopentedrone", ()),
        ("fentanyl", ("aminopiperidinen", "fenethylaminen")),
        ("phenethylamine", ()),
        ("cp-47-497", ()),
        ("jwh-018", ("cannabinoiden",)),
        ("etonitazene", ("nitazenen",)),
    ],
)
def test_what_the_text_says(key: str, groups: tuple[str, ...]) -> None:
    assert Expectations.read().of("nps", _nps(key)).groups == frozenset(groups)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"groups": "fenethylamine"}, "groups"),
        ({"why": ""}, "why"),
        ({"decision": "reading"}, "remark"),
        ({"decision": "perhaps", "remark": "because"}, "decision"),
        ({"first": "nitazenen"}, "decision"),
        ({"first": "cannabinoiden", "decision": "expectation", "remark": "because"}, "first"),
        ({"key": "no-such-substance"}, "no substance"),
        ({"key": "am-694"}, "twice"),
        ({"set": "everyday", "key": "acetone"}, "no row for jwh-018"),
    ],
)
def test_a_wrong_table_is_refused(change: dict[str, str], reason: str) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    at = next(i for i, row in enumerate(rows) if (row["set"], row["key"]) == ("nps", "jwh-018"))
    rows[at] |= change
    lines = [
        ",".join(COLUMNS),
        *(",".join(f'"{row[c].replace(chr(34), 2 * chr(34))}"' for c in COLUMNS) for row in rows),
    ]
    with pytest.raises(ValueError, match=reason):
        Expectations("\n".join(lines) + "\n")


def test_the_results_of_mutation_add_up() -> None:
    kept = results.read()
    assert {file.split("/")[-2] for file in kept if file.startswith("nl/")} == {
        "aminopiperidinen",
        "cannabinoiden",
        "fenethylaminen",
        "nitazenen",
    }
    for file, found in kept.items():
        assert found.mutants == found.noticed + found.equivalent + found.surviving > 0, file


def test_a_run_on_one_definition_leaves_the_results_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "TABLE", tmp_path / "results.csv")
    one = results.Result(
        "nl/a.toml", "11", "22", scenarios=5, mutants=4, noticed=3, equivalent=1, surviving=0
    )
    two = results.Result(
        "nl/b.toml", "33", "22", scenarios=6, mutants=7, noticed=5, equivalent=1, surviving=1
    )
    newer = results.Result(
        "nl/b.toml", "44", "22", scenarios=8, mutants=7, noticed=7, equivalent=0, surviving=0
    )
    results.keep([two, one])
    results.keep([newer])
    assert results.read() == {"nl/a.toml": one, "nl/b.toml": newer}
