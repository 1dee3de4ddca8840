"""``stofgroep monitor``: the result files of several laboratories and periods in one overview."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from stofgroep.cli.options import DateOption, LangOption, LawOption, checked_lang, date_of
from stofgroep.cli.progress import Progress
from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.monitoring.familiar import familiar
from stofgroep.monitoring.overview import Overview, overview
from stofgroep.monitoring.periods import period_of
from stofgroep.monitoring.sources import Report, reports, sources
from stofgroep.monitoring.substances import Identifier
from stofgroep.monitoring.tables import write_csv
from stofgroep.screening.writing import refuse_bad_target, write_whole
from stofgroep.verdict import Decider
from stofgroep.wording import say


def monitor(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Result files, one row a report.", show_default=False),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT.html", help="Write the overview as a page.")
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option("--csv", metavar="OUT.csv", help="Write it as a table, a row per substance."),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="CONFIG.toml", help="Which column means what, per laboratory."),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="2026-H1", help="Half-year under review; the last one if omitted."),
    ] = None,
    known: Annotated[
        Path | None,
        typer.Option(
            "--known", metavar="EARLIER.csv", help="Table of an earlier overview; what it has is not new."
        ),
    ] = None,
    date: DateOption = None,
    law: LawOption = "nl",
    lang: LangOption = "nl",
    progress: Annotated[
        bool, typer.Option("--progress", help="Report progress as plain lines, even without terminal.")
    ] = False,
) -> None:
    """Merge result files into one overview (Nederlands: overzicht van meldingen per halfjaar).

    Which substances are new, how often each list and group was reported by which laboratory in which
    half-year, and which substances on no list ask for attention.
    """
    checked_lang(lang)
    if out is None and table is None:
        raise UsageError(say(lang, "monitor.nothing-asked"))
    for target in (out, table):
        if target is not None:
            for file in files:
                refuse_bad_target(target, file, lang)
    day = date_of(date, lang)
    asked = _period(period, lang)
    named = sources(config, lang) if config is not None else ()
    before = frozenset(_known(known, lang)) if known is not None else frozenset()
    decider = Decider(Law.at(day, law), lang)
    found = list(reports(files, named, lang))
    with Progress(len(found), progress, quiet=False, lang=lang) as bar:
        made = overview(_counted(found, bar), Identifier(decider), familiar(lang), asked, before)
    title = decider.law.book.title[lang]
    if out is not None:
        # what draws charts is loaded here, so that no other command waits for it
        from stofgroep.monitoring.page import overview_page

        page = overview_page(made, title, day, decider.law.known_until, lang)
        write_whole(out, page.encode(), lang)
    if table is not None:
        text = io.StringIO(newline="")
        write_csv(made, text)
        write_whole(table, text.getvalue().encode(), lang)
    typer.echo(_summary(made, lang), err=True)


def _counted(found: Iterable[Report], bar: Progress) -> Iterator[Report]:
    for report in found:
        yield report
        bar.advance(1)


def _period(text: str | None, lang: str) -> str | None:
    if text is None:
        return None
    if not (period := period_of(text)):
        raise UsageError(say(lang, "monitor.bad-period", text=text))
    return period


def _known(path: Path, lang: str) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if "smiles" not in (rows.fieldnames or ()):
                raise UsageError(say(lang, "monitor.no-known-column", file=path))
            yield from (row["smiles"] for row in rows if row.get("outcome") != "not-assessed")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(say(lang, "monitor.no-config", file=path, why=error)) from error


def _summary(made: Overview, lang: str) -> str:
    return say(
        lang,
        "monitor.written",
        rows=made.rows,
        substances=len(made.substances),
        new=len(made.new),
        period=made.period or say(lang, "monitor.undated"),
        unassessed=len(made.unassessed),
    )
