"""Small chemistry for the tables: reading, flattening, mirroring, comparing."""

from __future__ import annotations

from rdkit import Chem, rdBase
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

rdBase.DisableLog("rdApp.*")


def canonical(smiles: str, flat: bool = False) -> str:
    """Canonical SMILES, without stereo when flat. Raises ValueError when unreadable."""
    mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        raise ValueError(f"unreadable SMILES: {smiles}")
    if flat:
        Chem.RemoveStereochemistry(mol)
    return Chem.MolToSmiles(Chem.MolFromSmiles(Chem.MolToSmiles(mol)))


def mirrored(smiles: str) -> str:
    """The enantiomer: every tetrahedral centre inverted, double bonds kept."""
    mol = Chem.MolFromSmiles(smiles)
    for atom in mol.GetAtoms():
        atom.InvertChirality()
    return canonical(Chem.MolToSmiles(mol))


def formula(smiles: str) -> str:
    return str(CalcMolFormula(Chem.MolFromSmiles(smiles)))


def open_centres(smiles: str) -> list[str]:
    """Carbon stereocentres and double bonds that could carry a configuration but do not."""
    mol = Chem.MolFromSmiles(smiles)
    undefined = []
    for info in Chem.FindPotentialStereo(mol):
        if info.specified != Chem.StereoSpecified.Specified:
            if info.type == Chem.StereoType.Atom_Tetrahedral:
                if mol.GetAtomWithIdx(info.centeredOn).GetSymbol() == "C":
                    undefined.append(f"atom {info.centeredOn}")
            elif info.type == Chem.StereoType.Bond_Double and not _is_nh_imine(mol, info.centeredOn):
                undefined.append(f"bond {info.centeredOn}")
    return undefined


def _is_nh_imine(mol: Chem.Mol, bond: int) -> bool:
    """C=NH inverts freely: its geometry is no property of a substance."""
    ends = (mol.GetBondWithIdx(bond).GetBeginAtom(), mol.GetBondWithIdx(bond).GetEndAtom())
    return any(a.GetSymbol() == "N" and a.GetTotalNumHs() for a in ends)


def _read(structure: str) -> Chem.Mol | None:
    if structure.startswith("InChI="):
        return Chem.MolFromInchi(structure)  # type: ignore[no-untyped-call,no-any-return]
    return Chem.MolFromSmiles(structure)


def keys(structure: str) -> tuple[str, str] | None:
    """(skeleton key, stereo key) of the largest part, from its InChIKey; None if unreadable."""
    mol = _read(structure)
    if mol is None or not mol.GetNumAtoms():
        return None
    parts = sorted(Chem.GetMolFrags(mol, asMols=True), key=lambda m: -m.GetNumHeavyAtoms())
    key: str = Chem.MolToInchiKey(parts[0])  # type: ignore[no-untyped-call]
    return (key[:14], key[15:23]) if key else None


FLAT = "UHFFFAOY"


def fully_drawn(structure: str) -> bool:
    mol = _read(structure)
    return mol is not None and not open_centres(Chem.MolToSmiles(mol))
