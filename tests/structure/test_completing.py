"""completions(): one neutral form, whatever was drawn."""

from __future__ import annotations

import pytest
from canonical_form import canonical
from rdkit import Chem

from stofgroep.structure import (
    Component,
    Limits,
    Note,
    Parsed,
    Refusal,
    Role,
    Structure,
    completions,
    parse,
)


def structure(text: str) -> Structure:
    read = parse(text)
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Structure)
    return found


def components(text: str) -> tuple[Component, ...]:
    (completion,) = structure(text).completions
    assert completion.label == ""
    return completion.components


def smiles(text: str) -> list[str]:
    return [part.smiles for part in components(text)]


NEUTRAL = [
    # drawing variants
    ("CN(=O)=O", "C[N+](=O)[O-]"),
    ("C[N+2]([O-])[O-]", "C[N+](=O)[O-]"),
    ("C[N+](=O)O", "C[N+](=O)[O-]"),
    ("CO[N+](=O)[O-]", "CON(=O)=O"),
    ("N#N=O", "N#[N+][O-]"),
    ("[N-]=[N+]=O", "N#[N+][O-]"),
    ("CN=N#N", "CN=[N+]=[N-]"),
    ("C[N-][N+]#N", "CN=[N+]=[N-]"),
    ("C=N#N", "C=[N+]=[N-]"),
    ("[CH2-][N+]#N", "C=[N+]=[N-]"),
    ("CC#N=O", "CC#[N+][O-]"),
    ("C[S+](C)[O-]", "CS(C)=O"),
    ("C[S+2](C)([O-])[O-]", "CS(C)(=O)=O"),
    ("C[P+](C)(C)[O-]", "CP(C)(C)=O"),
    ("CN(C)(C)=O", "C[N+](C)(C)[O-]"),
    ("C[N](C)(C)->O", "C[N+](C)(C)[O-]"),
    ("O=n1ccccc1", "[O-][n+]1ccccc1"),
    ("O[n+]1ccccc1", "[O-][n+]1ccccc1"),
    ("C[N+](C)(C)O", "C[N+](C)(C)[O-]"),
    ("OCl(=O)(=O)=O", "O[Cl+3]([O-])([O-])[O-]"),
    # protonation
    ("C[NH3+]", "CN"),
    ("C[NH2+]C", "CNC"),
    ("c1cc[nH+]cc1", "c1ccncc1"),
    ("CC(N)=[NH2+]", "CC(N)=N"),
    ("C[OH2+]", "CO"),
    ("CC(=O)[O-]", "CC(=O)O"),
    ("[O-]c1ccccc1", "Oc1ccccc1"),
    ("CS(=O)(=O)[O-]", "CS(=O)(=O)O"),
    ("CP(=O)([O-])[O-]", "CP(=O)(O)O"),
    ("C[S-]", "CS"),
    ("[C-]#N", "C#N"),
    ("C1(=O)C=CC(=O)[N-]1", "O=C1C=CC(=O)N1"),
    ("c1cc[n-]c1", "c1cc[nH]c1"),
    ("[O-][N+](=O)[O-]", "O[N+](=O)[O-]"),
    ("[N-]=[N+]=[N-]", "N=[N+]=[N-]"),
    ("C=[N+]([O-])[O-]", "C=[N+](O)[O-]"),
    ("C[NH2+]O", "CNO"),
    # zwitterions
    ("[NH3+]CC(=O)[O-]", "NCC(=O)O"),
    ("C[NH+](C)CCOP(=O)([O-])O", "CN(C)CCOP(=O)(O)O"),
    ("[O-]C(=O)c1ccc[nH+]c1", "OC(=O)c1cccnc1"),
    # what stays charged
    ("C[N+](C)(C)CC(=O)[O-]", "C[N+](C)(C)CC(=O)O"),
    ("C[N+](C)(C)CC(=O)O", "C[N+](C)(C)CC(=O)O"),
    ("C[n+]1cccc(C(=O)[O-])c1", "C[n+]1cccc(C(=O)O)c1"),
    ("C[N+](C)(C)C", "C[N+](C)(C)C"),
    ("[C-]#[N+]C", "[C-]#[N+]C"),
    ("[C-]#[O+]", "[C-]#[O+]"),
    ("[BH4-]", "[BH4-]"),
    ("OB(O)c1ccccc1", "OB(O)c1ccccc1"),
    ("[O-]B(O)c1ccccc1", "OB(O)c1ccccc1"),
    ("[O-][n+]1onc(C)c1C", "[O-][n+]1onc(C)c1C"),
    # mesocarb, a mesoionic sydnonimine, in both mesomers
    ("CC(Cc1ccccc1)[n+]1cc([N-]C(=O)Nc2ccccc2)on1", "CC(Cc1ccccc1)[n+]1cc([N-]C(=O)Nc2ccccc2)on1"),
    (
        "CC(CC1=CC=CC=C1)[N+]2=NOC(=C2)N=C(NC3=CC=CC=C3)[O-]",
        "CC(Cc1ccccc1)[n+]1cc([N-]C(=O)Nc2ccccc2)on1",
    ),
    # isotopes and hydrogens
    ("[13CH3]O", "CO"),
    ("C([2H])([2H])([2H])NC", "CNC"),
    ("[2H]O[2H]", "O"),
    ("[2H]c1ccccc1", "c1ccccc1"),
    ("[3H][C@H](C)O", "CCO"),
    ("C[C@H](O)[13CH3]", "CC(C)O"),
    ("[H]N([H])C", "CN"),
    ("[H]Cl", "Cl"),
    ("[H][H]", "[H][H]"),
    ("[2H][2H]", "[H][H]"),
    ("[CH3:1][OH:2]", "CO"),
    # stereo
    ("C[C@H](N)C(=O)O", "C[C@H](N)C(O)=O"),
    ("[H][C@](C)(N)C(=O)O", "C[C@@H](N)C(O)=O"),
    ("C[C@H](C)O", "CC(C)O"),
    ("[H]/C(C)=C(/C)[H]", "C/C=C\\C"),
    ("[H]/C(C)=C(\\C)[H]", "C/C=C/C"),
    ("[H]/N=C(/C)N", "CC(=N)N"),
    ("C[S@](=O)CC", "C[S@](=O)CC"),
    ("C[S@+]([O-])CC", "C[S@](=O)CC"),
    ("C[C@@H]1C[C@H]1C", "C[C@@H]1C[C@H]1C"),
]


