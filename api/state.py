"""What a running server holds, and how a route gets at it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from stofgroep.api.jobs import Jobs
from stofgroep.api.ledger import Ledger
from stofgroep.api.runner import Runner
from stofgroep.api.settings import Settings
from stofgroep.api.workers import Pools


@dataclass(frozen=True)
class State:
    """Settings, worker processes, screenings and the ledger (None when it is off)."""

    settings: Settings
    pools: Pools
    jobs: Jobs
    runner: Runner
    ledger: Ledger | None
    started: float = field(default_factory=time.monotonic)


def _state(request: Request) -> State:
    state: State = request.app.state.stofgroep
    return state


Running = Annotated[State, Depends(_state)]
