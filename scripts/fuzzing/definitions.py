"""Definitions with anything changed in them: loaded, or refused as :class:`DefinitionError`."""

from __future__ import annotations

from pathlib import Path

import atheris
from rdkit import rdBase

from fuzzing.grammar import smarts
from stofgroep.definition.loader import Vocabulary, load_group
from stofgroep.errors import DefinitionError

DATA = Path(__file__).resolve().parents[2] / "data" / "smarts"
TEXTS = tuple(path.read_bytes() for path in sorted(DATA.glob("nl/lijst-ia/*/*.toml")))
WORDS = Vocabulary((DATA / "vocabulary.toml").read_bytes(), "vocabulary.toml")


def try_one(data: bytes) -> None:
    """One shipped definition with a few places overwritten."""
    provider = atheris.FuzzedDataProvider(data)
    text = bytearray(provider.PickValueInList(list(TEXTS)))
    for _ in range(provider.ConsumeIntInRange(1, 4)):
        place = provider.ConsumeIntInRange(0, len(text) - 1)
        kind = provider.ConsumeIntInRange(0, 3)
        if kind == 0:
            text[place : place + provider.ConsumeIntInRange(0, 40)] = provider.ConsumeBytes(8)
        elif kind == 1:
            _replace_string(text, place, smarts(provider).encode())
        elif kind == 2:
            _replace_string(text, place, provider.ConsumeBytes(12))
        else:
            line = text.rfind(b"\n", 0, place) + 1
            end = text.find(b"\n", place)
            del text[line : end + 1]
    try:
        with rdBase.BlockLogs():  # what is wrong with a pattern, the exception says
            load_group(bytes(text), "fuzzed.toml", WORDS)
    except DefinitionError:
        return


def _replace_string(text: bytearray, place: int, value: bytes) -> None:
    """Put a value between the next pair of quotes."""
    start = text.find(b'"', place)
    end = text.find(b'"', start + 1)
    if start >= 0 and end >= 0:
        text[start + 1 : end] = value
