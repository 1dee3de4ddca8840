"""What public collections say a name is: neutral structures by folded name, with the collection's label."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdkit import Chem

from stofgroep.structure import Refusal, completions, parse
from stofgroep.structure.component import Role

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "lists"))

from corpora import Witness, load  # noqa: E402

SOURCES = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ω": "omega", "ψ": "psi"}


@dataclass(frozen=True)
class Said:
    """One collection's structure for a name, as neutral SMILES."""

    label: str
    smiles: str

    @property
    def group(self) -> str:
        """Collections of one group copy from each other and count once."""
        return str(SOURCES[self.label].get("group", self.label))


def fold(name: str) -> str:
    """Key under which two spellings of a name meet: letters and digits only."""
    text = "".join(_GREEK.get(c, c) for c in name.casefold())
    return re.sub(r"[^a-z0-9]", "", text)


@cache
def neutral(structure: str) -> str:
    """Canonical SMILES of the one substance in a structure, counter-ions and solvents removed; "" if none."""
    parsed = parse(structure)
    if isinstance(parsed, Refusal):
        return ""
    whole = completions(parsed)
    if isinstance(whole, Refusal) or len(whole.completions) != 1:
        return ""
    found = {c.smiles for c in whole.completions[0].components if c.role is Role.SUBSTANCE}
    smiles = found.pop() if len(found) == 1 else ""
    return "" if isinstance(parse(smiles), Refusal) else smiles


@cache
def keys(smiles: str) -> tuple[str, str]:
    """(skeleton, configuration) of a neutral structure: two blocks of its InChIKey."""
    key = str(Chem.MolToInchiKey(Chem.MolFromSmiles(smiles)))  # type: ignore[no-untyped-call]
    return key[:14], key[15:23]


class Collections:
    """All collections, asked by name."""

    def __init__(self, paths: list[tuple[str, Path]]) -> None:
        unknown = {label for label, _ in paths} - set(SOURCES)
        if unknown:
            raise ValueError(f"no such label in sources.toml: {sorted(unknown)}")
        self._found: dict[str, list[Witness]] = defaultdict(list)
        for items in load(paths).items():
            self._found[fold(items[0])] += items[1]

    def ask(self, name: str) -> list[Said]:
        """Every structure that bears the name, without those that are no single substance."""
        said = {Said(w.source, neutral(w.structure)) for w in self._found.get(fold(name), [])}
        return sorted((s for s in said if s.smiles), key=lambda s: (s.label, s.smiles))
