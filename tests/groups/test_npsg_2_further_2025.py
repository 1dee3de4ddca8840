"""NpSG 2025-12 no. 2.1, place by place and element by element; the expected answers come from the text.

Where the drawing of a core is lost, the places are those that the definition records as reconstructed.
"""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each
from test_npsg_2_3_2025 import hhc

GROUP = "npsg-2"
REST = "C(=O)NC(C)(C)c3ccccc3"
RING_ON_CHAIN = depends("ring-on-tail = yes", "in")
AZINE = depends("azine = hydrazone", "out")
ON_ARYL_N = depends("aryl-n = any", "out")


# The skeletons, each with one thing to vary: what hangs on the benzo ring at 5, the bridge residue, the tail.
def indole(at5: str = "[H]", rest: str = "C(C)(C)c8ccccc8", tail: str = "CCCCC") -> str:
    return f"{tail}n1cc(C(=O)N{rest})c2cc({at5})ccc12"


def ketone(at5: str = "[H]", rest: str = "c8ccccc8", tail: str = "CCCCC") -> str:
    return f"{tail}n1cc(C(=O){rest})c2cc({at5})ccc12"


def carboline(at5: str = "[H]", rest: str = "C(C)(C)c8ccccc8", tail: str = "CCCCC") -> str:
    """2.1.2 b: the amide closes a ring of six with position 2."""
    return f"{tail}n1c3CCN({rest})C(=O)c3c2cc({at5})ccc12"


def hydrazone(at5: str = "[H]", rest: str = "C(=O)c8ccccc8", tail: str = "CCCCC") -> str:
    """2.1.2 e; ``rest`` is what stands on the second nitrogen."""
    return f"{tail}N1C(=O)C(=NN{rest})c2cc({at5})ccc12"


def spiro(at5: str = "[H]", rest: str = "c8ccccc8", tail: str = "CCCCC") -> str:
    """2.1.2 f with x = 3."""
    return f"{tail}N1C(=O)C3(OCC({rest})C3)c2cc({at5})ccc12"


FRAMES = {"indole": indole, "carboline": carboline, "hydrazone": hydrazone, "spiro": spiro}


# ---- 2.1.1: R1 to R3 -----------------------------------------------------------------------------------


def _at_each_place() -> Table:
    cores = {
        "indol-2-one": f"CCCCCN1C(=O)C({REST})c2cc5c6c7c12",
        "indolizine": f"CCCCCc1cc({REST})c2c8c7c6c5n12",
        "6-azaindolizine": f"CCCCCc1cc({REST})c2c8c7nc5n12",
        "7-azaindolizine": f"CCCCCc1cc({REST})c2c8nc6c5n12",
        "8-azaindolizine": f"CCCCCc1cc({REST})c2nc7c6c5n12",
        "2-quinolone": f"CCCCCn1c(=O)c({REST})cc2c5c6c7c8c12",
        "5-aza-2-quinolone": f"CCCCCn1c(=O)c({REST})cc2nc6c7c8c12",
        "6-aza-2-quinolone": f"CCCCCn1c(=O)c({REST})cc2c5nc7c8c12",
        "7-aza-2-quinolone": f"CCCCCn1c(=O)c({REST})cc2c5c6nc8c12",
        "8-aza-2-quinolone": f"CCCCCn1c(=O)c({REST})cc2c5c6c7nc12",
        "hydrazone": "CCCCCN1C(=O)C(=NNC(=O)c3ccccc3)c2cc5c6c7c12",
        "spiro ring of 3": "CCCCCN1C(=O)C4(OC4C)c2cc5c6c7c12",
        "spiro ring of 4": "CCCCCN1C(=O)C4(OCC4C)c2cc5c6c7c12",
        "spiro ring of 5": "CCCCCN1C(=O)C4(OCC(C)C4)c2cc5c6c7c12",
        "spiro ring of 6": "CCCCCN1C(=O)C4(OCCC(C)C4)c2cc5c6c7c12",
    }
    for name, core in cores.items():
        places = [place for place in "5678" if f"c{place}" in core]
        for chosen in ("", *places):
            smiles = core
            for place in places:
                smiles = smiles.replace(f"c{place}", "c(F)" if place == chosen else "c")
            yield f"{name}, fluorine at {chosen or 'no place'}", smiles, IN


