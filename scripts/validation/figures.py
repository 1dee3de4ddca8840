"""The tables of figures on the page: groups, lists and the German act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from stofgroep.law import Law
from stofgroep.reference import reference_set
from validation import judging, named
from validation.asking import LIKELY_IN, LIKELY_OUT, NOT_ASSESSED
from validation.evidence import DAY, Evidence, Version
from validation.expectations import EXPECTATION, GROUPS, NONE, SETS, Expected
from validation.judging import CERTAIN, WITH_LIKELY, Tally
from validation.markdown import names, table

MOST_NAMES = 12


def _wanted() -> dict[str, tuple[str, ...]]:
    numbers = {g.short: g.number for g in Law.groups_of("nl")}
    return {f"group {numbers[g]}: {g}": (g,) for g in GROUPS} | {"lijst IA, any group": GROUPS}


def _of(evidence: Evidence, *sets: str) -> dict[str, Tally]:
    answers = [a for a in evidence.groups if a.set_name in sets]
    return {n: judging.tally(answers, evidence.expectations, g) for n, g in _wanted().items()}


def groups(evidence: Evidence) -> str:
    """Sensitivity and specificity of every group over all sets."""
    return tallies(_of(evidence, *SETS))


def groups_of_sets(evidence: Evidence) -> list[tuple[str, str]]:
    """The same for every set."""
    return [(name, tallies(_of(evidence, name))) for name in SETS]


def depending(evidence: Evidence) -> str:
    """How many substances depend on a reading."""
    sides = (LIKELY_IN, LIKELY_OUT)
    return table(
        ("", *(f"members, {s}" for s in sides), *(f"others, {s}" for s in sides), NOT_ASSESSED),
        (
            (name, *(t.members[s] for s in sides), *(t.others[s] for s in sides), t.not_assessed())
            for name, t in _of(evidence, *SETS).items()
        ),
    )


def tallies(found: Mapping[str, Tally], head: str = "") -> str:
    """Sensitivity and specificity, certain and with likely."""
    return table(
        (
            head,
            "sensitivity, certain",
            "sensitivity, with likely",
            "specificity, certain",
            "specificity, with likely",
        ),
        (
            (
                name,
                t.sensitivity(CERTAIN),
                t.sensitivity(WITH_LIKELY),
                t.specificity(CERTAIN),
                t.specificity(WITH_LIKELY),
            )
            for name, t in found.items()
        ),
    )


def classes(evidence: Evidence) -> str:
    """What is expected of each class of NPS."""
    counts: dict[str, Counter[str]] = {}
    for row in reference_set("nps"):
        expected = evidence.expectations.of("nps", row).groups
        counts.setdefault(row.class_, Counter())[_in_order(expected)] += 1
    return table(
        ("class", "expected"),
        (
            (name, ", ".join(f"{expected}: {n}" for expected, n in found.most_common()))
            for name, found in counts.items()
        ),
    )


def disagreements(evidence: Evidence) -> str:
    """Every disagreement on a group, with the decision on it."""
    return table(
        ("set", "substance", "group", "program", "expected", "because", "decision"),
        (
            (
                d.answer.set_name,
                d.answer.row.name,
                d.group,
                d.says,
                "in" if d.group in d.expected.groups else "out",
                d.expected.why,
                f"*{d.expected.decision}*. {d.expected.remark}",
            )
            for d in evidence.disagreements
        ),
    )


def wrong(evidence: Evidence) -> list[Expected]:
    """The expectations that were corrected."""
    return [e for e in evidence.expectations.rows.values() if e.decision == EXPECTATION]


def corrected(evidence: Evidence) -> str:
    """What they were, and why."""
    return table(
        ("set", "substance", "first", "now", "because", "what was wrong"),
        (
            (e.set_name, e.key, _in_order(e.at_first()), _in_order(e.groups), e.why, e.remark)
            for e in wrong(evidence)
        ),
    )


def at_first(evidence: Evidence) -> str:
    """Sensitivity and specificity of the groups they concern, against the expectations before any run."""
    changed = ((e.set_name, g) for e in wrong(evidence) for g in sorted(e.groups ^ e.at_first()))
    found = {}
    for set_name, group in dict.fromkeys(changed):
        answers = [a for a in evidence.groups if a.set_name == set_name]
        name = f"`{set_name}`, {group}"
        found[name] = judging.tally(answers, evidence.expectations, (group,), at_first=True)
    return tallies(found, "set and group")


def lists(evidence: Evidence) -> str:
    """Sensitivity and specificity of the lists."""
    return tallies({f"lijst {name}": named.tally(evidence.lists, name, DAY) for name in named.LISTS})


def differences(evidence: Evidence) -> str:
    """What a name and a structure find differently."""
    return table(
        ("set", "substance", "list", "named", "program", "because"),
        (
            (
                d.answer.set_name,
                d.answer.row.name,
                d.list,
                "yes" if d.named else "no",
                d.says,
                d.remark or d.found_by(),
            )
            for d in evidence.differences
        ),
    )


def german(version: Version) -> str:
    """How much of its class each group takes in."""
    return table(
        (
            "group",
            "classes",
            "coverage, certain",
            "coverage, with likely",
            "others left alone, certain",
            "others left alone, with likely",
            "of the classes, depends",
            "of the others, depends",
        ),
        (
            (
                c.group,
                ", ".join(c.classes) or "–",
                c.tally.sensitivity(CERTAIN),
                c.tally.sensitivity(WITH_LIKELY),
                c.tally.specificity(CERTAIN),
                c.tally.specificity(WITH_LIKELY),
                *c.tally.depends(),
            )
            for c in version.coverage
        ),
    )


def outside(version: Version) -> str:
    """The substances of the class that are outside, or likely outside, as a list by group."""
    return "\n".join(
        f"* Outside {c.group} ({len(c.outside)}): {names([a.row.key for a in c.outside], MOST_NAMES)}"
        for c in version.coverage
        if c.outside
    )


def _in_order(found: frozenset[str]) -> str:
    return " + ".join(g for g in GROUPS if g in found) or NONE
