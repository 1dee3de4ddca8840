"""Molecular formulas as RDKit writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rdkit import Chem

_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)")
_TABLE = Chem.GetPeriodicTable()
_NUMBERS = {_TABLE.GetElementSymbol(number): number for number in range(2, 119)}


# Several conditions ask for the elements of one molecule after another.
@lru_cache(1 << 10)
def elements(formula: str) -> Mapping[int, int]:
    """Atoms by atomic number; hydrogen and charge are left out."""
    return {_NUMBERS[symbol]: int(count or 1) for symbol, count in _ELEMENT.findall(formula) if symbol != "H"}
