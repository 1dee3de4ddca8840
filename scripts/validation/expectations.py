"""What the law is expected to say of the reference sets, read from ``data/validation/expected.csv``.

The table was filled in from the clauses and the structures, before the program was asked. ``first`` keeps
what was expected at first where the first run showed the expectation to be wrong; ``decision`` and ``remark``
stand where program and expectation disagreed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stofgroep.reference import ReferenceRow, reference_set

TABLE = Path(__file__).parents[2] / "data" / "validation" / "expected.csv"
COLUMNS = ("set", "key", "groups", "why", "first", "decision", "remark")
SETS = ("nps", "medicines", "everyday")
GROUPS = ("fenethylaminen", "cannabinoiden", "aminopiperidinen", "nitazenen")
NONE = "none"

EXPECTATION, READING, DEFINITION = "expectation", "reading", "definition"
DECISIONS = ("", EXPECTATION, READING, DEFINITION)
"""``expectation`` it was wrong and has been corrected; ``reading`` the text leaves room, and a reading says
so; ``definition`` the definition ought to be different, or to ask a question that it decides."""


@dataclass(frozen=True)
class Expected:
    """One row: the groups that the text is expected to put a substance in, none when empty."""

    set_name: str
    key: str
    groups: frozenset[str]
    why: str
    first: str = ""
    decision: str = ""
    remark: str = ""

    def at_first(self) -> frozenset[str]:
        """The groups that were expected before any run."""
        return frozenset(self.first.split()) - {NONE} if self.first else self.groups


class Expectations:
    """The whole table.

    Parameters
    ----------
    text : the table as CSV

    Raises
    ------
    ValueError : for a row that is wrong or stands there twice, an unknown substance, or an NPS without row
    """

    def __init__(self, text: str) -> None:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise ValueError(f"the columns must be {', '.join(COLUMNS)}")
        known = {(name, row.key) for name in SETS for row in reference_set(name)}
        self._rows: dict[tuple[str, str], Expected] = {}
        for cells in reader:
            row = _row(cells, reader.line_num)
            place = (row.set_name, row.key)
            if place in self._rows or place not in known:
                why = "stands there twice" if place in self._rows else "is no substance of the reference sets"
                raise ValueError(f"line {reader.line_num}: {row.key} {why}")
            self._rows[place] = row
        missing = sorted({p for p in known if p[0] == "nps"} - self._rows.keys())
        if missing:
            raise ValueError(f"no row for {', '.join(key for _, key in missing)}")

    @classmethod
    def read(cls) -> Expectations:
        """The table of the project."""
        return cls(TABLE.read_text("utf-8"))

    @property
    def rows(self) -> Mapping[tuple[str, str], Expected]:
        """Set and key → row, in the order of the file."""
        return self._rows

    def of(self, set_name: str, row: ReferenceRow) -> Expected:
        """What is expected of a substance: of one without a row, that it is in no group."""
        return self._rows.get((set_name, row.key), Expected(set_name, row.key, frozenset(), ""))


def _row(cells: Mapping[str, str], line: int) -> Expected:
    groups = frozenset(cells["groups"].split())
    row = Expected(
        cells["set"],
        cells["key"],
        groups,
        cells["why"],
        cells["first"],
        cells["decision"],
        cells["remark"],
    )
    first = row.at_first()
    wrong = {
        "groups": not groups <= set(GROUPS),
        "why": not row.why,
        "first": not first <= set(GROUPS) or (bool(row.first) and first == groups),
        "decision": row.decision not in DECISIONS or (row.decision == EXPECTATION) != bool(row.first),
        "remark": bool(row.remark) != bool(row.decision),
    }
    for column, is_wrong in wrong.items():
        if is_wrong:
            raise ValueError(f"line {line}, {column}: {cells[column]!r} does not fit")
    return row
