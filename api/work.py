"""What worker processes do: decide, draw and try drafts. They never load the web framework.

A task is a JSON text, so that :class:`stofgroep.isolation.Isolated` can run it, and so that
nothing but text crosses the border between processes.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import json
import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from rdkit import Chem, RDLogger

from stofgroep.api.jobs import DECISIONS_FILE, RESULT_FILE, STRUCTURES_FILE
from stofgroep.definition.loader import parse_toml
from stofgroep.definition.overlay import EXTENDS
from stofgroep.errors import DefinitionError, UnknownLawError, UsageError
from stofgroep.law import Law
from stofgroep.picture.legend import LegendEntry, Picture, legend_of, marks_of_ones_own, picture
from stofgroep.policy.draft import DraftText
from stofgroep.policy.export import as_dict as impact_as_dict
from stofgroep.policy.faults import Fault, faults
from stofgroep.policy.impact import assess
from stofgroep.policy.substances import substance_sets
from stofgroep.route.routing import as_plain as route_as_plain
from stofgroep.route.routing import route_of
from stofgroep.screening.columns import structure_column
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import table_in
from stofgroep.screening.formats.result import result_form, result_suffix, writing
from stofgroep.screening.formats.source import ReadLimits, open_source
from stofgroep.screening.rows import SLICE_SECONDS, LawSettings, fields_for, in_a_slice, is_heavy
from stofgroep.structure import Limits, Reason, Refusal, parse
from stofgroep.verdict import Decider, as_dict
from stofgroep.verdict.compose import Composer
from stofgroep.verdict.finding import Finder
from stofgroep.verdict.model import Verdict
from stofgroep.verdict.named import verdict_for_name
from stofgroep.wording import say

_DRAFT = "draft.toml"
_OF_THE_PACKAGE = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)+@[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ANY_NUMBER_OF_RINGS = 1_000_000
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Question(LawSettings):
    """The law, day and language of a call, the same for all its structures, as they are sent to a worker."""

    def plain(self) -> dict[str, Any]:
        """JSON-ready."""
        return asdict(self) | {"date": self.date.isoformat()}

    @classmethod
    def read(cls, plain: dict[str, Any]) -> Question:
        """From what :meth:`plain` made."""
        return cls(**(plain | {"date": dt.date.fromisoformat(plain["date"])}))


def prepare(question: dict[str, Any] | None, niceness: int) -> None:
    """Run once in every new worker: it dies with its server, and loads the law."""
    _die_with_parent()
    # RDKit would write structures it cannot read to standard error, which ends up in logs.
    RDLogger.DisableLog("rdApp.*")  # type: ignore[attr-defined]
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    if question is not None:
        decider = _decider(Question.read(question))
        decider.verdict("CCO")
        decider.row("CCO")
        # on a machine under load, making it would take longer than a refusal may
        _composer(Question.read(question))


def run(task: str) -> Any:
    """Any task: the value of ``do`` names the function of this module that does it."""
    asked = json.loads(task)
    return _DOES[asked.pop("do")](**asked)


def _die_with_parent() -> None:
    """On Linux, a worker that is stuck in C++ is ended by the kernel when its server is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


@lru_cache(maxsize=8)
def _decider(question: Question) -> Decider:
    """A decider that starts no further process: this one can be killed already."""
    return question.decider(killable=True)


@lru_cache(maxsize=8)
def _composer(question: Question) -> Composer:
    law = Law.at(question.date, question.law, question.lists)
    return Composer(law, Finder(law), question.lang)


def verdicts(
    question: dict[str, Any], items: list[dict[str, str]], explain: bool, alone: bool
) -> list[bytes | None]:
    """Decide structures in turn until the time slice is over.

    Returns
    -------
    Per structure the verdict as JSON, or None for one that must be decided ``alone``; shorter than
    ``items`` when the time was over.
    """
    decider = _decider(Question.read(question))
    answers: list[bytes | None] = []
    end = time.monotonic() + SLICE_SECONDS
    for item in items:
        if answers and time.monotonic() > end:
            break
        if not alone and "structure" in item and is_heavy(item["structure"]):
            answers.append(None)
        else:
            answers.append(as_json(_verdict(decider, item, explain)))
    return answers


def _verdict(decider: Decider, item: dict[str, str], explain: bool) -> Verdict:
    if "name" in item:
        return replace(verdict_for_name(decider, item["name"], explain), id=item["id"])
    return decider.verdict(item["structure"], item["id"], explain)


