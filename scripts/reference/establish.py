"""Decides which structure a name has, and says from whom; nothing is chosen silently."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from own import Wanted
from rdkit import Chem
from witnesses import SOURCES, Collections, Said, keys, neutral

# Kinds whose members are stereoisomers by name; elsewhere a flat drawing is preferred when sources differ.
STEREO = frozenset({"lysergamides", "plant-derived", "tropanes"})
# Where these know a name, they mean a drug by it; the others give a short code to many things.
SPECIAL = frozenset(
    {"cannabinoids", "dea", "designdrugs", "eu-nps", "faves", "fentanyl-rt", "lists", "nitazenes"}
)
FLAT = "UHFFFAOY"  # the block of an InChIKey without configuration


@dataclass
class Established:
    """A row of a table, or why there is none (`problem`)."""

    wanted: Wanted
    smiles: str = ""
    verification: str = ""
    sources: str = ""
    licences: tuple[str, ...] = ()
    remarks: list[str] = field(default_factory=list)
    problem: str = ""


def establish(
    wanted: Wanted, opsin: dict[str, str], collections: Collections, drawn_stereo: bool = False
) -> Established:
    """Structure of a wanted substance: OPSIN's reading of its systematic name, or two collections that agree.

    Parameters
    ----------
    drawn_stereo : prefer the configuration that is drawn over a flat drawing
    """
    row = Established(wanted)
    said = [s for name in (wanted.name, *wanted.synonyms) for s in collections.ask(name)]
    if wanted.systematic:
        read = neutral(opsin.get(wanted.systematic, ""))
        if not read:
            row.problem = f"OPSIN cannot read: {wanted.systematic}"
            return row
        return _by_name(row, read, said)
    read = neutral(opsin.get(wanted.name, ""))
    return _by_agreement(row, read, said, drawn_stereo or wanted.kind in STEREO)


def _by_name(row: Established, read: str, said: list[Said]) -> Established:
    agreeing = sorted({s.label for s in said if keys(s.smiles)[0] == keys(read)[0]})
    against = [s for s in said if keys(s.smiles)[0] != keys(read)[0]]
    other = sorted({f"{s.label} {s.smiles}" for s in against})
    row.smiles, row.verification = read, "opsin"
    row.sources = f"OPSIN: {row.wanted.systematic}" + _also(agreeing)
    if other and not row.wanted.remark and not {s.label for s in against} & SPECIAL:
        labels = sorted({str(SOURCES[s.label]["name"]) for s in against})
        row.remarks.append(
            f"{', '.join(labels)}: another substance by one of the names; settled by the systematic name."
        )
    elif other and not row.wanted.remark:
        row.problem = f"conflict: {read} against {other} (agreeing: {agreeing})"
    return row


def _also(labels: list[str]) -> str:
    return f"; agrees: {', '.join(str(SOURCES[label]['name']) for label in labels)}" if labels else ""


def _by_agreement(row: Established, read: str, said: list[Said], stereo: bool) -> Established:
    by_skeleton: dict[str, list[Said]] = defaultdict(list)
    for s in said:
        by_skeleton[keys(s.smiles)[0]].append(s)
    groups = {
        k: {s.group for s in v} | ({"opsin"} if read and keys(read)[0] == k else set())
        for k, v in by_skeleton.items()
    }
    best = max(groups, key=lambda k: (len(groups[k]), k), default="")
    if not best or len(groups[best]) < 2:
        row.problem = f"not two sources: {[(s.label, s.smiles) for s in said]}"
        return row
    rivals = {k: g for k, g in groups.items() if k != best}
    if any(len(g) * 2 > len(groups[best]) for g in rivals.values()):
        row.problem = f"sources disagree: {sorted((s.label, s.smiles) for s in said)}"
        return row
    for skeleton in sorted(rivals):
        labels = sorted({str(SOURCES[s.label]["name"]) for s in by_skeleton[skeleton]})
        row.remarks.append(f"{', '.join(labels)} draws another structure; outvoted.")
    texts = [(s.group, s.smiles) for s in by_skeleton[best]]
    if read and keys(read)[0] == best:
        texts.append(("opsin", read))
    row.smiles, doubt = _configuration(texts, stereo)
    if not row.smiles:
        row.problem = f"configurations disagree: {sorted(set(texts))}"
        return row
    if doubt:
        row.remarks.append(doubt)
    if read and keys(read)[0] == best:
        row.verification, first = "opsin", "OPSIN: the name itself; agrees: "
    else:
        row.verification, first = "two-sources", ""
    labels = sorted({s.label for s in by_skeleton[best]})
    row.sources = first + "; ".join(str(SOURCES[label]["name"]) for label in labels)
    row.licences = tuple(labels)
    return row


# Whose drawing stands for a structure: an InChI says nothing about tautomers, so that DrugBank's come last.
_PREFERENCE = ("opsin", "lists", "chembl", "pubchem", "massbank", "globalchem", "faves", "fentanyl-rt")


def _configuration(texts: list[tuple[str, str]], stereo: bool) -> tuple[str, str]:
    """(SMILES, doubt) for structures of one skeleton; SMILES is "" when they cannot be reconciled.

    The fullest drawing with which no other conflicts, or else the one that more sources draw than any other.
    """
    by_form: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for group, smiles in texts:
        by_form[keys(smiles)[1]].append((group, smiles))
    flat = by_form.pop(FLAT, [])
    if not by_form or (flat and not stereo):
        return _drawing(flat), ""
    # These two take care to leave a racemate open.
    for careful in ("chembl", "drugbank"):
        if any(group == careful for group, _ in texts):
            if any(group == careful for group, _ in flat):
                return _drawing(
                    flat
                ), "Drawn without configuration, as ChEMBL or DrugBank does; a source draws one."
            break
    size = {form: len({group for group, _ in items}) for form, items in by_form.items()}
    drawing = {form: _drawing(items) for form, items in by_form.items()}
    fullest = max(drawing, key=lambda f: (_drawn(drawing[f]), size[f], f))
    if all(_within(drawing[f], drawing[fullest]) for f in drawing):
        alone = "The skeleton has two sources, the full configuration one."
        return drawing[fullest], "" if size[fullest] > 1 else alone
    first, second = sorted(size.values(), reverse=True)[:2]
    if len({group for group, _ in flat}) > first:
        return _drawing(flat), "Sources draw different configurations: none drawn."
    if first == second:
        return "", ""
    return drawing[max(size, key=lambda f: size[f])], "A source draws another configuration; outvoted."


def _within(part: str, whole: str) -> bool:
    """Whether one drawing says nothing on configuration that the other contradicts."""
    mol = Chem.MolFromSmiles(whole)
    return bool(mol.HasSubstructMatch(Chem.MolFromSmiles(part), useChirality=True))


def _drawing(texts: list[tuple[str, str]]) -> str:
    order = {group: place for place, group in enumerate(_PREFERENCE)}
    return min(texts, key=lambda t: (order.get(t[0], len(order)), t))[1]


def _drawn(smiles: str) -> int:
    """How many centres and double bonds have a configuration."""
    found = Chem.FindPotentialStereo(Chem.MolFromSmiles(smiles))
    return sum(i.specified == Chem.StereoSpecified.Specified for i in found)
