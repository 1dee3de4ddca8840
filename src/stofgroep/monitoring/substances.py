"""From what a report says to the substances it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from stofgroep.law.lists import Lists
from stofgroep.law.names import find_name
from stofgroep.monitoring.sources import Report
from stofgroep.structure import Reason, Refusal, Role, Structure, completions, parse
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Outcome, Row
from stofgroep.wording import say


@dataclass(frozen=True)
class Identity:
    """One substance: what it is known by across laboratories, and what the law says of it.

    key : canonical SMILES of the neutral substance; of an open structure those of all completions
    """

    key: str
    row: Row


@dataclass(frozen=True)
class Unidentified:
    """A report whose substance cannot be told, with the reason."""

    reason: str


class Identifier:
    """Tells substances, each decided once.

    Parameters
    ----------
    decider : the law, on the day of the overview
    """

    def __init__(self, decider: Decider) -> None:
        self._decider = decider
        self._known: dict[str, tuple[Identity, ...] | Unidentified] = {}

    def of(self, report: Report) -> tuple[Identity, ...] | Unidentified:
        """Every substance of a report: a mixture has several; counter-ions and solvents are none."""
        text = report.structure or self._by_name(report.substance)
        if text not in self._known:
            self._known[text] = self._identified(text)
        return self._known[text]

    def _by_name(self, name: str) -> str:
        """The structure of a name that is on a list and can mean one substance only, else nothing."""
        lists = self._decider.law.lists.lists if self._decider.law.lists is not None else Lists.load()
        rows = [row for row in find_name(name, lists) if row.structures]
        return rows[0].structures[0] if len({row.key for row in rows}) == 1 else ""

    def _identified(self, text: str) -> tuple[Identity, ...] | Unidentified:
        whole = self._decider.row(text)
        if whole.outcome is Outcome.NOT_ASSESSED:
            return Unidentified(whole.reason)
        read = _read(text, self._decider)
        if isinstance(read, Refusal):  # the whole was decided in a worker; its parts cannot be told here
            return (Identity(text, whole),)
        if len(read.completions) > 1:
            keys = sorted(".".join(c.smiles for c in one.components) for one in read.completions)
            return (Identity(" | ".join(keys), whole),)
        substances = [c for c in read.completions[0].components if c.role is Role.SUBSTANCE]
        if len(substances) <= 1:
            only = substances or read.completions[0].components
            return (Identity(only[0].smiles, whole),)
        return tuple(
            Identity(smiles, self._decider.row(smiles))
            for smiles in dict.fromkeys(c.smiles for c in substances)
        )


def _read(text: str, decider: Decider) -> Structure | Refusal:
    parsed = parse(text, decider.limits)
    if isinstance(parsed, Refusal):
        return parsed
    # so many rings that only a worker that can be killed may look at it: its text is its name
    return Refusal(Reason.TIMEOUT) if parsed.heavy else completions(parsed, decider.limits)


def label(row: Row, lang: str) -> str:
    """Under what heading a substance is counted: its list or group, else its outcome."""
    if row.outcome is not Outcome.LISTED:
        return say(lang, f"monitor.outcome-{row.outcome.value}")
    if row.group:
        return say(lang, "monitor.label-group", list=row.list, group=row.group)
    return (
        say(lang, "monitor.label-list", list=row.list) if row.list else say(lang, "monitor.label-some-list")
    )
