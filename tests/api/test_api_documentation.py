"""The manual describes what there is, and its examples work."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from serving import TWO_MMC, Server

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "api.md").read_text("utf-8")
EXAMPLES = ROOT / "docs" / "examples"

needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


def run(server: Server, *command: str) -> str:
    done = subprocess.run(
        command,
        env={**os.environ, "STOFGROEP_URL": server.url},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_call_is_in_the_manual(server: Server) -> None:
    described = server.client.get("/v1/openapi.json").json()
    calls = {
        f"{method.upper()} /v1{path}" for path, methods in described["paths"].items() for method in methods
    }
    written = set(re.findall(r"`((?:GET|POST|DELETE) /v1/[\w/{}]+)`", MANUAL))
    assert calls <= written
    assert written <= {*calls, "GET /v1/openapi.json"}


def test_every_field_of_a_form_is_in_the_manual(server: Server) -> None:
    described = server.client.get("/v1/openapi.json").json()
    for field in described["components"]["schemas"]["ScreeningAsked"]["properties"]:
        assert f"`{field}`" in MANUAL


def test_every_status_is_in_the_manual(server: Server) -> None:
    described = server.client.get("/v1/openapi.json").json()
    statuses: set[str] = set()
    for methods in described["paths"].values():
        for operation in methods.values():
            statuses |= {status for status in operation["responses"] if status >= "400"}
    assert statuses == set(re.findall(r"\b[45]\d\d\b", MANUAL.partition("| status | when |")[2][:1500]))


def test_the_example_in_json_is_answered(server: Server) -> None:
    body = json.loads(re.findall(r"```json\n(.*?)```", MANUAL, re.DOTALL)[0])
    found = server.client.post("/v1/verdicts", json=body).json()["verdicts"]
    assert [v["outcome"] for v in found] == ["listed", "listed", "listed"]


def test_the_problem_in_the_manual_is_the_one_that_comes(server: Server) -> None:
    problem: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", MANUAL, re.DOTALL)[1])
    body = {"structures": ["C", {"structure": "C", "colour": 1}], "date": "x"}
    found = server.client.post("/v1/verdicts", json=body).json()
    assert {fault["field"] for fault in found["errors"]} == {fault["field"] for fault in problem["errors"]}
    assert found | {"errors": 0} == problem | {"errors": 0}


@needs_curl
def test_the_first_command_of_the_manual(server: Server) -> None:
    [command] = re.findall(r"^    (curl --json .*)$", MANUAL, re.MULTILINE)
    answer = run(server, "sh", "-c", command.replace("http://127.0.0.1:8000", server.url))
    assert json.loads(answer)["verdicts"][0]["group"] == "fenethylaminen"


@needs_curl
def test_the_example_for_curl(server: Server) -> None:
    found = json.loads(run(server, "sh", str(EXAMPLES / "first_verdict.sh")))["verdicts"]
    assert [(v["id"], v["list"]) for v in found] == [("L26-1180.1", "IA"), ("L26-1180.2", "I")]


@needs_curl
def test_the_example_for_csv(server: Server, tmp_path: Path) -> None:
    table = tmp_path / "lab.csv"
    table.write_text(f"nr;smiles\n1;{TWO_MMC}\n2;CCO\n", "utf-8")
    text = run(server, "sh", str(EXAMPLES / "screen_csv.sh"), str(table), "2026-07-09")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [(row["nr"], row["sg_outcome"]) for row in rows] == [("1", "listed"), ("2", "not-listed")]


def test_the_example_for_python(server: Server) -> None:
    assert run(server, sys.executable, "-W", "error", str(EXAMPLES / "verdicts.py")).splitlines() == [
        "L26-1180.1 listed fenethylaminen",
        "L26-1180.2 not-listed -",
        "L26-1180.3 not-assessed -",
        "300 100",
        "date 400",
    ]


def test_the_container_file_names_what_is_there() -> None:
    text = (ROOT / "Containerfile").read_text("utf-8")
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        for name in source.split():
            assert (ROOT / name).exists(), name
    settings = set(re.findall(r"STOFGROEP_[A-Z_]+", text))
    assert settings <= set(re.findall(r"STOFGROEP_[A-Z_]+", MANUAL))
