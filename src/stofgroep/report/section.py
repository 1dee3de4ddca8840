"""One substance of a report: the verdict, its pictures, and its clauses in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdkit import Chem

from stofgroep.definition.conditions import option_in_words
from stofgroep.picture.legend import LegendEntry, Picture, one_colour_each, picture
from stofgroep.verdict.atoms import atoms_in_words
from stofgroep.verdict.model import Clause, Finding, Hinge, NearMiss, Outcome, Verdict
from stofgroep.verdict.phrases import (
    HOLDS,
    SIGNS,
    basis_in_words,
    holds_in_words,
    missing_parts,
    outcome_in_words,
    place,
    reason_in_words,
)
from stofgroep.wording import say

IN_FULL = 6
"""Findings with a picture and every clause; further ones, of the other completions, are a line in a table."""

_SIZE = (-1, -1)  # as large as the molecule: bonds are equally long in every picture
_ORDER = ("no", "depends", "yes")


@dataclass(frozen=True)
class ClauseRow:
    """One clause as a row of a table; ``label`` is its mark in the picture."""

    holds: str
    judged: str
    sign: str
    label: str
    colour: str
    citation: str
    basis: str
    text: str
    why: str
    atoms: str


@dataclass(frozen=True)
class Exhibit:
    """A finding or a near miss: its title, what is to be said of it, a picture and its clauses."""

    title: str
    facts: tuple[tuple[str, str], ...]
    picture: Picture | None
    clauses: tuple[ClauseRow, ...]
    component: str


@dataclass(frozen=True)
class Answer:
    """One possible answer to a question of the text, and what follows from it."""

    name: str
    likely: bool
    argument: str
    consequence: str


@dataclass(frozen=True)
class Question:
    """What the outcome hinges on."""

    text: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Section:
    """Everything a report says of one input."""

    number: int
    verdict: Verdict
    outcome: str
    sign: str
    place: str
    certainty: str
    reason: str
    findings: tuple[Exhibit, ...]
    further: tuple[Finding, ...]
    questions: tuple[Question, ...]
    near: tuple[Exhibit, ...]
    lacking: tuple[tuple[str, str], ...]
    picture: Picture | None

    @property
    def anchor(self) -> str:
        """The id of the section in the page."""
        return f"stof-{self.number}"


def section(number: int, verdict: Verdict, lang: str) -> Section:
    """One verdict, made with ``explain``, as a section of a report.

    Parameters
    ----------
    number : its place in the report, from 1
    """
    findings = tuple(_finding(f, lang) for f in verdict.findings[:IN_FULL])
    shown = verdict.outcome in (Outcome.NOT_LISTED, Outcome.DEPENDS, Outcome.EXEMPT)
    misses = verdict.near_misses if shown else ()
    near = tuple(_near(m, lang) for m in misses if m.skeleton)
    certain = ""
    if verdict.outcome is not Outcome.NOT_ASSESSED:
        certain = say(lang, f"report.certain-{'yes' if verdict.certain else 'no'}")
    return Section(
        number,
        verdict,
        outcome_in_words(verdict.outcome, lang),
        SIGNS[verdict.outcome],
        place(verdict.list, verdict.group, verdict.entry, lang),
        certain,
        reason_in_words(verdict),
        findings,
        verdict.findings[IN_FULL:],
        tuple(_question(h, lang) for h in verdict.hinges_on),
        near,
        tuple((m.title, missing_parts(m, lang)) for m in misses if not m.skeleton),
        None if findings or near else _plain_picture(verdict, lang),
    )


def _finding(finding: Finding, lang: str) -> Exhibit:
    title = place(finding.list, finding.group, finding.entry, lang)
    if finding.title:
        title += f" – {say(lang, 'phrases.quoted', text=finding.title)}"
    holds = say(lang, "phrases.certain")
    if not finding.certain:
        holds = say(lang, "phrases.holds-if", condition=finding.condition_text)
        holds += f"; {say(lang, f'phrases.likely-{finding.likely}')}"
    facts = [
        (say(lang, "report.citation"), finding.citation),
        (say(lang, "report.basis"), basis_in_words(finding.basis, lang)),
        (say(lang, "report.holds"), holds),
        (say(lang, "report.component"), finding.component),
    ]
    if finding.completion:
        facts.append((say(lang, "report.completion"), finding.completion))
    drawn, rows = _drawn(finding.clauses, finding.component, title, lang)
    return Exhibit(title, tuple(f for f in facts if f[1]), drawn, rows, finding.component)


def _near(miss: NearMiss, lang: str) -> Exhibit:
    ordered = [c for holds in _ORDER for c in miss.clauses if c.holds == holds]
    title = say(lang, "report.near-miss", group=miss.title)
    drawn, rows = _drawn(ordered, miss.component, title, lang)
    return Exhibit(title, ((say(lang, "report.component"), miss.component),), drawn, rows, miss.component)


def _drawn(
    clauses: Sequence[Clause], component: str, title: str, lang: str
) -> tuple[Picture | None, tuple[ClauseRow, ...]]:
    mol = Chem.MolFromSmiles(component) if component else None
    legend = one_colour_each(clauses) if mol is not None else ()
    by_clause = {entry.clause: entry for entry in legend}
    rows = tuple(_row(clause, mol, by_clause.get(clause.id), lang) for clause in clauses)
    if mol is None:
        return None, rows
    return picture(mol, component, legend, title, lang, *_SIZE, labelled=True), rows


def _row(clause: Clause, mol: Chem.Mol | None, entry: LegendEntry | None, lang: str) -> ClauseRow:
    return ClauseRow(
        clause.holds,
        holds_in_words(clause, lang),
        HOLDS[clause.holds],
        "" if entry is None else entry.label,
        "" if entry is None else entry.colour,
        clause.citation,
        basis_in_words(clause.basis, lang),
        clause.text,
        clause.why,
        atoms_in_words(mol, clause.atoms) if mol is not None else "",
    )


def _plain_picture(verdict: Verdict, lang: str) -> Picture | None:
    """The structure without colours, where it could be read."""
    component = verdict.receipt.canonical.partition(" ")[0] if verdict.receipt else ""
    mol = Chem.MolFromSmiles(component) if component else None
    if mol is None:
        return None
    return picture(mol, component, (), reason_in_words(verdict), lang, *_SIZE, labelled=True)


def _question(hinge: Hinge, lang: str) -> Question:
    return Question(hinge.question or hinge.id, tuple(_answers(hinge, lang)))


def _answers(hinge: Hinge, lang: str) -> Iterator[Answer]:
    consequences = hinge.consequences or ("",) * len(hinge.options)
    for option, consequence in zip(hinge.options, consequences, strict=True):
        name, _, argument = option.partition(": ")
        yield Answer(
            option_in_words(name, lang) if hinge.kind == "reading" else name,
            hinge.likely != "" and name == hinge.likely,
            argument,
            say(lang, f"phrases.consequence-{consequence}") if consequence else "",
        )
