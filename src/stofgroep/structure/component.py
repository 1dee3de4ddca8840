"""The neutral components an input consists of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rdkit import Chem

from stofgroep.structure.note import Note


class Role(StrEnum):
    """Whether a component makes the input a mixture; every role is judged alike."""

    SUBSTANCE = "substance"
    COUNTER_ION = "counter-ion"
    SOLVENT = "solvent"


@dataclass(frozen=True, eq=False)
class Component:
    """One neutral molecule, sanitised, without isotopes, explicit hydrogens or atom maps.

    Two components are equal when their canonical SMILES and roles are.
    """

    mol: Chem.Mol
    role: Role = Role.SUBSTANCE

    @cached_property
    def smiles(self) -> str:
        """Canonical isomeric SMILES; independent of how the input was drawn."""
        return Chem.MolToSmiles(self.mol)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Component):
            return NotImplemented
        return self.role is other.role and self.smiles == other.smiles

    def __hash__(self) -> int:
        return hash((self.smiles, self.role))


@dataclass(frozen=True)
class Completion:
    """One way to fill in an open structure; ``label`` is its canonical SMILES, "" if it was not open."""

    label: str
    components: tuple[Component, ...]


@dataclass(frozen=True)
class Structure:
    """All completions of an input, ordered by label, and what was done to it."""

    completions: tuple[Completion, ...]
    notes: tuple[Note, ...] = ()
