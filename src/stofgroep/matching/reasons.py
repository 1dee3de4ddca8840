"""Why a clause holds or fails, measured again for people: only where an explanation is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from stofgroep.definition.model import Allowed, ByOption, Chain, Closure, Rule
from stofgroep.matching.graph import Graph
from stofgroep.matching.measure import chain_worlds, longest_chain
from stofgroep.matching.residue import exact_worlds, head_worlds
from stofgroep.matching.trace import Limits, Why


def of_residue(
    graph: Graph, residue: int, attachment: int, slot: str, rule: Rule, everywhere: int
) -> list[Why]:
    """What one residue at a slot is, and how it stands to the elements, groups and chain of the rule."""
    foreign = _foreign(graph, residue, rule)
    if foreign:
        return [Why("elements", slot, foreign)]

    def fitting(allow: tuple[Allowed, ...]) -> int:
        if rule.carry_any:
            return head_worlds(graph, residue, attachment, allow, everywhere)
        return exact_worlds(graph, residue, attachment, allow, rule.carrying, everywhere, rule.descend)

    fits = fitting(rule.allow)
    key = "residue" if fits == everywhere else "head-depends" if fits else "head"
    limited = _limits_of_terms(graph, residue, slot, rule, fitting, everywhere)
    if _is_freed(graph, residue, attachment, rule, everywhere):
        chain = [Why("unlimited", slot, residue)]
    elif fits or (rule.chain is not None and not chain_worlds(graph, residue, rule.chain, everywhere)):
        chain = _chain(graph, residue, slot, rule.chain, everywhere)
    else:
        chain = []  # nobody asks how long a chain is that may not be there at all
    return [Why(key, slot, residue), *limited, *chain]


def of_ring_residue(graph: Graph, residue: int, slot: str, rule: Rule, everywhere: int) -> list[Why]:
    """How a residue that closes a ring stands to the elements and the chain of a rule."""
    foreign = _foreign(graph, residue, rule)
    if foreign:
        return [Why("elements", slot, foreign)]
    return _chain(graph, residue, slot, rule.chain, everywhere)


def of_mass(key: str, mass: float, limit: ByOption, atoms: int = 0) -> Why:
    """A mass in u and its limit."""
    return Why(key, atoms=atoms, measured=f"{mass:.1f}", limits=limits(limit))


def of_ring(atoms: int, ends: int, size: int, closure: Closure | None, covered: int, everywhere: int) -> Why:
    """A ring, its size, and the sizes that the clause allows.

    Parameters
    ----------
    atoms : of the residue that closes the ring (a mask)
    ends : the skeleton atoms between which it does so (a mask)
    closure : the clause that speaks of it, None where none does
    covered : the worlds in which it is allowed
    """
    sizes: Limits = ()
    if closure is not None and any(found is not None for _, found in closure.sizes):
        sizes = tuple((worlds, _span(found)) for worlds, found in closure.sizes)
    key = "ring-allowed" if covered == everywhere else "ring-depends" if covered else "ring"
    return Why(key, "", atoms, ends, str(size), sizes)


def limits(by_option: ByOption) -> Limits:
    """A limit that may differ between readings, as texts."""
    return tuple((worlds, "" if value is None else f"{value:g}") for worlds, value in by_option.values)


def _foreign(graph: Graph, residue: int, rule: Rule) -> int:
    """The atoms of elements that the rule does not allow."""
    return 0 if rule.elements is None else residue & ~graph.of_elements(rule.elements)


def _is_freed(graph: Graph, residue: int, attachment: int, rule: Rule, everywhere: int) -> bool:
    """Whether the rule frees this residue of a chain limit that it does not keep."""
    if rule.chain is None or not rule.unlimited:
        return False
    if chain_worlds(graph, residue, rule.chain, everywhere) == everywhere:
        return False
    return exact_worlds(graph, residue, attachment, rule.unlimited, (), everywhere) == everywhere


def _limits_of_terms(
    graph: Graph,
    residue: int,
    slot: str,
    rule: Rule,
    fitting: Callable[[tuple[Allowed, ...]], int],
    everywhere: int,
) -> list[Why]:
    """The limits inside allowed groups: carbons where they alone keep it out, and the chain."""
    found = []
    in_all = fitting(rule.allow) == everywhere
    carbons = (residue & graph.of_elements(frozenset({6}))).bit_count()
    for allowed in rule.allow:
        term = allowed.term
        if (
            term.carbons is not None
            and not in_all
            and fitting((Allowed(replace(term, carbons=None), allowed.worlds),))
        ):
            most = ((allowed.worlds, str(term.carbons)),)
            if not fitting((allowed,)):
                found.append(Why("carbons", slot, residue, 0, str(carbons), most))
        if term.chain is not None and fitting((Allowed(replace(term, chain=None), allowed.worlds),)):
            return [*found, *_chain(graph, residue, slot, term.chain, everywhere)]
    return found


def _chain(graph: Graph, residue: int, slot: str, chain: Chain | None, everywhere: int) -> list[Why]:
    """The longest chain against its limit; none where no chain is limited."""
    if chain is None or not residue:
        return []
    found = []
    for behind_ring, length in _lengths(graph, residue, chain, everywhere):
        if not length:
            continue
        key = "chain-behind-ring" if behind_ring else "chain"
        for side, limit in (("", chain.max), ("-least", chain.min)):
            if limit is not None:
                found.append(Why(key + side, slot, residue, 0, str(length), limits(limit)))
    return found


def _lengths(graph: Graph, residue: int, chain: Chain, everywhere: int) -> Iterable[tuple[bool, int]]:
    """The longest chain, and where readings differ on it also that behind a ring."""
    counted = residue if chain.of is None else residue & graph.of_elements(chain.of)
    if chain.excluding is not None:
        counted &= ~graph.at_pattern(chain.excluding)
    within = longest_chain(graph, residue, counted, behind_ring=False)
    beyond = longest_chain(graph, residue, counted, behind_ring=True)
    if beyond == within or not residue & graph.ring or not chain.behind_ring:
        return [(False, within)]
    if chain.behind_ring == everywhere:
        return [(False, beyond)]
    return [(False, within), (True, beyond)]


def _span(sizes: frozenset[int] | None) -> str:
    """Ring sizes as a text: 5–7."""
    if sizes is None:
        return ""
    numbers = sorted(sizes)
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}" if len(numbers) < 50 else f"≥ {numbers[0]}"
    return ", ".join(map(str, numbers))
