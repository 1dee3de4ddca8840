"""NDJSON: an object a line. Its text stays as it was, with keys of ours behind its own."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SG_COLUMNS
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.formats.lines import encoding_of, has_mark, text_lines
from stofgroep.screening.formats.model import CHUNK_ROWS, MOST_COLUMNS, Alike, Chunk, ReadAs, Table, sample_of
from stofgroep.screening.formats.source import Source
from stofgroep.screening.rows import Fields
from stofgroep.screening.values import text_of
from stofgroep.wording import say


@dataclass(frozen=True)
class _Objects:
    """Lines, and the objects that they hold."""

    lines: list[str]
    objects: list[dict[str, Any]]
    header: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def texts(self, column: int) -> list[str]:
        """The values of one key as text; "" where an object has none."""
        name = self.header[column]
        return [text_of(found.get(name)) for found in self.objects]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The values by key; None where an object has none."""
        for found in self.objects:
            yield tuple(found.get(name) for name in self.header)


def ndjson_table(source: Source, head: bytes, how: ReadAs) -> Table:
    """Check a file of JSON objects from beginning to end; blank lines are no rows.

    The columns are all keys that occur at the top of an object, in the order of their first occurrence.

    Raises
    ------
    UsageError : naming the line, if it is no JSON object or has a key twice
    """
    encoding = encoding_of(head, how.encoding, source.lang)
    names: dict[str, None] = {}
    count = 0
    for _, found in _objects(source, encoding):
        count += 1
        names.update(dict.fromkeys(found))
        if len(names) > MOST_COLUMNS:
            raise UsageError(say(source.lang, "screening.too-many-columns", most=MOST_COLUMNS))
    if not count:
        raise UsageError(say(source.lang, "screening.empty", file=source.name))
    header = tuple(names)

    def chunks() -> Iterator[Chunk]:
        lines: list[str] = []
        objects: list[dict[str, Any]] = []
        for line, found in _objects(source, encoding):
            lines.append(line)
            objects.append(found)
            if len(lines) == CHUNK_ROWS:
                yield _Objects(lines, objects, header)
                lines, objects = [], []
        if lines:
            yield _Objects(lines, objects, header)

    sample = sample_of(chunks(), len(header)) if len(header) < 500 else ()
    dialect = Dialect(line_end="\n", bom=has_mark(head))
    return Table("ndjson", header, count, sample, None, None, dialect, chunks)


def _objects(source: Source, encoding: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(text_lines(source, encoding, "\n"), 1):
        text = line.strip()
        if not text:
            continue
        try:
            found = json.loads(text, object_pairs_hook=_object)
        except (ValueError, RecursionError) as error:
            raise UsageError(say(source.lang, "screening.json-broken", line=number, why=error)) from error
        if not isinstance(found, dict):
            raise UsageError(say(source.lang, "screening.json-no-object", line=number))
        yield text, found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):  # which of the two is meant is not ours to guess
        raise ValueError("a key occurs twice")
    return found


class NdjsonWriter:
    """Writes an object a line: UTF-8, keys ``sg_…`` behind the others, nothing escaped for spreadsheets."""

    def __init__(self, file: BinaryIO, table: Table) -> None:
        self._file = file
        self._header = table.header
        self._ours = Alike(lambda fields: _json(dict(zip(SG_COLUMNS, fields, strict=True)))[1:])
        if table.dialect.bom and table.form == "ndjson":
            file.write(b"\xef\xbb\xbf")

    def write(self, chunk: Chunk, decided: Sequence[Fields]) -> None:
        """Append a chunk."""
        if isinstance(chunk, _Objects):
            texts = iter(chunk.lines)
        else:
            objects = (dict(zip(self._header, map(_plain, row), strict=True)) for row in chunk.rows())
            texts = (_json(found) for found in objects)
        lines = []
        for text, fields in zip(texts, decided, strict=True):
            ours = self._ours(fields)
            inside = text[:-1].rstrip()
            lines.append(f"{inside}{'' if inside == '{' else ','}{ours}\n")
        self._file.write("".join(lines).encode("utf-8", "backslashreplace"))

    def finish(self) -> None:
        """Nothing follows the last line."""

    def abandon(self) -> None:
        """Nothing is held."""


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _plain(value: Any) -> Any:
    """A value of another format as JSON has it; what JSON lacks becomes text, and what is no number null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return text_of(value)
