"""For what is not on a list: the frameworks to consider, asked for on the page."""

from browser import Browser
from selenium.webdriver.support.ui import Select
from serving import TWO_MMC

DOPAMINE = "NCCc1ccc(O)c(O)c1"


def opened(browser: Browser) -> None:
    browser.decide(DOPAMINE)
    browser.click(".route summary")
    browser.until(lambda: browser.all(".frameworks > li"))


def answer(browser: Browser, question: str, word: str) -> None:
    Select(browser.one(f"[data-question={question}]")).select_by_value(word)


def test_frameworks_come_in_order_and_say_that_they_are_triage(browser: Browser) -> None:
    opened(browser)
    assert [li.get_attribute("data-framework") for li in browser.all(".frameworks > li")] == [
        "geneesmiddelenwet",
        "warenwet",
        "reach-clp",
        "strafrecht-waren",
        "strafrecht-gevolg",
    ]
    assert "geen juridisch advies" in browser.text(".route")
    assert "ten hoogste 6 jaar" in browser.text("[data-framework=geneesmiddelenwet]")
    assert "Maximum: onbekend" in browser.text("[data-framework=reach-clp]")
    assert "geen grond" in browser.text(".likeness")
    browser.screenshot("route")


def test_an_answer_changes_what_points_where(browser: Browser) -> None:
    opened(browser)
    assert "staat open" in browser.text("[data-framework=geneesmiddelenwet]")
    answer(browser, "presented", "yes")
    browser.until(lambda: "een antwoord wijst hierop" in browser.text("[data-framework=geneesmiddelenwet]"))
    answer(browser, "presented", "no")
    answer(browser, "medicine", "no")
    browser.until(lambda: "niets wijst hierop" in browser.text("[data-framework=geneesmiddelenwet]"))


def test_what_is_listed_is_not_sent_elsewhere(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    assert browser.all(".route") == []
