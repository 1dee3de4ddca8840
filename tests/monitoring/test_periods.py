"""Half-years, and the dates laboratories write."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stofgroep.monitoring.periods import half_year, period_of, previous


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-01-01", "2026-H1"),
        ("2026-06-30", "2026-H1"),
        ("2026-07-01", "2026-H2"),
        ("2026-12-31T23:59:59", "2026-H2"),
        ("2026-03-01 10:30", "2026-H1"),
        ("1-7-2025", "2025-H2"),
        ("30/06/2025", "2025-H1"),
        ("01.07.2025", "2025-H2"),
        ("2026-07", "2026-H2"),
        ("2026-H1", "2026-H1"),
        ("2026h2", "2026-H2"),
        (" 2026-01-01 ", "2026-H1"),
        ("", ""),
        ("31-02-2026", ""),
        ("13-13-2026", ""),
        ("1-7-25", ""),
        ("voorjaar", ""),
        ("2026-13", ""),
    ],
)
def test_a_date_falls_in_its_half_year(text: str, period: str) -> None:
    assert period_of(text) == period


@given(st.dates(min_value=dt.date(1900, 1, 1)))
def test_every_day_has_one_half_year_and_it_is_read_back(day: dt.date) -> None:
    period = half_year(day)
    assert period_of(day.isoformat()) == period_of(period) == period
    assert previous(period) < period


def test_the_half_year_before() -> None:
    assert [previous("2026-H2"), previous("2026-H1")] == ["2026-H1", "2025-H2"]
