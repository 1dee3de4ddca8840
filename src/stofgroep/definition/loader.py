"""From a TOML file to a :class:`Group`; nothing is skipped, every error names its place."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from rdkit import Chem, rdBase

from stofgroep.definition.model import (
    Allowed,
    AromaticLimit,
    Build,
    ByOption,
    Chain,
    Closure,
    Exclude,
    Group,
    Join,
    Limit,
    Part,
    Rule,
    Slot,
    Term,
    Text,
    Together,
    Variant,
)
from stofgroep.definition.table import Table
from stofgroep.definition.worlds import Reading, Worlds
from stofgroep.errors import DefinitionError

BASES = ("text", "parallel", "reconstruction")
_TERM = re.compile(r"^(?P<name>[a-z0-9][\w-]*)(<=(?P<carbons>\d+))?$")
_KINDS = ("group", "family", "ring", "linked", "any")


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """TOML as a dictionary; a syntax error names file and place."""
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DefinitionError(file, "", f"is no valid TOML: {error}") from error


class Vocabulary:
    """The shared words: terms and ring systems, loaded once per law.

    Terms are resolved lazily, because they may name one another (``linked``).
    """

    def __init__(self, content: bytes, file: str, parent: Vocabulary | None = None) -> None:
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.file = file
        self._parent = parent
        root = Table(parse_toml(content, file), file)
        self._terms = dict(root.tables("term"))
        self._rings = dict(root.tables("ring_system"))
        root.done()

    def extended(self, terms: Mapping[str, Table], file: str) -> Vocabulary:
        """This vocabulary plus the terms a definition brings itself."""
        own = Vocabulary(b"", file, self)
        own._terms = dict(terms)
        return own

    def term_names(self) -> tuple[str, ...]:
        inherited = self._parent.term_names() if self._parent else ()
        return tuple(sorted({*inherited, *self._terms}))

    def ring_system_names(self) -> tuple[str, ...]:
        return tuple(self._rings)

    def find(self, name: str) -> Table | None:
        if name in self._terms:
            return self._terms[name]
        return self._parent.find(name) if self._parent else None

    def ring_system(self, name: str, asked: Table) -> tuple[Chem.Mol, ...]:
        """The patterns of a named ring system."""
        owner = self._parent or self
        if name not in owner._rings:
            asked.fail("ring_systems", f"unknown ring system {name!r}; known: {', '.join(owner._rings)}")
        table = owner._rings[name]
        table.language_texts("definition")
        patterns = tuple(table.smarts("smarts", s) for s in table.strings("smarts"))
        table.done()
        return patterns


class _Reader:
    """Reads one definition; holds the worlds and the vocabulary it refers to."""

    def __init__(self, vocabulary: Vocabulary, worlds: Worlds) -> None:
        self.vocabulary = vocabulary
        self.worlds = worlds

    def when(self, table: Table, name: str = "when") -> int:
        """Mask of the worlds named by a ``when`` table; all of them without one."""
        inner = table.table(name)
        known = {r.id: r for r in self.worlds.readings}
        when = {}
        for reading in inner.names():
            if reading not in known:
                inner.fail(reading, f"unknown reading; known: {', '.join(known) or 'none'}")
            options = inner.strings(reading)
            for option in options:
                if option not in known[reading].options:
                    inner.fail(reading, f"{option!r} is no option; known: {', '.join(known[reading].options)}")
            when[reading] = options
        return self.worlds.where(when)

    def by_option(self, table: Table, name: str) -> tuple[tuple[int, Any], ...]:
        """A value, or ``{ reading = { option = value } }`` with every option named."""
        value = table.get(name, object)
        if not isinstance(value, dict):
            return ((self.worlds.all, value),)
        outer = table.table(name)
        if len(outer.names()) != 1:
            outer.fail("", "a value by option names exactly one reading")
        (reading,) = outer.names()
        known = {r.id: r for r in self.worlds.readings}
        if reading not in known:
            outer.fail(reading, f"unknown reading; known: {', '.join(known) or 'none'}")
        inner = outer.table(reading)
        if set(inner.names()) != set(known[reading].options):
            inner.fail("", f"must name every option: {', '.join(known[reading].options)}")
        return tuple((self.worlds.where({reading: (o,)}), inner.get(o, object)) for o in inner.names())

    def number(self, table: Table, name: str) -> ByOption:
        values = []
        for worlds, value in self.by_option(table, name):
            if value == "none":
                values.append((worlds, None))
            elif isinstance(value, int | float) and not isinstance(value, bool):
                values.append((worlds, float(value)))
            else:
                table.fail(name, f'must be a number or "none", not {value!r}')
        return ByOption(tuple(values))

    def chain(self, table: Table) -> Chain | None:
        if not table.has("chain"):
            return None
        inner = table.table("chain")
        excluding = inner.get("excluding", str, None)
        chain = Chain(
            max=self.number(inner, "max") if inner.has("max") else None,
            min=self.number(inner, "min") if inner.has("min") else None,
            of=inner.elements("of"),
            excluding=inner.smarts("excluding", excluding) if excluding else None,
            behind_ring=self.when(inner, "behind_ring"),
        )
        inner.done()
        return chain

    def allowed(self, table: Table, name: str) -> tuple[tuple[Allowed, ...], int]:
        """Terms of a list and of its ``NAME_when`` table; second: worlds in which "H" is among them."""
        found: list[Allowed] = []
        h = 0
        entries = [(self.worlds.all, t) for t in table.strings(name, ())]
        extra = table.table(f"{name}_when")
        for reading in extra.names():
            inner = extra.table(reading)
            for option in inner.names():
                mask = self.when(Table({"when": {reading: [option]}}, table.file, table.key(f"{name}_when")))
                entries += [(mask, t) for t in inner.strings(option)]
        for mask, text in entries:
            if text == "H":
                h |= mask
            else:
                found.append(Allowed(self.term(text, table, name), mask))
        return tuple(found), h

    def term(self, text: str, asked: Table, key: str) -> Term:
        match = _TERM.match(text)
        table = self.vocabulary.find(match["name"]) if match else None
        if match is None or table is None:
            known = ", ".join(self.vocabulary.term_names())
            asked.fail(key, f"unknown term {text!r}; known: H, {known}")
        kind = table.get("kind", str)
        if kind not in _KINDS:
            table.fail("kind", f"must be one of {', '.join(_KINDS)}")
        grow = table.get("grow", str, None)
        sizes = table.get("sizes", str, None)
        carrying = self.allowed(table, "carrying")[0] if table.has("carrying") else None
        on_n = self.allowed(table, "carrying_on_n")[0] if table.has("carrying_on_n") else None
        most = []
        for _, inner in table.tables("most"):
            most.append((inner.smarts("smarts", inner.get("smarts", str)), self.number(inner, "count")))
            inner.done()
        examples = table.table("examples")
        term = Term(
            name=text,
            kind=kind,
            smarts=tuple(table.smarts("smarts", s) for s in table.strings("smarts", ())),
            grow=table.smarts("grow", grow) if grow else None,
            bond=table.get("bond", int, 1),
            carbons=int(match["carbons"]) if match["carbons"] else None,
            elements=table.elements("elements"),
            hetero=table.get("hetero", bool, None),
            saturated=table.get("saturated", bool, None),
            sizes=table.sizes("sizes", sizes) if sizes else None,
            monocyclic=table.get("monocyclic", bool, False),
            then=self.allowed(table, "then")[0],
            carrying=carrying,
            carrying_on_n=on_n,
            bearing=self.allowed(table, "bearing")[0],
            chain=self.chain(table),
            most=tuple(most),
            words=table.language_texts("definition"),
            yes=examples.strings("yes", ()),
            no=examples.strings("no", ()),
        )
        examples.done()
        if kind in ("group", "family", "linked") and not term.smarts:
            table.fail("smarts", f"a {kind} needs at least one pattern")
        table.done()
        return term

    def text(self, table: Table, id: str, parent: Text | None) -> Text:
        """Citation and basis are inherited from the table above when absent."""
        basis = table.get("basis", str, parent.basis if parent else ...)
        if basis not in BASES:
            table.fail("basis", f"must be one of {', '.join(BASES)}")
        return Text(
            id=id,
            citation=table.get("citation", str, parent.citation if parent else ...),
            basis=basis,
            words=table.language_texts("text"),
        )

    def build(self, name: str, table: Table, group_text: Text) -> Build:
        prefix = f"build.{name}"
        parts = tuple(
            self._part(n, t, self.text(t, f"{prefix}.part.{n}", group_text)) for n, t in table.tables("part")
        )
        sites = {(p.name, s) for p in parts for v in p.variants for s in v.sites}

        def site(asked: Table, key: str, text: str) -> tuple[str, str]:
            part, _, label = text.partition(".")
            if (part, label) not in sites:
                known = ", ".join(sorted(f"{p}.{s}" for p, s in sites))
                asked.fail(key, f"unknown site {text!r}; known: {known}")
            return part, label

        joins = []
        for n, t in table.tables("join"):
            between = t.strings("between")
            if len(between) != 2:
                t.fail("between", "names two sites")
            joins.append(Join(n, site(t, "between", between[0]), site(t, "between", between[1])))
            t.done()
        slots = []
        for n, t in table.tables("slot"):
            at = tuple(site(t, "at", s) for s in t.strings("at"))
            slots.append(Slot(n, at, t.get("repeat", bool, False), t.get("min", int, 0)))
            t.done()
        names = {s.name for s in slots}

        def slot_set(asked: Table, key: str, listed: tuple[str, ...]) -> frozenset[str]:
            for slot in listed:
                if slot not in names:
                    asked.fail(key, f"unknown slot {slot!r}; known: {', '.join(sorted(names))}")
            return frozenset(listed)

        rules = []
        for n, t in table.tables("rule"):
            allow, h = self.allowed(t, "allow")
            carry_any = t.get("carrying", object, None) == "any"
            carrying = () if carry_any else self.allowed(t, "carrying")[0]
            rules.append(
                Rule(
                    text=self.text(t, f"{prefix}.rule.{n}", group_text),
                    name=n,
                    slots=slot_set(t, "slots", t.strings("slots")),
                    h=h,
                    allow=allow,
                    carry_any=carry_any,
                    carrying=carrying,
                    elements=t.elements("elements"),
                    chain=self.chain(t),
                    mass_sum=self.number(t, "mass_sum") if t.has("mass_sum") else None,
                )
            )
            t.done()
        ruled = [s for r in rules for s in r.slots]
        for slot in names:
            if ruled.count(slot) != 1:
                table.fail(f"slot.{slot}", f"needs exactly one rule, has {ruled.count(slot)}")
        together = []
        for n, t in table.tables("together"):
            together.append(
                Together(
                    self.text(t, f"{prefix}.together.{n}", group_text),
                    n,
                    slot_set(t, "slots", t.strings("slots")),
                    self.allowed(t, "allow")[0],
                )
            )
            t.done()
        closures = []
        for n, t in table.tables("closure"):
            sizes = [(m, t.sizes("size", v)) for m, v in self.by_option(t, "size")] if t.has("size") else []
            closures.append(
                Closure(
                    text=self.text(t, f"{prefix}.closure.{n}", group_text),
                    name=n,
                    slots=(slot_set(t, "from", t.strings("from")), slot_set(t, "to", t.strings("to"))),
                    worlds=self.when(t),
                    sizes=tuple(sizes) or ((self.worlds.all, None),),
                    shapes=tuple(t.smarts("as", s) for s in t.strings("as", ())),
                    ends=t.elements("ends"),
                    double=self.when(t, "double") if t.has("double") else 0,
                )
            )
            t.done()
        aromatic = []
        for n, t in table.tables("aromatic"):
            aromatic.append(
                AromaticLimit(
                    self.text(t, f"{prefix}.aromatic.{n}", group_text), n,
                    site(t, "site", t.get("site", str)), self.when(t, "allowed"),
                )
            )
            t.done()
        limits = []
        for n, t in table.tables("limit"):
            limits.append(Limit(self.text(t, f"{prefix}.limit.{n}", group_text), n, self.number(t, "mass")))
            t.done()
        excludes = []
        for n, t in table.tables("exclude"):
            excludes.append(
                Exclude(
                    text=self.text(t, f"{prefix}.exclude.{n}", group_text),
                    name=n,
                    structures={},
                    through=(slot_set(t, "from", t.strings("from")), slot_set(t, "to", t.strings("to"))),
                    composite=self.when(t, "composite"),
                    molecule=self.when(t, "whole_molecule"),
                )
            )
            t.done()
        build = Build(
            name, self.when(table), parts, tuple(joins), tuple(slots), tuple(rules), tuple(together),
            tuple(closures), tuple(aromatic), tuple(limits), tuple(excludes),
        )
        table.done()
        return build

    def _part(self, name: str, table: Table, text: Text) -> Part:
        variants: list[Variant] = []
        if table.has("ring_systems"):
            for ring in table.strings("ring_systems"):
                for number, query in enumerate(self.vocabulary.ring_system(ring, table), start=1):
                    everywhere = {"any": tuple(range(query.GetNumAtoms()))}
                    variants.append(Variant(f"{ring}-{number}", query, everywhere, self.worlds.all))
        for n, t in table.tables("variant"):
            query = t.smarts("smarts", t.get("smarts", str))
            numbered: dict[int, list[int]] = {}
            for atom in query.GetAtoms():
                if atom.GetAtomMapNum():
                    numbered.setdefault(atom.GetAtomMapNum(), []).append(atom.GetIdx())
            inner = t.table("sites", required=True)
            sites = {}
            for label in inner.names():
                wanted = inner.get(label, object)
                numbers = wanted if isinstance(wanted, list) else [wanted]
                for number in numbers:
                    if number not in numbered:
                        inner.fail(label, f"the pattern has no atom numbered {number}")
                sites[label] = tuple(i for number in numbers for i in numbered[number])
            variants.append(Variant(n, query, sites, self.when(t)))
            t.done()
        if not variants:
            table.fail("", "a part needs ring_systems or at least one variant")
        table.done()
        return Part(text, name, tuple(variants))


def load_group(content: bytes, file: str, vocabulary: Vocabulary) -> Group:
    """Load one definition.

    Parameters
    ----------
    content : the bytes of the TOML file
    file : its name for error messages
    vocabulary : the shared terms and ring systems

    Raises
    ------
    DefinitionError : with file, key and reason
    """
    root = Table(parse_toml(content, file), file)
    readings = []
    for id, table in root.tables("reading"):
        options = table.table("options", required=True)
        arguments = {o: options.get(o, str) for o in options.names()}
        likely = table.get("likely", str)
        if len(arguments) < 2:
            table.fail("options", "a reading needs at least two options, each with its argument")
        if likely not in arguments:
            table.fail("likely", f"must be one of {', '.join(arguments)}")
        readings.append(Reading(id, table.language_texts("question"), arguments, likely))
        table.done()
    worlds = Worlds(tuple(readings))
    reader = _Reader(vocabulary.extended(dict(root.tables("term")), file), worlds)
    id = root.get("id", str)
    text = reader.text(root, id, None)
    force = root.table("in_force", required=True)
    start = force.date("from")
    earliest = force.date("earliest", start)
    until = force.date("until", None)
    force.done()
    if earliest > start or (until is not None and until <= start):
        root.fail("in_force", "dates must run earliest <= from < until")
    group = Group(
        id=id,
        list=root.get("list", str),
        number=root.get("number", int),
        title=root.language_texts("title"),
        text=text,
        url=root.get("url", str),
        in_force_from=start,
        in_force_earliest=earliest,
        in_force_until=until,
        readings=tuple(readings),
        worlds=worlds,
        builds=tuple(reader.build(n, t, text) for n, t in root.tables("build")),
        excludes=tuple(_named(n, t, reader, text) for n, t in root.tables("exclude")),
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    if not group.builds:
        root.fail("build", "a group needs at least one build")
    root.done()
    return group


def _named(name: str, table: Table, reader: _Reader, group_text: Text) -> Exclude:
    """Substances excluded by name: their structure, without stereo, as canonical SMILES."""
    inner = table.table("structures", required=True)
    structures = {}
    for substance in inner.names():
        smiles = inner.get(substance, str)
        with rdBase.BlockLogs():
            mol = Chem.MolFromSmiles(smiles)
        if mol is None:
            inner.fail(substance, f"is no SMILES that can be read: {smiles!r}")
        structures[Chem.MolToSmiles(mol, isomericSmiles=False)] = substance
    exclude = Exclude(reader.text(table, f"exclude.{name}", group_text), name, structures, None, 0, 0)
    table.done()
    return exclude
