"""Necessary conditions of a group, derived from its definition: cheap to test, never false for a member.

They are asked of molecules as they were read (unsanitised, as a salt or a
mixture) and of sanitised components alike: see :mod:`stofgroep.matching.sketch`
for why what they ask does not depend on the drawing. Three steps, each cheaper
or rarer than the next:

1. composition: atoms of each element and rings that the parts of a build hold
   together (parts are disjoint and connected, so elements and rings add up);
2. a sketch of one part, the *anchor*, with a first piece of each part joined to
   it: the atom at the end of the join and, if that atom lies on a ring of its
   part in every variant, its two neighbours on that ring;
3. the anchor with a whole ring of the joined part.

Every one is a subgraph of every embedding of the build, and a member has one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.definition.model import Build, Group, Join, Part, Variant
from stofgroep.definition.pattern import facts
from stofgroep.matching.graph import occurs
from stofgroep.matching.sketch import (
    Condition,
    Drawing,
    Sketch,
    broadest,
    condition,
    drawings,
    either,
    merged,
    within,
)

# Atoms bound to the end of a join: a ring of the joined part, or the end alone.
Piece = tuple[Condition, ...]

# A common first question pays when it saves more than two others.
_FEW = 2
_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)")


@dataclass(frozen=True)
class _Step:
    """A pattern to look for, and more exact ones of which one must then be there too (none: it suffices)."""

    first: Chem.Mol
    then: tuple[Chem.Mol, ...]


@dataclass(frozen=True)
class _Composition:
    """At least so many atoms of each element, and so many rings."""

    elements: Mapping[int, int]
    rings: int


class Gate:
    """The necessary conditions of one group.

    Parameters
    ----------
    group : the definition they are derived from
    """

    def __init__(self, group: Group) -> None:
        self._compositions = tuple(_composition(build) for build in group.builds)
        ways = [way for build in group.builds for way in _ways(build)]
        self._steps = tuple(_steps(ways))
        cores = merged(way.core for way in ways)
        self._common = tuple(core.query() for core in cores) if len(self._steps) > _FEW else ()

    def may_match(self, mol: Chem.Mol) -> bool:
        """False only if no component of the molecule can be a member.

        Parameters
        ----------
        mol : sanitised or not; hydrogen counts and ring membership must be there
        """
        rings = mol.GetRingInfo().NumRings()
        return self.is_composed(rdMolDescriptors.CalcMolFormula(mol), rings) and self.has_skeleton(mol)

    def is_composed(self, formula: str, rings: int) -> bool:
        """Whether a molecule of this formula and number of rings may hold the parts of some build."""
        counts = _counts(formula)
        return any(
            rings >= needed.rings and all(counts[n] >= count for n, count in needed.elements.items())
            for needed in self._compositions
        )

    def has_skeleton(self, mol: Chem.Mol) -> bool:
        """Whether the sketches of some build lie in a molecule."""
        if self._common and not any(occurs(mol, query) for query in self._common):
            return False
        return any(
            occurs(mol, step.first) and (not step.then or any(occurs(mol, query) for query in step.then))
            for step in self._steps
        )


def _counts(formula: str) -> Counter[int]:
    table = Chem.GetPeriodicTable()
    counts: Counter[int] = Counter()
    for symbol, count in _ELEMENT.findall(formula):
        counts[table.GetAtomicNumber(symbol)] += int(count or 1)
    return counts


def _composition(build: Build) -> _Composition:
    """What the parts hold together, whichever variants are chosen; only atoms of a certain element count."""
    elements: Counter[int] = Counter()
    rings = 0
    for part in build.parts:
        counts = [_elements(variant.query) for variant in part.variants]
        for number in set().union(*counts):
            elements[number] += min(found[number] for found in counts)
        rings += min(v.query.GetNumBonds() - v.query.GetNumAtoms() + 1 for v in part.variants)
    return _Composition({n: count for n, count in elements.items() if count}, rings)


def _elements(query: Chem.Mol) -> Counter[int]:
    known = [facts(atom).numbers for atom in query.GetAtoms()]
    return Counter(min(numbers) for numbers in known if numbers is not None and len(numbers) == 1)


@dataclass(frozen=True)
class _Way:
    """One way to lay the anchor, with what can be joined to it: a place and alternative pieces per join."""

    drawing: Drawing
    joined: tuple[tuple[int, tuple[Piece, ...]], ...]

    @property
    def core(self) -> Sketch:
        return self.drawing.sketch


def _ways(build: Build) -> Iterator[_Way]:
    """Every way to lay the part with the fewest variants, and where the others are joined to it."""
    anchor = min(build.parts, key=lambda p: (len(p.variants), p.name))
    for variant in anchor.variants:
        joins = [j for j in (_joined(build, anchor, variant, join) for join in build.joins) if j is not None]
        for drawing in drawings(variant.query):
            for starts in product(*(places for places, _ in joins)):
                pieces = [found for _, found in joins]
                yield _Way(drawing, tuple(zip(starts, pieces, strict=True)))


def _joined(
    build: Build, anchor: Part, variant: Variant, join: Join
) -> tuple[tuple[int, ...], tuple[Piece, ...]] | None:
    """Atoms of the anchor where a join may begin, and what may be at its other end; None: it says nothing."""
    ends = {join.left[0]: (join.left, join.right), join.right[0]: (join.right, join.left)}
    if anchor.name not in ends:
        return None
    here, there = ends[anchor.name]
    other = next(part for part in build.parts if part.name == there[0])
    starts = variant.sites.get(here[1], ())
    pieces = _pieces(other, there[1])
    return (starts, pieces) if starts and pieces else None


def _pieces(part: Part, site: str) -> tuple[Piece, ...]:
    """Rings of a part around the atoms of a site, one of which every placement has; else the atom alone."""
    around = [
        _rings(variant.query, index) for variant in part.variants for index in variant.sites.get(site, ())
    ]
    if not all(around):
        atoms = [
            condition(facts(variant.query.GetAtomWithIdx(index)))
            for variant in part.variants
            for index in variant.sites.get(site, ())
        ]
        return ((either(atoms),),)
    chosen: list[Piece] = []
    for rings in sorted(around, key=len):
        if not any(_same(ring, piece) for ring in rings for piece in chosen):
            chosen.append(rings[0])
    return _fewest(chosen)


def _rings(query: Chem.Mol, index: int) -> list[Piece]:
    """The conditions along each small ring of a pattern that an atom lies on, from that atom onwards."""
    mol = Chem.Mol(query)
    found = []
    for ring in Chem.GetSymmSSSR(mol):
        atoms = list(ring)
        if index in atoms:
            start = atoms.index(index)
            turned = [*atoms[start:], *atoms[:start]]
            found.append(tuple(condition(facts(query.GetAtomWithIdx(i))) for i in turned))
    return found


def _turned(piece: Piece) -> Piece:
    """The same ring the other way round."""
    return (piece[0], *piece[:0:-1])


def _same(one: Piece, other: Piece) -> bool:
    return one in (other, _turned(other))


def _fewest(pieces: list[Piece]) -> tuple[Piece, ...]:
    """As few rings that allow the same: those that differ in one atom are written as one."""
    found = list(pieces)
    while True:
        for first, second in combinations(range(len(found)), 2):
            united = _united(found[first], found[second])
            if united is not None:
                found[first] = united
                del found[second]
                break
        else:
            return tuple(found)


def _united(one: Piece, other: Piece) -> Piece | None:
    """One ring that allows exactly what either of two allows; None if no such ring can be written."""
    if len(one) != len(other):
        return None
    for turned in (other, _turned(other)):
        if all(within(b, a) for a, b in zip(one, turned, strict=True)):
            return one
        if all(within(a, b) for a, b in zip(one, turned, strict=True)):
            return turned
        if sum(a != b for a, b in zip(one, turned, strict=True)) == 1:
            return tuple(either((a, b)) for a, b in zip(one, turned, strict=True))
    return None


def _steps(ways: Iterable[_Way]) -> Iterator[_Step]:
    """What to look for, each once: ways of one part alone as their sketches, ways with rings in two steps."""
    bare: list[Sketch] = []
    for way in ways:
        if not any(len(pieces[0]) > 1 for _, pieces in way.joined):
            bare += _laid(way, whole=True)
            continue
        (first,) = broadest(merged(_laid(way, whole=False)))
        yield _Step(first.query(), tuple(sketch.query() for sketch in broadest(_laid(way, whole=True))))
    for sketch in broadest(bare):
        yield _Step(sketch.query(), ())


def _laid(way: _Way, *, whole: bool) -> list[Sketch]:
    """The anchor with every combination of pieces; not ``whole``: of a ring only the end and its neighbours."""
    sketches = [way.core]
    for start, pieces in way.joined:
        larger = []
        for sketch in sketches:
            if whole or len(pieces[0]) == 1:
                larger += [sketch.bound(start, piece, closed=len(piece) > 1) for piece in pieces]
            else:
                end = either(piece[0] for piece in pieces)
                beside = either(piece[i] for piece in pieces for i in (1, -1))
                larger.append(sketch.bound(start, (end, beside, beside), closed=False, in_ring=True))
        sketches = larger
    if all(len(pieces[0]) > 1 for _, pieces in way.joined):
        # a terminal atom that the anchor asks for is no ring atom, but may be a joined end that stands alone
        sketches = [way.drawing.with_ends(sketch) for sketch in sketches]
    return sketches
