"""Judging one embedding: in which worlds does every atom outside the skeleton have a place?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, permutations

from stofgroep.definition.model import Allowed, AromaticLimit, Build, Closure, Exclude, Rule, Slot, Text
from stofgroep.definition.worlds import covers, without
from stofgroep.matching import reasons
from stofgroep.matching.closing import ring_worlds, speaks_for_itself
from stofgroep.matching.embedding import Embedding
from stofgroep.matching.graph import Graph, Kind, TooManyMatches, bits, union
from stofgroep.matching.measure import chain_worlds
from stofgroep.matching.residue import exact_worlds, head_worlds, may_begin, residue_worlds
from stofgroep.matching.skeleton import Bond, Residue, Skeleton
from stofgroep.matching.trace import Trace, Why

MAX_SLOTS_PERMUTED = 6
_KINDS_KEPT = 1 << 12


class Evaluator:
    """Judges embeddings of one build.

    Parameters
    ----------
    build : the build
    everywhere : mask of all worlds of its group
    """

    def __init__(self, build: Build, everywhere: int) -> None:
        self.build = build
        self.everywhere = everywhere
        self._rule = {slot: rule for rule in build.rules for slot in rule.slots}
        # few kinds of atoms occur, and each of them often
        self._allowed_at = lru_cache(_KINDS_KEPT)(self._allowed)

    def _allowed(self, slot: str, kind: Kind) -> tuple[Allowed, ...]:
        """What of all that a slot allows may begin with an atom of a kind."""
        return tuple(allowed for allowed in self._rule[slot].allow if may_begin(allowed.term, kind))

    def judge(self, graph: Graph, embedding: Embedding, trace: Trace | None = None) -> tuple[int, int]:
        """Two sets of worlds, limits over the whole molecule aside.

        Returns
        -------
        the worlds in which the embedding satisfies the build, and those in which an
        exclusion with the molecule as its scope applies because of this embedding
        """
        skeleton = Skeleton(graph, self.build, embedding)
        out = self.excluded(skeleton, trace)
        return self.fits(skeleton, out, trace), self.excluded_molecule(skeleton)

    def fits(self, skeleton: Skeleton, out: int = 0, trace: Trace | None = None) -> int:
        """The worlds in which a molecule is as the build wants it, those aside in which it is excluded."""
        graph, embedding = skeleton.graph, skeleton.embedding
        result = without(embedding.worlds, out)
        if not result and trace is None:
            return 0
        for atom, limit in self._aromatic(embedding):
            kept = self.everywhere
            if graph.kinds[atom][1]:
                kept = limit.worlds
            if trace is not None:
                key = "not-aromatic" if kept == self.everywhere else "aromatic"
                trace.note(limit.text, kept, 1 << atom, Why(key, atoms=1 << atom))
            result &= kept
        if trace is not None:
            for part in self.build.parts:
                trace.note(part.text, self.everywhere, embedding.parts[part.name].mask)
        for judged in self._judgements(graph, skeleton, trace):
            result &= judged
            if not result and trace is None:
                break
        return result

    def _judgements(self, graph: Graph, skeleton: Skeleton, trace: Trace | None) -> Iterator[int]:
        """Worlds in which each thing holds that must hold, one after the other, the cheap ones first."""
        closed = skeleton.closed_places()
        borne = []
        for atom in bits(skeleton.mask):
            if atom in skeleton.hanging or atom in closed or trace is not None:
                borne.append(atom)
            elif atom in skeleton.slots:
                yield self._bare(skeleton.slots[atom])
        for atom in borne:
            if atom in skeleton.slots or atom in skeleton.hanging or atom in closed:
                yield self._atom(graph, skeleton, atom, closed.get(atom, 0), trace)
        for residue in skeleton.closing:
            yield self._closing(graph, skeleton, residue, trace)
        yield self._totals(graph, skeleton, trace)

    def excluded(self, skeleton: Skeleton, trace: Trace | None = None) -> int:
        """Worlds in which an exclusion takes this embedding."""
        if not skeleton.closing and trace is None:
            return 0  # they speak of rings through slots
        found = 0
        for exclude in self.build.excludes:
            hit = self._excluded(skeleton, exclude)
            if trace is not None:
                why = (Why("excluded"),) if hit else ()
                trace.note(exclude.text, without(self.everywhere, hit), skeleton.mask if hit else 0, *why)
            found |= hit
        return found

    def excluded_molecule(self, skeleton: Skeleton) -> int:
        """Worlds in which an exclusion takes the whole molecule because of this embedding."""
        if not skeleton.closing:
            return 0
        found = 0
        for exclude in self.build.excludes:
            if exclude.molecule & skeleton.embedding.worlds:
                hit = exclude.molecule & self._excluded(skeleton, exclude)
                if hit:
                    found |= hit & self._given(skeleton, exclude)
        return skeleton.embedding.worlds & found

    def _excluded(self, skeleton: Skeleton, exclude: Exclude) -> int:
        """Worlds in which a ring, or a ring system, runs through the two groups of slots."""
        known = skeleton.excluded.get(id(exclude))
        if known is None:
            known = skeleton.excluded[id(exclude)] = self._excludes(skeleton, exclude)
        return known

    def _excludes(self, skeleton: Skeleton, exclude: Exclude) -> int:
        if exclude.through is None:
            return 0
        for residue, first, second in self._rings(skeleton, exclude.through):
            if self._lies_so(skeleton, residue, first, second, exclude):
                return self.everywhere
        if exclude.system and skeleton.closing:
            begin, end = ([s for s in self.build.slots if s.name in names] for names in exclude.through)
            atoms = [a for s in begin for site in s.sites for a in skeleton.embedding.atoms(site)]
            parts = {site[0] for s in end for site in s.sites}
            for part in parts:
                ring = skeleton.embedding.parts[part].mask
                if any(skeleton.graph.is_in_system_annelated_to(atom, ring) for atom in atoms):
                    return exclude.system
        return 0

    def _given(self, skeleton: Skeleton, exclude: Exclude) -> int:
        """Worlds in which the skeleton counts at all: each ring must be one of the closures presupposed."""
        worlds = self.everywhere
        closures = [c for c in self.build.closures if c.name in exclude.given]
        for slots in dict.fromkeys(c.slots for c in closures):
            for residue, first, second in self._rings(skeleton, slots):
                allowed = 0
                for closure in closures:
                    if closure.slots == slots and self._lies_so(skeleton, residue, first, second, closure):
                        allowed |= closure.worlds
                worlds &= allowed
        return worlds

    def _rings(
        self, skeleton: Skeleton, through: tuple[frozenset[str], frozenset[str]]
    ) -> Iterator[tuple[Residue, Bond, Bond]]:
        """Every ring that a residue closes through two groups of slots, sums of two smaller ones left out."""
        for residue in skeleton.closing:
            for first, second in combinations(residue.bonds, 2):
                between = skeleton.between(first.skeleton, second.skeleton, through)
                if between and not skeleton.is_composite(residue, first, second):
                    yield residue, first, second

    def _aromatic(self, embedding: Embedding) -> Iterator[tuple[int, AromaticLimit]]:
        for limit in self.build.aromatic:
            for atom in embedding.atoms(limit.site):
                yield atom, limit

    def _bare(self, slots: tuple[Slot, ...]) -> int:
        """Worlds in which an atom may bear hydrogen alone; a slot that repeats may always be empty there."""
        worlds = self.everywhere
        for slot in slots:
            if slot.open or slot.repeat:
                return self.everywhere
            worlds &= self._rule[slot.name].h
        return worlds

    # -- one skeleton atom ---------------------------------------------------------------

    def _atom(self, graph: Graph, skeleton: Skeleton, atom: int, closed: int, trace: Trace | None) -> int:
        """Worlds in which what hangs on one skeleton atom fits its slots."""
        slots = skeleton.slots.get(atom, ())
        here = skeleton.hanging.get(atom, [])
        if any(slot.open for slot in slots):
            if trace is not None:
                trace.note(self._rule[slots[0].name].text, self.everywhere, _mask(here))
            return self.everywhere
        if not slots:
            if trace is not None:
                why = Why("no-place", atoms=_mask(here), at=1 << atom)
                trace.note(self._part_text(skeleton, atom), 0, _mask(here) | 1 << atom, why)
            return 0
        single = [r for r in here if r.bonds[0].order == 1]
        double = [r for r in here if r.bonds[0].order != 1]
        result = self.everywhere
        for residue in double:
            result &= self._together(graph, slots, residue, trace)
            if not result and trace is None:
                return 0
        return result & self._assign(graph, atom, slots, single, closed + 2 * len(double), trace)

    def _part_text(self, skeleton: Skeleton, atom: int) -> Text:
        for part in self.build.parts:
            if skeleton.embedding.parts[part.name].mask >> atom & 1:
                return part.text
        raise AssertionError("a skeleton atom belongs to a part")

    def _together(self, graph: Graph, slots: tuple[Slot, ...], residue: Residue, trace: Trace | None) -> int:
        """Worlds in which a doubly bonded residue may take two slots of an atom, whose limits it keeps."""
        found = 0
        may = False
        for together in self.build.together:
            taken = [s for s in slots if s.name in together.slots]
            if len(taken) >= 2 or any(s.repeat for s in taken):
                fits = exact_worlds(
                    graph, residue.mask, residue.bonds[0].own, together.allow, (), self.everywhere
                )
                if fits:
                    may = True
                    kept = self._limits_of(graph, residue, taken, None)
                    if kept != self.everywhere and trace is not None:
                        # it is this clause that speaks of the residue, and the rule only where it is too much
                        self._limits_of(graph, residue, taken, trace)
                    fits &= kept
                if trace is not None and fits:
                    trace.note(together.text, fits, residue.mask, Why("doubly-bonded", atoms=residue.mask))
                found |= fits
        if trace is not None and not may:
            why = Why("multiple-bond", atoms=residue.mask)
            trace.note(self._rule[slots[0].name].text, 0, residue.mask, why)
        return found

    def _assign(
        self,
        graph: Graph,
        atom: int,
        slots: tuple[Slot, ...],
        single: list[Residue],
        taken: int,
        trace: Trace | None,
    ) -> int:
        """Worlds in which the residues can be shared out over the slots, in some way.

        ``taken`` places are filled by rings or double bonds; what is left over bears hydrogen.
        """
        repeated = tuple(s for s in slots if s.repeat)
        if repeated:
            if trace is not None and not single and not taken:
                bare = Why("h", repeated[0].name, 0, 1 << atom)
                trace.note(self._rule[repeated[0].name].text, self.everywhere, 0, bare)
            return self._judge_assignment(graph, atom, [(r, repeated[0]) for r in single], [], trace)
        if len(single) + taken > len(slots):
            if trace is not None:
                most = ((self.everywhere, str(len(slots) - taken)),)
                why = Why("places", "", _mask(single), 1 << atom, str(len(single)), most)
                trace.note(self._rule[slots[0].name].text, 0, _mask(single), why)
            return 0
        if len({id(self._rule[s.name]) for s in slots}) == 1:
            spare = list(slots[len(single) + taken :])
            return self._judge_assignment(graph, atom, list(zip(single, slots, strict=False)), spare, trace)
        if len(slots) > MAX_SLOTS_PERMUTED:
            raise TooManyMatches
        assignments = []
        for order in permutations(slots, len(single) + taken):
            spare = [s for s in slots if s not in order]
            assignments.append((list(zip(single, order, strict=False)), spare))
        found = 0
        best: tuple[tuple[int, int], Trace] | None = None
        for assigned, spare in assignments:
            told = None if trace is None else Trace()
            worlds = self._judge_assignment(graph, atom, assigned, spare, told)
            found |= worlds
            if told is not None:
                # of the ways that fail, the one that fails least is what people want to see
                merit = worlds.bit_count(), -sum(not r.worlds for r in told.results.values())
                if best is None or merit > best[0]:
                    best = merit, told
        if trace is not None and best is not None:
            for result in best[1].results.values():
                trace.note(result.text, result.worlds, result.atoms, *result.why)
        return found

    def _judge_assignment(
        self,
        graph: Graph,
        atom: int,
        assigned: list[tuple[Residue, Slot]],
        spare: list[Slot],
        trace: Trace | None,
    ) -> int:
        result = self.everywhere
        for residue, slot in assigned:
            rule = self._rule[slot.name]
            own = residue.bonds[0].own
            allow = self._allowed_at(slot.name, graph.kinds[own])
            worlds = residue_worlds(graph, residue.mask, own, rule, self.everywhere, allow)
            if trace is not None:
                why = reasons.of_residue(graph, residue.mask, own, slot.name, rule, self.everywhere)
                trace.note(rule.text, worlds, residue.mask, *why)
            result &= worlds
            if not result and trace is None:
                return 0
        for slot in spare:
            rule = self._rule[slot.name]
            if trace is not None:
                trace.note(rule.text, rule.h, 0, Why("h" if rule.h else "hydrogen", slot.name, 0, 1 << atom))
            result &= rule.h
        return result

    # -- rings ---------------------------------------------------------------------------

    def _closing(self, graph: Graph, skeleton: Skeleton, residue: Residue, trace: Trace | None) -> int:
        """Worlds in which a residue may close its rings: some closure covers every pair of its bonds."""
        result = self.everywhere
        if not self._speaks_for_itself(graph, skeleton, residue):
            result = self._limits_of_ring(graph, skeleton, residue, trace)
        for first, second in combinations(residue.bonds, 2):
            if not result and trace is None:
                return 0
            result &= self._pair(graph, skeleton, residue, first, second, trace)
        return result

    def _speaks_for_itself(self, graph: Graph, skeleton: Skeleton, residue: Residue) -> bool:
        """Whether closures that say all of a ring allow it, so that the limits of its slots add nothing."""
        closures = [c for c in self.build.closures if speaks_for_itself(c)]
        return bool(closures) and all(
            skeleton.is_composite(residue, first, second)
            or any(
                c.worlds == self.everywhere
                and skeleton.between(first.skeleton, second.skeleton, c.slots)
                and self._covers(graph, skeleton, residue, first, second, c) == self.everywhere
                for c in closures
            )
            for first, second in combinations(residue.bonds, 2)
        )

    def _limits_of_ring(self, graph: Graph, skeleton: Skeleton, residue: Residue, trace: Trace | None) -> int:
        """The limits of every slot that the residue hangs on also bind a residue that closes a ring."""
        slots = [s for bond in residue.bonds for s in skeleton.slots.get(bond.skeleton, ()) if not s.open]
        return self._limits_of(graph, residue, slots, trace)

    def _limits_of(self, graph: Graph, residue: Residue, slots: Iterable[Slot], trace: Trace | None) -> int:
        """Worlds in which a residue that takes several slots keeps the limits of each."""
        result = self.everywhere
        rules = {id(self._rule[s.name]): (s.name, self._rule[s.name]) for s in slots}
        for slot, rule in rules.values():
            kept = self._limits(graph, residue.mask, rule)
            if trace is not None and residue.mask:
                why = reasons.of_ring_residue(graph, residue.mask, slot, rule, self.everywhere)
                trace.note(rule.text, kept, residue.mask, *why)
            result &= kept
        return result

    def _limits(self, graph: Graph, mask: int, rule: Rule) -> int:
        if rule.elements is not None and mask & ~graph.of_elements(rule.elements):
            return 0
        if rule.chain is not None and mask:
            return chain_worlds(graph, mask, rule.chain, self.everywhere)
        return self.everywhere

    def _pair(
        self,
        graph: Graph,
        skeleton: Skeleton,
        residue: Residue,
        first: Bond,
        second: Bond,
        trace: Trace | None,
    ) -> int:
        if skeleton.is_open(first.skeleton) or skeleton.is_open(second.skeleton):
            return self.everywhere
        if skeleton.is_composite(residue, first, second):
            return self.everywhere  # the two smaller rings it is the sum of are judged themselves
        covered = 0
        asked: Closure | None = None
        for closure in self.build.closures:
            if covers(covered, closure.worlds):
                continue
            if skeleton.between(first.skeleton, second.skeleton, closure.slots):
                found = closure.worlds & self._covers(graph, skeleton, residue, first, second, closure)
                if asked is None or not covers(covered, found):
                    asked = closure
                covered |= found
        if trace is not None:
            size = skeleton.ring_size(residue, first, second)
            ends = 1 << first.skeleton | 1 << second.skeleton
            why = reasons.of_ring(residue.mask, ends, size, asked, covered, self.everywhere)
            if asked is not None:
                trace.note(asked.text, covered, residue.mask, why)
            else:
                trace.note(self._part_text(skeleton, first.skeleton), 0, residue.mask, why)
        return covered

    def _covers(
        self, graph: Graph, skeleton: Skeleton, residue: Residue, first: Bond, second: Bond, closure: Closure
    ) -> int:
        worlds = self.everywhere
        if first.order > 1 or second.order > 1:
            worlds &= closure.double
        if closure.shapes or closure.ring is not None:
            worlds &= ring_worlds(graph, skeleton, residue, first, second, closure, self.everywhere)
            if not worlds:
                return 0
        if not self._lies_so(skeleton, residue, first, second, closure):
            return 0
        if closure.heads and residue.mask:
            for bond in (first, second):
                listed = self._listed_there(graph, skeleton, residue, bond, closure)
                worlds &= without(self.everywhere, closure.heads) | listed
        sized = 0
        size = None
        for mask, sizes in closure.sizes:
            if sizes is not None and size is None:
                size = skeleton.ring_size(residue, first, second)
            if sizes is None or size in sizes:
                sized |= mask
        return worlds & sized

    def _lies_so(
        self, skeleton: Skeleton, residue: Residue, first: Bond, second: Bond, clause: Closure | Exclude
    ) -> bool:
        """Whether a ring lies on the ring of a part as the clause speaks of."""
        if clause.kinds is None or clause.on is None:
            return True
        return skeleton.kind(residue, first, second, clause.on) in clause.kinds

    def _listed_there(
        self, graph: Graph, skeleton: Skeleton, residue: Residue, bond: Bond, closure: Closure
    ) -> int:
        """Worlds in which one end of a ring is a group that its slot allows, as if the ring were open."""
        found = 0
        if bond.order > 1:
            return self.everywhere  # whether it may be doubly bonded is another question
        slots = [s for s in skeleton.slots.get(bond.skeleton, ()) if s.name in closure.heads_at]
        for slot in slots:
            allow = self._rule[slot.name].allow
            found |= head_worlds(graph, residue.mask | skeleton.mask, bond.own, allow, self.everywhere)
        return found if slots else self.everywhere

    # -- all residues of a slot together ---------------------------------------------------

    def _totals(self, graph: Graph, skeleton: Skeleton, trace: Trace | None) -> int:
        """Limits over all residues of a slot: how many at least, how heavy at most."""
        result = self.everywhere
        for slot in self.build.slots:
            rule = self._rule[slot.name]
            if not slot.min and rule.mass_sum is None:
                continue
            atoms = {
                atom
                for site in slot.sites
                for atom in skeleton.embedding.atoms(site)
                if slot.elements is None or slot.lies_on(graph.kinds[atom][0])
            }
            if not atoms:
                continue  # this variant of the part lacks the site
            masks = {r.mask for atom in atoms for r in skeleton.hanging.get(atom, [])}
            masks |= {r.mask for r in skeleton.closing if any(b.skeleton in atoms for b in r.bonds)}
            if len(masks) < slot.min:
                result = 0
                if trace is not None:
                    sites = union(1 << a for a in atoms)
                    trace.note(rule.text, 0, sites, Why("hydrogen", slot.name, 0, sites))
            if rule.mass_sum is not None:
                mass = sum(graph.mass(mask) for mask in masks)
                kept = rule.mass_sum.worlds_where(mass)
                if trace is not None:
                    why = reasons.of_mass("mass-sum", mass, rule.mass_sum, union(masks))
                    trace.note(rule.text, kept, union(masks), why)
                result &= kept
        return result


def _mask(residues: list[Residue]) -> int:
    return union(r.mask for r in residues)
