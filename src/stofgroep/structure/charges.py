"""From any protonation state to the neutral substance.

The rules, in this order, on the Kekulé form before sanitisation:

1. a positive N, O, S, ... that bears hydrogen loses it (ammonium, amidinium,
   pyridinium, oxonium), unless a negative neighbour balances it (amine oxides);
2. a positive N without hydrogen gives the proton of a hydroxyl on it (a
   protonated N-oxide);
3. a negative atom takes up hydrogen unless a positive neighbour balances it
   (nitro, N-oxide, azide, diazo, isonitrile), or the charge belongs to a
   mesoionic ring (sydnones, sydnonimines), which has no uncharged drawing.

A quaternary nitrogen keeps its charge whatever else the molecule holds: a
betaine comes out as its acid, the same from inner salt and hydrochloride.
"""

from __future__ import annotations

from rdkit import Chem

_LOSES_HYDROGEN = frozenset({7, 8, 15, 16, 33, 34, 52})
_TAKES_HYDROGEN = frozenset({6, 7, 8, 9, 16, 17, 34, 35, 52, 53, 85})
_HALOGENS = frozenset({9, 17, 35, 53, 85})

_CHARGED = Chem.MolFromSmarts("[!+0]").GetAtomWithIdx(0)

_MESOIONIC = (
    Chem.MolFromSmarts("[#6,#7,#8,#16;-]-[#6]1~[+]~*~*~*~1"),
    Chem.MolFromSmarts("[#6,#7,#8,#16;-]-[#6]1~*~[+]~*~*~1"),
)
# The other mesomer of an acylated sydnonimine: the charge drawn on the acyl oxygen.
_ACYL_IMIDATE = (
    Chem.MolFromSmarts("[#8D1;-]-[#6]=[#7D2]-[#6]1~[+]~*~*~*~1"),
    Chem.MolFromSmarts("[#8D1;-]-[#6]=[#7D2]-[#6]1~*~[+]~*~*~1"),
)


def is_charged(mol: Chem.Mol) -> bool:
    """Whether any atom bears a charge."""
    return len(mol.GetAtomsMatchingQuery(_CHARGED)) > 0


def neutralise(mol: Chem.Mol) -> bool:
    """Bring a Kekulé molecule to its neutral form in place; whether a proton was moved."""
    charged = list(mol.GetAtomsMatchingQuery(_CHARGED))
    positive = [atom for atom in charged if atom.GetFormalCharge() > 0]
    negative = [atom for atom in charged if atom.GetFormalCharge() < 0]
    moved = False
    for atom in positive:
        moved |= _lose_hydrogen(atom)
    for atom in positive:
        moved |= _lose_hydroxyl_hydrogen(atom)
    if not negative:
        return moved
    kept = _mesoionic(mol) if any(atom.GetFormalCharge() > 0 for atom in positive) else frozenset()
    balanced = _balanced(positive)
    for atom in negative:
        if atom.GetIdx() in kept or atom.GetIdx() in balanced:
            continue
        if atom.GetAtomicNum() in _TAKES_HYDROGEN and not (
            atom.GetAtomicNum() in _HALOGENS and atom.GetDegree()
        ):
            atom.SetNumExplicitHs(atom.GetNumExplicitHs() - atom.GetFormalCharge())
            atom.SetFormalCharge(0)
            moved = True
    return moved


def _unbalanced(atom: Chem.Atom) -> int:
    opposite = sum(-n.GetFormalCharge() for n in atom.GetNeighbors() if n.GetFormalCharge() < 0)
    return int(atom.GetFormalCharge() - opposite)


def _lose_hydrogen(atom: Chem.Atom) -> bool:
    if atom.GetAtomicNum() not in _LOSES_HYDROGEN:
        return False
    lost = min(_unbalanced(atom), atom.GetTotalNumHs())
    if lost <= 0:
        return False
    hydrogens = atom.GetTotalNumHs() - lost
    atom.SetFormalCharge(atom.GetFormalCharge() - lost)
    atom.SetNumExplicitHs(hydrogens)
    atom.SetNoImplicit(True)
    return True


def _lose_hydroxyl_hydrogen(atom: Chem.Atom) -> bool:
    if atom.GetAtomicNum() != 7 or _unbalanced(atom) <= 0 or atom.GetTotalNumHs():
        return False
    for neighbour in atom.GetNeighbors():
        if (
            neighbour.GetAtomicNum() == 8
            and neighbour.GetDegree() == 1
            and neighbour.GetFormalCharge() == 0
            and neighbour.GetTotalNumHs() == 1
        ):
            neighbour.SetFormalCharge(-1)
            neighbour.SetNumExplicitHs(0)
            neighbour.SetNoImplicit(True)
            return True
    return False


def _balanced(positive: list[Chem.Atom]) -> set[int]:
    """Negative atoms whose charge a positive neighbour makes up for; of equals the first."""
    balanced: set[int] = set()
    for atom in positive:
        room = atom.GetFormalCharge()
        neighbours = [n for n in atom.GetNeighbors() if n.GetFormalCharge() < 0]
        neighbours.sort(key=lambda n: (-n.GetAtomicNum(), n.GetDegree(), n.GetIdx()))
        for neighbour in neighbours:
            if room > 0 and neighbour.GetIdx() not in balanced:
                balanced.add(neighbour.GetIdx())
                room += neighbour.GetFormalCharge()
    return balanced


def _mesoionic(mol: Chem.Mol) -> frozenset[int]:
    for pattern in _ACYL_IMIDATE:
        for oxygen, carbon, nitrogen, *_ in mol.GetSubstructMatches(pattern):
            mol.GetAtomWithIdx(oxygen).SetFormalCharge(0)
            mol.GetAtomWithIdx(nitrogen).SetFormalCharge(-1)
            mol.GetBondBetweenAtoms(oxygen, carbon).SetBondType(Chem.BondType.DOUBLE)
            mol.GetBondBetweenAtoms(carbon, nitrogen).SetBondType(Chem.BondType.SINGLE)
    return frozenset(match[0] for pattern in _MESOIONIC for match in mol.GetSubstructMatches(pattern))
