"""Screenings as rows of an SQLite database, each with a folder of files beside it.

A chunk of decisions is first appended to a file and brought to disk, then its length and the place
in the input are committed together. After a crash the file is cut back to the committed length, so
every row is in it once. When all rows are decided the result is made from the upload and these.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from stofgroep.errors import UsageError

UPLOAD_FILE, RESULT_FILE = "upload", "result"
STRUCTURES_FILE, DECISIONS_FILE = "structures.jsonl", "decisions.jsonl"
"""In the folder of a screening; a line of JSON per row in the last two. In the end the result is left."""

_ATTEMPTS = 3
_TABLE = """
create table if not exists job (
    id text primary key, state text not null, created real not null, finished real,
    question text not null, suffix text not null, how text not null, structures integer not null,
    input_sha256 text not null, rows integer not null,
    rows_done integer not null default 0, read_bytes integer not null default 0,
    written_bytes integer not null default 0, outcomes text not null default '{}',
    attempts integer not null default 0, fault text not null default ''
) strict
"""


class JobState(StrEnum):
    """How far a screening is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Job:
    """One screening.

    ``question`` : law, day, lists and language; ``structures`` : index of the structure column
    ``suffix`` : of the result; ``how`` : what the user said about the file
    ``read_bytes``, ``written_bytes`` : how much of the structures and of the decisions is committed
    ``created``, ``finished`` : seconds since 1970
    """

    id: str
    state: JobState
    created: float
    finished: float | None
    question: dict[str, Any]
    suffix: str
    how: dict[str, Any]
    structures: int
    input_sha256: str
    rows: int
    rows_done: int
    read_bytes: int
    written_bytes: int
    outcomes: Counter[str]
    attempts: int
    fault: str


