"""What a definition says arrives in the model as it stands in the file."""

import datetime as dt
from importlib.resources import files

import pytest
from complete_definition import COMPLETE, VOCABULARY, changed, load

from stofgroep.definition.loader import Vocabulary, load_group
from stofgroep.definition.model import Group

SHORT, LONG = 0b01, 0b10
BOTH = SHORT | LONG


@pytest.fixture(scope="module")
def group() -> Group:
    return load()


def test_group_itself(group: Group) -> None:
    assert (group.id, group.short, group.list, group.number) == ("xx.list.sample", "sample", "S", 1)
    assert group.in_force_earliest == dt.date(2025, 6, 1)
    assert group.in_force_from == dt.date(2025, 7, 1)
    assert group.in_force_until == dt.date(2026, 1, 1)
    assert group.worlds.all == BOTH
    assert group.file == "sample.toml"
    assert group.sources == {"sample.toml": group.sha256}


def test_earliest_is_the_first_day_unless_said() -> None:
    group = load(changed("earliest = 2025-06-01, from = 2025-07-01, until = 2026-01-01", "from = 2025-07-01"))
    assert group.in_force_earliest == group.in_force_from == dt.date(2025, 7, 1)
    assert group.in_force_until is None


def test_citation_and_basis_are_inherited(group: Group) -> None:
    ring, chain = group.builds[0].parts
    assert (ring.text.citation, ring.text.basis) == ("Sample, 1.1", "parallel")
    assert (chain.text.citation, chain.text.basis) == ("Sample, 1", "text")


def test_clauses_have_unique_ids_in_the_order_of_the_file(group: Group) -> None:
    assert [c.id for c in group.clauses()] == [
        "build.main.part.ring",
        "build.main.part.chain",
        "build.main.aromatic.amine",
        "build.main.rule.ring",
        "build.main.rule.amine",
        "build.main.rule.carbon",
        "build.main.together.carbon",
        "build.main.closure.ring",
        "build.main.limit.mass",
        "build.main.exclude.amine",
        "exclude.named",
        "exclude.subsidiary",
        "exclude.displaced",
    ]


def test_sites_are_atoms_of_the_pattern(group: Group) -> None:
    ring, chain = group.builds[0].parts
    phenyl, pyridine = ring.variants
    assert phenyl.sites == {"any": (0, 1, 2, 3, 4, 5)}
    assert pyridine.sites == {"any": (0, 1, 2, 4, 5)}
    assert (phenyl.worlds, pyridine.worlds) == (BOTH, LONG)
    assert chain.variants[0].sites == {"C": (0,), "N": (1,)}
    join = group.builds[0].joins[0]
    assert (join.left, join.right) == (("ring", "any"), ("chain", "C"))


def test_rules(group: Group) -> None:
    ring, amine, carbon = group.builds[0].rules
    assert ring.h == amine.h == carbon.h == BOTH
    assert [(a.term.name, a.worlds) for a in ring.allow] == [
        ("halogen", BOTH),
        ("alkyl<=3", BOTH),
        ("bead", BOTH),
        ("wheel", LONG),
    ]
    assert [(a.term.name, a.worlds) for a in ring.carrying] == [("halogen", BOTH), ("hydroxy", LONG)]
    assert ring.allow[1].term.carbons == 3
    assert ring.descend == LONG
    assert ring.elements == {6, 7, 8, 9, 17}
    assert ring.mass_sum is not None
    assert ring.mass_sum.values == ((BOTH, 300.0),)
    assert amine.carry_any
    assert not ring.carry_any


def test_a_number_by_option_holds_in_the_worlds_of_its_option(group: Group) -> None:
    mass = group.builds[0].limits[0].mass
    assert mass.worlds_where(300) == BOTH
    assert mass.worlds_where(300.1) == LONG


def test_a_term_is_one_object_however_often_it_is_named(group: Group) -> None:
    ring = group.builds[0].rules[0]
    assert ring.allow[0].term is ring.carrying[0].term


def test_closure(group: Group) -> None:
    closure = group.builds[0].closures[0]
    assert closure.slots == ({"R1", "R2"}, {"Rn"})
    assert closure.sizes == ((SHORT, frozenset({5, 6, 7})), (LONG, None))
    assert (closure.worlds, closure.double, closure.heads) == (LONG, BOTH, LONG)
    assert (closure.kinds, closure.on, closure.heads_at) == ({"annelated"}, "ring", {"R1", "R2"})


def test_what_is_not_said_of_a_ring_exclusion_holds_never() -> None:
    text = changed(
        'ring_system = { length = ["long"] }\ngiven = ["ring"]\nwhole_molecule = { length = ["short"] }\n', ""
    )
    exclude = load(text).builds[0].excludes[0]
    assert (exclude.system, exclude.molecule, exclude.given) == (0, 0, frozenset())


def test_named_structures_are_canonical(group: Group) -> None:
    assert group.excludes[0].structures == {"NCc1ccccc1": "benzylamine"}


def test_terms(group: Group) -> None:
    bead = group.builds[0].rules[0].allow[2].term
    assert bead.kind == "group"
    assert len(bead.smarts) == 2
    assert bead.chain is not None
    assert bead.chain.of == {6, 8}
    assert bead.chain.behind_ring == LONG
    assert bead.chain.min is not None
    assert bead.chain.min.values == ((SHORT, 1.0), (LONG, None))
    assert [a.worlds for a in bead.bearing] == [BOTH, LONG]
    assert bead.most[0][1].values == ((BOTH, 2.0),)


def test_a_file_named_after_its_date_may_lie_anywhere_else() -> None:
    assert load(file="xx/list/sample/2025-07-01.toml").id == "xx.list.sample"
    assert load(file="draft.toml").id == "xx.list.sample"


def test_the_shipped_files_load_and_are_no_slower_than_a_person_notices() -> None:
    root = files("stofgroep.data").joinpath("smarts/nl/lijst-ia")
    loaded = [
        load_group(file.read_bytes(), f"nl/lijst-ia/{folder.name}/{file.name}", VOCABULARY)
        for folder in root.iterdir()
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    assert {g.short for g in loaded} == {"fenethylaminen", "cannabinoiden", "aminopiperidinen", "nitazenen"}


def test_an_empty_vocabulary_is_no_mistake() -> None:
    assert Vocabulary(b"", "words.toml").term_names() == ()


def test_the_sample_is_loaded_the_same_twice() -> None:
    assert load(COMPLETE).sha256 == load(COMPLETE).sha256
