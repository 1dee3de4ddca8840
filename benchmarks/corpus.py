"""Reading the structures of a file for measuring: the structure column only, as text."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from stofgroep.screening.columns import is_structure_name

_ENDINGS = (".smi", ".smi.gz", ".csv", ".csv.gz")


def read_structures(path: Path, most: int | None = None) -> list[str]:
    """The structures of a ``.smi`` or ``.csv`` file, perhaps gzipped.

    Of a ``.smi`` line only the first word is taken. In a CSV the structure column is
    the first whose name says so (``smiles``, ``structure`` …), else the first column.

    Parameters
    ----------
    most : stop after so many rows

    Raises
    ------
    ValueError : another kind of file, or one without rows
    OSError : the file cannot be read
    """
    if not path.name.endswith(_ENDINGS):
        raise ValueError(f"{path.name}: not one of {', '.join(_ENDINGS)}")
    found: list[str] = []
    with _opened(path) as file:
        rows = _csv_cells(file) if ".csv" in path.suffixes else _first_words(file)
        for row in rows:
            if most is not None and len(found) == most:
                break
            found.append(row)
    if not found:
        raise ValueError(f"{path.name}: no rows")
    return found


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def _first_words(file: TextIO) -> Iterator[str]:
    for line in file:
        words = line.split(None, 1)
        if words:
            yield words[0]


def _csv_cells(file: TextIO) -> Iterator[str]:
    rows = csv.reader(file)
    header = next(rows, [])
    column = next((index for index, name in enumerate(header) if is_structure_name(name)), 0)
    for row in rows:
        if column < len(row):
            yield row[column]
