"""The report: one file, nothing fetched, names as text, figures as counted."""

import json
import re
from html.parser import HTMLParser

import pytest
from draft_material import ANISOLES, draft, dutch_law, small_set

from stofgroep.policy import report
from stofgroep.policy.export import COLUMNS, as_csv, as_dict
from stofgroep.policy.impact import Impact, assess
from stofgroep.policy.pictures import picture
from stofgroep.policy.report import as_html
from stofgroep.policy.substances import Substance, SubstanceSet
from stofgroep.wording import LANGUAGES

HOSTILE = "<img src=x onerror=alert(1)>\"'&"


@pytest.fixture(scope="module")
def impact() -> Impact:
    rows = (
        Substance("k", HOSTILE, "</td><script>alert(2)</script>", "COc1ccc(Cl)cc1"),
        Substance("=1+1", "=HYPERLINK(1)", "halogen", "CCCOc1ccc(F)cc1"),
    )
    text = draft(ANISOLES, ("alkyl<=3", "alkyl<=1..4"), ('"Anisolen"', '"Anisolen <b>x</b>"'))
    sets = [small_set(), SubstanceSet("<i>set</i>", rows)]
    return assess(text, sets, dutch_law(), jobs=0, kept=False)


class Page(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in ("meta", "br", "link", "img", "path", "rect", "ellipse"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("path", "rect", "ellipse"):
            return
        if not self.open or self.open[-1] != tag:
            self.wrong.append(tag)
        else:
            self.open.pop()


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    return page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_fetched_and_every_tag_is_closed(impact: Impact, lang: str) -> None:
    page = read(as_html(impact, dutch_law(), lang))
    assert page.wrong == []
    assert page.open == []
    names = {tag for tag, _ in page.tags}
    assert not names & {"img", "link", "iframe", "object", "embed", "form", "b", "i"}
    for tag, attributes in page.tags:
        assert "src" not in attributes
        href = attributes.get("href")
        assert href is None or href.startswith("#"), (tag, href)
        assert not [a for a in attributes if a.startswith("on")], tag
    assert [a.get("lang") for tag, a in page.tags if tag == "html"] == [lang]


def test_every_link_has_its_target(impact: Impact) -> None:
    page = read(as_html(impact, dutch_law(), "nl"))
    ids = {a["id"] for _, a in page.tags if "id" in a}
    targets = {a["href"] for tag, a in page.tags if tag == "a"}
    assert targets
    assert {f"#{id}" for id in ids} >= targets


def test_names_are_text(impact: Impact) -> None:
    html = as_html(impact, dutch_law(), "nl")
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert "<img" not in html
    assert html.count("<script>") == 1  # ours
    assert "&lt;i&gt;set&lt;/i&gt;" in html
    assert "Anisolen &lt;b&gt;x&lt;/b&gt;" in html


def test_the_text_of_the_draft_stands_in_it(impact: Impact) -> None:
    html = as_html(impact, dutch_law(), "nl")
    assert "alkyl&lt;=1..4" in html
    assert impact.draft.written.sha256 in html


def test_each_table_cell_has_a_heading(impact: Impact) -> None:
    html = as_html(impact, dutch_law(), "nl")
    for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
        head, body = re.split("</thead>", table)
        columns = len(re.findall(r"<t[hd][ >]", head))
        rows = re.findall(r"<tr>.*?</tr>", body, re.DOTALL)
        assert rows
        assert {len(re.findall(r"<t[hd][ >]", row)) for row in rows} == {columns}
        assert all(scope in ('"col"', '"row"') for scope in re.findall(r"<th scope=(\S+?)[ >]", table))
        assert "<th>" not in table


def test_pictures_are_drawn_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_PICTURES", 5)
    rows = tuple(Substance(str(n), f"anisole {n}", "", f"COc1ccc(Cl)cc1.{'C' * n}O") for n in range(1, 12))
    found = assess(draft(), [SubstanceSet("many", rows)], dutch_law(), jobs=0, kept=False)
    html = report.as_html(found, dutch_law(), "en")
    # eleven are newly caught and again among everything caught; each drawn once, used twice
    assert html.count("<svg") == 10
    assert "12 lines have no picture" in html


def test_a_structure_too_large_to_draw_has_no_picture() -> None:
    assert picture("C" * 200) == ""
    assert picture("C1CC1" * 20) == ""
    assert picture("no structure") == ""
    assert picture("CCO").startswith("<svg aria-hidden")
    assert "<?xml" not in picture("CCO")


def test_the_same_draft_gives_the_same_bytes(impact: Impact) -> None:
    again = assess(impact.draft.written, impact.sets, dutch_law(), jobs=0, kept=False)
    assert as_html(again, dutch_law(), "nl") == as_html(impact, dutch_law(), "nl")
    assert as_csv(again) == as_csv(impact)
    assert as_dict(again, dutch_law()) == as_dict(impact, dutch_law())


def test_csv_has_a_row_for_every_substance(impact: Impact) -> None:
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(as_csv(impact))))
    assert len(rows) == 11
    assert tuple(rows[0]) == COLUMNS
    by_key = {row["key"]: row for row in rows}
    assert by_key["butoxy"]["draft"] == "member"  # the range reaches C4
    assert by_key["nitroanisole"]["failing"] == "build.main.rule.Rn"
    assert by_key["unreadable"]["effect"] == "not-assessed"
    assert by_key["unreadable"]["reason"] == "unreadable"
    # no cell starts a formula
    assert by_key["'=1+1"]["name"] == "'=HYPERLINK(1)"


def test_json_holds_every_table(impact: Impact) -> None:
    found = json.loads(json.dumps(as_dict(impact, dutch_law())))
    assert found["draft"]["id"] == "draft.anisolen"
    assert found["draft"]["replaces"] is None
    assert [c["set"] for c in found["counts"]] == ["small", "<i>set</i>"]
    assert [v["value"] for v in found["ranges"][0]["values"]] == [1, 2, 3, 4]
    assert {"set": "small", "class": "halogen", "members": 3} in found["ranges"][0]["values"][3]["classes"]
    named = {s["name"] for s in found["substances"]}
    assert {"4-chloroanisole", "unreadable", "=HYPERLINK(1)", HOSTILE} <= named
    assert "ethanol" not in named
