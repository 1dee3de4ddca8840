"""The skeleton of a build: its parts with their variants, the sites on them, and the joins between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rdkit import Chem

from stofgroep.definition.clause import read_text
from stofgroep.definition.model import Join, Part, Text, Variant
from stofgroep.definition.pattern import ring_composition, smallest_rings
from stofgroep.definition.table import Table
from stofgroep.definition.terms import Terms

EVERYWHERE = "any"  # the site that a part made of ring systems has


class Skeleton:
    """Parts and joins of one build; knows its sites, and which of them were spoken of.

    Raises
    ------
    DefinitionError : with file, key and reason
    """

    def __init__(self, build: Table, terms: Terms, group: Text) -> None:
        prefix = f"build.{build.path.rsplit('.', 1)[-1]}.part"
        self._table = build
        self.parts = tuple(
            _part(n, t, terms, read_text(t, f"{prefix}.{n}", group)) for n, t in build.tables("part")
        )
        if not self.parts:
            build.fail("part", "is missing; a build has at least one part")
        self._sites = {(p.name, s) for p in self.parts for v in p.variants for s in v.sites}
        self._spoken_of: set[tuple[str, str]] = set()
        self.joins = tuple(self._join(n, t) for n, t in build.tables("join"))
        self._refuse_unconnected()

    def site(self, asked: Table, key: str, text: str) -> tuple[str, str]:
        """A site from "part.site"."""
        part, _, label = text.partition(".")
        if (part, label) not in self._sites:
            known = ", ".join(sorted(f"{p}.{s}" for p, s in self._sites))
            asked.fail(key, f"unknown site {text!r}; known: {known}")
        self._spoken_of.add((part, label))
        return part, label

    def part_name(self, table: Table, key: str) -> str:
        """The name of a part."""
        name = table.get(key, str)
        if name not in {p.name for p in self.parts}:
            table.fail(key, f"unknown part {name!r}; known: {', '.join(p.name for p in self.parts)}")
        return name

    def core(self) -> frozenset[str]:
        """The parts that are the core where another group speaks of it: all, unless the build names some."""
        every = [p.name for p in self.parts]
        named = self._table.strings("core", every)
        for name in named:
            if name not in every:
                self._table.fail("core", f"unknown part {name!r}; known: {', '.join(every)}")
        apart = set(named) - self._connected(named[0], set(named)) if named else ()
        if apart:
            self._table.fail("core", f"no join within the core connects {', '.join(sorted(apart))} with it")
        return frozenset(named)

    def _connected(self, start: str, among: set[str]) -> set[str]:
        """The parts that joins among some parts connect with one of them."""
        reached = {start}
        for _ in among:
            for join in self.joins:
                ends = {join.left[0], join.right[0]}
                reached |= ends if ends & reached and ends <= among else set()
        return reached

    def refuse_unused_sites(self) -> None:
        """A site that no slot, join or aromatic limit names is a mistake in one of the two."""
        for part, label in sorted(self._sites - self._spoken_of - {(p.name, EVERYWHERE) for p in self.parts}):
            self._table.fail(
                f"part.{part}", f"the site {label!r} is named by no slot, join or aromatic limit"
            )

    def _join(self, name: str, table: Table) -> Join:
        between = table.strings("between")
        if len(between) != 2:
            table.fail("between", "names two sites")
        left, right = (self.site(table, "between", text) for text in between)
        if left[0] == right[0]:
            table.fail("between", f"joins the part {left[0]!r} with itself")
        for part, label in (left, right):
            for variant in next(p for p in self.parts if p.name == part).variants:
                if label not in variant.sites:
                    table.fail(
                        "between", f"the variant {variant.name!r} of {part!r} lacks the site {label!r}"
                    )
        table.done()
        return Join(name, left, right)

    def _refuse_unconnected(self) -> None:
        reached = self._connected(self.parts[0].name, {p.name for p in self.parts})
        for part in self.parts:
            if part.name not in reached:
                self._table.fail(f"part.{part.name}", f"no join connects it with {self.parts[0].name!r}")


def _part(name: str, table: Table, terms: Terms, text: Text) -> Part:
    variants: list[Variant] = []
    rings = table.strings("ring_systems", ())
    if table.has("ring_systems") and not rings:
        table.fail("ring_systems", "names no ring system")
    readings = terms.readings
    for worlds, ring in readings.listed(table, "ring_systems", [(readings.worlds.all, r) for r in rings]):
        for number, query in enumerate(terms.words.ring_system(ring, table), start=1):
            sites = {EVERYWHERE: tuple(range(query.GetNumAtoms()))}
            variants.append(_variant(f"{ring}-{number}", query, sites, worlds))
    for label, inner in table.tables("variant"):
        query = inner.smarts("smarts", inner.get("smarts", str))
        sites = _sites(inner.table("sites", required=True), query)
        variants.append(_variant(label, query, sites, terms.readings.when(inner)))
        inner.done()
    if not variants:
        table.fail("", "a part needs ring_systems or at least one variant")
    table.done()
    return Part(text, name, tuple(variants))


def _sites(table: Table, query: Chem.Mol) -> dict[str, tuple[int, ...]]:
    """Site → atoms, by the numbers in the pattern; every number belongs to a site."""
    numbered: dict[int, list[int]] = {}
    for atom in query.GetAtoms():
        if atom.GetAtomMapNum():
            numbered.setdefault(atom.GetAtomMapNum(), []).append(atom.GetIdx())
    left = set(numbered)
    sites = {}
    for label in table.names():
        wanted = table.get(label, object)
        numbers: list[Any] = wanted if isinstance(wanted, list) else [wanted]
        for number in numbers:
            if number not in numbered:
                table.fail(label, f"the pattern has no atom numbered {number}")
        left -= set(numbers)
        sites[label] = tuple(i for number in numbers for i in numbered[number])
    if left:
        table.fail("", f"no site is given for the atoms numbered {', '.join(map(str, sorted(left)))}")
    return sites


def _variant(name: str, query: Chem.Mol, sites: Mapping[str, tuple[int, ...]], worlds: int) -> Variant:
    bonds = tuple((b.GetBeginAtomIdx(), b.GetEndAtomIdx()) for b in query.GetBonds())
    return Variant(name, query, sites, worlds, bonds, smallest_rings(query), ring_composition(query))
