"""Where reports come from: result files, and a small TOML file that says which column means what.

    [columns]                    # for every file, unless its source says otherwise
    date = "ontvangen"

    [source.noord]               # the id of a laboratory
    name = "Laboratorium Noord"
    files = ["noord-*.csv"]      # names or patterns, as in a shell
    columns = { structure = "SMILES", date = "datum", substance = "stof", id = "monster" }

What is not said is found by the usual column names. Without a ``lab`` column, and for a file no source names,
the file's own name is the laboratory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch
from pathlib import Path

from stofgroep.definition.table import Table as TomlTable
from stofgroep.definition.table import parse_toml
from stofgroep.errors import UsageError
from stofgroep.monitoring.periods import period_of
from stofgroep.screening.columns import (
    column_named,
    id_column,
    normalised,
    structure_column,
    substance_column,
)
from stofgroep.screening.formats.model import ReadAs, Table
from stofgroep.screening.formats.opening import open_table
from stofgroep.wording import say

_DATE_NAMES = (
    "date",
    "datum",
    "received",
    "ontvangen",
    "receptiondate",
    "ontvangstdatum",
    "period",
    "periode",
)
_LAB_NAMES = ("lab", "laboratory", "laboratorium", "bron")


@dataclass(frozen=True)
class Columns:
    """Names of columns; None is found by the usual names."""

    structure: str | None = None
    substance: str | None = None
    date: str | None = None
    lab: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class Source:
    """One laboratory and the files it sent.

    key : its id in the configuration; "" where no configuration names it
    name : its name in the overview; "" takes the lab column, else the file's name
    """

    key: str = ""
    name: str = ""
    files: tuple[str, ...] = ()
    columns: Columns = field(default_factory=Columns)

    def has(self, path: Path) -> bool:
        """Whether this file is one of the source's."""
        return any(fnmatch(path.name, pattern) for pattern in self.files)


@dataclass(frozen=True)
class Report:
    """One row of one file: a substance seen by a laboratory.

    place : file and row number, to find the row again
    period : half-year, "" when the date is missing or cannot be read
    structure, substance : what stands in these columns
    """

    place: str
    lab: str
    period: str
    structure: str
    substance: str


def sources(path: Path, lang: str) -> tuple[Source, ...]:
    """The sources of a configuration.

    Raises
    ------
    UsageError : if the file cannot be read
    DefinitionError : naming file, key and what is wrong
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(say(lang, "monitor.no-config", file=path, why=error.strerror)) from error
    root = TomlTable(parse_toml(content, path.name), path.name)
    common = root.table("columns")
    shared = _columns(common, Columns()) if common is not None else Columns()
    found = []
    for key, table in root.tables("source"):
        inner = table.table("columns")
        found.append(
            Source(
                key=key,
                name=table.get("name", str, key),
                files=tuple(table.strings("files")),
                columns=_columns(inner, shared) if inner is not None else shared,
            )
        )
        table.done()
    root.done()
    return (*found, Source(files=("*",), columns=shared))


def reports(paths: Sequence[Path], known: Sequence[Source], lang: str) -> Iterator[Report]:
    """Every row of every file, files in the order given; no row is left out.

    Raises
    ------
    UsageError : for a file that cannot be read or lacks a column, naming it
    """
    for path in paths:
        source = next((s for s in known if s.has(path)), Source())
        with open_table(path, ReadAs(), lang, screened=True) as table:
            yield from _of_table(path, table, source, lang)


def _of_table(path: Path, table: Table, source: Source, lang: str) -> Iterator[Report]:
    header, wanted = table.header, source.columns
    try:
        structure = (
            table.structure
            if table.structure is not None and wanted.structure is None
            else structure_column(header, table.sample, wanted.structure, lang)
        )
        substance = _index(header, wanted.substance, substance_column(header), lang)
        date = _index(header, wanted.date, _usual(header, _DATE_NAMES), lang)
        lab = _index(header, wanted.lab, _usual(header, _LAB_NAMES), lang)
        own_id = _index(header, wanted.id, id_column(header), lang)
    except UsageError as error:
        raise UsageError(say(lang, "monitor.in-file", file=path.name, why=error)) from error
    cells = table.texts(structure, substance, date, lab, own_id)
    for number, (drawn, called, when, where, name) in enumerate(map(_stripped, cells), start=1):
        yield Report(
            place=say(lang, "monitor.place", file=path.name, row=number) + (f" ({name})" if name else ""),
            lab=source.name or where or path.stem,
            period=period_of(when),
            structure=drawn,
            substance=called,
        )


def _columns(table: TomlTable, base: Columns) -> Columns:
    given = {f.name: table.get(f.name, str, getattr(base, f.name)) for f in fields(Columns)}
    table.done()
    return Columns(**given)


def _usual(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((i for i, name in enumerate(header) if normalised(name) in names), None)


def _index(header: Sequence[str], wanted: str | None, usual: int | None, lang: str) -> int | None:
    return usual if wanted is None else column_named(header, wanted, lang, "columns")


def _stripped(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells)
