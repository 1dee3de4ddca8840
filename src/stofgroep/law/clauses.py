"""The closing clauses of lijst I applied to one molecule on one date."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rdkit import Chem

from stofgroep.law.closings import ClosingClause, Derivations, Pentavalent
from stofgroep.law.entries import Entry, Force
from stofgroep.law.hits import Found
from stofgroep.law.list_gate import owner
from stofgroep.law.rows import Row, RowFinder
from stofgroep.matching.derivation import Fill, Way
from stofgroep.matching.graph import Graph, matches
from stofgroep.matching.sites import Pattern, fits
from stofgroep.matching.stereo import Judged, Meant, settled

if TYPE_CHECKING:
    from stofgroep.law.lists import Lists

_CARBON, _OXYGEN = 6, 8


def _both_in_force(first: Force, second: Force) -> Force:
    ends = [f.until for f in (first, second) if f.until is not None]
    return Force(
        max(first.since_earliest, second.since_earliest),
        max(first.since_latest, second.since_latest),
        min(ends, default=None),
    )


class ClauseFinder:
    """Finds the closing clauses a molecule meets on one date.

    Parameters
    ----------
    lists : the clauses, and the rows whose ethers and esters count
    rows : finds rows on the same date
    """

    def __init__(self, lists: Lists, rows: RowFinder, date: dt.date) -> None:
        self._closings = lists.closings
        self._parents = lists.parents
        self._gate = lists.gate
        self._rows = rows
        self._entries = lists.by_key
        self._date = date
        self._everywhere = self._closings.worlds.all

    def enantiomer(self, mirrored: Iterable[Entry]) -> list[Found]:
        """The clause on enantiomers, for rows of which a molecule is the mirror image."""
        for clause, _ in self._rules():
            for entry in mirrored:
                if entry.list == self._closings.list:
                    return self._best([self._found(clause, "enantiomer", self._everywhere, entry)])
        return []

    def find(self, mol: Chem.Mol, possible: frozenset[str]) -> list[Found]:
        """One finding per clause; ethers and esters only where no other clause settles the matter.

        Parameters
        ----------
        mol : a settled component
        possible : owners that the gate leaves possible
        """
        if not self._closings.force.possible(self._date):
            return []
        graph = Graph(mol)
        found: list[Found] = []
        derived: list[Found] = []
        for clause in self._closings.clauses:
            patterns = [p for p in clause.patterns if owner(clause.id, p.name) in possible]
            members = [f for pattern in patterns for f in self._pattern(graph, clause, pattern)]
            found += self._best(f for f in members if f.clause == clause.id)
            derived += [f for f in members if f.clause != clause.id]
            if clause.pentavalent is not None and owner(clause.id) in possible:
                found += self._best(self._pentavalent(graph, clause, clause.pentavalent))
        if not any(f.settles(self._everywhere, self._date) for f in found):
            found += self._best((*derived, *self._derivatives(graph, possible)))
        return found

    def _best(self, found: Iterable[Found]) -> list[Found]:
        """The strongest of several ways to meet one clause, holding where any of the like ways does."""
        ranked = sorted(
            (f for f in found if f.worlds and f.force.possible(self._date)),
            key=lambda f: (
                not f.settles(self._everywhere, self._date),
                not f.force.certain(self._date),
                f.judged.meant is Meant.OPEN,
                not self._closings.worlds.likely_in(f.worlds),
                -f.worlds.bit_count(),
                f.added,
                f.message == "derived-enantiomer",
                f.entry,
            ),
        )
        if not ranked:
            return []
        best = ranked[0]
        worlds = best.worlds
        for other in ranked:
            # Only what is just as sure of date and stereo may be added to the same finding.
            if other.force.certain(self._date) and other.judged.meant is not Meant.OPEN:
                worlds |= other.worlds
        return [replace(best, worlds=worlds)]

    def _found(
        self,
        clause: ClosingClause,
        message: str,
        worlds: int,
        parent: Entry | None = None,
        *,
        entry: str | None = None,
        judged: Judged | None = None,
        atoms: tuple[int, ...] = (),
        added: int = 0,
    ) -> Found:
        key = parent.key if parent is not None else entry or clause.entry or clause.id
        named = parent or self._entries.get(key)
        force = self._closings.force
        return Found(
            list=self._closings.list,
            entry=key,
            clause=clause.id,
            citation=clause.citation,
            basis=clause.basis,
            decree=parent.decree if parent is not None else "",
            message=message,
            name=named.name if named is not None else clause.id,
            words=clause.text,
            worlds=worlds,
            force=_both_in_force(force, parent.force) if parent is not None else force,
            judged=judged or Judged(Meant.YES),
            atoms=atoms,
            added=added,
        )

    # -- skeletons that are drawn --------------------------------------------------------

    def _pattern(self, graph: Graph, clause: ClosingClause, pattern: Pattern) -> Iterator[Found]:
        for fit in fits(graph, pattern):
            if not fit.fills:
                yield self._found(clause, "member", fit.worlds, atoms=fit.atoms)
                continue
            for other, rule in self._rules():
                yield self._found(
                    other,
                    "derived-member",
                    fit.worlds & self._ways(rule, fit.fills),
                    entry=clause.entry or clause.id,
                    atoms=fit.atoms,
                    added=sum(fill.size for fill in fit.fills),
                )

    # -- ethers and esters -----------------------------------------------------------------

    def _rules(self) -> Iterator[tuple[ClosingClause, Derivations]]:
        for clause in self._closings.clauses:
            if clause.derivations is not None:
                yield clause, clause.derivations

    def _ways(self, rule: Derivations, fills: Iterable[Fill]) -> int:
        """Worlds in which all these ways make an ether or ester."""
        worlds = self._everywhere
        for fill in fills:
            worlds &= rule.ways.get(fill.way, 0)
        return worlds

    def _derivatives(self, graph: Graph, possible: frozenset[str]) -> Iterator[Found]:
        elements = Counter(graph.number)
        for clause, rule in self._rules():
            for form, (skeleton, rows) in self._parents.skeletons.items():
                if form not in possible:
                    continue
                for derivation in skeleton.derivations(graph, elements):
                    worlds = self._ways(rule, derivation.fills)
                    for row in rows if worlds else ():
                        yield from self._derived(
                            clause, rule, row, derivation.parent, worlds, derivation.atoms, derivation.added
                        )
            for row in self._parents.rows_of_lactone(graph.mol):
                yield self._found(clause, "lactone", rule.ways.get(Way.CYCLIC, 0), row.record)

    def _derived(
        self,
        clause: ClosingClause,
        rule: Derivations,
        row: Row[Entry],
        parent: Chem.Mol,
        worlds: int,
        atoms: tuple[int, ...],
        added: int,
    ) -> Iterator[Found]:
        judged = row.policy.judge(parent)
        message = "derived"
        if judged.meant is Meant.ENANTIOMER:
            message, worlds = "derived-enantiomer", worlds & rule.enantiomer
        elif not judged.meant.met:
            return
        yield self._found(clause, message, worlds, row.record, judged=judged, atoms=atoms, added=added)

    # -- pentavalent nitrogen --------------------------------------------------------------

    def _pentavalent(self, graph: Graph, clause: ClosingClause, rule: Pentavalent) -> Iterator[Found]:
        for match in matches(graph.mol, rule.query, uniquify=True):
            atoms = tuple(sorted(match))
            yield self._found(clause, "pentavalent-unlisted", rule.unlisted, atoms=atoms)
            nitrogen = match[rule.nitrogen]
            for leaving, order in graph.neighbours[nitrogen]:
                if leaving in match or order != 1 or not self._may_leave(graph, leaving):
                    continue
                base = _without(graph.mol, nitrogen, leaving)
                for below in (
                    *self._rows.find(base)[0],
                    *self._best(self._derivatives(Graph(base), self._gate.possible(base))),
                ):
                    entry = self._entries[below.entry]
                    if below.list == self._closings.list:
                        yield self._found(
                            clause,
                            "pentavalent",
                            below.worlds | rule.unlisted,
                            entry,
                            judged=below.judged,
                            atoms=(*atoms, leaving),
                        )

    def _may_leave(self, graph: Graph, atom: int) -> bool:
        """The O of an N-oxide, or a methyl."""
        if graph.near[atom].bit_count() != 1:
            return False
        methyl = graph.number[atom] == _CARBON and graph.mol.GetAtomWithIdx(atom).GetTotalNumHs() == 3
        return methyl or graph.number[atom] == _OXYGEN


def _without(mol: Chem.Mol, nitrogen: int, leaving: int) -> Chem.Mol:
    """The tertiary amine below an N-oxide or a quaternary salt."""
    editable = Chem.RWMol(mol)
    editable.GetAtomWithIdx(nitrogen).SetFormalCharge(0)
    editable.RemoveAtom(leaving)
    base = editable.GetMol()
    Chem.SanitizeMol(base)
    return settled(base)
