"""Elements of a formula as RDKit writes it."""

import pytest
from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.matching.formula import elements


@pytest.mark.parametrize(
    ("formula", "counts"),
    [
        ("CH4", {6: 1}),
        ("C17H19NO3", {6: 17, 7: 1, 8: 3}),
        ("C2H4BrCl", {6: 2, 35: 1, 17: 1}),
        ("C5H14NO+", {6: 5, 7: 1, 8: 1}),
        ("HNaO", {11: 1, 8: 1}),
        ("HgCl2", {80: 1, 17: 2}),
    ],
)
def test_elements(formula: str, counts: dict[int, int]) -> None:
    assert elements(formula) == counts


def test_hydrogen_and_charge_as_written_do_not_count() -> None:
    drawn = [Chem.MolFromSmiles(smiles) for smiles in ("[O-]C(=O)CC[NH3+]", "OC(=O)CC[NH3+]", "OC(=O)CCN")]
    assert all(elements(rdMolDescriptors.CalcMolFormula(mol)) == {6: 3, 7: 1, 8: 2} for mol in drawn)
