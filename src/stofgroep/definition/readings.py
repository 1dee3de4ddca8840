"""The readings of one definition, and everything that is said "when" a reading has an option."""

from __future__ import annotations

import math
from typing import Any

from stofgroep.definition.model import ByOption
from stofgroep.definition.table import Table
from stofgroep.definition.worlds import Reading, Worlds

MAX_WORLDS = 1 << 16


def read_reading(id: str, table: Table) -> Reading:
    """One reading: its question, its options with the argument for each, and the likely one.

    Raises
    ------
    DefinitionError : with file, key and reason
    """
    options = table.table("options", required=True)
    arguments = {option: options.language_texts(option) for option in options.names()}
    likely = table.get("likely", str)
    if len(arguments) < 2:
        table.fail("options", "a reading needs at least two options, each with its argument")
    if likely not in arguments:
        table.fail("likely", f"{likely!r} is no option; known: {', '.join(arguments)}")
    reading = Reading(id, table.language_texts("question"), arguments, likely)
    table.done()
    return reading


def read_readings(root: Table) -> Readings:
    """The ``reading`` tables of a definition.

    Raises
    ------
    DefinitionError : with file, key and reason
    """
    found = [read_reading(id, table) for id, table in root.tables("reading")]
    worlds = math.prod(len(r.options) for r in found)
    if worlds > MAX_WORLDS:
        root.fail("reading", f"{worlds} combinations of options; at most {MAX_WORLDS} can be looked at")
    return Readings(tuple(found))


class Readings:
    """Turns what is said per option into sets of worlds, and remembers which readings were spoken of."""

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self.worlds = Worlds(readings)
        self._known = {r.id: r for r in readings}
        self._spoken_of: set[str] = set()

    def refuse_unused(self, root: Table) -> None:
        """A reading that decides nothing is a mistake.

        Raises
        ------
        DefinitionError : naming the first one
        """
        for id in self._known:
            if id not in self._spoken_of:
                root.fail(f"reading.{id}", "nothing in the definition depends on this reading")

    def _reading(self, table: Table, id: str) -> Reading:
        if id not in self._known:
            table.fail(id, f"unknown reading; known: {', '.join(self._known) or 'none'}")
        self._spoken_of.add(id)
        return self._known[id]

    def when(self, table: Table, name: str = "when") -> int:
        """Mask of the worlds named by a table ``{ reading = ["option"] }``; all of them without one."""
        inner = table.table(name)
        when = {}
        for id in inner.names():
            reading = self._reading(inner, id)
            when[id] = inner.strings(id)
            if not when[id]:
                inner.fail(id, "names no option, so it would hold nowhere")
            for option in when[id]:
                if option not in reading.options:
                    inner.fail(id, f"{option!r} is no option; known: {', '.join(reading.options)}")
        return self.worlds.where(when)

    def when_given(self, table: Table, name: str) -> int:
        """The same, but no world at all when the key is absent."""
        return self.when(table, name) if table.has(name) else 0

    def option(self, table: Table, id: str, option: str) -> int:
        """Mask of the worlds in which a reading has an option."""
        reading = self._reading(table, id)
        if option not in reading.options:
            table.fail(f"{id}.{option}", f"{option!r} is no option; known: {', '.join(reading.options)}")
        return self.worlds.where({id: (option,)})

    def by_option(self, table: Table, name: str) -> tuple[tuple[int, Any], ...]:
        """A value, or ``{ reading = { option = value } }`` with every option named."""
        value = table.get(name, object)
        if not isinstance(value, dict):
            return ((self.worlds.all, value),)
        outer = table.table(name)
        if len(outer.names()) != 1:
            outer.fail("", "a value by option names exactly one reading")
        (id,) = outer.names()
        reading = self._reading(outer, id)
        inner = outer.table(id)
        if set(inner.names()) != set(reading.options):
            inner.fail("", f"must name every option: {', '.join(reading.options)}")
        return tuple((self.worlds.where({id: (o,)}), inner.get(o, object)) for o in inner.names())

    def number(self, table: Table, name: str) -> ByOption:
        """A limit: a number, "none", or one of these per option."""
        return ByOption(
            tuple((w, self.one_number(table, name, value)) for w, value in self.by_option(table, name))
        )

    def one_number(self, table: Table, name: str, value: object) -> float | None:
        """One of the numbers of a limit; None for "none"."""
        if value == "none":
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            table.fail(name, f'must be a number from 0 up or "none", not {value!r}')
        return float(value)

    def listed(self, table: Table, name: str, entries: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """The terms of a list with their worlds, as they are to be read (see :mod:`.trial`)."""
        return entries