@pytest.mark.parametrize(("text", "expected"), NEUTRAL)
def test_neutral_form(text: str, expected: str) -> None:
    assert smiles(text) == [canonical(expected)]


@pytest.mark.parametrize(("text", "expected"), NEUTRAL)
def test_neutral_form_is_its_own_neutral_form(text: str, expected: str) -> None:
    (once,) = smiles(text)
    assert smiles(once) == [once]


@pytest.mark.parametrize(
    ("text", "substances", "others"),
    [
        # sodium 4-hydroxybutanoate is GHB, drawn as ions or covalently
        ("[Na+].[O-]C(=O)CCCO", {"O=C(O)CCCO"}, {"[Na+]"}),
        ("[Na]OC(=O)CCCO", {"O=C(O)CCCO"}, {"[Na+]"}),
        ("O=C(CCCO)O[Mg]OC(=O)CCCO", {"O=C(O)CCCO"}, {"[Mg+2]"}),
        ("[Ca+2].[O-]C(=O)CCCO.[O-]C(=O)CCCO", {"O=C(O)CCCO"}, {"[Ca+2]"}),
        ("[Na]c1ccccc1", {"[Na]c1ccccc1"}, set()),
        ("CC[NH3+].[Cl-]", {"CCN"}, {"Cl"}),
        ("CCN.Cl", {"CCN"}, {"Cl"}),
        ("CCN.[H]Br.O", {"CCN"}, {"Br", "O"}),
        ("CCN.CCN.OS(O)(=O)=O", {"CCN"}, {"O=S(=O)(O)O"}),
        ("CC[NH3+].CC[NH3+].[O-]S([O-])(=O)=O", {"CCN"}, {"O=S(=O)(O)O"}),
        ("CCN.OC(=O)/C=C/C(O)=O", {"CCN"}, {"O=C(O)/C=C/C(=O)O"}),
        ("CCN.OC(=O)[C@H](O)[C@@H](O)C(O)=O", {"CCN"}, {"O=C(O)[C@H](O)[C@@H](O)C(=O)O"}),
        ("CCN.CS(O)(=O)=O", {"CCN"}, {"CS(=O)(=O)O"}),
        ("CCN.[O-]C(=O)C(F)(F)F", {"CCN"}, {"O=C(O)C(F)(F)F"}),
        ("CCN.CCO", {"CCN"}, {"CCO"}),
        ("C[N+](C)(C)CCC.[I-]", {"CCC[N+](C)(C)C"}, {"I"}),
        ("OCCCC(=O)[O-].[NH4+]", {"O=C(O)CCCO"}, {"N"}),
        ("CCN.CCCN", {"CCN", "CCCN"}, set()),
        # alone, or only among themselves, they are the substance
        ("CCO", {"CCO"}, set()),
        ("CC(O)=O", {"CC(=O)O"}, set()),
        ("[Na+].CC([O-])=O", {"CC(=O)O"}, {"[Na+]"}),
        ("[Na+].[Cl-]", {"Cl"}, {"[Na+]"}),
        ("[H+].[Cl-]", {"Cl"}, {"[H+]"}),
        ("CCO.O", {"CCO", "O"}, set()),
        ("[Fe].[Cu]", {"[Fe]", "[Cu]"}, set()),
    ],
)
def test_roles(text: str, substances: set[str], others: set[str]) -> None:
    found = components(text)
    assert {part.smiles for part in found if part.role is Role.SUBSTANCE} == {
        canonical(each) for each in substances
    }
    assert {part.smiles for part in found if part.role is not Role.SUBSTANCE} == {
        canonical(each) for each in others
    }
    assert len(found) == len(substances) + len(others)


