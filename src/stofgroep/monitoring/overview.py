"""Reports merged into substances, counted per half-year, laboratory, list and group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from stofgroep.monitoring.periods import UNKNOWN, previous
from stofgroep.monitoring.sources import Report
from stofgroep.monitoring.substances import Identifier, Unidentified
from stofgroep.verdict.model import Outcome, Row

NPS, ORDINARY, UNFAMILIAR = "nps", "ordinary", "unfamiliar"
_NAMES_SHOWN = 5


@dataclass(frozen=True)
class Substance:
    """One substance over all laboratories and periods.

    key : canonical SMILES
    names : as the laboratories call it, the most frequent first
    row : what the law says of it on the day of the overview
    kind : "nps" (a known NPS), "ordinary" (a medicine or everyday substance) or "unfamiliar"
    kind_name : its name, and class for an NPS, in the reference set
    counts : number of reports by (period, laboratory)
    """

    key: str
    names: tuple[str, ...]
    row: Row
    kind: str
    kind_name: str
    counts: Mapping[tuple[str, str], int]

    def in_period(self, period: str) -> int:
        """Number of reports in a half-year."""
        return sum(n for (when, _), n in self.counts.items() if when == period)

    def labs(self, period: str | None = None) -> tuple[str, ...]:
        """The laboratories that reported it, in a half-year or ever."""
        return tuple(sorted({lab for when, lab in self.counts if period in (None, when)}))

    @property
    def first(self) -> str:
        """The first half-year with a report; "" when no date is known."""
        return min((when for when, _ in self.counts if when != UNKNOWN), default=UNKNOWN)

    @property
    def total(self) -> int:
        """Number of reports."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Unassessed:
    """A report of which no substance could be told; it is counted, never left out."""

    report: Report
    reason: str


@dataclass(frozen=True)
class Overview:
    """Everything the overview says, before it is put into a page or a table.

    period : the half-year under review
    rows : number of reports read; a report of a mixture counts for each of its substances
    known_before : keys of substances that an earlier overview already had
    """

    period: str
    rows: int
    substances: tuple[Substance, ...]
    unassessed: tuple[Unassessed, ...]
    known_before: frozenset[str] = field(default_factory=frozenset)

    @property
    def periods(self) -> tuple[str, ...]:
        """Every half-year with a report, in order; reports without a date are under "", the last."""
        found = {when for s in self.substances for when, _ in s.counts}
        found |= {u.report.period for u in self.unassessed}
        return tuple(sorted(found, key=lambda when: (when == UNKNOWN, when)))

    @property
    def labs(self) -> tuple[str, ...]:
        """Every laboratory, by name."""
        found = {lab for s in self.substances for _, lab in s.counts}
        return tuple(sorted(found | {u.report.lab for u in self.unassessed}))

    def is_new(self, substance: Substance) -> bool:
        """Whether it was first reported in the half-year under review, and no earlier overview has it.

        A report without a date may be an earlier one: then the substance is not called new.
        """
        undated = any(when == UNKNOWN for when, _ in substance.counts)
        return substance.first == self.period and not undated and substance.key not in self.known_before

    @property
    def new(self) -> tuple[Substance, ...]:
        """Substances new in the half-year under review, the most reported first."""
        return tuple(s for s in self._by_reports() if self.is_new(s))

    @property
    def ranked(self) -> tuple[Substance, ...]:
        """Known NPS and unfamiliar substances on no list, in the order in which they ask for attention.

        By reports in the half-year under review, then laboratories, then growth on the half-year before.
        """
        return tuple(
            s
            for s in self._by_reports()
            if s.row.outcome in (Outcome.NOT_LISTED, Outcome.DEPENDS) and s.kind != ORDINARY
        )

    def _by_reports(self) -> list[Substance]:
        return sorted(self.substances, key=self._attention)

    def _attention(self, substance: Substance) -> tuple[int, int, int, int, str]:
        now = substance.in_period(self.period)
        growth = now - substance.in_period(previous(self.period))
        return (-now, -len(substance.labs(self.period)), -growth, -substance.total, substance.key)


def overview(
    reports: Iterable[Report],
    identifier: Identifier,
    familiar: Mapping[str, tuple[str, str]],
    period: str | None = None,
    known_before: Iterable[str] = (),
) -> Overview:
    """Merge reports.

    Parameters
    ----------
    reports : rows of result files
    identifier : tells and decides substances
    familiar : canonical SMILES → (kind, name) of the reference sets
    period : half-year under review; the last one with a report when None
    known_before : canonical SMILES that an earlier overview had
    """
    counts: dict[str, Counter[tuple[str, str]]] = {}
    names: dict[str, Counter[str]] = {}
    decided: dict[str, Row] = {}
    unassessed: list[Unassessed] = []
    rows = 0
    for report in reports:
        rows += 1
        found = identifier.of(report)
        if isinstance(found, Unidentified):
            unassessed.append(Unassessed(report, found.reason))
            continue
        for identity in found:
            decided[identity.key] = identity.row
            counts.setdefault(identity.key, Counter())[report.period, report.lab] += 1
            # the name of a mixture is the name of none of its parts
            if report.substance and len(found) == 1:
                names.setdefault(identity.key, Counter())[report.substance] += 1
    substances = tuple(
        Substance(
            key=key,
            names=_common(names.get(key, Counter())),
            row=decided[key],
            kind=familiar.get(key, (UNFAMILIAR, ""))[0],
            kind_name=familiar.get(key, (UNFAMILIAR, ""))[1],
            counts=dict(sorted(counts[key].items())),
        )
        for key in sorted(counts)
    )
    made = Overview("", rows, substances, tuple(unassessed), frozenset(known_before))
    return replace(made, period=period or max(made.periods, default=UNKNOWN))


def _common(names: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-names[name], name.casefold(), name))[:_NAMES_SHOWN])
