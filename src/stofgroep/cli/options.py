"""Options that several commands share, and what their values mean."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from stofgroep.errors import UsageError
from stofgroep.wording import LANGUAGES, say

DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="Decide for this date; today when omitted."),
]
LawOption = Annotated[
    str,
    typer.Option(
        "--law",
        metavar="NAME",
        help="Which law: nl (the Opiumwet), npsg (the German NpSG) or a definition file (.toml).",
    ),
]
NoListsOption = Annotated[
    bool, typer.Option("--no-lists", help="Decide by the group definitions alone, without lijst I and II.")
]
LangOption = Annotated[str, typer.Option("--lang", metavar="nl|en", help="Language of the answer.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]


def checked_lang(lang: str) -> str:
    """The language, if it is one.

    Raises
    ------
    UsageError : for another language than ``nl`` and ``en``
    """
    if lang not in LANGUAGES:
        raise UsageError(f"--lang {lang}: choose {' or '.join(LANGUAGES)}")
    return lang


def date_of(text: str | None, lang: str, option: str = "--date") -> dt.date:
    """A date as year-month-day; today when nothing was given.

    Raises
    ------
    UsageError : for anything that is not an ISO calendar date
    """
    if text is None:
        return dt.date.today()
    try:
        if len(text) != len("2026-07-09"):  # fromisoformat also takes 20260709 and week dates
            raise ValueError(text)
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(say(lang, "cli.bad-date", option=option, text=text)) from error
