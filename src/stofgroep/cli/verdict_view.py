"""A verdict as people read it in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdkit import Chem
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stofgroep.cli.console import outcome_mark
from stofgroep.definition.conditions import option_in_words
from stofgroep.verdict.atoms import atoms_in_words
from stofgroep.verdict.model import Clause, Finding, Hinge, Outcome, Receipt, Verdict
from stofgroep.verdict.phrases import HOLDS, basis_in_words, holds_in_words, lacking, place, reason_in_words
from stofgroep.wording import say

_INDENT = 2
_STYLES = {"yes": "blue", "no": "red", "depends": "yellow"}


def verdict_view(verdict: Verdict, lang: str, explain: bool) -> RenderableType:
    """The outcome first, then why, then what to know about it."""
    blocks: list[RenderableType] = [_head(verdict, lang), indented(Text(verdict.input, overflow="fold"))]
    blocks.append(indented(Text(reason_in_words(verdict))))
    if verdict.outcome is Outcome.NOT_ASSESSED:
        blocks.append(indented(Text(say(lang, "phrases.not-assessed-hint"))))
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
            if finding.component:
                yield indented(_component(finding.component, lang), depth=2)
            yield from _clauses(finding.clauses, finding.component, lang)


def _finding(finding: Finding, lang: str) -> Text:
    text = Text(place(finding.list, finding.group, finding.entry, lang), style="bold")
    if finding.title:
        text.append(f" – {say(lang, 'phrases.quoted', text=finding.title)}", style="not bold")
    text.append(f" – {finding.citation} ({basis_in_words(finding.basis, lang)})", style="not bold")
    if finding.completion:
        text.append("; " + say(lang, "phrases.completion", smiles=finding.completion), style="not bold")
    if finding.certain:
        text.append("; " + say(lang, "phrases.certain"), style="not bold")
    else:
        text.append("; " + say(lang, "phrases.holds-if", condition=finding.condition_text), style="not bold")
        if finding.likely:
            text.append("; " + say(lang, f"phrases.likely-{finding.likely}"), style="not bold")
    return text


def _component(smiles: str, lang: str) -> Text:
    """The component that clauses speak of; their atoms count along its SMILES."""
    text = Text(smiles, overflow="fold")
    text.append(f"\n{say(lang, 'cli.atom-numbers')}", style="dim")
    return text


def _clauses(clauses: Sequence[Clause], component: str, lang: str) -> Iterator[RenderableType]:
    mol = Chem.MolFromSmiles(component)
    for clause in clauses:
        sign, style = HOLDS[clause.holds], _STYLES[clause.holds]
        head = Text(holds_in_words(clause, lang), style=style)
        head.append(f"  {clause.citation}", style="bold default")
        head.append(f" ({basis_in_words(clause.basis, lang)})", style="default")
        head.append(f"\n{clause.text}", style="default")
        if clause.why:
            head.append(f"\n{say(lang, f'cli.why-{clause.holds}', why=clause.why)}", style="default")
        if clause.atoms:
            atoms = say(lang, "cli.atoms", atoms=atoms_in_words(mol, clause.atoms))
            head.append(f"\n{atoms}", style="dim default")
        yield bullet(sign, head, depth=2, style=style)


def _hinges(verdict: Verdict, lang: str) -> Iterator[RenderableType]:
    if not verdict.hinges_on:
        return
    yield title(say(lang, "cli.hinges"))
    for hinge in verdict.hinges_on:
        yield bullet("?", _hinge(hinge, lang), depth=1, style="yellow")
    if verdict.likely:
        yield indented(Text(say(lang, f"cli.all-in-all-{verdict.likely}")), depth=2)


def _hinge(hinge: Hinge, lang: str) -> Text:
    text = Text(hinge.question or hinge.id)
    consequences = hinge.consequences or ("",) * len(hinge.options)
    for option, consequence in zip(hinge.options, consequences, strict=True):
        name, colon, argument = option.partition(": ")
        likely = hinge.likely != "" and name == hinge.likely
        text.append(f"\n· {option_in_words(name, lang) if hinge.kind == 'reading' else name}")
        text.append(f" ({say(lang, 'phrases.likely')})" if likely else "")
        text.append(f"{colon}{argument}")
        if consequence:
            text.append(f" → {say(lang, f'phrases.consequence-{consequence}')}", style="bold")
    return text


def _near_misses(verdict: Verdict, lang: str, explain: bool) -> Iterator[RenderableType]:
    if not explain or verdict.outcome not in (Outcome.NOT_LISTED, Outcome.DEPENDS, Outcome.EXEMPT):
        return
    for exclusion in verdict.exclusions:
        yield title(say(lang, "cli.excluded", group=exclusion.title))
        yield bullet("-", Text(f"{exclusion.name} ({exclusion.citation})"), depth=1)
    nearest = True
    for miss in verdict.near_misses:
        if miss.skeleton:
            yield title(say(lang, "cli.near-miss" if nearest else "cli.also-near", group=miss.title))
            yield indented(_component(miss.component, lang), depth=2)
            # what fails first; of the nearest miss what holds as well
            order = ("no", "depends", "yes") if nearest else ("no",)
            told = [clause for holds in order for clause in miss.clauses if clause.holds == holds]
            yield from _clauses(told, miss.component, lang)
            nearest = False
    without = [miss for miss in verdict.near_misses if not miss.skeleton]
    if without and verdict.outcome == Outcome.NOT_LISTED:
        yield title(say(lang, "cli.no-skeletons"))
        for miss in without:
            yield bullet(
                "-", Text(f"{say(lang, 'phrases.quoted', text=miss.title)}: {lacking(miss, lang)}"), depth=1
            )


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
