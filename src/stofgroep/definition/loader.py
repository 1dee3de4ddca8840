"""From a TOML file to a :class:`Group`; nothing is skipped, every error names its place."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import PurePath

from rdkit import Chem, rdBase

from stofgroep.definition.build import read_build
from stofgroep.definition.clause import BASES, read_text
from stofgroep.definition.elsewhere import read_elsewhere, speaks_of_groups
from stofgroep.definition.model import Exclude, Group, Text
from stofgroep.definition.overlay import Resolve, Source, read_source
from stofgroep.definition.readings import Readings, read_readings
from stofgroep.definition.table import Table, parse_toml
from stofgroep.definition.terms import Terms
from stofgroep.definition.trial import Trial
from stofgroep.definition.vocabulary import OwnWords, Vocabulary

__all__ = ["BASES", "Vocabulary", "load_group", "parse_toml"]

_ID = re.compile(r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$")
_DATED = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def load_group(
    content: bytes,
    file: str,
    vocabulary: Vocabulary,
    resolve: Resolve | None = None,
    trial: Trial | None = None,
) -> Group:
    """Load one definition.

    Parameters
    ----------
    content : the bytes of the TOML file
    file : its name for error messages
    vocabulary : the shared terms and ring systems
    resolve : finds the definition that ``extends`` names; raises LookupError if there is none
    trial : for a draft: takes ranges, and what would be otherwise with other words and numbers

    Raises
    ------
    DefinitionError : with file, line, key and reason
    """
    return group_of(read_source(content, file, resolve), file, content, vocabulary, trial)


def group_of(
    source: Source, file: str, content: bytes, vocabulary: Vocabulary, trial: Trial | None = None
) -> Group:
    """The same for a source already read."""
    root = Table(source.data, file, "", source.lines)
    readings = read_readings(root)
    if trial is not None:
        readings = trial.readings(readings.worlds.readings)
    words = OwnWords(vocabulary, dict(root.tables("term")))
    terms = Terms(words, readings)
    id = root.get("id", str)
    text = read_text(root, id, None)
    start, earliest, until = _in_force(root)
    _refuse_misplaced(root, id, start)
    number = root.get("number", int)
    if number < 1:
        root.fail("number", "is a number from 1 up")
    url = root.get("url", str)
    if not url.startswith("https://"):
        root.fail("url", "is a permanent https address of the text")
    builds = tuple(read_build(n, t, terms, text) for n, t in root.tables("build"))
    if not builds:
        root.fail("build", "a group needs at least one build")
    group = Group(
        id=id,
        list=root.get("list", str),
        number=number,
        title=root.language_texts("title"),
        text=text,
        url=url,
        in_force_from=start,
        in_force_earliest=earliest,
        in_force_until=until,
        readings=readings.worlds.readings,
        worlds=readings.worlds,
        builds=builds,
        excludes=_named(root, text, readings),
        elsewhere=read_elsewhere(root, text, readings),
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
        sources=source.files,
    )
    for name in words.own:
        if name not in terms.named:
            root.fail(f"term.{name}", "no rule names this term")
    readings.refuse_unused(root)
    root.done()
    return group


def _in_force(root: Table) -> tuple[dt.date, dt.date, dt.date | None]:
    """First day, first day at the earliest, and first day no longer."""
    force = root.table("in_force", required=True)
    start = force.date("from")
    earliest = force.date("earliest", start)
    until = force.date("until", None)
    force.done()
    if earliest > start or (until is not None and until <= start):
        root.fail("in_force", "dates must run earliest <= from < until")
    return start, earliest, until


def _refuse_misplaced(root: Table, id: str, start: dt.date) -> None:
    """A file LAW/LIST/GROUP/DATE.toml holds what its path says; a file of another name is a draft."""
    if not _ID.match(id):
        root.fail("id", f'is made of lower-case words with points between them, "law.list.group", not {id!r}')
    path = PurePath(root.file)
    if not _DATED.match(path.stem):
        return
    if path.stem != start.isoformat():
        root.fail("in_force.from", f"is {start.isoformat()}, but the file is named after {path.stem}")
    folders = path.parts[:-1]
    steps = tuple(id.split("."))
    if len(folders) >= len(steps) and folders[-len(steps) :] != steps:
        root.fail("id", f"is {id!r}, but the file lies in {'/'.join(folders[-len(steps) :])}")


def _named(root: Table, group: Text, readings: Readings) -> tuple[Exclude, ...]:
    """Substances excluded by name: their structure, without stereo, as canonical SMILES."""
    excludes = []
    seen: dict[str, str] = {}
    for name, table in root.tables("exclude"):
        if speaks_of_groups(table):
            continue
        inner = table.table("structures", required=True)
        structures = {}
        for substance in inner.names():
            smiles = inner.get(substance, str)
            with rdBase.BlockLogs():
                mol = Chem.MolFromSmiles(smiles)
            if mol is None:
                inner.fail(substance, f"is no SMILES that can be read: {smiles!r}")
            canonical = Chem.MolToSmiles(mol, isomericSmiles=False)
            if canonical in seen:
                inner.fail(substance, f"is the same structure as {seen[canonical]!r}")
            structures[canonical] = seen[canonical] = substance
        if not structures:
            table.fail("structures", "names no substance")
        excludes.append(
            Exclude(
                read_text(table, f"exclude.{name}", group),
                name,
                readings.when(table),
                structures,
                None,
                None,
                None,
                0,
                0,
                frozenset(),
            )
        )
        table.done()
    return tuple(excludes)
