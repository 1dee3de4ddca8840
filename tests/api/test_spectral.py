"""``api/spectral.yaml``: the description of the service keeps its rules, and each of them can fail."""

import json
import re
import subprocess
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from serving import Server

ROOT = Path(__file__).parents[2]
RULESET = ROOT / "api" / "spectral.yaml"
SPECTRAL = ROOT / "node_modules" / ".bin" / "spectral"

Description = dict[str, Any]


@pytest.fixture(scope="module")
def described(server: Server) -> Description:
    found: Description = server.client.get("/v1/openapi.json").json()
    return found


def lint(description: Description, folder: Path) -> set[str]:
    """The rules that Spectral finds broken."""
    file = folder / "openapi.json"
    file.write_text(json.dumps(description), "utf-8")
    ran = subprocess.run(
        [SPECTRAL, "lint", "--quiet", "--format", "json", "--ruleset", RULESET, file],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode in (0, 1), ran.stderr
    found = {fault["code"] for fault in json.loads(ran.stdout)} if ran.stdout.strip() else set()
    assert (ran.returncode == 1) == bool(found)
    return found


def test_the_description_keeps_every_rule(described: Description, tmp_path: Path) -> None:
    assert lint(described, tmp_path) == set()


def first_operation(d: Description) -> Any:
    return d["paths"]["/verdicts"]["post"]


def rename_path(d: Description, old: str, new: str) -> None:
    d["paths"][new] = d["paths"].pop(old)


def with_parameter(d: Description, name: str) -> None:
    parameter = {"name": name, "in": "query", "schema": {"type": "string"}}
    first_operation(d).setdefault("parameters", []).append(parameter)


def with_trace(d: Description) -> None:
    d["paths"]["/verdicts"]["trace"] = deepcopy(first_operation(d))


def with_html_error(d: Description) -> None:
    content = first_operation(d)["responses"]["400"]["content"]
    content["text/html"] = content.pop("application/problem+json")


def with_422(d: Description) -> None:
    responses = first_operation(d)["responses"]
    responses["422"] = deepcopy(responses["400"])


FAULTS: dict[str, Callable[[Description], object]] = {
    "openapi-3": lambda d: d.update(openapi="2.0"),
    "contact": lambda d: d["info"].pop("contact"),
    "semantic-version": lambda d: d["info"].update(version="1.0"),
    "major-version-in-uri": lambda d: d["servers"][0].update(url="/"),
    "no-trailing-slash": lambda d: rename_path(d, "/verdicts", "/verdicts/"),
    "kebab-case-paths": lambda d: rename_path(d, "/verdicts", "/newVerdicts"),
    "camel-case-query-keys": lambda d: with_parameter(d, "full_text"),
    "camel-case-schemas": lambda d: d["components"]["schemas"].update({"a_b": {"type": "object"}}),
    "standard-methods": with_trace,
    "version-header": lambda d: first_operation(d)["responses"]["200"].pop("headers"),
    "problems": with_html_error,
    "invalid-is-400": with_422,
    "described-operations": lambda d: first_operation(d).pop("summary"),
    "no-structures-in-uris": lambda d: with_parameter(d, "smiles"),
}


def test_every_rule_has_a_fault_below() -> None:
    written = re.findall(r"^  ([a-z0-9-]+):$", RULESET.read_text("utf-8"), re.MULTILINE)
    assert written == list(FAULTS)


@pytest.mark.parametrize("rule", FAULTS)
def test_a_description_with_one_fault_breaks_that_rule(
    described: Description, tmp_path: Path, rule: str
) -> None:
    broken = deepcopy(described)
    FAULTS[rule](broken)
    assert rule in lint(broken, tmp_path)
