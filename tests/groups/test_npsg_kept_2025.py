"""What NpSG 2025-12 leaves as it was: every scenario of 2021, but for the rows that it changes."""

from __future__ import annotations

import pytest
import test_npsg_3_benzodiazepines
import test_npsg_4_aminocyclohexylamides
import test_npsg_5_tryptamines
import test_npsg_6_arylcyclohexylamines
import test_npsg_7_benzimidazoles
from npsg_2025 import Says
from scenario import IN, OUT, Answer, depends

EARLIER = {
    "npsg-3": test_npsg_3_benzodiazepines,
    "npsg-4": test_npsg_4_aminocyclohexylamides,
    "npsg-5": test_npsg_5_tryptamines,
    "npsg-6": test_npsg_6_arylcyclohexylamines,
    "npsg-7": test_npsg_7_benzimidazoles,
}
HYDROGEN = depends("hydrogen = everywhere", "out")
MORE_AZOLES = depends("azoles = more", "in")
POSITIONS_4_AND_7 = ("nitro", "trifluoromethyl", "methoxy", "trifluoromethoxy", "cyano")
HALOGENS = ("fluorine", "chlorine", "bromine", "iodine")

CHANGED: dict[str, dict[str, Answer]] = {
    "npsg-3": {
        "CORES: a, imidazole the other way round (imidazo[1,2-a])": MORE_AZOLES,
        "R2: hydrogen": HYDROGEN,
        "R2: on N5, hydrogen": HYDROGEN,
        "X: enol towards C3": IN,
        "NON_MEMBERS: bretazenil": IN,
        "NON_MEMBERS: gidazepam": IN,
        "NON_MEMBERS: remimazolam": MORE_AZOLES,
    },
    "npsg-4": {
        "PHENYL: trifluoromethyl": IN,
        "NON_MEMBERS: 4-trifluoromethyl-U-47700": IN,
    },
    "npsg-5": {
        # ring sizes for cycloalkyl, more rings with nitrogen
        "R1_R2: cyclohexylmethyl, C7": IN,
        "R1_R2: piperidine": IN,
        "R1_R2: morpholine": IN,
        "R1_R2: piperidine over the alpha carbon": depends("pyrrolidine = yes", "out"),
        "R3_R4_R5: R5 acetyl": IN,
        **{
            f"RN: {name} at {place}": IN
            for name in ("trifluoromethyl", "trifluoromethoxy")
            for place in (4, 5)
        },
        # R1 of the ergolenes is nearly free now
        **{
            f"ERGOLENE: R1 {name}": IN
            for name in (
                "butyl",
                "allyl",
                "formyl",
                "pentanoyl (1V-LSD)",
                "pivaloyl",
                "cycloheptylcarbonyl",
                "1-methylcyclopropylcarbonyl",
                "cyclopropylacetyl",
                "cyclopropyl",
                "cycloheptylmethyl",
                "thenoyl",
                "benzoyl",
                "benzyl",
                "methoxycarbonyl",
                "dimethylcarbamoyl",
                "hydroxymethyl",
                "norbornylcarbonyl",
                "tetrahydropyranylcarbonyl",
            )
        },
        **{f"NON_MEMBERS: {name}": IN for name in ("1V-LSD", "1D-LSD", "1T-LSD")},
    },
    "npsg-6": {
        "CORES: amine on a CH2": depends("methylamine = geminal", "out"),
        "CORES: R3 hydrogen": HYDROGEN,
        # rings that R3 forms alone are gone, whatever they are made of
        **{
            f"R3: {name}": OUT
            for name in (
                "naphthyl",
                "benzofuranyl",
                "indolyl",
                "indenyl",
                "tetralinyl",
                "indanyl",
                "benzocyclobutenyl, 4",
                "chromanyl",
                "indolinyl",
                "indanyl with methyl",
            )
        },
        **{
            f"RING_ON_R3: {name} on {ring}": OUT
            for name in ("fluorine", "hydroxy", "hexyl", "hexyloxy", "hexylsulfanyl", "amino")
            for ring in ("indanyl", "naphthyl")
        },
        "RING_ON_R3: unsaturated ring of four": OUT,
        "NON_MEMBERS: tramadol": depends("methylamine = alcohol", "in"),
    },
    "npsg-7": {
        "CORES: two carbons between the rings": IN,
        "CORES: methyl on the benzylic carbon": IN,
        "CORES: hydroxy on the benzylic carbon": IN,
        **{f"R1_R2: {name}": IN for name in ("butyl", "tert-butyl", "benzyl")},
        # Rm at positions 4 to 7, and with more groups, where R3 and R4 were at 5 and 6
        **{f"R3_R4: {name} at {place}": IN for name in (*POSITIONS_4_AND_7, *HALOGENS) for place in (4, 7)},
        **{f"R3_R4: {name} at {place}": IN for name in ("methyl", "acetyl") for place in (5, 6)},
        "R3_R4: nitro at 5, methyl at 6": IN,
        "R3_R4: methylenedioxy": IN,
        **{
            f"RN: {name}": IN
            for name in (
                "pentyl",
                "pentoxy",
                "pentylsulfanyl",
                "fluoroethoxy",
                "difluoromethyl",
                "methoxyethoxy",
                "methylenedioxy",
                "dihydrobenzofuran",
            )
        },
        **{
            f"NON_MEMBERS: {name}": IN
            for name in (
                "5-methyl analogue (etomethazene)",
                "5-acetyl analogue",
                "ethyleneoxynitazene",
                "methylenedioxynitazene",
                "ethylene homologue of metonitazene",
                "alpha-methylmetonitazene",
                "fluetonitazene",
            )
        },
    },
}


def rows(group: str) -> dict[str, tuple[str, Answer]]:
    """The rows of the tables of a group: structure and answer in 2021, by table and name."""
    return {
        f"{key}: {row[0]}": (row[1], row[2])
        for key, table in vars(EARLIER[group]).items()
        if key.isupper() and isinstance(table, list)
        for row in table
        # a row of masses has four columns
        if len(row) == 3
    }


@pytest.mark.parametrize("group", EARLIER)
def test_what_changes_is_there(group: str) -> None:
    there = rows(group)
    assert set(CHANGED[group]) <= set(there)
    assert [name for name, answer in CHANGED[group].items() if there[name][1] == answer] == []


@pytest.mark.parametrize(
    ("group", "smiles", "expected"),
    [
        pytest.param(group, smiles, CHANGED[group].get(name, before), id=f"{group} {name}")
        for group in EARLIER
        for name, (smiles, before) in rows(group).items()
    ],
)
def test_scenario_of_2021(group: str, smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, group) == expected
