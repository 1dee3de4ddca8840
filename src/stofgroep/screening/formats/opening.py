"""Which format a file has, and the table in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from stofgroep.errors import UsageError
from stofgroep.screening.columns import is_structure_name, looks_like_structure, refuse_own_columns
from stofgroep.screening.dialect import DELIMITERS, delimiter_of
from stofgroep.screening.formats.delimited import delimited_table
from stofgroep.screening.formats.lines import decoded, encoding_of
from stofgroep.screening.formats.model import ReadAs, Table
from stofgroep.screening.formats.ndjson import ndjson_table
from stofgroep.screening.formats.sdf import sdf_table
from stofgroep.screening.formats.smi import smi_table
from stofgroep.screening.formats.source import ReadLimits, Source, open_source
from stofgroep.screening.smi import smi_lines
from stofgroep.wording import say

SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".smi": "smi",
    ".smiles": "smi",
    ".ism": "smi",
    ".cxsmi": "smi",
    ".cxsmiles": "smi",
    ".sdf": "sdf",
    ".sd": "sdf",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
}
"""Suffix → format."""

FORMS = ("csv", "tsv", "smi", "sdf", "xlsx", "parquet", "ndjson")

_HEAD = 65_536
_BINARY = {b"PK\x03\x04": "xlsx", b"PAR1": "parquet"}
_REFUSED = {b"\xd0\xcf\x11\xe0": "xls"}


def form_of(name: str) -> str | None:
    """The format that a file name says; None if it says none."""
    return SUFFIXES.get(Path(name).suffix.lower())


@contextmanager
def open_table(
    source: Path | BinaryIO,
    how: ReadAs,
    lang: str,
    limits: ReadLimits | None = None,
    name: str | None = None,
    *,
    screened: bool = False,
) -> Iterator[Table]:
    """Open a file or a stream of bytes (standard input) and check it completely.

    Parameters
    ----------
    screened : take a table with the columns of an earlier screening too, which is only read

    Raises
    ------
    UsageError : with what is wrong, where, and what to do
    """
    with open_source(source, lang, limits, name) as opened:
        yield table_in(opened, how, screened=screened)


def table_in(source: Source, how: ReadAs, *, screened: bool = False) -> Table:
    """The table in a source, checked from its first row to its last.

    What a file begins with goes before its name, and what the user says before both.

    Raises
    ------
    UsageError : with what is wrong, where, and what to do; also if it was screened before, and may not be
    """
    table = _table(source, how)
    if not screened:
        refuse_own_columns(table.header, source.lang)
    return table


def _table(source: Source, how: ReadAs) -> Table:
    lang = source.lang
    head = source.head(_HEAD)
    for magic, form in _REFUSED.items():
        if head.startswith(magic):
            raise UsageError(say(lang, "screening.other-format", file=source.name, form=form))
    starts_as = next((form for magic, form in _BINARY.items() if head.startswith(magic)), None)
    said = how.form or starts_as or form_of(source.name)
    if said in ("xlsx", "parquet"):
        if not head:
            raise UsageError(say(lang, "screening.empty", file=source.name))
        if source.packing is not None:
            raise UsageError(say(lang, "screening.packed-twice", file=source.name, form=said))
        if starts_as != said:
            why = say(lang, "screening.starts-otherwise")
            raise UsageError(say(lang, "screening.file-broken", file=source.name, form=said, why=why))
        return _spreadsheet(source, how) if said == "xlsx" else _parquet(source)
    encoding = encoding_of(head, how.encoding, lang)
    text = decoded(head, encoding)
    if not text.strip():
        raise UsageError(say(lang, "screening.empty", file=source.name))
    match said or _looks_like(text, how):
        case "sdf":
            return sdf_table(source, head, how)
        case "ndjson":
            return ndjson_table(source, head, how)
        case "smi":
            return smi_table(source, head, how)
        case form:
            return delimited_table(source, head, how, tabbed=form == "tsv")


def _spreadsheet(source: Source, how: ReadAs) -> Table:
    from stofgroep.screening.formats.xlsx import xlsx_table  # not loaded for other formats

    return xlsx_table(source, how)


def _parquet(source: Source) -> Table:
    from stofgroep.screening.formats.parquet import parquet_table  # not loaded for other formats

    return parquet_table(source)


def _looks_like(text: str, how: ReadAs) -> str:
    """The format of a text whose name says nothing."""
    if how.delimiter is not None or not how.header:
        return "csv"
    if text.lstrip().startswith("{"):
        return "ndjson"
    lines = text[:2_000].splitlines()
    if any(line.rstrip().endswith(("V2000", "V3000")) for line in lines[:5]):
        return "sdf"
    return "smi" if _is_smi(text) else "csv"


def _is_smi(text: str) -> bool:
    first = next(smi_lines(text.splitlines()))
    cells = text.lstrip("\r\n").partition("\n")[0].rstrip("\r").split(delimiter_of(text))
    if any(is_structure_name(cell.strip('" ')) for cell in cells):
        return False
    return looks_like_structure(first.structure) and not any(
        d in first.structure.partition(" ")[0] for d in DELIMITERS if d != "|"
    )
