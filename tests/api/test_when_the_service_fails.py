"""A fault of the service itself: a clear answer, and a log that says where without saying what."""

import asyncio
import logging
from typing import Any

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from stofgroep.api.headers import Outermost
from stofgroep.api.journal import JsonLines
from stofgroep.api.settings import Settings
from stofgroep.api.work import Question
from stofgroep.api.workers import Pools
from stofgroep.structure import Reason, Refusal


async def broken(scope: Scope, receive: Receive, send: Send) -> None:
    raise RuntimeError("SECRET structure")


def test_a_failure_is_a_problem_and_its_message_stays_inside(caplog: pytest.LogCaptureFixture) -> None:
    async def call() -> httpx.Response:
        transport = httpx.ASGITransport(app=Outermost(broken))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/", headers={"Accept-Language": "en"})

    with caplog.at_level(logging.INFO):
        answer = asyncio.run(call())
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["API-Version"]
    assert answer.json()["title"] == "Fault of the service"
    lines = [JsonLines().format(record) for record in caplog.records]
    assert any('"RuntimeError"' in line and "broken" in line for line in lines)
    assert not [line for line in lines if "SECRET" in line]
    assert "SECRET" not in answer.text


def pooled(asked: Any, **settings: Any) -> Any:
    """What a coroutine makes of pools with these settings."""

    async def run() -> Any:
        pools = Pools.of(Settings(workers=1, job_workers=1, **settings), QUESTION)
        try:
            return await asked(pools)
        finally:
            pools.close()

    return asyncio.run(run())


QUESTION = Question.read({"law": "nl", "date": "2026-07-09", "lists": True, "lang": "en"}).plain()


def test_a_task_that_fails_is_refused_and_the_next_one_is_done() -> None:
    async def asked(pools: Pools) -> list[Any]:
        item = {"structure": "CCO", "id": ""}
        wrong = await pools.calls.run(
            "verdicts", question={"law": "nl"}, items=[item], explain=False, alone=True
        )
        right = await pools.calls.run("verdicts", question=QUESTION, items=[item], explain=False, alone=True)
        return [wrong, right]

    wrong, right = pooled(asked)
    assert isinstance(wrong, Refusal)
    assert wrong.reason is Reason.INTERNAL
    assert b'"outcome":"not-listed"' in right[0]


def test_what_must_succeed_says_when_it_does_not() -> None:
    async def asked(pools: Pools) -> Any:
        return await pools.calls.certainly("refused_row", question=QUESTION, reason="no-reason", detail="")

    with pytest.raises(RuntimeError, match="refused_row was stopped"):
        pooled(asked)
