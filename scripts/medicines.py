"""Makes the table of medicines that a group of lijst IA catches, with the clause and the judgement of each.

    python scripts/medicines.py CORPUS.csv --date 2026-11-23 \\
        --review scripts/medicines-review.toml -o docs/medicines.csv

The corpus stays where it is: only the names and structures of what is caught go into
the table. The lists are switched off, so that the groups are measured by themselves.
Every caught substance needs a remark in the review file, written by somebody who laid
the text of the law beside the structure; a missing or left-over remark ends in exit
code 1, so that the table cannot change unseen.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from rdkit import Chem

from stofgroep.law import Law
from stofgroep.verdict import Decider, Outcome, Verdict
from stofgroep.verdict.model import Finding

CAUGHT = (Outcome.LISTED, Outcome.EXEMPT, Outcome.DEPENDS)
COLUMNS = (
    "name",
    "smiles",
    "outcome",
    "group",
    "condition",
    "likely",
    "embedding",
    "readings",
    "review",
)
BETWEEN = " | "  # stands between two substances or two groups of one medicine


@dataclass(frozen=True)
class Remark:
    """What was judged about one substance; ``structure`` is flat, as the groups know no stereochemistry."""

    name: str
    structure: str
    review: str


class Review:
    """The remarks of a review file, found by structure.

    Parameters
    ----------
    path : a TOML file with one table per substance, holding ``structure`` and ``review``

    Raises
    ------
    ValueError : for an unreadable structure, or one that stands there twice
    """

    def __init__(self, path: Path) -> None:
        self._remarks: dict[str, Remark] = {}
        self._used: set[str] = set()
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            key = flat(table["structure"])
            if key in self._remarks:
                raise ValueError(f"{path.name}: {name} and {self._remarks[key].name} are the same substance")
            self._remarks[key] = Remark(name, table["structure"], table["review"])

    def of(self, component: str) -> Remark | None:
        """The remark on a substance, if there is one."""
        key = flat(component)
        self._used.add(key)
        return self._remarks.get(key)

    def left_over(self) -> list[str]:
        """Names of remarks on substances that no medicine bears."""
        return [remark.name for key, remark in self._remarks.items() if key not in self._used]


class RingNames:
    """Names the ring system that a set of atoms is, in the words of the law."""

    def __init__(self) -> None:
        text = (resources.files("stofgroep.data") / "smarts" / "vocabulary.toml").read_text(encoding="utf-8")
        tables = tomllib.loads(text)["ring_system"]
        self._queries = [
            (name, Chem.MolFromSmarts(s)) for name, table in tables.items() for s in table["smarts"]
        ]

    def name(self, mol: Chem.Mol, atoms: Iterable[int]) -> str:
        """The name, or the atoms as a SMILES fragment when no ring system of the law is just these."""
        wanted = set(atoms)
        for name, query in self._queries:
            if any(set(match) == wanted for match in mol.GetSubstructMatches(query, maxMatches=10_000)):
                return str(name)
        return fragment(mol, sorted(wanted))


def flat(smiles: str) -> str:
    """Canonical SMILES without stereochemistry.

    Raises
    ------
    ValueError : when the text is no SMILES
    """
    mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        raise ValueError(f"no structure: {smiles}")
    return Chem.MolToSmiles(mol, isomericSmiles=False)


def fragment(mol: Chem.Mol, atoms: list[int]) -> str:
    """One connected piece as SMILES; ``*`` stands for every atom of the rest that it is bonded to."""
    inside = set(atoms)
    bonds = [b for b in mol.GetBonds() if inside & {b.GetBeginAtomIdx(), b.GetEndAtomIdx()}]
    shown = inside | {i for b in bonds for i in (b.GetBeginAtomIdx(), b.GetEndAtomIdx())}
    symbols = [_symbol(a) if a.GetIdx() in inside else "*" for a in mol.GetAtoms()]
    return str(
        Chem.MolFragmentToSmiles(
            mol,
            atomsToUse=sorted(shown),
            bondsToUse=[b.GetIdx() for b in bonds],
            atomSymbols=symbols,
            isomericSmiles=False,
        )
    )


def pieces(mol: Chem.Mol, atoms: Iterable[int]) -> Iterator[list[int]]:
    """The connected pieces of a set of atoms."""
    left = set(atoms)
    while left:
        piece = {left.pop()}
        front = set(piece)
        while front:
            near = {n.GetIdx() for i in front for n in mol.GetAtomWithIdx(i).GetNeighbors()}
            front = near & left
            left -= front
            piece |= front
        yield sorted(piece)


def chain(mol: Chem.Mol, atoms: tuple[int, ...], ring: set[int]) -> str:
    """Structural element B written from the nitrogen: which atom is N, C1 and C2, each with its hydrogens."""
    nitrogen = next(i for i in atoms if mol.GetAtomWithIdx(i).GetSymbol() == "N")
    carbons = [i for i in atoms if i != nitrogen]
    beside = [i for i in carbons if mol.GetBondBetweenAtoms(nitrogen, i) is not None]
    # in an aziridine both carbons touch the nitrogen: C2 is then the one that A carries
    c1 = min(beside, key=lambda i: bool(ring & {n.GetIdx() for n in mol.GetAtomWithIdx(i).GetNeighbors()}))
    c2 = next(i for i in carbons if i != c1)
    return "–".join(_with_hydrogens(mol.GetAtomWithIdx(i)) for i in (nitrogen, c1, c2))


def _with_hydrogens(atom: Chem.Atom) -> str:
    count = atom.GetTotalNumHs()
    hydrogens = f"H{count}" if count > 1 else "H" * count
    oxo = any(
        bond.GetBondType() == Chem.BondType.DOUBLE and bond.GetOtherAtom(atom).GetSymbol() == "O"
        for bond in atom.GetBonds()
    )
    return f"{_symbol(atom)}{hydrogens}{'(=O)' if oxo else ''}"


def _symbol(atom: Chem.Atom) -> str:
    """The element, small where aromatic so that a ring stays recognisable, with its charge."""
    symbol = atom.GetSymbol().lower() if atom.GetIsAromatic() else atom.GetSymbol()
    charge = atom.GetFormalCharge()
    return f"[{symbol}{'+' * charge}{'-' * -charge}]" if charge else symbol


def embedding(finding: Finding, rings: RingNames) -> str:
    """The clauses of a finding with the atoms of the structure that each of them speaks of.

    A clause that holds only under some readings is marked with ``?``.
    """
    mol = Chem.MolFromSmiles(finding.component)
    said = []
    ring: set[int] = set()
    for clause in finding.clauses:
        name = clause.id.removeprefix("build.").split(".", 1)[1]
        short = name.split(".", 1)[-1]
        mark = "" if clause.holds == "yes" else "?"
        if name == "part.A":
            ring = set(clause.atoms)
            said.append(f"A = {rings.name(mol, clause.atoms)}")
        elif name == "part.B":
            said.append(f"N–C1–C2 = {chain(mol, clause.atoms, ring)}")
        elif name.startswith("part."):
            said.append(f"{short} = {fragment(mol, list(clause.atoms))}")
        elif name.startswith(("aromatic.", "exclude.", "limit.")):
            if mark:  # about the whole, so the atoms would only repeat the skeleton
                said.append(f"{short}{mark}")
        elif clause.atoms:
            parts = sorted(fragment(mol, piece) for piece in pieces(mol, clause.atoms))
            said.append(f"{short}{mark} = {', '.join(parts)}")
    return "; ".join(said)


def row(name: str, smiles: str, verdict: Verdict, review: Review, rings: RingNames) -> dict[str, str]:
    """One medicine as a row of the table; ``review`` is empty where a remark is missing."""
    remarks: dict[str, str] = {}
    for finding in verdict.findings:
        remark = review.of(finding.component)
        remarks[flat(finding.component)] = "" if remark is None else remark.review
    # enantiomers are two components with one answer
    said = dict.fromkeys(
        (str(f.group), f.condition or "always", embedding(f, rings)) for f in verdict.findings
    )
    return {
        "name": name,
        "smiles": smiles,
        "outcome": verdict.outcome.value,
        "group": BETWEEN.join(group for group, _, _ in said),
        "condition": BETWEEN.join(condition for _, condition, _ in said),
        "likely": verdict.likely or "",
        "embedding": BETWEEN.join(laid for _, _, laid in said),
        "readings": "; ".join(
            f"{h.id} (likely {h.likely})" for h in verdict.hinges_on if h.kind == "reading"
        ),
        "review": BETWEEN.join(dict.fromkeys(remarks.values())) if all(remarks.values()) else "",
    }


def table(
    corpus: Iterable[dict[str, str]], name: str, smiles: str, date: dt.date, review: Review
) -> tuple[list[dict[str, str]], dict[Outcome, int]]:
    """The rows of all caught medicines by name, and how often each outcome came up in the corpus."""
    decider = Decider(Law.at(date, "nl", lists=False), lang="en")
    rings = RingNames()
    rows = []
    counts = dict.fromkeys(Outcome, 0)
    for medicine in corpus:
        text = medicine[smiles].strip()
        outcome = decider.row(text).outcome
        counts[outcome] += 1
        if outcome in CAUGHT:
            rows.append(row(medicine[name].strip(), text, decider.verdict(text), review, rings))
        elif outcome is Outcome.NOT_ASSESSED:
            print(f"not assessed: {medicine[name]}", file=sys.stderr)
    return sorted(rows, key=lambda r: (r["name"], r["smiles"])), counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("corpus", type=Path, help="CSV file of medicines")
    parser.add_argument("--name-column", default="name")
    parser.add_argument("--smiles-column", default="smiles")
    parser.add_argument("--date", type=dt.date.fromisoformat, default=dt.date.today())
    parser.add_argument("--review", type=Path, required=True, help="TOML file with a remark per substance")
    parser.add_argument("-o", "--output", type=Path, required=True, help="CSV file to write")
    options = parser.parse_args()
    review = Review(options.review)
    with options.corpus.open(encoding="utf-8", newline="") as file:
        rows, counts = table(
            csv.DictReader(file), options.name_column, options.smiles_column, options.date, review
        )
    with options.output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(", ".join(f"{n} {outcome.value}" for outcome, n in counts.items()), file=sys.stderr)
    missing = [r["name"] for r in rows if not r["review"]]
    for name in missing:
        print(f"no remark: {name}", file=sys.stderr)
    left_over = review.left_over()
    for name in left_over:
        print(f"remark on nothing: {name}", file=sys.stderr)
    return 1 if missing or left_over else 0


if __name__ == "__main__":
    raise SystemExit(main())
