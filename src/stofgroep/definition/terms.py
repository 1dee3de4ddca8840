"""Terms: the words for what may hang on a skeleton or on another group."""

from __future__ import annotations

import re
from typing import Protocol

from rdkit import Chem, rdBase

from stofgroep.definition.model import Allowed, ByOption, Chain, Term
from stofgroep.definition.readings import Readings
from stofgroep.definition.table import Table

KINDS = ("group", "family", "ring", "linked", "any")
HYDROGEN = "H"
_TERM = re.compile(r"^(?P<name>[a-z0-9][\w-]*)(<=(?P<carbons>[1-9]\d*))?$")
_WITH_LIMIT = ("family", "ring")
_WITH_PATTERN = ("group", "family", "linked")
_BONDS = (1, 2, 3)


class Words(Protocol):
    """Where terms and ring systems are looked up."""

    def find(self, name: str) -> Table | None:
        """The table of a term."""

    def term_names(self) -> tuple[str, ...]:
        """All terms that can be named."""

    def ring_system(self, name: str, asked: Table) -> tuple[Chem.Mol, ...]:
        """The patterns of a ring system; DefinitionError on the asking table if unknown."""


class Terms:
    """Reads the terms that a definition names, each once.

    Parameters
    ----------
    words : the vocabulary, with the terms of the definition itself
    readings : the readings on which lists and limits may depend
    """

    def __init__(self, words: Words, readings: Readings) -> None:
        self.words = words
        self.readings = readings
        self.named: set[str] = set()
        self._read: dict[str, Term] = {}
        self._open: list[str] = []

    def allowed(self, table: Table, name: str) -> tuple[tuple[Allowed, ...], int]:
        """Terms of a list and of its ``NAME_when`` table; second: worlds in which "H" is among them."""
        found: list[Allowed] = []
        h = 0
        always = table.strings(name, ())
        entries = [(self.readings.worlds.all, t) for t in always]
        extra = table.table(f"{name}_when")
        for reading in extra.names():
            inner = extra.table(reading)
            for option in inner.names():
                mask = self.readings.option(extra, reading, option)
                for text in inner.strings(option):
                    if text in always:
                        inner.fail(option, f"{text!r} is allowed by {name} already")
                    entries.append((mask, text))
        for mask, text in self.readings.listed(table, name, entries):
            if text == HYDROGEN:
                h |= mask
            else:
                found.append(Allowed(self.term(text, table, name), mask))
        return tuple(found), h

    def borne(self, table: Table, name: str) -> tuple[Allowed, ...]:
        """Terms that hang on another group, where hydrogen needs no mention."""
        found, h = self.allowed(table, name)
        if h:
            table.fail(name, '"H" is said of slots only; a group may always bear hydrogen')
        return found

    def borne_if_given(self, table: Table, name: str) -> tuple[Allowed, ...] | None:
        """The same; None when the table does not speak of it, which is not the same as nothing."""
        given = table.has(name), table.has(f"{name}_when")
        return self.borne(table, name) if any(given) else None

    def chain(self, table: Table) -> Chain | None:
        """The limit on the longest chain, if there is one."""
        if not table.has("chain"):
            return None
        inner = table.table("chain")
        excluding = inner.get("excluding", str, None)
        chain = Chain(
            max=self.readings.number(inner, "max") if inner.has("max") else None,
            min=self.readings.number(inner, "min") if inner.has("min") else None,
            of=inner.elements("of"),
            excluding=inner.smarts("excluding", excluding) if excluding else None,
            behind_ring=self.readings.when(inner, "behind_ring"),
            unbroken=inner.get("unbroken", bool, False),
        )
        if chain.unbroken and inner.has("behind_ring"):
            inner.fail("behind_ring", "an unbroken chain ends at every ring")
        if chain.max is None and chain.min is None:
            inner.fail("", "a chain limit names max, min or both")
        inner.done()
        return chain

    def term(self, text: str, asked: Table, key: str) -> Term:
        """A term by name, with or without a limit on its carbons (``alkyl<=6``)."""
        match = _TERM.match(text)
        table = self.words.find(match["name"]) if match else None
        if match is None or table is None:
            known = ", ".join(self.words.term_names())
            asked.fail(key, f"unknown term {text!r}; known: H, {known}")
        self.named.add(match["name"])
        if text not in self._read:
            if match["name"] in self._open:
                asked.fail(key, f"the term {match['name']!r} would be defined by itself")
            self._open.append(match["name"])
            self._read[text] = self._term(text, table, int(match["carbons"]) if match["carbons"] else None)
            self._open.pop()
            if match["carbons"] and self._read[text].kind not in _WITH_LIMIT:
                asked.fail(key, f"{text!r}: only a {' or a '.join(_WITH_LIMIT)} takes a limit on its carbons")
        return self._read[text]

    def _term(self, text: str, table: Table, carbons: int | None) -> Term:
        kind = table.get("kind", str)
        if kind not in KINDS:
            table.fail("kind", f"must be one of {', '.join(KINDS)}, not {kind!r}")
        ring = kind == "ring"
        heads = kind in ("group", "family", "ring")
        grow = table.get("grow", str) if kind == "family" else None
        sizes = table.get("sizes", str, None) if ring else None
        examples = table.table("examples", required=True)
        bond = table.get("bond", int, 1)
        if bond not in _BONDS:
            table.fail("bond", "the order of the bond it hangs by is 1, 2 or 3")
        term = Term(
            name=text,
            kind=kind,
            smarts=self._patterns(table, kind),
            grow=table.smarts("grow", grow) if grow else None,
            bond=bond,
            carbons=carbons,
            elements=table.elements("elements") if ring else None,
            hetero=table.get("hetero", bool, None) if ring else None,
            saturated=table.get("saturated", bool, None) if ring else None,
            sizes=table.sizes("sizes", sizes) if sizes else None,
            monocyclic=table.get("monocyclic", bool, False) if ring else False,
            then=self._then(table) if kind == "linked" else (),
            carrying=self.borne_if_given(table, "carrying") if kind != "any" else None,
            carrying_on_n=self.borne_if_given(table, "carrying_on_n") if heads else None,
            bearing=self.borne(table, "bearing") if heads else (),
            chain=self.chain(table) if kind != "any" else None,
            most=self._most(table) if kind != "any" else (),
            words=table.language_texts("definition"),
            yes=_examples(examples, "yes"),
            no=_examples(examples, "no"),
        )
        if not term.yes:
            examples.fail("yes", "a term has at least one example")
        examples.done()
        table.done()
        return term

    def _patterns(self, table: Table, kind: str) -> tuple[Chem.Mol, ...]:
        if kind == "any":
            return ()
        patterns = tuple(table.smarts("smarts", s) for s in table.strings("smarts", ()))
        if not patterns and kind in _WITH_PATTERN:
            table.fail("smarts", f"is missing; a {kind} needs at least one pattern")
        for query in patterns:
            numbers = [a.GetAtomMapNum() for a in query.GetAtoms()]
            if numbers.count(1) > 1 or numbers.count(2) > 1 or 1 in numbers[1:] or max(numbers) > 2:
                table.fail(
                    "smarts", "the first atom of a term is number 1, the atom it goes on from number 2"
                )
        return patterns

    def _then(self, table: Table) -> tuple[Allowed, ...]:
        found = self.borne(table, "then")
        if not found:
            table.fail("then", "is missing; a linked term says what hangs on its linker")
        return found

    def _most(self, table: Table) -> tuple[tuple[Chem.Mol, ByOption], ...]:
        found = []
        for _, inner in table.tables("most"):
            query = inner.smarts("smarts", inner.get("smarts", str))
            found.append((query, self.readings.number(inner, "count")))
            inner.done()
        return tuple(found)


def _examples(table: Table, name: str) -> tuple[str, ...]:
    """Residues as SMILES in which ``*`` is the skeleton: exactly one, with one neighbour."""
    examples = table.strings(name, ())
    for smiles in examples:
        with rdBase.BlockLogs():
            mol = Chem.MolFromSmiles(smiles, sanitize=False)
        if mol is None:
            table.fail(name, f"is no SMILES that can be read: {smiles!r}")
        places = [a for a in mol.GetAtoms() if not a.GetAtomicNum()]
        if len(places) != 1 or places[0].GetDegree() != 1:
            table.fail(name, f"an example holds one * for the skeleton, with one bond: {smiles!r}")
    return examples
