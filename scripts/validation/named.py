"""Lijst I and II: what a name finds in the table beside what the structure finds.

The structures of the reference sets were established without the lists, so a substance that bears a name of
a row ought to be found by its structure, and one that bears none ought not, unless a closing clause brings it
in.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stofgroep.law.entries import Entry
from stofgroep.law.names import find_name
from stofgroep.verdict.model import Finding
from validation.asking import CLOSING, Answer
from validation.judging import CERTAIN, WITH_LIKELY, Tally

TABLE = Path(__file__).parents[2] / "data" / "validation" / "expected-lists.csv"
LISTS = ("I", "II")


@dataclass(frozen=True)
class Difference:
    """A substance that is found and not named, or named and not found for certain.

    ``findings`` : on that list; ``remark`` : from the table of remarks, "" when there is none
    """

    answer: Answer
    list: str
    named: bool
    says: str
    findings: tuple[Finding, ...]
    remark: str

    def found_by(self) -> str:
        """The clause and entry of each finding, and what it depends on."""
        said = []
        for f in self.findings:
            when = f", if `{f.condition}`" if f.condition else ""
            said.append(f"{f.citation}, {f.entry}{when}")
        return "; ".join(said)

    @property
    def explained(self) -> bool:
        """By a closing clause, by what it depends on, or by a remark."""
        sayable = all(CLOSING in f.citation or f.condition for f in self.findings)
        return bool(self.remark) or (not self.named and sayable)


def named(answer: Answer, list_name: str, date: dt.date) -> bool:
    """Whether a row in force, or perhaps in force, bears one of the names."""
    rows = (row for name in answer.row.all_names() for row in find_name(name))
    return any(isinstance(row, Entry) and row.list == list_name and row.force.possible(date) for row in rows)


def tally(answers: Iterable[Answer], list_name: str, date: dt.date) -> Tally:
    """Members are the substances that a name finds."""
    members: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for answer in answers:
        says = answer.says(list_name, None)
        (members if named(answer, list_name, date) else others)[says] += 1
    return Tally(members, others)


def differences(answers: Iterable[Answer], date: dt.date) -> Iterator[Difference]:
    """Every difference; also where the structure only depends."""
    remarks = _remarks()
    for answer in answers:
        for list_name in LISTS:
            by_name = named(answer, list_name, date)
            says = answer.says(list_name, None)
            remark = remarks.pop((answer.set_name, answer.row.key, list_name), "")
            if CERTAIN.get(says) is by_name and WITH_LIKELY.get(says) is by_name:
                if remark:
                    raise ValueError(f"{TABLE.name}: {answer.row.key} needs no remark")
                continue
            found = tuple(f for f in answer.findings if f.list == list_name and f.group is None)
            yield Difference(answer, list_name, by_name, says, found, remark)
    if remarks:
        raise ValueError(f"{TABLE.name}: unknown {', '.join(key for _, key, _ in remarks)}")


def _remarks() -> dict[tuple[str, str, str], str]:
    rows = csv.DictReader(io.StringIO(TABLE.read_text("utf-8"), newline=""), strict=True)
    return {(r["set"], r["key"], r["list"]): r["remark"] for r in rows}
