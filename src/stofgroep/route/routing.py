"""From a verdict and a few answers to the frameworks to consider, in order, with why and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from stofgroep.errors import UsageError
from stofgroep.route.resemblance import FINGERPRINT, DraftGroup, Neighbour, draft_groups, neighbours
from stofgroep.route.table import ANSWERS, UNKNOWN, RouteTable, Rule, route_table
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Outcome, Verdict
from stofgroep.verdict.named import verdict_for_name
from stofgroep.wording import say


@dataclass(frozen=True)
class Step:
    """One framework to consider.

    ``status`` : "indicated", "open" or "not-indicated"; ``supervisors`` and ``sanction`` are "unknown"
    where the sources at hand do not state them
    """

    id: str
    title: str
    status: str
    why: str
    supervisors: tuple[str, ...]
    sanction: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """What to consider for one substance. A triage, no legal advice.

    ``answers`` : every question with its answer; ``questions`` : the questions in words
    ``nearest`` : likeness, never a ground; ``fingerprint`` says how it is measured
    """

    id: str
    input: str
    notice: str
    outcome: str
    list: str | None
    group: str | None
    entry: str | None
    date: str
    law: str
    reason: str
    questions: Mapping[str, str]
    answers: Mapping[str, str]
    frameworks: tuple[Step, ...]
    fingerprint: str
    nearest: tuple[Neighbour, ...]
    drafts: tuple[DraftGroup, ...]
    source: str
    files: Mapping[str, str]


def route_of(
    decider: Decider,
    structure: str,
    answers: Mapping[str, str],
    id: str = "",
    name: str = "",
    table: RouteTable | None = None,
) -> Route:
    """Decide a structure, or what bears a name, and say which frameworks to consider.

    Parameters
    ----------
    answers : question → "yes", "no" or "unknown"; what is not answered is unknown

    Raises
    ------
    UsageError : for a question or answer that does not exist
    """
    table = table or route_table()
    given = _complete(answers, table)
    lang = decider.lang
    verdict = verdict_for_name(decider, name, False) if name else decider.verdict(structure, id)
    readable = verdict.receipt is not None and verdict.receipt.canonical != ""
    drafts = (
        draft_groups(verdict.receipt.input, decider.law.date, lang) if readable and verdict.receipt else ()
    )
    return Route(
        id=id,
        input=verdict.input,
        notice=say(lang, "route.notice"),
        outcome=verdict.outcome.value,
        list=verdict.list,
        group=verdict.group,
        entry=verdict.entry,
        date=verdict.date,
        law=verdict.law,
        reason=verdict.reason,
        questions={q.id: q.text[lang] for q in table.questions},
        answers=given,
        frameworks=steps(table, verdict, given, lang),
        fingerprint=FINGERPRINT,
        nearest=neighbours(verdict, decider.law),
        drafts=drafts,
        source=table.source[lang],
        files={table.file: table.sha256},
    )


def steps(table: RouteTable, verdict: Verdict, answers: Mapping[str, str], lang: str) -> tuple[Step, ...]:
    """What each framework says, in the order of the table; those of other outcomes are left out."""
    found = []
    for framework in table.frameworks:
        if framework.outcomes and verdict.outcome.value not in framework.outcomes:
            continue
        rule = next(r for r in framework.rules if _speaks(r, verdict.outcome, answers))
        found.append(
            Step(
                framework.id,
                framework.title[lang],
                rule.status,
                rule.why[lang],
                framework.supervisors,
                framework.sanction[lang] or UNKNOWN,
                rule.missing[lang],
            )
        )
    return tuple(found)


def as_plain(route: Route) -> dict[str, Any]:
    """JSON-ready data."""
    return asdict(route)


def _speaks(rule: Rule, outcome: Outcome, answers: Mapping[str, str]) -> bool:
    if rule.outcomes and outcome.value not in rule.outcomes:
        return False
    return all(answers[question] in wanted for question, wanted in rule.answers.items())


def _complete(answers: Mapping[str, str], table: RouteTable) -> dict[str, str]:
    known = [question.id for question in table.questions]
    for question, answer in answers.items():
        if question not in known:
            raise UsageError(f"{question!r} is no question; known: {', '.join(known)}")
        if answer not in ANSWERS:
            raise UsageError(f"{question}: {answer!r} is no answer; choose {', '.join(ANSWERS)}")
    return {question: answers.get(question, UNKNOWN) for question in known}
