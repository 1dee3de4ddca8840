"""The server process."""

from __future__ import annotations

import ipaddress
import logging.config
import os

import uvicorn

from stofgroep.api.journal import logging_config
from stofgroep.api.settings import from_environment, variable
from stofgroep.errors import StofgroepError

_GRACE_SECONDS = 10
_OWN_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")


def serve(host: str, port: int) -> None:
    """Serve until SIGINT or SIGTERM; screenings that are not finished go on with the next server.

    Raises
    ------
    UsageError : if a setting is wrong, or the data folder is in use
    """
    # First of all, for the framework logs while it is being imported.
    logging.config.dictConfig(logging_config())
    from stofgroep.api.app import create_app

    given = {}
    if variable("hosts") not in os.environ and _is_own(host):
        # A page elsewhere could otherwise point a name of its own at this machine, and read the answers.
        given["hosts"] = _OWN_NAMES
    settings = from_environment(os.environ, **given)
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        h11_max_incomplete_event_size=64 * 1024,
    )
    server = uvicorn.Server(config)
    try:
        server.run()
    except SystemExit:
        if isinstance(fault := getattr(app.state, "fault", None), StofgroepError):
            raise fault from None
        raise


def _is_own(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
