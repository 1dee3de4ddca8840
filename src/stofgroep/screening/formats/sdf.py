"""SDF: records byte for byte as they were, with properties of ours behind their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SG_COLUMNS
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.formats.lines import LONGEST_LINE, encoding_error, encoding_of
from stofgroep.screening.formats.model import CHUNK_ROWS, MOST_COLUMNS, Chunk, ReadAs, Table, sample_of
from stofgroep.screening.formats.source import Source
from stofgroep.screening.rows import Fields
from stofgroep.wording import say

_END = b"$$$$"
_COUNTS = re.compile(r"V[23]000\s*$")
_NAME = re.compile(r"^>[^<]*<(?P<name>.*)>[^>]*$")
_COUNTS_LINE = 3
MOLBLOCK, TITLE = "molblock", "title"
_OWN = (MOLBLOCK, TITLE)


@dataclass(frozen=True)
class SdfTable(Table):
    """An SD file; ``encoding`` is that of its properties."""

    encoding: str = "utf-8"


@dataclass(frozen=True)
class _Records:
    """Records as bytes, with the header of the file they are from."""

    records: list[bytes]
    header: tuple[str, ...]
    encoding: str

    def __len__(self) -> int:
        return len(self.records)

    def texts(self, column: int) -> list[str]:
        """The molblock, the title, or a property ("" where a record has none)."""
        texts = [record.decode(self.encoding) for record in self.records]
        if column == 0:
            return [structure_of(text) for text in texts]
        if column == 1:
            return [_title(text) for text in texts]
        return [_properties(text).get(self.header[column], "") for text in texts]

    def rows(self) -> Iterator[tuple[str | None, ...]]:
        """Molblock, title and properties."""
        for record in self.records:
            text = record.decode(self.encoding)
            found = _properties(text)
            yield (structure_of(text), _title(text), *(found.get(name) for name in self.header[2:]))


def sdf_table(source: Source, head: bytes, how: ReadAs) -> SdfTable:
    """Check an SD file from beginning to end.

    What follows the last ``$$$$`` is a record too, unless it is blank. The columns are the molblock, the
    title and every property that occurs.

    Raises
    ------
    UsageError : if the encoding is wrong, a record is too long or has too many properties
    """
    encoding = encoding_of(head, how.encoding, source.lang).replace("-sig", "")
    names: dict[str, None] = {}
    count = 0
    for line, record in _records(source):
        count += 1
        try:
            names.update(dict.fromkeys(_properties(record.decode(encoding))))
        except UnicodeError as error:
            raise encoding_error(encoding, line, source.lang) from error
        if len(names) > MOST_COLUMNS:
            raise UsageError(say(source.lang, "screening.too-many-columns", most=MOST_COLUMNS))
    if not count:
        raise UsageError(say(source.lang, "screening.empty", file=source.name))
    header = (*_OWN, *names)

    def chunks() -> Iterator[Chunk]:
        records: list[bytes] = []
        for _, record in _records(source):
            records.append(record)
            if len(records) == CHUNK_ROWS:
                yield _Records(records, header, encoding)
                records = []
        if records:
            yield _Records(records, header, encoding)

    sample = sample_of(chunks(), len(header)) if len(header) < 500 else ()
    return SdfTable("sdf", header, count, sample, 0, 1, Dialect(), chunks, encoding)


def structure_of(text: str) -> str:
    """The molblock of a record, without its title and other header lines where these are in their place.

    Those do not count for the structure, and without them equal structures are equal texts.
    """
    end = re.search(r"^M  END[ \t]*\r?$", text, re.MULTILINE)
    block = text[: end.end()] if end else re.split(r"^\$\$\$\$", text, maxsplit=1, flags=re.MULTILINE)[0]
    lines = block.splitlines()
    if len(lines) > _COUNTS_LINE and _COUNTS.search(lines[_COUNTS_LINE]):
        lines[:_COUNTS_LINE] = [""] * _COUNTS_LINE
    return "\n".join(lines)


def _title(text: str) -> str:
    lines = text[:1000].splitlines()
    titled = len(lines) > _COUNTS_LINE and _COUNTS.search(lines[_COUNTS_LINE]) is not None
    return lines[0].strip() if titled else ""


def _properties(text: str) -> dict[str, str]:
    """Name → value of the properties of a record; one that occurs more than once has all its lines."""
    at = text.find("M  END")
    if ">" not in text:
        return {}
    found: dict[str, str] = {}
    name: str | None = None
    for line in text[max(at, 0) :].splitlines():
        if line.startswith("$$$$"):
            break
        if name is None:
            if line.startswith(">"):
                match = _NAME.match(line)
                name = match["name"] if match else line[1:].strip()
                found[name] = found[name] + "\n" if name in found else ""
        elif not line.strip():
            name = None
        else:
            found[name] += ("\n" if found[name] and not found[name].endswith("\n") else "") + line
    return found


def _records(source: Source) -> Iterator[tuple[int, bytes]]:
    """Every record with the number of its first line."""
    parts: list[bytes] = []
    size, number, start = 0, 0, 1
    with source.open() as file:
        while line := file.readline(LONGEST_LINE):
            number += 1
            parts.append(line)
            size += len(line)
            if size >= LONGEST_LINE:
                raise UsageError(say(source.lang, "screening.line-too-long", line=start, most=LONGEST_LINE))
            if line.startswith(_END):
                yield start, b"".join(parts)
                parts, size, start = [], 0, number + 1
    rest = b"".join(parts)
    if rest.strip():
        yield start, rest


class SdfWriter:
    """Writes records with the properties ``sg_…`` in front of their ``$$$$``."""

    def __init__(self, file: BinaryIO, table: SdfTable) -> None:
        self._file = file
        self._encoding = table.encoding

    def write(self, chunk: Chunk, decided: Sequence[Fields]) -> None:
        """Append a chunk."""
        if not isinstance(chunk, _Records):
            raise TypeError("SDF is written from SDF only")
        for record, fields in zip(chunk.records, decided, strict=True):
            self._file.write(self._with(record, fields))

    def finish(self) -> None:
        """Nothing follows the last record."""

    def abandon(self) -> None:
        """Nothing is held."""

    def _with(self, record: bytes, fields: Fields) -> bytes:
        end = b"\r\n" if record.partition(b"\n")[0].endswith(b"\r") else b"\n"
        at = record.rfind(_END) if _END in record else -1
        while at > 0 and record[at - 1 : at] != b"\n":
            at = record.rfind(_END, 0, at)
        body, tail = (record[:at], record[at:]) if at >= 0 else (record, _END + end)
        if not tail.endswith(b"\n"):
            tail += end
        if body and not body.endswith(b"\n"):
            body += end
        lines = body.splitlines()
        if lines and lines[-1].strip() and not lines[-1].startswith(b"M  END"):
            body += end
        return body + b"".join(self._property(name, value, end) for name, value in _named(fields)) + tail

    def _property(self, name: str, value: str, end: bytes) -> bytes:
        # one line: a blank one would end the value
        line = " ".join(value.split()).encode(self._encoding, "replace")
        return b">  <" + name.encode(self._encoding) + b">" + end + (line + end if line else b"") + end


def _named(fields: Fields) -> Iterator[tuple[str, str]]:
    return zip(SG_COLUMNS, fields, strict=True)
