"""Rebuild data/reference/*.csv from our own names and public collections; say what is unconfirmed.

    python scripts/reference/rebuild_reference.py SET --opsin JAR [--corpus LABEL=FILE ...] \\
        --out data/reference

SET is nps, everyday or medicines. Every input is an argument or our own; of the collections only the facts
that two of them, or one and OPSIN, agree on go into a table. Same inputs, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

from candidates import wanted_medicines
from establish import Established, establish
from opsin import read_names
from own import Wanted, read_folder
from witnesses import HERE, SOURCES, Collections, fold, keys

COLUMNS = (
    "key",
    "name",
    "synonyms",
    "class",
    "smiles",
    "first_seen",
    "verification",
    "sources",
    "licence",
    "remark",
)
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ω": "omega", "ψ": "psi"}


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits, separated by single hyphens."""
    text = "".join(_GREEK.get(c, c) for c in text.casefold())
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def unique(rows: list[Established]) -> tuple[list[Established], list[str]]:
    """One row per structure; further names of a structure become synonyms of its first row."""
    kept: dict[str, Established] = {}
    notes = []
    for row in rows:
        first = kept.setdefault(row.smiles, row)
        if first is not row:
            a, b = first.wanted, row.wanted
            notes.append(f"same structure: {b.kind}/{b.name} is {a.kind}/{a.name}")
            names = (*a.synonyms, b.name, *b.synonyms)
            first.wanted = Wanted(
                a.name, names, a.kind, a.systematic, a.first_seen or b.first_seen, a.remark or b.remark
            )
    return list(kept.values()), notes


def table(rows: list[Established]) -> list[dict[str, str]]:
    """Rows of the CSV file, sorted by class and key."""
    taken: Counter[str] = Counter()
    out = []
    for row in sorted(rows, key=lambda r: (r.wanted.kind, slug(r.wanted.name), r.smiles)):
        w = row.wanted
        key = slug(w.name)
        taken[key] += 1
        if taken[key] > 1:
            key = f"{key}-{taken[key]}"
        seen = {fold(w.name)}
        synonyms = [s for s in w.synonyms if fold(s) not in seen and not seen.add(fold(s))]  # type: ignore[func-returns-value]
        licences = sorted({f"{SOURCES[x]['name']} {SOURCES[x]['licence']}" for x in row.licences})
        out.append(
            {
                "key": key,
                "name": w.name,
                "synonyms": "|".join(synonyms),
                "class": w.kind,
                "smiles": row.smiles,
                "first_seen": w.first_seen,
                "verification": row.verification,
                "sources": row.sources,
                "licence": "fact" + ("; licences of the sources: " + ", ".join(licences) if licences else ""),
                "remark": " ".join(x for x in (w.remark, *row.remarks) if x),
            }
        )
    return sorted(out, key=lambda r: (r["class"], r["key"]))


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", choices=("nps", "everyday", "medicines"))
    parser.add_argument("--opsin", type=Path, required=True, help="OPSIN command-line jar")
    parser.add_argument("--corpus", action="append", default=[], metavar="LABEL=FILE")
    parser.add_argument("--out", type=Path, required=True, help="folder for the table")
    args = parser.parse_args()
    paths = [(label, Path(path)) for label, _, path in (item.partition("=") for item in args.corpus)]
    collections = Collections(paths)
    if args.set == "medicines":
        wanted = wanted_medicines(paths, HERE / "own" / "medicines.tsv")
    else:
        wanted = read_folder(HERE / "own" / args.set)
    opsin = read_names(args.opsin, (n for w in wanted for n in (w.name, w.systematic) if n))
    rows = [establish(w, opsin, collections, drawn_stereo=args.set != "nps") for w in wanted]
    good, notes = unique([row for row in rows if not row.problem])
    for row in rows:
        if row.problem:
            print(f"LEFT OUT {row.wanted.kind}/{row.wanted.name}: {row.problem}")
    for note in notes:
        print(f"note {note}")
    for smiles in _flat_twins(good):
        print(f"note one skeleton, several rows: {smiles}")
    write(args.out / f"{args.set}.csv", table(good))
    print("rows:", len(good), "left out:", sum(bool(r.problem) for r in rows))
    print("verification:", dict(Counter(r.verification for r in good)))
    print("classes:", dict(sorted(Counter(r.wanted.kind for r in good).items())))


def _flat_twins(rows: list[Established]) -> list[str]:
    count: Counter[str] = Counter(keys(r.smiles)[0] for r in rows)
    return sorted(f"{r.wanted.name} {r.smiles}" for r in rows if count[keys(r.smiles)[0]] > 1)


if __name__ == "__main__":
    main()
