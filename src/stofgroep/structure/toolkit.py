"""How this package uses RDKit: silent, and with one set of parser settings."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from rdkit import Chem, RDLogger

# RDKit writes every unreadable input to stderr, which would put casework structures in
# logs. Blocking the log around each call (rdBase.BlockLogs) costs more than a microsecond
# and is not safe with threads; one switch at import costs nothing. The refusals say more.
RDLogger.DisableLog("rdApp.*")  # type: ignore[attr-defined]

NONMETALS = frozenset({1, 2, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 33, 34, 35, 36, 52, 53, 54, 85, 86})


def _parameters(extension: bool) -> Any:
    parameters: Any = Chem.SmilesParserParams()
    parameters.sanitize = False
    parameters.removeHs = False
    parameters.parseName = False
    parameters.allowCXSMILES = extension
    parameters.strictCXSMILES = extension
    return parameters


PLAIN = _parameters(extension=False)
EXTENDED = _parameters(extension=True)


def _kekulize() -> Callable[[Chem.Mol], None]:
    # The ranking that makes the Kekulé form independent of atom order doubles the cost and
    # is wasted here, since aromaticity is perceived anew; older releases cannot skip it.
    if "canonical" in (inspect.getdoc(Chem.Kekulize) or ""):
        return lambda mol: Chem.Kekulize(mol, True, False)
    return lambda mol: Chem.Kekulize(mol, True)


kekulize = _kekulize()
# RDKit's readers answer None for what they cannot read; its stubs do not say so.
mol_from_smiles: Callable[[str, Any], Chem.Mol | None] = Chem.MolFromSmiles
mol_from_block: Callable[..., Chem.Mol | None] = Chem.MolFromMolBlock
mol_from_inchi: Callable[..., Chem.Mol | None] = Chem.MolFromInchi
