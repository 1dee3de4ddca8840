"""NpSG 2021, Anlage no. 5: indole-3-alkylamines (5.1) and lysergamides (5.2), clause by clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from group_strategies import kekule, with_hydrogens
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, depends, each

from stofgroep.verdict import Decider

GROUP = "npsg-5"
METABOLITE = depends("metabolites = named", "out")
CHAIN_RING = depends("pyrrolidine = yes", "out")


def on_indole(residue: str, position: int) -> str:
    """DMT with a residue at 4, 5, 6 or 7."""
    places = ["c", "c", "c", "c"]
    places[7 - position] = f"c({residue})"
    return f"CN(C)CCc9c[nH]c8{''.join(places)}c89"


def on_amine(residues: str) -> str:
    """5-Bromotryptamine; the residues of the amine written before its chain, as ``CN(C)``."""
    return f"{residues}CCc9c[nH]c8ccc(Br)cc89"


def on_alpha(residue: str) -> str:
    return f"CN(C)C({residue})Cc9c[nH]c8ccccc89"


def on_c2(residue: str) -> str:
    return f"CN(C)CCc9c({residue})[nH]c8ccccc89"


def on_n1(residue: str) -> str:
    return f"CN(C)CCc9cn({residue})c8ccccc89"


def lysergamide(amide: str = "N(CC)CC", n6: str = "C", n1: str = "[H]") -> str:
    """The drawing of 5.2; ``amide`` begins with its nitrogen."""
    return f"C9(C(=O){amide})CN({n6})C8Cc7cn({n1})c6cccc(c67)C8=C9"


TRYPTAMINE: Table = [
    ("two carbons to the amine", "CN(C)CCc1c[nH]c2ccccc12", IN),
    ("one carbon (gramine)", "CN(C)Cc1c[nH]c2ccccc12", OUT),
    ("three carbons", "CN(C)CCCc1c[nH]c2ccccc12", OUT),
    ("chain at 2", "CN(C)CCc1cc2ccccc2[nH]1", OUT),
    ("chain at 1", "CN(C)CCn1ccc2ccccc12", OUT),
    ("chain at 4", "CN(C)CCc1cccc2[nH]ccc12", OUT),
    ("indoline", "CN(C)CCC1CNc2ccccc12", OUT),
    ("benzofuran", "CN(C)CCc1coc2ccccc12", OUT),
    ("benzothiophene", "CN(C)CCc1csc2ccccc12", OUT),
    ("indazole", "CN(C)CCc1n[nH]c2ccccc12", OUT),
    ("7-azaindole", "CN(C)CCc1c[nH]c2ncccc12", OUT),
    ("oxygen for the amine (tryptophol)", "OCCc1c[nH]c2ccccc12", OUT),
    ("methyl on the beta carbon", "CN(C)CC(C)c1c[nH]c2ccccc12", OUT),
    ("beta-oxo", "CN(C)CC(=O)c1c[nH]c2ccccc12", OUT),
    ("beta-hydroxy", "CN(C)CC(O)c1c[nH]c2ccccc12", OUT),
    ("N-oxide", "C[N+](C)([O-])CCc1c[nH]c2ccccc12", OUT),
]

R1_R2: Table = [
    ("hydrogen twice", on_amine("N"), IN),
    ("methyl", on_amine("CN"), IN),
    ("ethyl and propyl", on_amine("CCN(CCC)"), IN),
    ("isopropyl twice", on_amine("CC(C)N(C(C)C)"), IN),
    ("hexyl", on_amine("CCCCCCN"), IN),
    ("branched C6", on_amine("CCC(C)(CC)N"), IN),
    ("heptyl", on_amine("CCCCCCCN"), OUT),
    ("allyl twice", on_amine("C=CCN(CC=C)"), IN),
    ("crotyl", on_amine("CC=CCN"), OUT),
    ("methallyl", on_amine("C=C(C)CN"), OUT),
    ("propargyl", on_amine("C#CCN"), OUT),
    ("cyclopropyl", on_amine("CN(C7CC7)"), IN),
    ("cyclohexyl", on_amine("C7CCCCC7N"), IN),
    ("tetrahydropyranyl", on_amine("C7CCOCC7N"), OUT),
    ("cycloheptyl", on_amine("C7CCCCCC7N"), OUT),
    ("cyclopropylmethyl", on_amine("C7CC7CN"), IN),
    ("cyclopentylmethyl, C6", on_amine("C7CCCC7CN"), IN),
    ("cyclohexylmethyl, C7", on_amine("C7CCCCC7CN"), OUT),
    ("cyclopropylethyl", on_amine("C7CC7CCN"), OUT),
    ("benzyl", on_amine("c7ccccc7CN"), OUT),
    ("phenyl", on_amine("c7ccccc7N"), OUT),
    ("methoxybenzyl", on_amine("COc7ccccc7CN"), OUT),
    ("hydroxyethyl", on_amine("OCCN"), OUT),
    ("fluoroethyl", on_amine("FCCN"), OUT),
    ("acetyl", on_amine("CC(=O)N"), OUT),
    ("hydroxy", on_amine("ON"), OUT),
    ("amino", on_amine("NN"), OUT),
    ("three methyls", "C[N+](C)(C)CCc1c[nH]c2ccccc12.[I-]", OUT),
    ("pyrrolidine", on_amine("C7CCCN7"), IN),
    ("azetidine", on_amine("C7CCN7"), OUT),
    ("piperidine", on_amine("C7CCCCN7"), OUT),
    ("morpholine", on_amine("C7COCCN7"), OUT),
    ("pyrroline", on_amine("C7C=CCN7"), OUT),
    ("pyrrole", on_amine("c7cccn7"), OUT),
    ("methylpyrrolidine", on_amine("CC7CCCN7"), OUT),
    ("pyrrolidine over the alpha carbon", "CN1CCCC1Cc1c[nH]c2ccccc12", CHAIN_RING),
    ("the same with hydrogen on nitrogen", "C1CCNC1Cc1c[nH]c2ccccc12", CHAIN_RING),
    ("the same with benzyl on nitrogen", "c1ccccc1CN1CCCC1Cc1c[nH]c2ccccc12", OUT),
    ("piperidine over the alpha carbon", "CN1CCCCC1Cc1c[nH]c2ccccc12", OUT),
    ("tetrahydro-beta-carboline", "C1CNCc2[nH]c3ccccc3c12", OUT),
    ("imine", "CC(=NC)Cc1c[nH]c2ccccc12", OUT),
]

R3_R4_R5: Table = [
    ("R3 methyl", on_alpha("C"), IN),
    ("R3 propyl", on_alpha("CCC"), IN),
    ("R3 isopropyl", on_alpha("C(C)C"), IN),
    ("R3 butyl", on_alpha("CCCC"), OUT),
    ("R3 twice", "CC(C)(N)Cc1c[nH]c2ccccc12", OUT),
    ("R3 carboxy (tryptophan)", "NC(Cc1c[nH]c2ccccc12)C(=O)O", OUT),
    ("R3 hydroxymethyl", on_alpha("CO"), OUT),
    ("R3 cyclopropyl", on_alpha("C7CC7"), OUT),
    ("R3 trifluoromethyl", on_alpha("C(F)(F)F"), OUT),
    ("R4 methyl", on_c2("C"), IN),
    ("R4 ethyl", on_c2("CC"), IN),
    ("R4 propyl", on_c2("CCC"), OUT),
    ("R4 phenyl", on_c2("c7ccccc7"), OUT),
    ("R4 bromine", on_c2("Br"), OUT),
    ("R5 methyl", on_n1("C"), IN),
    ("R5 propyl", on_n1("CCC"), IN),
    ("R5 isopropyl", on_n1("C(C)C"), IN),
    ("R5 butyl", on_n1("CCCC"), OUT),
    ("R5 acetyl", on_n1("C(C)=O"), OUT),
    ("R5 benzyl", on_n1("Cc7ccccc7"), OUT),
    ("R5 cyclopropyl", on_n1("C7CC7"), OUT),
    ("R5 hydroxy", on_n1("O"), OUT),
    ("R4 and R5 in a ring", "CN(C)CCc1c2CCCn2c2ccccc12", OUT),
]

_RN_IN = {
    "fluorine": "F",
    "chlorine": "Cl",
    "bromine": "Br",
    "iodine": "I",
    "methyl": "C",
    "tert-butyl": "C(C)(C)C",
    "methoxy": "OC",
    "decyloxy": "OCCCCCCCCCC",
    "benzyloxy": "OCc7ccccc7",
    "carboxamido": "C(N)=O",
    "acetoxy": "OC(C)=O",
    "hydroxy": "O",
    "methylthio": "SC",
}
_RN_OUT = {
    "pentyl": "CCCCC",
    "undecyloxy": "OCCCCCCCCCCC",
    "phenoxy": "Oc7ccccc7",
    "fluorobenzyloxy": "OCc7ccc(F)cc7",
    "phenethyloxy": "OCCc7ccccc7",
    "allyloxy": "OCC=C",
    "trifluoromethoxy": "OC(F)(F)F",
    "methylcarbamoyl": "C(=O)NC",
    "acetamido": "NC(C)=O",
    "propionoxy": "OC(=O)CC",
    "formyloxy": "OC=O",
    "ethylthio": "SCC",
    "methylsulfinyl": "S(C)=O",
    "nitro": "[N+](=O)[O-]",
    "cyano": "C#N",
    "amino": "N",
    "trifluoromethyl": "C(F)(F)F",
    "vinyl": "C=C",
    "carboxy": "C(=O)O",
    "sulfate": "OS(=O)(=O)O",
    "methyl phosphate": "OP(=O)(O)OC",
    "glucuronide-like ether": "OC7CCCCO7",
}
RN: Table = [
    *((f"{name} at {p}", on_indole(r, p), IN) for name, r in _RN_IN.items() for p in (4, 5, 6, 7)),
    *((f"{name} at {p}", on_indole(r, p), OUT) for name, r in _RN_OUT.items() for p in (4, 5)),
    ("phosphate at 4 (psilocybin)", on_indole("OP(=O)(O)O", 4), IN),
    ("phosphate at 4, inner salt", "C[NH+](C)CCc1c[nH]c2cccc(OP(=O)(O)[O-])c12", IN),
    ("phosphate at 5", on_indole("OP(=O)(O)O", 5), OUT),
    ("phosphate at 6", on_indole("OP(=O)(O)O", 6), OUT),
    ("two residues", "CN(C)CCc1c[nH]c2cc(F)c(OC)cc12", IN),
    ("methylenedioxy at 4, 5", "CN(C)CCc1c[nH]c2ccc3OCOc3c12", IN),
    ("methylenedioxy at 5, 6", "CN(C)CCc1c[nH]c2cc3OCOc3cc12", IN),
    ("methylenedioxy at 6, 7", "CN(C)CCc1c[nH]c2c3OCOc3ccc12", IN),
    ("methylenedioxy and fluorine", "CN(C)CCc1c[nH]c2c(F)c3OCOc3cc12", IN),
    ("ethylenedioxy at 5, 6", "CN(C)CCc1c[nH]c2cc3OCCOc3cc12", OUT),
    ("methylenedioxy with methyl", "CN(C)CCc1c[nH]c2cc3OC(C)Oc3cc12", OUT),
    ("benzo", "CN(C)CCc1c[nH]c2cc3ccccc3cc12", OUT),
    ("ring from 4 to the chain (RU-28306)", "CN(C)C1Cc2cccc3[nH]cc(c23)C1", OUT),
]

EXCLUDED: Table = [
    ("tryptamine", "NCCc1c[nH]c2ccccc12", OUT),
    ("tryptamine hydrochloride", "NCCc1c[nH]c2ccccc12.Cl", OUT),
    ("serotonin", "NCCc1c[nH]c2ccc(O)cc12", OUT),
    ("melatonin", "CC(=O)NCCc1c[nH]c2ccc(OC)cc12", OUT),
    ("6-hydroxymelatonin", "CC(=O)NCCc1c[nH]c2cc(O)c(OC)cc12", OUT),
    ("5-methoxytryptamine", "NCCc1c[nH]c2ccc(OC)cc12", METABOLITE),
    ("N-methylserotonin", "CNCCc1c[nH]c2ccc(O)cc12", METABOLITE),
    ("N-methyltryptamine", "CNCCc1c[nH]c2ccccc12", IN),
    ("4-hydroxytryptamine, an isomer of serotonin", "NCCc1c[nH]c2cccc(O)c12", IN),
]

_R1_IN = {
    "methyl": "C",
    "propyl": "CCC",
    "isopropyl": "C(C)C",
    "acetyl": "C(C)=O",
    "propionyl": "C(=O)CC",
    "butanoyl": "C(=O)CCC",
    "isobutanoyl": "C(=O)C(C)C",
    "cyclopropylcarbonyl": "C(=O)C5CC5",
    "cyclohexylcarbonyl": "C(=O)C5CCCCC5",
    "cyclopropylmethyl": "CC5CC5",
    "cyclohexylmethyl": "CC5CCCCC5",
}
_R1_OUT = {
    "butyl": "CCCC",
    "allyl": "CC=C",
    "formyl": "C=O",
    "pentanoyl (1V-LSD)": "C(=O)CCCC",
    "pivaloyl": "C(=O)C(C)(C)C",
    "cycloheptylcarbonyl": "C(=O)C5CCCCCC5",
    "1-methylcyclopropylcarbonyl": "C(=O)C5(C)CC5",
    "tetrahydropyranylcarbonyl": "C(=O)C5CCOCC5",
    "cyclopropylacetyl": "C(=O)CC5CC5",
    "cyclopropyl": "C5CC5",
    "cycloheptylmethyl": "CC5CCCCCC5",
    "thenoyl": "C(=O)c5cccs5",
    "benzoyl": "C(=O)c5ccccc5",
    "benzyl": "Cc5ccccc5",
    "methoxycarbonyl": "C(=O)OC",
    "dimethylcarbamoyl": "C(=O)N(C)C",
    "hydroxymethyl": "CO",
    "norbornylcarbonyl": "C(=O)C5CC4CCC5C4",
}
_R2_IN = {
    "hydrogen": "[H]",
    "methyl": "C",
    "ethyl": "CC",
    "butyl": "CCCC",
    "isobutyl": "CC(C)C",
    "allyl": "CC=C",
    "propargyl": "CC#C",
}
_R2_OUT = {
    "pentyl": "CCCCC",
    "cyclopropyl": "C5CC5",
    "cyclopropylmethyl": "CC5CC5",
    "crotyl": "CC=CC",
    "butynyl": "CC#CC",
    "phenethyl": "CCc5ccccc5",
    "fluoroethyl": "CCF",
    "cyano": "C#N",
    "acetyl": "C(C)=O",
}
_AMIDE_IN = {
    "unsubstituted (LSA)": "N",
    "ethyl": "NCC",
    "methyl and isopropyl": "N(C)C(C)C",
    "pentyl": "NCCCCC",
    "pentan-3-yl": "NC(CC)CC",
    "cyclopropyl and ethyl": "N(CC)C5CC5",
    "allyl twice": "N(CC=C)CC=C",
    "hydroxymethyl": "NCO",
    "1-hydroxyethyl (LSH)": "NC(C)O",
    "morpholine": "N5CCOCC5",
    "pyrrolidine": "N5CCCC5",
    "2,4-dimethylazetidine": "N5C(C)CC5C",
    "2,2-dimethylazetidine": "N5C(C)(C)CC5",
    "3,3-dimethylazetidine": "N5CC(C)(C)C5",
    "2,3-dimethylazetidine": "N5C(C)C(C)C5",
}
_AMIDE_OUT = {
    "hexyl": "NCCCCCC",
    "propargyl": "NCC#C",
    "crotyl": "NCC=CC",
    "cyclobutyl": "NC5CCC5",
    "cyclopropylmethyl": "NCC5CC5",
    "2-hydroxyethyl": "NCCO",
    "1-hydroxypropyl": "NC(CC)O",
    "1-hydroxypropan-2-yl (ergometrine)": "NC(C)CO",
    "1-hydroxybutan-2-yl (methylergometrine)": "NC(CC)CO",
    "methoxymethyl": "NCOC",
    "benzyl": "NCc5ccccc5",
    "phenyl": "Nc5ccccc5",
    "hydroxy": "NO",
    "azetidine": "N5CCC5",
    "methylazetidine": "N5C(C)CC5",
    "trimethylazetidine": "N5C(C)CC5(C)C",
    "ethylazetidine": "N5C(CC)CC5",
    "piperidine": "N5CCCCC5",
    "thiomorpholine": "N5CCSCC5",
    "methylpyrrolidine": "N5C(C)CCC5",
    "hydrazide": "NN",
    "acid": "O",
    "methyl ester": "OC",
}
ERGOLENE: Table = [
    *((f"R1 {name}", lysergamide(n1=r), IN) for name, r in _R1_IN.items()),
    *((f"R1 {name}", lysergamide(n1=r), OUT) for name, r in _R1_OUT.items()),
    *((f"R2 {name}", lysergamide(n6=r), IN) for name, r in _R2_IN.items()),
    *((f"R2 {name}", lysergamide(n6=r), OUT) for name, r in _R2_OUT.items()),
    *((f"amide {name}", lysergamide(amide=r), IN) for name, r in _AMIDE_IN.items()),
    *((f"amide {name}", lysergamide(amide=r), OUT) for name, r in _AMIDE_OUT.items()),
    ("double bond at 8,9", "CCN(CC)C(=O)C1=CC2C(Cc3c[nH]c4cccc2c34)N(C)C1", OUT),
    ("double bond hydrogenated", "CCN(CC)C(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2C1", OUT),
    ("water added to it (lumi)", "CCN(CC)C(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2(O)C1", OUT),
    ("indoline", "CCN(CC)C(=O)C1CN(C)C2CC3CNc4cccc(c34)C2=C1", OUT),
    ("bromine at 2", "CCN(CC)C(=O)C1CN(C)C2Cc3c(Br)[nH]c4cccc(c34)C2=C1", OUT),
    ("hydroxy on the benzene ring", "CCN(CC)C(=O)C1CN(C)C2Cc3c[nH]c4cc(O)cc(c34)C2=C1", OUT),
    ("methyl at 8", "CCN(CC)C(=O)C1(C)CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1", OUT),
    ("thioamide", "CCN(CC)C(=S)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1", OUT),
    ("CH2 for the carbonyl", "CCN(CC)CC1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1", OUT),
    ("urea (lisuride)", "CCN(CC)C(=O)NC1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1", OUT),
]

MEMBERS: Table = [
    (name, smiles, IN)
    for name, smiles in (
        ("DMT", "CN(C)CCc1c[nH]c2ccccc12"),
        ("DET", "CCN(CC)CCc1c[nH]c2ccccc12"),
        ("DPT", "CCCN(CCC)CCc1c[nH]c2ccccc12"),
        ("DIPT", "CC(C)N(C(C)C)CCc1c[nH]c2ccccc12"),
        ("MIPT", "CC(C)N(C)CCc1c[nH]c2ccccc12"),
        ("MET", "CCN(C)CCc1c[nH]c2ccccc12"),
        ("AMT", "CC(N)Cc1c[nH]c2ccccc12"),
        ("AET", "CCC(N)Cc1c[nH]c2ccccc12"),
        ("AMT hydrochloride", "CC(N)Cc1c[nH]c2ccccc12.Cl"),
        ("psilocin", "CN(C)CCc1c[nH]c2cccc(O)c12"),
        ("psilocybin", "CN(C)CCc1c[nH]c2cccc(OP(=O)(O)O)c12"),
        ("norbaeocystin", "NCCc1c[nH]c2cccc(OP(=O)(O)O)c12"),
        ("4-AcO-DMT fumarate", "CC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12.OC(=O)C=CC(=O)O"),
        ("4-AcO-MET", "CCN(C)CCc1c[nH]c2cccc(OC(C)=O)c12"),
        ("4-HO-MET", "CCN(C)CCc1c[nH]c2cccc(O)c12"),
        ("4-HO-McPT", "CN(C1CC1)CCc1c[nH]c2cccc(O)c12"),
        ("5-MeO-DMT", "CN(C)CCc1c[nH]c2ccc(OC)cc12"),
        ("5-MeO-DALT", "C=CCN(CC=C)CCc1c[nH]c2ccc(OC)cc12"),
        ("5-MeO-MiPT", "CC(C)N(C)CCc1c[nH]c2ccc(OC)cc12"),
        ("5-MeO-pyr-T", "COc1ccc2[nH]cc(CCN3CCCC3)c2c1"),
        ("5-MeO-AMT", "CC(N)Cc1c[nH]c2ccc(OC)cc12"),
        ("5-chloro-AMT", "CC(N)Cc1c[nH]c2ccc(Cl)cc12"),
        ("bufotenin", "CN(C)CCc1c[nH]c2ccc(O)cc12"),
        ("2-methyl-DMT", "CN(C)CCc1c(C)[nH]c2ccccc12"),
        ("5-carboxamidotryptamine", "NCCc1c[nH]c2ccc(C(N)=O)cc12"),
        ("LSD", "CCN(CC)C(=O)[C@H]1CN(C)[C@@H]2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("LSD tartrate", "CCN(CC)C(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1.OC(C(O)C(=O)O)C(=O)O"),
        ("1P-LSD", "CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(=O)CC)c4cccc(c34)C2=C1"),
        ("1B-LSD", "CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(=O)CCC)c4cccc(c34)C2=C1"),
        ("1cP-LSD", "CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(=O)C4CC4)c5cccc(c35)C2=C1"),
        ("ALD-52", "CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(C)=O)c4cccc(c34)C2=C1"),
        ("AL-LAD", "CCN(CC)C(=O)C1CN(CC=C)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("ETH-LAD", "CCN(CC)C(=O)C1CN(CC)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("PRO-LAD", "CCN(CC)C(=O)C1CN(CCC)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("1P-ETH-LAD", "CCN(CC)C(=O)C1CN(CC)C2Cc3cn(C(=O)CC)c4cccc(c34)C2=C1"),
        ("LSZ", "CC1CC(C)N1C(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("LSM-775", "O=C(N1CCOCC1)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("MiPLA", "CC(C)N(C)C(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("LSA", "NC(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1"),
    )
]

NON_MEMBERS: Table = [
    (name, smiles, OUT)
    for name, smiles in (
        ("4-PrO-DMT", "CCC(=O)Oc1cccc2[nH]cc(CCN(C)C)c12"),
        ("1V-LSD", "CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(=O)CCCC)c4cccc(c34)C2=C1"),
        ("1D-LSD", "CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(=O)C4(C)CCC4C)c5cccc(c35)C2=C1"),
        ("1T-LSD", "CCN(CC)C(=O)C1CN(C)C2Cc3cn(C(=O)c4cccs4)c5cccc(c35)C2=C1"),
        ("tryptophan", "NC(Cc1c[nH]c2ccccc12)C(=O)O"),
        ("sumatriptan", "CNS(=O)(=O)Cc1ccc2[nH]cc(CCN(C)C)c2c1"),
        ("rizatriptan", "CN(C)CCc1c[nH]c2ccc(Cn3cncn3)cc12"),
        ("zolmitriptan", "CN(C)CCc1c[nH]c2ccc(CC3COC(=O)N3)cc12"),
        ("frovatriptan", "CNC1CCc2[nH]c3ccc(C(N)=O)cc3c2C1"),
        ("eletriptan", "CN1CCCC1Cc1c[nH]c2ccc(CCS(=O)(=O)c3ccccc3)cc12"),
        ("ergotamine", "CN1CC(C=C2C1Cc1c[nH]c3cccc2c13)C(=O)NC1(C)OC2(O)C3CCCN3C(=O)C(Cc3ccccc3)N2C1=O"),
        ("ergometrine", "CC(CO)NC(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("lysergic acid", "OC(=O)C1CN(C)C2Cc3c[nH]c4cccc(c34)C2=C1"),
        ("cabergoline", "C=CCN1CC(CC2C1Cc1c[nH]c3cccc2c13)C(=O)N(CCCN(C)C)C(=O)NCC"),
        ("harmaline", "COc1ccc2c(c1)[nH]c1c2CCN=C1C"),
        ("ibogaine", "CCC1CC2CC3C1N(C2)CCc1c3[nH]c2ccc(OC)cc12"),
        ("indometacin", "COc1ccc2c(c1)c(CC(=O)O)c(C)n2C(=O)c1ccc(Cl)cc1"),
        ("pindolol", "CC(C)NCC(O)COc1cccc2[nH]ccc12"),
        ("5-MeO-TMT cation", "COc1ccc2[nH]cc(CC[N+](C)(C)C)c2c1"),
    )
]

MASSES = [
    ("5.1 below 500", "CCCN(CCC)CCc1c[nH]c2c(F)c(Br)c(Br)c(Br)c12", 499.06, IN),
    ("5.1 above 500", "CCCN(CCC)CCc1c[nH]c2c(CC)c(Br)c(Br)c(Br)c12", 509.12, OUT),
    ("5.2 below 500", "CCCN(C(C)O)C(=O)C1CN(CCC)C2Cc3cn(C(=O)C5CCCCC5)c4cccc(c34)C2=C1", 491.67, IN),
    ("5.2 above 500", "CCCN(CCC)C(=O)C1CN(CCCC)C2Cc3cn(C(=O)C5CCCCC5)c4cccc(c34)C2=C1", 503.73, OUT),
]

ALL = {
    "tryptamine": TRYPTAMINE,
    "R1 R2": R1_R2,
    "R3 R4 R5": R3_R4_R5,
    "Rn": RN,
    "excluded": EXCLUDED,
    "ergolene": ERGOLENE,
    "member": MEMBERS,
    "none": NON_MEMBERS,
}


@each(**ALL)
def test_clause(smiles: str, expected: Answer, npsg_says: Callable[[str, str], Answer]) -> None:
    assert npsg_says(smiles, GROUP) == expected


@each(**ALL)
def test_the_gate_changes_nothing(
    smiles: str, expected: Answer, npsg: Decider, npsg_ungated: Decider
) -> None:
    row = npsg_ungated.row(smiles)
    assert npsg.row(smiles) == row
    if "." not in smiles:
        for written in (kekule(smiles), with_hydrogens(smiles), f"{smiles}.Cl"):
            assert npsg.row(written) == row


@pytest.mark.parametrize(("smiles", "mass", "expected"), [pytest.param(*m[1:], id=m[0]) for m in MASSES])
def test_mass(smiles: str, mass: float, expected: Answer, npsg_says: Callable[[str, str], Answer]) -> None:
    assert MolWt(Chem.MolFromSmiles(smiles)) == pytest.approx(mass, abs=0.01)
    assert npsg_says(smiles, GROUP) == expected
