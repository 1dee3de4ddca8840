"""``/v1/receipts``: looking things up in the ledger, and pruning it."""

from __future__ import annotations

import asyncio
import datetime as dt
import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query
from pydantic import BaseModel, Field, StringConstraints
from starlette.responses import JSONResponse, Response

from stofgroep.api.asking import Day, OwnId, Strict
from stofgroep.api.gate import OnlyQuery, json_only
from stofgroep.api.ledger import Ledger, Wanted
from stofgroep.api.problems import ProblemError
from stofgroep.api.state import Running, State
from stofgroep.verdict.model import Outcome, Verdict

router = APIRouter(tags=["receipts"])


class ReceiptsAsked(Strict):
    """What to look for; everything that is given must fit."""

    id: Annotated[OwnId | None, Field(description="Your own id.")] = None
    input_sha256: Annotated[
        Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None,
        Field(description="SHA-256 of what was asked about."),
    ] = None
    canonical: Annotated[
        Annotated[str, StringConstraints(max_length=100_000)] | None,
        Field(description="The canonical structure, as receipts have it."),
    ] = None
    outcome: Annotated[Outcome | None, Field(strict=False)] = None
    first: Annotated[Day | None, Field(description="Given on this day (UTC) or later.")] = None
    last: Annotated[Day | None, Field(description="Given on this day (UTC) or earlier.")] = None
    after: Annotated[
        int, Field(ge=0, le=2**62, description="Only those with a higher number, for the next page.")
    ] = 0
    most: Annotated[int, Field(ge=1, le=1_000, description="So many at most.")] = 100


class Kept(BaseModel):
    """A verdict that was given."""

    number: int
    kept_at: dt.datetime
    verdict: Verdict


class Receipts(BaseModel):
    """What was found, oldest first."""

    receipts: list[Kept]


class Pruned(BaseModel):
    """What was removed."""

    removed: int


@router.post(
    "/receipts/_search",
    summary="Search the ledger",
    operation_id="searchReceipts",
    dependencies=[Depends(json_only), Depends(OnlyQuery())],
    response_class=Response,
    responses={
        200: {
            "description": "Verdicts that were given.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Receipts"}}},
        }
    },
)
async def search(asked: ReceiptsAsked, state: Running) -> Response:
    """Only where the operator keeps a ledger."""
    wanted = Wanted(
        own_id=asked.id,
        input_sha256=asked.input_sha256,
        canonical=asked.canonical,
        outcome=asked.outcome.value if asked.outcome else None,
        first=asked.first,
        last=asked.last,
        after=asked.after,
        most=asked.most,
    )
    found: list[dict[str, Any]] = await asyncio.to_thread(_ledger(state).search, wanted)
    return JSONResponse({"receipts": found})


@router.delete(
    "/receipts",
    summary="Prune the ledger",
    operation_id="pruneReceipts",
    dependencies=[Depends(OnlyQuery("before"))],
)
async def prune(
    state: Running,
    before: Annotated[Day, Query(description="Everything given before this day (UTC) is removed.")],
    admin_key: Annotated[
        str, Header(alias="X-Admin-Key", max_length=500, description="The operator's key.")
    ] = "",
) -> Pruned:
    """Only with the operator's key, and only where there is one."""
    ledger = _ledger(state)
    wanted = state.settings.admin_key
    if wanted is None or not hmac.compare_digest(wanted.get_secret_value().encode(), admin_key.encode()):
        raise ProblemError(403, "no-admin")
    return Pruned(removed=await asyncio.to_thread(ledger.prune, before))


def _ledger(state: State) -> Ledger:
    if state.ledger is None:
        raise ProblemError(404, "no-ledger")
    return state.ledger
