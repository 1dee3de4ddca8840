"""InChI: read, checked against its own formula, and brought to its usual tautomer."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from rdkit import Chem

from stofgroep.structure.refusal import Reason, Refusal
from stofgroep.structure.toolkit import mol_from_inchi

_LAYERS = re.compile(r"InChI=1S?/([A-Za-z0-9.]+)(?:/.*)?")
_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)")
_MOBILE = re.compile(r"/h[^/]*\(H")
# A hydrogen (or negative charge) moves from the first atom to the last, the double bonds
# between them shift. Oxygen before sulfur: it becomes the carbonyl of a thiocarbamate.
_SHIFTS = tuple(
    Chem.MolFromSmarts(smarts)
    for smarts in (
        "[#8;D1;H1,-]-[#6]=[#7;+0]",  # imidic acid to amide, hydroxyazine to lactam
        "[#16,#34;D1;H1,-]-[#6]=[#7;+0]",  # the same with sulfur
        "[#8;D1;H1,-]-[#6;R]=[#6;R]-[#6;R]=[#7;R;+0]",  # 4-hydroxypyridine to 4-pyridone
        "[#8;D1;H1,-]-[#6]1=[#6,#7]-[#6,#7]=[#6,#7]-[#6,#7]=[#7;+0]1",  # 2-hydroxypyridine
        "[#7;R;H1;+0]-[#6;R]=[#7;D1;H1;+0]",  # ring amidine to aminoazine
        "[#7;R;H1;+0]-[#6;R]=[#6;R]-[#6;R]=[#7;D1;H1;+0]",  # the same further away
    )
)


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
    _shift_hydrogens(mol)
    return mol


def _shift_hydrogens(mol: Chem.Mol) -> None:
    mol.UpdatePropertyCache(False)
    Chem.FastFindRings(mol)
    for pattern in _SHIFTS:
        # One at a time, since an atom may belong to several; each uses up a donor.
        while match := mol.GetSubstructMatch(pattern):
            for place, (start, end) in enumerate(pairwise(match)):
                bond = mol.GetBondBetweenAtoms(start, end)
                bond.SetStereo(Chem.BondStereo.STEREONONE)
                bond.SetBondType(Chem.BondType.SINGLE if place % 2 else Chem.BondType.DOUBLE)
            giver, taker = mol.GetAtomWithIdx(match[0]), mol.GetAtomWithIdx(match[-1])
            if giver.GetFormalCharge():
                giver.SetFormalCharge(0)
                taker.SetFormalCharge(-1)
            else:
                giver.SetNumExplicitHs(0)
                giver.SetNoImplicit(True)
                taker.SetNumExplicitHs(taker.GetTotalNumHs() + 1)
                taker.SetNoImplicit(True)
            mol.UpdatePropertyCache(False)


def _heavy_atoms(formula: str) -> Counter[str]:
    atoms: Counter[str] = Counter()
    for part in formula.split("."):
        factor = re.match(r"\d+", part)
        times = int(factor[0]) if factor else 1
        for symbol, count in _ELEMENT.findall(part):
            if symbol != "H":
                atoms[symbol] += times * int(count or 1)
    return atoms
