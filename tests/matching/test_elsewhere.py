"""Exclusions that speak of other groups, on three small groups that differ in what may hang on a ring."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from laboratory import VOCABULARY, WORDS, molecule

from stofgroep.definition.loader import load_group
from stofgroep.definition.model import Group
from stofgroep.errors import DefinitionError
from stofgroep.law import Law
from stofgroep.law.references import referred
from stofgroep.matching.graph import Graph
from stofgroep.matching.group import Matcher, matchers
from stofgroep.verdict import Decider


def group(name: str, *, ring: str, allow: str, extra: str = "", reading: str = "", build: str = "") -> Group:
    """A ring with an aminomethyl group; of other residues it may bear ``allow``."""
    text = f"""\
id = "xx.list.{name}"
list = "S"
number = 1
title = {WORDS}
citation = "Sample, {name}"
basis = "text"
text = {WORDS}
url = "https://example.org/law"
in_force = {{ from = 2025-07-01 }}
{reading}
{build}
[build.main.part.ring]
text = {WORDS}
ring_systems = ["{ring}"]
[build.main.part.chain]
text = {WORDS}
[build.main.part.chain.variant.aminomethyl]
smarts = "[CX4:1]-[#7]"
sites = {{ C = 1 }}
[build.main.join.bond]
between = ["ring.any", "chain.C"]
[build.main.slot.Rn]
at = ["ring.any"]
repeat = true
[build.main.rule.ring]
slots = ["Rn"]
allow = {allow}
text = {WORDS}
{extra}
"""
    return load_group(text.encode(), f"{name}.toml", VOCABULARY)


def question(id: str, likely: str = "no") -> str:
    return f"""
[reading.{id}]
question = {WORDS}
likely = "{likely}"
[reading.{id}.options]
no = {WORDS}
yes = {WORDS}
"""


ANY = '["H", "any"]'
HALOGEN = '["H", "halogen"]'
SUBSIDIARY = f"""
[exclude.subsidiary]
core_of = ["xx.list.pyridines"]
unless_member = true
text = {WORDS}
"""
DISPLACED = f"""
[exclude.displaced]
member_of = ["xx.list.pyridines"]
text = {WORDS}
"""
CORE = f"""
[exclude.core]
core_of = ["xx.list.pyridines"]
text = {WORDS}
"""
PYRIDINES = group("pyridines", ring="pyridyl", allow=HALOGEN)

BENZENE = "NCc1ccccc1"
BOTH = "NCc1ccc(cc1)-c1ccncc1"  # phenyl with a pyridine that bears no aminomethyl group
TWO_CORES = "NCc1ccc(cc1)-c1cncc(CN)c1"  # a pyridine of the other group, with more on it than that allows


def worlds(first: Group, smiles: str, *others: Group) -> int:
    """Membership in the first group, of which everything and nothing are the same as in any other."""
    found = matchers((first, *others))[0].membership(molecule(smiles))
    space = found.space or first.worlds
    assert found.worlds in (0, space.all)
    return int(bool(found.worlds))


def benzenes(extra: str, allow: str = ANY) -> Group:
    return group("benzenes", ring="fenyl", allow=allow, extra=extra)


@pytest.mark.parametrize(
    ("extra", "smiles", "member"),
    [
        ("", TWO_CORES, 1),
        (SUBSIDIARY, BENZENE, 1),
        (SUBSIDIARY, BOTH, 1),  # the pyridine lacks the aminomethyl group: the core is the whole skeleton
        (SUBSIDIARY, TWO_CORES, 0),
        (CORE, TWO_CORES, 0),
        (CORE, BENZENE, 1),
        (DISPLACED, TWO_CORES, 1),
    ],
)
def test_the_core_of_another_group(extra: str, smiles: str, member: int) -> None:
    assert worlds(benzenes(extra), smiles, PYRIDINES) == member


def test_a_member_of_both_is_kept_in_or_out() -> None:
    wide = group("pyridines", ring="pyridyl", allow=ANY)
    assert worlds(benzenes(SUBSIDIARY), TWO_CORES, wide) == 1
    assert worlds(benzenes(DISPLACED), TWO_CORES, wide) == 0
    assert worlds(benzenes(CORE), TWO_CORES, wide) == 0


def test_a_build_may_name_the_part_that_is_its_core() -> None:
    rings = group("pyridines", ring="pyridyl", allow=HALOGEN, build='[build.main]\ncore = ["ring"]')
    assert worlds(benzenes(SUBSIDIARY), BOTH, rings) == 0
    assert worlds(benzenes(SUBSIDIARY), BENZENE, rings) == 1
    assert Matcher(rings).core(Graph(molecule("c1ccncc1"))) == rings.worlds.all
    assert Matcher(rings).membership(molecule("c1ccncc1")).worlds == 0


def test_a_build_may_have_no_core() -> None:
    none = group("pyridines", ring="pyridyl", allow=HALOGEN, build="[build.main]\ncore = []")
    assert worlds(benzenes(SUBSIDIARY), TWO_CORES, none) == 1


def test_what_keeps_it_out_is_named() -> None:
    found = matchers((benzenes(SUBSIDIARY), PYRIDINES))[0]
    membership = found.membership(molecule(TWO_CORES))
    assert membership.excluded is not None
    assert (membership.excluded.name, membership.name) == ("subsidiary", "pyridines")
    clauses = {c.text.id: c for c in found.explain(molecule(TWO_CORES)).clauses}
    assert clauses["exclude.subsidiary"].worlds == 0
    assert [why.key for why in clauses["exclude.subsidiary"].why] == ["core-of"]
    free = {c.text.id: c for c in found.explain(molecule(BENZENE)).clauses}
    assert free["exclude.subsidiary"].worlds == found.group.worlds.all


def open_pyridines(id: str = "wide") -> Group:
    """Whether anything may hang on the pyridine is a question there."""
    extra = f"""
