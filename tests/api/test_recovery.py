"""Whatever happens to the server, a screening goes on with the next one and has every row once."""

import csv
import io
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from serving import TWO_MMC, Server, serving

from stofgroep.api.jobs import Jobs, JobState
from stofgroep.errors import UsageError

ROWS = 3_000


def table() -> bytes:
    """Structures that take the whole way through the engine; every text is another, so none is remembered."""
    chains = ("C" * (1 + n % 4) for n in range(ROWS))
    lines = (f"{n},[CH3:{n + 1}]N{chain}C(C)C(=O)c1ccccc1C" for n, chain in enumerate(chains))
    return ("nr,smiles\n" + "\n".join(lines) + "\n").encode()


def wait_for_rows(server: Server, location: str, more_than: int) -> int:
    for _ in range(2000):
        done: int = server.client.get(location).json()["rows_done"]
        if done > more_than:
            return done
        time.sleep(0.02)
    raise AssertionError("no progress")


@pytest.mark.slow
def test_killed_and_stopped_in_the_middle(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        location = server.upload("a.csv", table()).headers["Location"]
        done = wait_for_rows(server, location, 0)
        assert done < ROWS
        server.kill()
    with serving(tmp_path) as server:
        assert server.client.get(location).json()["rows_done"] >= done
        done = wait_for_rows(server, location, done)
        server.stop()
    assert server.process.returncode in (0, -15)  # ended as asked, whatever was running
    with serving(tmp_path) as server:
        status = server.finished(location)
        assert (status["state"], status["rows_done"]) == ("done", ROWS)
        rows = list(csv.DictReader(io.StringIO(server.client.get(status["result"]).text)))
    assert [row["nr"] for row in rows] == [str(n) for n in range(ROWS)]
    assert sum(status["outcomes"].values()) == ROWS
    assert {row["sg_outcome"] for row in rows} == {"not-listed"}  # three carbons between ring and nitrogen


def job(jobs: Jobs) -> str:
    folder = jobs.new_folder()
    jobs.add(folder.name, {"lang": "nl"}, ".csv", {}, 0, "0" * 64, 10)
    return folder.name


def test_a_second_server_may_not_use_the_same_folder(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    with pytest.raises(UsageError, match="another server"):
        Jobs(tmp_path)
    jobs.close()
    Jobs(tmp_path).close()


def test_what_ran_is_queued_again_and_leftovers_go(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    id = job(jobs)
    assert jobs.start(id)
    leftover = jobs.new_folder()
    jobs.close()
    jobs = Jobs(tmp_path)
    found = jobs.get(id)
    assert found is not None
    assert found.state is JobState.QUEUED
    assert not leftover.exists()
    assert jobs.folder(id).exists()
    jobs.close()


def test_a_screening_that_brings_the_server_down_is_given_up(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    id = job(jobs)
    assert [jobs.start(id) for _ in range(4)] == [True, True, True, False]
    jobs.put_back(id)  # stopped by its operator: that does not count
    assert jobs.start(id)
    jobs.close()


def test_what_has_been_done_for_long_is_removed(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    old, running = job(jobs), job(jobs)
    jobs.finish(old)
    time.sleep(0.02)
    assert jobs.remove_expired(hours=1) == []
    assert jobs.remove_expired(hours=0.000001) == [old]
    assert jobs.get(old) is None
    assert not jobs.folder(old).exists()
    assert jobs.get(running) is not None
    jobs.close()


def test_so_many_screenings_and_no_more(tmp_path: Path) -> None:
    with serving(tmp_path, jobs="1") as server:
        first = server.upload("a.csv", b"smiles\nCCO\n")
        assert first.status_code == 201
        assert server.upload("a.csv", f"smiles\n{TWO_MMC}\n".encode()).status_code == 429
        server.finished(first.headers["Location"])
        server.client.delete(first.headers["Location"])
        assert server.upload("a.csv", b"smiles\nCCO\n").status_code == 201


def test_screenings_of_an_earlier_version_are_taken_over(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    done, waiting = job(jobs), job(jobs)
    jobs.finish(done)
    jobs.close()
    with closing(sqlite3.connect(tmp_path / "screenings.sqlite", isolation_level=None)) as database:
        database.execute("alter table job rename column how to dialect")  # what it was called then
        database.execute('update job set dialect = \'[",", "\\n", false]\'')
    jobs = Jobs(tmp_path)
    assert jobs.get(done).state is JobState.DONE  # type: ignore[union-attr]
    assert jobs.get(waiting).state is JobState.FAILED  # type: ignore[union-attr]
    jobs.close()
    Jobs(tmp_path).close()


def test_of_a_finished_screening_the_result_is_left(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    id = job(jobs)
    for name in ("upload", "structures.jsonl", "decisions.jsonl", "result"):
        (jobs.folder(id) / name).touch()
    jobs.finish(id)
    jobs.close()  # killed before the rest was removed
    jobs = Jobs(tmp_path)
    assert [file.name for file in jobs.folder(id).iterdir()] == ["result"]
    jobs.close()
