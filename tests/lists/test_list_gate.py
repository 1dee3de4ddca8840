"""The gate never rejects a member, however it is drawn; and it rejects most of everything else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest
from lists_material import components, parsed
from rdkit import Chem

from stofgroep.law import Law
from stofgroep.law.list_gate import owner
from stofgroep.law.lists import Lists
from stofgroep.matching.derivation import slots_of
from stofgroep.matching.graph import Graph
from stofgroep.matching.sites import fits
from stofgroep.verdict.finding import Finder

ACYLS = ("C(=O)C", "C(=O)c1ccccc1", "C(=O)CCCCCCCCCCCCCCC")
ALKYLS = ("C", "Cc1ccccc1", "CC(C)CN1CCOCC1")
TODAY = dt.date(2026, 3, 1)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(Law.at(dt.date(2026, 8, 1)))


def joined(parent: Chem.Mol, slots: tuple[int, ...], residue: str) -> Chem.Mol:
    """The parent with the residue (attached by its first atom) on each of the slots."""
    product = Chem.RWMol(parent)
    for slot in slots:
        piece = Chem.MolFromSmiles(residue)
        start = product.GetNumAtoms()
        product.InsertMol(piece)
        product.AddBond(slot, start, Chem.BondType.SINGLE)
        product.GetAtomWithIdx(slot).SetNumExplicitHs(0)
        first = product.GetAtomWithIdx(start)
        first.SetNumExplicitHs(0)
        first.SetNoImplicit(False)
    Chem.SanitizeMol(product)
    return product.GetMol()


def is_acid(parent: Chem.Mol, slot: int) -> bool:
    (carbon,) = parent.GetAtomWithIdx(slot).GetNeighbors()
    return carbon.GetAtomicNum() == 15 or any(
        b.GetBondType() == Chem.BondType.DOUBLE and b.GetOtherAtom(carbon).GetAtomicNum() == 8
        for b in carbon.GetBonds()
    )


def derivatives(parent: Chem.Mol) -> Iterator[Chem.Mol]:
    """Esters and ethers: each slot alone, and all of them together."""
    slots = slots_of(parent)
    for slot in slots:
        for residue in ALKYLS if is_acid(parent, slot) else (*ACYLS, *ALKYLS):
            yield joined(parent, (slot,), residue)
    if len(slots) > 1:
        yield joined(parent, slots, "C")


def drawings(mol: Chem.Mol) -> Iterator[str]:
    """One molecule drawn in ways that a gate on unsanitised graphs has to stand."""
    yield Chem.MolToSmiles(mol)
    kekule = Chem.Mol(mol)
    Chem.Kekulize(kekule, clearAromaticFlags=True)
    yield Chem.MolToSmiles(kekule, kekuleSmiles=True)
    yield Chem.MolToSmiles(Chem.AddHs(mol))
    yield "Cl." + Chem.MolToSmiles(mol)
    yield Chem.MolToSmiles(mol).replace("[N+](=O)[O-]", "N(=O)=O")
    charged = protonated(mol)
    yield Chem.MolToSmiles(charged)
    yield Chem.MolToSmiles(charged) + ".[Cl-]"


def protonated(mol: Chem.Mol) -> Chem.Mol:
    """The cation of an amine, or the anion of an acid; the molecule itself if it is neither."""
    charged = Chem.RWMol(mol)
    amine = mol.GetSubstructMatch(Chem.MolFromSmarts("[NX3;+0;!$(N-[!#6;!#1]);!$(N-C=[O,N,S]);!$(N-c)]"))
    acid = mol.GetSubstructMatch(Chem.MolFromSmarts("[OX2H;$(OC=O)]"))
    for match, charge in ((amine, 1), (acid, -1)):
        if match:
            atom = charged.GetAtomWithIdx(match[0])
            atom.SetFormalCharge(charge)
            atom.SetNumExplicitHs(atom.GetTotalNumHs() + charge)
            atom.SetNoImplicit(True)
            break
    Chem.SanitizeMol(charged)
    return charged.GetMol()


def parents(lists: Lists) -> list[tuple[str, Chem.Mol]]:
    found = []
    for mol, rows in lists.parents.drawings.values():
        found.append((rows[0].record.key, mol))
    return found


def test_there_are_parents_of_every_kind(lists: Lists) -> None:
    keys = {key for key, _ in parents(lists)}
    assert {"morfine", "psilocine", "ghb", "ecgonine", "tetrahydrocannabinol", "n-hydroxymda"} <= keys
    assert len(keys) > 40


def test_esters_and_ethers_of_every_parent_are_found_and_pass(lists: Lists, finder: Finder) -> None:
    on = lists.at(dt.date(2026, 8, 1))
    for key, parent in parents(lists):
        for product in derivatives(parent):
            smiles = Chem.MolToSmiles(product)
            hits = [h for one in components(smiles) for h in on.find(one)]
            assert any(h.list == "I" for h in hits), (key, smiles)
            for text in drawings(product):
                assert on.gate(parsed(text).mol), (key, text)
                assert finder.possible(parsed(text).mol).lists, (key, text)


def test_the_exact_test_agrees_with_the_hints(lists: Lists) -> None:
    """Every parent and drawn skeleton that matches exactly must be among those the hints leave possible."""
    patterns = [(owner(c.id, p.name), p) for c in lists.closings.clauses for p in c.patterns]
    products = [product for _, parent in parents(lists) for product in derivatives(parent)]
    rows = [Chem.MolFromSmiles(s) for e in lists.entries for s in e.structures]
    for mol in (*products, *rows):
        possible = lists.gate.possible(mol)
        graph = Graph(mol)
        elements = Counter(graph.number)
        for form, (skeleton, _) in lists.parents.skeletons.items():
            if any(True for _ in skeleton.derivations(graph, elements)):
                assert form in possible, (form, Chem.MolToSmiles(mol))
        for name, pattern in patterns:
            if any(True for _ in fits(graph, pattern)):
                assert name in possible, (name, Chem.MolToSmiles(mol))


def test_every_row_and_precursor_passes_in_every_drawing(lists: Lists, finder: Finder) -> None:
    on = lists.at(TODAY)
    for record in (*lists.entries, *lists.precursors):
        for smiles in record.structures:
            for text in drawings(Chem.MolFromSmiles(smiles)):
                assert on.gate(parsed(text).mol), (record.key, text)
                assert finder.possible(parsed(text).mol).lists, (record.key, text)


@pytest.mark.parametrize(
    "smiles",
    [
        "C[NH2+]C(C)Cc1ccc2OCOc2c1",  # cation without its counter-ion
        "OCCCC(=O)[O-]",
        "[K]OC(=O)CCCO",
        "[Na+].[Na+].[O-]P(=O)([O-])Oc1cccc2[nH]cc(CCN(C)C)c12",
        "[2H]C([2H])([2H])NC(C)Cc1ccc2OCOc2c1",
        "C1=CC=CC=C1CC(N)C.C1=CC=CC=C1CC(N)C.OS(O)(=O)=O",
        "CCN(CC)C(=O)C1C=C2C3=CC=CC4=C3C(=CN4C(C)=O)CC2N(C)C1",  # ALD-52, Kekulé
        "CCN(CC)C(=O)C1C=C2c3cccc4[nH]cc(c34)CC2[NH+](C)C1",
        "C[N+]1(C)CCC23C4C1CC5=C2C(=C(O)C=C5)OC3C(OC(C)=O)C=C4",  # quaternary ester
        "CN1(=O)CCC23C4C1CC5=C2C(=C(OC)C=C5)OC3C(O)C=C4",  # N-oxide with five bonds
        "COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1[NH+]2C",
        "CCCCCC1=CC(O)=C2C(=C1)OC(C)(C)C1CC=C(C)CC21",
    ],
)
def test_members_pass_in_odd_drawings(lists: Lists, smiles: str) -> None:
    on = lists.at(TODAY)
    hits = [h for one in components(smiles) for h in on.find(one)]
    assert hits
    assert on.gate(parsed(smiles).mol)


@pytest.mark.parametrize(
    "smiles",
    [
        "CC(=O)Oc1ccccc1C(=O)O",
        "CC(C)Cc1ccc(cc1)C(C)C(=O)O",
        "CN1C=NC2=C1C(=O)N(C)C(=O)N2C",
        "CCN(CC)CC(=O)Nc1c(C)cccc1C",
        "OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O",
        "CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2O",
        "O=C(O)c1ccccc1Nc1cccc(C(F)(F)F)c1",
        "Cc1ccc(cc1)S(=O)(=O)NC(=O)NN1CC2CCCC2C1",
        "CCOC(=O)c1ccc(N)cc1",
        # the formula of MDMA, C11H15NO2, on another skeleton, also as its cation
        "CCCNC(=O)c1ccccc1OC",
        "CCN(CC)C(=O)c1ccccc1O",
        "CCOC(=O)c1ccc([NH+](C)C)cc1",
        # the acid end of GHB without the hydroxy group three carbons away, esterified
        "CCOC(=O)CCCNC(=O)c1ccncc1F",
        "COc1ccc(cc1)C(=O)NCc1ccccn1",
    ],
)
def test_ordinary_molecules_are_rejected(lists: Lists, smiles: str) -> None:
    assert not lists.at(TODAY).gate(parsed(smiles).mol)
