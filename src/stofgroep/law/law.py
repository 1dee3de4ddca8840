"""A law as it stands on one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from stofgroep.definition.model import Group
from stofgroep.errors import UsageError
from stofgroep.law.lists import Lists, ListsOn
from stofgroep.law.references import in_force, referred
from stofgroep.law.repository import LawBook, ProductException, draft_book, law_book


@dataclass(frozen=True)
class Law:
    """The law on a day: what is in force, certainly or perhaps, and what is known of it.

    ``source`` : what :meth:`at` was asked for, a name or a file
    ``groups`` : in force on that day, or perhaps in force; later group numbers first
    ``beside`` : groups that those speak of and that are no part of this law (a draft's)
    ``lists``  : the named substances, None when they are left out
    ``files``  : name → SHA-256 of every file that a verdict under this law is made from
    """

    name: str
    source: str
    date: dt.date
    book: LawBook
    groups: tuple[Group, ...]
    beside: tuple[Group, ...]
    lists: ListsOn | None
    files: dict[str, str]

    @classmethod
    def at(cls, date: dt.date | str | None = None, name: str = "nl", lists: bool = True) -> Law:
        """The law on a date.

        Parameters
        ----------
        date : a day, or one as ISO text (2026-07-09); today when None
        name : "nl", another law of the package, or the path of a definition file (.toml)
        lists : whether the lists of named substances count

        Raises
        ------
        UnknownLawError : if there is no such law
        DefinitionError : if a law file is wrong
        UsageError : if the text is no day
        """
        day = _day(date)
        book = _book(name)
        groups = in_force(book.groups, day)
        beside = referred(groups, book.beside)
        groups.sort(key=lambda g: -g.number)
        used = dict(book.files)
        for group in (*groups, *beside):
            used.update(group.sources)
        named = None
        if lists and book.lists_known_until is not None:
            loaded = Lists.load(book.name)
            named = loaded.at(day)
            used.update(loaded.files)
        return cls(book.name, name, day, book, tuple(groups), beside, named, dict(sorted(used.items())))

    @staticmethod
    def groups_of(name: str) -> tuple[Group, ...]:
        """Every version of every group of a law, by group number and date.

        Raises
        ------
        UnknownLawError : if there is no such law
        """
        return tuple(sorted(_book(name).groups, key=lambda g: (g.number, g.in_force_from)))

    @property
    def known_until(self) -> dt.date:
        """The last day for which everything asked of this law is known."""
        if self.lists is not None and self.book.lists_known_until is not None:
            return min(self.book.lists_known_until, self.book.groups_known_until)
        return self.book.groups_known_until

    @property
    def is_known(self) -> bool:
        """False on a day before the oldest version at hand, or between two of them."""
        return not self.what_is_missing

    @property
    def what_is_missing(self) -> str:
        """Which version is not at hand on this day, in words; "" when it is."""
        if self.date < self.book.known_from:
            return f"no version before {self.book.known_from.isoformat()} is at hand"
        for gap in self.book.gaps:
            if gap.from_day <= self.date < gap.until:
                first, last = gap.from_day, gap.until - dt.timedelta(days=1)
                return f"no version for {first.isoformat()} to {last.isoformat()} is at hand"
        return ""

    @property
    def exceptions(self) -> tuple[ProductException, ...]:
        """Exceptions that depend on a product or a person."""
        return self.book.exceptions


def _day(date: dt.date | str | None) -> dt.date:
    if date is None:
        return dt.date.today()
    if isinstance(date, str):
        try:
            return dt.date.fromisoformat(date)
        except ValueError:
            raise UsageError(f"{date!r} is no day; write it as 2026-07-09") from None
    return date


def _book(name: str) -> LawBook:
    return draft_book(Path(name)) if name.endswith(".toml") else law_book(name)
