"""``stofgroep draft`` and ``law compare`` as their users run them, in a terminal 80 columns wide."""

import json
from pathlib import Path

import pytest
from running import run

DAY = "2026-11-24"
SETS = """\
name,smiles,class
2-MMC,CNC(C)C(=O)c1ccccc1C,cathinones
ethanol,CCO,alcohols
=1,Clc1cccc(c1)N1CCNCC1,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own.csv").write_text(SETS)
    return tmp_path


def new(folder: Path, *more: str) -> Path:
    file = folder / "draft.toml"
    done = run("draft", "new", str(file), *more)
    assert done.returncode == 0, done.stderr
    return file


def lay_over_own(folder: Path, file: Path, *more: str, returncode: int = 0) -> str:
    done = run(
        "draft", "test", str(file), "--against", str(folder / "own.csv"), "--baseline", DAY, "--lang", "en",
        *more, XDG_CACHE_HOME=str(folder),
    )  # fmt: skip
    assert done.returncode == returncode, done.stderr
    return done.stdout if returncode == 0 else done.stderr


def test_from_new_to_tested(folder: Path) -> None:
    file = new(folder)
    checked = run("draft", "check", str(file), "--lang", "en")
    assert checked.returncode == 0, checked.stdout
    assert "no faults" in checked.stdout
    text = lay_over_own(folder, file)
    # m-chlorophenylpiperazine is what the beginning of a draft is about
    assert "Newly caught (1)" in text
    assert "added as a group" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_nothing_is_written_over(folder: Path) -> None:
    file = new(folder)
    again = run("draft", "new", str(file))
    assert again.returncode == 2
    assert "bestaat al" in again.stderr


def test_an_overlay_is_laid_in_the_place_of_its_group(folder: Path) -> None:
    file = new(folder, "--from", "fenethylaminen")
    with file.open("a") as out:
        out.write("\n[build.main.together.bk]\ndrop = true\n")
    text = lay_over_own(folder, file)
    assert "Released (1)" in text
    assert "2-MMC" in text
    assert "in the place of" in text


def test_an_unknown_group(folder: Path) -> None:
    done = run("draft", "new", str(folder / "a.toml"), "--from", "niets")
    assert done.returncode == 2
    assert not (folder / "a.toml").exists()


def test_faults_are_named_with_line_and_help(folder: Path) -> None:
    file = new(folder)
    file.write_text(file.read_text().replace("alkyl<=3", "alkil<=3").replace("mass = 500", "mass = -1"))
    done = run("draft", "check", str(file), "--lang", "en")
    assert done.returncode == 1
    assert "draft.toml:48: build.main.rule.R1.allow" in done.stdout
    assert "→ Did you mean alkyl" in done.stdout
    assert "2 fault(s)." in done.stdout
    answer = json.loads(run("draft", "check", str(file), "--json").stdout)
    assert [(f["line"], f["key"]) for f in answer["faults"]] == [
        (48, "build.main.rule.R1.allow"),
        (58, "build.main.limit.mass.mass"),
    ]
    assert "build.main.rule.R1.allow" in lay_over_own(folder, file, returncode=1)


def test_reports_are_written(folder: Path) -> None:
    file = new(folder)
    files = {kind: folder / f"out.{kind}" for kind in ("html", "csv", "json")}
    lay_over_own(
        folder, file, "--report", str(files["html"]), "--csv", str(files["csv"]), "--json", str(files["json"])
    )
    assert files["html"].read_text().startswith("<!DOCTYPE html>")
    assert len(files["csv"].read_text().splitlines()) == 4
    assert json.loads(files["json"].read_text())["counts"][0]["caught"] == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--against", "drugs"), "drugs"),
        (("--against", ","), "--against"),
        (("--baseline", "1999-01-01"), "--baseline"),
        (("--baseline", "gisteren"), "gisteren"),
        (("--law", "xx"), "xx"),
    ],
)
def test_wrong_usage(folder: Path, arguments: tuple[str, str], word: str) -> None:
    done = run("draft", "test", str(new(folder)), *arguments, XDG_CACHE_HOME=str(folder))
    assert done.returncode == 2
    assert word in done.stderr


def test_a_report_is_never_written_over_the_draft(folder: Path) -> None:
    file = new(folder)
    before = file.read_text()
    done = run("draft", "test", str(file), "--json", str(file), "--against", str(folder / "own.csv"))
    assert done.returncode == 2
    assert file.read_text() == before


def test_a_file_that_is_not_there(folder: Path) -> None:
    for command in ("check", "test"):
        done = run("draft", command, str(folder / "none.toml"))
        assert done.returncode == 2
        assert "none.toml" in done.stderr


def compared(folder: Path, *more: str) -> str:
    done = run(
        "law", "compare", "nl", "nl", "--date", "2025-06-30", "--date2", "2025-07-01",
        "--against", str(folder / "own.csv"), *more, XDG_CACHE_HOME=str(folder),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_one_law_on_two_days(folder: Path) -> None:
    text = compared(folder, "--lang", "en", "--csv", str(folder / "out.csv"))
    assert "2-MMC (own.csv): – ≠ IA:fenethylaminen" in text
    assert max(len(line) for line in text.splitlines()) <= 80
    assert len((folder / "out.csv").read_text().splitlines()) == 4


def test_two_laws_as_json(folder: Path) -> None:
    answer = json.loads(compared(folder, "--json", "--no-lists"))
    assert answer["sets"][0]["only-second"] == 1
    assert answer["first"]["lists"] is False


def test_a_day_on_which_a_law_is_not_known(folder: Path) -> None:
    done = run("law", "compare", "nl", "nl", "--date2", "1999-01-01")
    assert done.returncode == 2
    assert "--date2" in done.stderr
