"""A verdict for a name: of the structure that bears it, or, for a plant, of its row on a list."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from stofgroep.law.entries import Entry, Precursor
from stofgroep.law.lists import Lists
from stofgroep.law.names import find_name
from stofgroep.reference import ReferenceRow, file_sha256, find_reference
from stofgroep.structure import Reason
from stofgroep.verdict.decide import Decider
from stofgroep.verdict.model import Finding, Hinge, Outcome, Verdict
from stofgroep.wording import say


def verdict_for_name(decider: Decider, name: str, explain: bool) -> Verdict:
    """Decide what bears a name, synonym or CAS number.

    The lists come first; a name they do not know is looked for in the reference sets, where it is no more
    than another way to write a structure. A name that nothing bears, or more than one substance, is
    ``not-assessed``, as is one without a structure when the lists are left out. ``input`` is the name; the
    receipt holds the structure that was decided.
    """
    if not decider.law.is_known:
        return _refused(decider, name, Reason.LAW_VERSION_UNKNOWN)
    lists = decider.law.lists.lists if decider.law.lists is not None else Lists.load()
    rows = find_name(name, lists)
    # A precursor that is on a list too is the same substance: the list speaks for it.
    rows = tuple(row for row in rows if isinstance(row, Entry)) or rows
    keys = tuple(dict.fromkeys(row.key for row in rows))
    if not keys:
        return _by_reference(decider, name, explain)
    if len(keys) > 1:
        return _refused(decider, name, Reason.AMBIGUOUS_NAME, ", ".join(keys))
    row = next((row for row in rows if row.force.possible(decider.law.date)), rows[0])
    if row.structures:
        verdict = decider.verdict(row.structures[0], "", explain)
        note = say(decider.lang, "verdict.read-as", name=row.name, structure=row.structures[0])
        return replace(verdict, input=name, notes=(note, *verdict.notes))
    if isinstance(row, Precursor) or decider.law.lists is None or not decider.law.is_known:
        return _refused(decider, name, Reason.NO_STRUCTURE_FOR_NAME)
    return _by_row(decider, name, row)


def _by_reference(decider: Decider, name: str, explain: bool) -> Verdict:
    """The structure that the reference sets give to a name, decided like any other."""
    found: dict[str, tuple[str, ReferenceRow]] = {}
    for set_name, row in find_reference(name):
        found.setdefault(row.smiles, (set_name, row))
    if not found:
        return _refused(decider, name, Reason.UNKNOWN_NAME)
    if len(found) > 1:
        detail = ", ".join(f"{set_name}: {row.name}" for set_name, row in found.values())
        return _refused(decider, name, Reason.AMBIGUOUS_NAME, detail)
    ((set_name, row),) = found.values()
    verdict = decider.verdict(row.smiles, "", explain)
    note = say(
        decider.lang,
        "verdict.read-as-reference",
        name=row.name,
        structure=row.smiles,
        set=set_name,
        sha256=file_sha256(set_name),
    )
    return replace(verdict, input=name, notes=(note, *verdict.notes))


def _refused(decider: Decider, name: str, reason: Reason, detail: str = "") -> Verdict:
    sentence = say(decider.lang, f"structure.reason-{reason.value}")
    said = f"{reason.value}: {sentence}" + (f" ({detail})" if detail else "")
    return replace(_blank(decider, name), reason=said)


def _blank(decider: Decider, name: str) -> Verdict:
    """A verdict about a name, with its receipt, of which nothing is decided yet."""
    nothing = decider.verdict("")
    if nothing.receipt is None:
        return replace(nothing, input=name)
    digest = hashlib.sha256(name.encode()).hexdigest()
    return replace(nothing, input=name, receipt=replace(nothing.receipt, input=name, input_sha256=digest))


def _by_row(decider: Decider, name: str, entry: Entry) -> Verdict:
    """A plant, mushroom or preparation: on the list on that date, perhaps, or not."""
    lang, date, force = decider.lang, decider.law.date, entry.force
    blank = _blank(decider, name)
    if not force.possible(date):
        until = decider.law.known_until
        warnings = (say(lang, "verdict.known-until", date=until),) if date > until else ()
        reason = say(lang, "verdict.name-not-listed", name=entry.name)
        return replace(blank, outcome=Outcome.NOT_LISTED, certain=True, reason=reason, warnings=warnings)
    text = say(lang, "lists.row-exact", name=entry.name, list=entry.list)
    finding = Finding(
        list=entry.list,
        group=None,
        entry=entry.key,
        component="",
        completion=None,
        citation=entry.citation + (f" ({entry.decree})" if entry.decree else ""),
        basis=entry.basis,
        certain=True,
        condition="",
        likely="in",
    )
    placed = replace(blank, list=entry.list, entry=entry.key, findings=(finding,))
    if force.certain(date):
        reason = say(lang, "verdict.listed-entry", list=entry.list, text=text)
        return replace(placed, outcome=Outcome.LISTED, certain=True, reason=reason)
    condition = say(lang, "verdict.if-listed-on", date=date)
    first, last = force.since_earliest, force.since_latest
    likely = "in" if _likely(force.since_earliest, last, date, decider) else "out"
    question = say(lang, "lists.date-question", first=first, last=last)
    return replace(
        placed,
        outcome=Outcome.DEPENDS,
        reason=say(lang, "verdict.depends-entry", list=entry.list, text=text, condition=condition),
        findings=(replace(finding, certain=False, condition=condition, likely=likely),),
        hinges_on=(Hinge("date", entry.key, question, (first.isoformat(), last.isoformat())),),
        likely=likely,
    )


def _likely(first: dt.date, last: dt.date, date: dt.date, decider: Decider) -> bool:
    """As for structures: most of the span has passed, or it was there when the lists became known."""
    return first <= decider.law.book.known_from or (date - first) * 2 >= last - first
