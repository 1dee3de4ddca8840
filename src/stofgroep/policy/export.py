"""A report as data for programs: JSON with every table, CSV with one row per substance."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rdkit import rdBase

import stofgroep
from stofgroep.definition.trial import Change
from stofgroep.law import Law
from stofgroep.policy import summary
from stofgroep.policy.impact import Effect, Impact, Place, Result
from stofgroep.screening.writing import harmless

COLUMNS = (
    "set",
    "key",
    "name",
    "class",
    "smiles",
    "effect",
    "before",
    "after",
    "draft",
    "likely",
    "condition",
    "law",
    "excluded",
    "failing",
    "reason",
)


def as_csv(impact: Impact) -> str:
    """One row per substance, in the order of the sets; a name cannot start a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in impact.results:
        row = _row(result)
        writer.writerow([harmless(str(row[column])) for column in COLUMNS])
    return out.getvalue()


def _row(result: Result) -> dict[str, str]:
    return {
        "set": result.set,
        "key": result.substance.key,
        "name": result.substance.name,
        "class": result.substance.class_,
        "smiles": result.substance.structure,
        "effect": result.effect.value,
        "before": result.before.value,
        "after": result.after.value,
        "draft": result.says.value,
        "likely": "in" if result.likely else "out",
        "condition": condition_text(result),
        "law": " | ".join(map(place_text, result.places)),
        "excluded": result.excluded,
        "failing": " | ".join(result.failing),
        "reason": result.reason,
    }


def condition_text(result: Result) -> str:
    """Under which options a substance is a member, in symbols of no language; "" when certain."""
    return " / ".join(" & ".join(f"{r}={o}" for r, o in term) for term in result.condition)


def place_text(place: Place) -> str:
    """Where a substance stands in the law: list and entry or group, with ? where uncertain."""
    return f"{place.list}:{place.name}{'' if place.certain else '?'}"


def change_text(change: Change) -> str:
    """A change in symbols: ``path = 7``, ``path: − term``."""
    if change.kind == "leave-out":
        return f"− {change.path}"
    if change.kind == "drop":
        return f"{change.path}: − {change.item}"
    number = "none" if change.value is None else f"{change.value:g}"
    if change.item:
        bare = change.item.partition("<=")[0]
        return f"{change.path}: {bare}" + ("" if change.value is None else f"<={number}")
    return f"{change.path} = {number}"


def as_dict(impact: Impact, law: Law) -> dict[str, Any]:
    """Every table of the report as JSON-ready data; substances untouched by the draft are counted only."""
    return {
        "draft": {
            "id": impact.draft.group.id,
            "file": impact.draft.written.file,
            "sha256": impact.draft.written.sha256,
            "extends": impact.draft.extends or None,
            "replaces": impact.replaced or None,
            "differences": [asdict(d) for d in impact.draft.differences],
        },
        "law": impact.law,
        "date": impact.date.isoformat(),
        "versions": {"stofgroep": stofgroep.__version__, "rdkit": rdBase.rdkitVersion},
        "sets": [{"name": s.name, "substances": len(s.substances), "sha256": s.sha256} for s in impact.sets],
        "counts": [_plain(c) for c in summary.counts(impact)],
        "classes": [_plain(c) for c in summary.counts_by_class(impact)],
        "substances": [_row(r) for r in impact.results if _worth_naming(r)],
        "near_misses": [_row(r) for r in summary.near_misses(impact)],
        "overlap": [
            {
                "list": o.list,
                "group": o.name or None,
                "replaced": o.replaced,
                "members": o.members,
                "shared": len(o.shared),
                "only_draft": o.only_draft,
                "released": keys(o.released),
            }
            for o in summary.overlaps(impact, law)
        ],
        "sensitivity": [
            {
                "path": h.change.path,
                "change": change_text(h.change),
                "gained": keys(h.gained),
                "lost": keys(h.lost),
            }
            for h in summary.hinging(impact)
        ],
        "readings": [
            {"reading": o.reading, "option": o.option, "gained": keys(o.gained), "lost": keys(o.lost)}
            for o in summary.options(impact)
        ],
        "ranges": [
            {
                "path": table.point.path,
                "term": table.point.item or None,
                "values": [
                    {
                        "value": v.value,
                        "sets": dict(v.by_set),
                        "classes": [{"set": s, "class": c, "members": n} for s, c, n in v.by_class],
                    }
                    for v in table.values
                ],
            }
            for table in summary.ranges(impact)
        ],
    }


def keys(results: Iterable[Result]) -> list[str]:
    """Substances as ``set/key``."""
    return [f"{r.set}/{r.substance.key}" for r in results]


def _worth_naming(result: Result) -> bool:
    return result.effect is not Effect.UNCHANGED or result.says in summary.IN or bool(result.excluded)


def _plain(counts: summary.Counts) -> dict[str, Any]:
    plain = asdict(counts)
    plain["class"] = plain.pop("class_")
    return plain
