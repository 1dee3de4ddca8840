"""Finding every embedding of a build's skeleton in a molecule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import permutations, product

from rdkit import Chem

from stofgroep.definition.model import Build, Join, Part, Slot, Variant
from stofgroep.definition.pattern import facts
from stofgroep.matching.graph import Graph, Kind, bits, matches, occurs, union

# For each ring system an atom lies in: number of rings, and how many atoms of each kind.
_Systems = tuple[tuple[int, tuple[tuple[Kind, int], ...]], ...]

_SURROUNDINGS_KEPT = 1 << 14
HEAVIEST = 119  # one more than the highest atomic number


@dataclass(frozen=True)
class PartMatch:
    """One part laid on the molecule.

    ``atoms`` : in the order of the query; ``at`` : those of a site, as a mask
    """

    variant: Variant
    atoms: tuple[int, ...]
    at: dict[str, int]
    mask: int

    @cached_property
    def sites(self) -> dict[str, tuple[int, ...]]:
        """The atoms of each site, in the order of the definition."""
        atoms = self.atoms
        return {label: tuple([atoms[i] for i in found]) for label, found in self.variant.sites.items()}

    @cached_property
    def rings(self) -> tuple[int, ...]:
        """Masks of the rings that the variant itself draws."""
        return tuple(union([1 << self.atoms[index] for index in ring]) for ring in self.variant.rings)

    @cached_property
    def bonds(self) -> frozenset[tuple[int, int]]:
        """Pairs of atoms that the variant binds, both ways round."""
        atoms = self.atoms
        return frozenset(
            pair for a, b in self.variant.bonds for pair in ((atoms[a], atoms[b]), (atoms[b], atoms[a]))
        )


@dataclass(frozen=True)
class Embedding:
    """A skeleton on the molecule.

    ``slots`` : per atom the slots that it bears by the sites that it lies on, whatever its element
    """

    graph: Graph
    build: Build
    parts: dict[str, PartMatch]
    mask: int
    worlds: int
    slots: dict[int, tuple[Slot, ...]]

    def atoms(self, site: tuple[str, str]) -> tuple[int, ...]:
        """Atoms of a site; none if the variant lacks it."""
        return self.parts[site[0]].sites.get(site[1], ())

    @cached_property
    def bonds(self) -> frozenset[tuple[int, int]]:
        """Pairs of atoms that the skeleton itself binds: bonds inside each part, and those of the joins."""
        bonds: set[tuple[int, int]] = set()
        for found in self.parts.values():
            bonds |= found.bonds
        for join in self.build.joins:
            (here, site), (there, other) = join.left, join.right
            a, b = _joining_bonds(self.graph, self.parts[here], site, self.parts[there], other)[0]
            bonds |= {(a, b), (b, a)}
        return frozenset(bonds)

    def has_bonds_of_its_own_only(self) -> bool:
        """True only if the molecule binds no atoms of the skeleton that the skeleton does not.

        Tells it by their number, where no two joins can be the same bond.
        """
        if len(self.build.joins) != len(self.parts) - 1:
            return False
        near, mask = self.graph.near, self.mask
        drawn = len(self.build.joins)
        for found in self.parts.values():
            drawn += len(found.variant.bonds)
        return sum([(near[atom] & mask).bit_count() for atom in bits(mask)]) == 2 * drawn


class Embedder:
    """Lays the parts of one build on molecules; parts with few variants first, the rest only next to them."""

    def __init__(self, build: Build, worlds: int) -> None:
        self.build = build
        self.worlds = worlds & build.worlds
        self._order = list(_in_order(build))
        self._ends = {
            (part.name, site): [_End(v, site) for v in part.variants if site in v.sites]
            for join in build.joins
            for part, site in ((p, s) for n, s in (join.left, join.right) for p in build.parts if p.name == n)
        }
        self._places = lru_cache(_SURROUNDINGS_KEPT)(self._slots_of)
        self._variants_amid = lru_cache(_SURROUNDINGS_KEPT)(self._variants_within)
        self._ends_amid = lru_cache(_SURROUNDINGS_KEPT)(self._ends_within)

    def find(self, graph: Graph) -> Iterator[Embedding]:
        """Every embedding, each set of site assignments once."""
        yield from self._extend(graph, 0, {}, 0, self.worlds)

    def parts_found(self, graph: Graph) -> tuple[str, ...]:
        """Names of the parts that occur at all, for a near miss without a skeleton."""
        return tuple(p.name for p in self.build.parts if any(occurs(graph.mol, v.query) for v in p.variants))

    def _extend(
        self, graph: Graph, depth: int, placed: dict[str, PartMatch], mask: int, worlds: int
    ) -> Iterator[Embedding]:
        if depth == len(self._order):
            yield Embedding(graph, self.build, dict(placed), mask, worlds, self._slots(placed))
            return
        part, joins = self._order[depth]
        beside = tuple(_beside(graph, join, part.name, placed, mask) for join in joins)
        if not all(atoms for _, atoms in beside):
            return
        for variant, placements in self._laid(graph, part, beside):
            if not worlds & variant.worlds:
                continue
            for found in placements:
                if found.mask & mask:
                    continue
                # a single bond to one of the atoms beside the other end is what a join asks for
                if beside and not all(found.at.get(site, 0) & atoms for site, atoms in beside):
                    continue
                placed[part.name] = found
                yield from self._extend(graph, depth + 1, placed, mask | found.mask, worlds & variant.worlds)
                del placed[part.name]

    def _laid(
        self, graph: Graph, part: Part, beside: tuple[tuple[str, int], ...]
    ) -> list[tuple[Variant, tuple[PartMatch, ...]]]:
        """The variants that lie somewhere on the molecule and can end the joins, with their placements.

        ``beside`` : for each join the site of the part and the atoms (a mask) that can be its end
        """
        key = (id(part), beside)
        known: list[tuple[Variant, tuple[PartMatch, ...]]] | None = graph.laid.get(key)
        if known is None:
            variants: Iterable[Variant] = part.variants
            for site, atoms in beside:
                fitting = {found for atom in bits(atoms) for found in self._fitting(graph, part, site, atom)}
                variants = [v for v in variants if id(v) in fitting] if fitting else ()
            # what ends a join has been found to have room; the rest is asked for the ring atoms first
            laid = (
                (variant, _lay(graph, variant))
                for variant in variants
                if beside or graph.has_ring_atoms(variant.ring_composition)
            )
            known = graph.laid[key] = [(variant, placements) for variant, placements in laid if placements]
        return known

    def _fitting(self, graph: Graph, part: Part, site: str, atom: int) -> frozenset[int]:
        """The variants (their ``id``) that, by what is near an atom, may have it at a site."""
        key = (id(part), site, atom)
        known: frozenset[int] | None = graph.laid.get(key)
        if known is None:
            around = tuple(sorted(graph.kinds[other] for other in bits(graph.near[atom] & graph.ring)))
            place = part.name, site, graph.kinds[atom], around, graph.smallest_ring(atom)
            known = frozenset()
            if self._ends_amid(*place):
                known = self._variants_amid(*place, graph.systems_at(atom))
            graph.laid[key] = known
        return known

    def _ends_within(
        self, part: str, site: str, kind: Kind, around: tuple[Kind, ...], smallest: int
    ) -> tuple[_End, ...]:
        """The ends that an atom of a kind with these ring atoms beside it, in a ring so small, may be."""
        return tuple(end for end in self._ends[part, site] if end.may_be(kind, around, smallest))

    def _variants_within(
        self,
        part: str,
        site: str,
        kind: Kind,
        around: tuple[Kind, ...],
        smallest: int,
        systems: _Systems,
    ) -> frozenset[int]:
        """The variants (their ``id``) of those ends for which one of the ring systems has room."""
        ends = self._ends_amid(part, site, kind, around, smallest)
        there = [(rings, dict(composition)) for rings, composition in systems]
        return frozenset(id(end.variant) for end in ends if end.has_room(there))

    def _slots(self, placed: dict[str, PartMatch]) -> dict[int, tuple[Slot, ...]]:
        places = self._places(tuple([id(placed[part.name].variant) for part in self.build.parts]))
        return {placed[part].atoms[index]: slots for part, index, slots in places}

    def _slots_of(self, variants: tuple[int, ...]) -> tuple[tuple[str, int, tuple[Slot, ...]], ...]:
        """(part, atom of its variant, slots there) for every atom with slots, given the variants' ``id``."""
        chosen = {
            part.name: next(variant for variant in part.variants if id(variant) == wanted)
            for part, wanted in zip(self.build.parts, variants, strict=True)
        }
        found: dict[tuple[str, int], tuple[Slot, ...]] = {}
        for slot in self.build.slots:
            for part, site in slot.sites:
                for index in chosen[part].sites.get(site, ()) if part in chosen else ():
                    found[part, index] = (*found.get((part, index), ()), slot)
        return tuple((part, index, slots) for (part, index), slots in found.items())


