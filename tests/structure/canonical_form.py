"""Canonical SMILES of literal expectations, which do not depend on how RDKit writes them."""

from __future__ import annotations

from rdkit import Chem


def canonical(smiles: str) -> str:
    """How this RDKit writes a literal SMILES."""
    return Chem.MolToSmiles(Chem.MolFromSmiles(smiles))
