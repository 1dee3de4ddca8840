"""The law: its groups and lists on a given day."""

from __future__ import annotations

from stofgroep.law.law import Law

__all__ = ["Law"]
