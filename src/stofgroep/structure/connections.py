"""Atoms and bonds of a molblock without RDKit, to count rings before it searches for them.

RDKit looks for the exact rings while reading a molblock, even unsanitised, so a
cage of cages would never come back.
"""

from __future__ import annotations

import re

from rdkit import Chem

_V3000_ATOM = re.compile(r"M  V30 \d+ (\S+) ")
_V3000_BOND = re.compile(r"M  V30 \d+ \d+ (\d+) (\d+)")


def skeleton(lines: list[str]) -> Chem.Mol | None:
    """Elements and single bonds of a molblock, with fast ring membership; None if unreadable.

    Parameters
    ----------
    lines : the molblock from its counts line on
    """
    elements, bonds = _v3000(lines) if lines[0].rstrip().endswith("V3000") else _v2000(lines)
    mol = Chem.RWMol()
    table = Chem.GetPeriodicTable()
    try:
        for element in elements:
            # Atom lists, R groups and the like are judged by the full reading.
            known = element.isalpha() and element not in {"A", "L", "LP", "Q", "X", "M", "R"}
            mol.AddAtom(Chem.Atom(table.GetAtomicNumber(element) if known else 0))
        for start, end in bonds:
            mol.AddBond(start - 1, end - 1, Chem.BondType.SINGLE)
    except (RuntimeError, OverflowError):
        return None
    Chem.FastFindRings(mol)
    return mol.GetMol()


def _v2000(lines: list[str]) -> tuple[list[str], list[tuple[int, int]]]:
    try:
        atoms, bonds = int(lines[0][:3]), int(lines[0][3:6])
        elements = [line[31:34].strip() for line in lines[1 : 1 + atoms]]
        ends = [(int(line[:3]), int(line[3:6])) for line in lines[1 + atoms : 1 + atoms + bonds]]
    except ValueError:
        return [], [(0, 0)]
    return elements, ends


def _v3000(lines: list[str]) -> tuple[list[str], list[tuple[int, int]]]:
    elements: list[str] = []
    ends: list[tuple[int, int]] = []
    part = ""
    for line in lines:
        if line.startswith("M  V30 BEGIN "):
            part = line[13:].strip()
        elif part == "ATOM" and (atom := _V3000_ATOM.match(line)):
            elements.append(atom[1])
        elif part == "BOND" and (bond := _V3000_BOND.match(line)):
            ends.append((int(bond[1]), int(bond[2])))
        elif line.startswith("M  V30 END "):
            part = ""
    return elements, ends
