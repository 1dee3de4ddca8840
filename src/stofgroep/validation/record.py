"""The record of a run: what was run on what, when, and how it came out; data to print, sign and keep."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rdkit import rdBase

from stofgroep.law import Law
from stofgroep.validation.running import Checked, Count, counts, expected_in_words
from stofgroep.validation.scenarios import Suite
from stofgroep.verdict.program import package_version, program_sha256


@dataclass(frozen=True)
class Failure:
    """A scenario that did not come out as the law says."""

    suite: str
    id: str
    clause: str
    structure: str
    date: str
    expected: str
    found: str


@dataclass(frozen=True)
class SuiteRecord:
    """One suite and its counts."""

    file: str
    sha256: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Record:
    """Everything that a signed report of a verification says.

    ``began`` : UTC, to the second; ``seconds`` : how long it took
    ``files`` : name → SHA-256 of every file of the law, on every date of the suites
    """

    passed: bool
    began: str
    seconds: int
    package: str
    program_sha256: str
    rdkit: str
    python: str
    system: str
    suites: tuple[SuiteRecord, ...]
    failures: tuple[Failure, ...]
    files: Mapping[str, str]


def record(
    runs: Sequence[tuple[Suite, tuple[Checked, ...]]], began: dt.datetime, ended: dt.datetime
) -> Record:
    """What came out of running some suites."""
    suites = tuple(SuiteRecord(s.file, s.sha256, counts(checked)) for s, checked in runs)
    failures = tuple(
        Failure(
            suite.file,
            one.scenario.id,
            one.scenario.clause,
            one.scenario.structure,
            one.scenario.date.isoformat(),
            expected_in_words(one.scenario),
            one.found,
        )
        for suite, checked in runs
        for one in checked
        if not one.passed
    )
    asked = {(x.scenario.law, x.scenario.date, x.scenario.lists) for _, checked in runs for x in checked}
    files: dict[str, str] = {}
    for law, date, lists in asked:
        files |= Law.at(date, law, lists).files
    return Record(
        passed=not failures,
        began=began.astimezone(dt.UTC).replace(tzinfo=None).isoformat(" ", "seconds") + " UTC",
        seconds=round((ended - began).total_seconds()),
        package=package_version(),
        program_sha256=program_sha256(),
        rdkit=rdBase.rdkitVersion,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.machine()}",
        suites=suites,
        failures=failures,
        files=dict(sorted(files.items())),
    )


def as_plain(found: Record) -> dict[str, Any]:
    """JSON-ready data."""
    return asdict(found)
