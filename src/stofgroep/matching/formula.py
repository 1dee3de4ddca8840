"""Molecular formulas as RDKit writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rdkit import Chem

_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)")
_TABLE = Chem.GetPeriodicTable()
# The elements to which nothing binds by a dative bond; boron and the metals are not among them.
_NO_ACCEPTORS = frozenset({1, 2, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 33, 34, 35, 36, 52, 53, 54, 85, 86})
_NUMBERS = {_TABLE.GetElementSymbol(number): number for number in range(2, 119)}


# Several conditions ask for the elements of one molecule after another.
@lru_cache(1 << 10)
def elements(formula: str) -> Mapping[int, int]:
    """Atoms by atomic number; hydrogen and charge are left out."""
    return {_NUMBERS[symbol]: int(count or 1) for symbol, count in _ELEMENT.findall(formula) if symbol != "H"}


@lru_cache(1 << 14)
def holds_acceptor(formula: str) -> bool:
    """Whether a molecule holds a metal or boron, to which RDKit may draw a bond that takes up no valence."""
    return not elements(formula).keys() <= _NO_ACCEPTORS
