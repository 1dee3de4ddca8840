"""NpSG of 2021, Nr. 2: core, bridge, bridge residue and side chain (2.1), and 2.2, at and beyond limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "npsg-2"
NAPHTHOYL = "C(=O)c2cccc3ccccc23"
AMIDE = "C(=O)NC(C(N)=O)C(C)(C)C"
BOUND_BY_IMINE = depends("azacarbonyl = imino", "in")
BOUND_BY_AMIDE = depends("azacarbonyl = amide-by-n", "out")
BOUND_BY_NITROGEN = depends("azacarbonyl = nitrogen", "out")
AROMATIC_BOND = depends("aromatic-bond = any", "out")
SPLIT = depends("bridge-split = free", "out")
RING_ON_CHAIN = depends("ring-on-tail = yes", "in")


def bridged(bridge: str) -> str:
    """1-Pentylindole with a bridge and its rest at position 3."""
    return f"CCCCCn1cc({bridge})c2ccccc12"


def tailed(tail: str) -> str:
    """3-(1-Naphthoyl)indole with a side chain; the tail is written from its far end."""
    return f"{tail}n1cc({NAPHTHOYL})c2ccccc12"


def chain(n: int) -> str:
    return "C" * n


CORES: Table = [
    ("a, indole", tailed("CCCCC"), IN),
    ("a, indazole", f"CCCCCn1nc({NAPHTHOYL})c2ccccc12", IN),
    *(
        (f"a, X = C with {name}", f"CCCCCn1c({x})c({NAPHTHOYL})c2ccccc12", expected)
        for name, x, expected in (
            ("methyl", "C", IN),
            ("fluorine", "F", IN),
            ("chlorine", "Cl", IN),
            ("bromine", "Br", IN),
            ("iodine", "I", IN),
            ("ethyl", "CC", OUT),
            ("trifluoromethyl", "C(F)(F)F", OUT),
            ("phenyl", "-c4ccccc4", OUT),
            ("hydroxy", "O", OUT),
        )
    ),
    ("b, 4-azaindole", f"CCCCCn1cc({NAPHTHOYL})c2ncccc12", IN),
    ("b, 5-azaindole", f"CCCCCn1cc({NAPHTHOYL})c2cnccc12", IN),
    ("b, 6-azaindole", f"CCCCCn1cc({NAPHTHOYL})c2ccncc12", IN),
    ("b, 7-azaindole", f"CCCCCn1cc({NAPHTHOYL})c2cccnc12", IN),
    ("b, 2-methyl-7-azaindole", f"CCCCCn1c(C)c({NAPHTHOYL})c2cccnc12", IN),
    ("b, 4-azaindazole", f"CCCCCn1nc({AMIDE})c2ncccc12", IN),
    ("b, 5-azaindazole", f"CCCCCn1nc({AMIDE})c2cnccc12", IN),
    ("b, 6-azaindazole", f"CCCCCn1nc({AMIDE})c2ccncc12", IN),
    ("b, 7-azaindazole", f"CCCCCn1nc({AMIDE})c2cccnc12", IN),
    ("two aza (pyrrolopyrimidine)", f"CCCCCn1cc({NAPHTHOYL})c2cncnc12", OUT),
    ("c, carbazole, the bridge para to nitrogen", "CCCCCn1c2ccc(C(=O)c3cccc4ccccc34)cc2c2ccccc21", IN),
    ("carbazole, the bridge beside the middle ring", "CCCCCn1c2cccc(C(=O)c3cccc4ccccc34)c2c2ccccc21", OUT),
    ("d, benzimidazole, bridge at 2", f"CCCCCn1c({NAPHTHOYL})nc2ccccc12", IN),
    ("e, benzimidazole, bridge at 1", "CCCCCc1nc2ccccc2n1C(=O)c1cccc2ccccc12", IN),
    ("f, 3-phenylpyrazole, bridge at 5", f"CCCCCn1nc(-c4ccccc4)cc1{AMIDE}", IN),
    ("f, 5-phenylpyrazole, bridge at 3", f"CCCCCn1nc({AMIDE})cc1-c1ccccc1", IN),
    ("pyrazole without the phenyl of the drawing", f"CCCCCn1ccc({AMIDE})n1", OUT),
    ("pyrazole, phenyl at 4", f"CCCCCn1nc({AMIDE})c(-c2ccccc2)c1", OUT),
    ("g, 4-quinolone", "CCCCCn1cc(C(=O)NC23CC4CC(CC(C4)C2)C3)c(=O)c2ccccc12", IN),
    ("2-quinolone", "CCCCCn1c(=O)c(C(=O)NC23CC4CC(CC(C4)C2)C3)cc2ccccc12", OUT),
    ("indole, bridge at 2", f"CCCCCn1c({NAPHTHOYL})cc2ccccc12", OUT),
    ("indole, bridge and side chain exchanged", "CCCCCc1cn(C(=O)c2cccc3ccccc23)c2ccccc12", OUT),
    ("indazole, side chain at 2", "CCCCCn1nc2ccccc2c1C(=O)c1cccc2ccccc12", OUT),
    ("indoline", "CCCCCN1CC(C(=O)c2cccc3ccccc23)c2ccccc12", OUT),
    ("pyrrole", "CCCCCn1ccc(C(=O)c2cccc3ccccc23)c1", OUT),
    ("naphthalene", "CCCCCOc1ccc(C(=O)c2cccc3ccccc23)c2ccccc12", OUT),
]


def _core_positions() -> Table:
    ring = {
        "4": "c2c({})cccc12",
        "5": "c2cc({})ccc12",
        "6": "c2ccc({})cc12",
        "7": "c2cccc({})c12",
    }
    allowed = {
        "fluorine": "F",
        "chlorine": "Cl",
        "bromine": "Br",
        "iodine": "I",
        "methyl": "C",
        "methoxy": "OC",
        "nitro": "[N+](=O)[O-]",
        "phenyl": "c4ccccc4",
    }
    others = {
        "hydroxy": "O",
        "cyano": "C#N",
        "ethyl": "CC",
        "trifluoromethyl": "C(F)(F)F",
        "fluorophenyl": "c4ccc(F)cc4",
    }
    for position, benzo in ring.items():
        for name, residue in (allowed | others).items():
            fits = IN if position != "4" and name in allowed else OUT
            yield f"{name} at {position}", f"CCCCCn1cc({NAPHTHOYL}){benzo.format(residue)}", fits


CORE_POSITIONS: Table = [
    *_core_positions(),
    ("4-azaindole, fluorine at 5, 6 and 7", f"CCCCCn1cc({NAPHTHOYL})c2nc(F)c(F)c(F)c12", IN),
    ("5-azaindole, fluorine at 6 and 7", f"CCCCCn1cc({NAPHTHOYL})c2cnc(F)c(F)c12", IN),
    ("5-azaindole, fluorine at 4", f"CCCCCn1cc({NAPHTHOYL})c2c(F)nccc12", OUT),
    ("6-azaindole, fluorine at 5 and 7", f"CCCCCn1cc({NAPHTHOYL})c2cc(F)nc(F)c12", IN),
    ("7-azaindole, fluorine at 5 and 6", f"CCCCCn1cc({NAPHTHOYL})c2cc(F)c(F)nc12", IN),
    ("7-azaindole, fluorine at 4", f"CCCCCn1cc({NAPHTHOYL})c2c(F)ccnc12", OUT),
    ("benzimidazole, fluorine at 4", f"CCCCCn1c({NAPHTHOYL})nc2c(F)cccc12", OUT),
    ("benzimidazole, fluorine at 7", f"CCCCCn1c({NAPHTHOYL})nc2cccc(F)c12", IN),
    ("benzimidazole, bridge at 1, nitro at 5", "CCCCCc1nc2cc([N+](=O)[O-])ccc2n1C(=O)c1ccccc1", IN),
    ("carbazole, fluorine on the other ring", "CCCCCn1c2ccc(C(=O)c3ccccc3)cc2c2cc(F)c(F)c(F)c21", IN),
    ("carbazole, fluorine on the ring of the bridge", "CCCCCn1c2cc(F)c(C(=O)c3ccccc3)cc2c2ccccc21", OUT),
    ("phenylpyrazole, fluorine at 2, 3 and 4", f"CCCCCn1nc(-c4c(F)c(F)c(F)cc4)cc1{AMIDE}", IN),
    ("phenylpyrazole, fluorine at 2 and 6", f"CCCCCn1nc(-c4c(F)cccc4F)cc1{AMIDE}", OUT),
    ("phenylpyrazole, methyl on the pyrazole", f"CCCCCn1nc(-c4ccccc4)c(C)c1{AMIDE}", OUT),
    ("quinolone, fluorine at 7", f"CCCCCn1cc({AMIDE})c(=O)c2ccc(F)cc12", IN),
    ("quinolone, phenylthio at 7", f"CCCCCn1cc({AMIDE})c(=O)c2ccc(Sc3ccccc3)cc12", IN),
    ("quinolone, methyl at 7", f"CCCCCn1cc({AMIDE})c(=O)c2ccc(C)cc12", OUT),
    ("quinolone, fluorine at 6", f"CCCCCn1cc({AMIDE})c(=O)c2cc(F)ccc12", OUT),
    ("benzo at 4 and 5", f"CCCCCn1cc({NAPHTHOYL})c2c4ccccc4ccc12", OUT),
]

FLUORINES: Table = [
    ("indazole, fluorine at 5, 6 and 7", f"CCCCCn1nc({AMIDE})c2cc(F)c(F)c(F)c12", IN),
    ("4-azaindazole, fluorine at 5, 6 and 7", f"CCCCCn1nc({AMIDE})c2nc(F)c(F)c(F)c12", IN),
    ("5-azaindazole, fluorine at 6 and 7", f"CCCCCn1nc({AMIDE})c2cnc(F)c(F)c12", IN),
    ("6-azaindazole, fluorine at 5 and 7", f"CCCCCn1nc({AMIDE})c2cc(F)nc(F)c12", IN),
    ("7-azaindazole, fluorine at 5 and 6", f"CCCCCn1nc({AMIDE})c2cc(F)c(F)nc12", IN),
    ("benzimidazole, bridge at 2, fluorine at 5, 6 and 7", f"CCCCCn1c({NAPHTHOYL})nc2cc(F)c(F)c(F)c12", IN),
    ("benzimidazole, bridge at 1, fluorine at 5, 6 and 7", "CCCCCc1nc2cc(F)c(F)c(F)c2n1C(=O)c1ccccc1", IN),
    ("5-phenylpyrazole, fluorine at 2, 3 and 4", f"CCCCCn1nc({AMIDE})cc1-c1c(F)c(F)c(F)cc1", IN),
    ("fluorophenylthio on the quinolone", f"CCCCCn1cc({AMIDE})c(=O)c2ccc(Sc3ccc(F)cc3)cc12", OUT),
    *(
        (f"gamma-carbolinone, {name}", f"CCCCCn1c2c({seven})c({six})c({five})cc2c2c1ccn(Cc1ccccc1)c2=O", IN)
        for name, five, six, seven in (
            ("fluorine at 5, 6 and 7", "F", "F", "F"),
            ("phenyl at 5", "-c9ccccc9", "F", "F"),
            ("methyl at 6", "F", "C", "F"),
            ("methoxy at 7", "F", "F", "OC"),
            ("nitro at 5", "[N+](=O)[O-]", "F", "F"),
        )
    ),
    ("gamma-carbolinone, ethyl at 5", "CCCCCn1c2ccc(CC)cc2c2c1ccn(Cc1ccccc1)c2=O", OUT),
]


def carbolinone(rest: str = "Cc1ccccc1", tail: str = "CCCCC") -> str:
    return f"{tail}n1c2ccccc2c2c1ccn({rest})c2=O"


CARBOLINONES: Table = [
    *(
        (f"residue with {name}", carbolinone(rest=rest), IN)
        for name, rest in (
            ("O", "CCOC"),
            ("N", "CCN"),
            ("S", "CCSC"),
            ("F", "CCF"),
            ("Cl", "CCCl"),
            ("Br", "CCBr"),
            ("I", "CCI"),
            ("12 atoms", chain(12)),
            ("343 u", "Cc1ccc(I)c(I)c1"),
            ("395 u", "Cc1cc(F)c(Cl)c(I)c1I"),
        )
    ),
    ("residue of 13 atoms", carbolinone(rest=chain(13)), OUT),
    ("residue of 407 u", carbolinone(rest="Cc1cc(Br)c(Br)c(Br)c1Br"), OUT),
    ("residue of 469 u", carbolinone(rest="Cc1cc(I)c(I)c(I)c1"), OUT),
    *(
        (f"tail {name}", carbolinone(tail=tail), expected)
        for name, tail, expected in (
            ("with O", "CCOCC", IN),
            ("with S", "CCSCC", IN),
            ("with N", "NCCC", IN),
            ("with F", "FCCCC", IN),
            ("with Cl", "ClCCCC", IN),
            ("with Br", "BrCCCC", IN),
            ("with I", "ICCCC", IN),
            ("with silicon", "C[Si](C)(C)CCC", OUT),
            ("cyclobutyl", "C4CCC4", IN),
            ("cyclohexylmethyl", "C4CCCCC4C", IN),
            ("327 u", "c4c(Br)c(Br)c(Br)cc4C", OUT),
            ("283 u", "c4c(Br)c(Br)c(Cl)cc4C", IN),
            ("296 u", "c4ccc(Br)c(I)c4C", IN),
            ("301 u", "c4c(F)c(Cl)c(Br)c(Br)c4C", OUT),
            ("phenyl on four carbons", "c4ccccc4CCCC", IN),
            ("phenyl on five carbons", "c4ccccc4CCCCC", RING_ON_CHAIN),
        )
    ),
    ("two substituents on what closes the ring", "CCCCCn1c2ccccc2c2c1C(C)C(C)N(Cc1ccccc1)C2=O", IN),
    ("two on one carbon of it", "CCCCCn1c2ccccc2c2c1C(C)(C)CN(Cc1ccccc1)C2=O", IN),
    ("a ring on it", "CCCCCn1c2ccccc2c2c1c1ccccc1n(Cc1ccccc1)c2=O", IN),
    ("butyl on it", "CCCCCn1c2ccccc2c2c1cc(CCCC)n(Cc1ccccc1)c2=O", IN),
]

BRIDGES: Table = [
    ("carbonyl", bridged("C(=O)c3ccccc3"), IN),
    ("carboxamido", bridged("C(=O)NCc3ccccc3"), IN),
    ("carboxamido, two residues", bridged("C(=O)N(C)Cc3ccccc3"), IN),
    ("carboxamido in a ring", bridged("C(=O)N3CCCC3"), IN),
    ("carboxyl", bridged("C(=O)Oc3cccc4cccnc34"), IN),
    ("carboxyl, methyl", bridged("C(=O)OC"), IN),
    ("carboxamide without a residue", bridged("C(N)=O"), SPLIT),
    ("carboxylic acid", bridged("C(=O)O"), SPLIT),
    ("aldehyde", bridged("C=O"), OUT),
    ("azacarbonyl, C(=N)", bridged("C(=NC)c3ccccc3"), BOUND_BY_IMINE),
    ("azacarbonyl, N-C(=O)", bridged("NC(=O)c3ccccc3"), BOUND_BY_AMIDE),
    ("azacarbonyl, N=", bridged("N=Cc3ccccc3"), BOUND_BY_NITROGEN),
    ("azacarbonyl, N(C)-C(=O)", bridged("N(C)C(=O)c3ccccc3"), BOUND_BY_AMIDE),
    ("carboxamido, doubly bonded residue", bridged("C(=O)N=C(N)N"), IN),
    ("carboxamido, doubly bonded chain of 12", bridged(f"C(=O)N={chain(12)}"), IN),
    ("carboxamido, doubly bonded chain of 13", bridged(f"C(=O)N={chain(13)}"), OUT),
    ("carboxamido, doubly bonded residue with a double bond", bridged("C(=O)N=CC(C)=O"), IN),
    ("carboxamido, doubly bonded residue, doubly bonded on", bridged("C(=O)N=C=C(C)C"), IN),
    ("carboxamido, phosphorus in a doubly bonded residue", bridged("C(=O)N=CP(C)C"), OUT),
    ("carboxamido, silicon in a doubly bonded residue", bridged("C(=O)N=C[Si](C)(C)C"), OUT),
    ("oxo on the bridge ring, beside another residue", bridged("C3=NC(Cc4ccccc4)C(=O)O3"), IN),
    ("a ring on the bridge ring, bound doubly", bridged("C3=NC4=CC=CC4=C3"), IN),
    ("azirin-3-yl, 3 atoms", bridged("C3=NC3C"), IN),
    ("methylene", bridged("Cc3cccc4ccccc34"), OUT),
    ("methylenecarboxamido", bridged("CC(=O)NCc3ccccc3"), OUT),
    ("thiocarbonyl", bridged("C(=S)c3cccc4ccccc34"), OUT),
    ("sulfonyl", bridged("S(=O)(=O)c3cccc4ccccc34"), OUT),
    ("phenyl", bridged("-c3ccccc3"), OUT),
    ("1,2,4-oxadiazol-5-yl", bridged("-c3nc(Cc4ccccc4)no3"), IN),
    ("thiazol-2-yl", bridged("-c3nc(C(C)(C)C)cs3"), IN),
    ("pyrazol-3-yl", bridged("-c3ccn(C)n3"), IN),
    ("dihydrooxazol-2-yl", bridged("C3=NC(C)(C)CO3"), IN),
    ("dihydroazet-2-yl, 4 atoms", bridged("C3=NC(C)C3"), IN),
    ("thiazol-2-yl (PTI-1)", bridged("-c3nc(CN(CC)CC)cs3"), IN),
    ("thiazol-2-yl (PTI-2)", bridged("-c3nc(CN(CCOC)C(C)C)cs3"), IN),
    ("thiazol-4-yl", bridged("-c3csc(CN(CCOC)C(C)C)n3"), AROMATIC_BOND),
    ("thiazol-5-yl, no N beside it", bridged("-c3cnc(C)s3"), OUT),
    ("pyridin-2-yl, 6 atoms", bridged("-c3cccc(C)n3"), OUT),
    # b: the amide nitrogen closes a ring of six with position 2 of the indole, by carbon and hydrogen
    ("gamma-carbolinone (CUMYL-PEGACLONE)", "CCCCCn1c2ccccc2c2c1ccn(C(C)(C)c1ccccc1)c2=O", IN),
    ("the same, hydrogenated", "CCCCCn1c2ccccc2c2c1CCN(C(C)(C)c1ccccc1)C2=O", IN),
    ("with methyl on what closes the ring", "CCCCCn1c2ccccc2c2c1cc(C)n(Cc1ccccc1)c2=O", IN),
    ("with methoxy on what closes the ring", "CCCCCn1c2ccccc2c2c1cc(OC)n(Cc1ccccc1)c2=O", OUT),
    ("with N in what closes the ring", "CCCCCn1c2ccccc2c2c1cnn(Cc1ccccc1)c2=O", OUT),
    ("a ring of five", "CCCCCn1c2ccccc2c2c1CN(C(C)(C)c1ccccc1)C2=O", OUT),
    ("a ring of seven", "CCCCCn1c2ccccc2c2c1CCCN(C(C)(C)c1ccccc1)C2=O", OUT),
    ("on 7-azaindole", "CCCCCn1c2ncccc2c2c1ccn(C(C)(C)c1ccccc1)c2=O", OUT),
    ("no residue on nitrogen", "CCCCCn1c2ccccc2c2c1cc[nH]c2=O", OUT),
    ("fluorine at 6 of the indole", "CCCCCn1c2cc(F)ccc2c2c1ccn(C(C)(C)c1ccccc1)c2=O", IN),
    ("fluorine at 4 of the indole", "CCCCCn1c2cccc(F)c2c2c1ccn(C(C)(C)c1ccccc1)c2=O", OUT),
    ("tail of 8", f"{chain(8)}n1c2ccccc2c2c1ccn(C(C)(C)c1ccccc1)c2=O", OUT),
    ("silicon on the residue", "CCCCCn1c2ccccc2c2c1ccn(CC[Si](C)(C)C)c2=O", OUT),
]

RESTS: Table = [
    ("adamantyl", bridged("C(=O)C34CC5CC(CC(C5)C3)C4"), IN),
    ("amino acid amide", bridged("C(=O)NC(C(N)=O)C(C)(C)C"), IN),
    ("amino acid ester", bridged("C(=O)NC(C(=O)OC)C(C)(C)C"), IN),
    *(
        (f"{element}, {name}", bridged(f"{bridge}c3ccc({residue})cc3"), IN)
        for name, bridge in (("amide", "C(=O)N"), ("ketone", "C(=O)"))
        for element, residue in (("S", "SC"), ("Cl", "Cl"), ("Br", "Br"), ("I", "I"), ("N", "N"))
    ),
    ("chain of 12 on a ketone", bridged(f"C(=O){chain(12)}"), IN),
    ("chain of 12 on an amide", bridged(f"C(=O)N{chain(12)}"), IN),
    ("chain of 13 on an amide", bridged(f"C(=O)N{chain(13)}"), OUT),
    ("chain of 12 with O", bridged(f"C(=O)N{chain(11)}O"), IN),
    ("chain of 13 with O", bridged(f"C(=O)N{chain(12)}O"), OUT),
    ("chain of 12 on an ester", bridged(f"C(=O)O{chain(12)}"), IN),
    ("chain of 13 on a ketone", bridged(f"C(=O){chain(13)}"), OUT),
    ("6 atoms, a ring, 7 atoms", bridged(f"C(=O)N{chain(6)}c3ccc({chain(7)})cc3"), IN),
    ("silicon", bridged("C(=O)NCC[Si](C)(C)C"), OUT),
    ("phosphorus", bridged("C(=O)NCP(=O)(OC)OC"), OUT),
]

TAILS: Table = [
    ("hydrogen", f"[nH]1cc({NAPHTHOYL})c2ccccc12", OUT),
    ("methyl", tailed("C"), OUT),
    ("ethyl", tailed("CC"), OUT),
    ("propyl", tailed("CCC"), IN),
    ("isopropyl, three in a row", tailed("CC(C)"), IN),
    ("heptyl", tailed(chain(7)), IN),
    ("octyl", tailed(chain(8)), OUT),
    ("branched, 7 in a row", tailed("CCC(C)CCCC"), IN),
    ("branched, 8 in a row", tailed("CCCC(C)CCCC"), OUT),
    ("7-fluoroheptyl", tailed("F" + chain(7)), IN),
    ("2-fluoroethyl", tailed("FCC"), OUT),
    ("trifluorobutyl", tailed("FC(F)(F)CCC"), IN),
    ("4-cyanobutyl", tailed("N#CCCCC"), IN),
    ("cyano on a chain of 7", tailed("N#C" + chain(7)), IN),
    ("cyano on a chain of 2", tailed("N#CCC"), OUT),
    ("pent-4-enyl", tailed("C=CCCC"), IN),
    ("pent-4-ynyl", tailed("C#CCCC"), IN),
    ("hexa-2,5-dienyl", tailed("C=CCC=CC"), IN),
    ("O in the chain", tailed("CCOCC"), IN),
    ("O in a chain of 7", tailed("CCCOCCC"), IN),
    ("O in a chain of 8", tailed("CCCCOCCC"), OUT),
    ("S in a chain of 7", tailed("CCCSCCC"), IN),
    ("S in a chain of 8", tailed("CCCCSCCC"), OUT),
    ("hydroxy on pentyl", tailed("OCCCCC"), IN),
    ("hydroxy on ethyl", tailed("OCC"), OUT),
    ("oxo on pentyl", tailed("CC(=O)CCC"), IN),
    ("carboxy on butyl", tailed("OC(=O)CCCC"), IN),
    ("amino on pentyl", tailed("NCCCCC"), IN),
    ("dimethylamino on propyl", tailed("CN(C)CCC"), IN),
    ("dimethylamino on ethyl: N ends the chain", tailed("CN(C)CC"), OUT),
    ("butylamino on butyl: N ends the chain", tailed("CCCCNCCCC"), IN),
    ("carboxamide on butyl", tailed("NC(=O)CCCC"), IN),
    ("pentanoyl", tailed("CCCCC(=O)"), IN),
    ("silicon", tailed("C[Si](C)(C)CCC"), OUT),
    ("iodine", tailed("ICCCCC"), IN),
    ("two rings on pentyl", tailed("c4ccccc4C(c4ccccc4)CCCC"), RING_ON_CHAIN),
    ("phenyl on pentyl", tailed("c4ccccc4CCCCC"), RING_ON_CHAIN),
    ("phenoxy on ethyl", tailed("c4ccccc4OCCC"), RING_ON_CHAIN),
    ("hydrogen on carbon 2 of benzimidazole", "c1nc2ccccc2n1C(=O)c1cccc2ccccc12", OUT),
]

TAIL_RINGS: Table = [
    ("3 atoms, directly", tailed("C4CC4"), IN),
    ("3 atoms, methylene", tailed("C4CC4C"), IN),
    ("4 atoms, methylene", tailed("C4CCC4C"), IN),
    ("7 atoms, methylene", tailed("C4CCCCCC4C"), IN),
    ("8 atoms, methylene", tailed("C4CCCCCCC4C"), OUT),
    ("8 atoms, directly", tailed("C4CCCCCCC4"), OUT),
    ("aromatic, directly", tailed("c4ccccc4"), IN),
    ("aromatic, methylene", tailed("c4ccccc4C"), IN),
    ("aromatic, ethylene", tailed("c4ccccc4CC"), IN),
    ("aromatic, ethylidene", tailed("c4ccccc4C(C)"), IN),
    ("aromatic, vinylene", tailed("c4ccccc4C=C"), IN),
    ("aromatic, tetramethylene", tailed("c4ccccc4CCCC"), IN),
    ("aromatic, 2-oxoethylene", tailed("c4ccccc4C(=O)C"), IN),
    ("aromatic, carbonyl", tailed("c4ccccc4C(=O)"), OUT),
    ("S heterocycle", tailed("c4ccsc4C"), IN),
    ("N and O heterocycle", tailed("c4cnoc4C"), IN),
    ("two double bonds in the hydrocarbon bridge", tailed("c4ccccc4C=CC=C"), RING_ON_CHAIN),
    ("fluorine on the hydrocarbon bridge", tailed("c4ccccc4C(F)C"), OUT),
    ("aromatic, difluoromethylene", tailed("c4ccccc4C(F)(F)"), OUT),
    ("O heterocycle", tailed("O4CCC(CC4)C"), IN),
    ("N heterocycle, ethylene", tailed("C4COCCN4CC"), IN),
    ("methyl on ring N", tailed("CN4CCCCC4C"), IN),
    ("ethyl on ring N", tailed("CCN4CCCCC4C"), IN),
    ("propyl on ring N", tailed("CCCN4CCCCC4C"), OUT),
    ("2-fluoroethyl on ring N", tailed("FCCN4CCCCC4C"), OUT),
    ("hydroxymethyl on ring N", tailed("OCN4CCCCC4C"), OUT),
    ("acetyl on ring N", tailed("CC(=O)N4CCCCC4C"), OUT),
    ("any substituent on the ring", tailed("c4cc(S(=O)(=O)N(C)C)ccc4C"), IN),
    ("a long one", tailed(f"c4cc({chain(9)})ccc4C"), IN),
    ("oxo on the ring", tailed("O=C4CCC(CC4)C"), IN),
    ("norbornylmethyl", tailed("C4CC5CC4CC5C"), IN),
    ("naphthylmethyl", tailed("c45ccccc4cccc5C"), IN),
    ("a ring of eight in a polycycle", tailed("C45CCCCCCC4C5C"), OUT),
    ("iodine in the ring (benziodoxole)", tailed("O=C4OI(O)c5ccc(cc45)C"), OUT),
    ("silicon in the ring", tailed("C[Si]4(C)CCC(CC4)C"), OUT),
    ("on carbon 2 of benzimidazole", "O=C(c1cccc2ccccc12)n1c(CC2CCCCC2)nc2ccccc21", IN),
]

# ---- 2.2 -------------------------------------------------------------------------------------------

QUINOLINYL = "c3cccc4cccnc34"


def sulfonamide(r1: str = "C", r2: str = QUINOLINYL, amine: str = "N2CCCCC2", link: str = "O") -> str:
    place = f"({r1})" if r1 else ""
    return f"O=C({link}{r2})c1ccc{place}c(S(=O)(=O){amine})c1"


SULFONAMIDES: Table = [
    ("ester (QMPSB)", sulfonamide(), IN),
    ("amide (QMPCB)", sulfonamide(link="N"), IN),
    ("amide with methyl on N", sulfonamide(link="N(C)"), OUT),
    ("thioester", sulfonamide(link="S"), OUT),
    ("sulfonamide para to the ester", f"O=C(O{QUINOLINYL})c1ccc(S(=O)(=O)N2CCCCC2)cc1", OUT),
    ("R1 beside the ester", f"O=C(O{QUINOLINYL})c1cc(S(=O)(=O)N2CCCCC2)ccc1C", OUT),
    *(
        (f"R1 {name}", sulfonamide(r1=residue), expected)
        for name, residue, expected in (
            ("hydrogen", "", IN),
            ("fluorine", "F", IN),
            ("chlorine", "Cl", IN),
            ("bromine", "Br", IN),
            ("ethyl", "CC", IN),
            ("methoxy", "OC", IN),
            ("propyl", "CCC", OUT),
            ("fluoromethyl", "CF", OUT),
            ("2-fluoroethyl", "CCF", OUT),
            ("ethoxy", "OCC", OUT),
            ("hydroxy", "O", OUT),
        )
    ),
    ("R1 iodine", sulfonamide(r1="I", amine="N(C)C"), IN),
    ("R1 iodine, above 500 u with piperidine", sulfonamide(r1="I"), OUT),
    *(
        (f"R2 {name}", sulfonamide(r2=residue), expected)
        for name, residue, expected in (
            ("phenyl", "c3ccccc3", IN),
            ("pyridyl", "c3cccnc3", IN),
            ("2-pyridyl", "c3ccccn3", IN),
            ("4-pyridyl", "c3ccncc3", IN),
            ("cumyl", "C(C)(C)c3ccccc3", IN),
            ("3-isoquinolinyl", "c3cc4ccccc4cn3", IN),
            ("1-naphthyl", "c3cccc4ccccc34", IN),
            ("1-adamantyl", "C34CC5CC(CC(C5)C3)C4", IN),
            ("2-adamantyl", "C3C4CC5CC(C4)CC3C5", IN),
            ("fluorophenyl", "c3ccc(F)cc3", IN),
            ("methoxyphenyl", "c3ccc(OC)cc3", IN),
            ("aminophenyl", "c3ccc(N)cc3", IN),
            ("hydroxyphenyl", "c3ccc(O)cc3", IN),
            ("cyanophenyl", "c3ccc(C#N)cc3", IN),
            ("tolyl", "c3ccc(C)cc3", IN),
            ("phenoxyphenyl", "c3ccc(Oc4ccccc4)cc3", IN),
            ("ethylphenyl", "c3ccc(CC)cc3", OUT),
            ("fluoromethylphenyl", "c3ccc(CF)cc3", OUT),
            ("ethoxyphenyl", "c3ccc(OCC)cc3", OUT),
            ("fluoromethoxyphenyl", "c3ccc(OCF)cc3", OUT),
            ("methylaminophenyl", "c3ccc(NC)cc3", OUT),
            ("hydroxyaminophenyl", "c3ccc(NO)cc3", OUT),
            ("fluorophenoxyphenyl", "c3ccc(Oc4ccc(F)cc4)cc3", OUT),
            ("nitrophenyl", "c3ccc([N+](=O)[O-])cc3", OUT),
            ("2-naphthyl", "c3ccc4ccccc4c3", OUT),
            ("4-quinolinyl", "c3ccnc4ccccc34", OUT),
            ("1-isoquinolinyl", "c3nccc4ccccc34", OUT),
            ("benzyl", "Cc3ccccc3", OUT),
            ("cyclohexyl", "C3CCCCC3", OUT),
            ("methyl", "C", OUT),
            ("hydrogen", "[H]", OUT),
        )
    ),
    *(
        (f"R3 and R4 {name}", sulfonamide(amine=amine), expected)
        for name, amine, expected in (
            ("hydrogen", "N", IN),
            ("methyl", "NC", IN),
            ("two ethyls", "N(CC)CC", IN),
            ("propyl and isopropyl", "N(CCC)C(C)C", IN),
            ("butyl", "NCCCC", OUT),
            ("benzyl", "NCc2ccccc2", OUT),
            ("aziridine", "N2CC2", IN),
            ("azetidine", "N2CCC2", IN),
            ("N-ethylpiperazine", "N2CCN(CC)CC2", IN),
            ("azepane, 7 atoms", "N2CCCCCC2", IN),
            ("azocane, 8 atoms", "N2CCCCCCC2", OUT),
            ("morpholine", "N2CCOCC2", IN),
            ("thiomorpholine", "N2CCSCC2", IN),
            ("piperazine", "N2CCNCC2", IN),
            ("N-methylpiperazine", "N2CCN(C)CC2", IN),
            ("N-isopropylpiperazine", "N2CCN(C(C)C)CC2", IN),
            ("N-fluoromethylpiperazine", "N2CCN(CF)CC2", OUT),
            ("N-(2-fluoroethyl)piperazine", "N2CCN(CCF)CC2", OUT),
            ("N-butylpiperazine", "N2CCN(CCCC)CC2", OUT),
            ("4,4-difluoropiperidine", "N2CCC(F)(F)CC2", IN),
            ("4-methylpiperidine", "N2CCC(C)CC2", OUT),
            ("tetrahydropyridine, unsaturated", "N2CC=CCC2", OUT),
        )
    ),
]

NEAR_400 = [
    ("naphthyl, below, ketone", "C(=O)c3c(F)c(F)c(Br)c4c(Br)c(Br)ccc34", 399.83, IN),
    ("naphthyl, above, ketone", "C(=O)c3c(Cl)c(Cl)c(Br)c4c(I)cccc34", 400.85, OUT),
    ("naphthyl, above, amide", "C(=O)Nc3c(Cl)c(Cl)c(Br)c4c(I)cccc34", 400.85, OUT),
    ("naphthyl, below, ester", "C(=O)Oc3c(F)c(F)c(Br)c4c(Br)c(Br)ccc34", 399.83, IN),
]
NEAR_300 = [
    ("benzyl, at 296", "c4ccc(Br)c(I)c4C", 295.93, IN),
    ("benzyl, at 301", "c4c(F)c(Cl)c(Br)c(Br)c4C", 301.36, OUT),
    ("benzyl, below", "c4c(Br)c(Br)c(Cl)cc4C", 283.37, IN),
    ("benzyl, above", "c4c(Br)c(Br)c(Br)cc4C", 327.82, OUT),
    ("benzyl, just below", "c4c(I)c(Cl)c(C)cc4CC", 279.53, IN),
    ("chain, below", "BrC(Br)(Br)CC", 279.78, IN),
    ("chain, above", "IC(Br)(Br)CC", 326.78, OUT),
]


CLAUSES = each(
    core=CORES,
    core_position=CORE_POSITIONS,
    fluorine=FLUORINES,
    carbolinone=CARBOLINONES,
    bridge=BRIDGES,
    rest=RESTS,
    tail=TAILS,
    tail_ring=TAIL_RINGS,
    sulfonamide=SULFONAMIDES,
)


@CLAUSES
def test_npsg_2_clause(smiles: str, expected: Answer, npsg_says: Callable[[str, str], Answer]) -> None:
    assert npsg_says(smiles, GROUP) == expected


@CLAUSES
def test_npsg_2_gates_change_nothing(
    smiles: str, expected: Answer, npsg: Decider, npsg_ungated: Decider
) -> None:
    assert npsg.row(smiles) == npsg_ungated.row(smiles)


def _radical(residue: str) -> float:
    """Average mass of a residue: without the H that closes the cut."""
    return float(MolWt(Chem.MolFromSmiles(residue))) - 1.008


@pytest.mark.parametrize(
    ("bridge", "mass", "expected"), [pytest.param(b, m, e, id=name) for name, b, m, e in NEAR_400]
)
def test_mass_of_the_bridge_residue(
    bridge: str, mass: float, expected: Answer, npsg_says: Callable[[str, str], Answer]
) -> None:
    linker = next(s for s in ("C(=O)N", "C(=O)O", "C(=O)") if bridge.startswith(s))
    assert _radical(bridge.removeprefix(linker)) == pytest.approx(mass, abs=0.01)
    assert npsg_says(bridged(bridge), GROUP) == expected


@pytest.mark.parametrize(
    ("bridge", "expected"),
    [("C(=O)N(C)Cc3ccc(I)c(I)c3", IN), ("C(=O)N(Cc3ccc(I)c(I)c3)Cc3ccc(I)c(I)c3", OUT)],
)
def test_several_bridge_residues_weigh_together(
    bridge: str, expected: Answer, npsg_says: Callable[[str, str], Answer]
) -> None:
    """343 u each: one is light enough, two are not."""
    assert npsg_says(bridged(bridge), GROUP) == expected


@pytest.mark.parametrize(
    ("tail", "mass", "expected"), [pytest.param(t, m, e, id=name) for name, t, m, e in NEAR_300]
)
def test_mass_of_the_side_chain(
    tail: str, mass: float, expected: Answer, npsg_says: Callable[[str, str], Answer]
) -> None:
    assert _radical(tail) == pytest.approx(mass, abs=0.05)
    assert npsg_says(tailed(tail), GROUP) == expected


@pytest.mark.parametrize(
    ("r2", "mass", "expected"),
    [
        ("c3c(Br)cc(Cl)cc3", 472.79, IN),
        ("c3c(Cl)c(Cl)c(Cl)c(Cl)c3", 497.23, IN),
        ("c3ccc(F)c(I)c3", 503.33, OUT),
        ("c3c(Br)cc(Br)cc3", 517.24, OUT),
    ],
)
def test_mass_of_a_sulfonamide(
    r2: str, mass: float, expected: Answer, npsg_says: Callable[[str, str], Answer]
) -> None:
    smiles = sulfonamide(r2=r2)
    assert MolWt(Chem.MolFromSmiles(smiles)) == pytest.approx(mass, abs=0.02)
    assert npsg_says(smiles, GROUP) == expected
