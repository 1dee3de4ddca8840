"""Short phrases about a verdict, which the command and its reports share."""

from __future__ import annotations

from stofgroep.law.description import list_in_words
from stofgroep.verdict.model import Clause, NearMiss, Outcome, Verdict
from stofgroep.wording import say

SIGNS = {
    Outcome.LISTED: "●",
    Outcome.EXEMPT: "◇",
    Outcome.DEPENDS: "?",
    Outcome.NOT_LISTED: "○",
    Outcome.NOT_ASSESSED: "!",
}
"""A sign for each outcome, so that no colour is needed to tell them apart."""

HOLDS = {"yes": "✓", "no": "✗", "depends": "?"}
"""A sign for how a clause came out."""


def place(list_name: str | None, group: str | None, entry: str | None, lang: str) -> str:
    """Where a substance stands: list, group and entry in one line; "" where it stands nowhere."""
    parts = [list_in_words(list_name, lang, short=True)] if list_name else []
    return " · ".join([*parts, *(part for part in (group, entry) if part)])


def reason_in_words(verdict: Verdict) -> str:
    """The reason as people read it: that of a refusal without the name that programs go by."""
    if verdict.outcome is not Outcome.NOT_ASSESSED:
        return verdict.reason
    name, colon, sentence = verdict.reason.partition(": ")
    return sentence if colon and " " not in name else verdict.reason


def outcome_in_words(outcome: Outcome, lang: str) -> str:
    """The name of an outcome."""
    return say(lang, f"phrases.outcome-{outcome.value}")


def basis_in_words(basis: str, lang: str) -> str:
    """How a passage is known: text, parallel or reconstruction."""
    return say(lang, f"phrases.basis-{basis}")


def holds_in_words(clause: Clause, lang: str) -> str:
    """Whether a clause holds; of an exclusion, whether it applies."""
    if clause.is_exclusion:
        return say(lang, f"phrases.excludes-{clause.holds}")
    return say(lang, f"phrases.holds-{clause.holds}")


def missing_parts(miss: NearMiss, lang: str) -> str:
    """The parts that a group without its skeleton lacks, or that they are there but not joined."""
    missing = [c.text.removesuffix(".") for c in miss.clauses if c.holds == "no"]
    return "; ".join(missing) or say(lang, "phrases.parts-not-joined")


def lacking(miss: NearMiss, lang: str) -> str:
    """The same as part of a sentence."""
    if all(c.holds != "no" for c in miss.clauses):
        return missing_parts(miss, lang)
    return say(lang, "phrases.parts-missing", parts=missing_parts(miss, lang))
