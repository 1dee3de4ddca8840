"""Facts, sketches and gates are necessary: what a definition matches never lacks them."""

from __future__ import annotations

import datetime as dt

import pytest
from laboratory import MEMBERS, POOL, RINGED, drawn, generated, molecule, mutated, sample
from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.definition.pattern import facts, ring_atoms, ring_composition
from stofgroep.law import Law
from stofgroep.matching.gate import Gate, Gates
from stofgroep.matching.graph import Graph, occurs
from stofgroep.matching.group import Matcher
from stofgroep.matching.sketch import Sketch, broadest, condition, drawings, either, merged, within
from stofgroep.verdict import Decider

GROUPS = (sample(), *Law.at(dt.date(2026, 11, 23), lists=False).groups)
MUTANTS = mutated(150, seed=3)
MOLECULES = [*map(molecule, POOL), *generated(120, seed=11)]

EXTRA = (
    "[C;X4,$([CX3]=[OX1]):2]-[CX4:1]-[#7:3]",
    "[!#7;!#8]",
    "[#6,#8,#16;!R]",
    "[c,n]1[c,n][c,n][c,n][c,n]1",
    "[C;$(C=O),$(C#N)]",
    "[NX3;!$(N-C=O);$(N-c)]-[CX4]",
    "[$([#6X3]~[#7X2])]~[#7]",
    "*=*",
    "[F,Cl,Br,I]-[C;X4,X3]",
)
QUERIES = [
    *(variant.query for group in GROUPS for b in group.builds for p in b.parts for variant in p.variants),
    *map(Chem.MolFromSmarts, EXTRA),
]


@pytest.fixture(scope="module", params=range(len(QUERIES)), ids=lambda i: Chem.MolToSmarts(QUERIES[i])[:40])
def query(request: pytest.FixtureRequest) -> Chem.Mol:
    found: Chem.Mol = QUERIES[request.param]
    Chem.FastFindRings(found)
    return found


def test_facts_hold_for_every_match(query: Chem.Mol) -> None:
    known = [facts(atom) for atom in query.GetAtoms()]
    rings = ring_atoms(query)
    needs = ring_composition(query)
    for mol in MOLECULES:
        for match in mol.GetSubstructMatches(query, uniquify=False, maxMatches=500):
            atoms = [mol.GetAtomWithIdx(i) for i in match]
            for index, (fact, atom) in enumerate(zip(known, atoms, strict=True)):
                assert fact.numbers is None or atom.GetAtomicNum() in fact.numbers
                assert fact.connections is None or atom.GetTotalDegree() in fact.connections
                assert fact.aromatic is None or atom.GetIsAromatic() is fact.aromatic
                assert index not in rings or atom.IsInRing()
            assert Graph(mol).has_ring_atoms(needs)


def test_sketches_lie_in_every_drawing_of_what_a_pattern_matches(query: Chem.Mol) -> None:
    sketches = [drawing.with_ends(drawing.sketch).query() for drawing in drawings(query)]
    common = [sketch.query() for sketch in merged(d.sketch for d in drawings(query))]
    for mol in MOLECULES:
        if mol.HasSubstructMatch(query):
            for written in drawn(mol):
                assert any(occurs(written, sketch) for sketch in sketches), Chem.MolToSmiles(written)
                assert any(occurs(written, sketch) for sketch in common)


def test_no_aromatic_carbon_has_four_neighbours() -> None:
    for mol in MOLECULES:
        for atom in mol.GetAtoms():
            if atom.GetIsAromatic() and atom.GetAtomicNum() == 6:
                assert atom.GetTotalDegree() < 4


@pytest.mark.parametrize(
    ("smarts", "alternatives"),
    [
        ("[CX4]", {"#6&!+0", "#6&X4"}),
        ("c", {"#6&!X4"}),
        ("[#7X3]", {"#7"}),
        ("[C,N]", {"#6", "#7"}),
        ("[!#6]", {"*"}),
        ("*", {"*"}),
    ],
)
def test_conditions(smarts: str, alternatives: set[str]) -> None:
    assert condition(facts(Chem.MolFromSmarts(smarts).GetAtomWithIdx(0))) == alternatives


