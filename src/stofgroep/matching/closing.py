"""What a ring that a residue closes with the skeleton is made of, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from rdkit import Chem

from stofgroep.definition.model import Closure
from stofgroep.definition.worlds import without
from stofgroep.matching.graph import Graph, bits
from stofgroep.matching.residue import hanging_worlds
from stofgroep.matching.skeleton import Bond, Residue, Skeleton

_CARBON = frozenset({6})


def speaks_for_itself(closure: Closure) -> bool:
    """Whether a closure says of every atom of a ring what it may be, whatever the rules of the slots say."""
    return closure.ring is not None and closure.ring.carrying is not None


def ring_worlds(
    graph: Graph,
    skeleton: Skeleton,
    residue: Residue,
    first: Bond,
    second: Bond,
    closure: Closure,
    everywhere: int,
) -> int:
    """Worlds in which the ring through two bonds of a residue is as the closure says."""
    found = 0
    for added in set(_added(graph, residue, first, second, closure)):
        found |= _keeps(graph, skeleton, residue, first, second, added, closure, everywhere)
    return found


def _added(graph: Graph, residue: Residue, first: Bond, second: Bond, closure: Closure) -> Iterator[int]:
    """The atoms (masks) that can be the ring's own, those on the skeleton left out."""
    if not closure.shapes:
        # the system of the bond, not of its end, which may be a spiro atom
        yield graph.ring_system_of_bond(first.own, first.skeleton) & residue.mask
        return
    ends = {first.skeleton, second.skeleton}
    for shape in closure.shapes:
        for match in graph.pattern(shape):
            if ends == {match[i] for i in _numbered(shape)}:
                added = sum(1 << match[i] for i in _unnumbered(shape))
                if added == residue.mask or (speaks_for_itself(closure) and not added & ~residue.mask):
                    yield added


def _keeps(
    graph: Graph,
    skeleton: Skeleton,
    residue: Residue,
    first: Bond,
    second: Bond,
    added: int,
    closure: Closure,
    everywhere: int,
) -> int:
    ring = closure.ring
    if ring is None:
        return everywhere
    if ring.atoms is not None and added & ~graph.at_pattern(ring.atoms):
        return 0
    if ring.holding is not None and not added & graph.at_pattern(ring.holding):
        return 0
    worlds = everywhere
    if not closure.shapes:
        for mask, sizes in closure.sizes:
            if sizes is not None and any(s not in sizes for a in bits(added) for s in graph.ring_sizes(a)):
                worlds = without(worlds, mask)
    if ring.carbons is not None:
        whole = added | graph.on_shortest_paths(first.skeleton, second.skeleton, skeleton.mask)
        worlds &= ring.carbons.worlds_where((whole & graph.of_elements(_CARBON)).bit_count())
    if ring.carrying is not None and residue.mask:
        worlds &= hanging_worlds(graph, residue.mask, added, ring.carrying, ring.carrying_on_n, everywhere)
    return worlds


def _numbered(shape: Chem.Mol) -> tuple[int, ...]:
    return tuple(a.GetIdx() for a in shape.GetAtoms() if a.GetAtomMapNum())


def _unnumbered(shape: Chem.Mol) -> tuple[int, ...]:
    return tuple(a.GetIdx() for a in shape.GetAtoms() if not a.GetAtomMapNum())
