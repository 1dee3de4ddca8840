"""What a client may ask for: structures, a law, a day, a language. Nothing unknown and nothing vague."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from stofgroep.api.work import Question
from stofgroep.law.repository import law_names

LONGEST_TEXT = 1_000_000
"""Characters; far more than the limits on one structure, whose refusal names them."""

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def _day(value: object) -> object:
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("no_day", "not a day")


def _known_law(value: str) -> str:
    if value not in law_names():  # never a path: that is for the person at the keyboard of the server
        raise PydanticCustomError("no_law", "unknown law", {"known": ", ".join(law_names())})
    return value


Day = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "example": "2026-07-09"}),
]
LawName = Annotated[
    str,
    AfterValidator(_known_law),
    WithJsonSchema({"type": "string", "enum": list(law_names()), "description": "Which law; see /laws."}),
]
Lang = Annotated[Literal["nl", "en"], Field(description="Language of every sentence.")]
OwnId = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


def _given(value: object) -> object:
    """Null is not a way to leave something out here: it would hide a mistake."""
    if value is None:
        raise PydanticCustomError("string_type", "not a text")
    return value


class Strict(BaseModel):
    """A body that holds what is described and nothing else."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


STRUCTURE_SCHEMA = {
    "type": "string",
    "maxLength": LONGEST_TEXT,
    "description": "SMILES (with CXSMILES extension behind a space), InChI or molblock.",
    "example": "CNC(C)C(=O)c1ccccc1C",
}
LONGEST_NAME = 500
NAME_SCHEMA = {
    "type": "string",
    "maxLength": LONGEST_NAME,
    "description": "Instead of a structure: a listed substance by name or CAS number.",
    "example": "3-MMC",
}
ITEMS_SCHEMA: dict[str, Any] = {"items": {"anyOf": [{"$ref": "#/components/schemas/Item"}, STRUCTURE_SCHEMA]}}
"""For lists of items: a text alone is a structure."""


class Item(Strict):
    """One structure, written out or by name."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["structure"]}, {"required": ["name"]}]}
    )

    structure: Annotated[Text | None, BeforeValidator(_given), WithJsonSchema(STRUCTURE_SCHEMA)] = None
    name: Annotated[
        Annotated[str, StringConstraints(max_length=LONGEST_NAME)] | None,
        BeforeValidator(_given),
        WithJsonSchema(NAME_SCHEMA),
    ] = None
    id: Annotated[OwnId, Field(description="Your own id, handed back.")] = ""

    @model_validator(mode="before")
    @classmethod
    def _written_short(cls, value: object) -> object:
        """A text alone is a structure."""
        return {"structure": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_two(self) -> Item:
        if (self.structure is None) == (self.name is None):
            raise PydanticCustomError("structure_or_name", "structure or name")
        return self

    def plain(self) -> dict[str, str]:
        """For a worker."""
        if self.name is not None:
            return {"name": self.name, "id": self.id}
        return {"structure": self.structure or "", "id": self.id}


class Asked(Strict):
    """The law and day that are asked about."""

    date: Annotated[Day | None, Field(description="The day to decide for; today when left out.")] = None
    law: LawName = "nl"
    lists: Annotated[bool, Field(description="Whether lijst I and II count.")] = True
    lang: Lang = "nl"

    def question(self) -> Question:
        """For a worker; the day is fixed here, so midnight cannot divide a call."""
        return Question(self.law, self.date or dt.date.today(), self.lists, self.lang)
