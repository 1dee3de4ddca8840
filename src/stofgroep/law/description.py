"""A group as plain data, for JSON: in short, and with every clause and reading."""

from __future__ import annotations

from functools import cache
from typing import Any

from stofgroep.definition.model import Group
from stofgroep.law.repository import ListName, law_book, law_names
from stofgroep.wording import say


def list_in_words(name: str, lang: str, *, short: bool = False) -> str:
    """A list as a sentence names it, or in short: lijst IA; de Anlage van het NpSG.

    A list that no law of the package has, such as that of a draft, is called by its own name.
    """
    known = _list_names().get(name)
    if known is None:
        return say(lang, "verdict.list", list=name)
    return (known.short if short else known.text)[lang]


@cache
def _list_names() -> dict[str, ListName]:
    return {key: name for law in law_names() for key, name in law_book(law).lists.items()}


def group_summary(group: Group, lang: str) -> dict[str, Any]:
    """What ``law list --json`` says of one version of a group."""
    return {
        "id": group.id,
        "group": group.short,
        "list": group.list,
        "number": group.number,
        "title": group.title[lang],
        "citation": group.citation,
        "basis": group.text.basis,
        "url": group.url,
        "from": group.in_force_from.isoformat(),
        "from_earliest": group.in_force_earliest.isoformat(),
        "until": group.in_force_until.isoformat() if group.in_force_until else None,
        "readings": [reading.id for reading in group.readings],
        "file": group.file,
        "sha256": group.sha256,
    }


def group_details(group: Group, lang: str) -> dict[str, Any]:
    """What ``law show --json`` says of one version of a group."""
    clauses = [
        {"id": c.id, "citation": c.citation, "basis": c.basis, "text": c.words[lang]} for c in group.clauses()
    ]
    readings = [
        {
            "id": r.id,
            "question": r.question[lang],
            "options": {o: a[lang] for o, a in r.options.items()},
            "likely": r.likely,
        }
        for r in group.readings
    ]
    return group_summary(group, lang) | {
        "text": group.text.words[lang],
        "clauses": clauses,
        "readings": readings,
    }
