"""A proportion with its exact confidence interval.

The interval is that of Clopper and Pearson: it never covers less than it says, however small the numbers.
scipy computes it (BSD-3); it is needed here only, so it belongs to the tools for development.
"""

from __future__ import annotations

from dataclasses import dataclass

from scipy.stats import binomtest

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Proportion:
    """``hits`` out of ``total``."""

    hits: int
    total: int

    def interval(self) -> tuple[float, float]:
        """Lower and upper bound (Clopper–Pearson, 95 %), between 0 and 1; (0, 1) of nothing."""
        if not self.total:
            return 0.0, 1.0
        found = binomtest(self.hits, self.total).proportion_ci(CONFIDENCE, method="exact")
        return float(found.low), float(found.high)

    def __str__(self) -> str:
        """``hits/total = share % (lower–upper)``, in per cent; ``–`` of nothing."""
        if not self.total:
            return "–"
        low, high = self.interval()
        return f"{self.hits}/{self.total} = {self.hits / self.total:.1%} ({low:.1%}–{high:.1%})"
