"""The CSV loader: what it reads, and how it says what is wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from lists_material import HEADER, PRECURSOR_HEADER, SMALL, SMALL_PRECURSORS

from stofgroep.errors import DefinitionError
from stofgroep.law.entries import Force, read_entries, read_precursors

GOOD = (
    'x,I,substance,inn,een|twee,50-00-0,C=O,any,,2010-01-01,2011-01-01,,"Stb. 1","lijst I",text,CH2O,,none,\n'
)


def test_reads_every_column() -> None:
    (entry,) = read_entries((HEADER + GOOD).encode(), "t.csv")
    assert (entry.key, entry.list, entry.kind, entry.inn) == ("x", "I", "substance", "inn")
    assert entry.names == ("een", "twee")
    assert entry.cas == ("50-00-0",)
    assert entry.structures == ("C=O",)
    assert entry.force == Force(dt.date(2010, 1, 1), dt.date(2011, 1, 1))
    assert (entry.decree, entry.citation, entry.basis) == ("Stb. 1", "lijst I", "text")
    assert entry.name == "inn"


def test_small_tables_are_read() -> None:
    assert [e.key for e in read_entries(SMALL.encode(), "t.csv")][:5] == ["aaa", "bbb", "ccc", "ccc", "ddd"]
    assert [p.key for p in read_precursors(SMALL_PRECURSORS.encode(), "p.csv")] == ["zzz"]


@pytest.mark.parametrize(
    ("old", "new", "column", "reason"),
    [
        ("x,I", "X,I", "key", "lowercase"),
        ("x,I,", "x,III,", "list", "must be one of I, II"),
        ("substance", "stof", "kind", "must be one of"),
        ("een|twee", "een|een", "names", "twice"),
        ("een|twee", "een||twee", "names", "empty"),
        ("50-00-0", "50-00-1", "cas", "CAS"),
        ("C=O", "C=O=O=O", "structures", "no SMILES"),
        ("C=O", "c1ccc", "structures", "no SMILES"),
        (",any,", ",some,", "stereo", "must be one of any, exact"),
        ("2010-01-01", "2010-13-01", "since_earliest", "no date"),
        ("2010-01-01", "2012-01-01", "since_earliest", "later than"),
        ("2011-01-01,,", "2011-01-01,2010-06-01,", "until", "not later"),
        (",text,", ",guess,", "basis", "must be one of"),
        ("inn,een|twee", ",", "names", "needs an INN or a name"),
        (",C=O,", ",,", "remark", "must say why"),
    ],
)
def test_a_wrong_cell_is_named(old: str, new: str, column: str, reason: str) -> None:
    assert old in GOOD
    with pytest.raises(DefinitionError) as caught:
        read_entries((HEADER + GOOD.replace(old, new, 1)).encode(), "t.csv")
    message = str(caught.value)
    assert message.startswith("t.csv: line 2")
    assert f"column {column}" in message
    assert reason in message


def test_wrong_columns_and_cell_counts_are_named() -> None:
    with pytest.raises(DefinitionError, match=r"t\.csv: line 1.*kleur"):
        read_entries(HEADER.replace("kind", "kleur").encode(), "t.csv")
    with pytest.raises(DefinitionError, match=r"line 2.*20 cells instead of 19"):
        read_entries((HEADER + GOOD.replace("inn,", "inn,,")).encode(), "t.csv")
    with pytest.raises(DefinitionError, match="no UTF-8"):
        read_entries(b"\xff\xfe", "t.csv")


def test_overlapping_periods_are_refused() -> None:
    with pytest.raises(DefinitionError, match="overlaps"):
        read_entries((HEADER + GOOD + GOOD).encode(), "t.csv")


def test_precursor_regulation_is_checked() -> None:
    row = "zzz,zzz,,CC,any,,2005-08-18,2005-08-18,,999/2004,1,bijlage I,\n"
    with pytest.raises(DefinitionError, match="column regulation"):
        read_precursors((PRECURSOR_HEADER + row).encode(), "p.csv")


def test_force_between_its_bounds() -> None:
    force = Force(dt.date(2010, 1, 1), dt.date(2012, 1, 1), dt.date(2020, 1, 1))
    days = [dt.date(2009, 12, 31), dt.date(2010, 1, 1), dt.date(2012, 1, 1), dt.date(2020, 1, 1)]
    assert [force.possible(day) for day in days] == [False, True, True, False]
    assert [force.certain(day) for day in days] == [False, False, True, False]
