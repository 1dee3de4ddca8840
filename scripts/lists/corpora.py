"""Reads public name-structure collections, only to cross-check; none of them is copied into the project.

Formats, told apart by their first line:
  csv with columns name,smiles | DrugBank-like tsv (drugbank_id, name, inchi) | MassBank record lines |
  PubChem-derived tsv (id, cas, formula, mass, smiles, inchi, key, iupac, common name, synonyms ...)
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Witness:
    """One statement "this name is this structure" of one collection; structure is SMILES or InChI."""

    source: str
    structure: str
    cas: str = ""


def fold(name: str) -> str:
    """Key under which two spellings of a name meet: letters and digits only."""
    greek = {"α": "alpha", "β": "beta", "δ": "delta", "Δ": "delta"}
    return re.sub(r"[^a-z0-9]", "", "".join(greek.get(c, c) for c in name).lower())


def load(paths: list[tuple[str, Path]]) -> dict[str, list[Witness]]:
    """Return folded name -> witnesses for the collections given as (label, path)."""
    found: dict[str, set[Witness]] = defaultdict(set)
    for label, path in paths:
        for name, witness in _read(label, path):
            key = fold(name)
            if key:
                found[key].add(witness)
    return {key: sorted(items, key=lambda w: (w.source, w.structure)) for key, items in found.items()}


def _read(label: str, path: Path) -> Iterator[tuple[str, Witness]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as stream:
        first = stream.readline()
        stream.seek(0)
        if first.startswith("drugbank_id"):
            for row in csv.DictReader(stream, delimiter="\t"):
                if row["inchi"]:
                    yield row["name"], Witness(label, row["inchi"])
        elif first.startswith(("ACCESSION", "CH$")):
            yield from _massbank(label, stream)
        elif "smiles" in first.split(","):
            for row in csv.DictReader(stream):
                for name in {row["name"], *re.split(r"[()]|, ", row["name"])}:
                    yield name.strip(), Witness(label, row["smiles"])
        else:
            for line in stream:
                cells = line.rstrip("\n").split("\t")
                for name in cells[7:]:
                    yield name, Witness(label, cells[4], cells[1])


def _massbank(label: str, lines: Iterator[str]) -> Iterator[tuple[str, Witness]]:
    names: list[str] = []
    smiles = cas = ""
    for line in (*lines, "ACCESSION"):
        if line.startswith("ACCESSION"):
            for name in names if smiles else ():
                yield name, Witness(label, smiles, cas)
            names, smiles, cas = [], "", ""
        elif line.startswith("CH$NAME: "):
            names.append(line[9:].strip())
        elif line.startswith("CH$SMILES: "):
            smiles = line[11:].strip()
        elif line.startswith("CH$LINK: CAS "):
            cas = line[13:].strip()
