"""The OpenAPI description at ``/v1/openapi.json``, in the form that the Dutch API Design Rules ask for."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from stofgroep.api.drafts import DraftTested
from stofgroep.api.headers import API_VERSION
from stofgroep.api.pictures import Picture
from stofgroep.api.problems import MEDIA_TYPE, Problem
from stofgroep.api.receipts import Receipts
from stofgroep.route.routing import Route
from stofgroep.verdict.model import Verdict

PREFIX = "/v1"
_REF = "#/components/schemas/{model}"
# What the way in can answer to any call, whatever the route.
_ANYWHERE = (400, 401, 403, 404, 405, 414, 500, 503)
_WITH_BODY = (408, 413, 415)
_VERSION_HEADER = {
    "description": "Version of this interface.",
    "schema": {"type": "string", "example": API_VERSION},
    "required": True,
}


class Verdicts(BaseModel):
    """One verdict per structure, in order."""

    verdicts: list[Verdict]


def describe(app: FastAPI, keys_needed: bool) -> dict[str, Any]:
    """The description of the application; API keys are part of it where they are needed."""
    whole = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        contact=app.contact,
        license_info=app.license_info,
        servers=[{"url": PREFIX, "description": "Version 1"}],
        tags=app.openapi_tags,
    )
    schemas = whole.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    models = [(m, "serialization") for m in (Verdicts, Picture, DraftTested, Receipts, Problem)]
    _, described = models_json_schema(models, ref_template=_REF)  # type: ignore[arg-type]
    schemas.update(described["$defs"])
    for name, kind in (("Verdict", Verdict), ("Route", Route)):
        plain = TypeAdapter(kind).json_schema(mode="serialization", ref_template=_REF)
        schemas.update(plain.pop("$defs", {}))
        schemas[name] = plain
    whole["components"]["schemas"] = dict(sorted(schemas.items()))
    paths = {}
    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            _complete(operation, method, path)
            if not keys_needed:
                operation.pop("security", None)
        paths[path.removeprefix(PREFIX)] = operations
    whole["paths"] = paths
    if not keys_needed:
        whole["components"].pop("securitySchemes", None)
    # The framework makes this name up for a form.
    renamed: dict[str, Any] = json.loads(json.dumps(whole).replace("Body_startScreening", "ScreeningAsked"))
    return renamed


def _complete(operation: dict[str, Any], method: str, path: str) -> None:
    """Every operation says which problems it has, and that every response has a version."""
    responses: dict[str, Any] = operation["responses"]
    responses.pop("422", None)
    statuses = [*_ANYWHERE, *(_WITH_BODY if "requestBody" in operation else ())]
    if path.endswith("/screenings") and method == "post":
        statuses.append(429)
    if path.endswith("/result"):
        statuses.append(409)
    for status in statuses:
        responses.setdefault(
            str(status),
            {
                "description": "A problem.",
                "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}},
            },
        )
    for response in responses.values():
        response.setdefault("headers", {})["API-Version"] = _VERSION_HEADER
    operation["responses"] = dict(sorted(responses.items()))
