"""Small pictures of structures for a report: SVG that stands in the page itself."""

from __future__ import annotations

import re

from rdkit import Chem, rdBase
from rdkit.Chem.Draw import rdMolDraw2D

from stofgroep.structure import Refusal, parse

WIDTH, HEIGHT = 190, 130
MOST_ATOMS = 90
_PROLOGUE = re.compile(r"<\?xml[^>]*\?>|<!--.*?-->", re.DOTALL)


def picture(structure: str) -> str:
    """An SVG element, or "" for a structure that cannot be drawn small or quickly.

    Parameters
    ----------
    structure : SMILES
    """
    with rdBase.BlockLogs():
        parsed = parse(structure)
        if isinstance(parsed, Refusal) or parsed.heavy or parsed.open:
            return ""
        mol = Chem.MolFromSmiles(parsed.text.split()[0])
        if mol is None or mol.GetNumAtoms() > MOST_ATOMS:
            return ""
        drawer = rdMolDraw2D.MolDraw2DSVG(WIDTH, HEIGHT)
        options = drawer.drawOptions()
        options.clearBackground = False  # type: ignore[assignment]  # the stubs know no properties
        options.bondLineWidth = 1.2  # type: ignore[assignment]
        options.useBWAtomPalette()  # prints on any printer, and colour says nothing here
        drawer.DrawMolecule(rdMolDraw2D.PrepareMolForDrawing(mol))
        drawer.FinishDrawing()
    svg = _PROLOGUE.sub("", drawer.GetDrawingText())
    # the name stands beside the picture, so a reader of the page aloud need not hear of it
    return re.sub(r"<svg ", '<svg aria-hidden="true" focusable="false" ', svg.strip(), count=1)
