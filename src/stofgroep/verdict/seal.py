"""What an answer comes down to, whatever its language: to compare answers, and to seal a receipt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from stofgroep.verdict.model import Verdict

_ANSWER = ("outcome", "list", "group", "entry", "certain", "likely", "date", "law", "known_until")
_FINDING = ("list", "group", "entry", "component", "completion", "citation", "basis", "certain", "likely")


def facts(verdict: Verdict | Mapping[str, Any]) -> dict[str, Any]:
    """The answer without its sentences: of a verdict, or of one read back from JSON.

    Raises
    ------
    KeyError, TypeError, AttributeError : for what is no verdict
    """
    found: dict[str, Any] = {key: _plain(_of(verdict, key)) for key in _ANSWER}
    findings = _of(verdict, "findings")
    found["findings"] = [{key: _plain(_of(finding, key)) for key in _FINDING} for finding in findings]
    found["exclusions"] = [
        [_of(e, "group"), _of(e, "clause"), _of(e, "component")] for e in _of(verdict, "exclusions")
    ]
    found["exceptions"] = [_of(exception, "citation") for exception in _of(verdict, "exceptions")]
    found["hinges_on"] = [[_of(hinge, "kind"), _of(hinge, "id")] for hinge in _of(verdict, "hinges_on")]
    return found


def seal(verdict: Verdict) -> Verdict:
    """The verdict with a hash of its facts in its receipt."""
    if verdict.receipt is None:
        return verdict
    return replace(verdict, receipt=replace(verdict.receipt, answer_sha256=facts_sha256(facts(verdict))))


def facts_sha256(found: Mapping[str, Any]) -> str:
    """SHA-256 of facts, whatever the order of their keys."""
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _of(thing: Any, key: str) -> Any:
    return thing[key] if isinstance(thing, Mapping) else getattr(thing, key)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value
