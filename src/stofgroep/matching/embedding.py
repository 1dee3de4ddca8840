"""Finding every embedding of a build's skeleton in a molecule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stofgroep.definition.model import Build, Join, Part, Variant
from stofgroep.definition.pattern import facts
from stofgroep.matching.graph import Graph, matches, occurs

HEAVIEST = 119  # one more than the highest atomic number


@dataclass(frozen=True)
class PartMatch:
    """One part laid on the molecule: its variant, its atoms by site, and all of them as a mask."""

    variant: Variant
    sites: dict[str, tuple[int, ...]]
    mask: int
    bonds: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Embedding:
    """A skeleton on the molecule.

    ``bonds`` : the pairs of atoms that the skeleton itself binds
    """

    parts: dict[str, PartMatch]
    mask: int
    worlds: int
    bonds: frozenset[tuple[int, int]]

    def atoms(self, site: tuple[str, str]) -> tuple[int, ...]:
        """Atoms of a site; none if the variant lacks it."""
        return self.parts[site[0]].sites.get(site[1], ())


class Embedder:
    """Lays the parts of one build on molecules; parts with few variants first, the rest only next to them."""

    def __init__(self, build: Build, worlds: int) -> None:
        self.build = build
        self.worlds = worlds & build.worlds
        self._order = list(_in_order(build))
        self._kinds = {
            (id(variant), site): _site_kinds(variant, site)
            for part in build.parts
            for variant in part.variants
            for site in variant.sites
        }

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
            yield Embedding(dict(placed), mask, worlds, self._bonds(graph, placed))
            return
        part, joins = self._order[depth]
        beside = [self._beside(graph, join, part.name, placed, mask) for join in joins]
        if not all(candidates for _, candidates in beside):
            return
        for variant, placements in self._laid(graph, part, beside):
            if not worlds & variant.worlds:
                continue
            for found in placements:
                if found.mask & mask:
                    continue
                if joins and not all(_bonded(graph, join, part.name, found, placed) for join in joins):
                    continue
                placed[part.name] = found
                yield from self._extend(graph, depth + 1, placed, mask | found.mask, worlds & variant.worlds)
                del placed[part.name]

    def _laid(
        self, graph: Graph, part: Part, beside: list[tuple[str, frozenset[tuple[int, bool]]]]
    ) -> list[tuple[Variant, tuple[PartMatch, ...]]]:
        """The variants that lie somewhere on the molecule and can end the joins, with their placements."""
        key = (id(part), tuple(beside))
        known = graph.laid.get(key)
        if known is None:
            known = graph.laid[key] = [
                (variant, placements)
                for variant in part.variants
                if all(kinds & self._kinds.get((id(variant), site), kinds) for site, kinds in beside)
                and (placements := _lay(graph, variant))
            ]
        return known

    def _beside(
        self, graph: Graph, join: Join, name: str, placed: dict[str, PartMatch], mask: int
    ) -> tuple[str, frozenset[tuple[int, bool]]]:
        """The site of the new part that a join ends at, and the kinds of atoms that stand beside its other end."""
        here, there = (join.left, join.right) if join.left[0] == name else (join.right, join.left)
        kinds = frozenset(
            graph.kind_of(other)
            for atom in placed[there[0]].sites.get(there[1], ())
            for other, order in graph.neighbours[atom]
            if order == 1 and not mask >> other & 1
        )
        return here[1], kinds

    def _bonds(self, graph: Graph, placed: dict[str, PartMatch]) -> frozenset[tuple[int, int]]:
        """Bonds inside each part, and those of the joins; any other bond inside the skeleton closes a ring."""
        bonds: set[tuple[int, int]] = set()
        for found in placed.values():
            bonds |= found.bonds
        for join in self.build.joins:
            a, b = _joining_bonds(
                graph, placed[join.left[0]], join.left[1], placed[join.right[0]], join.right[1]
            )[0]
            bonds |= {(a, b), (b, a)}
        return frozenset(bonds)


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


def _site_kinds(variant: Variant, site: str) -> set[tuple[int, bool]]:
    """The kinds of atoms (atomic number, aromatic) a site can be."""
    kinds = set()
    for index in variant.sites[site]:
        known = facts(variant.query.GetAtomWithIdx(index))
        numbers = known.numbers or range(1, HEAVIEST)
        aromatic = (True, False) if known.aromatic is None else (known.aromatic,)
        kinds |= {(n, a) for n in numbers for a in aromatic}
    return kinds


def _lay(graph: Graph, variant: Variant) -> tuple[PartMatch, ...]:
    """All placements of a variant that differ in the atoms of some site."""
    known = graph.placements.get(id(variant))
    if known is not None:
        return known
    graph.placements[id(variant)] = placements = tuple(_placements(graph, variant))
    return placements


def _placements(graph: Graph, variant: Variant) -> Iterator[PartMatch]:
    if not graph.has_ring_atoms(variant.ring_composition):
        return
    everywhere = (
        len(variant.sites) == 1 and len(next(iter(variant.sites.values()))) == variant.query.GetNumAtoms()
    )
    seen = set()
    for match in matches(graph.mol, variant.query, uniquify=everywhere):
        sites = {label: tuple(match[i] for i in indices) for label, indices in variant.sites.items()}
        mask = sum(1 << atom for atom in match)
        key = (tuple(tuple(sorted(atoms)) for atoms in sites.values()), mask)
        if key not in seen:
            seen.add(key)
            bonds = {(match[a], match[b]) for a, b in variant.bonds}
            yield PartMatch(variant, sites, mask, frozenset(bonds | {(b, a) for a, b in bonds}))


def _joining_bonds(
    graph: Graph, left: PartMatch, left_site: str, right: PartMatch, right_site: str
) -> list[tuple[int, int]]:
    """The single bonds between two sites, in order of atoms; the first is the join, more of them close rings."""
    return sorted(
        (a, b)
        for a in left.sites.get(left_site, ())
        for b in right.sites.get(right_site, ())
        if graph.near[a] >> b & 1 and graph.order[a, b] == 1
    )


def _bonded(graph: Graph, join: Join, name: str, found: PartMatch, placed: dict[str, PartMatch]) -> bool:
    """Whether a single bond joins the two sites of a join."""
    left = found if join.left[0] == name else placed[join.left[0]]
    right = found if join.right[0] == name else placed[join.right[0]]
    return bool(_joining_bonds(graph, left, join.left[1], right, join.right[1]))
