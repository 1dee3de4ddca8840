"""Decides whether a chemical structure falls under the Dutch Opiumwet on a date, and shows why.

>>> import datetime as dt, stofgroep
>>> verdict = stofgroep.check("CNC(C)C(=O)c1ccccc1C", date=dt.date(2026, 11, 23))
>>> verdict.outcome, verdict.group
(<Outcome.LISTED: 'listed'>, 'fenethylaminen')

Everything in ``__all__`` is the public interface; the rest may change. Names are loaded
when first used, so that ``import stofgroep`` does not wait for RDKit and pandas.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from stofgroep.errors import DefinitionError, StofgroepError, UnknownLawError, UsageError

if TYPE_CHECKING:
    from stofgroep.law import Law
    from stofgroep.screening.frame import screen
    from stofgroep.verdict import check
    from stofgroep.verdict.model import Outcome, Verdict

try:
    __version__ = version("stofgroep")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0+unknown"

__all__ = [
    "DefinitionError",
    "Law",
    "Outcome",
    "StofgroepError",
    "UnknownLawError",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "screen",
]

_HOMES = {
    "Law": "stofgroep.law",
    "Outcome": "stofgroep.verdict.model",
    "Verdict": "stofgroep.verdict.model",
    "check": "stofgroep.verdict",
    "screen": "stofgroep.screening.frame",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
