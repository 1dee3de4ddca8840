"""The groups of a law with a draft among them, and which of them speak of the draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from stofgroep.definition.model import Group
from stofgroep.definition.worlds import Reading, Worlds
from stofgroep.law import Law
from stofgroep.law.references import in_force, referred
from stofgroep.law.repository import law_book, law_names


@dataclass(frozen=True)
class Surroundings:
    """A draft in its law.

    groups : those of the law, the draft in the place of the one it replaces, or added
    beside : further groups that some of these speak of
    speaking : ids of the groups that speak of the draft, or of a group that does
    """

    groups: tuple[Group, ...]
    beside: tuple[Group, ...]
    speaking: frozenset[str]

    @property
    def matter(self) -> bool:
        """Whether the draft cannot be asked by itself."""
        return bool(self.speaking) or any(group.elsewhere for group in self.groups[:1])


def surroundings(draft: Group, law: Law) -> Surroundings:
    """Put a draft into a law; the draft comes first.

    Raises
    ------
    DefinitionError : if the draft speaks of a group that is not in force, or of itself in the end
    """
    groups = (draft, *(group for group in law.groups if group.id != draft.id))
    laws = {id.partition(".")[0] for clause in draft.elsewhere for id in clause.groups}
    others = [
        group
        for name in sorted(laws & set(law_names()))
        for group in in_force(law_book(name).groups, law.date)
        if group.id != draft.id
    ]
    return Surroundings(groups, referred(groups, (*law.beside, *others)), _speaking(draft.id, groups))


def _speaking(draft: str, groups: Iterable[Group]) -> frozenset[str]:
    found = {draft}
    count = 0
    while len(found) > count:
        count = len(found)
        for group in groups:
            if any(id in found for clause in group.elsewhere for id in clause.groups):
                found.add(group.id)
    return frozenset(found - {draft})


class Spaces:
    """Worlds of the readings of several groups together, by the ids of the readings.

    Parameters
    ----------
    groups : whose readings may be named
    """

    def __init__(self, groups: Iterable[Group]) -> None:
        self._readings: dict[str, Reading] = {r.id: r for group in groups for r in group.readings}
        self._made = lru_cache(maxsize=None)(self._make)

    def of(self, ids: tuple[str, ...] | None) -> Worlds | None:
        """The worlds of these readings, in this order; None for those of a group itself."""
        return None if ids is None else self._made(ids)

    def _make(self, ids: tuple[str, ...]) -> Worlds:
        return Worlds(tuple(self._readings[id] for id in ids))


def ids_of(space: Worlds | None) -> tuple[str, ...] | None:
    """The readings of a space by their ids."""
    return None if space is None else tuple(reading.id for reading in space.readings)
