"""The triage over the interface: in order, marked as triage, with nothing filled in that is not known."""

from typing import Any

import pytest
from serving import DATE, STUCK, TWO_MMC, Server, faults

DOPAMINE = "NCCc1ccc(O)c(O)c1"


def route(server: Server, **asked: Any) -> dict[str, Any]:
    answer = server.client.post("/v1/routes", json={"date": DATE, "lang": "en", **asked})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_frameworks_in_order_with_what_is_known_and_unknown(server: Server) -> None:
    found = route(server, structure=DOPAMINE, id="L-1", answers={"presented": "yes"})
    assert (found["id"], found["outcome"]) == ("L-1", "not-listed")
    assert "not legal advice" in found["notice"]
    said = {f["id"]: (f["status"], f["supervisors"], f["sanction"]) for f in found["frameworks"]}
    assert list(said) == [
        "geneesmiddelenwet",
        "warenwet",
        "reach-clp",
        "strafrecht-waren",
        "strafrecht-gevolg",
    ]
    assert said["geneesmiddelenwet"] == ("indicated", ["IGJ"], "imprisonment of at most 6 years")
    assert said["reach-clp"][1:] == (["NVWA", "ILT"], "unknown")
    assert found["answers"]["presented"] == "yes"
    assert found["answers"]["medicine"] == "unknown"
    assert found["nearest"]


def test_by_name_and_listed(server: Server) -> None:
    found = route(server, name="3-MMC")
    assert found["frameworks"][0]["id"] == "opiumwet"
    assert found["frameworks"][0]["sanction"] == "unknown"
    assert route(server, structure=TWO_MMC)["outcome"] == "listed"


def test_what_cannot_be_read_is_not_assessed(server: Server) -> None:
    found = route(server, structure="C1CC(")
    assert found["outcome"] == "not-assessed"
    assert found["nearest"] == []


def test_a_structure_that_may_never_come_back(server: Server) -> None:
    answer = server.client.post("/v1/routes", json={"structure": STUCK, "date": DATE})
    assert answer.status_code in (200, 400)
    assert server.decide(DOPAMINE)[0]["outcome"] == "not-listed"


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"structure": DOPAMINE, "answers": {"weather": "yes"}}, "answers"),
        ({"structure": DOPAMINE, "answers": {"medicine": "perhaps"}}, "answers"),
        ({"structure": DOPAMINE, "answers": {"medicine": True}}, "answers.medicine"),
        ({"structure": DOPAMINE, "name": "x"}, "body"),
        ({}, "body"),
        ({"structure": DOPAMINE, "date": "x"}, "date"),
        ({"structure": DOPAMINE, "colour": 1}, "colour"),
    ],
)
def test_wrong_calls_name_the_field(server: Server, asked: dict[str, Any], field: str) -> None:
    answer = server.client.post("/v1/routes", json=asked)
    assert answer.status_code == 400
    assert field in faults(answer)


def test_a_text_alone_is_no_body(server: Server) -> None:
    assert server.client.post("/v1/routes", json=DOPAMINE).status_code == 400
