"""Parts of a table, as Dask, Spark and Ray hand them out."""

import datetime as dt
import pickle
from functools import partial

import pandas as pd
import pyarrow as pa
import pytest

from stofgroep.errors import UsageError
from stofgroep.screening.partition import screen_batch, screen_frame, screen_table

MMC = "CNC(C)C(=O)c1ccccc1C"
DATE = dt.date(2026, 11, 23)
SG = ["sg_outcome", "sg_list", "sg_group", "sg_entry", "sg_certain", "sg_reason", "sg_all"]


def test_a_frame_keeps_rows_columns_and_index() -> None:
    frame = pd.DataFrame({"n": [1, 2, 3], "drawn": [MMC, "CCO", None]}, index=[7, 8, 7])
    found = screen_frame(frame, column="drawn", date=DATE, lists=False)
    pd.testing.assert_frame_equal(found[["n", "drawn"]], frame)
    assert list(found.columns) == ["n", "drawn", *SG]
    assert found["sg_outcome"].tolist() == ["listed", "not-listed", "not-assessed"]
    assert found["sg_group"].tolist() == ["fenethylaminen", "", ""]


def test_an_empty_part_has_the_same_columns_and_types() -> None:
    frame = pd.DataFrame({"n": [1], "drawn": [MMC]})
    full = screen_frame(frame, column="drawn", date=DATE)
    empty = screen_frame(frame.iloc[:0], column="drawn", date=DATE)
    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)
    assert (
        screen_table(pa.table({"drawn": pa.array([], pa.string())}), column="drawn", date=DATE).num_rows == 0
    )


def test_an_arrow_table_keeps_schema_and_metadata() -> None:
    schema = pa.schema(
        [pa.field("drawn", pa.string(), metadata={"a": "b"}), pa.field("deep", pa.list_(pa.int8()))],
        metadata={"made": "here"},
    )
    table = pa.table([[MMC, None], [[1, 2], None]], schema=schema)
    found = screen_table(table, column="drawn", date=DATE, lists=False)
    assert found.schema.names == ["drawn", "deep", *SG]
    assert found.select([0, 1]).schema.equals(schema, check_metadata=True)
    assert found.select([0, 1]).equals(table)
    assert found.column("sg_outcome").to_pylist() == ["listed", "not-assessed"]
    batch = screen_batch(table.to_batches()[0], column="drawn", date=DATE, lists=False)
    assert isinstance(batch, pa.RecordBatch)
    assert pa.Table.from_batches([batch]).equals(found)


def test_the_function_can_be_sent_to_another_process() -> None:
    function = pickle.loads(pickle.dumps(partial(screen_frame, column="smiles", date=DATE)))
    assert function(pd.DataFrame({"smiles": ["CCO"]}))["sg_outcome"].tolist() == ["not-listed"]


@pytest.mark.parametrize("names", [["drawn"], ["smiles", "smiles"], ["smiles", "sg_list"]])
def test_the_column_is_there_once_and_nothing_of_an_earlier_screening(names: list[str]) -> None:
    with pytest.raises(UsageError):
        screen_frame(pd.DataFrame([["CCO"] * len(names)], columns=names), column="smiles", date=DATE)
