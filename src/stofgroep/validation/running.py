"""Running a suite: what the program says of each scenario, beside what the law says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from stofgroep.law import Law
from stofgroep.screening.interrupts import interrupts_held
from stofgroep.validation.scenarios import DEPENDS, IN, OUT, Scenario, Suite, alternatives
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Finding, Outcome, Verdict

_LANGUAGE = "en"  # conditions are written in English in a suite


@dataclass(frozen=True)
class Checked:
    """A scenario, whether the program says the same, and what it says, in the words of the suite."""

    scenario: Scenario
    passed: bool
    found: str


@dataclass(frozen=True)
class Count:
    """How many scenarios of one subject passed."""

    subject: str
    passed: int
    failed: int


def run(suite: Suite, advance: Callable[[], None] = lambda: None) -> tuple[Checked, ...]:
    """Every scenario in order; ``advance`` is called after each.

    Raises
    ------
    UnknownLawError, DefinitionError : for a law that is not there, or is wrong
    """
    return tuple(_advancing(suite, advance))


def counts(checked: tuple[Checked, ...]) -> tuple[Count, ...]:
    """Per subject, in the order in which they occur first."""
    subjects = dict.fromkeys(c.scenario.subject for c in checked)
    found = []
    for subject in subjects:
        own = [c.passed for c in checked if c.scenario.subject == subject]
        found.append(Count(subject, sum(own), len(own) - sum(own)))
    return tuple(found)


def expected_in_words(scenario: Scenario) -> str:
    """What the law says: in, out or depends, with entry, condition and what is likely."""
    return _words(scenario.expected, scenario.entry, scenario.condition, scenario.likely)


def _advancing(suite: Suite, advance: Callable[[], None]) -> Iterator[Checked]:
    for scenario in suite.scenarios:
        with interrupts_held():
            checked = check(scenario)
        yield checked
        advance()


def check(scenario: Scenario) -> Checked:
    """One scenario."""
    decider = _decider(scenario.law, scenario.date.isoformat(), scenario.lists)
    return judge(scenario, decider.verdict(scenario.structure))


def judge(scenario: Scenario, verdict: Verdict) -> Checked:
    """Whether a verdict says of the subject what the scenario expects."""
    if verdict.outcome is Outcome.NOT_ASSESSED:
        return Checked(scenario, False, f"not-assessed: {verdict.reason}")
    asked = [f for f in verdict.findings if f.list == scenario.list and (f.group or "") == scenario.group]
    # the completions of an open structure each have their finding, and must agree
    said = list(dict.fromkeys(_said(finding, scenario) for finding in asked)) or [(OUT, "", "", "")]
    passed = len(said) == 1 and _agrees(scenario, *said[0])
    return Checked(scenario, passed, "; ".join(_words(*one) for one in said))


def _said(finding: Finding, scenario: Scenario) -> tuple[str, str, str, str]:
    entry = "" if scenario.group else (finding.entry or "")
    if finding.certain:
        return IN, entry, "", ""
    return DEPENDS, entry, finding.condition, finding.likely


def _agrees(scenario: Scenario, said: str, entry: str, condition: str, likely: str) -> bool:
    return (
        said == scenario.expected
        and (said == OUT or entry == scenario.entry)
        and alternatives(condition) == alternatives(scenario.condition)
        and likely == scenario.likely
    )


def _words(said: str, entry: str, condition: str, likely: str) -> str:
    text = said + (f" ({entry})" if entry else "")
    return text + (f" if {condition}; likely {likely}" if said == DEPENDS else "")


@cache
def _decider(law: str, date: str, lists: bool) -> Decider:
    return Decider(Law.at(date, law, lists), _LANGUAGE)
