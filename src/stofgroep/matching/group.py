"""Is a component a member of a group, in which worlds, and by which clauses?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from stofgroep.definition.model import Build, Elsewhere, Exclude, Group
from stofgroep.definition.worlds import Worlds, without
from stofgroep.matching.elsewhere import Cores, Statement, Taken, joined, taken
from stofgroep.matching.embedding import Embedder
from stofgroep.matching.evaluate import Evaluator
from stofgroep.matching.gate import Gate
from stofgroep.matching.graph import Graph
from stofgroep.matching.reasons import of_mass
from stofgroep.matching.skeleton import Skeleton
from stofgroep.matching.trace import ClauseResult, Trace, Why


@dataclass(frozen=True)
class Membership:
    """``worlds`` in which a component is a member; ``excluded``: what keeps it out, by its ``name``.

    ``space`` : the worlds meant, where readings of other groups matter too; None: those of the group
    """

    worlds: int
    excluded: Exclude | Elsewhere | None = None
    name: str = ""
    space: Worlds | None = None


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
    others : by id, the groups that this one speaks of; it may be filled later (:func:`matchers`)
    """

    def __init__(
        self, group: Group, *, gated: bool = True, others: Mapping[str, Matcher] | None = None
    ) -> None:
        self.group = group
        self.gated = gated
        self._others = {} if others is None else others
        self.gate = Gate(group)
        everywhere = group.worlds.all
        named = [Chem.MolFromSmiles(smiles) for e in group.excludes for smiles in e.structures]
        self._named_sizes = frozenset(mol.GetNumAtoms() for mol in named)
        self._named_formulas = frozenset(rdMolDescriptors.CalcMolFormula(mol) for mol in named)
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
            worlds = without(worlds, evaluator.excluded_molecule(skeleton))
        return self._unless_elsewhere(mol, graph, self._unless_named(mol, worlds))

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
        named = self._named(mol) if worlds else None
        if named is None:
            return Membership(worlds)
        exclude, name = named
        kept = without(worlds, exclude.worlds)
        return Membership(kept) if kept else Membership(0, exclude, name)

    def _named(self, mol: Chem.Mol) -> tuple[Exclude, str] | None:
        """The exclusion that names a molecule, and by which name."""
        # canonical SMILES cost more than all other clauses, and only few molecules have such a formula
        if (
            mol.GetNumAtoms() in self._named_sizes
            and rdMolDescriptors.CalcMolFormula(mol) in self._named_formulas
        ):
            structure = Chem.MolToSmiles(mol, isomericSmiles=False)
            for exclude in self.group.excludes:
                if structure in exclude.structures:
                    return exclude, exclude.structures[structure]
        return None

    def _unless_elsewhere(self, mol: Chem.Mol, graph: Graph, found: Membership) -> Membership:
        for clause in self.group.elsewhere:
            if not found.worlds:
                break
            by = self._taken(mol, graph, clause)
            if not by.worlds:
                continue
            statements = [(found.space or self.group.worlds, found.worlds), (by.space, by.worlds)]
            space, kept = joined(statements, lambda has: has[0] and not has[1])
            found = Membership(kept, space=space) if kept else Membership(0, clause, ", ".join(by.groups))
        return found

    def _taken(self, mol: Chem.Mol, graph: Graph, clause: Elsewhere) -> Taken:
        return taken(mol, graph, clause, self.group.worlds, [self._others[id] for id in clause.groups])

    @cached_property
    def _cores(self) -> Cores:
        return Cores(self.group.builds, self.group.worlds.all)

    def core(self, graph: Graph) -> int:
        """Worlds in which the core of the group lies in a component, member or not."""
        return self._cores.find(graph)

    def stated(self, mol: Chem.Mol) -> Statement:
        """Membership as a statement: the worlds it speaks of, and those in which it holds."""
        found = self.membership(mol)
        return found.space or self.group.worlds, found.worlds

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
        named = self._named(mol)
        for exclude in self.group.excludes:
            if named is not None and named[0] is exclude:
                why = (Why("named", measured=named[1]),)
                kept = without(self.group.worlds.all, exclude.worlds)
                results[exclude.text.id] = ClauseResult(exclude.text, kept, graph.everything, why)
            else:
                results[exclude.text.id] = ClauseResult(exclude.text, self.group.worlds.all, 0, ())
        for clause in self.group.elsewhere:
            results[clause.text.id] = self._told(mol, graph, clause)
        failing = sum(not r.worlds and not r.open for r in results.values())
        return Explanation(membership, tuple(self._ordered(results)), failing, True)

    def _told(self, mol: Chem.Mol, graph: Graph, clause: Elsewhere) -> ClauseResult:
        """What an exclusion that speaks of other groups says of a component."""
        by = self._taken(mol, graph, clause)
        if not by.worlds:
            return ClauseResult(clause.text, self.group.worlds.all, 0, ())
        why = Why("core-of" if clause.core_of else "member-of", measured=", ".join(by.groups))
        return ClauseResult(clause.text, 0, graph.everything, (why,), open=by.worlds != by.space.all)

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


def matchers(
    groups: Sequence[Group], beside: Sequence[Group] = (), *, gated: bool = True
) -> tuple[Matcher, ...]:
    """One for each group, knowing of each other what their definitions say of other groups.

    Parameters
    ----------
    groups : those in force
    beside : further groups that these speak of
    """
    known: dict[str, Matcher] = {}
    for group in (*groups, *beside):
        known[group.id] = Matcher(group, gated=gated, others=known)
    return tuple(known[group.id] for group in groups)
