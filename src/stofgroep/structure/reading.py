"""From text to a molecule that is proven readable, at a fraction of the cost of sanitising it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rdkit import Chem
from rdkit.Chem import rdqueries

from stofgroep.structure.connections import block_rings, inchi_rings
from stofgroep.structure.extension import Extension, read_extension
from stofgroep.structure.inchi import read_inchi
from stofgroep.structure.limits import Limits
from stofgroep.structure.molblock import cut_out_block, read_molblock
from stofgroep.structure.refusal import Reason, Refusal
from stofgroep.structure.toolkit import EXTENDED, NONMETALS, PLAIN, kekulize, mol_from_smiles
from stofgroep.structure.variants import repair_nitrous_oxide

_DEFAULT = Limits()

_DUMMY = rdqueries.AtomNumEqualsQueryAtom(0)
_UNPAIRED = rdqueries.NumRadicalElectronsGreaterQueryAtom(0)
_MULTIPLY_POSITIVE = rdqueries.FormalChargeGreaterQueryAtom(1)
_MULTIPLY_NEGATIVE = rdqueries.FormalChargeLessQueryAtom(-1)


def _any_of(first: Chem.QueryAtom, *others: Chem.QueryAtom) -> Chem.QueryAtom:
    for other in others:
        first.ExpandQuery(other, how=Chem.CompositeQueryType.COMPOSITE_OR)
    return first


# All of them in one question, since most structures have none.
_UNUSUAL = _any_of(
    rdqueries.AtomNumEqualsQueryAtom(0),
    _UNPAIRED,
    _MULTIPLY_POSITIVE,
    _MULTIPLY_NEGATIVE,
)
# Valence, charge included, beyond which an anion of the element is a slip of the pen.
_ANION_VALENCE = {6: 4, 7: 3, 8: 2, 9: 1, 16: 2, 17: 1, 34: 2, 35: 1, 52: 2, 53: 1, 85: 1}
_NUMBERED_ATOM = re.compile(r"\[[^\]]*#")
_SMARTS_ATOM = re.compile(r"\[[^\]]*[,;!&$#][^\]]*\]")
# Aromatic atoms and bonds are written with a colon or a small letter other than those of Cl and Br.
_PERHAPS_AROMATIC = re.compile(r"[a-km-qs-z:]")
# Bracket atoms other than these may bring charges, isotopes, dummy atoms or map numbers.
SPECIAL_ATOM = re.compile(r"\[(?!nH\]|C@@?H?\])")
_SUBSTITUENT = re.compile(r"\[(?:R\d*|X|Q|A|M)\]")


class Form(StrEnum):
    """The notation an input was written in."""

    SMILES = "smiles"
    INCHI = "inchi"
    MOLBLOCK = "molblock"


@dataclass(frozen=True, eq=False)
class Parsed:
    """A readable input, not yet sanitised.

    Attributes
    ----------
    text : the input, white space around it removed
    form : its notation
    mol : unsanitised molecule in Kekulé form, hydrogens, charges and salts as
        written; valences and (fast) ring membership are computed. Empty for a
        *heavy* InChI or molblock, which RDKit does not read without the unbounded
        ring search: parse it again in a killable process, with
        ``rings_in_process`` raised
    rings : bonds - atoms + fragments
    heavy : more rings than are decided in this process
    open : some position is left open: complete it before matching
    extension : the CXSMILES extension with its bars, or ""
    """

    text: str
    form: Form
    mol: Chem.Mol
    rings: int
    heavy: bool
    open: bool
    extension: str


def parse(text: str, limits: Limits = _DEFAULT) -> Parsed | Refusal:
    """Read one structure strictly: SMILES (with or without CXSMILES extension), InChI or molblock.

    Accepts exactly what full sanitisation accepts, but for what it silently
    changes: trailing text, no atoms, dummy atoms, query features, and radicals
    that are no known kind of substance.

    Parameters
    ----------
    text : the structure; white space around it is ignored
    limits : sizes beyond which it is refused

    Returns
    -------
    the molecule, or the reason why not; never raises for any text
    """
    words = text.split(None, 1)
    if not words:
        return Refusal(Reason.EMPTY)
    smiles = words[0]
    if "\n" in text or "\r" in text:
        block = text.strip()
        if "\n" in block or "\r" in block:
            return _from_block(text, limits)
    if len(text) > limits.length and len(text.strip()) > limits.length:
        return Refusal(Reason.TOO_LONG, f"more than {limits.length} characters")
    if not (smiles.isascii() and smiles.isprintable()):
        return Refusal(Reason.UNREADABLE, "character outside printable ASCII")
    if smiles.startswith("InChI="):
        return _from_inchi(words, limits)
    if ">" in smiles and ">" in smiles.replace("->", ""):
        return Refusal(Reason.REACTION)
    extension = ""
    if len(words) == 2:
        extension = words[1].rstrip()
        if not (len(extension) > 1 and extension[0] == extension[-1] == "|" and extension.count("|") == 2):
            return Refusal(Reason.TRAILING_TEXT)
        if not (extension.isascii() and extension.isprintable()):
            return Refusal(Reason.UNREADABLE, "character outside printable ASCII")
    dots = smiles.count(".")
    if dots >= limits.fragments:
        return Refusal(Reason.TOO_MANY_FRAGMENTS, f"more than {limits.fragments} fragments")
    if "~" in smiles or ("#" in smiles and _NUMBERED_ATOM.search(smiles)):
        return Refusal(Reason.QUERY)
    try:
        mol = mol_from_smiles(smiles, PLAIN)
    except Exception as error:
        return Refusal(Reason.UNREADABLE, type(error).__name__)
    if mol is None:
        return _why_unreadable(smiles)
    if extension:
        return _with_extension(smiles, extension, mol, limits)
    refusal = _unsound(mol, limits, aromatic=_PERHAPS_AROMATIC.search(smiles) is not None)
    if refusal is not None:
        if refusal.reason not in (Reason.VALENCE, Reason.KEKULIZE) or "[" not in smiles:
            return refusal
        # A metal drawn on an aromatic ring: readable once RDKit has rewritten the bond.
        mol = mol_from_smiles(smiles, PLAIN)
        if mol is None or _unsound(mol, limits, rewrite=True) is not None:
            return refusal
    # Only bracket atoms bring charges and radicals, or a dummy atom without its asterisk.
    if "*" in smiles or ("[" in smiles and SPECIAL_ATOM.search(smiles)):
        refusal = _unusual(mol)
    elif "@" in smiles:
        refusal = _radical(mol)
    if refusal is not None:
        return refusal
    rings: int = mol.GetNumBonds() - mol.GetNumAtoms() + (len(Chem.GetMolFrags(mol)) if dots else 1)
    return Parsed(smiles, Form.SMILES, mol, rings, rings > limits.rings_in_process, False, "")


def _unsound(mol: Chem.Mol, limits: Limits, rewrite: bool = False, aromatic: bool = True) -> Refusal | None:
    """Compute valences, fast rings and the Kekulé form in place; the reason if one is impossible.

    ``rewrite`` starts with RDKit's clean-up of drawing variants instead of trying without;
    ``aromatic`` is False when no atom or bond can be: then this is the Kekulé form.
    """
    atoms = mol.GetNumAtoms()
    if atoms > limits.atoms:
        return Refusal(Reason.TOO_MANY_ATOMS, f"more than {limits.atoms} atoms")
    if atoms == 0:
        return Refusal(Reason.EMPTY, "no atoms")
    if not rewrite:
        try:
            mol.UpdatePropertyCache(True)
        except (Chem.MolSanitizeException, RuntimeError):
            # Five-valent nitrogen and the like: drawing variants that RDKit rewrites first.
            rewrite = True
    if rewrite:
        try:
            repair_nitrous_oxide(mol)
            Chem.SanitizeMol(mol, Chem.SANITIZE_CLEANUP)
            mol.UpdatePropertyCache(False)
            Chem.SanitizeMol(mol, Chem.SANITIZE_CLEANUP_ORGANOMETALLICS)
            mol.UpdatePropertyCache(True)
        except (Chem.MolSanitizeException, RuntimeError) as error:
            return Refusal(Reason.VALENCE, _one_line(error))
    try:
        # Ring membership first: without it RDKit would run the exponential ring search.
        Chem.FastFindRings(mol)
        if aromatic:
            kekulize(mol)
            # Aromatic bonds count one and a half in the first check: Cc1#ccccc1 passed it.
            mol.UpdatePropertyCache(True)
    except Chem.AtomValenceException as error:
        return Refusal(Reason.VALENCE, _one_line(error))
    except (Chem.MolSanitizeException, RuntimeError) as error:
        return Refusal(Reason.KEKULIZE, _one_line(error))
    return None


def _unusual(mol: Chem.Mol, anchors: frozenset[int] = frozenset()) -> Refusal | None:
    """Refuse dummy atoms, impossible anions and carbon radicals."""
    Chem.AssignRadicals(mol)
    if not len(mol.GetAtomsMatchingQuery(_UNUSUAL)):
        return None
    for atom in _matching(mol, _DUMMY):
        if atom.GetIdx() not in anchors:
            return Refusal(Reason.DUMMY_ATOM)
    for atom in _matching(mol, _MULTIPLY_POSITIVE):
        oxides = sum(neighbour.GetFormalCharge() == -1 for neighbour in atom.GetNeighbors())
        if 6 <= atom.GetAtomicNum() <= 9 and not (atom.GetAtomicNum() == 7 and oxides >= 2):
            return Refusal(Reason.VALENCE, f"charge of {atom.GetSymbol()} {atom.GetIdx()}")
    for atom in _matching(mol, _MULTIPLY_NEGATIVE):
        most = _ANION_VALENCE.get(atom.GetAtomicNum())
        if most is not None and atom.GetTotalValence() - atom.GetFormalCharge() > most:
            return Refusal(Reason.VALENCE, f"charge of {atom.GetSymbol()} {atom.GetIdx()}")
    return _radical(mol)


def _radical(mol: Chem.Mol) -> Refusal | None:
    """Refuse radicals that are forgotten hydrogens."""
    Chem.AssignRadicals(mol)
    for atom in _matching(mol, _UNPAIRED):
        if not _plausible_radical(atom):
            return Refusal(Reason.RADICAL, f"unpaired electron on {atom.GetSymbol()} {atom.GetIdx()}")
    return None


def _matching(mol: Chem.Mol, query: Chem.QueryAtom) -> list[Chem.Atom]:
    # Asking for the length first: starting an iteration costs ten times as much.
    found = mol.GetAtomsMatchingQuery(query)
    return list(found) if len(found) else []


def _plausible_radical(atom: Chem.Atom) -> bool:
    """Whether an unpaired electron is chemistry rather than forgotten hydrogens.

    Kept: atoms of elements, metals, and N and O in an N-O or O-O bond
    (nitroxides, NO, NO2, oxygen).
    """
    number = atom.GetAtomicNum()
    if number not in NONMETALS:
        return True
    neighbours = [neighbour.GetAtomicNum() for neighbour in atom.GetNeighbors()]
    if not neighbours:
        return bool(atom.GetTotalNumHs() == 0 and atom.GetFormalCharge() == 0)
    return (number == 8 and bool({7, 8} & set(neighbours))) or (number == 7 and 8 in neighbours)


def _with_extension(smiles: str, text: str, bare: Chem.Mol, limits: Limits) -> Parsed | Refusal:
    extension = read_extension(text, smiles)
    if isinstance(extension, Refusal):
        return extension
    refusal = _bad_position(bare, extension)
    if refusal is not None:
        return refusal
    try:
        mol = mol_from_smiles(f"{smiles} {extension.kept}", EXTENDED)
    except Exception as error:
        return Refusal(Reason.EXTENSION, type(error).__name__)
    if mol is None or mol.GetNumAtoms() != bare.GetNumAtoms():
        return Refusal(Reason.EXTENSION, "not a CXSMILES extension")
    if any(atom.HasQuery() and atom.GetAtomicNum() for atom in mol.GetAtoms()) or any(
        bond.HasQuery() for bond in mol.GetBonds()
    ):
        return Refusal(Reason.QUERY)
    refusal = _unsound(mol, limits)
    if refusal is None:
        refusal = _unusual(mol, frozenset(anchor for anchor, _ in extension.positions))
    if refusal is not None:
        return refusal
    return _parsed(f"{smiles} {text}", Form.SMILES, mol, limits, len(extension.positions), text)


def _bad_position(mol: Chem.Mol, extension: Extension) -> Refusal | None:
    # RDKit drops positions that do not exist, which would leave a narrower structure.
    atoms = mol.GetNumAtoms()
    for anchor, partners in extension.positions:
        if max(anchor, *partners) >= atoms:
            return Refusal(Reason.POSITION, "position outside the structure")
        atom = mol.GetAtomWithIdx(anchor)
        if atom.GetAtomicNum() != 0 or atom.GetDegree() != 1:
            return Refusal(Reason.POSITION, "position variation needs a dummy atom with one bond")
        if any(mol.GetAtomWithIdx(partner).GetAtomicNum() == 0 for partner in partners):
            return Refusal(Reason.POSITION, "position on a dummy atom")
    return None


def _from_inchi(words: list[str], limits: Limits) -> Parsed | Refusal:
    if len(words) == 2:
        return Refusal(Reason.TRAILING_TEXT)
    rings = inchi_rings(words[0])
    if rings > limits.rings_in_process:
        return Parsed(words[0], Form.INCHI, Chem.Mol(), rings, True, False, "")
    mol = read_inchi(words[0])
    if isinstance(mol, Refusal):
        return mol
    refusal = _unsound(mol, limits) or _unusual(mol)
    return refusal or _parsed(words[0], Form.INCHI, mol, limits)


def _from_block(text: str, limits: Limits) -> Parsed | Refusal:
    if len(text) > 10 * limits.length:
        return Refusal(Reason.TOO_LONG, f"more than {10 * limits.length} characters")
    lines = cut_out_block(text)
    if isinstance(lines, Refusal):
        return lines
    rings = block_rings(lines[3:])
    if rings is None:
        return Refusal(Reason.UNREADABLE, "not a molblock")
    if rings > limits.rings_in_process:
        return Parsed(text, Form.MOLBLOCK, Chem.Mol(), rings, True, False, "")
    block = read_molblock(lines, sanitize=False)
    if isinstance(block, Refusal):
        return block
    refusal = _unsound(block.mol, limits) or _unusual(block.mol, block.anchors)
    return refusal or _parsed(text, Form.MOLBLOCK, block.mol, limits, len(block.anchors))


def _parsed(
    text: str, form: Form, mol: Chem.Mol, limits: Limits, positions: int = 0, extension: str = ""
) -> Parsed | Refusal:
    # At most limits.atoms fragments here, so counting them is cheap.
    fragments = len(Chem.GetMolFrags(mol))
    if fragments > limits.fragments:
        return Refusal(Reason.TOO_MANY_FRAGMENTS, f"more than {limits.fragments} fragments")
    rings = mol.GetNumBonds() - mol.GetNumAtoms() + fragments
    # A substituent whose other end is on the same fragment closes a ring.
    heavy = rings + positions > limits.rings_in_process
    return Parsed(text, form, mol, rings, heavy, positions > 0, extension)


def _why_unreadable(smiles: str) -> Refusal:
    if _SUBSTITUENT.search(smiles):
        return Refusal(Reason.DUMMY_ATOM)
    if _SMARTS_ATOM.search(smiles):
        return Refusal(Reason.QUERY)
    return Refusal(Reason.UNREADABLE, "not a SMILES")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
