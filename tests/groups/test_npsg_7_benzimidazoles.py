"""NpSG 2021, Anlage no. 7, benzimidazoles (nitazenes): every clause from its text and its drawing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from group_strategies import kekule, with_hydrogens
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Table, each

from stofgroep.verdict import Decider

GROUP = "npsg-7"


def on_phenyl(residue: str, position: int = 4) -> str:
    """Etonitazene with another residue at 2, 3 or 4 of the phenyl ring."""
    place = {4: "ccc({})cc8", 3: "cc({})ccc8", 2: "c({})cccc8"}[position]
    return f"CCN(CC)CCn9c(Cc8{place.format(residue)})nc7cc([N+](=O)[O-])ccc79"


def on_core(residue: str, position: int) -> str:
    ring = {4: "c7c({})cccc79", 5: "c7cc({})ccc79", 6: "c7ccc({})cc79", 7: "c7cccc({})c79"}[position]
    return f"CCN(CC)CCn9c(Cc8ccc(OCC)cc8)n{ring.format(residue)}"


def on_amine(residues: str) -> str:
    """The residues of the amine, written before its chain as ``CCN(CC)``."""
    return f"{residues}CCn9c(Cc8ccc(OCC)cc8)nc7cc([N+](=O)[O-])ccc79"


def between(linker: str, chain: str = "CC") -> str:
    return f"CCN(CC){chain}n9c({linker}c8ccc(OCC)cc8)nc7cc([N+](=O)[O-])ccc79"


CORES: Table = [
    ("the drawing", between("C"), IN),
    ("no carbon between the rings", between(""), OUT),
    ("two carbons between the rings", between("CC"), OUT),
    ("oxygen between the rings", between("O"), OUT),
    ("sulfur between the rings", between("S"), OUT),
    ("methyl on the benzylic carbon", between("C(C)"), OUT),
    ("hydroxy on the benzylic carbon", between("C(O)"), OUT),
    ("carbonyl between the rings", between("C(=O)"), OUT),
    ("one carbon to the amine", between("C", "C"), OUT),
    ("three carbons to the amine", between("C", "CCC"), OUT),
    ("methyl beside the amine", between("C", "C(C)C"), OUT),
    ("methyl beside the ring", between("C", "CC(C)"), OUT),
    ("benzyl on N1, chain on C2", "CCN(CC)CCc1nc2cc([N+](=O)[O-])ccc2n1Cc1ccc(OCC)cc1", OUT),
    ("indole", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)cc2cc([N+](=O)[O-])ccc21", OUT),
    ("azabenzimidazole", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(Cl)cnc21", OUT),
    ("imidazole", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)ncc1", OUT),
    ("pyridyl for phenyl", "CCN(CC)CCn1c(Cc2ccncc2)nc2cc([N+](=O)[O-])ccc21", OUT),
    ("thienyl for phenyl", "CCN(CC)CCn1c(Cc2cccs2)nc2cc([N+](=O)[O-])ccc21", OUT),
    ("cyclohexyl for phenyl", "CCN(CC)CCn1c(CC2CCCCC2)nc2cc([N+](=O)[O-])ccc21", OUT),
]

R1_R2: Table = [
    ("hydrogen twice", on_amine("N"), IN),
    ("ethyl and hydrogen", on_amine("CCN"), IN),
    ("methyl twice", on_amine("CN(C)"), IN),
    ("propyl twice", on_amine("CCCN(CCC)"), IN),
    ("isopropyl", on_amine("CC(C)N"), IN),
    ("butyl", on_amine("CCCCN"), OUT),
    ("tert-butyl", on_amine("CC(C)(C)N"), OUT),
    ("allyl", on_amine("C=CCN"), OUT),
    ("cyclopropyl", on_amine("C6CC6N"), OUT),
    ("benzyl", on_amine("c6ccccc6CN"), OUT),
    ("hydroxyethyl", on_amine("OCCN"), OUT),
    ("fluoroethyl", on_amine("FCCN"), OUT),
    ("acetyl", on_amine("CC(=O)N"), OUT),
    ("three ethyls", on_amine("CC[N+](CC)(CC)") + ".[Br-]", OUT),
    ("N-oxide", on_amine("CC[N+]([O-])(CC)"), OUT),
    ("pyrrolidine", on_amine("C6CCCN6"), IN),
    ("piperidine", on_amine("C6CCCCN6"), IN),
    ("morpholine", on_amine("C6COCCN6"), IN),
    ("azetidine", on_amine("C6CCN6"), OUT),
    ("azepane", on_amine("C6CCCCCN6"), OUT),
    ("thiomorpholine", on_amine("C6CSCCN6"), OUT),
    ("piperazine", on_amine("C6CNCCN6"), OUT),
    ("methylpiperidine", on_amine("CC6CCCCN6"), OUT),
    ("pyrrole", on_amine("c6cccn6"), OUT),
    ("pyrrolidinone", on_amine("O=C6CCCN6"), OUT),
]

_CORE_IN = {
    "nitro": "[N+](=O)[O-]",
    "trifluoromethyl": "C(F)(F)F",
    "methoxy": "OC",
    "trifluoromethoxy": "OC(F)(F)F",
    "cyano": "C#N",
    "fluorine": "F",
    "chlorine": "Cl",
    "bromine": "Br",
    "iodine": "I",
}
_CORE_OUT = {
    "methyl": "C",
    "ethoxy": "OCC",
    "acetyl": "C(C)=O",
    "amino": "N",
    "hydroxy": "O",
    "acetamido": "NC(C)=O",
    "difluoromethyl": "C(F)F",
    "methylsulfanyl": "SC",
    "methylsulfonyl": "S(C)(=O)=O",
    "carboxy": "C(=O)O",
}
R3_R4: Table = [
    ("hydrogen", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2ccccc21", IN),
    *((f"{name} at {p}", on_core(r, p), IN) for name, r in _CORE_IN.items() for p in (5, 6)),
    *((f"{name} at {p}", on_core(r, p), OUT) for name, r in _CORE_IN.items() for p in (4, 7)),
    *((f"{name} at {p}", on_core(r, p), OUT) for name, r in _CORE_OUT.items() for p in (5, 6)),
    ("chlorine at 5 and 6", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(Cl)c(Cl)cc21", IN),
    ("nitro at 5, methoxy at 6", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])c(OC)cc21", IN),
    ("nitro at 5, methyl at 6", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])c(C)cc21", OUT),
    ("methylenedioxy", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc3OCOc3cc21", OUT),
    ("benzo", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc3ccccc3cc21", OUT),
]

RN: Table = [
    ("hydrogen", "CCN(CC)CCn1c(Cc2ccccc2)nc2cc([N+](=O)[O-])ccc21", IN),
    *(
        (f"{name} at {p}", on_phenyl(residue, p), IN)
        for name, residue in (
            ("methyl", "C"),
            ("tert-butyl", "C(C)(C)C"),
            ("methoxy", "OC"),
            ("butoxy", "OCCCC"),
            ("sec-butoxy", "OC(C)CC"),
            ("trifluoromethoxy", "OC(F)(F)F"),
            ("acetoxy", "OC(C)=O"),
            ("methylsulfanyl", "SC"),
            ("butylsulfanyl", "SCCCC"),
            ("trifluoromethyl", "C(F)(F)F"),
            ("hydroxy", "O"),
            ("cyano", "C#N"),
            ("fluorine", "F"),
            ("chlorine", "Cl"),
            ("bromine", "Br"),
            ("iodine", "I"),
        )
        for p in (2, 3, 4)
    ),
    *(
        (f"{name}", on_phenyl(residue), OUT)
        for name, residue in (
            ("pentyl", "CCCCC"),
            ("pentoxy", "OCCCCC"),
            ("pentylsulfanyl", "SCCCCC"),
            ("fluoroethoxy", "OCCF"),
            ("difluoromethyl", "C(F)F"),
            ("methoxyethoxy", "OCCOC"),
            ("cyclopropylmethoxy", "OCC6CC6"),
            ("allyloxy", "OCC=C"),
            ("propionoxy", "OC(=O)CC"),
            ("methylsulfonyl", "S(C)(=O)=O"),
            ("nitro", "[N+](=O)[O-]"),
            ("amino", "N"),
            ("acetyl", "C(C)=O"),
            ("carboxy", "C(=O)O"),
            ("phenyl", "c6ccccc6"),
            ("vinyl", "C=C"),
        )
    ),
    ("two residues", "CCN(CC)CCn1c(Cc2cc(F)c(OCC)cc2)nc2cc([N+](=O)[O-])ccc21", IN),
    ("methylenedioxy", "CCN(CC)CCn1c(Cc2ccc3OCOc3c2)nc2cc([N+](=O)[O-])ccc21", OUT),
    ("dihydrobenzofuran", "CCN(CC)CCn1c(Cc2ccc3OCCc3c2)nc2cc([N+](=O)[O-])ccc21", OUT),
    ("naphthyl", "CCN(CC)CCn1c(Cc2ccc3ccccc3c2)nc2cc([N+](=O)[O-])ccc21", OUT),
]

MEMBERS: Table = [
    (name, smiles, IN)
    for name, smiles in (
        ("etonitazene", on_phenyl("OCC")),
        ("etonitazene hydrochloride", on_phenyl("OCC") + ".Cl"),
        ("isotonitazene", on_phenyl("OC(C)C")),
        ("isotonitazene citrate", on_phenyl("OC(C)C") + ".OC(=O)CC(O)(CC(=O)O)C(=O)O"),
        ("metonitazene", on_phenyl("OC")),
        ("protonitazene", on_phenyl("OCCC")),
        ("butonitazene", on_phenyl("OCCCC")),
        ("isobutonitazene", on_phenyl("OCC(C)C")),
        ("secbutonitazene", on_phenyl("OC(C)CC")),
        ("flunitazene", on_phenyl("F")),
        ("clonitazene", on_phenyl("Cl")),
        ("bronitazene", on_phenyl("Br")),
        ("methylthionitazene", on_phenyl("SC")),
        ("ethylthionitazene", on_phenyl("SCC")),
        ("4'-hydroxynitazene", on_phenyl("O")),
        ("acetoxynitazene", on_phenyl("OC(C)=O")),
        ("nitazene", "CCN(CC)CCn1c(Cc2ccccc2)nc2cc([N+](=O)[O-])ccc21"),
        ("etodesnitazene (etazene)", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2ccccc21"),
        ("metodesnitazene (metazene)", "CCN(CC)CCn1c(Cc2ccc(OC)cc2)nc2ccccc21"),
        ("etonitazepyne", "C1CCN(C1)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21"),
        ("etonitazepipne", "C1CCCN(C1)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21"),
        ("metonitazepyne", "C1CCN(C1)CCn1c(Cc2ccc(OC)cc2)nc2cc([N+](=O)[O-])ccc21"),
        ("N-desethylisotonitazene", "CCNCCn1c(Cc2ccc(OC(C)C)cc2)nc2cc([N+](=O)[O-])ccc21"),
        ("N-desethyletonitazene", "CCNCCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc21"),
        ("6-nitro isomer of etonitazene", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2ccc([N+](=O)[O-])cc21"),
        ("5-cyano analogue", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(C#N)ccc21"),
        ("5,6-dichloro analogue", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(Cl)c(Cl)cc21"),
    )
]

NON_MEMBERS: Table = [
    (name, smiles, OUT)
    for name, smiles in (
        ("5-aminoetonitazene", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(N)ccc21"),
        ("5-methyl analogue (etomethazene)", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(C)ccc21"),
        ("5-acetyl analogue", "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(C(C)=O)ccc21"),
        ("ethyleneoxynitazene", "CCN(CC)CCn1c(Cc2ccc3c(c2)CCO3)nc2cc([N+](=O)[O-])ccc21"),
        ("methylenedioxynitazene", "CCN(CC)CCn1c(Cc2ccc3c(c2)OCO3)nc2cc([N+](=O)[O-])ccc21"),
        ("ethylene homologue of metonitazene", "CCN(CC)CCn1c(CCc2ccc(OC)cc2)nc2cc([N+](=O)[O-])ccc21"),
        ("alpha-methylmetonitazene", "CCN(CC)CCn1c(C(C)c2ccc(OC)cc2)nc2cc([N+](=O)[O-])ccc21"),
        ("fluetonitazene", on_phenyl("OCCF")),
        ("nitronitazene", on_phenyl("[N+](=O)[O-]")),
        ("bendazol", "C(c1ccccc1)c1nc2ccccc2[nH]1"),
        ("bezitramide", "CCC(=O)N1C(=O)N(C2CCN(CC2)CCC(C#N)(c2ccccc2)c2ccccc2)c2ccccc12"),
        ("brorphine", "CC(c1ccc(Br)cc1)N1CCC(CC1)n1c(=O)[nH]c2ccccc12"),
        ("clemizole", "C1CCN(C1)Cc1nc2ccccc2n1Cc1ccc(Cl)cc1"),
        ("omeprazole", "COc1ccc2[nH]c(nc2c1)S(=O)Cc1ncc(C)c(OC)c1C"),
        ("bilastine", "CCOCCn1c(C2CCN(CC2)CCc2ccc(cc2)C(C)(C)C(=O)O)nc2ccccc12"),
        ("emedastine", "CCOCCn1c(N2CCCN(C)CC2)nc2ccccc12"),
        ("dabigatran", "Cn1c(CNc2ccc(cc2)C(N)=N)nc2cc(ccc12)C(=O)N(CCC(=O)O)c1ccccn1"),
    )
]

MASSES = [
    ("below 500", "CCN(CC)CCn1c(Cc2c(Cl)c(Cl)c(OCC)cc2)nc2cc(Br)ccc21", 499.28, IN),
    ("above 500", "CCN(CC)CCn1c(Cc2c(Cl)c(Cl)c(Br)cc2)nc2cc([N+](=O)[O-])ccc21", 500.22, OUT),
]

ALL = {
    "core": CORES,
    "R1 R2": R1_R2,
    "R3 R4": R3_R4,
    "Rn": RN,
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
