"""What a draft changes, for substances whose answer follows from the draft's words."""

import datetime as dt

import pytest
from draft_material import ANISOLES, DAY, SUBSTANCES, draft, dutch_law, small_set

from stofgroep.errors import DefinitionError, UsageError
from stofgroep.policy import summary
from stofgroep.policy.draft import DraftText
from stofgroep.policy.export import change_text
from stofgroep.policy.impact import Effect, Impact, Says, assess
from stofgroep.policy.substances import Substance, SubstanceSet
from stofgroep.verdict.model import Outcome

MINE = "CNC(C)C(=O)c1ccccc1C"  # 2-MMC: a member of fenethylaminen, on no list
AMPHETAMINE = "CC(N)Cc1ccccc1"  # lijst I
BUPROPION = "CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1"


@pytest.fixture(scope="module")
def anisoles() -> Impact:
    return assess(draft(), [small_set()], dutch_law(), jobs=0, kept=False)


def test_what_the_draft_says(anisoles: Impact) -> None:
    found = {r.substance.name: r.says.value for r in anisoles.results}
    assert found == {name: says for name, (_, _, says) in SUBSTANCES.items()}


def test_a_draft_that_replaces_nothing_is_added(anisoles: Impact) -> None:
    assert anisoles.replaced == ""
    effects = {r.substance.name: r.effect for r in anisoles.results}
    assert effects == {
        "anisole": Effect.UNCHANGED,
        "4-chloroanisole": Effect.CAUGHT,
        "propoxy": Effect.CAUGHT,
        "butoxy": Effect.UNCHANGED,
        "4-methylanisole": Effect.DEPENDS,
        "nitroanisole": Effect.UNCHANGED,
        "diiodo": Effect.UNCHANGED,
        "ethanol": Effect.UNCHANGED,
        "unreadable": Effect.NOT_ASSESSED,
    }


def test_counts_per_set_and_class(anisoles: Impact) -> None:
    [count] = summary.counts(anisoles)
    assert (count.total, count.member, count.depends, count.excluded) == (9, 2, 1, 1)
    assert (count.caught, count.released, count.now_depends, count.not_assessed) == (2, 0, 1, 1)
    assert count.unchanged == 5
    classes = {c.class_: (c.total, c.member, c.depends) for c in summary.counts_by_class(anisoles)}
    assert classes == {"halogen": (4, 2, 0), "methyl": (1, 0, 1), "plain": (4, 0, 0)}


def test_near_misses_name_the_clause_that_fails(anisoles: Impact) -> None:
    failing = {r.substance.name: r.failing for r in summary.near_misses(anisoles)}
    assert failing == {
        "butoxy": ("build.main.rule.R1",),
        "nitroanisole": ("build.main.rule.Rn",),
        "diiodo": ("build.main.limit.mass",),
    }


def test_who_hinges_on_what(anisoles: Impact) -> None:
    found = {
        change_text(h.change): ([r.substance.name for r in h.gained], [r.substance.name for r in h.lost])
        for h in summary.hinging(anisoles)
    }
    assert found["build.main.rule.R1.allow: alkyl<=4"] == (["butoxy"], [])
    assert found["build.main.rule.R1.allow: alkyl<=2"] == ([], ["propoxy"])
    assert found["build.main.rule.Rn.allow: − halogen"] == ([], ["4-chloroanisole", "propoxy"])
    assert found["build.main.rule.Rn.allow: − methyl"] == ([], ["4-methylanisole"])
    assert found["build.main.limit.mass.mass = none"] == (["diiodo"], [])
    assert "build.main.limit.mass.mass = 300" not in found


def test_readings(anisoles: Impact) -> None:
    [option] = summary.options(anisoles)
    assert (option.reading, option.option) == ("ring", "no")
    assert [r.substance.name for r in option.lost] == ["4-methylanisole"]
    assert option.gained == ()
    [result] = [r for r in anisoles.results if r.says is Says.DEPENDS]
    assert result.condition == ((("ring", "yes"),),)


def test_a_range_is_a_table() -> None:
    found = assess(
        draft(ANISOLES, ("alkyl<=3", "alkyl<=1..4")), [small_set()], dutch_law(), jobs=0, kept=False
    )
    [table] = summary.ranges(found)
    counted = [(v.value, dict(v.by_set)["small"]) for v in table.values]
    # C1: chloro and methyl; C3: fluoropropoxy; C4: fluorobutoxy
    assert counted == [(1, 2), (2, 2), (3, 3), (4, 4)]
    halogens = [next(n for _, c, n in v.by_class if c == "halogen") for v in table.values]
    assert halogens == [1, 1, 2, 3]
    single = [h.change.kind for h in summary.hinging(found) if h.change.item == "alkyl<=1..4"]
    assert single == ["drop"]  # its numbers stand in the table


OVERLAY = 'extends = "nl.lijst-ia.fenethylaminen@2025-07-01"\nin_force = { from = 2027-01-01 }\n'


