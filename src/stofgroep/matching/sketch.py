"""What every match of a pattern leaves on a graph of which little is certain, as plain data.

A *sketch* is a graph of conditions that a match fulfils however the molecule is
drawn: elements, total numbers of neighbours of uncharged carbon, and which bonds
lie in rings. Bond orders, aromaticity and charges are not in it, so that the same
sketch can be asked of an unsanitised salt and of its neutral, sanitised component.

Why a condition survives normalisation: salts are cut at bonds of a metal to a
hetero atom, protons are moved to and from charged atoms, charges are shifted
between atoms that bear one or end with one. No step binds two atoms of one
component anew or changes an element, so the neutral graph is a subgraph of the
drawn one, and an uncharged carbon keeps its neighbours and hydrogen atoms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from rdkit import Chem

from stofgroep.definition.pattern import Facts, all_of, facts

# Alternatives for one atom, each a piece of SMARTS; the set is their OR.
Condition = frozenset[str]
ANYTHING: Condition = frozenset({"*"})
NO_HYDROGEN: Condition = frozenset({"!#1"})

_CARBON = 6
CHARGED_CARBON = "#6&!+0"
MAX_ALTERNATIVES = 8


def condition(known: Facts) -> Condition:
    """The condition that an atom with these facts fulfils in any drawing."""
    if known.numbers is None:
        return ANYTHING
    found: set[str] = set()
    for number in known.numbers:
        if number == _CARBON and known.connections is not None:
            # a charged carbon changes its neighbours when it is neutralised
            found |= {CHARGED_CARBON, *(f"#6&X{n}" for n in known.connections)}
        elif number == _CARBON and known.aromatic:
            # four neighbours leave no electron for an aromatic ring, and a charged carbon never has four;
            # with a dative bond it may, and so what holds a metal is not asked for sketches
            found.add("#6&!X4")
        else:
            found.add(f"#{number}")
    return frozenset(found)


def either(conditions: Iterable[Condition]) -> Condition:
    """The condition that one of several holds."""
    found = frozenset().union(*conditions)
    if "*" in found:
        return ANYTHING
    return frozenset(c for c in found if "&" not in c or c.split("&", 1)[0] not in found)


def within(narrow: Condition, wide: Condition) -> bool:
    """Whether whatever fulfils the one condition is sure to fulfil the other."""
    return all(c in wide or c.split("&", 1)[0] in wide or "*" in wide for c in narrow)


def is_common(kinds: Condition) -> bool:
    """Whether many atoms of a molecule fulfil a condition: all, or those of carbon."""
    return any(kind.startswith(("*", "!", "#6")) for kind in kinds)


@dataclass(frozen=True)
class Sketch:
    """Atoms with a condition each, and bonds as pairs of atoms.

    ``rings`` : those of the bonds that must lie in a ring of the molecule
    """

    atoms: tuple[Condition, ...]
    bonds: tuple[tuple[int, int], ...]
    rings: frozenset[tuple[int, int]] = frozenset()

    def neighbours(self, atom: int) -> list[int]:
        """Atoms bound to an atom."""
        return [b if a == atom else a for a, b in self.bonds if atom in (a, b)]

    def bound(
        self, start: int, atoms: tuple[Condition, ...], *, closed: bool, in_ring: bool = False
    ) -> Sketch:
        """This sketch with more atoms bound to ``start``.

        Parameters
        ----------
        atoms : the first is bound to ``start``; with ``closed`` all of them form a ring
            in this order, without it the others are bound to the first
        in_ring : the bonds among the new atoms lie in rings
        """
        first = len(self.atoms)
        new = list(range(first, first + len(atoms)))
        if closed:
            added = list(zip(new, [*new[1:], first], strict=True))
        else:
            added = [(first, other) for other in new[1:]]
        rings = self.rings | frozenset(added) if in_ring else self.rings
        return Sketch((*self.atoms, *atoms), (*self.bonds, (start, first), *added), rings)

    def query(self, acyclic: Iterable[tuple[int, int]] = ()) -> Chem.Mol:
        """The sketch as a query that RDKit can match, its atoms as in :meth:`order`.

        Parameters
        ----------
        acyclic : bonds of it that must lie in no ring
        """
        order = self.order()
        chains = {frozenset(bond) for bond in acyclic}
        place = {atom: index for index, atom in enumerate(order)}
        query = Chem.RWMol()
        for atom in order:
            query.AddAtom(Chem.AtomFromSmarts(f"[{','.join(sorted(self.atoms[atom]))}]"))
        for a, b in sorted(self.bonds, key=lambda bond: sorted((place[bond[0]], place[bond[1]]))):
            query.AddBond(place[a], place[b], Chem.BondType.SINGLE)
            kind = "~;@" if (a, b) in self.rings else "~;!@" if frozenset((a, b)) in chains else "~"
            query.ReplaceBond(query.GetNumBonds() - 1, Chem.BondFromSmarts(kind))
        mol = query.GetMol()
        mol.UpdatePropertyCache(False)
        Chem.FastFindRings(mol)
        return mol

    def order(self) -> list[int]:
        """Its atoms breadth first from an end that is no carbon: fewest atoms are tried in vain."""

        def common(atom: int) -> tuple[bool, int, int]:
            return is_common(self.atoms[atom]), len(self.neighbours(atom)), atom

        order = [min(range(len(self.atoms)), key=common)]
        for atom in order:
            order += [other for other in self.neighbours(atom) if other not in order]
        return order

    def covers(self, other: Sketch) -> bool:
        """Whether this sketch lies in the other one, so that whatever holds the other holds this too."""
        return any(self._maps(other, (start,)) for start in range(len(other.atoms)))

    def _maps(self, other: Sketch, image: tuple[int, ...]) -> bool:
        atom = len(image) - 1
        if not within(other.atoms[image[-1]], self.atoms[atom]):
            return False
        for a, b in self.bonds:
            if max(a, b) == atom:
                pair = image[a], image[b]
                if pair not in other.bonds and pair[::-1] not in other.bonds:
                    return False
                if (a, b) in self.rings and not {pair, pair[::-1]} & other.rings:
                    return False
        if len(image) == len(self.atoms):
            return True
        return any(self._maps(other, (*image, o)) for o in range(len(other.atoms)) if o not in image)


def merged(sketches: Iterable[Sketch]) -> tuple[Sketch, ...]:
    """One sketch for all of the same shape, each atom what any of them allows there."""
    shapes: dict[tuple[object, ...], list[Sketch]] = {}
    for sketch in sketches:
        shapes.setdefault((len(sketch.atoms), sketch.bonds, sketch.rings), []).append(sketch)
    found = [
        Sketch(tuple(map(either, zip(*(s.atoms for s in same), strict=True))), same[0].bonds, same[0].rings)
        for same in shapes.values()
    ]
    return broadest(found)


def broadest(sketches: Iterable[Sketch]) -> tuple[Sketch, ...]:
    """Without those that another one covers."""
    kept: list[Sketch] = []
    for sketch in sketches:
        if not any(other.covers(sketch) for other in kept):
            kept = [other for other in kept if not sketch.covers(other)]
            kept.append(sketch)
    return tuple(kept)


@dataclass(frozen=True)
class Drawing:
    """One way to read a pattern: its sketch, and terminal atoms that recursive SMARTS ask for.

    ``ends`` : (atom of the sketch, condition of a terminal atom on it); that atom may be
               one of those that others bind to the sketch, unless these are no ends themselves
    """

    sketch: Sketch
    ends: tuple[tuple[int, Condition], ...]

    def with_ends(self, sketch: Sketch) -> Sketch:
        """A larger sketch with the terminal atoms of this drawing."""
        for atom, end in self.ends:
            sketch = sketch.bound(atom, (end,), closed=False)
        return sketch


def drawings(query: Chem.Mol) -> tuple[Drawing, ...]:
    """The sketches of a pattern: one for each alternative of an atom that offers recursive SMARTS."""
    bonds = tuple((b.GetBeginAtomIdx(), b.GetEndAtomIdx()) for b in query.GetBonds())
    choices = [list(_choices(atom)) for atom in query.GetAtoms()]
    size = 1
    for choice in choices:
        size *= len(choice)
    if size > MAX_ALTERNATIVES:
        choices = [[(condition(facts(atom)), ())] for atom in query.GetAtoms()]
    found = []
    for chosen in product(*choices):
        sketch = Sketch(tuple(atom for atom, _ in chosen), bonds)
        ends = tuple(
            (index, end)
            for index, (_, several) in enumerate(chosen)
            for end in several[:1]
            # the terminal atom is none of the pattern if those on the same atom are no ends
            if all(len(sketch.neighbours(other)) > 1 for other in sketch.neighbours(index))
        )
        found.append(Drawing(sketch, ends))
    return tuple(found)


def _choices(atom: Chem.QueryAtom) -> Iterator[tuple[Condition, tuple[Condition, ...]]]:
    """Conditions of an atom with those of terminal atoms on it, one for each alternative of its SMARTS."""
    conjuncts = list(_split(atom.GetSmarts()[1:-1], ";"))
    chosen = next((c for c in conjuncts if any(map(_is_recursive, _split(c, ",", "&")))), None)
    if chosen is None:
        yield condition(facts(atom)), ()
        return
    others = [c for c in conjuncts if c is not chosen]
    for alternative in _split(chosen, ","):
        plain, ends = [*others], []
        known = []
        for piece in _split(alternative, "&"):
            if not _is_recursive(piece):
                plain.append(piece)
                continue
            inner = Chem.MolFromSmarts(piece[2:-1])
            first = inner.GetAtomWithIdx(0)
            known.append(facts(first))
            beside = [facts(other) for other in first.GetNeighbors()]
            ends += [condition(f) for f in beside if f.connections == frozenset({1})]
        known.append(facts(Chem.AtomFromSmarts(f"[{';'.join(plain) or '*'}]")))
        yield condition(all_of(known)), tuple(ends)


def _is_recursive(piece: str) -> bool:
    return piece.startswith("$(")


def _split(text: str, *separators: str) -> Iterator[str]:
    """Parts of an atom's SMARTS, not looking inside brackets; without its map number."""
    depth = 0
    part = ""
    for character in text:
        depth += (character in "([") - (character in ")]")
        if not depth and character == ":":
            break
        if not depth and character in separators:
            yield part
            part = ""
        else:
            part += character
    yield part
