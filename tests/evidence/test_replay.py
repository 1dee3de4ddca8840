"""Kept verdicts given once more: the same, or exactly what differs."""

import json
from pathlib import Path
from typing import Any

import pytest
from evidence_material import DATE, DOPAMINE, MMC, RECEIPTS, stofgroep

KEPT = sorted(RECEIPTS.glob("*.ndjson"))
NEARLY_ALL_FILES = 20


def fresh(*arguments: str) -> list[dict[str, Any]]:
    done = stofgroep("check", "--json", "--date", DATE, *arguments)
    return [json.loads(line) for line in done.stdout.splitlines()]


def replayed(text: str, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    done = stofgroep("replay", "-", "--json", *arguments, stdin=text)
    assert "Traceback" not in done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("file", KEPT, ids=lambda f: f.stem)
def test_receipts_of_earlier_versions_replay_or_the_difference_is_named(file: Path) -> None:
    done = stofgroep("replay", str(file), "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(file.read_text("utf-8").splitlines()) == 20
    for one in found:
        assert one["result"] in ("same", "differs"), one
        if one["result"] == "differs":  # never without a cause, and never without what it changed
            assert one["made_from"]
            assert one["answer"]
    assert done.returncode == (1 if any(one["result"] == "differs" for one in found) else 0)


def test_a_verdict_a_receipt_and_lists_of_them_are_the_same_when_nothing_changed() -> None:
    one, other = fresh(MMC, DOPAMINE, "--explain", "--lang", "en", "--id", "a", "--id", "b")
    for text, count in (
        (json.dumps(one), 1),
        (json.dumps(one, indent=2), 1),
        (json.dumps(one["receipt"]), 1),
        (json.dumps([one, other]), 2),
        (json.dumps({"verdicts": [one, other]}), 2),
        (json.dumps({"receipts": [{"number": 1, "kept_at": "x", "verdict": other}]}), 1),
        (f"{json.dumps(one)}\n{json.dumps(other['receipt'])}\n\n", 2),
    ):
        code, found = replayed(text)
        assert code == 0
        assert [f["result"] for f in found] == ["same"] * count
        assert all(f["made_from"] == [] for f in found)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--name", "3-MMC"),
        ("--name", "hennep"),
        ("--name", "nothing of that name"),
        (MMC, "--no-lists"),
        ("C1CC(",),
        ("C[NH2+]C(C)C(=O)c1ccccc1C.[Cl-]",),
    ],
)
def test_every_way_of_asking_is_in_the_receipt_alone(arguments: tuple[str, ...]) -> None:
    (verdict,) = fresh(*arguments)
    code, (found,) = replayed(json.dumps(verdict["receipt"]))
    assert (code, found["result"]) == (0, "same")
    assert found["outcome"] == verdict["outcome"]


def test_another_file_with_the_same_answer_is_the_same_and_named() -> None:
    (verdict,) = fresh(MMC)
    name = "nl/lijst-ia/fenethylaminen/2025-07-01.toml"
    verdict["receipt"]["files"][name] = "0" * 64
    verdict["receipt"]["rdkit"] = "2025.09.1"
    code, (found,) = replayed(json.dumps(verdict))
    assert (code, found["result"]) == (0, "same")
    assert [(c["what"], c["then"]) for c in found["made_from"]] == [("rdkit", "2025.09.1"), (name, "0" * 64)]
    done = stofgroep("replay", "-", stdin=json.dumps(verdict))
    assert f"{name}: toen 000000000000, nu " in " ".join(done.stdout.split())


def test_another_answer_is_named_with_what_caused_it() -> None:
    (verdict,) = fresh(MMC)
    verdict["outcome"], verdict["list"], verdict["group"] = "not-listed", None, None
    verdict["findings"], verdict["exceptions"] = [], []
    verdict["receipt"]["files"]["lists/nl.csv"] = "1" * 64
    del verdict["receipt"]["answer_sha256"]  # as in receipts of the first versions
    code, (found,) = replayed(json.dumps(verdict))
    assert (code, found["result"]) == (1, "differs")
    answer = {c["what"]: (c["then"], c["now"]) for c in found["answer"]}
    assert answer["outcome"] == ("not-listed", "listed")
    assert answer["group"] == ("", "fenethylaminen")
    assert [c["what"] for c in found["made_from"]] == ["lists/nl.csv"]


