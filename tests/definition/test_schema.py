"""The JSON Schema says the same as the loader: the same keys, and the same files pass."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from complete_definition import COMPLETE, WORDS, changed, refused
from jsonschema import Draft202012Validator

from stofgroep.definition.schema import json_schema, vocabulary_schema

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
SHIPPED = [
    file
    for folder in files("stofgroep.data").joinpath("smarts/nl/lijst-ia").iterdir()
    for file in folder.iterdir()
    if file.name.endswith(".toml")
]


def plain(value: Any) -> Any:
    """TOML as JSON: an editor sees a date as text."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def errors(text: str) -> list[str]:
    return [e.message for e in VALIDATOR.iter_errors(plain(tomllib.loads(text)))]


@pytest.mark.parametrize("schema", [json_schema(), vocabulary_schema()], ids=["definition", "vocabulary"])
def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("schema", [json_schema(), vocabulary_schema()], ids=["definition", "vocabulary"])
def test_every_reference_leads_somewhere(schema: dict[str, Any]) -> None:
    wanted = set(re.findall(r"'#/\$defs/([\w-]+)'", str(schema)))
    assert wanted <= set(schema["$defs"])


@pytest.mark.parametrize("file", SHIPPED, ids=[f.name for f in SHIPPED])
def test_shipped_definitions_pass(file: Any) -> None:
    assert errors(file.read_text("utf-8")) == []


def test_the_shipped_vocabulary_passes() -> None:
    text = files("stofgroep.data").joinpath("smarts/vocabulary.toml").read_text("utf-8")
    assert not list(Draft202012Validator(vocabulary_schema()).iter_errors(tomllib.loads(text)))


def test_the_sample_passes() -> None:
    assert errors(COMPLETE) == []


BROKEN = {
    "unknown key": ("number = 1", "number = 1\nnumbr = 2"),
    "missing title": ('title = { nl = "woorden", en = "words" }\n', ""),
    "one language": ('title = { nl = "woorden", en = "words" }', 'title = { nl = "woorden" }'),
    "number as text": ("number = 1", 'number = "1"'),
    "id in capitals": ('"xx.list.sample"', '"XX.Sample"'),
    "basis": ('basis = "text"', 'basis = "guess"'),
    "url": ("https://", "ftp://"),
    "date as another text": ("from = 2025-07-01", 'from = "July"'),
    "no first day": ("from = 2025-07-01, ", ""),
    "one option": (f"long = {WORDS}\n", ""),
    "unlikely": ('likely = "short"\n', ""),
    "kind of term": ('kind = "linked"', 'kind = "arm"'),
    "key of another kind of term": ('kind = "any"\n', 'kind = "any"\nsmarts = "C"\n'),
    "family without grow": ('grow = "[CX4;!R]"\n', ""),
    "no examples": ('examples = { yes = ["*CC"], no = ["*O"] }\n', ""),
    "bond order": ("bond = 2", "bond = 4"),
    "ring sizes": ('sizes = "5-6"', 'sizes = "five"'),
    "empty chain": ("chain = { max = 6 }", "chain = {}"),
    "negative limit": ("chain = { max = 6 }", "chain = { max = -6 }"),
    "number by two readings": ("mass = { length = {", "mass = { width = { a = 1, b = 2 }, length = {"),
    "number by one option": ('short = 300, long = "none"', "short = 300"),
    "text by option": ('short = 300, long = "none"', 'short = 300, long = "much"'),
    "no pattern": ('smarts = "[CX4:1][#7:2]"\n', ""),
    "join of one site": ('between = ["ring.any", "chain.C"]', 'between = ["ring.any"]'),
    "term in capitals": ('"alkyl<=3"', '"Alkyl<=3"'),
    "limit of nothing": ('"alkyl<=3"', '"alkyl<=0"'),
    "term twice": ('allow = ["H", "arm"]', 'allow = ["H", "arm", "arm"]'),
    "hydrogen carried": (
        'carrying = ["halogen"]\ncarrying_when.length.long = ["hydroxy"]',
        'carrying = ["H"]',
    ),
    "kind of ring": ('kind = ["annelated"]', 'kind = ["fused"]'),
    "size as a number": ('size = { length = { short = "5-7", long = "any" } }', "size = 6"),
    "when as a text": ('when = { length = ["short", "long"] }', 'when = "length"'),
    "no option": ('when = { length = ["short", "long"] }', "when = { length = [] }"),
    "repeat as a number": ("repeat = true", "repeat = 1"),
    "no substance": ('benzylamine = "NCc1ccccc1"', ""),
    "rule without text": ('carrying = "any"\ntext = { nl = "woorden", en = "words" }', 'carrying = "any"'),
    "name with a point": ("[term.thing]", '[term."th.ing"]'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_definition_fails(name: str) -> None:
    assert errors(changed(*BROKEN[name]))


CHANGE = 'extends = "xx.list.sample@2025-07-01"\nin_force = { from = 2026-01-01 }\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "number = 2\n",
        "build.main.rule.ring.chain.max = 9\n",
        'build.main.rule.ring.allow = { add = ["nitro"], remove = ["alkyl<=3"] }\n',
        'build.main.closure.ring.as = { add = ["[#7:1][CX4][c:2]"] }\n',
        "[build.main.exclude.amine]\ndrop = true\n",
        '[build.main.rule.ring]\ndrop = ["elements"]\n',
        'term.arm.then = { add = ["tree"] }\n',
        "build.main.limit.mass.mass.length.short = 250\n",
        'exclude.named.structures.other = "C"\n',
        'title.nl = "anders"\n',
    ],
)
def test_a_change_passes(text: str) -> None:
    assert errors(CHANGE + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "numbr = 2\n",
        'build.main.rule.ring.allow = { plus = ["nitro"] }\n',
        "build.main.rule.ring.allow = {}\n",
        "[build.main.exclude.amine]\ndrop = false\n",
        "build.main.rule.ring.chain.max = true\n",
    ],
)
def test_a_broken_change_fails(text: str) -> None:
    assert errors(CHANGE + text)


