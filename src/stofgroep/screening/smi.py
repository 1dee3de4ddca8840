"""One line of a .smi file: ``SMILES [|CXSMILES extension|] [own id]``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"(?P<smiles>\S+)(?:[ \t]+(?P<extension>\|[^|]*\|))?(?:[ \t]+(?P<id>.*))?")


@dataclass(frozen=True)
class SmiLine:
    """The structure (with its extension, if any) and the user's own id ("" if none)."""

    structure: str
    id: str


def split_line(line: str) -> SmiLine:
    """Split one line; a line that cannot be split is a structure as a whole, so that its refusal is reported.

    An id that starts with ``|`` is most probably an extension that was cut off: leaving it out would decide
    another structure than was meant, so it stays with the structure.
    """
    text = line.strip()
    match = _LINE.fullmatch(text)
    if match is None or (match["id"] or "").startswith("|"):
        return SmiLine(text, "")
    structure = match["smiles"] if match["extension"] is None else f"{match['smiles']} {match['extension']}"
    return SmiLine(structure, (match["id"] or "").strip())


def smi_lines(lines: Iterable[str]) -> Iterator[SmiLine]:
    """Every line in order. A blank line is an input without a structure, unless only blank lines follow."""
    blank = 0
    for line in lines:
        if not line.strip():
            blank += 1
            continue
        for _ in range(blank):
            yield SmiLine("", "")
        blank = 0
        yield split_line(line)
