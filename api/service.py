"""``/v1/health`` and ``/v1/settings``: the service about itself."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from rdkit import rdBase

from stofgroep import __version__
from stofgroep.api.gate import OnlyQuery
from stofgroep.api.problems import ProblemError
from stofgroep.api.state import Running
from stofgroep.api.work import Question
from stofgroep.structure import Refusal

open_router = APIRouter(tags=["service"])
router = APIRouter(tags=["service"])


class Health(BaseModel):
    """The service is up and can decide."""

    status: Annotated[str, Field(description="ok")]
    package: str
    rdkit: str


class Shown(BaseModel):
    """What the operator has set, without anything secret."""

    model_config = ConfigDict(extra="allow")

    items: Annotated[int, Field(description="Structures per call.")]
    body_bytes: Annotated[int, Field(description="Size of a JSON body.")]
    upload_bytes: Annotated[int, Field(description="Size of an uploaded file.")]
    keys_needed: Annotated[bool, Field(description="Whether calls need an API key.")]


@open_router.get(
    "/health",
    summary="Whether the service works",
    operation_id="getHealth",
    dependencies=[Depends(OnlyQuery())],
)
async def health(state: Running) -> Health:
    """A worker is asked to decide something, so that this answers only if verdicts are given."""
    question = Question("nl", dt.date.today(), True, "nl").plain()
    task = {"question": question, "items": [{"structure": "C", "id": ""}], "explain": False, "alone": True}
    try:
        answer: Any = await asyncio.wait_for(
            state.pools.calls.run("verdicts", **task), state.settings.molecule_seconds
        )
    except TimeoutError:
        answer = None
    if answer is None or isinstance(answer, Refusal):
        raise ProblemError(503, "not-well", headers={"Retry-After": "5"})
    return Health(status="ok", package=__version__, rdkit=rdBase.rdkitVersion)


@router.get(
    "/settings",
    summary="Limits and settings",
    operation_id="getSettings",
    dependencies=[Depends(OnlyQuery())],
)
async def settings(state: Running) -> Shown:
    """How much a call may hold, and how long it may take."""
    return Shown.model_validate(state.settings.shown())
