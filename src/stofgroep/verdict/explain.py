"""Clauses and readings in words, with the atoms they speak of."""

from __future__ import annotations

from rdkit import Chem

from stofgroep.definition.worlds import Worlds
from stofgroep.matching.graph import bits
from stofgroep.matching.group import Explanation, Matcher
from stofgroep.matching.trace import ClauseResult
from stofgroep.verdict.model import Clause, Hinge, NearMiss
from stofgroep.wording import say

_BASES = ("text", "parallel", "reconstruction")


def in_canonical_order(smiles: str) -> Chem.Mol:
    """The component in the atom order of its canonical SMILES: atom numbers do not depend on the input."""
    return Chem.MolFromSmiles(smiles)


def clauses(explanation: Explanation, everywhere: int, lang: str) -> tuple[Clause, ...]:
    """The clause tree of a group for one component."""
    return tuple(_clause(result, everywhere, lang) for result in explanation.clauses)


def _clause(result: ClauseResult, everywhere: int, lang: str) -> Clause:
    holds = "yes" if result.worlds == everywhere else "depends" if result.worlds else "no"
    if result.open:
        holds = "depends"
    return Clause(
        id=result.text.id,
        citation=result.text.citation,
        basis=result.text.basis,
        text=result.text.words[lang],
        holds=holds,
        atoms=tuple(bits(result.atoms)),
        why="; ".join(say(lang, f"verdict.why-{why.key}", **dict(why.values)) for why in result.why),
    )


def weakest_basis(found: tuple[Clause, ...], otherwise: str) -> str:
    """The basis of a finding: that of the least certain clause it rests on."""
    return max((c.basis for c in found), key=_BASES.index, default=otherwise)


def near_miss(matcher: Matcher, smiles: str, lang: str) -> NearMiss:
    """How a component comes closest to a group it is no member of."""
    explanation = matcher.explain(in_canonical_order(smiles))
    found = clauses(explanation, matcher.group.worlds.all, lang)
    failing = tuple(c.id for c in found if c.holds == "no")
    return NearMiss(matcher.group.short, smiles, failing, explanation.skeleton, found)


def condition(worlds: Worlds, mask: int, lang: str) -> str:
    """The shortest condition under which a statement holds, in words; "" when it always or never does."""
    terms = worlds.condition(mask)
    both = f" {say(lang, 'verdict.and')} "
    either = f" {say(lang, 'verdict.or')} "
    return either.join(both.join(f"{reading} = {option}" for reading, option in term) for term in terms)


def hinges(worlds: Worlds, mask: int, lang: str) -> tuple[Hinge, ...]:
    """The readings that matter, with the argument for each option."""
    return tuple(
        Hinge(
            kind="reading",
            id=reading.id,
            question=reading.question[lang],
            options=tuple(f"{option}: {argument[lang]}" for option, argument in reading.options.items()),
            likely=reading.likely,
        )
        for reading in worlds.matters(mask)
    )
