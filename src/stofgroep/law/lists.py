"""Lijst I and II and the EU precursors: from a neutral component to the rows and clauses it meets.

``Lists.load()`` reads the data once; ``lists.at(date)`` gives the view of one day.
Rows are found by formula first and by canonical form only then; stereo is compared
last. Closing clauses are looked at where no row of lijst I settles the matter.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from rdkit import Chem

from stofgroep.errors import DefinitionError, UnknownLawError
from stofgroep.law.clauses import ClauseFinder
from stofgroep.law.closings import Closings, load_closings
from stofgroep.law.entries import LISTS, Entry, Precursor, read_entries, read_precursors
from stofgroep.law.hits import ROW, Found, Hit, HitHinge, in_words
from stofgroep.law.list_gate import ListsGate
from stofgroep.law.parents import Parents
from stofgroep.law.rows import RowFinder, Rows
from stofgroep.matching.stereo import settled

if TYPE_CHECKING:
    from stofgroep.structure import Component

__all__ = ["Entry", "Hit", "HitHinge", "Lists", "ListsOn", "Precursor"]

KNOWN_FROM = dt.date(2003, 3, 17)
KNOWN_UNTIL = dt.date(2026, 1, 28)


class Lists:
    """Lijst I and II, the closing clauses and the EU precursors of one law.

    Parameters
    ----------
    entries, precursors, closings : the loaded data
    files : file name → SHA-256 of everything that was read

    Raises
    ------
    DefinitionError : a closing clause names a row that does not exist
    """

    known_from = KNOWN_FROM
    known_until = KNOWN_UNTIL

    def __init__(
        self,
        entries: tuple[Entry, ...],
        precursors: tuple[Precursor, ...],
        closings: Closings,
        files: Mapping[str, str],
    ) -> None:
        self.entries = entries
        self.precursors = precursors
        self.closings = closings
        self.files = dict(files)
        self.by_key = {entry.key: entry for entry in entries}
        for clause in closings.clauses:
            if clause.entry is not None and clause.entry not in self.by_key:
                reason = f"{clause.entry!r} is no key of a row"
                raise DefinitionError(closings.file, f"clause.{clause.id}.entry", reason)

    @classmethod
    def read(cls, entries: bytes, precursors: bytes, closings: bytes, name: str = "nl") -> Lists:
        """From the bytes of the three files.

        Raises
        ------
        DefinitionError : naming file, row and column or key, and the reason
        """
        rows, registered, closing = _files(name)
        content = {rows: entries, registered: precursors, closing: closings}
        return cls(
            read_entries(entries, rows),
            read_precursors(precursors, registered),
            load_closings(closings, closing),
            {file: hashlib.sha256(data).hexdigest() for file, data in content.items()},
        )

    @classmethod
    def load(cls, name: str = "nl") -> Lists:
        """The lists of a law, read once.

        Raises
        ------
        UnknownLawError : no lists of that name
        DefinitionError : a data file is wrong
        """
        return _load(name)

    def at(self, date: dt.date) -> ListsOn:
        """The lists as they stood on a date."""
        return ListsOn(self, date)

    @cached_property
    def rows(self) -> Rows[Entry]:
        """The rows of lijst I and II as chemistry."""
        return Rows(self.entries, {self.closings.list: self._exceptions})

    @cached_property
    def _exceptions(self) -> tuple[Chem.Mol, ...]:
        rules = (c.derivations for c in self.closings.clauses if c.derivations is not None)
        return tuple(mol for rule in rules for mol in rule.except_for.values())

    @cached_property
    def kept_out(self) -> frozenset[str]:
        """Canonical SMILES of what the closing clauses name as exceptions."""
        return frozenset(Chem.MolToSmiles(mol) for mol in self._exceptions)

    @cached_property
    def precursor_rows(self) -> Rows[Precursor]:
        """The precursors as chemistry."""
        return Rows(self.precursors)

    @cached_property
    def parents(self) -> Parents:
        """The rows whose ethers and esters are listed too."""
        return Parents(self.rows, self.closings.list)

    @cached_property
    def gate(self) -> ListsGate:
        """What every member meets, on whatever date."""
        recognised = (
            *self.rows.structures,
            *self.precursor_rows.structures,
            *(ring for ring, _ in self.parents.lactones.values()),
        )
        parents = {form: mol for form, (mol, _) in self.parents.drawings.items()}
        return ListsGate(recognised, parents, self.closings)


class ListsOn:
    """The lists on one date."""

    def __init__(self, lists: Lists, date: dt.date) -> None:
        self.lists = lists
        self.date = date
        self._worlds = lists.closings.worlds
        self._rows = RowFinder(lists.rows, lists.precursor_rows, date, self._worlds.all)
        self._clauses = ClauseFinder(lists, self._rows, date)

    def gate(self, mol: Chem.Mol, formula: str | None = None) -> bool:
        """False only if no component of the molecule can be on a list or in the precursor table.

        Parameters
        ----------
        mol : not necessarily sanitised; with property cache and ring information
        formula : its molecular formula, if known already
        """
        return self.lists.gate.passes(mol, formula)

    def find(self, component: Component) -> tuple[Hit, ...]:
        """What a neutral component meets: certain first, lijst I before II, rows before clauses.

        A closing clause is looked at only where no row of lijst I certainly in force
        has the substance; ethers, esters and enantiomers only where no other closing
        clause settles the matter.

        Raises
        ------
        TooManyMatches : the structure is too symmetrical to look at every embedding
        """
        mol = component.mol
        parents = self.lists.parents
        possible = self.lists.gate.possible(mol)
        rows = self.lists.rows.of(mol)
        if not (possible or rows or parents.rows_of_lactone(mol)):
            return ()
        mol = settled(mol)
        found, mirrored = self._rows.find(mol, rows)
        listed = [f for f in found if f.list == self.lists.closings.list]
        if not any(f.force.certain(self.date) for f in listed):
            mirror = self._clauses.enantiomer(mirrored) if not listed else []
            found = [*found, *mirror]
            if not any(self._settles(f) for f in mirror):
                found += self._clauses.find(mol, possible)
        found.sort(key=lambda f: (not self._settles(f), LISTS.index(f.list), f.clause != ROW))
        return tuple(in_words(f, self._worlds, self.date, self.lists.known_from) for f in found)

    def other_isomers_of(self, component: Component) -> tuple[Entry, ...]:
        """For a component that meets no row: the rows in force that differ from it in stereochemistry only.

        None for a substance that the closing clauses keep out by name.
        """
        if self.is_kept_out(component):
            return ()
        rows = (row.record for row in self.lists.rows.of(component.mol))
        return tuple(r for r in rows if r.force.possible(self.date))

    def is_kept_out(self, component: Component) -> bool:
        """Whether a closing clause names a component as an exception (dextromethorphan, dextrorphan)."""
        return component.smiles in self.lists.kept_out

    def precursor(self, component: Component) -> Precursor | None:
        """The registered substance this component is, or may be where its stereo is open; else None."""
        rows = self.lists.precursor_rows.of(component.mol)
        mol = settled(component.mol) if rows else component.mol
        for row in rows:
            if row.record.force.possible(self.date) and row.policy.judge(mol).meant.met:
                return row.record
        return None

    def _settles(self, found: Found) -> bool:
        return found.settles(self._worlds.all, self.date)


def _files(name: str) -> tuple[str, str, str]:
    closing = f"smarts/{name}/lijst-i/closing/{KNOWN_FROM.isoformat()}.toml"
    return f"lists/{name}.csv", f"lists/{name}-precursors.csv", closing


@cache
def _load(name: str) -> Lists:
    root = files("stofgroep.data")
    rows, registered, closing = (root.joinpath(*file.split("/")) for file in _files(name))
    if not name.isalnum() or not rows.is_file():
        raise UnknownLawError(f"there are no lists of a law called {name!r}")
    return Lists.read(rows.read_bytes(), registered.read_bytes(), closing.read_bytes(), name)
