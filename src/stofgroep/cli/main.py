"""The command ``stofgroep``."""

from __future__ import annotations

import io
import os
import sys

from stofgroep.errors import StofgroepError
from stofgroep.screening.interrupts import interrupts_held

_PIPE_CLOSED = 1
_WRONG_USAGE = 2
_INTERRUPTED = 130


def main() -> None:
    """Run the command and leave with its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a sign gets "?", not a failure
    try:
        with interrupts_held():  # the threads that numpy starts must not be the ones that hear Ctrl-C
            from stofgroep.cli.app import app
        app()
    except StofgroepError as error:
        print(f"stofgroep: {error}", file=sys.stderr)
        sys.exit(_WRONG_USAGE)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output (head, less) has seen enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_PIPE_CLOSED)
