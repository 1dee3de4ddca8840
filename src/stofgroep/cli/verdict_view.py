"""A verdict as people read it in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stofgroep.cli.console import outcome_mark
from stofgroep.law.description import list_in_words
from stofgroep.verdict.model import Clause, Finding, Hinge, Outcome, Receipt, Verdict
from stofgroep.wording import say

_INDENT = 2
_HOLDS = {"yes": ("✓", "blue"), "no": ("✗", "red"), "depends": ("?", "yellow")}


def verdict_view(verdict: Verdict, lang: str, explain: bool) -> RenderableType:
    """The outcome first, then why, then what to know about it."""
    blocks: list[RenderableType] = [_head(verdict, lang), indented(Text(verdict.input, overflow="fold"))]
    blocks.append(indented(Text(verdict.reason)))
    blocks.extend(_findings(verdict, lang, explain))
    blocks.extend(_hinges(verdict, lang))
    blocks.extend(_near_misses(verdict, lang, explain))
    blocks.extend(
        _listed(say(lang, "cli.exceptions"), (f"{e.text} ({e.citation})" for e in verdict.exceptions))
    )
    blocks.extend(_listed(say(lang, "cli.notes"), verdict.notes))
    blocks.extend(_listed(say(lang, "cli.warnings"), verdict.warnings))
    if verdict.receipt is not None:
        blocks.append(indented(_receipt(verdict, verdict.receipt, lang)))
    return Group(*blocks)


def place(list_name: str | None, group: str | None, entry: str | None, lang: str) -> str:
    """Where a substance stands: list, group and entry in one line; "" where it stands nowhere."""
    parts = [list_in_words(list_name, lang, short=True)] if list_name else []
    return " · ".join([*parts, *(part for part in (group, entry) if part)])


def _head(verdict: Verdict, lang: str) -> Text:
    where = place(verdict.list, verdict.group, verdict.entry, lang)
    own_id = f"[{verdict.id}]" if verdict.id else ""
    return Text("  ").join(
        [outcome_mark(verdict.outcome, lang), *(Text(t, style="bold") for t in (where, own_id) if t)]
    )


def indented(content: RenderableType, depth: int = 1) -> Padding:
    """Content moved to the right, ``depth`` steps."""
    return Padding(content, (0, 0, 0, depth * _INDENT))


def title(text: str) -> Padding:
    """The title of a block, with a blank line before it."""
    return Padding(Text(text, style="bold"), (1, 0, 0, _INDENT))


def _listed(heading: str, items: Iterable[str]) -> Iterator[RenderableType]:
    lines = list(items)
    if lines:
        yield title(heading)
        for line in lines:
            yield bullet("-", Text(line), depth=1)


def bullet(sign: str, content: Text, depth: int, style: str = "") -> Padding:
    """A sign and a text that hangs beside it when it wraps."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(sign, style=style), content)
    return indented(grid, depth)


def _findings(verdict: Verdict, lang: str, explain: bool) -> Iterator[RenderableType]:
    if not verdict.findings or (len(verdict.findings) == 1 and not explain and verdict.findings[0].certain):
        return
    yield title(say(lang, "cli.findings"))
    for number, finding in enumerate(verdict.findings, 1):
        yield bullet(f"{number}.", _finding(finding, lang), depth=1)
        if explain:
            yield indented(_component(finding.component), depth=2)
            yield from _clauses(finding.clauses, lang)


def _finding(finding: Finding, lang: str) -> Text:
    text = Text(place(finding.list, finding.group, finding.entry, lang), style="bold")
    text.append(f" – {finding.citation} ({basis_word(finding.basis, lang)})", style="not bold")
    if finding.certain:
        text.append("; " + say(lang, "cli.certain"), style="not bold")
    else:
        text.append("; " + say(lang, "cli.holds-if", condition=finding.condition), style="not bold")
        if finding.likely:
            text.append("; " + say(lang, f"cli.likely-{finding.likely}"), style="not bold")
    return text


