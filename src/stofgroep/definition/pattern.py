"""What a SMARTS pattern says for certain about the atoms it matches.

A gate may only ask what every match fulfils. RDKit describes a query atom as a
tree (``QueryAtom.DescribeQuery``); this module reads from it the facts that hold
in *every* branch, and gives up (no fact) on whatever it does not know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rdkit import Chem

_LEAF = re.compile(r"^(?P<what>\w+) (?P<value>-?\d+) (?P<relation>=|!=) val$")
_AROMATIC = 1000  # RDKit codes an atom type as atomic number, + 1000 when aromatic


@dataclass(frozen=True)
class Facts:
    """Facts about one query atom; None where nothing is certain.

    numbers : atomic numbers it can match
    connections : total number of neighbours, implicit hydrogens included (SMARTS ``X``)
    aromatic : whether it matches only aromatic (or only other) atoms
    """

    numbers: frozenset[int] | None = None
    connections: frozenset[int] | None = None
    aromatic: bool | None = None


def facts(atom: Chem.QueryAtom) -> Facts:
    """The certain facts about a query atom."""
    lines = atom.DescribeQuery().rstrip("\n").split("\n")
    tree, _ = _tree(lines, 0, 0)
    return _read(tree)


def _tree(lines: list[str], at: int, depth: int) -> tuple[tuple[str, list[Any]], int]:
    text = lines[at].strip()
    children = []
    at += 1
    while at < len(lines) and (len(lines[at]) - len(lines[at].lstrip())) // 2 > depth:
        child, at = _tree(lines, at, depth + 1)
        children.append(child)
    return (text, children), at


def _read(node: tuple[str, list[Any]]) -> Facts:
    text, children = node
    if text == "AtomAnd":
        return all_of([_read(c) for c in children])
    if text == "AtomOr":
        return any_of([_read(c) for c in children])
    leaf = _LEAF.match(text)
    if leaf is None or leaf["relation"] != "=":
        return Facts()
    value = int(leaf["value"])
    if leaf["what"] == "AtomAtomicNum":
        return Facts(numbers=frozenset({value}))
    if leaf["what"] == "AtomType":
        return Facts(numbers=frozenset({value % _AROMATIC}), aromatic=value >= _AROMATIC)
    if leaf["what"] == "AtomTotalDegree":
        return Facts(connections=frozenset({value}))
    return Facts()


def all_of(found: list[Facts]) -> Facts:
    """What is certain of an atom of which all of several sets of facts hold."""
    return Facts(
        _intersection([f.numbers for f in found]),
        _intersection([f.connections for f in found]),
        next((f.aromatic for f in found if f.aromatic is not None), None),
    )


def any_of(found: list[Facts]) -> Facts:
    """What is certain of an atom of which one of several sets of facts holds."""
    aromatic = {f.aromatic for f in found}
    return Facts(
        _union([f.numbers for f in found]),
        _union([f.connections for f in found]),
        aromatic.pop() if len(aromatic) == 1 else None,
    )


def _intersection(sets: list[frozenset[int] | None]) -> frozenset[int] | None:
    known = [s for s in sets if s is not None]
    return frozenset.intersection(*known) if known else None


def _union(sets: list[frozenset[int] | None]) -> frozenset[int] | None:
    known = [s for s in sets if s is not None]
    return frozenset.union(*known) if len(known) == len(sets) else None


def ring_atoms(query: Chem.Mol) -> frozenset[int]:
    """Query atoms on a cycle of the query: what they match lies in a ring, as a match keeps cycles."""
    return frozenset(i for ring in query.GetRingInfo().AtomRings() for i in ring)


def smallest_rings(query: Chem.Mol) -> tuple[tuple[int, ...], ...]:
    """The smallest set of smallest rings of a pattern; its own ring information holds larger ones too."""
    return tuple(tuple(ring) for ring in Chem.GetSSSR(Chem.Mol(query)))


def ring_composition(query: Chem.Mol) -> dict[tuple[int, bool], int]:
    """How many ring atoms of which element and aromaticity a match needs at least.

    Only atoms of which both are certain are counted, so that the counts are
    necessary, never more.
    """
    needs: dict[tuple[int, bool], int] = {}
    for index in ring_atoms(query):
        known = facts(query.GetAtomWithIdx(index))
        if known.numbers is not None and len(known.numbers) == 1 and known.aromatic is not None:
            key = (min(known.numbers), known.aromatic)
            needs[key] = needs.get(key, 0) + 1
    return needs
