"""The report on paper."""

import re
from pathlib import Path

import pytest
from browser import Browser
from serving import TWO_MMC
from test_one_substance import ACETOXY_DMT

_A4 = (595, 842)  # points, to the nearest


def pages_of(pdf: bytes) -> list[tuple[int, int]]:
    """The size of each page, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("structure", [TWO_MMC, ACETOXY_DMT])
def test_the_report_is_printed_on_a4(browser: Browser, tmp_path: Path, structure: str) -> None:
    browser.decide(structure)
    pdf = browser.pdf()
    assert pdf.startswith(b"%PDF-")
    sizes = pages_of(pdf)
    assert 1 <= len(sizes) <= 4
    assert all(abs(w - _A4[0]) <= 1 and abs(h - _A4[1]) <= 1 for w, h in sizes)
    browser.keep(f"print-{len(structure)}.pdf", pdf)


def test_on_paper_everything_is_open_and_nothing_is_to_be_clicked(browser: Browser) -> None:
    browser.decide("CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1")  # fentanyl: three findings, two of them folded
    folded = "return document.querySelectorAll('#result details:not([open], [data-screen])').length"
    assert browser.script(folded) > 0
    browser.script("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.script(folded) == 0
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})  # type: ignore[attr-defined]
    try:
        assert not browser.all("button, input, nav, footer, header, .skip-link")
        shown = browser.text("main")
        assert "Verslag stofgroep" in shown
        assert "Afgedrukt op" in shown
        assert "Verantwoording" in shown
        assert "lists/nl.csv" in shown
        assert len(browser.all(".picture svg")) == 3
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})  # type: ignore[attr-defined]
    browser.script("window.dispatchEvent(new Event('afterprint'))")
    assert browser.script(folded) > 0


def test_the_button_prints(browser: Browser) -> None:
    browser.decide(TWO_MMC)
    browser.script("window.print = () => { document.body.dataset.printed = 'yes'; }")
    browser.click("[data-action=print]")
    browser.until(lambda: browser.script("return document.body.dataset.printed") == "yes")


def test_definitions_can_be_printed(browser: Browser) -> None:
    browser.choose("groups")
    browser.until(lambda: browser.all(".group"))
    pdf = browser.pdf()
    assert len(pages_of(pdf)) >= 4
    browser.keep("print-groups.pdf", pdf)
