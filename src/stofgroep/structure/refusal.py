"""Why an input could not be decided: one named reason per input."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Every reason for ``not-assessed``; its sentence is ``structure.reason-NAME``."""

    EMPTY = "empty"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    TRAILING_TEXT = "trailing-text"
    VALENCE = "valence"
    KEKULIZE = "kekulize"
    RADICAL = "radical"
    DUMMY_ATOM = "dummy-atom"
    QUERY = "query"
    REACTION = "reaction"
    POLYMER = "polymer"
    EXTENSION = "extension"
    POSITION = "position"
    TOO_LONG = "too-long"
    TOO_MANY_ATOMS = "too-many-atoms"
    TOO_MANY_FRAGMENTS = "too-many-fragments"
    TOO_MANY_COMPLETIONS = "too-many-completions"
    TOO_MANY_MATCHES = "too-many-matches"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out-of-memory"
    WORKER_DIED = "worker-died"
    LAW_VERSION_UNKNOWN = "law-version-unknown"
    UNKNOWN_NAME = "unknown-name"
    AMBIGUOUS_NAME = "ambiguous-name"
    NO_STRUCTURE_FOR_NAME = "no-structure-for-name"
    INTERNAL = "internal"


@dataclass(frozen=True)
class Refusal:
    """An input that is not assessed.

    ``detail`` is short technical English on one line ("" when the reason says
    it all); it never repeats the input.
    """

    reason: Reason
    detail: str = ""
