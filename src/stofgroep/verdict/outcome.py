"""From findings to one of five outcomes, for a component, a completion and a whole input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from stofgroep.definition.worlds import Reading
from stofgroep.law.lists import Hit
from stofgroep.verdict.finding import Findings, GroupMember, leading
from stofgroep.verdict.model import Outcome

# what a mixture is called after: a listed component makes the whole a listed preparation
SEVERITY = (
    Outcome.LISTED,
    Outcome.DEPENDS,
    Outcome.NOT_ASSESSED,
    Outcome.EXEMPT,
    Outcome.NOT_LISTED,
)
MAX_COMBINED_WORLDS = 4096


@dataclass(frozen=True)
class Decision:
    """An outcome with the findings that led to it.

    ``likely``  : for ``depends``, whether the likely options make it listed
    ``leading`` : the finding to name, None where there is none
    ``named``   : list, group and entry to name; "" where there is none, or completions differ
    """

    outcome: Outcome
    likely: bool
    leading: Hit | GroupMember | None
    named: tuple[str, str, str]
    findings: tuple[Findings, ...]
    hinges_on_structure: bool = False


def of_component(found: Findings) -> Decision:
    """The outcome for one component."""
    if any(h.certain for h in found.hits):
        return _decision(Outcome.LISTED, True, found.leading, found)
    if any(m.certain for m in found.members) or _some_member_in_every_world(found.members):
        members = leading(found.members)
        if found.precursor is None:
            return _decision(Outcome.LISTED, True, members, found)
        if found.precursor_certain and not found.hits:
            return _decision(Outcome.EXEMPT, False, members, found)
        # the group does not prohibit a registered precursor: what is left to depend on is a list
        return _decision(
            Outcome.DEPENDS, any(h.likely for h in found.hits), leading(found.hits) or members, found
        )
    if found.hits or found.members:
        likely = any(h.likely for h in found.hits) or (
            found.precursor is None and any(m.likely for m in found.members)
        )
        return _decision(Outcome.DEPENDS, likely, found.leading, found)
    return _decision(Outcome.NOT_LISTED, False, None, found)


def _decision(outcome: Outcome, likely: bool, finding: Hit | GroupMember | None, found: Findings) -> Decision:
    return Decision(outcome, likely, finding, name(finding), (found,))


def _some_member_in_every_world(members: Sequence[GroupMember]) -> bool:
    """Whether groups that depend on the same readings together leave no reading under which none holds."""
    candidates = [m for m in members if m.date_certain]
    if len(candidates) < 2:
        return False
    questions: dict[str, Reading] = {}
    for member in candidates:
        for reading in member.worlds.matters(member.membership.worlds):
            questions[reading.id] = reading
    size = 1
    for reading in questions.values():
        size *= len(reading.options)
    if size > MAX_COMBINED_WORLDS:
        return False
    for options in product(*(tuple(r.options) for r in questions.values())):
        world = dict(zip(questions, options, strict=True))
        if not any(_holds(member, world) for member in candidates):
            return False
    return True


def _holds(member: GroupMember, world: dict[str, str]) -> bool:
    worlds = member.worlds
    own = {r.id: (world[r.id],) for r in worlds.readings if r.id in world}
    return bool(worlds.where(own) & member.membership.worlds)


def of_mixture(decisions: Sequence[Decision]) -> Decision:
    """The outcome for several components: the most severe of theirs."""
    worst = min(decisions, key=lambda d: SEVERITY.index(d.outcome))
    best = leading(
        tuple(d.leading for d in decisions if d.outcome is worst.outcome and d.leading is not None)
    )
    return Decision(
        worst.outcome,
        any(d.likely for d in decisions),
        best,
        name(best),
        tuple(f for d in decisions for f in d.findings),
    )


def of_completions(decisions: Sequence[Decision]) -> Decision:
    """The outcome for an open structure: certain only if all completions agree."""
    findings = tuple(f for d in decisions for f in d.findings)
    outcomes = {d.outcome for d in decisions}
    names = {d.named for d in decisions}
    named = tuple(values.pop() if len(values) == 1 else "" for values in map(set, zip(*names, strict=True)))
    outcome = outcomes.pop() if len(outcomes) == 1 else Outcome.DEPENDS
    likely = all(d.likely for d in decisions)
    same = decisions[0].leading if len(names) == 1 else None
    return Decision(outcome, likely, same, (named[0], named[1], named[2]), findings, len(names) > 1)


def name(finding: Hit | GroupMember | None) -> tuple[str, str, str]:
    """List, group and entry of a finding; "" where it has none."""
    if finding is None:
        return "", "", ""
    if isinstance(finding, Hit):
        return finding.list, "", finding.entry
    return finding.group.list, finding.group.short, ""
