"""The scenario tests of the groups, run in this process on a changed definition.

A test of ``tests/groups`` is a function with ``pytest.mark.parametrize`` rows and a
few fixtures. Starting pytest for each of several hundred mutants would take hours;
so the functions are called here, with fixtures that answer for the changed group.
``says``, ``npsg_says`` and ``npsg_2025_says`` are answered by the matcher alone; a test that wants a whole
``decider`` gets one. Tests that ask ``npsg_2025_says`` are of the later version of a definition, no others.
"""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

from rdkit import Chem

from stofgroep.definition.model import Group
from stofgroep.definition.worlds import Worlds
from stofgroep.law import Law
from stofgroep.matching.group import Matcher, matchers
from stofgroep.structure import Refusal, completions, parse
from stofgroep.verdict import Decider
from stofgroep.verdict.explain import condition

_LANGUAGE = "en"
_FIXTURES = ("says", "npsg_says", "decider", "on_day")
LATER = "npsg_2025_says"
_OF_MEMBERSHIP = {"says", "npsg_says", LATER}
Pin = Callable[[Worlds, int], int]


@dataclass(frozen=True)
class Scenario:
    """One row of one test.

    ``run`` : raises AssertionError when the definition does not say what the test expects
    ``whole`` : it asks for a whole decider, not only for membership
    """

    name: str
    run: Callable[[Stand], None]
    whole: bool


class Stand:
    """What the tests ask, answered with one group changed.

    Parameters
    ----------
    group : the changed group
    day : the day on which the tests decide
    pinned : worlds → worlds, when readings are pinned; None leaves the answer as it is
    """

    def __init__(self, group: Group, day: dt.date, pinned: Pin | None = None) -> None:
        self.group = group
        self.day = day
        self.pinned = pinned
        others = _all_unchanged(day, self._law) if group.elsewhere else None
        self._matcher = Matcher(group, gated=False, others=others)
        self._tests = _scenario_module()

    def says(self, smiles: str, group: str) -> Any:
        """What one group says of a structure, in the words of the tests."""
        matcher = self._matcher if group == self.group.short else _unchanged(group, self.day, self._law)
        found = [matcher.stated(mol) for mol in _components(smiles)]
        if matcher is self._matcher and self.pinned is not None:
            found = [(space, self.pinned(space, mask)) for space, mask in found]
        found = [(space, mask) for space, mask in found if mask]
        if not found:
            return self._tests.OUT
        ((worlds, mask),) = found
        if mask == worlds.all:
            return self._tests.IN
        likely = "in" if worlds.likely_in(mask) else "out"
        return self._tests.depends(condition(worlds, mask, _LANGUAGE), likely)

    npsg_says = npsg_2025_says = says

    @property
    def _law(self) -> str:
        return self.group.id.partition(".")[0]

    @cached_property
    def decider(self) -> Decider:
        """A decider of the day of the tests."""
        return self.on_day(self.day.isoformat())

    def on_day(self, day: str) -> Decider:
        """A decider of any day."""
        law = Law.at(dt.date.fromisoformat(day), self._law, lists=False)
        groups = tuple(
            self.group if g.id == self.group.id and g.file == self.group.file else g for g in law.groups
        )
        return Decider(replace(law, groups=groups), _LANGUAGE)


def day_of_tests(folder: Path, law: str) -> dt.date:
    """The day on which the tests of the groups of a law decide."""
    days = _module(folder, "conftest")
    return dt.date.fromisoformat(days.TODAY if law == "nl" else days.NPSG_2021)


def scenarios(folder: Path, group: str, fixtures: tuple[str, ...] = _FIXTURES) -> tuple[Scenario, ...]:
    """Every scenario of one group that asks for one of the fixtures, the quickest first.

    They are in the test modules of the group; of the later version also in one whose rows name the group.
    """
    found = []
    for path in sorted(folder.glob("test_*.py")):
        module = _module(folder, path.stem)
        of_module = getattr(module, "GROUP", None)
        if of_module == group or (of_module is None and LATER in fixtures):
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if name.startswith("test_") and function.__module__ == module.__name__:
                    found += list(_of_test(name, function, of_module or group, fixtures))
    return tuple(sorted(found, key=lambda s: s.whole))


def _of_test(
    name: str, function: Callable[..., None], group: str, asked: tuple[str, ...]
) -> Iterator[Scenario]:
    marks = [m for m in getattr(function, "pytestmark", ()) if m.name == "parametrize"]
    rows = [list(_rows(mark)) for mark in marks]
    wanted = set(inspect.signature(function).parameters)
    fixtures = [f for f in asked if f in wanted]
    for combination in product(*rows):
        given = {key: value for _, row in combination for key, value in row.items()}
        if not fixtures or wanted - set(given) - set(fixtures) or hasattr(function, "hypothesis"):
            continue  # asks for something else, such as the same answer with and without a gate
        if given.get("group", group) != group:
            continue
        label = ", ".join(id for id, _ in combination)
        yield Scenario(
            f"{name}[{label}]", _Call(function, given, fixtures), not _OF_MEMBERSHIP.issuperset(fixtures)
        )


@dataclass(frozen=True)
class _Call:
    function: Callable[..., None]
    given: dict[str, Any]
    fixtures: list[str]

    def __call__(self, stand: Stand) -> None:
        self.function(**self.given, **{f: getattr(stand, f) for f in self.fixtures})


def _rows(mark: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    names, values = mark.args[0], mark.args[1]
    names = [n.strip() for n in names.split(",")] if isinstance(names, str) else list(names)
    for row in values:
        id = str(getattr(row, "id", None) or row)
        row = getattr(row, "values", row)
        yield id, dict(zip(names, row if len(names) > 1 or isinstance(row, tuple) else [row], strict=True))


def _module(folder: Path, name: str) -> ModuleType:
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    return importlib.import_module(name)


def _scenario_module() -> ModuleType:
    return importlib.import_module("scenario")


@cache
def _unchanged(group: str, day: dt.date, law: str) -> Matcher:
    return next(Matcher(g) for g in Law.at(day, law, lists=False).groups if g.short == group)


@cache
def _all_unchanged(day: dt.date, law: str) -> dict[str, Matcher]:
    """Every group of a day by id, for a changed one that speaks of others."""
    return {m.group.id: m for m in matchers(Law.at(day, law, lists=False).groups)}


@cache
def _components(smiles: str) -> tuple[Chem.Mol, ...]:
    """The components of a structure, each once."""
    parsed = parse(smiles)
    structure = parsed if isinstance(parsed, Refusal) else completions(parsed)
    if isinstance(structure, Refusal):
        raise AssertionError(f"{smiles}: {structure.reason}")
    unique = {c.smiles: c.mol for completion in structure.completions for c in completion.components}
    return tuple(unique.values())
