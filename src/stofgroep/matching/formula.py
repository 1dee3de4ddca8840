"""Molecular formulas as RDKit writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rdkit import Chem

from stofgroep.structure.toolkit import NONMETALS

_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)")
_TABLE = Chem.GetPeriodicTable()
_BORON = 5
# The elements to which nothing is bound by a dative bond, as long as nobody draws one.
_NO_ACCEPTORS = NONMETALS - {_BORON}
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
