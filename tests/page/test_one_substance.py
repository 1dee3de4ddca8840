"""One substance: entered, decided, explained and copied."""

import httpx
import pytest
from browser import Browser
from serving import STUCK, TWO_MMC, Server

# 5-acetoxy-DMT: in group 1 only if the fused indole counts as one of the ring systems that the text names.
ACETOXY_DMT = "CN(C)CCc1c[nH]c2ccc(OC(C)=O)cc12"
OPEN_MMC = "*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11|"
WATER_MOLBLOCK = (
    "\n  test\n\n  1  0  0  0  0  0            999 V2000\n    0.0000    0.0000    0.0000 O   0  0\nM  END\n"
)


def test_a_pasted_structure_gets_its_verdict(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    assert "valt eronder" in browser.text(".answer").lower()
    assert "●" in browser.text(".answer")
    assert "lijst IA · fenethylaminen" in browser.text(".answer")
    assert "Opiumwet, lijst IA, groep 1" in browser.text(".reason")
    assert "in elke lezing" in browser.text(".facts")
    assert "2026-07-09" in browser.text(".facts")
    assert browser.focused().text == "Uitslag"
    assert "Uitslag: Valt eronder" in browser.script("return document.querySelector('#status').textContent")
    browser.screenshot("listed")


def test_a_list_is_named_as_people_do(browser: Browser) -> None:
    browser.script("document.querySelector('#law').value = 'npsg'")
    browser.decide(TWO_MMC, date="2021-12-01")
    assert "NpSG · npsg-1" in browser.text(".answer")
    assert "lijst npsg" not in browser.text("main")


def test_the_words_of_the_clauses_are_those_of_the_service(browser: Browser, page_server: Server) -> None:
    [verdict] = page_server.decide(TWO_MMC)
    browser.decide(TWO_MMC)
    shown = browser.text(".clauses")
    for clause in verdict["findings"][0]["clauses"]:
        assert clause["text"] in shown
        assert clause["citation"] in shown
        assert clause["why"] in shown
        assert clause["id"] not in shown  # a name for programs
    exclusions = shown.count("✓ uitzondering niet van toepassing")
    assert exclusions == 2
    assert shown.count("✓ voldoet") + exclusions == len(verdict["findings"][0]["clauses"])


def test_pointing_at_a_clause_brings_its_atoms_forward(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    count = "return document.querySelectorAll('.picture .ring').length"
    assert browser.script(count) == 0
    button = browser.one(".clause button")
    browser.script("arguments[0].focus()", button)
    assert browser.script(count) == 6  # structural element A is the benzene ring
    assert browser.script("return document.querySelectorAll('.picture .off').length") > 0
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    browser.script("arguments[0].blur()", button)
    assert browser.script(count) == 6
    browser.screenshot("clause")
    button.click()
    browser.script(
        "arguments[0].blur(); arguments[0].closest('li').dispatchEvent(new Event('mouseleave'))", button
    )
    assert browser.script(count) == 0


def test_numbers_in_the_picture_are_those_beside_the_clauses(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    assert [chip.text.splitlines()[-1] for chip in browser.all(".chip")] == [
        "#1",
        "#2",
        "#3",
        "#4",
        "#5",
        "#6",
        "#7",
    ]
    label = browser.script("return document.querySelector('.picture svg').getAttribute('aria-label')")
    assert TWO_MMC in label


def test_what_depends_shows_its_readings(browser: Browser) -> None:
    browser.decide(ACETOXY_DMT)
    assert "hangt ervan af" in browser.text(".answer").lower()
    hinges = browser.text(".hinges")
    assert "Telt een genoemd ringsysteem dat deel is van een groter" in hinges
    assert "nee waarschijnlijk" in hinges.replace("\n", " ")
    assert "→ dan valt de stof eronder" in hinges
    assert "fused-a" not in hinges
    assert "waarschijnlijk" in hinges
    assert "De gevonden Nederlandse tekst zegt niets over ringen die Rn aan A sluit" in hinges
    assert "Waarschijnlijk valt de stof erbuiten." in hinges
    assert "hangt af van de lezing" in browser.text(".clauses")
    assert "niet in elke lezing" in browser.text(".facts")
    browser.screenshot("depends")


def test_what_is_outside_shows_the_nearest_miss(browser: Browser) -> None:
    browser.decide("CC(C)(C)NCC(O)c1ccc(O)c(CO)c1")  # salbutamol: a hydroxy on the ring is not allowed
    assert "valt erbuiten" in browser.text(".answer").lower()
    assert "Net niet: Van 2-fenethylamine afgeleide stoffen" in browser.text(".finding summary")
    assert "✗ faalt" in browser.text(".clauses")
    browser.screenshot("near-miss")


def test_every_completion_of_an_open_structure_is_a_finding(browser: Browser) -> None:
    browser.decide(OPEN_MMC)
    places = browser.text(".finding summary")
    assert "lijst I · mefedron" in places
    assert "lijst I · 3-mmc" in places
    assert "lijst IA · fenethylaminen" in places
    browser.screenshot("open-structure")


def test_a_name_is_enough(browser: Browser) -> None:
    browser.click("[name=how][value=name]")
    browser.write("#name", "3-MMC")
    browser.click("#ask [type=submit]")
    browser.settled()
    assert "lijst I · 3-mmc" in browser.text(".answer")
    assert browser.all(".picture svg")


def test_lists_can_be_left_out(browser: Browser) -> None:
    browser.click("#lists")
    browser.decide("CNC(C)C(=O)c1cccc(C)c1")  # 3-MMC: on lijst I, and a member of group 1
    assert "lijst IA · fenethylaminen" in browser.text(".answer")


def test_the_law_of_the_chosen_day_applies(browser: Browser) -> None:
    browser.decide(TWO_MMC, date="2024-01-01")
    assert "valt erbuiten" in browser.text(".answer").lower()


def test_a_day_of_which_the_law_is_not_known_is_said_beside_the_date(browser: Browser) -> None:
    browser.decide(TWO_MMC, date="1990-01-01")
    assert "niet beoordeeld" in browser.text(".answer").lower()
    assert "law-version-unknown" in browser.text("#date-error")
    assert browser.text("#structure-error") == ""
    assert "false" not in browser.text(".facts")


def test_a_molblock_keeps_its_empty_first_line(browser: Browser) -> None:
    browser.script("document.querySelector('#structure').value = arguments[0]", WATER_MOLBLOCK)
    browser.click("#ask [type=submit]")
    browser.settled()
    assert "valt erbuiten" in browser.text(".answer").lower()


@pytest.mark.parametrize("wrong", ["CNC(C", "CCO garbage", "C(C)(C)(C)(C)C"])
def test_what_cannot_be_read_is_said_beside_the_field(browser: Browser, wrong: str) -> None:
    browser.decide(wrong)
    assert "niet beoordeeld" in browser.text(".answer").lower()
    assert "Dit betekent niet: „valt erbuiten”" in browser.text(".head")
    assert browser.one("#structure").get_attribute("aria-invalid") == "true"
    assert browser.text("#structure-error")
    described = str(browser.one("#structure").get_attribute("aria-describedby")).split()
    assert "structure-error" in described
    browser.screenshot("not-assessed")
    browser.decide("CCO")
    assert browser.one("#structure").get_attribute("aria-invalid") is None
    assert browser.text("#structure-error") == ""


def test_all_faults_are_said_at_once(browser: Browser) -> None:
    browser.write("#date", "")
    browser.click("#ask [type=submit]")
    assert browser.text("#structure-error") == "Vul een structuur in."
    assert browser.text("#date-error") == "Vul een bestaande datum in."
    assert len(browser.all("#ask-summary li")) == 2
    assert browser.focused().get_attribute("id") == "ask-summary"
    browser.screenshot("faults")
    browser.click("#ask-summary li:last-child a")
    assert browser.focused().get_attribute("id") == "date"
    assert browser.driver.current_url == browser.url  # nothing in the address


def test_faults_of_the_service_stand_beside_their_fields(browser: Browser) -> None:
    browser.write("#own-id", "x" * 201)
    browser.write("#structure", "CCO")
    browser.click("#ask [type=submit]")
    assert browser.until(lambda: browser.text("#own-id-error")) == "Heeft meer dan 200 tekens"
    assert browser.one("#own-id").get_attribute("aria-invalid") == "true"
    assert not browser.all("#result")
    # That a call was refused is in the console of every browser.
    assert all("400" in complaint for complaint in browser.complaints())


def test_a_structure_that_never_ends_is_no_reason_to_wait_for_ever(browser: Browser) -> None:
    browser.write("#structure", STUCK)
    browser.click("#ask [type=submit]")
    browser.write("#structure", "CCO")
    browser.click("#ask [type=submit]")  # a new question takes the place of the old one
    browser.settled()
    assert "valt erbuiten" in browser.text(".answer").lower()


def test_an_old_answer_is_marked_when_the_input_changes(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    assert not browser.all("#stale")
    browser.one("#structure").send_keys("C")
    assert "hoort bij de vorige invoer" in browser.text("#stale")
    browser.write("#structure", TWO_MMC)
    assert not browser.all("#stale")


def test_the_verdict_follows_the_language(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    browser.english()
    browser.until(lambda: "listed" in browser.text(".answer").lower())
    assert "Falls under list IA" in browser.text(".reason")
    assert browser.text("#tab-groups") == "Groups"
    assert browser.driver.title == "stofgroep: is this substance under the Dutch Opium Act?"
    browser.click("#language")
    browser.until(lambda: "Valt onder lijst IA" in browser.text(".reason"))


def test_the_text_for_a_report_holds_everything(browser: Browser, page_server: Server) -> None:
    [verdict] = page_server.decide(ACETOXY_DMT)
    browser.write("#own-id", "L26-1191.1")
    browser.decide(ACETOXY_DMT)
    browser.driver.execute_cdp_cmd(  # type: ignore[attr-defined]
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": browser.url},
    )
    browser.click("[data-action=copy]")
    assert browser.until(lambda: browser.text(".actions .note")) == "De tekst staat op het klembord."
    copied = browser.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == browser.script("return document.querySelector('.report-text textarea').value")
    for part in (
        "L26-1191.1",
        "HANGT ERVAN AF",
        verdict["reason"],
        verdict["receipt"]["input_sha256"],
        "Telt een genoemd ringsysteem dat deel is van een groter",
        "dan valt de stof erbuiten",
        "art. 2a lid 2 onder a",
        "2026-07-09",
        *(clause["text"] for clause in verdict["findings"][0]["clauses"]),
        *verdict["receipt"]["files"].values(),
    ):
        assert part in copied


def test_without_a_clipboard_the_text_is_there_to_copy_by_hand(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    browser.script(
        """
        Object.defineProperty(navigator, 'clipboard', {value: undefined});
        document.execCommand = () => false;
        """
    )
    browser.click("[data-action=copy]")
    assert "Ctrl+C" in browser.until(lambda: browser.text(".actions .note"))
    area = browser.one(".report-text textarea")
    assert browser.focused() == area
    selected = "return arguments[0].selectionEnd - arguments[0].selectionStart === arguments[0].value.length"
    assert browser.script(selected, area)


def test_markup_in_an_input_is_text(browser: Browser) -> None:
    browser.write("#own-id", "<img src=x onerror=alert(1)>")
    browser.decide(TWO_MMC)
    assert "<img src=x onerror=alert(1)>" in browser.text(".facts")
    assert not browser.script("return document.querySelectorAll('#verdict img').length")


def test_nothing_is_kept_and_nothing_is_in_the_address(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    browser.choose("groups")
    assert browser.driver.current_url == browser.url
    kept = "return [localStorage.length, sessionStorage.length, document.cookie, history.length]"
    before = browser.script(kept)
    assert before[:3] == [0, 0, ""]
    browser.open()
    assert browser.script("return document.querySelector('#structure').value") == ""


def test_drawing_is_decided(browser: Browser, page_server: Server) -> None:
    if httpx.get(f"{page_server.url}/vendor/openchemlib/openchemlib.js").status_code != 200:
        pytest.skip("no drawing editor: scripts/setup_page.sh editor")
    browser.click("[name=how][value=draw]")
    browser.until(lambda: browser.script("return !!document.querySelector('#drawing > div')?.shadowRoot"))
    browser.click("#ask [type=submit]")
    assert browser.text("#drawing-error") == "Teken eerst een structuur."
    # What is pasted into the drawing area is drawn.
    browser.script(
        """
        const area = document.querySelector('#drawing > div').shadowRoot.querySelector('div');
        const data = new DataTransfer();
        data.setData('text', arguments[0]);
        area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
        """,
        TWO_MMC,
    )
    browser.write("#date", "2026-07-09")
    browser.click("#ask [type=submit]")
    browser.settled()
    assert "lijst IA · fenethylaminen" in browser.text(".answer")
    assert TWO_MMC in browser.text(".facts")
    browser.screenshot("drawn")
    browser.click("#drawing-clear")
    assert "hoort bij de vorige invoer" in browser.until(lambda: browser.text("#stale"))


def test_a_pasted_structure_can_be_drawn_on(browser: Browser, page_server: Server) -> None:
    if httpx.get(f"{page_server.url}/vendor/openchemlib/openchemlib.js").status_code != 200:
        pytest.skip("no drawing editor: scripts/setup_page.sh editor")
    browser.write("#structure", "CC(N)Cc1ccccc1")
    browser.click("[name=how][value=draw]")
    browser.until(lambda: browser.script("return !!document.querySelector('#drawing > div')?.shadowRoot"))
    browser.click("#ask [type=submit]")
    browser.settled()
    assert "lijst I · amfetamine" in browser.text(".answer")


def test_without_the_editor_the_page_says_so(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Network.enable", {})  # type: ignore[attr-defined]
    browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/vendor/*"]})  # type: ignore[attr-defined]
    try:
        browser.click("[name=how][value=draw]")
        assert "niet geïnstalleerd" in browser.until(
            lambda: browser.text("#drawing .message[data-key=drawing-missing]")
        )
        browser.decide(TWO_MMC)
        assert browser.all(".picture svg")
    finally:
        browser.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})  # type: ignore[attr-defined]
    assert all("vendor" in complaint for complaint in browser.complaints())
