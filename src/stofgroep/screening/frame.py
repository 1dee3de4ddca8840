"""Screening a pandas DataFrame or Series from Python."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from stofgroep.screening.columns import SAMPLE_ROWS, SG_COLUMNS, refuse_own_columns, structure_column
from stofgroep.screening.deciding import LawSettings
from stofgroep.screening.partition import decided_texts
from stofgroep.screening.values import text_of


def screen(
    data: pd.DataFrame | pd.Series[str],
    column: str | None = None,
    *,
    date: dt.date | None = None,
    law: str = "nl",
    lists: bool = True,
    lang: str = "nl",
    jobs: int = 1,
) -> pd.DataFrame:
    """Decide every row of a table.

    Parameters
    ----------
    data : a DataFrame with a column of structures, or a Series of structures
    column : name of the structure column; found by name and content when omitted
    date : the date to decide for; today when omitted
    law : name of the law
    lists : False decides by the group definitions alone
    lang : "nl" or "en", for the reasons
    jobs : number of worker processes; 1 decides in this process

    Returns
    -------
    A new DataFrame: all rows, columns and the index of ``data`` in order, plus ``sg_outcome``, ``sg_list``,
    ``sg_group``, ``sg_entry``, ``sg_certain``, ``sg_reason`` and ``sg_all``, all text. A row that could
    not be decided is ``not-assessed`` with its reason; a missing value is such a row.

    Raises
    ------
    UsageError : if the structure column cannot be determined, or the table has such columns already
    UnknownLawError : if there is no such law
    """
    frame = data.to_frame(name=data.name or "smiles") if isinstance(data, pd.Series) else data.copy()
    header = [str(name) for name in frame.columns]
    refuse_own_columns(header, lang)
    if isinstance(data, pd.Series):
        index = 0
    else:
        sample = frame.head(SAMPLE_ROWS)
        shown = [[text_of(cell) for cell in row] for row in sample.itertuples(index=False, name=None)]
        index = structure_column(header, shown, column, lang)
    settings = LawSettings(law, date or dt.date.today(), lists, lang)
    rows = decided_texts([text_of(cell) for cell in frame.iloc[:, index]], settings, 0 if jobs == 1 else jobs)
    added = pd.DataFrame(rows, columns=list(SG_COLUMNS), index=frame.index, dtype="str")
    return pd.concat([frame, added], axis="columns")
