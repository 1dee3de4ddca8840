"""The same file through the command line, to compare with."""

import subprocess
import sys
import tempfile
from pathlib import Path

from serving import DATE


def screened(content: bytes, name: str) -> str:
    """What ``stofgroep screen`` writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-m", "stofgroep", "screen", str(path), "--date", DATE],
            capture_output=True,
            check=False,
            timeout=60,
        )
        return done.stdout.decode("utf-8")
