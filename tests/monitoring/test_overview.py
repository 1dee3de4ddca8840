"""What the overview counts, against counts made by hand."""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from samples import CAFFEINE, KETAMINE, THREE_MMC, TWO_MMC, written

from stofgroep.errors import DefinitionError, UsageError
from stofgroep.law import Law
from stofgroep.monitoring.overview import ORDINARY, Overview, Substance, overview
from stofgroep.monitoring.sources import reports, sources
from stofgroep.monitoring.substances import Identifier
from stofgroep.monitoring.tables import write_csv
from stofgroep.verdict import Decider

DAY = dt.date(2026, 7, 9)
FAMILIAR = {CAFFEINE: (ORDINARY, "caffeine")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Overview:
    north, south, config = written(tmp_path_factory.mktemp("files"))
    found = reports([north, south], sources(config, "nl"), "nl")
    return overview(found, Identifier(Decider(Law.at(DAY))), FAMILIAR)


def one(made: Overview, key: str) -> Substance:
    return next(s for s in made.substances if s.key == key)


def test_every_report_is_there(made: Overview) -> None:
    assert made.rows == 10
    # N5 is no structure; N6 is a mixture of two: 10 - 1 + 1
    assert len(made.unassessed) == 1
    assert sum(s.total for s in made.substances) == 10
    assert len(made.substances) == 5


def test_half_years_and_laboratories(made: Overview) -> None:
    assert made.periods == ("2025-H1", "2025-H2", "2026-H1", "")
    assert made.labs == ("Noord", "Oost", "Zuid")
    assert made.period == "2026-H1"


def test_a_salt_and_another_drawing_are_the_same_substance(made: Overview) -> None:
    three = one(made, THREE_MMC)
    assert three.counts == {("2026-H1", "Noord"): 2, ("2026-H1", "Zuid"): 1}
    assert three.names == ("3-MMC", "3-MMC HCl")
    assert (three.row.outcome, three.row.list, three.row.entry) == ("listed", "I", "3-mmc")


def test_a_mixture_counts_for_each_and_names_none(made: Overview) -> None:
    two = one(made, TWO_MMC)
    assert two.counts == {("2025-H1", "Noord"): 1, ("2026-H1", "Noord"): 1, ("2026-H1", "Zuid"): 1}
    assert two.names == ("2-MMC",)
    assert (two.row.list, two.row.group) == ("IA", "fenethylaminen")
    assert one(made, CAFFEINE).counts == {("2025-H2", "Noord"): 1, ("2026-H1", "Noord"): 1}


def test_new_is_what_has_no_earlier_report(made: Overview) -> None:
    assert made.is_new(one(made, THREE_MMC))
    assert not made.is_new(one(made, TWO_MMC))  # reported in 2025-H1
    assert not made.is_new(one(made, CAFFEINE))  # reported in 2025-H2
    assert not made.is_new(one(made, KETAMINE))  # its one report has no date
    assert [s.names[0] for s in made.new] == ["3-MMC", "nieuw ding"]


def test_what_an_earlier_overview_had_is_not_new(tmp_path: Path) -> None:
    north, south, config = written(tmp_path)
    found = reports([north, south], sources(config, "nl"), "nl")
    made = overview(found, Identifier(Decider(Law.at(DAY))), FAMILIAR, known_before=[THREE_MMC])
    assert [s.names[0] for s in made.new] == ["nieuw ding"]


def test_the_ranking_leaves_out_what_is_listed_and_what_is_ordinary(made: Overview) -> None:
    # one report in 2026-H1 before none in it
    assert [s.names[0] for s in made.ranked] == ["nieuw ding", "ketamine"]


def test_the_table_has_every_substance_and_every_unassessed_report(made: Overview) -> None:
    out = io.StringIO()
    write_csv(made, out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert len(rows) == 6
    by_smiles = {row["smiles"]: row for row in rows}
    three = by_smiles[THREE_MMC]
    assert (three["reports"], three["2026-H1"], three["2025-H1"], three["2026-H1 Noord"]) == (
        "3",
        "3",
        "0",
        "2",
    )
    assert (three["new"], three["rank"], three["first_period"]) == ("yes", "", "2026-H1")
    assert by_smiles[KETAMINE]["undated"] == "1"
    bad = by_smiles["C1CC"]
    assert bad["outcome"] == "not-assessed"
    assert bad["names"] == "'=onbekend"  # no formula for a spreadsheet
    assert "rij 5 (N5)" in bad["reason"]


def test_a_substance_without_structure_is_known_by_a_listed_name(tmp_path: Path) -> None:
    file = tmp_path / "namen.csv"
    file.write_text(
        "naam,smiles,datum\n3-MMC,,2026-01-01\nonbestaanbaar,,2026-01-01\nx,CCO,2026-01-01\n", "utf-8"
    )
    made = overview(reports([file], (), "nl"), Identifier(Decider(Law.at(DAY))), {})
    assert one(made, THREE_MMC).row.list == "I"
    assert [u.report.substance for u in made.unassessed] == ["onbestaanbaar"]
    assert made.labs == ("namen",)


def test_faults_name_the_file(tmp_path: Path) -> None:
    north, south, config = written(tmp_path)
    config.write_text(config.read_text("utf-8").replace('"ontvangen"', '"binnen"'), "utf-8")
    with pytest.raises(UsageError, match=r"noord-2026\.csv.*binnen"):
        list(reports([north], sources(config, "nl"), "nl"))
    config.write_text("[source.a]\nfilse = []\n", "utf-8")
    with pytest.raises(DefinitionError, match=r"source\.a"):
        sources(config, "nl")
    with pytest.raises(UsageError, match=r"geen\.toml"):
        sources(tmp_path / "geen.toml", "nl")
    assert south.is_file()
