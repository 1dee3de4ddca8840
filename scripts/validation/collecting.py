"""From the parametrised tests of groups and closing clauses to rows of the table of scenarios."""

from __future__ import annotations

import csv
import importlib
import inspect
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from stofgroep.validation.scenarios import COLUMNS

TESTS = Path(__file__).parents[2] / "tests"
_CLOSING_DATE = "2026-03-01"  # of the fixture ``ask`` in tests/lists
_IN, _OUT = "in", "out"


def collected() -> str:
    """The whole table as CSV, sorted as the tests are."""
    for folder in ("groups", "lists"):
        sys.path.insert(0, str(TESTS / folder))
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    seen: dict[tuple[str, ...], int] = {}
    for row in (*_groups(), *_closing_clauses()):
        key = tuple(row[c] for c in COLUMNS if c not in ("id", "clause"))
        if key in seen:
            continue  # the same question with the same answer stands in two tables
        seen[key] = 1
        writer.writerow({"id": f"{row['group'] or 'lijst-i'}-{len(seen):04d}", **row})
    return out.getvalue()


def _groups() -> Iterator[dict[str, str]]:
    day = importlib.import_module("test_anchors")
    conftest_day = "2026-11-23"
    for name, smiles, group in day.LISTED:
        yield _row(f"anchor: {name}", smiles, conftest_day, group, _IN)
    for name, smiles in (*day.NOT_LISTED, *day.EXCLUDED):
        for group in ("nitazenen", "aminopiperidinen", "cannabinoiden", "fenethylaminen"):
            yield _row(f"anchor: {name}", smiles, conftest_day, group, _OUT)
    for file in sorted((TESTS / "groups").glob("test_*.py")):
        module = importlib.import_module(file.stem)
        group = getattr(module, "GROUP", None)
        if group and group.startswith("npsg-"):
            continue  # the shipped suite is of the Dutch law
        for name, _ in inspect.getmembers(module, inspect.isfunction) if group else ():
            for label, given in _parametrised(module, name):
                if {"smiles", "expected"} <= given.keys():
                    yield _expected(label, str(given["smiles"]), conftest_day, str(group), given["expected"])


def _expected(label: str, smiles: str, day: str, group: str, expected: Any) -> dict[str, str]:
    if isinstance(expected, str):
        return _row(label, smiles, day, group, expected)
    condition = " or ".join(sorted(" and ".join(sorted(term)) for term in expected.alternatives))
    return _row(label, smiles, day, group, "depends", condition=condition, likely=expected.likely)


def _closing_clauses() -> Iterator[dict[str, str]]:
    module = importlib.import_module("test_clauses")
    for label, given in _parametrised(module, "test_covered_by_a_closing_clause"):
        yield _closing(label, given, _IN)
    for label, given in _parametrised(module, "test_not_covered_by_accident"):
        yield _closing(label, given, _OUT)
    for label, given in _parametrised(module, "test_where_the_text_leaves_room_it_depends"):
        row = _closing(label, given, "depends")
        terms = (" and ".join(sorted(t.split(" & "))) for t in str(given["condition"]).split(" | "))
        yield row | {"condition": " or ".join(sorted(terms)), "likely": _IN if given["likely"] else _OUT}


def _closing(label: str, given: dict[str, Any], expected: str) -> dict[str, str]:
    clause = given.get("clause", "closing clauses")
    row = _row(f"{clause}: {given['name']}", given["smiles"], _CLOSING_DATE, "", expected, lists="yes")
    return row | {"list": "I", "entry": given.get("entry", "")}


def _row(
    clause: str,
    smiles: str,
    day: str,
    group: str,
    expected: str,
    *,
    lists: str = "no",
    condition: str = "",
    likely: str = "",
) -> dict[str, str]:
    return {
        "clause": clause,
        "structure": smiles,
        "law": "nl",
        "lists": lists,
        "date": day,
        "list": "IA",
        "group": group,
        "entry": "",
        "expected": expected,
        "condition": condition,
        "likely": likely,
    }


def _parametrised(module: ModuleType, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a test with one ``parametrize``: label and arguments."""
    function = getattr(module, name)
    marks = [m for m in getattr(function, "pytestmark", ()) if m.name == "parametrize"]
    if function.__module__ != module.__name__ or len(marks) != 1:
        return
    names = marks[0].args[0]
    names = [n.strip() for n in names.split(",")] if isinstance(names, str) else list(names)
    for row in marks[0].args[1]:
        values = tuple(getattr(row, "values", row if isinstance(row, tuple) else (row,)))
        given = dict(zip(names, values, strict=True))
        yield str(getattr(row, "id", None) or given.get("name", name)), given
