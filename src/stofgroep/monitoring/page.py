"""The overview as one page of HTML that needs nothing else: charts, and the same numbers in tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from stofgroep import __version__
from stofgroep.monitoring.charts import stacked_bars
from stofgroep.monitoring.overview import Overview, Substance
from stofgroep.monitoring.substances import label
from stofgroep.wording import say

_SHOWN = 50


@dataclass(frozen=True)
class Counts:
    """A table of numbers of reports: a row per heading, a column per half-year."""

    title: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    chart: str


def overview_page(overview: Overview, law: str, date: dt.date, known_until: dt.date, lang: str) -> str:
    """The page.

    Parameters
    ----------
    overview : what it shows
    law : the law's name in words
    date : the day on which the law was asked
    known_until : the day until which the law is known
    lang : "nl" or "en"
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = files("stofgroep.data").joinpath("templates/monitor.html").read_text("utf-8")
    return (
        environment.from_string(source).render(
            lang=lang,
            say=lambda key, **values: say(lang, f"monitor.{key}", **values),
            overview=overview,
            law=law,
            date=date,
            known_until=known_until,
            version=__version__,
            periods=[_when(p, lang) for p in overview.periods],
            period=_when(overview.period, lang),
            by_heading=_by_heading(overview, lang),
            by_lab=_by_lab(overview, lang),
            shown=_SHOWN,
            heading=lambda substance: label(substance.row, lang),
            name=_name,
        )
        + "\n"
    )


def _by_heading(overview: Overview, lang: str) -> Counts:
    counted: dict[str, Counter[str]] = {}
    for s in overview.substances:
        for (when, _), n in s.counts.items():
            counted.setdefault(label(s.row, lang), Counter())[when] += n
    if overview.unassessed:
        missed = Counter(u.report.period for u in overview.unassessed)
        counted[say(lang, "monitor.outcome-not-assessed")] = missed
    return _counts(overview, counted, "by-heading", lang)


def _by_lab(overview: Overview, lang: str) -> Counts:
    counted: dict[str, Counter[str]] = {lab: Counter() for lab in overview.labs}
    for s in overview.substances:
        for (when, lab), n in s.counts.items():
            counted[lab][when] += n
    for u in overview.unassessed:
        counted[u.report.lab][u.report.period] += 1
    return _counts(overview, counted, "by-lab", lang)


def _counts(overview: Overview, counted: dict[str, Counter[str]], key: str, lang: str) -> Counts:
    rows = tuple(
        (heading, tuple(counted[heading][when] for when in overview.periods)) for heading in sorted(counted)
    )
    title = say(lang, f"monitor.{key}")
    chart = stacked_bars(
        [_when(p, lang) for p in overview.periods],
        dict(rows),
        say(lang, "monitor.reports"),
        say(lang, "monitor.chart", title=title),
    )
    return Counts(title, rows, Markup(chart))


def _name(substance: Substance) -> str:
    return "; ".join(substance.names) or substance.kind_name or substance.key


def _when(period: str, lang: str) -> str:
    return period or say(lang, "monitor.undated")
