"""``stofgroep screen --scheduler``: the same screening on the workers of a Dask cluster."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from pyarrow import ArrowInvalid, dataset

from stofgroep.cli.check_command import SOME_NOT_ASSESSED
from stofgroep.cluster import screen_parquet
from stofgroep.errors import UsageError
from stofgroep.screening.columns import SAMPLE_ROWS, structure_column
from stofgroep.screening.rows import LawSettings
from stofgroep.screening.values import text_of
from stofgroep.wording import say


def screen_on_cluster(
    file: str, out: Path | None, column: str | None, settings: LawSettings, scheduler: str
) -> None:
    """Screen Parquet into a folder of Parquet on a cluster, and say how many rows were not assessed.

    Raises
    ------
    UsageError : if this is no Parquet, or the cluster cannot be used
    """
    lang = settings.lang
    if file == "-" or out is None:
        raise UsageError(say(lang, "cluster.only-parquet"))
    source = Path(file)
    if not source.exists():
        raise UsageError(say(lang, "cluster.no-source", source=source))
    try:
        head = dataset.dataset(source, format="parquet").head(SAMPLE_ROWS)
    except (OSError, ArrowInvalid) as error:
        raise UsageError(say(lang, "cluster.only-parquet")) from error
    sample = list(zip(*([text_of(cell) for cell in c.to_pylist()] for c in head.columns), strict=True))
    names = head.schema.names
    missed = screen_parquet(
        source,
        out,
        scheduler=scheduler,
        column=names[structure_column(names, sample, column, lang)],
        date=settings.date,
        law=settings.law,
        lists=settings.lists,
        lang=lang,
        show_progress=sys.stderr.isatty(),
    )
    typer.echo(say(lang, "cluster.written", target=out, missed=missed), err=True)
    if missed:
        raise typer.Exit(SOME_NOT_ASSESSED)
