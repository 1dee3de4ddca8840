"""The Dutch API Design Rules: what every response has, and the rules of ``api/spectral.yaml`` one by one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import ETHANOL, Server

ROOT = Path(__file__).parents[2]
SPECTRAL = (ROOT / "api" / "spectral.yaml").read_text("utf-8")


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


def openapi_3(d: dict[str, Any]) -> bool:
    return bool(re.match(r"3\.\d", d["openapi"]))


def contact(d: dict[str, Any]) -> bool:
    return all(d["info"]["contact"].get(key) for key in ("name", "url", "email"))


def semantic_version(d: dict[str, Any]) -> bool:
    return bool(re.fullmatch(r"\d+\.\d+\.\d+", d["info"]["version"]))


def major_version_in_uri(d: dict[str, Any]) -> bool:
    return bool(d["servers"]) and all(re.search(r"/v\d+$", s["url"]) for s in d["servers"])


def no_trailing_slash(d: dict[str, Any]) -> bool:
    return not any(path.endswith("/") for path in d["paths"])


def kebab_case_paths(d: dict[str, Any]) -> bool:
    step = re.compile(r"_?[a-z0-9]+(-[a-z0-9]+)*|\{\w+\}")
    return all(step.fullmatch(s) for path in d["paths"] for s in path.strip("/").split("/"))


def camel_case_query_keys(d: dict[str, Any]) -> bool:
    keys = [p["name"] for _, _, o in operations(d) for p in o.get("parameters", []) if p["in"] == "query"]
    return bool(keys) and all(re.fullmatch(r"[a-z][a-zA-Z0-9]*", key) for key in keys)


def camel_case_schemas(d: dict[str, Any]) -> bool:
    return all(re.fullmatch(r"[A-Z][a-zA-Z0-9]*", name) for name in d["components"]["schemas"])


def standard_methods(d: dict[str, Any]) -> bool:
    return {method for _, method, _ in operations(d)} <= {"get", "post", "put", "patch", "delete"}


def version_header(d: dict[str, Any]) -> bool:
    return all("API-Version" in r["headers"] for _, _, o in operations(d) for r in o["responses"].values())


def problems(d: dict[str, Any]) -> bool:
    return all(
        set(r["content"]) == {"application/problem+json"}
        for _, _, o in operations(d)
        for status, r in o["responses"].items()
        if status >= "400"
    )


def invalid_is_400(d: dict[str, Any]) -> bool:
    return all("422" not in o["responses"] and "400" in o["responses"] for _, _, o in operations(d))


def described_operations(d: dict[str, Any]) -> bool:
    return all(o.get("summary") and o.get("operationId") and o.get("tags") for _, _, o in operations(d))


def no_structures_in_uris(d: dict[str, Any]) -> bool:
    names = {p["name"].lower() for _, _, o in operations(d) for p in o.get("parameters", [])}
    return not names & {"smiles", "structure", "structures", "inchi", "name", "molblock", "input"}


RULES = (
    openapi_3,
    contact,
    semantic_version,
    major_version_in_uri,
    no_trailing_slash,
    kebab_case_paths,
    camel_case_query_keys,
    camel_case_schemas,
    standard_methods,
    version_header,
    problems,
    invalid_is_400,
    described_operations,
    no_structures_in_uris,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.replace("_", "-"))
def test_the_description_keeps_the_rule(described: dict[str, Any], rule: Any) -> None:
    assert rule(described)


def test_the_ruleset_for_spectral_has_the_same_rules() -> None:
    written = re.findall(r"^  ([a-z0-9-]+):$", SPECTRAL, re.MULTILINE)
    assert written == [rule.__name__.replace("_", "-") for rule in RULES]


def test_every_reference_in_the_description_leads_somewhere(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    wanted = set(re.findall(r"#/components/schemas/(\w+)", str(described)))
    assert wanted <= set(schemas)
    assert {"HTTPValidationError", "ValidationError"} & set(schemas) == set()


def test_every_path_that_is_described_exists(server: Server, described: dict[str, Any]) -> None:
    for path, method, _ in operations(described):
        filled = "/v1" + re.sub(r"\{\w+\}", "0", path)
        assert server.client.request(method, filled).status_code != 405
