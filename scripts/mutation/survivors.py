"""Which mutants of a group no scenario notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mutation.mutants import mutants
from mutation.scenarios import LATER, Pin, Scenario, Stand, day_of_tests, scenarios
from mutation.toml_text import toml_text
from stofgroep.definition.loader import Vocabulary, load_group, parse_toml
from stofgroep.definition.model import Group
from stofgroep.definition.overlay import EXTENDS, Resolve, read_source
from stofgroep.definition.worlds import Worlds
from stofgroep.errors import DefinitionError


@dataclass(frozen=True)
class Outcome:
    """What became of the mutants of one definition.

    ``group`` : its short name; of a later version with the date
    ``broken`` : scenarios that fail on the definition as it is; they prove nothing
    ``killed`` : mutant → the scenario that noticed it, or the loader
    """

    group: str
    scenarios: int
    broken: tuple[str, ...]
    killed: dict[str, str]
    survivors: tuple[str, ...]


def examine(
    content: bytes,
    file: str,
    words: bytes,
    tests: Path,
    chosen: Callable[[str], bool] = lambda id: True,
    resolve: Resolve | None = None,
) -> Outcome:
    """Run the scenarios of one definition against each of its mutants.

    Of a version that extends an earlier one only what it says itself is changed, and no shared term: the rest
    is that earlier version, with mutants of its own.

    Parameters
    ----------
    content, file : the definition
    words : the shared vocabulary
    tests : the folder of the scenario tests
    chosen : which mutants, by id
    resolve : finds the definition that this one extends
    """
    as_written, shared = parse_toml(content, file), parse_toml(words, "vocabulary.toml")
    data = read_source(content, file, resolve).data
    vocabulary = Vocabulary(words, "vocabulary.toml")
    group = load_group(content, file, vocabulary, resolve)
    name, day = group.short, day_of_tests(tests, group.id.partition(".")[0])
    cases = list(scenarios(tests, group.short))
    if group.in_force_from > day:
        name, day = f"{group.short}@{group.in_force_from.isoformat()}", group.in_force_from
        cases = list(scenarios(tests, group.short, (LATER,)))
    if EXTENDS in as_written:
        said = tuple(_said(as_written))
        wanted = chosen

        def chosen(id: str) -> bool:
            return wanted(id) and _touches(id, said)

    stand = Stand(group, day)
    broken = [case for case in cases if not _passes(case, stand)]
    cases = [case for case in cases if case not in broken]
    killed: dict[str, str] = {}
    survivors: list[str] = []
    for mutant in mutants(data, shared):
        if not chosen(mutant.id):
            continue
        try:
            own = vocabulary
            if mutant.words is not shared:
                own = Vocabulary(toml_text(mutant.words).encode(), "vocabulary.toml")
            changed = load_group(toml_text(mutant.data).encode(), file, own)
        except DefinitionError as error:
            killed[mutant.id] = f"the loader: {error.reason}"
            continue
        _judge(mutant.id, cases, Stand(changed, day), killed, survivors)
    membership = [case for case in cases if not case.whole]
    for id, pinned in _pins(group):
        if chosen(id):
            _judge(id, membership, Stand(group, day, pinned), killed, survivors)
    return Outcome(name, len(cases), tuple(c.name for c in broken), killed, tuple(survivors))


def _judge(
    id: str, cases: list[Scenario], stand: Stand, killed: dict[str, str], survivors: list[str]
) -> None:
    for position, case in enumerate(cases):
        if not _passes(case, stand):
            killed[id] = case.name
            # what noticed this change often notices the next
            if not case.whole:
                cases.insert(0, cases.pop(position))
            return
    survivors.append(id)


def _passes(case: Scenario, stand: Stand) -> bool:
    # a test may fail by any exception when its definition is changed: pytest would call that a failure too
    try:
        case.run(stand)
    except Exception:
        return False
    return True


def _said(table: dict[str, Any], path: str = "") -> Iterator[str]:
    """Dotted path of everything that an overlay says."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _said(value, f"{path}{key}.")
        else:
            yield f"{path}{key}."


def _touches(id: str, said: tuple[str, ...]) -> bool:
    """Whether a mutant changes something that an overlay says, or a table of it."""
    path = f"{id.split(' ', 1)[0]}."
    return any(path.startswith(each) or each.startswith(path) for each in said)


def _pinned(space: Worlds, mask: int, reading: str, option: str) -> int:
    known = any(r.id == reading for r in space.readings)
    return space.pinned(mask, reading, option) if known else mask


def _pins(group: Group) -> Iterator[tuple[str, Pin]]:
    """Each reading pinned to each of its options."""
    for reading in group.readings:
        for option in reading.options:
            yield (
                f"reading.{reading.id} pinned to {option}",
                partial(_pinned, reading=reading.id, option=option),
            )
