"""A part of a table, plain pandas or Arrow in and out: for Dask, Spark's ``mapInPandas`` and Ray Data.

Every function here is pure and importable by name. The law is loaded once in every process.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pyarrow as pa

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SG_COLUMNS, refuse_own_columns
from stofgroep.screening.deciding import decide
from stofgroep.screening.formats.model import CHUNK_ROWS
from stofgroep.screening.rows import Fields, LawSettings
from stofgroep.screening.values import storable, text_of
from stofgroep.wording import say


def screen_frame(
    frame: pd.DataFrame,
    *,
    column: str,
    date: dt.date,
    law: str = "nl",
    lists: bool = True,
    lang: str = "nl",
    jobs: int = 0,
) -> pd.DataFrame:
    """Decide every row of a part of a table.

    Parameters
    ----------
    frame : any part of a table, also an empty one
    column : name of the structure column; it is not guessed, so that all parts are treated alike
    date : the day to decide for; not today by default, so that midnight cannot divide a table
    law, lists, lang : as for :func:`stofgroep.screen`
    jobs : killable worker processes of its own; 0 decides in this process

    Returns
    -------
    A new DataFrame with the rows, columns and index of ``frame`` and the columns ``sg_…`` behind them, all
    text.

    Raises
    ------
    UsageError : if the column is not there, or there twice, or the table was screened before
    UnknownLawError : if there is no such law
    """
    index = _index(list(map(str, frame.columns)), column, lang)
    rows = decided_texts(
        [text_of(cell) for cell in frame.iloc[:, index]], LawSettings(law, date, lists, lang), jobs
    )
    added = pd.DataFrame(rows, columns=list(SG_COLUMNS), index=frame.index, dtype="str")
    return pd.concat([frame, added], axis="columns")


def screen_table(
    table: pa.Table,
    *,
    column: str,
    date: dt.date,
    law: str = "nl",
    lists: bool = True,
    lang: str = "nl",
    jobs: int = 0,
) -> pa.Table:
    """As :func:`screen_frame`, for an Arrow table; its schema and metadata are kept."""
    index = _index(table.schema.names, column, lang)
    texts = [text_of(cell) for cell in table.column(index).to_pylist()]
    rows = decided_texts(texts, LawSettings(law, date, lists, lang), jobs)
    for name, cells in zip(
        SG_COLUMNS, zip(*rows, strict=True) if rows else [()] * len(SG_COLUMNS), strict=True
    ):
        table = table.append_column(pa.field(name, pa.string()), pa.array(map(storable, cells), pa.string()))
    return table


def screen_batch(
    batch: pa.RecordBatch,
    *,
    column: str,
    date: dt.date,
    law: str = "nl",
    lists: bool = True,
    lang: str = "nl",
    jobs: int = 0,
) -> pa.RecordBatch:
    """As :func:`screen_table`, for one record batch."""
    table = pa.Table.from_batches([batch])
    found = screen_table(table, column=column, date=date, law=law, lists=lists, lang=lang, jobs=jobs)
    columns = [part.combine_chunks() for part in found.columns[batch.num_columns :]]
    arrays = [pa.concat_arrays(a.chunks) if isinstance(a, pa.ChunkedArray) else a for a in columns]
    return pa.RecordBatch.from_arrays([*batch.columns, *arrays], schema=found.schema)


def _index(header: list[str], column: str, lang: str) -> int:
    refuse_own_columns(header, lang)
    found = [i for i, name in enumerate(header) if name == column]
    if len(found) == 1:
        return found[0]
    raise UsageError(
        say(
            lang,
            "screening.column-not-once",
            column=column,
            times=len(found),
            columns=", ".join(header) or "–",
        )
    )


def decided_texts(texts: list[str], settings: LawSettings, jobs: int) -> list[Fields]:
    """The row of every text, in order; 0 jobs decide in this process."""
    chunks = (texts[start : start + CHUNK_ROWS] for start in range(0, len(texts), CHUNK_ROWS))
    return [row for rows in decide(chunks, settings, jobs) for row in rows]
