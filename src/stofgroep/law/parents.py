"""The parents of ethers and esters: rows of lijst I with an O–H, compiled once."""

from __future__ import annotations

from functools import cached_property

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.law.entries import Entry
from stofgroep.law.rows import Row, Rows
from stofgroep.matching.derivation import Skeleton, lactones, slots_of
from stofgroep.matching.stereo import flat


class Parents:
    """Rows of one list that have at least one O–H."""

    def __init__(self, rows: Rows[Entry], list: str) -> None:
        self._rows = rows
        self._list = list

    @cached_property
    def drawings(self) -> dict[str, tuple[Chem.Mol, tuple[Row[Entry], ...]]]:
        """Canonical form without stereo → a drawing, and its rows."""
        found = {}
        for form, rows in self._rows.by_form.items():
            listed = tuple(row for row in rows if row.record.list == self._list)
            if listed and slots_of(listed[0].policy.structures[0]):
                found[form] = listed[0].policy.structures[0], listed
        return found

    @cached_property
    def skeletons(self) -> dict[str, tuple[Skeleton, tuple[Row[Entry], ...]]]:
        """The same, compiled for matching."""
        return {form: (Skeleton(mol), rows) for form, (mol, rows) in self.drawings.items()}

    @cached_property
    def lactones(self) -> dict[str, tuple[Chem.Mol, tuple[Row[Entry], ...]]]:
        """Canonical form without stereo of the inner esters → the lactone, and the rows of its parent."""
        return {flat(ring): (ring, rows) for mol, rows in self.drawings.values() for ring in lactones(mol)}

    @cached_property
    def lactone_formulas(self) -> frozenset[str]:
        """Molecular formulas of the inner esters."""
        return frozenset(rdMolDescriptors.CalcMolFormula(ring) for ring, _ in self.lactones.values())

    def rows_of_lactone(self, mol: Chem.Mol) -> tuple[Row[Entry], ...]:
        """The rows of which a molecule is the inner ester."""
        if rdMolDescriptors.CalcMolFormula(mol) not in self.lactone_formulas:
            return ()
        return self.lactones.get(flat(mol), (mol, ()))[1]