def test_conditions_as_sets() -> None:
    saturated, any_carbon = frozenset({"#6&X4"}), frozenset({"#6"})
    assert either((saturated, any_carbon)) == any_carbon
    assert either((saturated, frozenset({"*"}))) == {"*"}
    assert within(saturated, any_carbon)
    assert not within(any_carbon, saturated)
    assert within(any_carbon, frozenset({"*"}))


def test_recursive_alternatives_are_told_apart() -> None:
    found = drawings(Chem.MolFromSmarts("[C;X4,$([CX3]=[OX1]):2]-[CX4:1]-[#7:3]"))
    assert [drawing.sketch.atoms[0] for drawing in found] == [{"#6&!+0", "#6&X4"}, {"#6&!+0", "#6&X3"}]
    assert [drawing.ends for drawing in found] == [(), ((0, frozenset({"#8"})),)]


def test_a_terminal_atom_that_may_be_one_of_the_pattern_is_not_asked_for() -> None:
    # the recursive oxygen may be the one that is drawn
    (found,) = drawings(Chem.MolFromSmarts("[$([CX3]=[OX1])]~[#8]"))
    assert found.ends == ()


def test_cover() -> None:
    carbon, nitrogen, anything = frozenset({"#6"}), frozenset({"#7"}), frozenset({"*"})
    chain = Sketch((carbon, carbon), ((0, 1),))
    amine = Sketch((nitrogen, carbon, carbon), ((0, 1), (1, 2)))
    pair = Sketch((anything, anything), ((0, 1),))
    ring_bond = Sketch((carbon, carbon), ((0, 1),), frozenset({(0, 1)}))
    assert chain.covers(amine)
    assert not amine.covers(chain)
    assert pair.covers(chain)
    assert chain.covers(ring_bond)
    assert not ring_bond.covers(chain)
    assert broadest([amine, chain, pair]) == (pair,)
    assert merged([chain, Sketch((carbon, nitrogen), ((0, 1),))]) == (
        Sketch((carbon, carbon | nitrogen), ((0, 1),)),
    )


def test_fast_rings_are_as_many_as_the_rings_of_a_drawing() -> None:
    for mol in MOLECULES:
        for written in drawn(mol):
            pieces = len(Chem.GetMolFrags(written))
            independent = written.GetNumBonds() - written.GetNumAtoms() + pieces
            assert written.GetRingInfo().NumRings() >= independent


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: g.short)
def test_every_member_passes_the_gate(group) -> None:  # type: ignore[no-untyped-def]
    matcher = Matcher(group, gated=False)
    together = Gates(tuple(Gate(g) for g in GROUPS))
    index = GROUPS.index(group)
    members = 0
    for mol in (*MOLECULES, *map(molecule, MEMBERS), *MUTANTS):
        if matcher.membership(mol).worlds:
            members += 1
            for written in drawn(mol):
                assert matcher.gate.may_match(written), Chem.MolToSmiles(written)
                assert index in together.passing(written)
    assert members


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: g.short)
def test_whatever_is_turned_away_is_excluded_or_lacks_what_must_be_there(group) -> None:  # type: ignore[no-untyped-def]
    """Of what has the skeleton the gate rejects only what fits in no world, in whatever drawing."""
    matcher = Matcher(group, gated=False)
    for mol in (*map(molecule, RINGED), *MUTANTS[:80]):
        explanation = matcher.explain(mol)
        if explanation.skeleton and not all(matcher.gate.may_match(written) for written in drawn(mol)):
            assert explanation.membership.worlds == 0, Chem.MolToSmiles(mol)
            assert explanation.failing, Chem.MolToSmiles(mol)


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: g.short)
def test_membership_is_the_same_without_the_gate(group) -> None:  # type: ignore[no-untyped-def]
    gated, ungated = Matcher(group), Matcher(group, gated=False)
    for mol in (*MOLECULES, *generated(250, seed=23), *MUTANTS, *map(molecule, RINGED)):
        assert gated.membership(mol) == ungated.membership(mol), Chem.MolToSmiles(mol)


