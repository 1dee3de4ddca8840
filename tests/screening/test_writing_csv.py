import io
import os
import stat
from pathlib import Path

import pytest

from stofgroep.errors import UsageError
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.writing import CsvLines, guarded, harmless, output, refuse_bad_target


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\ta", "\ra"])
def test_a_cell_of_ours_is_never_a_formula(cell: str) -> None:
    assert harmless(cell) == "'" + cell


def test_other_cells_stay_as_they_are() -> None:
    assert harmless("3-mmc") == "3-mmc"
    assert harmless("") == ""


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("=1+1", "'=1+1"), ("-2.5", "-2.5"), ("+1e-3", "+1e-3"), ("-OH", "'-OH"), ("CCO", "CCO")],
)
def test_a_cell_from_another_format_is_guarded_and_a_number_stays_one(cell: str, shown: str) -> None:
    assert guarded(cell) == shown


def test_cells_are_quoted_where_needed() -> None:
    text = io.StringIO()
    CsvLines(text, Dialect(";", "\r\n")).write(["a,b", "c;d", 'e"f', "g\rh", "i\nj", ""])
    assert text.getvalue() == 'a,b;"c;d";"e""f";"g\rh";"i\nj";\r\n'


def test_a_file_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with output(target, lang="en") as file:
        file.write(b"a\n")
        assert not target.exists()
    assert target.read_bytes() == b"a\n"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_failure_leaves_the_old_file_and_no_remains(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")

    def fail() -> None:
        with output(target, lang="en") as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_permissions_are_those_of_the_file_replaced_or_of_a_new_file(tmp_path: Path) -> None:
    old, new, plain = tmp_path / "old.csv", tmp_path / "new.csv", tmp_path / "plain"
    old.touch(mode=0o600)
    old.chmod(0o640)
    plain.touch()
    for target in (old, new):
        with output(target, lang="en") as file:
            file.write(b"a")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    with output(link, lang="en") as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    with output(Path(os.devnull), lang="en") as file:
        file.write(b"a")
    assert not Path(os.devnull).is_file()


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    source, link = tmp_path / "in.csv", tmp_path / "link.csv"
    source.touch()
    link.symlink_to(source)
    for target in (source, link, tmp_path / "." / "in.csv"):
        with pytest.raises(UsageError, match="not overwritten"):
            refuse_bad_target(target, source, "en")


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        refuse_bad_target(tmp_path, None, "en")
    with pytest.raises(UsageError, match="does not exist"):
        refuse_bad_target(tmp_path / "absent" / "out.csv", None, "en")
