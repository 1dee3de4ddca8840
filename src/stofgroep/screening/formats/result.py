"""In which format a result is written, and the writer for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from stofgroep.errors import UsageError
from stofgroep.screening.dialect import Dialect
from stofgroep.screening.formats.delimited import DelimitedWriter
from stofgroep.screening.formats.model import Table, Writer
from stofgroep.screening.formats.ndjson import NdjsonWriter
from stofgroep.screening.formats.opening import form_of
from stofgroep.screening.formats.sdf import SdfTable, SdfWriter
from stofgroep.screening.formats.source import PACKINGS, packed, packing_of, unpacked_name
from stofgroep.screening.pictures import Pictures
from stofgroep.wording import say

COMPRESSED_INSIDE = ("xlsx", "parquet")
"""Formats that are not compressed once more, and that go back in the file while they are written."""

_ONLY_FROM_ITSELF = ("smi", "sdf")
_NAMES_ONCE = ("ndjson", "parquet")


@dataclass(frozen=True)
class ResultForm:
    """Format, dialect (of delimited text) and compression of a result."""

    form: str
    dialect: Dialect
    packing: str | None


def result_form(table: Table, packing: str | None, target: Path | None, lang: str) -> ResultForm:
    """The format of the input, unless the name of the output says otherwise.

    Parameters
    ----------
    packing : the compression of the input

    Raises
    ------
    UsageError : if the table cannot be written in that format
    """
    name = "" if target is None else target.name
    inner = unpacked_name(name)
    said = form_of(inner) or table.form
    form = "csv" if said == "tsv" else said
    if form in _ONLY_FROM_ITSELF and form != table.form:
        raise UsageError(say(lang, "screening.cannot-convert", form=form))
    if form in COMPRESSED_INSIDE and packing_of(name) is not None:
        raise UsageError(say(lang, "screening.packed-twice", file=name, form=form))
    if form in _NAMES_ONCE and form != table.form:
        twice = sorted({column for column in table.header if table.header.count(column) > 1})
        if twice:
            raise UsageError(
                say(lang, "screening.columns-twice", file=name or form, columns=", ".join(twice))
            )
    if form == "xlsx" and table.form != "xlsx":
        from stofgroep.screening.formats.xlsx import check_cells  # not loaded for other formats

        check_cells(table, lang)
    if target is not None:
        packing = packing_of(name) if form_of(inner) or packing_of(name) else packing
    elif form in COMPRESSED_INSIDE:
        packing = None
    return ResultForm(form, _dialect(table, inner), None if form in COMPRESSED_INSIDE else packing)


def result_suffix(name: str, table: Table, packing: str | None) -> str:
    """The suffix of a result in the format of its input: that of the input's name where it says the same."""
    inner = unpacked_name(name)
    said = {"tsv": "csv"}.get(form_of(inner) or "", form_of(inner))
    suffix = Path(inner).suffix.lower() if said == table.form else f".{table.form}"
    return suffix + next((s for s, p in PACKINGS.items() if p == packing), "")


def _dialect(table: Table, name: str) -> Dialect:
    """.tsv and .smi are tabbed, and a .csv is not."""
    if form_of(name) in ("tsv", "smi"):
        return replace(table.dialect, delimiter="\t")
    if form_of(name) == "csv" and table.dialect.delimiter == "\t":
        return replace(table.dialect, delimiter=",")
    return table.dialect


@contextmanager
def writing(
    file: BinaryIO, table: Table, result: ResultForm, lang: str, pictures: Pictures | None = None
) -> Iterator[Writer]:
    """A writer into a file, finished at the end of the block; pictures are for XLSX only.

    Raises
    ------
    UsageError : if the format cannot take the table
    """
    with packed(file, result.packing) as stream:
        writer = _writer(stream, table, result, lang, pictures)
        try:
            yield writer
            writer.finish()
        except BaseException:
            writer.abandon()
            raise


def _writer(
    stream: BinaryIO, table: Table, result: ResultForm, lang: str, pictures: Pictures | None
) -> Writer:
    match result.form:
        case "xlsx":
            from stofgroep.screening.formats.xlsx import XlsxWriter

            return XlsxWriter(stream, table, lang, pictures)
        case "parquet":
            from stofgroep.screening.formats.parquet import ParquetWriter

            return ParquetWriter(stream, table)
        case "ndjson":
            return NdjsonWriter(stream, table)
        case "sdf" if isinstance(table, SdfTable):
            return SdfWriter(stream, table)
        case _:
            return DelimitedWriter(stream, table, result.dialect)
