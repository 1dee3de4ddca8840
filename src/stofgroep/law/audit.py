"""Comparing lijst I and II with the official text that a user downloads.

The consolidated Opiumwet (BWBR0001941) is published as "toestand" XML:
``wetgeving/…/bijlage/…/table/tgroup/tbody/row/entry/al``. It is read liberally:
namespaces, attributes and what stands between are not looked at; a heading
"Lijst I", "Lijst II" or "Lijst IA" says which list what follows belongs to.
"""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from stofgroep.errors import UsageError
from stofgroep.law.entries import Entry
from stofgroep.law.lists import Lists
from stofgroep.law.names import normal
from stofgroep.wording import say

MAX_BYTES = 50_000_000

_HEADING = re.compile(r"(behorende bij .{0,60})?\blijst\s+(?P<list>ia|ii|i)\b", re.IGNORECASE)
_HEADING_TAGS = frozenset({"kop", "titel", "label", "nr", "tussenkop", "title"})
_TEXT_TAGS = frozenset({"al", "li.nr", "lid"})
_STATE = ("inwerkingtreding", "inwerking", "geldigheidsdatum", "toestand-datum")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DASHES = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True)
class OfficialRow:
    """One row of a table of the official text, cell by cell."""

    list: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """One row in which the official text and our data do not agree.

    kind : "only-official" we have no such row on that list on that date;
           "only-ours" the official text has no such row;
           "other-list" both have it, on different lists
    """

    kind: str
    list: str
    key: str | None
    official: OfficialRow | None


@dataclass(frozen=True)
class AuditReport:
    """The outcome of comparing an official text with the data on one date.

    state : the date the file says it is the state of, if it says so
    matched : pairs of key and official row that agree
    uncertain : keys of our rows whose first day is uncertain on that date, and which the text settles
    text_ia, closing_text : paragraphs of lijst IA, and those outside the tables of lijst I
    """

    date: dt.date
    state: dt.date | None
    matched: tuple[tuple[str, OfficialRow], ...]
    differences: tuple[Difference, ...]
    uncertain: tuple[str, ...]
    text_ia: tuple[str, ...]
    closing_text: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether the tables agree row by row."""
        return not self.differences


def how_to_get(lang: str, date: dt.date) -> str:
    """Where the official text is found, in one sentence."""
    return say(lang, "lists.audit-how", date=date.isoformat())


def audit(content: bytes, date: dt.date, lists: Lists | None = None) -> AuditReport:
    """Compare an official text with the lists on a date.

    Parameters
    ----------
    content : bytes of the XML file
    date : the date of which the file is the state
    lists : the Dutch lists when None

    Raises
    ------
    UsageError : the file is too large, is no XML, or has no table of lijst I or II
    """
    lists = lists or Lists.load()
    text = _read(content)
    tables = [row for row in text.rows if row.list in ("I", "II")]
    if not tables:
        raise UsageError(f"no table of lijst I or II was found in the file. {how_to_get('en', date)}")
    ours = [entry for entry in lists.entries if entry.force.possible(date)]
    by_name: dict[str, list[Entry]] = {}
    for entry in ours:
        for name in {normal(n) for n in (entry.inn, *entry.names) if n}:
            by_name.setdefault(name, []).append(entry)
    matched: list[tuple[str, OfficialRow]] = []
    differences: list[Difference] = []
    seen: set[str] = set()
    for row in tables:
        found = _entry_of(row, by_name)
        if found is None:
            differences.append(Difference("only-official", row.list, None, row))
            continue
        seen.add(found.key)
        if found.list == row.list:
            matched.append((found.key, row))
        else:
            differences.append(Difference("other-list", row.list, found.key, row))
    settled = {key for key, _ in matched}
    uncertain = tuple(e.key for e in ours if not e.force.certain(date) and e.key in settled)
    differences += [
        Difference("only-ours", entry.list, entry.key, None)
        for entry in ours
        if entry.key not in seen and entry.force.certain(date)
    ]
    return AuditReport(
        date, text.state, tuple(matched), tuple(differences), uncertain, text.text_ia, text.closing_text
    )


@dataclass(frozen=True)
class _Text:
    state: dt.date | None
    rows: tuple[OfficialRow, ...]
    text_ia: tuple[str, ...]
    closing_text: tuple[str, ...]


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


class _Collector:
    """Walks the document in order and remembers which list it is in."""

    def __init__(self) -> None:
        self.list: str | None = None
        self.state: dt.date | None = None
        self.rows: list[OfficialRow] = []
        self.text_ia: list[str] = []
        self.closing_text: list[str] = []

    def walk(self, element: ET.Element) -> None:
        tag = _tag(element)
        for name, value in element.attrib.items():
            match = _DATE.match(value)
            if self.state is None and match and name.rpartition("}")[2].lower() in _STATE:
                self.state = dt.date.fromisoformat(match[0])
        if tag == "bijlage":
            self.list = None
        if tag in _HEADING_TAGS:
            heading = _HEADING.search(_words(element))
            if heading:
                self.list = heading["list"].upper()
            return
        if tag == "thead":
            return
        if tag == "row":
            self._row(element)
            return
        if tag == "al":
            self._paragraph(_words(element))
            return
        for child in element:
            self.walk(child)

    def _row(self, element: ET.Element) -> None:
        cells = tuple(_words(entry) for entry in element if _tag(entry) == "entry")
        if self.list is not None and any(cell not in _DASHES for cell in cells):
            if self.list == "IA":
                self.text_ia.append(" | ".join(cells))
            else:
                self.rows.append(OfficialRow(self.list, cells))

    def _paragraph(self, words: str) -> None:
        whole = _HEADING.fullmatch(words.rstrip(". "))
        if whole:
            self.list = whole["list"].upper()
        elif words and self.list == "IA":
            self.text_ia.append(words)
        elif words and self.list == "I":
            self.closing_text.append(words)


def _read(content: bytes) -> _Text:
    if len(content) > MAX_BYTES:
        raise UsageError(
            f"the file is larger than {MAX_BYTES // 1_000_000} MB; that is no text of the Opiumwet"
        )
    if b"<!ENTITY" in content:
        raise UsageError("the file declares XML entities; the official text has none")
    try:
        root = ET.fromstring(content)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UsageError(f"the file is no XML that can be read: {error}") from error
    collector = _Collector()
    collector.walk(root)
    return _Text(
        collector.state, tuple(collector.rows), tuple(collector.text_ia), tuple(collector.closing_text)
    )


def _names(row: OfficialRow) -> list[str]:
    """The names in the first two cells, the most specific reading first."""
    found = []
    for cell in row.cells[:2]:
        if cell in _DASHES:
            continue
        found.append(cell)
        outside = re.sub(r"\([^()]*\)", " ", cell)
        inside = " , ".join(re.findall(r"\(([^()]*)\)", cell))
        for part in (outside, inside):
            found.append(part)
            found += re.split(r"\s*,\s+|\s*;\s*|,(?=\D)", part)
    return [name for name in dict.fromkeys(n.strip() for n in found) if name not in _DASHES]


def _entry_of(row: OfficialRow, by_name: dict[str, list[Entry]]) -> Entry | None:
    """The entry a row names: one on the same list if there is one."""
    for name in _names(row):
        found = by_name.get(normal(name), [])
        for entry in found:
            if entry.list == row.list:
                return entry
        if found:
            return found[0]
    return None