def _in_order(build: Build) -> Iterator[tuple[Part, tuple[Join, ...]]]:
    """The parts, each joined to one before it, and the joins that then bind it."""
    joined: list[str] = []
    waiting = sorted(build.parts, key=lambda p: len(p.variants))
    while waiting:
        for part in waiting:
            joins = [j for j in build.joins if part.name in (j.left[0], j.right[0])]
            bound = [j for j in joins if {j.left[0], j.right[0]} - {part.name} <= set(joined)]
            if not joined or bound:
                yield part, tuple(bound) if joined else ()
                joined.append(part.name)
                waiting.remove(part)
                break
        else:
            raise AssertionError("the loader refuses parts that no join connects")


def _beside(graph: Graph, join: Join, name: str, placed: dict[str, PartMatch], mask: int) -> tuple[str, int]:
    """The site of the new part that a join ends at, and the atoms that stand beside its other end."""
    here, there = (join.left, join.right) if join.left[0] == name else (join.right, join.left)
    atoms = 0
    for atom in bits(placed[there[0]].at.get(there[1], 0)):
        for other in bits(graph.near[atom] & ~mask):
            if graph.order_of(atom, other) == 1:
                atoms |= 1 << other
    return here[1], atoms


class _End:
    """What an atom must be at a site of a variant: quicker to see than whether the variant lies there.

    On every ring of the variant that the site lies on, two neighbours are ring atoms of
    the molecule too, and the atom lies in a ring of the molecule that is no larger: every
    cycle is a sum of rings of a smallest set, none of which is larger than it. In a variant
    whose rings share bonds with one another they lie in one ring system of the molecule,
    which then has all the ring atoms of the variant and at least as many rings: a smallest
    set of rings has as many as the system has bonds beyond a tree, and the system holds
    every bond of the variant's rings.
    """

    def __init__(self, variant: Variant, site: str) -> None:
        self.variant = variant
        kinds = [_kinds(variant.query, index) for index in range(variant.query.GetNumAtoms())]
        rings = [list(ring) for ring in Chem.GetSymmSSSR(Chem.Mol(variant.query))]
        self._places = []
        for index in variant.sites[site]:
            at = [(ring, ring.index(index)) for ring in rings if index in ring]
            beside = [(kinds[ring[i - 1]], kinds[ring[(i + 1) % len(ring)]], len(ring)) for ring, i in at]
            self._places.append((kinds[index], beside))
        self._ring: tuple[tuple[Kind, int], ...] | None = None
        self._rings = variant.query.GetNumBonds() - variant.query.GetNumAtoms() + 1
        if all(beside for _, beside in self._places) and is_one_system(rings):
            self._ring = tuple(variant.ring_composition.items())

    def may_be(self, kind: Kind, around: tuple[Kind, ...], smallest: int) -> bool:
        """Whether an atom of a kind, with ring atoms of these kinds beside it, may stand there.

        ``smallest`` : size of the smallest ring it lies in, 0 outside rings
        """
        return any(
            kind in kinds
            and all(smallest <= size and _has_pair(around, one, other) for one, other, size in beside)
            for kinds, beside in self._places
        )

    def has_room(self, systems: Sequence[tuple[int, Mapping[Kind, int]]]) -> bool:
        """Whether one of the ring systems an atom lies in has the rings and ring atoms of the variant."""
        if self._ring is None:
            return True
        return any(
            rings >= self._rings and all(there.get(kind, 0) >= count for kind, count in self._ring)
            for rings, there in systems
        )


