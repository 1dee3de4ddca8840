"""NpSG 2025-12 no. 3 on every core; the expected answers come from the text and its readings."""

from __future__ import annotations

from npsg_2025 import Says
from scenario import IN, OUT, Answer, Table, depends, each

GROUP = "npsg-3"

MORE = depends("azoles = more", "in")
H_MORE = depends("hydrogen = everywhere and azoles = more", "out")
AZOLES = depends("prodrug = azoles", "in")
H_AZOLES = depends("hydrogen = everywhere and prodrug = azoles", "out")
AMIDE = depends("prodrug = amide", "out")

# ---- 3.1.2 l: with R3 or R4 hydrogen the group C=X may be tautomerised towards C3 ------------------------
# diazepam's enol is in the tables of 2025 already; {x} is what stands at C2, {c3} at C3
_TOWARDS_C3 = {
    "b": "CN9C({x})=C{c3}CN(c1ccccc1)c8cc(Cl)ccc89",
    "b and j": "CN9C({x})=C{c3}C(C)=Nc8cc(Cl)ccc89",
    "b and j, hydroxy as the lactam it is": "CN9C({x})=C{c3}C(=O)Nc8cc(Cl)ccc89",
    "d": "CN9C({x})=C{c3}N5C(=O)C=C(C)OC5(c1ccccc1)c8cc(Cl)ccc89",
    "e": "CN9C({x})=C{c3}N5CCOC5(c1ccccc1)c8cc(Cl)ccc89",
    "f": "CN9C({x})=C{c3}[N+]([O-])=C(c1ccccc1)c8cc(Cl)ccc89",
}
_X = (
    *(("enol", "O", IN), ("thioenol", "S", IN), ("enamine", "N", IN), ("methylated enamine", "NC", IN)),
    *(("ether of the enol", "OC", OUT), ("thioether of the thioenol", "SC", OUT)),
    *(("ethylated enamine", "NCC", OUT), ("dimethylated enamine", "N(C)C", OUT), ("chlorine", "Cl", OUT)),
)
_C3 = (
    *(("R3 methyl", "(C)", IN), ("R4 ethyl", "(CC)", IN), ("R3 hydroxy", "(O)", IN)),
    *(("R3 methoxycarbonylmethyl", "(CC(=O)OC)", IN), ("R3 propyl", "(CCC)", OUT)),
)
TAUTOMERS: Table = [
    *((f"{n}, {core}", s.format(x=x, c3=""), a) for n, x, a in _X for core, s in _TOWARDS_C3.items()),
    *((f"enol, {n}, {core}", s.format(x="O", c3=r), a) for n, r, a in _C3 for core, s in _TOWARDS_C3.items()),
]

# ---- 3.1.1: the azoles drawn on each core, and R8 on them ------------------------------------------------
# each azole begins at C2 and ends at N1, each core goes on from N1 to C3
_IMIDAZO_1_5, _IMIDAZO_1_2, _TRIAZOLO_1_5 = "c67c({})nc(C)n6", "c67nc({})c(C)n6", "c67nc({})nn6"
_CORES = {
    "a": "-c8ccc(Cl)cc8C(c1ccccc1)=NC7",
    "b": "-c8ccc(Cl)cc8N(c1ccccc1)CC7",
    "b and j": "-c8ccc(Cl)cc8N=C(C)C7",
    "b and j, hydroxy as the lactam it is": "-c8ccc(Cl)cc8NC(=O)C7",
    "d": "-c8ccc(Cl)cc8C5(c1ccccc1)OC(C)=CC(=O)N5C7",
    "e": "-c8ccc(Cl)cc8C5(c1ccccc1)OCCN5C7",
    "f": "-c8ccc(Cl)cc8C(c1ccccc1)=[N+]([O-])C7",
}
_R8 = (
    ("hydrogen", "[H]", True),
    ("ethoxycarbonyl", "C(=O)OCC", True),
    ("hexyloxycarbonyl", "C(=O)OCCCCCC", True),
    ("heptyloxycarbonyl", "C(=O)OCCCCCCC", False),
    ("dimethylcarbamoyl", "C(=O)N(C)C", True),
    ("methyl", "C", False),
)
AZOLE: Table = [
    *(
        (f"{name} on {azole}, {core}", ring.format(r8) + rest, answer if ok else OUT)
        for name, r8, ok in _R8
        for azole, ring, answer in (
            ("imidazo[1,5-a]", _IMIDAZO_1_5, IN),
            ("imidazo[1,2-a]", _IMIDAZO_1_2, MORE),
            ("triazolo[1,5-a]", _TRIAZOLO_1_5, MORE),
        )
        for core, rest in _CORES.items()
    ),
    ("R5 ethyl on imidazo[1,2-a]", "c67ncc(CC)n6" + _CORES["b"], MORE),
    ("R5 propyl on imidazo[1,2-a]", "c67ncc(CCC)n6" + _CORES["b"], OUT),
    ("tetrazolo", "c67nnnn6" + _CORES["b"], OUT),
    ("imidazo[1,2-a], hydrogen as R2 in b", "c67ncc(C)n6-c8ccc(Cl)cc8NCC7", H_MORE),
    ("triazolo[1,5-a], hydrogen as R2 in a", "c67ncnn6-c8ccc(Cl)cc8C=NC7", H_MORE),
    ("R5 methyl in g", "CC(C)(C)OC(=O)c1nc(C)n2-c3cccc(Br)c3C(=O)N3CCCC3c12", IN),
    ("X sulfur in g", "CC(C)(C)OC(=O)c1ncn2-c3cccc(Br)c3C(=S)N3CCCC3c12", IN),
]

