"""What every clause carries: citation, basis and our own words."""

from __future__ import annotations

from stofgroep.definition.model import Text
from stofgroep.definition.table import Table

BASES = ("text", "parallel", "reconstruction")


def read_text(table: Table, id: str, parent: Text | None) -> Text:
    """Citation and basis are inherited from the definition as a whole when absent."""
    basis = table.get("basis", str, parent.basis) if parent else table.get("basis", str)
    if basis not in BASES:
        table.fail("basis", f"must be one of {', '.join(BASES)}, not {basis!r}")
    return Text(
        id=id,
        citation=table.get("citation", str, parent.citation) if parent else table.get("citation", str),
        basis=basis,
        words=table.language_texts("text"),
    )
