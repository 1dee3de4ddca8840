"""``stofgroep screen``: a whole file, row by row."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from stofgroep.cli.check_command import SOME_NOT_ASSESSED
from stofgroep.cli.console import console, show
from stofgroep.cli.options import DateOption, LangOption, LawOption, NoListsOption, checked_lang, date_of
from stofgroep.cli.progress import Progress
from stofgroep.cli.screening_view import RowPrinter, summary_view
from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.screening.columns import column_named, id_column, structure_column, substance_column
from stofgroep.screening.deciding import LawSettings
from stofgroep.screening.run import Summary, screen_table
from stofgroep.screening.table import ReadAs, Table, open_table
from stofgroep.screening.writing import CsvLines, dialect_for, output, refuse_bad_target
from stofgroep.verdict.model import Outcome
from stofgroep.wording import say

_INTERRUPTED = 130


def screen(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="CSV, TSV or .smi; - reads standard input.", show_default=False),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="OUT", help="Write here, not to standard output."),
    ] = None,
    column: Annotated[
        str | None,
        typer.Option("--column", metavar="NAME|NUMBER", help="Column with the structures, if not found."),
    ] = None,
    own_id: Annotated[
        str | None,
        typer.Option("--id", metavar="NAME|NUMBER", help="Column with your own ids, to name rows by."),
    ] = None,
    no_header: Annotated[bool, typer.Option("--no-header", help="The first line is a row already.")] = False,
    delimiter: Annotated[
        str | None,
        typer.Option("--delimiter", metavar="CHAR", help="Delimiter (tab for a tab), if not found."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Encoding of the file, if not UTF-8."),
    ] = None,
    date: DateOption = None,
    law: LawOption = "nl",
    no_lists: NoListsOption = False,
    lang: LangOption = "nl",
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Number of worker processes.")] = 1,
    table: Annotated[
        bool, typer.Option("--table", help="Show a table to read on standard output instead of CSV.")
    ] = False,
    progress: Annotated[
        bool,
        typer.Option("--progress", help="Report progress as plain lines, even without terminal."),
    ] = False,
) -> None:
    """Decide every row of a file (Nederlands: beoordeel elke rij van een bestand).

    All rows and columns come back unchanged and in order, with sg_outcome, sg_list, sg_group, sg_entry,
    sg_certain, sg_reason and sg_all behind them.
    """
    checked_lang(lang)
    settings = LawSettings(law, date_of(date, lang), not no_lists, lang)
    known_until = Law.at(settings.date, law, settings.lists).known_until
    source, path = _source(file)
    if out is not None:
        refuse_bad_target(out, path, lang)
    how = ReadAs(not no_header, _delimiter(delimiter, lang), encoding)
    with open_table(source, how, lang) as rows:
        structures = rows.structure if rows.structure is not None and column is None else None
        if structures is None:
            structures = structure_column(rows.header, rows.sample, column, lang)
        ids = id_column(rows.header) if own_id is None else column_named(rows.header, own_id, lang, "--id")
        try:
            summary = _screened(rows, structures, ids, settings, jobs, out, table, progress)
        except KeyboardInterrupt:
            print(
                f"stofgroep: {say(lang, 'cli.interrupted' if out else 'cli.interrupted-stream')}",
                file=sys.stderr,
            )
            raise typer.Exit(_INTERRUPTED) from None
    show(console(stderr=True), summary_view(summary, settings, known_until, out, lang))
    if summary.outcomes[Outcome.NOT_ASSESSED]:
        raise typer.Exit(SOME_NOT_ASSESSED)


def _screened(
    rows: Table,
    structures: int,
    ids: int | None,
    settings: LawSettings,
    jobs: int,
    out: Path | None,
    table: bool,
    progress: bool,
) -> Summary:
    lang = settings.lang
    printer = RowPrinter(rows, structures, ids, substance_column(rows.header), lang) if table else None
    show_row = None if printer is None else printer.show
    with Progress(rows.count, progress, quiet=table, lang=lang) as bar:
        if table and out is None:
            return screen_table(rows, structures, ids, None, settings, jobs, bar.advance, show_row)
        dialect = dialect_for(out, rows.dialect)
        with output(out, dialect.bom, lang) as text:
            lines = CsvLines(text, dialect)
            return screen_table(rows, structures, ids, lines, settings, jobs, bar.advance, show_row)


def _source(file: str) -> tuple[Path | BinaryIO, Path | None]:
    if file == "-":
        return sys.stdin.buffer, None
    return Path(file), Path(file)


def _delimiter(text: str | None, lang: str) -> str | None:
    if text is None:
        return None
    char = {"tab": "\t", "\\t": "\t"}.get(text.lower(), text)
    if len(char) != 1 or char in '"\r\n':
        raise UsageError(say(lang, "cli.bad-delimiter", text=text))
    return char
