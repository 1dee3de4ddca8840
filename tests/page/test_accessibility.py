"""WCAG 2.2 AA: the automatic check in every state, and by hand what it cannot see."""

from collections.abc import Callable

import pytest
from browser import AXE, PHONE, Browser
from selenium.webdriver.common.keys import Keys
from serving import TWO_MMC
from test_files import LAB, upload
from test_one_substance import ACETOXY_DMT

SALBUTAMOL = "CC(C)(C)NCC(O)c1ccc(O)c(CO)c1"


def start(browser: Browser) -> None:
    pass


def listed(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    browser.script("for (const d of document.querySelectorAll('#result details')) d.open = true")


def depends(browser: Browser) -> None:
    browser.decide(ACETOXY_DMT)


def pinned(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    browser.click(".clause button")


def outside(browser: Browser) -> None:
    browser.decide(SALBUTAMOL)


def nothing_like_it(browser: Browser) -> None:
    browser.decide("CCO")


def routed(browser: Browser) -> None:
    browser.decide(SALBUTAMOL)
    browser.click(".route summary")
    browser.until(lambda: browser.all(".frameworks li"))


def exempt(browser: Browser) -> None:
    browser.decide("CN[C@@H](C)[C@H](O)c1ccccc1")  # ephedrine is a registered precursor


def not_assessed(browser: Browser) -> None:
    browser.decide("CNC(C")


def faults(browser: Browser) -> None:
    browser.write("#date", "")
    browser.click("#ask [type=submit]")


def by_name(browser: Browser) -> None:
    browser.click("[name=how][value=name]")


def drawing(browser: Browser) -> None:
    browser.click("[name=how][value=draw]")
    browser.until(lambda: browser.all("#drawing > div, #drawing [data-key=drawing-missing]"))
    if browser.all("#drawing [data-key=drawing-missing]"):
        assert all("vendor" in complaint for complaint in browser.complaints())


def file_start(browser: Browser) -> None:
    browser.choose("file")
    browser.click(".more summary")


def file_done(browser: Browser) -> None:
    upload(browser, LAB)
    browser.until(lambda: browser.all("[data-action=download]"))


def file_fault(browser: Browser) -> None:
    browser.choose("file")
    browser.click("#upload [type=submit]")


def groups(browser: Browser) -> None:
    browser.choose("groups")
    browser.until(lambda: browser.all(".group"))
    browser.all("#groups .actions button")[0].click()


STATES = [
    start, listed, depends, pinned, outside, routed, nothing_like_it, exempt, not_assessed,
    faults, by_name, drawing, file_start, file_done, file_fault, groups,
]  # fmt: skip


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: scripts/setup_page.sh editor")
@pytest.mark.parametrize("state", STATES)
def test_the_automatic_check_finds_nothing(browser: Browser, state: Callable[[Browser], None]) -> None:
    state(browser)
    assert browser.violations() == []
    browser.english()
    browser.until(lambda: not browser.all("[aria-busy]"))
    assert browser.violations() == []


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: scripts/setup_page.sh editor")
def test_the_automatic_check_would_notice(browser: Browser) -> None:
    browser.script("document.querySelector('label[for=structure]').remove()")
    browser.script("document.querySelector('#structure-hint').style.color = '#bbb'")
    assert {found.partition(":")[0] for found in browser.violations()} >= {"label", "color-contrast"}


@pytest.mark.parametrize("state", STATES)
def test_a_narrow_phone_needs_no_moving_sideways(browser: Browser, state: Callable[[Browser], None]) -> None:
    browser.open(PHONE)
    state(browser)
    assert browser.wider_than_screen() <= 0
    browser.screenshot(f"phone-{state.__name__}")


@pytest.mark.parametrize("state", [listed, outside, routed, file_done, groups])
def test_what_can_be_pressed_is_large_enough(browser: Browser, state: Callable[[Browser], None]) -> None:
    browser.open(PHONE)
    state(browser)
    small = browser.script(
        """
        const boxes = 'input:not([type=radio], [type=checkbox])';  // those are pressed by their label
        return [...document.querySelectorAll(`button, ${boxes}, select, textarea, summary, label.option`)]
          .filter((e) => e.checkVisibility())
          .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
          .filter(([, box]) => box.height < 44 || box.width < 44)
          .map(([html, box]) => `${html} ${box.width}x${box.height}`);
        """
    )
    assert small == []


def test_the_keyboard_is_enough(browser: Browser) -> None:
    browser.press(Keys.TAB)
    assert browser.focused().text == "Naar de inhoud"
    browser.press(Keys.ENTER)
    assert browser.focused().get_attribute("id") == "main"
    browser.tab_to("#structure").send_keys(TWO_MMC)
    browser.script("document.querySelector('#date').value = '2026-07-09'")
    browser.tab_to("#ask [type=submit]")
    browser.press(Keys.ENTER)
    browser.settled()
    assert browser.focused().get_attribute("id") == "result-title"
    browser.tab_to("[data-action=copy]")
    clause = browser.tab_to(".clause button")
    assert len(browser.driver.find_elements("css selector", ".picture .ring")) == 6
    browser.press(Keys.SPACE)
    assert clause.get_attribute("aria-pressed") == "true"
    receipt = browser.tab_to(".receipt summary")
    browser.press(Keys.ENTER)
    assert receipt.find_element("xpath", "..").get_attribute("open")
    browser.tab_to("footer a")


def test_arrows_move_between_the_tabs(browser: Browser) -> None:
    browser.tab_to("[role=tab]")
    browser.press(Keys.ARROW_RIGHT)
    assert browser.focused().get_attribute("id") == "tab-file"
    assert browser.all("#panel-file")
    browser.press(Keys.ARROW_RIGHT)
    browser.until(lambda: browser.all(".group"))
    browser.tab_to(".group summary")
    browser.press(Keys.ENTER)
    assert browser.all(".group .clause")
    browser.script("document.querySelector('#tab-groups').focus()")
    browser.press(Keys.ARROW_RIGHT)
    assert browser.focused().get_attribute("id") == "tab-one"
    assert not browser.all("#panel-groups")


@pytest.mark.parametrize("size", [(1280, 900), PHONE])
def test_the_focus_can_always_be_seen(browser: Browser, size: tuple[int, int]) -> None:
    browser.open(size)
    browser.decide(TWO_MMC)
    browser.script("document.querySelector('.skip-link').focus()")
    hidden = []
    for _ in range(40):
        browser.press(Keys.TAB)
        where = browser.script(
            """
            const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
            if (e === document.body) return null;
            const x = box.left + Math.min(box.width / 2, 30), y = box.top + Math.min(box.height / 2, 20);
            const top = document.elementFromPoint(x, y);
            const seen = top !== null && (e.contains(top) || top.contains(e));
            const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            return [e.outerHTML.slice(0, 90), seen, outlined];
            """
        )
        if where is None:
            break
        if not (where[1] and where[2]):
            hidden.append(where)
    assert hidden == []


def test_nothing_moves(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    moving = browser.script(
        """
        const moves = (style) => style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        return [...document.querySelectorAll('body *')]
          .filter((e) => e.checkVisibility() && moves(getComputedStyle(e))).map((e) => e.className);
        """
    )
    assert moving == []


def test_every_word_has_both_languages(browser: Browser) -> None:
    missing = browser.driver.execute_async_script(
        """
        const done = arguments[0];
        import("/js/words.js").then(({KEYS, say}) => {
          const holes = (text) => [...text.matchAll(/\\{\\w+\\}/g)].map(([hole]) => hole).sort().join();
          const raw = new Proxy({}, {get: (_, name) => `{${String(name)}}`});
          const [dutch, english] = ["nl", "en"].map((lang) => (key) => say(lang, key, raw));
          const wrong = KEYS.filter((key) => !dutch(key) || holes(dutch(key)) !== holes(english(key)));
          const marked = [...document.querySelectorAll("[data-t], [data-t-label]")]
            .flatMap((e) => [e.dataset.t, e.dataset.tLabel])
            .filter((key) => key && !KEYS.includes(key));
          done([...wrong, ...marked]);
        });
        """
    )
    assert missing == []


def test_the_words_in_the_page_are_those_of_the_catalogue(browser: Browser) -> None:
    """Before the scripts have run the page says the same as after."""
    source = browser.driver.execute_async_script("fetch('/').then((r) => r.text()).then(arguments[0])")
    different = browser.script(
        """
        const before = new DOMParser().parseFromString(arguments[0], "text/html");
        return [...before.querySelectorAll("[data-t]")].map((e) => e.textContent)
          .filter((text, index) => text !== document.querySelectorAll("[data-t]")[index].textContent);
        """,
        source,
    )
    assert different == []