def _has_pair(around: tuple[Kind, ...], one: frozenset[Kind], other: frozenset[Kind]) -> bool:
    return any(a in one and b in other for a, b in permutations(around, 2))


def _kinds(query: Chem.Mol, index: int) -> frozenset[Kind]:
    """The kinds of atoms that a query atom can match."""
    known = facts(query.GetAtomWithIdx(index))
    numbers = known.numbers or range(1, HEAVIEST)
    aromatic = (True, False) if known.aromatic is None else (known.aromatic,)
    return frozenset(product(numbers, aromatic))


def is_one_system(rings: Iterable[list[int]]) -> bool:
    """Whether rings share bonds with one another."""
    first, *others = map(set, rings)
    while others:
        joined = next((ring for ring in others if len(ring & first) > 1), None)
        if joined is None:
            return False
        first |= joined
        others.remove(joined)
    return True


def _lay(graph: Graph, variant: Variant) -> tuple[PartMatch, ...]:
    """All placements of a variant that differ in the atoms of some site."""
    known: tuple[PartMatch, ...] | None = graph.placements.get(id(variant))
    if known is None:
        known = graph.placements[id(variant)] = tuple(_placements(graph, variant))
    return known


def _placements(graph: Graph, variant: Variant) -> Iterator[PartMatch]:
    if variant.is_site:
        (site,) = variant.sites
        for match in matches(graph.mol, variant.query, uniquify=True):
            mask = sum([1 << atom for atom in match])
            yield PartMatch(variant, match, {site: mask}, mask)
        return
    seen = set()
    for match in matches(graph.mol, variant.query):
        # the atoms of a match are different ones, so that their sum is their union
        masks = [1 << atom for atom in match]
        at = {label: sum([masks[i] for i in indices]) for label, indices in variant.sites.items()}
        mask = sum(masks)
        key = (mask, *at.values())
        if key not in seen:
            seen.add(key)
            yield PartMatch(variant, match, at, mask)


def _joining_bonds(
    graph: Graph, left: PartMatch, left_site: str, right: PartMatch, right_site: str
) -> list[tuple[int, int]]:
    """The single bonds between two sites, in order of atoms; the first is the join, others close rings."""
    return sorted(
        (a, b)
        for a in left.sites.get(left_site, ())
        for b in right.sites.get(right_site, ())
        if graph.near[a] >> b & 1 and graph.order_of(a, b) == 1
    )
