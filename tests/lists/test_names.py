"""Rows by name and CAS number, also plants and preparations."""

from __future__ import annotations

import pytest

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
    assert {row.key for row in find_name("methamphetamine")} == {"metamfetamine", "metamfetamine-racemaat"}


def test_cas_numbers() -> None:
    assert [row.key for row in find_name("50-36-2")] == ["cocaine"]
    assert [row.key for row in find_name("42542-10-9")] == ["mdma"]


def test_a_table_of_ones_own(small: Lists) -> None:
    assert [row.key for row in find_name("STOF-A", small)] == ["aaa"]
    assert find_name("MDMA", small) == ()


def test_normal_form() -> None:
    assert normal("N,N-Diëthyl (α)") == normal("n n diethyl alpha") == "nndiethylalfa"
