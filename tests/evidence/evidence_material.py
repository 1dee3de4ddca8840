"""The command run as its users run it, and a date on which everything is known."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from stofgroep.cli.app import app
from stofgroep.errors import StofgroepError

DATE = "2026-11-23"
MMC = "CNC(C)C(=O)c1ccccc1C"  # 2-methylmethcathinone: lijst IA, group 1
DOPAMINE = "NCCc1ccc(O)c(O)c1"  # a hydroxy on the ring is no allowed group
RECEIPTS = Path(__file__).parent / "receipts"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def stofgroep(*arguments: str, stdin: str = "") -> Done:
    """The command in this process, in a terminal of 80 columns, ended as ``main`` ends it."""
    ran = CliRunner().invoke(app, list(arguments), input=stdin, env={"COLUMNS": "80"})
    if isinstance(ran.exception, StofgroepError):
        return Done(2, ran.stdout, f"{ran.stderr}stofgroep: {ran.exception}\n")
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Done(ran.exit_code, ran.stdout, ran.stderr)


def stofgroep_process(*arguments: str, **environment: str) -> Done:
    """The command in a process of its own, where that matters."""
    done = subprocess.run(
        [sys.executable, "-m", "stofgroep", *arguments],
        capture_output=True,
        env={**os.environ, "COLUMNS": "80", **environment},
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
