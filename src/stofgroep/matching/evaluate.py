"""Evaluating one embedding: in which worlds does every atom outside the skeleton have a place?"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import permutations

from stofgroep.definition.model import Build, Closure, Rule, Slot, Text
from stofgroep.matching.embedding import Embedding
from stofgroep.matching.graph import Graph, bits
from stofgroep.matching.measure import chain_worlds
from stofgroep.matching.residue import exact_worlds, residue_worlds

MAX_SLOTS_PERMUTED = 6


@dataclass
class Trace:
    """What each clause said of one embedding; filled only when an explanation is asked for."""

    worlds: dict[str, int] = field(default_factory=dict)
    atoms: dict[str, int] = field(default_factory=dict)
    why: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)

    def note(self, text: Text, worlds: int, atoms: int, why: str = "") -> None:
        self.texts[text.id] = text
        self.worlds[text.id] = self.worlds.get(text.id, -1) & worlds
        self.atoms[text.id] = self.atoms.get(text.id, 0) | atoms
        if why:
            self.why.setdefault(text.id, []).append(why)


@dataclass(frozen=True)
class Residue:
    """A connected piece outside the skeleton, with its bonds to it: (skeleton atom, own atom, order).

    A direct bond between two skeleton atoms that the skeleton does not draw is
    a residue without atoms: its two bonds are (a, b) and (b, a).
    """

    mask: int
    bonds: tuple[tuple[int, int, int], ...]


class Evaluator:
    """Judges embeddings of one build."""

    def __init__(self, build: Build, everywhere: int) -> None:
        self.build = build
        self.everywhere = everywhere
        self._rule = {slot: rule for rule in build.rules for slot in rule.slots}

    def worlds(self, graph: Graph, embedding: Embedding, trace: Trace | None = None) -> int:
        """Worlds in which the embedding satisfies the build, molecule limits aside."""
        result = embedding.worlds
        if trace is not None:
            for part in self.build.parts:
                trace.note(part.text, self.everywhere, embedding.parts[part.name].mask)
        for aromatic in self.build.aromatic:
            for atom in embedding.atoms(aromatic.site):
                kept = self.everywhere
                if graph.mol.GetAtomWithIdx(atom).GetIsAromatic():
                    kept = aromatic.worlds
                if trace is not None:
                    trace.note(aromatic.text, kept, 1 << atom, "" if kept else "aromatic")
                result &= kept
        slots_at = self._slots_at(embedding)
        hanging, closing = self._residues(graph, embedding)
        closed_at: dict[int, int] = {}
        for closure in closing:
            for atom, _, order in closure.bonds:
                closed_at[atom] = closed_at.get(atom, 0) + max(order, 1)
        for atom in bits(embedding.mask):
            here = hanging.get(atom, ())
            if not here and atom not in closed_at and atom not in slots_at:
                continue
            result &= self._atom(graph, atom, slots_at.get(atom, ()), here, closed_at.get(atom, 0), trace)
            if not result and trace is None:
                return 0
        for closure in closing:
            result &= self._closure(graph, embedding, slots_at, closure, trace)
            if not result and trace is None:
                return 0
        result &= self._counts(graph, embedding, slots_at, hanging, closing, trace)
        for exclude in self.build.excludes:
            if exclude.through is not None and result:
                hit = self.excluded(embedding, slots_at, closing, graph, exclude.through, exclude.composite)
                if trace is not None:
                    trace.note(exclude.text, self.everywhere & ~hit, embedding.mask if hit else 0)
                result &= ~hit
        return result

    def through_worlds(self, graph: Graph, embedding: Embedding) -> int:
        """Worlds in which a whole-molecule exclusion applies because of this embedding."""
        found = 0
        for exclude in self.build.excludes:
            if exclude.molecule and exclude.through is not None:
                slots_at = self._slots_at(embedding)
                _, closing = self._residues(graph, embedding)
                found |= exclude.molecule & self.excluded(
                    embedding, slots_at, closing, graph, exclude.through, exclude.composite
                )
        return found

    def excluded(
        self, embedding: Embedding, slots_at: dict[int, tuple[Slot, ...]], closing: tuple[Residue, ...],
        graph: Graph, through: tuple[frozenset[str], frozenset[str]], composite: int,
    ) -> int:
        """Worlds in which a ring runs through the two groups of slots.

        A ring is *composite* when it only arises as the sum of two smaller rings
        through a third bond of the same residue: then it counts only in the
        worlds of ``composite``.
        """
        hit = 0
        for residue in closing:
            for i, first in enumerate(residue.bonds):
                for second in residue.bonds[i + 1 :]:
                    if not self._between(slots_at, first[0], second[0], through):
                        continue
                    size = _ring_size(graph, embedding, residue, first, second)
                    third = any(
                        bond not in (first, second)
                        and _ring_size(graph, embedding, residue, first, bond) < size
                        and _ring_size(graph, embedding, residue, bond, second) < size
                        for bond in residue.bonds
                    )
                    hit |= composite if third else self.everywhere
        return hit

    def _slots_at(self, embedding: Embedding) -> dict[int, tuple[Slot, ...]]:
        found: dict[int, tuple[Slot, ...]] = {}
        for slot in self.build.slots:
            for site in slot.sites:
                for atom in embedding.atoms(site):
                    found[atom] = (*found.get(atom, ()), slot)
        return found

    def _residues(
        self, graph: Graph, embedding: Embedding
    ) -> tuple[dict[int, tuple[tuple[Residue, int, int], ...]], tuple[Residue, ...]]:
        """Residues with one bond, by skeleton atom; and those that close a ring."""
        outside = graph.everything & ~embedding.mask
        hanging: dict[int, tuple[tuple[Residue, int, int], ...]] = {}
        closing: list[Residue] = []
        seen = 0
        for atom in bits(embedding.mask):
            for other, order in graph.neighbours[atom]:
                if embedding.mask >> other & 1:
                    if atom < other and (atom, other) not in embedding.bonds:
                        closing.append(Residue(0, ((atom, other, order), (other, atom, order))))
                    continue
                if seen >> other & 1:
                    continue
                mask = graph.component(other, outside)
                seen |= mask
                bonds = tuple(
                    (s, a, graph.order[a, s])
                    for a in bits(mask)
                    for s in bits(graph.near[a] & embedding.mask)
                )
                if len(bonds) == 1:
                    hanging[atom] = (*hanging.get(atom, ()), (Residue(mask, bonds), other, order))
                else:
                    closing.append(Residue(mask, bonds))
        return hanging, tuple(closing)

    def _atom(
        self, graph: Graph, atom: int, slots: tuple[Slot, ...],
        here: tuple[tuple[Residue, int, int], ...], closed: int, trace: Trace | None,
    ) -> int:
        """Worlds in which the residues on one skeleton atom fit its slots."""
        single = [(r, a) for r, a, order in here if order == 1]
        double = [(r, a) for r, a, order in here if order == 2]
        if len(single) + len(double) != len(here):
            return 0
        if not slots:
            if trace is not None and (here or closed):
                self._note_closed(trace, here)
            return 0 if here or closed else self.everywhere
        result = self.everywhere
        for residue, attachment in double:
            found = 0
            for together in self.build.together:
                if sum(s.name in together.slots for s in slots) >= 2 or any(
                    s.repeat and s.name in together.slots for s in slots
                ):
                    fits = exact_worlds(
                        graph, residue.mask, attachment,
                        tuple(e for e in together.allow if e.term.bond == 2), (), self.everywhere,
                    )
                    if trace is not None and fits:
                        trace.note(together.text, fits, residue.mask)
                    found |= fits
            if trace is not None and not found:
                trace.note(self._rule[slots[0].name].text, 0, residue.mask, "double bond")
            result &= found
        if not result and trace is None:
            return 0
        repeated = [s for s in slots if s.repeat]
        places = len(slots) - len(repeated) - closed - 2 * len(double)
        if not repeated and len(single) > places:
            if trace is not None:
                trace.note(self._rule[slots[0].name].text, 0, sum(r.mask for r, _ in single), "more residues than places")
            return 0
        return result & self._assign(graph, slots, single, places, bool(repeated), trace)

    def _assign(
        self, graph: Graph, slots: tuple[Slot, ...], single: list[tuple[Residue, int]],
        places: int, repeated: bool, trace: Trace | None,
    ) -> int:
        """Worlds in which the residues can be shared out over the slots, in any way."""
        if trace is not None:
            return self._assign_traced(graph, slots, single, places, repeated, trace)
        rules = {id(self._rule[s.name]) for s in slots}
        if len(rules) == 1:
            rule = self._rule[slots[0].name]
            result = self.everywhere
            for residue, attachment in single:
                result &= residue_worlds(graph, residue.mask, attachment, rule, self.everywhere)[0]
                if not result:
                    return 0
            if not repeated and places > len(single):
                result &= rule.h
            return result
        found = 0
        if len(single) > MAX_SLOTS_PERMUTED:
            return 0
        for order in permutations(slots, len(single)):
            worlds = self.everywhere
            for (residue, attachment), slot in zip(single, order, strict=True):
                worlds &= residue_worlds(graph, residue.mask, attachment, self._rule[slot.name], self.everywhere)[0]
            for slot in slots:
                if slot not in order and not slot.repeat:
                    worlds &= self._rule[slot.name].h
            found |= worlds
        return found

    def _assign_traced(
        self, graph: Graph, slots: tuple[Slot, ...], single: list[tuple[Residue, int]],
        places: int, repeated: bool, trace: Trace,
    ) -> int:
        """The same, taking down what each rule said for the assignment that fails least."""
        best: tuple[int, int, list[tuple[Rule, int, int, str]]] | None = None
        total = 0
        for order in permutations(slots, min(len(single), len(slots))) if not repeated else [()]:
            notes: list[tuple[Rule, int, int, str]] = []
            chosen = order if not repeated else tuple(slots[0] for _ in single)
            for (residue, attachment), slot in zip(single, chosen, strict=True):
                rule = self._rule[slot.name]
                worlds, why = residue_worlds(graph, residue.mask, attachment, rule, self.everywhere)
                notes.append((rule, worlds, residue.mask, why))
            spare = places - len(single)
            for slot in slots:
                if not slot.repeat and slot not in chosen and spare > 0:
                    rule = self._rule[slot.name]
                    notes.append((rule, rule.h, 0, "" if rule.h else "hydrogen"))
                    spare -= 1
            worlds = self.everywhere
            for _, w, _, _ in notes:
                worlds &= w
            total |= worlds
            failing = sum(not w for _, w, _, _ in notes)
            if best is None or (failing, -worlds.bit_count()) < best[:2]:
                best = (failing, -worlds.bit_count(), notes)
        for rule, worlds, mask, why in best[2] if best else ():
            trace.note(rule.text, worlds, mask, why)
        return total

    def _note_closed(self, trace: Trace, here: tuple[tuple[Residue, int, int], ...]) -> None:
        """A residue where the skeleton has no slot: blame the part that draws the atom."""
        text = self.build.parts[0].text
        trace.note(text, 0, sum(r.mask for r, _, _ in here), "no substituent allowed here")

    def _between(
        self, slots_at: dict[int, tuple[Slot, ...]], a: int, b: int,
        pair: tuple[frozenset[str], frozenset[str]],
    ) -> bool:
        at_a = {s.name for s in slots_at.get(a, ())}
        at_b = {s.name for s in slots_at.get(b, ())}
        return bool((at_a & pair[0] and at_b & pair[1]) or (at_a & pair[1] and at_b & pair[0]))

    def _closure(
        self, graph: Graph, embedding: Embedding, slots_at: dict[int, tuple[Slot, ...]],
        residue: Residue, trace: Trace | None,
    ) -> int:
        """Worlds in which every pair of the residue's bonds is covered by some closure rule."""
        result = self.everywhere
        for atom, _, _ in residue.bonds:
            for slot in slots_at.get(atom, ()):
                rule = self._rule[slot.name]
                if rule.elements is not None and residue.mask & ~graph.of_elements(rule.elements):
                    result = 0
                if rule.chain is not None and residue.mask:
                    result &= chain_worlds(graph, residue.mask, rule.chain, self.everywhere)
                if not result:
                    if trace is not None:
                        trace.note(rule.text, 0, residue.mask, "ring residue over a limit")
                    return 0
        bonds = residue.bonds
        for i, first in enumerate(bonds):
            for second in bonds[i + 1 :]:
                covered = 0
                best: Closure | None = None
                for closure in self.build.closures:
                    if closure.worlds & ~covered and self._between(slots_at, first[0], second[0], closure.slots):
                        best = best or closure
                        covered |= closure.worlds & self._covers(graph, embedding, residue, first, second, closure)
                if trace is not None:
                    if best is not None:
                        trace.note(best.text, covered, residue.mask, "" if covered else "ring not allowed here")
                    else:
                        text = self.build.closures[0].text if self.build.closures else self.build.parts[0].text
                        trace.note(text, 0, residue.mask, "ring not allowed here")
                result &= covered
                if not result and trace is None:
                    return 0
        return result

    def _covers(
        self, graph: Graph, embedding: Embedding, residue: Residue,
        first: tuple[int, int, int], second: tuple[int, int, int], closure: Closure,
    ) -> int:
        if closure.ends is not None and residue.mask:
            if not any(graph.number[end] in closure.ends for end in (first[1], second[1])):
                return 0
        worlds = self.everywhere
        if 2 in (first[2], second[2]) or 3 in (first[2], second[2]):
            worlds &= closure.double
        if closure.shapes and not any(
            residue.mask == sum(1 << match[i] for i in _unnumbered(shape))
            and {first[0], second[0]} == {match[i] for i in _numbered(shape)}
            for shape in closure.shapes
            for match in graph.pattern(shape)
        ):
            return 0
        sized = 0
        size = None
        for mask, sizes in closure.sizes:
            if sizes is not None and size is None:
                size = _ring_size(graph, embedding, residue, first, second)
            if sizes is None or size in sizes:
                sized |= mask
        return worlds & sized

    def _counts(
        self, graph: Graph, embedding: Embedding, slots_at: dict[int, tuple[Slot, ...]],
        hanging: dict[int, tuple[tuple[Residue, int, int], ...]], closing: tuple[Residue, ...], trace: Trace | None,
    ) -> int:
        """Limits over all residues of a slot together: how many at least, how heavy at most."""
        result = self.everywhere
        for slot in self.build.slots:
            rule = self._rule[slot.name]
            if not slot.min and rule.mass_sum is None:
                continue
            atoms = {atom for site in slot.sites for atom in embedding.atoms(site)}
            masks = {r.mask for atom in atoms for r, _, _ in hanging.get(atom, ())}
            masks |= {r.mask for r in closing if any(atom in atoms for atom, _, _ in r.bonds)}
            if len(masks) < slot.min:
                result = 0
                if trace is not None:
                    trace.note(rule.text, 0, 0, "hydrogen")
            if rule.mass_sum is not None:
                mass = sum(graph.mass(mask) for mask in masks)
                kept = rule.mass_sum.worlds_where(mass)
                if trace is not None:
                    trace.note(rule.text, kept, 0, "" if kept else f"mass {mass:.1f} u")
                result &= kept
        return result


