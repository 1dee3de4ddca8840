"""The law over HTTP: groups, entries and names; and drafts of what it might become."""

from pathlib import Path
from typing import Any

import pytest
from serving import ETHANOL, TWO_MMC, Server, faults

DRAFT = """
id = "proef.lijst.cathinonen"
list = "proef"
number = 1
title = { nl = "Proef", en = "Trial" }
citation = "Proef, 1"
basis = "text"
text = { nl = "2-Methylaminopropiofenonen.", en = "2-Methylaminopropiophenones." }
url = "https://example.org/trial"
in_force = { from = 2030-01-01 }

[build.main.part.core]
citation = "Proef, 1"
text = { nl = "De kern.", en = "The core." }
[build.main.part.core.variant.main]
smarts = "[CH3][NX3][CX4]([CH3])C(=O)c1[c:2][c:3]ccc1"
sites = { o = 2, m = 3 }
[build.main.slot.R]
at = ["core.o", "core.m"]
[build.main.rule.R]
citation = "Proef, 1"
slots = ["R"]
allow = ["H", "alkyl<=1"]
text = { nl = "Waterstof of methyl.", en = "Hydrogen or methyl." }
"""


def get(server: Server, path: str) -> dict[str, Any]:
    answer = server.client.get(path)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_law_and_until_when_it_is_known(server: Server) -> None:
    [law] = [law for law in get(server, "/v1/laws")["laws"] if law["law"] == "nl"]
    assert law["known_until"]["lists"] == "2026-01-28"
    assert law["url"] == "https://wetten.overheid.nl/BWBR0001941"
    assert get(server, "/v1/laws/nl") == law


def test_the_days_of_which_no_version_is_at_hand(server: Server) -> None:
    # the NpSG of 2021 was the law for about fifteen months; the next version at hand is that of December 2025
    assert get(server, "/v1/laws/npsg")["gaps"] == [{"from": "2022-09-30", "until": "2025-12-01"}]
    assert get(server, "/v1/laws/nl")["gaps"] == []


@pytest.mark.parametrize(("lang", "first"), [("nl", "lijst I"), ("en", "list I")])
def test_how_people_name_the_lists(server: Server, lang: str, first: str) -> None:
    named = get(server, f"/v1/laws/nl?lang={lang}")["lists"]
    assert set(named) == {"I", "II", "IA"}
    assert named["I"] == first
    assert get(server, f"/v1/laws/npsg?lang={lang}")["lists"] == {"npsg": "NpSG"}


def test_the_groups_of_a_day(server: Server) -> None:
    def names(day: str) -> set[str]:
        return {group["group"] for group in get(server, f"/v1/groups?date={day}")["groups"]}

    assert names("2025-06-30") == set()
    assert names("2025-07-01") == {"fenethylaminen", "cannabinoiden", "aminopiperidinen"}
    assert names("2026-07-09") == {"fenethylaminen", "cannabinoiden", "aminopiperidinen", "nitazenen"}


@pytest.mark.parametrize("id", ["nitazenen", "nl.lijst-ia.nitazenen"])
def test_a_group_clause_by_clause(server: Server, id: str) -> None:
    group = get(server, f"/v1/groups/{id}?lang=en")
    [version] = group["versions"]
    assert group["id"] == "nl.lijst-ia.nitazenen"
    assert (version["from"], version["from_earliest"]) == ("2026-07-09", "2026-07-01")
    assert version["title"] == "Nitazenes"
    assert {clause["basis"] for clause in version["clauses"]} == {"reconstruction"}
    assert {reading["id"] for reading in version["readings"]} >= {"text"}


def test_a_substance_that_moved_from_list_to_list(server: Server) -> None:
    # 3-MMC: lijst II by Stb. 2021, 513 and lijst I by Stb. 2024, 90
    periods = get(server, "/v1/entries/3-mmc")["entries"]
    assert {period["list"] for period in periods} == {"I", "II"}
    [now] = [period for period in periods if period["until"] is None]
    assert (now["list"], now["decree"]) == ("I", "Stb. 2024, 90")


def test_pages_of_entries_hold_every_entry_once(server: Server) -> None:
    seen: list[tuple[str, str, str]] = []
    page = 1
    while True:
        found = get(server, f"/v1/entries?list=II&pageSize=50&page={page}")
        seen += [(e["key"], e["list"], e["since_latest"]) for e in found["entries"]]
        if len(found["entries"]) < 50:
            break
        page += 1
    assert len(seen) == len(set(seen)) == found["total"]
    assert {entry[1] for entry in seen} == {"II"}


def test_names_are_looked_up_in_a_body(server: Server) -> None:
    def keys(name: str) -> set[str]:
        answer = server.client.post("/v1/entries/_search", json={"name": name})
        assert answer.status_code == 200
        return {entry["key"] for entry in answer.json()["entries"]}

    assert keys("3-methylmethcathinon") == keys("3 MMC") == {"3-mmc"}
    assert keys("geen stof") == set()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/groups/nitazenen?law=be", 400),
        ("/v1/groups/onbekend", 404),
        ("/v1/laws/be", 404),
        ("/v1/entries/onbekend", 404),
        ("/v1/entries?list=III", 400),
        ("/v1/entries?page=0", 400),
        ("/v1/entries?pageSize=x", 400),
        ("/v1/entries?page_size=3", 400),
        ("/v1/entries?page=1&page=2", 400),
        ("/v1/entries?date=gisteren", 400),
        ("/v1/groups?lang=de", 400),
    ],
)
def test_what_is_not_there_or_not_known_is_a_problem(server: Server, path: str, status: int) -> None:
    answer = server.client.get(path)
    assert answer.status_code == status
    faults(answer)


# -- drafts ------------------------------------------------------------------------------


