"""Parquet: read batch by batch, written with its schema and metadata, whatever is in its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SG_COLUMNS
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.formats.model import CHUNK_ROWS, Chunk, Table, sample_of
from stofgroep.screening.formats.source import Source
from stofgroep.screening.rows import Fields
from stofgroep.screening.values import storable, text_of
from stofgroep.wording import say

_READ_ROWS = 16 * CHUNK_ROWS
_GROUP_ROWS = 128 * CHUNK_ROWS
_GROUP_BYTES = 64 * 1024 * 1024
_CODECS = {"UNCOMPRESSED": "none", "GZIP": "gzip", "BROTLI": "brotli", "ZSTD": "zstd", "LZ4": "lz4"}
_BROKEN = (pa.ArrowException, OSError, ValueError, KeyError, TypeError, NotImplementedError)


@dataclass(frozen=True)
class ParquetTable(Table):
    """A Parquet file."""

    schema: Any = None
    codec: str = "snappy"


@dataclass(frozen=True)
class _Batch:
    batch: pa.RecordBatch

    def __len__(self) -> int:
        return int(self.batch.num_rows)

    def texts(self, column: int) -> list[str]:
        """The values of one column as text."""
        return [text_of(value) for value in self.batch.column(column).to_pylist()]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Values as Python has them."""
        return zip(*(column.to_pylist() for column in self.batch.columns), strict=True)


def parquet_table(source: Source) -> ParquetTable:
    """Check a Parquet file from beginning to end.

    Raises
    ------
    UsageError : if it cannot be read, or two columns have one name
    """
    try:
        file = pq.ParquetFile(source.raw(), pre_buffer=False)
        schema = file.schema_arrow
        names = tuple(schema.names)
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise UsageError(
                say(source.lang, "screening.columns-twice", file=source.name, columns=", ".join(twice))
            )
        codec = "snappy"
        if file.metadata.num_row_groups and file.metadata.num_columns:
            name = file.metadata.row_group(0).column(0).compression
            codec = _CODECS.get(name, "snappy")
    except _BROKEN as error:
        raise _broken(source, error) from error

    def chunks() -> Iterator[Chunk]:
        try:
            for batch in file.iter_batches(batch_size=_READ_ROWS):
                for start in range(0, batch.num_rows, CHUNK_ROWS):
                    yield _Batch(batch.slice(start, CHUNK_ROWS))
        except _BROKEN as error:
            raise _broken(source, error) from error

    count = sum(map(len, chunks()))
    sample = sample_of(chunks(), len(names))
    return ParquetTable("parquet", names, count, sample, None, None, Dialect(), chunks, schema, codec)


def _broken(source: Source, error: Exception) -> UsageError:
    why = " ".join(str(error).split())[:200] or type(error).__name__
    return UsageError(say(source.lang, "screening.file-broken", file=source.name, form="Parquet", why=why))


def _texts(values: Iterable[str | None]) -> pa.Array:
    return pa.array([None if value is None else storable(value) for value in values], pa.string())


class ParquetWriter:
    """Writes Parquet; columns of other formats become text.

    Row groups are of a size of our own, so that memory does not grow with those of the input.
    """

    def __init__(self, file: BinaryIO, table: Table) -> None:
        if isinstance(table, ParquetTable):
            schema, codec = table.schema, table.codec
        else:
            schema, codec = pa.schema([pa.field(n, pa.string()) for n in table.header]), "snappy"
        for name in SG_COLUMNS:
            schema = schema.append(pa.field(name, pa.string()))
        self._schema = schema
        self._file = pq.ParquetWriter(file, schema, compression=codec)
        self._waiting: list[pa.RecordBatch] = []
        self._rows = self._bytes = 0

    def write(self, chunk: Chunk, decided: Sequence[Fields]) -> None:
        """Append a chunk."""
        if isinstance(chunk, _Batch):
            columns = list(chunk.batch.columns)
        else:
            cells = list(zip(*chunk.rows(), strict=True))
            columns = [_texts(None if v is None else text_of(v) for v in column) for column in cells]
        columns += [_texts(cells) for cells in zip(*decided, strict=True)]
        batch = pa.RecordBatch.from_arrays(columns, schema=self._schema)
        self._waiting.append(batch)
        self._rows += batch.num_rows
        self._bytes += batch.nbytes
        if self._rows >= _GROUP_ROWS or self._bytes >= _GROUP_BYTES:
            self._flush()

    def finish(self) -> None:
        """Write the last row group and the footer."""
        self._flush()
        self._file.close()

    def abandon(self) -> None:
        """Close it now: forgotten, it would write to a file that is closed."""
        self._waiting = []
        with suppress(*_BROKEN):
            self._file.close()

    def _flush(self) -> None:
        if self._waiting:
            table = pa.Table.from_batches(self._waiting, self._schema)
            self._file.write_table(table, row_group_size=max(1, table.num_rows))
        self._waiting, self._rows, self._bytes = [], 0, 0
