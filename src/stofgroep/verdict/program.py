"""What decided: the version of the package, that of RDKit, and a hash of the code itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_DECIDING = ("definition", "law", "matching", "structure", "verdict")


@cache
def program_sha256() -> str:
    """SHA-256 over the modules that decide, so that two builds of one version can be told apart."""
    whole = hashlib.sha256()
    for package in _DECIDING:
        for path, file in _modules(files(f"stofgroep.{package}"), package):
            whole.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


def package_version() -> str:
    """The version of this package, as it is installed."""
    try:
        return version("stofgroep")
    except PackageNotFoundError:
        return "0+unknown"


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_file() and entry.name.endswith(".py"):
            yield f"{path}/{entry.name}", entry
