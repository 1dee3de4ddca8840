"""The Dutch API Design Rules: what every response has, and what no description can show."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from serving import ETHANOL, Server


@pytest.fixture(scope="module")
def described(server: Server) -> dict[str, Any]:
    answer = server.client.get("/v1/openapi.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


CALLS = [
    ("GET", "/v1/health", {}, 200),
    ("GET", "/v1/openapi.json", {}, 200),
    ("POST", "/v1/verdicts", {"json": {"structure": ETHANOL}}, 200),
    ("POST", "/v1/pictures", {"json": {"structure": ETHANOL}}, 200),
    ("GET", "/", {}, 200),
    ("POST", "/v1/verdicts", {"json": {}}, 400),
    ("POST", "/v1/verdicts", {"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
    ("GET", "/v1/laws?smiles=CCO", {}, 400),
    ("GET", "/nowhere", {}, 404),
    ("POST", "/v1/nowhere", {}, 404),
    ("GET", "/v1/laws/", {}, 404),
    ("GET", "/v1/verdicts/", {}, 404),
    ("GET", "/v1/groups/none", {}, 404),
    ("GET", "/v2/laws", {}, 404),
    ("GET", "/v1/verdicts", {}, 405),
    ("PUT", "/v1/laws", {}, 405),
    ("POST", "/v1/verdicts", {"content": b"CCO"}, 415),
]


@pytest.mark.parametrize(("method", "path", "more", "status"), CALLS)
def test_every_response_has_its_headers(
    server: Server, method: str, path: str, more: dict[str, Any], status: int
) -> None:
    answer = server.client.request(method, path, **more)
    assert answer.status_code == status
    assert re.fullmatch(r"\d+\.\d+\.\d+", answer.headers["API-Version"])
    assert answer.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "Server" not in answer.headers
    if status >= 400:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert set(answer.json()) >= {"type", "title", "status", "detail"}
        assert answer.json()["status"] == status


def test_the_description_may_be_read_from_anywhere_and_nothing_else(server: Server) -> None:
    headers = {"Origin": "https://editor.example"}
    answer = server.client.get("/v1/openapi.json", headers=headers)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in server.client.get("/v1/laws", headers=headers).headers


def test_the_page_may_use_nothing_from_elsewhere(server: Server) -> None:
    answer = server.client.get("/")
    assert answer.headers["Content-Type"].startswith("text/html")
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]


def test_the_reader_chooses_the_language_of_a_problem(server: Server) -> None:
    titles = [
        server.client.get("/v1/nowhere", headers={"Accept-Language": wanted}).json()["title"]
        for wanted in ("nl", "en-GB, nl;q=0.5", "fr, en;q=0.3", "fr", "en;q=oops, nl")
    ]
    assert titles == ["Niet gevonden", "Not found", "Not found", "Niet gevonden", "Niet gevonden"]


def test_allow_names_every_method_of_a_path(server: Server) -> None:
    answer = server.client.put("/v1/screenings/" + "0" * 32)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "DELETE, GET")


def test_a_page_of_another_site_may_not_call(server: Server) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = server.client.post("/v1/verdicts", json={"structure": ETHANOL}, headers=headers)
    assert answer.status_code == 403


def test_a_name_that_was_pointed_at_this_machine_is_refused(server: Server) -> None:
    assert server.client.get("/v1/health", headers={"Host": "evil.example"}).status_code == 400
    assert server.client.get("/v1/health", headers={"Host": "localhost:80"}).status_code == 200


# -- the description ---------------------------------------------------------------------


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_reference_in_the_description_leads_somewhere(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    wanted = set(re.findall(r"#/components/schemas/(\w+)", str(described)))
    assert wanted <= set(schemas)
    assert {"HTTPValidationError", "ValidationError"} & set(schemas) == set()


def test_every_path_that_is_described_exists(server: Server, described: dict[str, Any]) -> None:
    for path, method, _ in operations(described):
        filled = "/v1" + re.sub(r"\{\w+\}", "0", path)
        assert server.client.request(method, filled).status_code != 405
