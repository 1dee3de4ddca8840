"""Residues judged together: a member where every place allows its residue, under the readings that one needs.

The table says for each residue what the law says of it on nitrogen, on C1 or C2, and on structuurelement A;
no residue holds an amine of its own, so that there is one way only to read the molecule.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from rdkit import Chem
from rdkit.Chem.Descriptors import MolWt
from scenario import IN, OUT, Answer, Depends

GROUP = "fenethylaminen"
YES = frozenset[str]()
NO = None
HEAD = frozenset({"head = yes"})
SULFINYL = frozenset({"sulfinyl = yes"})
LONG = frozenset({"chain-r12 = 10"})
YNE = frozenset({"alkynyl-n = yes"})
HEAVY = frozenset({"mass-500 = no"})
LIKELY = {
    "head = yes": True,
    "sulfinyl = yes": False,
    "chain-r12 = 10": False,
    "alkynyl-n = yes": False,
    "mass-500 = no": True,
}

#          on N  on C1/C2 on A
RESIDUES = {
    "[H]": (YES, YES, YES),
    "C": (YES, YES, YES),
    "C(C)C": (YES, YES, YES),
    "CCCCCC": (YES, YES, YES),
    "CCCCCCC": (LONG, YES, YES),
    "CCCCCCCCC": (LONG, YES, NO),
    "CCCCCCCCCCC": (NO, NO, NO),
    "C(F)(F)F": (YES, YES, YES),
    "CCO": (YES, YES, YES),
    "CC(=O)O": (YES, YES, YES),
    "C=C": (YES, YES, YES),
    "C#C": (YNE, YES, YES),
    "F": (NO, YES, YES),
    "Br": (NO, YES, YES),
    "O": (YES, YES, NO),
    "OC": (YES, YES, YES),
    "OC(C)=O": (YES, YES, HEAD),
    "SC": (NO, YES, YES),
    "S": (NO, NO, NO),
    "S(C)(=O)=O": (NO, SULFINYL, SULFINYL),
    "S(=O)c8ccccc8": (NO, NO, NO),
    "[N+](=O)[O-]": (HEAD, NO, YES),
    "C#N": (HEAD, HEAD, HEAD),
    "C=O": (HEAD, HEAD, HEAD),
    "C(C)=O": (YES, HEAD, HEAD),
    "C(=O)O": (HEAD, HEAD, YES),
    "C(=O)OC": (HEAD, YES, YES),
    "[Si](C)(C)C": (NO, NO, NO),
}

residues = st.sampled_from(sorted(RESIDUES))


@settings(max_examples=500, deadline=None, derandomize=True, database=None)
@given(
    on_n=st.tuples(residues, residues),
    on_c=st.tuples(residues, residues, residues, residues),
    on_a=st.tuples(residues, residues),
    ketone=st.booleans(),
)
def test_every_place_has_its_say(
    says: Callable[[str, str], Answer],
    on_n: tuple[str, str],
    on_c: tuple[str, str, str, str],
    on_a: tuple[str, str],
    ketone: bool,
) -> None:
    c2 = "C(=O)" if ketone else f"C({on_c[2]})({on_c[3]})"
    smiles = f"N({on_n[0]})({on_n[1]})C({on_c[0]})({on_c[1]}){c2}c1cc(C)c({on_a[0]})cc1{on_a[1]}"
    needs = [
        *(RESIDUES[r][0] for r in on_n),
        *(RESIDUES[r][1] for r in on_c[: 2 if ketone else 4]),
        *(RESIDUES[r][2] for r in on_a),
        HEAVY if MolWt(Chem.MolFromSmiles(smiles)) > 500 else YES,
    ]
    expected: Answer = IN
    if any(need is None for need in needs):
        expected = OUT
    elif any(needs):
        together = frozenset[str]().union(*(need for need in needs if need))
        likely = IN if all(LIKELY[n] for n in together) else OUT
        expected = Depends(frozenset({together}), likely)
    assert says(smiles, GROUP) == expected
