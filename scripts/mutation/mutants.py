"""One change of a definition at a time: whatever the law could have said otherwise."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MASS_STEP = 0.02  # of the limit: one unit up or down would ask for a molecule of exactly that mass
_LIMITED = re.compile(r"^(?P<name>[a-z0-9][\w-]*)<=(?P<carbons>\d+)$")
_RANGE = re.compile(r"^(?P<low>\d+)(-(?P<high>\d+))?$")
_SIZES = ("size", "sizes")
_WORDS = ("text", "definition", "examples", "citation", "basis", "smarts", "grow", "kind_of", "excluding")
_TERM_LISTS = ("allow", "carrying", "carrying_on_n", "then", "bearing", "unlimited")
_LISTS = (*_TERM_LISTS, "ring_systems", "as", "at", "kind", "given", "core_of", "member_of")
_SLOT_LISTS = ("from", "to", "slots", "heads_at")
# keys that may be left out without leaving the rest without sense
_OPTIONAL = {
    "allow_when",
    "atoms",
    "carbons",
    "holding",
    "unlimited",
    "unlimited_when",
    "bearing",
    "behind_ring",
    "carrying",
    "carrying_on_n",
    "carrying_when",
    "chain",
    "descend",
    "double",
    "elements",
    "excluding",
    "hetero",
    "mass_sum",
    "max",
    "min",
    "monocyclic",
    "most",
    "of",
    "open",
    "ring_system",
    "repeat",
    "saturated",
    "size",
    "sizes",
    "unless_member",
    "when",
    "whole_molecule",
}
_CLAUSES = ("variant", "together", "closure", "aromatic", "exclude", "limit", "most")


@dataclass(frozen=True)
class Mutant:
    """A changed definition.

    ``id`` : what was changed, stable over runs: the dotted path and the change
    ``data`` : the definition as plain data
    ``words`` : changed terms of the shared vocabulary
    """

    id: str
    data: dict[str, Any]
    words: dict[str, Any]


def mutants(data: dict[str, Any], vocabulary: dict[str, Any]) -> Iterator[Mutant]:
    """Every mutant of a definition, in the order of the file; then those of the shared terms it names."""
    for path, change, value in _changes(data, ()):
        yield Mutant(f"{'.'.join(path)} {change}", _tidied(_with(data, path, value)), vocabulary)
    shared = vocabulary["term"]
    for name in _named(data, shared):
        for path, change, value in _in_table(shared[name], ("term", name)):
            words = _with(vocabulary, path, value)
            yield Mutant(f"vocabulary.{'.'.join(path)} {change}", data, words)


class _Dropped:
    """Stands for a key that is taken out."""


DROPPED = _Dropped()
_Path = tuple[str, ...]
_Change = tuple[_Path, str, Any]


def _with(data: dict[str, Any], path: _Path, value: Any) -> dict[str, Any]:
    """A copy of the data with one key changed or taken out."""
    result = copy.deepcopy(data)
    table = result
    for step in path[:-1]:
        table = table[step]
    if value is DROPPED:
        del table[path[-1]]
    else:
        table[path[-1]] = value
    return result


def _tidied(data: dict[str, Any]) -> dict[str, Any]:
    """Without what the loader refuses because a change left it without use: it cannot bind either."""
    for build in data["build"].values():
        for rule in build.get("rule", {}).values():
            if "carrying" not in rule and "carrying_when" not in rule:
                rule.pop("descend", None)
            if "chain" not in rule:
                rule.pop("unlimited", None)
                rule.pop("unlimited_when", None)
        for closure in build.get("closure", {}).values():
            if "carrying" not in closure:
                closure.pop("carrying_on_n", None)
            if "heads_at" in closure:
                ends = {*closure["from"], *closure["to"]}
                closure["heads_at"] = [s for s in closure["heads_at"] if s in ends]
                if not closure["heads_at"]:
                    del closure["heads_at"], closure["heads"]
        for kind in ("allow_when", "carrying_when", "unlimited_when"):
            _prune(build, kind)
    for name, build in list(data["build"].items()):
        data["build"][name] = _without_lost_slots(build)
    while True:
        in_use = {k: v for k, v in data.items() if k != "reading"}
        idle = [("reading", r) for r in data.get("reading", {}) if r not in _keys(in_use)]
        for name in data.get("term", {}):
            others = {k: v for k, v in data["term"].items() if k != name}
            if name not in set(_strings({"build": data["build"], "term": others})):
                idle.append(("term", name))
        if not idle:
            return data
        for section, name in idle:
            del data[section][name]


def _prune(build: dict[str, Any], kind: str) -> None:
    """Take out readings of a ``_when`` table that have no option left."""
    for rule in build.get("rule", {}).values():
        if kind in rule:
            rule[kind] = {reading: options for reading, options in rule[kind].items() if options}
            if not rule[kind]:
                del rule[kind]


def _without_lost_slots(build: dict[str, Any]) -> dict[str, Any]:
    """Without the slots of which no variant has a site any more."""
    sites = {
        f"{part}.{site}"
        for part, table in build["part"].items()
        for variant in table.get("variant", {}).values()
        for site in variant["sites"]
    } | {f"{part}.any" for part, table in build["part"].items() if "ring_systems" in table}
    for name, slot in list(build.get("slot", {}).items()):
        if not sites & set(slot["at"]):
            build = _without_slot(build, name)
    return build


def _keys(value: Any) -> set[str]:
    if not isinstance(value, dict):
        return set()
    return set(value).union(*map(_keys, value.values()))


def _changes(data: dict[str, Any], path: _Path) -> Iterator[_Change]:
    for section in ("build", "exclude", "term"):
        for name, table in data.get(section, {}).items():
            if section == "exclude" and "structures" in table:
                for substance in table["structures"]:
                    yield (section, name, "structures", substance), "dropped", DROPPED
            elif section == "exclude":
                yield (section, name), "dropped", DROPPED
                yield from _in_table(table, (section, name))
            else:
                if section == "build" and len(data["build"]) > 1:
                    yield (section, name), "dropped", DROPPED
                yield from _in_table(table, (*path, section, name))


def _in_table(table: dict[str, Any], path: _Path) -> Iterator[_Change]:
    """Changes of everything in one table."""
    for key, value in table.items():
        here = (*path, key)
        if key in _WORDS:
            if key == "smarts" and isinstance(value, list) and len(value) > 1:
                yield from _without_items(value, here)
            continue
        if key in _OPTIONAL and not (
            path[-1] == "chain" and len(table.keys() & {"max", "min"}) == 1 and key in "max min"
        ):
            yield here, "dropped", DROPPED
        if key == "kind" and path[-2:-1] == ("closure",):
            yield path, "kind dropped", {k: v for k, v in table.items() if k not in ("kind", "on")}
        if key == "heads":
            yield path, "heads dropped", {k: v for k, v in table.items() if k not in ("heads", "heads_at")}
        if key == "sites":
            yield from _sites(table, path)
        elif key == "slot":
            yield from _slots(table, value, path)
            yield from _slot_lists(table, value, path)
        elif key in _CLAUSES:
            for name, inner in value.items():
                if key != "variant" or len(value) > 1 or "ring_systems" in table:
                    yield (*here, name), "dropped", DROPPED
                yield from _in_table(inner, (*here, name))
        else:
            yield from _in_value(key, value, here)


def _in_value(key: str, value: Any, path: _Path) -> Iterator[_Change]:
    if isinstance(value, bool):
        return
    if isinstance(value, int | float):
        if key == "bond":
            return
        step = round(value * MASS_STEP) if _is_mass(path) else 1
        yield path, f"+{step}", value + step
        if value >= step:
            yield path, f"-{step}", value - step
    elif isinstance(value, list):
        if _is_term_list(path):
            yield from _terms(value, path)
        elif key in _LISTS and len(value) > 1:
            yield from _without_items(value, path)
    elif isinstance(value, dict):
        yield from _in_table(value, path)
    elif isinstance(value, str):
        if any(step in _SIZES for step in path):
            yield from _range(value, path)
        elif key in ("elements", "of"):
            for symbol in value.split():
                if symbol != "H":
                    yield path, f"without {symbol}", " ".join(s for s in value.split() if s != symbol)


def _is_mass(path: _Path) -> bool:
    return "mass" in path or "mass_sum" in path


def _is_term_list(path: _Path) -> bool:
    return any(step.removesuffix("_when") in _TERM_LISTS for step in path[-3:])


def _without_items(value: list[Any], path: _Path) -> Iterator[_Change]:
    for item in value:
        yield path, f"without {item}", [i for i in value if i != item]


def _terms(value: list[str], path: _Path) -> Iterator[_Change]:
    for term in value:
        rest = [t for t in value if t != term]
        yield path, f"without {term}", rest or DROPPED
        limited = _LIMITED.match(term)
        if limited is not None:
            for step in (1, -1):
                carbons = int(limited["carbons"]) + step
                if carbons:
                    other = f"{limited['name']}<={carbons}"
                    yield path, f"{term} to {other}", [other if t == term else t for t in value]


def _range(value: str, path: _Path) -> Iterator[_Change]:
    found = _RANGE.match(value)
    if found is None:
        return
    low, high = int(found["low"]), int(found["high"] or found["low"])
    for smaller, larger in ((low - 1, high), (low + 1, high), (low, high - 1), (low, high + 1)):
        if smaller <= larger:
            yield path, f"{value} to {smaller}-{larger}", f"{smaller}-{larger}"


def _sites(variant: dict[str, Any], path: _Path) -> Iterator[_Change]:
    """One number less for a site that several numbered atoms form."""
    for site, numbers in variant["sites"].items():
        if isinstance(numbers, list):
            for number in numbers:
                changed = copy.deepcopy(variant)
                changed["sites"][site] = [n for n in numbers if n != number]
                used = {n for v in changed["sites"].values() for n in (v if isinstance(v, list) else [v])}
                if number not in used:
                    changed["smarts"] = changed["smarts"].replace(f":{number}]", "]")
                yield path, f"site {site} without {number}", changed


def _slots(build: dict[str, Any], slots: dict[str, Any], path: _Path) -> Iterator[_Change]:
    """A slot taken away: its places bear hydrogen only."""
    for name, slot in slots.items():
        yield path, f"slot {name} dropped", _without_slot(build, name)
        yield from _in_table(slot, (*path, "slot", name))


def _slot_lists(build: dict[str, Any], slots: dict[str, Any], path: _Path) -> Iterator[_Change]:
    """The slots of one site taken out of a list; one alone changes nothing, for they share their atoms."""
    for section in ("together", "closure", "exclude"):
        for name, table in build.get(section, {}).items():
            for key in _SLOT_LISTS:
                listed = table.get(key, [])
                for site in dict.fromkeys(tuple(slots[s]["at"]) for s in listed):
                    here = [s for s in listed if tuple(slots[s]["at"]) == site]
                    rest = [s for s in listed if s not in here]
                    if rest:
                        yield (*path, section, name, key), f"without {', '.join(here)}", rest


def _without_slot(build: dict[str, Any], slot: str) -> dict[str, Any]:
    changed = copy.deepcopy(build)
    del changed["slot"][slot]
    for section in ("rule", "together", "closure", "exclude"):
        for name, table in list(changed.get(section, {}).items()):
            for key in ("slots", "from", "to", "heads_at"):
                if slot in table.get(key, ()):
                    table[key] = [s for s in table[key] if s != slot]
                    if not table[key]:
                        changed[section].pop(name, None)
    sites = {site for table in changed["slot"].values() for site in table["at"]}
    sites |= {site for table in changed.get("join", {}).values() for site in table["between"]}
    for part, table in changed["part"].items():
        for variant in table.get("variant", {}).values():
            for site in list(variant["sites"]):
                if f"{part}.{site}" not in sites:
                    _unnumbered(variant, site)
    for name, table in list(changed.get("aromatic", {}).items()):
        if table["site"] not in sites:
            del changed["aromatic"][name]
    return changed


def _unnumbered(variant: dict[str, Any], site: str) -> None:
    numbers = variant["sites"].pop(site)
    used = {n for v in variant["sites"].values() for n in (v if isinstance(v, list) else [v])}
    for number in numbers if isinstance(numbers, list) else [numbers]:
        if number not in used:
            variant["smarts"] = variant["smarts"].replace(f":{number}]", "]")


def _named(data: dict[str, Any], shared: dict[str, Any]) -> list[str]:
    """The shared terms that a definition names, also through other terms, in the order of the vocabulary."""
    found: set[str] = set()
    todo = [t for t in _strings(data) if t in shared]
    while todo:
        term = todo.pop()
        if term not in found:
            found.add(term)
            todo += [t for t in _strings({k: shared[term].get(k) for k in _TERM_LISTS}) if t in shared]
    return [name for name in shared if name in found]


def _strings(value: Any) -> Iterator[str]:
    """Names of terms among all texts, without their limits."""
    if isinstance(value, str):
        yield value.split("<=")[0]
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _WORDS:
                yield from _strings(item)
