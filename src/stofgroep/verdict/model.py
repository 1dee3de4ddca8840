"""A verdict as plain data: what a lab receives, and what is written as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

EXCLUDE = "exclude"
"""The word of the definition language for an exclusion, as it stands in the ids of clauses."""


class Outcome(StrEnum):
    """The five outcomes; there are never fewer."""

    LISTED = "listed"
    EXEMPT = "exempt"
    DEPENDS = "depends"
    NOT_LISTED = "not-listed"
    NOT_ASSESSED = "not-assessed"


@dataclass(frozen=True)
class Clause:
    """One clause of a definition as it came out for one structure.

    ``holds`` is "yes", "no" or "depends" (readings differ); ``atoms`` count from 0
    in the order of the canonical SMILES that stands beside them as ``component``.
    ``why`` says what stands where, what was measured and the limit, also where the clause holds.
    """

    id: str
    citation: str
    basis: str
    text: str
    holds: str
    atoms: tuple[int, ...] = ()
    why: str = ""

    @property
    def is_exclusion(self) -> bool:
        """Whether the clause takes substances out of the group: it then "holds" when it does not apply."""
        return EXCLUDE in self.id.split(".")


@dataclass(frozen=True)
class Finding:
    """One list entry or group that one component meets, certainly or perhaps.

    ``condition`` says under which options of which readings the finding holds
    ("" when certain), and ``condition_text`` the same as answers to questions;
    ``likely`` is "in" or "out" under the likely options. ``title`` is what the group
    is called in the law.
    """

    list: str
    group: str | None
    entry: str | None
    component: str
    completion: str | None
    citation: str
    basis: str
    certain: bool
    condition: str
    likely: str
    clauses: tuple[Clause, ...] = ()
    condition_text: str = ""
    title: str = ""


@dataclass(frozen=True)
class Exclusion:
    """A named exclusion that keeps a component out of a group it would meet."""

    group: str
    clause: str
    citation: str
    component: str
    name: str
    title: str = ""


@dataclass(frozen=True)
class NearMiss:
    """The embedding of a group's skeleton with the fewest failing clauses.

    ``skeleton`` is False when the skeleton does not occur: then ``clauses`` are
    its parts, and ``failing`` the missing ones.
    """

    group: str
    component: str
    failing: tuple[str, ...]
    skeleton: bool
    clauses: tuple[Clause, ...] = ()
    title: str = ""


@dataclass(frozen=True)
class Hinge:
    """Something the outcome hinges on: a reading, a date or an open structure.

    ``options`` : the options of a reading with their arguments, the first and last
    possible day, or the completions of the structure
    ``likely`` : the likely option of a reading, "" otherwise
    ``consequences`` : for each option of a reading whether the finding then holds: "in", "out" or
    "depends" (on the other readings); () otherwise
    """

    kind: str
    id: str
    question: str = ""
    options: tuple[str, ...] = ()
    likely: str = ""
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExceptionToCheck:
    """An exception bound to a product or person: to be checked, not decided."""

    citation: str
    text: str


@dataclass(frozen=True)
class Receipt:
    """What the verdict was made from; the same receipt gives the same verdict.

    ``name``   : what was asked about, when it was a name and not a structure
    ``lists``  : whether the lists of named substances counted
    ``lang``   : the language of the sentences
    ``explain`` : whether near misses were asked for
    ``program_sha256`` : of the code that decided; ``answer_sha256`` : of the answer without its sentences
    """

    input: str
    input_sha256: str
    canonical: str
    date: str
    law: str
    files: dict[str, str]
    package: str
    rdkit: str
    name: str = ""
    lists: bool = True
    lang: str = "nl"
    explain: bool = False
    program_sha256: str = ""
    answer_sha256: str = ""


@dataclass(frozen=True)
class Row:
    """A verdict in the columns that a screening adds to a table; "" where there is nothing to say."""

    outcome: Outcome
    list: str
    group: str
    entry: str
    certain: str
    reason: str
    all: str


@dataclass(frozen=True)
class Verdict:
    """The answer for one input on one date.

    ``reason`` is a sentence in the language asked for; for ``not-assessed`` it
    starts with the name of the :class:`stofgroep.structure.Reason`.
    """

    id: str
    input: str
    outcome: Outcome
    list: str | None
    group: str | None
    entry: str | None
    date: str
    law: str
    certain: bool
    reason: str
    findings: tuple[Finding, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    exceptions: tuple[ExceptionToCheck, ...] = ()
    hinges_on: tuple[Hinge, ...] = ()
    likely: str | None = None
    known_until: str | None = None
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    receipt: Receipt | None = field(default=None)
