"""The page: the files of the folder ``page``, as they are, under ``/``."""

from __future__ import annotations

import mimetypes
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from stofgroep.api.headers import PAGE_POLICY

FOLDER = Path(__file__).parent / "page"
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".map": "application/json",
}


def install(app: FastAPI, folder: Path = FOLDER) -> None:
    """One route per file that is there now, so that no path of a client is ever looked up on disk."""
    if not folder.is_dir():
        return
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        if not file.is_file() or any(part.startswith(".") for part in name.parts):
            continue
        address = f"/{name.as_posix()}"
        app.add_route(address, _serve(file), methods=["GET"], include_in_schema=False)
        if name.as_posix() == "index.html":
            app.add_route("/", _serve(file), methods=["GET"], include_in_schema=False)


def _serve(file: Path) -> Callable[[Request], Awaitable[Response]]:
    kind = _TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"

    async def serve(request: Request) -> Response:
        return FileResponse(file, media_type=kind, headers={"Content-Security-Policy": PAGE_POLICY})

    return serve
