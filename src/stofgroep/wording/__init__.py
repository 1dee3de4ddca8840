"""Every sentence people read, in Dutch and English, from one catalogue.

The catalogue is ``stofgroep/data/messages/*.toml``: one table per message, its
id the dotted path, with the keys ``nl`` and ``en``. Values are filled in with
:meth:`str.format`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from stofgroep.errors import UsageError

LANGUAGES = ("nl", "en")


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for file in sorted(files("stofgroep.data").joinpath("messages").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            stem = file.name.removesuffix(".toml")
            for key, texts in tomllib.loads(file.read_text("utf-8")).items():
                found[f"{stem}.{key}"] = texts
    return found


def messages() -> dict[str, dict[str, str]]:
    """The whole catalogue: message id → language → text."""
    return _catalogue()


def say(lang: str, message: str, /, **values: Any) -> str:
    """One message in one language.

    Parameters
    ----------
    lang : "nl" or "en"
    message : FILE.KEY, for instance ``"verdict.listed-group"``
    values : what the placeholders of the message are filled with

    Raises
    ------
    UsageError : for a language other than ``nl`` and ``en``
    KeyError : for a message that is not in the catalogue (a fault of the program)
    """
    if lang not in LANGUAGES:
        raise UsageError(f"unknown language {lang!r}; choose one of {', '.join(LANGUAGES)}")
    return _catalogue()[message][lang].format(**values)
