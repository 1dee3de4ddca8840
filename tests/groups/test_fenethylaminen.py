"""Group 1, substances derived from 2-phenethylamine: what its clauses say at and beyond their limits.

The expected answers come from the text: 1.1 in Dutch, 1.2 from its German parallel of 2016.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "fenethylaminen"
FUSED = depends("fused-a = yes", "out")
HEAD = depends("head = yes", "in")
SULFINYL = depends("sulfinyl = yes", "out")
LONG_ON_N = depends("chain-r12 = 10", "out")
SMALL_OR_LARGE_RING_N = depends("ring-n = any", "in")
SMALL_OR_LARGE_RING_B = depends("ring-b = any", "in")
LISTED_HEADS = depends("ring-heads = no", "out")
AROMATIC_N = depends("aromatic-n = yes", "in")


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

GALANTAMINE = "COc1ccc2c3c1OC1CC(O)C=CC31CCN(C)C2"

RING_SYSTEMS: Table = [
    ("phenyl", "CC(N)Cc1ccccc1", IN),
    ("naphthyl, 1", "CC(N)Cc1cccc2ccccc12", IN),
    ("naphthyl, 2", "CC(N)Cc1ccc2ccccc2c1", IN),
    ("tetralinyl, 5", "CC(N)Cc1cccc2CCCCc12", IN),
    ("tetralinyl, 6", "CC(N)Cc1ccc2CCCCc2c1", IN),
    ("tetralinyl, 1", "CC(N)CC1CCCc2ccccc12", IN),
    ("tetralinyl, 2", "CC(N)CC1CCc2ccccc2C1", IN),
    ("methylenedioxyphenyl, 5", "CC(N)Cc1ccc2OCOc2c1", IN),
    ("methylenedioxyphenyl, 4", "CC(N)Cc1cccc2OCOc12", IN),
    ("methylenedioxyphenyl, 2", "CC(N)CC1Oc2ccccc2O1", IN),
    ("ethylenedioxyphenyl, 6", "CC(N)Cc1ccc2OCCOc2c1", IN),
    ("ethylenedioxyphenyl, 5", "CC(N)Cc1cccc2OCCOc12", IN),
    ("ethylenedioxyphenyl, 2", "CC(N)CC1COc2ccccc2O1", IN),
    ("furyl, 2", "CC(N)Cc1ccco1", IN),
    ("furyl, 3", "CC(N)Cc1ccoc1", IN),
    ("pyrrolyl, 1", "CC(N)Cn1cccc1", IN),
    ("pyrrolyl, 2", "CC(N)Cc1ccc[nH]1", IN),
    ("pyrrolyl, 3", "CC(N)Cc1cc[nH]c1", IN),
    ("thienyl, 2 (methiopropamine)", "CNC(C)Cc1cccs1", IN),
    ("thienyl, 3", "CC(N)Cc1ccsc1", IN),
    ("pyridyl, 2", "CC(N)Cc1ccccn1", IN),
    ("pyridyl, 3", "CC(N)Cc1cccnc1", IN),
    ("pyridyl, 4", "CC(N)Cc1ccncc1", IN),
    ("benzofuranyl, 2", "CC(N)Cc1cc2ccccc2o1", IN),
    ("benzofuranyl, 3", "CC(N)Cc1coc2ccccc12", IN),
    ("benzofuranyl, 4", "CC(N)Cc1cccc2occc12", IN),
    ("benzofuranyl, 5 (5-APB)", "CC(N)Cc1ccc2occc2c1", IN),
    ("benzofuranyl, 6 (6-APB)", "CC(N)Cc1ccc2ccoc2c1", IN),
    ("benzofuranyl, 7", "CC(N)Cc1cccc2ccoc12", IN),
    ("dihydrobenzofuranyl, 2", "CC(N)CC1Cc2ccccc2O1", IN),
    ("dihydrobenzofuranyl, 3", "CC(N)CC1COc2ccccc12", IN),
    ("dihydrobenzofuranyl, 5 (5-APDB)", "CC(N)Cc1ccc2OCCc2c1", IN),
    ("dihydrobenzofuranyl, 6", "CC(N)Cc1ccc2CCOc2c1", IN),
    ("dihydrobenzofuranyl, 7", "CC(N)Cc1cccc2CCOc12", IN),
    ("indanyl, 1", "CC(N)CC1CCc2ccccc12", IN),
    ("indanyl, 2", "CC(N)CC1Cc2ccccc2C1", IN),
    ("indanyl, 4", "CC(N)Cc1cccc2CCCc12", IN),
    ("indanyl, 5 (5-APDI)", "CC(N)Cc1ccc2CCCc2c1", IN),
    ("indenyl, 1", "CC(N)CC1C=Cc2ccccc12", IN),
    ("indenyl, 2", "CC(N)CC1=Cc2ccccc2C1", IN),
    ("indenyl, 3", "CC(N)CC1=CCc2ccccc12", IN),
    ("indenyl, 5", "CC(N)Cc1ccc2CC=Cc2c1", IN),
    ("indenyl, 6", "CC(N)Cc1ccc2C=CCc2c1", IN),
    ("tetrahydrobenzodifuranyl (2C-B-FLY)", "NCCc1c2CCOc2c(Br)c2CCOc12", IN),
    ("tetrahydrobenzodifuranyl, 2", "CC(N)CC1Cc2cc3OCCc3cc2O1", IN),
    ("tetrahydrobenzodifuranyl, the other isomer", "NCCc1c2CCOc2cc2OCCc12", IN),
    ("tetrahydrobenzodifuranyl, the other isomer turned", "NCCc1c2OCCc2cc2CCOc12", IN),
    ("benzodifuranyl (bromo-dragonfly)", "CC(N)Cc1c2ccoc2c(Br)c2ccoc12", IN),
    ("benzodifuranyl, 2", "CC(N)Cc1cc2cc3occc3cc2o1", IN),
    ("benzodifuranyl, the other isomer", "CC(N)Cc1c2ccoc2cc2occc12", IN),
    ("tetrahydrobenzodipyranyl", "NCCc1c2CCCOc2c(Br)c2CCCOc12", IN),
    ("tetrahydrobenzodipyranyl, 2", "CC(N)CC1CCc2cc3OCCCc3cc2O1", IN),
    ("tetrahydrobenzodipyranyl, the other isomer", "NCCc1c2CCCOc2cc2OCCCc12", IN),
    ("cyclopentyl", "CC(N)CC1CCCC1", IN),
    ("cyclohexyl (propylhexedrine)", "CNC(C)CC1CCCCC1", IN),
    ("cyclobutyl", "CC(N)CC1CCC1", OUT),
    ("cycloheptyl", "CC(N)CC1CCCCCC1", OUT),
    ("cyclohexenyl", "CC(N)CC1=CCCCC1", OUT),
    ("tetrahydrofuryl", "CC(N)CC1CCCO1", OUT),
    ("piperidinyl", "CC(N)CC1CCNCC1", OUT),
    ("imidazolyl (histamine)", "NCCc1c[nH]cn1", OUT),
    ("thiazolyl", "CC(N)Cc1cncs1", OUT),
    ("pyrimidinyl", "CC(N)Cc1cncnc1", OUT),
    ("no ring", "CCC(C)CC(C)N", OUT),
    # a listed ring inside a larger one that is not listed
    ("indolyl (alpha-methyltryptamine)", "CC(N)Cc1c[nH]c2ccccc12", FUSED),
    ("indolyl, 5", "CC(N)Cc1ccc2[nH]ccc2c1", FUSED),
    ("benzothienyl", "CC(N)Cc1ccc2sccc2c1", FUSED),
    ("quinolinyl", "CC(N)Cc1ccc2ncccc2c1", FUSED),
    ("chromanyl", "CC(N)Cc1ccc2OCCCc2c1", FUSED),
    ("dihydronaphthyl", "CC(N)Cc1ccc2CCC=Cc2c1", FUSED),
    ("isobenzofuranyl, dihydro", "CC(N)Cc1ccc2COCc2c1", FUSED),
    ("trimethylenedioxyphenyl", "CC(N)Cc1ccc2OCCCOc2c1", FUSED),
    ("anthracenyl", "CC(N)Cc1c2ccccc2cc2ccccc12", FUSED),
    ("adamantyl", "CC(N)CC12CC3CC(CC(C3)C1)C2", FUSED),
    ("adamantyl, C1 in the cage (amantadine)", "NC12CC3CC(CC(C3)C1)C2", FUSED),
    ("adamantyl, too near (rimantadine)", "CC(N)C12CC3CC(CC(C3)C1)C2", OUT),
    ("bicyclo[2.2.1]heptyl", "CC(N)CC1CC2CCC1C2", FUSED),
    ("bicyclo[2.2.1]heptyl, C1 and C2 in the cage", "NC1CC2CCC1C2", FUSED),
    ("mecamylamine", "CNC1(C)C2CCC(C2)C1(C)C", FUSED),
    ("C2 bridges cyclohexyl, 4 atoms", "NCC1C2CCCC1C2", FUSED),
    (
        "C2 bridges cyclohexyl, N at C2",
        "NCC1NCC2CCCC1C2",
        depends("fused-a = yes and ring-heads = no", "out"),
    ),
    (
        "C2 bridges cyclohexyl, 7 atoms",
        "NCC1CCCC2CCCC1C2",
        depends("fused-a = yes and ring-b = any", "out"),
    ),
]

ON_A: Table = [
    ("fluorine", on_a("F"), IN),
    ("chlorine", on_a("Cl"), IN),
    ("bromine", on_a("Br"), IN),
    ("iodine", on_a("I"), IN),
    ("five halogens", "CC(N)Cc1c(F)c(F)c(Cl)c(F)c1F", IN),
    ("alkyl", on_a("C"), IN),
    ("alkenyl", on_a("C=C"), IN),
    ("alkynyl", on_a("C#C"), IN),
    ("alkoxy", on_a("OC"), IN),
    ("carboxy", on_a("C(=O)O"), IN),
    ("carboxy, further substituted", on_a("C(=O)OC"), IN),
    ("alkylsulfanyl", on_a("SC"), IN),
    ("nitro", on_a("[N+](=O)[O-]"), IN),
    ("alkyl, further substituted (trifluoromethyl)", on_a("C(F)(F)F"), IN),
    ("alkyl, further substituted by a ring (benzyl)", on_a("Cc2ccccc2"), IN),
    ("alkyl, further substituted by N", on_a("CN(C)C"), IN),
    ("alkoxy, further substituted (trifluoromethoxy)", on_a("OC(F)(F)F"), IN),
    ("alkoxy, further substituted (allyloxy)", on_a("OCC=C"), IN),
    ("alkylsulfanyl, further substituted", on_a("SCC(F)(F)F"), IN),
    ("2C-E", "CCc1cc(OC)c(CCN)cc1OC", IN),
    ("mescaline", "COc1cc(CCN)cc(OC)c1OC", IN),
    ("hydroxy", on_a("O"), OUT),
    ("hydroxy, twice (dopamine)", "NCCc1ccc(O)c(O)c1", OUT),
    ("hydroxy (salbutamol)", "CC(C)(C)NCC(O)c1ccc(O)c(CO)c1", OUT),
    ("hydroxy (tyramine)", "NCCc1ccc(O)cc1", OUT),
    ("amino", on_a("N"), OUT),
    ("dimethylamino", on_a("N(C)C"), OUT),
    ("acetamido", on_a("NC(C)=O"), OUT),
    ("sulfanyl", on_a("S"), OUT),
    ("phenyl", on_a("-c2ccccc2"), OUT),
    ("thienyl", on_a("-c2cccs2"), OUT),
    ("phenoxy", on_a("Oc2ccccc2"), OUT),
    ("vinyloxy", on_a("OC=C"), OUT),
    ("phenylsulfanyl", on_a("Sc2ccccc2"), OUT),
    ("sulfamoyl", on_a("S(N)(=O)=O"), OUT),
    ("nitroso", on_a("N=O"), OUT),
    ("azido", on_a("N=[N+]=[N-]"), OUT),
    ("borono", on_a("B(O)O"), OUT),
    ("oxo on pyridyl", "CC(N)Cc1ccc(=O)[nH]c1", OUT),
    ("oxide on pyridyl", "CC(N)Cc1ccc[n+]([O-])c1", OUT),
    ("hydroxy on cyclohexyl", "CC(N)CC1CCC(O)CC1", OUT),
    ("methyl on pyrrole nitrogen", "CC(N)Cc1cccn1C", IN),
    ("hydroxy on the CH2 of indanyl", "CC(N)Cc1ccc2CC(O)Cc2c1", FUSED),
    ("methyl on the CH2 of methylenedioxy", "CC(N)Cc1ccc2OC(C)Oc2c1", IN),
    ("two fluorines on methylenedioxy", "CC(N)Cc1ccc2OC(F)(F)Oc2c1", IN),
    ("oxo on cyclohexyl", "CC(N)CC1CCC(=O)CC1", OUT),
    ("silicon in the residue", on_a("C[Si](C)(C)C"), OUT),
    ("phosphorus in the residue", on_a("CP(=O)(O)O"), OUT),
    ("selenium in the residue", on_a("C[Se]C"), OUT),
    # a double bond on the first atom of the residue
    ("acetyl", on_a("C(C)=O"), HEAD),
    ("formyl", on_a("C=O"), HEAD),
    ("cyano", on_a("C#N"), HEAD),
    ("carbamoyl", on_a("C(N)=O"), HEAD),
    ("acetoxy", on_a("OC(C)=O"), HEAD),
    ("cyanato", on_a("OC#N"), HEAD),
    ("thiocyanato", on_a("SC#N"), HEAD),
    ("methylsulfonyl", on_a("S(C)(=O)=O"), SULFINYL),
    ("methylsulfinyl", on_a("S(C)=O"), SULFINYL),
    ("methylsulfonyl, further substituted", on_a("S(CC#N)(=O)=O"), SULFINYL),
    ("phenylsulfonyl", on_a("S(=O)(=O)c3ccccc3"), OUT),
    ("phenylsulfinyl", on_a("S(=O)c3ccccc3"), OUT),
    ("sulfamoyl", on_a("S(N)(=O)=O"), OUT),
    ("acetylsulfanyl", on_a("SC(C)=O"), HEAD),
    # continuous chain of at most eight
    ("chain of 8 carbons", on_a(chain(8)), IN),
    ("chain of 9 carbons", on_a(chain(9)), OUT),
    ("chain of 8 with O", on_a("O" + chain(7)), IN),
    ("chain of 9 with O", on_a("O" + chain(8)), OUT),
    ("chain of 8 with S", on_a("S" + chain(7)), IN),
    ("chain of 9 with S", on_a("S" + chain(8)), OUT),
    ("chain of 8 with halogen", on_a(chain(7) + "F"), IN),
    ("chain of 9 with halogen", on_a(chain(8) + "F"), OUT),
    ("chain of 8 with N", on_a(chain(7) + "N"), IN),
    ("chain of 9 with N", on_a(chain(8) + "N"), OUT),
    ("two chains of 8", f"CC(N)Cc1cc({chain(8)})cc({chain(8)})c1", IN),
    ("8 atoms before a ring", on_a(chain(8) + "c2ccccc2"), IN),
    ("9 atoms before a ring", on_a(chain(9) + "c2ccccc2"), OUT),
    ("4 atoms, a ring, 4 atoms", on_a("CCCCc2ccc(CCCC)cc2"), IN),
    ("4 atoms, a ring, 5 atoms", on_a("CCCCc2ccc(CCCCC)cc2"), depends("path-behind-ring = no", "out")),
    (
        "8 atoms, a ring, 8 atoms",
        on_a(f"{chain(8)}c2ccc({chain(8)})cc2"),
        depends("path-behind-ring = no", "out"),
    ),
    ("8 atoms, a ring, 9 atoms", on_a(f"{chain(8)}c2ccc({chain(9)})cc2"), OUT),
]

# ---- 1.2 a -----------------------------------------------------------------------------------------

ON_N: Table = [
    ("H (2-methylphenethylamine)", "NCCc1ccccc1C", IN),
    ("methyl", on_n("C"), IN),
    ("methyl, on the excluded parent", "CNCCc1ccccc1", IN),
    ("two methyls", on_n("(C)C"), IN),
    ("cyclopropyl", on_n("C2CC2"), IN),
    ("cyclohexyl", on_n("C2CCCCC2"), IN),
    ("benzyl", on_n("Cc2ccccc2"), IN),
    ("benzyl, further substituted (25B-NBOMe)", "COc1ccccc1CNCCc1cc(OC)c(Br)cc1OC", IN),
    ("benzyl, further substituted (25I-NBOH)", "Oc1ccccc1CNCCc1cc(OC)c(I)cc1OC", IN),
    ("alkenyl (allyl)", on_n("CC=C"), IN),
    ("alkenyl (vinyl)", on_n("C=C"), IN),
    ("methyl, substituted by ethynyl (propargyl)", on_n("CC#C"), IN),
    ("selegiline", "C#CCN(C)C(C)Cc1ccccc1", IN),
    ("alkynyl", "CC#CN(C)C(C)Cc1ccccc1", depends("alkynyl-n = yes", "out")),
    ("alkylcarbonyl", on_n("C(C)=O"), IN),
    ("alkylcarbonyl of six carbons", on_n("C(=O)CCCCC"), IN),
    ("alkylcarbonyl of seven carbons", on_n("C(=O)CCCCCC"), LONG_ON_N),
    ("hydroxy", on_n("O"), IN),
    ("hydroxy, further substituted", on_n("OC"), IN),
    ("amino", on_n("N"), IN),
    ("amino, further substituted", on_n("N(C)C"), IN),
    ("alkyl, further substituted by N", on_n("CCN"), IN),
    ("alkyl, further substituted by halogen", on_n("CCCCl"), IN),
    ("alkyl, further substituted by F", on_n("CCF"), IN),
    ("alkyl, further substituted by Br", on_n("CCBr"), IN),
    ("alkyl, further substituted by I", on_n("CCI"), IN),
    ("alkyl, further substituted by S", on_n("CCSC"), IN),
    ("alkyl, further substituted by heterocycle (fenethylline)", on_n("CCn2cnc3c2c(=O)n(C)c(=O)n3C"), IN),
    ("phenyl", on_n("c2ccccc2"), OUT),
    ("pyridyl", on_n("c2ccccn2"), OUT),
    ("sulfonyl", on_n("S(C)(=O)=O"), OUT),
    ("chlorine", on_n("Cl"), OUT),
    ("three methyls", "CC(Cc1ccccc1)[N+](C)(C)C", OUT),
    ("N-oxide", "CC(Cc1ccccc1)[N+](C)(C)[O-]", OUT),
    ("imine outside a ring", on_n("=Cc2ccccc2"), OUT),
    ("isothiocyanate", on_n("=C=S"), OUT),
    ("azide", on_n("=[N+]=[N-]"), OUT),
    ("silicon in the residue", on_n("C[Si](C)(C)C"), OUT),
    ("phosphorus in the residue", on_n("CP(=O)(O)O"), OUT),
    ("formyl", on_n("C=O"), HEAD),
    ("benzoyl", on_n("C(=O)c2ccccc2"), HEAD),
    ("tert-butoxycarbonyl", on_n("C(=O)OC(C)(C)C"), HEAD),
    ("carbamoyl", on_n("C(N)=O"), HEAD),
    ("cyano", on_n("C#N"), HEAD),
    ("nitroso", "CN(N=O)C(C)Cc1ccccc1", HEAD),
    ("nitro", on_n("[N+](=O)[O-]"), HEAD),
    ("hydrazone", on_n("N=CC"), HEAD),
    # continuous chain of at most six, or ten
    ("chain of 6", on_n(chain(6)), IN),
    ("chain of 7", on_n(chain(7)), LONG_ON_N),
    ("chain of 10", on_n(chain(10)), LONG_ON_N),
    ("chain of 11", on_n(chain(11)), OUT),
    ("chain of 6 with O", on_n("CCCCCO"), IN),
    ("chain of 7 with O", on_n("CCCCCCO"), LONG_ON_N),
    ("chain of 11 with O", on_n(chain(10) + "O"), OUT),
    ("two chains of 6", on_n(f"({chain(6)}){chain(6)}"), IN),
    ("6 atoms before a ring", on_n(chain(6) + "c2ccccc2"), IN),
    ("3 atoms, a ring, 3 atoms", on_n("CCCc2ccc(CCC)cc2"), IN),
    (
        "3 atoms, a ring, 4 atoms",
        on_n("CCCc2ccc(CCCC)cc2"),
        depends("chain-r12 = 10 or path-behind-ring = no", "out"),
    ),
    (
        "5 atoms, a ring, 6 atoms",
        on_n(f"{chain(5)}c2ccc({chain(6)})cc2"),
        depends("path-behind-ring = no", "out"),
    ),
]

RINGS_WITH_N: Table = [
    ("aziridine", on_n("2CC2"), IN),
    ("pyrrolidine (4F-alpha-PVP)", "CCCC(N1CCCC1)C(=O)c1ccc(F)cc1", IN),
    ("piperidine", on_n("2CCCCC2"), IN),
    ("azepane", on_n("2CCCCCC2"), IN),
    ("azocane", on_n("2CCCCCCC2"), IN),
    ("morpholine", on_n("2CCOCC2"), IN),
    ("thiomorpholine", on_n("2CCSCC2"), IN),
    ("piperazine, a second N", on_n("2CCN(C)CC2"), IN),
    ("succinimide", on_n("2C(=O)CCC2=O"), IN),
    ("pyrroline", on_n("2CC=CC2"), IN),
    ("ring with a chain of 6", on_n(f"2CCC({chain(6)})CC2"), IN),
    ("ring with a chain of 7", on_n(f"2CCC({chain(7)})CC2"), LONG_ON_N),
    ("ring with silicon", on_n("2CC[Si](C)(C)CC2"), OUT),
    ("imidazole", "CC(Cc1ccccc1)n1ccnc1", AROMATIC_N),
    ("pyrazole", "CC(Cc1ccccc1)n1cccn1", AROMATIC_N),
    ("indole nitrogen", "CC(Cc1ccccc1)n1ccc2ccccc21", AROMATIC_N),
    # a ring through N and structuurelement B
    ("N and C1, 3 atoms", "C1NC1Cc1ccccc1", SMALL_OR_LARGE_RING_N),
    ("N and C1, 4 atoms", "C1CC(N1)Cc1ccccc1", SMALL_OR_LARGE_RING_N),
    ("N and C1, 5 atoms", "C1CCC(N1)Cc1ccccc1", IN),
    ("N and C1, 6 atoms", "C1CCCC(N1)Cc1ccccc1", IN),
    ("N and C1, 7 atoms", "C1CCCCC(N1)Cc1ccccc1", IN),
    ("N and C1, 8 atoms", "C1CCCCCC(N1)Cc1ccccc1", SMALL_OR_LARGE_RING_N),
    ("N and C2, 4 atoms", "C1NCC1c1ccccc1", SMALL_OR_LARGE_RING_N),
    ("N and C2, 5 atoms", "C1CNCC1c1ccccc1", IN),
    ("N and C2, 7 atoms", "C1CCNCC(C1)c1ccccc1", IN),
    ("N and C2, 8 atoms", "C1CCCNCC(C1)c1ccccc1", SMALL_OR_LARGE_RING_N),
    ("N, C1 and C2, 3 atoms", "CN1CC1c1ccccc1", SMALL_OR_LARGE_RING_N),
    ("N in two rings (quinuclidine)", "C1CC2CCN1C(C2)Cc1ccccc1", IN),
    ("a ring that begins with N at C2 (phenylimidazolidine)", "C1NCC(N1)c1ccccc1", LISTED_HEADS),
    ("a ring that begins with N at C2 (levamisole)", "C1CN2CC(N=C2S1)c1ccccc1", LISTED_HEADS),
    ("a ring that begins with N at C1", "C1CNC(N1)Cc1ccccc1", LISTED_HEADS),
    ("a ring that begins with S at N", "C1NSCC1c1ccccc1", LISTED_HEADS),
    ("a ring that begins with O at N", "C1NOCC1c1ccccc1", IN),
    ("N and C1, methylphenidate", "COC(=O)C(c1ccccc1)C1CCCCN1", IN),
    ("N and C2, phenmetrazine", "CC1NCCOC1c1ccccc1", IN),
    ("phenidate with cyclohexyl for piperidine", "COC(=O)C(c1ccccc1)C1CCCCC1", OUT),
    ("4-phenylpiperidine, one atom too far", "C1CNCCC1c1ccccc1", OUT),
    ("imine inside the ring", "C1CC=NC1Cc1ccccc1", depends("imine = yes", "in")),
    ("imine inside the ring (4-methylaminorex)", "CC1N=C(N)OC1c1ccccc1", depends("imine = yes", "in")),
    ("imine to C1", "C1CCC(=N1)Cc1ccccc1", OUT),
]

RINGS_WITH_N_AND_A: Table = [
    ("tetrahydroisoquinoline", "C1Cc2ccccc2CN1", OUT),
    ("N-methyltetrahydroisoquinoline", "CN1CCc2ccccc2C1", OUT),
    ("salsolidine", "COc1cc2CCNC(C)c2cc1OC", OUT),
    ("benzazepine (lorcaserin)", "CC1CNCCc2ccc(Cl)cc12", OUT),
    ("N on A itself (indoline)", "C1Cc2ccccc2N1", OUT),
    ("tetrahydrothienopyridine (ticlopidine)", "Clc1ccccc1CN1CCc2sccc2C1", OUT),
    ("decahydroisoquinoline", "C1CCC2CNCCC2C1", OUT),
    ("tetrahydro-beta-carboline", "C1Cc2c([nH]c3ccccc23)CN1", OUT),
    (
        "another phenyl makes another phenethylamine (laudanosine)",
        "CN1CCc2cc(OC)c(OC)cc2C1Cc1ccc(OC)c(OC)c1",
        depends("exclusion-scope = embedding", "in"),
    ),
    (
        "another phenyl makes another phenethylamine (4-phenyltetrahydroisoquinoline)",
        "CN1Cc2ccccc2C(C1)c1ccccc1",
        depends("exclusion-scope = embedding", "in"),
    ),
    (
        "the annelated ring is a phenyl whatever it bears (nomifensine)",
        "CN1Cc2c(N)cccc2C(C1)c1ccccc1",
        depends("exclusion-scope = embedding", "in"),
    ),
    ("two tetrahydroisoquinolines, no other phenethylamine", "C1Cc2ccccc2CN1CN1CCc2ccccc2C1", OUT),
]

# ---- 1.2 b, c --------------------------------------------------------------------------------------

ON_C1_AND_C2: Table = [
    *(
        (f"{name}, {place}", on(residue), expected)
        for place, on in (("C1", on_c1), ("C2", on_c2))
        for name, residue, expected in (
            ("methyl", "C", IN),
            ("cyclopropyl", "C3CC3", IN),
            ("cyclohexyl", "C3CCCCC3", IN),
            ("benzyl", "Cc3ccccc3", IN),
            ("phenyl", "c3ccccc3", IN),
            ("phenyl, further substituted", "c3ccc(N)cc3", IN),
            ("alkenyl", "C=C", IN),
            ("alkynyl", "C#C", IN),
            ("alkyloxycarbonyl", "C(=O)OC", IN),
            ("alkyl, further substituted by hydroxy", "CO", IN),
            ("alkyl, further substituted by N", "CN(C)C", IN),
            ("alkyl, further substituted by carboxy", "CC(=O)O", IN),
            ("chain of 10", chain(10), IN),
            ("chain of 11", chain(11), OUT),
            ("chain of 10 with halogen", chain(9) + "F", IN),
            ("chain of 11 with halogen", chain(10) + "F", OUT),
            ("5 atoms, a ring, 5 atoms", "CCCCCc3ccc(CCCCC)cc3", IN),
            ("5 atoms, a ring, 6 atoms", "CCCCCc3ccc(CCCCCC)cc3", depends("path-behind-ring = no", "out")),
            ("10 atoms, a ring, 11 atoms", f"{chain(10)}c3ccc({chain(11)})cc3", OUT),
            ("thiazolyl", "c3nccs3", OUT),
            ("silicon in the residue", "C[Si](C)(C)C", OUT),
            ("phosphorus in the residue", "CP(=O)(O)O", OUT),
            ("carboxy", "C(=O)O", HEAD),
            ("carbamoyl", "C(N)=O", HEAD),
            ("cyano", "C#N", HEAD),
            ("acetyl", "C(C)=O", HEAD),
            ("phenoxycarbonyl", "C(=O)Oc3ccccc3", HEAD),
        )
    ),
    ("fluorine", on_c2("F"), IN),
    ("chlorine", on_c2("Cl"), IN),
    ("bromine", on_c2("Br"), IN),
    ("iodine", on_c2("I"), IN),
    ("two fluorines", "NCC(F)(F)c1ccccc1", IN),
    ("hydroxy (phenylethanolamine)", on_c2("O"), IN),
    ("hydroxy, further substituted by phenyl", on_c2("Oc3ccccc3"), IN),
    ("hydroxy, further substituted by acetyl", on_c2("OC(C)=O"), IN),
    ("alkoxy", on_c2("OC"), IN),
    ("alkylsulfanyl", on_c2("SC"), IN),
    ("alkoxy, chain of 10", on_c2("O" + chain(9)), IN),
    ("alkoxy of ten carbons, as listed", on_c2("O" + chain(10)), IN),
    ("alkoxy of eleven carbons", on_c2("O" + chain(11)), OUT),
    ("alkylsulfanyl of ten carbons, as listed", on_c2("S" + chain(10)), IN),
    ("alkylsulfanyl of eleven carbons", on_c2("S" + chain(11)), OUT),
    ("alkyloxycarbonyl of ten carbons, as listed", on_c2("C(=O)O" + chain(9)), IN),
    ("alkyloxycarbonyl of eleven carbons", on_c2("C(=O)O" + chain(10)), OUT),
    ("methylsulfonyl", on_c2("S(C)(=O)=O"), SULFINYL),
    ("methylsulfinyl", on_c2("S(C)=O"), SULFINYL),
    ("phenylsulfonyl", on_c2("S(=O)(=O)c3ccccc3"), OUT),
    ("acetylsulfanyl", on_c2("SC(C)=O"), HEAD),
    ("sulfanyl", on_c2("S"), OUT),
    ("phenylsulfanyl", on_c2("Sc3ccccc3"), OUT),
    ("amino", on_c2("N"), OUT),
    ("dimethylamino", on_c2("N(C)C"), OUT),
    ("nitro", on_c2("[N+](=O)[O-]"), OUT),
    ("pyridyl on C1", on_c1("c3ccccn3"), OUT),
    ("pyridyl on C2 is structuurelement A instead", on_c2("c3ccccn3"), IN),
    ("pyridyl as A, phenyl on C1 (lanicemine)", "NC(Cc1ccccn1)c1ccccc1", IN),
    ("two residues on C1 (phentermine)", "CC(C)(N)Cc1ccccc1", IN),
    ("two residues on C2", "NCC(C)(C)c1ccccc1", IN),
    ("two residues, one of them not listed", "NCC(C)(N)c1ccccc1", OUT),
    ("venlafaxine", "CN(C)CC(c1ccc(OC)cc1)C1(O)CCCCC1", IN),
    ("hydroxy on either ring (desvenlafaxine)", "CN(C)CC(c1ccc(O)cc1)C1(O)CCCCC1", OUT),
    ("hydroxy on one ring only", "CN(C)CC(c1ccc(O)cc1)C1CCCCC1", IN),
    ("verapamil", "COc1ccc(CCN(C)CCCC(C#N)(C(C)C)c2ccc(OC)c(OC)c2)cc1OC", IN),
]

CARBONYL: Table = [
    ("cathinone", "CC(N)C(=O)c1ccccc1", IN),
    ("2-MMC", "CNC(C)C(=O)c1ccccc1C", IN),
    ("bupropion", "CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1", IN),
    ("no substituent on C1", "NCC(=O)c1ccccc1", IN),
    ("naphyrone", "CCCC(N1CCCC1)C(=O)c1ccc2ccccc2c1", IN),
    ("cyclohexyl", "CNC(C)C(=O)C1CCCCC1", IN),
    ("on C1 instead", "NC(=O)Cc1ccccc1", OUT),
    ("on C1 as well", "NC(=O)C(=O)c1ccccc1", OUT),
    ("thione", "CNC(C)C(=S)c1ccccc1", OUT),
    ("oxime", "CNC(C)C(=NO)c1ccccc1", OUT),
    ("methylidene", "NCC(=C)c1ccccc1", OUT),
    ("enamine", "CNC=Cc1ccccc1", OUT),
    ("amidine", "NC(=N)Cc1ccccc1", OUT),
    ("ketal", "CNC(C)C1(OCCO1)c1ccccc1", IN),
]

RINGS_OF_B: Table = [
    ("C1 with C2, 3 atoms (tranylcypromine)", "NC1CC1c1ccccc1", SMALL_OR_LARGE_RING_B),
    ("C1 with C2, 4 atoms", "NC1CCC1c1ccccc1", IN),
    ("C1 with C2, 6 atoms", "NC1CCCCC1c1ccccc1", IN),
    ("C1 with C2, 7 atoms", "NC1CCCCCC1c1ccccc1", SMALL_OR_LARGE_RING_B),
    ("on C1, 3 atoms", "NC1(CC1)Cc1ccccc1", SMALL_OR_LARGE_RING_B),
    ("on C1, 4 atoms", "NC1(CCC1)Cc1ccccc1", IN),
    ("on C1, 7 atoms", "NC1(CCCCCC1)Cc1ccccc1", SMALL_OR_LARGE_RING_B),
    ("on C2, 3 atoms", "NCC1(CC1)c1ccccc1", SMALL_OR_LARGE_RING_B),
    ("on C2, 6 atoms", "NCC1(CCCCC1)c1ccccc1", IN),
    ("on C2, 7 atoms", "NCC1(CCCCCC1)c1ccccc1", SMALL_OR_LARGE_RING_B),
    ("bicyclic (fencamfamine)", "CCNC1C2CCC(C2)C1c1ccccc1", IN),
    ("C2 with A, 4 atoms", "NCC1Cc2ccccc12", IN),
    ("C2 with A, 5 atoms", "NCC1CCc2ccccc12", IN),
    ("C2 with A, 6 atoms", "NCC1CCCc2ccccc12", IN),
    ("C2 with A, 7 atoms", "NCC1CCCCc2ccccc12", SMALL_OR_LARGE_RING_B),
    ("C1 with A, 5 atoms (2-aminoindane)", "NC1Cc2ccccc2C1", IN),
    ("C1 with A, 6 atoms (2-aminotetralin)", "NC1CCc2ccccc2C1", IN),
    ("C1 with A, 7 atoms", "NC1CCCc2ccccc2C1", SMALL_OR_LARGE_RING_B),
    ("C1 with A, annelated cyclohexyl", "NC1CCC2CCCCC2C1", IN),
    ("C1 with C2, N at C2", "NC1CCNC1c1ccccc1", LISTED_HEADS),
    ("C1 with C2, N at C1", "NC1NCCC1c1ccccc1", LISTED_HEADS),
    ("C1 with C2, O at C2", "NC1CCOC1c1ccccc1", IN),
    ("C2 with A, O at C2 (isochroman)", "NCC1OCCc2ccccc12", IN),
    ("C2 with A, S at C2", "NCC1SCCc2ccccc12", IN),
    ("C2 with A, O at A (chroman)", "NCC1CCOc2ccccc12", IN),
    (
        "C2 with A, N at C2 (and a tetrahydroisoquinoline)",
        "NCC1NCCc2ccccc12",
        depends("ring-heads = no and exclusion-scope = embedding", "out"),
    ),
    (
        "C1 with A, N at C1 (and an indoline)",
        "NC1Cc2ccccc2N1",
        depends("ring-heads = no and exclusion-scope = embedding", "out"),
    ),
    ("C2 with A, spiro, 3 atoms", "NCC1CC12CCCCC2", SMALL_OR_LARGE_RING_B),
    ("C2 with A, phenyl (fluorene)", "NCC1c2ccccc2-c2ccccc12", IN),
    ("C1 with A, spiro", "NC1CC2(C1)CCCCC2", IN),
    ("annelated over two rings of a naphthyl", "NC1Cc2cccc3cccc(C1)c23", IN),
    ("nitrogen in a ring annelated over two rings of A (galantamine)", GALANTAMINE, OUT),
    ("hydroxy on the annelated A", "CCCN(CCC)C1CCc2c(O)cccc2C1", OUT),
    ("methoxy on the annelated A", "CCCN(CCC)C1CCc2c(OC)cccc2C1", IN),
    ("amine beside the ring (1-aminoindane)", "C#CCNC1CCc2ccccc12", OUT),
    ("amine beside the ring (sertraline)", "CNC1CCC(c2ccc(Cl)c(Cl)c2)c2ccccc12", OUT),
]

# Each holds a second phenethylamine whose nitrogen lies in a ring on its A: does that exclude the whole?
OTHER_A: Table = [
    (
        "phenethyl on a morphinan: the cyclohexane is an A only where fused rings are",
        "Oc1ccc2c(c1)C13CCCCC1C(C2)N(CCc1ccccc1)CC3",
        depends("exclusion-scope = embedding or annelated-system = ring and fused-a = no", "in"),
    ),
    (
        "phenethyl on 2-azaadamantane: a ring that bridges the cyclohexane is not annelated to it",
        "C1C2CC3CC1CC(C2)N3CCc1ccccc1",
        IN,
    ),
    (
        "a bridge of A that begins with N on C1",
        "NC1NC2CCCC(C1)C2",
        depends("fused-a = yes and ring-heads = no", "out"),
    ),
]

BUILD: Table = [
    ("benzylamine, one atom too near", "NCc1ccccc1", OUT),
    ("phenylpropylamine, one atom too far", "NCCCc1ccccc1", OUT),
    ("atomoxetine, one atom too far", "CNCCC(Oc1ccccc1C)c1ccccc1", OUT),
    ("oxygen in the chain", "NOCc1ccccc1", OUT),
    ("phenethyl alcohol", "OCCc1ccccc1", OUT),
    ("phencyclidine", "C1CCCCC1(c1ccccc1)N1CCCCC1", OUT),
    ("ketamine", "CNC1(CCCCC1=O)c1ccccc1Cl", OUT),
    ("pethidine", "CCOC(=O)C1(CCN(C)CC1)c1ccccc1", OUT),
    ("cocaine", "COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C", OUT),
    ("papaverine, aromatic C1", "COc1ccc(Cc2nccc3cc(OC)c(OC)cc23)cc1OC", OUT),
    ("etonitazene, aromatic C1", "CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1", OUT),
    ("myclobutanil", "CCCCC(C#N)(Cn1cncn1)c1ccc(Cl)cc1", depends("aromatic-n = yes and head = yes", "in")),
    ("propiconazole", "CCCC1COC(Cn2cncn2)(O1)c1ccc(Cl)cc1Cl", AROMATIC_N),
    ("tebuconazole, one atom too far", "CC(C)(C)C(O)(CCc1ccc(Cl)cc1)Cn1cncn1", OUT),
    ("phenethyl fentanyl", "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1", IN),
    ("4-ANPP", "N(c1ccccc1)C1CCN(CCc2ccccc2)CC1", IN),
    (
        "carfentanil, seven atoms behind one another",
        "COC(=O)C1(CCN(CCc2ccccc2)CC1)N(C(=O)CC)c1ccccc1",
        depends("chain-r12 = 10 or path-behind-ring = no", "out"),
    ),
]

NEAR_500 = [
    ("below", "CNC(C)Cc1c(Cl)c(Br)c(Br)c(Br)c1Br", 499.27, IN),
    ("above", "CC(N)Cc1cc(Cl)c(Br)c(I)c1I", 500.34, depends("mass-500 = no", "in")),
    ("far above", "CC(N)Cc1c(I)c(I)c(I)c(I)c1I", 764.69, depends("mass-500 = no", "in")),
]


@each(
    ring_system=RING_SYSTEMS,
    on_a=ON_A,
    on_n=ON_N,
    ring_with_n=RINGS_WITH_N,
    ring_with_n_and_a=RINGS_WITH_N_AND_A,
    on_c1_c2=ON_C1_AND_C2,
    carbonyl=CARBONYL,
    ring_of_b=RINGS_OF_B,
    other_a=OTHER_A,
    build=BUILD,
)
def test_clause(smiles: str, expected: Answer, says: Callable[[str, str], Answer]) -> None:
    assert says(smiles, GROUP) == expected


@pytest.mark.parametrize(
    "smiles",
    [
        pytest.param("COc1ccc2CC3C4CCCCC4(CCN3C)c2c1", id="dextromethorphan"),
        pytest.param("COc1cc2c(cc1OC)-c1c(OC)c(OC)cc3c1C(C2)N(C)CC3", id="glaucine"),
    ],
)
def test_the_nitrogen_of_a_composite_system(smiles: str, says: Callable[[str, str], Answer]) -> None:
    """The ring of N shares no bond with A, only with a ring that does.

    A second ring it does share a bond with is no A inside a fused system, unless fused-a says so.
    """
    either = (
        "annelated-system = ring and exclusion-scope = embedding or annelated-system = ring and fused-a = no"
    )
    assert says(smiles, GROUP) == depends(either, "in")


def test_the_nitrogen_of_a_benzomorphan(says: Callable[[str, str], Answer]) -> None:
    """Its ring touches the benzene ring through another ring only, and bridges the tetralin.

    With the benzene ring as A it is a member if the exclusion means the *ring*; with the
    tetralin as A, itself part of a bridged system, where fused rings count and the benzene
    ring does not take the whole molecule out.
    """
    assert says("COc1ccc2CC3C(C)C(C)(CCN3C)c2c1", GROUP) == depends(
        "annelated-system = ring or exclusion-scope = embedding and fused-a = yes", "in"
    )


@pytest.mark.parametrize("smiles", ["CN1CCC2(CCCCC2)C1", "C1CC2(CCNC2)c2ccccc21", "C1CC2(CNC1)CCc1ccccc12"])
def test_a_spiro_ring_with_the_nitrogen_is_not_annelated(
    smiles: str, says: Callable[[str, str], Answer]
) -> None:
    assert says(smiles, GROUP) == IN


@pytest.mark.parametrize(
    ("smiles", "mass", "expected"), [pytest.param(*row[1:], id=row[0]) for row in NEAR_500]
)
def test_mass(smiles: str, mass: float, expected: Answer, says: Callable[[str, str], Answer]) -> None:
    assert MolWt(Chem.MolFromSmiles(smiles)) == pytest.approx(mass, abs=0.01)
    assert says(smiles, GROUP) == expected
    assert says(f"{smiles}.Cl", GROUP) == expected


@pytest.mark.parametrize(
    ("name", "smiles"),
    [
        ("2-fenethylamine", "NCCc1ccccc1"),
        ("2-fenethylamine", "[Cl-].[NH3+]CCc1ccccc1"),
        ("2-fenethylamine", "[2H]C([2H])(N)Cc1ccccc1"),
        ("aspartaam", "COC(=O)C(Cc1ccccc1)NC(=O)C(N)CC(=O)O"),
        ("aspartaam", "COC(=O)[C@H](Cc1ccccc1)NC(=O)[C@@H](N)CC(=O)O"),
        ("penconazool", "CCCC(Cn1cncn1)c1ccc(Cl)cc1Cl"),
    ],
)
def test_named_exclusion(name: str, smiles: str, decider: Decider) -> None:
    verdict = decider.verdict(smiles)
    assert verdict.outcome == "not-listed"
    assert verdict.findings == ()
    assert [(e.group, e.name) for e in verdict.exclusions] == [(GROUP, name)]
    assert name in verdict.reason


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        ("CC(=O)NCCc1ccccc1", IN),
        ("COC(=O)C(Cc1ccccc1)NC(=O)C(N)CC(N)=O", IN),
        ("OC(=O)C(Cc1ccccc1)NC(=O)C(N)CC(=O)O", HEAD),
        ("CCC(Cn1cncn1)c1ccc(Cl)cc1Cl", AROMATIC_N),
    ],
)
def test_what_only_resembles_an_exclusion_is_not_excluded(
    smiles: str, expected: Answer, says: Callable[[str, str], Answer]
) -> None:
    assert says(smiles, GROUP) == expected
