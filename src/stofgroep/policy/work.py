"""What worker processes do: ask a law or a draft about structures that come as JSON."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import lru_cache

from rdkit import Chem, rdBase

from stofgroep.definition.model import Group
from stofgroep.definition.trial import WHAT_IF, Change
from stofgroep.errors import DefinitionError
from stofgroep.law import Law
from stofgroep.matching.graph import TooManyMatches
from stofgroep.matching.group import Matcher, Membership, matchers
from stofgroep.policy.beside import ids_of, surroundings
from stofgroep.policy.draft import DraftText, load, load_changed
from stofgroep.policy.standing import (
    LIMITS,
    DraftMet,
    DraftStanding,
    HitMet,
    MemberMet,
    Met,
    Standing,
    structure_of,
)
from stofgroep.structure import Component, Parsed, Reason, Refusal, parse
from stofgroep.verdict.finding import Finder

MOST_FAILING = 2


@dataclass(frozen=True)
class LawWork:
    """Asks a law on a day about a JSON list of structures."""

    law: str
    date: dt.date
    lists: bool

    def __call__(self, text: str) -> list[Standing]:
        finder = _finder(self)
        return [_standing(finder, structure) for structure in json.loads(text)]


@dataclass(frozen=True)
class DraftWork:
    """Asks a draft, and every change of it, about a JSON list of structures.

    beside : the law, where the draft speaks of its groups or they of the draft
    """

    written: DraftText
    changes: tuple[Change, ...]
    beside: LawWork | None = None

    def __call__(self, text: str) -> list[DraftStanding]:
        asked = _asked(self)
        with rdBase.BlockLogs():
            return [asked.standing(structure) for structure in json.loads(text)]


@dataclass(frozen=True)
class LoadWork:
    """Loads a draft, as proof that it can be done in time; a fault is the answer (place, key, reason)."""

    written: DraftText

    def __call__(self, text: str) -> tuple[str, str, str] | None:
        try:
            draft = load(self.written)
        except DefinitionError as error:
            return error.file, error.key, error.reason
        Matcher(draft.group)  # deriving the necessary conditions also takes time
        return None


@lru_cache(maxsize=2)
def _finder(work: LawWork) -> Finder:
    return Finder(Law.at(work.date, work.law, work.lists))


def _standing(finder: Finder, text: str) -> Standing:
    structure = structure_of(text)
    if isinstance(structure, Refusal):
        return Standing(refusal=structure.reason.value)
    try:
        return Standing(
            tuple(tuple(_met(finder, c) for c in found.components) for found in structure.completions)
        )
    except TooManyMatches:
        return Standing(refusal=Reason.TOO_MANY_MATCHES.value)


def _met(finder: Finder, component: Component) -> Met:
    found = finder.find(component, finder.possible(component.mol))
    lists, date = finder.law.lists, finder.law.date
    # a draft may catch a registered precursor that no group of the law catches
    precursor = lists.precursor(component) if lists is not None else None
    return Met(
        tuple(HitMet(h.list, h.entry, h.clause, h.certain, h.likely) for h in found.hits),
        tuple(_member(m.group, m.membership, m.date_certain) for m in found.members),
        tuple((group.id, membership.name) for group, membership in found.excluded),
        "" if precursor is None else precursor.key,
        precursor is not None and precursor.force.certain(date),
    )


@lru_cache(maxsize=2)
def _asked(work: DraftWork) -> _Asked:
    draft = load(work.written)
    changed = load_changed(work.written, work.changes) if work.changes else None
    if work.beside is None:
        return _Asked((Matcher(draft.group),), Matcher(changed) if changed is not None else None)
    law = Law.at(work.beside.date, work.beside.law, work.beside.lists)
    around = surroundings(draft.group, law)
    known = {m.group.id: m for m in matchers((*around.groups, *around.beside))}
    asked = [known[draft.group.id], *(known[id] for id in sorted(around.speaking))]
    certain = frozenset(g.id for g in law.groups if g.in_force_from <= law.date)
    return _Asked(tuple(asked), Matcher(changed, others=known) if changed is not None else None, certain)


def _member(group: Group, membership: Membership, certain: bool) -> MemberMet:
    return MemberMet(group.id, membership.worlds, certain, ids_of(membership.space))


class _Asked:
    """A draft, the groups that speak of it, and its changes, ready to be asked."""

    def __init__(
        self,
        asked: tuple[Matcher, ...],
        changed: Matcher | None,
        certain: frozenset[str] = frozenset(),
    ) -> None:
        self._matcher, *self._others = asked
        self._changed = changed
        self._certain = certain

    def standing(self, text: str) -> DraftStanding:
        parsed = parse(text, LIMITS)
        if isinstance(parsed, Refusal):
            return DraftStanding(refusal=parsed.reason.value)
        if _is_plain(parsed) and not any(m.may_match(parsed.mol) for m in (self._matcher, *self._others)):
            return DraftStanding()
        structure = structure_of(text)
        if isinstance(structure, Refusal):
            return DraftStanding(refusal=structure.reason.value)
        try:
            return DraftStanding(
                tuple(tuple(self._met(c.mol) for c in found.components) for found in structure.completions)
            )
        except TooManyMatches:
            return DraftStanding(refusal=Reason.TOO_MANY_MATCHES.value)

    def _met(self, mol: Chem.Mol) -> DraftMet:
        others = self._memberships(mol)
        if not self._matcher.may_match(mol):
            return DraftMet(others=others)
        found = self._matcher.membership(mol, passed=True)
        changed = int((found.space or self._matcher.group.worlds).likely_in(found.worlds))
        if self._changed is not None:
            changed = self._under_changes(self._changed.membership(mol, passed=True), self._changed.group)
        failing: tuple[str, ...] = ()
        if not found.worlds and found.excluded is None:
            explained = self._matcher.explain(mol, found)
            if explained.skeleton:
                failing = tuple(c.text.id for c in explained.clauses if not c.worlds)
        excluded = found.name if found.excluded is not None else ""
        return DraftMet(found.worlds, excluded, changed, failing, ids_of(found.space), others)

    def _memberships(self, mol: Chem.Mol) -> tuple[MemberMet, ...]:
        """Of the groups that speak of the draft."""
        found = []
        for matcher in self._others:
            membership = matcher.membership(mol)
            if membership.worlds:
                found.append(_member(matcher.group, membership, matcher.group.id in self._certain))
        return tuple(found)

    def _under_changes(self, found: Membership, group: Group) -> int:
        """Bit k: a member with change k; readings of other groups that matter too are likely ones."""
        if found.space is None:
            return found.worlds
        likely = {r.id: (r.likely,) for r in found.space.readings}
        if WHAT_IF not in likely:
            return group.worlds.all if found.space.likely_in(found.worlds) else 0
        bits = 0
        for number, option in enumerate(group.readings[0].options):
            if found.worlds & found.space.where({**likely, WHAT_IF: (option,)}):
                bits |= 1 << number
        return bits


def _is_plain(parsed: Parsed) -> bool:
    """Whether the necessary conditions can be asked of a structure as it was read."""
    return not parsed.open and parsed.mol.GetNumAtoms() > 0
