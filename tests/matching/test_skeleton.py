"""Residues, and the rings they close with the skeleton."""

from __future__ import annotations

from itertools import combinations

import pytest
from laboratory import SAMPLE, VOCABULARY, molecule

from stofgroep.definition.loader import load_group
from stofgroep.definition.model import Build
from stofgroep.matching.embedding import Embedder
from stofgroep.matching.graph import Graph
from stofgroep.matching.skeleton import Residue, Skeleton


def ring_alone() -> Build:
    """A build whose only part is cyclohexane."""
    head, *tables = SAMPLE.split("\n[build.main.")
    head = head[: head.index("[reading.")]
    kept = [t for t in tables if t.startswith(("part.ring", "slot.Rn", "rule.ring"))]
    text = "\n[build.main.".join([head, *kept]).replace('"cyclohexyl", "fenyl", "pyrrolyl"', '"cyclohexyl"')
    return load_group(text.encode(), "ring.toml", VOCABULARY).builds[0]


RING = ring_alone()


def skeletons(smiles: str) -> list[Skeleton]:
    graph = Graph(molecule(smiles))
    return [Skeleton(graph, RING, embedding) for embedding in Embedder(RING, 1).find(graph)]


def rings(skeleton: Skeleton) -> set[tuple[str, int]]:
    """How each ring that a residue closes lies on the ring of the skeleton, and its size."""
    found = set()
    for residue in skeleton.closing:
        for first, second in combinations(residue.bonds, 2):
            kind = skeleton.kind(residue, first, second, "ring")
            found.add((kind, skeleton.ring_size(residue, first, second)))
    return found


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        ("C1CCC2(CC1)CC2", {("spiro", 3)}),
        ("C1CCC2CCCCC2C1", {("annelated", 6)}),
        ("C1CCC2OC2C1", {("annelated", 3)}),
        # bicyclo[2.2.1]heptane: the one-atom bridge between atoms 1 and 4 of the six-membered ring
        ("C1CC2CCC1C2", {("bridged", 5)}),
        ("C1CC2CCC1CC2", {("bridged", 6)}),
        # a bond across the ring is a residue without atoms
        ("C1CC2CCC12", {("bridged", 4)}),
    ],
)
def test_how_rings_lie_on_the_skeleton(smiles: str, expected: set[tuple[str, int]]) -> None:
    found = skeletons(smiles)
    assert found
    for skeleton in found:
        assert rings(skeleton) == expected


def test_open_residues_hang_on_their_atom() -> None:
    (skeleton,) = skeletons("CC1CCCCC1(F)CO")
    assert not skeleton.closing
    sizes = {atom: sorted(r.mask.bit_count() for r in found) for atom, found in skeleton.hanging.items()}
    assert sizes == {1: [1], 6: [1, 2]}
    assert skeleton.closed_places() == {}


def test_rings_take_places() -> None:
    (skeleton,) = skeletons("C1CCC2(CC1)CC2")
    assert skeleton.closed_places() == {3: 2}


def composite(skeleton: Skeleton, residue: Residue) -> set[tuple[int, int]]:
    """Sizes of the rings through two bonds, with whether each is the sum of two smaller ones."""
    return {
        (skeleton.ring_size(residue, first, second), skeleton.is_composite(residue, first, second))
        for first, second in combinations(residue.bonds, 2)
    }


def test_the_outer_ring_of_phenalane_is_the_sum_of_two() -> None:
    # perhydrophenalene: on each ring the other two form one residue with three bonds
    found = skeletons("C1CC2CCCC3CCCC(C1)C23")
    assert len(found) == 3
    for skeleton in found:
        (residue,) = skeleton.closing
        assert composite(skeleton, residue) == {(6, False), (10, True)}


def test_the_rings_of_adamantane_are_no_sums() -> None:
    found = skeletons("C1C2CC3CC1CC(C2)C3")
    assert len(found) == 4
    for skeleton in found:
        (residue,) = skeleton.closing
        assert composite(skeleton, residue) == {(6, False)}


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        ("CC1CCCCC1", True),
        ("C1CCC2CCCCC2C1", True),
        # bicyclo[2.2.0]hexane: the bond in the middle is none of the six-membered ring
        ("C1CC2CCC12", False),
    ],
)
def test_bonds_that_the_skeleton_does_not_draw_are_seen_by_their_number(smiles: str, expected: bool) -> None:
    found = skeletons(smiles)
    assert found
    for skeleton in found:
        assert skeleton.embedding.has_bonds_of_its_own_only() is expected
