"""What worker processes do: ask a law or a draft about structures that come as JSON."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import lru_cache

from rdkit import Chem, rdBase

from stofgroep.definition.model import Group
from stofgroep.definition.trial import Change
from stofgroep.errors import DefinitionError
from stofgroep.law import Law
from stofgroep.matching.graph import TooManyMatches
from stofgroep.matching.group import Matcher
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
    """Asks a draft, and every change of it, about a JSON list of structures."""

    written: DraftText
    changes: tuple[Change, ...]

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
        tuple(MemberMet(m.group.id, m.membership.worlds, m.date_certain) for m in found.members),
        tuple((group.id, membership.name) for group, membership in found.excluded),
        "" if precursor is None else precursor.key,
        precursor is not None and precursor.force.certain(date),
    )


@lru_cache(maxsize=2)
def _asked(work: DraftWork) -> _Asked:
    draft = load(work.written)
    changed = load_changed(work.written, work.changes) if work.changes else None
    return _Asked(draft.group, changed)


class _Asked:
    """A draft with its changes, ready to be asked."""

    def __init__(self, group: Group, changed: Group | None) -> None:
        self._matcher = Matcher(group)
        self._changed = Matcher(changed) if changed is not None else None

    def standing(self, text: str) -> DraftStanding:
        parsed = parse(text, LIMITS)
        if isinstance(parsed, Refusal):
            return DraftStanding(refusal=parsed.reason.value)
        if _is_plain(parsed) and not self._matcher.may_match(parsed.mol):
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
        if not self._matcher.may_match(mol):
            return DraftMet()
        found = self._matcher.membership(mol, passed=True)
        likely = int(self._matcher.group.worlds.likely_in(found.worlds))
        changed = likely
        if self._changed is not None:
            changed = self._changed.membership(mol, passed=True).worlds
        failing: tuple[str, ...] = ()
        if not found.worlds and found.excluded is None:
            explained = self._matcher.explain(mol, found)
            if explained.skeleton:
                failing = tuple(c.text.id for c in explained.clauses if not c.worlds)
        excluded = found.name if found.excluded is not None else ""
        return DraftMet(found.worlds, excluded, changed, failing)


def _is_plain(parsed: Parsed) -> bool:
    """Whether the necessary conditions can be asked of a structure as it was read."""
    return not parsed.open and parsed.mol.GetNumAtoms() > 0
