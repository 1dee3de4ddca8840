"""Members in every disguise that leaves the substance what it is: the answer stays ``listed``."""

from __future__ import annotations

import random

import atheris
from rdkit import Chem

from fuzzing.deciders import DAY, Contradiction, gated
from stofgroep.verdict.model import Outcome

MEMBERS = (
    "CNC(C)C(=O)c1cccc(C)c1",  # 3-MMC, lijst I
    "CNC(C)C(=O)c1ccccc1C",  # 2-MMC, group 1
    "CNC(C)Cc1ccc2OCOc2c1",  # MDMA, lijst I
    "COc1cc(CCNCc2ccccc2OC)c(OC)cc1I",  # 25I-NBOMe
    "CCCCCn1cc(C(=O)c2cccc3ccccc23)c2ccccc12",  # JWH-018
    "CC(C)(C)C(NC(=O)c1nn(CCCCF)c2ccccc12)C(N)=O",  # 4F-ADB-type, group 2
    "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1",  # fentanyl, lijst I
    "CC(C)C(=O)N(c1ccccc1F)C1CCN(CCc2ccccc2)CC1",  # 2-fluoroisobutyrylfentanyl
    "CCN(CC)CCn1c(Cc2ccc(OC(C)C)cc2)nc2cc([N+](=O)[O-])ccc12",  # isotonitazene
)
SALTS = ("Cl", "Br", "OS(=O)(=O)O", "OC(=O)C(=O)O", "O", "[Na+].[Cl-]", "CS(=O)(=O)O")


def try_one(data: bytes) -> None:
    """One member, disguised."""
    provider = atheris.FuzzedDataProvider(data)
    text = provider.PickValueInList(list(MEMBERS))
    mol = Chem.MolFromSmiles(text)
    order = list(range(mol.GetNumAtoms()))
    random.Random(provider.ConsumeIntInRange(0, 2**31)).shuffle(order)
    mol = Chem.RenumberAtoms(mol, order)
    if provider.ConsumeBool():
        mol = Chem.AddHs(mol)
    if provider.ConsumeBool():
        mol.GetAtomWithIdx(provider.ConsumeIntInRange(0, mol.GetNumAtoms() - 1)).SetAtomMapNum(1)
    if provider.ConsumeBool():
        atom = mol.GetAtomWithIdx(provider.ConsumeIntInRange(0, mol.GetNumAtoms() - 1))
        atom.SetIsotope({1: 2, 6: 13, 7: 15, 8: 18, 9: 18}.get(atom.GetAtomicNum(), 0))
    kekule = provider.ConsumeBool()
    if kekule:
        Chem.Kekulize(mol, clearAromaticFlags=True)
    made = Chem.MolToSmiles(mol, canonical=False, kekuleSmiles=kekule)
    for _ in range(provider.ConsumeIntInRange(0, 2)):
        made = f"{made}.{provider.PickValueInList(list(SALTS))}"
    row = gated.row(made)
    if row.outcome is not Outcome.LISTED:
        raise Contradiction(f"{text} is listed on {DAY} but {made!r} is {row.outcome}: {row.reason}")
