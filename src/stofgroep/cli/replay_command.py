"""``stofgroep replay``: give kept verdicts once more, and say what differs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from stofgroep.cli.console import console, print_lines, show, use_utf8
from stofgroep.cli.options import JsonOption, LangOption, checked_lang
from stofgroep.cli.verdict_view import bullet
from stofgroep.errors import UsageError
from stofgroep.replay.kept import Kept, Unusable, read_kept
from stofgroep.replay.replaying import Change, Replayed, Replayer
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.verdict.phrases import outcome_in_words, place
from stofgroep.wording import say

SOME_DIFFER = 1
SOME_UNUSABLE = 2
_SIGNS = {
    "same": ("✓", "blue"),
    "differs": ("✗", "red"),
    "unknown": ("?", "yellow"),
    "unusable": ("!", "magenta"),
}
_LONGEST_HASH = 64


def replay_command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Verdicts of check --json, receipts, or one of them a line; - reads standard input.",
            show_default=False,
        ),
    ],
    law: Annotated[
        str | None,
        typer.Option("--law", metavar="FILE", help="The definition file, for receipts of a draft."),
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = "nl",
) -> None:
    """Give kept verdicts once more and say what differs (Nederlands: geef een bewaard oordeel opnieuw).

    Exit codes: 0 all the same; 1 something differs; 2 something is no usable receipt.
    """
    checked_lang(lang)
    counts: Counter[str] = Counter()
    replayer = Replayer(law)
    out = console()
    for file in files:
        for number, kept in enumerate(read_kept(_text(file, lang)), 1):
            with interrupts_held():
                found = replayer.replay(kept) if isinstance(kept, Kept) else kept
            result = _result(found)
            counts[result] += 1
            if as_json:
                print_lines(json.dumps(_plain(file, number, result, found, lang), ensure_ascii=False))
            else:
                show(out, _view(file, number, result, found, lang))
    if not as_json:
        show(out, Text(say(lang, "cli.replayed", **{key: counts[key] for key in _SIGNS}), style="bold"))
    if counts["unusable"] or not counts:
        raise typer.Exit(SOME_UNUSABLE)
    if counts["differs"] or counts["unknown"]:
        raise typer.Exit(SOME_DIFFER)


def _text(file: str, lang: str) -> str:
    if file == "-":
        use_utf8(sys.stdin)
        return sys.stdin.read()
    try:
        return Path(file).read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(say(lang, "cli.cannot-read", file=file, why=error.strerror or error)) from error
    except UnicodeDecodeError as error:
        raise UsageError(say(lang, "cli.cannot-read", file=file, why="UTF-8")) from error


def _result(found: Replayed | Unusable) -> str:
    if isinstance(found, Unusable):
        return "unusable"
    return {True: "same", False: "differs", None: "unknown"}[found.same]


def _view(file: str, number: int, result: str, found: Replayed | Unusable, lang: str) -> RenderableType:
    sign, style = _SIGNS[result]
    text = Text(say(lang, f"cli.replay-{result}"), style=style)
    if isinstance(found, Unusable):
        text.append(f"  {file}, {number}: {_unusable(found, lang)}", style="default")
        return bullet(sign, text, depth=0, style=style)
    verdict = found.verdict
    name = " ".join(filter(None, (f"[{found.kept.id}]" if found.kept.id else "", found.kept.asked)))
    where = place(verdict.list, verdict.group, verdict.entry, lang)
    answer = ", ".join(filter(None, (outcome_in_words(verdict.outcome, lang), where, verdict.date)))
    text.append(f"  {name}", style="bold default")
    text.append(f"\n{answer}", style="default")
    blocks: list[RenderableType] = [bullet(sign, text, depth=0, style=style)]
    if result == "unknown":
        blocks.append(bullet("·", Text(say(lang, "cli.replay-no-answer")), depth=1))
    if result == "differs" and not found.made_from:
        blocks.append(bullet("·", Text(say(lang, "cli.replay-same-versions")), depth=1))
    blocks += [bullet("·", Text(_change(change, lang)), depth=1) for change in found.answer]
    blocks += [bullet("·", Text(_change(change, lang)), depth=1) for change in found.made_from]
    return Group(*blocks)


def _change(change: Change, lang: str) -> str:
    """A difference in one sentence; hashes cut short."""
    then, now = (text[:12] if len(text) == _LONGEST_HASH else text for text in (change.then, change.now))
    nothing = say(lang, "cli.replay-nothing")
    return say(lang, "cli.replay-change", what=change.what, then=then or nothing, now=now or nothing)


def _unusable(found: Unusable, lang: str) -> str:
    return say(lang, f"cli.replay-{found.key}", value=found.value)


def _plain(file: str, number: int, result: str, found: Replayed | Unusable, lang: str) -> dict[str, Any]:
    plain: dict[str, Any] = {"file": file, "number": number, "result": result}
    if isinstance(found, Unusable):
        return plain | {"reason": _unusable(found, lang)}
    return plain | {
        "id": found.kept.id,
        "input": found.kept.asked,
        "outcome": found.verdict.outcome.value,
        "made_from": [asdict(change) for change in found.made_from],
        "answer": [asdict(change) for change in found.answer],
    }
