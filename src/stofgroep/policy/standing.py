"""What a law, or a draft, says of the components of one substance, as little as can be kept and compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rdkit import rdBase

from stofgroep.structure import Limits, Refusal, Structure, completions, parse

# Whoever asks runs in a process that can be killed, so nothing need be sent to another one.
LIMITS = Limits(rings_in_process=1_000_000)


@dataclass(frozen=True)
class HitMet:
    """A row or closing clause of a list that a component meets."""

    list: str
    entry: str
    clause: str
    certain: bool
    likely: bool


@dataclass(frozen=True)
class MemberMet:
    """A group of which a component is a member, in these worlds.

    ``readings`` : the readings that span the worlds; None: those of the group
    """

    group: str
    worlds: int
    date_certain: bool
    readings: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Met:
    """What one component meets under a law.

    ``excluded`` : (id of a group, name under which it is excluded from that group)
    ``precursor`` : key of the registered precursor it is, "" if it is none
    """

    hits: tuple[HitMet, ...] = ()
    members: tuple[MemberMet, ...] = ()
    excluded: tuple[tuple[str, str], ...] = ()
    precursor: str = ""
    precursor_certain: bool = False


@dataclass(frozen=True)
class Standing:
    """What a law says of one substance: for each completion, for each component; or why it says nothing."""

    completions: tuple[tuple[Met, ...], ...] = ()
    refusal: str = ""


@dataclass(frozen=True)
class DraftMet:
    """What a draft says of one component.

    ``worlds``   : the worlds of its readings in which the component is a member
    ``excluded`` : the name under which it is excluded
    ``changed``  : bit 0: member as drafted, under the likely readings; bit k: with change k
    ``failing``  : for one that is no member but has the skeleton, the clauses that fail
    ``readings`` : the readings that span ``worlds``; None: those of the draft
    ``others``   : memberships of the groups of the law that speak of the draft
    """

    worlds: int = 0
    excluded: str = ""
    changed: int = 0
    failing: tuple[str, ...] = ()
    readings: tuple[str, ...] | None = None
    others: tuple[MemberMet, ...] = ()


@dataclass(frozen=True)
class DraftStanding:
    """What a draft says of one substance; without completions no component can be a member."""

    completions: tuple[tuple[DraftMet, ...], ...] = ()
    refusal: str = ""


def structure_of(text: str) -> Structure | Refusal:
    """A structure with its completions and components."""
    with rdBase.BlockLogs():
        parsed = parse(text, LIMITS)
        return parsed if isinstance(parsed, Refusal) else completions(parsed, LIMITS)


def as_plain(standing: Standing) -> Any:
    """A standing as JSON-ready data."""
    if standing.refusal:
        return standing.refusal
    return [
        [
            [
                [[h.list, h.entry, h.clause, h.certain, h.likely] for h in met.hits],
                [[m.group, format(m.worlds, "x"), m.date_certain, m.readings] for m in met.members],
                [list(pair) for pair in met.excluded],
                met.precursor,
                met.precursor_certain,
            ]
            for met in components
        ]
        for components in standing.completions
    ]


def from_plain(plain: Any) -> Standing:
    """The same back.

    Raises
    ------
    TypeError, ValueError, IndexError : for data of another form
    """
    if isinstance(plain, str):
        return Standing(refusal=plain)
    return Standing(tuple(tuple(_met(*met) for met in components) for components in plain))


def _met(hits: Any, members: Any, excluded: Any, precursor: Any, certain: Any) -> Met:
    return Met(
        tuple(HitMet(str(a), str(b), str(c), bool(d), bool(e)) for a, b, c, d, e in hits),
        tuple(
            MemberMet(str(a), int(b, 16), bool(c), None if d is None else tuple(map(str, d)))
            for a, b, c, d in members
        ),
        tuple((str(a), str(b)) for a, b in excluded),
        str(precursor),
        bool(certain),
    )
