"""NpSG 2025-12 no. 2.1, what it changes in the version of 2021; the expected answers come from the text."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, each

GROUP = "npsg-2"
REST = "C(=O)NC(C)(C)c2ccccc2"


def bridged(bridge: str) -> str:
    return f"CCCCCn1cc({bridge})c2ccccc12"


def tailed(tail: str) -> str:
    return f"{tail}n1cc({REST})c2ccccc12"


CORES: Table = [
    ("a, indole", f"CCCCCn1cc({REST})c2ccccc12", IN),
    ("b, 7-azaindazole", f"CCCCCn1nc({REST})c2cccnc12", IN),
    ("c, indol-2-one", f"CCCCCN1C(=O)C({REST})c2ccccc12", IN),
    ("f, indolizine", f"CCCCCc1cc({REST})c2ccccn12", IN),
    (
        "indolizine, bridge and side chain exchanged is the same with the carbonyl at 3",
        f"CCCCCc1cc2ccccn2c1{REST}",
        OUT,
    ),
    ("g, 6-azaindolizine", f"CCCCCc1cc({REST})c2ccncn12", IN),
    ("g, 7-azaindolizine", f"CCCCCc1cc({REST})c2cnccn12", IN),
    ("g, 8-azaindolizine", f"CCCCCc1cc({REST})c2ncccn12", IN),
    ("h, 2-quinolone", f"CCCCCn1c(=O)c({REST})cc2ccccc12", IN),
    ("i, 5-aza-2-quinolone", f"CCCCCn1c(=O)c({REST})cc2ncccc12", IN),
    ("i, 6-aza-2-quinolone", f"CCCCCn1c(=O)c({REST})cc2cnccc12", IN),
    ("i, 7-aza-2-quinolone", f"CCCCCn1c(=O)c({REST})cc2ccncc12", IN),
    ("i, 8-aza-2-quinolone", f"CCCCCn1c(=O)c({REST})cc2cccnc12", IN),
    ("k, pyrazole with a ring of 3", f"CCCCCn1nc({REST})c2Cc12", IN),
    ("k, tetrahydroindazole", f"CCCCCn1nc({REST})c2CCCCc12", IN),
    ("k, dihydro, unsaturated", f"CCCCCn1nc({REST})c2CCC=Cc12", IN),
    ("k, a ring of 8", f"CCCCCn1nc({REST})c2CCCCCCc12", IN),
    ("k, a ring of 9", f"CCCCCn1nc({REST})c2CCCCCCCc12", OUT),
    ("k, O in the ring", f"CCCCCn1nc({REST})c2CCOCc12", IN),
    ("k, N in the ring", f"CCCCCn1nc({REST})c2CCNCc12", OUT),
    ("k, a bridged ring (camphor)", f"CCCCCn1nc({REST})c2C3CCC(C)(c12)C3(C)C", IN),
    ("k, pyrrole", f"CCCCCn1cc({REST})c2CCCCc12", IN),
    ("k, fluoropyrrole", f"CCCCCn1c(F)c({REST})c2CCCCc12", IN),
    ("k, ethyl on the ring", f"CCCCCn1nc({REST})c2CC(CC)CCc12", OUT),
    ("k, trifluoromethyl on the ring", f"CCCCCn1nc({REST})c2CC(C(F)(F)F)CCc12", IN),
    ("pyrazole without a ring", f"CCCCCn1ccc({REST})n1", OUT),
    ("l, 4-quinolone", f"CCCCCn1cc({REST})c(=O)c2ccccc12", IN),
    ("trifluoromethyl at 5", f"CCCCCn1cc({REST})c2cc(C(F)(F)F)ccc12", IN),
    ("trimethylsilyl at 5", f"CCCCCn1cc({REST})c2cc([Si](C)(C)C)ccc12", IN),
    ("trifluoromethoxy at 5", f"CCCCCn1cc({REST})c2cc(OC(F)(F)F)ccc12", IN),
    ("trifluoromethyl at 4", f"CCCCCn1cc({REST})c2c(C(F)(F)F)cccc12", OUT),
    ("cyano at 5", f"CCCCCn1cc({REST})c2cc(C#N)ccc12", OUT),
]

BRIDGES: Table = [
    ("methylenecarbonyl", bridged("CC(=O)c3ccccc3"), IN),
    ("methylenecarboxamido", bridged("CC(=O)NC(C(N)=O)C(C)(C)C"), IN),
    ("methylenecarboxyl", bridged("CC(=O)Oc3ccccc3"), IN),
    ("ethylidenecarbonyl", bridged("C(C)C(=O)c3ccccc3"), OUT),
    ("ethylenecarbonyl", bridged("CCC(=O)c3ccccc3"), OUT),
    ("carboxylic acid: no carbon behind the bridge", bridged("C(=O)O"), OUT),
    ("carboxamide without a residue", bridged("C(N)=O"), OUT),
    ("acetic acid on the core", bridged("CC(=O)O"), OUT),
    ("hydrazone on the indol-2-one (BZO-HEXOXIZID)", "CCCCCCN1C(=O)C(=NNC(=O)c2ccccc2)c2ccccc12", IN),
    ("hydrazone with cyclohexylmethyl (BZO-CHMOXIZID)", "O=C1C(=NNC(=O)c2ccccc2)c2ccccc2N1CC1CCCCC1", IN),
    ("hydrazone without a residue", "CCCCCCN1C(=O)C(=NN)c2ccccc12", OUT),
    ("imine instead of hydrazone", "CCCCCCN1C(=O)C(=NCc2ccccc2)c2ccccc12", OUT),
    ("spiro ring on the indol-2-one", "CCCCCN1C(=O)C2(OCC(c3ccccc3)C2)c2ccccc12", IN),
    ("spiro ring of six", "CCCCCN1C(=O)C2(OCCC(c3ccccc3)C2)c2ccccc12", IN),
    ("spiro ring of three", "CCCCCN1C(=O)C2(OC2c2ccccc2)c2ccccc12", IN),
    ("spiro ring, O not beside the centre", "CCCCCN1C(=O)C2(COC(c3ccccc3)C2)c2ccccc12", OUT),
    ("spiro ring without a residue", "CCCCCN1C(=O)C2(OCCC2)c2ccccc12", OUT),
    ("spiro ring of seven on it", "CCCCCN1C(=O)C2(OCC(c3ccccc3)CCC2)c2ccccc12", OUT),
]

RESTS_AND_TAILS: Table = [
    ("silicon in the residue", bridged("C(=O)NCC[Si](C)(C)C"), IN),
    ("phosphorus in the residue", bridged("C(=O)NCP(=O)(OC)OC"), OUT),
    ("tail of 10", tailed("C" * 10), IN),
    ("tail of 11", tailed("C" * 11), OUT),
    ("tail of 2", tailed("CC"), OUT),
    ("silicon in the tail", tailed("C[Si](C)(C)CCC"), IN),
    ("boron on the tail", tailed("OB(O)CCC"), OUT),
]


@each(core=CORES, bridge=BRIDGES, rest_or_tail=RESTS_AND_TAILS)
def test_npsg_2_of_2025(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
