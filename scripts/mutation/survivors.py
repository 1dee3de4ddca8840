"""Which mutants of a group no scenario notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mutation.mutants import mutants
from mutation.scenarios import Scenario, Stand, day_of_tests, scenarios
from mutation.toml_text import toml_text
from stofgroep.definition.loader import Vocabulary, load_group, parse_toml
from stofgroep.definition.model import Group
from stofgroep.errors import DefinitionError


@dataclass(frozen=True)
class Outcome:
    """What became of the mutants of one definition.

    ``broken`` : scenarios that fail on the definition as it is; they prove nothing
    ``killed`` : mutant → the scenario that noticed it, or the loader
    """

    group: str
    scenarios: int
    broken: tuple[str, ...]
    killed: dict[str, str]
    survivors: tuple[str, ...]


def examine(
    content: bytes, file: str, words: bytes, tests: Path, chosen: Callable[[str], bool] = lambda id: True
) -> Outcome:
    """Run the scenarios of one definition against each of its mutants.

    Parameters
    ----------
    content, file : the definition
    words : the shared vocabulary
    tests : the folder of the scenario tests
    chosen : which mutants, by id
    """
    data, shared = parse_toml(content, file), parse_toml(words, "vocabulary.toml")
    vocabulary = Vocabulary(words, "vocabulary.toml")
    group = load_group(content, file, vocabulary)
    day = day_of_tests(tests, group.id.partition(".")[0])
    stand = Stand(group, day)
    cases = list(scenarios(tests, group.short))
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
    return Outcome(group.short, len(cases), tuple(c.name for c in broken), killed, tuple(survivors))


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


def _pins(group: Group) -> Iterator[tuple[str, Callable[[int], int]]]:
    """Each reading pinned to each of its options."""
    for reading in group.readings:
        for option in reading.options:
            yield (
                f"reading.{reading.id} pinned to {option}",
                partial(group.worlds.pinned, reading=reading.id, option=option),
            )
