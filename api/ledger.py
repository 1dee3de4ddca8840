"""The ledger: every receipt kept for audit, in a database of its own. Off unless the operator wants it."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TABLE = """
create table if not exists receipt (
    number integer primary key autoincrement, kept_at real not null, own_id text not null,
    input_sha256 text not null, canonical text not null, date text not null, law text not null,
    outcome text not null, list text, named text, verdict text not null
) strict;
create index if not exists receipt_input on receipt (input_sha256);
create index if not exists receipt_canonical on receipt (canonical);
create index if not exists receipt_own_id on receipt (own_id);
create index if not exists receipt_kept_at on receipt (kept_at);
"""


@dataclass(frozen=True)
class Wanted:
    """What to look for; None is anything. Days are those on which the verdict was given, both inclusive."""

    own_id: str | None = None
    input_sha256: str | None = None
    canonical: str | None = None
    outcome: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    after: int = 0
    most: int = 100


class Ledger:
    """Verdicts with their receipts, in the order in which they were given."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(
            folder / "ledger.sqlite", check_same_thread=False, isolation_level=None
        )
        self._database.row_factory = sqlite3.Row
        self._database.execute("pragma journal_mode = wal")
        self._database.execute("pragma secure_delete = on")
        self._database.executescript(_TABLE)

    async def keep(self, verdict: dict[str, Any]) -> None:
        """Keep one verdict; it is on disk when this returns."""
        await asyncio.to_thread(self._keep, verdict)

    def _keep(self, verdict: dict[str, Any]) -> None:
        receipt = verdict["receipt"]
        values = (
            time.time(),
            verdict["id"],
            receipt["input_sha256"],
            receipt["canonical"],
            receipt["date"],
            receipt["law"],
            verdict["outcome"],
            verdict["list"],
            verdict["group"] or verdict["entry"],
            json.dumps(verdict, ensure_ascii=False),
        )
        with self._lock:
            self._database.execute(
                "insert into receipt"
                " (kept_at, own_id, input_sha256, canonical, date, law, outcome, list, named, verdict)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )

    def search(self, wanted: Wanted) -> list[dict[str, Any]]:
        """Verdicts that fit, oldest first, each with its number and the time it was given."""
        conditions = ["number > ?"]
        values: list[object] = [wanted.after]
        for column in ("own_id", "input_sha256", "canonical", "outcome"):
            value = getattr(wanted, column)
            if value is not None:
                conditions.append(f"{column} = ?")
                values.append(value)
        if wanted.first is not None:
            conditions.append("kept_at >= ?")
            values.append(_midnight(wanted.first))
        if wanted.last is not None:
            conditions.append("kept_at < ?")
            values.append(_midnight(wanted.last + dt.timedelta(days=1)))
        query = f"select * from receipt where {' and '.join(conditions)} order by number limit ?"
        with self._lock:
            rows = self._database.execute(query, (*values, wanted.most)).fetchall()
        return [
            {
                "number": row["number"],
                "kept_at": dt.datetime.fromtimestamp(row["kept_at"], dt.UTC).isoformat(timespec="seconds"),
                "verdict": json.loads(row["verdict"]),
            }
            for row in rows
        ]

    def prune(self, before: dt.date) -> int:
        """Remove what was given before a day; how many that were."""
        with self._lock:
            return self._database.execute(
                "delete from receipt where kept_at < ?", (_midnight(before),)
            ).rowcount

    def prune_older(self, days: float) -> int:
        """Remove what is older than so many days; how many that were."""
        with self._lock:
            return self._database.execute(
                "delete from receipt where kept_at < ?", (time.time() - days * 86_400,)
            ).rowcount

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()


def _midnight(day: dt.date) -> float:
    return dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()
