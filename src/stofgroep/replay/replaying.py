"""Deciding once more what was decided before, and comparing versions, files and the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stofgroep.errors import DefinitionError, UnknownLawError
from stofgroep.law import Law
from stofgroep.replay.kept import Kept, Unusable
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Verdict
from stofgroep.verdict.named import verdict_for_name
from stofgroep.verdict.seal import facts, facts_sha256
from stofgroep.wording import LANGUAGES

_VERSIONS = ("package", "rdkit", "program_sha256")


@dataclass(frozen=True)
class Change:
    """Something that was one thing and is another now; "" where it was not there.

    ``what`` : "package", "rdkit", "program_sha256", the name of a file, or the path of a part of the answer
    """

    what: str
    then: str
    now: str


@dataclass(frozen=True)
class Replayed:
    """A kept verdict given once more.

    ``same`` : whether the answer is the same; None where the receipt does not tell what it was, and
               something it was made from has changed since
    ``made_from`` : versions and files that differ; ``answer`` : what differs in the answer
    """

    kept: Kept
    verdict: Verdict
    same: bool | None
    made_from: tuple[Change, ...]
    answer: tuple[Change, ...]


class Replayer:
    """Gives kept verdicts once more; the laws it has loaded for one serve the next.

    Parameters
    ----------
    law_file : the definition file, for receipts of a draft
    """

    def __init__(self, law_file: str | None = None) -> None:
        self._law_file = law_file
        self._deciders: dict[tuple[str, str, bool, str], Decider] = {}

    def replay(self, kept: Kept) -> Replayed | Unusable:
        """Decide once more, as the receipt says: on its date, under its law, in its language."""
        source = str(kept.receipt["law"]) if self._law_file is None else self._law_file
        languages = (kept.lang,) if kept.lang in LANGUAGES else LANGUAGES
        found = []
        try:
            for lang in languages:
                decider = self._decider(str(kept.receipt["date"]), source, kept.lists, lang)
                found.append(_again(kept, decider))
        except (UnknownLawError, DefinitionError) as error:
            return Unusable("no-law", str(error))
        # Older receipts do not say their language: that is the one in which the words agree.
        return min(found, key=lambda r: (bool(r.answer), r.verdict.reason != kept.reason))

    def _decider(self, date: str, source: str, lists: bool, lang: str) -> Decider:
        key = date, source, lists, lang
        if key not in self._deciders:
            self._deciders[key] = Decider(Law.at(date, source, lists), lang)
        return self._deciders[key]


def _again(kept: Kept, decider: Decider) -> Replayed:
    if kept.name:
        verdict = verdict_for_name(decider, kept.name, kept.explain)
    else:
        verdict = decider.verdict(str(kept.receipt["input"]), kept.id, kept.explain)
    assert verdict.receipt is not None, "a verdict of this package has a receipt"
    made_from = tuple(_versions(kept.receipt, verdict))
    now = facts(verdict)
    changes: list[Change] = []
    if str(kept.receipt["canonical"]) != verdict.receipt.canonical:
        changes.append(Change("canonical", str(kept.receipt["canonical"]), verdict.receipt.canonical))
    sealed = str(kept.receipt.get("answer_sha256", ""))
    if kept.answer is not None:
        changes += _differences("", kept.answer, now)
        conditions = tuple(f.condition for f in verdict.findings)
        if kept.lang in LANGUAGES and not changes and kept.conditions != conditions:
            changes += _differences("condition", list(kept.conditions), list(conditions))
        if sealed and facts_sha256(kept.answer) != sealed:
            changes.append(Change("answer_sha256", sealed, facts_sha256(kept.answer)))
    elif sealed and facts_sha256(now) != sealed:
        changes.append(Change("answer_sha256", sealed, facts_sha256(now)))
    same: bool | None = not changes
    if same and kept.answer is None and not sealed and made_from:
        same = None
    return Replayed(kept, verdict, same, made_from, tuple(changes))


def _versions(receipt: Mapping[str, Any], verdict: Verdict) -> Iterator[Change]:
    """Versions and files that are others now."""
    assert verdict.receipt is not None, "a verdict of this package has a receipt"
    for key in _VERSIONS:
        then, now = str(receipt.get(key, "")), str(getattr(verdict.receipt, key))
        if then and then != now:
            yield Change(key, then, now)
    then_files, now_files = receipt["files"], verdict.receipt.files
    for file in sorted({*then_files, *now_files}):
        if then_files.get(file) != now_files.get(file):
            yield Change(file, then_files.get(file, ""), now_files.get(file, ""))


def _differences(path: str, then: Any, now: Any) -> Iterator[Change]:
    """The parts of two answers that differ, by their path: findings[0].group."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*then, *now)):
            yield from _differences(f"{path}.{key}".lstrip("."), then.get(key), now.get(key))
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for index, (one, other) in enumerate(zip(then, now, strict=True)):
            yield from _differences(f"{path}[{index}]", one, other)
    elif then != now:
        yield Change(path, _text(then), _text(now))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, dict):
        return " ".join(_text(v) for v in (value.get("list"), value.get("group") or value.get("entry")) if v)
    return "" if value is None else str(value)
