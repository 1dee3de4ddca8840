"""A verdict as JSON-ready data, its keys in the order of the contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from stofgroep.verdict.model import Verdict


def as_dict(verdict: Verdict) -> dict[str, Any]:
    """Plain dictionaries, lists, strings and booleans; every verdict has the same keys."""
    plain: dict[str, Any] = asdict(verdict)
    plain["outcome"] = verdict.outcome.value
    return plain
