"""API keys, where the operator wants them."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends
from fastapi.security import APIKeyHeader

from stofgroep.api.problems import ProblemError
from stofgroep.api.state import Running

HEADER = "X-API-Key"
_header = APIKeyHeader(
    name=HEADER,
    scheme_name="key",
    auto_error=False,
    description="Only needed where the operator has set keys.",
)


async def known_key(state: Running, key: Annotated[str | None, Depends(_header)]) -> None:
    """Refuse calls without a key, where keys are needed. Every key is compared, each in constant time."""
    keys = state.settings.api_keys
    if not keys:
        return
    given = (key or "").encode("utf-8", "replace")
    if sum(hmac.compare_digest(given, known.get_secret_value().encode()) for known in keys) == 0:
        raise ProblemError(
            401, "no-key", {"header": HEADER}, headers={"WWW-Authenticate": f"ApiKey {HEADER}"}
        )
