"""Many rows at once: each is what it is alone, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from group_strategies import POOL
from hypothesis import given, settings
from hypothesis import strategies as st
from rdkit import Chem

from stofgroep.verdict import Decider
from stofgroep.verdict.decide import TOGETHER

OPEN = "CC(N)Cc1ccccc1.*F |m:10:4.5.6|"  # fluorine somewhere on the ring of amphetamine
OTHERS = (
    "",
    "no structure",
    "C(C)(C)(C)(C)C",
    "*CC",
    "CC(N)Cc1ccccc1.Cl",
    "CC(N)Cc1ccccc1.CCO.c1ccccc1",
    OPEN,
    "[Na+].[Cl-]",
    "InChI=1S/C9H13N/c1-8(10)7-9-5-3-2-4-6-9/h2-6,8H,7,10H2,1H3",
)
HEAVY = ".".join(["C1CC1"] * 13)  # more rings than are decided in this process
TEXTS = (*POOL, *OTHERS)


def inchi(mol: Chem.Mol) -> str:
    return str(Chem.MolToInchi(mol))


@settings(max_examples=30, deadline=None, derandomize=True, database=None)
@given(texts=st.lists(st.sampled_from(TEXTS), max_size=2 * TOGETHER))
def test_rows_are_those_of_each_text_alone(decider: Decider, texts: list[str]) -> None:
    assert decider.rows(texts) == [decider.row(text) for text in texts]


def test_rows_keep_their_order_over_several_blocks(decider: Decider) -> None:
    texts = [f"{'C' * (1 + number % 40)}O" for number in range(2 * TOGETHER)]
    member = "CC(N)Cc1ccc(F)cc1"
    for place in (0, TOGETHER - 1, TOGETHER, 2 * TOGETHER - 1):
        texts[place] = member
    places = [n for n, row in enumerate(decider.rows(texts)) if row.outcome.value == "listed"]
    assert places == [0, TOGETHER - 1, TOGETHER, 2 * TOGETHER - 1]


def test_a_row_says_what_the_verdict_says(decider: Decider) -> None:
    for text, row in zip(TEXTS, decider.rows(TEXTS), strict=True):
        verdict = decider.verdict(text)
        assert (row.outcome, row.reason) == (verdict.outcome, verdict.reason), text
        assert (row.list, row.group, row.entry) == (
            verdict.list or "",
            verdict.group or "",
            verdict.entry or "",
        )


@pytest.mark.parametrize("written", [str, inchi, Chem.MolToMolBlock])
@pytest.mark.parametrize(("component", "outcome"), [("CC(N)Cc1ccccc1", "listed"), ("CCCCCCN", "not-listed")])
def test_a_structure_for_another_process_holds_its_place(
    decider: Decider, written: Callable[..., str], component: str, outcome: str
) -> None:
    heavy = f"{component}.{HEAVY}"
    text = heavy if written is str else written(Chem.MolFromSmiles(heavy))
    rows = decider.rows(["CCO", text, "CCN"])
    assert [row.outcome.value for row in rows] == ["not-listed", outcome, "not-listed"]
