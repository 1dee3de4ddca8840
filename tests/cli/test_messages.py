"""What people read is there in both languages."""

import re
import string
from importlib.resources import files

import pytest

from stofgroep.wording import messages

OURS = {key: texts for key, texts in messages().items() if key.startswith(("cli.", "screening."))}


@pytest.mark.parametrize("key", OURS)
def test_both_languages_say_the_same_things(key: str) -> None:
    texts = OURS[key]
    assert set(texts) == {"nl", "en"}
    fields = {lang: {f for _, f, _, _ in string.Formatter().parse(text) if f} for lang, text in texts.items()}
    assert fields["nl"] == fields["en"]


def test_every_message_is_used_and_every_message_used_exists() -> None:
    used: set[str] = set()
    patterns: set[str] = set()
    for package in ("cli", "screening", "screening.formats"):
        for file in files(f"stofgroep.{package}").iterdir():
            if file.name.endswith(".py"):
                for key in re.findall(
                    r"""["']((?:cli|screening)\.[a-z-][^"'\s]*)["']""", file.read_text("utf-8")
                ):
                    (patterns if "{" in key else used).add(key)
    assert used <= set(OURS)
    computed = [re.compile(re.sub(r"\\{.*?\\}", "[a-z-]+", re.escape(pattern))) for pattern in patterns]
    unused = {key for key in set(OURS) - used if not any(p.fullmatch(key) for p in computed)}
    assert unused == set()
