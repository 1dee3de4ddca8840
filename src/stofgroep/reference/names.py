"""Finding a substance of the reference sets by any of its names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from stofgroep.law.names import normal
from stofgroep.reference.rows import ReferenceRow
from stofgroep.reference.sets import reference_set, sets


@cache
def _index() -> Mapping[str, tuple[tuple[str, ReferenceRow], ...]]:
    found: dict[str, tuple[tuple[str, ReferenceRow], ...]] = {}
    for set_name in sets():
        for row in reference_set(set_name):
            for name in dict.fromkeys(normal(n) for n in row.all_names()):
                found[name] = (*found.get(name, ()), (set_name, row))
    return found


def find_reference(name: str) -> tuple[tuple[str, ReferenceRow], ...]:
    """Every row of every set that bears a name, each with the name of its set.

    Parameters
    ----------
    name : in any spelling of case, diacritics, hyphens and Greek letters

    Returns
    -------
    The rows in the order of the sets and their files; empty when the name is unknown. It is ambiguous when
    they have more than one ``smiles``.

    Raises
    ------
    DefinitionError : a file of a set is wrong
    """
    wanted = normal(name)
    return _index().get(wanted, ()) if wanted else ()
