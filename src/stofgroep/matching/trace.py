"""What each clause said of one embedding: taken down only when an explanation is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from stofgroep.definition.model import Text

Limits = tuple[tuple[int, str], ...]
"""What a limit says: (worlds, the number or the sizes; "" for no limit)."""


@dataclass(frozen=True)
class Why:
    """A reason or a fact as data: the key of its wording and what fills it in.

    ``slot``     : the place it speaks of (R1), "" where it speaks of none
    ``atoms``    : the atoms it speaks of, as a mask
    ``at``       : the skeleton atoms they hang on, as a mask
    ``measured`` : what was measured, in words of no language (7, 341.2)
    ``limits``   : what it is held against
    """

    key: str
    slot: str = ""
    atoms: int = 0
    at: int = 0
    measured: str = ""
    limits: Limits = ()


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

    def note(self, text: Text, worlds: int, atoms: int, *why: Why) -> None:
        """Add what a clause says; a clause met twice holds where both hold."""
        before = self.results.get(text.id)
        reasons = before.why if before else ()
        self.results[text.id] = ClauseResult(
            text,
            worlds if before is None else before.worlds & worlds,
            atoms if before is None else before.atoms | atoms,
            tuple(dict.fromkeys((*reasons, *why))),
        )
