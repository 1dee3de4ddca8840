"""A structure as SVG: atoms coloured and numbered by clause, with a title and description in words.

No styles and no scripts are in it, so a page with a strict content policy can show it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from rdkit import Chem
from rdkit.Chem import rdDepictor
from rdkit.Chem.Draw import rdMolDraw2D

OKABE_ITO = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7")
"""Colours that the colour-blind can tell apart (Okabe and Ito, 2008), without black."""

_PALE = 0.55
_BOND = 36
"""Pixels to a bond, where the picture is as large as the molecule."""
_STYLE = re.compile(r"""\sstyle=(['"])(.*?)\1""")
_NEEDLESS = re.compile(r"""\s(xmlns:rdkit|xmlns:xlink|xml:space|baseProfile)=(['"]).*?\2""")
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_PROPERTY = re.compile(r"[a-z-]+")
_VALUE = re.compile(r"[#\w.,\s()-]+")


@dataclass(frozen=True)
class Mark:
    """Atoms that belong together, what they are, and the label beside the first of them ("": its number)."""

    atoms: tuple[int, ...]
    text: str
    label: str = ""


def colour_of(number: int) -> str:
    """The colour of the mark with this number (from 0), mixed with white so that letters stay readable."""
    return "#" + "".join(f"{part:02X}" for part in _pale(number))


def draw(
    mol: Chem.Mol,
    marks: Sequence[Mark],
    title: str,
    description: str,
    width: int,
    height: int,
    *,
    numbered: bool = False,
) -> str:
    """The picture as SVG text.

    Parameters
    ----------
    mol : what to draw; its atom numbers are those of the marks and of the classes ``atom-N``
    marks : in the order of their numbers and colours; an atom may be in several
    title, description : the text alternative
    width, height : in pixels; -1 for both makes the picture as large as the molecule
    numbered : put the number beside every atom, as explanations name it
    """
    drawn = Chem.Mol(mol)
    rdDepictor.Compute2DCoords(drawn)
    colours: dict[int, list[tuple[float, ...]]] = {}
    for number, mark in enumerate(marks):
        # The toolkit cuts fractions off: half a step more gives exactly the colour of the legend.
        colour = tuple(min((part + 0.5) / 255, 1.0) for part in _pale(number))
        for atom in mark.atoms:
            colours.setdefault(atom, []).append(colour)
    for atom in drawn.GetAtoms():
        labels = [m.label or str(n) for n, m in enumerate(marks, 1) if m.atoms[:1] == (atom.GetIdx(),)]
        note = (f"{atom.GetIdx()} " if numbered else "") + ",".join(labels)
        if note.strip():
            atom.SetProp("atomNote", note.strip())
    drawer = rdMolDraw2D.MolDraw2DSVG(width, height)
    options: Any = drawer.drawOptions()  # the type stubs know none of its properties
    options.clearBackground = False
    options.useBWAtomPalette()  # colour is for clauses, and green letters on white are hard to read
    options.annotationFontScale = 0.7
    options.scalingFactor = _BOND  # of a picture as large as the molecule
    drawer.DrawMoleculeWithHighlights(drawn, "", colours, {}, {}, {})
    drawer.FinishDrawing()
    return _accessible(drawer.GetDrawingText(), title, description)


def _pale(number: int) -> tuple[int, ...]:
    code = OKABE_ITO[number % len(OKABE_ITO)]
    parts = (int(code[i : i + 2], 16) for i in (1, 3, 5))
    return tuple(round(part * _PALE + 255 * (1 - _PALE)) for part in parts)


def _accessible(svg: str, title: str, description: str) -> str:
    start = svg.index("<svg")
    inside = svg.index(">", start) + 1
    head = " ".join(_NEEDLESS.sub("", svg[start : inside - 1]).split())
    body = _COMMENT.sub("", _STYLE.sub(_attributes, svg[inside:])).lstrip()
    # Several pictures may stand in one page: their ids differ with what they say.
    mark = hashlib.sha256(f"{title}\n{description}\n{body}".encode("utf-8", "replace")).hexdigest()[:12]
    labels = f"role='img' aria-labelledby='t{mark} d{mark}'"
    texts = f"<title id='t{mark}'>{escape(title)}</title>\n<desc id='d{mark}'>{escape(description)}</desc>"
    return f"{head} {labels}>\n{texts}\n{body}"


def _attributes(found: re.Match[str]) -> str:
    """A style as attributes of SVG; what is no plain property and value is left out."""
    attributes = ""
    for part in found[2].split(";"):
        name, _, value = (piece.strip() for piece in part.partition(":"))
        if _PROPERTY.fullmatch(name) and _VALUE.fullmatch(value):
            attributes += f" {name}='{value}'"
    return attributes
