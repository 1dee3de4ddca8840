"""SDF: what was there stays, byte for byte."""

from pathlib import Path

import pytest
from rdkit import Chem
from screened_files import SG, echoed

from stofgroep.errors import UsageError
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table

V2000 = """ethanol
  drawn by hand

  3  2  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.5000    0.0000    0.0000 C   0  0
    2.2500    1.2990    0.0000 O   0  0
  1  2  1  0
  2  3  1  0
M  END
"""
V3000 = """methanol


  0  0  0     0  0            999 V3000
M  V30 BEGIN CTAB
M  V30 COUNTS 2 1 0 0 0
M  V30 BEGIN ATOM
M  V30 1 C 0 0 0 0
M  V30 2 O 1.5 0 0 0
M  V30 END ATOM
M  V30 BEGIN BOND
M  V30 1 1 1 2
M  V30 END BOND
M  V30 END CTAB
M  END
"""
DATA = ">  <nr>  (1)\n007\n\n>  <note>\ntwo\nlines \n\n"


def added(structure: str, end: str = "\n") -> str:
    """The properties that a screening adds, as the format is defined: a blank line ends each."""
    values = ("not-listed", "", "", "", "true", " ".join(structure.split()), str(len(structure)))
    return "".join(f">  <{n}>{end}{v + end if v else ''}{end}" for n, v in zip(SG, values, strict=True))


def block_of(molblock: str) -> str:
    """The structure as it is decided: without the three lines that do not count."""
    return "\n".join(["", "", "", *molblock.splitlines()[3:]])


def test_records_stay_as_they_are_with_ours_behind_their_properties(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    file.write_text(f"{V2000}{DATA}$$$$\n{V3000}$$$$\n")
    wanted = f"{V2000}{DATA}{added(block_of(V2000))}$$$$\n{V3000}{added(block_of(V3000))}$$$$\n"
    assert echoed(file) == wanted.encode()


def test_rdkit_reads_the_result(tmp_path: Path) -> None:
    file, out = tmp_path / "a.sdf", tmp_path / "out.sdf"
    file.write_text(f"{V2000}{DATA}$$$$\n{V3000}$$$$\n")
    out.write_bytes(echoed(file))
    first, second = Chem.SDMolSupplier(str(out))
    assert (Chem.MolToSmiles(first), Chem.MolToSmiles(second)) == ("CCO", "CO")
    assert first.GetProp("nr") == "007"
    assert first.GetProp("note") == "two\nlines "
    assert [first.GetProp(name) for name in ("sg_outcome", "sg_list", "sg_certain")] == [
        "not-listed",
        "",
        "true",
    ]


def test_line_ends_of_windows_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    record = f"{V2000}{DATA}".replace("\n", "\r\n")
    file.write_bytes(f"{record}$$$$\r\n".encode())
    assert echoed(file) == f"{record}{added(block_of(V2000), chr(13) + chr(10))}$$$$\r\n".encode()


def test_a_last_record_without_its_end_is_a_row(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    file.write_text(f"{V2000}$$$$\n{V2000}>  <nr>\n8")
    ours = added(block_of(V2000))
    assert echoed(file) == f"{V2000}{ours}$$$$\n{V2000}>  <nr>\n8\n\n{ours}$$$$\n".encode()


def test_a_broken_record_is_kept_and_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    file.write_text(f"no molblock at all\n$$$$\n$$$$\n{V2000}$$$$\n\n")
    with open_table(file, ReadAs(), "en") as table:
        (chunk,) = table.chunks()
        assert table.count == len(chunk) == 3
        assert chunk.texts(0) == ["no molblock at all", "", block_of(V2000)]
    assert echoed(file).startswith(b"no molblock at all\n\n>  <sg_outcome>\n")


def test_columns_are_molblock_title_and_every_property(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    file.write_text(f"{V2000}{DATA}$$$$\n{V3000}>  <mass>\n32\n\n$$$$\n")
    with open_table(file, ReadAs(), "en") as table:
        assert table.header == ("molblock", "title", "nr", "note", "mass")
        assert (table.structure, table.titles) == (0, 1)
        (chunk,) = table.chunks()
        assert chunk.texts(1) == ["ethanol", "methanol"]
        assert [row[2:] for row in chunk.rows()] == [("007", "two\nlines ", None), (None, None, "32")]


def test_a_property_may_hold_the_structure(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    file.write_text(f"{V2000}>  <smiles>\nCCN\n\n$$$$\n")
    assert b">  <sg_reason>\nCCN\n" in echoed(file, column="smiles")


def test_equal_structures_are_equal_texts_whatever_their_titles(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    file.write_text(f"{V2000}$$$$\n{V2000.replace('ethanol', 'alcohol')}$$$$\n")
    with open_table(file, ReadAs(), "en") as table:
        first, second = next(table.chunks()).texts(0)
    assert first == second


def test_the_encoding_is_that_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.sdf"
    content = f"{V2000}>  <naam>\ngeïdentificeerd\n\n$$$$\n".encode("cp1252")
    file.write_bytes(content)
    with pytest.raises(UsageError, match="--encoding cp1252"):
        echoed(file)
    assert echoed(file, how=ReadAs(encoding="cp1252")).startswith(content[: -len(b"$$$$\n")])


@pytest.mark.parametrize(
    "content", [f"{V2000}>  <sg_list>\nI\n\n$$$$\n", f"{V2000}$$$$\n{V2000}> <SG_OUTCOME>\nx\n\n"]
)
def test_a_file_that_was_screened_before_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.sdf"
    file.write_text(content)
    with pytest.raises(UsageError, match=r"earlier screening"):
        echoed(file)


def test_what_looks_like_an_sdf_is_read_as_one(tmp_path: Path) -> None:
    file = tmp_path / "unnamed"
    file.write_text(f"{V2000}$$$$\n")
    assert b"<sg_outcome>" in echoed(file)
