"""Group 2, synthetic cannabinoids: core, bridge, structuurelement B and side chain, at and beyond limits.

The expected answers come from the text: the core's positions, the mass of B and the end of
the side chain in Dutch, the rest from the German parallel of 2016.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "cannabinoiden"
NAPHTHOYL = "C(=O)c2cccc3ccccc23"
BOUND_BY_IMINE = depends("azacarbonyl = imino", "in")
BOUND_BY_AMIDE = depends("azacarbonyl = amide-by-n", "out")
BOUND_BY_NITROGEN = depends("azacarbonyl = nitrogen", "out")
SHORT_OR_LONG_TAIL = depends("chain-3-7 = substituents", "out")
AROMATIC_BOND = depends("aromatic-bond = any", "out")
BEHIND_RING = depends("chain-through-ring = no", "in")
ALKYNYL_TAIL = depends("alkynyl-tail = yes", "out")
SPLIT = depends("bridge-split = free", "out")


def bridged(bridge: str) -> str:
    """1-Pentylindole with a bridge and its rest at position 3."""
    return f"CCCCCn1cc({bridge})c2ccccc12"


def tailed(tail: str) -> str:
    """3-(1-Naphthoyl)indole with a side chain; the tail is written from its far end."""
    return f"{tail}n1cc({NAPHTHOYL})c2ccccc12"


def chain(n: int) -> str:
    return "C" * n


CORES: Table = [
    ("a, indole (JWH-018)", tailed("CCCCC"), IN),
    ("b, 2-methylindole (JWH-007)", f"CCCCCn1c(C)c({NAPHTHOYL})c2ccccc12", IN),
    ("c, indazole (THJ-018)", f"CCCCCn1nc({NAPHTHOYL})c2ccccc12", IN),
    ("d, benzimidazole, bridge at 2 (BIM-018)", f"CCCCCn1c({NAPHTHOYL})nc2ccccc12", IN),
    ("e, benzimidazole, bridge at 1", "CCCCCc1nc2ccccc2n1C(=O)c1cccc2ccccc12", IN),
    ("2-ethylindole", f"CCCCCn1c(CC)c({NAPHTHOYL})c2ccccc12", OUT),
    ("2-fluoroindole", f"CCCCCn1c(F)c({NAPHTHOYL})c2ccccc12", OUT),
    ("2-trifluoromethylindole", f"CCCCCn1c(C(F)(F)F)c({NAPHTHOYL})c2ccccc12", OUT),
    ("2-phenylindole", f"CCCCCn1c(-c4ccccc4)c({NAPHTHOYL})c2ccccc12", OUT),
    ("indole, bridge at 2", f"CCCCCn1c({NAPHTHOYL})cc2ccccc12", OUT),
    ("indole, bridge at 4", "CCCCCn1ccc2c(C(=O)c3cccc4ccccc34)cccc12", OUT),
    ("indole, bridge and side chain exchanged", "CCCCCc1cn(C(=O)c2cccc3ccccc23)c2ccccc12", OUT),
    ("indazole, bridge and side chain exchanged", "CCCCCc1nn(C(=O)c2cccc3ccccc23)c2ccccc12", OUT),
    ("indazole, side chain at 2", "CCCCCn1nc2ccccc2c1C(=O)c1cccc2ccccc12", OUT),
    ("indoline", "CCCCCN1CC(C(=O)c2cccc3ccccc23)c2ccccc12", OUT),
    ("7-azaindole", f"CCCCCn1cc({NAPHTHOYL})c2cccnc12", OUT),
    ("7-azaindazole", "CCCCCn1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2cccnc12", OUT),
    ("5-azaindole", f"CCCCCn1cc({NAPHTHOYL})c2cnccc12", OUT),
    ("pyrrole (JWH-030)", "CCCCCn1ccc(C(=O)c2cccc3ccccc23)c1", OUT),
    ("pyrazole", "CCCCCn1ccc(C(=O)NC(C(N)=O)C(C)(C)C)n1", OUT),
    ("carbazole (MDMB-CHMCZCA)", "COC(=O)C(NC(=O)c1ccc2c(c1)c1ccccc1n2CC1CCCCC1)C(C)(C)C", OUT),
    ("quinolone", "CCCCCn1cc(C(=O)NC23CC4CC(CC(C4)C2)C3)c(=O)c2ccccc12", OUT),
    ("benzofuran", f"o1cc({NAPHTHOYL})c2ccccc12", OUT),
    ("gamma-carbolinone (CUMYL-PEGACLONE)", "CCCCCn1c2ccccc2c2c1ccn(C(C)(C)c1ccccc1)c2=O", OUT),
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
    }
    others = {
        "hydroxy": "O",
        "amino": "N",
        "cyano": "C#N",
        "ethyl": "CC",
        "ethoxy": "OCC",
        "trifluoromethyl": "C(F)(F)F",
        "phenyl": "c4ccccc4",
        "carboxy": "C(=O)O",
    }
    for position, benzo in ring.items():
        for name, residue in (allowed | others).items():
            fits = IN if position != "4" and name in allowed else OUT
            yield f"{name} at {position}", f"CCCCCn1cc({NAPHTHOYL}){benzo.format(residue)}", fits
            yield f"{name} at {position}, indazole", f"CCCCCn1nc({NAPHTHOYL}){benzo.format(residue)}", fits


CORE_POSITIONS: Table = [
    *_core_positions(),
    ("three at 5, 6 and 7", f"CCCCCn1cc({NAPHTHOYL})c2cc(F)c(OC)c(C)c12", IN),
    ("benzimidazole, bridge at 2, fluorine at 4", f"CCCCCn1c({NAPHTHOYL})nc2c(F)cccc12", OUT),
    ("benzimidazole, bridge at 2, fluorine at 5", f"CCCCCn1c({NAPHTHOYL})nc2cc(F)ccc12", IN),
    ("benzimidazole, bridge at 2, fluorine at 6", f"CCCCCn1c({NAPHTHOYL})nc2ccc(F)cc12", IN),
    ("benzimidazole, bridge at 2, fluorine at 7", f"CCCCCn1c({NAPHTHOYL})nc2cccc(F)c12", IN),
    ("benzimidazole, bridge at 1, fluorine at 4", "CCCCCc1nc2c(F)cccc2n1C(=O)c1cccc2ccccc12", OUT),
    ("benzimidazole, bridge at 1, nitro at 5", "CCCCCc1nc2cc([N+](=O)[O-])ccc2n1C(=O)c1cccc2ccccc12", IN),
    ("benzimidazole, bridge at 1, fluorine at 7", "CCCCCc1nc2cccc(F)c2n1C(=O)c1cccc2ccccc12", IN),
    ("methylenedioxy at 5 and 6", f"CCCCCn1cc({NAPHTHOYL})c2cc3OCOc3cc12", OUT),
    ("benzo at 4 and 5", f"CCCCCn1cc({NAPHTHOYL})c2c4ccccc4ccc12", OUT),
]

BRIDGES: Table = [
    ("carbonyl", bridged("C(=O)c3ccccc3"), IN),
    ("carbonyl with sulfur", bridged("C(=O)Sc3ccccc3"), IN),
    ("carboxamido (SDB-006)", bridged("C(=O)NCc3ccccc3"), IN),
    ("carboxamido, two rests", bridged("C(=O)N(C)Cc3ccccc3"), IN),
    ("carboxamido, ring", bridged("C(=O)N3CCCC3"), IN),
    ("carboxamido, doubly bonded rest", bridged("C(=O)N=C(N)N"), IN),
    ("carboxamido, hydrazide", bridged("C(=O)NNc3ccccc3"), IN),
    ("carboxyl (PB-22)", bridged("C(=O)Oc3cccc4cccnc34"), IN),
    ("carboxyl, methyl ester", bridged("C(=O)OC"), IN),
    ("carboxamide without a rest", bridged("C(N)=O"), SPLIT),
    ("carboxylic acid", bridged("C(=O)O"), SPLIT),
    ("aldehyde", bridged("C=O"), OUT),
    ("azacarbonyl, C(=N)", bridged("C(=NC)c3ccccc3"), BOUND_BY_IMINE),
    ("azacarbonyl, C(=NH)", bridged("C(=N)c3ccccc3"), BOUND_BY_IMINE),
    ("azacarbonyl, N-C(=O)", bridged("NC(=O)c3ccccc3"), BOUND_BY_AMIDE),
    ("azacarbonyl, N-C(=O) with two rests", bridged("N(C)C(=O)c3ccccc3"), BOUND_BY_AMIDE),
    ("azacarbonyl, N=", bridged("N=Cc3ccccc3"), BOUND_BY_NITROGEN),
    ("methylene", bridged("Cc3cccc4ccccc34"), OUT),
    ("hydroxymethylene", bridged("C(O)c3cccc4ccccc34"), OUT),
    ("thiocarbonyl", bridged("C(=S)c3cccc4ccccc34"), OUT),
    ("sulfonyl", bridged("S(=O)(=O)c3cccc4ccccc34"), OUT),
    ("amine", bridged("NCc3ccccc3"), OUT),
    ("ether", bridged("OCc3ccccc3"), OUT),
    ("directly bound phenyl", bridged("-c3ccccc3"), OUT),
    ("acetyl chain before the carbonyl", bridged("CC(=O)c3ccccc3"), OUT),
    # a heterocycle of at most five atoms with a double bond to N where it is attached
    ("1,2,4-oxadiazol-5-yl", bridged("-c3nc(Cc4ccccc4)no3"), IN),
    ("1,2,4-oxadiazol-3-yl", bridged("-c3noc(Cc4ccccc4)n3"), IN),
    ("1,3,4-oxadiazol-2-yl", bridged("-c3nnc(C(C)(C)C)o3"), IN),
    ("thiazol-2-yl", bridged("-c3nc(C(C)(C)C)cs3"), IN),
    ("oxazol-2-yl", bridged("-c3ncc(C(C)(C)C)o3"), IN),
    ("imidazol-2-yl", bridged("-c3ncc(C(C)(C)C)n3C"), IN),
    ("isoxazol-3-yl", bridged("-c3noc(C(C)(C)C)c3"), IN),
    ("pyrazol-3-yl", bridged("-c3ccn(C)n3"), IN),
    ("1,2,3-triazol-4-yl, substituted at 2", bridged("-c3cnn(CC)n3"), IN),
    ("tetrazol-5-yl, substituted at 1", bridged("-c3nnnn3CC"), IN),
    ("tetrazol-5-yl, substituted at 2", bridged("-c3nnn(CC)n3"), IN),
    ("benzothiazol-2-yl", bridged("-c3nc4ccccc4s3"), IN),
    ("dihydrooxazol-2-yl", bridged("C3=NC(C)(C)CO3"), IN),
    ("dihydroazet-2-yl, 4 atoms", bridged("C3=NC(C)C3"), IN),
    ("azirin-3-yl, 3 atoms", bridged("C3=NC3C"), IN),
    ("thiazol-2-yl without a rest", bridged("-c3nccs3"), OUT),
    ("thiazol-5-yl, no N beside it", bridged("-c3cnc(C)s3"), OUT),
    ("thiazol-4-yl, single bond to N", bridged("-c3csc(C)n3"), AROMATIC_BOND),
    ("oxazol-4-yl, single bond to N", bridged("-c3coc(C)n3"), AROMATIC_BOND),
    ("1,2,3-triazol-4-yl, substituted at 1, single bond to N", bridged("-c3cn(CC)nn3"), AROMATIC_BOND),
    ("pyrazol-5-yl, single bond to N", bridged("-c3ccnn3C"), OUT),
    ("pyrrolidin-2-yl, single bond to N", bridged("C3CCCN3C"), OUT),
    ("pyrazol-1-yl, bound by N", bridged("-n3ccc(C)n3"), OUT),
    ("thienyl", bridged("-c3ccc(C)s3"), OUT),
    ("pyridin-2-yl, 6 atoms", bridged("-c3cccc(C)n3"), OUT),
    ("tetrahydropyridin-2-yl, 6 atoms", bridged("C3=NC(C)CCC3"), OUT),
]

RESTS: Table = [
    ("bound doubly to the amide nitrogen", bridged("C(=O)N=C(C)C"), IN),
    ("a ring on the bridge ring, bound doubly", bridged("C3=NC4=CC=CC4=C3"), IN),
    ("adamantyl", bridged("C(=O)C34CC5CC(CC(C5)C3)C4"), IN),
    ("tetramethylcyclopropyl (UR-144)", bridged("C(=O)C3C(C)(C)C3(C)C"), IN),
    ("amino acid amide (ADB)", bridged("C(=O)NC(C(N)=O)C(C)(C)C"), IN),
    ("amino acid ester (MDMB)", bridged("C(=O)NC(C(=O)OC)C(C)(C)C"), IN),
    ("sulfonamide", bridged("C(=O)c3ccc(S(N)(=O)=O)cc3"), IN),
    *(
        (f"{element}, {name}", bridged(f"{bridge}c3ccc({residue})cc3"), IN)
        for name, bridge in (("amide", "C(=O)N"), ("ketone", "C(=O)"))
        for element, residue in (
            ("N", "N"),
            ("O", "O"),
            ("S", "SC"),
            ("F", "F"),
            ("Cl", "Cl"),
            ("Br", "Br"),
            ("I", "I"),
        )
    ),
    ("chain of 12 on an amide", bridged(f"C(=O)N{chain(12)}"), IN),
    ("chain of 13 on an amide", bridged(f"C(=O)N{chain(13)}"), OUT),
    ("chain of 12 on an ester", bridged(f"C(=O)O{chain(12)}"), IN),
    ("chain of 13 on an ester", bridged(f"C(=O)O{chain(13)}"), OUT),
    ("chain of 12 on a ketone", bridged(f"C(=O){chain(12)}"), IN),
    ("chain of 13 on a ketone", bridged(f"C(=O){chain(13)}"), OUT),
    ("chain of 12 with O", bridged(f"C(=O)N{chain(11)}O"), IN),
    ("chain of 13 with O", bridged(f"C(=O)N{chain(12)}O"), OUT),
    ("chain of 12 with N on a ring", bridged(f"C(=O)c3ccc({chain(11)}N)cc3"), IN),
    ("chain of 13 with N on a ring", bridged(f"C(=O)c3ccc({chain(12)}N)cc3"), OUT),
    ("chain of 12 on an oxadiazole", bridged(f"-c3nc({chain(12)})no3"), IN),
    ("chain of 13 on an oxadiazole", bridged(f"-c3nc({chain(13)})no3"), OUT),
    ("6 atoms, a ring, 6 atoms", bridged(f"C(=O)N{chain(6)}c3ccc({chain(6)})cc3"), IN),
    ("6 atoms, a ring, 7 atoms", bridged(f"C(=O)N{chain(6)}c3ccc({chain(7)})cc3"), BEHIND_RING),
    ("6 atoms, a ring, 7 atoms, ketone", bridged(f"C(=O){chain(6)}c3ccc({chain(7)})cc3"), BEHIND_RING),
    ("12 atoms, a ring, 13 atoms", bridged(f"C(=O)N{chain(12)}c3ccc({chain(13)})cc3"), OUT),
    ("silicon", bridged("C(=O)NCC[Si](C)(C)C"), OUT),
    ("silicon, ketone", bridged("C(=O)c3ccc([Si](C)(C)C)cc3"), OUT),
    ("phosphorus", bridged("C(=O)NCP(=O)(OC)OC"), OUT),
    ("boron", bridged("C(=O)c3ccc(B(O)O)cc3"), OUT),
    ("selenium", bridged("C(=O)NCC[Se]C"), OUT),
    # what is bound by a double bond is structuurelement B too
    ("chain of 12, bound doubly", bridged(f"C(=O)N=C{chain(11)}"), IN),
    ("chain of 13, bound doubly", bridged(f"C(=O)N=C{chain(12)}"), OUT),
    ("phosphorus, bound doubly", bridged("C(=O)N=CP(C)C"), OUT),
    ("silicon, bound doubly", bridged("C(=O)N=C[Si](C)(C)C"), OUT),
]

TAILS: Table = [
    ("hydrogen", f"[nH]1cc({NAPHTHOYL})c2ccccc12", OUT),
    ("hydrogen on indazole (ADB-INACA)", "CC(C)(C)C(NC(=O)c1n[nH]c2ccccc12)C(N)=O", OUT),
    ("methyl", tailed("C"), SHORT_OR_LONG_TAIL),
    ("ethyl", tailed("CC"), SHORT_OR_LONG_TAIL),
    ("propyl (JWH-072)", tailed("CCC"), IN),
    ("butyl (JWH-073)", tailed("CCCC"), IN),
    ("heptyl", tailed(chain(7)), IN),
    ("octyl", tailed(chain(8)), SHORT_OR_LONG_TAIL),
    ("branched, 7 in a row", tailed("CCC(C)CCCC"), IN),
    ("branched, 8 in a row", tailed("CCCC(C)CCCC"), SHORT_OR_LONG_TAIL),
    ("5-fluoropentyl (AM-2201)", tailed("FCCCCC"), IN),
    ("5-chloropentyl", tailed("ClCCCCC"), IN),
    ("5-bromopentyl", tailed("BrCCCCC"), IN),
    ("5-iodopentyl", tailed("ICCCCC"), IN),
    ("7-fluoroheptyl", tailed("F" + chain(7)), IN),
    ("8-fluorooctyl", tailed("F" + chain(8)), SHORT_OR_LONG_TAIL),
    ("3-fluoropropyl", tailed("FCCC"), IN),
    ("2-fluoroethyl", tailed("FCC"), SHORT_OR_LONG_TAIL),
    ("4,4,4-trifluorobutyl", tailed("FC(F)(F)CCC"), IN),
    ("trifluoromethyl on a chain of 7", tailed("FC(F)(F)" + chain(7)), IN),
    ("trifluoromethyl on a chain of 2, itself the third", tailed("FC(F)(F)CC"), IN),
    ("the same with cyano", tailed("FC(F)(F)CC(C#N)"), IN),
    ("the same with a double bond", tailed("FC(F)(F)C=C"), IN),
    ("the same with a triple bond", tailed("FC(F)(F)C#C"), ALKYNYL_TAIL),
    ("trifluoromethyl and cyano on a chain of 7", tailed("FC(F)(F)CCCCC(C#N)CC"), IN),
    ("trifluoromethyl on an alkenyl chain of 7", tailed("FC(F)(F)CCCCC=CC"), IN),
    ("trifluoromethyl on an alkynyl chain of 7", tailed("FC(F)(F)CCCCC#CC"), ALKYNYL_TAIL),
    ("4-cyanobutyl", tailed("N#CCCCC"), IN),
    ("cyano on a chain of 7", tailed("N#C" + chain(7)), IN),
    ("cyano on a chain of 8", tailed("N#C" + chain(8)), SHORT_OR_LONG_TAIL),
    ("cyano on a chain of 3", tailed("N#CCCC"), IN),
    ("cyano on a chain of 2", tailed("N#CCC"), SHORT_OR_LONG_TAIL),
    ("pent-4-enyl", tailed("C=CCCC"), IN),
    ("pent-2-enyl", tailed("CCC=CC"), IN),
    ("hexa-2,5-dienyl", tailed("C=CCC=CC"), OUT),
    ("pent-4-ynyl", tailed("C#CCCC"), depends("alkynyl-tail = yes", "out")),
    ("hex-1-en-5-ynyl", tailed("C#CCC=CC"), OUT),
    ("hexa-2,5-diynyl", tailed("C#CCC#CC"), OUT),
    ("O in the chain", tailed("CCOCC"), IN),
    ("S in the chain", tailed("CCSCC"), IN),
    ("O in a chain of 7", tailed("CCCOCCC"), IN),
    ("O in a chain of 8", tailed("CCCCOCCC"), SHORT_OR_LONG_TAIL),
    ("S in a chain of 8", tailed("CCCCSCCC"), SHORT_OR_LONG_TAIL),
    ("hydroxy on pentyl", tailed("OCCCCC"), IN),
    ("N in the chain", tailed("CN(C)CCC"), OUT),
    ("amino on pentyl", tailed("NCCCCC"), OUT),
    ("azido on pentyl", tailed("[N-]=[N+]=NCCCCC"), OUT),
    ("carboxamide on butyl", tailed("NC(=O)CCC"), OUT),
    ("silicon in the chain", tailed("C[Si](C)(C)CCC"), OUT),
    ("phosphorus in the chain", tailed("CP(C)CCC"), OUT),
    (
        "chain on carbon 2 of benzimidazole too short",
        "CCc1nc2ccccc2n1C(=O)c1cccc2ccccc12",
        SHORT_OR_LONG_TAIL,
    ),
    ("hydrogen on carbon 2 of benzimidazole", "c1nc2ccccc2n1C(=O)c1cccc2ccccc12", OUT),
]

TAIL_RINGS: Table = [
    ("3 atoms, methylene", tailed("C4CC4C"), OUT),
    ("4 atoms, directly", tailed("C4CCC4"), OUT),
    ("5 atoms, directly", tailed("C4CCCC4"), IN),
    ("6 atoms, directly", tailed("C4CCCCC4"), IN),
    ("7 atoms, directly", tailed("C4CCCCCC4"), IN),
    ("8 atoms, directly", tailed("C4CCCCCCC4"), OUT),
    ("4 atoms, methylene (CBMICA)", tailed("C4CCC4C"), OUT),
    ("5 atoms, methylene (tetrahydrofurfuryl)", tailed("C4CCOC4C"), IN),
    ("6 atoms, methylene", tailed("C4CCCCC4C"), IN),
    ("7 atoms, methylene", tailed("C4CCCCCC4C"), IN),
    ("8 atoms, methylene", tailed("C4CCCCCCC4C"), OUT),
    ("unsaturated", tailed("C4=CCCCC4C"), IN),
    ("aromatic, directly", tailed("c4ccccc4"), IN),
    ("aromatic, methylene", tailed("c4ccccc4C"), IN),
    ("aromatic, ethylene", tailed("c4ccccc4CC"), IN),
    ("aromatic, 2-oxoethylene", tailed("c4ccccc4C(=O)C"), IN),
    ("aromatic, trimethylene", tailed("c4ccccc4CCC"), OUT),
    ("aromatic, carbonyl", tailed("c4ccccc4C(=O)"), OUT),
    ("aromatic, ethylidene", tailed("c4ccccc4C(C)"), OUT),
    ("aromatic, vinylene", tailed("c4ccccc4C=C"), OUT),
    ("aromatic, oxygen", tailed("c4ccccc4OCC"), OUT),
    ("O heterocycle (A-834735)", tailed("O4CCC(CC4)C"), IN),
    ("S heterocycle", tailed("c4ccsc4C"), IN),
    ("N heterocycle, ethylene (JWH-200)", tailed("C4COCCN4CC"), IN),
    ("N heterocycle, NH", tailed("C4CNCCC4C"), IN),
    ("methyl on ring N (AM-1220)", tailed("CN4CCCCC4C"), IN),
    ("ethyl on ring N", tailed("CCN4CCCCC4C"), IN),
    ("propyl on ring N", tailed("CCCN4CCCCC4C"), OUT),
    ("acetyl on ring N", tailed("CC(=O)N4CCCCC4C"), OUT),
    *(
        (f"{name} on the ring", tailed(f"c4cc({residue})ccc4C"), expected)
        for name, residue, expected in (
            ("fluorine", "F", IN),
            ("chlorine", "Cl", IN),
            ("bromine", "Br", IN),
            ("iodine", "I", IN),
            ("trifluoromethyl", "C(F)(F)F", IN),
            ("methoxy", "OC", IN),
            ("cyano", "C#N", IN),
            ("methyl", "C", OUT),
            ("hydroxy", "O", OUT),
            ("nitro", "[N+](=O)[O-]", OUT),
            ("amino", "N", OUT),
            ("ethoxy", "OCC", OUT),
            ("difluoromethyl", "C(F)F", OUT),
            ("phenyl", "c5ccccc5", OUT),
        )
    ),
    ("fluorine on a saturated ring", tailed("FC4CCC(CC4)C"), IN),
    ("oxo on the ring", tailed("O=C4CCC(CC4)C"), OUT),
    ("two rings fused (naphthylmethyl)", tailed("c45ccccc4cccc5C"), OUT),
    ("two rings bridged (norbornylmethyl)", tailed("C4CC5CC4CC5C"), OUT),
    ("on carbon 2 of benzimidazole", "O=C(c1cccc2ccccc12)n1c(CC2CCCCC2)nc2ccccc21", IN),
]

NEAR_400 = [
    ("phenyl, below", "C(=O)c3c(F)c(F)c(Cl)c(I)c3I", 399.32, IN),
    ("naphthyl, below", "C(=O)c3c(F)c(F)c(Br)c4c(Br)c(Br)ccc34", 399.83, IN),
    ("naphthyl, above", "C(=O)c3c(Cl)c(Cl)c(Br)c4c(I)cccc34", 400.85, OUT),
    ("naphthyl, above, amide", "C(=O)Nc3c(Cl)c(Cl)c(Br)c4c(I)cccc34", 400.85, OUT),
    ("naphthyl, below, ester", "C(=O)Oc3c(F)c(F)c(Br)c4c(Br)c(Br)ccc34", 399.83, IN),
]


@each(
    core=CORES,
    core_position=CORE_POSITIONS,
    bridge=BRIDGES,
    rest=RESTS,
    tail=TAILS,
    tail_ring=TAIL_RINGS,
)
def test_clause(smiles: str, expected: Answer, says: Callable[[str, str], Answer]) -> None:
    assert says(smiles, GROUP) == expected


def mass_of_rest(bridge: str, linked_by: str) -> float:
    """Average mass of what hangs on the bridge, as a radical: without the H that closes the cut."""
    rest = Chem.MolFromSmiles(bridge.removeprefix(linked_by))
    return float(MolWt(rest)) - 1.008


@pytest.mark.parametrize(
    ("bridge", "mass", "expected"), [pytest.param(b, m, e, id=name) for name, b, m, e in NEAR_400]
)
def test_mass_of_structuurelement_b(
    bridge: str, mass: float, expected: Answer, says: Callable[[str, str], Answer]
) -> None:
    linker = next(s for s in ("C(=O)N", "C(=O)O", "C(=O)") if bridge.startswith(s))
    assert mass_of_rest(bridge, linker) == pytest.approx(mass, abs=0.01)
    assert says(bridged(bridge), GROUP) == expected


@pytest.mark.parametrize(
    ("bridge", "expected"),
    [
        ("C(=O)NCc3ccc(I)c(I)c3", IN),
        ("C(=O)N(C)Cc3ccc(I)c(I)c3", IN),
        ("C(=O)N(Cc3ccc(I)c(I)c3)Cc3ccc(I)c(I)c3", OUT),
        ("-c3nn(Cc4ccc(I)c(I)c4)c(Cc4ccc(I)c(I)c4)n3", OUT),
    ],
)
def test_several_rests_weigh_together(
    bridge: str, expected: Answer, says: Callable[[str, str], Answer]
) -> None:
    """343 u each: one is light enough, two are not (one structuurelement B, at most 400 u)."""
    assert says(bridged(bridge), GROUP) == expected
