"""A screening as people read it: a line per row, and a summary by outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from stofgroep.cli.console import console, outcome_mark, show
from stofgroep.cli.verdict_view import bullet
from stofgroep.screening.formats.model import Chunk, Table
from stofgroep.screening.rows import Fields, LawSettings
from stofgroep.screening.run import Summary, row_of
from stofgroep.verdict.model import Outcome, Row
from stofgroep.wording import say

_WIDEST_ID = 14
_WIDEST_SUBSTANCE = 26
_GAP = 2


class RowPrinter:
    """Prints rows as they come: own id, substance as given, outcome, and where it stands.

    A reason follows on a line of its own where the place in the law does not say it all, and only once
    where many rows have the same.
    """

    def __init__(
        self, table: Table, structures: int, ids: int | None, substances: int | None, lang: str
    ) -> None:
        self._console = console()
        self._ids = ids
        self._shown = structures if substances is None else substances
        self._structures = structures
        self._lang = lang
        self._widths = (
            _width(table, ids, _WIDEST_ID),
            _width(table, self._shown, _WIDEST_SUBSTANCE),
            max(len(outcome_mark(o, lang).plain) for o in Outcome),
        )
        self._number = 0
        self._reasons: set[str] = set()
        names = ("" if ids is None else table.header[ids], table.header[self._shown])
        titles = (*names, say(lang, "cli.column-outcome"), say(lang, "cli.column-place"))
        self._print([Text(title, style="bold") for title in titles])

    def show(self, chunk: Chunk, decided: Sequence[Fields]) -> None:
        """Print the rows of a chunk."""
        names, structures = chunk.texts(self._shown), chunk.texts(self._structures)
        ids = None if self._ids is None else chunk.texts(self._ids)
        for index, fields in enumerate(decided):
            self._number += 1
            own_id = str(self._number) if ids is None else ids[index]
            self._show(own_id, names[index] or structures[index], row_of(fields))

    def _show(self, own_id: str, substance: str, row: Row) -> None:
        where = f"{row.list} {row.entry or row.group}".strip()
        shown = Text(" ".join(substance.split()))
        self._print([Text(own_id), shown, outcome_mark(row.outcome, self._lang), Text(where)])
        if not (row.outcome == Outcome.LISTED and where) and row.reason not in self._reasons:
            self._reasons.add(row.reason)
            show(self._console, Padding(Text(row.reason, style="dim"), (0, 0, 0, self._widths[0] + _GAP)))

    def _print(self, cells: Sequence[Text]) -> None:
        grid = Grid.grid(padding=(0, _GAP, 0, 0))
        for width in self._widths:
            grid.add_column(width=width, no_wrap=True, overflow="ellipsis")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(*cells)
        show(self._console, grid)


def _width(table: Table, column: int | None, widest: int) -> int:
    if column is None:
        return len(str(table.count))
    names = (table.header[column], *(row[column] for row in table.sample))
    return max(1, min(widest, max(map(len, names))))


def summary_view(
    summary: Summary, settings: LawSettings, known_until: dt.date | None, out: Path | None, lang: str
) -> RenderableType:
    """How many rows had which outcome, for which law and date, and what could not be assessed."""
    known = say(lang, "cli.known-until", date=known_until.isoformat()) if known_until else ""
    title = say(lang, "cli.summary", rows=summary.rows, law=settings.law, date=settings.date, known=known)
    counts = Grid.grid(padding=(0, 2, 0, 0))
    counts.add_column(no_wrap=True)
    counts.add_column(justify="right")
    for outcome in Outcome:
        counts.add_row(outcome_mark(outcome, lang), str(summary.outcomes[outcome]))
    blocks: list[RenderableType] = [Text(title), counts]
    missed = summary.outcomes[Outcome.NOT_ASSESSED]
    if missed:
        blocks.append(Text(say(lang, "cli.missed", rows=missed)))
        for number, own_id, reason in summary.not_assessed:
            named = f" ({own_id})" if own_id else ""
            text = say(lang, "cli.missed-row", number=number, id=named, reason=reason)
            blocks.append(bullet("-", Text(text), depth=0))
        if missed > len(summary.not_assessed):
            more = say(lang, "cli.missed-more", rows=missed - len(summary.not_assessed))
            blocks.append(bullet(" ", Text(more), depth=0))
    if out is not None:
        blocks.append(Text(say(lang, "cli.written", file=out), overflow="fold"))
    return Group(*blocks)
