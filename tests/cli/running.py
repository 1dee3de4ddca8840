"""Runs the command as its users do: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "stofgroep")
DEMO = Path(__file__).parents[2] / "demo" / "lab.csv"
DATE = "2026-11-23"


def run(*arguments: str, stdin: str | bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``stofgroep`` with these arguments in a terminal 80 columns wide."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env={**os.environ, "COLUMNS": "80", **environment},
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def verdicts(*arguments: str, stdin: str | bytes = b"") -> list[dict[str, Any]]:
    """The verdicts of ``stofgroep check --json``."""
    done = run("check", "--json", *arguments, stdin=stdin)
    assert done.returncode in (0, 3), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
