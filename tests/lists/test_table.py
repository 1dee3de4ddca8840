"""The list tables by themselves: readable, sanely dated, right where law and chemistry are plain."""

from __future__ import annotations

import csv
import datetime as dt
import re
from importlib import resources
from itertools import combinations

import pytest
from rdkit import Chem
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

COLUMNS = [
    "key",
    "list",
    "kind",
    "inn",
    "names",
    "cas",
    "structures",
    "stereo",
    "except",
    "since_earliest",
    "since_latest",
    "until",
    "decree",
    "citation",
    "basis",
    "formula",
    "structure_source",
    "structure_status",
    "remark",
]
PRECURSOR_COLUMNS = [
    "key",
    "names",
    "cas",
    "structures",
    "stereo",
    "except",
    "since_earliest",
    "since_latest",
    "until",
    "regulation",
    "category",
    "citation",
    "remark",
]


def table(name: str) -> list[dict[str, str]]:
    text = resources.files("stofgroep.data").joinpath("lists", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


ROWS = table("nl.csv")
PRECURSORS = table("nl-precursors.csv")
EVERY = ROWS + PRECURSORS


def row_id(row: dict[str, str]) -> str:
    return f"{row.get('list', 'eu')}-{row['key']}"


def by_key(key: str, on_list: str = "I") -> dict[str, str]:
    found = [row for row in ROWS if row["key"] == key and row["list"] == on_list]
    assert len(found) == 1
    return found[0]


def smiles_of(row: dict[str, str], column: str = "structures") -> list[str]:
    return [text for text in row[column].split("|") if text]


def read(smiles: str) -> Chem.Mol:
    mol = Chem.MolFromSmiles(smiles)
    assert mol is not None, smiles
    return mol


def same(one: str, other: str) -> bool:
    return bool(Chem.MolToSmiles(read(one)) == Chem.MolToSmiles(read(other)))


def test_columns_and_line_ends() -> None:
    for name, columns in (("nl.csv", COLUMNS), ("nl-precursors.csv", PRECURSOR_COLUMNS)):
        raw = resources.files("stofgroep.data").joinpath("lists", name).read_bytes()
        assert raw.decode("utf-8").splitlines()[0].split(",") == columns
        assert b"\r" not in raw
        assert raw.endswith(b"\n")


def test_rows_are_sorted_and_complete() -> None:
    order = [(row["list"], row["key"], row["since_earliest"]) for row in ROWS]
    assert order == sorted(order)
    # 253 rows of lijst I and 85 of lijst II in the table of 2026-01-28, and isotonitazepyne
    assert [row["list"] for row in ROWS].count("I") == 254
    assert [row["list"] for row in ROWS].count("II") == 85


def test_key_and_period_are_unique() -> None:
    periods = [(row["key"], row["list"], row["since_latest"]) for row in ROWS]
    assert len(periods) == len(set(periods))
    keys = [row["key"] for row in PRECURSORS]
    assert len(keys) == len(set(keys))


def test_periods_of_one_key_do_not_overlap() -> None:
    for one, other in combinations(ROWS, 2):
        if one["key"] == other["key"]:
            first, second = sorted((one, other), key=lambda row: row["since_earliest"])
            assert first["until"], first["key"]
            assert first["until"] <= second["since_earliest"]


@pytest.mark.parametrize("row", EVERY, ids=row_id)
def test_fields_have_their_form(row: dict[str, str]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["key"])
    names = row["names"].split("|")
    assert all(name == name.strip() and name for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert row["stereo"] in ("any", "exact")
    assert row["citation"]
    for value in row.values():
        assert "\n" not in value


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_list_fields_use_their_vocabulary(row: dict[str, str]) -> None:
    assert row["list"] in ("I", "II")
    assert row["citation"] == f"Opiumwet, lijst {row['list']}"
    assert row["kind"] in ("substance", "plant", "mushroom", "preparation")
    assert row["basis"] in ("text", "reconstruction")
    assert row["structure_status"] in ("opsin", "two-sources", "single-source", "none")
    assert re.fullmatch(r"(Stb\. \d{4}, \d+)?", row["decree"])


@pytest.mark.parametrize("row", EVERY, ids=row_id)
def test_dates_are_sane(row: dict[str, str]) -> None:
    earliest = dt.date.fromisoformat(row["since_earliest"])
    latest = dt.date.fromisoformat(row["since_latest"])
    assert dt.date(2003, 3, 17) <= earliest <= latest <= dt.date(2026, 7, 9)
    if row["until"]:
        assert latest < dt.date.fromisoformat(row["until"])


@pytest.mark.parametrize("row", EVERY, ids=row_id)
def test_structures_parse_and_are_canonical(row: dict[str, str]) -> None:
    for column in ("structures", "except"):
        texts = smiles_of(row, column)
        assert len(texts) == len(set(texts))
        for text in texts:
            assert "." not in text
            assert Chem.MolToSmiles(read(text)) == text


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_formula_agrees_with_every_structure(row: dict[str, str]) -> None:
    assert {CalcMolFormula(read(text)) for text in smiles_of(row)} <= {row["formula"]}


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_substances_have_a_structure_and_plants_a_reason(row: dict[str, str]) -> None:
    if row["kind"] == "substance":
        assert smiles_of(row) or row["remark"]
    else:
        assert not smiles_of(row)
        assert row["remark"]
    assert (row["structure_status"] == "none") == (not smiles_of(row))
    assert bool(row["structure_source"]) == bool(smiles_of(row))


@pytest.mark.parametrize("row", EVERY, ids=row_id)
def test_exact_rows_leave_no_carbon_centre_open_and_any_rows_draw_none(row: dict[str, str]) -> None:
    for text in smiles_of(row):
        for info in Chem.FindPotentialStereo(read(text)):
            specified = info.specified == Chem.StereoSpecified.Specified
            if row["stereo"] == "any":
                assert not specified
            elif info.type == Chem.StereoType.Atom_Tetrahedral:
                assert specified or read(text).GetAtomWithIdx(info.centeredOn).GetSymbol() == "N"


@pytest.mark.parametrize("row", EVERY, ids=row_id)
def test_cas_numbers_have_their_check_digit(row: dict[str, str]) -> None:
    for number in filter(None, row["cas"].split("|")):
        head, middle, check = number.split("-")
        digits = (head + middle)[::-1]
        assert sum(int(d) * i for i, d in enumerate(digits, 1)) % 10 == int(check)


def test_a_cas_number_belongs_to_one_key() -> None:
    owner: dict[str, str] = {}
    for row in EVERY:
        for number in filter(None, row["cas"].split("|")):
            assert owner.setdefault(number, row["key"]) == row["key"]


def test_a_name_belongs_to_one_key() -> None:
    owner: dict[str, str] = {}
    for row in EVERY:
        for name in row["names"].casefold().split("|"):
            assert owner.setdefault(name, row["key"]) == row["key"], name


def test_no_substance_stands_twice_on_one_list() -> None:
    # a racemate and the enantiomer in it are two entries of the law
    racemates = {("levomethorfan", "racemethorfan"), ("levorfanol", "racemorfan")}
    for one, other in combinations(ROWS, 2):
        if one["list"] == other["list"] and set(smiles_of(one)) & set(smiles_of(other)):
            assert (one["key"], other["key"]) in racemates


# What the law says about dates


def test_3_mmc_was_on_lijst_ii_then_on_lijst_i() -> None:
    assert by_key("3-mmc", "II")["since_earliest"] == "2021-10-28"
    assert by_key("3-mmc", "II")["until"] == "2024-04-16"
    assert by_key("3-mmc")["since_earliest"] == by_key("3-mmc")["since_latest"] == "2024-04-16"
    assert by_key("3-mmc")["decree"] == "Stb. 2024, 90"
    assert same(by_key("3-mmc")["structures"], "CNC(C)C(=O)c1cccc(C)c1")


def test_ghb_moved_from_lijst_ii_to_lijst_i() -> None:
    assert by_key("ghb", "II")["until"] == "2012-05-09"
    assert by_key("ghb")["since_earliest"] == by_key("ghb")["since_latest"] == "2012-05-09"
    assert same(by_key("ghb")["structures"], "OCCCC(=O)O")


def test_laughing_gas_is_on_lijst_ii_since_2023() -> None:
    row = by_key("distikstofmonoxide", "II")
    assert (row["since_earliest"], row["since_latest"], row["formula"]) == ("2023-01-01", "2023-01-01", "N2O")


@pytest.mark.parametrize(
    ("key", "on_list", "earliest", "latest"),
    [
        ("morfine", "I", "2003-03-17", "2008-12-01"),
        ("oripavine", "I", "2008-12-01", "2008-12-01"),
        ("mefedron", "I", "2012-05-09", "2012-05-09"),
        ("tapentadol", "I", "2012-05-09", "2012-05-09"),
        ("4-fa", "I", "2017-05-25", "2017-05-25"),
        ("jwh-018", "I", "2016-01-01", "2016-08-01"),
        ("mdpv", "I", "2015-03-01", "2015-07-01"),
        ("carfentanil", "I", "2018-08-01", "2021-10-28"),
        ("alfa-pihp", "I", "2024-04-16", "2024-04-16"),
        ("metonitazeen", "I", "2023-09-12", "2024-04-16"),
        ("hhc", "I", "2026-01-01", "2026-01-28"),
        ("bromazolam", "II", "2026-01-01", "2026-01-28"),
        ("isotonitazepyne", "I", "2026-07-01", "2026-07-09"),
    ],
)
def test_date_bounds(key: str, on_list: str, earliest: str, latest: str) -> None:
    row = by_key(key, on_list)
    assert (row["since_earliest"], row["since_latest"]) == (earliest, latest)


def test_isotonitazepyne_is_a_reconstruction_and_the_only_one() -> None:
    assert [row["key"] for row in ROWS if row["basis"] == "reconstruction"] == ["isotonitazepyne"]


# Configurations that the names fix. R and S follow from the names, drawn independently of the table.


@pytest.mark.parametrize(
    ("key", "on_list", "smiles"),
    [
        ("dexamfetamine", "I", "C[C@H](N)Cc1ccccc1"),
        ("levamfetamine", "I", "C[C@@H](N)Cc1ccccc1"),
        ("metamfetamine", "I", "CN[C@@H](C)Cc1ccccc1"),
        ("levomethamfetamine", "I", "CN[C@H](C)Cc1ccccc1"),
        ("cathinon", "I", "C[C@H](N)C(=O)c1ccccc1"),
        ("cathine", "II", "C[C@H](N)[C@@H](O)c1ccccc1"),
        ("cocaine", "I", "COC(=O)[C@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C"),
        ("morfine", "I", "Oc1ccc2C[C@H]3N(C)CC[C@@]45[C@@H](Oc1c24)[C@@H](O)C=C[C@@H]35"),
        ("codeine", "I", "COc1ccc2C[C@H]3N(C)CC[C@@]45[C@@H](Oc1c24)[C@@H](O)C=C[C@@H]35"),
        ("oxycodon", "I", "COc1ccc2C[C@H]3N(C)CC[C@@]45[C@@H](Oc1c24)C(=O)CC[C@@]35O"),
        ("lysergide", "I", "CCN(CC)C(=O)[C@H]1CN(C)[C@@H]2Cc3c[nH]c4cccc(C2=C1)c34"),
        ("tetrahydrocannabinol", "I", "CCCCCc1cc(O)c2[C@@H]3C=C(C)CC[C@H]3C(C)(C)Oc2c1"),
        ("dextromoramide", "I", "C[C@H](CN1CCOCC1)C(C(=O)N1CCCC1)(c1ccccc1)c1ccccc1"),
        ("dextropropoxyfeen", "I", "CCC(=O)O[C@](Cc1ccccc1)(c1ccccc1)[C@H](C)CN(C)C"),
        ("levorfanol", "I", "Oc1ccc2c(c1)[C@@]13CCCC[C@H]1[C@@H](C2)N(C)CC3"),
    ],
)
def test_configuration(key: str, on_list: str, smiles: str) -> None:
    row = by_key(key, on_list)
    assert row["stereo"] == "exact"
    assert same(row["structures"], smiles)


@pytest.mark.parametrize(
    ("key", "left_out"),
    [
        ("levomethorfan", "COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"),
        ("racemethorfan", "COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"),
        ("levorfanol", "Oc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"),
        ("racemorfan", "Oc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3"),
    ],
)
def test_dextromethorphan_and_dextrorphan_are_left_out(key: str, left_out: str) -> None:
    assert same(by_key(key)["except"], left_out)


@pytest.mark.parametrize(
    ("alpha", "beta"),
    [
        ("alfaprodine", "betaprodine"),
        ("alfameprodine", "betameprodine"),
        ("alfamethadol", "betamethadol"),
        ("alfacetylmethadol", "betacetylmethadol"),
    ],
)
def test_alpha_and_beta_are_the_two_racemates_of_one_skeleton(alpha: str, beta: str) -> None:
    both = smiles_of(by_key(alpha)) + smiles_of(by_key(beta))
    assert len(set(both)) == 4
    flat = {Chem.MolToSmiles(read(text), isomericSmiles=False) for text in both}
    assert len(flat) == 1


@pytest.mark.parametrize(
    "key", ["amfetamine", "metamfetamine-racemaat", "methadon", "racemoramide", "mdma", "hhc"]
)
def test_racemates_and_names_without_configuration_cover_every_stereoisomer(key: str) -> None:
    assert by_key(key)["stereo"] == "any"


def test_plants_are_found_by_name_only() -> None:
    plants = {row["key"] for row in ROWS if row["kind"] != "substance"}
    assert plants == {
        "bolkaf", "cocablad", "concentraat-van-bolkaf", "hasjiesj", "hennep", "hennepolie", "opium", "qat"
    }  # fmt: skip


# The EU precursors


def test_norephedrine_keeps_cathine_out() -> None:
    row = next(row for row in PRECURSORS if row["key"] == "norefedrine")
    assert same(row["except"], "C[C@H](N)[C@@H](O)c1ccccc1")


@pytest.mark.parametrize(
    ("key", "smiles", "earliest"),
    [
        ("bmk", "CC(=O)Cc1ccccc1", "2005-08-18"),
        ("pmk", "CC(=O)Cc1ccc2OCOc2c1", "2005-08-18"),
        ("apaan", "CC(=O)C(C#N)c1ccccc1", "2013-12-30"),
        ("anpp", "C(CN1CCC(CC1)Nc1ccccc1)c1ccccc1", "2018-06-07"),
        ("mapa", "COC(=O)C(C(C)=O)c1ccccc1", "2020-12-13"),
        ("eapa", "CCOC(=O)C(C(C)=O)c1ccccc1", "2022-10-03"),
        ("mamdpa", "COC(=O)C(C(C)=O)c1ccc2OCOc2c1", "2022-10-03"),
        ("norfentanyl", "CCC(=O)N(C1CCNCC1)c1ccccc1", "2023-02-20"),
        ("pmk-ethylglycidaat", "CCOC(=O)C1(C)OC1c1ccc2OCOc2c1", "2023-02-20"),
        ("depapd", "CCOC(=O)C(C(=O)OCC)C(=O)Cc1ccccc1", "2023-02-20"),
        ("4-piperidon", "O=C1CCNCC1", "2025-08-14"),
    ],
)
def test_precursors(key: str, smiles: str, earliest: str) -> None:
    row = next(row for row in PRECURSORS if row["key"] == key)
    assert same(row["structures"].split("|")[0], smiles)
    assert row["since_earliest"] == earliest
    assert (row["regulation"], row["category"]) == ("273/2004", "1")
