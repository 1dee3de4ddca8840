"""``stofgroep law``: the law itself, and when it said what."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from stofgroep.cli.compare_command import compare_laws
from stofgroep.cli.console import console, print_lines, show
from stofgroep.cli.group_view import group_view, groups_table
from stofgroep.cli.lists_view import (
    audit_as_dict,
    audit_view,
    changes_as_list,
    changes_view,
    group_changes,
    history_as_list,
    history_view,
)
from stofgroep.cli.options import JsonOption, LangOption, LawOption, checked_lang, date_of
from stofgroep.definition.schema import json_schema
from stofgroep.errors import UnknownLawError, UsageError
from stofgroep.law import Law
from stofgroep.law.audit import audit, how_to_get
from stofgroep.law.description import group_details, group_summary
from stofgroep.law.history import diff, history
from stofgroep.law.lists import Lists
from stofgroep.wording import say

DIFFERENCES_FOUND = 1

law = typer.Typer(
    help="Look at the law itself: groups, lists and versions (Nederlands: de wet zelf).", no_args_is_help=True
)


@law.command("list")
def list_groups(name: LawOption = "nl", as_json: JsonOption = False, lang: LangOption = "nl") -> None:
    """Show the groups and lists of a law with their dates (Nederlands: groepen en lijsten)."""
    checked_lang(lang)
    groups = Law.groups_of(name)
    book = Law.at(None, name).book
    rows = _rows_by_list(name)
    if as_json:
        known = book.lists_known_until.isoformat() if book.lists_known_until else None
        answer = {
            "law": book.name,
            "title": book.title[lang],
            "url": book.url,
            "known_from": book.known_from.isoformat(),
            "gaps": [{"from": g.from_day.isoformat(), "until": g.until.isoformat()} for g in book.gaps],
            "known_until": {"groups": book.groups_known_until.isoformat(), "lists": known},
            "lists": [{"list": key, "rows": count} for key, count in rows.items()],
            "groups": [group_summary(group, lang) for group in groups],
        }
        _print_json(answer)
        return
    out = console()
    show(out, f"{book.title[lang]} ({book.name})  {book.url}\n")
    show(out, groups_table(groups, lang))
    show(out, "")
    for key, count in rows.items():
        show(out, say(lang, "cli.list-rows", list=key, rows=count))
    known_days = {"first": book.known_from, "groups": book.groups_known_until}
    if book.lists_known_until is None:
        show(out, say(lang, "cli.law-known", **known_days))
    else:
        show(out, say(lang, "cli.law-known-lists", **known_days, lists=book.lists_known_until))
    for gap in book.gaps:
        show(out, say(lang, "cli.law-gap", first=gap.from_day, last=gap.until - dt.timedelta(days=1)))


@law.command("show")
def show_one(
    wanted: Annotated[
        str, typer.Argument(metavar="ID", show_default=False, help="A group, or a listed substance by name.")
    ],
    name: LawOption = "nl",
    as_json: JsonOption = False,
    lang: LangOption = "nl",
) -> None:
    """Show a group clause by clause, or the history of a listed substance (Nederlands: wat de wet zegt)."""
    checked_lang(lang)
    groups = Law.groups_of(name)
    versions = [group for group in groups if wanted.lower() in (group.id, group.short)]
    periods = () if versions or not _rows_by_list(name) else history(wanted, Lists.load(name))
    if not versions and not periods:
        known = ", ".join(dict.fromkeys(group.short for group in groups))
        raise UnknownLawError(say(lang, "cli.unknown-id", wanted=wanted, groups=known))
    if as_json:
        details = [group_details(group, lang) for group in versions]
        _print_json({"law": name, "versions": details, "periods": history_as_list(periods)})
        return
    blocks = [group_view(group, lang) for group in versions]
    for key in dict.fromkeys(period.key for period in periods):
        blocks.append(history_view([period for period in periods if period.key == key], lang))
    out = console()
    for number, block in enumerate(blocks):
        if number:
            out.print()
        show(out, block)


@law.command("diff")
def show_changes(
    first: Annotated[str, typer.Argument(metavar="DATE1", show_default=False, help="The earlier date.")],
    second: Annotated[str, typer.Argument(metavar="DATE2", show_default=False, help="The later date.")],
    name: LawOption = "nl",
    as_json: JsonOption = False,
    lang: LangOption = "nl",
) -> None:
    """Show what changed between two dates, with decree (Nederlands: wat er veranderde)."""
    checked_lang(lang)
    days = date_of(first, lang, "DATE1"), date_of(second, lang, "DATE2")
    changes = diff(*days, Lists.load(name)) if _rows_by_list(name) else ()
    for day in days:
        missing = Law.at(day, name, lists=False).what_is_missing
        if missing:
            raise UsageError(f"{day.isoformat()}: {missing}")
    groups = group_changes(Law.groups_of(name), *days)
    if as_json:
        _print_json(
            {"law": name, "first": first, "second": second, "changes": changes_as_list(changes, groups)}
        )
    else:
        show(console(), changes_view(changes, groups, *days, lang))


@law.command()
def schema() -> None:
    """Print the JSON Schema of the definition language (Nederlands: het schema van de definities)."""
    _print_json(json_schema())


law.command("compare")(compare_laws)


@law.command("audit")
def audit_text(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE.xml", show_default=False, help="The official text; without it: how to get it."
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="YYYY-MM-DD", help="Which day's text it is, if the file does not say so."
        ),
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = "nl",
) -> None:
    """Compare the official text with our lists, row by row (Nederlands: toets aan de officiële tekst).

    Exit code 1 when they differ.
    """
    checked_lang(lang)
    day = date_of(date, lang)
    if file is None:
        show(console(), how_to_get(lang, day))
        return
    try:
        content = file.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(say(lang, "screening.cannot-open", file=file, why=why)) from error
    report = audit(content, day)
    if date is None and report.state is not None:
        report = audit(content, report.state)
    if as_json:
        _print_json(audit_as_dict(report))
    else:
        show(console(), audit_view(report, Law.at(report.date).groups, lang))
    if not report.agrees:
        raise typer.Exit(DIFFERENCES_FOUND)


def _rows_by_list(name: str) -> dict[str, int]:
    """Number of rows on each list of named substances; empty for a law that has none."""
    book = Law.at(None, name).book
    if book.lists_known_until is None:
        return {}
    lists = [entry.list for entry in Lists.load(book.name).entries]
    return {key: lists.count(key) for key in dict.fromkeys(lists)}


def _print_json(answer: Any) -> None:
    print_lines(json.dumps(answer, ensure_ascii=False, indent=2))
