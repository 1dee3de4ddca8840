"""Pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table, each line with its end."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(cell(x) for x in row) + " |" for row in rows]
    return "".join(f"{line}\n" for line in lines)


def cell(value: object) -> str:
    """A value in a table: no line breaks, and no bar that would end the cell."""
    return " ".join(str(value).split()).replace("|", "\\|")


def names(found: Sequence[str], most: int = 15) -> str:
    """A list of names, cut short with how many more there are."""
    if not found:
        return "none"
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(found[:most]) + more
