"""What a substance resembles: listed substances by a fingerprint, and draft groups it would fall in.

A likeness is shown as such. It is never a ground: no decision is made with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

from rdkit import Chem, DataStructs
from rdkit.Chem import rdFingerprintGenerator

from stofgroep.law import Law
from stofgroep.law.lists import Lists
from stofgroep.verdict import Decider
from stofgroep.verdict.model import Outcome, Verdict

FINGERPRINT = "Morgan, radius 2, 2048 bits; Tanimoto"
"""How likeness is measured, as it is shown beside every number."""

NEAREST = 5
_MOST_COMPONENTS = 64


@dataclass(frozen=True)
class Neighbour:
    """A listed substance that is like the one asked about; ``similarity`` from 0 to 1, three decimals."""

    list: str
    entry: str
    name: str
    citation: str
    similarity: float


@dataclass(frozen=True)
class DraftGroup:
    """A draft of a group in the package that the substance would fall in, certainly or perhaps."""

    file: str
    group: str
    title: str
    outcome: str


def neighbours(verdict: Verdict, law: Law) -> tuple[Neighbour, ...]:
    """The nearest substances on lijst I and II on that day: most alike first, then by list and key.

    None where the structure could not be read, or the lists are left out.
    """
    if law.lists is None or verdict.receipt is None:
        return ()
    found = [_fingerprint(mol) for mol in _components(verdict.receipt.canonical)]
    if not found:
        return ()
    best: dict[tuple[str, str], Neighbour] = {}
    for entry, print_ in _listed(law.book.name, law.date):
        similarity = round(max(DataStructs.TanimotoSimilarity(f, print_) for f in found), 3)
        key = (entry.list, entry.key)
        if key not in best or best[key].similarity < similarity:
            best[key] = Neighbour(entry.list, entry.key, entry.name, entry.citation, similarity)
    ordered = sorted(best.values(), key=lambda n: (-n.similarity, n.list, n.entry))
    return tuple(ordered[:NEAREST])


def draft_groups(
    structure: str, date: dt.date, lang: str, folder: Traversable | None = None
) -> tuple[DraftGroup, ...]:
    """The drafts that a structure falls in, by file name.

    Parameters
    ----------
    folder : where the drafts lie; that of the package when None

    Raises
    ------
    DefinitionError : if a draft of the package is wrong
    """
    found = []
    drafts = _drafts_of_the_package(date, lang) if folder is None else _drafts(date, lang, folder)
    for name, decider in drafts:
        verdict = decider.verdict(structure)
        if verdict.outcome in (Outcome.LISTED, Outcome.DEPENDS):
            group = decider.law.groups[0]
            found.append(DraftGroup(name, group.short, group.title[lang], verdict.outcome.value))
    return tuple(found)


@cache
def _drafts_of_the_package(date: dt.date, lang: str) -> tuple[tuple[str, Decider], ...]:
    return tuple(_drafts(date, lang, files("stofgroep.data").joinpath("drafts")))


def _drafts(date: dt.date, lang: str, folder: Traversable) -> Iterator[tuple[str, Decider]]:
    for file in sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else ():
        if file.name.endswith(".toml"):
            with as_file(file) as path:
                yield file.name, Decider(Law.at(date, str(path), lists=False), lang)


@dataclass(frozen=True)
class _Row:
    list: str
    key: str
    name: str
    citation: str


@cache
def _listed(law: str, date: dt.date) -> tuple[tuple[_Row, DataStructs.ExplicitBitVect], ...]:
    return tuple(_fingerprints(Lists.load(law), date))


def _fingerprints(lists: Lists, date: dt.date) -> Iterator[tuple[_Row, DataStructs.ExplicitBitVect]]:
    for entry in lists.entries:
        if entry.force.possible(date):
            for smiles in entry.structures:
                row = _Row(entry.list, entry.key, entry.name, entry.citation)
                yield row, _fingerprint(Chem.MolFromSmiles(smiles))


def _components(canonical: str) -> Iterable[Chem.Mol]:
    smiles = dict.fromkeys(part for whole in canonical.split() for part in whole.split("."))
    mols = (Chem.MolFromSmiles(text) for text in list(smiles)[:_MOST_COMPONENTS])
    return [mol for mol in mols if mol is not None]


def _fingerprint(mol: Chem.Mol) -> DataStructs.ExplicitBitVect:
    found: DataStructs.ExplicitBitVect = _generator().GetFingerprint(mol)
    return found


@cache
def _generator() -> rdFingerprintGenerator.FingerprintGenerator64:
    return rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=2048)
