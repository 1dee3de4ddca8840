"""``stofgroep screen``: a whole file, row by row."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from stofgroep.cli.check_command import SOME_NOT_ASSESSED
from stofgroep.cli.console import console, show
from stofgroep.cli.options import DateOption, LangOption, LawOption, NoListsOption, checked_lang, date_of
from stofgroep.cli.screening_job import Screening, cores
from stofgroep.cli.screening_view import summary_view
from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.screening.columns import column_named, id_column, structure_column
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import FORMS, table_in
from stofgroep.screening.formats.result import result_form
from stofgroep.screening.formats.source import open_source
from stofgroep.screening.pictures import MOST_PICTURES
from stofgroep.screening.rows import LawSettings
from stofgroep.screening.writing import refuse_bad_target
from stofgroep.verdict.model import Outcome
from stofgroep.wording import say

_INTERRUPTED = 130


def screen(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="CSV, TSV, .smi, SDF, XLSX, Parquet or NDJSON; - reads standard input.",
            show_default=False,
        ),
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
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help=f"Format, if not found: {', '.join(FORMS)}."),
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option("--delimiter", metavar="CHAR", help="Delimiter (tab for a tab), if not found."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Encoding of the file, if not UTF-8."),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="Sheet of an XLSX file, if it has several.")
    ] = None,
    date: DateOption = None,
    law: LawOption = "nl",
    no_lists: NoListsOption = False,
    lang: LangOption = "nl",
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Worker processes; one a core when omitted."),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a screening into OUT that was interrupted.")
    ] = False,
    pictures: Annotated[
        int | None,
        typer.Option(
            "--pictures",
            min=1,
            max=MOST_PICTURES,
            metavar="N",
            help="Draw the structures of the first N rows in an XLSX result.",
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Decide on the workers of this Dask cluster."),
    ] = None,
    table: Annotated[
        bool, typer.Option("--table", help="Show a table to read on standard output instead of the file.")
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
    law_then = Law.at(settings.date, law, settings.lists)
    if scheduler is not None:
        _refuse_with_scheduler(
            lang,
            jobs=jobs,
            resume=resume,
            pictures=pictures,
            table=table,
            format=form,
            sheet=sheet,
            id=own_id,
        )
        from stofgroep.cli.cluster_job import screen_on_cluster  # Dask is an extra

        screen_on_cluster(file, out, column, settings, scheduler)
        return
    stream, path = _source(file)
    if out == Path("-"):
        out = None
    if out is not None:
        refuse_bad_target(out, path, lang)
    elif resume:
        raise UsageError(say(lang, "cli.resume-needs-out"))
    how = ReadAs(not no_header, _delimiter(delimiter, lang), encoding, _form(form, lang), sheet)
    with open_source(stream, lang) as source:
        rows = table_in(source, how)
        structures = rows.structure if rows.structure is not None and column is None else None
        if structures is None:
            structures = structure_column(rows.header, rows.sample, column, lang)
        ids = id_column(rows.header) if own_id is None else column_named(rows.header, own_id, lang, "--id")
        ids = rows.titles if ids is None else ids
        result = result_form(rows, source.packing, out, lang)
        if pictures is not None and result.form != "xlsx":
            raise UsageError(say(lang, "cli.pictures-need-xlsx"))
        asked = Screening(
            source,
            rows,
            how,
            structures,
            ids,
            settings,
            law_then,
            jobs or cores(),
            result,
            out,
            pictures,
        )
        try:
            summary = asked.run(resume, table, progress)
        except KeyboardInterrupt:
            print(f"stofgroep: {asked.interrupted()}", file=sys.stderr)
            raise typer.Exit(_INTERRUPTED) from None
    show(console(stderr=True), summary_view(summary, settings, law_then.known_until, out, lang))
    if summary.outcomes[Outcome.NOT_ASSESSED]:
        raise typer.Exit(SOME_NOT_ASSESSED)


def _refuse_with_scheduler(lang: str, **given: object) -> None:
    """Refuse what the cluster does by itself or cannot do, rather than leave it out unseen."""
    options = [f"--{name}" for name, value in given.items() if value]
    if options:
        raise UsageError(say(lang, "cluster.not-with-scheduler", options=", ".join(options)))


def _form(name: str | None, lang: str) -> str | None:
    if name is None or name in FORMS:
        return name
    raise UsageError(say(lang, "cli.bad-format", name=name, forms=", ".join(FORMS)))


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
