"""Conditions on readings as people read them: the question, and how it is answered."""

from __future__ import annotations

from stofgroep.definition.worlds import Reading, Worlds
from stofgroep.wording import say

MOST_ANSWERS = 4
"""A condition with more answers in it than this is no sentence any more; the questions are then counted."""

IN, OUT, OPEN = "in", "out", "depends"


def answers_in_words(worlds: Worlds, mask: int, lang: str) -> str:
    """The shortest condition under which a statement holds, as answers to the questions of its readings.

    "" when it always or never holds.
    """
    terms = worlds.condition(mask)
    questions = {reading.id: reading.question[lang] for reading in worlds.readings}
    count = sum(len(term) for term in terms)
    if count > MOST_ANSWERS:
        return say(lang, "verdict.if-answers", count=len(worlds.matters(mask)))
    both, either = (f" {say(lang, f'verdict.{word}')} " for word in ("and", "or"))
    return either.join(
        both.join(
            say(lang, "verdict.if-answer", question=questions[id], answer=option_in_words(option, lang))
            for id, option in term
        )
        for term in terms
    )


def option_in_words(option: str, lang: str) -> str:
    """The name of an option; yes and no in the language of the reader."""
    return say(lang, f"verdict.option-{option}") if option in ("yes", "no") else option


def consequences(worlds: Worlds, mask: int, reading: Reading) -> tuple[str, ...]:
    """For each option of a reading whether the statement then holds: "in", "out", or still "depends"."""
    found = []
    for option in reading.options:
        there = worlds.where({reading.id: (option,)})
        holds = mask & there
        found.append(IN if holds == there else OPEN if holds else OUT)
    return tuple(found)
