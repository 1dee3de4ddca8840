"""An amidine is one substance however its double bond is drawn, and keeps all its hydrogens."""

import pytest
from rdkit import Chem
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

from stofgroep.structure import Limits, completions, parse

NH = Chem.MolFromSmarts("[#7X2;H1]=[#6]")


@pytest.mark.parametrize(
    ("drawings", "formula"),
    [
        (["CC(N)=Nc1ccccc1", "CC(=N)Nc1ccccc1"], "C8H10N2"),
        (["NCC(N)=Nc1ccc(Cl)cc1", "NCC(=N)Nc1ccc(Cl)cc1"], "C8H10ClN3"),
        (["NC(N)=NC", "NC(=N)NC"], "C2H7N3"),
    ],
)
def test_hydrogens_of_an_amidine(drawings: list[str], formula: str) -> None:
    for smiles in drawings:
        (completion,) = completions(parse(smiles, Limits()), Limits()).completions
        (component,) = completion.components
        assert CalcMolFormula(component.mol) == formula
        assert component.mol.HasSubstructMatch(NH)
