"""What is said of drafts is there in both languages, and all of it is said somewhere."""

import re
import string
from importlib.resources import files

import pytest

from stofgroep.policy.advice import advice
from stofgroep.wording import messages

OURS = {key: texts for key, texts in messages().items() if key.startswith("policy.")}
_SOURCES = ("policy", "cli", "api")


@pytest.mark.parametrize("key", OURS)
def test_both_languages_say_the_same_things(key: str) -> None:
    texts = OURS[key]
    assert set(texts) == {"nl", "en"}
    fields = {lang: {f for _, f, _, _ in string.Formatter().parse(text) if f} for lang, text in texts.items()}
    assert fields["nl"] == fields["en"]


def keys_said() -> tuple[set[str], set[str]]:
    """Keys named in full, and patterns of keys that are put together."""
    said: set[str] = set()
    for package in _SOURCES:
        for file in files(f"stofgroep.{package}").iterdir():
            if file.name.endswith(".py"):
                said |= set(re.findall(r"""["']policy\.([a-z][^"'\s]*)["']""", file.read_text("utf-8")))
    template = files("stofgroep.data").joinpath("policy/report.html.j2").read_text("utf-8")
    said |= set(re.findall(r"""\b(?:t|head)\(["']([a-z-]+)["']""", template))
    said |= {f"{start}{{x}}" for start in re.findall(r"""\b(?:t|head)\(["']([a-z-]+-)["'] ~""", template)}
    return {key for key in said if "{" not in key}, {key for key in said if "{" in key}


def test_every_message_is_used_and_every_message_used_exists() -> None:
    used, patterns = keys_said()
    known = {key.removeprefix("policy.") for key in OURS}
    assert {key for key in used if not key.endswith("-")} <= known
    computed = [re.compile(re.sub(r"\\{.*?\\}", "[a-z-]+", re.escape(pattern))) for pattern in patterns]
    unused = {key for key in known - used if not any(p.fullmatch(key) for p in computed)}
    assert unused == set()


@pytest.mark.parametrize(
    ("reason", "word"),
    [
        ("something nobody foresaw", "docs/language.md"),
        ("unknown term 'xyzzy'; known: H, alkyl", "[term.xyzzy]"),
        ("unknown ring system 'fenil'; known: fenyl, naftyl", "fenyl"),
        ("unknown slot 'R9'; known: R1, R2", "R9"),
        ("a pattern is one connected piece: 'C.C'", "join"),
        ("is no SMARTS that can be read: '[C'", "["),
        ("is no SMARTS that can be read: 'C1CC'", "1"),
        ("is no SMARTS that can be read: 'C=!C'", "SMARTS"),
        ("no site is given for the atoms numbered 3", "sites"),
        ("the pattern has no atom numbered 7", "[#7:7]"),
    ],
)
def test_advice(reason: str, word: str) -> None:
    assert word in advice("build.main.x", reason, "en")
