"""Every word of the vocabulary means what its examples and its definition say."""

import tomllib
from importlib.resources import files

import pytest
from complete_definition import VOCABULARY
from rdkit import Chem

from stofgroep.definition.model import Allowed, Term
from stofgroep.definition.readings import Readings, read_readings
from stofgroep.definition.table import Table
from stofgroep.definition.terms import Terms
from stofgroep.definition.vocabulary import OwnWords
from stofgroep.matching.graph import Graph
from stofgroep.matching.residue import exact_worlds, head_worlds

ROOT = files("stofgroep.data").joinpath("smarts")


def terms_of(path: str) -> dict[str, tuple[Term, Readings]]:
    """The terms that a file brings itself."""
    root = Table(tomllib.loads(ROOT.joinpath(path).read_text("utf-8")), path)
    if path == "vocabulary.toml":
        readings = Readings(())
        terms = Terms(VOCABULARY, readings)
        names = VOCABULARY.term_names()
    else:
        readings = read_readings(root)
        own = OwnWords(VOCABULARY, dict(root.tables("term")))
        terms = Terms(own, readings)
        names = tuple(own.own)
    return {name: (terms.term(name, root, name), readings) for name in names}


TERMS = {
    f"{path}: {name}": found
    for path in (
        "vocabulary.toml",
        *sorted(
            f"{law}/{folder.name}/{file.name}"
            for law in ("nl/lijst-ia", "npsg/anlage")
            for folder in ROOT.joinpath(law).iterdir()
            for file in folder.iterdir()
            if file.name.endswith(".toml")
        ),
    )
    for name, found in terms_of(path).items()
}
YES = [(name, smiles) for name, (term, _) in TERMS.items() for smiles in term.yes]
NO = [(name, smiles) for name, (term, _) in TERMS.items() for smiles in term.no]


def placed(smiles: str) -> tuple[Graph, int, int, int]:
    """The residue on a carbon that stands for the skeleton: graph, residue, attachment, order of its bond."""
    probe = Chem.RWMol(Chem.MolFromSmiles(smiles, sanitize=False))
    (skeleton,) = (a.GetIdx() for a in probe.GetAtoms() if not a.GetAtomicNum())
    probe.ReplaceAtom(skeleton, Chem.Atom(6))
    mol = probe.GetMol()
    Chem.SanitizeMol(mol)
    graph = Graph(mol)
    ((attachment, order),) = graph.neighbours[skeleton]
    return graph, graph.everything & ~(1 << skeleton), attachment, order


def fits(name: str, smiles: str, *, as_head: bool = False) -> bool:
    """Whether the engine takes a residue for a term, under the likely reading."""
    term, readings = TERMS[name]
    graph, residue, attachment, order = placed(smiles)
    if order != term.bond:
        return False
    everywhere = readings.worlds.all
    allowed = (Allowed(term, everywhere),)
    if as_head:
        return readings.worlds.likely_in(head_worlds(graph, residue, attachment, allowed, everywhere))
    return readings.worlds.likely_in(exact_worlds(graph, residue, attachment, allowed, (), everywhere))


@pytest.mark.parametrize(("name", "smiles"), YES)
def test_what_is_one(name: str, smiles: str) -> None:
    assert fits(name, smiles)


@pytest.mark.parametrize(("name", "smiles"), NO)
def test_what_is_none(name: str, smiles: str) -> None:
    assert not fits(name, smiles)


@pytest.mark.parametrize(("name", "smiles"), [pair for pair in NO if pair[0].endswith("-head")])
def test_what_is_no_head(name: str, smiles: str) -> None:
    assert not fits(name, smiles, as_head=True)


@pytest.mark.parametrize(
    ("name", "smiles"),
    [
        ("alkyl-head", "*CCO"),
        ("alkyl-head", "*C1CC1"),
        ("alkoxy-head", "*OCc1ccccc1"),
        ("amino-head", "*NC(C)=O"),
        ("acyl-head", "*C(=O)N"),
        ("phenyl-head", "*c1ccc(F)cc1"),
        ("carboxy-head", "*C(=O)OCC"),
        ("hydroxy-head", "*Oc1ccccc1"),
    ],
)
def test_a_head_may_bear_anything(name: str, smiles: str) -> None:
    assert fits(f"vocabulary.toml: {name}", smiles, as_head=True)


@pytest.mark.parametrize("name", TERMS)
def test_every_term_but_any_has_counterexamples(name: str) -> None:
    term, _ = TERMS[name]
    assert term.no or term.kind == "any"


@pytest.mark.parametrize(
    ("text", "smiles", "expected"),
    [
        ("alkyl<=6", "*CCCCCC", True),
        ("alkyl<=6", "*CCCCCCC", False),
        ("alkyl<=6", "*CC(C)(C)CCC", False),
        ("alkoxy<=4", "*OC(C)(C)C", True),
        ("alkoxy<=4", "*OCCCCC", False),
        ("trialkylsilyl<=12", "*[Si](CCCC)(CCCC)CCCC", True),
        ("trialkylsilyl<=12", "*[Si](CCCC)(CCCC)CCCCC", False),
        ("alkoxycarbonyl<=7", "*C(=O)OCCCCCC", True),
        ("alkoxycarbonyl<=7", "*C(=O)OCCCCCCC", False),
        ("cycloalkyl<=6", "*C1CCCCC1", True),
        ("cycloalkyl<=6", "*C1CCCCCC1", False),
    ],
)
def test_a_limit_counts_the_carbons_of_the_head(text: str, smiles: str, expected: bool) -> None:
    term = Terms(VOCABULARY, Readings(())).term(text, Table({}, "sample"), "allow")
    graph, residue, attachment, _ = placed(smiles)
    assert bool(exact_worlds(graph, residue, attachment, (Allowed(term, 1),), (), 1)) is expected


