"""Every fault of a draft, each with its place, the reason, and what to do next.

A definition is loaded up to its first fault. Here what is faulty is then replaced by
something harmless, and the draft loaded again, until nothing is found any more. A
fault that only follows from such a replacement is not reported.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from stofgroep.definition.loader import group_of
from stofgroep.definition.overlay import ADD, EXTENDS, REMOVE, read_source
from stofgroep.definition.table import parse_toml
from stofgroep.definition.trial import Trial
from stofgroep.errors import DefinitionError
from stofgroep.law.repository import vocabulary
from stofgroep.policy.advice import advice
from stofgroep.policy.draft import DraftText
from stofgroep.policy.examples import wrong_examples
from stofgroep.policy.standin import stand_in

MOST_FAULTS = 100
_MOST_ROUNDS = 250
_PLACE = re.compile(r"^(?P<file>.*?):(?P<line>\d+)$")
_TOML_LINE = re.compile(r"at line (?P<line>\d+)")
# what the loader says of something that is not there, perhaps because it was taken out
_FOLLOWS = (
    "a part needs",
    "is missing",
    "is named by no",
    "is no option",
    "names no",
    "needs at least one",
    "no join connects",
    "no rule names this term",
    "no rule says",
    "nothing in the definition depends",
    "unknown closure",
    "unknown part",
    "unknown reading",
    "unknown site",
    "unknown slot",
)


@dataclass(frozen=True)
class Fault:
    """One fault of a draft.

    file, line : where it stands; the line is None where none can be named
    key : dotted path of the key, "" for the file as a whole
    reason : what is wrong and what would be right
    help : what to do next
    """

    file: str
    line: int | None
    key: str
    reason: str
    help: str


@dataclass(frozen=True)
class CheckWork:
    """Finds the faults of a draft; runs in a process that can be killed."""

    written: DraftText
    lang: str

    def __call__(self, text: str) -> tuple[Fault, ...]:
        return faults(self.written, self.lang)


def faults(written: DraftText, lang: str = "nl") -> tuple[Fault, ...]:
    """Every fault of a draft, in the order of its lines; none if it can be loaded.

    Parameters
    ----------
    written : the draft
    lang : language of the help
    """
    try:
        tables = parse_toml(written.content, written.file)
    except DefinitionError as error:
        return (_fault(error, lang),)
    search = _Search(written, tables)
    found = [_fault(error, lang) for error in search.errors()]
    if not found:
        found = [_fault(error, lang) for error in wrong_examples(written)]
    found.sort(key=lambda f: (f.file != written.file, f.line or 0, f.key))
    return tuple(found[:MOST_FAULTS])


def _fault(error: DefinitionError, lang: str) -> Fault:
    place = _PLACE.match(error.file)
    file, line = (place["file"], int(place["line"])) if place else (error.file, None)
    if line is None:
        inside = _TOML_LINE.search(error.reason)
        line = int(inside["line"]) if inside else None
    return Fault(file, line, error.key, error.reason, advice(error.key, error.reason, lang))


class _Search:
    """Loads, takes out what is faulty, and loads again."""

    def __init__(self, written: DraftText, tables: dict[str, Any]) -> None:
        self._written = written
        self._own = copy.deepcopy(tables)
        self._touched: set[str] = set()
        self._dropped: set[str] = set()

    def errors(self) -> Iterator[DefinitionError]:
        """The faults in the order in which loading finds them."""
        seen: set[tuple[str, str]] = set()
        merged: dict[str, Any] | None = None
        for _ in range(_MOST_ROUNDS):
            try:
                if merged is None:
                    merged = copy.deepcopy(self._read().data)
                self._load(merged)
            except DefinitionError as error:
                if (error.key, error.reason) not in seen and not self._follows(error):
                    yield error
                tables = self._own if merged is None else merged
                repeated = (error.key, error.reason) in seen
                seen.add((error.key, error.reason))
                if not self._mend(tables, error, harder=repeated or error.key in self._touched):
                    return
            else:
                return

    def _read(self) -> Any:
        written = self._written
        return read_source(written.content, written.file, written.resolve(), copy.deepcopy(self._own))

    def _load(self, merged: dict[str, Any]) -> None:
        written = self._written
        # lines are those of what was written, whatever was taken out since
        try:
            lines = read_source(written.content, written.file, written.resolve()).lines
        except DefinitionError:
            lines = self._read().lines
        tables = {key: value for key, value in merged.items() if key != EXTENDS}
        source = replace(self._read(), data=copy.deepcopy(tables), lines=lines)
        group_of(source, written.file, written.content, vocabulary(), Trial(written.file))

    def _follows(self, error: DefinitionError) -> bool:
        """Whether a fault is only there because something was taken out."""
        if error.key in self._touched:
            return True
        if not error.reason.startswith(_FOLLOWS):
            return False
        # a build from which a table was dropped lacks what stood there
        scopes = {".".join(path.split(".")[:2]) for path in self._dropped}
        here = ".".join(error.key.split(".")[:2])
        everywhere = any(path.startswith("build") for path in self._dropped)
        return here in scopes or (everywhere and error.key.startswith(("reading", "term")))

    def _mend(self, tables: dict[str, Any], error: DefinitionError, *, harder: bool) -> bool:
        """Take out or replace what is faulty; False if nothing can be done."""
        path = [step for step in error.key.split(".") if step]
        if not path:
            return False
        holder, key = _holder(tables, path)
        if holder is None:
            # the key is missing together with the table it should stand in, or the table is no table
            return self._drop(tables, path[:-1])
        self._touched.add(error.key)
        value = holder.get(key)
        if harder:
            return self._drop(tables, path if isinstance(value, dict) else path[:-1])
        if error.reason.startswith("unknown key"):
            return holder.pop(key, None) is not None
        listed = value if isinstance(value, list) else [value]
        wrong = [v for v in listed if isinstance(v, str) and repr(v) in error.reason.partition("; known:")[0]]
        if wrong and len(wrong) < len(listed) and key != "between":
            holder[key] = [v for v in listed if v not in wrong]
            return True
        if key in (ADD, REMOVE) and tables is self._own:
            # what a change adds or removes in vain is left out; the list stays as it was
            del holder[key]
            if not holder:
                self._leave(tables, path[:-1])
            return True
        names = error.reason.partition("; known: ")[2].split(", ")
        known = [name for name in names if name and name not in (*listed, "H")]
        if wrong and known:
            mended = [_alike(v, known) if v in wrong else v for v in listed]
            holder[key] = mended if isinstance(value, list) else mended[0]
            self._touched.discard(error.key)
            return True
        replacement = stand_in(path, holder)
        if replacement is not None and replacement != value:
            holder[key] = replacement
            return True
        return self._drop(tables, path if isinstance(value, dict) else path[:-1])

    def _leave(self, tables: dict[str, Any], path: list[str]) -> None:
        holder, key = _holder(tables, path)
        if holder is not None:
            holder.pop(key, None)

    def _drop(self, tables: dict[str, Any], path: list[str]) -> bool:
        if not path:
            return False
        holder, key = _holder(tables, path)
        if holder is None or key not in holder:
            return self._drop(tables, path[:-1])
        del holder[key]
        self._dropped.add(".".join(path))
        return True


def _alike(name: str, known: list[str]) -> str:
    """A known name, of the same part if there is one."""
    part = name.partition(".")[0]
    return next((k for k in known if k.startswith(part)), known[0])


def _holder(tables: dict[str, Any], path: list[str]) -> tuple[dict[str, Any] | None, str]:
    """The table that holds the last step of a path."""
    here: Any = tables
    for step in path[:-1]:
        if not isinstance(here, dict) or step not in here:
            return None, path[-1]
        here = here[step]
    return (here if isinstance(here, dict) else None), path[-1]
