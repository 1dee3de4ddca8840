"""The tables of a report: counts and lists made from what a draft does to each substance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from stofgroep.definition.trial import Change, Point
from stofgroep.law import Law
from stofgroep.policy.impact import Effect, Impact, Result, Says
from stofgroep.policy.variation import change_of, is_range, range_values

MOST_FAILING = 2
IN = (Says.MEMBER, Says.DEPENDS)


@dataclass(frozen=True)
class Counts:
    """How many substances of a set, or of one class of it, come out how.

    ``class_`` : "" for substances without a class; None for the whole set
    ``member`` … ``excluded`` : by the draft alone; ``caught`` … ``unchanged`` : with the law around it
    """

    set: str
    class_: str | None
    total: int
    member: int
    depends: int
    excluded: int
    caught: int
    released: int
    now_depends: int
    unchanged: int
    not_assessed: int


@dataclass(frozen=True)
class Hinging:
    """The substances that hinge on one change of the draft, under the likely readings."""

    change: Change
    gained: tuple[Result, ...]
    lost: tuple[Result, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.gained) + len(self.lost)


@dataclass(frozen=True)
class OptionHinging:
    """The substances that hinge on one option of a reading, all other readings having their likely one."""

    reading: str
    option: str
    gained: tuple[Result, ...]
    lost: tuple[Result, ...]


@dataclass(frozen=True)
class RangeValue:
    """One number of a range: how many likely members there are per set, and per class of it."""

    value: int
    by_set: tuple[tuple[str, int], ...]
    by_class: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class RangeTable:
    """The numbers of one range of the draft."""

    point: Point
    values: tuple[RangeValue, ...]


@dataclass(frozen=True)
class Overlap:
    """A list or a group of the law beside the draft.

    members : substances of the sets that stand there, certainly or perhaps
    shared : those of them that are in the draft too, certainly or perhaps
    only_draft : members of the draft that do not stand there
    released : those that would no longer stand there (for the group that the draft replaces)
    """

    list: str
    name: str
    is_group: bool
    replaced: bool
    members: int
    shared: tuple[Result, ...]
    only_draft: int
    released: tuple[Result, ...]


def counts(impact: Impact) -> tuple[Counts, ...]:
    """One line per set."""
    return tuple(_counts(s.name, None, impact.of_set(s.name)) for s in impact.sets)


def counts_by_class(impact: Impact) -> tuple[Counts, ...]:
    """One line per class of each set that has classes."""
    found = []
    for one in impact.sets:
        classes: dict[str, list[Result]] = {}
        for result in impact.of_set(one.name):
            classes.setdefault(result.substance.class_, []).append(result)
        if set(classes) != {""}:
            found += [_counts(one.name, name, of) for name, of in sorted(classes.items())]
    return tuple(found)


def _counts(name: str, class_: str | None, results: Sequence[Result]) -> Counts:
    def says(wanted: Says) -> int:
        return sum(r.says is wanted for r in results)

    def effect(wanted: Effect) -> int:
        return sum(r.effect is wanted for r in results)

    return Counts(
        name,
        class_,
        len(results),
        says(Says.MEMBER),
        says(Says.DEPENDS),
        says(Says.EXCLUDED),
        effect(Effect.CAUGHT),
        effect(Effect.RELEASED),
        effect(Effect.DEPENDS),
        effect(Effect.UNCHANGED),
        effect(Effect.NOT_ASSESSED),
    )


def near_misses(impact: Impact) -> tuple[Result, ...]:
    """Substances that have the skeleton and fail a clause or two, the nearest first."""
    near = [r for r in impact.results if 0 < len(r.failing) <= MOST_FAILING]
    return tuple(sorted(near, key=lambda r: len(r.failing)))


def hinging(impact: Impact) -> tuple[Hinging, ...]:
    """The changes on which any substance hinges, in the order of the draft; ranges aside."""
    ranged = {(p.path, p.item) for p in impact.draft.points if is_range(p)}
    found = []
    for number, change in enumerate(impact.changes, start=1):
        if change.kind == "number" and (change.path, change.item) in ranged:
            continue
        gained, lost = _moved(impact.results, number)
        if gained or lost:
            found.append(Hinging(change, gained, lost))
    return tuple(found)


def _moved(results: Iterable[Result], number: int) -> tuple[tuple[Result, ...], tuple[Result, ...]]:
    gained, lost = [], []
    for result in results:
        with_change, drafted = result.changed >> number & 1, result.changed & 1
        if with_change and not drafted:
            gained.append(result)
        elif drafted and not with_change:
            lost.append(result)
    return tuple(gained), tuple(lost)


def untouched(impact: Impact) -> tuple[Change, ...]:
    """The changes on which nothing in the sets hinges: the sets do not show whether they matter."""
    quiet = []
    for number, change in enumerate(impact.changes, start=1):
        if change.kind != "number" and not any(_moved(impact.results, number)):
            quiet.append(change)
    return tuple(quiet)


def ranges(impact: Impact) -> tuple[RangeTable, ...]:
    """For each range of the draft, what every number of it would catch."""
    numbers = {change: number for number, change in enumerate(impact.changes, start=1)}
    found = []
    for point in impact.draft.points:
        values = []
        for value in range_values(point):
            number = numbers.get(change_of(point, float(value)))
            if number is not None:
                values.append(_range_value(impact, value, number))
        if values:
            found.append(RangeTable(point, tuple(values)))
    return tuple(found)


def _range_value(impact: Impact, value: int, number: int) -> RangeValue:
    members = [r for r in impact.results if r.changed >> number & 1]
    by_set = tuple((s.name, sum(r.set == s.name for r in members)) for s in impact.sets)
    classes: dict[tuple[str, str], int] = {}
    for result in impact.results:
        if result.substance.class_:
            classes.setdefault((result.set, result.substance.class_), 0)
    for result in members:
        if result.substance.class_:
            classes[result.set, result.substance.class_] += 1
    return RangeValue(value, by_set, tuple((*names, count) for names, count in sorted(classes.items())))


def options(impact: Impact) -> tuple[OptionHinging, ...]:
    """Every option of a reading that is not the likely one, with what it would change."""
    found = []
    for reading in impact.draft.group.readings:
        for option in reading.options:
            if option != reading.likely:
                hinge = [r for r in impact.results if (reading.id, option) in r.options]
                gained = tuple(r for r in hinge if not r.likely)
                lost = tuple(r for r in hinge if r.likely)
                found.append(OptionHinging(reading.id, option, gained, lost))
    return tuple(found)


def overlaps(impact: Impact, law: Law) -> tuple[Overlap, ...]:
    """How the draft lies over each list and each other group of the law."""
    lists = dict.fromkeys(p.list for r in impact.results for p in r.places if not p.is_group)
    found = [
        _overlap(impact, name, "", lambda p, n=name: not p.is_group and p.list == n) for name in sorted(lists)
    ]
    for group in sorted(law.groups, key=lambda g: g.number):
        short = group.short
        overlap = _overlap(
            impact,
            group.list,
            short,
            lambda p, n=short: p.is_group and p.name == n,
            group.id == impact.replaced,
        )
        found.append(overlap)
    return tuple(found)


def _overlap(
    impact: Impact, of_list: str, name: str, there: Callable[..., bool], replaced: bool = False
) -> Overlap:
    standing = [r for r in impact.results if any(there(p) for p in r.places)]
    keys = {id(r) for r in standing}
    return Overlap(
        of_list,
        name,
        bool(name),
        replaced,
        len(standing),
        tuple(r for r in standing if r.says in IN),
        sum(r.says in IN and id(r) not in keys for r in impact.results),
        tuple(r for r in standing if replaced and r.says not in IN),
    )


def members(impact: Impact, name: str) -> tuple[Result, ...]:
    """The substances of one set that the draft catches, certainly or perhaps."""
    return tuple(r for r in impact.of_set(name) if r.says in IN)