def test_solvents_are_told_from_counter_ions() -> None:
    assert [part.role for part in components("CCN.O.Cl")] == [Role.SUBSTANCE, Role.SOLVENT, Role.COUNTER_ION]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("CCO", []),
        ("c1cc[nH]c1", []),
        ("C[N+](=O)[O-]", []),
        ("[13CH4]", [Note("isotopes-removed")]),
        ("C[NH3+]", [Note("neutralised")]),
        ("C[N+](C)(C)C", [Note("charge-kept")]),
        ("CC1(C)CCCC(C)(C)N1[O]", [Note("radical")]),
        ("CN.Cl", [Note("counter-ion", {"smiles": "Cl"})]),
        ("CN.O", [Note("solvent", {"smiles": "O"})]),
        ("CN.CCN", [Note("mixture", {"count": "2"})]),
        (
            "C[NH2+][2H].[Na+].[Br-]",
            [
                Note("isotopes-removed"),
                Note("neutralised"),
                Note("counter-ion", {"smiles": "[Na+]"}),
                Note("counter-ion", {"smiles": "Br"}),
            ],
        ),
    ],
)
def test_notes(text: str, notes: list[Note]) -> None:
    assert list(structure(text).notes) == notes


def test_component_is_sanitised_and_bare() -> None:
    (part,) = components("[CH3:7][13C]([2H])([H])[NH2+]c1ccccc1")
    mol = part.mol
    assert part.smiles == "CCNc1ccccc1"
    assert not any(atom.GetIsotope() or atom.GetAtomMapNum() for atom in mol.GetAtoms())
    assert all(atom.GetAtomicNum() > 1 for atom in mol.GetAtoms())
    assert mol.GetNumConformers() == 0
    assert sum(atom.GetIsAromatic() for atom in mol.GetAtoms()) == 6
    assert Chem.MolToSmiles(mol) == Chem.MolToSmiles(Chem.MolFromSmiles("CCNc1ccccc1"))


