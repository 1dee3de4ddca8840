"""Groups that speak of other groups: which these are on a day, and that none speaks of itself in the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from stofgroep.definition.model import Group
from stofgroep.errors import DefinitionError


def in_force(groups: Sequence[Group], day: dt.date) -> list[Group]:
    """The groups that are the law on a day, or may be."""
    return [
        g
        for g in groups
        if g.in_force_earliest <= day and (g.in_force_until is None or day < g.in_force_until)
    ]


def referred(groups: Sequence[Group], beside: Sequence[Group]) -> tuple[Group, ...]:
    """Groups that some of the groups in force speak of and that are none of these themselves.

    Parameters
    ----------
    groups : those in force on a day
    beside : others that may be spoken of on that day

    Raises
    ------
    DefinitionError : a group that is not there is spoken of, one speaks of itself in the end,
        or groups that speak of each other do not mean the same by one reading
    """
    there = {group.id: group for group in (*beside, *groups)}
    wanted: dict[str, Group] = {}
    for group in groups:
        for other in _all_referred(group, there, (group.id,)):
            wanted[other.id] = other
            _same_questions(group, other)
    of_the_law = {group.id for group in groups}
    return tuple(group for id, group in wanted.items() if id not in of_the_law)


def _all_referred(group: Group, there: dict[str, Group], path: tuple[str, ...]) -> Iterator[Group]:
    for clause in group.elsewhere:
        for id in clause.groups:
            if id not in there:
                raise DefinitionError(
                    group.file, clause.text.id, f"speaks of {id!r}, which is not in force then"
                )
            if id in path:
                circle = " → ".join([*path, id])
                raise DefinitionError(group.file, clause.text.id, f"goes round in a circle: {circle}")
            yield there[id]
            yield from _all_referred(there[id], there, (*path, id))


def _same_questions(group: Group, other: Group) -> None:
    """Readings with one id are one question in both groups."""
    own = {reading.id: reading for reading in group.readings}
    for reading in other.readings:
        if reading.id in own and set(own[reading.id].options) != set(reading.options):
            raise DefinitionError(
                group.file,
                f"reading.{reading.id}",
                f"has other options than the same reading of {other.file}",
            )
