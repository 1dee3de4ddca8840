"""A call that hangs, eats memory or dies is refused, and the next one works."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdkit import Chem

from stofgroep.isolation import Isolated
from stofgroep.structure import Limits, Reason, Refusal, completions, parse

# Twenty bicyclobutane cages joined in a ring: the exact ring search takes many seconds and over a gigabyte.
CAGES = "C1" + "C2CC(C2)" * 20 + "C1"
# Fourteen benzene rings in a row: more than are decided in the caller's own process.
HEAVY = "c1ccccc1" + "-c1ccc(cc1)" * 12 + "-c1ccccc1"
LIMITS = Limits(seconds=1.5, memory_mb=300)

_loaded: list[str] = []


def _load(name: str) -> None:
    _loaded.append(name)


def _work(text: str) -> object:
    if text == "die":
        os._exit(3)
    if text == "sleep":
        time.sleep(60)
    if text == "allocate":
        return len(bytearray(2 * 1024**3))
    if text == "raise":
        raise ValueError("two\nlines")
    if text == "loaded":
        return tuple(_loaded)
    return [mol.GetNumAtoms() if (mol := Chem.MolFromSmiles(text)) else None]


def _components(text: str) -> object:
    parsed = parse(text)
    return parsed if isinstance(parsed, Refusal) else completions(parsed)


@pytest.fixture(scope="module")
def worker() -> Iterator[Isolated[object]]:
    with Isolated(_work, LIMITS, _load, ("law",)) as isolated:
        yield isolated


def test_answers_come_back_equal(worker: Isolated[object]) -> None:
    assert worker.run("CCO") == [3]
    assert worker.run("not a molecule") == [None]


def test_initializer_runs_once_in_the_worker(worker: Isolated[object]) -> None:
    assert worker.run("loaded") == ("law",)
    assert _loaded == []


def test_endless_ring_search_is_stopped_in_time(worker: Isolated[object]) -> None:
    worker.run("C")
    start = time.perf_counter()
    answer = worker.run(CAGES)
    # RDKit releases with the older ring search have the answer at once
    assert answer == [82] or (
        isinstance(answer, Refusal) and answer.reason in (Reason.TIMEOUT, Reason.OUT_OF_MEMORY)
    )
    assert time.perf_counter() - start < 4
    assert worker.run("CCO") == [3]


def test_timeout(worker: Isolated[object]) -> None:
    assert worker.run("sleep") == Refusal(Reason.TIMEOUT, "more than 1.5 s")
    assert worker.run("CC") == [2]
    assert worker.run("loaded") == ("law",)


def test_too_much_memory(worker: Isolated[object]) -> None:
    assert worker.run("allocate") == Refusal(Reason.OUT_OF_MEMORY, "more than 300 MiB")
    assert worker.run("CC") == [2]


def test_death_of_the_worker(worker: Isolated[object]) -> None:
    assert worker.run("die") == Refusal(Reason.WORKER_DIED, "exit code 3")
    assert worker.run("CC") == [2]


def test_exception_in_the_function(worker: Isolated[object]) -> None:
    assert worker.run("raise") == Refusal(Reason.INTERNAL, "ValueError: two lines")
    assert worker.run("CC") == [2]


def test_structures_survive_the_way_back() -> None:
    with Isolated(_components) as isolated:
        answer = isolated.run("[Na+].[O-]C(=O)CCCO")
        assert answer == _components("[Na+].[O-]C(=O)CCCO")
        isolated.close()
        # closed means idle: the next call starts a new worker
        assert isolated.run("") == Refusal(Reason.EMPTY)


def test_a_script_without_a_main_guard_runs_once(tmp_path: Path) -> None:
    script = tmp_path / "screen.py"
    script.write_text(
        "import datetime, stofgroep\n"
        "print('started')\n"
        f"print(stofgroep.check({HEAVY!r}, date=datetime.date(2026, 11, 23), lists=False).outcome)\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["started", "not-listed"]
    assert done.stderr == ""
