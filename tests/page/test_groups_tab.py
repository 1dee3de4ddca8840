"""The tab that shows how each group is defined."""

from browser import Browser
from serving import Server


def test_every_clause_and_reading_of_every_group_is_there(browser: Browser, page_server: Server) -> None:
    browser.choose("groups")
    browser.until(lambda: browser.all(".group"))
    # the sections are those of the Dutch law and, after it, of the German
    lines = browser.text(".group summary strong").splitlines()
    assert [line for line in lines if line.startswith("Groep ")][:4] == [
        "Groep 1: Van 2-fenethylamine afgeleide stoffen",
        "Groep 2: Synthetische cannabinoïden",
        "Groep 3: Van 4-aminopiperidine afgeleide stoffen",
        "Groep 4: Nitazenen",
    ]
    for group, details in zip(
        ("fenethylaminen", "cannabinoiden", "aminopiperidinen", "nitazenen"),
        browser.all(".group")[:4],
        strict=True,
    ):
        details.find_element("css selector", "summary").click()
        [version] = page_server.client.get(f"/v1/groups/{group}").json()["versions"]
        shown = details.text
        for clause in version["clauses"]:
            assert clause["text"] in shown
            assert clause["citation"] in shown
            assert clause["id"] in shown
        for reading in version["readings"]:
            assert reading["question"] in shown
            for argument in reading["options"].values():
                assert argument in shown
        assert version["sha256"] in shown
        link = details.find_element("css selector", "a")
        assert link.get_attribute("href") == version["url"]
    assert "reconstructie" in browser.text(".group")
    browser.screenshot("groups")


def test_all_groups_open_and_close_together(browser: Browser) -> None:
    browser.choose("groups")
    browser.until(lambda: browser.all(".group"))
    opened = "return document.querySelectorAll('.group[open]').length"
    browser.all("#groups .actions button")[0].click()
    assert browser.script(opened) == 4
    browser.all("#groups .actions button")[1].click()
    assert browser.script(opened) == 0


def test_groups_follow_the_language(browser: Browser) -> None:
    browser.choose("groups")
    browser.until(lambda: browser.all(".group"))
    browser.english()
    browser.until(
        lambda: "Group 1: Substances derived from 2-phenethylamine" in browser.text(".group summary")
    )
    assert "Groups known up to" in browser.text("#groups")


def test_days_of_which_no_version_is_known_are_told(browser: Browser) -> None:
    browser.choose("groups")
    browser.until(lambda: browser.all(".group"))
    assert "Van 2022-09-30 tot en met 2025-11-30 is geen versie bekend" in browser.text("#groups")
