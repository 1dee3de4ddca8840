"""One build: a skeleton, the slots on it, and the rules for what fills them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from rdkit import Chem

from stofgroep.definition.clause import read_text
from stofgroep.definition.model import (
    Allowed,
    AromaticLimit,
    Build,
    ClosingRing,
    Closure,
    Exclude,
    Limit,
    Rule,
    Slot,
    Text,
    Together,
)
from stofgroep.definition.parts import Skeleton
from stofgroep.definition.table import Table
from stofgroep.definition.terms import Terms

RING_KINDS = ("spiro", "annelated", "bridged")
ANYTHING = "any"  # carrying = "any": an allowed term is only the head
_DOUBLE = 2


def read_build(name: str, table: Table, terms: Terms, group: Text) -> Build:
    """Read one ``build`` table.

    Raises
    ------
    DefinitionError : with file, key and reason
    """
    return _BuildReader(name, table, terms, group).build()


class _BuildReader:
    def __init__(self, name: str, table: Table, terms: Terms, group: Text) -> None:
        self.name = name
        self.table = table
        self.terms = terms
        self.readings = terms.readings
        self.group = group
        self.skeleton = Skeleton(table, terms, group)
        self.slots = tuple(self._slot(n, t) for n, t in table.tables("slot"))
        self._slot_names = {s.name for s in self.slots}

    def build(self) -> Build:
        table = self.table
        self._refuse_shared_atoms()
        rules = tuple(self._rule(*clause) for clause in self._clauses("rule"))
        self._one_rule_each(rules)
        closures = tuple(self._closure(*clause) for clause in self._clauses("closure"))
        self._refuse_empty(rules, closures)
        build = Build(
            name=self.name,
            worlds=self.readings.when(table),
            core=self.skeleton.core(),
            parts=self.skeleton.parts,
            joins=self.skeleton.joins,
            slots=self.slots,
            rules=rules,
            together=tuple(self._together(*clause) for clause in self._clauses("together")),
            closures=closures,
            aromatic=tuple(self._aromatic(*clause) for clause in self._clauses("aromatic")),
            limits=tuple(self._limit(*clause) for clause in self._clauses("limit")),
            excludes=tuple(self._exclude(*clause, closures) for clause in self._clauses("exclude")),
        )
        self.skeleton.refuse_unused_sites()
        table.done()
        return build

    def _clauses(self, kind: str) -> Iterator[tuple[str, Table, Text]]:
        for name, table in self.table.tables(kind):
            yield name, table, read_text(table, f"build.{self.name}.{kind}.{name}", self.group)

    # -- slots -----------------------------------------------------------------------------

    def _slot(self, name: str, table: Table) -> Slot:
        at = tuple(self.skeleton.site(table, "at", s) for s in table.strings("at"))
        if not at:
            table.fail("at", "names no site")
        slot = Slot(
            name=name,
            sites=at,
            repeat=table.get("repeat", bool, False),
            min=table.get("min", int, 0),
            open=table.get("open", bool, False),
            elements=table.elements("elements"),
        )
        if slot.min < 0:
            table.fail("min", "is a number from 0 up")
        table.done()
        return slot

    def _refuse_shared_atoms(self) -> None:
        """A slot that repeats takes whatever hangs on its atoms: another one there would never be filled."""
        for part in self.skeleton.parts:
            for variant in part.variants:
                at: dict[int, list[Slot]] = {}
                for slot in self.slots:
                    for of, label in slot.sites:
                        for atom in variant.sites.get(label, ()) if of == part.name else ():
                            at.setdefault(atom, []).append(slot)
                for slots in at.values():
                    for slot, other in permutations(slots, 2):
                        if slot.repeat and slot.shares_atoms_with(other):
                            self.table.fail(
                                f"slot.{slot.name}", f"repeats on an atom of the slot {other.name!r}"
                            )

    def _slot_set(self, asked: Table, key: str) -> frozenset[str]:
        listed = asked.strings(key)
        if not listed:
            asked.fail(key, "names no slot")
        for slot in listed:
            if slot not in self._slot_names:
                asked.fail(key, f"unknown slot {slot!r}; known: {', '.join(sorted(self._slot_names))}")
        return frozenset(listed)

    # -- rules -----------------------------------------------------------------------------

    def _one_rule_each(self, rules: tuple[Rule, ...]) -> None:
        for slot in self.slots:
            names = [r.name for r in rules if slot.name in r.slots]
            if not names:
                self.table.fail(f"slot.{slot.name}", "no rule says what may fill it")
            if len(names) > 1:
                self.table.fail(f"slot.{slot.name}", f"more than one rule speaks of it: {', '.join(names)}")
            (rule,) = (r for r in rules if slot.name in r.slots)
            if slot.repeat and not slot.min and not slot.open and not rule.h:
                # a slot that repeats has no fixed number of places, so none of them can be found empty
                self.table.fail(f"slot.{slot.name}", 'repeats and may not be empty: allow "H" or give a min')

    def _refuse_empty(self, rules: tuple[Rule, ...], closures: tuple[Closure, ...]) -> None:
        """A rule that allows nothing says that a ring must lie there, and some closure says which."""
        closed = {slot for closure in closures for group in closure.slots for slot in group}
        for rule in rules:
            if not rule.allow and not rule.h and not rule.slots <= closed:
                self.table.fail(
                    f"rule.{rule.name}.allow",
                    'allows nothing; a place that bears only hydrogen allows "H", of a ring has a closure',
                )

    def _rule(self, name: str, table: Table, text: Text) -> Rule:
        allow, h = self.terms.allowed(table, "allow")
        self._refuse_bond(table, allow, double=False)
        carry_any = table.get("carrying", object, None) == ANYTHING
        if carry_any and table.has("carrying_when"):
            table.fail("carrying_when", f'carrying = "{ANYTHING}" leaves nothing to add')
        carrying = () if carry_any else self.terms.borne(table, "carrying")
        if table.has("descend") and not carrying:
            table.fail("descend", "says that what is carried carries again, but no list is carried")
        rule = Rule(
            text=text,
            name=name,
            slots=self._slot_set(table, "slots"),
            h=h,
            allow=allow,
            carry_any=carry_any,
            carrying=carrying,
            descend=self.readings.when_given(table, "descend"),
            elements=table.elements("elements"),
            chain=self.terms.chain(table),
            unlimited=self._unlimited(table),
            mass_sum=self.readings.number(table, "mass_sum") if table.has("mass_sum") else None,
        )
        table.done()
        return rule

    def _unlimited(self, table: Table) -> tuple[Allowed, ...]:
        found, h = self.terms.allowed(table, "unlimited")
        if h:
            table.fail("unlimited", "hydrogen has no chain")
        if found and not table.has("chain"):
            table.fail("unlimited", "says what need not keep the chain limit, but there is none")
        return found

    def _together(self, name: str, table: Table, text: Text) -> Together:
        allow, h = self.terms.allowed(table, "allow")
        if h or not allow:
            table.fail("allow", "names the doubly bonded groups that fill two places")
        self._refuse_bond(table, allow, double=True)
        together = Together(text, name, self._slot_set(table, "slots"), allow)
        table.done()
        return together

    def _refuse_bond(self, table: Table, allow: tuple[Allowed, ...], *, double: bool) -> None:
        for entry in allow:
            if double != (entry.term.bond >= _DOUBLE):
                reason = (
                    "hangs by a single bond" if double else "hangs by a double bond: say it under together"
                )
                table.fail("allow", f"{entry.term.name!r} {reason}")

    # -- rings -----------------------------------------------------------------------------

    def _closure(self, name: str, table: Table, text: Text) -> Closure:
        closure = Closure(
            text=text,
            name=name,
            slots=(self._slot_set(table, "from"), self._slot_set(table, "to")),
            worlds=self.readings.when(table),
            sizes=self._sizes(table),
            shapes=tuple(self._shape(table, smarts) for smarts in table.strings("as", ())),
            double=self.readings.when_given(table, "double"),
            kinds=self._kinds(table),
            on=self._on(table),
            heads=self.readings.when_given(table, "heads"),
            heads_at=self._slot_set(table, "heads_at") if table.has("heads_at") else frozenset(),
            ring=self._ring(table),
        )
        if bool(closure.heads) != bool(closure.heads_at):
            table.fail(
                "heads_at", "heads and heads_at belong together: heads_at names the slots it holds for"
            )
        if not closure.heads_at <= closure.slots[0] | closure.slots[1]:
            table.fail("heads_at", "names a slot that the ring does not begin or end at")
        table.done()
        return closure

    def _sizes(self, table: Table) -> tuple[tuple[int, frozenset[int] | None], ...]:
        if not table.has("size"):
            return ((self.readings.worlds.all, None),)
        return tuple((m, table.sizes("size", v)) for m, v in self.readings.by_option(table, "size"))

    def _shape(self, table: Table, smarts: str) -> Chem.Mol:
        query = table.smarts("as", smarts)
        numbered = sum(bool(a.GetAtomMapNum()) for a in query.GetAtoms())
        if numbered not in (1, 2):
            table.fail("as", f"one or two numbered atoms lie on the skeleton, not {numbered}: {smarts!r}")
        return query

    def _ring(self, table: Table) -> ClosingRing | None:
        """What the ring itself is made of, if the closure speaks of that."""
        ring = ClosingRing(
            atoms=self._atom_pattern(table, "atoms"),
            holding=self._atom_pattern(table, "holding"),
            carbons=self.readings.number(table, "carbons") if table.has("carbons") else None,
            carrying=self.terms.borne_if_given(table, "carrying"),
            carrying_on_n=self.terms.borne_if_given(table, "carrying_on_n"),
        )
        if ring.carrying_on_n is not None and ring.carrying is None:
            table.fail("carrying_on_n", "says what hangs on nitrogen instead of what carrying says")
        return None if ring == ClosingRing(None, None, None, None, None) else ring

    def _atom_pattern(self, table: Table, key: str) -> Chem.Mol | None:
        smarts = table.get(key, str, None)
        query = table.smarts(key, smarts) if smarts else None
        if query is not None and query.GetNumAtoms() != 1:
            table.fail(key, f"is a pattern of one atom, not {smarts!r}")
        return query

    def _kinds(self, table: Table) -> frozenset[str] | None:
        if not table.has("kind"):
            return None
        kinds = table.strings("kind")
        for kind in kinds:
            if kind not in RING_KINDS:
                table.fail("kind", f"{kind!r} is no kind of ring; known: {', '.join(RING_KINDS)}")
        return frozenset(kinds)

    def _on(self, table: Table) -> str | None:
        if table.has("kind") != table.has("on"):
            table.fail("on", "kind and on belong together: on names the part whose ring kind speaks of")
        return self.skeleton.part_name(table, "on") if table.has("on") else None

    def _exclude(self, name: str, table: Table, text: Text, closures: tuple[Closure, ...]) -> Exclude:
        exclude = Exclude(
            text=text,
            name=name,
            worlds=self.readings.worlds.all,
            structures={},
            through=(self._slot_set(table, "from"), self._slot_set(table, "to")),
            kinds=self._kinds(table),
            on=self._on(table),
            system=self.readings.when_given(table, "ring_system"),
            molecule=self.readings.when_given(table, "whole_molecule"),
            given=self._closure_names(table, closures),
        )
        table.done()
        return exclude

    def _closure_names(self, table: Table, closures: tuple[Closure, ...]) -> frozenset[str]:
        known = {closure.name for closure in closures}
        names = table.strings("given", ())
        for name in names:
            if name not in known:
                table.fail("given", f"unknown closure {name!r}; known: {', '.join(sorted(known)) or 'none'}")
        return frozenset(names)

    # -- limits ----------------------------------------------------------------------------

    def _aromatic(self, name: str, table: Table, text: Text) -> AromaticLimit:
        site = self.skeleton.site(table, "site", table.get("site", str))
        limit = AromaticLimit(text, name, site, self.readings.when_given(table, "allowed"))
        table.done()
        return limit

    def _limit(self, name: str, table: Table, text: Text) -> Limit:
        limit = Limit(text, name, self.readings.number(table, "mass"))
        table.done()
        return limit
