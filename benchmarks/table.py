"""Every figure of docs/benchmarks.md, measured and written in one run.

    python -m benchmarks.table FILE... --big ROWS [--rows N] [--repeat 5] -o docs/benchmarks.md

``FILE`` : corpora of structures; the first is also the one that is screened as a file of ``ROWS`` rows.
Takes some minutes, and wants a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from importlib.metadata import version
from itertools import cycle, islice
from pathlib import Path

from rdkit import rdBase

from benchmarks.corpus import read_structures
from benchmarks.peers import measure, ways_of
from benchmarks.screen import reading, seconds
from stofgroep.law import Law
from stofgroep.screening.partition import decided_texts
from stofgroep.screening.rows import LawSettings

_SCALING_ROWS = 100_000  # starting a worker takes a second or two, which must not be what is measured
_SCALING_TIMES = 2


def costs(files: Sequence[Path], law: Law, rows: int | None, repeat: int) -> list[str]:
    """What a decision costs beside plain reading and beside the usual ways, per corpus."""
    ways = ways_of(law)
    table = [
        "| corpus | rows | µs a row, reading | stofgroep | loop of patterns | Cleanup and FilterCatalog |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for path in files:
        structures = read_structures(path, rows)
        with rdBase.BlockLogs():
            micros = seconds(reading, structures) / len(structures) * 1e6
            found = measure(structures, ways, repeat)
        table.append(
            f"| {path.name.partition('.')[0]} | {len(structures):,} | {micros:.0f} "
            f"| **{found['stofgroep']:.2f}** | {found['loop']:.2f} | {found['filter']:.2f} |"
        )
    return table


def scaling(file: Path, date: dt.date) -> list[str]:
    """One worker process against two: deciding alone, and the command from file to file."""
    structures = read_structures(file, _SCALING_ROWS)
    settings = LawSettings("nl", date, True, "nl")
    deciding: dict[int, list[float]] = {1: [], 2: []}
    whole: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "in.csv"
        _write(source, structures, len(structures))
        for _ in range(_SCALING_TIMES):
            for jobs in (1, 2):
                began = time.perf_counter()
                decided_texts(structures, settings, jobs)
                deciding[jobs].append(time.perf_counter() - began)
                took, _peaks = _screened(source, Path(scratch) / f"out{jobs}.csv", jobs, date)
                whole[jobs].append(took)
    lines = ["| stage | one process | two processes | times |", "|---|---:|---:|---:|"]
    for name, times in (("deciding", deciding), ("file to file", whole)):
        one, two = statistics.median(times[1]), statistics.median(times[2])
        lines.append(f"| {name}, {len(structures):,} rows | {one:.1f} s | {two:.1f} s | {one / two:.2f} |")
    return lines


def memory(file: Path, sizes: Sequence[int], date: dt.date) -> list[str]:
    """Highest memory of the process that reads and writes, for files of growing size."""
    structures = read_structures(file, None)
    lines = ["| rows | seconds | rows a second | peak of the parent, MB |", "|---:|---:|---:|---:|"]
    with tempfile.TemporaryDirectory() as scratch:
        for rows in sizes:
            source = Path(scratch) / "in.csv"
            _write(source, structures, rows)
            took, peak = _screened(source, Path(scratch) / "out.csv", os.cpu_count() or 1, date)
            lines.append(f"| {rows:,} | {took:.0f} | {rows / took:,.0f} | {peak / 1024:.0f} |")
    return lines


def _write(path: Path, structures: Sequence[str], rows: int) -> None:
    """A table of so many rows; the structures begin again where they end, with other ids."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "smiles"])
        writer.writerows(enumerate(islice(cycle(structures), rows)))


def _screened(source: Path, out: Path, jobs: int, date: dt.date) -> tuple[float, int]:
    """Seconds, and the highest resident memory in kB of the parent process."""
    command = [sys.executable, "-m", "stofgroep", "screen", str(source), "-o", str(out)]
    command += ["--jobs", str(jobs), "--date", date.isoformat()]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks = [0]

    def watch() -> None:
        status = Path(f"/proc/{process.pid}/status")
        while process.poll() is None:
            try:
                high = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
                peaks.append(int(high.split()[1]))
            except (OSError, StopIteration):
                pass
            time.sleep(0.2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    took = time.perf_counter() - began
    watcher.join()
    if code not in (0, 3):
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return took, max(peaks)


def page(parts: dict[str, list[str]], files: Sequence[Path], date: dt.date, repeat: int) -> str:
    """The document."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    used = [f"Python {platform.python_version()}", f"RDKit {rdBase.rdkitVersion}"]
    used.append(f"stofgroep {version('stofgroep')}")
    text = [
        "# Benchmarks",
        "",
        "Written by `python -m benchmarks.table`; no figure here is typed by hand. Machine:",
        f"{machine}; {', '.join(used)}.",
        f"Law: the Opiumwet on {date.isoformat()}, complete,",
        "with lists and closing clauses. Compare ratios, not seconds, between machines.",
        "",
        "## What a decision costs",
        "",
        "One process, one thread, the same rows in small pieces in turn with reading them, median of",
        f"{repeat} runs. 1.00 is reading a structure with `Chem.MolFromSmiles` and nothing else. The two",
        "columns on the right are the usual ways of asking for the same gate patterns; they only say that a",
        "structure may be a member.",
        "",
        *parts["costs"],
        "",
        "## Two processes",
        "",
        *parts["scaling"],
        "",
        "## Memory",
        "",
        f"`stofgroep screen` on files of {files[0].name.partition('.')[0]},",
        "begun again where the corpus ends.",
        "",
        *parts["memory"],
        "",
    ]
    return "\n".join(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything and write the page; 0, or 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.table", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".smi, .csv, perhaps .gz")
    parser.add_argument("--rows", type=int, help="use only the first N rows of each file for the costs")
    parser.add_argument("--repeat", type=int, default=5, help="the median counts (default 5)")
    parser.add_argument(
        "--big", type=int, default=1_000_000, help="rows of the largest file (default 1,000,000)"
    )
    parser.add_argument("--date", type=dt.date.fromisoformat, default=dt.date.today(), help="default today")
    parser.add_argument("-o", "--out", type=Path, required=True, help="the page to write")
    asked = parser.parse_args(arguments)
    law = Law.at(asked.date)
    parts = {
        "costs": costs(asked.files, law, asked.rows, asked.repeat),
        "scaling": scaling(asked.files[0], asked.date),
        "memory": memory(asked.files[0], (asked.big // 10, asked.big), asked.date),
    }
    asked.out.write_text(page(parts, asked.files, asked.date, asked.repeat), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
