"""What changed on the lists between two dates, and the periods of one entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from stofgroep.errors import UsageError
from stofgroep.law.entries import Entry, Force
from stofgroep.law.lists import Lists
from stofgroep.law.names import find_name


class Kind(StrEnum):
    """What happened to an entry."""

    APPEARED = "appeared"
    DISAPPEARED = "disappeared"
    MOVED = "moved"
    BECAME_CERTAIN = "became-certain"


@dataclass(frozen=True)
class Change:
    """One entry that stands differently on the second date.

    before, after : the list on the first and on the second date; None: on none
    certain : whether it surely stands so on the second date (False inside the bounds of a first day)
    force : the period that made the change: the new one, or the one that ended
    """

    kind: Kind
    key: str
    name: str
    before: str | None
    after: str | None
    certain: bool
    force: Force
    decree: str
    citation: str


@dataclass(frozen=True)
class Period:
    """One period in which an entry is on a list."""

    key: str
    name: str
    list: str
    force: Force
    decree: str
    citation: str
    basis: str
    remark: str


def _on(entries: Iterable[Entry], date: dt.date) -> dict[str, Entry]:
    return {entry.key: entry for entry in entries if entry.force.possible(date)}


def diff(first: dt.date, second: dt.date, lists: Lists | None = None) -> tuple[Change, ...]:
    """The entries of lijst I and II that stand differently on two dates.

    Parameters
    ----------
    first, second : the dates, in order
    lists : the Dutch lists when None

    Raises
    ------
    UsageError : the dates are not in order, or lie before anything is known
    """
    lists = lists or Lists.load()
    if second < first:
        raise UsageError(f"the first date must be the earlier one: {first.isoformat()}, {second.isoformat()}")
    if first < lists.known_from:
        raise UsageError(
            f"the lists are known from {lists.known_from.isoformat()} on, not on {first.isoformat()}"
        )
    before, after = _on(lists.entries, first), _on(lists.entries, second)
    changes = []
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        cause = new or old
        if cause is None:
            continue
        if old is None:
            kind = Kind.APPEARED
        elif new is None:
            kind = Kind.DISAPPEARED
        elif old.list != new.list:
            kind = Kind.MOVED
        elif not old.force.certain(first) and new.force.certain(second):
            kind = Kind.BECAME_CERTAIN
        else:
            continue
        changes.append(
            Change(
                kind=kind,
                key=key,
                name=cause.name,
                before=old.list if old else None,
                after=new.list if new else None,
                certain=new is None or new.force.certain(second),
                force=cause.force,
                decree=cause.decree,
                citation=cause.citation,
            )
        )
    return tuple(changes)


def history(name: str, lists: Lists | None = None) -> tuple[Period, ...]:
    """The periods of the entries with a key or name, in order of time.

    Parameters
    ----------
    name : a key, any name or a CAS number
    lists : the Dutch lists when None

    Returns
    -------
    Empty when nothing bears that name; more than one ``key`` when it is ambiguous.
    """
    rows = [row for row in find_name(name, lists) if isinstance(row, Entry)]
    exact = [row for row in rows if row.key == name]
    return tuple(
        Period(
            key=entry.key,
            name=entry.name,
            list=entry.list,
            force=entry.force,
            decree=entry.decree,
            citation=entry.citation,
            basis=entry.basis,
            remark=entry.remark,
        )
        for entry in sorted(exact or rows, key=lambda e: (e.key, e.force.since_earliest))
    )
