"""What an operator may set: limits, folders, keys; every one from an environment variable STOFGROEP_*."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from stofgroep.errors import UsageError
from stofgroep.structure import Limits

PREFIX = "STOFGROEP_"
_SHORTEST_KEY = 16


def _cores() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _default_folder() -> Path:
    """A folder of the user's own, where caches belong."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "stofgroep"


class Settings(BaseModel):
    """All settings of the service. Times are in seconds, sizes in bytes unless the name says otherwise."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    workers: Annotated[int, Field(ge=1, le=256, description="Worker processes for calls.")] = Field(
        default_factory=_cores
    )
    isolated_workers: Annotated[
        int, Field(ge=1, le=64, description="Worker processes for structures that may never come back.")
    ] = 1
    job_workers: Annotated[int, Field(ge=1, le=256, description="Worker processes for screenings.")] = Field(
        default_factory=_cores
    )
    items: Annotated[int, Field(ge=1, description="Structures per call.")] = 1_000
    body_bytes: Annotated[int, Field(ge=1_024, description="Size of a JSON body.")] = 8 * 1024 * 1024
    upload_bytes: Annotated[int, Field(ge=1_024, description="Size of an uploaded file.")] = 64 * 1024 * 1024
    unpacked_bytes: Annotated[
        int, Field(ge=1_024, description="Size of an uploaded file when it is unpacked.")
    ] = 1024 * 1024 * 1024
    body_seconds: Annotated[float, Field(gt=0, description="Longest silence while a body arrives.")] = 30.0
    calls: Annotated[int, Field(ge=1, description="Calls carried out at the same time.")] = 64
    call_seconds: Annotated[float, Field(gt=0, description="Time for all structures of one call.")] = 120.0
    molecule_seconds: Annotated[float, Field(ge=1, description="Time for one structure.")] = Limits.seconds
    molecule_memory_mb: Annotated[int, Field(ge=128, description="Memory for one structure, in MiB.")] = (
        Limits.memory_mb
    )
    task_seconds: Annotated[
        float, Field(ge=1, description="Time to try a draft, or to check an uploaded file.")
    ] = 30.0
    jobs: Annotated[int, Field(ge=1, description="Screenings kept at the same time.")] = 100
    running_jobs: Annotated[int, Field(ge=1, description="Screenings that run at the same time.")] = 2
    job_hours: Annotated[float, Field(gt=0, description="Hours that a finished screening is kept.")] = 24.0
    data_folder: Annotated[Path, Field(description="Where screenings and the ledger are kept.")] = Field(
        default_factory=_default_folder
    )
    ledger: Annotated[bool, Field(description="Keep every receipt.")] = False
    ledger_days: Annotated[float, Field(ge=0, description="Days that receipts are kept; 0 is for ever.")] = 0
    api_keys: Annotated[
        tuple[SecretStr, ...], Field(description="Keys that clients may use; none means open.")
    ] = ()
    admin_key: Annotated[
        SecretStr | None, Field(description="The key that may prune the ledger; none means nobody.")
    ] = None
    hosts: Annotated[tuple[str, ...], Field(description="Host names the service answers to; * is any.")] = (
        "*",
    )
    contact_name: Annotated[str, Field(description="Whom users of this service ask.")] = "stofgroep"
    contact_url: Annotated[str, Field(description="Where they find help.")] = "https://localhost/"
    contact_email: Annotated[str, Field(description="Where they write to.")] = "stofgroep@localhost"

    @field_validator("api_keys", "hosts", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        """A text with commas is several values."""
        if isinstance(value, str):
            return tuple(part for part in (piece.strip() for piece in value.split(",")) if part)
        return value

    @field_validator("api_keys", "admin_key")
    @classmethod
    def _long_enough(cls, value: tuple[SecretStr, ...] | SecretStr | None) -> object:
        keys = value if isinstance(value, tuple) else () if value is None else (value,)
        if any(len(key.get_secret_value()) < _SHORTEST_KEY for key in keys):
            raise ValueError(f"a key has at least {_SHORTEST_KEY} characters")
        return value

    @property
    def limits(self) -> Limits:
        """Limits on one structure, as the library takes them."""
        return Limits(seconds=self.molecule_seconds, memory_mb=self.molecule_memory_mb)

    def shown(self) -> dict[str, Any]:
        """What anyone may see: no keys, no folders of this machine."""
        hidden = {"api_keys", "admin_key", "data_folder", "hosts"}
        shown = self.model_dump(mode="json", exclude=hidden)
        return shown | {"keys_needed": bool(self.api_keys)}


def variable(name: str) -> str:
    """The environment variable of a setting: ``"job_hours"`` → ``"STOFGROEP_JOB_HOURS"``."""
    return PREFIX + name.upper()


def from_environment(environment: Mapping[str, str], **given: Any) -> Settings:
    """Settings from STOFGROEP_* variables; ``given`` comes before them.

    Raises
    ------
    UsageError : for unknown variables and wrong values, all of them together
    """
    known = {variable(name): name for name in Settings.model_fields}
    set_ = {name: text for name, text in environment.items() if name.startswith(PREFIX)}
    wrong = [f"{name} is no setting" for name in sorted(set(set_) - set(known))]
    values: dict[str, Any] = {known[name]: text for name, text in set_.items() if name in known}
    values.update({name: value for name, value in given.items() if value is not None})
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        # The value itself may be a key: it is not repeated.
        wrong += [f"{variable(str(e['loc'][0]))}: {e['msg']}" for e in error.errors(include_input=False)]
    if wrong:
        raise UsageError("; ".join(wrong))
    return settings
