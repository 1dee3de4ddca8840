"""``POST /v1/pictures``: a structure as SVG, coloured by clause."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError
from starlette.responses import Response

from stofgroep.api.asking import Asked, Strict
from stofgroep.api.gate import OnlyQuery, json_only
from stofgroep.api.problems import Fault, ProblemError, lang_of
from stofgroep.api.state import Running
from stofgroep.structure import Refusal
from stofgroep.wording import say

router = APIRouter(tags=["pictures"])
SVG = "image/svg+xml"
# A picture opened on its own has no need of anything but itself.
_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


class MarkAsked(Strict):
    """Atoms to colour."""

    atoms: Annotated[
        list[Annotated[int, Field(ge=0, le=100_000)]],
        Field(max_length=1_000, description="Atom numbers, from 0, in the order of the SMILES."),
    ]
    text: Annotated[
        Annotated[str, StringConstraints(max_length=1_000)], Field(description="What they are.")
    ] = ""


class PictureAsked(Asked):
    """What to draw: the structure as it is decided, or one with marks of your own."""

    structure: Annotated[
        Annotated[str, StringConstraints(max_length=1_000_000)],
        Field(description="As for a verdict.", json_schema_extra={"example": "CNC(C)C(=O)c1ccccc1C"}),
    ]
    finding: Annotated[
        int | None,
        Field(ge=0, le=1_000, description="Which finding of the verdict to colour; the first is 0."),
    ] = None
    marks: Annotated[
        list[MarkAsked] | None,
        Field(max_length=200, description="Instead of a finding: what to colour. Nothing is decided then."),
    ] = None
    numbered: Annotated[
        bool, Field(description="Every atom bears its number, and marks are called #1 and so on.")
    ] = False
    width: Annotated[int, Field(ge=100, le=2_000, description="In pixels.")] = 480
    height: Annotated[int, Field(ge=100, le=2_000, description="In pixels.")] = 360

    @model_validator(mode="after")
    def _one_of_two(self) -> PictureAsked:
        if self.finding is not None and self.marks is not None:
            raise PydanticCustomError("finding_or_marks", "finding or marks")
        return self


class LegendEntry(BaseModel):
    """What one number and colour in the picture stands for."""

    number: Annotated[int, Field(description="Stands beside the first of its atoms.")]
    clause: str
    citation: str
    text: str
    holds: str
    atoms: list[int]
    colour: Annotated[str, Field(description="As #RRGGBB.")]


class Picture(BaseModel):
    """A picture with its text alternative and legend."""

    svg: Annotated[str, Field(description="Atom N has the class atom-N.")]
    title: str
    description: Annotated[str, Field(description="What the picture shows, in words.")]
    component: Annotated[str, Field(description="The SMILES in whose order atoms are numbered.")]
    legend: list[LegendEntry]


@router.post(
    "/pictures",
    summary="Draw a structure",
    operation_id="drawStructure",
    dependencies=[Depends(json_only), Depends(OnlyQuery())],
    response_class=Response,
    responses={
        200: {
            "description": "SVG; with Accept: application/json the SVG with its legend.",
            "content": {
                SVG: {"schema": {"type": "string"}},
                "application/json": {"schema": {"$ref": "#/components/schemas/Picture"}},
            },
        }
    },
)
async def picture(asked: PictureAsked, request: Request, state: Running) -> Response:
    """Atoms are coloured and numbered by clause; title and description say the same in words."""
    marks = None if asked.marks is None else [mark.model_dump() for mark in asked.marks]
    task = {
        "question": asked.question().plain(),
        "structure": asked.structure,
        "marks": marks,
        "finding": asked.finding or 0,
        "numbered": asked.numbered,
        "width": asked.width,
        "height": asked.height,
    }
    found: Any = await state.pools.calls.run("drawing", alone=False, **task)
    if found is None or isinstance(found, Refusal):
        found = await state.pools.alone.run("drawing", alone=True, **task)
    if isinstance(found, Refusal):
        why = say(lang_of(request.headers), f"structure.reason-{found.reason.value}")
        found = {"fault": "picture-unreadable", "values": {"why": why}}
    if "fault" in found:
        reason = say(lang_of(request.headers), f"api.{found['fault']}", **found["values"])
        raise ProblemError(400, "invalid", {"count": 1}, [Fault(field="structure", reason=reason)])
    if "application/json" in request.headers.get("accept", ""):
        return Response(json.dumps(found, ensure_ascii=False).encode(), media_type="application/json")
    return Response(found["svg"].encode(), media_type=SVG, headers={"Content-Security-Policy": _POLICY})
