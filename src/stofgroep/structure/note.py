"""What was changed or left out on the way from text to substance."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Note:
    """One remark for the reader, rendered by ``say(lang, "structure." + key, **values)``."""

    key: str
    values: dict[str, str] = field(default_factory=dict)