class Jobs:
    """All screenings of a server; safe to use from several threads.

    Parameters
    ----------
    folder : where the database and the files are; only one server may use it

    Raises
    ------
    UsageError : if another server uses the folder, or it cannot be written
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._files = folder / "screenings"
            self._files.mkdir(mode=0o700, exist_ok=True)
            self._held = (folder / "lock").open("a")
        except OSError as error:
            raise UsageError(f"STOFGROEP_DATA_FOLDER {folder}: {error.strerror}") from error
        self._hold(folder)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(
            folder / "screenings.sqlite", check_same_thread=False, isolation_level=None
        )
        self._database.row_factory = sqlite3.Row
        self._database.execute("pragma journal_mode = wal")
        self._database.execute("pragma synchronous = full")
        self._database.execute(_TABLE)
        self._adopt()
        with self._transaction() as database:
            database.execute("update job set state = 'queued' where state = 'running'")
        self._clear_leftovers()

    def _hold(self, folder: Path) -> None:
        try:
            import fcntl
        except ImportError:  # not on Windows
            return
        try:
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._held.close()
            raise UsageError(f"{folder} is used by another server; set STOFGROEP_DATA_FOLDER") from error

    def _adopt(self) -> None:
        """Take over the screenings of earlier versions; those that were not finished cannot be."""
        columns = {row["name"] for row in self._database.execute("pragma table_info(job)")}
        if "dialect" in columns:
            with self._transaction() as database:
                database.execute("alter table job rename column dialect to how")
                database.execute(
                    "update job set state = 'failed', finished = ?, fault = 'job-failed'"
                    " where state in ('queued', 'running')",
                    (time.time(),),
                )

    def _clear_leftovers(self) -> None:
        """Remove folders of uploads that were never accepted, and what finished screenings do not need."""
        known = {job.id: job.state for job in self.all()}
        for folder in self._files.iterdir():
            if folder.name not in known:
                shutil.rmtree(folder, ignore_errors=True)
            elif known[folder.name] is JobState.DONE:
                self.clear(folder.name, RESULT_FILE)

    def close(self) -> None:
        """Let go of the folder."""
        with self._lock:
            self._database.close()
        self._held.close()

    # -- one job --------------------------------------------------------------------------

    def new_folder(self) -> Path:
        """A folder for a screening, under a name that cannot be guessed: it is the id."""
        folder = self._files / secrets.token_hex(16)
        folder.mkdir(mode=0o700)
        return folder

    def folder(self, id: str) -> Path:
        """The folder of a screening that is known."""
        return self._files / id

    def add(
        self,
        id: str,
        question: dict[str, Any],
        suffix: str,
        how: dict[str, Any],
        structures: int,
        input_sha256: str,
        rows: int,
    ) -> None:
        """Queue a screening whose rows lie ready in its folder."""
        values = (
            id,
            JobState.QUEUED,
            time.time(),
            json.dumps(question),
            suffix,
            json.dumps(how),
            structures,
            input_sha256,
            rows,
        )
        with self._transaction() as database:
            database.execute(
                "insert into job"
                " (id, state, created, question, suffix, how, structures, input_sha256, rows)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )

    def get(self, id: str) -> Job | None:
        """A screening; None when there is none of that id."""
        with self._lock:
            row = self._database.execute("select * from job where id = ?", (id,)).fetchone()
        return None if row is None else _job(row)

    def all(self) -> list[Job]:
        """Every screening, oldest first."""
        with self._lock:
            rows = self._database.execute("select * from job order by created").fetchall()
        return [_job(row) for row in rows]

    def count(self) -> int:
        """Number of screenings kept."""
        with self._lock:
            return int(self._database.execute("select count(*) from job").fetchone()[0])

    def clear(self, id: str, kept: str) -> None:
        """Remove all files of a screening but one."""
        for file in self.folder(id).iterdir():
            if file.name != kept:
                file.unlink(missing_ok=True)

    def remove(self, id: str) -> None:
        """Forget a screening and its files."""
        with self._transaction() as database:
            database.execute("delete from job where id = ?", (id,))
        shutil.rmtree(self._files / id, ignore_errors=True)

    def remove_expired(self, hours: float) -> list[str]:
        """Remove what has been finished for so long; their ids."""
        with self._lock:
            rows = self._database.execute(
                "select id from job where finished < ?", (time.time() - hours * 3600,)
            ).fetchall()
        for row in rows:
            self.remove(row["id"])
        return [row["id"] for row in rows]

    # -- its progress ---------------------------------------------------------------------

    def start(self, id: str) -> bool:
        """Take a screening up; False when it has brought the server down too often."""
        with self._transaction() as database:
            database.execute("update job set state = 'running', attempts = attempts + 1 where id = ?", (id,))
            row = database.execute("select attempts from job where id = ?", (id,)).fetchone()
        return row is not None and row["attempts"] <= _ATTEMPTS

    def put_back(self, id: str) -> None:
        """Leave a screening for the next server; that it was stopped is not its fault."""
        with self._transaction() as database:
            database.execute(
                "update job set state = 'queued', attempts = 0 where id = ? and state = 'running'", (id,)
            )

    def checkpoint(
        self, job: Job, file: IO[bytes], content: bytes, read_bytes: int, outcomes: Counter[str]
    ) -> None:
        """Append a chunk to the result, then commit how far the screening is."""
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        with self._transaction() as database:
            database.execute(
                "update job set rows_done = ?, read_bytes = ?, written_bytes = ?, outcomes = ?, attempts = 0"
                " where id = ?",
                (outcomes.total(), read_bytes, file.tell(), json.dumps(outcomes), job.id),
            )

    def finish(self, id: str) -> None:
        """Every row is done."""
        with self._transaction() as database:
            database.execute("update job set state = 'done', finished = ? where id = ?", (time.time(), id))

    def fail(self, id: str, fault: str) -> None:
        """It cannot be finished; ``fault`` is a key in ``api.toml``."""
        with self._transaction() as database:
            database.execute(
                "update job set state = 'failed', finished = ?, fault = ? where id = ?",
                (time.time(), fault, id),
            )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._database.execute("begin immediate")
            try:
                yield self._database
            except BaseException:
                self._database.execute("rollback")
                raise
            self._database.execute("commit")


def _job(row: sqlite3.Row) -> Job:
    return Job(
        id=row["id"],
        state=JobState(row["state"]),
        created=row["created"],
        finished=row["finished"],
        question=json.loads(row["question"]),
        suffix=row["suffix"],
        how=json.loads(row["how"]),
        structures=row["structures"],
        input_sha256=row["input_sha256"],
        rows=row["rows"],
        rows_done=row["rows_done"],
        read_bytes=row["read_bytes"],
        written_bytes=row["written_bytes"],
        outcomes=Counter(json.loads(row["outcomes"])),
        attempts=row["attempts"],
        fault=row["fault"],
    )
