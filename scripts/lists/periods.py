"""Turns the source table's dates and evidence into date bounds that say no more than is known."""

from __future__ import annotations

from dataclasses import dataclass

BASE = ("2003-03-17", "2008-12-01")
ROUND_2026 = ("2026-01-01", "2026-01-28")
VERIFIED_2024 = ("2-methyl-AP-237", "3-MMC", "ADB-BUTINACA", "Alfa-PiHP")


@dataclass(frozen=True)
class Period:
    earliest: str
    latest: str
    until: str
    decree: str
    note: str


def period(name: str, since: str, until: str, staatsblad: str, evidence: str) -> Period:
    """Bounds of one row: first day in force (earliest, latest), first day out, decree if sure, note."""
    decree = staatsblad if staatsblad.startswith("Stb. 2") and "or later" not in staatsblad else ""
    if since.startswith("<="):
        return Period(*BASE, until, "", _moved(staatsblad))
    if ".." in since:
        earliest, latest = since.split("..")
        return Period(earliest, latest, until, decree, "Date between two known states of the law.")
    if since == ROUND_2026[1]:
        return Period(*ROUND_2026, until, decree, "First seen in the state of 2026-01-28.")
    if evidence.startswith("date inferred: absent 2015-02-27"):
        note = "Date inferred: states of 2015-03-01 and 2015-07-01 lie between absent and present."
        return Period("2015-03-01", since, until, decree, note)
    if evidence.startswith("decree verified for") and not name.startswith(VERIFIED_2024):
        note = f"Date by order of states: 2024-04-16 ({decree}) or the state of 2023-09-12."
        return Period("2023-09-12", since, until, "", note)
    if evidence.startswith("date inferred"):
        return Period(since, since, until, decree, "Date inferred from the order of states.")
    if evidence.startswith("absent 2010-05-29"):
        note = "First state seen with this row; absent in the state of 2010-05-29."
        return Period(since, since, until, decree, note)
    return Period(since, since, until, decree, _moved(staatsblad))


def _moved(staatsblad: str) -> str:
    return f"{staatsblad[0].upper()}{staatsblad[1:]}." if staatsblad.startswith("moved") else ""
