"""A group as plain data, for JSON: in short, and with every clause and reading."""

from __future__ import annotations

from typing import Any

from stofgroep.definition.model import Group


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
