"""CXSMILES extensions: what is understood, what is harmless and what is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stofgroep.structure.refusal import Reason, Refusal

_COORDINATES = re.compile(r"\([^()]*\)")
_LABELS = re.compile(r"\$[^$]*\$")
_KEY = re.compile(r"([A-Za-z&^]+)\d*:")
_POSITION = re.compile(r"(\d+):(\d+(?:\.\d+)*)")
_NUMBERS = re.compile(r"[\d.:]+")

# Read by RDKit: cis/trans marks, stereo groups, dative bonds, radicals (judged like written ones).
_READ = frozenset({"m", "c", "t", "ctu", "a", "o", "&", "C", "^"})
# Wedges belong to the picture that the coordinates make; the SMILES has the stereo.
_HARMLESS = frozenset({"f", "atomProp", "SgD", "w", "wU", "wD"})
_REPEATING = frozenset({"Sg", "SgH", "LN"})


@dataclass(frozen=True)
class Extension:
    """What an extension says: position variations, relative stereo, and what is ignored.

    ``kept`` is the extension without pictures and labels; ``positions`` holds
    (anchor atom, possible partner atoms) by atom index.
    """

    kept: str
    positions: tuple[tuple[int, tuple[int, ...]], ...] = ()
    relative: bool = False
    ignored: tuple[str, ...] = ()


def read_extension(text: str, smiles: str) -> Extension | Refusal:
    """Take an extension ``|...|`` apart, without its molecule.

    Unknown features are refused rather than skipped: what is not understood may
    change the substance.
    """
    rest = _COORDINATES.sub("", text[1:-1])
    ignored: set[str] = set()
    for labels in _LABELS.findall(rest):
        if labels.strip("$;"):
            ignored.add("labels")
    rest = _LABELS.sub("", rest)
    positions: list[tuple[int, tuple[int, ...]]] = []
    relative = False
    current = ""
    kept: list[str] = []
    for part in filter(None, (part.strip() for part in rest.split(","))):
        token = part
        if token == "r":
            relative, current = True, ""
            continue
        if key := _KEY.match(token):
            current = key[1]
            token = token[key.end() :]
            if current in _REPEATING:
                return Refusal(Reason.POLYMER, f"CXSMILES feature {current}")
            if current in _HARMLESS:
                if not (current.startswith("w") and "@" in smiles) and current != "f":
                    ignored.add(current)
            elif current not in _READ:
                return Refusal(Reason.EXTENSION, f"CXSMILES feature {current[:20]}")
            relative = relative or current in ("o", "&")
        elif not current or (current != "SgD" and not _NUMBERS.fullmatch(token)):
            return Refusal(Reason.EXTENSION, "not a CXSMILES extension")
        if current in _READ:
            kept.append(part)
        if current == "m":
            position = _POSITION.fullmatch(token)
            if not position:
                return Refusal(Reason.POSITION, "position variation without positions")
            partners = dict.fromkeys(int(number) for number in position[2].split("."))
            positions.append((int(position[1]), tuple(partners)))
    return Extension(f"|{','.join(kept)}|", tuple(positions), relative, tuple(sorted(ignored)))
