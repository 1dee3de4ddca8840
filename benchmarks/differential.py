"""Proof by example that the necessary conditions change nothing: every row with and without them.

    python -m benchmarks.differential FILE... [--rows N] [--date YYYY-MM-DD] [--no-lists]

Prints each row that differs and a JSON summary; the exit code is 1 if any row differs.
The decision without conditions is slow: some milliseconds a row.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import read_structures
from stofgroep.law import Law
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Row


def differences(
    structures: Iterable[str], gated: Decider, ungated: Decider
) -> Iterator[tuple[str, Row, Row]]:
    """Structures that the two deciders decide differently, with both rows."""
    for text in structures:
        one, other = gated.row(text), ungated.row(text)
        if one != other:
            yield text, one, other


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare all rows of some files; the exit code is 0 if none differs, else 1, or 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.differential", description=__doc__.splitlines()[0]
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".smi, .csv, perhaps .gz")
    parser.add_argument("--rows", type=int, help="use only the first N rows of each file")
    parser.add_argument("--date", type=dt.date.fromisoformat, default=dt.date.today(), help="default today")
    parser.add_argument("--no-lists", action="store_true", help="decide by the groups of lijst IA alone")
    asked = parser.parse_args(arguments)
    law = Law.at(asked.date, lists=not asked.no_lists)
    gated, ungated = Decider(law), Decider(law, gated=False)
    rows = different = 0
    for path in asked.files:
        try:
            structures = read_structures(path, asked.rows)
        except (OSError, ValueError) as error:
            parser.error(str(error))
        rows += len(structures)
        for text, one, other in differences(structures, gated, ungated):
            different += 1
            print(json.dumps({"structure": text, "gated": one.all, "ungated": other.all}), file=sys.stderr)
    print(json.dumps({"rows": rows, "different": different}))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
