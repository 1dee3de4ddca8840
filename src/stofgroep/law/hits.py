"""What a component meets on the lists: first as found, with worlds and dates, then in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from stofgroep.definition.conditions import answers_in_words, consequences
from stofgroep.definition.worlds import Worlds
from stofgroep.law.entries import Force
from stofgroep.matching.stereo import Judged, Meant
from stofgroep.wording import LANGUAGES, say

ROW = "row"


@dataclass(frozen=True)
class HitHinge:
    """Something a hit hinges on.

    kind : "reading", "date" or "structure"
    options : ids of the options (reading), first and last possible day (date), SMILES (structure)
    arguments : for a reading the argument of each option, in Dutch and English
    likely, consequences : for a reading its likely option, and for each option whether the hit then
    holds: "in", "out" or "depends"
    """

    kind: str
    id: str
    question: Mapping[str, str]
    options: tuple[str, ...]
    arguments: Mapping[str, Mapping[str, str]]
    likely: str = ""
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """One row or closing clause that a component meets, certainly or perhaps.

    entry : key of the row; for a closing clause that of the parent, or the id of the clause
    clause : "row", or the id of the closing clause
    text : in Dutch and English, what the row or clause says and why it applies
    condition : under what the hit holds, in symbols of no language; "" when certain
    condition_words : the same in Dutch and English
    condition_text : the same as answers to the questions of the readings, in Dutch and English
    likely : whether it holds under the likely options
    atoms : the atoms of the component that matter; () means all
    """

    list: str
    entry: str
    clause: str
    citation: str
    basis: str
    decree: str
    text: Mapping[str, str]
    certain: bool
    condition: str
    condition_words: Mapping[str, str]
    condition_text: Mapping[str, str]
    likely: bool
    hinges: tuple[HitHinge, ...] = ()
    atoms: tuple[int, ...] = ()


@dataclass(frozen=True)
class Found:
    """A hit before its dates and readings are put into words.

    message, values : key in the catalogue and what fills it; ``words`` : the clause itself
    worlds : where it holds; ``judged`` : what is open of its stereochemistry
    added : heavy atoms beyond the parent; ``breadth`` : number of isomers the row draws
    """

    list: str
    entry: str
    clause: str
    citation: str
    basis: str
    decree: str
    message: str
    name: str
    words: Mapping[str, str]
    worlds: int
    force: Force
    judged: Judged
    atoms: tuple[int, ...] = ()
    added: int = 0
    breadth: int = 0

    def settles(self, everywhere: int, date: dt.date) -> bool:
        """Whether it holds in every world, for every stereoisomer, certainly on that date."""
        return self.worlds == everywhere and self.judged.meant is not Meant.OPEN and self.force.certain(date)


def in_words(found: Found, worlds: Worlds, date: dt.date, known_from: dt.date) -> Hit:
    """The hit as reported: with its condition, what it hinges on, and its text."""
    conditions: list[str] = []
    said: list[dict[str, str]] = []
    answered: list[dict[str, str]] = []
    hinges: list[HitHinge] = []
    likely = worlds.likely_in(found.worlds)
    if not found.force.certain(date):
        first, last = found.force.since_earliest, found.force.since_latest
        days = first.isoformat(), last.isoformat()
        conditions.append(f"since <= {date.isoformat()}")
        said.append(_both("if-listed-by", date=date.isoformat()))
        answered.append(said[-1])
        hinges.append(
            HitHinge("date", found.entry, _both("date-question", first=days[0], last=days[1]), days, {})
        )
        # Nothing but the bounds is known: likely once more than half of the span has passed;
        # the oldest rows were most probably there on the first known day already.
        likely &= first <= known_from or (date - first) * 2 >= last - first
    for reading in worlds.matters(found.worlds):
        options = tuple(reading.options)
        held = consequences(worlds, found.worlds, reading)
        hinges.append(
            HitHinge("reading", reading.id, reading.question, options, reading.options, reading.likely, held)
        )
    terms = [" & ".join(f"{r} = {o}" for r, o in term) for term in worlds.condition(found.worlds)]
    if terms:
        either = " | ".join(terms)
        if conditions and len(terms) > 1:
            either = f"({either})"
        conditions.append(either)
        said.append({lang: _joined(either, lang) for lang in LANGUAGES})
        answered.append({lang: answers_in_words(worlds, found.worlds, lang) for lang in LANGUAGES})
    judged = found.judged
    if judged.meant is Meant.OPEN:
        kept = judged.without or judged.within
        conditions.append(f"structure {'!=' if judged.without else '='} {' | '.join(kept)}")
        isomers = {lang: _joined(" | ".join(kept), lang) for lang in LANGUAGES}
        message = "if-structure-is-not" if judged.without else "if-structure-is"
        said.append({lang: say(lang, f"lists.{message}", smiles=isomers[lang]) for lang in LANGUAGES})
        answered.append(said[-1])
        smiles = tuple(dict.fromkeys((*judged.within, *judged.without)))
        hinges.append(HitHinge("structure", found.entry, _both("structure-question"), smiles, {}))
        # The isomer that is kept out, or named elsewhere, is the one on the market.
        likely = False
    why = _both(found.message, name=found.name, list=found.list)
    text = {lang: " ".join(filter(None, (why[lang], found.words.get(lang)))) for lang in LANGUAGES}
    return Hit(
        list=found.list,
        entry=found.entry,
        clause=found.clause,
        citation=found.citation,
        basis=found.basis,
        decree=found.decree,
        text=text,
        certain=not conditions,
        condition=" & ".join(conditions),
        condition_words={lang: _joined(" & ".join(s[lang] for s in said), lang) for lang in LANGUAGES},
        condition_text={
            lang: f" {say(lang, 'verdict.and')} ".join(s[lang] for s in answered) for lang in LANGUAGES
        },
        likely=likely,
        hinges=tuple(hinges),
        atoms=found.atoms,
    )


def _joined(condition: str, lang: str) -> str:
    """A condition with its signs for *and* and *or* in words."""
    return condition.replace(" & ", f" {say(lang, 'verdict.and')} ").replace(
        " | ", f" {say(lang, 'verdict.or')} "
    )


def _both(message: str, **values: str) -> dict[str, str]:
    return {lang: say(lang, f"lists.{message}", **values) for lang in LANGUAGES}
