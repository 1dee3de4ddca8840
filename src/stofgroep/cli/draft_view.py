"""Faults of a draft, and what it would change, as people read them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group as Block
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from stofgroep.cli.verdict_view import bullet, indented, title
from stofgroep.law import Law
from stofgroep.law.description import list_in_words
from stofgroep.policy import summary
from stofgroep.policy.export import change_text
from stofgroep.policy.faults import Fault
from stofgroep.policy.impact import Effect, Impact, Result
from stofgroep.policy.variation import is_hydrogen
from stofgroep.wording import say

MOST_NAMES = 15
MOST_LINES = 15
_LONGEST_REASON = 300


def faults_view(file: str, faults: Sequence[Fault], lang: str) -> RenderableType:
    """Each fault with its place, the reason, and what to do next."""
    if not faults:
        return Text(say(lang, "policy.no-faults", file=file))
    blocks: list[RenderableType] = []
    for fault in faults:
        place = f"{fault.file}:{fault.line}" if fault.line is not None else fault.file
        head = Text(f"{place}: {fault.key}" if fault.key else place, style="bold", overflow="fold")
        reason = fault.reason
        if len(reason) > _LONGEST_REASON:
            reason = reason[:_LONGEST_REASON] + " …"
        blocks += [head, indented(Text(reason)), indented(Text(f"→ {fault.help}"))]
    blocks.append(Text("\n" + say(lang, "policy.faults", count=len(faults))))
    return Block(*blocks)


def impact_view(impact: Impact, law: Law, lang: str) -> RenderableType:
    """What a draft changes, the counts first."""
    return Block(
        _head(impact, lang),
        title(say(lang, "policy.counts")),
        indented(_counts(summary.counts(impact), lang, classes=False)),
        *_effects(impact, lang),
        *_classes(impact, lang),
        *_ranges(impact, lang),
        *_hinging(impact, lang),
        *_options(impact, lang),
        *_overlaps(impact, law, lang),
        *_near_misses(impact, lang),
        Text("\n" + say(lang, "policy.draft-is-no-law")),
    )


def _head(impact: Impact, lang: str) -> Text:
    group = impact.draft.group
    head = Text(group.title[lang], style="bold")
    head.append(f"\n{group.id} · {impact.draft.written.file}", style="not bold")
    beside = say(lang, "policy.beside", law=impact.law, date=impact.date)
    how = "replaces" if impact.replaced else "added"
    head.append(f"\n{beside} {say(lang, f'policy.{how}', group=impact.replaced)}", style="not bold")
    return head


def table_of(*columns: str) -> Table:
    """A plain table; the first column is text, the others are numbers."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", min_width=None if number else 9)
    return table


def _counts(rows: Iterable[summary.Counts], lang: str, *, classes: bool) -> Table:
    names = ("total", "member", "depends", "excluded", "caught", "released", "now-depends")
    first = say(lang, "policy.class" if classes else "policy.set")
    table = table_of(first, *(say(lang, f"policy.short-{name}") for name in names))
    for row in rows:
        name = row.set if not classes else f"{row.class_ or say(lang, 'policy.no-class')}"
        table.add_row(
            Text(name, overflow="fold"),
            *map(
                str,
                (
                    row.total,
                    row.member,
                    row.depends,
                    row.excluded,
                    row.caught,
                    row.released,
                    row.now_depends,
                ),
            ),
        )
    return table


def _effects(impact: Impact, lang: str) -> Iterator[RenderableType]:
    for effect in (Effect.CAUGHT, Effect.RELEASED, Effect.DEPENDS, Effect.NOT_ASSESSED):
        found = impact.having(effect)
        if not found:
            continue
        yield title(f"{say(lang, f'policy.effect-{effect.value}')} ({len(found)})")
        for one in impact.sets:
            named = [r for r in found if r.set == one.name]
            if named:
                yield bullet("·", _names(one.name, named, lang), depth=1)


def _names(head: str, results: Sequence[Result], lang: str) -> Text:
    names = ", ".join(r.substance.name for r in results[:MOST_NAMES])
    if len(results) > MOST_NAMES:
        names += " " + say(lang, "policy.and-more", count=len(results) - MOST_NAMES)
    return Text(f"{head} ({len(results)}): {names}")