# ring system → what it is, drawn without the vocabulary; the last are like it and are not
RING_SYSTEMS = {
    "fenyl": (["c1ccccc1"], ["c1ccncc1", "C1CCCCC1"]),
    "naftyl": (["c1ccc2ccccc2c1"], ["c1ccc2ncccc2c1", "c1ccc2CCCCc2c1"]),
    "tetralinyl": (["C1CCc2ccccc2C1"], ["C1C=Cc2ccccc2C1", "C1COc2ccccc2C1", "C1CCC2CCCCC2C1"]),
    "methyleendioxyfenyl": (["C1Oc2ccccc2O1"], ["C1Oc2ccccc2C1", "O=C1Oc2ccccc2O1"]),
    "ethyleendioxyfenyl": (["C1COc2ccccc2O1"], ["C1=COc2ccccc2O1", "C1CCOc2ccccc2O1"]),
    "furyl": (["c1ccoc1"], ["C1CCOC1", "c1ccsc1"]),
    "pyrrolyl": (["c1cc[nH]c1", "Cn1cccc1"], ["C1CCNC1", "c1cn[nH]c1"]),
    "thienyl": (["c1ccsc1"], ["c1ccoc1", "c1cscn1"]),
    "pyridyl": (["c1ccncc1"], ["c1cnccn1", "c1ccccc1", "C1CCNCC1"]),
    "benzofuranyl": (["c1ccc2occc2c1"], ["c1ccc2[nH]ccc2c1", "c1ccc2cocc2c1", "C1Cc2ccccc2O1"]),
    "dihydrobenzofuranyl": (["C1Cc2ccccc2O1"], ["c1ccc2occc2c1", "C1OCc2ccccc12"]),
    "benzothiofenyl": (["c1ccc2sccc2c1"], ["c1ccc2occc2c1", "c1ccc2[nH]ccc2c1", "C1Cc2ccccc2S1"]),
    "indanyl": (["C1Cc2ccccc2C1"], ["C1C=Cc2ccccc12", "C1Cc2ccccc2O1"]),
    "indenyl": (["C1C=Cc2ccccc12"], ["C1Cc2ccccc2C1", "c1ccc2[nH]ccc2c1"]),
    "tetrahydrobenzodifuranyl": (
        ["c1c2CCOc2cc2CCOc12", "c1c2CCOc2cc2OCCc12"],
        ["c1c2ccoc2cc2ccoc12", "c1cc2CCOc2c2CCOc12"],
    ),
    "benzodifuranyl": (
        ["c1c2ccoc2cc2ccoc12", "c1c2ccoc2cc2occc12"],
        ["c1c2CCOc2cc2CCOc12", "c1cc2occc2c2occc12"],
    ),
    "tetrahydrobenzodipyranyl": (
        ["c1c2CCCOc2cc2CCCOc12", "c1c2CCCOc2cc2OCCCc12"],
        ["c1c2CCOc2cc2CCOc12", "c1c2CCCOc2cc2CCOc12"],
    ),
    "cyclopentyl": (["C1CCCC1"], ["C1CCCCC1", "C1C=CCC1", "C1CCOC1"]),
    "cyclohexyl": (["C1CCCCC1"], ["C1CCCC1", "C1C=CCCC1", "c1ccccc1", "C1CCOCC1"]),
}


def is_ring_system(name: str, smiles: str) -> bool:
    mol = Chem.MolFromSmiles(smiles)
    return any(mol.HasSubstructMatch(query) for query in VOCABULARY.ring_system(name, Table({}, "sample")))


def test_every_ring_system_is_tested() -> None:
    assert set(RING_SYSTEMS) == set(VOCABULARY.ring_system_names())


@pytest.mark.parametrize(("name", "smiles"), [(n, s) for n, (yes, _) in RING_SYSTEMS.items() for s in yes])
def test_ring_system(name: str, smiles: str) -> None:
    assert is_ring_system(name, smiles)


@pytest.mark.parametrize(("name", "smiles"), [(n, s) for n, (_, no) in RING_SYSTEMS.items() for s in no])
def test_other_ring_system(name: str, smiles: str) -> None:
    # carbonyl on the bridge of methylenedioxyphenyl and the like: a ring of the same atoms, but not saturated
    assert not is_ring_system(name, smiles)


@pytest.mark.parametrize("name", RING_SYSTEMS)
def test_a_ring_system_is_drawn_whole(name: str) -> None:
    """Each pattern has the atoms of one of the drawings: no bigger, no smaller."""
    drawn = {
        (mol.GetNumAtoms() - smiles.startswith("Cn"), mol.GetNumBonds() - smiles.startswith("Cn"))
        for smiles in RING_SYSTEMS[name][0]
        for mol in [Chem.MolFromSmiles(smiles)]
    }
    patterns = VOCABULARY.ring_system(name, Table({}, "sample"))
    assert {(query.GetNumAtoms(), query.GetNumBonds()) for query in patterns} == drawn
