"""A report as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import jinja2
from markupsafe import Markup

from stofgroep.report.section import Section, section
from stofgroep.verdict.model import Verdict
from stofgroep.wording import say

__all__ = ["Section", "page", "section"]


def page(sections: Sequence[Section], title: str, lang: str) -> str:
    """The whole report; the same verdicts give the same bytes.

    Parameters
    ----------
    sections : in order; with more than one a summary stands in front
    title : what the report is called
    lang : "nl" or "en"
    """
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("stofgroep.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = lambda message, **values: say(lang, message, **values)
    style = files("stofgroep.report").joinpath("templates/report.css").read_text("utf-8")
    return environment.get_template("report.html.j2").render(
        lang=lang, title=title, sections=sections, style=Markup(style), safe=Markup
    )


def sections_of(verdicts: Sequence[Verdict], lang: str) -> list[Section]:
    """Verdicts, made with ``explain``, as the sections of a report."""
    return [section(number, verdict, lang) for number, verdict in enumerate(verdicts, 1)]
