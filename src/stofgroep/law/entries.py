"""Lijst I, lijst II and the EU precursors as rows: read strictly from CSV into frozen data."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdkit import Chem, rdBase

from stofgroep.errors import DefinitionError

LISTS = ("I", "II")
KINDS = ("substance", "plant", "mushroom", "preparation")
STEREO = ("any", "exact")
BASES = ("text", "parallel", "reconstruction")
STATUS = ("opsin", "two-sources", "single-source", "none")
REGULATIONS = ("273/2004", "111/2005")

ENTRY_COLUMNS = (
    "key", "list", "kind", "inn", "names", "cas", "structures", "stereo", "except", "since_earliest",
    "since_latest", "until", "decree", "citation", "basis", "formula", "structure_source",
    "structure_status", "remark",
)  # fmt: skip
PRECURSOR_COLUMNS = (
    "key", "names", "cas", "structures", "stereo", "except", "since_earliest", "since_latest", "until",
    "regulation", "category", "citation", "remark",
)  # fmt: skip

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CAS = re.compile(r"(\d{2,7})-(\d{2})-(\d)")


@dataclass(frozen=True)
class Force:
    """From when until when a row is law; the first day may be known between bounds only.

    since_earliest, since_latest : first day in force lies between these, both inclusive
    until : first day on which it is not in force any more; None: still in force
    """

    since_earliest: dt.date
    since_latest: dt.date
    until: dt.date | None = None

    def possible(self, date: dt.date) -> bool:
        """Whether it may be in force on that date."""
        return self.since_earliest <= date and (self.until is None or date < self.until)

    def certain(self, date: dt.date) -> bool:
        """Whether it is in force on that date, whichever first day is the true one."""
        return self.since_latest <= date and (self.until is None or date < self.until)


@dataclass(frozen=True)
class Entry:
    """One row of lijst I or II in one period.

    ``structures`` are SMILES of the neutral substance (alternatives, tautomers,
    family members); ``stereo`` says whether every stereoisomer is meant (``any``)
    or only those drawn (``exact``); ``except_for`` are stereoisomers the law
    keeps out or names elsewhere.
    """

    key: str
    list: str
    kind: str
    inn: str
    names: tuple[str, ...]
    cas: tuple[str, ...]
    structures: tuple[str, ...]
    stereo: str
    except_for: tuple[str, ...]
    force: Force
    decree: str
    citation: str
    basis: str
    formula: str
    structure_source: str
    structure_status: str
    remark: str

    @property
    def name(self) -> str:
        """The name by which the law's own table calls it."""
        return self.inn or (self.names[0] if self.names else self.key)

    def all_names(self) -> tuple[str, ...]:
        """INN, other names and CAS numbers."""
        return (*((self.inn,) if self.inn else ()), *self.names, *self.cas)


@dataclass(frozen=True)
class Precursor:
    """One registered substance of Regulation (EC) 273/2004 or 111/2005 in one period."""

    key: str
    names: tuple[str, ...]
    cas: tuple[str, ...]
    structures: tuple[str, ...]
    stereo: str
    except_for: tuple[str, ...]
    force: Force
    regulation: str
    category: str
    citation: str
    remark: str

    @property
    def name(self) -> str:
        return self.names[0] if self.names else self.key

    def all_names(self) -> tuple[str, ...]:
        """Names and CAS numbers."""
        return (*self.names, *self.cas)


class _Row:
    """One CSV row that knows its file and line and says what is wrong with a cell."""

    def __init__(self, file: str, line: int, cells: Mapping[str, str]) -> None:
        self.file = file
        self.line = line
        self.cells = cells

    def error(self, column: str, reason: str) -> DefinitionError:
        key = self.cells.get("key", "")
        return DefinitionError(self.file, f"line {self.line} ({key or 'no key'}), column {column}", reason)

    def text(self, column: str, *, required: bool = False) -> str:
        value = self.cells[column]
        if value != value.strip():
            raise self.error(column, f"has blanks at an end: {value!r}")
        if required and not value:
            raise self.error(column, "is empty")
        return value

    def one_of(self, column: str, known: Iterable[str]) -> str:
        value = self.text(column)
        if value not in known:
            raise self.error(column, f"must be one of {', '.join(known)}, not {value!r}")
        return value

    def key(self) -> str:
        value = self.text("key", required=True)
        if not _KEY.fullmatch(value):
            raise self.error("key", f"must be lowercase letters and digits joined by hyphens, not {value!r}")
        return value

    def several(self, column: str) -> tuple[str, ...]:
        value = self.text(column)
        parts = tuple(value.split("|")) if value else ()
        if any(not part or part != part.strip() for part in parts):
            raise self.error(column, f"has an empty or padded item: {value!r}")
        if len(set(parts)) != len(parts):
            raise self.error(column, "names something twice")
        return parts

    def cas(self) -> tuple[str, ...]:
        numbers = self.several("cas")
        for number in numbers:
            match = _CAS.fullmatch(number)
            digits = (match[1] + match[2])[::-1] if match else ""
            if match is None or sum(i * int(d) for i, d in enumerate(digits, 1)) % 10 != int(match[3]):
                raise self.error("cas", f"{number!r} is no CAS number (form or check digit)")
        return numbers

    def smiles(self, column: str) -> tuple[str, ...]:
        found = self.several(column)
        for smiles in found:
            with rdBase.BlockLogs():
                mol = Chem.MolFromSmiles(smiles)
            if mol is None or not mol.GetNumAtoms() or any(c.isspace() for c in smiles):
                raise self.error(column, f"is no SMILES that can be read: {smiles!r}")
        return found

    def date(self, column: str) -> dt.date:
        value = self.text(column, required=True)
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise self.error(column, f"is no date YYYY-MM-DD: {value!r}") from None

    def force(self) -> Force:
        earliest, latest = self.date("since_earliest"), self.date("since_latest")
        until = self.date("until") if self.text("until") else None
        if earliest > latest:
            raise self.error("since_earliest", "is later than since_latest")
        if until is not None and until <= latest:
            raise self.error("until", "is not later than since_latest")
        return Force(earliest, latest, until)


