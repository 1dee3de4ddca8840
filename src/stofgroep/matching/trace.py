"""What each clause said of one embedding: taken down only when an explanation is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from stofgroep.definition.model import Text


@dataclass(frozen=True)
class Why:
    """A reason as data: the key of its wording and what fills it in."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ClauseResult:
    """One clause for one embedding: the worlds in which it holds and the atoms (a mask) it speaks of.

    ``open`` : it depends on readings of another group, which these worlds do not hold
    """

    text: Text
    worlds: int
    atoms: int
    why: tuple[Why, ...]
    open: bool = False


@dataclass
class Trace:
    """Collects clause results in the order in which they are met."""

    results: dict[str, ClauseResult] = field(default_factory=dict)

    def note(self, text: Text, worlds: int, atoms: int, why: Why | None = None) -> None:
        """Add what a clause says; a clause met twice holds where both hold."""
        before = self.results.get(text.id)
        reasons = before.why if before else ()
        if why is not None and why not in reasons:
            reasons = (*reasons, why)
        self.results[text.id] = ClauseResult(
            text,
            worlds if before is None else before.worlds & worlds,
            atoms if before is None else before.atoms | atoms,
            reasons,
        )
