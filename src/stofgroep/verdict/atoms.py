"""Atoms as people name them: the sign of the element and the number that the picture shows."""

from __future__ import annotations

from collections.abc import Iterable

from rdkit import Chem

BETWEEN = " · "


def atoms_in_words(mol: Chem.Mol | None, atoms: Iterable[int]) -> str:
    """Atoms by element, in the order in which they occur first: ``N 1 · C 0, 2–4``.

    A space stands between sign and number, so that an atom is not taken for a place
    that the law calls C1 or C2. Numbers count from 0 along the canonical SMILES.

    Parameters
    ----------
    mol : the component they count in; None leaves the elements out
    atoms : numbers of atoms, in any order
    """
    found: dict[str, list[int]] = {}
    for atom in sorted(set(atoms)):
        sign = "" if mol is None else mol.GetAtomWithIdx(atom).GetSymbol()
        found.setdefault(sign, []).append(atom)
    return BETWEEN.join(f"{sign} {ranges(numbers)}".lstrip() for sign, numbers in found.items())


def ranges(numbers: Iterable[int]) -> str:
    """Numbers with runs drawn together: 0, 5–10."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
