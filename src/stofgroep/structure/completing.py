"""From a readable input to the neutral substances it stands for."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import Any

from rdkit import Chem
from rdkit.Chem import rdqueries

from stofgroep.structure.charges import is_charged, neutralise
from stofgroep.structure.component import Completion, Component, Role, Structure
from stofgroep.structure.extension import read_extension
from stofgroep.structure.inchi import has_mobile_hydrogen, read_inchi
from stofgroep.structure.limits import Limits
from stofgroep.structure.molblock import cut_out_block, read_molblock
from stofgroep.structure.note import Note
from stofgroep.structure.positions import fill_positions
from stofgroep.structure.reading import SPECIAL_ATOM, Form, Parsed, parse
from stofgroep.structure.refusal import Reason, Refusal
from stofgroep.structure.roles import roles_of
from stofgroep.structure.tautomers import AMIDINE, IMIDIC_ACID, may_shift, shift_hydrogens
from stofgroep.structure.toolkit import kekulize, mol_from_smiles
from stofgroep.structure.variants import cut_salts, has_salt_metal, unify_variants

_DEFAULT = Limits()
# Without one of these a SMILES has neither isotopes nor hydrogen atoms of their own.
_ISOTOPE_OR_HYDROGEN = re.compile(r"\[(?:\d|H)")
_ISOTOPE = rdqueries.IsotopeGreaterQueryAtom(0)
_UNPAIRED = rdqueries.NumRadicalElectronsGreaterQueryAtom(0)
_HYDROGEN = rdqueries.AtomNumEqualsQueryAtom(1)


def _remove_everything() -> Any:
    parameters: Any = Chem.RemoveHsParameters()
    parameters.removeIsotopes = True
    parameters.removeDefiningBondStereo = True
    parameters.removeWithWedgedBond = True
    parameters.removeMapped = True
    parameters.removeNonimplicit = True
    parameters.removeInSGroups = True
    parameters.removeNontetrahedralNeighbors = True
    parameters.showWarnings = False
    return parameters


def _full_reading() -> Any:
    parameters: Any = Chem.SmilesParserParams()
    parameters.removeHs = False
    parameters.parseName = False
    parameters.strictCXSMILES = True
    return parameters


_REMOVE_HYDROGENS = _remove_everything()
_FULL = _full_reading()


def completions(
    parsed: Parsed,
    limits: Limits = _DEFAULT,
    *,
    use_up: bool = False,
    stereo: bool = True,
    described: bool = True,
) -> Structure | Refusal:
    """The neutral components of an input, once for every way to fill in its open positions.

    Costs a full sanitisation, whose ring search has no bound: call it in a
    killable process when ``parsed.heavy``.

    Parameters
    ----------
    parsed : what :func:`parse` returned; not changed
    limits : among them the number of completions
    use_up : ``parsed`` is not needed any more, so its molecule may be changed
    stereo : False leaves the stereo marks of a single component as they were written, meaningless
        ones too: enough for whoever does not look at them, and a sixth of the time saved
    described : False leaves out notes on what each component is

    Returns
    -------
    completions ordered by label, with notes; or the reason why not. Never raises
    for a parsed input.
    """
    try:
        if parsed.form is Form.SMILES and not parsed.extension:
            notes: dict[str, Note] = {}
            mol = parsed.mol if use_up else Chem.Mol(parsed.mol)
            components = _components(mol, parsed.text, notes, stereo=stereo, described=described)
            return Structure((Completion("", components),), tuple(notes.values()))
        return _converted(parsed, limits)
    except (Chem.MolSanitizeException, RuntimeError) as error:
        return Refusal(Reason.VALENCE, " ".join(str(error).split())[:200])


def _converted(parsed: Parsed, limits: Limits) -> Structure | Refusal:
    """Other notations by way of plain SMILES, so that one path decides what a substance is."""
    notes: dict[str, Note] = {}
    if parsed.mol.GetNumAtoms() == 0:
        # Heavy and not read yet; whoever completes it does so where that may take long.
        unbounded = replace(limits, rings_in_process=sys.maxsize)
        read = parse(parsed.text, unbounded)
        if isinstance(read, Refusal):
            return read
        parsed = read
    mol = _read_fully(parsed, notes)
    if isinstance(mol, Refusal):
        return mol
    if not parsed.open:
        # Before writing: RDKit inverts double bonds of large rings that bear hydrogen atoms.
        mol = _without_hydrogens(mol, notes)
        read = parse(Chem.MolToSmiles(mol), limits)
        if isinstance(read, Refusal):
            return read
        components = _components(read.mol, read.text, notes)
        return Structure((Completion("", components),), tuple(notes.values()))
    kekulize(mol)
    filled = fill_positions(mol, limits)
    if isinstance(filled, Refusal):
        return filled
    found: dict[str, Completion] = {}
    refusal: Refusal | None = None
    for smiles in filled:
        read = parse(smiles, limits)
        if isinstance(read, Refusal):
            # Two substituents on one atom, say: no such substance exists.
            refusal = read
            continue
        components = _components(read.mol, read.text, notes)
        label = ".".join(sorted(component.smiles for component in components))
        found.setdefault(label, Completion(label, components))
    if not found:
        return refusal or Refusal(Reason.POSITION, "no position can bear the substituent")
    notes["positions"] = Note("positions", {"count": str(len(found))})
    return Structure(tuple(found[label] for label in sorted(found)), tuple(notes.values()))


def _read_fully(parsed: Parsed, notes: dict[str, Note]) -> Chem.Mol | Refusal:
    """Read again with sanitisation, which is when RDKit takes stereo from wedges and coordinates."""
    mol: Chem.Mol | Refusal
    everything = False
    if parsed.form is Form.INCHI:
        mol = read_inchi(parsed.text)
        if isinstance(mol, Refusal):
            return mol
        Chem.SanitizeMol(mol)
        Chem.AssignStereochemistry(mol, cleanIt=True, force=True)
        if has_mobile_hydrogen(parsed.text):
            notes["tautomer"] = Note("inchi-tautomer")
    elif parsed.form is Form.MOLBLOCK:
        lines = cut_out_block(parsed.text)
        block = lines if isinstance(lines, Refusal) else read_molblock(lines, sanitize=True)
        mol = block if isinstance(block, Refusal) else block.mol
    else:
        smiles = parsed.text.split(" ", 1)[0]
        extension = read_extension(parsed.extension, smiles)
        if isinstance(extension, Refusal):
            return extension
        mol = mol_from_smiles(f"{smiles} {extension.kept}", _FULL) or Refusal(Reason.UNREADABLE)
        everything = extension.relative and not any(part in extension.kept for part in "o&")
        if extension.ignored:
            notes["extension"] = Note("extension-ignored", {"what": ", ".join(extension.ignored)})
    if not isinstance(mol, Refusal):
        _forget_relative_stereo(mol, everything, notes)
    return mol


def _forget_relative_stereo(mol: Chem.Mol, everything: bool, notes: dict[str, Note]) -> None:
    """Leave centres open that are known only relative to each other (racemates, ``&1``, ``o1``).

    An open centre stands for both configurations: it may make a verdict less
    certain, never wrong.
    """
    atoms = [
        atom
        for group in mol.GetStereoGroups()
        if group.GetGroupType() != Chem.StereoGroupType.STEREO_ABSOLUTE
        for atom in group.GetAtoms()
    ]
    if everything:
        atoms = list(mol.GetAtoms())
    for atom in atoms:
        if atom.GetChiralTag() != Chem.ChiralType.CHI_UNSPECIFIED:
            atom.SetChiralTag(Chem.ChiralType.CHI_UNSPECIFIED)
            notes["stereo"] = Note("stereo-relative")


def _components(
    mol: Chem.Mol, smiles: str, notes: dict[str, Note], *, stereo: bool = True, described: bool = True
) -> tuple[Component, ...]:
    """Neutral components of an unsanitised Kekulé molecule, which is used up.

    ``described`` : with notes on what each of them is
    """
    special = SPECIAL_ATOM.search(smiles) is not None or ">" in smiles or "<" in smiles
    if special:
        mol = _normalised(mol, smiles, notes)
    Chem.SanitizeMol(mol)
    if may_shift(mol):
        if shift_hydrogens(mol, IMIDIC_ACID):
            notes["imidic-acid"] = Note("imidic-acid")
        if shift_hydrogens(mol, AMIDINE):
            notes["amidine"] = Note("amidine")
    # Bonds cut to a metal leave fragments that the text does not show.
    single = "." not in smiles and not (has_salt_metal(smiles) and len(Chem.GetMolFrags(mol)) > 1)
    if stereo or not single:
        Chem.AssignStereochemistry(mol, cleanIt=True, force=True)
    if single:
        components: tuple[Component, ...] = (Component(mol),)
    else:
        mols = list(Chem.GetMolFrags(mol, asMols=True))
        roles = roles_of(mols)
        found = dict.fromkeys(Component(part, role) for part, role in zip(mols, roles, strict=True))
        components = tuple(found)
    if described and (special or len(components) > 1):
        _describe(components, notes)
    return components


def _normalised(mol: Chem.Mol, smiles: str, notes: dict[str, Note]) -> Chem.Mol:
    if ":" in smiles:
        for atom in mol.GetAtoms():
            atom.SetAtomMapNum(0)
    if _ISOTOPE_OR_HYDROGEN.search(smiles):
        mol = _without_hydrogens(mol, notes)
    mol = cut_salts(mol, smiles)
    # Dative bonds need no charges.
    dative = ">" in smiles or "<" in smiles
    if dative or is_charged(mol):
        unify_variants(mol, dative=dative)
        mol.UpdatePropertyCache(False)
        if neutralise(mol):
            notes["neutralised"] = Note("neutralised")
    return mol


def _without_hydrogens(mol: Chem.Mol, notes: dict[str, Note]) -> Chem.Mol:
    isotopes = mol.GetAtomsMatchingQuery(_ISOTOPE)
    if len(isotopes):
        for atom in isotopes:
            atom.SetIsotope(0)
        notes["isotopes"] = Note("isotopes-removed")
    if len(mol.GetAtomsMatchingQuery(_HYDROGEN)):
        return Chem.RemoveHs(mol, _REMOVE_HYDROGENS, sanitize=False)
    return mol


def _describe(components: tuple[Component, ...], notes: dict[str, Note]) -> None:
    substances = sum(component.role is Role.SUBSTANCE for component in components)
    if substances > 1:
        notes["mixture"] = Note("mixture", {"count": str(substances)})
    for component in components:
        if component.role is not Role.SUBSTANCE:
            key = str(component.role)
            notes[f"{key} {component.smiles}"] = Note(key, {"smiles": component.smiles})
        elif Chem.GetFormalCharge(component.mol):
            notes["charged"] = Note("charge-kept")
        unpaired = component.mol.GetAtomsMatchingQuery(_UNPAIRED)
        if len(unpaired) and component.mol.GetNumAtoms() > 1:
            notes["radical"] = Note("radical")
