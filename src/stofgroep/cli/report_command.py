"""``stofgroep report``: verdicts for a file, a court or a second reader, as a page or on paper."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from stofgroep.cli.check_command import SOME_NOT_ASSESSED, Asked, asked_for
from stofgroep.cli.options import DateOption, LangOption, LawOption, NoListsOption, checked_lang, date_of
from stofgroep.cli.progress import Progress
from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.screening.columns import column_named, id_column, structure_column
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.screening.writing import refuse_bad_target, write_whole
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Outcome, Verdict
from stofgroep.verdict.named import verdict_for_name
from stofgroep.wording import say

_PAGE = (".html", ".htm")
_PAPER = ".pdf"


def report(
    structures: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SMILES…|FILE",
            help="SMILES (with |CXSMILES extension|), InChI or molblock; or one file with a column of them; "
            "- reads standard input, one a line: SMILES [|extension|] [own id].",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help="Write here: .html or .pdf. HTML to standard output if omitted.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="TEXT", help="A listed substance by name or CAS number. Repeatable."),
    ] = None,
    own_id: Annotated[
        list[str] | None,
        typer.Option(
            "--id", metavar="ID", help="Your own id for a structure, once for each; of a file the column."
        ),
    ] = None,
    column: Annotated[
        str | None,
        typer.Option("--column", metavar="NAME|NUMBER", help="Of a file: the column with the structures."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="The title, instead of a general one.")
    ] = None,
    date: DateOption = None,
    law: LawOption = "nl",
    no_lists: NoListsOption = False,
    lang: LangOption = "nl",
    progress: Annotated[
        bool, typer.Option("--progress", help="Report progress as plain lines, even without terminal.")
    ] = False,
) -> None:
    """Write a report to sign and keep (Nederlands: maak een rapport voor het dossier).

    With a picture and every clause for each substance, the receipt, and room for the names of
    the examiner and a second reader; for several substances a summary in front.
    """
    from stofgroep.report.page import page, sections_of  # loaded for this command only

    checked_lang(lang)
    given, names = structures or [], name or []
    source = _file_of(given, names, lang)
    if out is not None:
        if out.suffix.lower() not in (*_PAGE, _PAPER):
            raise UsageError(say(lang, "report.bad-target", file=out))
        refuse_bad_target(out, source, lang)
    if source is not None:
        asked = _rows(source, column, own_id or [], lang)
    else:
        asked = list(asked_for(given, own_id or [], lang))
    if not asked and not names:
        raise UsageError(say(lang, "report.nothing"))
    decider = Decider(Law.at(date_of(date, lang), law, lists=not no_lists), lang)
    with Progress(len(asked) + len(names), progress, quiet=False, lang=lang) as bar:
        verdicts = []
        for verdict in _verdicts(decider, asked, names):
            verdicts.append(verdict)
            bar.advance(1)
        sections = sections_of(verdicts, lang)
    html = page(sections, title or _title(decider.law, len(sections), lang), lang)
    _write(html, out, len(sections), lang)
    if any(verdict.outcome is Outcome.NOT_ASSESSED for verdict in verdicts):
        raise typer.Exit(SOME_NOT_ASSESSED)


def _file_of(given: list[str], names: list[str], lang: str) -> Path | None:
    """The file, if that is what was given.

    Raises
    ------
    UsageError : if a file stands among other input
    """
    files = [text for text in given if text != "-" and len(text) < 1024 and Path(text).is_file()]
    if not files:
        return None
    if len(given) > 1 or names:
        raise UsageError(say(lang, "report.file-alone", file=files[0]))
    return Path(files[0])


def _rows(source: Path, column: str | None, ids: list[str], lang: str) -> list[Asked]:
    with open_table(source, ReadAs(), lang, screened=True) as table:
        place = table.structure if table.structure is not None and column is None else None
        if place is None:
            place = structure_column(table.header, table.sample, column, lang)
        own = column_named(table.header, ids[0], lang, "--id") if ids else id_column(table.header)
        return [Asked(structure, own_id) for structure, own_id in table.texts(place, own)]


def _verdicts(decider: Decider, asked: list[Asked], names: list[str]) -> Iterator[Verdict]:
    for one in asked:
        with interrupts_held():
            verdict = decider.verdict(one.structure, one.id, explain=True)
        yield verdict
    for name in names:
        with interrupts_held():
            verdict = verdict_for_name(decider, name, explain=True)
        yield verdict


def _title(law: Law, count: int, lang: str) -> str:
    name = say(lang, "report.law-nl") if law.name == "nl" else say(lang, "report.law-other", law=law.name)
    if count == 1:
        return say(lang, "report.title-one", law=name)
    return say(lang, "report.title-many", law=name, count=count)


def _write(html: str, out: Path | None, count: int, lang: str) -> None:
    from stofgroep.report.paper import paper

    if out is None:
        sys.stdout.buffer.write(html.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    content = html.encode("utf-8", "replace")
    if out.suffix.lower() == _PAPER:
        print(f"stofgroep: {say(lang, 'report.laying-out', count=count)}", file=sys.stderr, flush=True)
        content = paper(html, lang)
    write_whole(out, content, lang)
    print(f"stofgroep: {say(lang, 'report.written', file=out, count=count)}", file=sys.stderr)
