"""parse(): what is refused, with which reason, and what is a structure."""

from __future__ import annotations

import time

import pytest
from rdkit import Chem

from stofgroep.structure import Form, Limits, Parsed, Reason, Refusal, parse

REFUSED = {
    "": Reason.EMPTY,
    " \t\n ": Reason.EMPTY,
    "*": Reason.DUMMY_ATOM,
    "C*": Reason.DUMMY_ATOM,
    "[*:1]CC": Reason.DUMMY_ATOM,
    "[R1]CC": Reason.DUMMY_ATOM,
    "C C O": Reason.TRAILING_TEXT,
    "CCO garbage": Reason.TRAILING_TEXT,
    "CCO\tethanol": Reason.TRAILING_TEXT,
    "CCO |": Reason.TRAILING_TEXT,
    "CCO |$;;$| name": Reason.TRAILING_TEXT,
    "C1CC": Reason.UNREADABLE,
    "CC(": Reason.UNREADABLE,
    "CC.": Reason.UNREADABLE,
    "ethanol": Reason.UNREADABLE,
    "C\x00C": Reason.UNREADABLE,
    "CÇ": Reason.UNREADABLE,
    "C\x1b[31m": Reason.UNREADABLE,
    "[999999999999C]": Reason.UNREADABLE,
    "C(C)(C)(C)(C)C": Reason.VALENCE,
    "[CH5+]": Reason.VALENCE,
    "CN#C": Reason.VALENCE,
    "Cc1#ccccc1": Reason.VALENCE,
    "CC(=O)[O-4]": Reason.VALENCE,
    "C[NH+2]C": Reason.VALENCE,
    "c1cccc1": Reason.KEKULIZE,
    "c1ccnc1": Reason.KEKULIZE,
    "ccc": Reason.KEKULIZE,
    "C[CH2]": Reason.RADICAL,
    "[CH3]": Reason.RADICAL,
    "[C]C": Reason.RADICAL,
    "[O-].[Zn+2]": Reason.RADICAL,
    "C~C": Reason.QUERY,
    "[#6]C": Reason.QUERY,
    "[#999]": Reason.QUERY,
    "[C,N]C": Reason.QUERY,
    "[C;R]C": Reason.QUERY,
    "CC>>CO": Reason.REACTION,
    "CC>O>CO": Reason.REACTION,
    "InChI=1S/C2H6O": Reason.UNREADABLE,
    "InChI=1S/C9H6O/c1-2-3/h3H,2H2,1H3": Reason.UNREADABLE,
    "InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3 ethanol": Reason.TRAILING_TEXT,
    "CCO\nCCC": Reason.TRAILING_TEXT,
}

READABLE = [
    "CCO",
    " CCO \n",
    "C[N+](=O)[O-]",
    "CN(=O)=O",
    "CN=N#N",
    "N#N=O",
    "[N-]=[N+]=O",
    "O=Cl(=O)(=O)O",
    "O=n1ccccc1",
    "CN(C)(C)=O",
    "CS(C)=O",
    "OP(O)(O)=O",
    "FS(F)(F)(F)(F)F",
    "[H][H]",
    "[H+]",
    "[Fe]",
    "[Na]",
    "[Cl]",
    "[Xe]",
    "[O][O]",
    "[N]=O",
    "CC1(C)CCCC(C)(C)N1[O]",
    "C[N](C)(C)->O",
    "[NH3]->[Pt](Cl)(Cl)<-[NH3]",
    "C[Hg]C",
    "[Na+].[Cl-]",
    "C[S@](=O)CC",
    "O=C1/C(=C2\\Nc3ccccc3C2=O)Nc2ccc([Na])cc21",
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused_with_a_named_reason(text: str) -> None:
    read = parse(text)
    assert isinstance(read, Refusal)
    assert read.reason is REFUSED[text]
    assert "\n" not in read.detail
    assert len(read.detail) <= 200


@pytest.mark.parametrize("text", READABLE)
def test_structures(text: str) -> None:
    read = parse(text)
    assert isinstance(read, Parsed)
    assert read.form is Form.SMILES
    assert read.text == text.strip()


@pytest.mark.parametrize(
    ("text", "rings"),
    [
        ("CCO", 0),
        ("c1ccc2ccccc2c1", 2),
        ("C1CC1.C1CC1.O", 2),
        ("C1.C1", 0),
        ("C12C3C4C1C5C2C3C45", 5),
        ("C1CC1" * 13, 13),
    ],
)
def test_rings_are_bonds_minus_atoms_plus_fragments(text: str, rings: int) -> None:
    read = parse(text)
    assert isinstance(read, Parsed)
    assert read.rings == rings
    assert read.heavy == (rings > 12)


def test_cages_joined_in_a_ring_are_heavy_and_read_at_once() -> None:
    # 9 s and 1.6 GB in the exact ring search
    start = time.perf_counter()
    read = parse("C1" + "C2CC(C2)" * 20 + "C1")
    assert isinstance(read, Parsed)
    assert read.rings == 21
    assert read.heavy
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("C" * 10_001, Reason.TOO_LONG),
        ("C" * 1_001, Reason.TOO_MANY_ATOMS),
        ("C." * 50 + "C", Reason.TOO_MANY_FRAGMENTS),
        ("C." * 10_000 + "C", Reason.TOO_LONG),
        ("\n\n\n" + "C" * 100_000, Reason.TOO_LONG),
        ("(" * 9_000, Reason.UNREADABLE),
        ("C(" * 3_000 + "C" + ")" * 3_000, Reason.TOO_MANY_ATOMS),
        ("[C" + "+" * 9_000 + "]", Reason.UNREADABLE),
    ],
)
def test_limits_end_quickly(text: str, reason: Reason) -> None:
    start = time.perf_counter()
    read = parse(text)
    assert isinstance(read, Refusal)
    assert read.reason is reason
    assert time.perf_counter() - start < 1


def test_limits_are_settings() -> None:
    assert parse("CCO", Limits(length=2)) == Refusal(Reason.TOO_LONG, "more than 2 characters")
    assert parse("CCO", Limits(atoms=2)) == Refusal(Reason.TOO_MANY_ATOMS, "more than 2 atoms")
    assert parse("C.C", Limits(fragments=1)) == Refusal(Reason.TOO_MANY_FRAGMENTS, "more than 1 fragments")
    read = parse("C1CC1", Limits(rings_in_process=0))
    assert isinstance(read, Parsed)
    assert read.heavy
    # white space around the structure is not part of it
    assert isinstance(parse(" " * 100 + "CCO", Limits(length=3)), Parsed)


def test_molecule_is_kekulised_and_not_sanitised() -> None:
    read = parse("c1ccccc1[N+](=O)[O-].[H]Cl")
    assert isinstance(read, Parsed)
    assert read.mol.GetNumAtoms() == 11
    assert not any(atom.GetIsAromatic() for atom in read.mol.GetAtoms())
    assert read.mol.GetAtomWithIdx(0).IsInRing()


def test_rdkit_keeps_silent(capfd: pytest.CaptureFixture[str]) -> None:
    for text in [*REFUSED, *READABLE]:
        parse(text)
    Chem.MolFromSmiles("not a molecule")
    out, err = capfd.readouterr()
    assert out == ""
    assert err == ""