def draft(server: Server, definition: str, *structures: str, **more: Any) -> Any:
    return server.client.post(
        "/v1/drafts/_test",
        json={"definition": definition, "structures": structures, "lang": "en", **more},
        headers={"Accept-Language": "en"},
    )


def test_a_draft_is_tried_as_if_it_were_in_force(server: Server) -> None:
    answer = draft(server, DRAFT, TWO_MMC, "CNC(C)C(=O)c1cccc(C)c1", "CNC(C)C(=O)c1ccc(C)cc1", ETHANOL)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["group"] == "proef.lijst.cathinonen"
    # ortho and meta are sites of the draft, para is not
    assert [v["outcome"] for v in found["verdicts"]] == ["listed", "listed", "not-listed", "not-listed"]


def test_the_day_of_a_test_is_in_the_receipt(server: Server) -> None:
    [verdict] = draft(server, DRAFT, TWO_MMC, date="2029-12-31").json()["verdicts"]
    assert (verdict["outcome"], verdict["receipt"]["date"]) == ("listed", "2029-12-31")


def test_a_draft_may_extend_a_definition_of_the_package(server: Server) -> None:
    overlay = 'extends = "nl.lijst-ia.nitazenen@2026-07-09"\nin_force = { from = 2031-01-01 }\n'
    isotonitazene = "CCN(CC)CCn1c(Cc2ccc(OC(C)C)cc2)nc2cc(ccc12)[N+](=O)[O-]"
    answer = draft(server, overlay, isotonitazene, ETHANOL)
    assert answer.status_code == 200, answer.text
    assert [v["outcome"] for v in answer.json()["verdicts"]] == ["listed", "not-listed"]


@pytest.mark.parametrize(
    "file",
    [
        "/etc/passwd",
        "../../../etc/passwd",
        "draft.toml",
        "../secret.toml",
        "nl.x@../../../etc/x",
        "nl/x@2026-01-01",
    ],
)
def test_a_draft_reads_no_file_of_the_server(server: Server, file: str) -> None:
    answer = draft(server, f'extends = "{file}"\nin_force = {{ from = 2031-01-01 }}\n', ETHANOL)
    assert answer.status_code == 400
    [(field, reason)] = faults(answer).items()
    assert field == "draft.toml: extends"
    assert "names a definition of the package" in reason


@pytest.mark.parametrize(
    ("definition", "where", "why"),
    [
        (DRAFT.replace("number = 1", "number = 0"), "number", "number"),
        (DRAFT.replace('smarts = "[CH3]', 'smarts = "[CH3'), "smarts", "SMARTS"),
        (DRAFT.replace("alkyl<=1", "alkil<=1"), "allow", "alkil"),
        (DRAFT + "\nstray = 1\n", "stray", "unknown key"),
        ("x = [", "draft.toml", "TOML"),
        ("", "definition", "empty"),
        ("a = " + "[" * 5_000 + "]" * 5_000, "draft.toml", ""),
    ],
    ids=["number", "smarts", "term", "key", "syntax", "empty", "deep"],
)
def test_a_draft_that_cannot_be_loaded(server: Server, definition: str, where: str, why: str) -> None:
    answer = draft(server, definition, ETHANOL)
    assert answer.status_code == 400
    [(field, reason)] = faults(answer).items()
    assert where in field
    assert why in reason
    assert "/" not in field  # no folder of the server


def test_a_draft_knows_no_names(server: Server) -> None:
    answer = server.client.post(
        "/v1/drafts/_test", json={"definition": DRAFT, "structures": [{"name": "3-MMC"}]}
    )
    assert answer.status_code == 400
    assert list(faults(answer)) == ["structures[0].name"]


def test_nothing_of_a_draft_is_kept(server: Server) -> None:
    draft(server, DRAFT, ETHANOL)
    assert not [p for p in Path("/tmp").glob("stofgroep-*") if (p / "draft.toml").exists()]


def test_a_draft_is_laid_over_reference_sets(server: Server) -> None:
    answer = draft(server, DRAFT, TWO_MMC, against=["everyday"], baseline="2026-11-24")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert [v["outcome"] for v in found["verdicts"]] == ["listed"]
    impact = found["impact"]
    assert (impact["law"], impact["date"]) == ("nl", "2026-11-24")
    [count] = impact["counts"]
    assert count["set"] == "everyday"
    # no cathinone is an everyday substance
    assert (count["member"], count["caught"], count["not_assessed"]) == (0, 0, 0)
    assert count["total"] == impact["sets"][0]["substances"] >= 200


def test_without_sets_a_draft_has_no_impact(server: Server) -> None:
    assert draft(server, DRAFT, TWO_MMC).json()["impact"] is None


def test_structures_may_be_left_out(server: Server) -> None:
    answer = server.client.post("/v1/drafts/_test", json={"definition": DRAFT})
    assert answer.status_code == 200
    assert answer.json()["verdicts"] == []


def test_all_faults_of_a_draft_in_one_answer(server: Server) -> None:
    wrong = DRAFT.replace("number = 1", "number = 0").replace("alkyl<=1", "alkil<=1")
    found = faults(draft(server, wrong, ETHANOL))
    assert len(found) == 2
    assert any("Did you mean alkyl" in reason for reason in found.values())


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"against": ["drugs"]}, "against[0]"),
        ({"against": ["everyday"], "law": "../etc"}, "law"),
        ({"against": ["everyday"], "law": "xx"}, "law"),
        ({"against": ["everyday"], "baseline": "1999-01-01"}, "law"),
    ],
)
def test_sets_and_laws_that_are_not_there(server: Server, more: dict[str, Any], field: str) -> None:
    answer = draft(server, DRAFT, ETHANOL, **more)
    assert answer.status_code == 400
    assert list(faults(answer)) == [field]
