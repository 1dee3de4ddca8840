"""Around every call: the headers that protect a reader, one line in the journal, and an answer even when
something breaks."""

from __future__ import annotations

import logging
import time
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stofgroep.api import problems

API_VERSION = "1.0.0"
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
API_POLICY = "default-src 'none'; frame-ancestors 'none'"
SECURITY_HEADERS = {
    "API-Version": API_VERSION,
    "Cache-Control": "no-store",
    "Content-Security-Policy": API_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")

journal = logging.getLogger("stofgroep.calls")


class Outermost:
    """Headers on every response, one line in the journal, and a problem when the application fails.

    The journal knows the route, not the path: nothing that a client wrote gets into it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = time.perf_counter()
        seen: dict[str, int] = {"status": 0, "bytes": 0}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            else:
                seen["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            logging.getLogger("stofgroep").error("call failed", exc_info=error)
            if seen["status"]:
                raise ConnectionAbortedError("the response could not be finished") from None
            lang = problems.lang_of(Headers(scope=scope))
            await problems.of_status(500, lang)(scope, receive, sending)
        finally:
            took = round((time.perf_counter() - start) * 1000, 1)
            journal.info(
                "call",
                extra={
                    "fields": {
                        "method": _known_method(scope["method"]),
                        "route": _route(scope),
                        "status": seen["status"],
                        "ms": took,
                        "bytes": seen["bytes"],
                    }
                },
            )


def _route(scope: MutableMapping[str, Any]) -> str:
    path = getattr(scope.get("route"), "path", None)
    if not isinstance(path, str):
        return "-"
    # Some versions of the framework leave the prefix of the router out.
    return f"/v1{path}" if scope["path"].startswith("/v1/") and not path.startswith("/v1/") else path


def _known_method(method: str) -> str:
    return method if method in _METHODS else "-"
