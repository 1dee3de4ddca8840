"""Which column holds the structures: by a known name, and by what can be read as a structure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stofgroep.errors import UsageError
from stofgroep.structure import Refusal, parse
from stofgroep.wording import say

SG_COLUMNS = ("sg_outcome", "sg_list", "sg_group", "sg_entry", "sg_certain", "sg_reason", "sg_all")
"""The columns a screening adds, in this order."""

SAMPLE_ROWS = 200
"""So many rows are looked at to find the column."""

_STRUCTURE_NAMES = frozenset(
    {
        "smiles",
        "smi",
        "structure",
        "structuur",
        "structuurformule",
        "canonicalsmiles",
        "isosmiles",
        "isomericsmiles",
        "smilescanonical",
        "smilesisomeric",
        "cxsmiles",
        "rdkitsmiles",
        "inchi",
        "inchistring",
        "stdinchi",
        "standardinchi",
        "molblock",
        "molfile",
        "mol",
        "ctab",
    }
)
_ID_NAMES = frozenset(
    {
        "id",
        "ownid",
        "eigenid",
        "sample",
        "sampleid",
        "samplenr",
        "samplenumber",
        "sampleno",
        "monster",
        "monsterid",
        "monsternr",
        "monsternummer",
        "labnr",
        "labnummer",
        "labid",
        "zaaknummer",
        "spoornummer",
        "sin",
    }
)
_SUBSTANCE_NAMES = frozenset(
    {
        "name",
        "naam",
        "stof",
        "stofnaam",
        "substance",
        "compound",
        "omschrijving",
        "description",
    }
)
# A name or code of one to three letters ("F", "CO", "NO") is a readable SMILES too.
_ATOMS_OF_A_STRUCTURE = 4
_ENOUGH = 0.5


def normalised(name: str) -> str:
    """A column name without case, spaces and punctuation: ``"Canonical SMILES"`` → ``"canonicalsmiles"``."""
    return re.sub(r"[\W_]+", "", name).lower()


def is_structure_name(name: str) -> bool:
    """Whether this is a name by which structure columns are known."""
    return normalised(name) in _STRUCTURE_NAMES


def looks_like_structure(cell: str) -> bool:
    """Whether a cell can be read as a structure of more than a few atoms."""
    parsed = parse(cell)
    return not isinstance(parsed, Refusal) and parsed.mol.GetNumAtoms() >= _ATOMS_OF_A_STRUCTURE


@dataclass(frozen=True)
class _Candidate:
    index: int
    name: str
    share: float

    @property
    def label(self) -> str:
        return f"{self.name or '(no name)'} ({self.share:.0%})"


def structure_column(
    header: Sequence[str], sample: Sequence[Sequence[str]], wanted: str | None = None, lang: str = "nl"
) -> int:
    """Index of the structure column.

    Parameters
    ----------
    header : the column names
    sample : the first rows of the table
    wanted : what the user asked for: a name, or a number that counts from 1

    Raises
    ------
    UsageError : if the column asked for is not there, or none or several could be meant
    """
    if wanted is not None:
        return column_named(header, wanted, lang, "--column")
    candidates = [_Candidate(i, name, _share(i, sample)) for i, name in enumerate(header)]
    exact = [c for c in candidates if is_structure_name(c.name)]
    related = [c for c in candidates if "smiles" in c.name.lower()]
    for tier in (exact, related, candidates):
        good = [c for c in tier if c.share >= _ENOUGH]
        if len(good) == 1:
            return _checked_header(good[0], header, lang)
        if good:
            raise UsageError(
                say(
                    lang,
                    "screening.column-ambiguous",
                    columns=", ".join(c.label for c in good),
                    example=good[0].name,
                )
            )
    if len(exact) == 1:  # nothing in it can be read: every row will say so
        return exact[0].index
    raise UsageError(say(lang, "screening.column-not-found", columns=", ".join(c.label for c in candidates)))


def column_named(header: Sequence[str], wanted: str, lang: str, option: str) -> int:
    """Index of the column with this name, else with this number (from 1).

    Raises
    ------
    UsageError : if there is no such column, or more than one
    """
    for found in (
        [i for i, name in enumerate(header) if name == wanted],
        [i for i, name in enumerate(header) if name.strip().lower() == wanted.strip().lower()],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            numbers = ", ".join(str(i + 1) for i in found)
            raise UsageError(
                say(
                    lang,
                    "screening.column-twice",
                    column=wanted,
                    numbers=numbers,
                    option=option,
                    first=found[0] + 1,
                )
            )
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(header):
        return int(wanted) - 1
    raise UsageError(
        say(lang, "screening.column-absent", column=wanted, option=option, columns=", ".join(header) or "–")
    )


def id_column(header: Sequence[str]) -> int | None:
    """Index of the column with the user's own sample number, if a name says so."""
    return next((i for i, name in enumerate(header) if normalised(name) in _ID_NAMES), None)


def substance_column(header: Sequence[str]) -> int | None:
    """Index of the column with the name of the substance, if a name says so."""
    return next((i for i, name in enumerate(header) if normalised(name) in _SUBSTANCE_NAMES), None)


def refuse_own_columns(header: Sequence[str], lang: str) -> None:
    """Refuse a table that has the columns a screening adds: an old outcome must not be read as a new one.

    Raises
    ------
    UsageError : naming the columns
    """
    present = [name for name in header if name.strip().lower() in SG_COLUMNS]
    if present:
        raise UsageError(say(lang, "screening.already-screened", columns=", ".join(present)))


def _share(index: int, sample: Sequence[Sequence[str]]) -> float:
    cells = [row[index] for row in sample if index < len(row) and row[index].strip()]
    return sum(map(looks_like_structure, cells)) / len(cells) if cells else 0.0


def _checked_header(candidate: _Candidate, header: Sequence[str], lang: str) -> int:
    """The candidate, unless its name is a structure: then there is no header, and a row would be lost."""
    if looks_like_structure(candidate.name):
        raise UsageError(say(lang, "screening.no-header", cell=candidate.name))
    return candidate.index
