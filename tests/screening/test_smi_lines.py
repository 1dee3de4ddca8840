import pytest

from stofgroep.screening.smi import SmiLine, smi_lines, split_line


@pytest.mark.parametrize(
    ("line", "structure", "own_id"),
    [
        ("CCO", "CCO", ""),
        ("CCO\n", "CCO", ""),
        ("CCO S-1", "CCO", "S-1"),
        ("CCO\tS-1 second bag", "CCO", "S-1 second bag"),
        ("  CCO   S-1  ", "CCO", "S-1"),
        ("*C.c1ccccc1 |m:0:2.3.4|", "*C.c1ccccc1 |m:0:2.3.4|", ""),
        ("*C.c1ccccc1 |m:0:2.3.4| S-1", "*C.c1ccccc1 |m:0:2.3.4|", "S-1"),
        ("*C.c1ccccc1\t|m:0:2.3.4|\tS-1", "*C.c1ccccc1 |m:0:2.3.4|", "S-1"),
        ("CCO A|B", "CCO", "A|B"),
        ("InChI=1S/CH4/h1H4 S-1", "InChI=1S/CH4/h1H4", "S-1"),
    ],
)
def test_a_line_is_structure_extension_and_own_id(line: str, structure: str, own_id: str) -> None:
    assert split_line(line) == SmiLine(structure, own_id)


def test_an_extension_that_was_cut_off_is_not_taken_for_an_id() -> None:
    # *C.c1ccccc1 without its extension is another structure: it must not be decided in its place
    assert split_line("*C.c1ccccc1 |m:0:2.3") == SmiLine("*C.c1ccccc1 |m:0:2.3", "")


def test_a_no_break_space_does_not_divide_a_line() -> None:
    assert split_line("CCO\u00a0S-1") == SmiLine("CCO\u00a0S-1", "")


def test_blank_lines_count_unless_only_blank_lines_follow() -> None:
    lines = ["\n", "CCO a\n", "  \n", "CCN b\n", "\n", "\n"]
    assert [(line.structure, line.id) for line in smi_lines(lines)] == [
        ("", ""),
        ("CCO", "a"),
        ("", ""),
        ("CCN", "b"),
    ]