R123 = (
    ("fluorine", "F", IN),
    ("chlorine", "Cl", IN),
    ("bromine", "Br", IN),
    ("iodine", "I", IN),
    ("phenyl", "-c9ccccc9", IN),
    ("methyl", "C", IN),
    ("trifluoromethyl", "C(F)(F)F", IN),
    ("trimethylsilyl", "[Si](C)(C)C", IN),
    ("methoxy", "OC", IN),
    ("trifluoromethoxy", "OC(F)(F)F", IN),
    ("nitro", "[N+](=O)[O-]", IN),
    ("ethyl", "CC", OUT),
    ("hydroxy", "O", OUT),
    ("fluorophenyl", "-c9ccc(F)cc9", OUT),
    ("difluoromethyl", "C(F)F", OUT),
    ("fluorinated trimethylsilyl", "[Si](C)(C)CF", OUT),
)
PLACES: Table = [
    *_at_each_place(),
    *((f"{core}, {name}", frame(at5=r), says) for core, frame in FRAMES.items() for name, r, says in R123),
    ("fluorine at 5, 6 and 7 of the hydrazone", hydrazone("F").replace("ccc12", "c(F)c(F)c12"), IN),
    ("l, fluorine at 7", f"CCCCCn1cc({REST})c(=O)c2ccc(F)cc12", IN),
    ("l, phenylthio at 7", f"CCCCCn1cc({REST})c(=O)c2ccc(Sc9ccccc9)cc12", IN),
    ("l, methyl at 7", f"CCCCCn1cc({REST})c(=O)c2ccc(C)cc12", OUT),
    ("l, fluorine at 6", f"CCCCCn1cc({REST})c(=O)c2cc(F)ccc12", OUT),
]

# ---- 2.1.1 k: the annelated ring -----------------------------------------------------------------------


def pyrazole(ring: str) -> str:
    return f"CCCCCn1nc({REST})c2{ring}c12"


def pyrrole(ring: str) -> str:
    return f"CCCCCn1cc({REST})c2{ring}c12"


SECOND_RING = "CC8CC({})CC8C"
ANNELATED: Table = [
    *((f"pyrazole, ring of {n}", pyrazole("C" * (n - 2)), IN) for n in range(3, 9)),
    *((f"pyrrole, ring of {n}", pyrrole("C" * (n - 2)), IN) for n in range(3, 9)),
    ("pyrrole, ring of 9", pyrrole("C" * 7), OUT),
    ("S in the ring", pyrazole("CCSC"), IN),
    ("silicon in the ring", pyrazole("CC[Si](C)(C)C"), OUT),
    ("two double bonds in a ring of 7", pyrazole("C=CCC=C"), IN),
    ("oxo on the ring", pyrazole("CC(=O)CC"), OUT),
    *((f"{name} on the ring", pyrazole(f"CC({r})CC"), says) for name, r, says in R123),
    *((f"{name} on a second ring", pyrazole(SECOND_RING.format(r)), says) for name, r, says in R123),
    ("a second ring of 3", pyrazole("CC8CC8C"), IN),
    ("a second ring of 7", pyrazole("CC8CCCCCC8C"), IN),
    ("a second ring of 8", pyrazole("CC8CCCCCCC8C"), OUT),
    ("a spiro ring", pyrazole("CC8(CC8)CC"), IN),
    ("O in the second ring", pyrazole("CC8COCC8C"), IN),
    ("S in the second ring", pyrazole("CC8CSCC8C"), IN),
    ("N in the second ring", pyrazole("CC8CNCC8C"), OUT),
    ("silicon in the second ring", pyrazole("CC8C[Si](C)(C)CC8C"), OUT),
    ("the second ring aromatic", pyrazole("Cc8ccccc8C"), OUT),
    ("a ring of 7 on the pyrazole, with a second one", pyrazole("CC8CC8CC"), IN),
    ("a ring of 8 on the pyrazole, with a second one: a polycycle", pyrazole("CC8CC8CCC"), OUT),
    ("a ring of 8 on the pyrrole, with a second one: a polycycle", pyrrole("CC8CC8CCC"), OUT),
    ("fluorine on a ring of 8", pyrazole("CC(F)CCCC"), IN),
    ("two fluorines on one atom of a ring of 8", pyrazole("CC(F)(F)CCCC"), IN),
    ("hydroxy on a ring of 8", pyrazole("CC(O)CCCC"), OUT),
]

