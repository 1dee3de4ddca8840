"""The words in which the tests of the groups say what the law expects of a structure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest

from stofgroep.verdict import Verdict

IN = "in"
OUT = "out"


@dataclass(frozen=True)
class Depends:
    """Member under some readings only: alternatives of options that go together, and the likely answer."""

    alternatives: frozenset[frozenset[str]]
    likely: str


def depends(condition: str, likely: str) -> Depends:
    """``condition`` as the verdict writes it, in English; the order of its terms does not matter."""
    return Depends(frozenset(frozenset(c.split(" and ")) for c in condition.split(" or ")), likely)


Answer = str | Depends
Ask = Callable[[str], Answer]
Table = Iterable[tuple[str, str, Answer]]


def answer(verdict: Verdict, group: str) -> Answer:
    """What a verdict says of one group."""
    assert verdict.outcome != "not-assessed", verdict.reason
    found = [f for f in verdict.findings if f.group == group]
    if not found:
        return OUT
    (finding,) = found
    return IN if finding.certain else depends(finding.condition, finding.likely)


def each(**tables: Table) -> pytest.MarkDecorator:
    """One test for every row of the tables, named after its clause and row."""
    rows = [
        pytest.param(smiles, expected, id=f"{clause}: {name}")
        for clause, table in tables.items()
        for name, smiles, expected in table
    ]
    return pytest.mark.parametrize(("smiles", "expected"), rows)
