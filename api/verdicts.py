"""``POST /v1/verdicts``: one verdict per structure, in order."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError
from starlette.responses import Response, StreamingResponse

from stofgroep.api.asking import ITEMS_SCHEMA, NAME_SCHEMA, STRUCTURE_SCHEMA, Asked, Item
from stofgroep.api.batches import Batch
from stofgroep.api.gate import OnlyQuery, json_only
from stofgroep.api.problems import Fault, ProblemError, lang_of
from stofgroep.api.state import Running, State
from stofgroep.api.work import Question
from stofgroep.structure import Refusal
from stofgroep.wording import say

router = APIRouter(tags=["verdicts"])
NDJSON = "application/x-ndjson"


def _one_or_several(schema: dict[str, Any]) -> None:
    schema["properties"] |= {
        "structure": STRUCTURE_SCHEMA,
        "name": NAME_SCHEMA,
        "id": {"type": "string", "maxLength": 200, "description": "Of one structure: your own id."},
    }
    del schema["required"]
    several = {"required": ["structures"], "not": {"required": ["id"]}}
    schema["oneOf"] = [several, {"required": ["structure"]}, {"required": ["name"]}]


class VerdictsAsked(Asked):
    """Structures to decide, and under which law on which day."""

    model_config = ConfigDict(json_schema_extra=_one_or_several)

    structures: Annotated[
        list[Item],
        Field(min_length=1, description="What to decide, in order.", json_schema_extra=ITEMS_SCHEMA),
    ]
    explain: Annotated[
        bool, Field(description="Also say how near each structure comes to groups it is no member of.")
    ] = False

    @model_validator(mode="before")
    @classmethod
    def _one(cls, value: object) -> object:
        """``structure`` or ``name``, and ``id``, at the top: one structure is asked about."""
        if not isinstance(value, dict) or not {"structure", "name", "id"} & value.keys():
            return value
        if "structures" in value:
            raise PydanticCustomError("structure_and_structures", "one or several")
        one = {key: value[key] for key in ("structure", "name", "id") if key in value}
        return {key: v for key, v in value.items() if key not in one} | {"structures": [one]}


@router.post(
    "/verdicts",
    summary="Decide structures",
    operation_id="decideStructures",
    dependencies=[Depends(json_only), Depends(OnlyQuery())],
    responses={
        200: {
            "description": "One verdict per structure, in order; Accept: application/x-ndjson gives lines.",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Verdicts"}},
                NDJSON: {"schema": {"$ref": "#/components/schemas/Verdict"}},
            },
        }
    },
    response_class=Response,
)
async def decide(asked: VerdictsAsked, request: Request, state: Running) -> Response:
    """Each structure gets its own verdict; one that cannot be decided is `not-assessed`, with a reason."""
    refuse_too_many(len(asked.structures), "structures", request, state)
    items = [item.plain() for item in asked.structures]
    found = answers(state, asked.question(), items, asked.explain)
    if NDJSON in request.headers.get("accept", ""):
        return StreamingResponse(_lines(found), media_type=NDJSON)
    together = [answer async for answer in found]
    return Response(b'{"verdicts":[' + b",".join(together) + b"]}", media_type="application/json")


def refuse_too_many(count: int, field: str, request: Request, state: State) -> None:
    """Refuse more structures than one call may hold."""
    most = state.settings.items
    if count > most:
        reason = say(lang_of(request.headers), "api.fault-too-long", max_length=most)
        raise ProblemError(400, "invalid", {"count": 1}, [Fault(field=field, reason=reason)])


async def answers(
    state: State, question: Question, items: Sequence[dict[str, str]], explain: bool
) -> AsyncGenerator[bytes]:
    """Verdicts as JSON, in order; they are in the ledger, if there is one, before they are handed out."""
    batch = Batch(
        state.pools,
        state.pools.calls,
        "verdicts",
        question,
        items,
        state.settings.call_seconds,
        explain=explain,
    )

    async def refused(index: int, refusal: Refusal) -> Any:
        return await state.pools.calls.certainly(
            "refused",
            question=question.plain(),
            item=items[index],
            reason=refusal.reason.value,
            detail=refusal.detail,
        )

    async with aclosing(batch.answers(refused)) as found:
        async for answer in found:
            if state.ledger is not None:
                await state.ledger.keep(json.loads(answer))
            yield answer


async def _lines(found: AsyncGenerator[bytes]) -> AsyncIterator[bytes]:
    async with aclosing(found):  # a reader that goes away ends the work at once
        async for answer in found:
            yield answer + b"\n"