# ---- 2.1.2, 2.1.3 --------------------------------------------------------------------------------------

ELEMENTS = (
    ("N", "N", IN),
    ("O", "O", IN),
    ("S", "S", IN),
    ("Si", "[Si](C)(C)C", IN),
    ("F", "F", IN),
    ("Cl", "Cl", IN),
    ("Br", "Br", IN),
    ("I", "I", IN),
    ("P", "P(C)C", OUT),
    ("B", "B(C)C", OUT),
)
# the first is C9H4I2NO, the second C8H4ClI2O
HEAVY = (
    ("396 u", "C(=O)c9c(C)c(C#N)c(I)cc9I", IN),
    ("405 u", "C(=O)c9c(C)c(Cl)c(I)cc9I", OUT),
    ("chain of 12", "C" * 12, IN),
    ("chain of 13", "C" * 13, OUT),
    ("chain of 13 with O", "C" * 6 + "O" + "C" * 6, OUT),
)
RESTS: Table = [
    *(
        (f"{core}, {name} in the residue", frame(rest=f"c8ccc({r})cc8"), says)
        for core, frame in (FRAMES | {"ketone": ketone}).items()
        for name, r, says in ELEMENTS
    ),
    *(
        (f"{core}, residue: {name}", FRAMES[core](rest=r), says)
        for core in ("carboline", "hydrazone", "spiro")
        for name, r, says in HEAVY
    ),
    ("hydrazone, two residues", hydrazone(rest="(C)c8ccccc8"), IN),
    ("hydrazone, two residues of 425 u together", hydrazone(rest="(c8ccc(I)cc8)c8ccc(I)c(F)c8"), OUT),
    ("hydrazone of morpholine", hydrazone(rest="8CCOCC8"), IN),
    ("azine", hydrazone(rest="=Cc8ccccc8"), AZINE),
    ("azine, fluorine at 5", hydrazone("F", rest="=C"), AZINE),
    ("azine, fluorine at 6", "CCCCCN1C(=O)C(=NN=C)c2ccc(F)cc12", AZINE),
    ("azine, fluorine at 7", "CCCCCN1C(=O)C(=NN=C)c2cccc(F)c12", AZINE),
    ("azine of formaldehyde", hydrazone(rest="=C"), AZINE),
    *(
        (f"carboxamido, doubly bonded, {name} in the residue", indole(rest=f"=Cc8ccc({r})cc8"), says)
        for name, r, says in ELEMENTS
    ),
    *(
        (f"carboxamido, doubly bonded, chain of {n}", f"CCCCCn1cc(C(=O)N={'C' * n})c2ccccc12", says)
        for n, says in ((12, IN), (13, OUT))
    ),
    ("carboxamido, doubly bonded and doubly bonded on", "CCCCCn1cc(C(=O)N=C=C(C)C)c2ccccc12", IN),
    ("azine, 12 atoms of its residue in a chain", hydrazone(rest="=" + "C" * 12), AZINE),
    ("azine, phosphorus in its residue", hydrazone(rest="=CP(C)C"), OUT),
    ("azine, 13 atoms of its residue in a chain", hydrazone(rest="=" + "C" * 13), OUT),
    ("spiro, two residues on one carbon", "CCCCCN1C(=O)C3(OCC(C)(C)C3)c2ccccc12", IN),
    ("spiro, a residue that closes a ring", "CCCCCN1C(=O)C3(OCC8CCCCC8C3)c2ccccc12", IN),
    ("spiro ring of four", "CCCCCN1C(=O)C3(OCC3c3ccccc3)c2ccccc12", IN),
    ("carboline, methyl on what closes the ring", "CCCCCn1c3C(C)CN(C)C(=O)c3c2ccccc12", IN),
    ("carboline, fluorine on what closes the ring", "CCCCCn1c3C(F)CN(C)C(=O)c3c2ccccc12", OUT),
    ("carboline, nothing on the nitrogen", "CCCCCn1c3CCNC(=O)c3c2ccccc12", OUT),
]

