"""A draft: the text of a definition that is not law, what it would replace, and what it changes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stofgroep.definition.loader import group_of
from stofgroep.definition.model import Group
from stofgroep.definition.overlay import EXTENDS, Resolve, Source, read_source
from stofgroep.definition.table import parse_toml
from stofgroep.definition.trial import Change, Point, Trial
from stofgroep.errors import DefinitionError, UnknownLawError
from stofgroep.law import Law
from stofgroep.law.repository import beside, earlier_version, vocabulary


@dataclass(frozen=True)
class Difference:
    """One key that a draft says differently from the definition it extends; "" is not there."""

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class DraftText:
    """A draft as it was written.

    file : its name, as the user knows it
    folder : where the files lie that it may extend; None if it may extend none
    """

    text: str
    file: str
    folder: str | None

    @classmethod
    def read(cls, path: Path) -> DraftText:
        """A draft from a file.

        Raises
        ------
        UnknownLawError : if there is no such file
        DefinitionError : if it is no text
        """
        try:
            return cls(path.read_bytes().decode("utf-8"), path.name, str(path.parent.resolve()))
        except OSError as error:
            raise UnknownLawError(f"cannot read the draft {path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise DefinitionError(path.name, "", f"is no UTF-8 text: {error}") from error

    @property
    def content(self) -> bytes:
        """The bytes of the draft."""
        return self.text.encode("utf-8")

    @property
    def sha256(self) -> str:
        """The fingerprint of the draft and of the files beside it that it extends."""
        return hashlib.sha256(self.content).hexdigest()

    def resolve(self) -> Resolve:
        """Finds what the draft extends."""
        return beside(Path(self.folder)) if self.folder is not None else earlier_version

    def source(self) -> Source:
        """Its tables, with those of what it extends.

        Raises
        ------
        DefinitionError : with file, key and reason
        """
        return read_source(self.content, self.file, self.resolve())


@dataclass(frozen=True)
class Draft:
    """A draft that can be loaded.

    group : the definition, in force on every day
    points : where it can be said differently
    extends : what it is an overlay on, "" for a group of its own
    differences : what it changes in that
    """

    written: DraftText
    group: Group
    points: tuple[Point, ...]
    extends: str
    differences: tuple[Difference, ...]

    def replaced(self, law: Law) -> Group | None:
        """The group of a law that it would stand in the place of; None if it would be added."""
        return next((g for g in law.groups if g.id == self.group.id), None)


def load(written: DraftText) -> Draft:
    """Load a draft as it stands.

    Raises
    ------
    DefinitionError : with file, line, key and reason
    """
    source = written.source()
    trial = Trial(written.file)
    group = group_of(source, written.file, written.content, vocabulary(), trial)
    extends = str(parse_toml(written.content, written.file).get(EXTENDS, ""))
    differences: tuple[Difference, ...] = ()
    if extends:
        content, file = written.resolve()(extends)
        differences = tuple(_differences(read_source(content, file, written.resolve()).data, source.data))
    return Draft(written, _always(group), tuple(trial.points.values()), extends, differences)


def load_changed(written: DraftText, changes: tuple[Change, ...]) -> Group:
    """Load a draft with one world per change (see :mod:`stofgroep.definition.trial`).

    Raises
    ------
    DefinitionError : with file, line, key and reason
    """
    trial = Trial(written.file, changes)
    return _always(group_of(written.source(), written.file, written.content, vocabulary(), trial))


def _always(group: Group) -> Group:
    """A draft is tried on any day, whatever day it is meant for."""
    return replace(group, in_force_from=dt.date.min, in_force_earliest=dt.date.min, in_force_until=None)


def _differences(before: dict[str, Any], after: dict[str, Any], path: str = "") -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        here = f"{path}.{key}" if path else key
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _differences(old, new, here)
        elif isinstance(old, list) and isinstance(new, list):
            gone = [str(item) for item in old if item not in new]
            come = [str(item) for item in new if item not in old]
            yield Difference(here, ", ".join(gone), ", ".join(come))
        else:
            yield Difference(here, _shown(old), _shown(new))


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{…}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
