"""``stofgroep route``: for what is not on a list, the frameworks to consider."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from stofgroep.cli.check_command import SOME_NOT_ASSESSED, asked_for
from stofgroep.cli.console import console, outcome_mark, print_lines, show
from stofgroep.cli.options import DateOption, JsonOption, LangOption, checked_lang, date_of
from stofgroep.cli.verdict_view import bullet, indented, title
from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.route.routing import Route, Step, as_plain, route_of
from stofgroep.route.table import UNKNOWN, route_table
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Outcome
from stofgroep.verdict.phrases import place
from stofgroep.wording import say

_WORDS = {"ja": "yes", "nee": "no", "onbekend": "unknown", "y": "yes", "n": "no", "j": "yes", "": "unknown"}
_SIGNS = {"indicated": ("→", "bold red"), "open": ("?", "yellow"), "not-indicated": ("–", "dim")}


def _answer(text: str) -> object:
    """An option that takes yes, no or unknown."""
    return typer.Option(f"--{text.split(':')[0]}", metavar="yes|no|unknown", help=text.split(":")[1].strip())


def route(
    structures: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SMILES…",
            help="SMILES (with |CXSMILES extension|), InChI or molblock; - reads standard input.",
            show_default=False,
        ),
    ] = None,
    medicine: Annotated[str, _answer("medicine: A medicine with a marketing authorisation?")] = UNKNOWN,
    presented: Annotated[str, _answer("presented: Presented or described as a medicine?")] = UNKNOWN,
    consumption: Annotated[str, _answer("consumption: Meant for consumption?")] = UNKNOWN,
    research_chemical: Annotated[str, _answer("research-chemical: Sold as a research chemical?")] = UNKNOWN,
    consumption_excluded: Annotated[
        str, _answer("consumption-excluded: Does the seller exclude consumption?")
    ] = UNKNOWN,
    ask: Annotated[bool, typer.Option("--ask", help="Ask what the options leave open.")] = False,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="TEXT", help="A listed substance by name or CAS number. Repeatable."),
    ] = None,
    own_id: Annotated[
        list[str] | None,
        typer.Option("--id", metavar="ID", help="Your own id for a structure; once for each, in order."),
    ] = None,
    date: DateOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "nl",
) -> None:
    """Say which frameworks to consider for a substance (Nederlands: welke wet dan wel?).

    A triage, not legal advice. Likeness to listed substances is shown as such and is never a ground.
    """
    checked_lang(lang)
    if not structures and not name:
        raise UsageError(say(lang, "route.nothing"))
    if ask and "-" in (structures or []):
        raise UsageError(say(lang, "route.ask-needs-terminal"))
    given = {
        "medicine": medicine,
        "presented": presented,
        "consumption": consumption,
        "research-chemical": research_chemical,
        "consumption-excluded": consumption_excluded,
    }
    answers = {question: _read(question, answer, lang) for question, answer in given.items()}
    decider = Decider(Law.at(date_of(date, lang), "nl"), lang)
    asked = asked_for(structures or [], own_id or [], lang)
    if ask:
        answers = _asked(answers, lang)
    out = console()
    missed = False

    def routes() -> Iterator[Route]:
        for one in asked:
            with interrupts_held():
                found = route_of(decider, one.structure, answers, one.id)
            yield found
        for text in name or []:
            with interrupts_held():
                found = route_of(decider, "", answers, name=text)
            yield found

    for number, found in enumerate(routes()):
        missed = missed or found.outcome == Outcome.NOT_ASSESSED
        if as_json:
            print_lines(json.dumps(as_plain(found), ensure_ascii=False))
        else:
            if number:
                out.print()
            show(out, _view(found, lang))
    if missed:
        raise typer.Exit(SOME_NOT_ASSESSED)


def _read(question: str, text: str, lang: str) -> str:
    answer = _WORDS.get(text.strip().lower(), text.strip().lower())
    if answer not in ("yes", "no", UNKNOWN):
        raise UsageError(say(lang, "route.bad-answer", question=question, answer=text))
    return answer


def _asked(answers: Mapping[str, str], lang: str) -> dict[str, str]:
    """The answers, with those that are unknown asked for on the terminal; no answer leaves it unknown."""
    found = dict(answers)
    for question in route_table().questions:
        while found[question.id] == UNKNOWN:
            prompt = say(lang, "route.prompt", question=question.text[lang])
            print(f"{prompt}: ", end="", file=sys.stderr, flush=True)
            line = sys.stdin.readline()
            try:
                found[question.id] = _read(question.id, line, lang)
            except UsageError as error:
                print(error, file=sys.stderr)
                continue
            break
    return found


def _view(route: Route, lang: str) -> RenderableType:
    where = place(route.list, route.group, route.entry, lang)
    head = Text("  ").join(
        [
            outcome_mark(Outcome(route.outcome), lang),
            *(Text(t) for t in (where, f"[{route.id}]" * bool(route.id)) if t),
        ]
    )
    blocks: list[RenderableType] = [head, indented(Text(route.input, overflow="fold"))]
    blocks.append(indented(Text(route.reason)))
    blocks.append(title(say(lang, "route.answers")))
    for question, answer in route.answers.items():
        blocks.append(
            bullet("-", Text(f"{route.questions[question]} {say(lang, f'route.answer-{answer}')}"), depth=1)
        )
    blocks.append(title(say(lang, "route.title")))
    blocks.append(indented(Text(route.notice, style="italic")))
    for step in route.frameworks:
        sign, style = _SIGNS[step.status]
        blocks.append(bullet(sign, _step(step, route.source, lang), depth=1, style=style))
    if route.nearest:
        blocks.append(title(say(lang, "route.nearest")))
        for near in route.nearest:
            text = say(
                lang,
                "route.nearest-one",
                similarity=_decimals(near.similarity, lang),
                name=near.name,
                list=near.list,
            )
            blocks.append(bullet("-", Text(text), depth=1))
        blocks.append(
            indented(Text(say(lang, "route.fingerprint", name=route.fingerprint), style="dim"), depth=2)
        )
    if route.drafts:
        blocks.append(title(say(lang, "route.drafts")))
        for draft in route.drafts:
            text = say(lang, f"route.draft-{draft.outcome}", title=draft.title)
            blocks.append(bullet("-", Text(text), depth=1))
    return Group(*blocks)


def _step(step: Step, source: str, lang: str) -> Text:
    text = Text(step.title, style="bold default")
    text.append(f" – {say(lang, f'route.status-{step.status}')}", style="not bold default")
    lines = [step.why]
    if step.supervisors == (UNKNOWN,):
        lines.append(say(lang, "route.supervisors-unknown"))
    else:
        lines.append(say(lang, "route.supervisors", names=", ".join(step.supervisors)))
    if step.sanction == UNKNOWN:
        lines.append(say(lang, "route.sanction-unknown"))
    else:
        lines.append(say(lang, "route.sanction", sanction=step.sanction, source=source))
    lines.append(say(lang, "route.missing", items="; ".join(step.missing)))
    for line in lines:
        text.append(f"\n{line}", style="not bold default")
    return text


def _decimals(similarity: float, lang: str) -> str:
    text = f"{similarity:.3f}"
    return text.replace(".", ",") if lang == "nl" else text
