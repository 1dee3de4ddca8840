"""Terms as heads and as whole residues, on the sample definition."""

from __future__ import annotations

import pytest
from laboratory import molecule, sample

from stofgroep.matching.group import Matcher

GROUP = sample()
MATCHER = Matcher(GROUP)
ALL = GROUP.worlds.all
SHORT = GROUP.worlds.where({"length": ("short",)})
LONG = GROUP.worlds.where({"length": ("long",)})


@pytest.mark.parametrize(
    ("smiles", "worlds"),
    [
        ("NCC1CCCCC1", ALL),
        ("NC(=O)c1ccccc1", ALL),
        ("NCc1cc[nH]c1", ALL),
        ("NC(=S)c1ccccc1", 0),
        ("NC(C)(C)c1ccccc1", ALL),
        ("NC(C)(CC)c1ccccc1", 0),
        # on the ring: halogen, or alkyl up to C3 that bears nothing but halogen
        ("NCc1ccc(Cl)cc1", ALL),
        ("NCc1ccc(CCC)cc1", ALL),
        ("NCc1ccc(C(C)C)cc1", ALL),
        ("NCc1ccc(CCCC)cc1", 0),
        ("NCc1ccc(CC(F)F)cc1", ALL),
        ("NCc1ccc(CO)cc1", 0),
        ("NCc1ccc(C=C)cc1", 0),
        ("NCc1ccc(C2CC2)cc1", 0),
        ("NCc1ccc(O)cc1", 0),
        # on nitrogen: alkyl as head, anything on it, a limit that depends on the reading
        ("CN(C)Cc1ccccc1", ALL),
        ("OC(=O)CNCc1ccccc1", SHORT | LONG),
        ("CCCCNCc1ccccc1", LONG),
        ("CCCCCNCc1ccccc1", LONG),
        ("CCCCCCNCc1ccccc1", 0),
        ("O=CNCc1ccccc1", 0),
        ("c1ccc(CNc2ccccc2)cc1", 0),
        # rings that no closure allows
        ("C1CCN1Cc1ccccc1", 0),
        ("C1Cc2ccccc2CN1", 0),
    ],
)
def test_membership(smiles: str, worlds: int) -> None:
    assert MATCHER.membership(molecule(smiles)).worlds == worlds
    assert Matcher(GROUP, gated=False).membership(molecule(smiles)).worlds == worlds
