"""Stereoisomers compared: same, open, enantiomer, diastereomer, racemate."""

from __future__ import annotations

import pytest
from rdkit import Chem

from stofgroep.matching.stereo import Meant, Policy, Relation, exists, flat, mirrored, relation, settled

MORPHINE = "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5"
MORPHINE_FLAT = "CN1CCC23c4c5ccc(O)c4OC2C(O)C=CC3C1C5"
ISOMORPHINE = "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@H](O)C=C[C@H]3[C@H]1C5"  # other configuration at C6
MORPHINE_PART = "CN1CC[C@]23c4c5ccc(O)c4OC2C(O)C=CC3C1C5"


def mol(smiles: str) -> Chem.Mol:
    return settled(Chem.MolFromSmiles(smiles))


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        (MORPHINE, Relation.SAME),
        (MORPHINE_FLAT, Relation.OPEN),
        (MORPHINE_PART, Relation.OPEN),
        (ISOMORPHINE, Relation.OTHER),
    ],
)
def test_relation_to_morphine(smiles: str, expected: Relation) -> None:
    assert flat(mol(smiles)) == flat(mol(MORPHINE))
    assert relation(mol(smiles), mol(MORPHINE)) is expected


def test_the_mirror_image_is_another_molecule_unless_meso() -> None:
    assert relation(mirrored(mol(MORPHINE)), mol(MORPHINE)) is Relation.OTHER
    meso = mol("C[C@H](O)[C@@H](C)O")
    assert relation(mirrored(meso), meso) is Relation.SAME


def test_double_bonds_and_ring_stereo_count() -> None:
    assert relation(mol("C/C=C/CO"), mol("C/C=C\\CO")) is Relation.OTHER
    assert relation(mol("CC=CCO"), mol("C/C=C\\CO")) is Relation.OPEN
    cis, trans = "C[C@H]1CC[C@@H](O)CC1", "C[C@H]1CC[C@H](O)CC1"
    assert relation(mol(cis), mol(trans)) is Relation.OTHER


def test_both_may_leave_something_open() -> None:
    left, right = mol("C[C@H](O)C(N)Cl"), mol("CC(O)[C@H](N)Cl")
    assert relation(left, right) is Relation.OPEN


def test_a_racemate_written_as_such_is_a_mixture() -> None:
    racemate = mol("C[C@H](N)Cc1ccccc1 |&1:1|")
    assert relation(racemate, mol("C[C@H](N)Cc1ccccc1")) is Relation.MIXTURE
    assert relation(racemate, mol("C[C@@H](N)Cc1ccccc1")) is Relation.MIXTURE
    unknown = mol("C[C@H](N)Cc1ccccc1 |o1:1|")
    assert relation(unknown, mol("C[C@@H](N)Cc1ccccc1")) is Relation.OPEN


def policy(drawn: str, every: bool, *kept_out: str) -> Policy:
    return Policy((mol(drawn),), every, tuple(mol(s) for s in kept_out))


def test_exact_policy() -> None:
    exact = policy(MORPHINE, False)
    assert exact.judge(mol(MORPHINE)).meant is Meant.YES
    assert exact.judge(mol(MORPHINE_FLAT)).meant is Meant.UNSPECIFIED
    assert exact.judge(mirrored(mol(MORPHINE))).meant is Meant.ENANTIOMER
    assert exact.judge(mol(ISOMORPHINE)).meant is Meant.NO


def test_policy_with_an_isomer_kept_out() -> None:
    left, right, open_ = "C[C@H](N)CC", "C[C@@H](N)CC", "CC(N)CC"
    for every in (True, False):
        judge = policy(left, every, right).judge
        assert judge(mol(left)).meant is Meant.YES
        assert judge(mol(right)).meant is Meant.NO
        assert judge(mol(open_)).meant is Meant.OPEN
        assert judge(mol(open_)).without == (Chem.MolToSmiles(mol(right)),)


def test_stereo_that_cannot_exist_says_nothing() -> None:
    # Tropane bridged trans: no such ring system.
    cocaine = "COC(=O)[C@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C"
    impossible = "COC(=O)[C@H]1[C@@H](OC(=O)c2ccccc2)C[C@H]2CC[C@H]1N2C"
    assert exists(mol(cocaine))
    assert not exists(mol(impossible))
    assert policy(cocaine, False).judge(mol(impossible)).meant is Meant.IMPOSSIBLE
