"""A real browser that looks at the page, and what the tests want to know from it."""

from __future__ import annotations

import base64
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

T = TypeVar("T")

CHROMIUM = shutil.which("chromium")
CHROMEDRIVER = shutil.which("chromedriver")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
DESKTOP = (1280, 900)
PHONE = (360, 740)
_PATIENCE = 20.0
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
# Everything that WCAG 2.2 AA asks and a program can see, and what the makers of the checker advise.
_AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN_AXE = """
const done = arguments[arguments.length - 1];
const where = (violation) => violation.nodes.map((node) => node.target.join(" ")).join(" | ");
axe.run(document, {runOnly: arguments[0]}).then(
  (found) => done(found.violations.map((violation) => `${violation.id}: ${where(violation)}`)),
  (error) => done([String(error)]),
);
"""
_VISIBLE = """[...document.querySelectorAll(arguments[0])].filter(
    (e) => e.getClientRects().length && e.checkVisibility({visibilityProperty: true}))"""
# By script, because the order of day and month in the box is that of the browser's language.
_SET_VALUE = """
arguments[0].value = arguments[1];
arguments[0].dispatchEvent(new Event("input", {bubbles: true}));
"""


class Browser:
    """One window with the page in it."""

    def __init__(self, driver: WebDriver, url: str, downloads: Path) -> None:
        self.driver = driver
        self.url = url
        self.downloads = downloads

    def open(self, size: tuple[int, int] = DESKTOP) -> None:
        """The page as somebody finds it, on a screen of this size."""
        width, height = size
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self._cdp("Emulation.setDeviceMetricsOverride", screen)
        self.driver.get(self.url)
        # The last that the page asks for by itself; or the key without which nothing can be asked.
        self.until(lambda: self.script("return document.querySelector('#law option')") or self.all("#key"))

    def one(self, css: str) -> WebElement:
        """The first element that can be seen."""
        return self.until(lambda: next(iter(self.all(css)), None))

    def all(self, css: str) -> list[WebElement]:
        """The elements that can be seen."""
        found: list[WebElement] = self.script(f"return {_VISIBLE}", css)
        return found

    def text(self, css: str) -> str:
        """The text of everything that can be seen of these."""
        return str(self.script(f"return {_VISIBLE}.map((e) => e.innerText).join('\\n')", css))

    def click(self, css: str) -> None:
        """Click the first of these."""
        self.one(css).click()

    def write(self, css: str, text: str) -> None:
        """Replace what is in a field."""
        field = self.one(css)
        if field.get_attribute("type") == "date":
            self.script(_SET_VALUE, field, text)
            return
        field.clear()
        field.send_keys(text)

    def press(self, *keys: str) -> None:
        """Keys, for whatever has the focus."""
        for key in keys:
            self.focused().send_keys(key)

    def tab_to(self, css: str, most: int = 60) -> WebElement:
        """Press Tab until one of these has the focus."""
        for _ in range(most):
            self.press(Keys.TAB)
            focused = self.focused()
            if self.script("return arguments[0].matches(arguments[1])", focused, css):
                return focused
        raise AssertionError(f"the keyboard does not get to {css}")

    def focused(self) -> WebElement:
        """What has the focus."""
        return self.driver.switch_to.active_element

    def decide(self, text: str, date: str = "2026-07-09") -> None:
        """Have a structure decided, and wait for the answer and its pictures."""
        self.click("[name=how][value=structure]")
        self.write("#structure", text)
        self.write("#date", date)
        self.click("#ask [type=submit]")
        self.settled()

    def settled(self) -> None:
        """Wait until there is an answer, with its pictures."""
        self.until(lambda: not self.all("#ask[aria-busy]") and self.all("#result .head"))
        # The label is that of the last thing in a picture to be set before it is shown.
        self.until(lambda: not self.script("return document.querySelector('.picture:empty')"))

    def choose(self, tab: str) -> None:
        """Go to a tab."""
        self.click(f"#tab-{tab}")

    def english(self) -> None:
        """Switch to the other language."""
        self.click("#language")
        self.until(lambda: self.script("return document.documentElement.lang") == "en")

    def until(self, ready: Callable[[], T | None]) -> T:
        """Wait for something."""
        end = time.monotonic() + _PATIENCE
        while not (found := ready()):
            assert time.monotonic() < end, "it did not happen"
            time.sleep(0.05)
        return found

    def script(self, text: str, *values: object) -> Any:
        """The result of a script in the page."""
        return self.driver.execute_script(text, *values)

    def violations(self) -> list[str]:
        """What the automatic check of accessibility has to say about what is shown now."""
        if not self.script("return typeof axe !== 'undefined'"):
            # Past the page's own policy, which rightly forbids scripts from elsewhere.
            self._cdp("Runtime.evaluate", {"expression": AXE.read_text("utf-8")})
        found: list[str] = self.driver.execute_async_script(_RUN_AXE, _AXE_RULES)
        return found

    def complaints(self) -> list[str]:
        """What the console has complained about since the last time."""
        return [
            entry["message"]
            for entry in self.driver.get_log("browser")  # type: ignore[no-untyped-call]
            if entry["level"] in ("WARNING", "SEVERE")
        ]

    def addresses(self) -> list[str]:
        """Every address that was asked for since the last time."""
        events = (
            json.loads(entry["message"])["message"]
            for entry in self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        )
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def wider_than_screen(self) -> int:
        """By how many pixels the page has to be moved sideways to see all of it."""
        # Not compared with the width of the window: a phone makes that as wide as what is in it.
        return int(self.script("return document.documentElement.scrollWidth - screen.width"))

    def pdf(self) -> bytes:
        """The page as it is printed on A4."""
        how = {"preferCSSPageSize": True, "printBackground": False}
        return base64.b64decode(self._cdp("Page.printToPDF", how)["data"])

    def screenshot(self, name: str) -> None:
        """Keep a picture of the whole page, if somebody wants to look at it."""
        if "PAGE_SCREENSHOTS" not in os.environ:
            return
        size = self._cdp("Page.getLayoutMetrics", {})["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 6000), "scale": 1}
        taken = self._cdp("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        self.keep(f"{name}.png", base64.b64decode(taken["data"]))

    def keep(self, name: str, content: bytes) -> None:
        """Keep a file in the folder that ``PAGE_SCREENSHOTS`` names, if somebody wants to look at it."""
        if folder := os.environ.get("PAGE_SCREENSHOTS"):
            Path(folder, name).write_bytes(content)

    def _cdp(self, command: str, values: dict[str, Any]) -> Any:
        return self.driver.execute_cdp_cmd(command, values)  # type: ignore[attr-defined]


@contextmanager
def browsing(url: str, folder: Path) -> Iterator[Browser]:
    """A browser with a profile of its own, which ends with the block."""
    downloads = folder / "downloads"
    downloads.mkdir()
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*_FLAGS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    # With the path of the driver, Selenium has nothing to look for on the net.
    driver = webdriver.Chrome(options=options, service=Service(str(CHROMEDRIVER)))
    try:
        yield Browser(driver, url, downloads)
    finally:
        driver.quit()
