"""Sets: the reference sets of the package, and somebody's own tables."""

from pathlib import Path

import pytest

from stofgroep.errors import UsageError
from stofgroep.policy.substances import REFERENCE_SETS, substance_sets


@pytest.mark.parametrize("name", REFERENCE_SETS)
def test_the_reference_sets_are_there(name: str) -> None:
    [found] = substance_sets([name])
    assert found.name == name
    assert len(found.substances) >= 200
    assert all(s.structure and s.name for s in found.substances)


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("sample,name,smiles,class\nA1,ethanol,CCO,alcohols\nA2,,CC(N)Cc1ccccc1,\n")
    [found] = substance_sets([str(file)])
    assert found.name == "own.csv"
    assert [(s.key, s.name, s.class_, s.structure) for s in found.substances] == [
        ("A1", "ethanol", "alcohols", "CCO"),
        ("A2", "A2", "", "CC(N)Cc1ccccc1"),
    ]


def test_a_list_of_smiles(tmp_path: Path) -> None:
    file = tmp_path / "own.smi"
    file.write_text("CCO ethanol\nCCN\n")
    [found] = substance_sets([str(file)])
    assert [s.structure for s in found.substances] == ["CCO", "CCN"]


def test_no_such_set() -> None:
    with pytest.raises(UsageError, match="nps, medicines, everyday"):
        substance_sets(["drugs"], "en")


def test_the_same_set_twice() -> None:
    with pytest.raises(UsageError, match="twice"):
        substance_sets(["everyday", "everyday"], "en")


def test_the_fingerprint_is_that_of_the_rows(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("name,smiles\nethanol,CCO\n")
    second.write_text("name,smiles\nethanol,CCN\n")
    one, other = substance_sets([str(first), str(second)])
    assert one.sha256 != other.sha256
