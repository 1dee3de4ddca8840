"""Molecules as masks: ring systems, distances and shortest paths, counted by hand."""

import pytest
from laboratory import molecule
from rdkit import Chem

from stofgroep.matching import graph as graph_module
from stofgroep.matching.graph import (
    AnyOf,
    Graph,
    TooManyMatches,
    bits,
    component,
    matches,
    near_masks,
    occurs,
)


def mask(*atoms: int) -> int:
    return sum(1 << atom for atom in atoms)


def test_bits_are_ascending() -> None:
    assert list(bits(mask(5, 0, 130))) == [0, 5, 130]


def test_neighbours_have_bond_orders_and_aromatic_is_none() -> None:
    graph = Graph(molecule("N#CC(=O)c1ccccc1"))
    assert graph.order[0, 1] == 3
    assert graph.order[3, 2] == graph.order[2, 3] == 2
    assert graph.order[2, 4] == 1
    assert graph.order[4, 5] == 0
    assert graph.near[2] == mask(1, 3, 4)
    assert sorted(graph.neighbours[2]) == [(1, 1), (3, 2), (4, 1)]


@pytest.mark.parametrize("length", [1, 62, 63, 130])
def test_neighbours_of_chains_of_any_length(length: int) -> None:
    mol = molecule("C" * length)
    expected = [mask(*(i for i in (atom - 1, atom + 1) if 0 <= i < length)) for atom in range(length)]
    assert near_masks(mol) == expected
    assert Graph(mol).near == expected
    assert component(expected, 0, mask(*range(length))) == mask(*range(length))


def test_elements_and_mass() -> None:
    graph = Graph(molecule("CC(O)CF"))
    assert graph.of_elements(frozenset({8, 9})) == mask(2, 4)
    assert graph.number == [6, 6, 8, 6, 9]
    # CH2F: 12.011 + 2 × 1.008 + 18.998
    assert graph.mass(mask(3, 4)) == pytest.approx(33.025, abs=0.01)
    assert graph.molecular_mass() == pytest.approx(78.09, abs=0.01)


def test_component_stays_inside() -> None:
    graph = Graph(molecule("CCCOC"))
    assert graph.component(0, graph.everything & ~mask(3)) == mask(0, 1, 2)
    assert graph.component(4, graph.everything & ~mask(3)) == mask(4)


@pytest.mark.parametrize(
    ("smiles", "atom", "system"),
    [
        ("CC1CC1", 0, ()),
        ("C1CC1CC2CC2", 0, (0, 1, 2)),
        # two rings on one bond are one system, on one atom two
        ("C1CC2CC12", 0, (0, 1, 2, 3, 4)),
        ("C1CC12CC2", 0, (0, 1, 2)),
        ("C1CC12CC2", 4, (2, 3, 4)),
        ("C1CC2CCC1C2", 6, (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_ring_systems(smiles: str, atom: int, system: tuple[int, ...]) -> None:
    assert Graph(molecule(smiles)).ring_system(atom) == mask(*system)


def test_a_spiro_atom_lies_in_two_systems() -> None:
    graph = Graph(molecule("C1CC12CN2"))
    found = sorted(sorted(system.items()) for system in graph.system_compositions(2))
    assert found == [[((6, False), 2), ((7, False), 1)], [((6, False), 3)]]
    assert graph.system_compositions(0) == [{(6, False): 3}]


def test_ring_atoms() -> None:
    graph = Graph(molecule("CC1CN1c1cccnc1"))
    assert graph.ring == mask(1, 2, 3, 4, 5, 6, 7, 8, 9)
    assert Graph(molecule("CCO")).ring == 0
    assert graph.has_ring_atoms({(6, True): 5, (7, True): 1, (7, False): 1})
    assert not graph.has_ring_atoms({(7, True): 2})


def test_ring_sizes() -> None:
    graph = Graph(molecule("C1CC2CC12"))
    assert sorted(graph.ring_sizes(2)) == [3, 4]
    assert graph.ring_sizes(0) == (4,)


def test_distances() -> None:
    graph = Graph(molecule("C1CCCCC1C"))
    everything = graph.everything
    assert graph.distance(0, 0, everything) == 0
    assert graph.distance(0, 3, everything) == 3
    assert graph.distance(6, 2, everything) == 4
    assert graph.distance(1, 5, everything & ~mask(0)) == 4
    assert graph.distance(0, 3, everything & ~mask(1, 5)) == -1


def test_all_shortest_paths() -> None:
    graph = Graph(molecule("C1CCCCC1C"))
    everything = graph.everything
    # opposite atoms of a six-membered ring: both ways round
    assert graph.on_shortest_paths(0, 3, everything) == mask(0, 1, 2, 3, 4, 5)
    assert graph.on_shortest_paths(0, 2, everything) == mask(0, 1, 2)
    assert graph.on_shortest_paths(6, 6, everything) == mask(6)
    assert graph.on_shortest_paths(0, 3, everything & ~mask(1, 5)) == 0


def test_occurs() -> None:
    query = Chem.MolFromSmarts("[#7]")
    assert occurs(molecule("CN"), query)
    assert not occurs(molecule("CC"), query)


@pytest.mark.parametrize("smarts", [["[#7]"], ["[#8]", "[#7]"], ["[#8]", "[#16]", "[#7]~[#6]"]])
def test_any_of_several_patterns(smarts: list[str]) -> None:
    asked = AnyOf(map(Chem.MolFromSmarts, smarts))
    assert len(asked) == len(smarts)
    assert asked.occurs(molecule("CN"))
    assert not asked.occurs(molecule("CC"))


def test_without_patterns_nothing_occurs() -> None:
    assert not AnyOf(())
    assert not AnyOf(()).occurs(molecule("CC"))


def test_truncation_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    query = Chem.MolFromSmarts("[#6][#6]")
    assert len(matches(molecule("CCCC"), query)) == 6
    assert len(matches(molecule("CCCC"), query, uniquify=True)) == 3
    monkeypatch.setattr(graph_module, "MAX_MATCHES", 6)
    with pytest.raises(TooManyMatches):
        matches(molecule("CCCC"), query)


def test_more_matches_than_rdkit_finds_by_default() -> None:
    # the four methyls of each neopentane in every order; RDKit stops at 1000 unless told otherwise
    query = Chem.MolFromSmarts("[CH3]C([CH3])([CH3])[CH3]")
    assert len(matches(molecule(".".join(["CC(C)(C)C"] * 50)), query)) == 50 * 24


def test_a_symmetrical_molecule_is_refused_not_cut_short() -> None:
    query = Chem.MolFromSmarts("[CH3]C([CH3])([CH3])[CH3]")
    with pytest.raises(TooManyMatches):
        matches(molecule(".".join(["CC(C)(C)C"] * 900)), query)
