"""Which stereoisomer is it? Two drawings of one skeleton, compared with what each leaves open.

Everything is compared on the graph, by chirality-aware matching of the whole
molecule: no CIP labels, so nothing hangs on how R and S are assigned.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rdkit import Chem, rdBase
from rdkit.Chem import rdDistGeom
from rdkit.Chem.EnumerateStereoisomers import EnumerateStereoisomers, StereoEnumerationOptions

# Both drawings leave something open: more than this many completions are not tried.
MAX_COMPLETIONS = 256

_MIRROR = {
    Chem.ChiralType.CHI_TETRAHEDRAL_CW: Chem.ChiralType.CHI_TETRAHEDRAL_CCW,
    Chem.ChiralType.CHI_TETRAHEDRAL_CCW: Chem.ChiralType.CHI_TETRAHEDRAL_CW,
}


class Relation(StrEnum):
    """How a molecule stands to a drawn stereoisomer of the same skeleton."""

    SAME = "same"  # shows everything that is drawn
    OPEN = "open"  # leaves stereo open, and the drawn isomer is one of its completions
    MIXTURE = "mixture"  # a racemate (enhanced stereo "and") that contains the drawn isomer
    OTHER = "other"


class Meant(StrEnum):
    """What a stereo policy says of a molecule."""

    YES = "yes"
    IMPOSSIBLE = "impossible"  # the stereo drawn cannot exist, so it says nothing
    UNSPECIFIED = "unspecified"  # stereo is open and no completion is kept out: commonly reported so
    OPEN = "open"  # stereo is open, and some completion is kept out or named elsewhere
    ENANTIOMER = "enantiomer"  # the mirror image of a drawn isomer
    NO = "no"

    @property
    def met(self) -> bool:
        """Whether the molecule is, or may be, what is meant."""
        return self not in (Meant.NO, Meant.ENANTIOMER)


@dataclass(frozen=True)
class Judged:
    """``meant``, and the stereoisomers (SMILES) on which an open answer turns."""

    meant: Meant
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def flat(mol: Chem.Mol) -> str:
    """Canonical SMILES without stereo and isotopes: equal for all stereoisomers of one skeleton."""
    smiles: str = Chem.MolToSmiles(mol, isomericSmiles=False)
    return smiles


def settled(mol: Chem.Mol) -> Chem.Mol:
    """A copy with stereochemistry assigned and marks that mean nothing removed."""
    copy = Chem.Mol(mol)
    Chem.AssignStereochemistry(copy, cleanIt=True, force=True)
    return copy


def mirrored(mol: Chem.Mol) -> Chem.Mol:
    """The mirror image."""
    copy = Chem.Mol(mol)
    for atom in copy.GetAtoms():
        tag = atom.GetChiralTag()
        if tag in _MIRROR:
            atom.SetChiralTag(_MIRROR[tag])
    return copy


def relation(mol: Chem.Mol, drawn: Chem.Mol) -> Relation:
    """How ``mol`` stands to ``drawn``; both settled, of the same skeleton (equal :func:`flat`)."""
    groups = [g for g in mol.GetStereoGroups() if g.GetGroupType() != Chem.StereoGroupType.STEREO_ABSOLUTE]
    if groups:
        plain = Chem.RWMol(mol)
        plain.SetStereoGroups([])
        hands = {_relation(side, drawn) for side in (plain.GetMol(), _mirrored_at(plain, groups))}
        if hands <= {Relation.OTHER}:
            return Relation.OTHER
        racemate = all(g.GetGroupType() == Chem.StereoGroupType.STEREO_AND for g in groups)
        return Relation.MIXTURE if racemate else Relation.OPEN
    return _relation(mol, drawn)


def _mirrored_at(mol: Chem.Mol, groups: list[Chem.StereoGroup]) -> Chem.Mol:
    copy = Chem.Mol(mol)
    for index in {atom.GetIdx() for group in groups for atom in group.GetAtoms()}:
        atom = copy.GetAtomWithIdx(index)
        atom.SetChiralTag(_MIRROR.get(atom.GetChiralTag(), atom.GetChiralTag()))
    return copy


def _shows(mol: Chem.Mol, drawn: Chem.Mol) -> bool:
    """Whether every stereo mark of ``drawn`` is in ``mol``."""
    parameters = Chem.SubstructMatchParameters()
    parameters.useChirality = True  # type: ignore[assignment]  # the stubs lack the setters
    return bool(mol.HasSubstructMatch(drawn, parameters))


def _relation(mol: Chem.Mol, drawn: Chem.Mol) -> Relation:
    if _shows(mol, drawn):
        return Relation.SAME
    if _shows(drawn, mol):
        return Relation.OPEN
    # Each may leave open what the other shows: then only trying the completions tells.
    options = StereoEnumerationOptions(  # type: ignore[no-untyped-call]
        onlyUnassigned=True, unique=True, maxIsomers=MAX_COMPLETIONS
    )
    completions = EnumerateStereoisomers(mol, options)  # type: ignore[no-untyped-call]
    if any(_shows(completion, drawn) for completion in completions):
        return Relation.OPEN
    return Relation.OTHER


def exists(mol: Chem.Mol) -> bool:
    """Whether the stereochemistry drawn can exist in space: bridged rings allow only some of it.

    Databases do draw buprenorphine and tropanes impossibly. Answered by trying to
    build a model, with a fixed seed; costs up to half a second when it fails.
    """
    parameters = rdDistGeom.ETKDGv3()
    parameters.randomSeed = 2003  # type: ignore[assignment]
    parameters.maxIterations = 10  # type: ignore[assignment]
    with rdBase.BlockLogs():
        return bool(rdDistGeom.EmbedMolecule(Chem.AddHs(mol), parameters) == 0)


class Policy:
    """What a row means by its drawing.

    Parameters
    ----------
    structures : the drawn isomers of one skeleton
    every : whether every stereoisomer is meant ("any"), or only those drawn ("exact")
    kept_out : stereoisomers that are not meant, whatever ``every`` says
    """

    def __init__(self, structures: tuple[Chem.Mol, ...], every: bool, kept_out: tuple[Chem.Mol, ...]) -> None:
        self.structures = tuple(settled(m) for m in structures)
        self.every = every
        self.kept_out = tuple(settled(m) for m in kept_out)

    def judge(self, mol: Chem.Mol) -> Judged:
        """Whether a settled molecule of the same skeleton is meant."""
        out = [(relation(mol, kept), kept) for kept in self.kept_out]
        if any(found is Relation.SAME for found, _ in out):
            return Judged(Meant.NO)
        without = tuple(Chem.MolToSmiles(kept) for found, kept in out if found is Relation.OPEN)
        if self.every:
            within = (
                tuple(Chem.MolToSmiles(mirrored(k)) for f, k in out if f is Relation.OPEN) if without else ()
            )
            return Judged(Meant.OPEN, within, without) if without else Judged(Meant.YES)
        found = {relation(mol, drawn): drawn for drawn in reversed(self.structures)}
        if Relation.SAME in found or Relation.MIXTURE in found:
            return Judged(Meant.YES)
        if Relation.OPEN in found:
            if without:
                return Judged(Meant.OPEN, (Chem.MolToSmiles(found[Relation.OPEN]),), without)
            return Judged(Meant.UNSPECIFIED)
        if any(relation(mol, mirrored(drawn)) is not Relation.OTHER for drawn in self.structures):
            return Judged(Meant.ENANTIOMER)
        bridged = any(mol.GetRingInfo().NumAtomRings(i) > 1 for i in range(mol.GetNumAtoms()))
        return Judged(Meant.NO if not bridged or exists(mol) else Meant.IMPOSSIBLE)
