"""The report of a draft as one HTML file that needs nothing else: pictures, tables and the draft's text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from rdkit import rdBase

import stofgroep
from stofgroep.law import Law
from stofgroep.law.description import list_in_words
from stofgroep.policy import summary
from stofgroep.policy.export import change_text, condition_text, place_text
from stofgroep.policy.impact import Effect, Impact, Result
from stofgroep.policy.pictures import picture
from stofgroep.policy.substances import REFERENCE_SETS
from stofgroep.wording import say

MOST_PICTURES = 150
_EFFECTS = (Effect.CAUGHT, Effect.RELEASED, Effect.DEPENDS, Effect.NOT_ASSESSED)


@dataclass(frozen=True)
class Line:
    """One substance in a table; ``picture`` is SVG, "" where there is none."""

    result: Result
    picture: Markup
    places: str
    condition: str
    failing: tuple[tuple[str, str], ...]


class _Lines:
    """Makes lines, with pictures until there are enough of them."""

    def __init__(self, impact: Impact, lang: str) -> None:
        self._clauses = {c.id: c.words[lang] for c in impact.draft.group.clauses()}
        self._drawn: dict[str, Markup] = {}
        self.left_out = 0

    def of(self, results: Iterable[Result], *, drawn: bool = True) -> list[Line]:
        return [self._line(result, drawn) for result in results]

    def _line(self, result: Result, drawn: bool) -> Line:
        return Line(
            result,
            self._picture(result.substance.structure) if drawn else Markup(""),
            ", ".join(map(place_text, result.places)),
            condition_text(result),
            tuple((id.removeprefix("build."), self._clauses.get(id, "")) for id in result.failing),
        )

    def _picture(self, structure: str) -> Markup:
        if structure not in self._drawn:
            if len(self._drawn) >= MOST_PICTURES:
                self.left_out += 1
                return Markup("")
            # what RDKit draws holds no text of the input, so it is safe to stand in the page
            self._drawn[structure] = Markup(picture(structure))
        return self._drawn[structure]


def as_html(impact: Impact, law: Law, lang: str) -> str:
    """The report as a page.

    Parameters
    ----------
    impact : what the draft does
    law : the law that it was laid beside
    lang : "nl" or "en"
    """
    lines = _Lines(impact, lang)
    effects = [(effect.value, lines.of(impact.having(effect))) for effect in _EFFECTS]
    near = summary.near_misses(impact)
    # the pictures go first to what changes, then to what is caught beside the class it is meant for
    caught = [
        (one.name, lines.of(summary.members(impact, one.name), drawn=one.name != "nps"))
        for one in impact.sets
    ]
    page: Mapping[str, Any] = {
        "impact": impact,
        "group": impact.draft.group,
        "law": law,
        "lang": lang,
        "counts": summary.counts(impact),
        "classes": [c for c in summary.counts_by_class(impact) if c.member or c.depends or c.released],
        "effects": [(name, found) for name, found in effects if found],
        "caught": [(name, found) for name, found in caught if found],
        "near": lines.of(near, drawn=False),
        "hinging": sorted(summary.hinging(impact), key=lambda h: -h.count),
        "untouched": summary.untouched(impact),
        "options": summary.options(impact),
        "ranges": summary.ranges(impact),
        "overlaps": summary.overlaps(impact, law),
        "left_out": lines.left_out,
        "most_pictures": MOST_PICTURES,
        "version": stofgroep.__version__,
        "rdkit": rdBase.rdkitVersion,
    }
    return _environment(lang).from_string(_template()).render(page)


def _template() -> str:
    return files("stofgroep.data").joinpath("policy/report.html.j2").read_text("utf-8")


@cache
def _environment(lang: str) -> Environment:
    # autoescape: every name is text, whatever is in it; an unknown variable is a fault of ours
    found = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.globals["t"] = lambda key, **values: say(lang, f"policy.{key}", **values)
    found.filters["change"] = change_text
    found.filters["names"] = _names
    found.filters["list_name"] = lambda name: list_in_words(name, lang, short=True)
    found.filters["label"] = lambda name: set_label(name, lang)
    return found


def set_label(name: str, lang: str) -> str:
    """What people call a reference set; a file keeps its name."""
    return say(lang, f"policy.set-{name}") if name in REFERENCE_SETS else name


def _names(results: Iterable[Result]) -> str:
    return ", ".join(result.substance.name for result in results)
