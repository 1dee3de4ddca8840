"""What a draft is tried on: the reference sets of the package, or somebody's own file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from stofgroep.errors import UsageError
from stofgroep.reference import reference_set
from stofgroep.screening.columns import id_column, normalised, structure_column, substance_column
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table
from stofgroep.wording import say

REFERENCE_SETS = ("nps", "medicines", "everyday")
MOST_ROWS = 200_000
_CLASS_NAMES = frozenset({"class", "klasse", "label", "groep", "group", "category", "categorie"})


@dataclass(frozen=True)
class Substance:
    """One substance of a set; ``class_`` is "" where the set has none."""

    key: str
    name: str
    class_: str
    structure: str


@dataclass(frozen=True)
class SubstanceSet:
    """Substances under one name."""

    name: str
    substances: tuple[Substance, ...]

    @cached_property
    def sha256(self) -> str:
        """Fingerprint of keys, names, classes and structures."""
        rows = [(s.key, s.name, s.class_, s.structure) for s in self.substances]
        return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode("utf-8")).hexdigest()


def substance_sets(wanted: Iterable[str], lang: str = "nl") -> tuple[SubstanceSet, ...]:
    """The sets of these names: ``nps``, ``medicines``, ``everyday``, or the path of a table.

    Raises
    ------
    UsageError : an unknown set, a file that cannot be read, or the same set twice
    """
    found: list[SubstanceSet] = []
    for name in wanted:
        if name in REFERENCE_SETS:
            found.append(reference(name))
        elif Path(name).is_file():
            found.append(from_file(Path(name), lang))
        else:
            raise UsageError(say(lang, "policy.unknown-set", name=name, known=", ".join(REFERENCE_SETS)))
    names = [s.name for s in found]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(say(lang, "policy.set-twice", name=name))
    return tuple(found)


def reference(name: str) -> SubstanceSet:
    """A reference set of the package."""
    rows = reference_set(name)
    return SubstanceSet(name, tuple(Substance(r.key, r.name, r.class_, r.smiles) for r in rows))


def from_file(path: Path, lang: str = "nl") -> SubstanceSet:
    """A set from a table: a structure column, and if there are any a name, an own id and a class.

    Raises
    ------
    UsageError : if the table cannot be read, or its structure column not found
    """
    with open_table(path, ReadAs(), lang, screened=True) as table:
        if table.count > MOST_ROWS:
            raise UsageError(say(lang, "policy.set-too-large", file=path.name, most=MOST_ROWS))
        at = table.structure
        if at is None:
            at = structure_column(table.header, table.sample, None, lang)
        own, name = id_column(table.header), substance_column(table.header)
        kind = next((i for i, h in enumerate(table.header) if normalised(h) in _CLASS_NAMES), None)
        found = []
        for number, cells in enumerate(table.texts(own, name, kind, at), start=1):
            own_id, called, of_kind, structure = cells
            key = own_id or str(number)
            found.append(Substance(key, called or key, of_kind, structure))
    return SubstanceSet(path.name, tuple(found))
