"""Finding every embedding of a build's skeleton in a molecule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stofgroep.definition.model import Build, Join, Variant
from stofgroep.matching.graph import Graph, matches


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
        joined: list[str] = []
        waiting = sorted(build.parts, key=lambda p: len(p.variants))
        self._order = []
        while waiting:
            for part in waiting:
                joins = [j for j in build.joins if part.name in (j.left[0], j.right[0])]
                bound = [j for j in joins if {j.left[0], j.right[0]} - {part.name} <= set(joined)]
                if not joined or bound:
                    self._order.append((part, tuple(bound) if joined else ()))
                    joined.append(part.name)
                    waiting.remove(part)
                    break
            else:
                raise AssertionError("parts that no join connects")

    def find(self, graph: Graph) -> Iterator[Embedding]:
        """Every embedding, each set of site assignments once."""
        yield from self._extend(graph, 0, {}, 0, self.worlds)

    def parts_found(self, graph: Graph) -> tuple[str, ...]:
        """Names of the parts that occur at all, for a near miss without a skeleton."""
        return tuple(
            p.name for p in self.build.parts if any(matches(graph.mol, v.query, uniquify=True) for v in p.variants)
        )

    def _extend(
        self, graph: Graph, depth: int, placed: dict[str, PartMatch], mask: int, worlds: int
    ) -> Iterator[Embedding]:
        if depth == len(self._order):
            yield Embedding(dict(placed), mask, worlds, self._bonds(graph, placed))
            return
        part, joins = self._order[depth]
        for variant in part.variants:
            if not worlds & variant.worlds:
                continue
            for found in _lay(graph, variant):
                if found.mask & mask:
                    continue
                if joins and not all(_bonded(graph, join, part.name, found, placed) for join in joins):
                    continue
                placed[part.name] = found
                yield from self._extend(graph, depth + 1, placed, mask | found.mask, worlds & variant.worlds)
                del placed[part.name]

    def _bonds(self, graph: Graph, placed: dict[str, PartMatch]) -> frozenset[tuple[int, int]]:
        """Bonds inside each part, and those of the joins; any other bond inside the skeleton closes a ring."""
        bonds: set[tuple[int, int]] = set()
        for found in placed.values():
            bonds |= found.bonds
        for join in self.build.joins:
            for a in placed[join.left[0]].sites[join.left[1]]:
                for b in placed[join.right[0]].sites[join.right[1]]:
                    if graph.near[a] >> b & 1:
                        bonds |= {(a, b), (b, a)}
        return frozenset(bonds)


def _lay(graph: Graph, variant: Variant) -> tuple[PartMatch, ...]:
    """All placements of a variant that differ in the atoms of some site."""
    known = graph.placements.get(id(variant))
    if known is not None:
        return known
    everywhere = len(variant.sites) == 1 and len(next(iter(variant.sites.values()))) == variant.query.GetNumAtoms()
    found: dict[tuple[tuple[int, ...], ...], PartMatch] = {}
    for match in matches(graph.mol, variant.query, uniquify=everywhere):
        sites = {label: tuple(match[i] for i in indices) for label, indices in variant.sites.items()}
        mask = sum(1 << atom for atom in match)
        bonds = frozenset(
            (match[b.GetBeginAtomIdx()], match[b.GetEndAtomIdx()]) for b in variant.query.GetBonds()
        )
        key = (tuple(tuple(sorted(atoms)) for atoms in sites.values()), (mask,))
        if key not in found:
            found[key] = PartMatch(variant, sites, mask, bonds | {(b, a) for a, b in bonds})
    graph.placements[id(variant)] = tuple(found.values())
    return graph.placements[id(variant)]


def _bonded(graph: Graph, join: Join, name: str, found: PartMatch, placed: dict[str, PartMatch]) -> bool:
    """Whether exactly the two sites of a join are bound, by one single bond."""
    left = found if join.left[0] == name else placed[join.left[0]]
    right = found if join.right[0] == name else placed[join.right[0]]
    orders = [
        graph.order[a, b]
        for a in left.sites[join.left[1]]
        for b in right.sites[join.right[1]]
        if graph.near[a] >> b & 1
    ]
    return 1 in orders
