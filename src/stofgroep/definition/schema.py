"""The definition language as a JSON Schema, so that an editor can complete and check a draft.

A schema sees one file and no chemistry: names that refer to something, SMARTS
and dates that contradict each other are checked by the loader.
"""

from __future__ import annotations

from stofgroep.definition.overlay import ADD, DROP, EXTENDS, NOT_INHERITED, REMOVE
from stofgroep.definition.schema_blocks import Schema, named, ref, strings, table, text
from stofgroep.definition.schema_tables import definitions

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CHANGE = "-change"
_OF_WORDS = ("term", "ring_system", "chain", "most", "number", "words", "when", "terms", "terms_when")


def json_schema() -> Schema:
    """The schema of a definition file: a whole one, or a change of an earlier one (``extends``)."""
    whole = definitions()
    changes = {name + _CHANGE: _as_change(schema) for name, schema in whole.items()}
    change = changes["group" + _CHANGE]
    change["properties"] = {
        EXTENDS: text("The earlier definition that this one changes: its id and date, or a file."),
        **change["properties"],
        NOT_INHERITED: {"$ref": "#/$defs/in_force"},
    }
    change["required"] = [EXTENDS, NOT_INHERITED]
    return {
        "$schema": DIALECT,
        "title": "stofgroep: definition of a group of substances",
        "oneOf": [{"$ref": "#/$defs/group"}, {"$ref": f"#/$defs/group{_CHANGE}"}],
        "$defs": {**whole, **changes},
    }


def vocabulary_schema() -> Schema:
    """The schema of the shared vocabulary."""
    defs = definitions()
    return {
        "$schema": DIALECT,
        "title": "stofgroep: vocabulary of terms and ring systems",
        **table(
            "The shared words.",
            required={},
            optional={
                "term": named("Terms for what may hang on a skeleton.", ref("term")),
                "ring_system": named("Ring systems, drawn whole.", ref("ring_system")),
            },
        ),
        "$defs": {name: defs[name] for name in _OF_WORDS},
    }


def _as_change(schema: Schema) -> Schema:
    """The same table when only changes are said: nothing required, drop, and lists with add and remove."""
    result: Schema = {}
    for key, value in schema.items():
        if key in ("required", "minProperties", "maxProperties"):
            continue
        if key == "$ref":
            result[key] = value + _CHANGE
        elif key in ("properties", "patternProperties"):
            result[key] = {name: _as_change(inner) for name, inner in value.items()}
        elif key == "additionalProperties" and isinstance(value, dict):
            result[key] = _as_change(value)
        elif key == "anyOf":
            result[key] = [_as_change(inner) for inner in value]
        elif key == "oneOf":
            # several kinds of table cannot be told apart by a few of their keys
            result["anyOf"] = [_as_change(inner) for inner in value]
        else:
            result[key] = value
    if schema.get("type") == "object":
        result["properties"] = {**result.get("properties", {}), DROP: _drop()}
    if any(option.get("type") == "array" for option in schema.get("anyOf", ())):
        result["anyOf"] = [*result["anyOf"], _list_change()]
    return result


def _drop() -> Schema:
    return {
        "description": "true takes this table out of the earlier definition; a list takes out these keys.",
        "anyOf": [{"const": True}, {"type": "array", "items": {"type": "string"}, "minItems": 1}],
    }


def _list_change() -> Schema:
    schema = table(
        "A change of the earlier list.",
        required={},
        optional={
            ADD: strings("What is added to the list."),
            REMOVE: strings("What is taken out of it."),
        },
    )
    return {**schema, "minProperties": 1}
