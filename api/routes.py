"""``POST /v1/routes``: for what is not on a list, the frameworks to consider. Triage, not legal advice."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import AfterValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError
from starlette.responses import Response

from stofgroep.api.asking import Day, Item, Lang
from stofgroep.api.gate import OnlyQuery, json_only
from stofgroep.api.problems import Fault, ProblemError, lang_of
from stofgroep.api.state import Running
from stofgroep.api.work import Question
from stofgroep.route.table import ANSWERS, route_table
from stofgroep.structure import Refusal
from stofgroep.wording import say

router = APIRouter(tags=["routes"])

_QUESTIONS = {question.id: question.text["en"] for question in route_table().questions}


def _known(answers: dict[str, str]) -> dict[str, str]:
    if not answers.keys() <= _QUESTIONS.keys():
        raise PydanticCustomError("no_question", "unknown question", {"known": ", ".join(_QUESTIONS)})
    if not set(answers.values()) <= set(ANSWERS):
        raise PydanticCustomError("no_answer", "unknown answer", {"known": ", ".join(ANSWERS)})
    return answers


def _schema() -> dict[str, Any]:
    answer = {"type": "string", "enum": list(ANSWERS)}
    properties = {id: {**answer, "description": text} for id, text in _QUESTIONS.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


class RouteAsked(Item):
    """A substance, and what is known of how it is offered."""

    answers: Annotated[
        dict[str, str],
        AfterValidator(_known),
        WithJsonSchema(_schema()),
        Field(description="What no structure tells; what is left out is unknown."),
    ] = {}  # noqa: RUF012  pydantic copies it
    date: Annotated[Day | None, Field(description="The day to decide for; today when left out.")] = None
    lang: Lang = "nl"

    @model_validator(mode="before")
    @classmethod
    def _written_short(cls, value: object) -> object:
        """A text alone is an item of a list, but no body."""
        return value


@router.post(
    "/routes",
    summary="Which frameworks to consider",
    operation_id="findRoute",
    dependencies=[Depends(json_only), Depends(OnlyQuery())],
    response_class=Response,
    responses={
        200: {
            "description": "The frameworks in order, and what the substance resembles.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Route"}}},
        }
    },
)
async def route(asked: RouteAsked, request: Request, state: Running) -> Response:
    """Triage, not legal advice. Likeness to listed substances is shown as such and is never a ground."""
    question = Question("nl", asked.date or dt.date.today(), True, asked.lang)
    task = {"question": question.plain(), "item": asked.plain(), "answers": dict(asked.answers)}
    found: Any = await state.pools.calls.run("route", alone=False, **task)
    if found is None or isinstance(found, Refusal):
        found = await state.pools.alone.run("route", alone=True, **task)
    if isinstance(found, Refusal):
        lang = lang_of(request.headers)
        reason = say(lang, "api.route-unreadable", why=say(lang, f"structure.reason-{found.reason.value}"))
        raise ProblemError(400, "invalid", {"count": 1}, [Fault(field="structure", reason=reason)])
    return Response(json.dumps(found, ensure_ascii=False).encode(), media_type="application/json")
