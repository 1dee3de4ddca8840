"""The table of scenarios, read strictly: a structure, a law, a day, and what the law says of one subject."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from dataclasses import dataclass
from importlib.resources import files

from stofgroep.errors import DefinitionError

COLUMNS = (
    "id",
    "clause",
    "structure",
    "law",
    "lists",
    "date",
    "list",
    "group",
    "entry",
    "expected",
    "condition",
    "likely",
)
"""The columns, in order.

``clause`` what the scenario is about; ``lists`` yes or no; ``expected`` in, out or depends; ``condition``
and ``likely`` for depends. With a ``group`` the scenario asks about that group; with a ``list`` and no group
it asks about the rows and closing clauses of that list, of which ``entry`` is the one expected.
"""

IN, OUT, DEPENDS = EXPECTED = ("in", "out", "depends")

Condition = frozenset[frozenset[str]]
"""Alternatives of answers that go together: the order of neither matters."""


@dataclass(frozen=True)
class Scenario:
    """One row."""

    id: str
    clause: str
    structure: str
    law: str
    lists: bool
    date: dt.date
    list: str
    group: str
    entry: str
    expected: str
    condition: str
    likely: str

    @property
    def subject(self) -> str:
        """What is counted together in a report: a group, or the clauses of a list."""
        return f"{self.list} {self.group}".strip()


@dataclass(frozen=True)
class Suite:
    """Scenarios, and the file they come from."""

    file: str
    sha256: str
    scenarios: tuple[Scenario, ...]


def shipped_suite() -> Suite:
    """The suite of the package.

    Raises
    ------
    DefinitionError : if the file is wrong
    """
    name = "validation/scenarios.csv"
    return read_suite(files("stofgroep.data").joinpath("validation", "scenarios.csv").read_bytes(), name)


def read_suite(content: bytes, file: str) -> Suite:
    """From the bytes of a CSV file.

    Raises
    ------
    DefinitionError : naming file, row and reason
    """
    try:
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise DefinitionError(file, "", f"is no CSV in UTF-8: {error}") from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise DefinitionError(file, "row 1", f"the columns are {','.join(COLUMNS)}")
    found = tuple(_scenario(cells, number, file) for number, cells in enumerate(rows[1:], 2) if cells)
    if not found:
        raise DefinitionError(file, "", "has no scenarios")
    return Suite(file, hashlib.sha256(content).hexdigest(), found)


def alternatives(condition: str) -> Condition:
    """``a = b and c = d or e = f`` without an order; empty for no condition."""
    if not condition:
        return frozenset()
    return frozenset(frozenset(term.split(" and ")) for term in condition.split(" or "))


def _scenario(cells: list[str], number: int, file: str) -> Scenario:
    place = f"row {number}"
    if len(cells) != len(COLUMNS):
        raise DefinitionError(file, place, f"has {len(cells)} cells, not {len(COLUMNS)}")
    row = dict(zip(COLUMNS, cells, strict=True))
    if row["lists"] not in ("yes", "no"):
        raise DefinitionError(file, place, f"lists is yes or no, not {row['lists']!r}")
    if row["expected"] not in EXPECTED:
        raise DefinitionError(file, place, f"expected is in, out or depends, not {row['expected']!r}")
    if not row["list"]:
        raise DefinitionError(file, place, "list is empty: it says which list is asked about")
    try:
        day = dt.date.fromisoformat(row["date"])
    except ValueError:
        raise DefinitionError(file, place, f"{row['date']!r} is no day; write it as 2026-07-09") from None
    text = {key: value for key, value in row.items() if key not in ("lists", "date")}
    return Scenario(lists=row["lists"] == "yes", date=day, **text)
