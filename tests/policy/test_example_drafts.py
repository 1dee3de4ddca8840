"""The example drafts: they say what they are meant to, and their reports are those of today's sets."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from rdkit import Chem

from stofgroep.matching.group import Matcher
from stofgroep.policy.draft import DraftText, load
from stofgroep.policy.faults import faults
from stofgroep.policy.substances import reference

ROOT = Path(__file__).parents[2]
NAMES = ("arylcyclohexylaminen", "benzodiazepinen", "tramadolachtigen")


def draft(name: str) -> DraftText:
    return DraftText.read(ROOT / "data" / "drafts" / f"{name}.toml")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draft_reports", ROOT / "scripts" / "draft_reports.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["draft_reports"] = module
    spec.loader.exec_module(module)
    return module


def test_all_of_them_are_tested(script: ModuleType) -> None:
    assert sorted(p.stem for p in (ROOT / "data" / "drafts").glob("*.toml")) == sorted(NAMES)
    assert sorted(script.MEANT_FOR) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_they_are_marked_as_examples(name: str) -> None:
    written = draft(name)
    group = load(written).group
    assert group.id.startswith("draft.")
    assert "voorbeeldconcept" in group.title["nl"]
    assert "example" in group.title["en"]
    assert "geen wet" in written.text.split("id =")[0]
    assert faults(written) == ()


# in and out, by what the words of each draft say
MEMBERS = {
    "benzodiazepinen": {
        "CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc21": True,  # diazepam
        "Clc1ccc2c(c1)C(c1ccccc1)=NCc1nncn1-2": True,  # estazolam: triazolo
        "CN1C(=O)CC(=O)N(c2ccccc2)c2cc(Cl)ccc21": True,  # clobazam: 1,5
        "CNC1=Nc2ccc(Cl)cc2C(c2ccccc2)=[N+]([O-])C1": True,  # chlordiazepoxide: N-oxide, amino
        "CCc1sc2c(c1)C(c1ccccc1Cl)=NCc1nnc(C)n1-2": True,  # etizolam: thieno
        "O=C1CN2CCOC2(c2ccccc2Cl)c2cc(Cl)ccc2N1": True,  # cloxazolam: oxazolo at 4,5
        "O=C1CN=C(C)c2cc(Cl)ccc2N1": False,  # no ring at 5
        "CN1CCN(C2=Nc3cc(Cl)ccc3Nc3ccccc32)CC1": False,  # clozapine: two rings on the diazepine
        "CCOC(=O)c1ncn2c1CN(C)C(=O)c1cc(F)ccc1-2": False,  # flumazenil: no ring at 5
        "O=C1CN=C(c2ccccc2)c2ccccc2O1": False,  # no nitrogen at 1
    },
    "arylcyclohexylaminen": {
        "CNC1(c2ccccc2Cl)CCCCC1=O": True,  # ketamine
        "c1ccc(C2(N3CCCCC3)CCCCC2)cc1": True,  # PCP
        "CCNC1(c2cccs2)CCCCC1=O": True,  # tiletamine
        "CCNC1(c2cccc(OC)c2)CCCCC1=O": True,  # methoxetamine
        "NC1(C)CCCCC1": False,  # no aromatic ring
        "CN(C)CC1CCCCC1(O)c1cccc(OC)c1": False,  # tramadol: nitrogen elsewhere
        "CNC1(c2ccccc2Cl)CCCC1=O": False,  # five-membered ring
        "CCCCCCCCCCCNC1(c2ccccc2)CCCCC1": False,  # chain of eleven on nitrogen
    },
    "tramadolachtigen": {
        "CN(C)CC1CCCCC1(O)c1cccc(OC)c1": True,  # tramadol
        "CN(C)CC1CCCCC1(O)c1cccc(O)c1": True,  # O-desmethyltramadol
        "C[N+](C)([O-])CC1CCCCC1(O)c1cccc(OC)c1": True,  # N-oxide
        "COc1ccc(C(CN(C)C)C2(O)CCCCC2)cc1": False,  # venlafaxine: the ring hangs elsewhere
        "CCC(c1cccc(O)c1)C(C)CN(C)C": False,  # tapentadol: no cyclohexane
        "CN(C)CC1CCCCC1(O)CC": False,  # no aromatic ring
    },
}
CASES = [(name, smiles, expected) for name, cases in MEMBERS.items() for smiles, expected in cases.items()]


@pytest.mark.parametrize(("name", "smiles", "expected"), CASES)
def test_members(name: str, smiles: str, expected: bool) -> None:
    group = load(draft(name)).group
    worlds = Matcher(group).membership(Chem.MolFromSmiles(smiles)).worlds
    assert group.worlds.likely_in(worlds) is expected


def test_the_benzodiazepine_draft_catches_nearly_all_designer_benzodiazepines() -> None:
    matcher = Matcher(load(draft("benzodiazepinen")).group)
    meant = [s for s in reference("nps").substances if s.class_ == "benzodiazepines"]
    assert len(meant) >= 40
    caught = [s for s in meant if matcher.membership(Chem.MolFromSmiles(s.structure)).worlds]
    assert len(caught) >= 0.95 * len(meant)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_reports_are_those_of_today(script: ModuleType, name: str) -> None:
    made = script.report(name)
    folder = ROOT / "docs" / "drafts"
    again = "made with other sets: run scripts/draft_reports.py"
    assert (folder / f"{name}.md").read_text("utf-8") == made.markdown, again
    assert (folder / f"{name}.csv").read_text("utf-8") == made.table, again
