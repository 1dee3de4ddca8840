"""Every command and option is documented, and what the documents show exists."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from stofgroep.cli.app import app

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "cli.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    children = getattr(command, "commands", {})
    if not children:
        yield path, command
    for name, child in children.items():
        yield from commands(child, f"{path} {name}")


COMMANDS = dict(commands(get_command(app), "stofgroep"))


def options(command: Any) -> list[str]:
    return [name for parameter in command.params for name in parameter.opts if name.startswith("-")]


def section(path: str) -> str:
    found = re.search(rf"^## `{re.escape(path)}`\n(.*?)(?=^## |\Z)", MANUAL, re.DOTALL | re.MULTILINE)
    assert found is not None, f"docs/cli.md has no section for {path}"
    return found[1]


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_option_is_in_the_manual(path: str) -> None:
    text = section(path)
    for option in options(COMMANDS[path]):
        assert re.search(rf"`{re.escape(option)}\b", text), f"{path} {option} is not in docs/cli.md"


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_has_a_help_text(path: str) -> None:
    assert COMMANDS[path].help
    for parameter in COMMANDS[path].params:
        assert parameter.help, f"{path} {parameter.name}"


@pytest.mark.parametrize("document", [MANUAL, README], ids=["docs/cli.md", "README.md"])
def test_commands_in_the_documents_exist(document: str) -> None:
    lines = [line.strip() for line in document.splitlines() if re.match(r"    stofgroep ", line)]
    assert lines
    for line in lines:
        words = shlex.split(line.partition("     ")[0].partition(" < ")[0], comments=True)
        path = max((p for p in COMMANDS if words[: len(p.split())] == p.split()), key=len, default=None)
        assert path is not None, line
        used = [word for word in words if re.match(r"-\w|--\w", word)]
        assert set(used) <= set(options(COMMANDS[path])), line


def test_the_python_example_does_what_it_says() -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", example[1]],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.splitlines() == ["listed IA fenethylaminen", "['listed', 'not-listed']"]


def test_make_demo_and_make_test_come_first() -> None:
    assert README.index("make demo") < README.index("make test") < README.index("## ")
