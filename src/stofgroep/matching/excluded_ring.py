"""An exclusion that can be seen on the drawing: every place of the skeleton lies in an excluded ring.

For builds of two parts, an anchor B and a ring system A joined to it, with an exclusion
of rings through a site of B and any atom of A ("nitrogen in a ring annelated to A").
Most molecules with such a skeleton are excluded by it (tetrahydroisoquinolines), and the
connections alone show it. What is certain of every embedding, whatever ring system A is:

* A is one ring system, so taking one atom out of it leaves it connected;
* the end *a* of the join has three neighbours: one in B and two, *t*, that any ring
  through *a* has, so both are atoms of A;
* an atom *w* beside B, from which *a* cannot be reached without passing B or *t*, is no
  atom of A, for A without *t* is connected; nor is any atom reached on the way.

If all that hangs on B, but for *a*, is of the latter kind, what is reached from such a *w*
is a residue as the matcher would find it. Where it is bound once to B, at a site of the
exclusion, and once to *t*, the ring it closes is annelated at the bond *a*-*t*, and the
embedding is excluded under every reading. The same for a bond from B to *t* itself.

Nothing here asks for bond orders, charges or aromaticity. Molecules with a metal, whose
bonds are cut later, never come here: the gate lets them pass.
"""

from __future__ import annotations

from collections.abc import Iterable

from rdkit import Chem

from stofgroep.definition.model import Build, Part
from stofgroep.matching.embedding import is_one_system
from stofgroep.matching.graph import AnyOf, TooManyMatches, bits, component, matches, near_masks
from stofgroep.matching.obliged import bears_by_element
from stofgroep.matching.sketch import Sketch

_NEIGHBOURS_OF_END = 3


class ExcludedRing:
    """Whether every place of a skeleton is excluded, judged by the connections of a molecule.

    Parameters
    ----------
    anchor : number of atoms of the anchor, the first atoms of every sketch
    start : its atom that the ring system is joined to, by sketch
    sites : its atoms through which a ring is excluded
    sketches : the anchor, then the end of the join, then its two neighbours on a ring
    """

    def __init__(self, anchor: int, sites: frozenset[int], sketches: Iterable[tuple[int, Sketch]]) -> None:
        self._anchor = anchor
        self._sites = sites
        found = list(sketches)
        self._open = AnyOf(sketch.query(acyclic=((start, anchor),)) for start, sketch in found)
        self._asked = [(start, sketch.query(), sketch.order()) for start, sketch in found]

    def is_everywhere(self, mol: Chem.Mol) -> bool:
        """True only if no embedding of the build escapes the exclusion.

        Parameters
        ----------
        mol : sanitised or not; hydrogen counts and ring membership must be there
        """
        # a join that lies in no ring leaves no ring through both parts
        if self._open.occurs(mol):
            return False
        near = near_masks(mol)
        everything = (1 << len(near)) - 1
        places: set[tuple[int, ...]] = set()
        for start, query, order in self._asked:
            place = [order.index(atom) for atom in range(self._anchor + 1)]
            try:
                found = matches(mol, query)
            except TooManyMatches:
                return False
            places.update((start, *[match[p] for p in place]) for match in found)
        return all(self._is_excluded(near, everything, start, atoms) for start, *atoms in places)

    def _is_excluded(self, near: list[int], everything: int, start: int, atoms: list[int]) -> bool:
        anchor, end = atoms[:-1], atoms[-1]
        if near[end].bit_count() != _NEIGHBOURS_OF_END:
            return False
        inside = 0
        for atom in anchor:
            inside |= 1 << atom
        outside = everything & ~inside
        sides = near[end] & ~(1 << anchor[start])
        if sides & inside:
            return False
        return any(self._closes(near, outside, anchor, start, end, side) for side in bits(sides))

    def _closes(
        self, near: list[int], outside: int, anchor: list[int], start: int, end: int, side: int
    ) -> bool:
        """Whether a ring from a site of the exclusion is annelated at the bond ``end``-``side``."""
        without = outside & ~(1 << side)
        bonds: list[tuple[int, int]] = []  # (atom of the anchor, what hangs on it there)
        direct = []
        for index, atom in enumerate(anchor):
            for other in bits(near[atom] & outside):
                if other == end:
                    if index != start:
                        return False
                    continue
                if other == side:
                    direct.append(index)
                    continue
                reached = component(near, other, without)
                if reached >> end & 1:
                    return False
                bonds.append((index, reached))
        if direct:
            return len(direct) == 1 and direct[0] in self._sites
        for index, reached in bonds:
            if (
                index in self._sites
                and (near[side] & reached).bit_count() == 1
                and sum(other == reached for _, other in bonds) == 1
            ):
                return True
        return False


def excluded_ring(
    build: Build, anchor: Part, sketches: Iterable[tuple[int, Sketch]], everywhere: int
) -> ExcludedRing | None:
    """What is seen of the exclusions of a build on a drawing; None where nothing is certain.

    Parameters
    ----------
    anchor : the part that the sketches begin with
    sketches : for every way to lay the skeleton the atom of the anchor that the other part is
        joined to, and the anchor with the end of the join and two neighbours of it on a ring
    everywhere : mask of all worlds of the group
    """
    if len(build.parts) != 2 or len(build.joins) != 1 or len(anchor.variants) != 1:
        return None
    (other,) = (part for part in build.parts if part is not anchor)
    found = list(sketches)
    starts = {start for start, _ in found}
    if not found or not all(_is_ring_system(variant.query) for variant in other.variants):
        return None
    (variant,) = anchor.variants
    anywhere = _sites_that_are_everywhere(other)
    whole = [slot for slot in build.slots if not bears_by_element(slot)]
    for exclude in build.excludes:
        if exclude.through is None or not (exclude.kinds is None or "annelated" in exclude.kinds):
            continue
        if exclude.worlds != everywhere:
            continue  # under some reading it does not count
        if exclude.kinds is not None and exclude.on != other.name:
            continue
        for here, there in (exclude.through, exclude.through[::-1]):
            slots = [s for s in whole if s.name in there and any(x in anywhere for x in s.sites)]
            sites = {
                index
                for slot in whole
                if slot.name in here
                for part, site in slot.sites
                if part == anchor.name
                for index in variant.sites.get(site, ())
            }
            if slots and sites - starts:
                return ExcludedRing(variant.query.GetNumAtoms(), frozenset(sites - starts), found)
    return None


def _sites_that_are_everywhere(part: Part) -> set[tuple[str, str]]:
    """Sites of a part that all its atoms belong to, whatever the variant."""
    names = set.intersection(*(set(variant.sites) for variant in part.variants))
    return {
        (part.name, name)
        for name in names
        if all(len(set(v.sites[name])) == v.query.GetNumAtoms() for v in part.variants)
    }


def _is_ring_system(query: Chem.Mol) -> bool:
    """Whether all atoms lie on rings that share bonds with one another: none of them holds it together."""
    rings = [list(ring) for ring in Chem.GetSymmSSSR(Chem.Mol(query))]
    return bool(rings) and is_one_system(rings) and len(set().union(*rings)) == query.GetNumAtoms()
