"""One verdict per structure, in order, the same as the library's, and every fault of a call at once."""

import datetime as dt
import json
from typing import Any

import pytest
from serving import DATE, ETHANOL, TWO_MMC, Server, faults

import stofgroep
from stofgroep.verdict import as_dict


def test_verdicts_come_in_order_with_own_ids(server: Server) -> None:
    found = server.decide({"structure": TWO_MMC, "id": "L-1"}, ETHANOL, {"structure": "rubbish", "id": "L-3"})
    assert [v["outcome"] for v in found] == ["listed", "not-listed", "not-assessed"]
    assert [v["id"] for v in found] == ["L-1", "", "L-3"]
    assert found[0]["group"] == "fenethylaminen"
    assert found[2]["reason"].startswith("unreadable: ")


@pytest.mark.parametrize("structure", [TWO_MMC, ETHANOL, "*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11|"])
def test_a_verdict_is_that_of_the_library(server: Server, structure: str) -> None:
    expected = as_dict(
        stofgroep.check(structure, date=dt.date.fromisoformat(DATE), lang="en", id="x", explain=True)
    )
    [found] = server.decide({"structure": structure, "id": "x"}, lang="en", explain=True)
    assert found == json.loads(json.dumps(expected))


def test_three_forms_of_one_substance(server: Server) -> None:
    inchi = "InChI=1S/C11H15NO/c1-8-6-4-5-7-10(8)11(13)9(2)12-3/h4-7,9,12H,1-3H3"  # 2-MMC
    found = server.decide(TWO_MMC, inchi, {"name": "3-MMC"})
    assert [(v["outcome"], v["group"], v["entry"]) for v in found] == [
        ("listed", "fenethylaminen", None),
        ("listed", "fenethylaminen", None),
        ("listed", None, "3-mmc"),  # lijst I since Stb. 2024, 90
    ]


def test_a_name_nobody_knows_is_a_verdict_of_its_own(server: Server) -> None:
    [found] = server.decide({"name": "geen stof", "id": "n"})
    assert (found["outcome"], found["id"], found["input"]) == ("not-assessed", "n", "geen stof")
    assert found["reason"].startswith("unknown-name: ")


@pytest.mark.parametrize("body", [{"structure": TWO_MMC}, {"structure": TWO_MMC, "id": "own"}])
def test_one_structure_may_stand_at_the_top(server: Server, body: dict[str, Any]) -> None:
    [found] = server.client.post("/v1/verdicts", json={**body, "date": DATE}).json()["verdicts"]
    assert (found["outcome"], found["id"]) == ("listed", body.get("id", ""))


def test_the_day_and_the_lists_decide(server: Server) -> None:
    # Group 1 is in force from 2025-07-01; 3-MMC is on lijst I by itself.
    before, after = (server.decide(TWO_MMC, date=day)[0] for day in ("2025-06-30", "2025-07-01"))
    assert (before["outcome"], after["outcome"]) == ("not-listed", "listed")
    [by_groups] = server.decide("CNC(C)C(=O)c1cccc(C)c1", lists=False)
    assert (by_groups["list"], by_groups["group"]) == ("IA", "fenethylaminen")


def test_today_is_the_day_when_none_is_given(server: Server) -> None:
    [found] = server.client.post("/v1/verdicts", json={"structures": [ETHANOL]}).json()["verdicts"]
    assert found["date"] in (dt.date.today().isoformat(), (dt.date.today() - dt.timedelta(1)).isoformat())


def test_lines_when_lines_are_asked_for(server: Server) -> None:
    body = {"structures": [TWO_MMC, ETHANOL] * 60, "date": DATE}
    accept = {"Accept": "application/x-ndjson"}
    with server.client.stream("POST", "/v1/verdicts", json=body, headers=accept) as answer:
        assert answer.headers["Content-Type"] == "application/x-ndjson"
        found = [json.loads(line) for line in answer.iter_lines()]
    assert [v["outcome"] for v in found] == ["listed", "not-listed"] * 60


def test_a_thousand_structures_in_order(server: Server) -> None:
    # Alkanols of one to fifty carbons: none is listed, and each says which one it was.
    structures = ["C" * (1 + n % 50) + "O" for n in range(1000)]
    found = server.decide(*structures)
    assert [v["input"] for v in found] == structures
    assert {v["outcome"] for v in found} == {"not-listed"}


def test_all_faults_of_a_call_are_told_at_once(server: Server) -> None:
    body = {
        "structures": [{"structure": "C", "name": "x"}, 3, {"structure": "C", "colour": 1}, {"id": "lonely"}],
        "date": "9-7-2026",
        "law": "../../etc/draft.toml",
        "lang": "fr",
        "lists": "yes",
        "nonsense": True,
    }
    answer = server.client.post("/v1/verdicts", json=body, headers={"Accept-Language": "en"})
    assert answer.status_code == 400
    assert faults(answer) == {
        "structures[0]": "needs either structure or name",
        "structures[1]": "must be an object",
        "structures[2].colour": "unknown key",
        "structures[3]": "needs either structure or name",
        "date": "must be a day, as yyyy-mm-dd",
        "law": "unknown law; known: nl, npsg",
        "lang": "must be one of these: 'nl' or 'en'",
        "lists": "must be true or false",
        "nonsense": "unknown key",
    }


@pytest.mark.parametrize(
    "day", ["2026-02-30", "20260709", "2026-07-09T00:00:00", "", 1, "２０２６-07-09", True]
)
def test_what_is_no_day_is_refused(server: Server, day: object) -> None:
    answer = server.client.post("/v1/verdicts", json={"structures": [ETHANOL], "date": day})
    assert answer.status_code == 400
    assert list(faults(answer)) == ["date"]


@pytest.mark.parametrize("law", ["/etc/passwd", "x.toml", "draft.toml", "NL", ""])
def test_a_law_is_never_a_file(server: Server, law: str) -> None:
    answer = server.client.post("/v1/verdicts", json={"structures": [ETHANOL], "law": law})
    assert answer.status_code == 400
    assert list(faults(answer)) == ["law"]


def test_one_and_several_do_not_go_together(server: Server) -> None:
    answer = server.client.post("/v1/verdicts", json={"structures": ["C"], "structure": "C"})
    assert answer.status_code == 400
    answer = server.client.post("/v1/verdicts", json={"structures": []})
    assert list(faults(answer)) == ["structures"]


def test_too_many_structures_are_refused(server: Server) -> None:
    answer = server.client.post("/v1/verdicts", json={"structures": ["C"] * 1001})
    assert answer.status_code == 400
    assert list(faults(answer)) == ["structures"]
