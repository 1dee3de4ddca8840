"""The documentation is a site: every page is reachable, every link and signature resolves."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import stofgroep

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Sphinx makes it, with every warning an error."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    made = subprocess.run(
        [*command, ROOT / "docs", out], capture_output=True, text=True, check=False, timeout=300
    )
    assert made.returncode == 0, made.stderr
    return out


def test_every_page_is_in_the_menu(site: Path) -> None:
    menu = (site / "index.html").read_text("utf-8")
    for page in sorted((ROOT / "docs").glob("*.md")):
        assert f'href="{page.stem}.html"' in menu or page.stem == "index", page.name


def test_the_reference_has_every_public_name(site: Path) -> None:
    reference = (site / "python.html").read_text("utf-8")
    for name in stofgroep.__all__:
        if name != "__version__":
            assert re.search(rf'id="stofgroep\.[\w.]*\b{name}"', reference), name


def test_a_reader_fetches_nothing_from_elsewhere(site: Path) -> None:
    for page in sorted(site.glob("*.html")):
        fetched = re.findall(r'(?:src|<link[^>]*href)="(https?:[^"]+)"', page.read_text("utf-8"))
        assert fetched == [], page.name
