"""The molecule seen from one embedding: slots by atom, residues, and the rings they close."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from stofgroep.definition.model import Build, Slot
from stofgroep.matching.embedding import Embedding
from stofgroep.matching.graph import Graph, bits


class Bond(NamedTuple):
    """A bond of a residue to the skeleton; ``order`` is 0 when aromatic."""

    skeleton: int
    own: int
    order: int


class Residue(NamedTuple):
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
        self.slots = embedding.slots
        if any(slot.elements is not None for slot in build.slots):
            self.slots = dict(self._by_element())
        # measured once for every pair of bonds, asked often
        self._sizes: dict[tuple[int, Bond, Bond], int] = {}
        self._inside: dict[tuple[int, int], int] = {}
        self._names: dict[int, frozenset[str]] = {}
        # by the id of each exclusion, the worlds in which a ring here is one of those it speaks of
        self.excluded: dict[int, int] = {}
        self.hanging: dict[int, list[Residue]] = {}
        self.closing: list[Residue] = []
        self._read_residues()

    def _by_element(self) -> Iterator[tuple[int, tuple[Slot, ...]]]:
        """The slots of each atom that its element may bear."""
        for atom, slots in self.embedding.slots.items():
            number = self.graph.kinds[atom][0]
            borne = tuple(slot for slot in slots if slot.lies_on(number))
            if borne:
                yield atom, borne

    def _read_residues(self) -> None:
        graph, mask = self.graph, self.mask
        near = graph.near
        outside = graph.everything & ~mask
        border = graph.beside(mask) & outside
        own_only = self.embedding.has_bonds_of_its_own_only()
        seen = 0
        for atom in bits(mask):
            for other in bits(near[atom] & ~seen & outside if own_only else near[atom]):
                if mask >> other & 1:
                    if atom < other and (atom, other) not in self.embedding.bonds:
                        order = graph.order_of(atom, other)
                        pair = (Bond(atom, other, order), Bond(other, atom, order))
                        self.closing.append(Residue(0, pair))
                    continue
                if seen >> other & 1:
                    continue
                piece = graph.component(other, outside)
                seen |= piece
                found = self._bonds(piece & border)
                if len(found) == 1:
                    self.hanging.setdefault(atom, []).append(Residue(piece, found))
                else:
                    self.closing.append(Residue(piece, found))

    def _bonds(self, border: int) -> tuple[Bond, ...]:
        """The bonds of some atoms to the skeleton, in the order of these atoms."""
        near, order, mask = self.graph.near, self.graph.order_of, self.mask
        return tuple(
            [Bond(s, atom, order(atom, s)) for atom in bits(border) for s in bits(near[atom] & mask)]
        )

    def closed_places(self) -> dict[int, int]:
        """How many valences of each skeleton atom are taken by ring-closing residues."""
        taken: dict[int, int] = {}
        for residue in self.closing:
            for bond in residue.bonds:
                taken[bond.skeleton] = taken.get(bond.skeleton, 0) + max(bond.order, 1)
        return taken

    def _names_at(self, atom: int) -> frozenset[str]:
        """Names of the slots of an atom."""
        names = self._names.get(atom)
        if names is None:
            names = self._names[atom] = frozenset([slot.name for slot in self.slots.get(atom, ())])
        return names

    def between(self, a: int, b: int, pair: tuple[frozenset[str], frozenset[str]]) -> bool:
        """Whether two skeleton atoms bear slots of the one and of the other set."""
        at_a, at_b = self._names_at(a), self._names_at(b)
        return bool((at_a & pair[0] and at_b & pair[1]) or (at_a & pair[1] and at_b & pair[0]))

    def is_open(self, atom: int) -> bool:
        """Whether the text of this place is unknown."""
        return any(slot.open for slot in self.slots.get(atom, ()))

    def ring_size(self, residue: Residue, first: Bond, second: Bond) -> int:
        """Size of the smallest ring through two bonds of a residue: a path outside, one in the skeleton."""
        key = residue.mask, first, second
        size = self._sizes.get(key)
        if size is None:
            if not residue.mask:
                size = self._around(first.skeleton, second.skeleton)[0] + 1
            else:
                outer = self.graph.distance(first.own, second.own, residue.mask)
                size = outer + self._distance(first.skeleton, second.skeleton) + 2
            self._sizes[key] = size
        return size

    def _distance(self, a: int, b: int) -> int:
        """Bonds on the shortest path between two skeleton atoms inside the skeleton."""
        known = self._inside.get((a, b))
        if known is None:
            known = self._inside[a, b] = self._inside[b, a] = self.graph.distance(a, b, self.mask)
        return known

    def kind(self, residue: Residue, first: Bond, second: Bond, part: str) -> str:
        """How the ring through two bonds lies on the rings of a part: spiro, annelated or bridged.

        It bridges a ring of the part when it ends at two atoms of that ring that are no neighbours.
        When these lie in two rings of the part (peri) it is annelated to both.
        """
        ring = self.embedding.parts[part].mask
        if residue.mask:
            path = self.graph.on_shortest_paths(first.skeleton, second.skeleton, self.mask)
        else:
            path = self._around(first.skeleton, second.skeleton)[1]
        shared = ring & path
        ends = 0
        furthest = 0
        for a, b in combinations(bits(shared), 2):
            distance = self.graph.distance(a, b, ring)
            if distance > furthest:
                furthest, ends = distance, 1 << a | 1 << b
        if furthest == 0:
            return "spiro"
        over_one_ring = any(not ends & ~r for r in self.embedding.parts[part].rings)
        return "bridged" if furthest > 1 and over_one_ring else "annelated"

    def is_composite(self, residue: Residue, first: Bond, second: Bond) -> bool:
        """Whether a ring through two bonds is only the sum of two smaller ones through a third bond."""
        if len(residue.bonds) < 3:
            return False
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
