"""Result files of several laboratories and periods merged into one twice-yearly overview."""

from __future__ import annotations

from stofgroep.monitoring.overview import Overview, overview
from stofgroep.monitoring.sources import Source, reports, sources

__all__ = ["Overview", "Source", "overview", "reports", "sources"]
