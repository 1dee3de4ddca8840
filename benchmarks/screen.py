"""What a decision costs, measured against merely reading the structure.

    python -m benchmarks.screen FILE [--rows N] [--repeat 5] [--date YYYY-MM-DD] [--no-lists]

Prints one JSON object; README.md in this folder says how to read it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from rdkit import Chem, rdBase

from benchmarks.corpus import read_structures
from stofgroep.law import Law
from stofgroep.verdict import Decider

# So many rows are read, then decided, before the next are: a machine that slows down slows both.
_CHUNK = 500
_WARM_UP = 100
_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


def measure(structures: Sequence[str], decider: Decider, repeat: int) -> dict[str, object]:
    """Seconds for plain reading and for the full decision, both in this thread.

    Parameters
    ----------
    structures : one SMILES a row
    repeat : how often the whole is measured; the median counts

    Returns
    -------
    the keys ``rows``, ``parse_s``, ``decide_s``, ``ratio`` and ``peak_mb``
    """
    reading(structures[:_WARM_UP])
    decider.rows(structures[:_WARM_UP])
    times = beside_reading(decider.rows, structures, repeat)
    parse, decide = zip(*times, strict=True)
    return {
        "rows": len(structures),
        "parse_s": round(statistics.median(parse), 4),
        "decide_s": round(statistics.median(decide), 4),
        "ratio": round(statistics.median(d / p for p, d in times), 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES_PER_UNIT / 2**20, 1),
    }


def reading(structures: Sequence[str]) -> None:
    """Read structures and do nothing with them."""
    for text in structures:
        Chem.MolFromSmiles(text)


def beside_reading(
    way: Callable[[Sequence[str]], object], structures: Sequence[str], repeat: int
) -> list[tuple[float, float]]:
    """Seconds for reading and for a way, once for each repeat; the two alternate in small pieces.

    And with nothing else: what one way leaves in the processor's cache and on the heap must not be
    charged to another.
    """
    found = []
    for _ in range(repeat):
        gc.collect()
        read = took = 0.0
        for start in range(0, len(structures), _CHUNK):
            chunk = structures[start : start + _CHUNK]
            read += seconds(reading, chunk)
            took += seconds(way, chunk)
        found.append((read, took))
    return found


def seconds(way: Callable[[Sequence[str]], object], structures: Sequence[str]) -> float:
    """How long a way takes for some structures."""
    start = time.perf_counter()
    way(structures)
    return time.perf_counter() - start


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure one file and print the result; the exit code is 0, or 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screen", description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help=".smi, .smi.gz, .csv or .csv.gz")
    parser.add_argument("--rows", type=int, help="use only the first N rows")
    parser.add_argument(
        "--repeat", type=int, default=5, help="measure so often, the median counts (default 5)"
    )
    parser.add_argument("--date", type=dt.date.fromisoformat, default=dt.date.today(), help="default today")
    parser.add_argument("--no-lists", action="store_true", help="decide by the groups of lijst IA alone")
    asked = parser.parse_args(arguments)
    try:
        structures = read_structures(asked.file, asked.rows)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    decider = Decider(Law.at(asked.date, lists=not asked.no_lists))
    result = measure(structures, decider, asked.repeat)
    result |= {
        "file": asked.file.name,
        "date": asked.date.isoformat(),
        "lists": not asked.no_lists,
        "repeat": asked.repeat,
        "machine": platform.machine(),
        "python": platform.python_version(),
        "rdkit": rdBase.rdkitVersion,
        "stofgroep": version("stofgroep"),
    }
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
