""".smi: a structure and an own id a line; the result has a title line, and tabs between its fields."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from stofgroep.errors import UsageError
from stofgroep.screening.columns import SAMPLE_ROWS, is_structure_name, refuse_own_columns
from stofgroep.screening.dialect import Dialect, line_end_of
from stofgroep.screening.formats.lines import decoded, encoding_of, has_mark, text_lines
from stofgroep.screening.formats.model import CHUNK_ROWS, Cells, Chunk, ReadAs, Table
from stofgroep.screening.formats.source import Source
from stofgroep.screening.smi import smi_lines
from stofgroep.wording import say


def smi_table(source: Source, head: bytes, how: ReadAs) -> Table:
    """Check a .smi file from beginning to end.

    A first line whose first word is the name of a structure column is a title line.

    Raises
    ------
    UsageError : if the encoding is wrong
    """
    encoding = encoding_of(head, how.encoding, source.lang)
    text = decoded(head, encoding)
    first = next(smi_lines(text_lines(source, encoding, None)), None)
    if first is None:
        raise UsageError(say(source.lang, "screening.empty", file=source.name))
    titled = is_structure_name(first.structure)

    def lines() -> Iterator[tuple[str, str]]:
        found = smi_lines(text_lines(source, encoding, None))
        return ((line.structure, line.id) for line in islice(found, 1 if titled else 0, None))

    count, sample, ids = 0, [], False
    for row in lines():
        count += 1
        ids = ids or bool(row[1])
        if count <= SAMPLE_ROWS:
            sample.append(row)
    if titled:
        refuse_own_columns(first.id.split("\t"), source.lang)
    header = (first.structure, first.id or "id") if titled else ("smiles", "id")
    width = 2 if ids else 1

    def chunks() -> Iterator[Chunk]:
        rows = lines()
        while cells := [row[:width] for row in islice(rows, CHUNK_ROWS)]:
            yield Cells(list(cells))

    dialect = Dialect("\t", line_end_of(text), has_mark(head))
    shown = tuple(row[:width] for row in sample)
    return Table("smi", header[:width], count, shown, 0, 1 if ids else None, dialect, chunks)
