"""What the last run of ``make mutate`` found, kept in a table to be cited with what it was found on."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

TABLE = Path(__file__).with_name("results.csv")


@dataclass(frozen=True)
class Result:
    """One definition: how many of its mutants a scenario notices.

    ``file`` : of the definition, below ``data/smarts``
    ``definition_sha256`` : at the time of the run, as :func:`of_sources` has it
    ``vocabulary_sha256`` : at the time of the run
    """

    file: str
    definition_sha256: str
    vocabulary_sha256: str
    scenarios: int
    mutants: int
    noticed: int
    equivalent: int
    surviving: int


def sha256(content: bytes) -> str:
    """Hexadecimal digest."""
    return hashlib.sha256(content).hexdigest()


def of_sources(sources: Mapping[str, str]) -> str:
    """One sum for a definition and the earlier ones that it changes.

    Parameters
    ----------
    sources : file → SHA-256
    """
    if len(sources) == 1:
        return next(iter(sources.values()))
    return sha256("".join(f"{file} {total}\n" for file, total in sorted(sources.items())).encode())


def read() -> dict[str, Result]:
    """File → result; empty while there was no run."""
    if not TABLE.exists():
        return {}
    found = {}
    for row in csv.DictReader(io.StringIO(TABLE.read_text("utf-8"), newline="")):
        texts = (row["file"], row["definition_sha256"], row["vocabulary_sha256"])
        numbers = (int(row[f.name]) for f in fields(Result)[len(texts) :])
        found[row["file"]] = Result(*texts, *numbers)
    return found


def keep(results: list[Result]) -> None:
    """Put results into the table; those of other definitions stay."""
    rows = read() | {r.file: r for r in results}
    out = io.StringIO()
    writer = csv.DictWriter(out, [f.name for f in fields(Result)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(rows[file]) for file in sorted(rows))
    TABLE.write_text(out.getvalue(), "utf-8", newline="")
