"""The page on validation: the sentences of ``page.md.j2`` around the tables."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from stofgroep.reference import reference_set
from stofgroep.validation.scenarios import shipped_suite
from validation import figures, hinging, sources
from validation.evidence import Evidence
from validation.expectations import SETS
from validation.hinging import Hinging
from validation.judging import CERTAIN
from validation.markdown import names

MOST_NAMES = 8


def page(evidence: Evidence) -> str:
    """The whole page in Markdown."""
    # Markdown, and nothing in it comes from outside: there is nothing to escape
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["hinging"] = hinging_on_it
    return environment.get_template("page.md.j2").render(_context(evidence)).rstrip() + "\n"


def hinging_on_it(found: Hinging) -> str:
    """Which substances hinge on a reading, by set."""
    said = []
    for set_name in SETS:
        own = [a.row.key for a in found.of_set(set_name)]
        if own:
            said.append(f"{len(own)} of `{set_name}` ({names(own, MOST_NAMES)})")
    return "; ".join(said) or "nothing in the reference sets"


def _context(evidence: Evidence) -> dict[str, Any]:
    rows = evidence.expectations.rows.values()
    book = evidence.law.book
    suite = Counter(s.subject for s in shipped_suite().scenarios)
    return {
        "made_with": sources.made_with(),
        "files": sources.used_files(evidence),
        "sizes": [(name, len(reference_set(name))) for name in SETS],
        "rows": len(rows),
        "rows_in": sum(bool(e.groups) for e in rows),
        "groups": figures.groups(evidence),
        "depending": figures.depending(evidence),
        "groups_of_sets": figures.groups_of_sets(evidence),
        "classes": figures.classes(evidence),
        "disagreements": evidence.disagreements,
        "certain": sum(d.says in CERTAIN for d in evidence.disagreements),
        "disagreements_table": figures.disagreements(evidence),
        "corrected": figures.wrong(evidence),
        "at_first": figures.at_first(evidence),
        "corrected_table": figures.corrected(evidence),
        "lists": figures.lists(evidence),
        "differences": figures.differences(evidence),
        "german": [(v.day, figures.german(v), figures.outside(v)) for v in evidence.versions],
        "mutation": sources.mutation(),
        "not_mutated": sources.not_mutated(evidence),
        "scenarios": sum(suite.values()),
        "scenarios_by_subject": ", ".join(f"{subject} {n}" for subject, n in suite.items()),
        "definitions": _definitions(evidence),
        "german_readings": sources.german_readings(),
        "bases": sources.bases(evidence),
        "not_text": sources.not_text(evidence),
        "list_rows": sources.list_rows(evidence),
        "list_remarks": sources.list_remarks(evidence),
        "groups_known_until": book.groups_known_until,
        "lists_known_until": book.lists_known_until,
    }


def _definitions(evidence: Evidence) -> list[tuple[str, tuple[Hinging, ...]]]:
    found = [
        (f"Group {g.number}: {g.short}", hinging.of_group(g.readings, evidence.groups, g.short))
        for g in sources.dutch_groups(evidence)
    ]
    closings = evidence.rows.closings
    own = hinging.of_list(closings.readings, evidence.lists, closings.list)
    return [*found, (f"Closing clauses of lijst {closings.list}", own)]
