"""``stofgroep serve``: the API and its page."""

from __future__ import annotations

from typing import Annotated

import typer


def serve(
    host: Annotated[
        str,
        typer.Option("--host", metavar="HOST", help="Address to listen on; this machine only when omitted."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Port to listen on.")
    ] = 8000,
) -> None:
    """Serve the API and its page (Nederlands: start de webdienst).

    Settings come from environment variables STOFGROEP_*; docs/api.md has them all.
    """
    from stofgroep.api.server import serve as run  # the web framework is loaded for this command only

    typer.echo(f"stofgroep: http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl-C)")
    run(host, port)
