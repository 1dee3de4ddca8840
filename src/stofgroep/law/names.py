"""Finding a row by any of its names or its CAS number."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from stofgroep.law.entries import Entry, Precursor
from stofgroep.law.lists import Lists

_GREEK = {
    "α": "alfa", "β": "beta", "γ": "gamma", "δ": "delta", "ω": "omega", "μ": "mu", "µ": "mu", "ψ": "psi",
}  # fmt: skip
# a-PVP is written where a keyboard has no alpha; A-796,260 and AM-2201 are codes.
_LATIN_ALPHA = re.compile(r"(?<![^\W_])a(?=[-‐‑–][^\W\d_])")


def normal(name: str) -> str:
    """A name without what writers differ in: case, diacritics, hyphens, blanks, brackets, Greek letters."""
    text = "".join(_GREEK.get(c, c) for c in _LATIN_ALPHA.sub("alfa", name.casefold()))
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum())
    return plain.replace("alpha", "alfa")


@cache
def _index(lists: Lists) -> dict[str, tuple[Entry | Precursor, ...]]:
    found: dict[str, tuple[Entry | Precursor, ...]] = {}
    rows: tuple[Entry | Precursor, ...] = (*lists.entries, *lists.precursors)
    for row in rows:
        for name in dict.fromkeys(normal(n) for n in (row.key, *row.all_names())):
            found[name] = (*found.get(name, ()), row)
    return found


def find_name(name: str, lists: Lists | None = None) -> tuple[Entry | Precursor, ...]:
    """Every row, of every period, that bears a name or CAS number.

    Parameters
    ----------
    name : in any spelling of case, diacritics, hyphens and Greek letters
    lists : where to look; the Dutch lists when None

    Returns
    -------
    The rows in the order of the table; empty when the name is unknown. It is
    ambiguous when they have more than one ``key``.
    """
    wanted = normal(name)
    return _index(lists or Lists.load()).get(wanted, ()) if wanted else ()
