"""What reports, routes, verifications and phrases say is there in both languages, and all of it is said."""

import re
import string
from importlib.resources import files

import pytest

from stofgroep.wording import messages

STEMS = ("phrases", "picture", "report", "route", "verify")
OURS = {key: texts for key, texts in messages().items() if key.startswith(tuple(f"{s}." for s in STEMS))}
PACKAGES = ("cli", "picture", "report", "route", "validation", "verdict")


def sources() -> str:
    found = ""
    for package in PACKAGES:
        root = files(f"stofgroep.{package}")
        for folder in (root, root.joinpath("templates")):
            if folder.is_dir():
                found += "".join(
                    f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith((".py", ".j2"))
                )
    return found


@pytest.mark.parametrize("key", OURS)
def test_both_languages_say_the_same_things(key: str) -> None:
    texts = OURS[key]
    assert set(texts) == {"nl", "en"}
    fields = {lang: {f for _, f, _, _ in string.Formatter().parse(text) if f} for lang, text in texts.items()}
    assert fields["nl"] == fields["en"]


def test_every_message_is_used_and_every_message_used_exists() -> None:
    stems = "|".join(STEMS)
    named = set(re.findall(rf"""["']((?:{stems})\.[a-z][^"'\s]*)["']""", sources()))
    used = {key for key in named if "{" not in key and not key.endswith(("-", ".j2", ".css"))}
    assert used <= set(OURS)
    starts = tuple(key.partition("{")[0] for key in named - used if not key.endswith((".j2", ".css")))
    assert {key for key in set(OURS) - used if not key.startswith(starts)} == set()


def test_every_reason_that_is_made_has_words() -> None:
    made = set()
    for package in ("matching",):
        for file in files(f"stofgroep.{package}").iterdir():
            if file.name.endswith(".py"):
                made |= set(re.findall(r"""Why\(\s*"([a-z-]+)\"""", file.read_text("utf-8")))
    assert len(made) > 10
    worded = {key.removeprefix("verdict.why-") for key in messages() if key.startswith("verdict.why-")}
    assert made <= worded
