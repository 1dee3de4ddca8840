"""What a new draft begins with: a small definition that can be tried at once, or an overlay on a group."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files

from stofgroep.definition.model import Group
from stofgroep.definition.trial import Point
from stofgroep.errors import UnknownLawError
from stofgroep.law import Law
from stofgroep.law.repository import earlier_version, law_names
from stofgroep.policy.draft import DraftText, load
from stofgroep.policy.variation import changes_of
from stofgroep.wording import say


def new_draft(lang: str, start: dt.date, group: str | None = None) -> str:
    """The text of a new draft.

    Parameters
    ----------
    lang : language of its comments, "nl" or "en"
    start : its first day in force
    group : the group it changes, by name (its newest version) or as ID@DATE; None for a group of its own

    Raises
    ------
    UnknownLawError : if there is no such group
    """
    if group is None:
        text = files("stofgroep.data").joinpath(f"policy/new.{lang}.toml").read_text("utf-8")
        return text.replace("@FROM@", start.isoformat())
    return _overlay(lang, start, _named(group, lang))


def _named(wanted: str, lang: str) -> Group:
    groups = [g for name in law_names() for g in Law.groups_of(name)]
    id, _, date = wanted.partition("@")
    found = [
        g
        for g in groups
        if id.lower() in (g.id, g.short) and (not date or g.in_force_from.isoformat() == date)
    ]
    if not found:
        known = ", ".join(dict.fromkeys(f"{g.id}@{g.in_force_from}" for g in groups))
        raise UnknownLawError(say(lang, "policy.unknown-group", wanted=wanted, known=known))
    return max(found, key=lambda g: g.in_force_from)


def _overlay(lang: str, start: dt.date, group: Group) -> str:
    name = f"{group.id}@{group.in_force_from}"
    content, file = earlier_version(name)
    points = load(DraftText(content.decode("utf-8"), file, None)).points
    head = say(lang, "policy.new-overlay", title=group.title[lang], name=name).splitlines()
    lines = [f"# {line}".rstrip() for line in head]
    lines += ["", f'extends = "{name}"', f"in_force = {{ from = {start.isoformat()} }}", ""]
    tables: dict[str, list[Point]] = {}
    droppable = {change.path for change in changes_of(points) if change.kind == "leave-out"}
    for point in points:
        if point.kind == "clause" and point.path not in droppable:
            continue  # a definition needs at least one skeleton
        tables.setdefault(_table(point), []).append(point)
    for table, inside in tables.items():
        lines.append(f"# [{table}]")
        lines += _suggestions(inside, table, lang)
        lines.append("#")
    return "\n".join(lines).rstrip("#\n") + "\n"


def _table(point: Point) -> str:
    """The heading under which a point is changed: that of the whole clause."""
    if point.kind == "clause":
        return point.path
    steps = point.path.split(".")
    return ".".join(steps[:4]) if steps[0] == "build" else ".".join(steps[:2])


def _suggestions(points: list[Point], table: str, lang: str) -> list[str]:
    lines = []
    listed: dict[str, list[str]] = {}
    for point in points:
        key = point.path.removeprefix(table).lstrip(".")
        if point.kind == "clause":
            lines.append(f"# drop = true                 # {say(lang, 'policy.new-drop')}")
        elif point.kind == "number":
            value = '"none"' if point.value is None else f"{point.value:g}"
            lines.append(f"# {key} = {value}")
        else:
            listed.setdefault(key, []).append(point.item)
    for key, items in listed.items():
        lines.append(f"# {key} = {{ add = [], remove = [] }}")
        lines.append(f"#     {say(lang, 'policy.new-now', items=', '.join(items))}")
    return lines
