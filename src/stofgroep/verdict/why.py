"""Reasons in words: what stands where, what was measured, and the limit it is held against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rdkit import Chem

from stofgroep.definition.worlds import Worlds
from stofgroep.matching.graph import bits
from stofgroep.matching.trace import Limits, Why
from stofgroep.verdict.atoms import atoms_in_words
from stofgroep.wording import messages, say

_POSITION = re.compile(r"p\d+")


def reasons_in_words(why: Sequence[Why], mol: Chem.Mol, worlds: Worlds, lang: str) -> str:
    """All reasons of one clause as one text; places that bear hydrogen are named together."""
    bare = tuple(dict.fromkeys(w.slot for w in why if w.key == "h"))
    filled = {w.slot for w in why if w.key != "h"}
    said = [_reason(w, mol, worlds, lang) for w in why if w.key != "h"]
    places = [slot_in_words(slot, lang) for slot in sorted(bare, key=_naturally) if slot not in filled]
    if places:
        said.append(say(lang, "verdict.why-h", slots=joined(list(dict.fromkeys(places)), lang)))
    return "; ".join(dict.fromkeys(said))


def _reason(why: Why, mol: Chem.Mol, worlds: Worlds, lang: str) -> str:
    limit = limit_in_words(why.limits, worlds, lang)
    key = f"why-{why.key}"
    if why.key.startswith("ring"):
        key += "" if why.atoms else "-bond"
        key += "-sized" if limit else ""
    return say(
        lang,
        f"verdict.{key}",
        slot=slot_in_words(why.slot, lang),
        atoms=atoms_in_words(mol, bits(why.atoms)),
        at=atoms_in_words(mol, bits(why.at)),
        measured=_number(why.measured, lang),
        count=say(lang, f"verdict.{'one-atom' if why.measured == '1' else 'atom-count'}", count=why.measured),
        limit=limit,
        formula=_formula(mol, why.atoms) if why.atoms else "",
    )


def slot_in_words(slot: str, lang: str) -> str:
    """A place as the law calls it: R1 stays R1, p5 is position 5, and what has a name bears it."""
    if _POSITION.fullmatch(slot):
        return say(lang, "verdict.slot-position", number=slot[1:])
    named = f"verdict.slot-{slot}"
    return say(lang, named) if named in messages() else slot


def _naturally(slot: str) -> tuple[str, int]:
    letters = slot.rstrip("0123456789")
    return letters, int(slot[len(letters) :] or 0)


def limit_in_words(limits: Limits, worlds: Worlds, lang: str) -> str:
    """A limit; where readings differ on it every value, with the answer to the question it comes from.

    "" where nothing is limited.
    """
    by_value: dict[str, int] = {}
    for mask, value in limits:
        by_value[value] = by_value.get(value, 0) | mask
    if not any(by_value):
        return ""
    values = sorted(by_value, key=lambda value: not value)  # "none" comes last
    said = [_number(value, lang) or say(lang, "verdict.no-limit") for value in values]
    text = joined(said, lang, "or")
    return text if len(said) == 1 else say(lang, "verdict.by-reading", values=text)


def joined(items: Sequence[str], lang: str, word: str = "and") -> str:
    """A list in a sentence: R1, R2 and R3."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {say(lang, f'verdict.{word}')} {items[-1]}"


def _number(text: str, lang: str) -> str:
    """A number with the decimal sign of the language."""
    whole, point, rest = text.partition(".")
    if lang == "nl" and point and whole.isdigit() and rest.isdigit():
        return f"{whole},{rest}"
    return text


def _formula(mol: Chem.Mol, mask: int) -> str:
    """The formula of some atoms with their hydrogen, carbon first: C2H5."""
    counts: dict[str, int] = {}
    for index in bits(mask):
        atom = mol.GetAtomWithIdx(index)
        counts[atom.GetSymbol()] = counts.get(atom.GetSymbol(), 0) + 1
        counts["H"] = counts.get("H", 0) + atom.GetTotalNumHs()
    order = ["C", "H", *sorted(counts.keys() - {"C", "H"})] if "C" in counts else sorted(counts)
    return "".join(f"{sign}{'' if counts[sign] == 1 else counts[sign]}" for sign in order if counts.get(sign))
