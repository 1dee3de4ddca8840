"""Joins the source table with the curated facts and establishes the structures of every entry."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpora import Witness, fold
from periods import period
from structures import FLAT, canonical, formula, fully_drawn, keys, mirrored, open_centres

COLUMNS = [
    "key",
    "list",
    "kind",
    "inn",
    "names",
    "cas",
    "structures",
    "stereo",
    "except",
    "since_earliest",
    "since_latest",
    "until",
    "decree",
    "citation",
    "basis",
    "formula",
    "structure_source",
    "structure_status",
    "remark",
]


@dataclass
class Entry:
    """Established structures of one key, with what was found while establishing them."""

    key: str
    facts: dict[str, Any]
    names: list[str]
    structures: list[str] = field(default_factory=list)
    excepted: list[str] = field(default_factory=list)
    source: str = ""
    status: str = "none"
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def slug(text: str) -> str:
    text = text.replace("α", "alfa").replace("’", "-").replace("'", "-")
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


def split_names(cell: str) -> list[str]:
    """Names in one cell of the table: separated by comma and space, or given in brackets after a space."""
    if cell in ("", "–"):
        return []
    outer = re.sub(r" \(([^)]*)\)", r", \1", cell)
    return [part.strip() for part in re.split(r", (?!\d*')", outer) if part.strip()]


def load_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    for row in rows:
        row["id"] = row["INN"] if row["INN"] not in ("", "–") else row["andere_benamingen"]
    return rows


def load_curated(path: Path) -> dict[str, dict[str, Any]]:
    with path.open("rb") as stream:
        return tomllib.load(stream)


def pair(
    rows: list[dict[str, str]], curated: dict[str, dict[str, Any]]
) -> tuple[dict[str, list[dict[str, str]]], list[str]]:
    """key -> rows of the table; and what fits nowhere."""
    by_row = {facts["row"]: key for key, facts in curated.items() if "row" in facts}
    paired: dict[str, list[dict[str, str]]] = defaultdict(list)
    lost = []
    for row in rows:
        key = by_row.get(row["id"], slug(row["id"]))
        if key in curated:
            paired[key].append(row)
        else:
            lost.append(f"table row without curated facts: {row['id']}")
    lost += [
        f"curated key without table row: {k}"
        for k in curated
        if k not in paired and "extra" not in curated[k]
    ]
    return paired, lost


def wanted_names(curated: dict[str, dict[str, Any]]) -> set[str]:
    """Every name OPSIN is asked to read."""
    found: set[str] = set()
    for facts in curated.values():
        for text in (facts.get("law"), facts.get("iupac"), *facts.get("also", []), *facts.get("except", [])):
            if text:
                found.add(text.removeprefix("ent:"))
    return found


def _read(text: str, opsin: dict[str, str]) -> str:
    """SMILES of a name (`ent:` = mirror image) or of a SMILES."""
    if text.startswith("ent:"):
        return mirrored(_read(text[4:], opsin))
    return opsin.get(text) or text


def establish(entry: Entry, opsin: dict[str, str], corpus: dict[str, list[Witness]]) -> None:
    """Fill structures, source and status of an entry; problems and notes collect what disagrees."""
    facts = entry.facts
    exact = facts.get("stereo", "any") == "exact"
    law, iupac, drawn = (
        opsin.get(facts.get("law", "")),
        opsin.get(facts.get("iupac", "")),
        facts.get("smiles"),
    )
    for kind in ("law", "iupac"):
        if facts.get(kind) and not opsin.get(facts[kind]):
            entry.problems.append(f"OPSIN cannot read {kind}: {facts[kind]}")
    main = drawn or iupac or law
    if not main:
        return
    try:
        texts = [main, *(_read(t, opsin) for t in facts.get("also", []))]
        if facts.get("mirror"):
            texts += [mirrored(t) for t in texts]
        shown = [canonical(t, flat=not exact) for t in texts]
        entry.structures = list(dict.fromkeys(shown))
        entry.excepted = [canonical(_read(t, opsin)) for t in facts.get("except", [])]
    except ValueError as error:
        entry.problems.append(str(error))
        return
    for smiles in entry.structures:
        if formula(smiles) != facts.get("formula"):
            entry.problems.append(f"formula {formula(smiles)} is not the curated {facts.get('formula')}")
        if exact and open_centres(smiles):
            entry.problems.append(f"exact, but open: {open_centres(smiles)} in {smiles}")
    own = {k for s in entry.structures if (k := keys(s))}
    skeletons = {k[0] for k in own}
    for kind, read in (("law", law), ("iupac", iupac)):
        if read and (found := keys(read)) and found[0] not in skeletons:
            entry.problems.append(f"{kind} reads as another skeleton: {read}")
    full, flat = _witnesses(entry, corpus, own, skeletons, exact)
    _conclude(entry, bool(law), bool(drawn), full, flat, exact)


def _witnesses(
    entry: Entry,
    corpus: dict[str, list[Witness]],
    own: set[tuple[str, str]],
    skeletons: set[str],
    exact: bool,
) -> tuple[set[str], set[str]]:
    """Collections that agree in full (configuration included), and those that agree in skeleton."""
    full: set[str] = set()
    flat: set[str] = set()
    seen = [Witness(label, structure) for label, structure in entry.facts.get("seen", {}).items()]
    for name in entry.names:
        for witness in corpus.get(fold(name), []) + seen:
            key = keys(witness.structure)
            if key is None:
                continue
            if key[0] not in skeletons:
                entry.notes.append(f"{witness.source} has another skeleton for {name}: {witness.structure}")
            elif key in own or not exact:
                full.add(witness.source)
            else:
                flat.add(witness.source)
                if key[1] != FLAT and fully_drawn(witness.structure):
                    entry.notes.append(
                        f"{witness.source} has another configuration for {name}: {witness.structure}"
                    )
    return full, flat - full


def _conclude(entry: Entry, law: bool, drawn: bool, full: set[str], flat: set[str], exact: bool) -> None:
    chosen = "curated SMILES" if drawn else "opsin (systematic name)"
    others = sorted(full | flat)
    if law:
        entry.status = "opsin"
        entry.source = "+".join(["opsin (law text)", *others])
    elif others:
        entry.status = "two-sources"
        entry.source = "two-sources: " + "+".join([chosen, *others])
    else:
        entry.status = "single-source"
        entry.source = f"single-source: {chosen}"
    if exact:
        witnesses = sorted(full)
        text = "+".join([chosen, *witnesses])
        entry.source += f"; configuration: {text}"
        if not witnesses:
            entry.notes.append("configuration confirmed by no collection")


def rows_of(entry: Entry, table: list[dict[str, str]]) -> list[dict[str, str]]:
    """CSV rows of an entry, one per period."""
    facts = entry.facts
    common = {
        "key": entry.key,
        "kind": facts.get("kind", "substance"),
        "names": "|".join(entry.names),
        "cas": facts.get("cas", ""),
        "structures": "|".join(entry.structures),
        "stereo": facts.get("stereo", "any"),
        "except": "|".join(entry.excepted),
        "formula": facts.get("formula", ""),
        "structure_source": entry.source,
        "structure_status": entry.status,
    }
    out = []
    if extra := facts.get("extra"):
        dates = {k: extra[k] for k in ("since_earliest", "since_latest")}
        out.append(
            common
            | dates
            | {
                "list": extra["list"],
                "inn": "",
                "until": "",
                "decree": "",
                "citation": f"Opiumwet, lijst {extra['list']}",
                "basis": extra["basis"],
                "remark": facts.get("remark", ""),
            }
        )
    for row in table:
        p = period(row["id"], row["since"], row["until"], row["staatsblad"], row["evidence"])
        inn = facts.get("inn", row["INN"] if row["INN"] != "–" else "")
        out.append(
            common
            | {
                "list": row["lijst"],
                "inn": inn,
                "since_earliest": p.earliest,
                "since_latest": p.latest,
                "until": p.until,
                "decree": p.decree,
                "citation": f"Opiumwet, lijst {row['lijst']}",
                "basis": "text",
                "remark": " ".join(t for t in (facts.get("remark", ""), p.note) if t),
            }
        )
    return out


def names_of(facts: dict[str, Any], table: list[dict[str, str]]) -> list[str]:
    """Dutch names as in the table first, then the curated ones; no name twice."""
    names: list[str] = []
    if "dutch" in facts:
        names = facts["dutch"].split("|")
    elif "extra" in facts:
        names = [facts["extra"]["dutch"]]
    else:
        for row in table:
            names += split_names(row["INN"]) + split_names(row["andere_benamingen"])
    names += [n for n in facts.get("names", "").split("|") if n]
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(name.casefold(), name)
    return list(unique.values())
