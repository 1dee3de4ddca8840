"""Faults in the file of a reference set are named with file, line and column."""

from __future__ import annotations

import pytest

from stofgroep.errors import DefinitionError
from stofgroep.reference import ReferenceRow, read_rows

HEADER = "key,name,synonyms,class,smiles,first_seen,verification,sources,licence,remark\n"
GOOD = "ethanol,ethanol,alcohol|spirit,solvents,CCO,2014-05-01,opsin,OPSIN: ethanol,fact,\n"
CLASSES = ("solvents", "sugars")


def read(text: str) -> tuple[ReferenceRow, ...]:
    return read_rows(text.encode(), "own.csv", CLASSES)


def test_a_row() -> None:
    expected = ReferenceRow(
        key="ethanol",
        name="ethanol",
        synonyms=("alcohol", "spirit"),
        class_="solvents",
        smiles="CCO",
        first_seen="2014-05-01",
        verification="opsin",
        sources="OPSIN: ethanol",
        licence="fact",
        remark="",
    )
    assert read(HEADER + GOOD) == (expected,)
    assert expected.all_names() == ("ethanol", "ethanol", "alcohol", "spirit")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Ethanol,e,,solvents,CO,,opsin,s,fact,\n", "line 3, key"),
        ("methanol,,,solvents,CO,,opsin,s,fact,\n", "line 3, name"),
        ("methanol,m,,liquids,CO,,opsin,s,fact,\n", "line 3, class"),
        ("methanol,m,,solvents,,,opsin,s,fact,\n", "line 3, smiles"),
        ("methanol,m,,solvents,CO,14,opsin,s,fact,\n", "line 3, first_seen"),
        ("methanol,m,,solvents,CO,2014-13-01,opsin,s,fact,\n", "line 3, first_seen"),
        ("methanol,m,,solvents,CO,20140501,opsin,s,fact,\n", "line 3, first_seen"),
        ("methanol,m,,solvents,CO,,heard,s,fact,\n", "line 3, verification"),
        ("methanol,m,,solvents,CO,,opsin,,fact,\n", "line 3, sources"),
        ("methanol,m,,solvents,CO,,opsin,s,,\n", "line 3, licence"),
        ("ethanol,m,,solvents,CO,,opsin,s,fact,\n", "line 3, key"),
        ("methanol,m,,solvents,CCO,,opsin,s,fact,\n", "line 3, smiles"),
        ("methanol,m,,solvents,CO,,opsin,s\n", "line 3"),
        ('methanol,"m"x,,solvents,CO,,opsin,s,fact,\n', "line 3"),
    ],
)
def test_a_fault_is_named_with_its_place(line: str, place: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        read(HEADER + GOOD + line)
    assert (caught.value.file, caught.value.key) == ("own.csv", place)


def test_a_wrong_header() -> None:
    with pytest.raises(DefinitionError, match=r"own\.csv: line 1: the columns must be key, name"):
        read("name,smiles\nethanol,CCO\n")


def test_other_bytes() -> None:
    with pytest.raises(DefinitionError, match="not UTF-8"):
        read_rows(HEADER.encode() + b"\xff", "own.csv", CLASSES)