def people(**smiles: str) -> SubstanceSet:
    return SubstanceSet("people", tuple(Substance(n, n, "", s) for n, s in smiles.items()))


def overlay_on(changes: str) -> Impact:
    sets = [people(mmc=MINE, amphetamine=AMPHETAMINE, bupropion=BUPROPION, ethanol="CCO")]
    return assess(DraftText(OVERLAY + changes, "overlay.toml", None), sets, dutch_law(), jobs=0, kept=False)


def test_an_overlay_that_changes_nothing_changes_nothing() -> None:
    found = overlay_on("")
    assert found.replaced == "nl.lijst-ia.fenethylaminen"
    assert {r.effect for r in found.results} == {Effect.UNCHANGED}
    assert [r.says for r in found.results] == [Says.MEMBER, Says.MEMBER, Says.MEMBER, Says.NO_MEMBER]


def test_an_overlay_takes_the_place_of_its_group() -> None:
    found = overlay_on("[build.main.together.bk]\ndrop = true\n")  # no ketone on C2: no cathinones
    effects = {r.substance.name: (r.before, r.after, r.effect) for r in found.results}
    assert effects["mmc"] == (Outcome.LISTED, Outcome.NOT_LISTED, Effect.RELEASED)
    assert effects["bupropion"] == (Outcome.LISTED, Outcome.NOT_LISTED, Effect.RELEASED)
    # what stays on lijst I is not released
    assert effects["amphetamine"] == (Outcome.LISTED, Outcome.LISTED, Effect.UNCHANGED)
    assert [d.path for d in found.draft.differences] == ["in_force.from", "build.main.together.bk"]


def test_overlap_with_lists_and_groups() -> None:
    found = overlay_on("[build.main.together.bk]\ndrop = true\n")
    rows = {(o.list, o.name): o for o in summary.overlaps(found, dutch_law())}
    assert (rows["I", ""].members, len(rows["I", ""].shared)) == (1, 1)
    group = rows["IA", "fenethylaminen"]
    assert group.replaced
    assert group.members == 3
    assert [r.substance.name for r in group.shared] == ["amphetamine"]
    assert [r.substance.name for r in group.released] == ["mmc", "bupropion"]
    assert rows["IA", "cannabinoiden"].only_draft == 1


def test_an_open_structure_and_a_salt_are_decided_as_elsewhere() -> None:
    sets = [
        people(
            open="*OC.Clc1ccccc1 |m:0:5.6.7|",
            mixture="COc1ccc(Cl)cc1.CCO",
        )
    ]
    found = assess(draft(), sets, dutch_law(), jobs=0, kept=False)
    assert [r.says for r in found.results] == [Says.MEMBER, Says.MEMBER]
    assert {r.after for r in found.results} == {Outcome.LISTED}


def test_a_registered_precursor_is_not_caught_by_a_group() -> None:
    # 1-phenyl-2-propanone is a registered precursor; a draft that catches benzyl ketones leaves it exempt
    text = (
        ANISOLES.replace("[OX2:1]c1[c:2]", "[CX4:1]c1[c:2]")
        .replace('allow = ["alkyl<=3"]', 'allow = ["acetyl"]')
        .replace(
            'R1 = { at = ["A.O"] }', 'R1 = { at = ["A.O"] }\nH1 = { at = ["A.O"] }\nH2 = { at = ["A.O"] }'
        )
        .replace(
            "[build.main.rule.Rn]\n",
            '[build.main.rule.H]\nslots = ["H1", "H2"]\nallow = ["H"]\n'
            'text = { nl = "Waterstof.", en = "Hydrogen." }\n\n[build.main.rule.Rn]\n',
        )
    )
    found = assess(
        DraftText(text, "a.toml", None), [people(bmk="CC(=O)Cc1ccccc1")], dutch_law(), jobs=0, kept=False
    )
    [result] = found.results
    assert (result.says, result.before, result.after) == (Says.MEMBER, Outcome.NOT_LISTED, Outcome.EXEMPT)
    assert result.effect is Effect.UNCHANGED


def test_a_day_before_the_law_is_known_is_refused() -> None:
    with pytest.raises(UsageError, match="1999-01-01"):
        assess(draft(), [small_set()], dutch_law(dt.date(1999, 1, 1)), jobs=0, kept=False)


def test_a_draft_with_a_fault_is_refused_with_its_place() -> None:
    with pytest.raises(DefinitionError) as caught:
        assess(draft(ANISOLES, ("alkyl<=3", "alkil<=3")), [small_set()], dutch_law(), kept=False)
    assert caught.value.file.startswith("anisolen.toml:")
    assert caught.value.key == "build.main.rule.R1.allow"


def test_worker_processes_say_the_same(anisoles: Impact) -> None:
    found = assess(draft(), [small_set()], dutch_law(DAY), kept=False)
    assert found.results == anisoles.results
    assert found.changes == anisoles.changes
