"""Is a component a member of a group, in which worlds, and by which clauses?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdkit import Chem

from stofgroep.definition.model import Build, Exclude, Group
from stofgroep.matching.embedding import Embedder
from stofgroep.matching.evaluate import Evaluator
from stofgroep.matching.gate import Gate
from stofgroep.matching.graph import Graph
from stofgroep.matching.reasons import of_mass
from stofgroep.matching.skeleton import Skeleton
from stofgroep.matching.trace import ClauseResult, Trace, Why


@dataclass(frozen=True)
class Membership:
    """``worlds`` in which a component is a member; ``excluded``: what keeps it out, by its ``name``."""

    worlds: int
    excluded: Exclude | None = None
    name: str = ""


@dataclass(frozen=True)
class Explanation:
    """The embedding that speaks best for membership, clause by clause.

    ``failing`` counts the clauses that hold in no world. Without any embedding
    ``clauses`` holds the parts only, and ``skeleton`` is False.
    """

    membership: Membership
    clauses: tuple[ClauseResult, ...]
    failing: int
    skeleton: bool


NOT_A_MEMBER = Membership(0)


class Matcher:
    """Matches components against one group.

    Parameters
    ----------
    group : the definition
    gated : ask the necessary conditions first; off only to prove that they change nothing
    """

    def __init__(self, group: Group, *, gated: bool = True) -> None:
        self.group = group
        self.gated = gated
        self.gate = Gate(group)
        everywhere = group.worlds.all
        self._named_sizes = frozenset(
            Chem.MolFromSmiles(smiles).GetNumAtoms() for e in group.excludes for smiles in e.structures
        )
        self._builds = [(b, Embedder(b, everywhere), Evaluator(b, everywhere)) for b in group.builds]

    def may_match(self, mol: Chem.Mol) -> bool:
        """See :meth:`Gate.may_match`."""
        return not self.gated or self.gate.may_match(mol)

    def membership(self, mol: Chem.Mol, *, passed: bool = False) -> Membership:
        """Whether a neutral, sanitised component is a member.

        Parameters
        ----------
        passed : the gate was asked of this very component before, as it was read

        Raises
        ------
        TooManyMatches : when a pattern matches too often to be looked at
        """
        if not passed and not self.may_match(mol):
            return NOT_A_MEMBER
        graph = Graph(mol)
        skeletons: list[tuple[Evaluator, Skeleton]] = []
        worlds = 0
        for build, embedder, evaluator in self._builds:
            fits = 0
            for embedding in embedder.find(graph):
                skeleton = Skeleton(graph, build, embedding)
                skeletons.append((evaluator, skeleton))
                fits |= evaluator.fits(skeleton, evaluator.excluded(skeleton))
            if fits:
                worlds |= fits & self._within_limits(build, graph)
        if not worlds:
            return NOT_A_MEMBER
        # what excludes the whole molecule matters only where something is left to exclude
        for evaluator, skeleton in skeletons:
            worlds &= ~evaluator.excluded_molecule(skeleton)
        return self._unless_named(mol, worlds)

    def _within_limits(self, build: Build, graph: Graph, trace: Trace | None = None) -> int:
        worlds = build.worlds
        for limit in build.limits:
            mass = graph.molecular_mass()
            kept = limit.mass.worlds_where(mass)
            if trace is not None:
                trace.note(limit.text, kept, 0, of_mass("mass", mass, limit.mass))
            worlds &= kept
        return worlds

    def _unless_named(self, mol: Chem.Mol, worlds: int) -> Membership:
        # canonical SMILES cost more than all other clauses, and only few molecules have that many atoms
        if worlds and mol.GetNumAtoms() in self._named_sizes:
            name = Chem.MolToSmiles(mol, isomericSmiles=False)
            for exclude in self.group.excludes:
                if name in exclude.structures:
                    return Membership(0, exclude, exclude.structures[name])
        return Membership(worlds)

    def explain(self, mol: Chem.Mol, known: Membership | None = None) -> Explanation:
        """The same with the clauses: of the best fitting embedding, or of the one that fails least.

        ``known`` is the membership of the component where it was found before.

        Raises
        ------
        TooManyMatches : when a pattern matches too often to be looked at
        """
        membership = known or self.membership(mol)
        graph = Graph(mol)
        best: tuple[tuple[int, int, int], Trace] | None = None
        for build, embedder, evaluator in self._builds:
            for embedding in embedder.find(graph):
                trace = Trace()
                member, _ = evaluator.judge(graph, embedding, trace)
                member &= self._within_limits(build, graph, trace)
                failing = sum(not r.worlds for r in trace.results.values())
                merit = (member.bit_count(), -failing, embedding.mask.bit_count())
                if best is None or merit > best[0]:
                    best = (merit, trace)
        if best is None:
            return Explanation(membership, tuple(self._parts(graph)), 0, False)
        results = best[1].results
        for exclude in self.group.excludes:
            if membership.excluded is exclude:
                why = (Why("named", measured=membership.name),)
                results[exclude.text.id] = ClauseResult(exclude.text, 0, graph.everything, why)
            else:
                results[exclude.text.id] = ClauseResult(exclude.text, self.group.worlds.all, 0, ())
        failing = sum(not r.worlds for r in results.values())
        return Explanation(membership, tuple(self._ordered(results)), failing, True)

    def _ordered(self, results: dict[str, ClauseResult]) -> Iterator[ClauseResult]:
        """In the order of the definition, whatever the order in which they were met."""
        for text in self.group.clauses():
            if text.id in results:
                yield results[text.id]

    def _parts(self, graph: Graph) -> Iterator[ClauseResult]:
        """Without a skeleton: which of its parts occur at all, for the build of which most do."""
        best: list[ClauseResult] = []
        for build, embedder, _ in self._builds:
            present = embedder.parts_found(graph)
            results = [
                ClauseResult(p.text, self.group.worlds.all, 0, ())
                if p.name in present
                else ClauseResult(p.text, 0, 0, (Why("part-missing"),))
                for p in build.parts
            ]
            if sum(bool(r.worlds) for r in results) > sum(bool(r.worlds) for r in best) or not best:
                best = results
        yield from best
