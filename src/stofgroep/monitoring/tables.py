"""The overview as a table for other programs: one row per substance."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from stofgroep.monitoring.overview import Overview, Substance
from stofgroep.screening.writing import harmless

_FIXED = (
    "smiles",
    "names",
    "outcome",
    "list",
    "group",
    "entry",
    "reason",
    "known_as",
    "kind",
    "first_period",
    "new",
    "rank",
    "reports",
    "laboratories",
)


def write_csv(overview: Overview, out: TextIO) -> None:
    """One row per substance in the order of their SMILES, then one per report that could not be assessed.

    Behind the fixed columns stands one per half-year (``2026-H1``; ``undated`` for reports without a date)
    and one per half-year and laboratory (``2026-H1 NAME``), with numbers of reports. Cells that a
    spreadsheet would take for a formula are made harmless.
    """
    cells = [(when, lab) for when in overview.periods for lab in overview.labs]
    writer = csv.writer(out, lineterminator="\n")
    head = [*_FIXED, *map(_when, overview.periods), *(f"{_when(when)} {lab}" for when, lab in cells)]
    writer.writerow(map(harmless, head))
    for row in _rows(overview, cells):
        writer.writerow(map(harmless, row))


def _rows(overview: Overview, cells: list[tuple[str, str]]) -> Iterator[list[str]]:
    ranks = {s.key: str(number) for number, s in enumerate(overview.ranked, start=1)}
    for s in overview.substances:
        yield [
            *_told(s, "yes" if overview.is_new(s) else "no", ranks.get(s.key, "")),
            *(str(s.in_period(when)) for when in overview.periods),
            *(str(s.counts.get(cell, 0)) for cell in cells),
        ]
    for u in overview.unassessed:
        name, report = u.report.substance, u.report
        fixed = [report.structure, name, "not-assessed", "", "", "", f"{report.place}: {u.reason}", "", ""]
        yield [
            *(*fixed, report.period, "", "", "1", report.lab),
            *("1" if when == report.period else "0" for when in overview.periods),
            *("1" if cell == (report.period, report.lab) else "0" for cell in cells),
        ]


def _told(s: Substance, new: str, rank: str) -> list[str]:
    row = s.row
    law = [str(row.outcome), row.list, row.group, row.entry, row.reason]
    seen = [s.first, new, rank, str(s.total), "|".join(s.labs())]
    return [s.key, "|".join(s.names), *law, s.kind_name, s.kind, *seen]


def _when(period: str) -> str:
    return period or "undated"
