"""Ethers and esters of a parent: the parent with something else than hydrogen on an O–H, the rest identical.

A parent has a *slot* at every O–H (alcohol, phenol, acid, N–OH). A derivation is
an embedding of the parent in which at least one slot is filled, and nothing else
is: every other atom keeps its element, aromaticity, charge, degree and number of
hydrogens, every bond its order. What fills a slot is classified, not judged:
which ways make an ether or ester in the law's sense is a matter of readings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rdkit import Chem, rdBase

from stofgroep.matching.graph import Graph, bits, matches
from stofgroep.matching.stereo import settled


class Way(StrEnum):
    """How a slot is filled."""

    ESTER = "ester"
    ETHER = "ether"
    CARBAMATE = "carbamate"  # ester of a carbamic acid
    OTHER_ACID = "other-acid"  # ester of an acid of P, S or N: phosphate, sulfate, nitrate
    ACETAL = "acetal"  # the carbon bears a second O or N: glucosides, glucuronides
    ARYL = "aryl"  # aryl ether of an alcohol or phenol
    LARGER = "larger"  # ether of which the other half is larger than the parent
    CYCLIC = "cyclic"  # one residue on two slots


@dataclass(frozen=True)
class Residue:
    """A connected piece outside the skeleton; ``bonds`` are (skeleton atom, own atom)."""

    atoms: int
    bonds: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Fill:
    """What hangs on one slot (atom index of its O in the molecule)."""

    slot: int
    way: Way
    size: int


@dataclass(frozen=True)
class Derivation:
    """One way to see a molecule as a derivative of a parent.

    ``atoms`` : the parent's atoms in the molecule
    ``fills`` : what fills its slots; empty when the molecule is the parent itself
    ``parent`` : the parent with the stereochemistry the molecule shows
    """

    atoms: tuple[int, ...]
    fills: tuple[Fill, ...]
    parent: Chem.Mol

    @property
    def added(self) -> int:
        """Number of heavy atoms hanging on the slots."""
        return sum(fill.size for fill in self.fills)


def slots_of(mol: Chem.Mol) -> tuple[int, ...]:
    """Atom indices of the O of every O–H of a parent."""
    return tuple(
        atom.GetIdx()
        for atom in mol.GetAtoms()
        if atom.GetAtomicNum() == 8
        and atom.GetTotalNumHs() == 1
        and atom.GetDegree() == 1
        and not atom.GetFormalCharge()
    )


def residues(graph: Graph, skeleton: int) -> tuple[Residue, ...]:
    """The pieces outside a set of atoms, each with its bonds to it."""
    outside = graph.everything & ~skeleton
    found = []
    while outside:
        piece = graph.component((outside & -outside).bit_length() - 1, outside)
        outside &= ~piece
        found.append(
            Residue(piece, tuple((s, a) for a in bits(piece) for s in bits(graph.near[a] & skeleton)))
        )
    return tuple(found)


def fill(graph: Graph, skeleton: int, slot: int, residue: Residue) -> Fill | None:
    """How a residue fills a slot of the skeleton; None when it makes neither ether nor ester.

    ``skeleton`` : mask of the parent's atoms; ``slot`` : index of the O
    """
    size = residue.atoms.bit_count()
    if len(residue.bonds) > 1:
        return Fill(slot, Way.CYCLIC, size)
    ((_, first),) = residue.bonds
    if graph.order[slot, first] != 1:
        return None
    inner = next(iter(bits(graph.near[slot] & skeleton)), None)
    if inner is None:
        return None
    acid = graph.number[inner] in (15, 16) or _doubly_to(graph, inner, (8,))
    way = _at_acid(graph, first) if acid else _at_hydroxy(graph, slot, first, size, skeleton.bit_count())
    return None if way is None else Fill(slot, way, size)


def _doubly_to(graph: Graph, atom: int, elements: tuple[int, ...]) -> bool:
    return any(order == 2 and graph.number[n] in elements for n, order in graph.neighbours[atom])


def _at_acid(graph: Graph, first: int) -> Way | None:
    """The alcohol half of an ester; an acyl here makes an anhydride, which is no ester."""
    if graph.number[first] != 6 or _doubly_to(graph, first, (7, 8, 16)):
        return None
    return Way.ESTER


def _at_hydroxy(graph: Graph, slot: int, first: int, size: int, parent: int) -> Way | None:
    number = graph.number[first]
    if number in (7, 15, 16):
        oxygens = sum(graph.number[n] == 8 for n, _ in graph.neighbours[first])
        return Way.OTHER_ACID if number == 15 or oxygens > 1 else None
    if number != 6:
        return None
    atom = graph.mol.GetAtomWithIdx(first)
    hetero = [
        n for n, order in graph.neighbours[first] if n != slot and graph.number[n] in (7, 8) and order == 1
    ]
    if atom.GetIsAromatic():
        return Way.ARYL
    if _doubly_to(graph, first, (7, 8, 16)):
        return Way.CARBAMATE if any(graph.number[n] == 7 for n in hetero) else Way.ESTER
    if hetero:
        return Way.ACETAL
    return Way.LARGER if size > parent else Way.ETHER


def stripped(mol: Chem.Mol, keep: int, slots: Iterable[int]) -> Chem.Mol:
    """The kept atoms as a molecule, with hydrogen on the ``slots``, which lose a bond; stereo kept."""
    editable = Chem.RWMol(mol)
    editable.SetStereoGroups([])
    for slot in slots:
        atom = editable.GetAtomWithIdx(slot)
        # An aromatic N is left with one hydrogen; elsewhere the valence says how many.
        atom.SetNumExplicitHs(1 if atom.GetIsAromatic() and atom.GetAtomicNum() == 7 else 0)
        atom.SetNoImplicit(False)
    editable.BeginBatchEdit()
    for index in range(mol.GetNumAtoms()):
        if not keep >> index & 1:
            editable.RemoveAtom(index)
    editable.CommitBatchEdit()
    parent = editable.GetMol()
    Chem.SanitizeMol(parent)
    return settled(parent)


class Skeleton:
    """A parent compiled to one query.

    Parameters
    ----------
    parent : neutral, sanitised, with at least one O–H
    """

    def __init__(self, parent: Chem.Mol) -> None:
        self.slots = slots_of(parent)
        self.size = parent.GetNumAtoms()
        self.elements = Counter(atom.GetAtomicNum() for atom in parent.GetAtoms())
        # A residue on two slots puts chain atoms into a ring: then rings say nothing.
        chain = "!R" if len(self.slots) == 1 else "*"
        editable = Chem.RWMol()
        for atom in parent.GetAtoms():
            aromatic = "a" if atom.GetIsAromatic() else "A"
            common = f"[#{atom.GetAtomicNum()};{aromatic};{atom.GetFormalCharge():+d}"
            if atom.GetIdx() not in self.slots:
                ring = "R" if atom.IsInRing() else chain
                common += f";{ring};D{atom.GetDegree()};H{atom.GetTotalNumHs()}"
            editable.AddAtom(Chem.AtomFromSmarts(common + "]"))
        for bond in parent.GetBonds():
            editable.AddBond(bond.GetBeginAtomIdx(), bond.GetEndAtomIdx(), bond.GetBondType())
        self.query = editable.GetMol()

    def derivations(self, graph: Graph, elements: Counter[int]) -> Iterator[Derivation]:
        """Every way in which a molecule is a derivative of the parent.

        Parameters
        ----------
        graph : the molecule
        elements : its heavy atoms by atomic number
        """
        if len(graph.number) <= self.size or not self.elements <= elements:
            return
        for match in matches(graph.mol, self.query, uniquify=True):
            skeleton = sum(1 << atom for atom in match)
            slots = [match[slot] for slot in self.slots]
            fills = self._fills(graph, skeleton, slots)
            if fills:
                yield Derivation(tuple(sorted(match)), fills, stripped(graph.mol, skeleton, slots))

    def _fills(self, graph: Graph, skeleton: int, slots: list[int]) -> tuple[Fill, ...]:
        found = []
        for residue in residues(graph, skeleton):
            for slot, _ in residue.bonds:
                one = fill(graph, skeleton, slot, residue) if slot in slots else None
                if one is None:
                    return ()
                found.append(one)
        within = sum((graph.near[a] & skeleton).bit_count() for a in bits(skeleton))
        if within != 2 * self.query.GetNumBonds():  # two slots of one embedding bound to each other
            return ()
        if len({f.slot for f in found}) != len(found):
            return ()
        return tuple(sorted(found, key=lambda f: f.slot))


def lactones(parent: Chem.Mol) -> tuple[Chem.Mol, ...]:
    """The parent closed on itself: an acid O–H and an alcohol O–H less one water."""
    acids = Chem.MolFromSmarts("[CX3](=O)[OX2H1]")
    alcohols = Chem.MolFromSmarts("[OX2H1]-[#6;!$([#6]=[#8])]")
    found: dict[str, Chem.Mol] = {}
    for carbon, _, leaving in matches(parent, acids):
        for oxygen, _ in matches(parent, alcohols):
            editable = Chem.RWMol(parent)
            editable.AddBond(carbon, oxygen, Chem.BondType.SINGLE)
            editable.GetAtomWithIdx(oxygen).SetNumExplicitHs(0)
            editable.RemoveAtom(leaving)
            product = editable.GetMol()
            with rdBase.BlockLogs():
                if Chem.SanitizeMol(product, catchErrors=True) == Chem.SanitizeFlags.SANITIZE_NONE:
                    found[Chem.MolToSmiles(product)] = product
    return tuple(found.values())
