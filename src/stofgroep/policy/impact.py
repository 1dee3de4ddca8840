"""What a draft changes for each substance of the sets: the data that every report is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from rdkit import Chem

from stofgroep.definition.trial import Change
from stofgroep.definition.worlds import Worlds, combined
from stofgroep.errors import DefinitionError, UsageError
from stofgroep.law import Law
from stofgroep.law.hits import Hit
from stofgroep.matching.group import Membership
from stofgroep.policy.baseline import standings
from stofgroep.policy.beside import Spaces, Surroundings, surroundings
from stofgroep.policy.draft import Draft, DraftText, load
from stofgroep.policy.standing import DraftMet, DraftStanding, MemberMet, Met, Standing
from stofgroep.policy.substances import Substance, SubstanceSet
from stofgroep.policy.sweep import once, sweep
from stofgroep.policy.variation import changes_of
from stofgroep.policy.work import DraftWork, LawWork, LoadWork
from stofgroep.structure import Component, Refusal
from stofgroep.verdict.finding import Findings, GroupMember, leading
from stofgroep.verdict.model import Outcome
from stofgroep.verdict.outcome import Decision, of_completions, of_component, of_mixture
from stofgroep.wording import say


class Effect(StrEnum):
    """What a draft changes for one substance."""

    CAUGHT = "caught"
    RELEASED = "released"
    DEPENDS = "depends"
    UNCHANGED = "unchanged"
    NOT_ASSESSED = "not-assessed"


class Says(StrEnum):
    """What the draft by itself says of one substance."""

    MEMBER = "member"
    DEPENDS = "depends"
    EXCLUDED = "excluded"
    NO_MEMBER = "no-member"
    NOT_ASSESSED = "not-assessed"


@dataclass(frozen=True)
class Place:
    """Where a substance stands in the law without the draft: a row of a list, or a group."""

    list: str
    name: str
    certain: bool
    is_group: bool


@dataclass(frozen=True)
class Result:
    """What the draft does to one substance.

    set : the name of the set it is from
    before, after : the outcome under the law as it is, and with the draft in it
    says : what the draft says by itself; ``likely`` : under the likely options of its readings
    condition : the shortest options of readings under which it is a member, () where certain
    places : where it stands in the law as it is
    excluded : the name under which the draft excludes it
    failing : for a near miss, the clauses of the draft that fail
    changed : bit 0: a likely member as drafted; bit k: with change k
    options : the options of readings that by themselves change what is likely
    reason : why it could not be assessed
    """

    set: str
    substance: Substance
    before: Outcome
    after: Outcome
    effect: Effect
    says: Says
    likely: bool
    condition: tuple[tuple[tuple[str, str], ...], ...] = ()
    places: tuple[Place, ...] = ()
    excluded: str = ""
    failing: tuple[str, ...] = ()
    changed: int = 0
    options: tuple[tuple[str, str], ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Impact:
    """A draft on sets of substances.

    replaced : the id of the group of the law whose place it takes, "" if it is added
    changes : what was tried; ``Result.changed`` counts them from bit 1
    """

    draft: Draft
    law: str
    date: dt.date
    replaced: str
    sets: tuple[SubstanceSet, ...]
    results: tuple[Result, ...]
    changes: tuple[Change, ...]

    def of_set(self, name: str) -> tuple[Result, ...]:
        """The results for one set."""
        return tuple(r for r in self.results if r.set == name)

    def having(self, effect: Effect) -> tuple[Result, ...]:
        """The results with one effect."""
        return tuple(r for r in self.results if r.effect is effect)


def assess(
    written: DraftText,
    sets: Sequence[SubstanceSet],
    law: Law,
    *,
    sensitivity: bool = True,
    seconds: float | None = None,
    kept: bool = True,
    jobs: int | None = None,
    lang: str = "nl",
) -> Impact:
    """Try a draft on sets, against a law on a day.

    Parameters
    ----------
    written : the draft
    sets : what to try it on
    law : the law as it is, on the day of the comparison
    sensitivity : also try every change of the draft
    seconds : wall time for one chunk of structures; None is the usual time
    kept : whether answers of the law are kept on disk
    jobs : worker processes; None is one for each processor, two at most; 0 does all in this process,
        for a caller that can be killed itself
    lang : language of messages

    Raises
    ------
    DefinitionError : if the draft cannot be loaded
    TooHeavyError : if it takes too long
    UsageError : if the law is not known on that day
    """
    if not law.is_known:
        raise UsageError(say(lang, "policy.law-unknown", law=law.name, date=law.date, option="--baseline"))
    draft = load(written) if jobs == 0 else loaded(written)
    changes = changes_of(draft.points) if sensitivity else ()
    structures = [s.structure for one in sets for s in one.substances]
    around = surroundings(draft.group, law)
    beside = LawWork(law.source, law.date, law.lists is not None) if around.matter else None
    work = DraftWork(written, changes, beside)
    answers = iter(sweep(work, structures, _stopped, jobs, seconds=seconds))
    merger = _Merger(draft, law, around)
    results = [
        merger.result(one.name, substance, before, next(answers))
        for one in sets
        for substance, before in zip(one.substances, standings(law, one, kept=kept, jobs=jobs), strict=True)
    ]
    replaced = draft.replaced(law)
    return Impact(
        draft,
        law.name,
        law.date,
        "" if replaced is None else replaced.id,
        tuple(sets),
        tuple(results),
        changes,
    )


def loaded(written: DraftText) -> Draft:
    """Load a draft, after it was proven in a process that can be killed that this takes no long time.

    Raises
    ------
    DefinitionError, TooHeavyError : if it cannot be loaded
    """
    fault = once(LoadWork(written))
    if fault is not None:
        raise DefinitionError(*fault)
    return load(written)


def _stopped(refusal: Refusal) -> DraftStanding:
    return DraftStanding(refusal=refusal.reason.value)


# a decision that is made again from what was kept asks nothing of the molecule itself
NOBODY = Component(Chem.Mol())


class Decisions:
    """Turns what was kept of a law's answers back into decisions.

    Parameters
    ----------
    law : the law they are of
    """

    def __init__(self, law: Law) -> None:
        self._groups = {group.id: group for group in law.groups}
        self._spaces = Spaces((*law.groups, *law.beside))
        precursors = law.lists.lists.precursors if law.lists is not None else ()
        self._precursors = {p.key: p for p in precursors}

    def decision(
        self,
        standing: Standing,
        without: frozenset[str] = frozenset(),
        added: Sequence[Sequence[Sequence[GroupMember]]] = (),
    ) -> Decision:
        """The decision for one substance.

        Parameters
        ----------
        without : ids of groups that do not count
        added : for each completion, for each component, more memberships; () for none
        """
        completions = [
            of_mixture(
                [
                    self._of(met, without, added[place][number] if added else ())
                    for number, met in enumerate(components)
                ]
            )
            for place, components in enumerate(standing.completions)
        ]
        return completions[0] if len(completions) == 1 else of_completions(completions)

    def _of(self, met: Met, without: frozenset[str], added: Sequence[GroupMember]) -> Decision:
        hits = tuple(
            Hit(h.list, h.entry, h.clause, "", "", "", {}, h.certain, "", {}, {}, h.likely) for h in met.hits
        )
        members = [self.member(m) for m in met.members if m.group not in without]
        members += added
        precursor = self._precursors.get(met.precursor) if members else None
        certain = met.precursor_certain and precursor is not None
        first = leading((*hits, *members))
        return of_component(Findings(NOBODY, hits, tuple(members), (), precursor, certain, first))

    def member(self, met: MemberMet) -> GroupMember:
        """A membership as verdicts know it."""
        membership = Membership(met.worlds, space=self._spaces.of(met.readings))
        return GroupMember(self._groups[met.group], membership, met.date_certain)

    def places(self, standing: Standing) -> tuple[Place, ...]:
        """Every row, clause and group that some component meets, each once."""
        found: dict[tuple[str, str], Place] = {}
        for components in standing.completions:
            for met in components:
                for hit in met.hits:
                    place = Place(hit.list, hit.entry, hit.certain, False)
                    found.setdefault((hit.list, hit.entry), place)
                for member in map(self.member, met.members):
                    group = member.group
                    place = Place(group.list, group.short, member.certain, True)
                    found.setdefault((group.list, group.short), place)
        return tuple(found.values())


class _Merger:
    """The law and the draft together."""

    def __init__(self, draft: Draft, law: Law, around: Surroundings) -> None:
        self._draft = draft.group
        self._decisions = Decisions(law)
        # the groups that speak of the draft were asked again
        self._without = around.speaking | {draft.group.id}
        self._spaces = Spaces((*around.groups, *around.beside))

    def result(self, name: str, substance: Substance, law: Standing, draft: DraftStanding) -> Result:
        if law.refusal or draft.refusal:
            reason = law.refusal or draft.refusal
            nothing = Outcome.NOT_ASSESSED
            says, effect = Says.NOT_ASSESSED, Effect.NOT_ASSESSED
            return Result(name, substance, nothing, nothing, effect, says, False, reason=reason)
        met = draft.completions or tuple(
            tuple(DraftMet() for _ in components) for components in law.completions
        )
        added = [[self._members(one) for one in components] for components in met]
        before = self._decisions.decision(law).outcome
        after = self._decisions.decision(law, self._without, added).outcome
        says = self._says(met)
        space, worlds = self._statement(met)
        likely = space.likely_in(worlds)
        certain = says is not Says.DEPENDS
        return Result(
            set=name,
            substance=substance,
            before=before,
            after=after,
            effect=_effect(before, after),
            says=says,
            likely=likely,
            condition=() if certain else space.condition(worlds),
            places=self._decisions.places(law),
            excluded=next((one.excluded for components in met for one in components if one.excluded), ""),
            failing=_failing(met) if says is Says.NO_MEMBER else (),
            changed=_all([_any(one.changed for one in components) for components in met]),
            options=tuple(o for o, world in _options(space) if bool(worlds & world) != likely),
        )

    def _members(self, met: DraftMet) -> list[GroupMember]:
        own = Membership(met.worlds, space=self._spaces.of(met.readings))
        found = [GroupMember(self._draft, own, True)] if met.worlds else []
        return found + [self._decisions.member(other) for other in met.others]

    def _statement(self, met: Sequence[Sequence[DraftMet]]) -> tuple[Worlds, int]:
        """In which worlds, and of which, some component of every completion is a member."""
        if all(one.readings is None for components in met for one in components):
            return self._draft.worlds, _all([_any(one.worlds for one in part) for part in met])
        ends = [0]
        statements = []
        for components in met:
            for one in components:
                statements.append((self._spaces.of(one.readings) or self._draft.worlds, one.worlds))
            ends.append(len(statements))
        return combined(statements, lambda has: all(any(has[a:b]) for a, b in pairwise(ends)))

    def _is_certain(self, met: DraftMet) -> bool:
        return met.worlds == (self._spaces.of(met.readings) or self._draft.worlds).all

    def _says(self, met: Sequence[Sequence[DraftMet]]) -> Says:
        # components and completions are judged one by one: two halves of all readings are not a whole
        if all(any(map(self._is_certain, components)) for components in met):
            return Says.MEMBER
        if any(one.worlds for components in met for one in components):
            return Says.DEPENDS
        if any(one.excluded for components in met for one in components):
            return Says.EXCLUDED
        return Says.NO_MEMBER


def _any(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _all(masks: Sequence[int]) -> int:
    found = masks[0]
    for mask in masks[1:]:
        found &= mask
    return found


def _failing(met: Sequence[Sequence[DraftMet]]) -> tuple[str, ...]:
    """The clauses that keep the nearest component out."""
    near = [one.failing for components in met for one in components if one.failing]
    return min(near, key=len, default=())


@lru_cache(maxsize=64)
def _options(space: Worlds) -> tuple[tuple[tuple[str, str], int], ...]:
    """Every option that is not the likely one, and the world in which it alone is otherwise."""
    likely = {r.id: (r.likely,) for r in space.readings}
    return tuple(
        ((reading.id, option), space.where({**likely, reading.id: (option,)}))
        for reading in space.readings
        for option in reading.options
        if option != reading.likely
    )


def _effect(before: Outcome, after: Outcome) -> Effect:
    if before is after:
        return Effect.UNCHANGED
    if after is Outcome.LISTED:
        return Effect.CAUGHT
    if after is Outcome.DEPENDS:
        return Effect.DEPENDS
    return Effect.RELEASED if before in (Outcome.LISTED, Outcome.DEPENDS) else Effect.UNCHANGED
