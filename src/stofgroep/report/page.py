"""A report as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from stofgroep.report.section import Section, section
from stofgroep.validation.record import Record
from stofgroep.verdict.model import Verdict
from stofgroep.wording import say


def page(sections: Sequence[Section], title: str, lang: str) -> str:
    """The whole report; the same verdicts give the same bytes.

    Parameters
    ----------
    sections : in order; with more than one a summary stands in front
    title : what the report is called
    lang : "nl" or "en"
    """
    # svg texts are made by this package, their words escaped; everything else is escaped here
    return _rendered("report.html.j2", lang, title=title, sections=sections, safe=Markup)


def verification_page(record: Record, conclusion: str, lang: str) -> str:
    """The record of a verification, with room for signatures."""
    return _rendered("verification.html.j2", lang, record=record, conclusion=conclusion)


def sections_of(verdicts: Sequence[Verdict], lang: str) -> list[Section]:
    """Verdicts, made with ``explain``, as the sections of a report."""
    return [section(number, verdict, lang) for number, verdict in enumerate(verdicts, 1)]


def _rendered(template: str, lang: str, **values: Any) -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("stofgroep.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = files("stofgroep.report").joinpath("templates", "report.css").read_text("utf-8")
    found = environment.get_template(template)
    return found.render(lang=lang, say=partial(say, lang), style=Markup(style), **values)
