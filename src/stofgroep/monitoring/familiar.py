"""What the reference sets know a substance by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from stofgroep.monitoring.overview import NPS, ORDINARY
from stofgroep.reference import reference_set
from stofgroep.structure import Refusal, completions, parse
from stofgroep.wording import say


@cache
def familiar(lang: str) -> Mapping[str, tuple[str, str]]:
    """Canonical SMILES of a neutral substance → kind and name; an NPS with its class.

    A substance in more than one set is what the first says: an NPS that is a medicine too remains an NPS.
    """
    found: dict[str, tuple[str, str]] = {}
    for name, kind in (("nps", NPS), ("medicines", ORDINARY), ("everyday", ORDINARY)):
        for row in reference_set(name):
            parsed = parse(row.smiles)
            read = parsed if isinstance(parsed, Refusal) else completions(parsed)
            if isinstance(read, Refusal):
                continue  # the tests of the sets prove that there is none
            shown = row.name if kind != NPS else say(lang, "monitor.nps-name", name=row.name, cls=row.class_)
            for component in read.completions[0].components:
                found.setdefault(component.smiles, (kind, shown))
    return found
