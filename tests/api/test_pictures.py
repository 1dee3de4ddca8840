"""Pictures: the right atoms in the right colours, the same in words, and nothing that could run."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from rdkit import Chem
from serving import DATE, ETHANOL, STUCK, TWO_MMC, Server, faults

SVG = "{http://www.w3.org/2000/svg}"


def picture(server: Server, **asked: Any) -> dict[str, Any]:
    answer = server.client.post(
        "/v1/pictures", json={"date": DATE, **asked}, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_an_svg_that_shows_itself_and_says_what_it_shows(server: Server) -> None:
    answer = server.client.post("/v1/pictures", json={"structure": TWO_MMC, "date": DATE, "lang": "en"})
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    root = ET.fromstring(answer.text)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text is not None
    assert title.text.startswith("Falls under list IA")
    assert description.text is not None
    assert f"Structure {TWO_MMC}." in description.text


def test_colours_and_numbers_are_those_of_the_clauses(server: Server) -> None:
    found = picture(server, structure=TWO_MMC)
    legend = {entry["clause"]: entry for entry in found["legend"]}
    # CNC(C)C(=O)c1ccccc1C: part A is the ring, the carbonyl is the doubly bonded residue on C2
    assert legend["build.main.part.A"]["atoms"] == [6, 7, 8, 9, 10, 11]
    assert [e["number"] for e in found["legend"]] == list(range(1, len(legend) + 1))
    used = set(re.findall(r"#[0-9A-F]{6}", found["svg"]))
    for entry in found["legend"][:7]:
        assert entry["colour"] in used
    assert len({e["colour"] for e in found["legend"][:7]}) == min(7, len(legend))


def test_every_atom_can_be_pointed_at(server: Server) -> None:
    svg = picture(server, structure=TWO_MMC)["svg"]
    assert {f"atom-{n}" for n in range(13)} <= set(re.findall(r"atom-\d+", svg))


def test_a_strict_page_may_show_it(server: Server) -> None:
    for svg in (picture(server, structure=s)["svg"] for s in (TWO_MMC, ETHANOL, "C[C@H](N)C(=O)O.Cl")):
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|href=|<!|<\?|javascript", svg)


def test_marks_of_ones_own(server: Server) -> None:
    marks = [{"atoms": [0, 1], "text": '<b>& "left"</b>'}, {"atoms": [1, 2], "text": "right"}]
    found = picture(server, structure=ETHANOL, marks=marks, lang="en", width=200, height=100)
    root = ET.fromstring(found["svg"])
    assert (root.get("width"), root.get("height")) == ("200px", "100px")
    description = root.find(f"{SVG}desc")
    assert description is not None
    assert description.text == ('Structure CCO. 1: <b>& "left"</b> Atoms: C0, C1. 2: right Atoms: C1, O2.')
    assert [entry["atoms"] for entry in found["legend"]] == [[0, 1], [1, 2]]


def test_two_pictures_in_one_page_have_ids_of_their_own(server: Server) -> None:
    ids = [set(re.findall(r"id='(\w+)'", picture(server, structure=s)["svg"])) for s in (ETHANOL, TWO_MMC)]
    assert ids[0]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"structure": "rubbish"}, "structure"),
        ({"structure": ""}, "structure"),
        ({"structure": TWO_MMC, "finding": 99}, "structure"),
        ({"structure": ETHANOL, "marks": [{"atoms": [3]}]}, "structure"),
        ({"structure": ETHANOL, "marks": [{"atoms": [-1]}]}, "marks[0].atoms[0]"),
        ({"structure": ETHANOL, "marks": [], "finding": 0}, "body"),
        ({"structure": ETHANOL, "width": 1_000_000}, "width"),
        ({}, "structure"),
    ],
)
def test_what_cannot_be_drawn_is_refused(server: Server, asked: dict[str, Any], field: str) -> None:
    answer = server.client.post("/v1/pictures", json=asked)
    assert answer.status_code == 400
    assert field in faults(answer)


def test_a_structure_that_may_never_come_back_is_drawn_alone(server: Server) -> None:
    answer = server.client.post("/v1/pictures", json={"structure": STUCK})
    assert answer.status_code in (200, 400)
    assert server.decide(ETHANOL)[0]["outcome"] == "not-listed"


def test_marks_keep_their_atoms_in_a_molblock(server: Server) -> None:
    block = Chem.MolToMolBlock(Chem.MolFromSmiles("OCC"))
    found = picture(server, structure=block, marks=[{"atoms": [0], "text": "x"}], lang="en")
    assert "O0" in found["description"]


def test_atoms_bear_their_numbers_where_asked(server: Server) -> None:
    found = picture(server, structure=TWO_MMC, lang="en", numbered=True)
    # CNC(C)C(=O)c1ccccc1C: part A is the ring
    assert "#1: Structural element A" in found["description"]
    assert "Atoms: C 6–11." in found["description"]
    assert found["svg"] != picture(server, structure=TWO_MMC, lang="en")["svg"]
