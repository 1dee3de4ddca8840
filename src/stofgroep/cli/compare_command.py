"""``stofgroep law compare``: what one law catches and another does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group as Block
from rich.console import RenderableType
from rich.text import Text

from stofgroep.cli.console import console, print_lines, show
from stofgroep.cli.draft_command import EVERY_SET, AgainstOption, sets_of, write_whole
from stofgroep.cli.draft_view import MOST_LINES, table_of
from stofgroep.cli.options import JsonOption, LangOption, NoListsOption, checked_lang, date_of
from stofgroep.cli.verdict_view import bullet, indented, title
from stofgroep.law import Law
from stofgroep.policy.comparison import (
    Compared,
    Comparison,
    Verdict,
    as_csv,
    as_dict,
    compare,
    refuse_unknown,
)
from stofgroep.policy.export import place_text
from stofgroep.wording import say

_DIFFERENT = (Verdict.ONLY_FIRST, Verdict.ONLY_SECOND, Verdict.UNCERTAIN, Verdict.NOT_ASSESSED)


def compare_laws(
    first: Annotated[str, typer.Argument(metavar="LAW1", show_default=False, help="A law: nl, npsg, …")],
    second: Annotated[
        str, typer.Argument(metavar="LAW2", show_default=False, help="Another law, or the same again.")
    ],
    against: AgainstOption = EVERY_SET,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of LAW1; today when omitted.")
    ] = None,
    date2: Annotated[
        str | None,
        typer.Option("--date2", metavar="YYYY-MM-DD", help="The day of LAW2; that of LAW1 when omitted."),
    ] = None,
    no_lists: NoListsOption = False,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="OUT.csv", help="Write one row per substance here.")
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = "nl",
) -> None:
    """Show what one law catches and another does not (Nederlands: leg twee wetten naast elkaar)."""
    checked_lang(lang)
    day = date_of(date, lang)
    laws = (
        Law.at(day, first, not no_lists),
        Law.at(date_of(date2, lang, "--date2") if date2 else day, second, not no_lists),
    )
    refuse_unknown(laws[0], "--date", lang)
    refuse_unknown(laws[1], "--date2", lang)
    found = compare(*laws, sets_of(against, lang))
    if table is not None:
        write_whole(table, as_csv(found), lang)
    if as_json:
        print_lines(json.dumps(as_dict(found), ensure_ascii=False, indent=2))
        return
    out = console()
    show(out, comparison_view(found, no_lists, lang))
    if table is not None:
        show(out, say(lang, "policy.written", file=table))


def comparison_view(found: Comparison, no_lists: bool, lang: str) -> RenderableType:
    """Counts per set, then the substances on which the laws differ."""
    head = say(
        lang,
        "policy.compare-title",
        first=found.first.name,
        first_date=found.first.date,
        second=found.second.name,
        second_date=found.second.date,
    )
    blocks: list[RenderableType] = [Text(head, style="bold")]
    if no_lists:
        blocks.append(Text(say(lang, "policy.compare-no-lists")))
    counts = table_of(say(lang, "policy.set"), *(_name(v, found, lang) for v in Verdict))
    for one in found.sets:
        counts.add_row(one.name, *(str(len(found.having(v, one.name))) for v in Verdict))
    blocks += [Text(""), indented(counts), *_differences(found, lang)]
    return Block(*blocks)


def _name(verdict: Verdict, found: Comparison, lang: str) -> str:
    law = found.first if verdict is Verdict.ONLY_FIRST else found.second
    name = law.name if found.first.name != found.second.name else law.date.isoformat()
    return say(lang, f"policy.compare-{verdict.value}", law=name)


def _differences(found: Comparison, lang: str) -> Iterator[RenderableType]:
    different = False
    for verdict in _DIFFERENT:
        some = found.having(verdict)
        if not some:
            continue
        different = True
        yield title(f"{_name(verdict, found, lang)} ({len(some)})")
        for one in some[:MOST_LINES]:
            yield bullet("·", Text(_line(one)), depth=1)
        if len(some) > MOST_LINES:
            yield indented(Text(say(lang, "policy.more-in-table", count=len(some) - MOST_LINES)))
    if different:
        yield Text("\n" + say(lang, "policy.compare-explained"))
    else:
        yield Text("\n" + say(lang, "policy.compare-same"))


def _line(one: Compared) -> str:
    left = ", ".join(map(place_text, one.first_places)) or "–"
    right = ", ".join(map(place_text, one.second_places)) or "–"
    return f"{one.substance.name} ({one.set}): {left} ≠ {right}"
