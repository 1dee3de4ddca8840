"""The table of scheduled EU precursors (category 1): its own curated facts, the cross-checks of the lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpora import Witness
from entries import Entry, establish, load_curated, wanted_names
from opsin import read_names

PRECURSOR_COLUMNS = [
    "key",
    "names",
    "cas",
    "structures",
    "stereo",
    "except",
    "since_earliest",
    "since_latest",
    "until",
    "regulation",
    "category",
    "citation",
    "remark",
]


def precursor_rows(
    curated: Path, opsin_jar: Path, corpus: dict[str, list[Witness]]
) -> tuple[list[Entry], list[dict[str, str]]]:
    """Entries with their established structures, and one CSV row for each."""
    facts_of = load_curated(curated)
    opsin = read_names(opsin_jar, wanted_names(facts_of))
    entries, rows = [], []
    for key, facts in facts_of.items():
        entry = Entry(key, facts, facts["names"].split("|"))
        establish(entry, opsin, corpus)
        entries.append(entry)
        rows.append(_row(entry, facts))
    return entries, rows


def _row(entry: Entry, facts: dict[str, Any]) -> dict[str, str]:
    earliest, _, latest = facts["since"].partition("..")
    remarks = (
        facts.get("remark", ""),
        f"By {facts['act']}; also in the Annex of 111/2005.",
        f"Structure: {entry.source}.",
    )
    return {
        "key": entry.key,
        "names": "|".join(entry.names),
        "cas": facts.get("cas", ""),
        "structures": "|".join(entry.structures),
        "stereo": facts.get("stereo", "any"),
        "except": "|".join(entry.excepted),
        "since_earliest": earliest,
        "since_latest": latest or earliest,
        "until": "",
        "regulation": "273/2004",
        "category": "1",
        "citation": "Verordening (EG) nr. 273/2004, bijlage I, categorie 1",
        "remark": " ".join(text for text in remarks if text),
    }
