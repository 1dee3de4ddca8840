"""Kept verdicts and receipts as they are read back: from JSON, a list of them, or lines of JSON."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stofgroep.verdict.seal import facts

_BY_NAME = ("unknown-name:", "ambiguous-name:", "no-structure-for-name:")
_TEXTS = ("input", "input_sha256", "canonical", "date", "law", "package", "rdkit")
_LATER = {
    "name": str,
    "lists": bool,
    "lang": str,
    "explain": bool,
    "program_sha256": str,
    "answer_sha256": str,
}


@dataclass(frozen=True)
class Kept:
    """A receipt with the answer that was given, as far as it was kept.

    ``name``   : what was asked about, when it was a name
    ``lang``   : "" when the receipt does not say
    ``answer`` : the facts of the verdict; None for a receipt on its own
    ``conditions``, ``reason`` : the words of the verdict
    """

    id: str
    receipt: Mapping[str, Any]
    name: str
    lists: bool
    lang: str
    explain: bool
    answer: dict[str, Any] | None
    conditions: tuple[str, ...] = ()
    reason: str = ""

    @property
    def asked(self) -> str:
        """What was asked about."""
        return self.name or str(self.receipt["input"])


@dataclass(frozen=True)
class Unusable:
    """Something that is no receipt, and why: the key of a message and what fills it in."""

    key: str
    value: str = ""


def read_kept(text: str) -> Iterator[Kept | Unusable]:
    """Everything in a text: one JSON value, or one a line."""
    try:
        whole = json.loads(text)
    except RecursionError:
        yield Unusable("nested")
        return
    except json.JSONDecodeError as whole_error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            yield Unusable("no-json", str(whole_error))
            return
        for line in lines:
            try:
                yield from _of_value(json.loads(line))
            except (json.JSONDecodeError, RecursionError) as error:
                yield Unusable("no-json", str(error))
        return
    yield from _of_value(whole)


def _of_value(value: Any) -> Iterator[Kept | Unusable]:
    if isinstance(value, list):
        for item in value:
            yield from _of_value(item)
    elif isinstance(value, dict) and isinstance(
        several := value.get("verdicts", value.get("receipts")), list
    ):
        yield from _of_value(several)
    elif isinstance(value, dict) and isinstance(value.get("verdict"), dict):
        yield from _of_value(value["verdict"])  # as the ledger of the service hands them out
    else:
        yield _one(value)


def _one(value: Any) -> Kept | Unusable:
    if not isinstance(value, dict):
        return Unusable("no-receipt")
    receipt = value["receipt"] if isinstance(value.get("receipt"), dict) else value
    problem = _problem(receipt)
    if problem is not None:
        return problem
    verdict = None if receipt is value else value
    answer = None
    if verdict is not None:
        try:
            answer = facts(verdict)
        except (KeyError, TypeError, AttributeError) as error:
            return Unusable("no-verdict", str(error))
    return Kept(
        id=str(value.get("id", "")) if verdict is not None else "",
        receipt=receipt,
        name=receipt.get("name") or _name(verdict, receipt),
        lists=receipt.get("lists", any(file.startswith("lists/") for file in receipt["files"])),
        lang=receipt.get("lang", ""),
        explain=receipt.get("explain", False),
        answer=answer,
        conditions=() if verdict is None else tuple(str(f.get("condition", "")) for f in verdict["findings"]),
        reason="" if verdict is None else str(verdict.get("reason", "")),
    )


def _problem(receipt: Mapping[str, Any]) -> Unusable | None:
    """What makes a receipt unusable, if anything does."""
    for key in _TEXTS:
        if not isinstance(receipt.get(key), str):
            return Unusable("no-field", key)
    for key, kind in _LATER.items():
        if key in receipt and not isinstance(receipt[key], kind):
            return Unusable("no-field", key)
    files = receipt.get("files")
    if not isinstance(files, dict) or not all(isinstance(sum, str) for sum in files.values()):
        return Unusable("no-field", "files")
    try:
        dt.date.fromisoformat(receipt["date"])
    except ValueError:
        return Unusable("no-field", "date")
    if (
        hashlib.sha256(receipt["input"].encode("utf-8", "surrogatepass")).hexdigest()
        != receipt["input_sha256"]
    ):
        return Unusable("other-input")
    return None


def _name(verdict: Mapping[str, Any] | None, receipt: Mapping[str, Any]) -> str:
    """The name that was asked about, for receipts from before they said so."""
    if verdict is None:
        return ""
    named = verdict.get("input") != receipt["input"]  # the receipt has the structure that bears the name
    named = named or str(verdict.get("reason", "")).startswith(_BY_NAME)
    named = named or any(finding["component"] == "" for finding in verdict["findings"])
    return str(verdict["input"]) if named else ""
