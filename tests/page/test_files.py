"""A file: uploaded, followed, downloaded and removed."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from browser import Browser
from serving import STUCK, Server

LAB = Path(__file__).parents[2] / "demo" / "lab.csv"
DATE = "2026-07-09"


def upload(browser: Browser, file: Path) -> None:
    browser.choose("file")
    browser.write("#file-date", DATE)
    browser.one("#file").send_keys(str(file))
    browser.click("#upload [type=submit]")


def downloaded(browser: Browser, name: str) -> bytes:
    file = browser.downloads / name
    browser.until(file.exists)
    browser.until(lambda: not list(browser.downloads.glob("*.crdownload")))
    return file.read_bytes()


def test_a_file_comes_back_as_the_command_gives_it(browser: Browser, tmp_path: Path) -> None:
    upload(browser, LAB)
    browser.until(lambda: browser.text(".screening h3") == "lab.csv")
    assert browser.focused().get_attribute("id") == "screenings-title"
    browser.until(lambda: browser.all("[data-action=download]"))
    assert "Klaar, op de wet van 2026-07-09" in browser.text(".screening .state")
    assert "38" in browser.text(".screening tfoot")
    assert "Niet beoordeeld betekent niet" in browser.text(".screening")
    browser.screenshot("file-done")
    browser.click("[data-action=download]")
    ours = downloaded(browser, "lab-stofgroep.csv")

    out = tmp_path / "cli.csv"
    command = [sys.executable, "-m", "stofgroep", "screen", str(LAB), "--date", DATE, "-o", str(out)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 3  # two rows of this file cannot be assessed
    assert ours == out.read_bytes()
    rows = list(csv.DictReader(io.StringIO(ours.decode()), delimiter=";"))
    assert len(rows) == 38
    assert [rows[0]["monster"], rows[0]["sg_outcome"], rows[0]["sg_group"]] == [
        "L26-1180.1",
        "listed",
        "fenethylaminen",
    ]

    browser.click("[data-action=remove]")
    browser.until(lambda: not browser.all(".screening"))
    assert browser.focused().get_attribute("id") == "file"


def test_progress_is_shown_while_it_runs(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    # Some that take long: the bar has to be seen while it moves.
    file.write_text("smiles\n" + f"CCO\n{STUCK}\n" * 8)
    upload(browser, file)
    bar = browser.one(".screening progress")
    assert bar.get_attribute("max") == "16"
    assert bar.get_attribute("aria-label") == "Voortgang van long.csv"
    assert "van 16 rijen" in browser.text(".progress-text")
    browser.screenshot("file-running")
    browser.click("[data-action=remove]")
    browser.until(lambda: not browser.all(".screening"))


def test_the_name_of_a_file_is_text(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "<img src=x onerror=alert(1)>.csv"
    file.write_text("smiles\nCCO\n")
    upload(browser, file)
    browser.until(lambda: browser.all("[data-action=download]"))
    assert browser.text(".screening h3") == file.name
    browser.click("[data-action=remove]")
    browser.until(lambda: not browser.all(".screening"))


def test_no_file_is_said_beside_the_field(browser: Browser) -> None:
    browser.choose("file")
    browser.click("#upload [type=submit]")
    assert browser.text("#file-error") == "Kies een bestand."
    assert browser.focused().get_attribute("id") == "upload-summary"


@pytest.mark.parametrize(
    ("content", "said"),
    [("naam;opmerking\nx;y\n", "#file-error, #column-error"), ('smiles\n"CCO\n', "#file-error")],
)
def test_a_wrong_file_is_said_beside_the_field(
    browser: Browser, tmp_path: Path, content: str, said: str
) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(content)
    upload(browser, file)
    assert browser.until(lambda: browser.text(said))
    assert not browser.all(".screening")
    browser.screenshot("file-wrong")
    assert all("400" in complaint for complaint in browser.complaints())


def test_the_screening_follows_the_language(browser: Browser) -> None:
    upload(browser, LAB)
    browser.until(lambda: browser.all("[data-action=download]"))
    browser.english()
    assert "Done, against the law of 2026-07-09" in browser.text(".screening .state")
    browser.click("[data-action=remove]")
    browser.until(lambda: not browser.all(".screening"))


def test_a_screening_that_is_gone_is_said(browser: Browser, page_server: Server) -> None:
    upload(browser, LAB)
    browser.until(lambda: browser.all("[data-action=download]"))
    polled = [address for address in browser.addresses() if "/v1/screenings/" in address]
    assert page_server.client.delete(polled[0]).status_code == 204
    browser.click("[data-action=download]")
    assert (
        browser.until(lambda: browser.text(".screening [role=alert]"))
        == "Die screening is er niet, of niet meer."
    )
    assert browser.focused().get_attribute("data-action") == "download"
    browser.click("[data-action=remove]")
    browser.until(lambda: not browser.all(".screening"))
    assert all("404" in complaint for complaint in browser.complaints())
