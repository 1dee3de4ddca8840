"""A cheap condition that every molecule meets which is on a list, in a closing clause or a precursor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.law.closings import Closings
from stofgroep.matching.graph import occurs_any
from stofgroep.matching.hints import Hint, Shape, hints, shape_of_parent, shape_of_query
from stofgroep.matching.sites import degrees

# Metals that salts are drawn with, also as if covalently bound.
_METALS = frozenset({3, 11, 12, 13, 19, 20, 30, 37, 38, 47, 55, 56})
_ION = re.compile(r"[+-]|Li|Na|K|Rb|Cs|Mg|Ca|Sr|Ba|Zn|Al|Ag")
_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)")
_BRIDGE = Chem.MolFromSmarts("[#8;D2]")
_CACHED_FORMULAS = 1 << 16

_Composition = frozenset[tuple[int, int]]


def _elements(formula: str) -> Counter[int]:
    """Atoms by atomic number from a molecular formula; hydrogen and charge are left out."""
    table = Chem.GetPeriodicTable()
    counts: Counter[int] = Counter()
    for symbol, count in _ELEMENT.findall(formula):
        if symbol != "H":
            counts[table.GetAtomicNumber(symbol)] += int(count or 1)
    return counts


def _composition(numbers: Iterable[int]) -> _Composition:
    """What protonation, charge and salt formation leave alone: the other heavy atoms."""
    return frozenset(Counter(n for n in numbers if n != 1 and n not in _METALS).items())


class ListsGate:
    """Necessary conditions, on molecules that need not be sanitised.

    Rows, precursors and clauses of fixed formula are recognised by their formula;
    ethers, esters and the other clauses by rare subgraphs of their parents. Nothing
    is rejected for how it is drawn: several pieces, charges and metals are looked
    through by the heavy atoms alone, and explicit hydrogen atoms, which change the
    number of neighbours, let a molecule pass.

    Parameters
    ----------
    formulas : of everything that is recognised by its formula
    parents : canonical form without stereo → structures whose ethers and esters count
    closings : the closing clauses
    """

    def __init__(self, formulas: frozenset[str], parents: Mapping[str, Chem.Mol], closings: Closings) -> None:
        fixed = {p.formula for c in closings.clauses for p in c.patterns if p.formula is not None}
        self._formulas = formulas | fixed
        self._compositions = {_composition(_elements(f).elements()) for f in self._formulas}
        derived = [shape_of_parent(form, parent) for form, parent in parents.items()]
        members: list[Shape] = []
        for clause in closings.clauses:
            for pattern in clause.patterns:
                shape = shape_of_query(owner(clause.id, pattern.name), pattern.query, degrees(pattern))
                (derived if pattern.derivable else members).append(shape)
            if clause.pentavalent is not None:
                nitrogen = {clause.pentavalent.nitrogen: 4}
                members.append(shape_of_query(owner(clause.id), clause.pentavalent.query, nitrogen))
        self._members: tuple[Hint, ...] = hints(members)
        self._derived: tuple[Hint, ...] = hints(derived)
        parents_of = [parent for hint in (*self._members, *self._derived) for parent in hint.parents]
        needed: Counter[int] = Counter()
        for parent in parents_of:
            needed |= parent.elements
        table = Chem.GetPeriodicTable()
        self._needed = [
            (number, most, re.compile(rf"{table.GetElementSymbol(number)}(?![a-z])(\d*)"))
            for number, most in sorted(needed.items())
        ]
        self._most_rings = max((parent.rings for parent in parents_of), default=0)
        self._hints_within = lru_cache(_CACHED_FORMULAS)(self._choose)
        self._ion_passes = lru_cache(_CACHED_FORMULAS)(self._ion)

    def passes(self, mol: Chem.Mol, formula: str | None = None) -> bool:
        """False only if no component of the molecule can be on a list or in the precursor table.

        Parameters
        ----------
        mol : with property cache and ring information
        formula : its molecular formula, if known already
        """
        if formula is None:
            formula = rdMolDescriptors.CalcMolFormula(mol)
        if formula in self._formulas:
            return True
        rings = mol.GetNumBonds() - mol.GetNumAtoms() + 1
        if mol.GetRingInfo().NumRings() != rings:  # more rings than one piece can have: several pieces
            rings = mol.GetRingInfo().NumRings()
            if self._piece_passes(mol):
                return True
        if _ION.search(formula) and self._ion_passes(formula):
            return True
        members, derived = self._hints_for(formula, rings)
        if not members and not derived:
            return False
        if mol.GetNumHeavyAtoms() != mol.GetNumAtoms():
            return True
        if occurs_any(mol, (hint.query for hint in members)):
            return True
        return bool(derived) and occurs_any(mol, (_BRIDGE,)) and occurs_any(mol, (h.query for h in derived))

    def possible(self, mol: Chem.Mol) -> frozenset[str]:
        """The owners (parents and drawn skeletons) of which this component may be a derivative or member.

        Parameters
        ----------
        mol : one neutral, sanitised component without explicit hydrogen atoms
        """
        formula = rdMolDescriptors.CalcMolFormula(mol)
        members, derived = self._hints_for(formula, mol.GetNumBonds() - mol.GetNumAtoms() + 1)
        met = [hint for hint in (*members, *derived) if mol.HasSubstructMatch(hint.query)]
        return frozenset(parent.owner for hint in met for parent in hint.parents)

    def _piece_passes(self, mol: Chem.Mol) -> bool:
        numbers = [atom.GetAtomicNum() for atom in mol.GetAtoms()]
        pieces = Chem.GetMolFrags(mol)
        return any(_composition(numbers[i] for i in piece) in self._compositions for piece in pieces)

    def _ion(self, formula: str) -> bool:
        """Whether neutralising may give a formula we know; a metal may hide what it is bound to."""
        elements = _elements(formula)
        return not _METALS.isdisjoint(elements) or _composition(elements.elements()) in self._compositions

    def _hints_for(self, formula: str, rings: int) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
        """The hints whose parents can be contained in a molecule of that composition.

        More atoms or rings than any parent has make no difference, so that few compositions are told apart.
        """
        counts = tuple(
            min(most, int(found[1] or 1)) if (found := count.search(formula)) else 0
            for _, most, count in self._needed
        )
        return self._hints_within(counts, min(rings, self._most_rings))

    def _choose(self, counts: tuple[int, ...], rings: int) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
        elements = Counter({n: count for (n, _, _), count in zip(self._needed, counts, strict=True)})
        members = tuple(hint for hint in self._members if hint.applies(elements, rings))
        return members, tuple(hint for hint in self._derived if hint.applies(elements, rings))


def owner(clause: str, pattern: str = "") -> str:
    """The owner of a drawn skeleton; that of a parent is its canonical form without stereo."""
    return f"{clause}/{pattern}"
