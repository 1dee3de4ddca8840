"""Judging one residue: its head, and what hangs on the head."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rdkit import Chem

from stofgroep.definition.model import Allowed, Rule, Term
from stofgroep.definition.worlds import covers
from stofgroep.matching.graph import Graph, Kind, bits, may_be_first
from stofgroep.matching.measure import chain_worlds

_ONWARD = 2  # map number in a pattern


def head_worlds(
    graph: Graph, residue: int, attachment: int, allow: tuple[Allowed, ...], everywhere: int
) -> int:
    """Worlds in which some allowed term fits as *head*, whatever hangs on it ("further substituted")."""
    found = 0
    for entry in allow:
        if not covers(found, entry.worlds) and _is_head(graph, residue, attachment, entry.term):
            found |= entry.worlds
            if found == everywhere:
                break
    return found


def _is_head(graph: Graph, residue: int, attachment: int, term: Term) -> bool:
    if term.kind == "any":
        return True
    if term.kind == "ring":
        return any(_heads(graph, residue, attachment, term))
    for query in term.smarts:
        for match in graph.pattern_at(query, attachment):
            if all(residue >> atom & 1 for atom in match):
                return True
    return False


def exact_worlds(
    graph: Graph,
    residue: int,
    attachment: int,
    allow: tuple[Allowed, ...],
    carrying: tuple[Allowed, ...],
    everywhere: int,
    descend: int = 0,
) -> int:
    """Worlds in which the whole residue is an allowed term with nothing on it but ``carrying``.

    In the worlds of ``descend`` what is carried may carry the same terms again.
    """
    found = 0
    for entry in allow:
        if covers(found, entry.worlds):
            continue
        fits = _term_worlds(graph, residue, attachment, entry.term, carrying, everywhere, descend)
        found |= entry.worlds & fits
        if found == everywhere:
            break
    return found


def _term_worlds(
    graph: Graph,
    residue: int,
    attachment: int,
    term: Term,
    carrying: tuple[Allowed, ...],
    everywhere: int,
    descend: int,
) -> int:
    if term.kind == "any":
        return everywhere
    found = 0
    for head, onward in _heads(graph, residue, attachment, term):
        if term.kind == "linked":
            worlds = _linked(graph, residue, head, onward, term, carrying, everywhere, descend)
        else:
            own = carrying if term.carrying is None else term.carrying
            worlds = _carried(graph, residue, head, term, own, everywhere, descend)
        if worlds and (term.chain is not None):
            worlds &= chain_worlds(graph, residue, term.chain, everywhere)
        for query, most in term.most:
            if worlds:
                inside = {frozenset(m) for m in graph.pattern(query) if all(residue >> a & 1 for a in m)}
                worlds &= most.worlds_where(len(inside))
        found |= worlds
        if found == everywhere:
            break
    return found


def _heads(graph: Graph, residue: int, attachment: int, term: Term) -> Iterator[tuple[int, int]]:
    """Possible heads of a term at the attachment: (mask, atom that goes on)."""
    if term.kind == "ring":
        system = graph.ring_system(attachment)
        if system and not system & ~residue and _ring_fits(graph, system, attachment, term):
            yield system, attachment
        return
    seen = set()
    for query in term.smarts:
        for match in graph.pattern_at(query, attachment):
            if not all(residue >> atom & 1 for atom in match):
                continue
            head = sum(1 << atom for atom in match)
            onward = match[_onward(query)]
            if term.grow is not None:
                head |= graph.component(onward, residue & (graph.at_pattern(term.grow) | 1 << onward))
            if (
                term.carbons is not None
                and (head & graph.of_elements(frozenset({6}))).bit_count() > term.carbons
            ):
                continue
            if (head, onward) not in seen:
                seen.add((head, onward))
                yield head, onward


@cache
def _onward(query: Chem.Mol) -> int:
    """The place in a pattern of the atom that goes on, numbered 2; else that of the attachment."""
    return next((atom.GetIdx() for atom in query.GetAtoms() if atom.GetAtomMapNum() == _ONWARD), 0)


def _ring_fits(graph: Graph, system: int, attachment: int, term: Term) -> bool:
    if term.smarts and not any(graph.pattern_at(q, attachment) for q in term.smarts):
        return False
    atoms = bits(system)
    if term.elements is not None and any(graph.number[a] not in term.elements for a in atoms):
        return False
    if term.hetero is not None and term.hetero != any(graph.number[a] != 6 for a in atoms):
        return False
    single = all(len(graph.ring_sizes(a)) == 1 for a in atoms)
    if term.monocyclic and not single:
        return False
    if term.sizes is not None and any(s not in term.sizes for a in atoms for s in graph.ring_sizes(a)):
        return False
    if term.saturated is not None:
        flat = all(order == 1 for a in atoms for other, order in graph.neighbours[a] if system >> other & 1)
        if flat != term.saturated:
            return False
    carbons = (system & graph.of_elements(frozenset({6}))).bit_count()
    return term.carbons is None or carbons <= term.carbons


def _hanging(graph: Graph, residue: int, head: int) -> Iterator[tuple[int, int, int, int]]:
    """What hangs on a head: (sub-residue, its attachment, head atom, bond order); each bond once."""
    rest = residue & ~head
    for atom in bits(head):
        for other, order in graph.neighbours[atom]:
            if rest >> other & 1:
                yield graph.component(other, rest), other, atom, order


def _carried(
    graph: Graph,
    residue: int,
    head: int,
    term: Term,
    carrying: tuple[Allowed, ...],
    everywhere: int,
    descend: int,
) -> int:
    """Worlds in which everything that hangs on a head is allowed there."""
    worlds = everywhere
    borne = everywhere if not term.bearing else 0
    seen = 0
    for sub, attachment, atom, order in _hanging(graph, residue, head):
        if seen & sub:
            return 0  # closes a ring with the head: no word of the term says so
        seen |= sub
        allowed = carrying
        if term.carrying_on_n is not None and graph.number[atom] == 7:
            allowed = term.carrying_on_n
        allowed = tuple(entry for entry in allowed if entry.term.bond == order)
        fits = exact_worlds(graph, sub, attachment, allowed, (), everywhere)
        if not covers(fits, descend):
            fits |= descend & exact_worlds(graph, sub, attachment, allowed, carrying, everywhere, descend)
        bears = exact_worlds(graph, sub, attachment, term.bearing, carrying, everywhere, descend)
        worlds &= fits | bears
        borne |= bears
        if not worlds:
            return 0
    return worlds & borne


def hanging_worlds(
    graph: Graph,
    residue: int,
    core: int,
    carrying: tuple[Allowed, ...],
    carrying_on_n: tuple[Allowed, ...] | None,
    everywhere: int,
) -> int:
    """Worlds in which everything in a residue but its core hangs on the core and is an allowed term."""
    bearer = Term("core", "group", carrying_on_n=carrying_on_n)
    return _carried(graph, residue, core, bearer, carrying, everywhere, 0)


def _linked(
    graph: Graph,
    residue: int,
    head: int,
    onward: int,
    term: Term,
    carrying: tuple[Allowed, ...],
    everywhere: int,
    descend: int,
) -> int:
    """A linker with exactly one of ``then`` at its far end; what else it bears must be carried."""
    hanging = list(_hanging(graph, residue, head))
    if sum(sub.bit_count() for sub, *_ in hanging) != (residue & ~head).bit_count():
        return 0  # something hangs by two bonds: it closes a ring with the linker
    own = carrying if term.carrying is None else term.carrying
    found = 0
    for chosen in hanging:
        sub, attachment, atom, order = chosen
        if atom != onward or order != 1:
            continue
        worlds = exact_worlds(graph, sub, attachment, term.then, own, everywhere, descend)
        for other, start, _, bond in hanging:
            if worlds and other != sub:
                borne = tuple(entry for entry in own if entry.term.bond == bond)
                worlds &= exact_worlds(graph, other, start, borne, (), everywhere)
        found |= worlds
    return found


def may_begin(term: Term, kind: Kind) -> bool:
    """False only if no head of a term begins with an atom of this kind."""
    return term.kind in ("any", "ring") or any(may_be_first(query, kind) for query in term.smarts)


def residue_worlds(
    graph: Graph,
    residue: int,
    attachment: int,
    rule: Rule,
    everywhere: int,
    allow: tuple[Allowed, ...] | None = None,
) -> int:
    """Worlds in which one residue satisfies a rule.

    ``allow`` : what of all that the rule allows may begin with an atom of this kind, if that is known
    """
    if allow is None:
        allow = rule.allow
    if rule.elements is not None and residue & ~graph.of_elements(rule.elements):
        return 0
    if rule.carry_any:
        worlds = head_worlds(graph, residue, attachment, allow, everywhere)
    else:
        worlds = exact_worlds(graph, residue, attachment, allow, rule.carrying, everywhere, rule.descend)
    if worlds and rule.chain is not None:
        kept = chain_worlds(graph, residue, rule.chain, everywhere)
        if kept != everywhere and rule.unlimited:
            kept |= exact_worlds(graph, residue, attachment, rule.unlimited, (), everywhere)
        worlds &= kept
    return worlds
