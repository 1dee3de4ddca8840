"""``stofgroep draft``: definitions before they are law."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from stofgroep.cli.console import console, print_lines, show
from stofgroep.cli.draft_view import faults_view, impact_view
from stofgroep.cli.options import JsonOption, LangOption, checked_lang, date_of
from stofgroep.errors import DefinitionError, UsageError
from stofgroep.law import Law
from stofgroep.policy.draft import DraftText
from stofgroep.policy.export import as_csv, as_dict
from stofgroep.policy.faults import CheckWork, Fault
from stofgroep.policy.impact import assess
from stofgroep.policy.starting import new_draft
from stofgroep.policy.substances import REFERENCE_SETS, SubstanceSet, substance_sets
from stofgroep.policy.sweep import TooHeavyError, once
from stofgroep.wording import say

FAULTS_FOUND = 1
EVERY_SET = ",".join(REFERENCE_SETS)

draft = typer.Typer(
    help="Write a definition that is not law yet, and see what it would catch (Nederlands: concepten).",
    no_args_is_help=True,
)
DraftFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The draft, a TOML file.", show_default=False)
]
AgainstOption = Annotated[
    str,
    typer.Option(
        "--against",
        metavar="SET,…",
        help="What to try it on: nps, medicines, everyday, or tables of your own, with commas between.",
    ),
]


@draft.command("new")
def new(
    file: DraftFile,
    group: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="GROUP",
            help="Change this group: its name, or ID@DATE; else a group of its own.",
        ),
    ] = None,
    lang: LangOption = "nl",
) -> None:
    """Start a draft, with explanations in it (Nederlands: begin een concept)."""
    checked_lang(lang)
    next_year = dt.date(dt.date.today().year + 1, 1, 1)
    text = new_draft(lang, next_year, group)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError as error:
        raise UsageError(say(lang, "policy.exists", file=file)) from error
    except OSError as error:
        raise UsageError(say(lang, "policy.cannot-write", file=file, why=error.strerror or error)) from error
    show(console(), say(lang, "policy.new-written", file=file))


@draft.command("check")
def check_draft(file: DraftFile, as_json: JsonOption = False, lang: LangOption = "nl") -> None:
    """Show every fault of a draft, with line and what to do next (Nederlands: controleer een concept).

    Exit code 1 when there are any.
    """
    checked_lang(lang)
    found = _faults(DraftText.read(file), lang)
    if as_json:
        answer = {"file": file.name, "faults": [asdict(fault) for fault in found]}
        print_lines(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        show(console(), faults_view(file.name, found, lang))
    if found:
        raise typer.Exit(FAULTS_FOUND)


@draft.command("test")
def try_draft(
    file: DraftFile,
    against: AgainstOption = EVERY_SET,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline", metavar="YYYY-MM-DD", help="The law of this day beside it; today when omitted."
        ),
    ] = None,
    law: Annotated[
        str, typer.Option("--law", metavar="NAME", help="The law beside it: nl (the Opiumwet) or another.")
    ] = "nl",
    report: Annotated[
        Path | None, typer.Option("--report", metavar="OUT.html", help="Write a report with pictures here.")
    ] = None,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="OUT.csv", help="Write one row per substance here.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--json", metavar="OUT.json", help="Write every table as JSON here.")
    ] = None,
    lang: LangOption = "nl",
) -> None:
    """Show what a draft would catch and release, and on what that hinges (Nederlands: probeer een concept).

    Exit code 1 when the draft cannot be loaded.
    """
    checked_lang(lang)
    written = DraftText.read(file)
    sets = sets_of(against, lang)
    targets = [path for path in (report, table, data) if path is not None]
    for path in targets:
        if path.resolve() == file.resolve():
            raise UsageError(say(lang, "policy.onto-draft", file=path))
    beside = Law.at(date_of(baseline, lang, "--baseline"), law)
    try:
        impact = assess(written, sets, beside, lang=lang)
    except TooHeavyError as error:
        raise UsageError(too_heavy(error, lang)) from error
    except DefinitionError:
        show(console(stderr=True), faults_view(file.name, _faults(written, lang), lang))
        raise typer.Exit(FAULTS_FOUND) from None
    if report is not None:
        from stofgroep.policy.report import as_html  # loads jinja2 and the drawing code

        write_whole(report, as_html(impact, beside, lang), lang)
    if table is not None:
        write_whole(table, as_csv(impact), lang)
    if data is not None:
        write_whole(data, json.dumps(as_dict(impact, beside), ensure_ascii=False, indent=2) + "\n", lang)
    out = console()
    show(out, impact_view(impact, beside, lang))
    for path in targets:
        show(out, say(lang, "policy.written", file=path))


def sets_of(against: str, lang: str) -> tuple[SubstanceSet, ...]:
    """The sets that ``--against`` names.

    Raises
    ------
    UsageError : if it names none, or one that is not there
    """
    names = [name.strip() for name in against.split(",") if name.strip()]
    if not names:
        raise UsageError(say(lang, "policy.no-set"))
    return substance_sets(names, lang)


def too_heavy(error: TooHeavyError, lang: str) -> str:
    """What a draft that takes too long was doing, in words."""
    why = say(lang, f"structure.reason-{error.reason.value}")
    if error.doing == "load":
        return say(lang, "policy.too-heavy-load", why=why)
    return say(lang, "policy.too-heavy-match", why=why, structure=error.structure)


def _faults(written: DraftText, lang: str) -> tuple[Fault, ...]:
    """The faults; a draft that cannot even be read in time has one."""
    try:
        return once(CheckWork(written, lang))
    except TooHeavyError as error:
        reason = too_heavy(error, lang)
        return (Fault(written.file, None, "", reason, say(lang, "policy.help-too-heavy")),)


def write_whole(path: Path, text: str, lang: str) -> None:
    """Write a whole file or none of it."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UsageError(say(lang, "policy.cannot-write", file=path, why=error.strerror or error)) from error
