"""The cheap proof of readability against RDKit's full sanitisation, over many broken inputs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rdkit import Chem

from stofgroep.structure import Parsed, Reason, Refusal, completions, parse

SEEDS = [
    "CCC(=O)N(C1CCN(CC1)CCc1ccccc1)c1ccccc1",
    "CC(CC1=CC2=C(C=C1)OCO2)NC",
    "CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc(ccc12)[N+](=O)[O-]",
    "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
    "CCCCCn1nc(C(=O)N[C@H](C(N)=O)C(C)C)c2ccccc12",
    "OC(=O)c1cc(=O)c2cc3ccccc3[nH]c2o1",
    "C[n+]1cccc(C([O-])=O)c1",
    "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
    "O=c1[nH]c(=O)c2[nH]cnc2[nH]1",
    "CSc1ccc2Sc3ccccc3N(CCN(C)C)c2c1",
    "O=S1(=O)N=C(NC2CC2)c2ccccc12",
    "[O-][n+]1onc(C)c1C.OS(O)(=O)=O",
]
# Refused here although full sanitisation accepts them: it drops trailing text, takes
# dummy atoms, queries and radicals for structures.
STRICTER = {
    Reason.TRAILING_TEXT,
    Reason.RADICAL,
    Reason.DUMMY_ATOM,
    Reason.QUERY,
    Reason.EMPTY,
    Reason.REACTION,
}
CHARACTERS = "CNOPSFcnops()[]=#+-H123456"


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A real structure with one to three characters replaced, inserted or deleted."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text) - 1))
        new = draw(st.sampled_from([*CHARACTERS, ""]))
        keep = draw(st.booleans())
        text = text[:place] + new + text[place + (0 if keep else 1) :]
    return text


def _keeps_written_bonds(text: str, full: Chem.Mol) -> bool:
    # RDKit takes Cc1#ccccc1 for readable, with a five-valent carbon, and makes the second
    # double bond of caffeine written c(=O)=n2C a single one: another molecule than written.
    kekule = Chem.Mol(full)
    try:
        Chem.Kekulize(kekule, True)
        kekule.UpdatePropertyCache(True)
    except Chem.MolSanitizeException:
        return False
    written = Chem.MolFromSmiles(text, sanitize=False)
    return all(
        kekule.GetBondWithIdx(bond.GetIdx()).GetBondType() == bond.GetBondType()
        for bond in written.GetBonds()
        if bond.GetBondType() in (Chem.BondType.DOUBLE, Chem.BondType.TRIPLE)
    )


@settings(max_examples=600, deadline=None)
@given(broken())
def test_accepts_what_full_sanitisation_accepts(text: str) -> None:
    read = parse(text)
    full = Chem.MolFromSmiles(text)
    if isinstance(read, Parsed):
        assert full is not None
        assert not isinstance(completions(read), Refusal)
    elif full is not None and read.reason not in STRICTER:
        assert read.reason is Reason.VALENCE
        charged = any(abs(atom.GetFormalCharge()) > 1 for atom in full.GetAtoms())
        assert charged or not _keeps_written_bonds(text, full)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_structure_or_a_refusal(text: str) -> None:
    assert isinstance(parse(text), Parsed | Refusal)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["C*.c1ccccc1 |", "CC |", "C[C@H](F)Cl |"]),
    st.text("m:.,0123456789&o1rSgLN$;()ct^wU|", max_size=20),
)
def test_any_extension_is_read_or_refused(start: str, rest: str) -> None:
    read = parse(f"{start}{rest}|")
    assert isinstance(read, Parsed | Refusal)
    if isinstance(read, Parsed):
        completions(read)
