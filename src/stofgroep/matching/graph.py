"""A molecule as adjacency lists and bit masks over atom indices (bit *i* = atom *i*)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

import numpy as np
from rdkit import Chem
from rdkit.Chem import Descriptors

from stofgroep.definition.pattern import Facts, facts
from stofgroep.errors import StofgroepError

Kind = tuple[int, bool]  # atomic number, aromatic

_CARBON = 6
CERTAIN_RINGS = 12
ANNELATED = 2  # atoms that two rings with one bond in common share
MAX_MATCHES = 20_000
MAX_RECURSIVE_MATCHES = 1_000_000
_MASKS_KEPT = 1 << 14
_EXACT_BITS = 62
_POWERS = 1 << np.arange(_EXACT_BITS, dtype=np.int64)
_AROMATIC_ORDER = 1.5
_atomic_weight: Callable[[int], float] = Chem.GetPeriodicTable().GetAtomicWeight
# RDKit's bond orders as ours; 0 is aromatic
_ORDERS = {1.0: 1, 2.0: 2, 3.0: 3, _AROMATIC_ORDER: 0}


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


@lru_cache(_MASKS_KEPT)
def bits(mask: int) -> tuple[int, ...]:
    """The atom indices in a mask, ascending."""
    # molecules share most of their masks: those of the neighbours of one atom, of a small residue
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return tuple(found)


def union(masks: Iterable[int]) -> int:
    """All atoms of some masks."""
    result = 0
    for mask in masks:
        result |= mask
    return result


def _mask(found: tuple[tuple[int, ...], ...]) -> int:
    """Mask of the first atoms of matches."""
    mask = 0
    for match in found:
        mask |= 1 << match[0]
    return mask


def occurs(mol: Chem.Mol, query: Chem.Mol) -> bool:
    """Whether a pattern occurs at all."""
    return bool(mol.HasSubstructMatch(query, _ONE))


class AnyOf:
    """Several patterns without recursive SMARTS, asked of a molecule in one call and in their order.

    Parameters
    ----------
    queries : the patterns; without any of them nothing occurs
    """

    def __init__(self, queries: Iterable[Chem.Mol]) -> None:
        self.queries = found = tuple(queries)
        self._asked: Any = found[0] if len(found) == 1 else None
        if len(found) > 1:
            # a call from Python costs as much as a match, and a bundle needs one however many it holds
            self._asked = Chem.MolBundle()
            for query in found:
                self._asked.AddMol(query)

    def __len__(self) -> int:
        return len(self.queries)

    def occurs(self, mol: Chem.Mol) -> bool:
        """Whether one of the patterns occurs."""
        return self._asked is not None and bool(mol.HasSubstructMatch(self._asked, _ONE_PLAIN))


def matches(mol: Chem.Mol, query: Chem.Mol, *, uniquify: bool = False) -> tuple[tuple[int, ...], ...]:
    """All substructure matches; truncation is an error, never silent."""
    found: tuple[tuple[int, ...], ...] = mol.GetSubstructMatches(query, _UNIQUE if uniquify else _EVERY)
    if len(found) >= MAX_MATCHES:
        raise TooManyMatches
    return found


def near_masks(mol: Chem.Mol) -> list[int]:
    """Per atom the mask of its neighbours."""
    return _masks(Chem.GetAdjacencyMatrix(mol, force=True) != 0)


def _masks(bound: Any) -> list[int]:
    """Per row of a square array of booleans the mask of its true columns."""
    size = len(bound)
    if size <= _EXACT_BITS:
        # sums of different powers of two; of whole numbers, since with floats numpy would ask
        # a library for it that starts threads of its own
        masks: list[int] = (bound @ _POWERS[:size]).tolist()
        return masks
    masks = [0] * size
    for row, column in zip(*(index.tolist() for index in bound.nonzero()), strict=True):
        masks[row] |= 1 << column
    return masks


def component(near: Sequence[int], start: int, within: int) -> int:
    """Mask of the atoms connected to ``start`` inside ``within``, by the neighbours of each atom."""
    seen = frontier = 1 << start
    while frontier:
        # atom by atom, without a generator: this runs for every atom outside a skeleton
        low = frontier & -frontier
        reached = near[low.bit_length() - 1] & within & ~seen
        seen |= reached
        frontier ^= low | reached
    return seen


def _atoms(smarts: str) -> Chem.Mol:
    query = Chem.MolFromSmarts(smarts)
    query.UpdatePropertyCache(False)
    return query


_HETERO = _atoms("[!#6]")
_AROMATIC_CARBON: Kind = (6, True)
_OTHER_CARBON: Kind = (6, False)


@cache
def _first(query: Chem.Mol) -> Facts:
    """The certain facts about atom 1 of a pattern."""
    return facts(query.GetAtomWithIdx(0))


@cache
def may_be_first(query: Chem.Mol, kind: Kind) -> bool:
    """Whether an atom of a kind may be atom 1 of a pattern."""
    known = _first(query)
    number, aromatic = kind
    if known.numbers is not None and number not in known.numbers:
        return False
    return known.aromatic is None or aromatic == known.aromatic


def _union_of(atoms: Iterable[int]) -> int:
    """Mask of different atoms."""
    return sum([1 << atom for atom in atoms])


def _systems(rings: Sequence[int]) -> list[tuple[int, int]]:
    """Mask and number of rings of every ring system, which is made of rings that share bonds."""
    systems: list[tuple[int, int]] = []
    for mask in rings:
        count = 1
        apart = []
        for other, number in systems:
            if (other & mask).bit_count() > 1:
                mask |= other
                count += number
            else:
                apart.append((other, number))
        systems = [*apart, (mask, count)]
    return systems


class Graph:
    """One neutral, sanitised component; whatever costs time is read from RDKit when first asked for.

    ``near`` : per atom the mask of its neighbours
    ``rings`` : masks of the single rings
    ``ring`` : mask of the atoms in rings
    """

    def __init__(self, mol: Chem.Mol) -> None:
        self.mol = mol
        # one matrix from C++ is ten times faster than a Python loop over the bonds
        self._matrix = Chem.GetAdjacencyMatrix(mol, useBO=True, force=True)
        self.near = _masks(self._matrix != 0)
        self.everything = (1 << len(self.near)) - 1
        # every embedder asks for rings, so that there is nothing to put off
        self._ring_info = mol.GetRingInfo()
        self._ring_atoms: tuple[tuple[int, ...], ...] = self._ring_info.AtomRings()
        self.rings = [_union_of(ring) for ring in self._ring_atoms]
        self.ring = union(self.rings)
        self._systems = _systems(self.rings)
        self._patterns: dict[int, tuple[tuple[int, ...], ...]] = {}
        self._compositions: dict[int, dict[Kind, int]] = {}
        self._descriptions: dict[int, tuple[int, tuple[tuple[Kind, int], ...]]] = {}
        # what an embedder has laid on this molecule, by variant, and by part and neighbourhood
        self.placements: dict[int, Any] = {}
        self.laid: dict[Any, Any] = {}

    def order_of(self, a: int, b: int) -> int:
        """Order of the bond between two atoms; 0 is aromatic. For a few bonds cheaper than :attr:`order`."""
        order = float(self._matrix[a, b])
        return _ORDERS[order] if order in _ORDERS else int(order)

    @cached_property
    def order(self) -> dict[tuple[int, int], int]:
        """(atom, atom) → bond order; 0 is aromatic."""
        rows, columns = self._matrix.nonzero()
        orders = self._matrix[rows, columns].tolist()
        return {
            (a, b): _ORDERS[order] if order in _ORDERS else int(order)
            for a, b, order in zip(rows.tolist(), columns.tolist(), orders, strict=True)
        }

    @cached_property
    def neighbours(self) -> list[list[tuple[int, int]]]:
        """Per atom the pairs (other atom, bond order); order 0 is aromatic."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.near]
        for (a, b), order in self.order.items():
            found[a].append((b, order))
        return found

    @cached_property
    def number(self) -> list[int]:
        """Atomic number of every atom."""
        return [number for number, _ in self.kinds]

    @cached_property
    def _aromatic(self) -> int:
        """Mask of the aromatic atoms: each of them has an aromatic bond."""
        return _union_of((self._matrix == _AROMATIC_ORDER).any(axis=1).nonzero()[0].tolist())

    @cached_property
    def _elements(self) -> dict[int, int]:
        """Atomic number → mask of its atoms."""
        found: dict[int, int] = {}
        carbons = self.everything
        # most atoms are carbon, and an atom object costs half a microsecond
        for (atom,) in matches(self.mol, _HETERO):
            number = self.mol.GetAtomWithIdx(atom).GetAtomicNum()
            found[number] = found.get(number, 0) | 1 << atom
            carbons ^= 1 << atom
        found[_CARBON] = carbons
        return found

    @cached_property
    def kinds(self) -> list[Kind]:
        """Atomic number and aromaticity of every atom."""
        aromatic = self._aromatic
        kinds = [_OTHER_CARBON] * len(self.near)
        for atom in bits(aromatic):
            kinds[atom] = _AROMATIC_CARBON
        for number, mask in self._elements.items():
            if number != _CARBON:
                for atom in bits(mask):
                    kinds[atom] = number, bool(aromatic >> atom & 1)
        return kinds

    @cached_property
    def _carbons(self) -> tuple[int, int]:
        """Masks of the aromatic carbon atoms and of the others."""
        carbons = self._elements[_CARBON]
        return carbons & self._aromatic, carbons & ~self._aromatic

    def system_compositions(self, atom: int) -> list[Mapping[Kind, int]]:
        """For each ring system an atom lies in, how many atoms of each (atomic number, aromatic) it has."""
        return [self._composition(system) for system, _ in self._systems if system >> atom & 1]

    def systems_at(self, atom: int) -> tuple[tuple[int, tuple[tuple[Kind, int], ...]], ...]:
        """For each ring system an atom lies in its number of rings and its composition."""
        return tuple([self._described(*system) for system in self._systems if system[0] >> atom & 1])

    def _described(self, system: int, rings: int) -> tuple[int, tuple[tuple[Kind, int], ...]]:
        found = self._descriptions.get(system)
        if found is None:
            found = self._descriptions[system] = (rings, tuple(sorted(self._composition(system).items())))
        return found

    def _composition(self, mask: int) -> Mapping[Kind, int]:
        found = self._compositions.get(mask)
        if found is None:
            aromatic, other = self._carbons
            carbons = (
                (_AROMATIC_CARBON, (mask & aromatic).bit_count()),
                (_OTHER_CARBON, (mask & other).bit_count()),
            )
            found = self._compositions[mask] = {kind: count for kind, count in carbons if count}
            for atom in bits(mask & ~aromatic & ~other):
                kind = self.kinds[atom]
                found[kind] = found.get(kind, 0) + 1
        return found

    def has_ring_atoms(self, needed: Mapping[Kind, int]) -> bool:
        """Whether the molecule has that many ring atoms of each (atomic number, aromatic)."""
        if not needed:
            return True
        there = self._composition(self.ring)
        return all(there.get(kind, 0) >= count for kind, count in needed.items())

    def of_elements(self, elements: frozenset[int]) -> int:
        """Mask of the atoms of these atomic numbers."""
        return union([mask for number, mask in self._elements.items() if number in elements])

    def pattern(self, query: Chem.Mol) -> tuple[tuple[int, ...], ...]:
        """Matches of a vocabulary pattern, kept for this molecule."""
        found = self._patterns.get(id(query))
        if found is None:
            found = self._patterns[id(query)] = matches(self.mol, query)
        return found

    def pattern_at(self, query: Chem.Mol, atom: int) -> Sequence[tuple[int, ...]]:
        """Matches of a vocabulary pattern that begin at an atom.

        Most patterns need not be matched at all: what is certain of their first atom is not true of this one.
        """
        if not may_be_first(query, self.kinds[atom]):
            return ()
        connections = _first(query).connections
        if connections is not None and self.mol.GetAtomWithIdx(atom).GetTotalDegree() not in connections:
            return ()
        return [match for match in self.pattern(query) if match[0] == atom]

    def at_pattern(self, query: Chem.Mol) -> int:
        """Mask of the atoms that match a one-atom pattern (atom 1 of a larger one)."""
        return _mask(self.pattern(query))

    def component(self, start: int, within: int) -> int:
        """Mask of the atoms connected to ``start`` inside ``within``."""
        return component(self.near, start, within)

    def is_in_system_annelated_to(self, atom: int, ring: int) -> bool:
        """Whether an atom is in a ring system, ``ring`` left out, that shares a bond with ``ring``."""
        others = [mask for mask in self.rings if mask & ~ring]
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
        return any((mask & ring).bit_count() == ANNELATED for mask in others if not mask & ~system)

    def ring_system(self, atom: int) -> int:
        """Mask of the rings that share bonds with one another around an atom; 0 outside rings."""
        return next((mask for mask, _ in self._systems if mask >> atom & 1), 0)

    def ring_system_of_bond(self, a: int, b: int) -> int:
        """The ring system that holds both ends of a bond; 0 if none does. A spiro atom lies in several."""
        return next((mask for mask, _ in self._systems if mask >> a & 1 and mask >> b & 1), 0)

    @cached_property
    def ring_near(self) -> dict[int, int]:
        """Per ring atom the mask of the atoms it is bound to by ring bonds."""
        found: dict[int, int] = {}
        for ring in self._ring_atoms:
            before = ring[-1]
            for atom in ring:
                found[atom] = found.get(atom, 0) | 1 << before
                found[before] = found.get(before, 0) | 1 << atom
                before = atom
        return found

    def smallest_ring(self, atom: int) -> int:
        """Size of the smallest ring around an atom; 0 outside rings, and where that is not certain.

        In large cage systems RDKit may give up the search for the smallest rings and settle for others.
        """
        if len(self.rings) > CERTAIN_RINGS:
            return 0
        return int(self._ring_info.MinAtomRingSize(atom))

    def ring_sizes(self, atom: int) -> tuple[int, ...]:
        return tuple(self._ring_info.AtomRingSizes(atom))

    def mass(self, mask: int) -> float:
        """Average mass in u of these atoms and their hydrogens."""
        return sum(self._weight(atom) for atom in bits(mask))

    def _weight(self, atom: int) -> float:
        number, hydrogens = self.number[atom], self.mol.GetAtomWithIdx(atom).GetTotalNumHs()
        return _atomic_weight(number) + _atomic_weight(1) * hydrogens

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
            frontier = self.beside(frontier) & layer
            found |= frontier
        return found

    def beside(self, mask: int) -> int:
        """Mask of the neighbours of some atoms."""
        near = self.near
        reached = 0
        while mask:
            low = mask & -mask
            reached |= near[low.bit_length() - 1]
            mask ^= low
        return reached

    def _layers(self, start: int, goal: int, within: int) -> list[int]:
        """Masks of the atoms at distance 0, 1, 2 … from the start up to the goal; empty if never reached."""
        frontier = seen = 1 << start
        layers = [frontier]
        while not frontier >> goal & 1:
            frontier = self.beside(frontier) & within & ~seen
            if not frontier:
                return []
            seen |= frontier
            layers.append(frontier)
        return layers
