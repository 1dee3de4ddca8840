"""The usual ways of doing it, measured beside ours on the same rows, in the same run.

    python -m benchmarks.peers FILE... [--rows N] [--repeat 5] [--date YYYY-MM-DD]

``filter``: ``rdMolStandardize.Cleanup`` and an RDKit ``FilterCatalog`` of our own gate patterns.
``loop``: the sanitised molecule and ``HasSubstructMatch`` for one such pattern after the other.
Both only say that a structure may be a member; ours decides it, with the lists and closing clauses.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rdkit import Chem, rdBase
from rdkit.Chem import FilterCatalog
from rdkit.Chem.MolStandardize import rdMolStandardize

from benchmarks.corpus import read_structures
from benchmarks.screen import beside_reading
from stofgroep.law import Law
from stofgroep.matching.gate import Gates
from stofgroep.matching.group import matchers
from stofgroep.verdict import Decider

_WARM_UP = 200


def gate_patterns(law: Law) -> tuple[Chem.Mol, ...]:
    """The patterns of which every member of a group of the law holds one."""
    found = matchers(law.groups, law.beside)
    return Gates(tuple(m.gate for m in found)).firsts(tuple(range(len(found))))


def filtering(patterns: Sequence[Chem.Mol]) -> Callable[[str], object]:
    """Clean up, then ask a catalogue."""
    catalogue = FilterCatalog.FilterCatalog()
    for number, pattern in enumerate(patterns):
        catalogue.AddEntry(
            FilterCatalog.FilterCatalogEntry(
                str(number), FilterCatalog.SmartsMatcher(str(number), pattern, 1)
            )
        )

    def ask(text: str) -> object:
        mol = Chem.MolFromSmiles(text)
        return None if mol is None else catalogue.HasMatch(rdMolStandardize.Cleanup(mol))

    return ask


def looping(patterns: Sequence[Chem.Mol]) -> Callable[[str], object]:
    """One pattern after the other."""

    def ask(text: str) -> object:
        mol = Chem.MolFromSmiles(text)
        return None if mol is None else [mol.HasSubstructMatch(pattern) for pattern in patterns]

    return ask


def one_by_one(ask: Callable[[str], object]) -> Callable[[Sequence[str]], None]:
    """A way that treats one structure after the other."""

    def ask_all(structures: Sequence[str]) -> None:
        for text in structures:
            ask(text)

    return ask_all


def ways_of(law: Law) -> dict[str, Callable[[Sequence[str]], object]]:
    """Ours and the usual ways, by name."""
    patterns = gate_patterns(law)
    return {
        "stofgroep": Decider(law).rows,
        "loop": one_by_one(looping(patterns)),
        "filter": one_by_one(filtering(patterns)),
    }


def measure(
    structures: Sequence[str], ways: dict[str, Callable[[Sequence[str]], object]], repeat: int
) -> dict[str, float]:
    """Median cost of each way per row, as a multiple of plain reading; the first rows are a warm-up."""
    found = {}
    for name, way in ways.items():
        way(structures[:_WARM_UP])
        times = beside_reading(way, structures, repeat)
        found[name] = round(statistics.median(took / read for read, took in times), 2)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure some files and print JSON; 0, or 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".smi, .csv, perhaps .gz")
    parser.add_argument("--rows", type=int, help="use only the first N rows of each file")
    parser.add_argument("--repeat", type=int, default=5, help="the median counts (default 5)")
    parser.add_argument("--date", type=dt.date.fromisoformat, default=dt.date.today(), help="default today")
    asked = parser.parse_args(arguments)
    ways = ways_of(Law.at(asked.date))
    found = {}
    for path in asked.files:
        try:
            structures = read_structures(path, asked.rows)
        except (OSError, ValueError) as error:
            parser.error(str(error))
        with rdBase.BlockLogs():
            found[path.name] = {
                "rows": len(structures),
                "MolFromSmiles": 1.0,
                **measure(structures, ways, asked.repeat),
            }
    print(json.dumps(found, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
