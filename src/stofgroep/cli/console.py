"""Where people read: standard output and standard error, with the marks for the five outcomes."""

from __future__ import annotations

import io
import re
import sys

from rich.console import Console, RenderableType
from rich.text import Text

from stofgroep.verdict.model import Outcome
from stofgroep.verdict.phrases import SIGNS, outcome_in_words

_WIDEST = 100
# The sign and the word say the same as the colour, which is not red against green.
_STYLES: dict[Outcome, str] = {
    Outcome.LISTED: "bold red",
    Outcome.EXEMPT: "bold cyan",
    Outcome.DEPENDS: "bold yellow",
    Outcome.NOT_LISTED: "bold blue",
    Outcome.NOT_ASSESSED: "bold magenta",
}


def console(stderr: bool = False) -> Console:
    """A console as wide as the terminal, but no wider than is pleasant to read."""
    found = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    found.width = min(found.width, _WIDEST)
    return found


def show(out: Console, content: RenderableType) -> None:
    """Print without the blanks with which rich fills every line, so that what is copied or piped is clean."""
    with out.capture() as captured:
        out.print(content)
    out.file.write(re.sub(r" +$", "", captured.get(), flags=re.MULTILINE))
    out.file.flush()


def outcome_mark(outcome: Outcome, lang: str) -> Text:
    """Sign and word of an outcome."""
    return Text(f"{SIGNS[outcome]} {outcome_in_words(outcome, lang)}", style=_STYLES[outcome])


def print_lines(text: str) -> None:
    """Text for programs: always UTF-8, never wrapped."""
    use_utf8(sys.stdout)
    sys.stdout.write(text + "\n")
    if sys.stdout.isatty():
        sys.stdout.flush()


def use_utf8(stream: object) -> None:
    """Make a text stream write UTF-8, whatever the locale says."""
    if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
        stream.reconfigure(encoding="utf-8")
