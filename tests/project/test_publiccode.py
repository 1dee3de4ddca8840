"""publiccode.yml says what is true of the package."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def test_every_required_key_is_there(described: dict[str, Any]) -> None:
    required = {
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    }
    assert required <= set(described)
    assert set(described["localisation"]) == {"localisationReady", "availableLanguages"}
    assert described["maintenance"]["contacts"]


def test_it_agrees_with_the_package(described: dict[str, Any], project: dict[str, Any]) -> None:
    assert described["name"] == project["name"]
    assert described["softwareVersion"] == project["version"]
    assert described["legal"]["license"] == project["license"]
    needed = {one["name"]: one["versionMin"] for one in described["dependsOn"]["open"]}
    assert project["requires-python"] == f">={needed['Python']}"
    assert any(d.startswith(f"rdkit>={needed['RDKit']}") for d in project["dependencies"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_descriptions_have_the_length_that_is_asked_for(described: dict[str, Any], lang: str) -> None:
    text = described["description"][lang]
    assert len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10000
    assert text["features"]


def test_the_changelog_has_this_version(project: dict[str, Any]) -> None:
    assert f"\n## {project['version']} " in (ROOT / "CHANGELOG.md").read_text("utf-8")
