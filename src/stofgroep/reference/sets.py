"""The reference sets that are shipped, read once."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from stofgroep.errors import UsageError
from stofgroep.reference.rows import CLASSES, ReferenceRow, read_rows


def sets() -> tuple[str, ...]:
    """Names of the sets that are shipped."""
    return tuple(CLASSES)


def reference_set(name: str) -> tuple[ReferenceRow, ...]:
    """The rows of a set, in the order of its file: by class, then by key.

    Raises
    ------
    UsageError : no set of that name; the message lists those there are
    DefinitionError : the file is wrong; names file, line and column
    """
    return _load(name)[0]


def file_sha256(name: str) -> str:
    """SHA-256 of the file of a set, in hexadecimal.

    Raises
    ------
    UsageError : no set of that name
    DefinitionError : the file is wrong
    """
    return _load(name)[1]


@cache
def _load(name: str) -> tuple[tuple[ReferenceRow, ...], str]:
    if name not in CLASSES:
        raise UsageError(f"there is no reference set {name!r}; there are: {', '.join(CLASSES)}")
    file = f"reference/{name}.csv"
    data = files("stofgroep.data").joinpath("reference", f"{name}.csv").read_bytes()
    return read_rows(data, file, CLASSES[name]), hashlib.sha256(data).hexdigest()
