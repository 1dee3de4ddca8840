"""``/v1/laws``, ``/v1/groups`` and ``/v1/entries``: the law itself, in the words of the package."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field, StringConstraints

from stofgroep.api.asking import Day, Lang, LawName, Strict
from stofgroep.api.gate import OnlyQuery, json_only
from stofgroep.api.problems import ProblemError
from stofgroep.law import Law
from stofgroep.law.description import group_details, group_summary, list_in_words
from stofgroep.law.entries import Entry, Precursor
from stofgroep.law.lists import Lists
from stofgroep.law.names import find_name
from stofgroep.law.repository import law_book, law_names

router = APIRouter(tags=["law"])
_PAGE = 100

InLang = Annotated[Lang, Query(description="Language of every sentence.")]
OfLaw = Annotated[LawName, Query(description="Which law.")]


InForceOn = Annotated[
    Day | None, Query(description="Only those in force, certainly or perhaps, on this day.")
]
# Fields called list hide the type of that name.
Several = list


class KnownUntil(BaseModel):
    """The last day for which the law is known."""

    groups: dt.date
    lists: dt.date | None


class DaysUnknown(BaseModel):
    """Days of which no version of the law is at hand: an answer for them is not assessed."""

    from_: Annotated[dt.date, Field(alias="from", description="The first of these days.")]
    until: Annotated[dt.date, Field(description="The first day after them.")]


class GroupVersion(BaseModel):
    """What is said of a version of a group everywhere."""

    id: str
    group: str
    list: str
    number: int
    title: str
    citation: str
    basis: Annotated[str, Field(description="How the text is known: text, parallel or reconstruction.")]
    url: str
    from_: Annotated[dt.date, Field(alias="from")]
    from_earliest: dt.date
    until: dt.date | None
    file: str
    sha256: str


class GroupSummary(GroupVersion):
    """One version of a group, with the ids of its readings."""

    readings: Several[str]


class LawSummary(BaseModel):
    """A law, what is known of it, and every version of its groups."""

    law: str
    title: str
    url: str
    known_from: dt.date
    known_until: KnownUntil
    gaps: Annotated[list[DaysUnknown], Field(description="Days between its versions that are not known.")]
    lists: Annotated[dict[str, str], Field(description="How people name its lists in short, by their ids.")]
    groups: list[GroupSummary]


class Laws(BaseModel):
    """The laws of this service."""

    laws: list[LawSummary]


class ClauseText(BaseModel):
    """A clause, in our own words."""

    id: str
    citation: str
    basis: str
    text: str


class ReadingText(BaseModel):
    """A question that the text leaves open, and its possible answers."""

    id: str
    question: str
    options: dict[str, str]
    likely: str


class GroupDetails(GroupVersion):
    """One version of a group, clause by clause."""

    text: str
    clauses: Several[ClauseText]
    readings: Several[ReadingText]


class Groups(BaseModel):
    """Every version of every group."""

    groups: list[GroupSummary]


class Group(BaseModel):
    """Every version of one group, oldest first."""

    id: str
    versions: list[GroupDetails]


class EntryShown(BaseModel):
    """A named substance on lijst I or II, or a registered precursor, in one period."""

    key: str
    list: Annotated[str, Field(description="I, II, or precursor.")]
    kind: str
    name: str
    names: Annotated[Several[str], Field(description="All names.")]
    cas: Annotated[Several[str], Field(description="CAS numbers.")]
    structures: Annotated[Several[str], Field(description="SMILES of the neutral substance.")]
    stereo: str
    citation: str
    basis: str
    decree: str
    since_earliest: dt.date
    since_latest: dt.date
    until: dt.date | None


class Entries(BaseModel):
    """One page of entries."""

    entries: list[EntryShown]
    total: Annotated[int, Field(description="Number of entries on all pages.")]
    page: int
    page_size: int


class EntriesFound(BaseModel):
    """The entries that bear a name, of every period."""

    entries: list[EntryShown]


class NameAsked(Strict):
    """A name to look up."""

    name: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=500)],
        Field(description="Any name or CAS number, in any spelling.", json_schema_extra={"example": "3-MMC"}),
    ]
    law: LawName = "nl"


@router.get("/laws", summary="The laws", operation_id="listLaws", dependencies=[Depends(OnlyQuery("lang"))])
async def laws(lang: InLang = "nl") -> Laws:
    """Every law with its groups, and until when it is known."""
    return Laws.model_validate({"laws": [_law(name, lang) for name in law_names()]})


@router.get(
    "/laws/{law}", summary="One law", operation_id="getLaw", dependencies=[Depends(OnlyQuery("lang"))]
)
async def law(law: Annotated[str, Path(max_length=40, examples=["nl"])], lang: InLang = "nl") -> LawSummary:
    """A law with its groups, and until when it is known."""
    if law not in law_names():
        raise ProblemError(404, "no-law", {"known": ", ".join(law_names())})
    return LawSummary.model_validate(_law(law, lang))


@router.get(
    "/groups",
    summary="The groups",
    operation_id="listGroups",
    dependencies=[Depends(OnlyQuery("law", "lang", "date"))],
)
async def groups(
    law: OfLaw = "nl",
    lang: InLang = "nl",
    date: InForceOn = None,
) -> Groups:
    """Every version of every group."""
    found = Law.groups_of(law) if date is None else Law.at(date, law, lists=False).groups
    return Groups.model_validate({"groups": [group_summary(group, lang) for group in found]})


@router.get(
    "/groups/{id}",
    summary="One group, clause by clause",
    operation_id="getGroup",
    dependencies=[Depends(OnlyQuery("law", "lang"))],
)
async def group(
    id: Annotated[str, Path(max_length=100, description="Short or full id.", examples=["fenethylaminen"])],
    law: OfLaw = "nl",
    lang: InLang = "nl",
) -> Group:
    """Clauses, versions, readings and how each is known."""
    versions = [group for group in Law.groups_of(law) if id in (group.id, group.short)]
    if not versions:
        known = ", ".join(dict.fromkeys(group.short for group in Law.groups_of(law)))
        raise ProblemError(404, "no-group", {"known": known})
    details = [group_details(group, lang) for group in versions]
    return Group.model_validate({"id": versions[0].id, "versions": details})


@router.get(
    "/entries",
    summary="Named substances",
    operation_id="listEntries",
    dependencies=[Depends(OnlyQuery("law", "list", "date", "page", "pageSize"))],
)
async def entries(
    law: OfLaw = "nl",
    list: Annotated[
        Literal["I", "II", "precursor"] | None, Query(description="Only those on this list.")
    ] = None,
    date: InForceOn = None,
    page: Annotated[int, Query(ge=1, le=10_000, description="Which page, from 1.")] = 1,
    page_size: Annotated[int, Query(alias="pageSize", ge=1, le=1_000, description="Entries a page.")] = _PAGE,
) -> Entries:
    """Lijst I and II and the registered precursors, one row per entry and period."""
    book = _lists(law)
    rows: tuple[Entry | Precursor, ...] = (*book.entries, *book.precursors)
    found = [
        row
        for row in rows
        if (list is None or _list_of(row) == list) and (date is None or row.force.possible(date))
    ]
    start = (page - 1) * page_size
    shown = [_entry(row) for row in found[start : start + page_size]]
    return Entries(entries=shown, total=len(found), page=page, page_size=page_size)


@router.get(
    "/entries/{key}",
    summary="One named substance",
    operation_id="getEntry",
    dependencies=[Depends(OnlyQuery("law"))],
)
async def entry(
    key: Annotated[str, Path(max_length=100, examples=["3-mmc"])], law: OfLaw = "nl"
) -> EntriesFound:
    """Every period of an entry."""
    book = _lists(law)
    rows: tuple[Entry | Precursor, ...] = (*book.entries, *book.precursors)
    found = [_entry(row) for row in rows if row.key == key]
    if not found:
        raise ProblemError(404, "no-entry")
    return EntriesFound(entries=found)


@router.post(
    "/entries/_search",
    summary="Look a name up",
    operation_id="searchEntries",
    dependencies=[Depends(json_only), Depends(OnlyQuery())],
)
async def search(asked: NameAsked) -> EntriesFound:
    """In the body, for what somebody looks up does not belong in a URI. Nothing found is an empty list."""
    return EntriesFound(entries=[_entry(row) for row in find_name(asked.name, _lists(asked.law))])


def _lists(law: str) -> Lists:
    if law_book(law).lists_known_until is None:
        raise ProblemError(404, "no-lists")
    return Lists.load(law)


def _law(name: str, lang: str) -> dict[str, Any]:
    book = law_book(name)
    return {
        "law": book.name,
        "title": book.title[lang],
        "url": book.url,
        "known_from": book.known_from,
        "known_until": {"groups": book.groups_known_until, "lists": book.lists_known_until},
        "gaps": [{"from": gap.from_day, "until": gap.until} for gap in book.gaps],
        "lists": {key: list_in_words(key, lang, short=True) for key in book.lists},
        "groups": [group_summary(group, lang) for group in Law.groups_of(name)],
    }


def _list_of(row: Entry | Precursor) -> str:
    return row.list if isinstance(row, Entry) else "precursor"


def _entry(row: Entry | Precursor) -> EntryShown:
    return EntryShown(
        key=row.key,
        list=_list_of(row),
        kind=row.kind if isinstance(row, Entry) else "substance",
        name=row.name,
        names=[name for name in row.all_names() if name not in row.cas],
        cas=[*row.cas],
        structures=[*row.structures],
        stereo=row.stereo,
        citation=row.citation,
        basis=row.basis if isinstance(row, Entry) else "text",
        decree=row.decree if isinstance(row, Entry) else row.regulation,
        since_earliest=row.force.since_earliest,
        since_latest=row.force.since_latest,
        until=row.force.until,
    )
