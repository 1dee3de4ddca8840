"""Pictures of structures for a spreadsheet, drawn in a process that can be killed, and never too many."""

from __future__ import annotations

from types import TracebackType

from rdkit import Chem
from rdkit.Chem.Draw import rdMolDraw2D

from stofgroep.isolation import Isolated
from stofgroep.structure import Limits, Refusal, parse

MOST_PICTURES = 10_000
"""All are kept in memory until the file is complete: some 4 kB each."""

WIDTH, HEIGHT = 200, 130
_LIMITS = Limits(seconds=5.0, memory_mb=512)


class Pictures:
    """Draws the structures of the first rows.

    Parameters
    ----------
    column : index of the structure column
    rows : of so many rows, counted from the first
    """

    def __init__(self, column: int, rows: int) -> None:
        self.column = column
        self.rows = min(rows, MOST_PICTURES)
        self._isolated = Isolated(draw, _LIMITS)

    def png(self, text: str) -> bytes | None:
        """A structure as PNG of 200 × 130 pixels; None for what cannot be drawn in time."""
        answer = self._isolated.run(text)
        return None if isinstance(answer, Refusal) else answer

    def __enter__(self) -> Pictures:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._isolated.close()


def draw(text: str) -> bytes | None:
    """What :meth:`Pictures.png` has a worker do."""
    parsed = parse(text)
    if isinstance(parsed, Refusal) or parsed.heavy:
        return None
    mol = Chem.Mol(parsed.mol)
    Chem.SanitizeMol(mol)
    mol = Chem.RemoveHs(mol)
    mol.RemoveAllConformers()
    picture = rdMolDraw2D.MolDraw2DCairo(WIDTH, HEIGHT)
    rdMolDraw2D.PrepareAndDrawMolecule(picture, mol)
    picture.FinishDrawing()
    found: bytes = picture.GetDrawingText()
    return found
