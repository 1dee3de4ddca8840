"""A draft in the place of a group that another group speaks of: both are asked again."""

import datetime as dt
from dataclasses import replace

import pytest

from stofgroep.law import Law
from stofgroep.policy.baseline import standings
from stofgroep.policy.beside import surroundings
from stofgroep.policy.draft import DraftText, load
from stofgroep.policy.impact import Decisions, Effect, assess
from stofgroep.policy.standing import structure_of
from stofgroep.policy.substances import Substance, SubstanceSet
from stofgroep.structure import Refusal
from stofgroep.verdict.finding import Finder
from stofgroep.verdict.model import Outcome
from stofgroep.verdict.outcome import of_completions, of_component, of_mixture

DAY = dt.date(2026, 1, 1)
KETAMINE = "CNC1(c2ccccc2Cl)CCCCC1=O"
PCP = "c1ccc(C2(N3CCCCC3)CCCCC2)cc1"
SUBSTANCES = {
    "ketamine": KETAMINE,
    "PCP": PCP,
    "3-MeO-PCE": "CCNC1(c2cccc(OC)c2)CCCCC1",
    "3-HO-PCP": "Oc1cccc(C2(N3CCCCC3)CCCCC2)c1",
    "4-FA": "CC(N)Cc1ccc(F)cc1",
    "mephedrone": "CNC(C)C(=O)c1ccc(C)cc1",
    "diphenidine": "c1ccc(CC(c2ccccc2)N2CCCCC2)cc1",
    "ethanol": "CCO",
    "salt": "CNC1(c2ccccc2Cl)CCCCC1=O.Cl",
}
SET = SubstanceSet("some", tuple(Substance(n, n, "", s) for n, s in SUBSTANCES.items()))
BUILDS = ("aryl", "chain", "methylamine-aryl", "methylamine-chain")
LIGHTER = "".join(f"[build.{name}.limit.mass]\nmass = 240\n" for name in BUILDS)
HEAD = 'extends = "npsg.anlage.npsg-6@2025-12-01"\nin_force = { from = 2027-01-01 }\n'


def german() -> Law:
    return Law.at(DAY, "npsg")


def overlay(changes: str) -> DraftText:
    return DraftText(HEAD + changes, "overlay.toml", None)


def directly(finder: Finder, text: str) -> Outcome:
    """The outcome as a verdict would find it, with nothing kept and nothing merged."""
    structure = structure_of(text)
    assert not isinstance(structure, Refusal)
    found = [
        of_mixture([of_component(finder.find(c)) for c in completion.components])
        for completion in structure.completions
    ]
    return (found[0] if len(found) == 1 else of_completions(found)).outcome


def test_group_1_speaks_of_group_6() -> None:
    around = surroundings(load(overlay("")).group, german())
    assert around.speaking == {"npsg.anlage.npsg-1"}
    assert around.matter


def test_a_group_of_its_own_is_spoken_of_by_none() -> None:
    group = load(overlay("")).group
    around = surroundings(replace(group, id="draft.x"), german())
    assert around.speaking == frozenset()


def test_what_was_kept_gives_the_decisions_again() -> None:
    law = german()
    again, finder = Decisions(law), Finder(law)
    for substance, standing in zip(SET.substances, standings(law, SET, kept=False, jobs=0), strict=True):
        assert again.decision(standing).outcome is directly(finder, substance.structure), substance.name


@pytest.mark.parametrize(
    "changes",
    ["", LIGHTER],
    ids=["nothing changed", "at most 240 u"],
)
def test_the_law_with_the_draft_is_the_law_with_the_group_replaced(changes: str) -> None:
    law = german()
    found = assess(overlay(changes), [SET], law, jobs=0, kept=False)
    draft = load(overlay(changes)).group
    other = replace(law, groups=tuple(draft if g.id == draft.id else g for g in law.groups))
    before, after = Finder(law), Finder(other)
    for result in found.results:
        structure = result.substance.structure
        assert result.before is directly(before, structure), result.substance.name
        assert result.after is directly(after, structure), result.substance.name


def test_a_mass_limit_releases_the_heavier_ones() -> None:
    found = assess(overlay(LIGHTER), [SET], german(), jobs=0, kept=False)
    after = {r.substance.name: r.after for r in found.results}
    # PCP has 243.4 u and ketamine 237.7; what has the core of group 6 is not caught by group 1 either
    assert after["PCP"] is Outcome.NOT_LISTED
    assert after["ethanol"] is Outcome.NOT_LISTED
    effects = {r.substance.name: r.effect for r in found.results}
    assert effects["4-FA"] is Effect.UNCHANGED
