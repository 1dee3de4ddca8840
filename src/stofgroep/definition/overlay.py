"""A later version or a draft says only what it changes in an earlier definition.

``extends`` names the earlier one. Tables are merged key by key; a list takes
``{ add = [...], remove = [...] }`` or is given anew; any other value replaces.
``drop = true`` takes a table out, ``drop = ["key", ...]`` takes out keys of one.
``in_force`` is never inherited: every version says its own days.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stofgroep.definition.lines import KeyLines
from stofgroep.definition.table import Table, parse_toml

Resolve = Callable[[str], tuple[bytes, str]]
"""From what ``extends`` says to the content of that definition and its file name.

Raises LookupError when there is none.
"""

EXTENDS = "extends"
DROP = "drop"
ADD, REMOVE = "add", "remove"
NOT_INHERITED = "in_force"


@dataclass(frozen=True)
class Source:
    """A definition with all its overlays laid on: the tables, the files they came from, and where keys stand.

    ``files`` : file name → SHA-256, the newest first
    """

    data: dict[str, Any]
    files: dict[str, str]
    lines: KeyLines


def read_source(
    content: bytes, file: str, resolve: Resolve | None = None, tables: dict[str, Any] | None = None
) -> Source:
    """Read a definition file, and the earlier ones it extends.

    Parameters
    ----------
    content : the bytes of the TOML file
    file : its name for error messages
    resolve : finds an earlier definition; without it none may be extended
    tables : what stands in the file, if not as it was written (a draft of which a fault was taken out)

    Raises
    ------
    DefinitionError : a syntax error, an unknown or circular ``extends``, or a change of what is not there
    """
    chain = list(_chain(content, file, resolve, tables))
    data = chain[-1][2]
    for name, text, overlay in reversed(chain[:-1]):
        changes = Table(overlay, name, "", KeyLines((name, text)))
        changes.get(EXTENDS, str)
        data.pop(NOT_INHERITED, None)
        data = _merged(data, changes, {k: v for k, v in overlay.items() if k != EXTENDS})
    files = {name: hashlib.sha256(text.encode("utf-8")).hexdigest() for name, text, _ in chain}
    return Source(data, files, KeyLines(*((name, text) for name, text, _ in chain)))


def _chain(
    content: bytes, file: str, resolve: Resolve | None, tables: dict[str, Any] | None
) -> list[tuple[str, str, dict[str, Any]]]:
    """(file, text, tables) of a definition and of each one it extends, the newest first."""
    chain: list[tuple[str, str, dict[str, Any]]] = []
    seen: list[str] = []
    while True:
        data = parse_toml(content, file) if tables is None or chain else tables
        text = content.decode("utf-8")
        chain.append((file, text, data))
        seen.append(file)
        if EXTENDS not in data:
            return chain
        here = Table(data, file, "", KeyLines((file, text)))
        wanted = here.get(EXTENDS, str)
        if resolve is None:
            here.fail(EXTENDS, "a definition that extends another cannot be read on its own")
        try:
            content, file = resolve(wanted)
        except LookupError as error:
            here.fail(EXTENDS, f"no definition {wanted!r} is known: {error}")
        if file in seen:
            here.fail(EXTENDS, f"goes round in a circle: {' → '.join([*seen, file])}")


def _merged(earlier: dict[str, Any], table: Table, changes: dict[str, Any]) -> dict[str, Any]:
    result = dict(earlier)
    for key in _dropped(table, changes):
        if key not in result:
            table.fail(
                DROP, f"{key!r} is not there to be dropped; there is: {', '.join(result) or 'nothing'}"
            )
        del result[key]
    for key, change in changes.items():
        if key == DROP:
            continue
        if not isinstance(change, dict):
            result[key] = change
            continue
        inner = table.table(key)
        before = earlier.get(key)
        if change.get(DROP) is True:
            _drop_table(inner, change, before)
            del result[key]
        elif set(change) <= {ADD, REMOVE} and not isinstance(before, dict):
            result[key] = _changed_list(inner, before)
        elif isinstance(before, dict):
            result[key] = _merged(before, inner, change)
        else:
            result[key] = _merged({}, inner, change)
    return result


def _dropped(table: Table, changes: dict[str, Any]) -> tuple[str, ...]:
    if DROP not in changes:
        return ()
    if not isinstance(changes[DROP], list):
        table.fail(DROP, "is true (this table) or a list of keys of this table")
    return table.strings(DROP)


def _drop_table(table: Table, change: dict[str, Any], before: object) -> None:
    if len(change) > 1:
        table.fail(DROP, "a table that is dropped says nothing else")
    if not isinstance(before, dict):
        table.fail(DROP, "the earlier definition has no such table")


def _changed_list(table: Table, before: object) -> list[str]:
    """A list with something added and removed; both must make a difference."""
    listed = [before] if isinstance(before, str) else before
    if not isinstance(listed, list) or not table.names():
        table.fail("", "the earlier definition has no list here to add to or remove from")
    add, remove = table.strings(ADD, ()), table.strings(REMOVE, ())
    for item in remove:
        if item not in listed:
            table.fail(REMOVE, f"{item!r} is not in the earlier list: {', '.join(map(str, listed))}")
    for item in add:
        if item in listed:
            table.fail(ADD, f"{item!r} is in the earlier list already")
    return [*(item for item in listed if item not in remove), *add]
