"""Lijst I and II over time, as people and programs read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Group as Block
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from stofgroep.cli.verdict_view import bullet, title
from stofgroep.definition.model import Group
from stofgroep.law.audit import AuditReport
from stofgroep.law.entries import Force
from stofgroep.law.history import Change, Kind, Period
from stofgroep.verdict.phrases import basis_in_words
from stofgroep.wording import say

_PERHAPS = "?"
_SIGNS = {Kind.APPEARED: "+", Kind.DISAPPEARED: "-", Kind.MOVED: ">", Kind.BECAME_CERTAIN: "="}


@dataclass(frozen=True)
class GroupChange:
    """A version of a group that stands differently on two dates."""

    kind: Kind
    group: Group


def group_changes(groups: Iterable[Group], first: dt.date, second: dt.date) -> tuple[GroupChange, ...]:
    """Versions of groups that came, went or became certain between two dates."""
    changes = []
    for group in groups:
        force = Force(group.in_force_earliest, group.in_force_from, group.in_force_until)
        if force.possible(first) != force.possible(second):
            kind = Kind.APPEARED if force.possible(second) else Kind.DISAPPEARED
            changes.append(GroupChange(kind, group))
        elif force.certain(second) and not force.certain(first):
            changes.append(GroupChange(Kind.BECAME_CERTAIN, group))
    return tuple(changes)


def span(first: dt.date, last: dt.date) -> str:
    """A first day, or the days between which it lies."""
    return first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"


def changes_view(
    changes: Sequence[Change], groups: Sequence[GroupChange], first: dt.date, second: dt.date, lang: str
) -> RenderableType:
    """What came, went or moved, with its day and decree."""
    if not changes and not groups:
        return Text(say(lang, "cli.no-changes", first=first, second=second))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in ("change", "list", "name", "from", "decree"):
        table.add_column(
            say(lang, f"cli.column-{name}"), no_wrap=name in ("change", "list", "from"), overflow="fold"
        )
    for group in groups:
        day = span(group.group.in_force_earliest, group.group.in_force_from)
        table.add_row(_SIGNS[group.kind], group.group.list, group.group.short, day, "")
    for change in changes:
        lists = " > ".join(dict.fromkeys(name for name in (change.before, change.after) if name))
        sign = _SIGNS[change.kind] if change.certain else _PERHAPS
        table.add_row(sign, lists, change.name, _day(change), change.decree)
    legend = Text(say(lang, "cli.changes-legend"), style="dim")
    return Block(Text(say(lang, "cli.changes", first=first, second=second)), table, legend)


def _day(change: Change) -> str:
    if change.kind is Kind.DISAPPEARED and change.force.until is not None:
        return change.force.until.isoformat()
    return span(change.force.since_earliest, change.force.since_latest)


def changes_as_list(changes: Iterable[Change], groups: Iterable[GroupChange]) -> list[dict[str, Any]]:
    """What ``law diff --json`` says: groups first, then entries."""
    return [
        {
            "kind": change.kind.value,
            "group": change.group.short,
            "list": change.group.list,
            "from_earliest": change.group.in_force_earliest.isoformat(),
            "from": change.group.in_force_from.isoformat(),
            "until": change.group.in_force_until.isoformat() if change.group.in_force_until else None,
            "citation": change.group.citation,
        }
        for change in groups
    ] + [
        {
            "kind": change.kind.value,
            "entry": change.key,
            "name": change.name,
            "before": change.before,
            "after": change.after,
            "certain": change.certain,
            **_force(change.force),
            "decree": change.decree or None,
            "citation": change.citation,
        }
        for change in changes
    ]


def _force(force: Force) -> dict[str, Any]:
    return {
        "from_earliest": force.since_earliest.isoformat(),
        "from": force.since_latest.isoformat(),
        "until": force.until.isoformat() if force.until else None,
    }


def history_view(periods: Sequence[Period], lang: str) -> RenderableType:
    """The periods in which one substance is on a list."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in ("list", "from", "until", "decree", "basis"):
        table.add_column(say(lang, f"cli.column-{name}"), no_wrap=name != "decree")
    for period in periods:
        until = period.force.until.isoformat() if period.force.until else "–"
        day = span(period.force.since_earliest, period.force.since_latest)
        table.add_row(period.list, day, until, period.decree or "–", basis_in_words(period.basis, lang))
    remarks = dict.fromkeys(period.remark for period in periods if period.remark)
    return Block(
        Text(f"{periods[0].name} ({periods[0].key})", style="bold"),
        table,
        *(bullet("-", Text(remark), depth=0) for remark in remarks),
    )


def history_as_list(periods: Iterable[Period]) -> list[dict[str, Any]]:
    """What ``law show NAME --json`` says of the periods."""
    return [
        {
            "entry": period.key,
            "name": period.name,
            "list": period.list,
            **_force(period.force),
            "decree": period.decree or None,
            "citation": period.citation,
            "basis": period.basis,
            "remark": period.remark,
        }
        for period in periods
    ]


def audit_view(report: AuditReport, groups: Iterable[Group], lang: str) -> RenderableType:
    """Where the official text and the lists differ, and the text of lijst IA beside our clauses."""
    blocks: list[RenderableType] = [
        Text(
            say(
                lang,
                "cli.audit",
                date=report.date,
                matched=len(report.matched),
                differences=len(report.differences),
            )
        )
    ]
    if report.differences:
        blocks.append(title(say(lang, "cli.audit-differences")))
    for difference in report.differences:
        official = "" if difference.official is None else " | ".join(difference.official.cells)
        place = say(lang, f"cli.audit-{difference.kind}", list=difference.list, key=difference.key)
        blocks.append(
            bullet("!", Text(f"{place}: {official}" if official else place), depth=1, style="yellow")
        )
    if report.uncertain:
        blocks.append(title(say(lang, "cli.audit-settled")))
        blocks.append(bullet("=", Text(", ".join(report.uncertain)), depth=1))
    if report.text_ia:
        blocks.append(title(say(lang, "cli.audit-official-ia")))
        blocks.extend(bullet("-", Text(paragraph), depth=1) for paragraph in report.text_ia)
        for group in groups:
            blocks.append(title(f"{group.citation}: {group.title[lang]}"))
            for clause in group.clauses():
                text = Text(f"{clause.citation} ({basis_in_words(clause.basis, lang)})", style="dim")
                text.append(f"\n{clause.words[lang]}", style="not dim")
                blocks.append(bullet("-", text, depth=1))
    return Block(*blocks)


def audit_as_dict(report: AuditReport) -> dict[str, Any]:
    """What ``law audit --json`` says."""
    return {
        "date": report.date.isoformat(),
        "state": report.state.isoformat() if report.state else None,
        "agrees": report.agrees,
        "matched": [key for key, _ in report.matched],
        "differences": [
            {
                "kind": difference.kind,
                "list": difference.list,
                "entry": difference.key,
                "official": list(difference.official.cells) if difference.official else None,
            }
            for difference in report.differences
        ],
        "settled": list(report.uncertain),
        "text_ia": list(report.text_ia),
        "closing_text": list(report.closing_text),
    }
