"""A drawn skeleton with sites: what may hang where, and what must."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.matching.derivation import Fill, Residue, Way, fill, residues, stripped
from stofgroep.matching.graph import Graph, matches
from stofgroep.matching.stereo import Relation, flat, mirrored, relation

H = "H"


@dataclass(frozen=True)
class Addition:
    """Something that may hang on a skeleton.

    kind : "exact" the pattern, whole; "grow" all atoms matching it from the attachment on;
           "ring" a chain whose two ends are both bound to the same atom
    carrying : what may hang on it in turn
    """

    name: str
    kind: str
    query: Chem.Mol
    carrying: tuple[Addition, ...] = ()


@dataclass(frozen=True)
class Site:
    """What may hang on one atom, in which worlds; "H" is hydrogen. ``needs``: one of these must."""

    allow: Mapping[str, int]
    needs: frozenset[str]


@dataclass(frozen=True)
class Pattern:
    """A skeleton of which every atom is closed unless said otherwise.

    slots : query atoms (O) that may be filled in these ways, still within the clause
    derivable : query atoms (O) whose filling makes an ether or ester of a member
    elsewhere : additions allowed on every atom that is no slot and no site
    formula : molecular formula of the skeleton with hydrogen on its slots
    drawn : the skeleton's stereochemistry; other epimers count in ``epimers`` only
    """

    name: str
    query: Chem.Mol
    worlds: int
    additions: Mapping[str, Addition]
    slots: Mapping[int, frozenset[Way]]
    derivable: frozenset[int]
    sites: Mapping[int, Site]
    elsewhere: tuple[str, ...] = ()
    formula: str | None = None
    drawn: Chem.Mol | None = None
    epimers: int = 0


@dataclass(frozen=True)
class Fit:
    """One embedding: ``worlds`` in which it is within the clause, ``fills`` of derivable slots."""

    atoms: tuple[int, ...]
    worlds: int
    fills: tuple[Fill, ...]


def degrees(pattern: Pattern) -> dict[int, int]:
    """Query atoms whose number of heavy neighbours is the same in every embedding that fits."""
    fixed = {}
    for atom in pattern.query.GetAtoms():
        index, degree = atom.GetIdx(), atom.GetDegree()
        if index in pattern.slots or index in pattern.derivable or index in pattern.sites:
            continue
        stated = _STATED.search(atom.GetSmarts())
        if stated is not None:
            fixed[index] = 1 if stated["methyl"] else int(stated["degree"])
        elif not pattern.elsewhere or _saturated(atom):
            fixed[index] = degree
    return fixed


_STATED = re.compile(r"D(?P<degree>\d)|(?P<methyl>C[&;]?H3)")


def _saturated(atom: Chem.Atom) -> bool:
    """Whether the drawn bonds leave a carbon or oxygen no valence for anything more."""
    if atom.GetIsAromatic():
        return atom.GetAtomicNum() == 6 and atom.GetDegree() == 3
    orders = sum(bond.GetBondTypeAsDouble() for bond in atom.GetBonds())
    return bool(orders >= {6: 4, 8: 2}.get(atom.GetAtomicNum(), 99))


def fits(graph: Graph, pattern: Pattern) -> Iterator[Fit]:
    """Every embedding of a pattern that leaves no atom without a place."""
    for match in matches(graph.mol, pattern.query, uniquify=True):
        fit = _fit(graph, pattern, match)
        if fit is not None:
            yield fit


def _fit(graph: Graph, pattern: Pattern, match: tuple[int, ...]) -> Fit | None:
    skeleton = sum(1 << atom for atom in match)
    if sum((graph.near[a] & skeleton).bit_count() for a in match) != 2 * pattern.query.GetNumBonds():
        return None
    at = {atom: position for position, atom in enumerate(match)}
    worlds = pattern.worlds
    fills: list[Fill] = []
    hanging: dict[int, list[str]] = {}
    changed: set[int] = set()
    for residue in residues(graph, skeleton):
        changed.update(atom for atom, _ in residue.bonds)
        positions = {at[atom] for atom, _ in residue.bonds}
        if positions <= pattern.derivable | set(pattern.slots):
            for atom, _ in residue.bonds:
                filled = fill(graph, skeleton, atom, residue)
                if filled is None:
                    return None
                if at[atom] in pattern.derivable:
                    fills.append(filled)
                elif filled.way not in pattern.slots[at[atom]]:
                    return None
        elif len(positions) == 1:
            (position,) = positions
            site = pattern.sites.get(position)
            names = pattern.elsewhere if site is None else tuple(n for n in site.allow if n != H)
            found = [n for n in names if _is(graph, skeleton, residue, pattern.additions[n])]
            if not found:
                return None
            if site is not None:
                hanging.setdefault(position, []).extend(found)
                mask = 0
                for name in found:
                    mask |= site.allow[name]
                worlds &= mask
        else:
            return None
    for position, site in pattern.sites.items():
        if graph.mol.GetAtomWithIdx(match[position]).GetTotalNumHs():
            worlds &= site.allow.get(H, 0)
        if site.needs and not site.needs & set(hanging.get(position, ())):
            return None
    worlds &= _drawn_worlds(graph, pattern, skeleton, changed)
    return Fit(tuple(sorted(match)), worlds, tuple(fills)) if worlds else None


def _drawn_worlds(graph: Graph, pattern: Pattern, skeleton: int, changed: set[int]) -> int:
    if pattern.formula is None and pattern.drawn is None:
        return pattern.worlds
    bare = stripped(graph.mol, skeleton, changed)
    if pattern.formula is not None and rdMolDescriptors.CalcMolFormula(bare) != pattern.formula:
        return 0
    if pattern.drawn is None:
        return pattern.worlds
    if flat(bare) != flat(pattern.drawn):
        return 0
    hands = (pattern.drawn, mirrored(pattern.drawn))
    if any(relation(bare, hand) is not Relation.OTHER for hand in hands):
        return pattern.worlds
    return pattern.epimers


def _is(graph: Graph, inner: int, residue: Residue, addition: Addition) -> bool:
    """Whether a residue is this addition, with nothing on it but what it may carry."""
    if any(graph.order[a, b] != 1 for a, b in residue.bonds):
        return False
    ends = [own for _, own in residue.bonds]
    for core in _cores(graph, residue.atoms, ends, addition):
        rest = [r for r in residues(graph, inner | core) if r.atoms & residue.atoms]
        if all(
            len(piece.bonds) == 1
            and core >> piece.bonds[0][0] & 1
            and any(_is(graph, inner | core, piece, carried) for carried in addition.carrying)
            for piece in rest
        ):
            return True
    return False


def _cores(graph: Graph, atoms: int, ends: list[int], addition: Addition) -> Iterator[int]:
    """The atoms of a residue that can be the addition itself."""
    if addition.kind == "grow":
        core = graph.at_pattern(addition.query) & atoms
        if len(ends) == 1 and core >> ends[0] & 1:
            yield graph.component(ends[0], core)
        return
    for match in graph.pattern(addition.query):
        mask = sum(1 << atom for atom in match)
        if mask & ~atoms:
            continue
        wanted = {match[0], match[-1]} if addition.kind == "ring" else {match[0]}
        if wanted == set(ends) and len(ends) == len(wanted):
            yield mask