# ---- 2.1.4 ---------------------------------------------------------------------------------------------

# the first of the heavy ones is C3H5I2, the second C10H18F2I
SIDE_CHAINS = (
    ("hydrogen", "[H]", OUT),
    ("isopropyl, three in a row", "CC(C)", IN),
    ("N on a chain", "NCCC", IN),
    ("O", "CCOCC", IN),
    ("S", "CCSCC", IN),
    ("silicon", "C[Si](C)(C)CCC", IN),
    ("F", "FCCCC", IN),
    ("Cl", "ClCCCC", IN),
    ("Br", "BrCCCC", IN),
    ("I", "ICCCC", IN),
    ("P", "CP(C)CCC", OUT),
    ("B", "OB(O)CCC", OUT),
    ("chain of 10 with fluorine on it", "F" + "C" * 10, IN),
    ("chain of 11 with O", "CCCCCOCCCCC", OUT),
    ("chain of 11 with S", "CCCCCSCCCCC", OUT),
    ("chain of 11 with silicon", "CCCCC[Si](C)(C)CCCCC", OUT),
    ("cyclobutyl", "C9CCC9", IN),
    ("benzyl", "c9ccccc9C", IN),
    ("phenylbutyl", "c9ccccc9CCCC", IN),
    ("phenylpentyl", "c9ccccc9CCCCC", RING_ON_CHAIN),
    ("295 u", "ICC(I)C", IN),
    ("303 u", "FC(F)CCCCCCCCC(I)", OUT),
)
TAILS: Table = [
    (f"{core}, {name}", frame(tail=tail), says)
    for core, frame in FRAMES.items()
    for name, tail, says in SIDE_CHAINS
]

# ---- 2.3.2 e: the rings of R5 --------------------------------------------------------------------------
# with methyl as R3 all of them are below 600 u

SILYL_12 = "[Si](CCCC)(CCCC)CCCC"
SILYL_13 = "[Si](CCCC)(CCCC)CCCCC"
ACYL_RINGS: Table = [
    (f"{name}carbonyl", hhc("C", r5=f"C(=O){ring}"), says)
    for name, ring, says in (
        ("cyclohexenyl", "C8CC=CCC8", OUT),
        ("furyl", "c8ccco8", IN),
        ("thienyl", "c8cccs8", IN),
        ("selenophenyl", "c8ccc[se]8", OUT),
        ("a ring of 3 on phenyl, ", "c8ccc9Cc9c8", IN),
        ("azulenyl, a ring of 7, ", "c8ccc9cccc9cc8", IN),
        ("a ring of 8 on phenyl, ", "c8ccc9CCCCCCc9c8", OUT),
        ("chlorophenyl", "c8ccc(Cl)cc8", IN),
        ("tolyl", "c8ccc(C)cc8", OUT),
        ("silylphenyl, C12, ", f"c8ccc({SILYL_12})cc8", IN),
        ("silylphenyl, C13, ", f"c8ccc({SILYL_13})cc8", OUT),
        ("N-methylpyrrolyl", "c8cccn8C", IN),
        ("N-chloropyrrolyl", "c8cccn8Cl", ON_ARYL_N),
        ("N-silylpyrrolyl, C12, ", f"c8cccn8{SILYL_12}", ON_ARYL_N),
        ("N-silylpyrrolyl, C13, ", f"c8cccn8{SILYL_13}", OUT),
    )
]


@each(place=PLACES, annelated=ANNELATED, rest=RESTS, tail=TAILS, acyl_ring=ACYL_RINGS)
def test_npsg_2_place_by_place(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
