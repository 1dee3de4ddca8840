"""A slot that lies only on the atoms of some elements: the heteroatoms of a ring have a rule of their own."""

from __future__ import annotations

import pytest
from laboratory import SAMPLE, VOCABULARY, WORDS, molecule

from stofgroep.definition.loader import load_group
from stofgroep.errors import DefinitionError
from stofgroep.matching.group import Matcher

ON_CARBON = SAMPLE.replace(
    'at = ["ring.any"]\nrepeat = true', 'at = ["ring.any"]\nrepeat = true\nelements = "C"'
)
ON_BOTH = (
    ON_CARBON
    + f"""
[build.main.slot.RN]
at = ["ring.any"]
repeat = true
elements = "N"
[build.main.rule.nitrogen]
slots = ["RN"]
allow = ["H", "methyl"]
text = {WORDS}
"""
)


def matches(definition: str, smiles: str) -> bool:
    matcher = Matcher(load_group(definition.encode(), "sample.toml", VOCABULARY))
    mol = molecule(smiles)
    worlds = matcher.membership(mol).worlds
    assert worlds == Matcher(matcher.group, gated=False).membership(mol).worlds
    return bool(worlds)


@pytest.mark.parametrize(
    ("smiles", "everywhere", "on_carbon", "on_both"),
    [
        # pyrrole: nothing on N; ethyl on carbon; methyl on N; ethyl on N; chlorine on N
        ("NCc1ccc[nH]1", True, True, True),
        ("NCc1ccc(CC)[nH]1", True, True, True),
        ("NCc1cccn1C", True, False, True),
        ("NCc1cccn1CC", True, False, False),
        ("NCc1cccn1Cl", True, False, False),
        # what is joined to a nitrogen is no residue
        ("NCn1cccc1", True, True, True),
    ],
)
def test_each_element_has_its_rule(smiles: str, everywhere: bool, on_carbon: bool, on_both: bool) -> None:
    assert matches(SAMPLE, smiles) is everywhere
    assert matches(ON_CARBON, smiles) is on_carbon
    assert matches(ON_BOTH, smiles) is on_both


def test_two_repeating_slots_may_not_share_an_element() -> None:
    shared = ON_BOTH.replace('elements = "N"', 'elements = "C N"')
    with pytest.raises(DefinitionError, match="repeats on an atom of the slot"):
        load_group(shared.encode(), "sample.toml", VOCABULARY)
