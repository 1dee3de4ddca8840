"""Which components are mere counter-ions or solvent.

A role never takes a component out of the decision; it only says whether the
input counts as a mixture. Compared without stereo.
"""

from __future__ import annotations

from functools import cache

from rdkit import Chem

from stofgroep.structure.component import Role
from stofgroep.structure.toolkit import NONMETALS

_ACIDS = """
    F Cl Br I OS(O)(=O)=O OP(O)(O)=O O[N+]([O-])=O O[Cl+3]([O-])([O-])[O-] OC(O)=O OB(O)O N#CS
    F[B-](F)(F)F F[P-](F)(F)(F)(F)F OS(O)=O
    OC=O CC(O)=O CCC(O)=O OC(=O)C(F)(F)F OC(=O)C(O)=O OC(=O)CC(O)=O OC(=O)CCC(O)=O OC(=O)CCCCC(O)=O
    OC(=O)C=CC(O)=O OC(=O)CC(O)C(O)=O OC(=O)C(O)C(O)C(O)=O OC(=O)CC(O)(CC(O)=O)C(O)=O CC(O)C(O)=O OCC(O)=O
    OC(=O)c1ccccc1 OC(=O)C(O)c1ccccc1 OCC(O)C(O)C(O)C(O)C(O)=O
    CS(O)(=O)=O CCS(O)(=O)=O OS(=O)(=O)C(F)(F)F OS(=O)(=O)c1ccccc1 Cc1ccc(cc1)S(O)(=O)=O
    OS(=O)(=O)CCS(O)(=O)=O OCCS(O)(=O)=O OS(=O)(=O)c1ccc2ccccc2c1 CC1(C)C2CCC1(CS(O)(=O)=O)C(=O)C2
    OC(=O)c1cc2ccccc2c(Cc2c(O)c(cc3ccccc23)C(O)=O)c1O
    OC(=O)c1cc(O)c2ccccc2c1Cc1c(C(O)=O)cc(O)c2ccccc12
    CCCCCCCCCCCCOS(O)(=O)=O
"""
_BASES = "N CNCC(O)C(O)C(O)C(O)CO NC(CO)(CO)CO CCN(CC)CC NCCN OCCN OCCNCCO C[N+](C)(C)CCO"
_SOLVENTS = """
    O CO CCO CCCO CC(C)O CCCCO CC(C)=O CCC(C)=O CC#N CS(C)=O CN(C)C=O CC(=O)N(C)C CCOCC CC(C)OC(C)C
    COC(C)(C)C C1CCOC1 C1COCCO1 CCOC(C)=O CC(=O)OC(C)C ClCCl ClC(Cl)Cl ClCCCl
    Cc1ccccc1 c1ccccc1 CCCCC CCCCCC CCCCCCC C1CCCCC1
"""


def _flat(mol: Chem.Mol) -> str:
    return Chem.MolToSmiles(mol, isomericSmiles=False)


@cache
def _roles() -> dict[str, Role]:
    known = {_flat(Chem.MolFromSmiles(smiles)): Role.SOLVENT for smiles in _SOLVENTS.split()}
    for smiles in f"{_ACIDS} {_BASES}".split():
        known[_flat(Chem.MolFromSmiles(smiles))] = Role.COUNTER_ION
    return known


def _is_bare_cation(mol: Chem.Mol) -> bool:
    """Whether a component is one metal atom or a proton: never a substance beside another component."""
    if mol.GetNumAtoms() != 1:
        return False
    atom = mol.GetAtomWithIdx(0)
    return atom.GetAtomicNum() not in NONMETALS or (atom.GetAtomicNum() == 1 and atom.GetFormalCharge() == 1)


def roles_of(mols: list[Chem.Mol]) -> list[Role]:
    """The role of each component among the others.

    When nothing but counter-ions and solvents is present they *are* the
    substance; only metals and protons stay counter-ions then, unless they are all there is.
    """
    if len(mols) == 1:
        return [Role.SUBSTANCE]
    bare = [_is_bare_cation(mol) for mol in mols]
    roles = [
        Role.COUNTER_ION if cation else _roles().get(_flat(mol), Role.SUBSTANCE)
        for mol, cation in zip(mols, bare, strict=True)
    ]
    if Role.SUBSTANCE in roles:
        return roles
    if all(bare):
        return [Role.SUBSTANCE] * len(mols)
    return [Role.COUNTER_ION if cation else Role.SUBSTANCE for cation in bare]
