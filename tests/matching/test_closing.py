"""What a closure says of its ring: its atoms, its carbons and what hangs on it; exclusions in a reading."""

import pytest
from laboratory import SAMPLE, VOCABULARY, WORDS, molecule

from stofgroep.definition.loader import load_group
from stofgroep.matching.group import Matcher

SHORT, LONG, BOTH = 1, 2, 3


def matcher(closure: str, *, exclude: str = "", old: str = "", new: str = "") -> Matcher:
    """The sample of the laboratory with a closure of its nitrogen (R1, R2)."""
    ring = f'[build.main.closure.ring]\nfrom = ["R1"]\nto = ["R2"]\n{closure}\ntext = {WORDS}\n'
    text = SAMPLE.replace(old, new) + ring + exclude
    return Matcher(load_group(text.encode(), "sample.toml", VOCABULARY))


def worlds(found: Matcher, smiles: str) -> int:
    mol = molecule(smiles)
    assert Matcher(found.group, gated=False).membership(mol) == found.membership(mol)
    return found.membership(mol).worlds


def on_nitrogen(ring: str) -> str:
    """A benzylamine of which ``ring`` closes a ring on nitrogen."""
    return f"c1ccccc1CN2{ring}2"


ATOMS = 'atoms = "[#6,#8]"\nholding = "[#8]"\ncarbons = 4\nsize = "4-6"'


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        ("CCOCC", BOTH),
        ("CCOC", BOTH),
        ("CCCCC", 0),  # no oxygen
        ("CCSCC", 0),  # sulfur
        ("COCCCC", 0),  # seven
        ("CO", 0),  # three
        ("CC3OC3C", 0),  # its ring system has one of three atoms
    ],
)
def test_atoms(ring: str, expected: int) -> None:
    assert worlds(matcher(ATOMS), on_nitrogen(ring)) == expected


@pytest.mark.parametrize(("ring", "expected"), [("COCC", BOTH), ("CCOCC", BOTH), ("CCCOCC", 0)])
def test_carbons(ring: str, expected: int) -> None:
    assert worlds(matcher('holding = "[#8]"\ncarbons = 4'), on_nitrogen(ring)) == expected


CARRYING = (
    'carrying = ["halogen"]\ncarrying_when.length.long = ["methyl"]\ncarrying_on_n = ["methyl"]\nsize = "5-6"'
)


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        ("CCCC", BOTH),
        ("CC(F)CC", BOTH),
        ("CC(F)C(Br)C", BOTH),
        ("CC(C)CC", LONG),
        ("CC(C)(F)CC", LONG),
        ("CC(O)CC", 0),
        ("CC(=O)CC", 0),
        ("CC(CF)CC", 0),
        ("CCN(C)CC", BOTH),
        ("CCN(F)CC", 0),
        ("CCN(CC)CC", 0),
        ("CCCCCC", 0),
        ("CC3CCCC3C", BOTH),  # the whole ring system, with rings of five
        ("CC3CCCCC3C", BOTH),
        ("CC3CCCCCC3C", 0),  # a ring of seven
        ("CC3CC(C)CC3C", LONG),
        ("C3(CCCC3)CCC", 0),  # a spiro ring hangs by two bonds
        ("CC3(CC3)CC", 0),
    ],
)
def test_carrying(ring: str, expected: int) -> None:
    assert worlds(matcher(CARRYING), on_nitrogen(ring)) == expected


def test_nothing_may_hang_on_it() -> None:
    found = matcher('carrying = []\nsize = "5"')
    assert worlds(found, on_nitrogen("CCCC")) == BOTH
    assert worlds(found, on_nitrogen("CC(C)CC")) == 0


def test_what_is_said_of_all_of_a_ring_replaces_the_limits_of_its_slots() -> None:
    limits = {"old": 'carrying = "any"\nchain', "new": 'carrying = "any"\nelements = "C H N"\nchain'}
    long = on_nitrogen("CC(CCCC)OCC")
    assert worlds(matcher('size = "6"', **limits), long) == 0  # oxygen
    assert worlds(matcher('size = "6"'), long) == LONG  # a chain of four where short allows three
    assert worlds(matcher('size = "6"\ncarrying = ["alkyl"]', **limits), long) == BOTH


@pytest.mark.parametrize(
    ("ring", "expected"), [("CCCC", BOTH), ("CC(F)CC", BOTH), ("CC(O)CC", 0), ("CCOCC", 0)]
)
def test_a_shape_that_carries(ring: str, expected: int) -> None:
    found = matcher('as = "[#7:1]1[CX4][CX4][CX4][CX4]1"\ncarrying = ["halogen"]')
    assert worlds(found, on_nitrogen(ring)) == expected


def test_a_place_that_only_a_ring_may_take() -> None:
    found = matcher(
        'size = "5"',
        old='slots = ["R1", "R2"]\nallow = ["H", "alkyl-head"]',
        new='slots = ["R1", "R2"]\nallow = []',
    )
    assert worlds(found, on_nitrogen("CCCC")) == BOTH
    assert worlds(found, "NCc1ccccc1") == 0
    assert worlds(found, "CN(C)Cc1ccccc1") == 0


def test_an_exclusion_in_one_reading() -> None:
    exclude = (
        f"[exclude.named]\nwhen = {{ length = ['long'] }}\ntext = {WORDS}\n"
        "[exclude.named.structures]\nbenzylamine = 'NCc1ccccc1'\n"
        f"[exclude.always]\ntext = {WORDS}\n[exclude.always.structures]\nmethylbenzylamine = 'CNCc1ccccc1'\n"
    )
    found = matcher('size = "5"', exclude=exclude)
    assert worlds(found, "NCc1ccccc1") == SHORT
    assert found.membership(molecule("NCc1ccccc1")).excluded is None
    assert found.membership(molecule("CNCc1ccccc1")).excluded is not None
    assert worlds(found, "CCNCc1ccccc1") == BOTH
    clauses = {c.text.id: c.worlds for c in found.explain(molecule("NCc1ccccc1")).clauses}
    assert (clauses["exclude.named"], clauses["exclude.always"]) == (SHORT, BOTH)
