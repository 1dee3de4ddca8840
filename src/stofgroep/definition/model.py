"""A definition as frozen data: the words of the language, after loading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rdkit import Chem

from stofgroep.definition.worlds import Reading, Worlds


@dataclass(frozen=True)
class Text:
    """What every clause carries: its id, where it stands, how sure, and our own words."""

    id: str
    citation: str
    basis: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Term:
    """A word for a residue or its head.

    kind : "group"   exactly the atoms of one of ``smarts`` (atom 1 is the attachment)
           "family"  one of ``smarts``, grown from atom 2 (or 1) over atoms matching ``grow``
           "ring"    the whole ring system at the attachment atom
           "linked"  ``smarts`` as linker; at its atom 2 (or 1) hangs one of ``then``
           "any"     anything
    ``bond`` : order of the bond by which it hangs
    ``carrying`` : terms that may hang on this head (None: what the rule says);
    ``bearing`` : one of these must hang on it.
    """

    name: str
    kind: str
    smarts: tuple[Chem.Mol, ...] = ()
    grow: Chem.Mol | None = None
    bond: int = 1
    carbons: int | None = None
    elements: frozenset[int] | None = None
    hetero: bool | None = None
    saturated: bool | None = None
    sizes: frozenset[int] | None = None
    monocyclic: bool = False
    then: tuple[Allowed, ...] = ()
    carrying: tuple[Allowed, ...] | None = None
    carrying_on_n: tuple[Allowed, ...] | None = None
    bearing: tuple[Allowed, ...] = ()
    chain: Chain | None = None
    most: tuple[tuple[Chem.Mol, ByOption], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True)
class Allowed:
    """A term and the worlds in which it is allowed."""

    term: Term
    worlds: int


@dataclass(frozen=True)
class ByOption:
    """A number that may differ per option of a reading: (worlds, value) pairs; None is no limit."""

    values: tuple[tuple[int, float | None], ...]

    def worlds_where(self, measured: float, *, at_least: bool = False) -> int:
        """Worlds in which the measured value keeps the limit (inclusive)."""
        mask = 0
        for worlds, value in self.values:
            if value is None or (measured >= value if at_least else measured <= value):
                mask |= worlds
        return mask


@dataclass(frozen=True)
class Chain:
    """A limit on the longest continuous chain of a residue; ring atoms are not counted.

    ``of`` : elements that count (None: every non-hydrogen atom)
    ``excluding`` : atoms matching this are no part of a chain (cyano carbon)
    ``behind_ring`` : worlds in which a chain goes on behind a ring
    ``unbroken`` : an atom that does not count, or a ring, ends the chain instead of being passed
    """

    max: ByOption | None
    min: ByOption | None
    of: frozenset[int] | None
    excluding: Chem.Mol | None
    behind_ring: int
    unbroken: bool = False


@dataclass(frozen=True)
class Variant:
    """One pattern of a part.

    ``sites`` : site → the query atoms that form it
    ``bonds`` : pairs of query atoms that the pattern binds
    ``rings`` : the smallest rings of the pattern, as query atoms
    ``ring_composition`` : (atomic number, aromatic) → ring atoms that every match holds at least
    """

    name: str
    query: Chem.Mol
    sites: Mapping[str, tuple[int, ...]]
    worlds: int
    bonds: tuple[tuple[int, int], ...]
    rings: tuple[tuple[int, ...], ...]
    ring_composition: Mapping[tuple[int, bool], int]

    @cached_property
    def is_site(self) -> bool:
        """Whether all of its atoms form its only site."""
        return [len(atoms) for atoms in self.sites.values()] == [self.query.GetNumAtoms()]


@dataclass(frozen=True)
class Part:
    """A piece of the skeleton; its variants are alternative patterns with the same sites."""

    text: Text
    name: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True)
class Join:
    """A single bond between one atom of each of two sites."""

    name: str
    left: tuple[str, str]
    right: tuple[str, str]


@dataclass(frozen=True)
class Slot:
    """A place for one residue (``repeat``: any number) on every atom of a site.

    ``min``  : how many residues the slot must hold over all its atoms
    ``open`` : what the text says of this place is not known, so anything may stand there
    ``elements`` : atomic numbers of the atoms that bear the slot (None: all of the site)
    """

    name: str
    sites: tuple[tuple[str, str], ...]
    repeat: bool
    min: int
    open: bool
    elements: frozenset[int] | None = None

    def lies_on(self, number: int) -> bool:
        """Whether an atom of its sites, of this atomic number, bears it."""
        return self.elements is None or number in self.elements

    def shares_atoms_with(self, other: Slot) -> bool:
        """Whether some atom may bear both, where they have a site in common."""
        return self.elements is None or other.elements is None or bool(self.elements & other.elements)


@dataclass(frozen=True)
class Rule:
    """What may fill a slot.

    ``h``          : the worlds in which hydrogen may; else a residue is obligatory
    ``carry_any``  : an allowed term is only the head, anything may hang on it
    ``carrying``   : else the terms that may hang on an allowed term
    ``descend``    : worlds in which carried terms may carry the same list again
    ``elements``   : atomic numbers a residue may hold (None: all)
    ``unlimited``  : terms that, with nothing on them, need not keep the chain limit
    ``mass_sum``   : limit in u over all residues of one slot together
    """

    text: Text
    name: str
    slots: frozenset[str]
    h: int
    allow: tuple[Allowed, ...]
    carry_any: bool
    carrying: tuple[Allowed, ...]
    descend: int
    elements: frozenset[int] | None
    chain: Chain | None
    unlimited: tuple[Allowed, ...]
    mass_sum: ByOption | None


@dataclass(frozen=True)
class Together:
    """A doubly bonded residue that fills two slots of one atom."""

    text: Text
    name: str
    slots: frozenset[str]
    allow: tuple[Allowed, ...]


@dataclass(frozen=True)
class Closure:
    """A residue that closes a ring with the skeleton, between two groups of slots.

    ``sizes``  : (worlds, sizes) of the smallest ring through both bonds; None is any
    ``shapes`` : if given, the ring is one of these bridges; their numbered atoms lie on the skeleton
    ``double`` : worlds in which the residue may hang by a double bond
    ``kinds``  : how the new ring may lie on the ring of part ``on``: "spiro" shares one atom with
                 it, "annelated" two neighbours, "bridged" more; None is any
    ``heads``  : worlds in which an end of the ring at a slot of ``heads_at`` must also be a
                 group that the rule of that slot allows
    ``ring``   : what the ring itself may be made of and what may hang on it; None is anything
    """

    text: Text
    name: str
    slots: tuple[frozenset[str], frozenset[str]]
    worlds: int
    sizes: tuple[tuple[int, frozenset[int] | None], ...]
    shapes: tuple[Chem.Mol, ...]
    double: int
    kinds: frozenset[str] | None
    on: str | None
    heads: int
    heads_at: frozenset[str]
    ring: ClosingRing | None


@dataclass(frozen=True)
class ClosingRing:
    """What the atoms are that a residue adds to close a ring, and what hangs on them.

    ``atoms``    : a pattern that each of them matches (None: any)
    ``holding``  : a pattern that one of them matches at least (None: none need to)
    ``carbons``  : how many carbons the ring has at most, those on the skeleton counted
    ``carrying`` : terms that may hang on them (None: whatever the rules of the slots leave)
    ``carrying_on_n`` : terms that may hang on their nitrogen atoms instead
    """

    atoms: Chem.Mol | None
    holding: Chem.Mol | None
    carbons: ByOption | None
    carrying: tuple[Allowed, ...] | None
    carrying_on_n: tuple[Allowed, ...] | None


@dataclass(frozen=True)
class Exclude:
    """A named exclusion: by structure, or by a ring through two groups of slots.

    ``worlds``     : those in which it counts at all
    ``structures`` : canonical SMILES without stereo → name of the substance
    ``through``    : the two groups of slots of which a ring is excluded
    ``kinds``, ``on`` : how an excluded ring lies on the ring of a part, as in :class:`Closure`
    ``system``     : worlds in which a whole ring system counts, not only a single ring
    ``molecule``   : worlds in which one such embedding excludes the whole molecule
    ``given``      : closures in whose worlds alone the embedding counts for that
    """

    text: Text
    name: str
    worlds: int
    structures: Mapping[str, str]
    through: tuple[frozenset[str], frozenset[str]] | None
    kinds: frozenset[str] | None
    on: str | None
    system: int
    molecule: int
    given: frozenset[str]


@dataclass(frozen=True)
class Elsewhere:
    """An exclusion that speaks of other groups of the same law.

    ``worlds``  : those in which it counts at all
    ``core_of`` : ids of groups of which the core keeps a molecule out
    ``unless_member`` : but not a core of a group of which the molecule is a member
    ``member_of`` : ids of groups of which membership keeps a molecule out
    """

    text: Text
    name: str
    worlds: int
    core_of: tuple[str, ...]
    unless_member: bool
    member_of: tuple[str, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups it speaks of."""
        return self.core_of or self.member_of


