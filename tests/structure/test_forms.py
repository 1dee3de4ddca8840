"""InChI and molblock."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from canonical_form import canonical
from rdkit import Chem

from stofgroep.structure import Form, Parsed, Reason, Refusal, Structure, completions, parse
from stofgroep.structure.connections import inchi_rings

ETHANOL = """
  hand written

  3  2  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.5000    0.0000    0.0000 C   0  0
    2.2500    1.3000    0.0000 O   0  0
  1  2  1  0
  2  3  1  0
M  END
"""
# (R)-1-phenylethanamine needs four different neighbours; here (S)-alanine, the amine on a wedge
ALANINE = """alanine


  6  5  0  0  1  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.3000   -0.7500    0.0000 C   0  0
    0.0000    1.5000    0.0000 N   0  0
   -1.3000   -0.7500    0.0000 C   0  0
   -2.6000    0.0000    0.0000 O   0  0
   -1.3000   -2.2500    0.0000 O   0  0
  1  2  1  0
  1  3  1  1
  1  4  1  0
  4  5  2  0
  4  6  1  0
M  END
"""
POSITIONS = """


  0  0  0     0  0            999 V3000
M  V30 BEGIN CTAB
M  V30 COUNTS 8 8 0 0 0
M  V30 BEGIN ATOM
M  V30 1 C 0 0 0 0
M  V30 2 C 1 0 0 0
M  V30 3 C 2 0 0 0
M  V30 4 C 2 1 0 0
M  V30 5 C 1 1 0 0
M  V30 6 C 0 1 0 0
M  V30 7 * 4 0 0 0
M  V30 8 Cl 5 0 0 0
M  V30 END ATOM
M  V30 BEGIN BOND
M  V30 1 2 1 2
M  V30 2 1 2 3
M  V30 3 2 3 4
M  V30 4 1 4 5
M  V30 5 2 5 6
M  V30 6 1 6 1
M  V30 7 1 7 8 ENDPTS=(2 1 2) ATTACH=ANY
M  V30 8 1 1 5
M  V30 END BOND
M  V30 END CTAB
M  END
"""


def components(text: str) -> list[str]:
    read = parse(text)
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Structure)
    return [part.smiles for part in found.completions[0].components]


@pytest.mark.parametrize(
    "text", [ETHANOL, ETHANOL.strip(), ETHANOL.replace("\n", "\r\n"), ETHANOL + "$$$$\n"]
)
def test_molblock(text: str) -> None:
    read = parse(text)
    assert isinstance(read, Parsed)
    assert read.form is Form.MOLBLOCK
    assert components(text) == ["CCO"]


def test_sd_record_with_data() -> None:
    assert components(ETHANOL + "> <ID>\nA-1\n\n$$$$\n") == ["CCO"]


def test_stereo_from_wedges() -> None:
    assert components(ALANINE) == [canonical("C[C@H](N)C(=O)O")]
    assert components(ALANINE.replace("1  3  1  1", "1  3  1  6")) == [canonical("C[C@@H](N)C(=O)O")]
    assert components(ALANINE.replace("1  3  1  1", "1  3  1  0")) == ["CC(N)C(=O)O"]


def test_isotope_and_charge_lines() -> None:
    block = ETHANOL.replace("M  END", "M  CHG  1   3  -1\nM  ISO  1   1  13\nM  END")
    assert components(block) == ["CCO"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ETHANOL + ETHANOL, Reason.TRAILING_TEXT),
        (ETHANOL + "$$$$\n" + ETHANOL, Reason.TRAILING_TEXT),
        ("one\ntwo\nthree\nfour\n" + ETHANOL, Reason.TRAILING_TEXT),
        ("$RXN\n\n\n\n  1  1\n", Reason.REACTION),
        (ETHANOL.replace(" O ", " R#"), Reason.DUMMY_ATOM),
        (ETHANOL.replace(" O ", " * "), Reason.DUMMY_ATOM),
        (ETHANOL.replace(" O ", " Qq"), Reason.UNREADABLE),
        (ETHANOL.replace("  2  3  1", "  2  9  1"), Reason.UNREADABLE),
        (ETHANOL.replace("  2  3  1", "  2  3  8"), Reason.QUERY),
        (ETHANOL.replace("  2  3  1", "  2  3  3"), Reason.VALENCE),
        (ETHANOL.replace("M  END", "M  ALS   3  2 F N   O   \nM  END"), Reason.DUMMY_ATOM),
        (ETHANOL.replace("M  END", ""), Reason.UNREADABLE),
        ("\n\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n", Reason.EMPTY),
    ],
)
def test_refused_blocks(text: str, reason: Reason) -> None:
    read = parse(text)
    assert isinstance(read, Refusal)
    assert read.reason is reason


def test_polymer_block() -> None:
    block = ETHANOL.replace("M  END", "M  STY  1   1 SRU\nM  SAL   1  1   2\nM  SBL   1  2   1   2\nM  END")
    read = parse(block)
    assert isinstance(read, Refusal)
    assert read.reason is Reason.POLYMER


def test_position_variation_in_v3000() -> None:
    block = POSITIONS.replace("M  V30 8 1 1 5\n", "").replace("COUNTS 8 8", "COUNTS 8 7")
    read = parse(block)
    assert isinstance(read, Parsed)
    assert read.open
    found = completions(read)
    assert isinstance(found, Structure)
    assert [each.label for each in found.completions] == ["Clc1ccccc1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3", "CCO"),
        # mobile hydrogens: amides, not imidic acids
        ("InChI=1S/C3H7NO/c1-3(5)4-2/h1-2H3,(H,4,5)", "CNC(C)=O"),
        ("InChI=1S/CH4N2O/c2-1(3)4/h(H4,2,3,4)", "NC(N)=O"),
        ("InChI=1S/C4H4N2O3/c7-2-1-3(8)6-4(9)5-2/h1H2,(H2,5,6,7,8,9)", "O=C1CC(=O)NC(=O)N1"),
        ("InChI=1S/C5H5NO/c7-5-3-1-2-4-6-5/h1-4H,(H,6,7)", "O=c1cccc[nH]1"),
        # stereo
        ("InChI=1S/C3H7NO2/c1-2(4)3(5)6/h2H,4H2,1H3,(H,5,6)/t2-/m0/s1", "C[C@H](N)C(=O)O"),
        ("InChI=1S/C4H8/c1-3-4-2/h3-4H,1-2H3/b4-3+", "C/C=C/C"),
        # deuterium
        ("InChI=1S/CH4O/c1-2/h2H,1H3/i1D3", "CO"),
    ],
)
def test_inchi(text: str, expected: str) -> None:
    read = parse(text)
    assert isinstance(read, Parsed)
    assert read.form is Form.INCHI
    assert components(text) == [canonical(expected)]


def test_inchi_of_a_salt() -> None:
    text = "InChI=1S/C4H8O3.Na/c5-3-1-2-4(6)7;/h5H,1-3H2,(H,6,7);/q;+1/p-1"
    assert sorted(components(text)) == ["O=C(O)CCCO", "[Na+]"]


def test_open_tautomer_is_noted() -> None:
    read = parse("InChI=1S/C3H7NO/c1-3(5)4-2/h1-2H3,(H,4,5)")
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Structure)
    assert [note.key for note in found.notes] == ["inchi-tautomer"]


CAGES = "C1" + "C2CC(C2)" * 20 + "C1"


def cage_bonds() -> tuple[int, list[tuple[int, int]]]:
    mol = Chem.MolFromSmiles(CAGES, sanitize=False)
    return mol.GetNumAtoms(), [(b.GetBeginAtomIdx() + 1, b.GetEndAtomIdx() + 1) for b in mol.GetBonds()]


def v2000(atoms: int, bonds: list[tuple[int, int]]) -> str:
    head = f"\n\n\n{atoms:3d}{len(bonds):3d}  0  0  0  0  0  0  0  0999 V2000\n"
    lines = [f"{n:10.4f}{n % 7:10.4f}    0.0000 C   0  0" for n in range(atoms)]
    return head + "\n".join([*lines, *(f"{a:3d}{b:3d}  1  0" for a, b in bonds), "M  END\n"])


def v3000(atoms: int, bonds: list[tuple[int, int]]) -> str:
    lines = ["", "", "", "  0  0  0     0  0            999 V3000", "M  V30 BEGIN CTAB"]
    lines += [f"M  V30 COUNTS {atoms} {len(bonds)} 0 0 0", "M  V30 BEGIN ATOM"]
    lines += [f"M  V30 {n + 1} C {n} {n % 7} 0 0" for n in range(atoms)]
    lines += ["M  V30 END ATOM", "M  V30 BEGIN BOND"]
    lines += [f"M  V30 {n + 1} 1 {a} {b}" for n, (a, b) in enumerate(bonds)]
    return "\n".join([*lines, "M  V30 END BOND", "M  V30 END CTAB", "M  END", ""])


def cage_inchi() -> str:
    # twenty rings of four in one large ring, numbered along the ring by hand
    chain = "".join(f"-{4 * n + 1}-{4 * n + 2}-{4 * n + 3}({4 * n + 4}-{4 * n + 1})" for n in range(20))
    return f"InChI=1S/C82H124/c81{chain}-82-81"


@pytest.mark.parametrize("text", [v2000(*cage_bonds()), v3000(*cage_bonds()), cage_inchi()])
def test_heavy_forms_are_not_read_in_process(text: str) -> None:
    start = time.perf_counter()
    read = parse(text)
    assert isinstance(read, Parsed)
    assert read.heavy
    assert read.rings == 21
    assert read.mol.GetNumAtoms() == 0
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("write", [v2000, v3000])
def test_heavy_blocks_are_completed_all_the_same(write: Callable[[int, list[tuple[int, int]]], str]) -> None:
    # thirteen separate cyclopropanes in a chain: heavy by count, harmless to search
    mol = Chem.MolFromSmiles("C1CC1" * 13, sanitize=False)
    bonds = [(b.GetBeginAtomIdx() + 1, b.GetEndAtomIdx() + 1) for b in mol.GetBonds()]
    text = write(mol.GetNumAtoms(), bonds)
    read = parse(text)
    assert isinstance(read, Parsed)
    assert (read.rings, read.heavy) == (13, True)
    assert components(text) == [canonical("C1CC1" * 13)]


@pytest.mark.parametrize(
    ("text", "rings"),
    [
        ("InChI=1S/CH4/h1H4", 0),
        ("InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3", 0),
        ("InChI=1S/C6H6/c1-2-4-6-5-3-1/h1-6H", 1),
        ("InChI=1S/C10H8/c1-2-6-10-8-4-3-7-9(10)5-1/h1-8H", 2),
        ("InChI=1S/2C6H6.H2O/c2*1-2-4-6-5-3-1;/h2*1-6H;1H2", 2),
    ],
)
def test_rings_counted_in_an_inchi(text: str, rings: int) -> None:
    read = parse(text)
    assert isinstance(read, Parsed)
    assert read.rings == rings == inchi_rings(text)
