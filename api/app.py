"""The application, put together."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from stofgroep.api import (
    description,
    drafts,
    laws,
    page,
    pictures,
    problems,
    receipts,
    routes,
    screenings,
    service,
    verdicts,
)
from stofgroep.api.gate import Gate
from stofgroep.api.headers import API_VERSION, Outermost
from stofgroep.api.jobs import Jobs
from stofgroep.api.keys import known_key
from stofgroep.api.ledger import Ledger
from stofgroep.api.runner import Runner
from stofgroep.api.settings import Settings
from stofgroep.api.state import State
from stofgroep.api.work import Question
from stofgroep.api.workers import Pools
from stofgroep.errors import StofgroepError
from stofgroep.law.lists import Lists
from stofgroep.law.repository import law_book, law_names

_DESCRIPTION = """\
Decides whether a chemical structure falls under the Dutch Opiumwet on a day, and says why.

Structures and names are sent in bodies only, never in addresses. Every error is a problem of RFC 9457 that
lists all faults; what could not be decided is a verdict of its own, `not-assessed`, and never means "no".
"""
_TAGS = (
    ("verdicts", "Structures, one by one or many at once."),
    ("screenings", "Whole files, in the background."),
    ("pictures", "Structures to look at."),
    ("routes", "For what is not on a list: which frameworks to consider. Triage, not legal advice."),
    ("law", "What the law says."),
    ("drafts", "Definitions that are still being written."),
    ("receipts", "The ledger, where the operator keeps one."),
    ("service", "The service itself."),
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The web service; its workers run while it does.

    Raises
    ------
    UsageError : at its start, if the data folder cannot be used
    """
    chosen = settings or Settings()
    app = FastAPI(
        title="stofgroep",
        summary="Structures and the Dutch Opiumwet",
        description=_DESCRIPTION,
        version=API_VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        contact={
            "name": chosen.contact_name,
            "url": chosen.contact_url,
            "email": chosen.contact_email,
        },
        license_info={
            "name": "EUPL-1.2",
            "url": "https://interoperable-europe.ec.europa.eu/licence/european-union-public-licence-version-12-eupl",
        },
        openapi_tags=[{"name": name, "description": text} for name, text in _TAGS],
        lifespan=_lifespan(chosen),
    )
    problems.install(app)
    app.add_middleware(Gate, settings=chosen)
    app.add_middleware(Outermost)
    guarded = APIRouter(prefix=description.PREFIX, dependencies=[Depends(known_key)], redirect_slashes=False)
    for module in (verdicts, screenings, pictures, routes, laws, drafts, receipts, service):
        guarded.include_router(module.router)
    app.include_router(guarded)
    app.include_router(service.open_router, prefix=description.PREFIX)
    _describe(app, bool(chosen.api_keys))
    page.install(app)
    return app


def _describe(app: FastAPI, keys_needed: bool) -> None:
    described: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not described:
            described.update(description.describe(app, keys_needed))
        return described

    app.openapi = openapi  # type: ignore[method-assign]

    async def serve(request: Request) -> Response:
        # Tools on pages of other sites may read it, as the rules ask.
        return JSONResponse(app.openapi(), headers={"Access-Control-Allow-Origin": "*"})

    app.add_route(f"{description.PREFIX}/openapi.json", serve, methods=["GET"], include_in_schema=False)


def _lifespan(settings: Settings) -> Any:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        question = Question("nl", dt.date.today(), True, "nl").plain()
        try:
            jobs = Jobs(settings.data_folder)
            await asyncio.to_thread(_load_laws)
        except StofgroepError as error:
            app.state.fault = error  # for whoever started the server: the log keeps no messages
            raise
        ledger = Ledger(settings.data_folder) if settings.ledger else None
        pools = Pools.of(settings, question)
        runner = Runner(settings, jobs, pools, lambda: _prune(ledger, settings))
        try:
            await asyncio.gather(pools.calls.warm_up(question), pools.alone.warm_up(question))
            app.state.stofgroep = State(settings, pools, jobs, runner, ledger)
            runner.start()
            yield
        finally:
            await runner.stop()
            pools.close()
            jobs.close()
            if ledger is not None:
                ledger.close()

    return lifespan


def _load_laws() -> None:
    """So that no call waits for it."""
    for name in law_names():
        if law_book(name).lists_known_until is not None:
            Lists.load(name)


def _prune(ledger: Ledger | None, settings: Settings) -> None:
    if ledger is not None and settings.ledger_days:
        ledger.prune_older(settings.ledger_days)