@pytest.mark.parametrize(
    ("smiles", "group"),
    [
        ("CCCCCC", "fenethylaminen"),
        ("NCc1ccccc1", "fenethylaminen"),
        # a ring with nitrogen is none of the listed saturated ones
        ("NCCC1CCNCC1", "fenethylaminen"),
        ("NCCc1cncnc1", "sample"),
        ("CN1CCCCC1", "aminopiperidinen"),
        ("c1ccc2[nH]ccc2c1", "cannabinoiden"),
        ("CCCCCn1ccc2ccccc12", "cannabinoiden"),
        ("CN(C)CCn1c(C)nc2ccccc12", "nitazenen"),
        # nitrogen in a ring annelated to A, whatever A is: an isoquinoline, a carboline, an indoline
        ("C1NCCc2ccccc12", "fenethylaminen"),
        ("COc1cc2c(cc1OC)C(c1ccccc1F)N(C)CC2", "fenethylaminen"),
        ("C1NCCc2c1[nH]c1ccccc21", "fenethylaminen"),
        ("CN1CCc2ccccc12", "fenethylaminen"),
        ("C1CNCCc2ccccc12", "fenethylaminen"),
        # no residue where hydrogen is not allowed, or one that begins otherwise
        ("CCC(=O)N(c1ccccc1)C1CCNCC1", "aminopiperidinen"),
        ("N(c1ccccc1)C1CCN(CCc2ccccc2)CC1", "aminopiperidinen"),
        ("CCN(C)C1CCN(CCc2ccccc2)CC1", "aminopiperidinen"),
        ("CC(C)(C)C(NC(=O)c1n[nH]c2ccccc12)C(N)=O", "cannabinoiden"),
        # a core with carbon beside it that is bound to carbon alone
        ("CCCCCn1cc(Cc2ccccc2)c2ccccc12", "cannabinoiden"),
    ],
)
def test_what_the_gate_turns_away(smiles: str, group: str) -> None:
    (asked,) = (g for g in GROUPS if g.short == group)
    gate = Gate(asked)
    for written in drawn(molecule(smiles)):
        assert not gate.may_match(written)


@pytest.mark.parametrize(
    "smiles",
    [
        # no ring, a ring without nitrogen, a ring with nitrogen beside the annelated one or sharing an atom
        "CNCCc1ccccc1",
        "NC1Cc2ccccc2C1",
        "C1CCC2C(N1)Cc1ccccc12",
        "C1NCC2c3ccccc3CC12",
        "C1CNCC2(C1)CCc1ccccc12",
        # another place for the skeleton that no ring closes
        "C1NC(Cc2ccccc2)Cc2ccccc12",
        "C1N(CCc2ccccc2)CCc2ccccc12",
        # a bridge: what closes the ring is bound to the chain as well
        "C12CNC(Cc3ccccc13)C2",
    ],
)
def test_an_exclusion_is_not_seen_where_it_does_not_hold(smiles: str) -> None:
    (asked,) = (g for g in GROUPS if g.short == "fenethylaminen")
    ungated = Matcher(asked, gated=False)
    mol = molecule(smiles)
    assert ungated.membership(mol).worlds
    for written in drawn(mol):
        assert ungated.gate.may_match(written), Chem.MolToSmiles(written)


def test_bonds_to_metals_close_no_ring() -> None:
    # cut when it is read, the bond to zinc leaves a phenethylamine with two hydroxy groups
    decided = Decider(Law.at(dt.date(2026, 11, 24), lists=False))
    ungated = Decider(Law.at(dt.date(2026, 11, 24), lists=False), gated=False)
    for smiles in ("C1(C)Cc2ccccc2O[Zn]ON1", "C1Cc2ccccc2[Zn]N1", "[Zn]1NC(C)Cc2ccccc2O1"):
        assert decided.row(smiles) == ungated.row(smiles)


def test_composition_reads_formulas() -> None:
    gates = Gates(tuple(Gate(group) for group in GROUPS))
    # chlorine, sodium and nickel are neither carbon nor nitrogen
    for smiles in ("ClC1CCCCC1", "[Na]OC1CCCCC1", "[Ni].C1CCCCC1"):
        mol = Chem.MolFromSmiles(smiles)
        assert "N" not in rdMolDescriptors.CalcMolFormula(mol).replace("Na", "").replace("Ni", "")
        assert gates.passing(mol) == ()