# ---- 3.2.2 a: R1 of the open chain -------------------------------------------------------------------------
_RINGS = {
    "phenyl": "c9ccccc9",
    "thienyl, S beside nitrogen": "c9sccc9",
    "thienyl, S beside the ketone": "c9ccsc9",
    "thienyl, S in the middle": "c9cscc9",
    "furanyl, O beside nitrogen": "c9occc9",
    "furanyl, O beside the ketone": "c9ccoc9",
    "furanyl, O in the middle": "c9cocc9",
    **{f"pyridyl {i}": f"c9{'c' * i}n{'c' * (3 - i)}c9" for i in range(4)},
}
_ON_R1 = (
    *(("fluorine", "F", IN), ("chlorine", "Cl", IN), ("bromine", "Br", IN), ("iodine", "I", IN)),
    *(("methyl", "C", IN), ("ethyl", "CC", IN), ("nitro", "[N+](=O)[O-]", IN), ("amino", "N", IN)),
    *(("propyl", "CCC", OUT), ("trifluoromethyl", "C(F)(F)F", OUT), ("hydroxy", "O", OUT)),
    *(("cyano", "C#N", OUT), ("methylamino", "NC", OUT), ("phenyl", "c7ccccc7", OUT)),
)
R1: Table = [
    *((name, f"NCC(=O)N(C){ring}C(=O)c1ccccc1", IN) for name, ring in _RINGS.items()),
    ("tetrahydrobenzothienyl", "NCC(=O)N(C)c9sc7CCCCc7c9C(=O)c1ccccc1", IN),
    ("pyrimidinyl", "NCC(=O)N(C)c9ncncc9C(=O)c1ccccc1", OUT),
    ("thiazolyl", "NCC(=O)N(C)c9ncsc9C(=O)c1ccccc1", OUT),
    *((f"{name} on phenyl", f"NCC(=O)N(C)c9ccc({r})cc9C(=O)c1ccccc1", a) for name, r, a in _ON_R1),
    *((f"{name} on thienyl", f"NCC(=O)N(C)c9sc({r})cc9C(=O)c1ccccc1", a) for name, r, a in _ON_R1),
]