def as_json(verdict: Verdict) -> bytes:
    """A verdict as the bytes that are sent."""
    return json.dumps(as_dict(verdict), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def refused(question: dict[str, Any], item: dict[str, str], reason: str, detail: str) -> bytes:
    """The verdict on a structure that another worker could not decide."""
    text = item.get("structure", item.get("name", ""))
    return as_json(
        _composer(Question.read(question)).refused(text, item["id"], Refusal(Reason(reason), detail))
    )


def rows(question: dict[str, Any], items: list[str], alone: bool) -> list[tuple[str, ...] | None]:
    """As :func:`verdicts`, for rows of a table: the fields of :class:`stofgroep.verdict.model.Row`."""
    asked = Question.read(question)
    decider = _decider(asked)
    return in_a_slice(items, alone, lambda texts: fields_for(decider, texts, asked.lang))


def prepare_table(
    path: str, name: str, how: dict[str, Any], column: str | None, lang: str, unpacked_bytes: int
) -> dict[str, Any]:
    """Check an uploaded table from beginning to end, and lay its structures ready beside it.

    They go to :data:`STRUCTURES_FILE` as one JSON text a line: so a screening can go on anywhere without
    reading the table again.

    Returns
    -------
    ``rows`` (their number), ``structures`` (index of the column) and ``suffix`` (of the result), or
    ``fault`` with what is wrong.
    """
    upload = Path(path)
    try:
        with open_source(upload, lang, ReadLimits(unpacked_bytes), name) as source:
            table = table_in(source, ReadAs(**how))
            index = table.structure
            if index is None or column is not None:
                index = structure_column(table.header, table.sample, column, lang)
            with upload.with_name(STRUCTURES_FILE).open("w", encoding="utf-8") as file:
                for chunk in table.chunks():
                    file.writelines(json.dumps(text) + "\n" for text in chunk.texts(index))
            suffix = result_suffix(name, table, source.packing)
            return {"rows": table.count, "structures": index, "suffix": suffix}
    except UsageError as error:
        return {"fault": str(error)}


def write_result(path: str, name: str, how: dict[str, Any], lang: str, unpacked_bytes: int) -> dict[str, Any]:
    """Write the uploaded table with the rows of :data:`DECISIONS_FILE` behind its own cells.

    Returns
    -------
    ``fault`` with what is wrong, or nothing.
    """
    upload = Path(path)
    part = upload.with_name(f"{RESULT_FILE}.part")
    try:
        with (
            open_source(upload, lang, ReadLimits(unpacked_bytes), name) as source,
            upload.with_name(DECISIONS_FILE).open(encoding="utf-8") as decisions,
            part.open("wb") as file,
        ):
            table = table_in(source, ReadAs(**how))
            with writing(file, table, result_form(table, source.packing, None, lang), lang) as writer:
                for chunk in table.chunks():
                    rows = [tuple(json.loads(line)) for line in islice(decisions, len(chunk))]
                    writer.write(chunk, rows)
            file.flush()
            os.fsync(file.fileno())
    except UsageError as error:
        return {"fault": str(error)}
    part.replace(upload.with_name(RESULT_FILE))
    return {}


def draft(
    definition: str, items: list[dict[str, str]], date: str, lang: str, explain: bool, beside: dict[str, Any]
) -> dict[str, Any]:
    """Decide structures by a draft definition alone, and lay it over reference sets.

    Parameters
    ----------
    beside : ``against`` (names of reference sets), ``law`` and ``baseline`` (the day of that law)

    Returns
    -------
    ``verdicts`` and ``impact`` as JSON-ready data, ``group`` and ``date``; or ``faults``, each with file,
    key and reason; or ``law`` with what is wrong with the law beside it.
    """
    with tempfile.TemporaryDirectory(prefix="stofgroep-") as folder:
        path = Path(folder) / _DRAFT
        path.write_bytes(definition.encode("utf-8"))
        try:
            _refuse_files(parse_toml(definition.encode("utf-8"), path.name), path.name)
            law = Law.at(dt.date.fromisoformat(date), str(path), lists=False)
        except DefinitionError as error:
            return {"faults": _faults(definition, error, lang)}
        except RecursionError:
            return {"faults": [{"file": path.name, "key": "", "reason": "is nested too deeply"}]}
    decider = Decider(law, lang, replace(Limits(), rings_in_process=_ANY_NUMBER_OF_RINGS))
    found = [as_dict(decider.verdict(i["structure"], i["id"], explain)) for i in items]
    answer: dict[str, Any] = {"group": law.name, "date": date, "verdicts": found, "impact": None}
    if beside["against"]:
        try:
            other = Law.at(dt.date.fromisoformat(beside["baseline"]), beside["law"])
            sets = substance_sets(beside["against"], lang)
            written = DraftText(definition, _DRAFT, None)
            answer["impact"] = impact_as_dict(assess(written, sets, other, jobs=0, lang=lang), other)
        except (UnknownLawError, UsageError) as error:
            return {"law": str(error)}
    return answer


def _faults(definition: str, first: DefinitionError, lang: str) -> list[dict[str, Any]]:
    """Every fault of a draft; the first word of a file name may be the folder we made up."""
    if first.key == EXTENDS:
        found = [Fault(first.file, None, first.key, first.reason, "")]
    else:
        found = list(faults(DraftText(definition, _DRAFT, None), lang))
    return [
        {
            "file": Path(one.file).name + (f":{one.line}" if one.line is not None else ""),
            "key": one.key,
            "reason": f"{one.reason} {one.help}".strip(),
        }
        for one in found
    ]


def _refuse_files(draft: dict[str, Any], file: str) -> None:
    """A draft that somebody sends may build on a definition of the package, and on no other file.

    Raises
    ------
    DefinitionError : if it names anything else
    """
    extends = draft.get(EXTENDS)
    if extends is not None and not (isinstance(extends, str) and _OF_THE_PACKAGE.fullmatch(extends)):
        reason = "names a definition of the package as ID@DATE, for instance nl.lijst-ia.nitazenen@2026-07-09"
        raise DefinitionError(file, EXTENDS, reason)


def route(
    question: dict[str, Any], item: dict[str, str], answers: dict[str, str], alone: bool
) -> dict[str, Any] | None:
    """The frameworks to consider, as JSON-ready data; None for a substance to be decided ``alone``."""
    if not alone and is_heavy(item.get("structure", "")):
        return None
    decider = _decider(Question.read(question))
    found = route_of(decider, item.get("structure", ""), answers, item["id"], item.get("name", ""))
    return route_as_plain(found)


def drawing(
    question: dict[str, Any],
    structure: str,
    marks: list[dict[str, Any]] | None,
    finding: int,
    numbered: bool,
    width: int,
    height: int,
    alone: bool,
) -> dict[str, Any] | None:
    """Draw a structure, coloured by the clauses of a finding, or as told by ``marks``.

    Returns
    -------
    ``svg``, ``title``, ``description``, ``component`` (the SMILES whose atoms are numbered) and ``legend``;
    or ``fault`` with the key of a message in ``api.toml`` and its ``values``; or None for one that must be
    drawn ``alone``.
    """
    if not alone and is_heavy(structure):
        return None
    asked = Question.read(question)
    size = width, height
    if marks is not None:
        return _marked(asked.lang, structure, marks, size, numbered)
    verdict = _decider(asked).verdict(structure)
    if verdict.receipt is None or not verdict.receipt.canonical:
        return {"fault": "picture-unreadable", "values": {"why": verdict.reason}}
    if not verdict.findings:
        component = verdict.receipt.canonical.partition(" ")[0]
        return _drawn(asked.lang, component, (), verdict.reason, size, numbered)
    if finding >= len(verdict.findings):
        return {"fault": "picture-no-finding", "values": {"count": len(verdict.findings)}}
    found = verdict.findings[finding]
    return _drawn(asked.lang, found.component, legend_of(found.clauses), verdict.reason, size, numbered)


def _marked(
    lang: str, structure: str, marks: list[dict[str, Any]], size: tuple[int, int], numbered: bool
) -> dict[str, Any]:
    parsed = parse(structure)
    if isinstance(parsed, Refusal):
        why = say(lang, f"structure.reason-{parsed.reason.value}")
        return {"fault": "picture-unreadable", "values": {"why": why}}
    atoms = parsed.mol.GetNumAtoms()
    if any(atom >= atoms for mark in marks for atom in mark["atoms"]):
        return {"fault": "picture-no-atom", "values": {"most": atoms - 1}}
    legend = marks_of_ones_own([(tuple(mark["atoms"]), mark["text"]) for mark in marks])
    # drawn from what was read, so that the marks keep their atoms in every notation
    mol = Chem.Mol(parsed.mol)
    Chem.SanitizeMol(mol)
    title = say(lang, "api.picture-title")
    return _plain(picture(mol, Chem.MolToSmiles(mol), legend, title, lang, *size, labelled=numbered))


def _drawn(
    lang: str,
    component: str,
    legend: Sequence[LegendEntry],
    title: str,
    size: tuple[int, int],
    numbered: bool,
) -> dict[str, Any]:
    mol: Chem.Mol | None = Chem.MolFromSmiles(component)
    if mol is None:
        return {"fault": "picture-unreadable", "values": {"why": "RDKit"}}
    return _plain(picture(mol, component, legend, title, lang, *size, labelled=numbered))


def _plain(found: Picture) -> dict[str, Any]:
    """A picture as JSON-ready data; the letters of a printed report are not in it."""
    plain = asdict(found)
    for entry in plain["legend"]:
        del entry["label"]
    return plain


_DOES: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (verdicts, refused, rows, prepare_table, write_result, draft, route, drawing)
}
