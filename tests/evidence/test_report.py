"""Reports: everything a reader needs is in them, nothing that could run, and they print."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from evidence_material import DATE, DOPAMINE, MMC, ROOT, stofgroep, stofgroep_process

OCTYL = "CCCCCCCCNCCc1ccccc1"  # depends on the length of the chain
OPEN = "*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11|"


class Page(HTMLParser):
    """The elements of a page, and whether tables, pictures and headings are in order."""

    VOID = frozenset({"meta", "br", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += f" {data}"

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


def report(*arguments: str, stdin: str = "") -> Page:
    done = stofgroep("report", "--date", DATE, *arguments, stdin=stdin)
    assert done.returncode in (0, 3), done.stderr
    return Page(done.stdout)


@pytest.fixture(scope="module")
def octyl() -> Page:
    return report(OCTYL, "--id", "L26-1180.1", "--lang", "en")


def test_a_reader_finds_outcome_measure_reading_law_receipt_and_room_to_sign(octyl: Page) -> None:
    text = " ".join(octyl.text.split())
    for part in (
        "L26-1180.1",
        "? DEPENDS",
        OCTYL,
        "longest chain at R1: 8 atoms, limit 6 or 10 (depending on the reading)",
        "How long may the continuous chain on R1/R2 be?",
        "then the substance is out",
        "then the substance is in",
        "nl, 2026-11-23",
        "parallel German text",
        "medicine with a marketing authorisation",
        "lists/nl.csv",
        "SHA-256",
        "RDKit",
        "Examiner",
        "Second reader",
        "Signature",
    ):
        assert part in text, part


def test_it_is_accessible(octyl: Page) -> None:
    assert octyl.all("html") == [{"lang": "en"}]
    assert len(octyl.all("h1")) == 1
    levels = [int(tag[1]) for tag, _ in octyl.seen if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(octyl.all("caption")) == len(octyl.all("table"))
    assert all(th.get("scope") in ("col", "row") for th in octyl.all("th"))
    (picture,) = octyl.all("svg")
    assert picture["role"] == "img"
    ids = {attributes["id"] for _, attributes in octyl.seen if attributes.get("id")}
    assert set(str(picture["aria-labelledby"]).split()) <= ids
    assert len(ids) == len([a for _, a in octyl.seen if a.get("id")])


def test_nothing_runs_and_nothing_is_fetched() -> None:
    done = stofgroep("report", "--date", DATE, MMC, "--id", '<script>alert("x")</script>&amp;')
    assert "<script" not in done.stdout
    assert "&lt;script&gt;" in done.stdout
    assert not re.search(r"\s(src|href)=['\"](?!#)|@import|url\(|\son\w+=|javascript:", done.stdout)
    assert "default-src 'none'" in done.stdout


def test_the_same_verdicts_give_the_same_bytes() -> None:
    first = stofgroep("report", MMC, DOPAMINE, OPEN, "--date", DATE)
    again = stofgroep_process("report", MMC, DOPAMINE, OPEN, "--date", DATE, PYTHONHASHSEED="7")
    assert first.stdout == again.stdout
    assert first.stdout.startswith("<!DOCTYPE html>")


def test_every_atom_bears_its_number_and_every_colour_a_mark(octyl: Page) -> None:
    description = octyl.text.partition("Structure CCCCCCCCNCCc1ccccc1.")[2]
    # the eight carbons on nitrogen fail in one reading; the ring is part A and the chain with nitrogen part B
    assert "Atoms: C 0–7." in description
    assert "Atoms: C 11–16." in description
    assert "Atoms: N 8 · C 9–10." in description
    chips = [a for a in octyl.all("span") if str(a.get("style", "")).startswith("background:")]
    assert len(chips) == 3
    assert len({chip["style"] for chip in chips}) == 3


def test_a_file_gets_a_summary_and_a_section_for_every_row(tmp_path: Path) -> None:
    file = tmp_path / "lab.csv"
    file.write_text(f"sample;smiles\nA-1;{MMC}\nA-2;{DOPAMINE}\nA-3;C1CC(\nA-4;\n")
    out = tmp_path / "report.html"
    done = stofgroep("report", str(file), "--id", "sample", "--date", DATE, "-o", str(out))
    assert done.returncode == 3
    page = Page(out.read_text("utf-8"))
    assert len(page.all("article")) == 4
    assert [a["href"] for a in page.all("a")] == [f"#stof-{n}" for n in (1, 2, 3, 4)]
    text = " ".join(page.text.split())
    assert all(f"A-{n}" in text for n in (1, 2, 3, 4))
    assert "VALT ERONDER 1" in text
    assert "NIET BEOORDEELD 2" in text
    assert "Niet beoordeeld betekent niet dat de stof erbuiten valt." in text
    assert not [name for name in tmp_path.iterdir() if name.suffix == ".part"]


def test_an_open_structure_shows_six_findings_and_lists_the_others() -> None:
    page = report(OPEN, "--lang", "en")
    # three completions: two on lijst I, and each of them in group 1
    assert len([a for a in page.all("section") if a.get("class") == "exhibit"]) == 5
    assert "Which completion of the open structure is it?" in page.text


def test_standard_input_and_names_are_read() -> None:
    page = report("-", "--name", "hennep", stdin=f"{MMC} S-1\n{DOPAMINE} S 2\n")
    assert len(page.all("article")) == 3
    assert "hennep" in page.text
    assert "S 2" in page.text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--name"),
        ((MMC, "-o", "report.docx"), ".pdf"),
        ((MMC, "-o", "no-such-folder/report.html"), "no-such-folder"),
        ((MMC, "--id", "a", "--id", "b"), "--id"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: tuple[str, ...], said: str) -> None:
    done = stofgroep("report", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_is_the_only_input_and_never_the_output(tmp_path: Path) -> None:
    file = tmp_path / "a.smi"
    file.write_text(f"{MMC} a\n")
    assert stofgroep("report", str(file), DOPAMINE).returncode == 2
    page = tmp_path / "page.html"
    page.write_text(f"{MMC} a\n")
    assert stofgroep("report", str(page), "-o", str(page)).returncode == 2
    assert page.read_text() == f"{MMC} a\n"


def test_progress_is_reported_as_lines_where_asked(tmp_path: Path) -> None:
    done = stofgroep("report", MMC, DOPAMINE, "--progress", "--date", DATE, "-o", str(tmp_path / "r.html"))
    assert "2 van 2" in done.stderr
    assert "r.html" in done.stderr


@pytest.mark.slow
def test_a_report_on_paper_is_tagged_and_holds_the_same_words(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    done = stofgroep("report", OCTYL, DOPAMINE, "--date", DATE, "--lang", "en", "-o", str(out))
    assert done.returncode == 0, done.stderr
    content = out.read_bytes()
    assert content.startswith(b"%PDF-")
    text = subprocess.run(
        ["pdftotext", "-layout", str(out), "-"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    words = " ".join(text.split())
    assert "DEPENDS" in words
    assert "NOT LISTED" in words
    assert "Second reader" in words
    info = subprocess.run(
        ["pdfinfo", str(out)], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert re.search(r"Tagged:\s+yes", info)
    assert "A4" in info


def test_without_weasyprint_the_message_says_how_to_install_it(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    (hidden / "weasyprint").mkdir(parents=True)
    for content, said in (
        ('raise ImportError("none")', "stofgroep[pdf]"),
        ('raise OSError("cannot load library libpango-1.0-0")', "libpango-1.0-0"),
    ):
        (hidden / "weasyprint" / "__init__.py").write_text(content)
        code = f"import sys; sys.path.insert(0, {str(hidden)!r}); from stofgroep.cli.main import main; main()"
        done = subprocess.run(
            [sys.executable, "-B", "-c", code, "report", "CCO", "-o", str(tmp_path / "r.pdf")],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 2
        assert said in done.stderr
        assert not (tmp_path / "r.pdf").exists()


def test_the_templates_have_no_words_of_their_own() -> None:
    from importlib.resources import files

    for file in files("stofgroep.report").joinpath("templates").iterdir():
        if file.name.endswith(".j2"):
            bare = re.sub(r"\{[{%].*?[}%]\}|<[^>]*>|&\w+;", " ", file.read_text("utf-8"), flags=re.DOTALL)
            bare = re.sub(r"@page.*", " ", bare)
            assert set(re.findall(r"[A-Za-z]{3,}", bare)) <= {"stofgroep", "RDKit", "SHA", "Python"}, (
                file.name
            )


def test_the_package_ships_its_templates() -> None:
    assert '"stofgroep.report" = ["templates/*"]' in (ROOT / "pyproject.toml").read_text("utf-8")
