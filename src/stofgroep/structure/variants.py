"""One drawing for groups that are drawn in several ways: N2O, azides, sulfoxides, covalent salts.

Everything here works on the Kekulé form before sanitisation, so that one
sanitisation suffices. RDKit's own clean-up writes nitro, N-oxide, azide and
diazo groups with charges; what it leaves is done here.
"""

from __future__ import annotations

import re

from rdkit import Chem

_SINGLE = Chem.BondType.SINGLE
_DOUBLE = Chem.BondType.DOUBLE
_TRIPLE = Chem.BondType.TRIPLE

_NEUTRAL_N2O = Chem.MolFromSmarts("[ND1;+0]#[ND2;+0]=[OD1;+0]")
_MESOMERS = (
    # azide, diazo: R-[N-]-[N+]#N is R-N=[N+]=[N-]
    (Chem.MolFromSmarts("[#7,#6;-]-[#7;+]#[#7;+0]"), (0, 1, -1), (_DOUBLE, _DOUBLE)),
    # nitrous oxide, nitrile oxide: [N-]=[N+]=O is N#[N+][O-]
    (Chem.MolFromSmarts("[#7,#6;-]=[#7;+]=[#8;+0]"), (0, 1, -1), (_TRIPLE, _SINGLE)),
)

_NEIGHBOURING_CHARGES = Chem.MolFromSmarts("[-]~[+,+2,+3]")
_DATIVE_OXIDE = Chem.MolFromSmarts("[#7,#15,#16,#34]->[#8D1]")
# Sulfoxides, phosphine oxides, sulfilimines drawn with charges; [N+2]([O-])[O-] is a nitro group.
_SEPARATED = (
    Chem.MolFromSmarts("[#15,#16,#34,#52;+,+2,+3]-[#7,#8,#16;-]"),
    Chem.MolFromSmarts("[#7;+2]-[#8D1;-]"),
)

# Metals whose bonds to O, N, S and halogen are salts however they are drawn; transition
# metals are not among them: cutting cisplatin or haem would make another substance.
_SALT_METAL = re.compile(r"\[\d*(?:Li|Na|K|Rb|Cs|Fr|Be|Mg|Ca|Sr|Ba|Ra|Zn|Al)[^a-z]")
_SALT_BONDS = Chem.MolFromSmarts(
    "[#3,#11,#19,#37,#55,#87,#4,#12,#20,#38,#56,#88,#30,#13]~[#7,#8,#9,#16,#17,#34,#35,#53]"
)


def repair_nitrous_oxide(mol: Chem.Mol) -> None:
    """Write ``N#N=O`` with charges, in place: RDKit's clean-up would make another molecule of it."""
    for left, middle, right in mol.GetSubstructMatches(_NEUTRAL_N2O):
        mol.GetAtomWithIdx(left).SetFormalCharge(0)
        mol.GetAtomWithIdx(middle).SetFormalCharge(1)
        mol.GetAtomWithIdx(right).SetFormalCharge(-1)
        mol.GetBondBetweenAtoms(middle, right).SetBondType(_SINGLE)


def unify_variants(mol: Chem.Mol, *, dative: bool) -> None:
    """Rewrite mesomeric drawings of one group to one form, in place; ``dative``: look for such bonds too."""
    if mol.HasSubstructMatch(_NEIGHBOURING_CHARGES):
        _unify_charges(mol)
    if not dative:
        return
    for donor, oxygen in mol.GetSubstructMatches(_DATIVE_OXIDE):
        mol.GetBondBetweenAtoms(donor, oxygen).SetBondType(_SINGLE)
        mol.GetAtomWithIdx(donor).SetFormalCharge(mol.GetAtomWithIdx(donor).GetFormalCharge() + 1)
        acceptor = mol.GetAtomWithIdx(oxygen)
        acceptor.SetFormalCharge(acceptor.GetFormalCharge() - 1)
        # RDKit counts the dative bond as one and writes the oxygen of N->O as [OH].
        acceptor.SetNumExplicitHs(0)


def _unify_charges(mol: Chem.Mol) -> None:
    for pattern, charges, orders in _MESOMERS:
        for match in mol.GetSubstructMatches(pattern):
            for index, charge in zip(match, charges, strict=True):
                mol.GetAtomWithIdx(index).SetFormalCharge(charge)
            for start, order in enumerate(orders):
                mol.GetBondBetweenAtoms(match[start], match[start + 1]).SetBondType(order)
    for pattern in _SEPARATED:
        for index, partner in mol.GetSubstructMatches(pattern):
            plus, minus = mol.GetAtomWithIdx(index), mol.GetAtomWithIdx(partner)
            # the second oxygen of [N+2]([O-])[O-] stays as it is
            if plus.GetFormalCharge() > (1 if plus.GetAtomicNum() == 7 else 0):
                plus.SetFormalCharge(plus.GetFormalCharge() - 1)
                minus.SetFormalCharge(0)
                mol.GetBondBetweenAtoms(index, partner).SetBondType(_DOUBLE)


def has_salt_metal(smiles: str) -> bool:
    """Whether a SMILES names a metal whose bonds may be cut."""
    return _SALT_METAL.search(smiles) is not None


def cut_salts(mol: Chem.Mol, smiles: str) -> Chem.Mol:
    """Cut bonds between salt-forming metals and O, N, S or halogen.

    Parameters
    ----------
    mol : the molecule
    smiles : its text, searched first because that is ten times cheaper
    """
    if not has_salt_metal(smiles):
        return mol
    cuts = mol.GetSubstructMatches(_SALT_BONDS)
    editable = Chem.RWMol(mol)
    for metal_index, partner_index in cuts:
        kind = editable.GetBondBetweenAtoms(metal_index, partner_index).GetBondType()
        if kind not in (_SINGLE, Chem.BondType.DATIVE):
            continue
        editable.RemoveBond(metal_index, partner_index)
        if kind == _SINGLE:
            metal, partner = editable.GetAtomWithIdx(metal_index), editable.GetAtomWithIdx(partner_index)
            metal.SetFormalCharge(metal.GetFormalCharge() + 1)
            metal.SetNoImplicit(True)
            partner.SetFormalCharge(partner.GetFormalCharge() - 1)
    return editable.GetMol()
