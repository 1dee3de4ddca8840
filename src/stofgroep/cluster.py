"""The same screening on a cluster, partition by partition: Dask (the extra ``[cluster]``).

Every partition goes through :func:`stofgroep.screening.partition.screen_frame`, a plain function of a
DataFrame; for other engines see docs/cluster.md.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.screening.partition import screen_frame
from stofgroep.wording import say

if TYPE_CHECKING:
    import dask.dataframe as dd


def screen(
    frame: dd.DataFrame,
    *,
    column: str,
    date: dt.date,
    law: str = "nl",
    lists: bool = True,
    lang: str = "nl",
) -> dd.DataFrame:
    """Decide every row of a Dask DataFrame; nothing runs until it is computed or written.

    Parameters
    ----------
    frame : of any source; rows, columns, index and partitions stay as they are
    column : name of the structure column
    date : the day to decide for; no default, so that midnight cannot divide a table
    law, lists, lang : as for :func:`stofgroep.screen`

    Returns
    -------
    A Dask DataFrame with the columns ``sg_…`` behind those of ``frame``. A partition depends on nothing but
    its rows: one that is lost with its worker is decided again with the same result.

    Raises
    ------
    UsageError : if the column is not there, or there twice, or the table was screened before
    UnknownLawError : if there is no such law
    """
    Law.at(date, law, lists)  # a wrong name is refused here, not on a worker an hour later
    how: dict[str, Any] = {"column": column, "date": date, "law": law, "lists": lists, "lang": lang}
    # the partition without rows has the columns and types of all
    meta = screen_frame(frame._meta, **how)
    return frame.map_partitions(screen_frame, meta=meta, **how)


def screen_parquet(
    source: Path | str,
    target: Path | str,
    *,
    scheduler: str,
    column: str,
    date: dt.date,
    law: str = "nl",
    lists: bool = True,
    lang: str = "nl",
    show_progress: bool = False,
) -> int:
    """Screen Parquet files on the workers of a Dask scheduler, into a folder of Parquet files.

    Parameters
    ----------
    source : a Parquet file or a folder of them, at the same path for every worker
    target : folder for the results, one file per partition in the order of the input; must not exist
    scheduler : address of the scheduler, for instance ``tcp://10.0.0.1:8786``
    show_progress : draw a bar on the terminal
    other parameters : as for :func:`screen`

    Returns
    -------
    Number of rows that are not assessed.

    Raises
    ------
    UsageError : if Dask is not installed, the scheduler does not answer, or a path will not do
    """
    try:
        import dask.dataframe as dd
        from distributed import Client, progress
    except ImportError as error:
        raise UsageError(say(lang, "cluster.no-dask")) from error
    if Path(target).exists():
        raise UsageError(say(lang, "cluster.target-exists", target=target))
    if not Path(source).exists():
        raise UsageError(say(lang, "cluster.no-source", source=source))
    try:
        client = Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise UsageError(say(lang, "cluster.no-scheduler", address=scheduler, why=error)) from error
    with client:
        rows: Any = dd.read_parquet(source)
        found: Any = screen(rows, column=column, date=date, law=law, lists=lists, lang=lang)
        written = client.compute(found.to_parquet(target, compute=False, write_index=False))
        if show_progress:
            progress(written)
        written.result()
        outcomes = dd.read_parquet(target, columns=["sg_outcome"])["sg_outcome"]
        return int(client.compute((outcomes == "not-assessed").sum()).result())
