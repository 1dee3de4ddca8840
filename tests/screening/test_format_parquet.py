"""Parquet: schema, metadata and values stay, whatever is in them."""

import datetime as dt
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from screened_files import SG, echoed

from stofgroep.errors import UsageError

TABLE = pa.table(
    {
        "smiles": pa.array(["CCO", None, "", "CCN"], pa.string()),
        "n": pa.array([1, None, 3, 4], pa.uint8()),
        "deep": pa.array([[{"a": 1}], None, [], [{"a": None}]], pa.list_(pa.struct([("a", pa.int16())]))),
        "day": pa.array([dt.datetime(2026, 1, 2, 3, 4, 5)] * 4, pa.timestamp("us", tz="UTC")),
        "kind": pa.array(["x", "y", "x", "=1+1"]).dictionary_encode(),
        "price": pa.array([None] * 4, pa.decimal128(10, 2)),
        "raw": pa.array([b"\xff", b"", None, b"a"], pa.binary()),
    }
).replace_schema_metadata({"made": "here"})


def written(path: Path, table: pa.Table, **options: object) -> Path:
    pq.write_table(table, path, **options)
    return path


def read(content: bytes) -> pa.Table:
    return pq.read_table(io.BytesIO(content))


def test_schema_metadata_and_values_stay(tmp_path: Path) -> None:
    file = written(tmp_path / "a.parquet", TABLE, row_group_size=3, compression="zstd")
    content = echoed(file)
    found = read(content)
    given = pq.read_table(file)
    assert found.schema.names == [*TABLE.schema.names, *SG]
    assert found.select(TABLE.schema.names).schema.equals(given.schema, check_metadata=True)
    assert found.select(TABLE.schema.names).equals(given)
    assert found.column("sg_outcome").to_pylist() == [
        "not-listed",
        "not-assessed",
        "not-assessed",
        "not-listed",
    ]
    assert found.column("sg_reason").to_pylist()[0] == "CCO"
    assert pq.ParquetFile(io.BytesIO(content)).metadata.row_group(0).column(0).compression == "ZSTD"
    assert echoed(file) == content


def test_many_rows_come_back_in_order(tmp_path: Path) -> None:
    numbers = list(range(70_000))
    table = pa.table({"smiles": ["CCO"] * 70_000, "n": numbers})
    found = pq.ParquetFile(io.BytesIO(echoed(written(tmp_path / "a.parquet", table, row_group_size=50_000))))
    assert found.read().column("n").to_pylist() == numbers
    sizes = [found.metadata.row_group(i).num_rows for i in range(found.metadata.num_row_groups)]
    assert max(sizes) <= 32_000


def test_structures_may_be_bytes_or_a_dictionary(tmp_path: Path) -> None:
    for values in (
        pa.array([b"CCO"]),
        pa.array(["CCO"]).dictionary_encode(),
        pa.array(["CCO"], pa.large_string()),
    ):
        file = written(tmp_path / "a.parquet", pa.table({"smiles": values}))
        assert read(echoed(file)).column("sg_reason").to_pylist() == ["CCO"]


def test_an_empty_table_comes_back_empty(tmp_path: Path) -> None:
    found = read(echoed(written(tmp_path / "a.parquet", TABLE.slice(0, 0)), column="smiles"))
    assert (found.num_rows, found.schema.names) == (0, [*TABLE.schema.names, *SG])


def test_it_is_converted_with_a_guard_for_spreadsheets(tmp_path: Path) -> None:
    lines = echoed(written(tmp_path / "a.parquet", TABLE), "out.csv").decode().splitlines()
    assert lines[0].startswith("smiles,n,deep,day,kind,price,raw,sg_outcome")
    assert lines[4].split(",")[4] == "'=1+1"
    assert b'"kind":"=1+1"' in echoed(tmp_path / "a.parquet", "out.ndjson")


@pytest.mark.parametrize("cut", [4, 40, -4, -1])
def test_a_file_cut_off_is_an_error(tmp_path: Path, cut: int) -> None:
    file = written(tmp_path / "a.parquet", TABLE)
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(UsageError, match=r"a\.parquet cannot be read as Parquet"):
        echoed(file)


def test_damage_in_the_middle_is_an_error_before_anything_is_decided(tmp_path: Path) -> None:
    file = written(
        tmp_path / "a.parquet", pa.table({"smiles": [f"C{'C' * (n % 50)}{n}" for n in range(5_000)]})
    )
    content = bytearray(file.read_bytes())
    content[100:3_000] = bytes(2_900)
    file.write_bytes(content)
    with pytest.raises(UsageError, match=r"a\.parquet cannot be read as Parquet"):
        echoed(file)


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    file = written(tmp_path / "a.parquet", pa.table([["CCO"], ["x"], ["y"]], names=["smiles", "x", "x"]))
    with pytest.raises(UsageError, match=r"more than once.*: x"):
        echoed(file)


def test_a_file_screened_before_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path / "a.parquet", pa.table({"smiles": ["CCO"], "sg_list": ["I"]}))
    with pytest.raises(UsageError, match="earlier screening"):
        echoed(file)


def test_text_that_calls_itself_parquet_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    for content in (b"smiles\nCCO\n", b""):
        file.write_bytes(content)
        with pytest.raises(UsageError, match=r"a\.parquet"):
            echoed(file)
