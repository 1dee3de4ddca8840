"""The command: two files become a page and a table, the same bytes each time."""

import csv
import html.parser
import os
import subprocess
import sys
from pathlib import Path

import pytest
from samples import THREE_MMC, written

HOSTILE = "<script>alert(1)</script>"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "stofgroep", "monitor", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def made(folder: Path, *more: str) -> str:
    north, south, config = written(folder)
    south.write_text(south.read_text("utf-8").replace("nieuw ding", HOSTILE), "utf-8")
    done = run(
        folder,
        *(north.name, south.name, "--config", config.name, "--date", "2026-07-09"),
        *("-o", "o.html", "--csv", "o.csv", *more),
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


class Outline(html.parser.HTMLParser):
    """Elements with their attributes, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_needs_nothing_else_and_runs_nothing(tmp_path: Path) -> None:
    said = made(tmp_path)
    assert "10 meldingen, 5 stoffen, 2 nieuw in 2026-H1, 1 niet beoordeeld." in said
    page = Outline()
    page.feed((tmp_path / "o.html").read_text("utf-8"))
    assert HOSTILE in page.text  # as text: there is no such element
    assert not any(tag == "script" for tag, _ in page.elements)
    fetched = [v for _, attributes in page.elements for k, v in attributes.items() if k in ("src", "href")]
    assert all(v is not None and v.startswith("#") for v in fetched)
    assert ("html", {"lang": "nl"}) in page.elements
    pictures = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert len(pictures) == 2
    assert all(attributes["role"] == "img" for attributes in pictures)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    made(tmp_path)
    first = [(tmp_path / name).read_bytes() for name in ("o.html", "o.csv")]
    made(tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("o.html", "o.csv")] == first


def test_the_next_overview_knows_what_the_last_one_had(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "o.csv").rename(tmp_path / "earlier.csv")
    assert "0 nieuw in 2026-H1" in made(tmp_path, "--known", "earlier.csv")
    with (tmp_path / "o.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["smiles"]: row for row in csv.DictReader(file)}
    assert rows[THREE_MMC]["new"] == "no"
    assert rows[THREE_MMC]["kind"] == "nps"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["zuid.csv"], "-o OVERZICHT.html"),
        (["zuid.csv", "-o", "o.html", "--period", "voorjaar"], "2026-H1"),
        (["zuid.csv", "--csv", "zuid.csv"], "zuid.csv"),
        (["geen.csv", "-o", "o.html"], "geen.csv"),
        (["zuid.csv", "-o", "o.html", "--known", "monitor.toml"], "smiles"),
    ],
)
def test_wrong_usage_says_what_to_do(tmp_path: Path, arguments: list[str], says: str) -> None:
    written(tmp_path)
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
