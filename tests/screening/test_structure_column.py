import pytest

from stofgroep.errors import UsageError
from stofgroep.screening.columns import (
    column_named,
    id_column,
    refuse_own_columns,
    structure_column,
    substance_column,
)

ETHER = "CCOCC"
ANILINE = "Nc1ccccc1"


@pytest.mark.parametrize(
    "name",
    [
        "smiles",
        "SMILES",
        "Smiles",
        "structuur",
        "Structure",
        "canonical_smiles",
        "Canonical SMILES",
        "isosmiles",
    ],
)
def test_a_column_is_found_by_its_name(name: str) -> None:
    assert structure_column(["nr", name, "note"], [["1", ETHER, "C"], ["2", ANILINE, "N"]]) == 1


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("InChI", "InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3"),
        ("inchi", "InChI=1S/C4H10O/c1-3-5-4-2/h3-4H2,1-2H3"),
    ],
)
def test_an_inchi_column_is_found(name: str, cell: str) -> None:
    assert structure_column(["nr", name], [["1", cell]]) == 1


def test_an_unknown_name_is_found_by_what_can_be_read() -> None:
    rows = [["1", "F", ETHER, "powder"], ["2", "M", ANILINE, "tablet"], ["3", "F", "not drawn", "powder"]]
    assert structure_column(["nr", "sex", "drawn by hand", "form"], rows) == 2


def test_short_codes_that_happen_to_be_smiles_are_no_structures() -> None:
    with pytest.raises(UsageError, match="sex"):
        structure_column(["nr", "sex"], [["1", "F"], ["2", "F"]], lang="en")


def test_a_known_name_beats_another_readable_column() -> None:
    assert structure_column(["parent", "smiles"], [[ETHER, ANILINE]]) == 1


def test_a_name_with_smiles_in_it_beats_another_readable_column() -> None:
    assert structure_column(["drawn", "SMILES as received"], [[ETHER, ANILINE]]) == 1


def test_two_structure_columns_are_an_error_that_names_both() -> None:
    with pytest.raises(UsageError) as caught:
        structure_column(["smiles", "canonical_smiles"], [[ETHER, ANILINE]], lang="en")
    assert "smiles (100%), canonical_smiles (100%)" in str(caught.value)
    assert "--column" in str(caught.value)


def test_an_empty_column_with_a_known_name_does_not_compete() -> None:
    assert structure_column(["inchi", "smiles"], [["", ANILINE]]) == 1


def test_a_column_of_which_nothing_can_be_read_is_still_the_one_so_named() -> None:
    assert structure_column(["nr", "smiles"], [["1", "broken("]]) == 1
    assert structure_column(["nr", "smiles"], []) == 1


def test_no_structures_anywhere_is_an_error_with_the_columns() -> None:
    with pytest.raises(UsageError) as caught:
        structure_column(["nr", "form"], [["1", "powder"]], lang="en")
    assert "nr (0%), form (0%)" in str(caught.value)
    assert "--column" in str(caught.value)


def test_a_structure_in_place_of_a_header_is_an_error() -> None:
    # without --no-header the first structure of the file would be lost
    with pytest.raises(UsageError, match="--no-header"):
        structure_column(["CCOC(C)C", "1"], [[ETHER, "2"], [ANILINE, "3"]])


def test_the_user_names_the_column_by_name_case_or_number() -> None:
    header = ["Smiles", "other", "3"]
    assert column_named(header, "Smiles", "en", "--column") == 0
    assert column_named(header, "OTHER", "en", "--column") == 1
    assert column_named(header, "2", "en", "--column") == 1
    assert column_named(header, "3", "en", "--column") == 2  # a name goes before a number


def test_a_column_that_is_not_there_is_an_error_with_the_columns() -> None:
    with pytest.raises(UsageError, match="a, b"):
        column_named(["a", "b"], "c", "en", "--column")
    with pytest.raises(UsageError, match="a, b"):
        column_named(["a", "b"], "3", "en", "--column")


def test_a_column_name_that_occurs_twice_must_be_given_by_number() -> None:
    with pytest.raises(UsageError, match="1, 3"):
        column_named(["smiles", "x", "smiles"], "smiles", "en", "--column")


def test_a_table_that_was_screened_before_is_refused() -> None:
    with pytest.raises(UsageError, match="sg_outcome, SG_Reason"):
        refuse_own_columns(["smiles", "sg_outcome", "SG_Reason"], "en")
    refuse_own_columns(["smiles", "sg_other"], "en")


def test_own_id_and_substance_are_found_by_name() -> None:
    assert id_column(["smiles", "Monster-nr."]) == 1
    assert id_column(["smiles", "stof"]) is None
    assert substance_column(["smiles", "Stof"]) == 1
    assert substance_column(["smiles"]) is None
