"""NpSG of 2021, Nr. 1, compounds derived from 2-phenethylamine: its clauses at and beyond their limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "npsg-1"
HEAD = depends("head = yes", "in")
BRIDGED = depends("ring-on-a = yes", "out")
AROMATIC_N = depends("aromatic-n = yes", "in")
DOUBLE = depends("double-to-b = any", "out")
EMBEDDING = depends("exclusion-scope = embedding", "in")


def chain(n: int) -> str:
    return "C" * n


def on_a(residue: str) -> str:
    """Amphetamine with a residue on the ring."""
    return f"CC(N)Cc1ccc({residue})cc1"


def on_n(residue: str) -> str:
    """Amphetamine with a residue on nitrogen."""
    return f"CC(Cc1ccccc1)N{residue}"


def on_c1(residue: str) -> str:
    return f"NC({residue})Cc1ccccc1"


def on_c2(residue: str) -> str:
    return f"NCC({residue})c1ccccc1"


# ---- 1.1 -------------------------------------------------------------------------------------------

RING_SYSTEMS: Table = [
    ("phenyl", "CC(N)Cc1ccccc1", IN),
    ("naphthyl, 1", "CC(N)Cc1cccc2ccccc12", IN),
    ("naphthyl, 2", "CC(N)Cc1ccc2ccccc2c1", IN),
    ("tetralinyl, 1", "CC(N)CC1CCCc2ccccc12", IN),
    ("tetralinyl, 6", "CC(N)Cc1ccc2CCCCc2c1", IN),
    ("methylenedioxyphenyl, 2", "CC(N)CC1Oc2ccccc2O1", IN),
    ("methylenedioxyphenyl, 5", "CC(N)Cc1ccc2OCOc2c1", IN),
    ("ethylenedioxyphenyl, 2", "CC(N)CC1COc2ccccc2O1", IN),
    ("ethylenedioxyphenyl, 6", "CC(N)Cc1ccc2OCCOc2c1", IN),
    ("furyl, 2", "CC(N)Cc1ccco1", IN),
    ("furyl, 3", "CC(N)Cc1ccoc1", IN),
    ("pyrrolyl, 1", "CC(N)Cn1cccc1", IN),
    ("pyrrolyl, 2", "CC(N)Cc1ccc[nH]1", IN),
    ("pyrrolyl, 3", "CC(N)Cc1cc[nH]c1", IN),
    ("thienyl, 2", "CC(N)Cc1cccs1", IN),
    ("thienyl, 3", "CC(N)Cc1ccsc1", IN),
    ("pyridyl, 2", "CC(N)Cc1ccccn1", IN),
    ("pyridyl, 3", "CC(N)Cc1cccnc1", IN),
    ("pyridyl, 4", "CC(N)Cc1ccncc1", IN),
    ("benzofuranyl, 2", "CC(N)Cc1cc2ccccc2o1", IN),
    ("benzofuranyl, 7", "CC(N)Cc1cccc2ccoc12", IN),
    ("dihydrobenzofuranyl, 3", "CC(N)CC1COc2ccccc12", IN),
    ("dihydrobenzofuranyl, 6", "CC(N)Cc1ccc2CCOc2c1", IN),
    ("indanyl, 1", "CC(N)CC1CCc2ccccc12", IN),
    ("indanyl, 5", "CC(N)Cc1ccc2CCCc2c1", IN),
    ("indenyl, 1", "CC(N)CC1C=Cc2ccccc12", IN),
    ("indenyl, 2", "CC(N)CC1=Cc2ccccc2C1", IN),
    ("indenyl, 6", "CC(N)Cc1ccc2C=CCc2c1", IN),
    ("tetrahydrobenzodifuranyl", "NCCc1c2CCOc2c(Br)c2CCOc12", IN),
    ("tetrahydrobenzodifuranyl, the second drawing", "NCCc1c2CCOc2cc2OCCc12", IN),
    ("benzodifuranyl", "CC(N)Cc1c2ccoc2c(Br)c2ccoc12", IN),
    ("benzodifuranyl, the second drawing", "CC(N)Cc1c2ccoc2cc2occc12", IN),
    ("tetrahydrobenzodipyranyl", "NCCc1c2CCCOc2c(Br)c2CCCOc12", IN),
    ("tetrahydrobenzodipyranyl, the second drawing", "NCCc1c2CCCOc2cc2OCCCc12", IN),
    ("cyclopentyl", "CC(N)CC1CCCC1", IN),
    ("cyclohexyl", "CNC(C)CC1CCCCC1", IN),
    ("cyclobutyl", "CC(N)CC1CCC1", OUT),
    ("cycloheptyl", "CC(N)CC1CCCCCC1", OUT),
    ("cyclohexenyl", "CC(N)CC1=CCCCC1", OUT),
    ("imidazolyl", "NCCc1c[nH]cn1", OUT),
    ("thiazolyl", "CC(N)Cc1cncs1", OUT),
    ("pyrimidinyl", "CC(N)Cc1cncnc1", OUT),
    ("no ring", "CCC(C)CC(C)N", OUT),
    # a ring that Rn annelates to A is not covered: settled, no reading
    ("indolyl, 3", "CC(N)Cc1c[nH]c2ccccc12", OUT),
    ("indolyl, 5", "CC(N)Cc1ccc2[nH]ccc2c1", OUT),
    ("indolyl, 1", "CC(N)Cn1ccc2ccccc21", OUT),
    ("benzothienyl", "CC(N)Cc1ccc2sccc2c1", OUT),
    ("benzimidazolyl", "CC(N)Cc1ccc2[nH]cnc2c1", OUT),
    ("quinolinyl", "CC(N)Cc1ccc2ncccc2c1", OUT),
    ("chromanyl", "CC(N)Cc1ccc2OCCCc2c1", OUT),
    ("dihydronaphthyl", "CC(N)Cc1ccc2CCC=Cc2c1", OUT),
    ("dihydroisobenzofuranyl", "CC(N)Cc1ccc2COCc2c1", OUT),
    ("trimethylenedioxyphenyl", "CC(N)Cc1ccc2OCCCOc2c1", OUT),
    ("anthracenyl", "CC(N)Cc1c2ccccc2cc2ccccc12", OUT),
    ("decalinyl", "CC(N)CC1CCC2CCCCC2C1", OUT),
    # spiro and bridged: the text speaks of annelated only
    ("cyclohexyl with a spiro ring", "CC(N)CC1CCC2(CCCC2)CC1", BRIDGED),
    ("adamantyl", "CC(N)CC12CC3CC(CC(C3)C1)C2", BRIDGED),
    ("C2 and C1 in the cage (amantadine)", "NC12CC3CC(CC(C3)C1)C2", BRIDGED),
    ("adamantyl, too near (rimantadine)", "CC(N)C12CC3CC(CC(C3)C1)C2", OUT),
    ("benzonorbornene (2C-G-5): indanyl, bridged", "COc1cc(CCN)c(OC)c2c1C1CCC2C1", BRIDGED),
]

ON_A: Table = [
    *(
        (name, on_a(residue), IN)
        for name, residue in (
            ("fluorine", "F"),
            ("chlorine", "Cl"),
            ("bromine", "Br"),
            ("iodine", "I"),
            ("alkyl", "C"),
            ("alkenyl", "C=C"),
            ("alkynyl", "C#C"),
            ("alkoxy", "OC"),
            ("carboxy", "C(=O)O"),
            ("alkylsulfanyl", "SC"),
            ("nitro", "[N+](=O)[O-]"),
            ("trifluoromethyl", "C(F)(F)F"),
            ("trifluoromethoxy", "OC(F)(F)F"),
            ("benzyl", "Cc2ccccc2"),
            ("allyloxy", "OCC=C"),
            ("hydroxymethyl", "CO"),
            ("aminomethyl", "CN"),
            ("methoxycarbonyl", "C(=O)OC"),
            ("cyano: nitrogen as a further substitution of methyl", "C#N"),
            ("cyanato: likewise of methoxy", "OC#N"),
            ("thiocyanato: likewise of methylsulfanyl", "SC#N"),
            ("8 carbons", chain(8)),
            ("8 atoms with O", "O" + chain(7)),
            ("8 atoms with halogen", chain(7) + "F"),
            ("8 atoms before a ring", chain(8) + "c2ccccc2"),
            ("4 atoms, a ring that is not counted, 4 atoms", "CCCCc2ccc(CCCC)cc2"),
        )
    ),
    *(
        (name, on_a(residue), OUT)
        for name, residue in (
            ("hydroxy", "O"),
            ("amino", "N"),
            ("dimethylamino", "N(C)C"),
            ("acetamido", "NC(C)=O"),
            ("sulfanyl", "S"),
            ("phenyl", "-c2ccccc2"),
            ("phenoxy", "Oc2ccccc2"),
            ("phenylsulfanyl", "Sc2ccccc2"),
            ("sulfamoyl", "S(N)(=O)=O"),
            ("borono", "B(O)O"),
            ("selenium", "C[Se]C"),
            ("silicon", "C[Si](C)(C)C"),
            ("9 carbons", chain(9)),
            ("9 atoms with O", "O" + chain(8)),
            ("9 atoms with halogen", chain(8) + "F"),
            ("9 atoms before a ring", chain(9) + "c2ccccc2"),
            ("4 atoms, a ring, 5 atoms", "CCCCc2ccc(CCCCC)cc2"),
        )
    ),
    *(
        (name, on_a(residue), HEAD)
        for name, residue in (
            ("formyl", "C=O"),
            ("acetyl", "C(C)=O"),
            ("carbamoyl", "C(N)=O"),
            ("acetoxy", "OC(C)=O"),
            ("methylsulfonyl", "S(C)(=O)=O"),
            ("methylsulfinyl", "S(C)=O"),
            ("acetylsulfanyl", "SC(C)=O"),
        )
    ),
    ("phenylsulfonyl: no alkylsulfanyl further substituted", on_a("S(=O)(=O)c3ccccc3"), OUT),
    ("methyl on pyrrole nitrogen", "CC(N)Cc1cccn1C", IN),
    ("oxo on cyclohexyl", "CC(N)CC1CCC(=O)CC1", OUT),
    ("methyl on methylenedioxy", "CC(N)Cc1ccc2OC(C)Oc2c1", IN),
    ("hydroxy on one of two phenyls, the other is A", "CN(C)CC(c1ccc(O)cc1)c1ccccc1", IN),
]

# ---- 1.2 a -----------------------------------------------------------------------------------------

ON_N: Table = [
    *(
        (name, on_n(residue), IN)
        for name, residue in (
            ("methyl", "C"),
            ("two methyls", "(C)C"),
            ("cyclopropyl", "C2CC2"),
            ("cyclohexyl", "C2CCCCC2"),
            ("benzyl", "Cc2ccccc2"),
            ("allyl", "CC=C"),
            ("vinyl", "C=C"),
            ("propargyl", "CC#C"),
            ("alkynyl", "C#CC"),
            ("alkylcarbonyl", "C(C)=O"),
            ("alkylcarbonyl of six carbons", "C(=O)CCCCC"),
            ("hydroxy", "O"),
            ("methoxy: hydroxy, further substituted", "OC"),
            ("amino", "N"),
            ("dimethylamino", "N(C)C"),
            ("fluoroethyl", "CCF"),
            ("chloroethyl", "CCCl"),
            ("bromoethyl", "CCBr"),
            ("iodoethyl", "CCI"),
            ("cyano: nitrogen as a further substitution of methyl", "C#N"),
            ("theophylline at the end of ethyl", "CCn2cnc3c2c(=O)n(C)c(=O)n3C"),
            ("10 carbons", chain(10)),
            ("10 atoms with O", chain(9) + "O"),
            ("two chains of 10", f"({chain(10)}){chain(10)}"),
            ("5 atoms, a ring, 5 atoms", f"{chain(5)}c2ccc({chain(5)})cc2"),
        )
    ),
    *(
        (name, on_n(residue), OUT)
        for name, residue in (
            ("phenyl", "c2ccccc2"),
            ("pyridyl", "c2ccccn2"),
            ("sulfonyl", "S(C)(=O)=O"),
            ("chlorine", "Cl"),
            ("imine outside a ring", "=Cc2ccccc2"),
            ("isothiocyanate", "=C=S"),
            ("silicon", "C[Si](C)(C)C"),
            ("phosphorus", "CP(=O)(O)O"),
            ("11 carbons", chain(11)),
            ("11 atoms with O", chain(10) + "O"),
            ("5 atoms, a ring, 6 atoms", f"{chain(5)}c2ccc({chain(6)})cc2"),
        )
    ),
    *(
        (name, on_n(residue), HEAD)
        for name, residue in (
            ("formyl", "C=O"),
            ("benzoyl", "C(=O)c2ccccc2"),
            ("tert-butoxycarbonyl", "C(=O)OC(C)(C)C"),
            ("carbamoyl", "C(N)=O"),
            ("nitro", "[N+](=O)[O-]"),
            ("hydrazone", "N=CC"),
        )
    ),
    ("nitroso", "CN(N=O)C(C)Cc1ccccc1", HEAD),
    ("three methyls", "CC(Cc1ccccc1)[N+](C)(C)C", OUT),
]

RINGS_WITH_N: Table = [
    # nitrogen in a ring of its own: no size is given
    ("aziridine", on_n("2CC2"), IN),
    ("pyrrolidine", "CCCC(N1CCCC1)C(=O)c1ccccc1", IN),
    ("piperidine", on_n("2CCCCC2"), IN),
    ("azocane", on_n("2CCCCCCC2"), IN),
    ("morpholine", on_n("2CCOCC2"), IN),
    ("piperazine, a second N", on_n("2CCN(C)CC2"), IN),
    ("a chain of 10 on the ring", on_n(f"2CCC({chain(10)})CC2"), IN),
    ("a chain of 11 on the ring", on_n(f"2CCC({chain(11)})CC2"), OUT),
    ("imidazole", on_n("2ccnc2").replace("N2", "n2"), AROMATIC_N),
    ("indole nitrogen", "CC(Cc1ccccc1)n1ccc2ccccc21", AROMATIC_N),
    # nitrogen in a ring with B: five to seven atoms
    ("N and C1, 4 atoms", "C1CC(N1)Cc1ccccc1", OUT),
    ("N and C1, 5 atoms", "C1CCC(N1)Cc1ccccc1", IN),
    ("N and C1, 7 atoms", "C1CCCCC(N1)Cc1ccccc1", IN),
    ("N and C1, 8 atoms", "C1CCCCCC(N1)Cc1ccccc1", OUT),
    ("N and C2, 4 atoms", "C1NCC1c1ccccc1", OUT),
    ("N and C2, 5 atoms", "C1CNCC1c1ccccc1", IN),
    ("N and C2, 7 atoms", "C1CCNCC(C1)c1ccccc1", IN),
    ("N and C2, 8 atoms", "C1CCCNCC(C1)c1ccccc1", OUT),
    ("aziridine of N, C1 and C2", "CN1CC1c1ccccc1", OUT),
    ("O in the ring (phenmetrazine)", "CC1NCCOC1c1ccccc1", IN),
    ("S in the ring", "CC1NCCSC1c1ccccc1", IN),
    ("N in the ring, at C2 (phenylpiperazine on carbon)", "C1CNC(CN1)c1ccccc1", IN),
    ("N in the ring, at C2 (phenylimidazolidine)", "C1NCC(N1)c1ccccc1", IN),
    ("lactam: alkylcarbonyl on nitrogen (4-phenylpyrrolidinone)", "O=C1CC(CN1)c1ccccc1", IN),
    ("S at nitrogen is no listed group", "C1NSCC1c1ccccc1", OUT),
    ("O at nitrogen", "C1NOCC1c1ccccc1", IN),
    ("methylphenidate", "COC(=O)C(c1ccccc1)C1CCCCN1", IN),
    ("4-phenylpiperidine, one atom too far", "C1CNCCC1c1ccccc1", OUT),
    ("imine in the ring", "C1CC=NC1Cc1ccccc1", IN),
    ("imine in the ring (4-methylaminorex)", "CC1N=C(N)OC1c1ccccc1", IN),
    ("double bond at C1 (naphazoline)", "C1CN=C(N1)Cc1cccc2ccccc12", DOUBLE),
    ("double bond at C2 (phenyltetrahydropyridine)", "C1NCC(=CC1)c1ccccc1", DOUBLE),
    ("double bond at C2, ring without N", "NC1CCCC=C1c1ccccc1", OUT),
    ("aromatic C1 (papaverine)", "COc1ccc(Cc2nccc3cc(OC)c(OC)cc23)cc1OC", OUT),
]

RINGS_WITH_N_AND_A: Table = [
    ("tetrahydroisoquinoline", "C1Cc2ccccc2CN1", OUT),
    ("salsolidine", "COc1cc2CCNC(C)c2cc1OC", OUT),
    ("benzazepine (lorcaserin)", "CC1CNCCc2ccc(Cl)cc12", OUT),
    ("indoline", "C1Cc2ccccc2N1", OUT),
    ("tetrahydro-beta-carboline", "C1Cc2c([nH]c3ccccc23)CN1", OUT),
    ("another phenyl makes another phenethylamine", "CN1CCc2ccccc2C1Cc1ccccc1", EMBEDDING),
    ("spiro with A is not annelated (2-azaspiro[4.5]decane)", "C1CCC2(CC1)CCNC2", IN),
    ("spiro with an annelated ring is not annelated", "C1CC2(CCNC2)c2ccccc21", IN),
    ("N bridges cyclohexyl (2-azabicyclo[3.3.1]nonane)", "C1CNC2CCCC1C2", BRIDGED),
    # a cyclic system may have several rings
    ("dextromethorphan", "COc1ccc2CC3C4CCCCC4(CCN3C)c2c1", OUT),
    ("codeine", "COc1ccc2c3c1OC1C(O)C=CC4C(C2)N(C)CCC341", OUT),
    ("glaucine, on either phenyl", "COc1cc2CC3N(C)CCc4cc(OC)c(OC)c(c34)-c2cc1OC", OUT),
    ("nuciferine", "CN1CCc2cc(OC)c(OC)c3c2C1Cc1ccccc13", OUT),
    ("octahydrobenzo[g]quinoline", "CCCN1CCCC2Cc3cccc(OC)c3CC12", OUT),
    ("nitrogen on the system, not in it", "C1CCN(C1)C1Cc2ccccc2C1", IN),
    ("nitrogen in a system of its own", "C1CC2CN(CC2C1)CCc1ccccc1", IN),
]

# ---- 1.2 b, c --------------------------------------------------------------------------------------

ON_C1_AND_C2: Table = [
    *(
        (f"{name}, {place}", on(residue), expected)
        for place, on in (("C1", on_c1), ("C2", on_c2))
        for name, residue, expected in (
            ("methyl", "C", IN),
            ("cyclohexyl", "C3CCCCC3", IN),
            ("benzyl", "Cc3ccccc3", IN),
            ("phenyl", "c3ccccc3", IN),
            ("alkenyl", "C=C", IN),
            ("alkynyl", "C#C", IN),
            ("alkyloxycarbonyl", "C(=O)OC", IN),
            ("alkyl with carboxy", "CC(=O)O", IN),
            ("chain of 12", chain(12), IN),
            ("chain of 13", chain(13), OUT),
            ("chain of 12 with halogen", chain(11) + "F", IN),
            ("chain of 13 with halogen", chain(12) + "F", OUT),
            ("6 atoms, a ring, 6 atoms", f"{chain(6)}c3ccc({chain(6)})cc3", IN),
            ("thiazolyl", "c3nccs3", OUT),
            ("silicon", "C[Si](C)(C)C", OUT),
            ("carboxy", "C(=O)O", HEAD),
            ("carbamoyl", "C(N)=O", HEAD),
            ("cyano: nitrogen as a further substitution of methyl", "C#N", IN),
            ("thiocyanato: likewise of methylsulfanyl", "SC#N", IN),
            ("isocyano, bound by nitrogen", "[N+]#[C-]", OUT),
            ("isothiocyanato, bound by nitrogen", "N=C=S", OUT),
        )
    ),
    ("fluorine", on_c2("F"), IN),
    ("chlorine", on_c2("Cl"), IN),
    ("bromine", on_c2("Br"), IN),
    ("iodine", on_c2("I"), IN),
    ("hydroxy", on_c2("O"), IN),
    ("alkoxy", on_c2("OC"), IN),
    ("alkoxy of ten carbons", on_c2("O" + chain(10)), IN),
    ("alkoxy, 13 atoms", on_c2("O" + chain(12)), OUT),
    ("alkylsulfanyl", on_c2("SC"), IN),
    ("alkyloxycarbonyl of ten carbons", on_c2("C(=O)O" + chain(10)), IN),
    ("alkyloxycarbonyl of eleven carbons", on_c2("C(=O)O" + chain(11)), OUT),
    ("amino", on_c2("N"), OUT),
    ("methylsulfonyl", on_c2("S(C)(=O)=O"), HEAD),
    ("phenylsulfinyl", on_c2("S(=O)c3ccccc3"), OUT),
    ("acetylsulfanyl", on_c2("SC(C)=O"), HEAD),
    ("nitro", on_c2("[N+](=O)[O-]"), OUT),
    ("sulfanyl", on_c2("S"), OUT),
    ("two residues on C1", "CC(C)(N)Cc1ccccc1", IN),
    ("two residues on C2", "NCC(C)(C)c1ccccc1", IN),
]

CARBONYL: Table = [
    ("cathinone", "CC(N)C(=O)c1ccccc1", IN),
    ("on C1 instead", "NC(=O)Cc1ccccc1", OUT),
    ("thione", "CNC(C)C(=S)c1ccccc1", OUT),
    ("oxime", "CNC(C)C(=NO)c1ccccc1", OUT),
    ("methylidene", "NCC(=C)c1ccccc1", OUT),
    ("enamine", "CNC=Cc1ccccc1", OUT),
    ("ketal", "CNC(C)C1(OCCO1)c1ccccc1", IN),
]

RINGS_OF_B: Table = [
    ("C1 with C2, 3 atoms (tranylcypromine)", "NC1CC1c1ccccc1", OUT),
    ("C1 with C2, 4 atoms", "NC1CCC1c1ccccc1", IN),
    ("C1 with C2, 6 atoms", "NC1CCCCC1c1ccccc1", IN),
    ("C1 with C2, 7 atoms", "NC1CCCCCC1c1ccccc1", OUT),
    ("on C1, 3 atoms", "NC1(CC1)Cc1ccccc1", OUT),
    ("on C1, 4 atoms", "NC1(CCC1)Cc1ccccc1", IN),
    ("on C2, 6 atoms", "NCC1(CCCCC1)c1ccccc1", IN),
    ("on C2, 7 atoms", "NCC1(CCCCCC1)c1ccccc1", OUT),
    ("bicyclic (fencamfamine)", "CCNC1C2CCC(C2)C1c1ccccc1", IN),
    ("C2 with A, 4 atoms", "NCC1Cc2ccccc12", IN),
    ("C2 with A, 6 atoms", "NCC1CCCc2ccccc12", IN),
    ("C2 with A, 7 atoms", "NCC1CCCCc2ccccc12", OUT),
    ("C1 with A, 5 atoms (2-aminoindane)", "NC1Cc2ccccc2C1", IN),
    ("C1 with A, 6 atoms (2-aminotetralin)", "NC1CCc2ccccc2C1", IN),
    ("C1 with A, 7 atoms", "NC1CCCc2ccccc2C1", OUT),
    ("C1 with C2, N at C2 is no listed group", "NC1CCNC1c1ccccc1", OUT),
    ("C1 with C2, N at C1 is no listed group", "NC1NCCC1c1ccccc1", OUT),
    ("C1 with A, spiro", "NC1CC2(C1)CCCCC2", IN),
    ("C2 with A, spiro, 3 atoms", "NCC1CC12CCCCC2", OUT),
    ("C2 with A, N at C2 is no listed group", "NCC1NCCc2ccccc12", OUT),
    ("C1 with A, N at C1 is no listed group", "NC1Cc2ccccc2N1", OUT),
    ("C2 bridges cyclohexyl, 4 atoms", "NCC1C2CCCC1C2", BRIDGED),
    ("C2 bridges cyclohexyl, 6 atoms", "NCC1CCC2CCCC1C2", BRIDGED),
    ("C2 bridges cyclohexyl, 7 atoms", "NCC1CCCC2CCCC1C2", OUT),
    ("C2 bridges cyclohexyl, N at C2 is no listed group", "NCC1NC2CCCC1C2", OUT),
    ("C1 and C2 in the cage of bicycloheptane", "NC1CC2CCC1C2", BRIDGED),
    ("a bridge of A that begins with N on C1", "NC1NC2CCCC(C1)C2", OUT),
    ("C1 with C2, O at C2", "NC1CCOC1c1ccccc1", IN),
    ("C2 with A, O at C2 (isochroman)", "NCC1OCCc2ccccc12", IN),
    ("hydroxy on the annelated A", "CCCN(CCC)C1CCc2c(O)cccc2C1", OUT),
    ("amine beside the ring (1-aminoindane)", "C#CCNC1CCc2ccccc12", OUT),
]

BUILD: Table = [
    ("benzylamine, one atom too near", "NCc1ccccc1", OUT),
    ("phenylpropylamine, one atom too far", "NCCCc1ccccc1", OUT),
    ("oxygen in the chain", "NOCc1ccccc1", OUT),
    ("phenethyl alcohol", "OCCc1ccccc1", OUT),
]

NEAR_500 = [
    ("below", "CNC(C)Cc1c(Cl)c(Br)c(Br)c(Br)c1Br", 499.27, IN),
    ("above", "CC(N)Cc1cc(Cl)c(Br)c(I)c1I", 500.34, OUT),
]


CLAUSES = each(
    ring_system=RING_SYSTEMS,
    on_a=ON_A,
    on_n=ON_N,
    ring_with_n=RINGS_WITH_N,
    ring_with_n_and_a=RINGS_WITH_N_AND_A,
    on_c1_c2=ON_C1_AND_C2,
    carbonyl=CARBONYL,
    ring_of_b=RINGS_OF_B,
    build=BUILD,
)


@CLAUSES
def test_npsg_1_clause(smiles: str, expected: Answer, npsg_says: Callable[[str, str], Answer]) -> None:
    assert npsg_says(smiles, GROUP) == expected


@CLAUSES
def test_npsg_1_gates_change_nothing(
    smiles: str, expected: Answer, npsg: Decider, npsg_ungated: Decider
) -> None:
    assert npsg.row(smiles) == npsg_ungated.row(smiles)


@pytest.mark.parametrize(
    ("smiles", "mass", "expected"), [pytest.param(*row[1:], id=row[0]) for row in NEAR_500]
)
def test_npsg_1_mass_without_the_counter_ion(
    smiles: str, mass: float, expected: Answer, npsg_says: Callable[[str, str], Answer]
) -> None:
    assert MolWt(Chem.MolFromSmiles(smiles)) == pytest.approx(mass, abs=0.01)
    assert npsg_says(smiles, GROUP) == expected
    assert npsg_says(f"{smiles}.Cl", GROUP) == expected


@pytest.mark.parametrize("smiles", ["NCCc1ccccc1", "[Cl-].[NH3+]CCc1ccccc1", "NCCc1ccccc1.OS(O)(=O)=O"])
def test_phenethylamine_itself_is_excluded(smiles: str, npsg: Decider) -> None:
    verdict = npsg.verdict(smiles)
    assert verdict.outcome == "not-listed"
    assert [(e.group, e.name) for e in verdict.exclusions] == [(GROUP, "2-fenethylamine")]


@pytest.mark.parametrize(
    "smiles",
    ["C[C@H](N)Cc1ccccc1", "[Cl-].C[C@@H]([NH3+])Cc1ccccc1", "CC(N)Cc1ccccc1.CC(N)Cc1ccccc1.OS(O)(=O)=O"],
)
def test_stereoisomers_charged_forms_and_salts_are_included(
    smiles: str, npsg_says: Callable[[str, str], Answer]
) -> None:
    assert npsg_says(smiles, GROUP) == IN