def test_parsed_is_not_changed() -> None:
    read = parse("[Na]OC(=O)C[NH3+]")
    assert isinstance(read, Parsed)
    before = Chem.MolToSmiles(read.mol)
    first, second = completions(read), completions(read)
    assert first == second
    assert Chem.MolToSmiles(read.mol) == before


def test_components_compare_by_smiles_and_role() -> None:
    (one,), (two,) = components("OCC"), components("CCO")
    assert one == two
    assert hash(one) == hash(two)
    assert one != Component(two.mol, Role.SOLVENT)
    assert one != "CCO"


def test_limits_reach_the_completions() -> None:
    read = parse("C*.c1ccccc1 |m:1:2.3|")
    assert isinstance(read, Parsed)
    assert isinstance(completions(read, Limits(completions=1)), Refusal)


@pytest.mark.parametrize(
    ("drawn", "amide"),
    [
        ("CC(O)=N", "CC(N)=O"),
        ("[H]OC(=NC)C", "CNC(C)=O"),
        ("NC(O)=N", "NC(N)=O"),
        ("CCOC(C)=N", "CCOC(C)=N"),  # an imidate has no hydrogen to move
        ("Oc1ccccn1", "Oc1ccccn1"),  # a hydroxypyridine is a form of its own
    ],
)
def test_an_open_chain_imidic_acid_is_the_amide(drawn: str, amide: str) -> None:
    read = parse(drawn)
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Structure)
    assert [c.smiles for c in found.completions[0].components] == [Chem.CanonSmiles(amide)]
    assert any(n.key == "imidic-acid" for n in found.notes) == (
        Chem.CanonSmiles(drawn) != Chem.CanonSmiles(amide)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("N=C(N)NCCc1ccccc1", "NC(N)=NCCc1ccccc1"),
        ("CC(=N)NCCc1ccccc1", "CC(N)=NCCc1ccccc1"),
        ("N=C(N)NC(=N)NCCc1ccccc1", "NC(N)=NC(N)=NCCc1ccccc1"),
    ],
)
def test_an_amidine_is_one_substance_however_drawn(one: str, other: str) -> None:
    found = [completions(read) for read in (parse(one), parse(other)) if isinstance(read, Parsed)]
    first, second = (f.completions[0].components for f in found if isinstance(f, Structure))
    assert first == second


def test_a_polyanion_with_protons_is_neutral() -> None:
    read = parse("[H+].[H+].[H+].[O-]C(=O)CC(O)(CC([O-])=O)C([O-])=O")
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Structure)
    assert "O=C(O)CC(O)(CC(=O)O)C(=O)O" in [c.smiles for c in found.completions[0].components]


@pytest.mark.parametrize(
    "smiles",
    [
        "C[C@H](N)Cc1ccccc1",
        "C[C@@](C)(N)C/C=C/C",  # marks that mean nothing
        "C[C@H]([NH3+])Cc1ccccc1",
        "C[C@H](N)Cc1ccccc1.Cl",
        "OC(=N)CC",
    ],
)
def test_a_structure_that_is_used_up_without_looking_at_stereo_is_the_same(smiles: str) -> None:
    read = parse(smiles)
    assert isinstance(read, Parsed)
    whole = completions(read)
    quick = completions(read, use_up=True, stereo=False)
    assert isinstance(whole, Structure)
    assert isinstance(quick, Structure)
    assert quick.notes == whole.notes
    flat = [
        [Chem.MolToSmiles(c.mol, isomericSmiles=False) for c in found.completions[0].components]
        for found in (whole, quick)
    ]
    assert flat[0] == flat[1]


def test_an_amidine_of_which_a_salt_has_two_keeps_its_hydrogens() -> None:
    assert smiles("CN=C(N)N.CN=C(N)N.OS(=O)(=O)O") == ["CNC(=N)N", "O=S(=O)(O)O"]
