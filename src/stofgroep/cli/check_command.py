"""``stofgroep check``: one verdict per structure."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer

from stofgroep.cli.console import console, print_lines, show, use_utf8
from stofgroep.cli.options import (
    DateOption,
    JsonOption,
    LangOption,
    LawOption,
    NoListsOption,
    checked_lang,
    date_of,
)
from stofgroep.cli.verdict_view import verdict_view
from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.screening.smi import smi_lines
from stofgroep.verdict import Decider, as_dict
from stofgroep.verdict.model import Outcome, Verdict
from stofgroep.verdict.named import verdict_for_name
from stofgroep.wording import say

SOME_NOT_ASSESSED = 3


@dataclass(frozen=True)
class Asked:
    """One structure that was asked about, with the user's own id."""

    structure: str
    id: str


def check(
    structures: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SMILES…",
            help="SMILES (with |CXSMILES extension|), InChI or molblock; "
            "- reads standard input, one a line: SMILES [|extension|] [own id].",
            show_default=False,
        ),
    ] = None,
    date: DateOption = None,
    law: LawOption = "nl",
    no_lists: NoListsOption = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show every clause: what holds, what fails, why, and on which atoms."),
    ] = False,
    as_json: JsonOption = False,
    lang: LangOption = "nl",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="TEXT", help="A listed substance by name or CAS number. Repeatable."),
    ] = None,
    own_id: Annotated[
        list[str] | None,
        typer.Option("--id", metavar="ID", help="Your own id for a structure; once for each, in order."),
    ] = None,
) -> None:
    """Decide structures one by one (Nederlands: beoordeel structuren een voor een)."""
    checked_lang(lang)
    asked = asked_for(structures or [], own_id or [], lang)
    if not structures and not name:
        raise UsageError(say(lang, "cli.nothing-to-check"))
    decider = Decider(Law.at(date_of(date, lang), law, lists=not no_lists), lang)
    missed = False
    out = console()
    for number, verdict in enumerate(_verdicts(decider, asked, name or [], explain)):
        missed = missed or verdict.outcome == Outcome.NOT_ASSESSED
        if as_json:
            print_lines(json.dumps(as_dict(verdict), ensure_ascii=False))
        else:
            if number:
                out.print()
            show(out, verdict_view(verdict, lang, explain))
    if missed:
        raise typer.Exit(SOME_NOT_ASSESSED)


def asked_for(structures: list[str], ids: list[str], lang: str) -> Iterator[Asked]:
    """Structures in order; the ids are given out first, so that a wrong number is an error before any answer.

    Raises
    ------
    UsageError : if the number of ids is not the number of structures
    """
    if ids and ("-" in structures or len(ids) != len(structures)):
        raise UsageError(say(lang, "cli.ids-do-not-match", ids=len(ids), structures=len(structures)))
    return _in_order(structures, ids or [""] * len(structures))


def _in_order(structures: list[str], ids: list[str]) -> Iterator[Asked]:
    for structure, own_id in zip(structures, ids, strict=True):
        if structure == "-":
            use_utf8(sys.stdin)
            for line in smi_lines(sys.stdin):
                yield Asked(line.structure, line.id)
        else:
            yield Asked(structure, own_id)


def _verdicts(decider: Decider, asked: Iterator[Asked], names: list[str], explain: bool) -> Iterator[Verdict]:
    for one in asked:
        with interrupts_held():
            verdict = decider.verdict(one.structure, one.id, explain)
        yield verdict
    for name in names:
        with interrupts_held():
            verdict = verdict_for_name(decider, name, explain)
        yield verdict
