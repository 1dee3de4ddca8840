"""What keeps a member of a group out of it because of another group: its core, or membership of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rdkit import Chem

from stofgroep.definition.model import Build, Elsewhere, Group
from stofgroep.definition.readings import MAX_WORLDS
from stofgroep.definition.worlds import Worlds, combinations_of, combined, covers
from stofgroep.matching.embedding import Embedder
from stofgroep.matching.gate import composition
from stofgroep.matching.graph import Graph, TooManyMatches

Statement = tuple[Worlds, int]
Holds = Callable[[Sequence[bool]], bool]


class Other(Protocol):
    """A group as others ask of it."""

    group: Group

    def core(self, graph: Graph) -> int:
        """Worlds of that group in which its core lies in a component."""

    def stated(self, mol: Chem.Mol) -> Statement:
        """Worlds in which a component is a member of that group."""


@dataclass(frozen=True)
class Taken:
    """The worlds an exclusion speaks of, those in which it applies, and the groups it rests on."""

    space: Worlds
    worlds: int
    groups: tuple[str, ...]


class Cores:
    """Finds the core of a group: the parts of its builds that another group may speak of."""

    def __init__(self, builds: Sequence[Build], everywhere: int) -> None:
        self._everywhere = everywhere
        cores = [_core(build) for build in builds if build.core]
        self._cores = [(composition(core), Embedder(core, everywhere)) for core in cores]

    def find(self, graph: Graph) -> int:
        """Worlds in which some core lies in a component, whatever hangs on it."""
        found = 0
        counts = Counter(graph.number)
        rings = graph.mol.GetRingInfo().NumRings()
        for needed, embedder in self._cores:
            if covers(found, embedder.worlds) or not needed.suffices(counts, rings):
                continue
            for embedding in embedder.find(graph):
                found |= embedding.worlds
                if covers(found, embedder.worlds):
                    break
        return found


def _core(build: Build) -> Build:
    joins = tuple(j for j in build.joins if j.left[0] in build.core and j.right[0] in build.core)
    return replace(build, parts=tuple(p for p in build.parts if p.name in build.core), joins=joins)


def taken(mol: Chem.Mol, graph: Graph, clause: Elsewhere, own: Worlds, others: Sequence[Other]) -> Taken:
    """The worlds in which an exclusion takes a component, and the groups because of which it does.

    Parameters
    ----------
    own : the worlds of the group that has the exclusion
    others : the groups it speaks of

    Raises
    ------
    TooManyMatches : when more combinations of readings matter than can be looked at
    """
    reasons: list[Taken] = []
    for other in others:
        if clause.member_of:
            space, worlds = other.stated(mol)
        else:
            space, worlds = other.group.worlds, other.core(graph)
            if worlds and clause.unless_member:
                statements = [(space, worlds), other.stated(mol)]
                space, worlds = joined(statements, lambda has: has[0] and not has[1])
        if worlds:
            reasons.append(Taken(space, worlds, (other.group.short,)))
    if not reasons:
        return Taken(own, 0, ())
    space, worlds = joined(
        [(own, clause.worlds), *((r.space, r.worlds) for r in reasons)], lambda has: has[0] and any(has[1:])
    )
    return Taken(space, worlds, tuple(name for reason in reasons for name in reason.groups))


def joined(statements: Sequence[Statement], holds: Holds) -> Statement:
    """See :func:`combined`; more combinations than a definition may have are not looked at."""
    if combinations_of(statements) > MAX_WORLDS:
        raise TooManyMatches
    return combined(statements, holds)
