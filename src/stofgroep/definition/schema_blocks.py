"""The pieces that the JSON Schema of the language is made of."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_NAME = r"^[A-Za-z0-9][\w-]*$"


def table(description: str, *, required: Schema, optional: Schema) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def named(description: str, value: Schema, *, least: int = 0) -> Schema:
    """A table of tables, each under a name of its own."""
    schema: Schema = {
        "type": "object",
        "description": description,
        "patternProperties": {_NAME: value},
        "additionalProperties": False,
    }
    return {**schema, "minProperties": least} if least else schema


def free(description: str, value: Schema, *, least: int = 0, most: int = 0) -> Schema:
    """A table of which the keys are names from elsewhere."""
    schema: Schema = {"type": "object", "description": description, "additionalProperties": value}
    if least:
        schema["minProperties"] = least
    if most:
        schema["maxProperties"] = most
    return schema


def ref(name: str, description: str = "") -> Schema:
    found: Schema = {"$ref": f"#/$defs/{name}"}
    return {**found, "description": description} if description else found


def text(description: str, pattern: str = "") -> Schema:
    schema: Schema = {"type": "string", "description": description, "minLength": 1}
    return {**schema, "pattern": pattern} if pattern else schema


def one_of(description: str, values: tuple[str, ...]) -> Schema:
    return {"type": "string", "description": description, "enum": list(values)}


def flag(description: str) -> Schema:
    return {"type": "boolean", "description": description}


def count(description: str, least: int) -> Schema:
    return {"type": "integer", "description": description, "minimum": least}


def day(description: str) -> Schema:
    return {
        "type": "string",
        "format": "date",
        "pattern": r"^\d{4}-\d{2}-\d{2}$",
        "description": description,
    }


def strings(description: str, item: Schema | None = None, *, least: int = 1, most: int = 0) -> Schema:
    """A list without repetition, or one string."""
    one = item or {"type": "string", "minLength": 1}
    many: Schema = {"type": "array", "items": one, "minItems": least, "uniqueItems": True}
    if most:
        many["maxItems"] = most
    return {"description": description, "anyOf": [one, many] if least < 2 else [many]}


def by_option(description: str, value: Schema) -> Schema:
    """A value, or { reading = { option = value } } with every option."""
    options = free("Option → value; every option of the reading.", value, least=2)
    choice = free("Reading → its options.", options, least=1, most=1)
    return {"description": description, "anyOf": [value, choice]}


def terms(description: str) -> Schema:
    return {**ref("terms"), "description": description}


def when(description: str) -> Schema:
    return {**ref("when"), "description": description}


def terms_when(description: str) -> Schema:
    return {**ref("terms_when"), "description": description}
