"""Half-years: the periods of the overview."""

from __future__ import annotations

import datetime as dt
import re

UNKNOWN = ""
"""The period of a report whose date is missing or cannot be read."""

_HALF_YEAR = re.compile(r"(\d{4})[-_ ]?[HhSs]([12])")
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTHS_IN_HALF = 6


def half_year(day: dt.date) -> str:
    """The half-year of a day: ``2026-03-01`` → ``"2026-H1"``."""
    return f"{day.year}-H{1 if day.month <= _MONTHS_IN_HALF else 2}"


def period_of(text: str) -> str:
    """The half-year that a cell speaks of, or ``UNKNOWN``.

    Read are ISO dates and times (2026-03-01, 2026-03-01 10:30), Dutch dates (1-3-2026, 01/03/2026),
    months (2026-03) and half-years (2026-H1). A two-digit year is not guessed at.
    """
    text = text.strip()
    if half := _HALF_YEAR.fullmatch(text):
        return f"{half[1]}-H{half[2]}"
    try:
        if dutch := _DUTCH_DAY.fullmatch(text):
            return half_year(dt.date(int(dutch[3]), int(dutch[2]), int(dutch[1])))
        if month := re.fullmatch(r"(\d{4})-(\d{2})", text):
            return half_year(dt.date(int(month[1]), int(month[2]), 1))
        return half_year(dt.datetime.fromisoformat(text).date())
    except ValueError:
        return UNKNOWN


def previous(period: str) -> str:
    """The half-year before: ``"2026-H1"`` → ``"2025-H2"``."""
    year, half = period.split("-H")
    return f"{year}-H1" if half == "2" else f"{int(year) - 1}-H2"