def test_a_verdict_that_was_tampered_with_is_noticed() -> None:
    (verdict,) = fresh(DOPAMINE)
    verdict["outcome"] = "listed"
    code, (found,) = replayed(json.dumps(verdict))
    assert (code, found["result"]) == (1, "differs")
    assert {"outcome", "answer_sha256"} <= {c["what"] for c in found["answer"]}
    done = stofgroep("replay", "-", "--lang", "en", stdin=json.dumps(verdict))
    assert "versions and files are the same" in " ".join(done.stdout.split())


def test_an_old_receipt_alone_made_from_other_files_cannot_be_told() -> None:
    (verdict,) = fresh(MMC)
    receipt = verdict["receipt"]
    for key in ("answer_sha256", "program_sha256", "lists", "lang", "explain", "name"):
        del receipt[key]
    assert replayed(json.dumps(receipt))[1][0]["result"] == "same"
    receipt["files"]["lists/nl.csv"] = "1" * 64
    code, (found,) = replayed(json.dumps(receipt))
    assert (code, found["result"]) == (1, "unknown")


def changed(key: str, value: object) -> str:
    (verdict,) = fresh(MMC)
    verdict["receipt"][key] = value
    return json.dumps(verdict)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "JSON"),
        ("rubbish", "JSON"),
        ("[" * 100_000, "nested"),
        ("[]", ""),
        ("3", "neither"),
        ('{"input": "CCO"}', "input_sha256"),
        ('{"receipt": {}, "id": "x"}', "input"),
    ],
)
def test_what_is_no_receipt_is_unusable(text: str, said: str) -> None:
    done = stofgroep("replay", "-", "--lang", "en", stdin=text)
    assert done.returncode == 2
    assert said in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("input", "CCO", "does not belong to the hash"),
        ("date", "yesterday", "date"),
        ("files", ["a"], "files"),
        ("law", "atlantis", "atlantis"),
        ("lists", "perhaps", "lists"),
    ],
)
def test_a_receipt_with_a_wrong_field_is_unusable(key: str, value: object, said: str) -> None:
    done = stofgroep("replay", "-", "--lang", "en", stdin=changed(key, value))
    assert done.returncode == 2
    assert said in " ".join(done.stdout.split())


def test_one_bad_line_does_not_lose_the_others() -> None:
    good = json.dumps(fresh(MMC)[0])
    code, found = replayed(f"{good}\nrubbish\n{good}\n")
    assert (code, [f["result"] for f in found]) == (2, ["same", "unusable", "same"])


def test_a_draft_is_replayed_with_its_file(tmp_path: Path) -> None:
    draft = tmp_path / "draft.toml"
    draft.write_text(
        'id = "draft.amine"\nlist = "X"\nnumber = 1\ntitle = { nl = "a", en = "a" }\n'
        'citation = "c"\nbasis = "text"\ntext = { nl = "t", en = "t" }\nurl = "https://wetten.overheid.nl/BWBR0001941"\n'
        "in_force = { from = 2020-01-01 }\n"
        '[build.main.part.core]\ntext = { nl = "t", en = "t" }\n'
        '[build.main.part.core.variant.main]\nsmarts = "[CX4:1][NX3]"\nsites = { C = 1 }\n'
        '[build.main.slot.R]\nat = ["core.C"]\nrepeat = true\n'
        '[build.main.rule.R]\nslots = ["R"]\nallow = ["H", "any"]\ntext = { nl = "t", en = "t" }\n'
    )
    (verdict,) = fresh("CCN", "--law", str(draft))
    text = json.dumps(verdict)
    assert replayed(text)[0] == 2
    code, (found,) = replayed(text, "--law", str(draft))
    assert (code, found["result"]) == (0, "same")
    draft.write_text(draft.read_text().replace('"any"', '"methyl"').replace("[CX4:1]", "[CX4;!$(C=*):1]"))
    code, (found,) = replayed(text, "--law", str(draft))
    assert [c["what"] for c in found["made_from"]] == ["draft.toml"]


def test_a_missing_file_is_wrong_usage() -> None:
    done = stofgroep("replay", "no-such-file.json")
    assert done.returncode == 2
    assert "no-such-file.json" in done.stderr
