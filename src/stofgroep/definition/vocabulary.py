"""The shared words of all definitions: terms and ring systems."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from rdkit import Chem

from stofgroep.definition.lines import KeyLines
from stofgroep.definition.readings import Readings
from stofgroep.definition.table import Table, parse_toml
from stofgroep.definition.terms import Terms


class Vocabulary:
    """The terms and ring systems of a file, all checked when it is loaded.

    A term may depend on a reading only when a definition brings it itself: the
    shared file knows no readings.

    Parameters
    ----------
    content : the bytes of the TOML file
    file : its name for error messages

    Raises
    ------
    DefinitionError : with file, key and reason
    """

    def __init__(self, content: bytes, file: str) -> None:
        self.sha256 = hashlib.sha256(content).hexdigest()
        self.file = file
        data = parse_toml(content, file)
        root = Table(data, file, "", KeyLines((file, content.decode("utf-8"))))
        self._terms = dict(root.tables("term"))
        self._rings = {name: _ring_system(table) for name, table in root.tables("ring_system")}
        root.done()
        terms = Terms(self, Readings(()))
        for name in self._terms:
            terms.term(name, root, f"term.{name}")

    def term_names(self) -> tuple[str, ...]:
        """The terms, in alphabetical order."""
        return tuple(sorted(self._terms))

    def ring_system_names(self) -> tuple[str, ...]:
        """The ring systems, in the order of the file."""
        return tuple(self._rings)

    def find(self, name: str) -> Table | None:
        """The table of a term."""
        return self._terms.get(name)

    def ring_system(self, name: str, asked: Table) -> tuple[Chem.Mol, ...]:
        """The patterns of a named ring system."""
        if name not in self._rings:
            asked.fail("ring_systems", f"unknown ring system {name!r}; known: {', '.join(self._rings)}")
        return self._rings[name]


class OwnWords:
    """The shared vocabulary plus the terms that one definition brings itself.

    Parameters
    ----------
    shared : the vocabulary
    own : the terms of the definition

    Raises
    ------
    DefinitionError : if one of them is a shared word already
    """

    def __init__(self, shared: Vocabulary, own: Mapping[str, Table]) -> None:
        for name, table in own.items():
            if shared.find(name) is not None:
                table.fail("", f"{name!r} is a word of {shared.file} already; give it another name")
        self._shared = shared
        self.own = own

    def find(self, name: str) -> Table | None:
        """The table of a term."""
        return self.own.get(name) or self._shared.find(name)

    def term_names(self) -> tuple[str, ...]:
        """The terms, in alphabetical order."""
        return tuple(sorted((*self.own, *self._shared.term_names())))

    def ring_system(self, name: str, asked: Table) -> tuple[Chem.Mol, ...]:
        """The patterns of a named ring system."""
        return self._shared.ring_system(name, asked)


def _ring_system(table: Table) -> tuple[Chem.Mol, ...]:
    table.language_texts("definition")
    patterns = tuple(table.smarts("smarts", s) for s in table.strings("smarts"))
    if not patterns:
        table.fail("smarts", "a ring system needs at least one pattern")
    for query in patterns:
        if any(not query.GetRingInfo().NumAtomRings(atom.GetIdx()) for atom in query.GetAtoms()):
            table.fail("smarts", "every atom of a ring system lies in a ring")
    table.done()
    return patterns
