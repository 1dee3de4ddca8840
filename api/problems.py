"""Errors as ``application/problem+json`` (RFC 9457), in the language of the reader, all faults at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response

from stofgroep.wording import messages, say

MEDIA_TYPE = "application/problem+json"
_MOST_FAULTS = 100


class Fault(BaseModel):
    """One thing that is wrong, and where. What was sent is never repeated: it may be casework."""

    field: Annotated[str, Field(description="Where: a path in the body, a query key, or a key of a draft.")]
    reason: Annotated[str, Field(description="What is wrong with it.")]


class Problem(BaseModel):
    """Why a call was not carried out."""

    type: Annotated[str, Field(description="Always about:blank; the status says it all.")] = "about:blank"
    title: Annotated[str, Field(description="The same for every problem of this status.")]
    status: Annotated[int, Field(ge=400, le=599, description="The HTTP status.")]
    detail: Annotated[str, Field(description="What is wrong in this case, and what to do.")]
    errors: Annotated[list[Fault], Field(description="All faults, where there are several.")] = []


class ProblemError(Exception):
    """A call that cannot be carried out.

    Parameters
    ----------
    status : the HTTP status
    key : message in ``api.toml`` with the detail
    values : what the message is filled with
    faults : all that is wrong
    headers : further headers
    """

    def __init__(
        self,
        status: int,
        key: str,
        values: Mapping[str, object] | None = None,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.values = dict(values or {})
        self.faults = faults
        self.headers = headers


def lang_of(headers: Headers) -> str:
    """The first of Dutch and English in Accept-Language; Dutch when there is neither."""
    wanted = []
    for position, part in enumerate(headers.get("accept-language", "")[:200].split(",")):
        tag, _, weight = part.strip().partition(";")
        try:
            quality = float(weight.replace(" ", "").removeprefix("q=") or 1)
        except ValueError:
            quality = 0.0
        wanted.append((-quality, position, tag.partition("-")[0].lower()))
    return next((tag for _, _, tag in sorted(wanted) if tag in ("nl", "en")), "nl")


def response(
    status: int,
    detail: str,
    lang: str,
    faults: Iterable[Fault] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A problem as it is sent."""
    key = f"api.status-{status}"
    title = say(lang, key) if key in messages() else HTTPStatus(status).phrase
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    found = [fault.model_dump() for fault in faults]
    if found:
        body["errors"] = found[:_MOST_FAULTS]
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return Response(content, status, {**(headers or {}), "Content-Language": lang}, MEDIA_TYPE)


def of_problem(error: ProblemError, lang: str) -> Response:
    """A problem of ours as it is sent."""
    detail = say(lang, f"api.{error.key}", **error.values)
    return response(error.status, detail, lang, error.faults, error.headers)


def of_status(status: int, lang: str, headers: Mapping[str, str] | None = None) -> Response:
    """A problem of which the status says everything."""
    key = f"api.detail-{status}"
    detail = say(lang, key) if key in messages() else HTTPStatus(status).phrase
    return response(status, detail, lang, headers=headers)


def install(app: FastAPI) -> None:
    """Make every error of the application a problem."""
    app.add_exception_handler(ProblemError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return of_problem(error, lang_of(request.headers))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    cause = error.__cause__
    if isinstance(cause, ProblemError):  # raised while the body was read
        return of_problem(cause, lang_of(request.headers))
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        # The framework names the methods of the first route only, where several share a path.
        described = _methods(request.app.openapi(), request.url.path)
        headers |= {"Allow": ", ".join(described)} if described else {}
    return of_status(error.status_code, lang_of(request.headers), headers)


def _methods(description: Mapping[str, Any], path: str) -> list[str]:
    """The methods that the description of the service has for a path."""
    [server] = description["servers"]
    steps = path.removeprefix(server["url"]).split("/")
    for template, operations in sorted(description["paths"].items(), key=lambda path: "{" in path[0]):
        wanted = template.split("/")
        if len(wanted) == len(steps) and all(
            w == s or w.startswith("{") for w, s in zip(wanted, steps, strict=True)
        ):
            return sorted(method.upper() for method in operations)
    return []


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    lang = lang_of(request.headers)
    found = error.errors()
    faults = [Fault(field=_path(e["loc"]), reason=_reason(e, lang)) for e in found[:_MOST_FAULTS]]
    return response(400, say(lang, "api.invalid", count=len(found)), lang, faults)


def _path(location: Sequence[str | int]) -> str:
    """``("body", "structures", 3, "id")`` → ``structures[3].id``; steps of our own types go."""
    if location[:1] == ("body",) and len(location) == 2 and isinstance(location[1], int):
        return "body"  # the place of a fault in JSON, not in a list
    text = ""
    for step in location[1:] if location and location[0] in ("body", "query", "path", "header") else location:
        if isinstance(step, int):
            text += f"[{step}]"
        elif step not in ("str", "Item", "function-after", "function-before", "function-wrap"):
            text += f".{step}" if text else step
    return text[:200].encode("utf-8", "replace").decode() or "body"


def _reason(error: Mapping[str, Any], lang: str) -> str:
    """A fault in words. Texts of the validator may repeat what was sent, so ours are used."""
    key = f"api.fault-{error['type'].replace('_', '-')}"
    if key not in messages():
        key = "api.fault-other"
    context = {name: value for name, value in (error.get("ctx") or {}).items() if name != "error"}
    return say(lang, key, place=error["loc"][-1] if error["loc"] else "", **context)
