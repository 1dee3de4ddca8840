"""A group definition as people and programs read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group as Block
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from stofgroep.cli.verdict_view import bullet, title
from stofgroep.definition.model import Group
from stofgroep.definition.worlds import Reading
from stofgroep.verdict.phrases import basis_in_words
from stofgroep.wording import say


def groups_table(groups: Iterable[Group], lang: str) -> RenderableType:
    """Groups with their dates, one a line."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in ("list", "group", "from", "until", "basis"):
        table.add_column(say(lang, f"cli.column-{name}"), no_wrap=name != "basis", justify="left")
    for group in groups:
        until = group.in_force_until.isoformat() if group.in_force_until else "–"
        table.add_row(
            f"{group.list}, {group.number}",
            group.short,
            _from(group),
            until,
            basis_in_words(group.text.basis, lang),
        )
    return table


def group_view(group: Group, lang: str) -> RenderableType:
    """One version of a group: what it says clause by clause, and what its readings leave open."""
    head = Text(f"{group.title[lang]}", style="bold")
    head.append(
        f"\n{group.id} · {group.citation} ({basis_in_words(group.text.basis, lang)})", style="not bold"
    )
    until = say(lang, "cli.until", date=group.in_force_until) if group.in_force_until else ""
    head.append("\n" + say(lang, "cli.in-force", date=_from(group), until=until), style="not bold")
    head.append(f"\n{group.url}", style="not bold")
    return Block(
        head, Text("\n" + group.text.words[lang]), *_clauses(group, lang), *_readings(group.readings, lang)
    )


def _from(group: Group) -> str:
    if group.in_force_earliest == group.in_force_from:
        return group.in_force_from.isoformat()
    return f"{group.in_force_earliest}..{group.in_force_from}"


def _clauses(group: Group, lang: str) -> Iterator[RenderableType]:
    yield title(say(lang, "cli.clauses"))
    for clause in group.clauses():
        text = Text(clause.id, style="bold")
        text.append(f"  {clause.citation} ({basis_in_words(clause.basis, lang)})", style="not bold dim")
        text.append(f"\n{clause.words[lang]}", style="not bold")
        yield bullet("-", text, depth=1)


def _readings(readings: tuple[Reading, ...], lang: str) -> Iterator[RenderableType]:
    if not readings:
        return
    yield title(say(lang, "cli.readings"))
    for reading in readings:
        text = Text(reading.id, style="bold")
        text.append(f"  {reading.question[lang]}", style="not bold")
        yield bullet("?", text, depth=1, style="yellow")
        for option, argument in reading.options.items():
            likely = f" ({say(lang, 'phrases.likely')})" if option == reading.likely else ""
            yield bullet("·", Text(f"{option}{likely}: {argument[lang]}"), depth=3)
