"""Our own compilation: names, classes and systematic names, one tab-separated file per class.

Columns, with a header line: name, synonyms (separated by |), systematic, first_seen, remark. Blank cells at
the end of a line may be left out. A name without a systematic name needs two collections that agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("name", "synonyms", "systematic", "first_seen", "remark")


@dataclass(frozen=True)
class Wanted:
    """A substance that a reference set is to hold; `drawn` is a structure that a collection gives for it."""

    name: str
    synonyms: tuple[str, ...]
    kind: str
    systematic: str = ""
    first_seen: str = ""
    remark: str = ""
    drawn: str = ""


def read_folder(folder: Path) -> list[Wanted]:
    """Every row of every file of a folder; the class is the name of the file.

    Raises ValueError, with file and line, for a row that has no name or too many columns.
    """
    return [row for path in sorted(folder.glob("*.tsv")) for row in _read(path)]


def _read(path: Path) -> list[Wanted]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise ValueError(f"{path}: line 1: the header must be {COLUMNS}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(COLUMNS) or not cells[0]:
            raise ValueError(f"{path}: line {number}: {len(cells)} columns, name {cells[0]!r}")
        cells += [""] * (len(COLUMNS) - len(cells))
        synonyms = tuple(s.strip() for s in cells[1].split("|") if s.strip())
        rows.append(Wanted(cells[0], synonyms, path.stem, cells[2], cells[3], cells[4]))
    return rows
