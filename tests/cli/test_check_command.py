"""``stofgroep check`` from the outside."""

import datetime as dt

import pytest
from running import DATE, DEMO, run, verdicts

MMC = "CNC(C)C(=O)c1ccccc1C"  # 2-methylmethcathinone: lijst IA, group 1, since 2025-07-01
CAFFEINE = "Cn1cnc2c1c(=O)n(C)c(=O)n2C"
KEYS = [
    "id", "input", "outcome", "list", "group", "entry", "date", "law", "certain", "reason",
    "findings", "exceptions", "receipt",
]  # fmt: skip


def test_one_json_object_per_structure_in_order() -> None:
    first, second = verdicts(MMC, CAFFEINE, "--date", DATE, "--no-lists", "--id", "a", "--id", "b")
    assert (first["id"], first["input"], first["outcome"]) == ("a", MMC, "listed")
    assert (first["list"], first["group"], first["date"], first["law"]) == (
        "IA",
        "fenethylaminen",
        DATE,
        "nl",
    )
    assert (second["id"], second["input"], second["outcome"]) == ("b", CAFFEINE, "not-listed")
    assert (second["list"], second["group"], second["entry"]) == (None, None, None)
    for verdict in (first, second):
        assert [key for key in verdict if key in KEYS] == KEYS


def test_the_date_decides() -> None:
    assert verdicts(MMC, "--date", "2025-06-30", "--no-lists")[0]["outcome"] == "not-listed"
    assert verdicts(MMC, "--date", "2025-07-01", "--no-lists")[0]["outcome"] == "listed"


def test_the_date_is_today_when_omitted() -> None:
    before = dt.date.today()
    (verdict,) = verdicts(MMC)
    assert verdict["date"] in (before.isoformat(), dt.date.today().isoformat())


def test_a_date_in_the_future_is_answered_with_a_warning() -> None:
    (verdict,) = verdicts(CAFFEINE, "--date", "2040-01-01")
    assert verdict["outcome"] == "not-listed"
    assert verdict["known_until"] == "2026-01-28"
    assert verdict["warnings"]


def test_standard_input_is_read_line_by_line() -> None:
    lines = f"{MMC} S-1\n*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11| S 2\n\n{CAFFEINE}\tS-3 bag\n\n"
    found = verdicts("-", "--date", DATE, "--no-lists", stdin=lines)
    assert [(v["id"], v["outcome"]) for v in found] == [
        ("S-1", "listed"),
        ("S 2", "listed"),
        ("", "not-assessed"),
        ("S-3 bag", "not-listed"),
    ]


def test_one_unreadable_structure_costs_one_answer_and_exit_code_3() -> None:
    done = run("check", MMC, "C1CC(", CAFFEINE, "--json", "--date", DATE)
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 3
    assert '"outcome": "not-assessed"' in done.stdout.splitlines()[1]


def test_all_assessed_is_exit_code_0() -> None:
    assert run("check", MMC, "--json", "--date", DATE).returncode == 0


def test_json_is_utf_8_whatever_the_locale() -> None:
    done = run("check", "-", "--json", stdin="CCO geïdentificeerd\n", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert '"id": "geïdentificeerd"' in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "--name"),
        (("check", "CCO", "--date", "23-11-2026"), "2026-07-09"),
        (("check", "CCO", "--date", "20261123"), "2026-07-09"),
        (("check", "CCO", "--date", "2026-02-30"), "2026-02-30"),
        (("check", "CCO", "--law", "atlantis"), "atlantis"),
        (("check", "CCO", "--lang", "fr"), "nl"),
        (("check", "CCO", "CCN", "--id", "one"), "--id"),
        (("check", "-", "--id", "one"), "--id"),
        (("check", "CCO", "--wrong"), "--wrong"),
        (("wrong",), "wrong"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_a_way_out(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("lang", "word"), [("nl", "VALT ERONDER"), ("en", "LISTED")])
def test_people_read_the_outcome_first(lang: str, word: str) -> None:
    done = run("check", MMC, "--date", DATE, "--lang", lang, "--id", "S-1")
    assert done.stdout.startswith(f"● {word}")
    assert "fenethylaminen" in done.stdout.splitlines()[0]
    assert "S-1" in done.stdout.splitlines()[0]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_people_read_at_most_80_columns_without_colour(lang: str) -> None:
    structures = "\n".join(line.split(";")[2] for line in DEMO.read_text("utf-8").splitlines()[1:])
    done = run("check", "-", "--explain", "--date", DATE, "--lang", lang, stdin=structures)
    assert done.returncode == 3
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in done.stdout
    assert [line for line in lines if line != line.rstrip()] == []


def test_explain_shows_clauses() -> None:
    plain = run("check", MMC, "--date", DATE, "--no-lists")
    explained = run("check", MMC, "--date", DATE, "--no-lists", "--explain")
    assert "✓ voldoet" in explained.stdout
    assert "✓ voldoet" not in plain.stdout


def test_a_substance_can_be_asked_by_name() -> None:
    # 3-MMC: lijst II since 2021-10-28, lijst I since 2024-04-16
    (on_two,) = verdicts("--name", "3-MMC", "--date", "2022-01-01")
    (on_one,) = verdicts("--name", "3-MMC", "--date", "2024-06-01")
    assert (on_two["outcome"], on_two["list"], on_two["entry"]) == ("listed", "II", "3-mmc")
    assert (on_one["outcome"], on_one["list"], on_one["entry"]) == ("listed", "I", "3-mmc")


def test_an_unknown_name_is_not_assessed() -> None:
    done = run("check", "--name", "no such substance", "--json")
    assert done.returncode == 3
    assert "unknown-name" in done.stdout


def test_the_reader_may_stop_reading(tmp_path_factory: pytest.TempPathFactory) -> None:
    import subprocess

    from running import COMMAND

    file = tmp_path_factory.mktemp("pipe") / "many.smi"
    file.write_text(f"{CAFFEINE}\n" * 5000)
    with subprocess.Popen(
        [*COMMAND, "screen", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
