"""Filling in open positions: every place a substituent may sit."""

from __future__ import annotations

from math import prod

from rdkit import Chem
from rdkit.Chem import rdMolEnumerator

from stofgroep.structure.limits import Limits
from stofgroep.structure.refusal import Reason, Refusal

_ENDS = "_MolFileBondEndPts"


def fill_positions(mol: Chem.Mol, limits: Limits) -> list[str] | Refusal:
    """SMILES of every way to fill in the open positions, impossible and repeated ones included.

    Parameters
    ----------
    mol : Kekulé molecule whose open bonds carry their possible ends
    limits : how many ways there may be
    """
    choices = []
    for bond in mol.GetBonds():
        if bond.HasProp(_ENDS):
            count, *ends = (int(number) for number in bond.GetProp(_ENDS).strip("() ").split())
            if count != len(ends) or not ends or not all(1 <= end <= mol.GetNumAtoms() for end in ends):
                return Refusal(Reason.POSITION, "position outside the structure")
            choices.append(len(ends))
            # A hydrogen written at a possible position is what the substituent replaces.
            for end in ends:
                atom = mol.GetAtomWithIdx(end - 1)
                if atom.GetNumExplicitHs() and not atom.GetFormalCharge():
                    atom.SetNumExplicitHs(0)
                    atom.SetNoImplicit(False)
    if prod(choices) > limits.completions:
        return Refusal(Reason.TOO_MANY_COMPLETIONS, f"more than {limits.completions} ways to fill in")
    mol.UpdatePropertyCache(False)
    bundle = rdMolEnumerator.Enumerate(mol)
    return list(dict.fromkeys(Chem.MolToSmiles(filled) for filled in bundle))
