"""How a delimited file is written: its delimiter and line ends, found from its first lines."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import islice

from stofgroep.screening.columns import is_structure_name

DELIMITERS = (",", ";", "\t", "|")
_RECORDS = 200


@dataclass(frozen=True)
class Dialect:
    """Delimiter, line end and byte order mark of a file; a result is written in the same way."""

    delimiter: str = ","
    line_end: str = "\n"
    bom: bool = False


def delimiter_of(text: str) -> str:
    """The delimiter that gives a known column name, even rows and the most columns, in that order."""
    best, best_score = DELIMITERS[0], (False, 0.0, 1)
    for delimiter in DELIMITERS:
        # The text may end in the middle of a quoted cell: the last record says nothing then.
        records = [
            r for r in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _RECORDS) if r
        ]
        if len(records) > 2:
            records.pop()
        if not records or len(records[0]) < 2:
            continue
        width = len(records[0])
        named = any(is_structure_name(name) for name in records[0])
        score = (named, sum(len(r) == width for r in records) / len(records), width)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def line_end_of(text: str) -> str:
    """``\\r\\n`` when the first line ends so, else ``\\n``."""
    return "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
