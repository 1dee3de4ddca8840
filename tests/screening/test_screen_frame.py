"""Screening from Python."""

import datetime as dt

import pandas as pd
import pytest

import stofgroep

MMC = "CNC(C)C(=O)c1ccccc1C"
CAFFEINE = "Cn1cnc2c1c(=O)n(C)c(=O)n2C"
DATE = dt.date(2026, 11, 23)
SG = ["sg_outcome", "sg_list", "sg_group", "sg_entry", "sg_certain", "sg_reason", "sg_all"]


def test_a_frame_keeps_rows_columns_types_and_index() -> None:
    frame = pd.DataFrame(
        {"n": [1.5, 2.5, 3.5], "smiles": [MMC, None, CAFFEINE]}, index=pd.Index(["a", "b", "a"], name="own")
    )
    before = frame.copy()
    found = stofgroep.screen(frame, date=DATE, lists=False)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(found[["n", "smiles"]], before)
    assert list(found.columns) == ["n", "smiles", *SG]
    assert found["sg_outcome"].tolist() == ["listed", "not-assessed", "not-listed"]
    assert found["sg_group"].tolist() == ["fenethylaminen", "", ""]
    assert found["sg_reason"].iloc[1].startswith("missing")


def test_a_series_is_a_table_of_one_column() -> None:
    found = stofgroep.screen(pd.Series([MMC, CAFFEINE]), date=DATE, lists=False)
    assert list(found.columns) == ["smiles", *SG]
    assert found["sg_outcome"].tolist() == ["listed", "not-listed"]
    assert list(stofgroep.screen(pd.Series([MMC], name="drawn"), date=DATE).columns) == ["drawn", *SG]


def test_columns_may_have_the_same_name() -> None:
    frame = pd.DataFrame([["a", MMC, "b"]], columns=["x", "smiles", "x"])
    assert list(stofgroep.screen(frame, date=DATE).columns) == ["x", "smiles", "x", *SG]


def test_an_empty_frame_gives_an_empty_frame() -> None:
    found = stofgroep.screen(pd.DataFrame({"smiles": []}), date=DATE)
    assert (list(found.columns), len(found)) == (["smiles", *SG], 0)


def test_a_frame_without_structures_is_refused() -> None:
    with pytest.raises(stofgroep.UsageError):
        stofgroep.screen(pd.DataFrame({"n": [1]}), date=DATE)
    with pytest.raises(stofgroep.UsageError):
        stofgroep.screen(pd.DataFrame({"smiles": [MMC], "sg_outcome": ["listed"]}), date=DATE)
    with pytest.raises(stofgroep.UnknownLawError):
        stofgroep.screen(pd.DataFrame({"smiles": [MMC]}), date=DATE, law="atlantis")


def test_the_language_is_that_of_the_reasons() -> None:
    frame = pd.DataFrame({"smiles": [MMC]})
    dutch = stofgroep.screen(frame, date=DATE)["sg_reason"].iloc[0]
    english = stofgroep.screen(frame, date=DATE, lang="en")["sg_reason"].iloc[0]
    assert dutch != english
