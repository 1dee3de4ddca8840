"""docs/drafts.md: its commands do what it says, in its order, for somebody who follows it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from stofgroep.policy.draft import DraftText, load
from stofgroep.policy.faults import faults

MANUAL = (Path(__file__).parents[2] / "docs" / "drafts.md").read_text("utf-8")
COMMANDS = [line.strip() for line in MANUAL.splitlines() if line.startswith("    stofgroep ")]
BLOCKS = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)


def follow(command: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "stofgroep", *shlex.split(command)[1:]],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.slow
def test_the_manual_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "80")

    said: dict[str, str] = {}
    for command in COMMANDS:
        if command == "stofgroep draft check wider.toml --lang en":
            file = tmp_path / "wider.toml"
            file.write_text(file.read_text("utf-8") + "\n" + BLOCKS[1], "utf-8")
        said[command] = follow(command, tmp_path)
    assert len(said) == 10
    assert "no faults" in said["stofgroep draft check piperazines.toml --lang en"]
    [verdict] = [text for command, text in said.items() if command.startswith("stofgroep check ")]
    assert "LISTED" in verdict
    everything = said["stofgroep draft test piperazines.toml --lang en"]
    for name in ("nps", "medicines", "everyday"):
        assert re.search(rf"^  {name} ", everything, re.MULTILINE)
    assert "in the place of" in said["stofgroep draft test wider.toml --against medicines,everyday --lang en"]
    assert (tmp_path / "report.html").is_file()
    example = re.search(r"```python\n(.*?)```", MANUAL, re.DOTALL)
    assert example is not None
    (tmp_path / "example.py").write_text(example[1])
    done = subprocess.run(
        [sys.executable, "example.py"], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.startswith("everyday ")


def test_the_fault_it_shows_stands_where_it_says(tmp_path: Path) -> None:
    follow(COMMANDS[0], tmp_path)
    text = (tmp_path / "piperazines.toml").read_text("utf-8").replace("alkyl<=3", "alkil<=3")
    [fault] = faults(DraftText(text, "piperazines.toml", None), "en")
    assert f"{fault.file}:{fault.line}: {fault.key}" in MANUAL
    assert fault.help.startswith("Did you mean alkyl")


def test_the_range_it_shows_can_be_written(tmp_path: Path) -> None:
    follow(COMMANDS[0], tmp_path)
    text = (tmp_path / "piperazines.toml").read_text("utf-8")
    assert 'allow = ["H", "alkyl<=3", "benzyl"]\n' in text
    ranged = text.replace('allow = ["H", "alkyl<=3", "benzyl"]\n', BLOCKS[0])
    [point] = [p for p in load(DraftText(ranged, "a.toml", None)).points if p.low is not None]
    assert (point.low, point.high) == (1, 6)


def test_every_link_goes_somewhere() -> None:
    folder = Path(__file__).parents[2] / "docs"
    for target in re.findall(r"\]\(([^)#]+)\)", MANUAL):
        assert (folder / target).is_file(), target
