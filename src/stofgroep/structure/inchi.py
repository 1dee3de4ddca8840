"""InChI: read, checked against its own formula, and brought to its usual tautomer."""

from __future__ import annotations

import re
from collections import Counter

from rdkit import Chem

from stofgroep.structure.refusal import Reason, Refusal
from stofgroep.structure.tautomers import OF_INCHI, shift_hydrogens
from stofgroep.structure.toolkit import mol_from_inchi

_LAYERS = re.compile(r"InChI=1S?/([A-Za-z0-9.]+)(?:/.*)?")
_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)")
_MOBILE = re.compile(r"/h[^/]*\(H")


def has_mobile_hydrogen(text: str) -> bool:
    """Whether the InChI leaves open which of several atoms bear hydrogen."""
    return _MOBILE.search(text) is not None


def read_inchi(text: str) -> Chem.Mol | Refusal:
    """The unsanitised molecule of an InChI, in its usual tautomer.

    Its heavy atoms must be those of the formula layer. A standard InChI does not
    say where mobile hydrogens are, and its software puts them on oxygen: every
    secondary amide would come out as an imidic acid.
    """
    layers = _LAYERS.fullmatch(text)
    if not layers:
        return Refusal(Reason.UNREADABLE, "not an InChI")
    try:
        mol = mol_from_inchi(text, sanitize=False, removeHs=False, logLevel=None)
    except Exception as error:
        return Refusal(Reason.UNREADABLE, type(error).__name__)
    if mol is None:
        return Refusal(Reason.UNREADABLE, "not an InChI")
    present = Counter(atom.GetSymbol() for atom in mol.GetAtoms() if atom.GetAtomicNum() > 1)
    if present != _heavy_atoms(layers[1]):
        return Refusal(Reason.UNREADABLE, "InChI formula and connections disagree")
    mol.UpdatePropertyCache(False)
    Chem.FastFindRings(mol)
    shift_hydrogens(mol, OF_INCHI)
    return mol


def _heavy_atoms(formula: str) -> Counter[str]:
    atoms: Counter[str] = Counter()
    for part in formula.split("."):
        factor = re.match(r"\d+", part)
        times = int(factor[0]) if factor else 1
        for symbol, count in _ELEMENT.findall(part):
            if symbol != "H":
                atoms[symbol] += times * int(count or 1)
    return atoms