@dataclass(frozen=True)
class AromaticLimit:
    """Worlds in which the atom of a site may be aromatic."""

    text: Text
    name: str
    site: tuple[str, str]
    worlds: int


@dataclass(frozen=True)
class Limit:
    """A limit over the whole component: average molecular mass in u, inclusive."""

    text: Text
    name: str
    mass: ByOption


@dataclass(frozen=True)
class Build:
    """One skeleton with its rules; a structure is a member when one build fits.

    ``core`` : the parts that are the core of the group where another one speaks of it; without any,
               the core is that of another build
    """

    name: str
    worlds: int
    core: frozenset[str]
    parts: tuple[Part, ...]
    joins: tuple[Join, ...]
    slots: tuple[Slot, ...]
    rules: tuple[Rule, ...]
    together: tuple[Together, ...]
    closures: tuple[Closure, ...]
    aromatic: tuple[AromaticLimit, ...]
    limits: tuple[Limit, ...]
    excludes: tuple[Exclude, ...]


@dataclass(frozen=True)
class Group:
    """A complete group definition of one law, valid from a date.

    ``sources`` : file name → SHA-256 of every file it was made from: its own, and the earlier
                  definitions it changes
    """

    id: str
    list: str
    number: int
    title: Mapping[str, str]
    text: Text
    url: str
    in_force_from: dt.date
    in_force_earliest: dt.date
    in_force_until: dt.date | None
    readings: tuple[Reading, ...]
    worlds: Worlds
    builds: tuple[Build, ...]
    excludes: tuple[Exclude, ...]
    elsewhere: tuple[Elsewhere, ...]
    file: str
    sha256: str
    sources: Mapping[str, str]

    @property
    def short(self) -> str:
        """The last part of the id, as verdicts name the group."""
        return self.id.rsplit(".", 1)[-1]

    @property
    def citation(self) -> str:
        """Where the group stands in the law."""
        return self.text.citation

    def clauses(self) -> tuple[Text, ...]:
        """Every clause in the order of the definition."""
        found: list[Text] = []
        for build in self.builds:
            for table in (
                build.parts,
                build.aromatic,
                build.rules,
                build.together,
                build.closures,
                build.limits,
                build.excludes,
            ):
                found.extend(item.text for item in table)
        found.extend(item.text for item in self.excludes)
        found.extend(item.text for item in self.elsewhere)
        return tuple(found)
