"""Reading TOML strictly: every error names file, line, key and reason; no key is skipped."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, TypeVar, overload

from rdkit import Chem, rdBase

from stofgroep.definition.lines import KeyLines
from stofgroep.errors import DefinitionError

_NAME = re.compile(r"^[A-Za-z0-9][\w-]*$")
_SMALLEST_RING = 3

T = TypeVar("T")
D = TypeVar("D")


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """TOML as a dictionary.

    Raises
    ------
    DefinitionError : a syntax error, with file and place
    """
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DefinitionError(file, "", f"is no valid TOML: {error}") from error


class Table:
    """A TOML table that knows where it stands and refuses keys nobody asked for.

    Parameters
    ----------
    data : the table as tomllib gives it
    file : name of the file for error messages
    path : dotted path of the table inside the file
    lines : where the keys stand; without it errors name the file only
    """

    def __init__(
        self, data: Mapping[str, Any], file: str, path: str = "", lines: KeyLines | None = None
    ) -> None:
        self._data = data
        self.file = file
        self.path = path
        self._lines = lines
        self._used: set[str] = set()

    def key(self, name: str) -> str:
        """Dotted path of a key of this table; "" is the table itself."""
        if not name:
            return self.path
        return f"{self.path}.{name}" if self.path else name

    def fail(self, name: str, reason: str) -> NoReturn:
        """Raise DefinitionError for a key of this table ("" for the table itself)."""
        key = self.key(name)
        place = self._lines.place(key) if self._lines is not None else None
        raise DefinitionError(place or self.file, key, reason)

    def has(self, name: str) -> bool:
        """Whether a key is there; asking makes it known."""
        self._used.add(name)
        return name in self._data

    @overload
    def get(self, name: str, kind: type[T]) -> T: ...

    @overload
    def get(self, name: str, kind: type[T], default: D) -> T | D: ...

    def get(self, name: str, kind: type[Any], default: Any = ...) -> Any:
        """The value of a key, of exactly the type asked for."""
        self._used.add(name)
        if name not in self._data:
            if default is ...:
                self.fail(name, f"is missing; a {kind.__name__} is needed")
            return default
        value = self._data[name]
        wrong = not isinstance(value, kind) or (kind is int and isinstance(value, bool))
        # a TOML date-time is a date for Python, but the law knows days only
        if wrong or (kind is dt.date and isinstance(value, dt.datetime)):
            self.fail(name, f"must be a {kind.__name__}, not {type(value).__name__} ({value!r})")
        if value == "":
            self.fail(name, "is empty")
        return value

    def date(self, name: str, default: Any = ...) -> Any:
        """A day, written without quotes: 2025-07-01."""
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
        repeated = [v for v in value if value.count(v) > 1]
        if repeated:
            self.fail(name, f"names something twice: {repeated[0]!r}")
        return tuple(value)

    def table(self, name: str, *, required: bool = False) -> Table:
        """The table below a key; an empty one when absent and not required."""
        value: dict[str, Any] = self.get(name, dict) if required else self.get(name, dict, {})
        return Table(value, self.file, self.key(name), self._lines)

    def tables(self, name: str) -> Iterator[tuple[str, Table]]:
        """The named tables below a key, in the order of the file.

        Names become parts of ids and paths, so they hold letters, digits, ``_`` and ``-`` only.
        """
        inner = self.table(name)
        for key in inner.names():
            if not _NAME.match(key):
                inner.fail(key, "a name consists of letters, digits, - and _")
            yield key, inner.table(key)

    def names(self) -> tuple[str, ...]:
        """The keys that are there."""
        return tuple(self._data)

    def language_texts(self, name: str) -> dict[str, str]:
        """A text in Dutch and English: ``{ nl = "...", en = "..." }``."""
        inner = self.table(name, required=True)
        texts = {lang: inner.get(lang, str) for lang in ("nl", "en")}
        inner.done()
        return texts

    def smarts(self, name: str, text: str) -> Chem.Mol:
        """A connected query molecule; says which key if RDKit cannot read it."""
        with rdBase.BlockLogs():
            query = Chem.MolFromSmarts(text)
        if query is None:
            self.fail(name, f"is no SMARTS that can be read: {text!r}")
        if not query.GetNumAtoms() or len(Chem.GetMolFrags(query)) > 1:
            self.fail(name, f"a pattern is one connected piece: {text!r}")
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

    def sizes(self, name: str, text: object) -> frozenset[int] | None:
        """Ring sizes from "5-7", "6" or "any" (None)."""
        if text == "any":
            return None
        low, _, high = text.partition("-") if isinstance(text, str) else ("", "", "")
        if not low.isdigit() or (high and not high.isdigit()):
            self.fail(name, f'a ring size is a text: "6", "5-7" or "any", not {text!r}')
        sizes = range(int(low), int(high or low) + 1)
        if not sizes or sizes[0] < _SMALLEST_RING:
            self.fail(name, f"ring sizes run upwards from three or more, not {text!r}")
        return frozenset(sizes)

    def done(self) -> None:
        """Refuse what is left over."""
        for key in self._data:
            if key not in self._used:
                self.fail(key, f"unknown key; known here: {', '.join(sorted(self._used))}")
