"""What a definition says in vain: terms and limits that cannot make a difference.

A law may well say such things (benzyl beside alkyl, alkyl up to C6 where any
substitution may follow); they are kept as the law says them and pointed out
here. Only what follows from the words themselves is reported, so the list is
never wrong, but not complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stofgroep.definition.model import Allowed, Build, Closure, Group, Rule, Term


@dataclass(frozen=True)
class Idle:
    """Something that cannot bind.

    ``path`` : dotted path in the definition
    ``what`` : the word or limit
    ``why`` : what implies it, in technical English
    """

    path: str
    what: str
    why: str


def cannot_bind(group: Group) -> tuple[Idle, ...]:
    """Everything in a definition that cannot make a difference, in the order of the definition."""
    return tuple(idle for build in group.builds for idle in _of_build(build))


def _of_build(build: Build) -> Iterator[Idle]:
    open_slots = {slot.name for slot in build.slots if slot.open}
    repeating = {slot.name for slot in build.slots if slot.repeat}
    for rule in build.rules:
        path = f"build.{build.name}.rule.{rule.name}"
        if rule.slots <= open_slots:
            yield Idle(path, "the rule", "its slots are open: anything may stand there")
        else:
            yield from _of_rule(path, rule)
            if rule.h and rule.slots <= repeating:
                yield Idle(f"{path}.allow", "H", "a slot that repeats may always be empty but for its min")
    for closure in build.closures:
        for other in build.closures:
            if other is not closure and _covers(other, closure):
                path = f"build.{build.name}.closure.{closure.name}"
                yield Idle(path, "the closure", f"closure {other.name!r} allows every such ring")


def _of_rule(path: str, rule: Rule) -> Iterator[Idle]:
    for entry in rule.allow:
        implied = next((o for o in rule.allow if o is not entry and _implies(o, entry)), None)
        if implied is not None:
            yield Idle(f"{path}.allow", entry.term.name, f"{implied.term.name!r} allows all of it")
        elif rule.carry_any:
            yield from _behind_head(path, entry.term)
    if not rule.carry_any and rule.carrying and all(entry.term.kind == "any" for entry in rule.allow):
        yield Idle(f"{path}.carrying", "the list", "'any' allows everything already")
    for entry in rule.carrying:
        implied = next((o for o in rule.carrying if o is not entry and _implies(o, entry)), None)
        if implied is not None:
            yield Idle(f"{path}.carrying", entry.term.name, f"{implied.term.name!r} allows all of it")


def _behind_head(path: str, term: Term) -> Iterator[Idle]:
    """Where anything may hang on a head, a term can limit only the head itself."""
    why = 'carrying = "any": only the head is looked at, and anything may follow'
    if term.carbons is not None:
        yield Idle(f"{path}.allow", f"{term.name}: the limit of {term.carbons} carbons", why)
    behind = {
        "carrying": term.carrying is not None,
        "carrying_on_n": term.carrying_on_n is not None,
        "bearing": bool(term.bearing),
        "then": bool(term.then),
        "chain": term.chain is not None,
        "most": bool(term.most),
    }
    for key, given in behind.items():
        if given:
            yield Idle(f"{path}.allow", f"{term.name}: {key}", why)


def _implies(wider: Allowed, narrower: Allowed) -> bool:
    """Whether one allowed term takes in another wherever that is allowed, by name and limit alone."""
    if narrower.worlds & ~wider.worlds:
        return False
    if wider.term.kind == "any" and wider.term.bond == narrower.term.bond:
        return narrower.term.kind != "any"
    same = wider.term.name.split("<=")[0] == narrower.term.name.split("<=")[0]
    if not same or wider.term.name == narrower.term.name:
        return False
    if narrower.term.carbons is None:
        return False
    return wider.term.carbons is None or wider.term.carbons > narrower.term.carbons


def _covers(wider: Closure, narrower: Closure) -> bool:
    """Whether one closure allows every ring that another allows."""
    (a, b), (c, d) = narrower.slots, wider.slots
    if not (a <= c and b <= d) and not (a <= d and b <= c):
        return False
    if wider.shapes or wider.kinds is not None or wider.heads or wider.ring is not None:
        return False
    unlimited = 0
    for worlds, sizes in wider.sizes:
        unlimited |= worlds if sizes is None else 0
    return not narrower.worlds & ~(wider.worlds & unlimited) and not narrower.double & ~wider.double
