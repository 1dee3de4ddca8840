"""What no route needs to see is refused before: strange hosts and origins, too many calls, too much body."""

from __future__ import annotations

import asyncio

from fastapi import Request
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stofgroep.api import problems
from stofgroep.api.problems import Fault, ProblemError, lang_of
from stofgroep.api.settings import Settings
from stofgroep.wording import say

UPLOAD_PATH = "/v1/screenings"
_LONGEST_PATH = 1_000


class Gate:
    """Refuses what no route needs to see: strange hosts and origins, too many calls, too much of a body."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._calls = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            self._refuse_strangers(scope, headers)
            limit = self._limit(scope, headers)
            if self._calls >= self._settings.calls:
                raise ProblemError(503, "too-many-calls", headers={"Retry-After": "1"})
        except ProblemError as error:
            await problems.of_problem(error, problems.lang_of(headers))(scope, receive, send)
            return
        self._calls += 1
        try:
            await self._app(scope, _bounded(receive, limit, self._settings.body_seconds), send)
        finally:
            self._calls -= 1

    def _refuse_strangers(self, scope: Scope, headers: Headers) -> None:
        hosts = self._settings.hosts
        if "*" not in hosts:
            host = headers.get("host", "")
            name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
            if name.lower() not in hosts:
                raise ProblemError(400, "strange-host")
        if len(scope.get("raw_path") or scope["path"]) > _LONGEST_PATH:
            raise ProblemError(414, "path-too-long")
        # A page of another site must not make a browser call a service on this machine.
        if scope["method"] == "POST" and headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            raise ProblemError(403, "other-site")

    def _limit(self, scope: Scope, headers: Headers) -> int:
        if headers.get("content-encoding", "identity").lower() != "identity":
            raise ProblemError(415, "encoded-body")
        upload = scope["path"] == UPLOAD_PATH
        limit = self._settings.upload_bytes if upload else self._settings.body_bytes
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > limit:
            raise _too_large(limit)
        return limit


def _bounded(receive: Receive, limit: int, seconds: float) -> Receive:
    """Receive that stops a body which is too large or never ends, before it is all in memory."""
    size = 0
    complete = False

    async def receiving() -> Message:
        nonlocal size, complete
        if complete:  # only waiting for the client to go away
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), seconds)
        except TimeoutError:
            raise _http_of(ProblemError(408, "body-too-slow", headers={"Connection": "close"})) from None
        size += len(message.get("body", b""))
        complete = message["type"] != "http.request" or not message.get("more_body", False)
        if size > limit:
            raise _http_of(_too_large(limit))
        return message

    return receiving


def _too_large(limit: int) -> ProblemError:
    return ProblemError(413, "too-large", {"limit": limit}, headers={"Connection": "close"})


def _http_of(error: ProblemError) -> Exception:
    """The form in which the framework lets an error through while it reads a body."""
    wrapped = HTTPException(error.status)
    wrapped.__cause__ = error
    return wrapped


async def json_only(request: Request) -> None:
    """Refuse a body that does not say it is JSON."""
    _refuse_other(request, "application/json")


async def form_only(request: Request) -> None:
    """Refuse a body that is no form with a file."""
    _refuse_other(request, "multipart/form-data")


def _refuse_other(request: Request, wanted: str) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != wanted:
        raise ProblemError(415, "other-type", {"wanted": wanted})


class OnlyQuery:
    """Refuses query keys that a route does not know: a filter that is misspelt must not be ignored."""

    def __init__(self, *known: str) -> None:
        self._known = known

    async def __call__(self, request: Request) -> None:
        keys = [key for key, _ in request.query_params.multi_items()]
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        twice = [key for key in self._known if keys.count(key) > 1]
        lang = lang_of(request.headers)
        faults = [Fault(field=key[:50], reason=say(lang, "api.fault-query-unknown")) for key in unknown]
        faults += [Fault(field=key, reason=say(lang, "api.fault-query-twice")) for key in twice]
        if faults:
            raise ProblemError(400, "invalid", {"count": len(faults)}, faults)