def test_a_change_says_its_days() -> None:
    assert errors('extends = "xx.list.sample@2025-07-01"\n')


# ---- the same keys ------------------------------------------------------------------------------------


def tables(
    schema: dict[str, Any], data: dict[str, Any], path: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """(path, schema) of every table of the data of which the schema lists the keys."""
    schema = resolved(schema, data)
    if "properties" in schema:
        yield path, schema
    for key, value in data.items():
        if isinstance(value, dict):
            inner = schema.get("properties", {}).get(key)
            inner = inner or next(iter(schema.get("patternProperties", {}).values()), None)
            if inner is not None:
                yield from tables(inner, value, f"{path}.{key}" if path else key)


def resolved(schema: dict[str, Any], data: Any) -> dict[str, Any]:
    """The schema of a table behind references and choices."""
    if "$ref" in schema:
        return resolved(SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], data)
    if "oneOf" in schema:
        choices = [resolved(choice, data) for choice in schema["oneOf"]]
        if "kind" in data:
            return next(s for s in choices if s["properties"]["kind"]["const"] == data["kind"])
        return next(s for s in choices if set(data) <= set(s["properties"]))
    return schema


TABLES = dict(tables({"$ref": "#/$defs/group"}, plain(tomllib.loads(COMPLETE))))


def known_to_the_loader(path: str) -> set[str]:
    """The keys that the loader names when it refuses another one."""
    header, line = f"[{path}]\n", "surely-unknown = 1\n"
    if not path:
        text = line + COMPLETE
    elif header in COMPLETE:
        text = changed(header, header + line)
    else:
        table, key = path.rsplit(".", 1) if "." in path else ("", path)
        start = COMPLETE.index(f"[{table}]") if table else 0
        assignment = f"\n{key} = {{"
        text = COMPLETE[:start] + COMPLETE[start:].replace(assignment, f"{assignment} surely-unknown = 1,", 1)
    error = refused(text)
    assert error.key == f"{path}.surely-unknown".lstrip(".")
    found = re.fullmatch(r"unknown key; known here: (.*)", error.reason)
    assert found is not None
    return set(found[1].split(", "))


@pytest.mark.parametrize("path", TABLES)
def test_schema_and_loader_know_the_same_keys(path: str) -> None:
    assert known_to_the_loader(path) == set(TABLES[path]["properties"])


def listed(schema: Any) -> Iterator[int]:
    """Every table in a schema of which the keys are listed."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield id(schema)
        for inner in schema.values():
            yield from listed(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from listed(inner)


def test_the_sample_holds_every_table_of_the_schema() -> None:
    whole = {name: s for name, s in SCHEMA["$defs"].items() if not name.endswith("-change")}
    whole.pop("ring_system")
    assert set(listed(whole)) == {id(schema) for schema in TABLES.values()}


def keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from keys(value)


def test_the_sample_says_every_key() -> None:
    said = set(keys(tomllib.loads(COMPLETE)))
    assert {key for schema in TABLES.values() for key in schema["properties"]} <= said


def test_a_change_knows_the_same_keys_and_drop() -> None:
    for name, schema in SCHEMA["$defs"].items():
        if not name.endswith("-change") and "properties" in schema:
            expected = set(schema["properties"]) | {"drop"} | ({"extends"} if name == "group" else set())
            assert set(SCHEMA["$defs"][f"{name}-change"]["properties"]) == expected
