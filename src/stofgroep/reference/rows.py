"""One reference set, read strictly from CSV into frozen data."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from stofgroep.errors import DefinitionError

COLUMNS = (
    "key", "name", "synonyms", "class", "smiles", "first_seen", "verification", "sources", "licence",
    "remark",
)  # fmt: skip
VERIFICATIONS = ("opsin", "two-sources")
OBLIGATORY = ("key", "name", "class", "smiles", "verification", "sources", "licence")

# What the classes mean stands in data/reference/README.md.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "nps": (
        "aminoindanes", "aminorexes", "arylcyclohexylamines", "benzodiazepines", "cathinones",
        "diarylethylamines", "etomidates", "fentanyls", "lysergamides", "methaqualones", "nitazenes", "other",
        "other-opioids", "phenethylamines", "phenmetrazines", "piperazines", "piperidines-pyrrolidines",
        "plant-derived", "synthetic-cannabinoids", "tramadol-like", "tropanes", "tryptamines",
    ),
    "medicines": (
        "alimentary-metabolism", "anti-infective", "antineoplastic-immunomodulating", "antiparasitic",
        "blood", "cardiovascular", "dermatological", "genito-urinary-sex-hormones", "medicine",
        "musculo-skeletal", "nervous-system", "respiratory", "sensory-organs", "systemic-hormones", "various",
    ),
    "everyday": (
        "amino-acids", "fatty-acids-lipids", "flavours-fragrances", "food-additives",
        "food-alkaloids-phenols", "household-technical", "industrial-amines",
        "neurotransmitters-hormones", "nucleosides-nucleobases", "organic-acids", "pesticides-biocides",
        "solvents", "sugars-polyols", "vitamins-cofactors",
    ),
}  # fmt: skip

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class ReferenceRow:
    """One substance of a reference set; the fields are the columns of the file.

    Attributes
    ----------
    key : slug, unique in its set
    name : the usual name
    synonyms : other names and abbreviations
    class_ : class within the set, one of :data:`CLASSES`
    smiles : canonical isomeric SMILES of the neutral substance, unique in its set
    first_seen : year (``2014``) or day (``2014-05-01``) of the first notice, "" when not known for sure
    verification : how the structure was established, ``opsin`` or ``two-sources``
    sources : the systematic name that was read, the collections that agree
    licence : of the fact and of the collections
    remark : disagreements and how they were settled, and other notes
    """

    key: str
    name: str
    synonyms: tuple[str, ...]
    class_: str
    smiles: str
    first_seen: str
    verification: str
    sources: str
    licence: str
    remark: str

    def all_names(self) -> tuple[str, ...]:
        """Key, name and synonyms."""
        return (self.key, self.name, *self.synonyms)


def read_rows(data: bytes, file: str, classes: tuple[str, ...]) -> tuple[ReferenceRow, ...]:
    """The rows of a set from the bytes of its file, in the order of the file.

    Whether the structures can be read is not looked at here.

    Parameters
    ----------
    data : CSV, UTF-8, with a header line
    file : its name in errors
    classes : those allowed in the column ``class``

    Raises
    ------
    DefinitionError : naming file, line and column, and the reason
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DefinitionError(file, "", f"not UTF-8: {error.reason} at byte {error.start}") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[ReferenceRow] = []
    seen: dict[str, dict[str, int]] = {"key": {}, "smiles": {}}
    try:
        header = tuple(next(reader, ()))
        if header != COLUMNS:
            raise DefinitionError(file, "line 1", f"the columns must be {', '.join(COLUMNS)}")
        for cells in reader:
            line = reader.line_num
            if len(cells) != len(COLUMNS):
                raise DefinitionError(file, f"line {line}", f"{len(cells)} cells instead of {len(COLUMNS)}")
            row = dict(zip(COLUMNS, cells, strict=True))
            _check(row, file, line, classes)
            for column, places in seen.items():
                first = places.setdefault(row[column], line)
                if first != line:
                    raise _error(file, line, column, f"{row[column]!r} stands in line {first} already")
            rows.append(_row(row))
    except csv.Error as error:
        raise DefinitionError(file, f"line {reader.line_num}", str(error)) from None
    return tuple(rows)


def _error(file: str, line: int, column: str, reason: str) -> DefinitionError:
    return DefinitionError(file, f"line {line}, {column}", reason)


def _check(row: Mapping[str, str], file: str, line: int, classes: tuple[str, ...]) -> None:
    for column in OBLIGATORY:
        if not row[column].strip():
            raise _error(file, line, column, "must not be empty")
    if not _KEY.fullmatch(row["key"]):
        raise _error(
            file, line, "key", f"{row['key']!r} must be small letters and digits with hyphens between"
        )
    if row["class"] not in classes:
        raise _error(file, line, "class", f"{row['class']!r} is none of {', '.join(classes)}")
    if row["verification"] not in VERIFICATIONS:
        reason = f"{row['verification']!r} is none of {', '.join(VERIFICATIONS)}"
        raise _error(file, line, "verification", reason)
    if row["first_seen"] and not _is_date(row["first_seen"]):
        raise _error(file, line, "first_seen", f"{row['first_seen']!r} is neither a year nor a date")


def _is_date(text: str) -> bool:
    if _YEAR.fullmatch(text):
        return True
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _row(cells: Mapping[str, str]) -> ReferenceRow:
    return ReferenceRow(
        key=cells["key"],
        name=cells["name"],
        synonyms=tuple(s for s in cells["synonyms"].split("|") if s),
        class_=cells["class"],
        smiles=cells["smiles"],
        first_seen=cells["first_seen"],
        verification=cells["verification"],
        sources=cells["sources"],
        licence=cells["licence"],
        remark=cells["remark"],
    )
