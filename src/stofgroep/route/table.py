"""The decision table of a jurisdiction as frozen data, read strictly from ``data/routes/*.toml``."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from stofgroep.definition.table import Table, parse_toml
from stofgroep.verdict.model import Outcome

ANSWERS = ("yes", "no", "unknown")
STATUSES = ("indicated", "open", "not-indicated")
UNKNOWN = "unknown"

_Texts = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """Something the user knows and no structure tells."""

    id: str
    text: _Texts


@dataclass(frozen=True)
class Rule:
    """One row of a framework: under which outcomes and answers it speaks, and what it says.

    ``outcomes`` : empty means any; ``answers`` : question → the answers under which it speaks
    """

    id: str
    outcomes: tuple[str, ...]
    answers: Mapping[str, tuple[str, ...]]
    status: str
    why: _Texts
    missing: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Framework:
    """A law to consider; supervisors and sanction are ``unknown`` where no source at hand states them.

    ``outcomes`` : under which outcomes it is to be considered at all; empty means any
    """

    id: str
    title: _Texts
    outcomes: tuple[str, ...]
    supervisors: tuple[str, ...]
    sanction: _Texts
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class RouteTable:
    """All questions and frameworks, in the order in which to consider them."""

    id: str
    source: _Texts
    questions: tuple[Question, ...]
    frameworks: tuple[Framework, ...]
    file: str
    sha256: str


@cache
def route_table(name: str = "nl") -> RouteTable:
    """The table of the package.

    Raises
    ------
    DefinitionError : if the file is wrong
    """
    file = f"routes/{name}.toml"
    return read_table(files("stofgroep.data").joinpath("routes", f"{name}.toml").read_bytes(), file)


def read_table(content: bytes, file: str) -> RouteTable:
    """From the bytes of a file.

    Raises
    ------
    DefinitionError : naming file, key and reason
    """
    root = Table(parse_toml(content, file), file)
    questions = []
    for id, table in root.tables("question"):
        questions.append(Question(id, table.language_texts("text")))
        table.done()
    known = {question.id for question in questions}
    frameworks = []
    for id, table in root.tables("framework"):
        rules = tuple(_rule(rule_id, rule, known) for rule_id, rule in table.tables("rule"))
        if not rules or rules[-1].outcomes or rules[-1].answers:
            table.fail("rule", "the last rule of a framework has no conditions, so that one always speaks")
        frameworks.append(
            Framework(
                id,
                table.language_texts("title"),
                _outcomes(table),
                table.strings("supervisors"),
                _sanction(table),
                rules,
            )
        )
        table.done()
    found = RouteTable(
        root.get("id", str),
        root.language_texts("source"),
        tuple(questions),
        tuple(frameworks),
        file,
        hashlib.sha256(content).hexdigest(),
    )
    root.done()
    return found


def _outcomes(table: Table) -> tuple[str, ...]:
    outcomes = table.strings("outcome", ())
    for outcome in outcomes:
        if outcome not in [o.value for o in Outcome]:
            table.fail("outcome", f"{outcome!r} is no outcome")
    return outcomes


def _sanction(table: Table) -> _Texts:
    if table.has("sanction") and table.get("sanction", object) == UNKNOWN:
        return {"nl": "", "en": ""}
    return table.language_texts("sanction")


def _rule(id: str, table: Table, known: set[str]) -> Rule:
    outcomes = _outcomes(table)
    asked = table.table("answer")
    answers = {}
    for question in asked.names():
        if question not in known:
            asked.fail(question, f"is no question; known: {', '.join(sorted(known))}")
        answers[question] = asked.strings(question)
        if not set(answers[question]) <= set(ANSWERS):
            asked.fail(question, f"an answer is one of {', '.join(ANSWERS)}")
    status = table.get("status", str)
    if status not in STATUSES:
        table.fail("status", f"must be one of {', '.join(STATUSES)}, not {status!r}")
    missing = table.table("missing", required=True)
    rule = Rule(
        id,
        outcomes,
        answers,
        status,
        table.language_texts("why"),
        {lang: missing.strings(lang) for lang in ("nl", "en")},
    )
    missing.done()
    table.done()
    return rule
