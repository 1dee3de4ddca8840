"""A molecule as adjacency lists and bit masks over atom indices (bit *i* = atom *i*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from rdkit import Chem
from rdkit.Chem import Descriptors

from stofgroep.errors import StofgroepError

MAX_MATCHES = 20_000
MAX_RECURSIVE_MATCHES = 1_000_000
_AROMATIC_ORDER = 1.5


class TooManyMatches(StofgroepError):
    """A pattern matched more often than can be looked at: the structure cannot be assessed."""


def _parameters(*, uniquify: bool, most: int = MAX_MATCHES) -> Chem.SubstructMatchParameters:
    parameters = Chem.SubstructMatchParameters()
    # RDKit stops at 1000 of both by default and does not say so
    parameters.maxMatches = most  # type: ignore[assignment]
    parameters.maxRecursiveMatches = MAX_RECURSIVE_MATCHES  # type: ignore[assignment]
    parameters.uniquify = uniquify  # type: ignore[assignment]
    parameters.useChirality = False  # type: ignore[assignment]
    return parameters


_EVERY = _parameters(uniquify=False)
_UNIQUE = _parameters(uniquify=True)
_ONE = _parameters(uniquify=False, most=1)
_ONE_PLAIN = _parameters(uniquify=False, most=1)
_ONE_PLAIN.recursionPossible = False  # type: ignore[assignment]


def bits(mask: int) -> Iterator[int]:
    """The atom indices in a mask, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _mask(found: tuple[tuple[int, ...], ...]) -> int:
    """Mask of the first atoms of matches."""
    mask = 0
    for match in found:
        mask |= 1 << match[0]
    return mask


def occurs(mol: Chem.Mol, query: Chem.Mol) -> bool:
    """Whether a pattern occurs at all."""
    return bool(mol.HasSubstructMatch(query, _ONE))


def occurs_any(mol: Chem.Mol, queries: Iterable[Chem.Mol]) -> bool:
    """Whether one of several patterns without recursive SMARTS occurs, asked in their order."""
    return any(mol.HasSubstructMatch(query, _ONE_PLAIN) for query in queries)


def matches(mol: Chem.Mol, query: Chem.Mol, *, uniquify: bool = False) -> tuple[tuple[int, ...], ...]:
    """All substructure matches; truncation is an error, never silent."""
    found: tuple[tuple[int, ...], ...] = mol.GetSubstructMatches(query, _UNIQUE if uniquify else _EVERY)
    if len(found) >= MAX_MATCHES:
        raise TooManyMatches
    return found


def _atoms(smarts: str) -> Chem.Mol:
    query = Chem.MolFromSmarts(smarts)
    query.UpdatePropertyCache(False)
    return query


@cache
def _ring_atom(number: int, aromatic: bool) -> Chem.Mol:
    return _atoms(f"[#{number};{'a' if aromatic else 'A'};R]")


@cache
def _elements(numbers: frozenset[int]) -> Chem.Mol:
    return _atoms(f"[{','.join(f'#{n}' for n in sorted(numbers))}]")


