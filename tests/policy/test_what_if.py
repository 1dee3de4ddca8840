"""Changes of a definition as worlds: each must say what the changed definition itself would say."""

import pytest
from draft_material import ANISOLES, SUBSTANCES, draft
from rdkit import Chem

from stofgroep.definition.loader import load_group
from stofgroep.definition.trial import Change
from stofgroep.errors import DefinitionError
from stofgroep.law.repository import vocabulary
from stofgroep.matching.group import Matcher
from stofgroep.policy.draft import load, load_changed
from stofgroep.policy.variation import changes_of, range_values

# a change, and the same written into the text of the draft
CHANGES = {
    "wider term": (
        Change("build.main.rule.R1.allow", "number", "alkyl<=3", 4.0),
        [("alkyl<=3", "alkyl<=4")],
    ),
    "no limit on a term": (
        Change("build.main.rule.R1.allow", "number", "alkyl<=3", None),
        [("alkyl<=3", "alkyl")],
    ),
    "narrower term": (
        Change("build.main.rule.R1.allow", "number", "alkyl<=3", 2.0),
        [("alkyl<=3", "alkyl<=2")],
    ),
    "a term out": (Change("build.main.rule.Rn.allow", "drop", "halogen"), [('"H", "halogen"', '"H"')]),
    "a term by option out": (
        Change("build.main.rule.Rn.allow", "drop", "methyl"),
        [('allow_when.ring.yes = ["methyl"]\n', 'allow_when.ring.no = ["nitro"]\n')],
    ),
    "heavier": (Change("build.main.limit.mass.mass", "number", "", 400.0), [("mass = 250", "mass = 400")]),
    "lighter": (Change("build.main.limit.mass.mass", "number", "", 130.0), [("mass = 250", "mass = 130")]),
    "no exclusion": (
        Change("exclude.named", "leave-out"),
        [("[exclude.named", "[exclude.other"), ('"COc1ccccc1"', '"COc1ccccc1F"')],
    ),
    "no mass": (Change("build.main.limit.mass.mass", "number", "", None), [("mass = 250", 'mass = "none"')]),
}


def likely_members(text: str) -> set[str]:
    """Who is a member of a definition under its likely reading."""
    group = load_group(text.encode(), "a.toml", vocabulary())
    found = set()
    for name, (smiles, _, says) in SUBSTANCES.items():
        if says != "not-assessed":
            worlds = Matcher(group).membership(Chem.MolFromSmiles(smiles)).worlds
            if group.worlds.likely_in(worlds):
                found.add(name)
    return found


def test_the_draft_itself() -> None:
    assert likely_members(ANISOLES) == {"4-chloroanisole", "propoxy", "4-methylanisole"}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_says_what_the_changed_text_says(name: str) -> None:
    change, replaced = CHANGES[name]
    others = tuple(c for other, (c, _) in CHANGES.items() if other != name)
    group = load_changed(draft(), (*others, change))
    world = len(CHANGES)
    found = set()
    for substance, (smiles, _, says) in SUBSTANCES.items():
        if says != "not-assessed":
            worlds = Matcher(group).membership(Chem.MolFromSmiles(smiles)).worlds
            if worlds >> world & 1:
                found.add(substance)
    assert found == likely_members(draft(ANISOLES, *replaced).text)


def test_what_the_changes_catch() -> None:
    """Said by hand, so that the test above cannot agree on something wrong."""
    assert likely_members(draft(ANISOLES, ("alkyl<=3", "alkyl<=4")).text) == {
        "4-chloroanisole",
        "propoxy",
        "butoxy",
        "4-methylanisole",
    }
    assert likely_members(draft(ANISOLES, ("mass = 250", "mass = 400")).text) == {
        "4-chloroanisole",
        "propoxy",
        "4-methylanisole",
        "diiodo",
    }


def test_the_points_of_a_draft_are_its_numbers_terms_and_clauses() -> None:
    points = {(p.path, p.kind, p.item, p.value) for p in load(draft()).points}
    assert points == {
        ("build.main.part.A.variant.main", "clause", "", None),
        ("build.main", "clause", "", None),
        ("build.main.rule.R1.allow", "term", "alkyl<=3", 3),
        ("build.main.rule.Rn.allow", "term", "H", None),
        ("build.main.rule.Rn.allow", "term", "halogen", None),
        ("build.main.rule.Rn.allow", "term", "methyl", None),
        ("build.main.limit.mass.mass", "number", "", 250.0),
        ("exclude.named", "clause", "", None),
    }


def test_an_only_skeleton_is_never_left_out() -> None:
    left_out = [c.path for c in changes_of(load(draft()).points) if c.kind == "leave-out"]
    assert left_out == ["exclude.named"]


@pytest.mark.parametrize(
    ("written", "widest", "values"),
    [
        (("mass = 250", 'mass = "200..300"'), ["diiodo"], (200, 250, 300)),
        (("alkyl<=3", "alkyl<=1..4"), ["4-chloroanisole", "propoxy", "butoxy"], (1, 2, 3, 4)),
    ],
)
def test_a_draft_stands_for_the_widest_number_of_a_range(
    written: tuple[str, str], widest: list[str], values: tuple[int, ...]
) -> None:
    found = load(draft(ANISOLES, written))
    [point] = [p for p in found.points if p.low is not None]
    assert range_values(point) == values
    if "alkyl" in written[0]:
        member = Matcher(found.group).membership
        assert all(member(Chem.MolFromSmiles(SUBSTANCES[name][0])).worlds for name in widest)


def test_a_lower_limit_is_widest_at_its_lowest() -> None:
    text = ANISOLES.replace('allow = ["alkyl<=3"]', 'allow = ["alkyl<=3"]\nchain = { min = "2..3" }')
    group = load(draft(text)).group
    ethoxy, methoxy = Chem.MolFromSmiles("CCOc1ccc(Cl)cc1"), Chem.MolFromSmiles("COc1ccc(Cl)cc1")
    assert Matcher(group).membership(ethoxy).worlds == group.worlds.all
    assert Matcher(group).membership(methoxy).worlds == 0


def test_a_law_says_one_number() -> None:
    text = ANISOLES.replace("mass = 250", 'mass = "200..300"')
    with pytest.raises(DefinitionError, match="must be a number"):
        load_group(text.encode(), "a.toml", vocabulary())


def test_a_range_runs_upwards() -> None:
    with pytest.raises(DefinitionError, match="runs upwards"):
        load(draft(ANISOLES, ("mass = 250", 'mass = "300..200"')))


def test_a_shared_word_is_not_the_drafts_to_change() -> None:
    paths = {p.path for p in load(draft(ANISOLES, ('"alkyl<=3"', '"carbonyl-with"'))).points}
    assert not [path for path in paths if path.startswith("term.")]


def test_a_wide_range_is_tried_at_some_of_its_numbers() -> None:
    [point] = [p for p in load(draft(ANISOLES, ("alkyl<=3", "alkyl<=1..500"))).points if p.low is not None]
    values = range_values(point)
    assert (values[0], values[-1]) == (1, 500)
    assert 30 < len(values) <= 62
