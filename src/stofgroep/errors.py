"""Every exception this package raises on purpose.

StofgroepError
├── DefinitionError      a definition or vocabulary file cannot be loaded
├── UnknownLawError      no law (or no group, or no reading) of that name
└── UsageError           a call or command that cannot be carried out as asked

A structure that cannot be read is *not* an exception: it is a
:class:`stofgroep.structure.Refusal`, one per input.
"""

from __future__ import annotations


class StofgroepError(Exception):
    """Base of all exceptions of this package."""


class DefinitionError(StofgroepError):
    """A definition file is wrong; says which file, which key and why.

    Parameters
    ----------
    file : name of the file, as the user knows it
    key : dotted path of the key inside the file ("" for the file as a whole)
    reason : what is wrong and what would be right
    """

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key or '(file)'}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


class UnknownLawError(StofgroepError):
    """No law, group or reading of that name is known."""


class UsageError(StofgroepError):
    """What was asked for cannot be done; the message says what to do instead."""