def _component(smiles: str) -> Text:
    """The component that clauses speak of; their atoms count along its SMILES."""
    return Text(smiles, overflow="fold")


def basis_word(basis: str, lang: str) -> str:
    """How a passage is known: text, parallel or reconstruction."""
    return say(lang, f"cli.basis-{basis}")


def _clauses(clauses: Sequence[Clause], lang: str) -> Iterator[RenderableType]:
    for clause in clauses:
        sign, style = _HOLDS[clause.holds]
        head = Text(say(lang, f"cli.holds-{clause.holds}"), style=style)
        head.append(f"  {clause.id}", style="bold default")
        head.append(f"  {clause.citation} ({basis_word(clause.basis, lang)})", style="default")
        head.append(f"\n{clause.text}", style="default")
        if clause.why:
            head.append(f"\n{say(lang, 'cli.why', why=clause.why)}", style="default")
        if clause.atoms:
            head.append(f"\n{say(lang, 'cli.atoms', atoms=_ranges(clause.atoms))}", style="dim default")
        yield bullet(sign, head, depth=2, style=style)


def _ranges(atoms: Sequence[int]) -> str:
    """Atom numbers with runs drawn together: 0, 5–10."""
    runs: list[list[int]] = []
    for atom in sorted(set(atoms)):
        if runs and atom == runs[-1][-1] + 1:
            runs[-1].append(atom)
        else:
            runs.append([atom])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _hinges(verdict: Verdict, lang: str) -> Iterator[RenderableType]:
    if not verdict.hinges_on:
        return
    yield title(say(lang, "cli.hinges"))
    for hinge in verdict.hinges_on:
        yield bullet("?", _hinge(hinge, lang), depth=1, style="yellow")
    if verdict.likely:
        yield indented(Text(say(lang, f"cli.likely-{verdict.likely}")), depth=2)


def _hinge(hinge: Hinge, lang: str) -> Text:
    text = Text(hinge.question or hinge.id)
    text.append(f" [{hinge.id}]", style="dim")
    for option in hinge.options:
        likely = hinge.likely != "" and option.startswith(f"{hinge.likely}:")
        text.append(f"\n· {option}" + (f" ({say(lang, 'cli.likely')})" if likely else ""))
    return text


def _near_misses(verdict: Verdict, lang: str, explain: bool) -> Iterator[RenderableType]:
    if not explain or verdict.outcome not in (Outcome.NOT_LISTED, Outcome.DEPENDS, Outcome.EXEMPT):
        return
    for exclusion in verdict.exclusions:
        yield title(say(lang, "cli.excluded", group=exclusion.group))
        yield bullet("-", Text(f"{exclusion.name}: {exclusion.citation} ({exclusion.clause})"), depth=1)
    for miss in verdict.near_misses:
        if miss.skeleton:
            yield title(say(lang, "cli.near-miss", group=miss.group, failing=", ".join(miss.failing)))
            yield indented(_component(miss.component), depth=2)
            yield from _clauses(miss.clauses, lang)
    without = [miss for miss in verdict.near_misses if not miss.skeleton]
    if without and verdict.outcome == Outcome.NOT_LISTED:
        yield title(say(lang, "cli.no-skeletons"))
        for miss in without:
            missing = say(lang, "cli.parts-missing", parts=", ".join(miss.failing)) if miss.failing else ""
            yield bullet("-", Text(f"{miss.group}: {missing or say(lang, 'cli.parts-not-joined')}"), depth=1)


def _receipt(verdict: Verdict, receipt: Receipt, lang: str) -> Text:
    known = say(lang, "cli.known-until", date=verdict.known_until) if verdict.known_until else ""
    return Text(
        "\n"
        + say(
            lang,
            "cli.receipt",
            law=receipt.law,
            date=receipt.date,
            known=known,
            package=receipt.package,
            rdkit=receipt.rdkit,
            hash=receipt.input_sha256[:12],
        ),
        style="dim",
    )
