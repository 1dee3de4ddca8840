"""The longest continuous chain, counted by hand."""

import pytest
from laboratory import molecule
from rdkit import Chem

from stofgroep.definition.model import ByOption, Chain
from stofgroep.matching.graph import Graph
from stofgroep.matching.measure import chain_worlds, longest_chain


def residue(smiles: str) -> tuple[Graph, int]:
    """A molecule of which the first atom is the skeleton and the rest the residue."""
    graph = Graph(molecule(smiles))
    return graph, graph.everything & ~1


@pytest.mark.parametrize(
    ("smiles", "through_rings", "up_to_rings"),
    [
        ("CC", 1, 1),
        ("CCCCCC", 5, 5),
        # not only from the place of attachment: ethyl and propyl on one carbon
        ("CC(CC)CCC", 6, 6),
        ("CN(CCCCC)CCCCC", 11, 11),
        # every heavy atom counts, at branches the longer way
        ("CC(=O)CC", 4, 4),
        ("CCCCF", 4, 4),
        ("CS(=O)(=O)C", 3, 3),
        # ring atoms are not counted; a chain goes on behind a ring or ends there
        ("Cc1ccccc1", 0, 0),
        ("CCCc1ccc(CCC)cc1", 5, 3),
        ("CC1CC1CC", 2, 2),
        # three substituents on a ring: the two longest
        ("CCc1cc(CC)cc(CCC)c1", 5, 3),
        # two rings joined by a bond, and by an atom
        ("CCc1ccc(-c2ccc(CC)cc2)cc1", 3, 2),
        ("CCC1CC1CC1CC1CC", 4, 2),
        # a fused system is passed as one
        ("CCc1ccc2cc(CCC)ccc2c1", 4, 3),
    ],
)
def test_longest_chain(smiles: str, through_rings: int, up_to_rings: int) -> None:
    graph, mask = residue(smiles)
    assert longest_chain(graph, mask, mask, behind_ring=True) == through_rings
    assert longest_chain(graph, mask, mask, behind_ring=False) == up_to_rings


def test_atoms_that_do_not_count_are_passed() -> None:
    graph, mask = residue("CCCNCCF")
    carbon = mask & graph.of_elements(frozenset({6}))
    assert longest_chain(graph, mask, carbon, behind_ring=True) == 4
    assert longest_chain(graph, mask, mask, behind_ring=True) == 6


SHORT, LONG = 0b01, 0b10
BOTH = SHORT | LONG


def chain(
    most: float | None = None,
    least: float | None = None,
    *,
    of: frozenset[int] | None = None,
    excluding: Chem.Mol | None = None,
    behind_ring: int = BOTH,
) -> Chain:
    """A limit that is one longer in the worlds of ``LONG``."""
    maximum = None if most is None else ByOption(((SHORT, most), (LONG, most + 1)))
    minimum = None if least is None else ByOption(((BOTH, least),))
    return Chain(maximum, minimum, of, excluding, behind_ring)


@pytest.mark.parametrize(("smiles", "worlds"), [("CCCC", BOTH), ("CCCCC", LONG), ("CCCCCC", 0)])
def test_limit_at_and_beyond(smiles: str, worlds: int) -> None:
    graph, mask = residue(smiles)
    assert chain_worlds(graph, mask, chain(most=3), BOTH) == worlds


def test_minimum() -> None:
    for smiles, worlds in (("CCC", 0), ("CCCC", BOTH)):
        graph, mask = residue(smiles)
        assert chain_worlds(graph, mask, chain(least=3), BOTH) == worlds


def test_no_limit_holds_everywhere() -> None:
    graph, mask = residue("CCCCCCCCCCCC")
    assert chain_worlds(graph, mask, chain(), BOTH) == BOTH


def test_only_some_elements_count() -> None:
    graph, mask = residue("CCCCF")
    assert chain_worlds(graph, mask, chain(most=3), BOTH) == LONG
    assert chain_worlds(graph, mask, chain(most=3, of=frozenset({6, 8})), BOTH) == BOTH


def test_excluded_atoms_do_not_count() -> None:
    cyano = Chem.MolFromSmarts("[CX2;$(C#N)]")
    graph, mask = residue("CCCCC#N")
    carbon = frozenset({6})
    assert chain_worlds(graph, mask, chain(most=3, of=carbon), BOTH) == LONG
    assert chain_worlds(graph, mask, chain(most=3, of=carbon, excluding=cyano), BOTH) == BOTH


def test_a_reading_may_let_the_chain_pass_a_ring() -> None:
    # five atoms through the ring, three up to it
    graph, mask = residue("CCCc1ccc(CCC)cc1")
    limit = Chain(ByOption(((BOTH, 4),)), None, None, None, behind_ring=LONG)
    assert chain_worlds(graph, mask, limit, BOTH) == SHORT


@pytest.mark.parametrize(
    ("smiles", "longest"),
    [
        ("CCCC", 3),
        # the nitrogen ends the chain: two and four, not six
        ("CCCNCCCC", 4),
        ("CCCN(C)C", 2),
        # oxygen counts
        ("CCOCC", 4),
        # a ring ends it, and fluorine does not count
        ("CCCc1ccc(CC)cc1", 2),
        ("CCCCCF", 4),
    ],
)
def test_an_unbroken_chain_passes_nothing(smiles: str, longest: int) -> None:
    graph, mask = residue(smiles)
    elements = frozenset({6, 8, 16})
    for limit, kept in ((longest, BOTH), (longest - 1, 0)):
        chain = Chain(ByOption(((BOTH, limit),)), None, elements, None, BOTH, unbroken=True)
        assert chain_worlds(graph, mask, chain, BOTH) == kept
