"""The law files as they lie in the package: read once, addressed by law and date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path

from stofgroep.definition.loader import Vocabulary, load_group, parse_toml
from stofgroep.definition.model import Group
from stofgroep.definition.overlay import Resolve
from stofgroep.definition.table import Table
from stofgroep.definition.trial import Trial
from stofgroep.errors import DefinitionError, UnknownLawError
from stofgroep.law.references import in_force


@dataclass(frozen=True)
class ProductException:
    """An exception bound to a product or a person: no structure can decide it."""

    citation: str
    text: dict[str, str]


@dataclass(frozen=True)
class Gap:
    """Days of which the text of the law is not at hand, ``until`` not included."""

    from_day: dt.date
    until: dt.date


@dataclass(frozen=True)
class ListName:
    """A list as people name it: in a sentence, and in short; each by language."""

    text: dict[str, str]
    short: dict[str, str]


@dataclass(frozen=True)
class LawBook:
    """A whole law: every version of every group, and what is known of it.

    ``known_from`` : day of the oldest version at hand
    ``gaps`` : days after that of which no version is at hand
    ``lists`` : how people name its lists
    ``groups_known_until``, ``lists_known_until`` : last day for which the law is known to be complete
    ``beside`` : groups of other laws that its own speak of: those of a draft are no part of it
    ``files`` : file name → SHA-256 of the files that every group shares
    """

    name: str
    title: dict[str, str]
    url: str
    known_from: dt.date
    gaps: tuple[Gap, ...]
    lists: dict[str, ListName]
    groups_known_until: dt.date
    lists_known_until: dt.date | None
    exceptions: tuple[ProductException, ...]
    groups: tuple[Group, ...]
    files: dict[str, str]
    beside: tuple[Group, ...] = ()


def law_names() -> tuple[str, ...]:
    """The laws in the package."""
    root = files("stofgroep.data").joinpath("smarts")
    return tuple(sorted(d.name for d in root.iterdir() if d.is_dir() and d.joinpath("law.toml").is_file()))


@cache
def vocabulary() -> Vocabulary:
    """The shared vocabulary.

    Raises
    ------
    DefinitionError : if the file is wrong
    """
    content = files("stofgroep.data").joinpath("smarts/vocabulary.toml").read_bytes()
    return Vocabulary(content, "vocabulary.toml")


@cache
def law_book(name: str) -> LawBook:
    """A law by its short name.

    Raises
    ------
    UnknownLawError : if there is no such law
    DefinitionError : if a file of it is wrong
    """
    if name not in law_names():
        raise UnknownLawError(
            f"unknown law {name!r}; known: {', '.join(law_names())}, or a definition file (.toml)"
        )
    folder = files("stofgroep.data").joinpath("smarts", name)
    root = Table(parse_toml(folder.joinpath("law.toml").read_bytes(), f"{name}/law.toml"), f"{name}/law.toml")
    known_until = root.table("known_until", required=True)
    gaps = []
    for _, table in root.tables("gap"):
        gaps.append(Gap(table.date("from"), table.date("until")))
        table.done()
    lists = {}
    for key, table in root.tables("list"):
        text = table.language_texts("text")
        lists[key] = ListName(text, table.language_texts("short") if table.has("short") else text)
        table.done()
    exceptions = []
    for _, table in root.tables("exception"):
        exceptions.append(ProductException(table.get("citation", str), table.language_texts("text")))
        table.done()
    groups = tuple(
        load_group(file.read_bytes(), path, vocabulary(), earlier_version)
        for path, file in _group_files(folder, f"{name}")
    )
    _refuse_overlaps(groups)
    book = LawBook(
        name=root.get("id", str),
        title=root.language_texts("title"),
        url=root.get("url", str),
        known_from=root.date("known_from"),
        gaps=tuple(gaps),
        lists=lists,
        groups_known_until=known_until.date("groups"),
        lists_known_until=known_until.date("lists", None),
        exceptions=tuple(exceptions),
        groups=groups,
        files={vocabulary().file: vocabulary().sha256},
    )
    known_until.done()
    root.done()
    return book


def draft_book(path: Path) -> LawBook:
    """A single definition file as a law of its own, in force on every day.

    Raises
    ------
    UnknownLawError : if there is no such file
    DefinitionError : if the file is wrong
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnknownLawError(f"cannot read the definition {path}: {error.strerror}") from error
    group = load_group(content, path.name, vocabulary(), beside(path.parent), Trial(path.name))
    spoken_of = _spoken_of(group)
    # a draft is tried on any day, whatever day it is meant for
    group = replace(group, in_force_from=dt.date.min, in_force_earliest=dt.date.min, in_force_until=None)
    return LawBook(
        name=group.id,
        title=dict(group.title),
        url=group.url,
        known_from=dt.date.min,
        gaps=(),
        lists={},
        groups_known_until=dt.date.max,
        lists_known_until=None,
        exceptions=(),
        groups=(group,),
        files={vocabulary().file: vocabulary().sha256},
        beside=spoken_of,
    )


def _spoken_of(draft: Group) -> tuple[Group, ...]:
    """The groups of the package that were in force on the first day of a draft that speaks of others."""
    if not draft.elsewhere:
        return ()
    laws = {id.partition(".")[0] for clause in draft.elsewhere for id in clause.groups}
    return tuple(
        group
        for law in sorted(laws & set(law_names()))
        for group in in_force(law_book(law).groups, draft.in_force_from)
        if group.id != draft.id
    )


def beside(folder: Path) -> Resolve:
    """Finds what a draft extends: a file beside it, or a definition of the package."""

    def resolve(name: str) -> tuple[bytes, str]:
        file = folder / name
        return (file.read_bytes(), name) if file.is_file() else earlier_version(name)

    return resolve


def earlier_version(name: str) -> tuple[bytes, str]:
    """The file of a definition in the package by ID@DATE, for instance nl.lijst-ia.nitazenen@2026-07-09.

    Raises
    ------
    LookupError : if there is none
    """
    id, _, date = name.partition("@")
    path = f"{id.replace('.', '/')}/{date}.toml"
    file = files("stofgroep.data").joinpath("smarts", path)
    if not file.is_file():
        raise LookupError(name)
    return file.read_bytes(), path


def _group_files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The definition files under a law, LIST/GROUP/DATE.toml, without the closing clauses."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "closing":
            yield from _group_files(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(".toml") and path.count("/") > 1:
            yield f"{path}/{entry.name}", entry


def _refuse_overlaps(groups: tuple[Group, ...]) -> None:
    by_id: dict[str, list[Group]] = {}
    for group in groups:
        by_id.setdefault(group.id, []).append(group)
    for versions in by_id.values():
        versions.sort(key=lambda g: g.in_force_from)
        for earlier, later in pairwise(versions):
            if earlier.in_force_until is None or earlier.in_force_until > later.in_force_earliest:
                raise DefinitionError(
                    later.file, "in_force.from", f"overlaps {earlier.file}, which has no earlier until"
                )
