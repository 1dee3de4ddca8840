"""Measuring residues: the longest continuous chain."""

from __future__ import annotations

from stofgroep.definition.model import Chain
from stofgroep.matching.graph import Graph, bits


def longest_chain(graph: Graph, residue: int, counted: int, *, behind_ring: bool) -> int:
    """Longest path through a residue, counting only atoms of ``counted`` outside rings.

    Outside rings a residue is a forest, so the longest path is its diameter.
    With ``behind_ring`` a ring system is passed at no cost and the chain goes on
    behind it; else a chain ends where a ring begins.
    """
    chain_atoms = residue & ~graph.ring
    nodes: list[int] = [1 << a for a in bits(chain_atoms)]
    weights = [1 if (1 << a) & counted else 0 for a in bits(chain_atoms)]
    if behind_ring:
        rings = residue & graph.ring
        while rings:
            start = (rings & -rings).bit_length() - 1
            system = _ring_cluster(graph, start, residue & graph.ring)
            nodes.append(system)
            weights.append(0)
            rings &= ~system
    best = 0
    reach = [0] * len(nodes)
    for index, node in enumerate(nodes):
        for atom in bits(node):
            reach[index] |= graph.near[atom]
        reach[index] &= residue & ~node
    edges = [[j for j, other in enumerate(nodes) if reach[i] & other] for i in range(len(nodes))]
    for start in range(len(nodes)):
        stack = [(start, -1, weights[start])]
        while stack:
            node_index, parent, length = stack.pop()
            best = max(best, length)
            for other in edges[node_index]:
                if other != parent:
                    stack.append((other, node_index, length + weights[other]))
    return best


def _ring_cluster(graph: Graph, start: int, within: int) -> int:
    """Ring atoms connected through ring bonds; two rings joined by a chain bond stay apart."""
    seen = frontier = 1 << start
    ring_info = graph.mol.GetRingInfo()
    while frontier:
        reached = 0
        for atom in bits(frontier):
            for other, _ in graph.neighbours[atom]:
                if within >> other & 1 and not seen >> other & 1:
                    bond = graph.mol.GetBondBetweenAtoms(atom, other)
                    if ring_info.NumBondRings(bond.GetIdx()):
                        reached |= 1 << other
        frontier = reached & ~seen
        seen |= frontier
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
    result = 0
    for behind_ring, worlds in ((True, chain.behind_ring), (False, everywhere & ~chain.behind_ring)):
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
