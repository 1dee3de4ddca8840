"""One process or several: the same rows; and a cell that kills its process costs one row."""

import pytest
from echo_decider import Echo

from stofgroep.screening.deciding import CHUNK_ROWS, chunked, decide


def reasons(cells: list[str], jobs: int) -> list[str]:
    return [row.reason for chunk in decide(chunked(cells), Echo(), jobs) for row in chunk]


def test_an_empty_cell_is_not_assessed() -> None:
    (rows,) = decide([["", " ", "CCO"]], Echo())
    assert [str(row.outcome) for row in rows] == ["not-assessed", "not-assessed", "not-listed"]
    assert [row.reason.partition(":")[0] for row in rows] == ["missing", "missing", "CCO"]


@pytest.mark.slow
def test_order_is_kept_for_any_number_of_processes() -> None:
    cells = [f"cell {n}" for n in range(5 * CHUNK_ROWS + 7)]
    cells[3] = "takes a second"  # the first chunk is the last to be done
    assert reasons(cells, jobs=1) == cells
    assert reasons(cells, jobs=2) == cells


@pytest.mark.slow
def test_a_cell_that_kills_its_process_costs_one_row() -> None:
    cells = ["first", "kills its process", "last"]
    first, killer, last = reasons(cells, jobs=2)
    assert (first, last) == ("first", "last")
    assert killer.startswith("worker-died: ")
