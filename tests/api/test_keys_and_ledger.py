"""Keys where they are wanted, and a ledger that can be searched and pruned."""

import asyncio
import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import DATE, ETHANOL, TWO_MMC, Server, faults, serving

from stofgroep.api.ledger import Ledger, Wanted

KEY, OTHER, ADMIN = "first-key-0123456789", "other-key-0123456789", "admin-key-0123456789"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with keys and a ledger."""
    folder = tmp_path_factory.mktemp("kept")
    with serving(folder, api_keys=f"{KEY}, {OTHER}", admin_key=ADMIN, ledger="true") as running:
        yield running


def search(server: Server, **asked: Any) -> list[dict[str, Any]]:
    answer = server.client.post("/v1/receipts/_search", json=asked, headers={"X-API-Key": KEY})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["receipts"]
    return found


@pytest.mark.parametrize("key", [None, "", "wrong", KEY[:-1], KEY + "x", "é" * 20])
def test_without_a_key_there_is_no_answer(kept: Server, key: str | None) -> None:
    headers = {} if key is None else {b"X-API-Key": key.encode()}
    for method, path in (("POST", "/v1/verdicts"), ("GET", "/v1/laws"), ("GET", "/v1/settings")):
        body = {"structure": ETHANOL} if method == "POST" else None
        answer = kept.client.request(method, path, headers=headers, json=body)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"]
        faults(answer)


def test_every_key_opens(kept: Server) -> None:
    for key in (KEY, OTHER):
        assert kept.client.get("/v1/settings", headers={"X-API-Key": key}).json()["keys_needed"] is True


def test_health_the_description_and_the_page_are_open(kept: Server) -> None:
    for path in ("/v1/health", "/v1/openapi.json", "/"):
        assert kept.client.get(path).status_code == 200
    described = kept.client.get("/v1/openapi.json").json()
    assert described["components"]["securitySchemes"]["key"]["name"] == "X-API-Key"
    assert described["paths"]["/verdicts"]["post"]["security"] == [{"key": []}]
    assert "security" not in described["paths"]["/health"]["get"]


def test_keys_are_shown_nowhere(kept: Server) -> None:
    shown = kept.client.get("/v1/settings", headers={"X-API-Key": KEY}).text + kept.log()
    assert not [key for key in (KEY, OTHER, ADMIN) if key in shown]


def test_what_was_answered_can_be_found_again(kept: Server) -> None:
    structures = [{"structure": TWO_MMC, "id": "L-1"}, {"structure": ETHANOL, "id": "L-2"}]
    answer = kept.client.post(
        "/v1/verdicts", json={"structures": structures, "date": DATE}, headers={"X-API-Key": KEY}
    )
    given = answer.json()["verdicts"]
    assert [r["verdict"] for r in search(kept, id="L-1")] == [given[0]]
    digest = hashlib.sha256(ETHANOL.encode()).hexdigest()
    assert [r["verdict"] for r in search(kept, input_sha256=digest, id="L-2")] == [given[1]]
    assert {r["verdict"]["id"] for r in search(kept, outcome="listed", canonical=TWO_MMC)} == {"L-1"}
    assert search(kept, id="L-1", outcome="not-listed") == []
    first, second = search(kept, most=1), search(kept, after=search(kept, most=1)[0]["number"], most=1)
    assert second[0]["number"] > first[0]["number"]
    assert search(kept, last="2001-01-01") == search(kept, first="2999-01-01") == []


def test_only_the_operator_prunes(kept: Server) -> None:
    for headers in ({}, {"X-Admin-Key": KEY}, {"X-Admin-Key": "x"}):
        answer = kept.client.delete("/v1/receipts?before=2999-01-01", headers={"X-API-Key": KEY, **headers})
        assert answer.status_code == 403
    assert search(kept)
    both = {"X-API-Key": KEY, "X-Admin-Key": ADMIN}
    assert kept.client.delete("/v1/receipts?before=2001-01-01", headers=both).json() == {"removed": 0}
    removed = kept.client.delete("/v1/receipts?before=2999-01-01", headers=both).json()["removed"]
    assert removed > 0
    assert search(kept) == []


def test_without_a_ledger_nothing_is_kept(server: Server) -> None:
    answer = server.client.post("/v1/receipts/_search", json={})
    assert answer.status_code == 404
    assert not (server.folder / "data" / "ledger.sqlite").exists()


def test_receipts_grow_old(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    receipt = {"input_sha256": "0" * 64, "canonical": "C", "date": DATE, "law": "nl"}
    verdict = {"id": "x", "outcome": "listed", "list": "I", "group": None, "entry": "e", "receipt": receipt}
    asyncio.run(ledger.keep(verdict))
    assert ledger.prune_older(1) == 0
    assert ledger.prune(dt.date(2001, 1, 1)) == 0
    assert [found["verdict"] for found in ledger.search(Wanted(own_id="x"))] == [verdict]
    assert ledger.prune_older(0) == 1
    assert ledger.search(Wanted()) == []
    ledger.close()