def _rows(content: bytes, file: str, columns: tuple[str, ...]) -> list[_Row]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DefinitionError(file, "", f"is no UTF-8: {error}") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[_Row] = []
    try:
        header = tuple(next(reader, ()))
        if header != columns:
            wrong = sorted(set(header) ^ set(columns)) or ["their order"]
            raise DefinitionError(
                file, "line 1", f"columns must be {', '.join(columns)}; wrong: {', '.join(wrong)}"
            )
        for cells in reader:
            if len(cells) != len(columns):
                reason = f"has {len(cells)} cells instead of {len(columns)}"
                raise DefinitionError(file, f"line {reader.line_num}", reason)
            rows.append(_Row(file, reader.line_num, dict(zip(columns, cells, strict=True))))
    except csv.Error as error:
        raise DefinitionError(file, f"line {reader.line_num}", f"is no valid CSV: {error}") from error
    return rows


def _no_overlap(rows: Iterable[tuple[_Row, Force]]) -> None:
    """Two periods of one key (in one regulation) may not be law at the same time."""
    seen: dict[tuple[str, str], list[Force]] = {}
    for row, force in rows:
        place = row.cells["key"], row.cells.get("regulation", "")
        for other in seen.setdefault(place, []):
            first, second = sorted((other, force), key=lambda f: f.since_earliest)
            if first.until is None or first.until > second.since_earliest:
                raise row.error("since_earliest", "overlaps another period of the same key")
        seen[place].append(force)


def read_entries(content: bytes, file: str) -> tuple[Entry, ...]:
    """The rows of lijst I and II.

    Parameters
    ----------
    content : bytes of the CSV (UTF-8, comma, header of :data:`ENTRY_COLUMNS`)
    file : its name for error messages

    Raises
    ------
    DefinitionError : naming file, line, key, column and reason
    """
    rows = _rows(content, file, ENTRY_COLUMNS)
    entries = []
    for row in rows:
        entry = Entry(
            key=row.key(),
            list=row.one_of("list", LISTS),
            kind=row.one_of("kind", KINDS),
            inn=row.text("inn"),
            names=row.several("names"),
            cas=row.cas(),
            structures=row.smiles("structures"),
            stereo=row.one_of("stereo", STEREO if row.cells["structures"] else (*STEREO, "")),
            except_for=row.smiles("except"),
            force=row.force(),
            decree=row.text("decree"),
            citation=row.text("citation", required=True),
            basis=row.one_of("basis", BASES),
            formula=row.text("formula"),
            structure_source=row.text("structure_source"),
            structure_status=row.one_of("structure_status", STATUS),
            remark=row.text("remark"),
        )
        if not entry.inn and not entry.names:
            raise row.error("names", "a row needs an INN or a name")
        if entry.kind == "substance" and not entry.structures and not entry.remark:
            raise row.error("remark", "a substance without a structure must say why it has none")
        entries.append(entry)
    _no_overlap((row, entry.force) for row, entry in zip(rows, entries, strict=True))
    return tuple(entries)


def read_precursors(content: bytes, file: str) -> tuple[Precursor, ...]:
    """The registered EU precursors.

    Parameters
    ----------
    content : bytes of the CSV (UTF-8, comma, header of :data:`PRECURSOR_COLUMNS`)
    file : its name for error messages

    Raises
    ------
    DefinitionError : naming file, line, key, column and reason
    """
    rows = _rows(content, file, PRECURSOR_COLUMNS)
    precursors = []
    for row in rows:
        precursor = Precursor(
            key=row.key(),
            names=row.several("names"),
            cas=row.cas(),
            structures=row.smiles("structures"),
            stereo=row.one_of("stereo", STEREO if row.cells["structures"] else (*STEREO, "")),
            except_for=row.smiles("except"),
            force=row.force(),
            regulation=row.one_of("regulation", REGULATIONS),
            category=row.text("category"),
            citation=row.text("citation", required=True),
            remark=row.text("remark"),
        )
        if not precursor.names:
            raise row.error("names", "a row needs a name")
        precursors.append(precursor)
    _no_overlap((row, p.force) for row, p in zip(rows, precursors, strict=True))
    return tuple(precursors)
