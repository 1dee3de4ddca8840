"""How many texts a worker takes in hand at once before it looks at the clock."""

from __future__ import annotations

import time
from collections.abc import Sequence

from stofgroep.screening.rows import SLICE_SECONDS, Fields, in_a_slice
from stofgroep.verdict.decide import TOGETHER


def blocks_of(texts: Sequence[str], seconds: float, alone: bool = False) -> tuple[list[int], int]:
    """Sizes of the blocks, and how many texts were done, where each text takes so long."""
    sizes = []

    def decide(some: Sequence[str]) -> list[Fields]:
        sizes.append(len(some))
        time.sleep(seconds * len(some))
        return [(text,) for text in some]

    rows = in_a_slice(texts, alone, decide)
    assert [row and row[0] for row in rows] == list(texts[: len(rows)])
    return sizes, len(rows)


def test_texts_that_take_no_time_are_decided_in_full_blocks() -> None:
    sizes, done = blocks_of([f"C{n}" for n in range(1000)], 0)
    assert done == 1000
    assert sizes[:8] == [1, 2, 4, 8, 16, 32, 64, TOGETHER]
    assert set(sizes[8:-1]) == {TOGETHER}


def test_a_text_that_takes_the_whole_slice_is_alone_in_it() -> None:
    sizes, done = blocks_of(["C", "CC", "CCC"], 1.1 * SLICE_SECONDS)
    assert (sizes, done) == ([1], 1)


def test_a_block_is_no_larger_than_the_time_that_is_left() -> None:
    # four texts fill a slice: the second block would take two, the third has room for one
    sizes, done = blocks_of(["C" * n for n in range(1, 9)], SLICE_SECONDS / 4)
    assert max(sizes) <= 2
    assert done <= 5


def test_a_text_for_its_own_turn_keeps_its_place() -> None:
    heavy = ".".join(["C1CC1"] * 13)
    rows = in_a_slice(["CCO", heavy, "CCN"], False, lambda some: [(text,) for text in some])
    assert rows == [("CCO",), None, ("CCN",)]
    assert in_a_slice([heavy], True, lambda some: [(text,) for text in some]) == [(heavy,)]
