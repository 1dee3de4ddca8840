"""Something harmless in the place of a fault, so that the other faults can be found."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

_TEXTS = ("title", "text", "question", "definition")
_WORDS: dict[str, Any] = {
    "id": "draft.example",
    "list": "-",
    "number": 1,
    "url": "https://example.org",
    "citation": "-",
    "basis": "text",
    "nl": "-",
    "en": "-",
    "mass": 1,
    "mass_sum": 1,
    "max": 1,
    "min": 1,
    "count": 1,
    "bond": 1,
    "repeat": False,
    "open": False,
    "size": "any",
    "sizes": "any",
    "grow": "[#6]",
    "excluding": "[#6]",
    "as": "[#6:1]~[#6]~[#6:2]",
    "from": dt.date(2000, 1, 1),
    "until": dt.date(2999, 1, 1),
}
_OF_SLOTS = ("from", "to")
_fresh = itertools.count(30)


def stand_in(path: list[str], holder: dict[str, Any]) -> Any:
    """A value that can stand at a path; None if nothing simple can.

    Parameters
    ----------
    path : the steps of the key
    holder : the table it stands in
    """
    key = path[-1]
    if key in _TEXTS:
        return {"nl": "-", "en": "-"}
    if len(path) > 1 and path[-2] == "structures":
        return "C" * next(_fresh)  # two names for one structure would be another fault
    if len(path) > 1 and path[-2] == "options":
        return {"nl": "-", "en": "-"}
    if key == "smarts":
        return _pattern(holder.get("sites"))
    if key == "likely" and isinstance(holder.get("options"), dict):
        return next(iter(holder["options"]), None)
    if key in _OF_SLOTS and path[0] != "in_force":
        return None
    return _WORDS.get(key)


def _pattern(sites: Any) -> str:
    """A pattern with an atom for every site."""
    numbers: list[int] = []
    for value in sites.values() if isinstance(sites, dict) else ():
        numbers += [n for n in (value if isinstance(value, list) else [value]) if isinstance(n, int)]
    if not isinstance(sites, dict):
        return "[#6:1]"
    return "~".join(f"[*:{n}]" for n in dict.fromkeys(numbers)) or "*"
