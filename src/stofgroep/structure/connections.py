"""Rings counted in the text of a molblock or InChI, before RDKit reads it.

RDKit searches the exact rings while reading either, even unsanitised, and for
cages joined in a ring that search does not come back.
"""

from __future__ import annotations

import re

_V3000_ATOM = re.compile(r"M  V30 (\d+) \S+ ")
_V3000_BOND = re.compile(r"M  V30 \d+ \d+ (\d+) (\d+)")
_INCHI_CONNECTIONS = re.compile(r"/c([^/]*)")


def block_rings(lines: list[str]) -> int | None:
    """Bonds - atoms + fragments of a molblock; None if its bonds cannot be read.

    Parameters
    ----------
    lines : the molblock from its counts line on
    """
    try:
        atoms, bonds = _v3000(lines) if lines[0].rstrip().endswith("V3000") else _v2000(lines)
    except (ValueError, IndexError):
        return None
    root = {atom: atom for atom in atoms}
    rings = 0
    for bond in bonds:
        if not root.keys() >= set(bond):
            return None
        first, second = (_find(root, end) for end in bond)
        rings += first == second
        root[first] = second
    return rings


def _find(root: dict[int, int], atom: int) -> int:
    while root[atom] != atom:
        root[atom] = atom = root[root[atom]]
    return atom


def _v2000(lines: list[str]) -> tuple[list[int], list[tuple[int, int]]]:
    atoms, bonds = int(lines[0][:3]), int(lines[0][3:6])
    block = lines[1 + atoms : 1 + atoms + bonds]
    return list(range(1, atoms + 1)), [(int(line[:3]), int(line[3:6])) for line in block]


def _v3000(lines: list[str]) -> tuple[list[int], list[tuple[int, int]]]:
    atoms: list[int] = []
    bonds: list[tuple[int, int]] = []
    part = ""
    for line in lines:
        if line.startswith("M  V30 BEGIN "):
            part = line[13:].strip()
        elif line.startswith("M  V30 END "):
            part = ""
        elif part == "ATOM" and (atom := _V3000_ATOM.match(line)):
            atoms.append(int(atom[1]))
        elif part == "BOND" and (bond := _V3000_BOND.match(line)):
            bonds.append((int(bond[1]), int(bond[2])))
    return atoms, bonds


def inchi_rings(text: str) -> int:
    """Rings of an InChI: every atom number beyond its first mention closes one."""
    connections = _INCHI_CONNECTIONS.search(text)
    rings = 0
    for part in connections[1].split(";") if connections else ():
        times, _, chain = part.rpartition("*")
        numbers = re.findall(r"\d+", chain)
        rings += (int(times) if times.isdigit() else 1) * (len(numbers) - len(set(numbers)))
    return rings
