"""Change the shipped definitions one clause at a time and see whether a scenario notices.

    python scripts/mutate.py [--keep] [GROUP ...]

Without a GROUP every version of every group is examined. A GROUP is the first version
of it; a later one is asked for as GROUP@DATE, and there only what it says itself is
changed.

Prints the mutants that no scenario of ``tests/groups`` notices. One that cannot be
noticed stands in ``scripts/mutation/equivalents.toml`` with what implies it. The exit
code is 1 when a survivor is not listed there, when a listed one is noticed after all,
or when a scenario fails on the definitions as they are. With ``--keep`` the counts go
to ``scripts/mutation/results.csv``, from which ``make validate`` cites them.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from mutation.equivalents import Equivalents
from mutation.results import Result, keep, of_sources, sha256
from mutation.survivors import Outcome, examine

from stofgroep.definition.binding import cannot_bind
from stofgroep.definition.loader import Vocabulary, load_group
from stofgroep.definition.model import Group
from stofgroep.law.repository import earlier_version

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data" / "smarts"
WORDS = DATA / "vocabulary.toml"
TESTS = ROOT / "tests" / "groups"
KEEP = "--keep"


def definitions(wanted: list[str]) -> list[Path]:
    """The definition files asked for: the first version of a group by its name, any version as NAME@DATE."""
    found = sorted((*DATA.glob("nl/lijst-ia/*/*.toml"), *DATA.glob("npsg/anlage/*/*.toml")))
    first = {path.parent.name: path for path in reversed(found)}
    known = {f"{path.parent.name}@{path.stem}": path for path in found} | first
    if set(wanted) - set(known):
        sys.exit(f"unknown group; known: {', '.join(sorted(known))}")
    return sorted({known[name] for name in wanted or known})


def run(path: Path) -> Outcome:
    """Examine one definition."""
    file = path.relative_to(DATA).as_posix()
    return examine(path.read_bytes(), file, WORDS.read_bytes(), TESTS, resolve=earlier_version)


def group_of(path: Path) -> Group:
    """The definition as it is."""
    words = Vocabulary(WORDS.read_bytes(), "words")
    return load_group(path.read_bytes(), path.relative_to(DATA).as_posix(), words, earlier_version)


def report(path: Path, outcome: Outcome, equivalents: Equivalents) -> bool:
    """Print what became of the mutants of one definition; True if nothing is left to do."""
    listed = equivalents.of(outcome.group)
    left = [id for id in outcome.survivors if id not in listed]
    noticed = [id for id in listed if id not in outcome.survivors]
    total = len(outcome.killed) + len(outcome.survivors)
    print(
        f"{outcome.group}: {outcome.scenarios} scenarios, {total} mutants, {len(outcome.killed)} noticed, "
        f"{len(outcome.survivors) - len(left)} equivalent, {len(left)} survive"
    )
    for id in left:
        print(f"  survives: {id}")
    for id in noticed:
        by = outcome.killed.get(id, "there is no such mutant")
        print(f"  listed as equivalent, but noticed: {id} ({by})")
    for name in outcome.broken:
        print(f"  fails on the definition as it is: {name}")
    for idle in cannot_bind(group_of(path)):
        print(f"  cannot bind: {idle.path}: {idle.what} ({idle.why})")
    return not (left or noticed or outcome.broken)


def result(path: Path, outcome: Outcome, equivalents: Equivalents) -> Result:
    """The counts on one definition."""
    equivalent = sum(id in equivalents.of(outcome.group) for id in outcome.survivors)
    return Result(
        file=path.relative_to(DATA).as_posix(),
        definition_sha256=of_sources(group_of(path).sources),
        vocabulary_sha256=sha256(WORDS.read_bytes()),
        scenarios=outcome.scenarios,
        mutants=len(outcome.killed) + len(outcome.survivors),
        noticed=len(outcome.killed),
        equivalent=equivalent,
        surviving=len(outcome.survivors) - equivalent,
    )


def main(arguments: list[str]) -> int:
    """Examine every definition, each in a process of its own."""
    start = time.monotonic()
    paths = definitions([a for a in arguments if a != KEEP])
    equivalents = Equivalents.read(ROOT / "scripts" / "mutation" / "equivalents.toml")
    with ProcessPoolExecutor() as pool:
        outcomes = zip(paths, pool.map(run, paths), strict=True)
        fine, results = [], []
        for path, outcome in outcomes:
            fine.append(report(path, outcome, equivalents))
            results.append(result(path, outcome, equivalents))
    if KEEP in arguments:
        keep(results)
    print(f"{time.monotonic() - start:.0f} s")
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