# ---- 3.2.2 h, i: R7 and the tautomers of the open chain ----------------------------------------------------
_BENZOPHENONE = "c1ccc(Cl)cc1C(=O)c1ccccc1"
_OPEN = {
    "amide": f"NCC(=O)N(C){_BENZOPHENONE}",
    "thioimidic acid": f"NCC(S)=N{_BENZOPHENONE}",
    "amidine": f"NCC(NC)=N{_BENZOPHENONE}",
    "enol towards C3": f"NC=C(O)N(C){_BENZOPHENONE}",
    "thioenol towards C3": f"NC=C(S)N(C){_BENZOPHENONE}",
    "enamine towards C3": f"NC=C(NC)N(C){_BENZOPHENONE}",
}
_ESTER_OR_AMIDE = (
    ("hydrogen", "", IN),
    ("ethoxycarbonyl", "CCOC(=O)", AMIDE),
    ("hexyloxycarbonyl", "CCCCCCOC(=O)", AMIDE),
    ("heptyloxycarbonyl", "CCCCCCCOC(=O)", OUT),
    ("dimethylcarbamoyl", "CN(C)C(=O)", AMIDE),
    ("acetyl", "CC(=O)", OUT),
)
_ON_AZOLE = (
    *(("hexyloxycarbonyl", "C(=O)OCCCCCC", AZOLES), ("heptyloxycarbonyl", "C(=O)OCCCCCCC", OUT)),
    *(("dimethylcarbamoyl", "C(=O)N(C)C", AZOLES), ("methylcarbamoyl", "C(=O)NC", OUT)),
)
R7: Table = [
    *(
        (f"{name} on the amine, {form}", residue + smiles, answer)
        for name, residue, answer in _ESTER_OR_AMIDE
        for form, smiles in _OPEN.items()
    ),
    *(
        (f"{name} on {azole}", ring.format(residue) + _BENZOPHENONE, answer)
        for name, residue, answer in _ON_AZOLE
        for azole, ring in (
            ("triazole, as in rilmazafone", "c9({})nc(CN)n(n9)-"),
            ("imidazole, as in midazolam", "c9({})c(CN)n(c(C)n9)-"),
            ("imidazole, as in remimazolam", "c9({})c(C)n(c(CN)n9)-"),
        )
    ),
    ("beside alanine", f"CC(N)C(=O)N(C(=O)N(C)C)CC(=O)N(C){_BENZOPHENONE}", AMIDE),
    ("ether of the thioimidic acid", f"NCC(SC)=N{_BENZOPHENONE}", OUT),
    ("dimethylated amidine", f"NCC(N(C)C)=N{_BENZOPHENONE}", OUT),
]

# ---- 3: the mass; the lysine prodrug C22H28N4O3 of 396.5 u with three or two halogens ------------------
MASS: Table = [
    ("591.3 u", "CN(C(=O)CNC(=O)C(N)CCCCN)c1cc(Cl)c(I)cc1C(=O)c1ccccc1Cl", IN),
    ("601.3 u", "CN(C(=O)CNC(=O)C(N)CCCCN)c1ccc(I)cc1C(=O)c1ccccc1Br", OUT),
]

