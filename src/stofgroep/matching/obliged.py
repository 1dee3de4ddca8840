"""Places of a skeleton that hydrogen may not fill: something must hang there, and how it begins."""

from __future__ import annotations

from collections.abc import Iterator

from stofgroep.definition.model import Build, Part, Rule, Slot, Variant
from stofgroep.definition.pattern import facts
from stofgroep.matching.sketch import NO_HYDROGEN, Condition, condition, either


def obliged(build: Build, part: Part, variant: Variant) -> Iterator[tuple[int, Condition]]:
    """(atom of a variant, condition of an atom that hangs on it) for each slot that must be filled.

    Each of them is filled by a residue of its own, with one single bond to the skeleton,
    so that its first atom is none of the skeleton and none of another residue: that is
    why atoms are left out of which a slot may be part of a ring or take half of a double
    bond, is of unknown text, or repeats (which may always be empty).
    """
    if any(slot.open for slot in build.slots):
        return  # a ring from there to anywhere is allowed
    rules = {name: rule for rule in build.rules for name in rule.slots}
    closing = {name for closure in build.closures for names in closure.slots for name in names}
    shared = {name for together in build.together for name in together.slots}
    at: dict[int, list[Slot]] = {}
    for slot in build.slots:
        for name, site in slot.sites:
            for atom in variant.sites.get(site, ()) if name == part.name else ():
                at.setdefault(atom, []).append(slot)
    for atom, slots in sorted(at.items()):
        if any(slot.repeat or slot.name in closing or slot.name in shared for slot in slots):
            continue
        if any(bears_by_element(slot) for slot in slots):
            continue  # the slot may not be there at all
        for slot in slots:
            if not rules[slot.name].h:
                yield atom, _beginning(rules[slot.name])


def bears_by_element(slot: Slot) -> bool:
    """Whether only atoms of certain elements bear a slot, so that not all of its site do."""
    return slot.elements is not None


def _beginning(rule: Rule) -> Condition:
    """What the first atom of everything fulfils that a rule allows."""
    terms = [allowed.term for allowed in rule.allow]
    if any(term.kind == "any" or not term.smarts for term in terms):
        return NO_HYDROGEN
    return either(condition(facts(query.GetAtomWithIdx(0))) for term in terms for query in term.smarts)
