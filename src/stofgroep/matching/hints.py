"""Rare subgraphs by which a derivative of some parent is recognised cheaply.

A derivative keeps every atom of its parent with its element and ring membership,
and every atom but those of the slots with its degree. So any connected subgraph of
the parent, given in these terms, is a condition no derivative can fail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import ge

from rdkit import Chem

from stofgroep.matching.derivation import slots_of

# Bits of information of an atom label, from how often drug-like molecules and natural
# products have it; an unknown label counts as rare. Only the *choice* of patterns hangs
# on this, never what they reject.
_BITS = {
    (6, True, 2): 1.7, (6, True, 3): 2.1, (6, True, 4): 7.2, (6, False, 1): 3.7, (6, False, 2): 3.9,
    (6, False, 3): 4.3, (6, False, 4): 8.0, (7, True, 2): 4.6, (7, True, 3): 5.1, (7, False, 1): 7.2,
    (7, False, 2): 5.2, (7, False, 3): 7.5, (8, True, 2): 5.6, (8, False, 1): 3.7, (8, False, 2): 5.3,
}  # fmt: skip
_RARE_BITS = 9.0
_OPEN_BITS = 2.5

_Tree = tuple[str, tuple["_Tree", ...]]


@dataclass(frozen=True)
class Shape:
    """What is certain of every derivative of one parent.

    labels, weights : per atom a SMARTS and its rarity; near : the bonds
    rings, elements : of the parent; a derivative has at least these
    owner : what it is the shape of
    """

    owner: str
    labels: tuple[str, ...]
    weights: tuple[float, ...]
    near: tuple[tuple[int, ...], ...]
    rings: int
    elements: Counter[int]

    def query(self) -> Chem.Mol:
        """The whole parent in these terms: every derivative holds it."""
        # from its rarest atom outwards: there matching fails soonest
        order = [max(range(len(self.labels)), key=lambda i: (self.weights[i], -i))]
        for atom in order:
            order += [other for other in self.near[atom] if other not in order]
        query = Chem.RWMol()
        for place, atom in enumerate(order):
            query.AddAtom(Chem.AtomFromSmarts(self.labels[atom]))
            for other in order[:place]:
                if other in self.near[atom]:
                    query.AddBond(order.index(other), place, Chem.BondType.SINGLE)
                    query.ReplaceBond(query.GetNumBonds() - 1, Chem.BondFromSmarts("~"))
        mol: Chem.Mol = query.GetMol()
        Chem.FastFindRings(mol)
        return mol


def suffices(there: tuple[int, ...], needed: tuple[int, ...]) -> bool:
    """Whether there is as much of everything as is needed."""
    return all(map(ge, there, needed))


@dataclass(frozen=True)
class Hint:
    """A subgraph that every derivative of some parents has."""

    smarts: str
    query: Chem.Mol
    parents: tuple[Shape, ...]

    def needs(self, numbers: Sequence[int]) -> tuple[tuple[int, ...], ...]:
        """What a molecule must hold of each element, and of rings, to be a derivative of one of the parents.

        One of the tuples suffices; those that ask more than another one are left out.
        """
        found = {(*(parent.elements[n] for n in numbers), parent.rings) for parent in self.parents}
        return tuple(sorted(n for n in found if not any(suffices(n, o) for o in found if o != n)))


def _shape(owner: str, mol: Chem.Mol, degrees: Mapping[int, int], chain: str) -> Shape:
    labels, weights = [], []
    for atom in mol.GetAtoms():
        number, ring = atom.GetAtomicNum(), atom.IsInRing()
        where = ";R" if ring else chain
        degree = degrees.get(atom.GetIdx())
        if degree is None:
            labels.append(f"[#{number}{where}]")
            weights.append(_OPEN_BITS)
        else:
            labels.append(f"[#{number}{where};D{degree}]")
            weights.append(_BITS.get((number, ring, degree), _RARE_BITS) - (not where))
    near = tuple(tuple(n.GetIdx() for n in atom.GetNeighbors()) for atom in mol.GetAtoms())
    elements = Counter(atom.GetAtomicNum() for atom in mol.GetAtoms())
    return Shape(
        owner, tuple(labels), tuple(weights), near, mol.GetNumBonds() - mol.GetNumAtoms() + 1, elements
    )


def shape_of_parent(owner: str, parent: Chem.Mol) -> Shape:
    """The shape of a parent whose O–H may be filled."""
    slots = slots_of(parent)
    degrees = {a.GetIdx(): a.GetDegree() for a in parent.GetAtoms() if a.GetIdx() not in slots}
    # A residue on two slots puts chain atoms into a ring.
    return _shape(owner, parent, degrees, ";!R" if len(slots) < 2 else "")


def shape_of_query(owner: str, query: Chem.Mol, degrees: Mapping[int, int]) -> Shape:
    """The shape of a skeleton pattern, with the number of neighbours of the atoms where it is known."""
    return _shape(owner, query, degrees, "")


def _trees(shape: Shape) -> Iterator[tuple[_Tree, float]]:
    """Subgraphs of a shape: an atom, its neighbours, and those of up to two of them."""
    labels, weights, near = shape.labels, shape.weights, shape.near

    def tree(root: int, opened: Sequence[int]) -> tuple[_Tree, float]:
        used = {root, *near[root]}
        weight = weights[root]
        children: list[_Tree] = []
        for child in near[root]:
            leaves: list[_Tree] = []
            if child in opened:
                fresh = [n for n in near[child] if n not in used]
                used.update(fresh)
                leaves = sorted((labels[n], ()) for n in fresh)
                weight += sum(weights[n] for n in fresh)
            weight += weights[child]
            children.append((labels[child], tuple(leaves)))
        return (labels[root], tuple(sorted(children))), weight

    for root, around in enumerate(near):
        yield tree(root, ())
        for i, first in enumerate(around):
            yield tree(root, (first,))
            for second in around[i + 1 :]:
                yield tree(root, (first, second))


def _smarts(tree: _Tree, weight: Mapping[str, float]) -> str:
    """The tree as SMARTS, written from its rarest atom: there matching fails soonest."""
    labels: list[str] = []
    near: list[list[int]] = []

    def place(node: _Tree) -> int:
        index = len(labels)
        labels.append(node[0])
        near.append([])
        for child in node[1]:
            other = place(child)
            near[index].append(other)
            near[other].append(index)
        return index

    def write(index: int, origin: int) -> str:
        return labels[index] + "".join(f"(~{write(n, index)})" for n in near[index] if n != origin)

    place(tree)
    return write(max(range(len(labels)), key=lambda i: (weight[labels[i]], -i)), -1)


def hints(shapes: Sequence[Shape], rare: float = 18.0) -> tuple[Hint, ...]:
    """A few rare subgraphs of which every derivative of every parent has at least one.

    Greedy set cover over subgraphs with at least ``rare`` bits; a shape without
    one gets its own rarest. They hold on an unsanitised graph with ring membership
    and without explicit hydrogen atoms, whatever its Kekulé form and charges.
    """
    weight = {label: w for shape in shapes for label, w in zip(shape.labels, shape.weights, strict=True)}
    chosen: list[Hint] = []
    trees = {index: dict(_trees(shape)) for index, shape in enumerate(shapes)}
    while trees:
        covers: dict[_Tree, list[int]] = {}
        for index, own in trees.items():
            good = [tree for tree, bits in own.items() if bits >= rare]
            for tree in good or [max((bits, tree) for tree, bits in own.items())[1]]:
                covers.setdefault(tree, []).append(index)
        best = max(covers, key=lambda t: (len(covers[t]), trees[covers[t][0]][t], t))
        smarts = _smarts(best, weight)
        chosen.append(Hint(smarts, Chem.MolFromSmarts(smarts), tuple(shapes[i] for i in covers[best])))
        for index in covers[best]:
            del trees[index]
    return tuple(chosen)