# ---- what is sold or was tried as a medicine, or seized ------------------------------------------------
SUBSTANCES: Table = [
    ("difludiazepam", "CN1C(=O)CN=C(c2c(F)cccc2F)c2cc(Cl)ccc12", IN),
    ("4'-chlorodiazepam", "CN1C(=O)CN=C(c2ccc(Cl)cc2)c2cc(Cl)ccc12", IN),
    ("desalkylgidazepam", "O=C1CN=C(c2ccccc2)c2cc(Br)ccc2N1", IN),
    ("fluclotizolam", "Cc1nnc2CN=C(c3ccccc3F)c3cc(Cl)sc3-n12", IN),
    ("ciclotizolam: cyclohexyl", "Brc1cc2c(s1)-n1c(C3CCCCC3)nnc1CN=C2c1ccccc1Cl", OUT),
    ("lopirazepam", "OC1N=C(c2ccccc2Cl)c2nc(Cl)ccc2NC1=O", IN),
    ("oxazepam hemisuccinate", "OC(=O)CCC(=O)OC1N=C(c2ccccc2)c2cc(Cl)ccc2NC1=O", IN),
    ("climazolam", "Cc1ncc2CN=C(c3ccccc3Cl)c3cc(Cl)ccc3-n12", IN),
    ("imidazenil: carbamoyl", "NC(=O)c1ncn2-c3ccc(F)cc3C(c3ccccc3Br)=NCc12", OUT),
    ("fosazepam: phosphorus", "CP(C)(=O)CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc12", OUT),
    ("motrazepam: methoxymethyl", "COCN1C(=O)CN=C(c2ccccc2)c2cc([N+](=O)[O-])ccc12", OUT),
    ("uldazepam: an oxime ether", "C=CCON=C1CN=C(c2ccccc2Cl)c2cc(Cl)ccc2N1", OUT),
    ("ripazepam: pyrazolo", "CCn1nc(C)c2c1C(c1ccccc1)=NCC(=O)N2", OUT),
    ("devazepide: an amide on C3", "CN1C(=O)C(NC(=O)c2cc3ccccc3[nH]2)N=C(c2ccccc2)c2ccccc12", OUT),
    ("QH-II-66: ethynyl", "CN1C(=O)CN=C(c2ccccc2)c2cc(C#C)ccc12", OUT),
    (
        "avizafone dihydrochloride",
        "CN(C(=O)CNC(=O)C([NH3+])CCCC[NH3+])c1ccc(Cl)cc1C(=O)c1ccccc1.[Cl-].[Cl-]",
        IN,
    ),
    ("rilmazafone hydrochloride", "CN(C)C(=O)c1nc(CNC(=O)CN)n(n1)-c1ccc(Cl)cc1C(=O)c1ccccc1Cl.Cl", AZOLES),
    ("adinazolam opened", f"CN(C)Cc9nnc(CN)n9-{_BENZOPHENONE}", AZOLES),
]
MORE_RESIDUES: Table = [
    ("R3 1-(methoxycarbonyl)ethyl", "CN9C(=O)C(C(C)C(=O)OC)N=C(c1ccccc1)c8ccccc89", IN),
    ("R3 tert-butoxycarbonylmethyl", "CN9C(=O)C(CC(=O)OC(C)(C)C)N=C(c1ccccc1)c8ccccc89", IN),
    ("R3 acetoxymethyl", "CN9C(=O)C(COC(C)=O)N=C(c1ccccc1)c8ccccc89", OUT),
    ("R3 methoxycarbonylmethyl and R4 ethyl", "CN9C(=O)C(CC(=O)OC)(CC)N=C(c1ccccc1)c8ccccc89", IN),
    # l) speaks of X; the carbonyl that R6 and R7 make is not X
    ("the other enol of clobazam", "CN9C(=O)C=C(O)N(c1ccccc1)c8cc(Cl)ccc89", OUT),
    ("open, R6 isopropylcarbamoyl", f"CC(C)NC(=O)NCC(=O)N(C){_BENZOPHENONE}", IN),
    ("open, R6 cyclopropylcarbamoyl", f"C9CC9NC(=O)NCC(=O)N(C){_BENZOPHENONE}", OUT),
    ("open, R6 glycine on the enol", f"NCC(=O)NC=C(O)N(C){_BENZOPHENONE}", IN),
    ("open, R3 methyl on the enol", f"NC(C)=C(O)N(C){_BENZOPHENONE}", IN),
    ("open, R4 ethyl on the enol", f"NC(CC)=C(O)N(C){_BENZOPHENONE}", IN),
    ("open, R3 propyl on the enol", f"NC(CCC)=C(O)N(C){_BENZOPHENONE}", OUT),
    ("open, R3 methyl beside the triazole", f"c9nc(C(C)N)n(n9)-{_BENZOPHENONE}", AZOLES),
    ("open, R3 methoxy beside the triazole", f"c9nc(C(OC)N)n(n9)-{_BENZOPHENONE}", OUT),
    ("open, R5 propyl on the triazole", f"CCCc9nnc(CN)n9-{_BENZOPHENONE}", OUT),
    ("open, R2 hydrogen beside the triazole", "c9nc(CN)n(n9)-c1ccc(Cl)cc1C=O", H_AZOLES),
    ("open, oxygen for the amine", f"OCC(=O)N(C){_BENZOPHENONE}", OUT),
    ("open, chlorine for the amine", f"ClCC(=O)N(C){_BENZOPHENONE}", OUT),
    ("open, an oxime", "NCC(=O)N(C)c1ccc(Cl)cc1C(=NO)c1ccccc1", OUT),
]


@each(
    tautomers=TAUTOMERS,
    azole=AZOLE,
    r1=R1,
    r7=R7,
    mass=MASS,
    substances=SUBSTANCES,
    more=MORE_RESIDUES,
)
def test_clause(smiles: str, expected: Answer, npsg_2025_says: Says) -> None:
    assert npsg_2025_says(smiles, GROUP) == expected
