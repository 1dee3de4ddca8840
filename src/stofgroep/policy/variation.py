"""Which changes of a draft are tried to find out on what its outcome hinges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from stofgroep.definition.trial import HYDROGEN, Change, Point

MOST_CHANGES = 4000
MOST_OF_A_RANGE = 60
MASS_STEP = 50
_MASSES = ("mass", "mass_sum")


def changes_of(points: Iterable[Point]) -> tuple[Change, ...]:
    """The changes to try, in the order of the draft.

    Every number one step lower and higher and without limit, or each number of its range; every
    term of a list taken out; every clause that may be left out. Masses go in steps of 50 u.
    """
    known = list(points)
    clauses = Counter(_parent(p.path) for p in known if p.kind == "clause")
    found: list[Change] = []
    for point in known:
        if point.kind == "number":
            found += (Change(point.path, "number", "", value) for value in _values(point))
        elif point.kind == "term":
            found.append(Change(point.path, "drop", point.item))
            if point.value is not None:
                found += (Change(point.path, "number", point.item, v) for v in _values(point))
        elif clauses[_parent(point.path)] > 1 or not _is_skeleton(point.path):
            # without its only build or variant a definition would be nothing
            found.append(Change(point.path, "leave-out"))
    return tuple(found[:MOST_CHANGES])


def is_range(point: Point) -> bool:
    """Whether the draft gives a range here."""
    return point.low is not None


def change_of(point: Point, value: float | None) -> Change:
    """The change to another number."""
    return Change(point.path, "number", point.item, value)


def range_values(point: Point) -> tuple[int, ...]:
    """The numbers of a range, of a wide one some at equal distances, both ends among them."""
    if point.low is None or point.high is None:
        return ()
    step = MASS_STEP if point.path.rsplit(".", 1)[-1] in _MASSES else 1
    while (point.high - point.low) // step >= MOST_OF_A_RANGE:
        step *= 2
    values = list(range(point.low, point.high, step))
    return (*values, point.high)


def _values(point: Point) -> Iterator[float | None]:
    """Other numbers for a point."""
    if point.low is not None:
        yield from (float(value) for value in range_values(point))
        return
    if point.value is None:
        return
    step = MASS_STEP if point.path.rsplit(".", 1)[-1] in _MASSES else 1
    least = 1 if point.item else 0
    if point.value - step >= least:
        yield point.value - step
    yield point.value + step
    yield None


def _is_skeleton(path: str) -> bool:
    steps = path.split(".")
    return (steps[0] == "build" and len(steps) == 2) or steps[-2] == "variant"


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def is_hydrogen(change: Change) -> bool:
    """Whether a change takes the H out of a list, so that the place must be filled: seldom what is asked."""
    return change.item == HYDROGEN
