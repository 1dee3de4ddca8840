"""What would be otherwise if a definition said something else: changes of it as worlds of their own.

A *point* is a place in a definition where one thing can be said differently: a
number, a term of a list, a clause that might be left out. A *change* is one such
difference. A definition loaded with changes has one world per change beside the
world in which it is as it stands, so that one pass over a molecule tells under
which of hundreds of changes it would be a member. Every reading has its likely
option there: what readings do is told by the definition itself.

Numbers may be ranges in a draft (``max = "5..12"``, ``alkyl<=4..8``): the draft
then stands for the widest of them, and each number of the range is a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stofgroep.definition.model import ByOption
from stofgroep.definition.readings import Readings
from stofgroep.definition.table import Table
from stofgroep.definition.worlds import Reading, Worlds

WHAT_IF = "what-if"
HYDROGEN = "H"
_RANGE = re.compile(r"^(?P<low>\d+)\.\.(?P<high>\d+)$")
_LIMITED = re.compile(r"^(?P<name>.+)<=(?P<low>\d+)(\.\.(?P<high>\d+))?$")
_AT_LEAST = "min"  # of a number with this key the lowest of a range is the widest, of any other the highest


@dataclass(frozen=True)
class Point:
    """A place where a definition can say something else.

    path : dotted path of the key
    kind : "number", "term" (of a list, by ``item``) or "clause" (a table that can be left out)
    item : the term; "" for a number or a clause
    value : the number, or the limit of the term on its carbons; None: there is none
    low, high : the range given in the draft, None where it gives one number
    """

    path: str
    kind: str
    item: str = ""
    value: float | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Change:
    """One thing said differently.

    kind : "number" (another number, None: no limit), "drop" (a term is taken out) or "leave-out" (a clause)
    """

    path: str
    kind: str
    item: str = ""
    value: float | None = None


class Trial:
    """Loads a definition as a draft, with changes, and remembers where more could be changed.

    Parameters
    ----------
    changes : what to try; none loads the draft as it stands, with all its readings
    file : name of the draft: what stands in another file, such as a shared word, is not its to change
    """

    def __init__(self, file: str, changes: Iterable[Change] = ()) -> None:
        self.file = file
        self.changes = tuple(changes)
        self.points: dict[tuple[str, str], Point] = {}

    def readings(self, readings: tuple[Reading, ...]) -> TrialReadings:
        """The readings of the definition, or the changes in their place."""
        return TrialReadings(readings, self)


class _Changes(Worlds):
    """World 0 is the definition as it stands, world k + 1 the change k; readings have their likely option."""

    def __init__(self, readings: tuple[Reading, ...], changes: int) -> None:
        nothing: dict[str, dict[str, str]] = {str(n): {} for n in range(changes + 1)}
        super().__init__((Reading(WHAT_IF, {}, nothing, "0"),))
        self._likely = {r.id: r.likely for r in readings}

    def where(self, when: dict[str, tuple[str, ...]]) -> int:  # type: ignore[override]
        settled = all(self._likely[id] in options for id, options in when.items())
        return self.all if settled else 0


class TrialReadings(Readings):
    """Readings of a draft: knows ranges, notes every point, and adds the worlds of the changes."""

    def __init__(self, readings: tuple[Reading, ...], trial: Trial) -> None:
        super().__init__(readings)
        self._trial = trial
        self._by_path: dict[str, list[tuple[int, Change]]] = {}
        if trial.changes:
            self.worlds = _Changes(readings, len(trial.changes))
            for number, change in enumerate(trial.changes, start=1):
                self._by_path.setdefault(change.path, []).append((1 << number, change))

    def _note(self, table: Table, point: Point) -> None:
        if table.file == self._trial.file:
            self._trial.points.setdefault((point.path, point.item), point)

    def _changes(self, table: Table, path: str, item: str = "") -> Iterable[tuple[int, Change]]:
        if table.file == self._trial.file:
            for world, change in self._by_path.get(path, ()):
                if change.item == item:
                    yield world, change

    def when(self, table: Table, name: str = "when") -> int:
        """As for any definition; a table that holds *when* something can also be left out."""
        mask = super().when(table, name)
        if name == "when":
            self._note(table, Point(table.path, "clause"))
            for world, _ in self._changes(table, table.path):
                mask &= ~world
        return mask

    def number(self, table: Table, name: str) -> ByOption:
        """A limit, which may be a range."""
        path = table.key(name)
        found = super().number(table, name)
        span = _span(table.get(name, object))
        for worlds, value in found.values:
            if worlds & 1 << self.worlds.likely:
                self._note(table, Point(path, "number", "", value, *span))
        values = list(found.values)
        for world, change in self._changes(table, path):
            values = [(worlds & ~world, value) for worlds, value in values]
            values.append((world, change.value))
        return ByOption(tuple(values))

    def one_number(self, table: Table, name: str, value: object) -> float | None:
        """A number, "none", or the widest number of a range."""
        low, high = _span(value)
        if low is None or high is None:
            return super().one_number(table, name, value)
        if high < low:
            table.fail(name, f"a range runs upwards, not {value!r}")
        return float(low if name == _AT_LEAST else high)

    def listed(self, table: Table, name: str, entries: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """The terms of a list, those with a range at their widest, and what the changes make of them."""
        path = table.key(name)
        found: list[tuple[int, str]] = []
        for worlds, text in entries:
            limited = _LIMITED.match(text)
            low = high = value = None
            term = text
            if limited is not None:
                value = int(limited["high"] or limited["low"])
                if limited["high"]:
                    low, high = int(limited["low"]), value
                term = f"{limited['name']}<={value}"
            self._note(table, Point(path, "term", text, value, low, high))
            for world, change in self._changes(table, path, text):
                if limited is not None and change.kind == "number":
                    wanted = limited["name"]
                    if change.value is not None:
                        wanted = f"{wanted}<={int(change.value)}"
                    found.append((worlds & world, wanted))
                worlds &= ~world
            found.append((worlds, term))
        return found


def _span(value: object) -> tuple[int | None, int | None]:
    match = _RANGE.match(value) if isinstance(value, str) else None
    return (int(match["low"]), int(match["high"])) if match is not None else (None, None)
