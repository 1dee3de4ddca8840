"""Mutants that mean the same as the definition, and what in it implies them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Equivalents:
    """``reasons`` : group → mutant → what implies it."""

    reasons: dict[str, dict[str, str]]

    @classmethod
    def read(cls, path: Path) -> Equivalents:
        """Read ``[group.name]`` tables with ``why`` and ``mutants``.

        Raises
        ------
        ValueError : a mutant that stands in it twice, or a table without reason
        """
        reasons: dict[str, dict[str, str]] = {}
        for group, tables in tomllib.loads(path.read_text("utf-8")).items():
            found = reasons.setdefault(group, {})
            for name, table in tables.items():
                if set(table) != {"why", "mutants"} or not table["why"]:
                    raise ValueError(f"{group}.{name} needs why and mutants, and nothing else")
                for mutant in table["mutants"]:
                    if mutant in found:
                        raise ValueError(f"{group}.{name} lists {mutant!r} a second time")
                    found[mutant] = table["why"]
        return cls(reasons)

    def of(self, group: str) -> dict[str, str]:
        """Mutant → reason for one group."""
        return self.reasons.get(group, {})
