"""Exclusions that speak of other groups of the same law: by their core, or by membership of them."""

from __future__ import annotations

from stofgroep.definition.clause import read_text
from stofgroep.definition.model import Elsewhere, Text
from stofgroep.definition.readings import Readings
from stofgroep.definition.table import Table

_OTHER_GROUPS = ("core_of", "member_of")


def speaks_of_groups(table: Table) -> bool:
    """Whether an ``exclude`` table speaks of other groups, not of substances by name."""
    return not set(_OTHER_GROUPS).isdisjoint(table.names())


def read_elsewhere(root: Table, group: Text, readings: Readings) -> tuple[Elsewhere, ...]:
    """The exclusions of a definition that speak of other groups.

    Raises
    ------
    DefinitionError : with file, key and reason
    """
    return tuple(
        _read(name, table, group, readings)
        for name, table in root.tables("exclude")
        if speaks_of_groups(table)
    )


def _read(name: str, table: Table, group: Text, readings: Readings) -> Elsewhere:
    if all(table.has(key) for key in _OTHER_GROUPS):
        table.fail("member_of", "core_of and member_of are two exclusions, each in a table of its own")
    exclude = Elsewhere(
        text=read_text(table, f"exclude.{name}", group),
        name=name,
        worlds=readings.when(table),
        core_of=table.strings("core_of", ()),
        unless_member=table.get("unless_member", bool, False),
        member_of=table.strings("member_of", ()),
    )
    if not exclude.groups:
        table.fail(next(key for key in _OTHER_GROUPS if table.has(key)), "names no group")
    if exclude.unless_member and not exclude.core_of:
        table.fail("unless_member", "is said of core_of only")
    for id in exclude.groups:
        if id == group.id:
            table.fail("core_of" if exclude.core_of else "member_of", f"{id!r} is the group itself")
    table.done()
    return exclude
