"""A cheap condition that every molecule meets which is on a list, in a closing clause or a precursor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.law.closings import Closings
from stofgroep.matching.formula import elements
from stofgroep.matching.graph import AnyOf, bits, near_masks, occurs
from stofgroep.matching.hints import Shape, hints, shape_of_parent, shape_of_query, suffices
from stofgroep.matching.sites import degrees

# Metals that salts are drawn with, also as if covalently bound.
_METALS = frozenset({3, 11, 12, 13, 19, 20, 30, 37, 38, 47, 55, 56})
_ION = re.compile(r"[+-]|Li|Na|K|Rb|Cs|Mg|Ca|Sr|Ba|Zn|Al|Ag")
_BRIDGE = AnyOf((Chem.MolFromSmarts("[#8;D2]"),))
_CACHED_FORMULAS = 1 << 14

_HYDROGEN = re.compile(r"H(?![a-z])(\d*)")
_CHARGE = re.compile(r"([+-])(\d*)$")
_DATIVE = AnyOf((Chem.MolFromSmarts("*->*"),))

_Composition = frozenset[tuple[int, int]]
_Uncharged = tuple[_Composition, int]
_Branching = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Asked:
    """What is left to ask of a molecule of some composition.

    hints : places of the hints whose parents it can contain
    question : those hints, asked in one call
    bridged : whether there are hints of derivatives, all of which have an oxygen with two neighbours
    dative : whether it passes for having a dative bond
    branchings : of what is recognised and has this very formula
    """

    hints: tuple[int, ...]
    question: AnyOf
    bridged: bool
    dative: bool = False
    branchings: frozenset[_Branching] = frozenset()


def _without_metals(elements: Mapping[int, int]) -> _Composition:
    """What protonation, charge and salt formation leave alone: the other heavy atoms."""
    return frozenset((n, count) for n, count in elements.items() if n != 1 and n not in _METALS)


def _branching(mol: Chem.Mol) -> _Branching:
    """Per atom its number of neighbours and theirs, sorted: the same in every drawing of the bonds."""
    near = near_masks(mol)
    degrees = [mask.bit_count() for mask in near]
    return tuple(sorted((degrees[i], sum(degrees[j] for j in bits(mask))) for i, mask in enumerate(near)))


def _unprotonated(formula: str) -> int:
    """Hydrogen atoms less the charge: moving protons, as neutralising does, leaves it alone."""
    hydrogen, charge = _HYDROGEN.search(formula), _CHARGE.search(formula)
    count = int(hydrogen[1] or 1) if hydrogen else 0
    return count - (int(f"{charge[1]}{charge[2] or 1}") if charge else 0)


def _uncharged(formula: str) -> _Uncharged:
    """What salt formation and moving protons leave alone in a formula."""
    return _without_metals(elements(formula)), _unprotonated(formula)


class ListsGate:
    """Necessary conditions, on molecules that need not be sanitised.

    Rows and precursors are recognised by their formula and branching, clauses of fixed
    formula by that alone; ethers, esters and the other clauses by rare subgraphs of
    their parents, and by the whole parent where one is there. Nothing is rejected for
    how it is drawn: several pieces, charges and metals are looked through by the heavy
    atoms alone, and explicit hydrogen atoms, which change the number of neighbours, let
    a molecule pass.

    Parameters
    ----------
    recognised : everything that is found by its canonical form
    parents : canonical form without stereo → structures whose ethers and esters count
    closings : the closing clauses
    """

    def __init__(
        self, recognised: Iterable[Chem.Mol], parents: Mapping[str, Chem.Mol], closings: Closings
    ) -> None:
        branchings: dict[str, set[_Branching]] = {}
        for mol in recognised:
            branchings.setdefault(rdMolDescriptors.CalcMolFormula(mol), set()).add(_branching(mol))
        self._branchings = {formula: frozenset(found) for formula, found in branchings.items()}
        self._fixed = {p.formula for c in closings.clauses for p in c.patterns if p.formula is not None}
        self._formulas = self._branchings.keys() | self._fixed
        self._compositions = {_without_metals(elements(f)) for f in self._formulas}
        self._neutral: dict[_Uncharged, frozenset[_Branching]] = {}
        for formula, drawn in self._branchings.items():
            kind = _uncharged(formula)
            self._neutral[kind] = self._neutral.get(kind, frozenset()) | drawn
        self._neutral_fixed = {_uncharged(formula) for formula in self._fixed}
        derived = [shape_of_parent(form, parent) for form, parent in parents.items()]
        members: list[Shape] = []
        for clause in closings.clauses:
            for pattern in clause.patterns:
                shape = shape_of_query(owner(clause.id, pattern.name), pattern.query, degrees(pattern))
                (derived if pattern.derivable else members).append(shape)
            if clause.pentavalent is not None:
                nitrogen = {clause.pentavalent.nitrogen: 4}
                members.append(shape_of_query(owner(clause.id), clause.pentavalent.query, nitrogen))
        found = hints(members)
        self._members = len(found)
        self._hints = (*found, *hints(derived))
        self._wholes = [AnyOf(parent.query() for parent in hint.parents) for hint in self._hints]
        parents_of = [parent for hint in self._hints for parent in hint.parents]
        needed: Counter[int] = Counter()
        for parent in parents_of:
            needed |= parent.elements
        self._most = tuple(sorted(needed.items()))
        self._most_rings = max((parent.rings for parent in parents_of), default=0)
        self._needs = [hint.needs([number for number, _ in self._most]) for hint in self._hints]
        # many rows share a formula, many formulas the elements that parents ask for, and those the hints
        self._of_formula = lru_cache(_CACHED_FORMULAS)(self._look_up)
        self._within = lru_cache(_CACHED_FORMULAS)(self._choose)
        self._asked = lru_cache(_CACHED_FORMULAS)(self._bundle)

    def passes(self, mol: Chem.Mol, formula: str | None = None) -> bool:
        """False only if no component of the molecule can be on a list or in the precursor table.

        Parameters
        ----------
        mol : with property cache and ring information
        formula : its molecular formula, if known already
        """
        if formula is None:
            formula = rdMolDescriptors.CalcMolFormula(mol)
        rings = mol.GetNumBonds() - mol.GetNumAtoms() + 1
        if mol.GetRingInfo().NumRings() != rings:  # more rings than one piece can have: several pieces
            rings = mol.GetRingInfo().NumRings()
            if self._piece_passes(mol):
                return True
        asked = self._of_formula(formula, rings)
        if asked is None or (asked.dative and _DATIVE.occurs(mol)):
            return True
        if not (asked.hints or asked.branchings):
            return False
        if mol.GetNumHeavyAtoms() != mol.GetNumAtoms():
            return True
        if asked.branchings and _branching(mol) in asked.branchings:
            return True
        if not asked.question.occurs(mol):
            return False
        bridged = asked.bridged and _BRIDGE.occurs(mol)
        return any(
            occurs(mol, self._hints[place].query) and self._wholes[place].occurs(mol)
            for place in asked.hints
            if bridged or place < self._members
        )

    def possible(self, mol: Chem.Mol) -> frozenset[str]:
        """The owners (parents and drawn skeletons) of which this component may be a derivative or member.

        Parameters
        ----------
        mol : one neutral, sanitised component without explicit hydrogen atoms
        """
        formula = rdMolDescriptors.CalcMolFormula(mol)
        asked = self._composed(formula, mol.GetNumBonds() - mol.GetNumAtoms() + 1)
        hints = (self._hints[place] for place in asked.hints)
        met = [hint for hint in hints if mol.HasSubstructMatch(hint.query)]
        return frozenset(parent.owner for hint in met for parent in hint.parents)

    def _piece_passes(self, mol: Chem.Mol) -> bool:
        numbers = [atom.GetAtomicNum() for atom in mol.GetAtoms()]
        pieces = Chem.GetMolFrags(mol)
        composed = (_without_metals(Counter(numbers[i] for i in piece)) for piece in pieces)
        return any(composition in self._compositions for composition in composed)

    def _look_up(self, formula: str, rings: int) -> _Asked | None:
        """What is left to ask of a molecule; None: nothing, it passes by its formula."""
        if formula in self._fixed:
            return None
        asked = self._composed(formula, rings)
        if formula in self._branchings:
            asked = replace(asked, branchings=self._branchings[formula])
        if not _ION.search(formula):
            return asked
        found = elements(formula)
        kind = _uncharged(formula)
        # a metal may hide what it is bound to
        if formula in self._formulas or kind in self._neutral_fixed or not _METALS.isdisjoint(found):
            return None
        asked = replace(asked, branchings=self._neutral.get(kind, frozenset()))
        # protons that a drawing with a dative bond seems to have are not there
        return replace(asked, dative=_without_metals(found) in self._compositions)

    def _composed(self, formula: str, rings: int) -> _Asked:
        """The hints whose parents can be contained in a molecule of that composition.

        More atoms or rings than any parent has make no difference, so that few compositions are told apart.
        """
        found = elements(formula)
        counts = tuple([min(most, found.get(number, 0)) for number, most in self._most])
        return self._within((*counts, min(rings, self._most_rings)))

    def _choose(self, there: tuple[int, ...]) -> _Asked:
        return self._asked(
            tuple(
                place
                for place, ways in enumerate(self._needs)
                if any(suffices(there, needed) for needed in ways)
            )
        )

    def _bundle(self, places: tuple[int, ...]) -> _Asked:
        return _Asked(
            places,
            AnyOf(self._hints[place].query for place in places),
            any(place >= self._members for place in places),
        )


def owner(clause: str, pattern: str = "") -> str:
    """The owner of a drawn skeleton; that of a parent is its canonical form without stereo."""
    return f"{clause}/{pattern}"
