"""A service that asks for a key."""

from pathlib import Path

from browser import Browser
from serving import TWO_MMC, serving

KEY = "a-key-for-the-tests"


def test_the_key_is_asked_for_and_not_kept(browser: Browser, tmp_path: Path) -> None:
    own = browser.url
    with serving(tmp_path, api_keys=KEY) as server:
        try:
            browser.url = f"{server.url}/"
            browser.open()
            assert all("/v1/settings" in complaint for complaint in browser.complaints())
            browser.write("#structure", TWO_MMC)
            browser.click("#ask [type=submit]")
            assert "sleutel" in browser.until(lambda: browser.text("#ask-summary"))
            browser.write("#key", KEY)
            browser.decide(TWO_MMC)
            assert "lijst IA · fenethylaminen" in browser.text(".answer")
            assert browser.all(".picture svg")
            browser.choose("groups")
            browser.until(lambda: browser.all(".group"))
            assert browser.script("return [localStorage.length, document.cookie]") == [0, ""]
            assert all("401" in complaint for complaint in browser.complaints())
            browser.addresses()
        finally:
            browser.url = own
