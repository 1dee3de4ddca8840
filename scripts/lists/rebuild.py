"""Rebuild data/lists/*.csv from the source table and the curated facts, cross-check, say what is unproven.

    python scripts/lists/rebuild.py --table TSV --opsin JAR [--corpus LABEL=FILE ...] --out data/lists

Every input is an argument: nothing of the corpora is written out, only their labels.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import cas
from corpora import Witness, load
from entries import COLUMNS, Entry, establish, load_curated, load_table, names_of, pair, rows_of, wanted_names
from opsin import read_names
from precursors import PRECURSOR_COLUMNS, precursor_rows

HERE = Path(__file__).parent


def write(path: Path, columns: list[str], rows: list[dict[str, str]], order: tuple[str, ...]) -> None:
    rows = sorted(rows, key=lambda r: tuple(r[c] for c in order))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def build(
    table: Path, opsin_jar: Path, corpus: dict[str, list[Witness]]
) -> tuple[list[Entry], list[dict[str, str]], list[str]]:
    curated = load_curated(HERE / "curated.toml")
    rows = load_table(table)
    paired, lost = pair(rows, curated)
    opsin = read_names(opsin_jar, wanted_names(curated))
    entries, out = [], []
    for key, facts in curated.items():
        entry = Entry(key, facts, names_of(facts, paired.get(key, [])))
        establish(entry, opsin, corpus)
        entries.append(entry)
        out += rows_of(entry, paired.get(key, []))
    return entries, out, lost


def report(entries: list[Entry], lost: list[str], corpus: dict[str, list[Witness]]) -> None:
    known = cas.index(w for items in corpus.values() for w in items)
    numbers: Counter[str] = Counter()
    for entry in entries:
        for text in entry.problems:
            print(f"PROBLEM {entry.key}: {text}")
        for text in dict.fromkeys(entry.notes):
            print(f"note    {entry.key}: {text}")
        for number in filter(None, entry.facts.get("cas", "").split("|")):
            found = cas.verdict(number, entry.structures, known)
            numbers[found if found in ("confirmed", "unconfirmed") else "wrong"] += 1
            if found != "confirmed":
                print(f"CAS     {entry.key}: {number} {found}")
    for text in lost:
        print(f"LOST    {text}")
    print("status:", dict(Counter(e.status for e in entries)))
    print("stereo:", dict(Counter(e.facts.get("stereo", "any") for e in entries if e.structures)))
    print("single-source:", ", ".join(e.key for e in entries if e.status == "single-source"))
    print("without structure:", ", ".join(e.key for e in entries if not e.structures))
    print("CAS:", dict(numbers))
    print("problems:", sum(len(e.problems) for e in entries))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--table", type=Path, required=True, help="tab-separated source table of lijst I and II"
    )
    parser.add_argument("--opsin", type=Path, required=True, help="OPSIN command-line jar")
    parser.add_argument("--corpus", action="append", default=[], metavar="LABEL=FILE")
    parser.add_argument("--out", type=Path, required=True, help="folder for the two tables")
    args = parser.parse_args()
    pairs = [(label, Path(path)) for label, _, path in (item.partition("=") for item in args.corpus)]
    corpus = load(pairs)
    entries, rows, lost = build(args.table, args.opsin, corpus)
    write(args.out / "nl.csv", COLUMNS, rows, ("list", "key", "since_earliest"))
    report(entries, lost, corpus)
    precursors, rows = precursor_rows(HERE / "precursors.toml", args.opsin, corpus)
    write(args.out / "nl-precursors.csv", PRECURSOR_COLUMNS, rows, ("key", "since_earliest", "regulation"))
    print("--- precursors")
    report(precursors, [], corpus)


if __name__ == "__main__":
    main()
