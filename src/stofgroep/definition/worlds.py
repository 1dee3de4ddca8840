"""Readings of a text as sets of worlds.

A *world* is one option per reading. A set of worlds is a Python ``int`` used as
a bit mask: bit *w* is set when the statement holds in world *w*. AND, OR and
AND NOT on masks are then exact for any interplay of readings, in one pass.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

_CONDITIONS_KEPT = 4096


@dataclass(frozen=True)
class Reading:
    """A question the text leaves open, its options with an argument each, and the likely one."""

    id: str
    question: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]
    likely: str


class Worlds:
    """The worlds spanned by the readings of one definition.

    Parameters
    ----------
    readings : the readings in the order of the file; no reading gives one world
    """

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self.readings = readings
        self._count = math.prod(len(r.options) for r in readings)
        self.all = (1 << self._count) - 1
        self._option_mask: dict[tuple[str, str], int] = {}
        self.likely = 0
        # worlds count like digits, the options of the last reading first: an option holds in blocks of
        # ``stride`` worlds, which come back every ``period`` worlds
        stride = self._count
        for reading in readings:
            period, stride = stride, stride // len(reading.options)
            repeated = self.all // ((1 << period) - 1) * ((1 << stride) - 1)
            for place, option in enumerate(reading.options):
                self._option_mask[reading.id, option] = repeated << place * stride
            self.likely += list(reading.options).index(reading.likely) * stride
        # few masks occur, and each of them often
        self._conditions = lru_cache(_CONDITIONS_KEPT)(self._shortest)

    def where(self, when: Mapping[str, tuple[str, ...]]) -> int:
        """Mask of the worlds in which every named reading has one of the named options."""
        mask = self.all
        for reading, options in when.items():
            allowed = 0
            for option in options:
                allowed |= self._option_mask[reading, option]
            mask &= allowed
        return mask

    def pinned(self, mask: int, reading: str, option: str) -> int:
        """The statement with one reading settled: everywhere as it was with that option."""
        position = [r.id for r in self.readings].index(reading)
        options = list(self.readings[position].options)
        # the worlds run through the options of the last reading first, as digits do
        stride = math.prod(len(r.options) for r in self.readings[position + 1 :])
        first = (mask & self._option_mask[reading, option]) >> options.index(option) * stride
        return sum(first << place * stride for place in range(len(options)))

    def likely_in(self, mask: int) -> bool:
        """Whether the statement holds when every reading has its likely option."""
        return bool(mask >> self.likely & 1)

    def matters(self, mask: int) -> tuple[Reading, ...]:
        """The readings of which switching only that option changes the statement in some world."""
        if mask in (0, self.all):
            return ()
        found = []
        stride = self._count
        for reading in self.readings:
            # worlds count like digits, the last reading fastest: the next option lies one stride on
            stride //= len(reading.options)
            first = self._option_mask[reading.id, next(iter(reading.options))]
            if any((mask ^ mask >> stride * step) & first for step in range(1, len(reading.options))):
                found.append(reading)
        return tuple(found)

    def condition(self, mask: int) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The shortest list of option combinations under which the statement holds.

        Returns a disjunction of conjunctions of (reading, option); empty when
        the statement holds everywhere or nowhere. Greedy over the implicants
        from short to long, in the order of the readings, so it is stable.
        """
        return self._conditions(mask)

    def _shortest(self, mask: int) -> tuple[tuple[tuple[str, str], ...], ...]:
        readings = self.matters(mask)
        if not readings:
            return ()
        chosen: list[tuple[tuple[str, str], ...]] = []
        covered = 0
        for size in range(1, len(readings) + 1):
            implicants = []
            for subset in combinations(readings, size):
                for options in product(*(tuple(r.options) for r in subset)):
                    term = tuple((r.id, o) for r, o in zip(subset, options, strict=True))
                    span = self.where({r: (o,) for r, o in term})
                    if covers(mask, span):
                        implicants.append((term, span))
            while covered != mask:
                term, span = max(
                    implicants, key=lambda i: without(i[1], covered).bit_count(), default=((), 0)
                )
                if covers(covered, span):
                    break
                chosen.append(term)
                covered |= span
            if covered == mask:
                break
        return tuple(chosen)


def without(worlds: int, others: int) -> int:
    """Those of some worlds that are not among others.

    As ``worlds & ~others``, which takes eight times as long where there are thousands of worlds: the
    complement of a large int is a negative one, to which bits are applied the slow way.
    """
    return worlds ^ (worlds & others) if others else worlds


def covers(worlds: int, others: int) -> bool:
    """Whether all of some other worlds are among these."""
    return worlds & others == others if worlds else not others


def combined(
    statements: Sequence[tuple[Worlds, int]], holds: Callable[[Sequence[bool]], bool]
) -> tuple[Worlds, int]:
    """A statement made of others that may each be about readings of their own.

    Parameters
    ----------
    statements : each as its worlds and the mask of those in which it holds
    holds : whether the whole holds, from whether each of them does

    Returns
    -------
    the worlds spanned by the readings on which any of them depends (readings of one id are
    one question, with the same options), and the mask of those in which the whole holds
    """
    questions = {r.id: r for worlds, mask in statements for r in worlds.matters(mask)}
    space = Worlds(tuple(questions.values()))
    known: list[dict[tuple[str, ...], bool]] = [{} for _ in statements]
    asked = [tuple(r.id for r in worlds.matters(mask)) for worlds, mask in statements]
    result = 0
    for bit, options in enumerate(product(*(tuple(r.options) for r in questions.values()))):
        world = dict(zip(questions, options, strict=True))
        values = []
        for (worlds, mask), ids, seen in zip(statements, asked, known, strict=True):
            own = tuple(world[id] for id in ids)
            if own not in seen:
                where = {id: (option,) for id, option in zip(ids, own, strict=True)}
                seen[own] = bool(worlds.where(where) & mask)
            values.append(seen[own])
        if holds(values):
            result |= 1 << bit
    return space, result


def combinations_of(statements: Sequence[tuple[Worlds, int]]) -> int:
    """How many worlds :func:`combined` would look at."""
    questions = {r.id: r for worlds, mask in statements for r in worlds.matters(mask)}
    return math.prod(len(r.options) for r in questions.values())