def _classes(impact: Impact, lang: str) -> Iterator[RenderableType]:
    rows = [c for c in summary.counts_by_class(impact) if c.member or c.depends or c.caught or c.released]
    for one in impact.sets:
        mine = [c for c in rows if c.set == one.name]
        if mine:
            mine.sort(key=lambda c: -(c.member + c.depends))
            yield title(say(lang, "policy.classes", set=one.name))
            yield indented(_counts(mine[:MOST_LINES], lang, classes=True))
            yield from _cut(len(mine), lang)


def _cut(count: int, lang: str) -> Iterator[RenderableType]:
    if count > MOST_LINES:
        yield indented(Text(say(lang, "policy.more-in-report", count=count - MOST_LINES)))


def _ranges(impact: Impact, lang: str) -> Iterator[RenderableType]:
    for found in summary.ranges(impact):
        name = found.point.path + (f": {found.point.item}" if found.point.item else "")
        yield title(say(lang, "policy.range", name=name))
        table = table_of(say(lang, "policy.value"), *(s.name for s in impact.sets))
        for value in found.values:
            table.add_row(str(value.value), *(str(count) for _, count in value.by_set))
        yield indented(table)


def _hinging(impact: Impact, lang: str) -> Iterator[RenderableType]:
    everything = sorted(summary.hinging(impact), key=lambda h: (is_hydrogen(h.change), -h.count))
    numbers = [h for h in everything if h.change.kind == "number"]
    words = [h for h in everything if h.change.kind != "number"]
    if everything:
        yield title(say(lang, "policy.sensitivity"))
    for head, found in (("numbers", numbers), ("words", words)):
        if found:
            yield from _hinging_table(say(lang, f"policy.change-{head}"), found, lang)


def _hinging_table(head: str, found: Sequence[summary.Hinging], lang: str) -> Iterator[RenderableType]:
    table = table_of(head, "+", "−", say(lang, "policy.examples"))
    table.columns[3].justify = "left"
    table.columns[3].no_wrap = False
    table.columns[3].ratio = 1
    for hinge in found[:MOST_LINES]:
        text = change_text(hinge.change).removeprefix("build.")
        names = ", ".join(r.substance.name for r in (*hinge.gained, *hinge.lost)[:2])
        table.add_row(Text(text, overflow="fold"), str(len(hinge.gained)), str(len(hinge.lost)), names)
    yield indented(table)
    yield from _cut(len(found), lang)


def _options(impact: Impact, lang: str) -> Iterator[RenderableType]:
    found = [o for o in summary.options(impact) if o.gained or o.lost]
    if not found:
        return
    yield title(say(lang, "policy.readings"))
    for option in found:
        line = say(
            lang,
            "policy.option",
            reading=option.reading,
            option=option.option,
            gained=len(option.gained),
            lost=len(option.lost),
        )
        yield bullet("?", Text(line), depth=1)


def _overlaps(impact: Impact, law: Law, lang: str) -> Iterator[RenderableType]:
    yield title(say(lang, "policy.overlap"))
    columns = ("where", "there", "shared", "only-draft", "gone")
    table = table_of(*(say(lang, f"policy.overlap-{name}") for name in columns))
    for row in summary.overlaps(impact, law):
        name = list_in_words(row.list, lang, short=True) + (f", {row.name}" if row.name else "")
        if row.replaced:
            name += " *"
        table.add_row(name, *map(str, (row.members, len(row.shared), row.only_draft, len(row.released))))
    yield indented(table)
    if impact.replaced:
        yield indented(Text(say(lang, "policy.overlap-star")))


def _near_misses(impact: Impact, lang: str) -> Iterator[RenderableType]:
    found = summary.near_misses(impact)
    if not found:
        return
    yield title(f"{say(lang, 'policy.near-misses')} ({len(found)})")
    for result in found[:MOST_LINES]:
        clauses = ", ".join(clause.removeprefix("build.") for clause in result.failing)
        yield bullet("·", Text(f"{result.substance.name} ({result.set}): {clauses}"), depth=1)
    yield from _cut(len(found), lang)
