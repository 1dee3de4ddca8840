"""Hydrogens that a notation leaves where no chemist draws them, moved to where they belong.

No general tautomer is chosen: that would change structures that the law draws itself.
"""

from __future__ import annotations

from itertools import pairwise

from rdkit import Chem

# A hydrogen (or negative charge) moves from the first atom to the last, the double bonds
# between them shift. Oxygen before sulfur: it becomes the carbonyl of a thiocarbamate.
OF_INCHI = tuple(
    Chem.MolFromSmarts(smarts)
    for smarts in (
        "[#8;D1;H1,-]-[#6]=[#7;+0]",  # imidic acid to amide, hydroxyazine to lactam
        "[#16,#34;D1;H1,-]-[#6]=[#7;+0]",  # the same with sulfur
        "[#8;D1;H1,-]-[#6;R]=[#6;R]-[#6;R]=[#7;R;+0]",  # 4-hydroxypyridine to 4-pyridone
        "[#8;D1;H1,-]-[#6]1=[#6,#7]-[#6,#7]=[#6,#7]-[#6,#7]=[#7;+0]1",  # 2-hydroxypyridine
        "[#7;R;H1;+0]-[#6;R]=[#7;D1;H1;+0]",  # ring amidine to aminoazine
        "[#7;R;H1;+0]-[#6;R]=[#6;R]-[#6;R]=[#7;D1;H1;+0]",  # the same further away
    )
)
# An imidic acid is written by software that went by way of an InChI; the substance is the amide or lactam.
# In an aromatic ring (hydroxypyridine) it is a form of its own.
IMIDIC_ACID = (Chem.MolFromSmarts("[#8;D1;H1;+0]-[#6;!a]=[#7;!a;+0]"),)

# An open-chain amidine or guanidine is one substance, whichever nitrogen the double bond is drawn to:
# judged is the form in which the substituted nitrogen bears hydrogen.
AMIDINE = (Chem.MolFromSmarts("[#7;D1;H2;+0]-[#6;!R]=[#7;D2;!R;+0;$(*-[#6])]"),)

# What every match of the two holds: one cheap question instead of two, since few structures have either.
_EITHER = Chem.MolFromSmarts("[#7,#8;D1]-[#6]=[#7]")


def may_shift(mol: Chem.Mol) -> bool:
    """False only if neither an imidic acid nor an amidine is there."""
    return bool(mol.HasSubstructMatch(_EITHER))


def shift_hydrogens(mol: Chem.Mol, patterns: tuple[Chem.Mol, ...]) -> bool:
    """Shift wherever a pattern occurs, and say whether it did; rings and valences must be known."""
    moved = False
    for pattern in patterns:
        # One at a time, since an atom may belong to several; each uses up a donor.
        while match := mol.GetSubstructMatch(pattern):
            moved = True
            for place, (start, end) in enumerate(pairwise(match)):
                bond = mol.GetBondBetweenAtoms(start, end)
                bond.SetStereo(Chem.BondStereo.STEREONONE)
                bond.SetBondType(Chem.BondType.SINGLE if place % 2 else Chem.BondType.DOUBLE)
            giver, taker = mol.GetAtomWithIdx(match[0]), mol.GetAtomWithIdx(match[-1])
            if giver.GetFormalCharge():
                giver.SetFormalCharge(0)
                taker.SetFormalCharge(-1)
            else:
                # An amine has a second hydrogen, which it keeps.
                giver.SetNumExplicitHs(giver.GetTotalNumHs() - 1)
                giver.SetNoImplicit(True)
                taker.SetNumExplicitHs(taker.GetTotalNumHs() + 1)
                taker.SetNoImplicit(True)
            mol.UpdatePropertyCache(False)
    return moved
