"""Rows as chemistry: every drawn structure with its stereo policy, found by canonical form without stereo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.law.entries import Entry, Precursor
from stofgroep.law.hits import ROW, Found
from stofgroep.matching.stereo import Judged, Meant, Policy, flat

_TOLERANCE = 1e-6

Record = TypeVar("Record", Entry, Precursor)


@dataclass(frozen=True)
class Row(Generic[Record]):
    """One row with its stereo policy for one skeleton."""

    record: Record
    policy: Policy

    @cached_property
    def every(self) -> bool:
        """Whether several stereoisomers exist and all are meant."""
        return self.policy.every and bool(Chem.FindPotentialStereo(self.policy.structures[0]))


def _mols(smiles: Iterable[str]) -> tuple[Chem.Mol, ...]:
    return tuple(Chem.MolFromSmiles(s) for s in smiles)


class Rows(Generic[Record]):
    """Rows by skeleton.

    Parameters
    ----------
    records : entries or precursors
    kept_out : stereoisomers that a list as a whole keeps out, by list
    """

    def __init__(
        self, records: tuple[Record, ...], kept_out: Mapping[str, tuple[Chem.Mol, ...]] | None = None
    ) -> None:
        self._records: tuple[Record, ...] = records
        self._kept_out = kept_out or {}

    @cached_property
    def by_form(self) -> dict[str, tuple[Row[Record], ...]]:
        """Canonical form without stereo → rows, the broadest stereo policy first."""
        drawn: dict[str, dict[int, list[Chem.Mol]]] = {}
        for index, record in enumerate(self._records):
            for mol in _mols(record.structures):
                drawn.setdefault(flat(mol), {}).setdefault(index, []).append(mol)
        found = {}
        for form, owners in drawn.items():
            rows = [self._row(form, self._records[i], tuple(mols)) for i, mols in owners.items()]
            found[form] = tuple(sorted(rows, key=lambda row: (not row.policy.every, row.record.key)))
        return found

    def _row(self, form: str, record: Record, drawn: tuple[Chem.Mol, ...]) -> Row[Record]:
        everywhere: tuple[Chem.Mol, ...] = ()
        if isinstance(record, Entry):
            everywhere = self._kept_out.get(record.list, ())
        size = drawn[0].GetNumAtoms()
        out = {
            Chem.MolToSmiles(mol): mol
            for mol in (*_mols(record.except_for), *everywhere)
            if mol.GetNumAtoms() == size and flat(mol) == form
        }
        return Row(record, Policy(drawn, record.stereo == "any", tuple(out.values())))

    @cached_property
    def _degrees(self) -> dict[str, tuple[float, ...]]:
        """Molecular formula → the branching of every structure that has it."""
        found: dict[str, tuple[float, ...]] = {}
        for mol in self.structures:
            formula: str = rdMolDescriptors.CalcMolFormula(mol)
            found[formula] = (*found.get(formula, ()), _branching(mol))
        return found

    @property
    def structures(self) -> Iterator[Chem.Mol]:
        """One drawing at least of every skeleton."""
        return (mol for rows in self.by_form.values() for mol in rows[0].policy.structures)

    def of(self, mol: Chem.Mol) -> tuple[Row[Record], ...]:
        """The rows with the skeleton of a neutral molecule.

        Formula first, then branching, and the canonical form only for what is left.
        """
        known = self._degrees.get(rdMolDescriptors.CalcMolFormula(mol))
        if known is None:
            return ()
        branching = _branching(mol)
        if not any(abs(branching - one) < _TOLERANCE for one in known):
            return ()
        return self.by_form.get(flat(mol), ())


def _branching(mol: Chem.Mol) -> float:
    """A sum over atoms and bonds of their degrees: equal for equal molecules, but for rounding."""
    return float(rdMolDescriptors.CalcChi0n(mol) + rdMolDescriptors.CalcChi1n(mol))


class RowFinder:
    """Finds the rows of lijst I and II that a molecule meets on one date."""

    def __init__(
        self, entries: Rows[Entry], precursors: Rows[Precursor], date: dt.date, everywhere: int
    ) -> None:
        self._entries = entries
        self._precursors = precursors
        self._date = date
        self._everywhere = everywhere

    def find(
        self, mol: Chem.Mol, rows: Iterable[Row[Entry]] | None = None
    ) -> tuple[list[Found], list[Entry]]:
        """The rows met, best first; and the rows of which this is the mirror image.

        ``rows`` : those with its skeleton, where they are known
        """
        if rows is None:
            rows = self._entries.of(mol)
        rows = [row for row in rows if row.record.force.possible(self._date)]
        judged = [(row, self._elsewhere(mol, row, row.policy.judge(mol))) for row in rows]
        found = [self._found(row, outcome) for row, outcome in judged if outcome.meant.met]
        exact = [f for f in found if f.message != "row-unspecified"]
        # The row for every stereoisomer says all there is to say of an unspecified one.
        broad = {f.list for f in exact if f.settles(self._everywhere, self._date)}
        found = [f for f in found if f in exact or f.list not in broad]
        # What is drawn exactly is best named by the narrowest row, what is open by the broadest.
        found.sort(
            key=lambda f: (
                not f.settles(self._everywhere, self._date),
                f.message != "row-exact",
                f.breadth if f.message == "row-exact" else -f.breadth,
            )
        )
        return found, [row.record for row, outcome in judged if outcome.meant is Meant.ENANTIOMER]

    def _elsewhere(self, mol: Chem.Mol, row: Row[Entry], judged: Judged) -> Judged:
        """An unspecified isomer is open when another isomer is registered as a precursor."""
        if judged.meant is not Meant.UNSPECIFIED:
            return judged
        if any(other.record.force.possible(self._date) for other in self._precursors.of(mol)):
            return Judged(Meant.OPEN, tuple(Chem.MolToSmiles(m) for m in row.policy.structures))
        return judged

    def _found(self, row: Row[Entry], judged: Judged) -> Found:
        entry = row.record
        kind = {Meant.OPEN: "open", Meant.UNSPECIFIED: "unspecified", Meant.IMPOSSIBLE: "impossible"}
        return Found(
            list=entry.list,
            entry=entry.key,
            clause=ROW,
            citation=entry.citation,
            basis=entry.basis,
            decree=entry.decree,
            message=f"row-{kind.get(judged.meant, 'any' if row.every else 'exact')}",
            name=entry.name,
            words={},
            worlds=self._everywhere,
            force=entry.force,
            judged=judged,
            breadth=len(row.policy.structures),
        )
