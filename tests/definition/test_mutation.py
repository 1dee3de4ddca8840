"""The scenarios notice a change of the law: one group here, all of them by ``make mutate``."""

import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from mutation.equivalents import Equivalents  # noqa: E402
from mutation.mutants import mutants  # noqa: E402
from mutation.toml_text import toml_text  # noqa: E402

GROUP = "nl/lijst-ia/aminopiperidinen/2025-07-01.toml"
DATA = files("stofgroep.data").joinpath("smarts")


def ids(path: str) -> list[str]:
    definition = tomllib.loads(DATA.joinpath(path).read_text("utf-8"))
    words = tomllib.loads(DATA.joinpath("vocabulary.toml").read_text("utf-8"))
    return [mutant.id for mutant in mutants(definition, words)]


def test_toml_is_written_as_it_was_read() -> None:
    for path in (GROUP, "vocabulary.toml"):
        data = tomllib.loads(DATA.joinpath(path).read_text("utf-8"))
        assert tomllib.loads(toml_text(data)) == data


def test_every_mutant_has_a_name_of_its_own() -> None:
    assert len(ids(GROUP)) == len(set(ids(GROUP)))


def test_what_is_changed() -> None:
    assert {
        "build.main.rule.R2.allow without cycloalkyl",
        "build.main.rule.R1.carrying without hydroxy",
        "build.main slot R1 dropped",
        "build.main.part.piperidine.variant.ring site ring without 3",
        "vocabulary.term.carbonyl-with.then without ethoxy",
    } <= set(ids(GROUP))


def test_only_terms_that_the_definition_names_are_changed() -> None:
    assert not [id for id in ids(GROUP) if id.startswith("vocabulary.term.acyl-head")]


def test_numbers_sizes_and_limits_are_changed() -> None:
    fen = ids("nl/lijst-ia/fenethylaminen/2025-07-01.toml")
    assert {
        "build.main.rule.Rn.chain.max +1",
        "build.main.rule.Rn.chain.max -1",
        "build.main.closure.N-B.size.ring-n.5-7 5-7 to 4-7",
        "build.main.limit.mass.mass.mass-500.yes +10",
        "build.main.part.A.ring_systems without furyl",
        "build.main.together.bk dropped",
        "build.main.aromatic.amine dropped",
        "build.main.exclude.annelated-n dropped",
        "exclude.named.structures.aspartaam dropped",
    } <= set(fen)
    nitazenes = ids("nl/lijst-ia/nitazenen/2026-07-09.toml")
    assert "build.uk.rule.R12.allow alkyl<=3 to alkyl<=4" in nitazenes
    assert "build.uk dropped" in nitazenes


def test_equivalents_have_a_reason_each() -> None:
    assert Equivalents.read(ROOT / "scripts" / "mutation" / "equivalents.toml").reasons


@pytest.mark.slow
def test_no_change_of_a_group_goes_unnoticed() -> None:
    found = subprocess.run(
        [sys.executable, ROOT / "scripts" / "mutate.py", "nitazenen"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
