"""What a draft changes for each substance of the sets: the data that every report is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rdkit import Chem

from stofgroep.definition.model import Group
from stofgroep.definition.trial import Change
from stofgroep.errors import DefinitionError, UsageError
from stofgroep.law import Law
from stofgroep.law.hits import Hit
from stofgroep.matching.group import Membership
from stofgroep.policy.baseline import standings
from stofgroep.policy.draft import Draft, DraftText, load
from stofgroep.policy.standing import DraftMet, DraftStanding, Met, Standing
from stofgroep.policy.substances import Substance, SubstanceSet
from stofgroep.policy.sweep import once, sweep
from stofgroep.policy.variation import changes_of
from stofgroep.policy.work import DraftWork, LoadWork
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
    answers = iter(sweep(DraftWork(written, changes), structures, _stopped, jobs, seconds=seconds))
    merger = _Merger(draft, law)
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
        precursors = law.lists.lists.precursors if law.lists is not None else ()
        self._precursors = {p.key: p for p in precursors}

    def decision(
        self, standing: Standing, without: str = "", added: Sequence[Sequence[GroupMember | None]] = ()
    ) -> Decision:
        """The decision for one substance.

        Parameters
        ----------
        without : id of a group that does not count
        added : for each completion, for each component, one more membership; () for none
        """
        completions = [
            of_mixture(
                [
                    self._of(met, without, added[place][number] if added else None)
                    for number, met in enumerate(components)
                ]
            )
            for place, components in enumerate(standing.completions)
        ]
        return completions[0] if len(completions) == 1 else of_completions(completions)

    def _of(self, met: Met, without: str, added: GroupMember | None) -> Decision:
        hits = tuple(
            Hit(h.list, h.entry, h.clause, "", "", "", {}, h.certain, "", {}, {}, h.likely) for h in met.hits
        )
        members = [
            GroupMember(self._groups[m.group], Membership(m.worlds), m.date_certain)
            for m in met.members
            if m.group != without
        ]
        if added is not None:
            members.append(added)
        precursor = self._precursors.get(met.precursor) if members else None
        certain = met.precursor_certain and precursor is not None
        first = leading((*hits, *members))
        return of_component(Findings(NOBODY, hits, tuple(members), (), precursor, certain, first))

    def places(self, standing: Standing) -> tuple[Place, ...]:
        """Every row, clause and group that some component meets, each once."""
        found: dict[tuple[str, str], Place] = {}
        for components in standing.completions:
            for met in components:
                for hit in met.hits:
                    place = Place(hit.list, hit.entry, hit.certain, False)
                    found.setdefault((hit.list, hit.entry), place)
                for member in met.members:
                    group = self._groups[member.group]
                    certain = member.date_certain and member.worlds == group.worlds.all
                    found.setdefault((group.list, group.short), Place(group.list, group.short, certain, True))
        return tuple(found.values())


class _Merger:
    """The law and the draft together."""

    def __init__(self, draft: Draft, law: Law) -> None:
        self._draft = draft.group
        self._decisions = Decisions(law)
        replaced = draft.replaced(law)
        self._without = "" if replaced is None else replaced.id
        self._options = tuple(_options(draft.group))

    def result(self, name: str, substance: Substance, law: Standing, draft: DraftStanding) -> Result:
        if law.refusal or draft.refusal:
            reason = law.refusal or draft.refusal
            nothing = Outcome.NOT_ASSESSED
            says, effect = Says.NOT_ASSESSED, Effect.NOT_ASSESSED
            return Result(name, substance, nothing, nothing, effect, says, False, reason=reason)
        met = draft.completions or tuple(
            tuple(DraftMet() for _ in components) for components in law.completions
        )
        added = [[self._member(one) for one in components] for components in met]
        before = self._decisions.decision(law).outcome
        after = self._decisions.decision(law, self._without, added).outcome
        says = self._says(met)
        worlds = _all(components_worlds(met))
        likely = self._draft.worlds.likely_in(worlds)
        certain = says is not Says.DEPENDS
        return Result(
            set=name,
            substance=substance,
            before=before,
            after=after,
            effect=_effect(before, after),
            says=says,
            likely=likely,
            condition=() if certain else self._draft.worlds.condition(worlds),
            places=self._decisions.places(law),
            excluded=next((one.excluded for components in met for one in components if one.excluded), ""),
            failing=_failing(met) if says is Says.NO_MEMBER else (),
            changed=_all([_any(one.changed for one in components) for components in met]),
            options=tuple(option for option, world in self._options if bool(worlds & world) != likely),
        )

    def _member(self, met: DraftMet) -> GroupMember | None:
        return GroupMember(self._draft, Membership(met.worlds), True) if met.worlds else None

    def _says(self, met: Sequence[Sequence[DraftMet]]) -> Says:
        worlds = components_worlds(met)
        everywhere = self._draft.worlds.all
        # components and completions are judged one by one: two halves of all readings are not a whole
        if all(any(one.worlds == everywhere for one in components) for components in met):
            return Says.MEMBER
        if any(worlds):
            return Says.DEPENDS
        if any(one.excluded for components in met for one in components):
            return Says.EXCLUDED
        return Says.NO_MEMBER


def components_worlds(met: Iterable[Sequence[DraftMet]]) -> list[int]:
    """For each completion the worlds in which some component is a member."""
    return [_any(one.worlds for one in components) for components in met]


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


def _options(group: Group) -> Iterable[tuple[tuple[str, str], int]]:
    """Every option that is not the likely one, and the world in which it alone is otherwise."""
    likely = {r.id: (r.likely,) for r in group.readings}
    for reading in group.readings:
        for option in reading.options:
            if option != reading.likely:
                yield (reading.id, option), group.worlds.where({**likely, reading.id: (option,)})


def _effect(before: Outcome, after: Outcome) -> Effect:
    if before is after:
        return Effect.UNCHANGED
    if after is Outcome.LISTED:
        return Effect.CAUGHT
    if after is Outcome.DEPENDS:
        return Effect.DEPENDS
    return Effect.RELEASED if before in (Outcome.LISTED, Outcome.DEPENDS) else Effect.UNCHANGED
