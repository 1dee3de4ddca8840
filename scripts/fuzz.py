"""Throw broken, strange and hostile input at everything that reads.

    python scripts/fuzz.py [--seconds N] [--corpus FOLDER] [TARGET ...]

Each target runs in a process of its own under the coverage-guided fuzzer atheris, the time divided among
them. A crash, an exception that no reader may raise, a hang, or an answer that contradicts itself stops the
target: what was thrown is kept in the corpus folder, shown, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fuzzing import TARGETS

HERE = Path(__file__).resolve().parent
HOUR = 3600
LONGEST_INPUT = 4096
HANG_SECONDS = 60
RSS_MB = 4096


def run(target: str, seconds: int, corpus: Path) -> bool:
    """Fuzz one target; whether nothing was found."""
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(getattr(importlib.import_module(f"fuzzing.{target}"), "SEEDS", ())):
        (folder / f"seed-{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={HANG_SECONDS}",
        f"-max_len={LONGEST_INPUT}",
        f"-rss_limit_mb={RSS_MB}",
        f"-artifact_prefix={folder}/found-",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    command = [sys.executable, "-m", "fuzzing.one", target, *options, str(folder)]
    began = time.monotonic()
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, errors="replace", check=False)
    took = time.monotonic() - began
    runs = next((line for line in done.stderr.splitlines() if "number_of_executed_units" in line), "")
    count = runs.rsplit(maxsplit=1)[-1] if runs else "?"
    result = "ok" if done.returncode == 0 else "FOUND"
    print(f"{target:12} {count:>9} inputs in {took:5.0f} s: {result}", flush=True)
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-6000:], sep="\n", flush=True)
    return done.returncode == 0


def main() -> int:
    """Fuzz the targets asked for; 0 when nothing was found, else 1."""
    parser = argparse.ArgumentParser(prog="scripts/fuzz.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=HOUR, help="for all targets together; an hour")
    parser.add_argument("--corpus", type=Path, help="folder that keeps what was learnt from run to run")
    asked = parser.parse_args()
    if unknown := set(asked.targets) - set(TARGETS):
        parser.error(f"unknown target {', '.join(sorted(unknown))}; choose from {', '.join(TARGETS)}")
    targets = asked.targets or list(TARGETS)
    with tempfile.TemporaryDirectory() as scratch:
        corpus = asked.corpus or Path(scratch)
        fine = [run(target, max(1, asked.seconds // len(targets)), corpus) for target in targets]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
