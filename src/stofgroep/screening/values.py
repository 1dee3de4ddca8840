"""Values of typed tables (XLSX, Parquet, NDJSON, pandas) as text."""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import Any


def text_of(value: Any) -> str:
    """A value as text; "" for a missing one.

    Whole numbers are written without a fraction, dates in ISO form, lists and objects as JSON.
    """
    if isinstance(value, str):
        return value
    if value is None or _is_missing(value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def storable(text: str) -> str:
    """A text that UTF-8 has bytes for: half a character, which JSON can hold, is written as its escape."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_missing(value: Any) -> bool:
    """Whether a value stands for a missing one: NaN, NaT or pandas.NA, of which pandas need not be loaded."""
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in ("NaTType", "NAType")
