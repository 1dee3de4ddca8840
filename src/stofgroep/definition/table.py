"""Reading TOML strictly: every error names file, key and reason; no key is skipped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from rdkit import Chem, rdBase

from stofgroep.errors import DefinitionError


class Table:
    """A TOML table that knows where it stands and refuses keys nobody asked for."""

    def __init__(self, data: Mapping[str, Any], file: str, path: str = "") -> None:
        self._data = data
        self.file = file
        self.path = path
        self._used: set[str] = set()

    def key(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def fail(self, name: str, reason: str) -> NoReturn:
        """Raise DefinitionError for a key of this table."""
        raise DefinitionError(self.file, self.key(name), reason)

    def has(self, name: str) -> bool:
        return name in self._data

    def get(self, name: str, kind: type, default: Any = ...) -> Any:
        """The value of a key, of exactly the type asked for."""
        self._used.add(name)
        if name not in self._data:
            if default is ...:
                self.fail(name, f"is missing; a {kind.__name__} is needed")
            return default
        value = self._data[name]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fail(name, f"must be a {kind.__name__}, not {type(value).__name__} ({value!r})")
        return value

    def date(self, name: str, default: Any = ...) -> Any:
        return self.get(name, dt.date, default)

    def strings(self, name: str, default: Any = ...) -> tuple[str, ...]:
        """A list of strings, or one string."""
        self._used.add(name)
        value = self._data.get(name, default)
        if value is ...:
            self.fail(name, "is missing; a list of strings is needed")
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
            self.fail(name, "must be a list of strings")
        if len(set(value)) != len(value):
            self.fail(name, "names something twice")
        return tuple(value)

    def table(self, name: str, *, required: bool = False) -> Table:
        value = self.get(name, dict, ... if required else {})
        return Table(value, self.file, self.key(name))

    def tables(self, name: str) -> Iterator[tuple[str, Table]]:
        """The named tables below a key, in the order of the file."""
        inner = self.table(name)
        for key in inner._data:
            yield key, inner.table(key)

    def names(self) -> tuple[str, ...]:
        return tuple(self._data)

    def language_texts(self, name: str) -> dict[str, str]:
        """A text in Dutch and English: ``{ nl = "...", en = "..." }``."""
        inner = self.table(name, required=True)
        texts = {lang: inner.get(lang, str) for lang in ("nl", "en")}
        inner.done()
        return texts

    def smarts(self, name: str, text: str) -> Chem.Mol:
        """A query molecule; says which key if RDKit cannot read it."""
        with rdBase.BlockLogs():
            query = Chem.MolFromSmarts(text)
        if query is None:
            self.fail(name, f"is no SMARTS that can be read: {text!r}")
        query.UpdatePropertyCache(False)
        Chem.FastFindRings(query)
        return query

    def elements(self, name: str) -> frozenset[int] | None:
        """Atomic numbers from a text such as "C H N O"; None when absent."""
        text = self.get(name, str, None)
        if text is None:
            return None
        numbers = set()
        for symbol in text.split():
            try:
                numbers.add(Chem.GetPeriodicTable().GetAtomicNumber(symbol))
            except RuntimeError:
                self.fail(name, f"{symbol!r} is no element symbol")
        return frozenset(numbers - {1})

    def sizes(self, name: str, text: str) -> frozenset[int] | None:
        """Ring sizes from "5-7", "6" or "any" (None)."""
        if text == "any":
            return None
        low, _, high = text.partition("-")
        if not low.isdigit() or (high and not high.isdigit()):
            self.fail(name, f'ring size is a number, a range "5-7" or "any", not {text!r}')
        return frozenset(range(int(low), int(high or low) + 1))

    def done(self) -> None:
        """Refuse what is left over."""
        for key in self._data:
            if key not in self._used:
                self.fail(key, f"unknown key; known here: {', '.join(sorted(self._used))}")
