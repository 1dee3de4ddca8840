"""Rows by name and CAS number, also plants and preparations."""

from __future__ import annotations

import pytest
from lists_material import SMALL, SMALL_PRECURSORS, closing_toml

from stofgroep.law.lists import Lists
from stofgroep.law.names import find_name, normal


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("3-MMC", ["3-mmc", "3-mmc"]),
        ("3 mmc", ["3-mmc", "3-mmc"]),
        ("3-methylmethcathinon", ["3-mmc", "3-mmc"]),
        ("MDMA", ["mdma"]),
        ("cocaïne", ["cocaine"]),
        ("COCAINE", ["cocaine"]),
        ("α-PVP", ["alfa-pvp"]),
        ("alpha-PVP", ["alfa-pvp"]),
        ("lachgas", ["distikstofmonoxide"]),
        ("hennep", ["hennep"]),
        ("opium", ["opium"]),
        ("Qat", ["qat"]),
        ("4,4'-DMAR", ["4-4-dmar"]),
        ("PMK", ["pmk"]),
        ("no such substance", []),
        ("", []),
        ("-", []),
    ],
)
def test_names(name: str, keys: list[str]) -> None:
    assert [row.key for row in find_name(name)] == keys


def test_an_ambiguous_name_gives_every_row() -> None:
    rows = (
        "ether-a,II,substance,,A|dubbel,,CCOCC,any,,2020-01-01,2020-01-01,,,x,text,C4H10O,opsin,opsin,\n"
        "ether-b,II,substance,,B|Dubbel,,COCCC,any,,2020-01-01,2020-01-01,,,x,text,C4H10O,opsin,opsin,\n"
    )
    table = (SMALL + rows).encode()
    lists = Lists.read(table, SMALL_PRECURSORS.encode(), closing_toml())
    assert {row.key for row in find_name("dubbel", lists)} == {"ether-a", "ether-b"}


def test_a_bare_name_is_not_that_of_the_racemate() -> None:
    assert [row.key for row in find_name("methamphetamine")] == ["metamfetamine"]


def test_cas_numbers() -> None:
    assert [row.key for row in find_name("50-36-2")] == ["cocaine"]
    assert [row.key for row in find_name("42542-10-9")] == ["mdma"]


def test_a_table_of_ones_own(small: Lists) -> None:
    assert [row.key for row in find_name("STOF-A", small)] == ["aaa"]
    assert find_name("MDMA", small) == ()


def test_normal_form() -> None:
    assert normal("N,N-Diëthyl (α)") == normal("n n diethyl alpha") == "nndiethylalfa"
