"""Registry numbers: the check digit, and whether a collection links the number to the same skeleton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from corpora import Witness
from structures import keys


def valid(number: str) -> bool:
    """True when the check digit of a CAS number fits."""
    head, middle, check = number.split("-")
    digits = (head + middle)[::-1]
    return sum(int(d) * i for i, d in enumerate(digits, 1)) % 10 == int(check)


def index(witnesses: Iterable[Witness]) -> dict[str, set[str]]:
    """CAS number -> structures that collections link to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for witness in witnesses:
        if witness.cas:
            found[witness.cas].add(witness.structure)
    return found


def verdict(number: str, structures: list[str], known: dict[str, set[str]]) -> str:
    """ "confirmed", "unconfirmed", or what is wrong with the number."""
    if not valid(number):
        return "check digit wrong"
    linked = known.get(number)
    if not linked:
        return "unconfirmed"
    own = {k[0] for s in structures if (k := keys(s))}
    there = {k[0] for s in linked if (k := keys(s))}
    return "confirmed" if own & there else f"linked to another structure: {sorted(linked)}"
