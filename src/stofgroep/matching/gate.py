"""Necessary conditions of a group, derived from its definition: cheap to test, never false for a member.

They are asked of molecules as they were read (unsanitised, as a salt or a
mixture) and of sanitised components alike: see :mod:`stofgroep.matching.sketch`
for why what they ask does not depend on the drawing. Three steps, each cheaper
or rarer than the next:

1. composition: atoms of each element and rings that the parts of a build hold
   together (parts are disjoint and connected, so elements and rings add up);
2. a sketch of one part, the *anchor*, with a first piece of each part joined to
   it: the atom at the end of the join and, if that atom lies on a ring of its
   part in every variant, its two neighbours on that ring; and with an atom at
   every place that hydrogen may not fill;
3. the anchor with a whole ring of the joined part, or with a neighbour of the end;
4. not every place of the skeleton lies in an excluded ring.

The patterns are subgraphs of every embedding that fits the build, and a member has one.
Molecules with a metal or boron are judged by their composition alone: what RDKit draws as a
dative bond gives an atom a neighbour that takes up no valence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import combinations, product
from math import prod

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.definition.model import Build, Group, Join, Part, Variant
from stofgroep.definition.pattern import facts
from stofgroep.matching.excluded_ring import ExcludedRing, excluded_ring
from stofgroep.matching.formula import elements, holds_acceptor
from stofgroep.matching.graph import AnyOf
from stofgroep.matching.obliged import obliged
from stofgroep.matching.sketch import (
    CHARGED_CARBON,
    Condition,
    Drawing,
    Sketch,
    broadest,
    condition,
    drawings,
    either,
    is_common,
    merged,
)

# Atoms bound to the end of a join: a ring of the joined part, or the end alone.
Piece = tuple[Condition, ...]

_PAIR = 2
# More exact rings than these are not worth their time.
_MOST_PIECES = 10
_COMPOSITIONS_KEPT = 1 << 14
# So few patterns are asked at once: a broader one before them would not save anything.
_FEW_PATTERNS = 2


@dataclass(frozen=True)
class _Step:
    """A pattern to look for, and more exact ones of which one must then be there too (none: it suffices)."""

    first: AnyOf
    then: AnyOf


@dataclass(frozen=True)
class Composition:
    """At least so many atoms of each element, and so many rings."""

    elements: Mapping[int, int]
    rings: int

    def suffices(self, counts: Mapping[int, int], rings: int) -> bool:
        """Whether so many atoms of each element and so many rings are enough."""
        return rings >= self.rings and all(counts[n] >= count for n, count in self.elements.items())


class Gate:
    """The necessary conditions of one group.

    Parameters
    ----------
    group : the definition they are derived from
    """

    def __init__(self, group: Group) -> None:
        self.compositions = tuple(composition(build) for build in group.builds)
        self._alone = Gates((self,))
        ways = [way for build in group.builds for way in _ways(build)]
        self._steps = tuple(_steps(ways))
        self._common = _common(ways, sum(len(step.first) for step in self._steps))
        if sum(len(step.first) for step in self._steps) <= _FEW_PATTERNS:
            self._common = AnyOf(())
        self._excluded = _excluded_ring(group, ways)
        # what to ask together with other groups: one of these patterns lies in every member
        self.firsts = self._common.queries or tuple(q for step in self._steps for q in step.first.queries)

    def may_match(self, mol: Chem.Mol) -> bool:
        """False only if no component of the molecule can be a member.

        Parameters
        ----------
        mol : sanitised or not; hydrogen counts and ring membership must be there
        """
        return bool(self._alone.passing(mol))

    def is_composed(self, counts: Mapping[int, int], rings: int) -> bool:
        """Whether so many atoms of each element and so many rings suffice for the parts of some build."""
        return any(needed.suffices(counts, rings) for needed in self.compositions)

    def has_skeleton(self, mol: Chem.Mol) -> bool:
        """Whether the sketches of some build lie in a molecule."""
        if self._common and not self._common.occurs(mol):
            return False
        for step in self._steps:
            if step.first.occurs(mol) and (not step.then or step.then.occurs(mol)):
                return self._excluded is None or not self._excluded.is_everywhere(mol)
        return False


def _excluded_ring(group: Group, ways: list[_Way]) -> ExcludedRing | None:
    """What a drawing shows of an exclusion of the only build of a group."""
    if len(group.builds) != 1:
        return None
    (build,) = group.builds
    if not all(len(way.joined) == 1 and _is_ring(way.joined[0][1]) and not way.obliged for way in ways):
        return None
    begun = ((way.joined[0][0], _laid(way, whole=False)[0]) for way in ways)
    return excluded_ring(build, _anchor(build), begun, group.worlds.all)


class Gates:
    """The gates of several groups, with one look at the composition of a molecule for all of them.

    Parameters
    ----------
    gates : one for each group
    """

    def __init__(self, gates: tuple[Gate, ...]) -> None:
        self._gates = gates
        self._numbers = sorted({n for gate in gates for needed in gate.compositions for n in needed.elements})
        # many rows share a formula, and many formulas the elements that a group asks for
        self._composed = lru_cache(_COMPOSITIONS_KEPT)(self._of_formula)
        self._by_counts = lru_cache(_COMPOSITIONS_KEPT)(self._of_composition)
        self._firsts = lru_cache(_COMPOSITIONS_KEPT)(self._first_of)

    def passing(self, mol: Chem.Mol, formula: str | None = None) -> tuple[int, ...]:
        """Indices of the gates that a molecule passes; see :meth:`Gate.may_match`.

        Parameters
        ----------
        formula : its molecular formula, if known already
        """
        if formula is None:
            formula = rdMolDescriptors.CalcMolFormula(mol)
        composed = self._composed(formula, mol.GetRingInfo().NumRings())
        if not composed:
            return ()
        # an aromatic carbon with a dative bond to a metal has four neighbours, which no sketch allows
        if holds_acceptor(formula):
            return composed
        if not self._firsts(composed).occurs(mol):
            return ()
        return tuple([index for index in composed if self._gates[index].has_skeleton(mol)])

    def firsts(self, gates: tuple[int, ...]) -> tuple[Chem.Mol, ...]:
        """Patterns of which every member of one of these groups holds one; most molecules hold none."""
        return tuple(query for index in gates for query in self._gates[index].firsts)

    def _first_of(self, gates: tuple[int, ...]) -> AnyOf:
        return AnyOf(self.firsts(gates))

    def _of_formula(self, formula: str, rings: int) -> tuple[int, ...]:
        """Indices of the gates whose parts a molecule of a composition has room for."""
        there = elements(formula)
        return self._by_counts(tuple([there.get(number, 0) for number in self._numbers]), rings)

    def _of_composition(self, counts: tuple[int, ...], rings: int) -> tuple[int, ...]:
        by_number = dict(zip(self._numbers, counts, strict=True))
        return tuple(i for i, gate in enumerate(self._gates) if gate.is_composed(by_number, rings))


def composition(build: Build) -> Composition:
    """What the parts hold together, whichever variants are chosen; only atoms of a certain element count."""
    elements: Counter[int] = Counter()
    rings = 0
    for part in build.parts:
        counts = [_elements(variant.query) for variant in part.variants]
        for number in set().union(*counts):
            elements[number] += min(found[number] for found in counts)
        rings += min(v.query.GetNumBonds() - v.query.GetNumAtoms() + 1 for v in part.variants)
    # hydrogen is no atom of the graphs that are matched
    return Composition({n: count for n, count in elements.items() if count and n != 1}, rings)


def _elements(query: Chem.Mol) -> Counter[int]:
    known = [facts(atom).numbers for atom in query.GetAtoms()]
    return Counter(min(numbers) for numbers in known if numbers is not None and len(numbers) == 1)


@dataclass(frozen=True)
class _Way:
    """One way to lay the anchor, with what can be joined to it: a place and alternative pieces per join.

    ``obliged`` : (atom of the anchor, what must hang on it there) for each place that hydrogen may not fill
    """

    drawing: Drawing
    joined: tuple[tuple[int, tuple[Piece, ...]], ...]
    obliged: tuple[tuple[int, Condition], ...]

    @property
    def core(self) -> Sketch:
        return self.drawing.sketch


def _ways(build: Build) -> Iterator[_Way]:
    """Every way to lay the part with the fewest variants, and where the others are joined to it."""
    anchor = _anchor(build)
    for variant in anchor.variants:
        joins = [j for j in (_joined(build, anchor, variant, join) for join in build.joins) if j is not None]
        residues = tuple(obliged(build, anchor, variant))
        for drawing in drawings(variant.query):
            for starts in product(*(places for places, _ in joins)):
                pieces = [found for _, found in joins]
                yield _Way(drawing, tuple(zip(starts, pieces, strict=True)), residues)


def _anchor(build: Build) -> Part:
    """The part with the fewest variants."""
    return min(build.parts, key=lambda p: (len(p.variants), p.name))


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
        ends = [v.query.GetAtomWithIdx(index) for v in part.variants for index in v.sites.get(site, ())]
        return tuple(_pairs(ends))
    chosen: list[Piece] = []
    for rings in sorted(around, key=len):
        if not any(_same(ring, piece) for ring in rings for piece in chosen):
            chosen.append(rings[0])
    return _fewest(chosen)


def _pairs(ends: list[Chem.QueryAtom]) -> Iterator[Piece]:
    """Each end of a join with one neighbour of it in its pattern, those of the same elements in one."""
    alike: dict[frozenset[str], list[tuple[Condition, Condition | None]]] = {}
    for end in ends:
        here = condition(facts(end))
        beside = [condition(facts(atom)) for atom in end.GetNeighbors()]
        # a neighbour that is no carbon says most
        chosen = min(beside, key=lambda c: (is_common(c), sorted(c)), default=None)
        alike.setdefault(frozenset(kind.split("&", 1)[0] for kind in here), []).append((here, chosen))
    for found in alike.values():
        first = either(here for here, _ in found)
        others = [other for _, other in found if other is not None]
        yield (first, either(others)) if len(others) == len(found) else (first,)


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
    """As few rings that allow the same, then united until there are few, the most alike first."""
    found = list(dict.fromkeys(pieces))
    while True:
        united = [
            (_looseness(union) - _looseness(found[a]) - _looseness(found[b]), a, b, union)
            for a, b in combinations(range(len(found)), 2)
            for union in _united(found[a], found[b])
        ]
        lost, first, second, union = min(united, default=(1, 0, 0, ()))
        if lost > 0 and (len(found) <= _MOST_PIECES or not union):
            return tuple(found)
        found[first] = union
        del found[second]


def _united(one: Piece, other: Piece) -> Iterator[Piece]:
    """Rings of which both are examples, in the two ways to lay one on the other."""
    if len(one) == len(other):
        for turned in (other, _turned(other)):
            yield tuple(either(pair) for pair in zip(one, turned, strict=True))


def _looseness(piece: Piece) -> int:
    """How many rings a piece allows, elements and kinds of carbon told apart."""
    return prod(len(atom - {CHARGED_CARBON}) for atom in piece)


def _steps(ways: Iterable[_Way]) -> Iterator[_Step]:
    """What to look for, each once: ways of one part alone as their sketches, ways with rings in two steps."""
    bare: list[Sketch] = []
    paired: list[Sketch] = []
    for way in ways:
        if not any(_is_ring(pieces) for _, pieces in way.joined):
            bare += _laid(way, whole=False)
            paired += _laid(way, whole=True)
            continue
        (first,) = broadest(merged(_laid(way, whole=False)))
        whole = AnyOf(sketch.query() for sketch in broadest(_laid(way, whole=True)))
        yield _Step(AnyOf((first.query(),)), whole)
    if bare:
        begun, whole_ones = broadest(bare), broadest(paired)
        yield _Step(
            AnyOf(sketch.query() for sketch in begun),
            AnyOf(sketch.query() for sketch in whole_ones if whole_ones != begun),
        )


def _is_ring(pieces: tuple[Piece, ...]) -> bool:
    """Whether what is joined are rings; else ends of joins, alone or with a neighbour."""
    return all(len(piece) > _PAIR for piece in pieces)


def _common(ways: list[_Way], patterns: int) -> AnyOf:
    """A first question for all ways at once, each atom what any of them allows; none if it is no shorter."""
    for sketches in (
        merged(sketch for way in ways for sketch in _laid(way, whole=False, ends=False)),
        merged(way.core for way in ways),
    ):
        if len(sketches) == 1 < patterns:
            return AnyOf(sketch.query() for sketch in sketches)
    return AnyOf(())


def _laid(way: _Way, *, whole: bool, ends: bool = True) -> list[Sketch]:
    """The anchor with all combinations of pieces.

    Not ``whole``: of rings only the end and its neighbours, of other pieces only the end.
    """
    sketches = [reduce(lambda s, o: s.bound(o[0], (o[1],), closed=False), way.obliged, way.core)]
    for start, pieces in way.joined:
        larger = []
        for sketch in sketches:
            if whole:
                larger += [sketch.bound(start, piece, closed=_is_ring(pieces)) for piece in pieces]
            elif not _is_ring(pieces):
                end = either(piece[0] for piece in pieces)
                larger.append(sketch.bound(start, (end,), closed=False))
            else:
                end = either(piece[0] for piece in pieces)
                beside = either(piece[i] for piece in pieces for i in (1, -1))
                larger.append(sketch.bound(start, (end, beside, beside), closed=False, in_ring=True))
        sketches = larger
    if ends and not way.obliged and all(_is_ring(pieces) for _, pieces in way.joined):
        # a terminal atom that the anchor asks for is no ring atom, but may be a joined end that stands alone
        sketches = [way.drawing.with_ends(sketch) for sketch in sketches]
    return sketches
