"""Reads English systematic names with OPSIN (a Java program, given by the path of its jar)."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path


def read_names(jar: Path, names: Iterable[str]) -> dict[str, str]:
    """Return name -> SMILES for every name; an unreadable name maps to "".

    All names go through one Java process: starting it costs more than reading a thousand names.
    Raises subprocess.CalledProcessError when Java fails.
    """
    ordered = sorted(set(names))
    done = subprocess.run(
        ["java", "-jar", str(jar), "-osmi"],
        input="\n".join(ordered) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.split("\n")
    return {name: lines[i].strip() if i < len(lines) else "" for i, name in enumerate(ordered)}
