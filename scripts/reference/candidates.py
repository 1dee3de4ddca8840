"""Which medicines are wanted: approved drugs of three collections, with a therapeutic class.

The class is the main group of the ATC code, where DrugBank states codes, and else follows from the disease
area of the Drug Repurposing Hub, whose two tables are given as one: name, smiles, phase, area.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from own import Wanted
from witnesses import fold, keys, neutral

GROUPS = frozenset({"approved", "withdrawn"})
PHASES = frozenset({"Launched", "Withdrawn"})
ATC = {
    "A": "alimentary-metabolism",
    "B": "blood",
    "C": "cardiovascular",
    "D": "dermatological",
    "G": "genito-urinary-sex-hormones",
    "H": "systemic-hormones",
    "J": "anti-infective",
    "L": "antineoplastic-immunomodulating",
    "M": "musculo-skeletal",
    "N": "nervous-system",
    "P": "antiparasitic",
    "R": "respiratory",
    "S": "sensory-organs",
    "V": "various",
}
AREAS = {
    "infectious disease": "anti-infective",
    "neurology/psychiatry": "nervous-system",
    "cardiology": "cardiovascular",
    "oncology": "antineoplastic-immunomodulating",
    "hematologic malignancy": "antineoplastic-immunomodulating",
    "transplant": "antineoplastic-immunomodulating",
    "gastroenterology": "alimentary-metabolism",
    "metabolism": "alimentary-metabolism",
    "dermatology": "dermatological",
    "pulmonary": "respiratory",
    "allergy": "respiratory",
    "rheumatology": "musculo-skeletal",
    "orthopedics": "musculo-skeletal",
    "ophthalmology": "sensory-organs",
    "otolaryngology": "sensory-organs",
    "hematology": "blood",
    "urology": "genito-urinary-sex-hormones",
    "obstetrics/gynecology": "genito-urinary-sex-hormones",
    "radiology": "various",
}
# Last words of a name that say which salt or hydrate it is; taken off only where there are several parts.
_SALTS = """
hydrochloride dihydrochloride trihydrochloride hydrobromide dihydrobromide hydroiodide sodium disodium
trisodium potassium dipotassium calcium magnesium zinc aluminum lithium bismuth ammonium sulfate bisulfate
hemisulfate phosphate diphosphate nitrate mesylate dimesylate maleate dimaleate fumarate hemifumarate
tartrate bitartrate citrate acetate diacetate succinate lactate gluconate besylate tosylate ditosylate
edisylate esylate isethionate camsylate napsylate pamoate embonate oxalate malate benzoate salicylate
bromide chloride iodide methylsulfate metilsulfate meglumine tromethamine lysine arginine olamine
diolamine trolamine erbumine anhydrous monohydrate dihydrate trihydrate hydrate hemihydrate xinafoate
hyclate aspartate glucuronate cyclamate estolate carbonate borate pidolate tannate stearate orotate mucate
resinate polistirex sesquihydrate monosodium gluceptate lactobionate tetrahydrate pentahydrate
monohydrochloride adipate mandelate hippurate
"""
SALTS = frozenset(_SALTS.split())


def wanted_medicines(paths: list[tuple[str, Path]], own: Path) -> list[Wanted]:
    """Candidates of ChEMBL and DrugBank, and our own remarks; those with a class and a plain name first.

    The file of our own (name, class, systematic name, remark) settles classes and structures and adds
    medicines; with the class `-` it leaves a name out.
    """
    settled = _settled(own)
    classes = _classes(paths)
    candidates = [c for label, path in paths for c in _candidates(label, path)]
    skeletons = {fold(name): keys(neutral(structure))[0] for name, structure in candidates}
    found: dict[str, Wanted] = {}
    for name, structure in candidates:
        plain = _plain(name) if "." in structure else name
        key = fold(plain)
        if skeletons.get(key, "") not in ("", keys(neutral(structure))[0]):
            # "chloramphenicol sodium succinate" is no salt of chloramphenicol.
            plain, key = name, fold(name)
        synonyms = (name,) if plain != name else ()
        row = settled.get(key, Wanted(plain, (), ""))
        old = found.get(key, row)
        names = tuple(dict.fromkeys((*old.synonyms, *synonyms)))
        kind = row.kind or classes.get(key, "medicine")
        found[key] = Wanted(old.name, names, kind, row.systematic, "", row.remark)
    rows = [row for row in {**settled, **found}.values() if row.kind != "-"]
    return sorted(rows, key=lambda w: (w.kind == "medicine", len(w.name.split()), w.name))


def _settled(own: Path) -> dict[str, Wanted]:
    rows = {}
    for line in own.read_text(encoding="utf-8").splitlines()[1:]:
        name, kind, systematic, remark = (*line.split("\t"), "", "", "")[:4]
        rows[fold(name)] = Wanted(name, (), kind, systematic, "", remark)
    return rows


def _candidates(label: str, path: Path) -> Iterator[tuple[str, str]]:
    if label == "chembl":
        for row in _csv(path, ","):
            if neutral(row["smiles"]):
                yield row["name"].lower().strip(), row["smiles"]
    elif label == "drugbank" and path.suffix == ".tsv":
        for row in _csv(path, "\t"):
            groups = set(row["groups"].split("|"))
            if row["inchi"] and groups & GROUPS and neutral(row["inchi"]):
                yield row["name"].lower().strip(), row["inchi"]
    elif label == "repurposing":
        for row in _csv(path, ","):
            if row["phase"] in PHASES and neutral(row["smiles"]):
                yield row["name"].lower().strip(), row["smiles"]


def _csv(path: Path, delimiter: str) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream, delimiter=delimiter)


def _plain(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1] in SALTS:
        words.pop()
    return " ".join(words)


def _classes(paths: list[tuple[str, Path]]) -> dict[str, str]:
    """Folded name -> class: the main group of most of its ATC codes, the first by letter when equal."""
    letters: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, str] = {}
    for label, path in paths:
        if label == "drugbank" and path.suffix == ".tsv":
            for row in _csv(path, "\t"):
                letters[fold(row["name"])].update(code[0] for code in row["atc_codes"].split("|") if code)
        elif label == "repurposing":
            for row in _csv(path, ","):
                areas = [AREAS[area] for area in row["area"].split("|") if area in AREAS]
                if areas:
                    found[fold(row["name"])] = areas[0]
    for name, count in letters.items():
        if count:
            found[name] = ATC[min(count, key=lambda x: (-count[x], x))]
    return found
