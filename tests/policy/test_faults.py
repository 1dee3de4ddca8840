"""Every fault of a draft in one go, each with its line and what to do next."""

import pytest
from draft_material import ANISOLES, draft

from stofgroep.policy.draft import DraftText
from stofgroep.policy.faults import Fault, faults
from stofgroep.policy.starting import new_draft
from stofgroep.wording import LANGUAGES


def line_of(text: str, piece: str) -> int:
    [number] = [n for n, line in enumerate(text.splitlines(), start=1) if piece in line]
    return number


def found(*changes: tuple[str, str], lang: str = "en") -> list[Fault]:
    return list(faults(draft(ANISOLES, *changes), lang))


def test_a_good_draft_has_none() -> None:
    assert found() == []


# one fault each: what is put in place of what, the key, a word of the reason, a word of the help
SINGLE = {
    "unknown key": (("mass = 250", "mass = 250\nq = 3"), "build.main.limit.mass.q", "unknown", "Remove"),
    "misspelt key": (("mass = 250", "mass = 250\nbasi = 3"), "build.main.limit.mass.basi", "", "mean basis"),
    "term": (("alkyl<=3", "alkil<=3"), "build.main.rule.R1.allow", "alkil", "Did you mean alkyl"),
    "bracket": (("[OX2:1]c1", "[OX2:1c1"), "build.main.part.A.variant.main.smarts", "SMARTS", "counterpart"),
    "ring": (("[c:2]1\"", "[c:2]\""), "build.main.part.A.variant.main.smarts", "SMARTS", "Ring number 1"),
    "site": (('at = ["A.O"]', 'at = ["A.P"]'), "build.main.slot.R1.at", "A.P", "A.O"),
    "slot": (('slots = ["R1"]', 'slots = ["R1", "R7"]'), "build.main.rule.R1.slots", "R7", "add R7"),
    "number": (("mass = 250", "mass = -1"), "build.main.limit.mass.mass", "number", "range"),
    "text": (("mass = 250", 'mass = "heavy"'), "build.main.limit.mass.mass", "number", "without quotes"),
    "day": (("2027-01-01", '"2027-01-01"'), "in_force.from", "date", "without quotes"),
    "basis": (('basis = "reconstruction"', 'basis = "guess"'), "basis", "guess", "docs/language.md"),
    "smiles": (('"COc1ccccc1"', '"COc1cccc"'), "exclude.named.structures.anisool", "SMILES", "check"),
    "likely": (('likely = "yes"', 'likely = "maybe"'), "reading.ring.likely", "maybe", ""),
    "unused": (('allow_when.ring.yes = ["methyl"]\n', ""), "reading.ring", "nothing", "drop ="),
}  # fmt: skip


@pytest.mark.parametrize("name", SINGLE)
def test_one_fault_is_one_fault(name: str) -> None:
    change, key, reason, help = SINGLE[name]
    [fault] = found(change)
    assert fault.file == "anisolen.toml"
    assert fault.key == key
    assert reason in fault.reason
    assert help in fault.help
    assert fault.help


def test_a_fault_names_its_line() -> None:
    change = ("mass = 250", "mass = -1")
    [fault] = found(change)
    assert fault.line == line_of(draft(ANISOLES, change).text, "mass = -1")


def test_a_syntax_error_is_the_only_fault_with_its_line() -> None:
    change = ("mass = 250", "mass = = 250")
    [fault] = found(change)
    assert fault.line == line_of(draft(ANISOLES, change).text, "mass = =")


TOGETHER = (
    "unknown key",
    "term",
    "bracket",
    "site",
    "slot",
    "day",
    "basis",
    "smiles",
    "likely",
)


def test_all_faults_in_one_go_and_nothing_that_only_follows() -> None:
    found_keys = [f.key for f in found(*(SINGLE[name][0] for name in TOGETHER))]
    assert sorted(found_keys) == sorted(SINGLE[name][1] for name in TOGETHER)


def test_faults_come_in_the_order_of_the_file() -> None:
    lines = [f.line for f in found(*(SINGLE[name][0] for name in TOGETHER))]
    assert None not in lines
    assert lines == sorted(lines, key=lambda n: n or 0)


def overlay(changes: str) -> list[tuple[int | None, str]]:
    text = 'extends = "nl.lijst-ia.fenethylaminen@2025-07-01"\nin_force = { from = 2027-01-01 }\n' + changes
    return [(f.line, f.key) for f in faults(DraftText(text, "overlay.toml", None), "nl")]


def test_faults_of_an_overlay() -> None:
    rule = '[build.main.rule.Rn]\nallow = { add = ["halogen"] }\n'
    assert overlay(rule + "[build.main.limit.mass]\nmass = true\n") == [
        (4, "build.main.rule.Rn.allow.add"),
        (6, "build.main.limit.mass.mass"),
    ]  # fmt: skip


def test_a_reading_left_without_use_by_an_overlay() -> None:
    [(_, key)] = overlay("[build.main.rule.R12]\nchain.max = 7\n")
    assert key == "reading.chain-r12"


def test_an_unknown_definition_to_extend() -> None:
    text = 'extends = "nl.lijst-ia.niets@2025-07-01"\nin_force = { from = 2027-01-01 }\n'
    [fault] = faults(DraftText(text, "a.toml", None), "en")
    assert (fault.line, fault.key) == (1, "extends")
    assert "stofgroep law list" in fault.help


OWN_TERM = """
[term.brug]
kind = "group"
smarts = "[OX2]"
definition = { nl = "zuurstof", en = "oxygen" }
examples = { yes = ["*O", "*N"], no = ["*C"] }
"""


def test_a_word_of_the_draft_must_be_what_its_examples_say() -> None:
    text = draft(ANISOLES, ('"H", "halogen"', '"H", "halogen", "brug"')).text + OWN_TERM
    [fault] = faults(DraftText(text, "a.toml", None), "en")
    assert fault.key == "term.brug.examples.yes"
    assert "'*N'" in fault.reason


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_in_both_languages(lang: str) -> None:
    helps = [f.help for f in found(*(SINGLE[name][0] for name in TOGETHER), lang=lang)]
    assert all(helps)
    assert any("Bedoelde" in text for text in helps) is (lang == "nl")


@pytest.mark.parametrize(
    "junk", ["", "x = 1\n", "build = 3\n", "[build]\nmain = 1\n", "[[build]]\n", "id = []\n"]
)
def test_any_text_is_answered_with_faults(junk: str) -> None:
    assert faults(DraftText(junk, "a.toml", None), "en")


def test_what_a_new_draft_begins_with_has_no_faults() -> None:
    import datetime as dt

    start = dt.date(2027, 1, 1)
    for lang in LANGUAGES:
        assert faults(DraftText(new_draft(lang, start), "a.toml", None), lang) == ()
        for group in ("fenethylaminen", "cannabinoiden", "aminopiperidinen", "nitazenen"):
            assert faults(DraftText(new_draft(lang, start, group), "a.toml", None), lang) == ()
