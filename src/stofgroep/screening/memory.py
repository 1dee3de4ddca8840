"""What was decided lately, so that the same text is not decided again."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from stofgroep.screening.rows import Fields

_REMEMBERED = 50_000
_LONGEST_KEY = 200
_ALIKE = 1_000


class Memory:
    """What was decided lately; so many texts, the longest known by their hash, that it stays small."""

    def __init__(self) -> None:
        self._rows: OrderedDict[str | bytes, Fields] = OrderedDict()
        self._same: dict[Fields, Fields] = {}

    def divided(self, texts: Sequence[str]) -> tuple[dict[str, Fields], list[str]]:
        """The rows that are known, and the texts that are not, each of them once."""
        known: dict[str, Fields] = {}
        unknown: dict[str, None] = {}
        for text in texts:
            row = self._rows.get(_key(text))
            if row is None:
                unknown[text] = None
            else:
                known[text] = row
        return known, list(unknown)

    def keep(self, texts: Iterable[str], rows: dict[str, Fields]) -> None:
        """Remember these, and forget the oldest."""
        for text in texts:
            self._rows[_key(text)] = self._shared(rows[text])
        while len(self._rows) > _REMEMBERED:
            self._rows.popitem(last=False)

    def _shared(self, row: Fields) -> Fields:
        """The same row as one object: most rows of a file are alike."""
        if len(self._same) > _ALIKE:
            self._same.clear()
        return self._same.setdefault(row, row)


def _key(text: str) -> str | bytes:
    if len(text) <= _LONGEST_KEY:
        return text
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).digest()
