"""Every embedding is found: against trying all combinations of all placements."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from laboratory import POOL, generated, molecule, sample
from rdkit import Chem

from stofgroep.definition.model import Build
from stofgroep.law import Law
from stofgroep.matching.embedding import Embedder, Embedding
from stofgroep.matching.graph import Graph

BUILDS = [
    build
    for group in (sample(), *Law.at(dt.date(2026, 11, 23), lists=False).groups)
    for build in group.builds
]
ALL = -1  # worlds play no part here

_Laid = tuple[tuple[str, str, int, tuple[tuple[str, tuple[int, ...]], ...]], ...]


def brute_force(build: Build, mol: Chem.Mol) -> set[_Laid]:
    """Combinations of disjoint placements of which each join is a single bond, however they are found."""
    found = set()
    laid = [
        [
            (part.name, variant, match)
            for variant in part.variants
            for match in mol.GetSubstructMatches(variant.query, uniquify=False, maxMatches=100_000)
        ]
        for part in build.parts
    ]
    for chosen in product(*laid):
        atoms = [atom for _, _, match in chosen for atom in match]
        if len(atoms) > len(set(atoms)):
            continue
        sites = {
            (name, site): [match[i] for i in indices]
            for name, variant, match in chosen
            for site, indices in variant.sites.items()
        }
        if all(
            any(_single(mol, a, b) for a in sites.get(join.left, ()) for b in sites.get(join.right, ()))
            for join in build.joins
        ):
            found.add(
                tuple(
                    sorted(
                        (
                            name,
                            variant.name,
                            sum(1 << atom for atom in match),
                            tuple(
                                (site, tuple(sorted(match[i] for i in indices)))
                                for site, indices in variant.sites.items()
                            ),
                        )
                        for name, variant, match in chosen
                    )
                )
            )
    return found


def _single(mol: Chem.Mol, a: int, b: int) -> bool:
    bond = mol.GetBondBetweenAtoms(a, b)
    return bond is not None and bond.GetBondType() == Chem.BondType.SINGLE


def laid(embedding: Embedding) -> _Laid:
    return tuple(
        sorted(
            (
                name,
                part.variant.name,
                part.mask,
                tuple((site, tuple(sorted(atoms))) for site, atoms in part.sites.items()),
            )
            for name, part in embedding.parts.items()
        )
    )


@pytest.mark.parametrize("smiles", POOL)
def test_pool(smiles: str) -> None:
    check(molecule(smiles))


@pytest.mark.parametrize("seed", range(4))
def test_generated(seed: int) -> None:
    for mol in generated(40, seed):
        check(mol)


@pytest.mark.parametrize(
    "smiles",
    [
        # the end of a join is a spiro atom, which lies in two ring systems
        "NCC1(CC1)c1ccccc1",
        "NCCC12CCCCC1CCC2",
        "NCCC12CCC(CC1)CC2",
        "NCC1(CN)CCCCC13CCCCC3",
        "NCCC1CCCCC12OCCO2",
    ],
)
def test_ring_systems(smiles: str) -> None:
    check(molecule(smiles))


def check(mol: Chem.Mol) -> None:
    for build in BUILDS:
        found = [laid(embedding) for embedding in Embedder(build, ALL).find(Graph(mol))]
        assert len(found) == len(set(found)), "each embedding once"
        assert set(found) == brute_force(build, mol), (build.name, Chem.MolToSmiles(mol))
