"""``POST /v1/drafts/_test``: a definition that is still being written, on structures and reference sets."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field, StringConstraints
from starlette.responses import JSONResponse, Response

from stofgroep.api.asking import ITEMS_SCHEMA, Day, Item, Lang, Strict
from stofgroep.api.gate import OnlyQuery, json_only
from stofgroep.api.problems import Fault, ProblemError, lang_of
from stofgroep.api.state import Running
from stofgroep.api.verdicts import refuse_too_many
from stofgroep.structure import Refusal
from stofgroep.verdict.model import Verdict
from stofgroep.wording import say

ReferenceSet = Literal["nps", "medicines", "everyday"]

router = APIRouter(tags=["drafts"])


class DraftAsked(Strict):
    """A definition and what to try it on."""

    definition: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=1_000_000)],
        Field(description="The definition as TOML (see `stofgroep law schema`)."),
    ]
    structures: Annotated[
        list[Item],
        Field(description="What to decide, in order; no names here.", json_schema_extra=ITEMS_SCHEMA),
    ] = Field(default_factory=list)
    against: Annotated[
        list[ReferenceSet],
        Field(description="Reference sets to lay the draft over.", max_length=3),
    ] = Field(default_factory=list)
    law: Annotated[
        Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)],
        Field(description="The law that it is laid beside."),
    ] = "nl"
    baseline: Annotated[Day | None, Field(description="The day of that law; today when left out.")] = None
    date: Annotated[
        Day | None, Field(description="The day in the receipt; a draft is tried as if in force on any.")
    ] = None
    explain: Annotated[bool, Field(description="Also say how near other structures come.")] = False
    lang: Lang = "nl"


class DraftTested(BaseModel):
    """What the draft says of the structures."""

    group: Annotated[str, Field(description="Id of the group that the draft defines.")]
    date: dt.date
    verdicts: list[Verdict]
    impact: Annotated[
        dict[str, Any] | None,
        Field(description="What the draft changes for the reference sets; null if none were named."),
    ] = None


def _fault(file: str, key: str, reason: str) -> Fault:
    return Fault(field=f"{file}: {key}" if key else file, reason=reason)


@router.post(
    "/drafts/_test",
    summary="Try a draft definition",
    operation_id="testDraft",
    dependencies=[Depends(json_only), Depends(OnlyQuery())],
    response_class=Response,
    responses={
        200: {
            "description": "One verdict per structure, by the draft alone.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/DraftTested"}}},
        }
    },
)
async def test(asked: DraftAsked, request: Request, state: Running) -> Response:
    """A draft that cannot be loaded is answered with file, key and reason; nothing of it is kept."""
    refuse_too_many(len(asked.structures), "structures", request, state)
    lang = lang_of(request.headers)
    named = [n for n, item in enumerate(asked.structures) if item.structure is None]
    if named:
        reason = say(lang, "api.fault-no-name-here")
        faults = [Fault(field=f"structures[{n}].name", reason=reason) for n in named]
        raise ProblemError(400, "invalid", {"count": len(faults)}, faults)
    found: Any = await state.pools.patient.run(
        "draft",
        definition=asked.definition,
        items=[item.plain() for item in asked.structures],
        date=(asked.date or dt.date.today()).isoformat(),
        lang=asked.lang,
        explain=asked.explain,
        beside={
            "against": list(dict.fromkeys(asked.against)),
            "law": asked.law,
            "baseline": (asked.baseline or dt.date.today()).isoformat(),
        },
    )
    if isinstance(found, Refusal):
        why = say(lang, f"structure.reason-{found.reason.value}")
        raise ProblemError(400, "draft-too-much", {"why": why})
    if "faults" in found:
        raise ProblemError(400, "bad-draft", faults=[_fault(**one) for one in found["faults"]])
    if "law" in found:
        raise ProblemError(400, "invalid", {"count": 1}, [Fault(field="law", reason=found["law"])])
    return JSONResponse(found)
