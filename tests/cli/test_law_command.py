"""``stofgroep law`` from the outside."""

import json
from pathlib import Path

import pytest
from running import run

GROUPS = ["fenethylaminen", "cannabinoiden", "aminopiperidinen", "nitazenen"]


def answer(*arguments: str) -> dict[str, object]:
    done = run("law", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_list_has_every_group_with_its_dates() -> None:
    found = answer("list")
    groups = found["groups"]
    assert isinstance(groups, list)
    assert [(g["group"], g["number"], g["from"]) for g in groups] == [
        ("fenethylaminen", 1, "2025-07-01"),
        ("cannabinoiden", 2, "2025-07-01"),
        ("aminopiperidinen", 3, "2025-07-01"),
        ("nitazenen", 4, "2026-07-09"),
    ]
    assert groups[3]["from_earliest"] == "2026-07-01"
    assert groups[3]["basis"] == "reconstruction"
    # 253 rows in the state of 2026-01-28 and isotonitazepyne; lijst II had 85
    assert found["lists"] == [{"list": "I", "rows": 254}, {"list": "II", "rows": 85}]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_show_a_group(group: str, lang: str) -> None:
    done = run("law", "show", group, "--lang", lang)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 80
    found = answer("show", f"nl.lijst-ia.{group}", "--lang", lang)
    versions = found["versions"]
    assert isinstance(versions, list)
    for clause in versions[0]["clauses"]:
        assert clause["citation"].startswith("Opiumwet, lijst IA")
        assert clause["basis"] in ("text", "parallel", "reconstruction")
        assert clause["text"]
    for reading in versions[0]["readings"]:
        assert reading["likely"] in reading["options"]


def test_show_the_history_of_a_substance() -> None:
    # 3-MMC: lijst II from 2021-10-28, lijst I from 2024-04-16 by Stb. 2024, 90
    periods = answer("show", "3-MMC")["periods"]
    assert isinstance(periods, list)
    assert [(p["list"], p["from"], p["until"], p["decree"]) for p in periods] == [
        ("II", "2021-10-28", "2024-04-16", None),
        ("I", "2024-04-16", None, "Stb. 2024, 90"),
    ]
    assert "Stb. 2024, 90" in run("law", "show", "3-MMC").stdout


def test_show_what_is_unknown_is_exit_code_2_with_the_groups() -> None:
    done = run("law", "show", "no-such-thing")
    assert (done.returncode, done.stdout) == (2, "")
    for group in GROUPS:
        assert group in done.stderr


def test_diff_says_what_moved_and_by_which_decree() -> None:
    changes = answer("diff", "2024-04-01", "2024-05-01")["changes"]
    assert isinstance(changes, list)
    moved = [c for c in changes if c["kind"] == "moved"]
    assert [(c["entry"], c["before"], c["after"], c["decree"]) for c in moved] == [
        ("3-mmc", "II", "I", "Stb. 2024, 90")
    ]


def test_diff_has_groups_too() -> None:
    def groups(first: str, second: str) -> list[tuple[str, str]]:
        changes = answer("diff", first, second)["changes"]
        assert isinstance(changes, list)
        return [(c["kind"], c["group"]) for c in changes if "group" in c]

    assert groups("2025-06-30", "2025-07-01") == [
        ("appeared", "fenethylaminen"),
        ("appeared", "cannabinoiden"),
        ("appeared", "aminopiperidinen"),
    ]
    # known is only that group 4 came between 2026-07-01 and 2026-07-09
    assert groups("2026-06-30", "2026-07-05") == [("appeared", "nitazenen")]
    assert groups("2026-07-05", "2026-07-09") == [("became-certain", "nitazenen")]


def test_diff_fits_80_columns_and_says_so_when_nothing_changed() -> None:
    lines = run("law", "diff", "2003-03-17", "2026-11-23").stdout.splitlines()
    assert len(lines) > 100
    assert max(map(len, lines)) <= 80
    assert run("law", "diff", "2025-01-01", "2025-01-02", "--lang", "en").stdout.startswith("Nothing changed")


@pytest.mark.parametrize(
    "arguments", [("2025-01-02", "2025-01-01"), ("1999-01-01", "2025-01-01"), ("yesterday", "2025-01-01")]
)
def test_diff_of_impossible_dates_is_exit_code_2(arguments: tuple[str, str]) -> None:
    done = run("law", "diff", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_schema_is_a_json_schema() -> None:
    done = run("law", "schema")
    assert done.returncode == 0
    assert json.loads(done.stdout)["$schema"].startswith("https://json-schema.org/")


OFFICIAL = """<?xml version="1.0" encoding="UTF-8"?>
<toestand inwerkingtreding="2024-06-01"><wetgeving><bijlage><kop><titel>Lijst I</titel></kop>
<table><tgroup><tbody>
<row><entry><al>-</al></entry><entry><al>3-MMC</al></entry><entry><al>…</al></entry></row>
<row><entry><al>-</al></entry><entry><al>onbekendamine</al></entry><entry><al>…</al></entry></row>
</tbody></tgroup></table></bijlage></wetgeving></toestand>
"""


def test_audit_reports_differences_as_exit_code_1(tmp_path: Path) -> None:
    file = tmp_path / "opiumwet.xml"
    file.write_text(OFFICIAL, "utf-8")
    done = run("law", "audit", str(file), "--date", "2024-06-01", "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["matched"] == ["3-mmc"]
    assert [d["official"][1] for d in report["differences"] if d["kind"] == "only-official"] == [
        "onbekendamine"
    ]
    seen = run("law", "audit", str(file), "--date", "2024-06-01")
    assert seen.returncode == 1
    assert "onbekendamine" in seen.stdout
    assert max(map(len, seen.stdout.splitlines())) <= 80


def test_audit_without_a_file_says_how_to_get_it() -> None:
    done = run("law", "audit", "--date", "2024-06-01")
    assert done.returncode == 0
    assert "https://wetten.overheid.nl/BWBR0001941/2024-06-01" in done.stdout


def test_audit_of_something_else_is_exit_code_2(tmp_path: Path) -> None:
    file = tmp_path / "other.xml"
    file.write_text("no xml")
    for path in (file, tmp_path / "absent.xml"):
        done = run("law", "audit", str(path))
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr
