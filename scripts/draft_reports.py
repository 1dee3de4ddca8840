"""Makes the reports on the example drafts: docs/drafts/NAME.md and NAME.csv for data/drafts/NAME.toml.

    python scripts/draft_reports.py [--check]

Each draft is laid over the reference sets beside the Opiumwet of one fixed day. With ``--check``
nothing is written, and the exit code is 1 if a report would change.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stofgroep.law import Law
from stofgroep.policy import summary
from stofgroep.policy.draft import DraftText
from stofgroep.policy.export import change_text, place_text
from stofgroep.policy.impact import Effect, Impact, Result, assess
from stofgroep.policy.substances import REFERENCE_SETS, substance_sets

ROOT = Path(__file__).parents[1]
DRAFTS = ROOT / "data" / "drafts"
REPORTS = ROOT / "docs" / "drafts"
DAY = dt.date(2026, 11, 24)
MEANT_FOR = {
    "arylcyclohexylaminen": "arylcyclohexylamines",
    "benzodiazepinen": "benzodiazepines",
    "tramadolachtigen": "tramadol-like",
}
COLUMNS = ("set", "key", "name", "class", "draft", "likely", "effect", "law", "failing")


@dataclass(frozen=True)
class Report:
    """The files of one draft."""

    name: str
    markdown: str
    table: str


def report(name: str) -> Report:
    """The report on one example draft."""
    written = DraftText.read(DRAFTS / f"{name}.toml")
    law = Law.at(DAY)
    impact = assess(written, substance_sets(REFERENCE_SETS), law, lang="en")
    return Report(name, "\n".join(_markdown(name, impact, law)) + "\n", _table(impact))


def _markdown(name: str, impact: Impact, law: Law) -> Iterator[str]:
    group = impact.draft.group
    meant = MEANT_FOR[name]
    of_class = [r for r in impact.of_set("nps") if r.substance.class_ == meant]
    caught = [r for r in of_class if r.says in summary.IN]
    missed = [r for r in of_class if r.says not in summary.IN]
    yield f"# {group.title['en']}"
    yield ""
    yield "Made by `scripts/draft_reports.py`; do not edit. An example of a draft: no law, and no proposal"
    yield f"of one. The draft is `data/drafts/{name}.toml`; it was laid over the reference sets beside the"
    yield f"Opiumwet of {DAY.isoformat()}. [drafts.md](../drafts.md) explains the words; `{name}.csv` holds"
    yield "every substance that the draft catches or nearly catches."
    yield ""
    yield group.text.words["en"]
    yield ""
    yield "## What it is meant for"
    yield ""
    share = 100 * len(caught) / len(of_class)
    yield f"Of the {len(of_class)} substances of the class *{meant}* in the set `nps` it catches"
    yield f"{len(caught)} ({share:.1f} %)."
    if missed:
        yield ""
        yield "Missed:"
        yield ""
        for result in missed:
            why = ", ".join(f"`{c.removeprefix('build.')}`" for c in result.failing)
            yield f"- {result.substance.name}" + (f": {why} fails" if why else ": lacks the skeleton")
    yield ""
    yield "## Counts"
    yield ""
    yield "| set | substances | in the draft | depends | newly caught | now depends | not assessed |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for c in summary.counts(impact):
        numbers = (c.total, c.member, c.depends, c.caught, c.now_depends, c.not_assessed)
        yield f"| {c.set} | {' | '.join(map(str, numbers))} |"
    yield ""
    yield "Other classes of the set `nps` that it catches something of:"
    yield ""
    others = [
        c
        for c in summary.counts_by_class(impact)
        if c.set == "nps" and c.class_ != meant and c.member + c.depends
    ]
    if others:
        yield "| class | substances | caught | which |"
        yield "|---|---:|---:|---|"
        for c in others:
            mine = [r for r in summary.members(impact, "nps") if r.substance.class_ == c.class_]
            yield f"| {c.class_} | {c.total} | {len(mine)} | {_names(mine)} |"
    else:
        yield "none."
    for heading, of_set in (
        ("Every medicine it catches", "medicines"),
        ("Every everyday substance it catches", "everyday"),
    ):
        yield ""
        yield f"## {heading}"
        yield ""
        found = summary.members(impact, of_set)
        if not found:
            yield "None of the set."
            continue
        yield "| substance | by the draft | in the law already |"
        yield "|---|---|---|"
        for result in sorted(found, key=lambda r: r.substance.name.lower()):
            places = ", ".join(map(place_text, result.places)) or "–"
            yield f"| {result.substance.name} | {result.says.value} | {places} |"
    yield ""
    yield "## On which numbers it hinges"
    yield ""
    steps = [h for h in summary.hinging(impact) if h.change.kind == "number"]
    if steps:
        yield "One number changed, everything else as drafted; who is gained (+) and lost (−)."
        yield ""
        yield "| change | + | − | which |"
        yield "|---|---:|---:|---|"
        for h in steps:
            which = _names((*h.gained, *h.lost))
            yield f"| `{change_text(h.change)}` | {len(h.gained)} | {len(h.lost)} | {which} |"
    else:
        yield "No substance of the sets hinges on one step of a number."
    yield ""
    yield "## On which words it hinges"
    yield ""
    yield "One term or clause taken out; those left aside on which half of the substances hinge."
    yield ""
    yield "| taken out | − | which |"
    yield "|---|---:|---|"
    words = [h for h in summary.hinging(impact) if h.change.kind != "number" and h.change.item != "H"]
    for h in sorted(words, key=lambda h: h.count):
        if h.count <= len(caught) / 2:
            yield f"| `{change_text(h.change)}` | {h.count} | {_names((*h.gained, *h.lost))} |"
    quiet = summary.untouched(impact)
    yield ""
    yield f"On {len(quiet)} words and clauses nothing in the sets hinges: they reach substances that the sets"
    yield "do not hold, or none at all."
    if summary.options(impact):
        yield ""
        yield "## Readings"
        yield ""
        yield "| reading | option | + | − |"
        yield "|---|---|---:|---:|"
        for o in summary.options(impact):
            yield f"| {o.reading} | {o.option} | {_names(o.gained) or '–'} | {_names(o.lost) or '–'} |"
    yield ""
    yield "## Just outside"
    yield ""
    near = [r for r in summary.near_misses(impact) if r not in missed]
    if near:
        yield "Substances that have the skeleton, with the clause that keeps them out."
        yield ""
        yield "| substance | set | clause |"
        yield "|---|---|---|"
        for result in near:
            clauses = ", ".join(f"`{c.removeprefix('build.')}`" for c in result.failing)
            yield f"| {result.substance.name} | {result.set} | {clauses} |"
    else:
        yield "None of the sets."
    yield ""
    yield "## Beside the law"
    yield ""
    yield "| where | there | also in the draft | draft only |"
    yield "|---|---:|---:|---:|"
    for overlap in summary.overlaps(impact, law):
        where = f"lijst {overlap.list}" + (f", {overlap.name}" if overlap.name else "")
        yield f"| {where} | {overlap.members} | {len(overlap.shared)} | {overlap.only_draft} |"


def _names(results: Iterable[Result]) -> str:
    names = [r.substance.name.replace("|", "\\|") for r in results]
    shown = ", ".join(names[:10])
    return shown + (f" and {len(names) - 10} more" if len(names) > 10 else "")


def _table(impact: Impact) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for r in impact.results:
        near = 0 < len(r.failing) <= summary.MOST_FAILING
        if r.says in summary.IN or r.excluded or near or r.effect is not Effect.UNCHANGED:
            writer.writerow(
                (
                    r.set,
                    r.substance.key,
                    r.substance.name,
                    r.substance.class_,
                    r.says.value,
                    "in" if r.likely else "out",
                    r.effect.value,
                    " | ".join(map(place_text, r.places)),
                    " | ".join(r.failing),
                )
            )
    return out.getvalue()


def main() -> int:
    """Write or check every report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if something would change")
    check = parser.parse_args().check
    changed = []
    for name in sorted(MEANT_FOR):
        made = report(name)
        for suffix, text in ((".md", made.markdown), (".csv", made.table)):
            path = REPORTS / f"{name}{suffix}"
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                changed.append(path.name)
                if not check:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text, encoding="utf-8", newline="\n")
    for name in changed:
        print(f"{'would change' if check else 'written'}: {name}")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
