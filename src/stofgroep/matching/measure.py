"""Measuring residues: the longest continuous chain."""

from __future__ import annotations

from stofgroep.definition.model import Chain
from stofgroep.definition.worlds import without
from stofgroep.matching.graph import Graph


def longest_chain(graph: Graph, residue: int, counted: int, *, behind_ring: bool) -> int:
    """Longest path through a residue, counting only atoms of ``counted`` outside rings.

    Outside rings a residue is a forest, so the longest path is its diameter.
    With ``behind_ring`` a ring system is passed at no cost and the chain goes on
    behind it; else a chain ends where a ring begins.
    """
    within = residue if behind_ring else residue & ~graph.ring
    best = 0
    left = within
    while left:
        tree = _tree(graph, left & -left, within)
        weights = [0 if node & graph.ring else (node & counted).bit_count() for node, _ in tree]
        below = [0] * len(tree)
        # children before parents: the longest path that turns at each node, and the longest that goes up
        for index in range(len(tree) - 1, -1, -1):
            node, parent = tree[index]
            left &= ~node
            length = weights[index] + below[index]
            best = max(best, length)
            if parent >= 0:
                best = max(best, length + weights[parent] + below[parent])
                below[parent] = max(below[parent], length)
    return best


def _tree(graph: Graph, start: int, within: int) -> list[tuple[int, int]]:
    """Nodes (masks: a chain atom, a ring cluster) connected to a start, each with the place of its parent."""
    seen = _node(graph, start, within)
    tree = [(seen, -1)]
    for index, (node, _) in enumerate(tree):
        beside = graph.beside(node) & within & ~seen
        while beside:
            child = _node(graph, beside & -beside, within)
            tree.append((child, index))
            seen |= child
            beside &= ~child
    return tree


def _node(graph: Graph, atom: int, within: int) -> int:
    """The node of an atom (a mask): of a ring atom all that are connected to it by ring bonds.

    Two rings joined by a chain bond stay apart.
    """
    if not atom & graph.ring:
        return atom
    seen = frontier = atom
    while frontier:
        low = frontier & -frontier
        reached = graph.ring_near[low.bit_length() - 1] & within & ~seen
        seen |= reached
        frontier ^= low | reached
    return seen


def chain_worlds(graph: Graph, residue: int, chain: Chain, everywhere: int) -> int:
    """Worlds in which a residue keeps a chain limit."""
    if chain.max is None and chain.min is None:
        return everywhere
    # a residue cannot hold a longer chain than it has atoms: most residues are decided here
    if chain.min is None and chain.of is None and chain.excluding is None and chain.max is not None:
        quick = chain.max.worlds_where((residue & ~graph.ring).bit_count())
        if quick == everywhere:
            return quick
    counted = residue if chain.of is None else residue & graph.of_elements(chain.of)
    if chain.excluding is not None:
        counted &= ~graph.at_pattern(chain.excluding)
    if chain.unbroken:
        residue &= counted & ~graph.ring
    result = 0
    modes: tuple[tuple[bool, int], ...] = ((False, everywhere),)
    if residue & graph.ring:  # else there is no ring to go on behind
        modes = ((True, chain.behind_ring), (False, without(everywhere, chain.behind_ring)))
    for behind_ring, worlds in modes:
        if not worlds:
            continue
        length = longest_chain(graph, residue, counted, behind_ring=behind_ring)
        kept = worlds
        if chain.max is not None:
            kept &= chain.max.worlds_where(length)
        if chain.min is not None:
            kept &= chain.min.worlds_where(length, at_least=True)
        result |= kept
    return result
