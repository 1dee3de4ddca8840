"""Structures from a grammar: with and without the necessary conditions the answer is the same."""

from __future__ import annotations

import atheris

from fuzzing.deciders import checked
from fuzzing.grammar import smiles


def try_one(data: bytes) -> None:
    """One structure of parts that the groups are made of."""
    checked(smiles(atheris.FuzzedDataProvider(data)))
