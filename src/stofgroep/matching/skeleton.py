"""The molecule seen from one embedding: slots by atom, residues, and the rings they close."""

from __future__ import annotations

from dataclasses import dataclass

from stofgroep.definition.model import Build, Slot
from stofgroep.matching.embedding import Embedding
from stofgroep.matching.graph import Graph, bits


@dataclass(frozen=True)
class Bond:
    """A bond of a residue to the skeleton; ``order`` is 0 when aromatic."""

    skeleton: int
    own: int
    order: int


@dataclass(frozen=True)
class Residue:
    """A connected piece outside the skeleton (a mask of atoms) with its bonds to it.

    A bond between two skeleton atoms that the skeleton does not draw is a residue
    without atoms: its two bonds name each other's atom.
    """

    mask: int
    bonds: tuple[Bond, ...]


class Skeleton:
    """One embedding with everything that hangs on it."""

    def __init__(self, graph: Graph, build: Build, embedding: Embedding) -> None:
        self.graph = graph
        self.embedding = embedding
        self.mask = embedding.mask
        self.slots: dict[int, tuple[Slot, ...]] = {}
        for slot in build.slots:
            for site in slot.sites:
                for atom in embedding.atoms(site):
                    self.slots[atom] = (*self.slots.get(atom, ()), slot)
        self.hanging: dict[int, list[Residue]] = {}
        self.closing: list[Residue] = []
        self._read_residues()

    def _read_residues(self) -> None:
        graph, mask = self.graph, self.mask
        outside = graph.everything & ~mask
        seen = 0
        for atom in bits(mask):
            for other, order in graph.neighbours[atom]:
                if mask >> other & 1:
                    if atom < other and (atom, other) not in self.embedding.bonds:
                        pair = (Bond(atom, other, order), Bond(other, atom, order))
                        self.closing.append(Residue(0, pair))
                    continue
                if seen >> other & 1:
                    continue
                piece = graph.component(other, outside)
                seen |= piece
                found = tuple(
                    Bond(s, a, graph.order[a, s]) for a in bits(piece) for s in bits(graph.near[a] & mask)
                )
                if len(found) == 1:
                    self.hanging.setdefault(atom, []).append(Residue(piece, found))
                else:
                    self.closing.append(Residue(piece, found))

    def closed_places(self) -> dict[int, int]:
        """How many valences of each skeleton atom are taken by ring-closing residues."""
        taken: dict[int, int] = {}
        for residue in self.closing:
            for bond in residue.bonds:
                taken[bond.skeleton] = taken.get(bond.skeleton, 0) + max(bond.order, 1)
        return taken

    def between(self, a: int, b: int, pair: tuple[frozenset[str], frozenset[str]]) -> bool:
        """Whether two skeleton atoms bear slots of the one and of the other set."""
        at_a = {s.name for s in self.slots.get(a, ())}
        at_b = {s.name for s in self.slots.get(b, ())}
        return bool((at_a & pair[0] and at_b & pair[1]) or (at_a & pair[1] and at_b & pair[0]))

    def is_open(self, atom: int) -> bool:
        """Whether the text of this place is unknown."""
        return any(slot.open for slot in self.slots.get(atom, ()))

    def ring_size(self, residue: Residue, first: Bond, second: Bond) -> int:
        """Size of the smallest ring through two bonds of a residue: a path outside, one in the skeleton."""
        if not residue.mask:
            return self._around(first.skeleton, second.skeleton)[0] + 1
        outer = self.graph.distance(first.own, second.own, residue.mask)
        inner = self.graph.distance(first.skeleton, second.skeleton, self.mask)
        return outer + inner + 2

    def kind(self, residue: Residue, first: Bond, second: Bond, part: str) -> str:
        """How the ring through two bonds lies on the ring of a part: spiro, annelated or bridged."""
        ring = self.embedding.parts[part].mask
        if residue.mask:
            path = self.graph.on_shortest_paths(first.skeleton, second.skeleton, self.mask)
        else:
            path = self._around(first.skeleton, second.skeleton)[1]
        shared = ring & path
        distance = max(self.graph.distance(a, b, ring) for a in bits(shared) for b in bits(shared))
        return ("spiro", "annelated", "bridged")[min(distance, 2)]

    def is_composite(self, residue: Residue, first: Bond, second: Bond) -> bool:
        """Whether a ring through two bonds is only the sum of two smaller ones through a third bond."""
        size = self.ring_size(residue, first, second)
        return any(
            self.ring_size(residue, first, bond) < size and self.ring_size(residue, bond, second) < size
            for bond in residue.bonds
            if bond not in (first, second)
        )

    def _around(self, start: int, goal: int) -> tuple[int, int]:
        """Length and atoms (a mask) of the shortest paths inside the skeleton but for the direct bond."""
        graph = self.graph
        within = self.mask & ~(1 << start)
        paths = [
            (graph.distance(other, goal, within), other)
            for other in bits(graph.near[start] & self.mask & ~(1 << goal))
        ]
        shortest = min(length for length, _ in paths if length >= 0)
        atoms = 1 << start
        for length, other in paths:
            if length == shortest:
                atoms |= graph.on_shortest_paths(other, goal, within)
        return shortest + 1, atoms