def _numbered(shape: object) -> tuple[int, ...]:
    return tuple(a.GetIdx() for a in shape.GetAtoms() if a.GetAtomMapNum())  # type: ignore[attr-defined]


def _unnumbered(shape: object) -> tuple[int, ...]:
    return tuple(a.GetIdx() for a in shape.GetAtoms() if not a.GetAtomMapNum())  # type: ignore[attr-defined]


def _ring_size(
    graph: Graph, embedding: Embedding, residue: Residue,
    first: tuple[int, int, int], second: tuple[int, int, int],
) -> int:
    """Size of the smallest ring through two bonds of a residue: a path outside plus a path in the skeleton."""
    if not residue.mask:
        inner = _distance_without(graph, embedding, first[0], second[0])
        return inner + 1
    outer = graph.distance(first[1], second[1], residue.mask)
    inner = graph.distance(first[0], second[0], embedding.mask)
    return outer + inner + 2


def _distance_without(graph: Graph, embedding: Embedding, start: int, goal: int) -> int:
    """Shortest path in the skeleton that does not use the direct bond."""
    reached = [
        graph.distance(other, goal, embedding.mask & ~(1 << start))
        for other in bits(graph.near[start] & embedding.mask & ~(1 << goal))
    ]
    return 1 + min((d for d in reached if d >= 0), default=-2)


