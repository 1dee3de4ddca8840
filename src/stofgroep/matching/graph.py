"""A molecule as adjacency lists and bit masks over atom indices (bit *i* = atom *i*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rdkit import Chem
from rdkit.Chem import Descriptors

MAX_MATCHES = 20_000


class TooManyMatches(Exception):
    """A pattern matched more often than can be looked at; the structure is not assessed."""


def bits(mask: int) -> Iterator[int]:
    """The atom indices in a mask, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def matches(mol: Chem.Mol, query: Chem.Mol, *, uniquify: bool = False) -> tuple[tuple[int, ...], ...]:
    """All substructure matches; truncation is an error, never silent (RDKit stops at 1000 by default)."""
    found: tuple[tuple[int, ...], ...] = mol.GetSubstructMatches(
        query, uniquify=uniquify, useChirality=False, maxMatches=MAX_MATCHES
    )
    if len(found) >= MAX_MATCHES:
        raise TooManyMatches
    return found


class Graph:
    """One neutral component, read once from RDKit; everything else is lazy."""

    def __init__(self, mol: Chem.Mol) -> None:
        self.mol = mol
        size = mol.GetNumAtoms()
        self.everything = (1 << size) - 1
        self.neighbours: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self.near = [0] * size
        self.order: dict[tuple[int, int], int] = {}
        ring = 0
        for bond in mol.GetBonds():
            a, b = bond.GetBeginAtomIdx(), bond.GetEndAtomIdx()
            kind = 0 if bond.GetIsAromatic() else int(bond.GetBondTypeAsDouble())
            self.neighbours[a].append((b, kind))
            self.neighbours[b].append((a, kind))
            self.near[a] |= 1 << b
            self.near[b] |= 1 << a
            self.order[a, b] = self.order[b, a] = kind
            if bond.IsInRing():
                ring |= 1 << a | 1 << b
        self.ring = ring
        self.number = [atom.GetAtomicNum() for atom in mol.GetAtoms()]
        self._of_elements: dict[frozenset[int], int] = {}
        self._patterns: dict[int, tuple[tuple[int, ...], ...]] = {}
        self.placements: dict[int, Any] = {}
        self._systems: list[int] | None = None
        self._weights: list[float] | None = None

    def of_elements(self, elements: frozenset[int]) -> int:
        """Mask of the atoms of these atomic numbers."""
        mask = self._of_elements.get(elements)
        if mask is None:
            mask = sum(1 << i for i, n in enumerate(self.number) if n in elements)
            self._of_elements[elements] = mask
        return mask

    def pattern(self, query: Chem.Mol) -> tuple[tuple[int, ...], ...]:
        """Matches of a vocabulary pattern, kept for this molecule."""
        found = self._patterns.get(id(query))
        if found is None:
            found = self._patterns[id(query)] = matches(self.mol, query)
        return found

    def at_pattern(self, query: Chem.Mol) -> int:
        """Mask of the atoms that match a one-atom pattern (atom 1 of a larger one)."""
        mask = 0
        for match in self.pattern(query):
            mask |= 1 << match[0]
        return mask

    def component(self, start: int, within: int) -> int:
        """Mask of the atoms connected to ``start`` inside ``within``."""
        seen = 1 << start
        frontier = seen
        near = self.near
        while frontier:
            reached = 0
            for atom in bits(frontier):
                reached |= near[atom]
            frontier = reached & within & ~seen
            seen |= frontier
        return seen

    def ring_system(self, atom: int) -> int:
        """Mask of the ring system (rings sharing at least one bond or bridged) that an atom is in; 0 outside rings."""
        if self._systems is None:
            systems: list[int] = []
            for ring in self.mol.GetRingInfo().AtomRings():
                mask = sum(1 << i for i in ring)
                apart = []
                for other in systems:
                    if (other & mask).bit_count() > 1:
                        mask |= other
                    else:
                        apart.append(other)
                systems = [*apart, mask]
            self._systems = systems
        for mask in self._systems:
            if mask >> atom & 1:
                return mask
        return 0

    def ring_sizes(self, atom: int) -> tuple[int, ...]:
        return tuple(self.mol.GetRingInfo().AtomRingSizes(atom))

    def mass(self, mask: int) -> float:
        """Average mass in u of these atoms and their hydrogens."""
        if self._weights is None:
            table = Chem.GetPeriodicTable()
            hydrogen = table.GetAtomicWeight(1)
            self._weights = [
                table.GetAtomicWeight(a.GetAtomicNum()) + hydrogen * a.GetTotalNumHs() for a in self.mol.GetAtoms()
            ]
        return sum(self._weights[i] for i in bits(mask))

    def molecular_mass(self) -> float:
        """Average molecular mass in u of the whole component."""
        return float(Descriptors.MolWt(self.mol))

    def distance(self, start: int, goal: int, within: int) -> int:
        """Number of bonds on the shortest path inside ``within`` (both ends in it); 0 for the same atom, -1 for none."""
        frontier = seen = 1 << start
        steps = 0
        while frontier:
            if frontier >> goal & 1:
                return steps
            reached = 0
            for atom in bits(frontier):
                reached |= self.near[atom]
            frontier = reached & within & ~seen
            seen |= frontier
            steps += 1
        return -1