class Graph:
    """One neutral, sanitised component; whatever costs time is read from RDKit when first asked for.

    ``neighbours`` : per atom the pairs (other atom, bond order); order 0 is aromatic
    ``near``       : per atom the mask of its neighbours
    ``order``      : (atom, atom) → bond order
    """

    def __init__(self, mol: Chem.Mol) -> None:
        self.mol = mol
        size = mol.GetNumAtoms()
        self.everything = (1 << size) - 1
        self.neighbours: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self.near = [0] * size
        # one matrix from C++ is ten times faster than a Python loop over the bonds
        matrix = Chem.GetAdjacencyMatrix(mol, useBO=True, force=True)
        rows, columns = matrix.nonzero()
        kinds = [0 if order == _AROMATIC_ORDER else int(order) for order in matrix[rows, columns].tolist()]
        bound = list(zip(rows.tolist(), columns.tolist(), strict=True))
        self.order = dict(zip(bound, kinds, strict=True))
        for (a, b), kind in self.order.items():
            self.neighbours[a].append((b, kind))
            self.near[a] |= 1 << b
        self._of_elements: dict[frozenset[int], int] = {}
        self._patterns: dict[int, tuple[tuple[int, ...], ...]] = {}
        self._compositions: dict[int, dict[tuple[int, bool], int]] = {}
        self._ring_counts: dict[tuple[int, bool], int] = {}
        # what an embedder has laid on this molecule, by variant, and by part and neighbourhood
        self.placements: dict[int, Any] = {}
        self.laid: dict[Any, Any] = {}

    @cached_property
    def ring(self) -> int:
        """Mask of the atoms in rings."""
        mask = 0
        for system in self._systems:
            mask |= system
        return mask

    @cached_property
    def number(self) -> list[int]:
        """Atomic number of every atom."""
        return [self.mol.GetAtomWithIdx(i).GetAtomicNum() for i in range(self.mol.GetNumAtoms())]

    def kind_of(self, atom: int) -> tuple[int, bool]:
        """Atomic number and aromaticity of an atom."""
        found = self.mol.GetAtomWithIdx(atom)
        return found.GetAtomicNum(), found.GetIsAromatic()

    def system_compositions(self, atom: int) -> list[Mapping[tuple[int, bool], int]]:
        """For each ring system an atom lies in, how many atoms of each (atomic number, aromatic) it has."""
        return [self._composition(system) for system in self._systems if system >> atom & 1]

    def _composition(self, system: int) -> Mapping[tuple[int, bool], int]:
        found = self._compositions.get(system)
        if found is None:
            found = self._compositions[system] = {}
            for kind in map(self.kind_of, bits(system)):
                found[kind] = found.get(kind, 0) + 1
        return found

    def has_ring_atoms(self, needed: Mapping[tuple[int, bool], int]) -> bool:
        """Whether the molecule has that many ring atoms of each (atomic number, aromatic)."""
        for key, count in needed.items():
            found = self._ring_counts.get(key)
            if found is None:
                found = self._ring_counts[key] = len(matches(self.mol, _ring_atom(*key)))
            if found < count:
                return False
        return True

    def of_elements(self, elements: frozenset[int]) -> int:
        """Mask of the atoms of these atomic numbers."""
        mask = self._of_elements.get(elements)
        if mask is None:
            mask = self._of_elements[elements] = _mask(matches(self.mol, _elements(elements)))
        return mask

    def pattern(self, query: Chem.Mol) -> tuple[tuple[int, ...], ...]:
        """Matches of a vocabulary pattern, kept for this molecule."""
        found = self._patterns.get(id(query))
        if found is None:
            found = self._patterns[id(query)] = matches(self.mol, query)
        return found

    def at_pattern(self, query: Chem.Mol) -> int:
        """Mask of the atoms that match a one-atom pattern (atom 1 of a larger one)."""
        return _mask(self.pattern(query))

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

    def is_in_system_annelated_to(self, atom: int, ring: int) -> bool:
        """Whether an atom is in a ring system, ``ring`` left out, that shares a bond with ``ring``."""
        others = [sum(1 << i for i in r) for r in self.mol.GetRingInfo().AtomRings()]
        others = [mask for mask in others if mask & ~ring]
        system = 0
        for mask in others:
            if mask >> atom & 1:
                system |= mask
        grown = True
        while grown and system:
            larger = system
            for mask in others:
                if (mask & system).bit_count() > 1:
                    larger |= mask
            grown, system = larger != system, larger
        return any((mask & ring).bit_count() > 1 for mask in others if not mask & ~system)

    def ring_system(self, atom: int) -> int:
        """Mask of the rings that share bonds with one another around an atom; 0 outside rings."""
        return next((mask for mask in self._systems if mask >> atom & 1), 0)

    @cached_property
    def _systems(self) -> list[int]:
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
        return systems

    def ring_sizes(self, atom: int) -> tuple[int, ...]:
        return tuple(self.mol.GetRingInfo().AtomRingSizes(atom))

    def mass(self, mask: int) -> float:
        """Average mass in u of these atoms and their hydrogens."""
        return sum(self._weights[i] for i in bits(mask))

    @cached_property
    def _weights(self) -> list[float]:
        table = Chem.GetPeriodicTable()
        hydrogen = table.GetAtomicWeight(1)
        return [
            table.GetAtomicWeight(a.GetAtomicNum()) + hydrogen * a.GetTotalNumHs()
            for a in self.mol.GetAtoms()
        ]

    def molecular_mass(self) -> float:
        """Average molecular mass in u of the whole component."""
        return float(Descriptors.MolWt(self.mol))  # type: ignore[attr-defined]

    def distance(self, start: int, goal: int, within: int) -> int:
        """Bonds on the shortest path inside ``within``, which holds both ends; -1 if there is none."""
        return len(self._layers(start, goal, within)) - 1

    def on_shortest_paths(self, start: int, goal: int, within: int) -> int:
        """Mask of the atoms on some shortest path inside ``within``, both ends included; 0 without a path."""
        layers = self._layers(start, goal, within)
        if not layers:
            return 0
        found = frontier = 1 << goal
        for layer in reversed(layers[:-1]):
            reached = 0
            for atom in bits(frontier):
                reached |= self.near[atom]
            frontier = reached & layer
            found |= frontier
        return found

    def _layers(self, start: int, goal: int, within: int) -> list[int]:
        """Masks of the atoms at distance 0, 1, 2 … from the start up to the goal; empty if never reached."""
        frontier = seen = 1 << start
        layers = [frontier]
        while not frontier >> goal & 1:
            reached = 0
            for atom in bits(frontier):
                reached |= self.near[atom]
            frontier = reached & within & ~seen
            if not frontier:
                return []
            seen |= frontier
            layers.append(frontier)
        return layers
