"""What the service says is there in both languages, and nothing that nobody says."""

import re
import string
from importlib.resources import files

import pytest

from stofgroep.wording import messages

OURS = {key: texts for key, texts in messages().items() if key.startswith("api.")}
CODE = "\n".join(
    file.read_text("utf-8") for file in files("stofgroep.api").iterdir() if file.name.endswith(".py")
)


@pytest.mark.parametrize("key", OURS)
def test_both_languages_say_the_same_things(key: str) -> None:
    texts = OURS[key]
    assert set(texts) == {"nl", "en"}
    fields = {lang: {f for _, f, _, _ in string.Formatter().parse(text) if f} for lang, text in texts.items()}
    assert fields["nl"] == fields["en"]


def test_every_message_is_used() -> None:
    named = set(re.findall(r"""["'](?:api\.)?([a-z0-9]+(?:[-_][a-z0-9]+)*)["']""", CODE))
    # Those of a status or of a kind of fault are found by their number or the validator's word.
    unused = {
        key
        for key in OURS
        if key.removeprefix("api.") not in named
        and not re.match(r"api\.(status|detail)-\d{3}$|api\.fault-", key)
    }
    assert unused == set()


def test_every_message_that_is_named_exists() -> None:
    named = re.findall(r"""["']api\.([a-z0-9-]+)["']""", CODE)
    named += re.findall(r"""ProblemError\(\s*\d{3}, "([a-z-]+)\"""", CODE)
    named += re.findall(r""""fault": "([a-z-]+)\"""", CODE)
    assert named
    assert {f"api.{name}" for name in named} <= set(OURS)


def test_every_status_that_is_described_has_a_title() -> None:
    from stofgroep.api import description

    statuses = {*description._ANYWHERE, *description._WITH_BODY, 409, 429}
    assert {f"api.status-{status}" for status in statuses} <= set(OURS)
