"""The shipped suite: one source with the tests, all of it run, and no failure without exit code 1."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from evidence_material import DOPAMINE, MMC, ROOT, stofgroep

from stofgroep.errors import DefinitionError
from stofgroep.validation.running import check
from stofgroep.validation.scenarios import COLUMNS, alternatives, read_suite, shipped_suite

HEAD = ",".join(COLUMNS) + "\n"
GOOD = f"own-1,a test,{MMC},nl,no,2026-11-23,IA,fenethylaminen,,in,,\n"
WRONG = f"own-2,a test,{DOPAMINE},nl,no,2026-11-23,IA,fenethylaminen,,in,,\n"


def test_the_suite_is_what_the_tests_say() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "scenarios.py"), "--check"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_group_and_the_closing_clauses_are_in_it() -> None:
    scenarios = shipped_suite().scenarios
    subjects = {(s.list, s.group) for s in scenarios}
    assert subjects == {
        ("IA", "fenethylaminen"),
        ("IA", "cannabinoiden"),
        ("IA", "aminopiperidinen"),
        ("IA", "nitazenen"),
        ("I", ""),
    }
    for subject in subjects:
        own = [s for s in scenarios if (s.list, s.group) == subject]
        assert len(own) > 50
        assert {s.expected for s in own} == {"in", "out", "depends"}
    assert len({s.id for s in scenarios}) == len(scenarios)
    assert {s.entry for s in scenarios if s.expected == "in" and not s.group} >= {
        "ghb",
        "psilocine",
        "ecgonine",
    }


@pytest.mark.slow
def test_the_whole_suite_passes_and_can_be_signed(tmp_path: Path) -> None:
    out = tmp_path / "record.html"
    done = stofgroep("verify", "-o", str(out), "--lang", "en")
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    text = " ".join(done.stdout.split())
    assert f"PASSED: all {len(shipped_suite().scenarios)} scenarios" in text
    assert shipped_suite().sha256 in text
    assert "Signature: ____" in text
    page = " ".join(re.sub(r"<[^>]+>", " ", out.read_text("utf-8")).split())
    for part in ("PASSED", "Performed by", "Approved by", "RDKit", "list IA nitazenen", "lists/nl.csv"):
        assert part in page
    assert "<script" not in out.read_text("utf-8")


def own(tmp_path: Path, text: str) -> str:
    file = tmp_path / "own.csv"
    file.write_text(text)
    return str(file)


@pytest.mark.slow
def test_a_failure_is_named_and_is_exit_code_1(tmp_path: Path) -> None:
    done = stofgroep("verify", own(tmp_path, HEAD + GOOD + WRONG), "--json")
    assert done.returncode == 1
    record = json.loads(done.stdout)
    assert record["passed"] is False
    (failure,) = record["failures"]
    assert (failure["suite"], failure["id"]) == ("own.csv", "own-2")
    assert (failure["expected"], failure["found"]) == ("in", "out")
    assert [c["failed"] for c in record["suites"][1]["counts"]] == [1]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", record["began"])
    assert re.fullmatch(r"[0-9a-f]{64}", record["program_sha256"])
    assert "nl/lijst-ia/fenethylaminen/2025-07-01.toml" in record["files"]


@pytest.mark.parametrize(
    ("structure", "expected", "passed"),
    [
        (MMC, ("in", "", ""), True),
        (MMC, ("out", "", ""), False),
        (MMC, ("depends", "chain-r12 = 10", "out"), False),
        ("CCCCCCCCNCCc1ccccc1", ("depends", "chain-r12 = 10", "out"), True),
        ("CCCCCCCCNCCc1ccccc1", ("depends", "chain-r12 = 10", "in"), False),
        ("CCCCCCCCNCCc1ccccc1", ("depends", "chain-r12 = 6", "out"), False),
        ("CCCCCCCCNCCc1ccccc1", ("in", "", ""), False),
        ("C1CC(", ("out", "", ""), False),  # what cannot be assessed is never a "no"
    ],
)
def test_a_scenario_passes_only_when_everything_agrees(
    structure: str, expected: tuple[str, str, str], passed: bool
) -> None:
    said, condition, likely = expected
    row = ["x", "x", structure, "nl", "no", "2026-11-23", "IA", "fenethylaminen", "", said, condition, likely]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    (scenario,) = read_suite((HEAD + out.getvalue()).encode(), "own.csv").scenarios
    assert check(scenario).passed is passed


def test_the_order_of_a_condition_does_not_matter() -> None:
    assert alternatives("a = 1 and b = 2 or c = 3") == alternatives("c = 3 or b = 2 and a = 1")
    assert alternatives("a = 1 and b = 2") != alternatives("a = 1 or b = 2")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "columns"),
        (HEAD, "no scenarios"),
        ("id,smiles\na,CCO\n", "columns"),
        (HEAD + GOOD.replace(",no,", ",maybe,"), "row 2"),
        (HEAD + GOOD.replace(",in,", ",perhaps,"), "row 2"),
        (HEAD + GOOD.replace("2026-11-23", "today"), "today"),
        (HEAD + GOOD.replace(",IA,", ",,"), "list"),
        (HEAD + "a,b\n", "2 cells"),
        (HEAD + 'a,"b\n', "CSV"),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_suite(text.encode(), "own.csv")
    assert str(caught.value).startswith("own.csv")
    assert said in str(caught.value)


def test_wrong_usage_is_exit_code_2(tmp_path: Path) -> None:
    assert stofgroep("verify", "no-such.csv").returncode == 2
    assert stofgroep("verify", "-o", "record.docx").returncode == 2
    assert stofgroep("verify", own(tmp_path, "x")).returncode == 2
