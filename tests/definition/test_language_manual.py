"""docs/language.md explains every key of the language, and its examples are true."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from complete_definition import VOCABULARY

from stofgroep.definition.readings import Readings
from stofgroep.definition.schema import json_schema, vocabulary_schema
from stofgroep.definition.table import Table
from stofgroep.definition.terms import KINDS, Terms

MANUAL = (Path(__file__).parents[2] / "docs" / "language.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)


def keys(schema: Any) -> set[str]:
    """Every key that a schema lists."""
    if isinstance(schema, list):
        return set().union(*map(keys, schema))
    if not isinstance(schema, dict):
        return set()
    here = schema.get("properties", {})
    return set(here if isinstance(here, dict) else ()).union(*map(keys, schema.values()))


@pytest.mark.parametrize("key", sorted(keys(json_schema()) | keys(vocabulary_schema())))
def test_every_key_is_explained(key: str) -> None:
    assert f"`{key}`" in MANUAL


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_term_is_explained(kind: str) -> None:
    assert f'| `"{kind}"` |' in MANUAL


def test_what_is_explained_exists() -> None:
    tables = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", MANUAL, re.MULTILINE)
    explained = {key for cell in tables for key in re.findall(r"`(\w+)`", cell)} - {"kind"}
    assert explained <= keys(json_schema()) | keys(vocabulary_schema())


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples_are_toml(text: str) -> None:
    assert tomllib.loads(text)


def test_the_example_of_a_term_is_the_word_of_the_vocabulary() -> None:
    (text,) = (t for t in EXAMPLES if t.startswith("[term."))
    table = Table(tomllib.loads(text)["term"]["alkoxy"], "docs/language.md")
    words = VOCABULARY.find("alkoxy")
    assert words is not None
    assert {k: table.get(k, object) for k in ("kind", "smarts", "grow")} == {
        k: words.get(k, object) for k in ("kind", "smarts", "grow")
    }
    assert Terms(VOCABULARY, Readings(())).term("alkoxy", words, "") is not None


def test_links_inside_the_page_lead_somewhere() -> None:
    titles = re.findall(r"^## (.*)$", MANUAL, re.MULTILINE)
    anchors = {title.lower().replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([\w-]+)\)", MANUAL)) <= anchors
