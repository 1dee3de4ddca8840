"""A structure with the clauses that colour it: the legend, the text alternative and the drawing together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rdkit import Chem

from stofgroep.picture.drawing import Mark, colour_of, draw
from stofgroep.verdict.atoms import atoms_in_words
from stofgroep.verdict.model import Clause
from stofgroep.wording import say


@dataclass(frozen=True)
class LegendEntry:
    """What one number and colour in a picture stands for; clause, citation and holds may be ""."""

    number: int
    clause: str
    citation: str
    text: str
    holds: str
    atoms: tuple[int, ...]
    colour: str
    label: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture with its text alternative; ``component`` is the SMILES along which its atoms count."""

    svg: str
    title: str
    description: str
    component: str
    legend: tuple[LegendEntry, ...]


def legend_of(clauses: Sequence[Clause]) -> tuple[LegendEntry, ...]:
    """An entry for every clause that speaks of atoms, in the order of the clauses."""
    entries = []
    for number, clause in enumerate((c for c in clauses if c.atoms), 1):
        entries.append(_entry(number, clause, clause.atoms))
    return tuple(entries)


def one_colour_each(clauses: Sequence[Clause]) -> tuple[LegendEntry, ...]:
    """A legend in which every atom has one colour, and what fails goes before what holds.

    A clause about atoms that others have coloured gets no entry; its own words say which they are.
    """
    taken: set[int] = set()
    atoms: dict[str, tuple[int, ...]] = {}
    told = [c for c in clauses if c.atoms]
    for clause in sorted(told, key=lambda c: (c.is_exclusion, c.holds == "yes")):
        free = tuple(atom for atom in clause.atoms if atom not in taken)
        if free and not (clause.is_exclusion and atoms):
            atoms[clause.id] = free
            taken.update(free)
    shown = [clause for clause in told if clause.id in atoms]
    return tuple(_entry(number, clause, atoms[clause.id]) for number, clause in enumerate(shown, 1))


def _entry(number: int, clause: Clause, atoms: tuple[int, ...]) -> LegendEntry:
    return LegendEntry(
        number,
        clause.id,
        clause.citation,
        clause.text,
        clause.holds,
        atoms,
        colour_of(number - 1),
        f"#{number}",
    )


def marks_of_ones_own(marks: Sequence[tuple[tuple[int, ...], str]]) -> tuple[LegendEntry, ...]:
    """A legend of atoms with a text, as somebody asked for it."""
    return tuple(
        LegendEntry(number, "", "", text, "", atoms, colour_of(number - 1), f"#{number}")
        for number, (atoms, text) in enumerate(marks, 1)
    )


def picture(
    mol: Chem.Mol,
    component: str,
    legend: Sequence[LegendEntry],
    title: str,
    lang: str,
    width: int,
    height: int,
    *,
    labelled: bool = False,
) -> Picture:
    """Draw a molecule with its legend.

    Parameters
    ----------
    mol : its atom numbers are those of the legend
    component : its SMILES, for the text alternative
    width, height : in pixels
    labelled : a number beside every atom, and #1 for the first entry, not 1
    """
    parts = [say(lang, "picture.structure", structure=component)]
    for entry in legend:
        if labelled:
            atoms = atoms_in_words(mol, entry.atoms)
        else:
            atoms = ", ".join(f"{mol.GetAtomWithIdx(a).GetSymbol()}{a}" for a in entry.atoms)
        name = entry.label if labelled else entry.number
        parts.append(say(lang, "picture.mark", number=name, text=entry.text, atoms=atoms))
    description = " ".join(parts)
    marks = [Mark(entry.atoms, entry.text, entry.label if labelled else "") for entry in legend]
    svg = draw(mol, marks, title, description, width, height, numbered=labelled)
    return Picture(svg, title, description, component, tuple(legend))
