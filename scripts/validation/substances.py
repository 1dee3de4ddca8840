"""The table behind the page: every substance of which there is something to say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from validation import coverage, judging
from validation.asking import Answer
from validation.evidence import DAY, Evidence
from validation.expectations import GROUPS
from validation.judging import CERTAIN

COLUMNS = (
    "law", "date", "set", "key", "name", "class", "smiles", "list", "group", "expected", "says", "condition",
    "failing", "decision", "remark",
)  # fmt: skip
NOT_JOINED = "the parts are there, but not joined"


def substances(evidence: Evidence) -> str:
    """The table as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    for row in (*_of_groups(evidence), *_of_lists(evidence), *_of_germany(evidence)):
        writer.writerow(row)
    return out.getvalue()


def _about(answer: Answer, law: str, date: object) -> dict[str, str]:
    row = answer.row
    return {
        "law": law,
        "date": str(date),
        "set": answer.set_name,
        "key": row.key,
        "name": row.name,
        "class": row.class_,
        "smiles": row.smiles,
    }


def _of_groups(evidence: Evidence) -> Iterator[dict[str, str]]:
    """Whatever depends, and every disagreement."""
    wrong = {(d.answer.set_name, d.answer.row.key, d.group) for d in evidence.disagreements}
    for answer in evidence.groups:
        expected = evidence.expectations.of(answer.set_name, answer.row)
        for group in GROUPS:
            says = answer.says(judging.LIST, group)
            differs = (answer.set_name, answer.row.key, group) in wrong
            if says in CERTAIN and not differs:
                continue
            yield _about(answer, "nl", DAY) | {
                "list": judging.LIST,
                "group": group,
                "expected": "in" if group in expected.groups else "out",
                "says": says,
                "condition": answer.condition(group),
                "decision": expected.decision if differs else "",
                "remark": expected.remark if differs else "",
            }


def _of_lists(evidence: Evidence) -> Iterator[dict[str, str]]:
    """Every difference between a name and a structure."""
    for d in evidence.differences:
        yield _about(d.answer, "nl", DAY) | {
            "list": d.list,
            "expected": "in" if d.named else "out",
            "says": d.says,
            "condition": "; ".join(f.condition for f in d.findings if f.condition),
            "remark": d.remark or d.found_by(),
        }


def _of_germany(evidence: Evidence) -> Iterator[dict[str, str]]:
    """What of a class is outside the group that was written for it."""
    for version in evidence.versions:
        for covered in version.coverage:
            for answer in covered.outside:
                yield _about(answer, "npsg", version.day) | {
                    "list": coverage.LIST,
                    "group": covered.group,
                    "expected": "class",
                    "says": answer.says(coverage.LIST, covered.group),
                    "condition": answer.condition(covered.group),
                    "failing": "; ".join(version.failing[covered.group, answer.row.key]) or NOT_JOINED,
                }
