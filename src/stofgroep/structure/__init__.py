"""From text to substance: strict reading, completion of open structures, neutral components."""

from __future__ import annotations

from stofgroep.structure.completing import completions
from stofgroep.structure.component import Completion, Component, Role, Structure
from stofgroep.structure.limits import Limits
from stofgroep.structure.note import Note
from stofgroep.structure.reading import Form, Parsed, parse
from stofgroep.structure.refusal import Reason, Refusal

__all__ = [
    "Completion",
    "Component",
    "Form",
    "Limits",
    "Note",
    "Parsed",
    "Reason",
    "Refusal",
    "Role",
    "Structure",
    "completions",
    "parse",
]
