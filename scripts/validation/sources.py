"""The tables of what the figures rest on: files, mutation results, and what is not verified."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

from mutation import results
from rdkit import rdBase

from stofgroep import __version__
from stofgroep.definition.model import Group
from stofgroep.law import Law
from stofgroep.reference import file_sha256
from validation import named, unverified
from validation.evidence import DAY, NPSG_DAYS, Evidence
from validation.expectations import SETS, TABLE
from validation.markdown import names, table
from validation.unverified import Basis


def npsg_groups(day: object) -> list[Group]:
    """The groups of the German act on a day, by number."""
    return sorted(Law.at(str(day), "npsg").groups, key=lambda g: g.number)


def dutch_groups(evidence: Evidence) -> list[Group]:
    """The groups of lijst IA, by number."""
    return sorted(evidence.law.groups, key=lambda g: g.number)


def made_with() -> str:
    """Versions and days."""
    return table(
        ("made with", ""),
        (
            ("stofgroep", __version__),
            ("RDKit", rdBase.rdkitVersion),
            ("day of the Dutch law", DAY),
            ("days of the German act", " and ".join(str(d) for d in NPSG_DAYS)),
        ),
    )


def used_files(evidence: Evidence) -> str:
    """Every file that the figures depend on, with its sum."""
    used = dict(evidence.law.files)
    for day in NPSG_DAYS:
        used |= Law.at(day, "npsg").files
    found = sorted(used.items())
    found += [(f"reference/{name}.csv", file_sha256(name)) for name in SETS]
    found += [(f"validation/{path.name}", results.sha256(path.read_bytes())) for path in (TABLE, named.TABLE)]
    return table(("file", "SHA-256"), ((f"`{name}`", f"`{total}`") for name, total in found))


def mutation() -> str:
    """The results of the last run, and whether the files are still those that it ran on."""
    heads = ("definition", "scenarios", "mutants", "noticed", "equivalent", "surviving")
    return table(
        (*heads, "run on the files of this page"),
        (
            (f"`{file}`", r.scenarios, r.mutants, r.noticed, r.equivalent, r.surviving, _still(r))
            for file, r in results.read().items()
        ),
    )


def not_mutated(evidence: Evidence) -> str:
    """Definitions in force of which no run is known."""
    groups = [*evidence.law.groups, *(g for day in NPSG_DAYS for g in npsg_groups(day))]
    return ", ".join(f"`{f}`" for f in sorted({g.file for g in groups} - results.read().keys()))


def _still(found: results.Result) -> str:
    versions = {g.file: g.sources for law in ("nl", "npsg") for g in Law.groups_of(law)}
    definition = results.of_sources(versions[found.file]) if found.file in versions else ""
    vocabulary = results.sha256(files("stofgroep.data").joinpath("smarts", "vocabulary.toml").read_bytes())
    changed = [
        name
        for name, then, now in (
            ("definition", found.definition_sha256, definition),
            ("vocabulary", found.vocabulary_sha256, vocabulary),
        )
        if then != now
    ]
    return f"no: {' and '.join(changed)} changed" if changed else "yes"


def german_readings() -> str:
    """The readings of both versions of the German act."""
    return table(
        ("version", "group", "reading", "question", "likely"),
        (
            (day, group.short, r.id, r.question["en"], r.likely)
            for day in NPSG_DAYS
            for group in npsg_groups(day)
            for r in group.readings
        ),
    )


def _bases(evidence: Evidence) -> list[Basis]:
    groups = [unverified.of_group(g) for g in dutch_groups(evidence)]
    return [*groups, unverified.of_closings(evidence.rows.closings)]


def bases(evidence: Evidence) -> str:
    """What the clauses of each definition rest on, and whether its first day is known."""
    return table(
        ("definition", *unverified.BASES, "first day in force"),
        (
            (
                b.name,
                *(b.counts[basis] for basis in unverified.BASES),
                b.first_days[0] if b.dated else f"inferred: {b.first_days[0]} to {b.first_days[1]}",
            )
            for b in _bases(evidence)
        ),
    )


def not_text(evidence: Evidence) -> str:
    """The clauses that rest on something else than the text."""
    lines = []
    for b in _bases(evidence):
        if len(b.clauses) == b.counts.total():
            kinds = dict.fromkeys(basis for _, basis in b.clauses)
            lines.append(f"* {b.name}: all of them ({', '.join(kinds)})")
        elif b.clauses:
            lines.append(f"* {b.name}: {', '.join(f'`{id}` ({basis})' for id, basis in b.clauses)}")
    return "\n".join(lines)


def list_rows(evidence: Evidence) -> str:
    """What the rows of the lists rest on."""
    return table(
        ("list", "rows", "basis", "how the structure was established", "first day uncertain"),
        (
            (r.list, r.total, _counts(r.basis), _counts(r.status), r.undated)
            for r in unverified.of_rows(evidence.rows)
        ),
    )


def list_remarks(evidence: Evidence) -> str:
    """The rows that rest on little, by name."""
    return "\n".join(
        f"* Lijst {r.list}: structure from a single source: {names(r.single_source)}; without structure: "
        f"{names(r.without_structure)}; not in the text at hand: {names(r.not_text)}."
        for r in unverified.of_rows(evidence.rows)
    )


def _counts(found: Counter[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(found.items()))
