"""What rests on something else than the official text, as the data themselves say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from stofgroep.definition.clause import BASES
from stofgroep.definition.model import Group
from stofgroep.law.closings import Closings
from stofgroep.law.entries import Entry
from stofgroep.law.lists import Lists

TEXT = "text"
__all__ = ["BASES", "TEXT", "Basis", "Rows", "of_closings", "of_group", "of_rows"]


@dataclass(frozen=True)
class Basis:
    """The clauses of one definition, by what they rest on, and the bounds of its first day."""

    name: str
    counts: Counter[str]
    clauses: tuple[tuple[str, str], ...]
    first_days: tuple[str, str]

    @property
    def dated(self) -> bool:
        """False when the first day is inferred."""
        return self.first_days[0] == self.first_days[1]


def of_group(group: Group) -> Basis:
    """Of a group: the definition itself and every clause of it."""
    texts = (group.text, *group.clauses())
    other = tuple((t.id or "the group as a whole", t.basis) for t in texts if t.basis != TEXT)
    days = (group.in_force_earliest.isoformat(), group.in_force_from.isoformat())
    return Basis(group.short, Counter(t.basis for t in texts), other, days)


def of_closings(closings: Closings) -> Basis:
    """Of the closing clauses of a list."""
    other = tuple((c.id, c.basis) for c in closings.clauses if c.basis != TEXT)
    days = (closings.force.since_earliest.isoformat(), closings.force.since_latest.isoformat())
    return Basis(
        f"closing clauses of lijst {closings.list}", Counter(c.basis for c in closings.clauses), other, days
    )


@dataclass(frozen=True)
class Rows:
    """The rows of one list."""

    list: str
    total: int
    basis: Counter[str]
    status: Counter[str]
    undated: int
    single_source: tuple[str, ...]
    without_structure: tuple[str, ...]
    not_text: tuple[str, ...]


def of_rows(lists: Lists) -> tuple[Rows, ...]:
    """Of every list."""
    names = dict.fromkeys(entry.list for entry in lists.entries)
    return tuple(_rows(name, [e for e in lists.entries if e.list == name]) for name in names)


def _rows(name: str, entries: Iterable[Entry]) -> Rows:
    rows = tuple(entries)
    return Rows(
        list=name,
        total=len(rows),
        basis=Counter(e.basis for e in rows),
        status=Counter(e.structure_status for e in rows),
        undated=sum(e.force.since_earliest != e.force.since_latest for e in rows),
        single_source=tuple(e.key for e in rows if e.structure_status == "single-source"),
        without_structure=tuple(e.key for e in rows if e.structure_status == "none"),
        not_text=tuple(e.key for e in rows if e.basis != TEXT),
    )
