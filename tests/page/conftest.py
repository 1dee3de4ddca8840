"""One server and one browser for all tests of the page; each test opens the page afresh."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# The server is started as the tests of the API start it.
sys.path.insert(0, str(Path(__file__).parents[1] / "api"))

from browser import CHROMEDRIVER, CHROMIUM, Browser, browsing
from serving import Server, serving


@pytest.fixture(scope="session")
def page_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("page-server"), workers="2") as running:
        yield running


@pytest.fixture(scope="session")
def window(page_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None or CHROMEDRIVER is None:
        pytest.skip("no Chromium: scripts/setup_page.sh browser")
    with browsing(f"{page_server.url}/", tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture
def browser(window: Browser) -> Iterator[Browser]:
    """The page, just opened. In every test the console stays silent and no other host is called."""
    window.complaints()
    window.addresses()
    window.open()
    yield window
    assert window.complaints() == []
    ours = (window.url, "data:", "blob:", "chrome:")  # the last are parts of the browser itself
    strangers = [address for address in window.addresses() if not address.startswith(ours)]
    assert strangers == []
