"""What one component meets: rows of the lists, closing clauses, groups, and what keeps it out of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.definition.model import Group
from stofgroep.definition.worlds import Worlds
from stofgroep.law.entries import Precursor
from stofgroep.law.law import Law
from stofgroep.law.lists import Hit
from stofgroep.matching.gate import Gates
from stofgroep.matching.group import Matcher, Membership, matchers
from stofgroep.structure import Component

LIST_ORDER = {"I": 0, "II": 1, "IA": 2}


@dataclass(frozen=True)
class GroupMember:
    """Membership of a group, certain or not.

    ``date_certain`` is False while the entry into force of the group is uncertain.
    """

    group: Group
    membership: Membership
    date_certain: bool

    @property
    def worlds(self) -> Worlds:
        """The worlds that its membership speaks of: those of its group, or of several groups together."""
        return self.membership.space or self.group.worlds

    @property
    def certain(self) -> bool:
        """Whether it is a member under every reading, on a day on which the group is certainly in force."""
        return self.date_certain and self.membership.worlds == self.worlds.all

    @property
    def likely(self) -> bool:
        """Whether it is a member under the likely option of every reading."""
        return self.worlds.likely_in(self.membership.worlds)


@dataclass(frozen=True)
class Findings:
    """Everything that one component meets, best first within each kind."""

    component: Component
    hits: tuple[Hit, ...] = ()
    members: tuple[GroupMember, ...] = ()
    excluded: tuple[tuple[Group, Membership], ...] = ()
    precursor: Precursor | None = None
    precursor_certain: bool = False
    leading: Hit | GroupMember | None = field(default=None)


@dataclass(frozen=True)
class Possible:
    """What passed the necessary conditions: groups, and whether the lists and precursors need be searched."""

    matchers: tuple[Matcher, ...]
    lists: bool

    def __bool__(self) -> bool:
        return self.lists or bool(self.matchers)


_NOTHING = Possible((), False)


class Finder:
    """Finds what components meet under one law.

    Parameters
    ----------
    law : the law on a day
    gated : ask necessary conditions first; off only to prove that they change nothing
    """

    def __init__(self, law: Law, *, gated: bool = True) -> None:
        self.law = law
        self.gated = gated
        self.matchers = matchers(law.groups, law.beside, gated=gated)
        self._gates = Gates(tuple(m.gate for m in self.matchers))

    def possible(self, mol: Chem.Mol) -> Possible:
        """What a component of this molecule, sanitised or not, can meet; nothing else need be asked."""
        if not self.gated:
            return Possible(self.matchers, self.law.lists is not None)
        formula = rdMolDescriptors.CalcMolFormula(mol)
        passing = self._gates.passing(mol, formula)
        lists = self.law.lists is not None and self.law.lists.gate(mol, formula)
        if not (passing or lists):
            return _NOTHING
        return Possible(tuple([self.matchers[i] for i in passing]), lists)

    def find(
        self, component: Component, possible: Possible | None = None, *, alone: bool = False
    ) -> Findings:
        """What a component meets.

        Parameters
        ----------
        possible : what the input it is part of can meet; None if that was not asked
        alone : the input has no other component

        Raises
        ------
        TooManyMatches : when a pattern matches too often to be looked at
        """
        hits: tuple[Hit, ...] = ()
        precursor = None
        registered = False
        lists = self.law.lists if possible is None or possible.lists else None
        matchers = self.matchers if possible is None else possible.matchers
        if lists is not None:
            hits = lists.find(component)
        members = []
        excluded = []
        for matcher in matchers:
            membership = matcher.membership(component.mol, passed=alone and possible is not None)
            if membership.excluded is not None:
                excluded.append((matcher.group, membership))
            elif membership.worlds:
                certain = matcher.group.in_force_from <= self.law.date
                members.append(GroupMember(matcher.group, membership, certain))
        if members and lists is not None:
            precursor = lists.precursor(component)
            registered = precursor is not None and precursor.force.certain(self.law.date)
        return Findings(
            component,
            hits,
            tuple(members),
            tuple(excluded),
            precursor,
            registered,
            leading((*hits, *members)),
        )


def leading(found: tuple[Hit | GroupMember, ...]) -> Hit | GroupMember | None:
    """What a verdict names first: certain before uncertain, then lijst I, II, IA, then the later group."""
    return min(found, key=rank, default=None)


def rank(finding: Hit | GroupMember) -> tuple[bool, int, int]:
    """Where a finding stands among others; the order of the lists themselves decides between equals."""
    if isinstance(finding, Hit):
        return not finding.certain, LIST_ORDER.get(finding.list, len(LIST_ORDER)), 0
    group = finding.group
    return not finding.certain, LIST_ORDER.get(group.list, len(LIST_ORDER)), -group.number
