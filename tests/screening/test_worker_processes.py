"""One process or several: the same rows; and a cell that kills its process costs one row."""

from collections.abc import Iterator

import pytest
from echo_decider import Echo

from stofgroep.screening.deciding import decide
from stofgroep.structure import Limits

REASON = 5


def reasons(cells: list[str], jobs: int, limits: Limits | None = None) -> list[str]:
    chunks = (cells[start : start + 250] for start in range(0, len(cells), 250))
    return [row[REASON] for chunk in decide(chunks, Echo(), jobs, limits) for row in chunk]


def test_an_empty_cell_is_not_assessed() -> None:
    (rows,) = decide([["", " ", "CCO"]], Echo())
    assert [row[0] for row in rows] == ["not-assessed", "not-assessed", "not-listed"]
    assert [row[REASON].partition(":")[0] for row in rows] == ["missing", "missing", "CCO"]


def test_a_text_is_decided_once_within_and_across_chunks(capfd: pytest.CaptureFixture[str]) -> None:
    chunks = [["tells", "a", "tells"], ["b", "tells"], ["tells"]]
    rows = [[row[REASON] for row in found] for found in decide(chunks, Echo())]
    assert rows == chunks
    assert capfd.readouterr().err == "decided\n"


def test_order_is_kept_for_any_number_of_processes() -> None:
    cells = [f"cell {n}" for n in range(1257)]
    cells[3] = "takes a second"  # the first chunk is the last to be done
    assert reasons(cells, jobs=0) == cells
    assert reasons(cells, jobs=1) == cells
    assert reasons(cells, jobs=2) == cells


@pytest.mark.slow
def test_a_cell_that_kills_its_process_costs_one_row() -> None:
    cells = ["first", "kills its process", "last", "kills its process", "end"]
    first, killer, last, again, end = reasons(cells, jobs=1)
    assert (first, last, end) == ("first", "last", "end")
    assert killer.startswith("worker-died: ")
    assert again == killer


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("kills its process hard", "worker-died: "),
        ("segfaults", "worker-died: "),
        ("never comes back", "timeout: "),
        ("eats memory", "out-of-memory: "),
        ("raises", "internal: "),
    ],
)
def test_whatever_a_cell_does_it_costs_one_row(cell: str, reason: str) -> None:
    cells = [*(f"cell {n}" for n in range(300)), cell, *(f"cell {n}" for n in range(300, 400))]
    found = reasons(cells, jobs=2, limits=Limits(seconds=2, memory_mb=256))
    assert found[:300] + found[301:] == cells[:300] + cells[301:]
    assert found[300].startswith(reason)


def test_an_error_costs_one_row_in_this_process_too() -> None:
    cells = [*(f"cell {n}" for n in range(200)), "raises", *(f"cell {n}" for n in range(200, 300))]
    found = reasons(cells, jobs=0)
    assert found[:200] + found[201:] == cells[:200] + cells[201:]
    assert found[200].startswith("internal: ")
    assert "ValueError: raises" in found[200]


@pytest.mark.slow
def test_no_more_chunks_are_read_than_the_workers_need() -> None:
    read = 0

    def chunks() -> Iterator[list[str]]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield [f"takes no time {number}"]

    rows = decide(chunks(), Echo(), 2)
    for taken in range(1, 100):
        next(rows)
        assert read - taken <= 6
    rows.close()  # type: ignore[attr-defined]
