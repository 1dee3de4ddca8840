"""A file through a screening that decides nothing, in and out, for the tests of formats."""

from __future__ import annotations

import io
from pathlib import Path

from echo_decider import Echo

from stofgroep.screening.columns import structure_column
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import table_in
from stofgroep.screening.formats.result import result_form, writing
from stofgroep.screening.formats.source import ReadLimits, open_source
from stofgroep.screening.run import screen_table

SG = ("sg_outcome", "sg_list", "sg_group", "sg_entry", "sg_certain", "sg_reason", "sg_all")


def echoed(
    path: Path,
    target: str | None = None,
    how: ReadAs | None = None,
    column: str | None = None,
    limits: ReadLimits | None = None,
) -> bytes:
    """What is written to ``target`` (the format of the input if None); ``sg_reason`` is the structure."""
    out = io.BytesIO()
    with open_source(path, "en", limits) as source:
        table = table_in(source, how or ReadAs())
        index = table.structure
        if index is None or column is not None:
            index = structure_column(table.header, table.sample, column, "en")
        result = result_form(table, source.packing, None if target is None else Path(target), "en")
        with writing(out, table, result, "en") as writer:
            screen_table(table, index, None, writer, Echo(), 0)
    return out.getvalue()


def ours(structure: str) -> dict[str, str]:
    """What the decider of the tests says of a structure."""
    values = ("not-listed", "", "", "", "true", structure, str(len(structure)))
    return dict(zip(SG, values, strict=True))