[build.wide]
when = {{ {id} = ["yes"] }}
[build.wide.part.ring]
text = {WORDS}
ring_systems = ["pyridyl"]
[build.wide.slot.Rn]
at = ["ring.any"]
repeat = true
[build.wide.rule.ring]
slots = ["Rn"]
allow = ["H", "any"]
text = {WORDS}
"""
    return group("pyridines", ring="pyridyl", allow=HALOGEN, extra=extra, reading=question(id))


def test_a_reading_of_the_other_group_matters() -> None:
    found = matchers((benzenes(SUBSIDIARY), open_pyridines()))[0].membership(molecule(TWO_CORES))
    assert found.space is not None
    assert [r.id for r in found.space.readings] == ["wide"]
    assert found.space.condition(found.worlds) == ((("wide", "yes"),),)


def test_readings_of_both_groups_matter() -> None:
    own = benzenes("", '["H"]')
    own = group(
        "benzenes",
        ring="fenyl",
        allow='["H"]\nallow_when.loose.yes = ["any"]',
        extra=SUBSIDIARY,
        reading=question("loose"),
    )
    found = matchers((own, open_pyridines()))[0].membership(molecule(TWO_CORES))
    assert found.space is not None
    assert found.space.condition(found.worlds) == ((("loose", "yes"), ("wide", "yes")),)


def test_a_reading_of_one_id_is_one_question() -> None:
    own = group(
        "benzenes",
        ring="fenyl",
        allow='["H"]\nallow_when.wide.no = ["any"]',
        extra=SUBSIDIARY,
        reading=question("wide"),
    )
    # inside only where "wide" is no, outside there because of the other group: in no world
    assert matchers((own, open_pyridines()))[0].membership(molecule(TWO_CORES)).worlds == 0


def test_what_is_spoken_of_must_be_there() -> None:
    with pytest.raises(DefinitionError) as caught:
        referred((benzenes(SUBSIDIARY),), ())
    assert (caught.value.key, "not in force" in caught.value.reason) == ("exclude.subsidiary", True)
    assert referred((benzenes(SUBSIDIARY),), (PYRIDINES,)) == (PYRIDINES,)
    assert referred((benzenes(SUBSIDIARY), PYRIDINES), ()) == ()


def test_groups_may_not_speak_of_each_other_in_a_circle() -> None:
    back = DISPLACED.replace("pyridines", "benzenes")
    with pytest.raises(DefinitionError, match="circle"):
        referred((benzenes(SUBSIDIARY), group("pyridines", ring="pyridyl", allow=ANY, extra=back)), ())


def test_one_question_has_the_same_options_in_both() -> None:
    other = open_pyridines()
    (reading,) = other.readings
    changed = replace(other, readings=(replace(reading, options={**reading.options, "maybe": {}}),))
    own = group(
        "benzenes",
        ring="fenyl",
        allow='["H"]\nallow_when.wide.no = ["any"]',
        extra=SUBSIDIARY,
        reading=question("wide"),
    )
    with pytest.raises(DefinitionError, match="other options"):
        referred((own, changed), ())


def test_a_draft_may_speak_of_groups_of_the_package(tmp_path: Path) -> None:
    """Phenethylamines of a draft, kept out where the Dutch group of the same substances applies."""
    draft = tmp_path / "draft.toml"
    draft.write_text(
        f"""\
id = "xx.list.draft"
list = "S"
number = 1
title = {WORDS}
citation = "Draft"
basis = "text"
text = {WORDS}
url = "https://example.org/law"
in_force = {{ from = 2026-11-01 }}
[build.main.part.ring]
text = {WORDS}
ring_systems = ["fenyl"]
[build.main.slot.Rn]
at = ["ring.any"]
repeat = true
[build.main.rule.ring]
slots = ["Rn"]
allow = ["H", "any"]
text = {WORDS}
[exclude.displaced]
member_of = ["nl.lijst-ia.fenethylaminen"]
text = {WORDS}
""",
        "utf-8",
    )
    law = Law.at(dt.date(2026, 11, 23), str(draft))
    assert "nl.lijst-ia.fenethylaminen" in [g.id for g in law.beside]
    decider = Decider(law, "en")
    assert decider.verdict("Cc1ccccc1").outcome == "listed"
    verdict = decider.verdict("CC(N)Cc1ccccc1", explain=True)
    assert verdict.outcome == "not-listed"
    assert [(e.clause, e.name) for e in verdict.exclusions] == [("exclude.displaced", "fenethylaminen")]
    assert "another group applies" in verdict.reason
