"""Putting a decision into words and data: verdicts, rows and receipts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from rdkit import rdBase

from stofgroep.definition.conditions import answers_in_words
from stofgroep.definition.model import Elsewhere, Exclude
from stofgroep.law import Law
from stofgroep.law.description import list_in_words
from stofgroep.law.lists import Hit
from stofgroep.structure import Completion, Refusal, Role, Structure
from stofgroep.verdict.explain import (
    atoms_in_canonical_order,
    clauses,
    condition,
    hinges,
    in_canonical_order,
    near_miss,
    weakest_basis,
)
from stofgroep.verdict.finding import Finder, Findings, GroupMember, rank
from stofgroep.verdict.model import (
    Clause,
    ExceptionToCheck,
    Exclusion,
    Finding,
    Hinge,
    NearMiss,
    Outcome,
    Receipt,
    Row,
    Verdict,
)
from stofgroep.verdict.outcome import Decision
from stofgroep.verdict.program import package_version, program_sha256
from stofgroep.verdict.seal import seal
from stofgroep.wording import say


class Composer:
    """Writes verdicts under one law in one language."""

    def __init__(self, law: Law, finder: Finder, lang: str) -> None:
        self._law = law
        self._finder = finder
        self._lang = lang
        self._matchers = {m.group.id: m for m in finder.matchers}
        self.not_listed_row = self._row(Outcome.NOT_LISTED, ("", "", ""), self._meets_nothing(), "")

    def _say(self, message: str, **values: str) -> str:
        return say(self._lang, f"verdict.{message}", **values)

    # -- rows ----------------------------------------------------------------------------

    def row(self, completions: Sequence[Decision], whole: Decision) -> Row:
        """A decision as the columns of a table."""
        found = [f for d in completions for f in d.findings]
        if not any(f.leading or f.excluded for f in found):
            return self.not_listed_row
        everything = [self._short(item) for f in found for item in _sorted(f)]
        return self._row(
            whole.outcome, whole.named, self._reason(whole, found), " | ".join(dict.fromkeys(everything))
        )

    def row_of(self, verdict: Verdict) -> Row:
        """A complete verdict as the columns of a table."""
        shorts = (self._place(f.list, f.group or f.entry or "", f.condition) for f in verdict.findings)
        named = (verdict.list or "", verdict.group or "", verdict.entry or "")
        return self._row(verdict.outcome, named, verdict.reason, " | ".join(dict.fromkeys(shorts)))

    def refused_row(self, refusal: Refusal) -> Row:
        """A row that could not be decided."""
        return self._row(Outcome.NOT_ASSESSED, ("", "", ""), self._refusal(refusal), "")

    def _row(self, outcome: Outcome, named: tuple[str, str, str], reason: str, everything: str) -> Row:
        return Row(outcome, *named, _certain(outcome), reason, everything)

    def _short(self, finding: Hit | GroupMember) -> str:
        if isinstance(finding, Hit):
            return self._place(finding.list, finding.entry, finding.condition_words[self._lang])
        under = "" if finding.certain else self._member_condition(finding)
        return self._place(finding.group.list, finding.group.short, under)

    def _place(self, list_name: str, name: str, under: str) -> str:
        return f"{list_name} {name}" + (f" ({under})" if under else "")

    # -- verdicts --------------------------------------------------------------------------

    def refused(self, text: str, id: str, refusal: Refusal) -> Verdict:
        """A verdict for what could not be decided."""
        return seal(
            Verdict(
                id=id,
                input=text,
                outcome=Outcome.NOT_ASSESSED,
                list=None,
                group=None,
                entry=None,
                date=self._law.date.isoformat(),
                law=self._law.name,
                certain=False,
                reason=self._refusal(refusal),
                known_until=self._law.known_until.isoformat(),
                receipt=self._receipt(text, ""),
            )
        )

    def verdict(
        self,
        text: str,
        id: str,
        structure: Structure,
        completions: Sequence[Decision],
        whole: Decision,
        explain: bool,
    ) -> Verdict:
        """The complete answer."""
        pairs = list(zip(structure.completions, completions, strict=True))
        found = [f for d in completions for f in d.findings]
        depends = whole.outcome is Outcome.DEPENDS
        list_name, group, entry = whole.named
        return seal(
            Verdict(
                id=id,
                input=text,
                outcome=whole.outcome,
                list=list_name or None,
                group=group or None,
                entry=entry or None,
                date=self._law.date.isoformat(),
                law=self._law.name,
                certain=not depends,
                reason=self._reason(whole, found),
                findings=tuple(self._findings(pairs)),
                exclusions=tuple(dict.fromkeys(self._exclusions(found))),
                near_misses=tuple(self._near_misses(found)) if explain else (),
                exceptions=tuple(self._exceptions(found)),
                hinges_on=tuple(self._hinges(found, pairs, whole)),
                likely=("in" if whole.likely else "out") if depends else None,
                known_until=self._law.known_until.isoformat(),
                warnings=tuple(self._warnings(whole)),
                notes=tuple(self._notes(structure, found)),
                receipt=self._receipt(text, _canonical(structure), explain),
            )
        )

    def _findings(self, pairs: Sequence[tuple[Completion, Decision]]) -> Iterator[Finding]:
        """Every finding once, best first; those of several completions each under its own."""
        placed = [
            (rank(item), number, f, item, completion.label)
            for number, (completion, decision) in enumerate(pairs)
            for f in decision.findings
            for item in _sorted(f)
        ]
        placed.sort(key=lambda p: (p[0], p[1]))
        seen = set()
        for _, _, found, item, label in placed:
            finding = self._finding(found, item, label or None)
            key = (finding.list, finding.group, finding.entry, finding.component, finding.completion)
            if (*key, finding.citation) not in seen:
                seen.add((*key, finding.citation))
                yield finding

    def _finding(self, found: Findings, item: Hit | GroupMember, label: str | None) -> Finding:
        smiles = found.component.smiles
        if isinstance(item, Hit):
            holds = "yes" if item.certain else "depends"
            atoms = atoms_in_canonical_order(found.component.mol, smiles, item.atoms)
            clause = Clause(item.clause, item.citation, item.basis, item.text[self._lang], holds, atoms)
            return Finding(
                list=item.list,
                group=None,
                entry=item.entry,
                component=smiles,
                completion=label,
                citation=item.citation + (f" ({item.decree})" if item.decree else ""),
                basis=item.basis,
                certain=item.certain,
                condition=item.condition_words[self._lang],
                likely="in" if item.likely else "out",
                clauses=(clause,),
                condition_text=item.condition_text[self._lang],
            )
        group = item.group
        mol = in_canonical_order(smiles)
        explanation = self._matchers[group.id].explain(mol, item.membership)
        told = clauses(explanation, mol, group.worlds, self._lang)
        return Finding(
            list=group.list,
            group=group.short,
            entry=None,
            component=smiles,
            completion=label,
            citation=group.citation,
            basis=weakest_basis(told, group.text.basis),
            certain=item.certain,
            condition=self._member_condition(item),
            likely="in" if item.likely else "out",
            clauses=told,
            condition_text=self._answers(item),
            title=group.title[self._lang],
        )

    def _member_condition(self, member: GroupMember) -> str:
        return self._dated(member, condition(member.worlds, member.membership.worlds, self._lang))

    def _answers(self, member: GroupMember) -> str:
        """The condition of a member as answers to the questions of the readings."""
        return self._dated(member, answers_in_words(member.worlds, member.membership.worlds, self._lang))

    def _dated(self, member: GroupMember, under: str) -> str:
        if member.date_certain:
            return under
        in_force = self._say("if-in-force", date=self._law.date.isoformat())
        return f"{in_force} {self._say('and')} ({under})" if under else in_force

    def _exclusions(self, found: Sequence[Findings]) -> Iterator[Exclusion]:
        for findings in found:
            for group, membership in findings.excluded:
                if membership.excluded is not None:
                    yield Exclusion(
                        group.short,
                        membership.excluded.text.id,
                        membership.excluded.text.citation,
                        findings.component.smiles,
                        membership.name,
                        group.title[self._lang],
                    )

    def _near_misses(self, found: Sequence[Findings]) -> Iterator[NearMiss]:
        """One for each component and group; whole skeletons first, then the fewest failing clauses."""
        misses = []
        for findings in _each_component_once(found):
            met = {m.group.id for m in findings.members}
            for matcher in self._finder.matchers:
                if matcher.group.id not in met:
                    misses.append(near_miss(matcher, findings.component.smiles, self._lang))
        misses.sort(key=lambda m: (not m.skeleton, len(m.failing)))
        yield from misses

    def _exceptions(self, found: Sequence[Findings]) -> Iterator[ExceptionToCheck]:
        """What no structure decides, and the registered precursors that a structure does decide."""
        # what is on lijst I or II is outside the prohibition of lijst IA, and so are its exceptions
        if any(f.members and not any(h.certain for h in f.hits) for f in found):
            for exception in self._law.exceptions:
                yield ExceptionToCheck(exception.citation, exception.text[self._lang])
        for findings in _each_component_once(found):
            if findings.members and findings.precursor is not None:
                precursor = findings.precursor
                yield ExceptionToCheck(
                    precursor.citation,
                    self._say("precursor", name=precursor.name, regulation=precursor.regulation),
                )

    def _hinges(
        self, found: Sequence[Findings], pairs: Sequence[tuple[Completion, Decision]], whole: Decision
    ) -> Iterator[Hinge]:
        if whole.hinges_on_structure:
            yield Hinge(
                "structure",
                "positions",
                self._say("open-structure"),
                tuple(f"{c.label}: {self._named(d)}" for c, d in pairs),
            )
        if whole.outcome is not Outcome.DEPENDS:
            return
        seen = set()
        for findings in found:
            for item in _sorted(findings):
                for hinge in self._hinges_of(item):
                    if (hinge.kind, hinge.id, hinge.options) not in seen:
                        seen.add((hinge.kind, hinge.id, hinge.options))
                        yield hinge

    def _hinges_of(self, item: Hit | GroupMember) -> Iterator[Hinge]:
        if isinstance(item, Hit):
            for h in item.hinges:
                options = tuple(
                    f"{o}: {h.arguments[o][self._lang]}" if o in h.arguments else o for o in h.options
                )
                yield Hinge(h.kind, h.id, h.question[self._lang], options, h.likely, h.consequences)
            return
        group = item.group
        if not item.date_certain:
            days = (group.in_force_earliest.isoformat(), group.in_force_from.isoformat())
            yield Hinge(
                "date", group.short, self._say("in-force-question", group=group.title[self._lang]), days
            )
        yield from hinges(item.worlds, item.membership.worlds, self._lang)

    def _named(self, decision: Decision) -> str:
        place = " ".join(part for part in decision.named if part)
        return f"{self._say('outcome-' + decision.outcome.value)}{f' ({place})' if place else ''}"

    def _notes(self, structure: Structure, found: Sequence[Findings]) -> Iterator[str]:
        """What was done to the input, and which listed substances it is another stereoisomer of."""
        for note in structure.notes:
            yield say(self._lang, f"structure.{note.key}", **note.values)
        if any(sum(c.role is Role.SUBSTANCE for c in x.components) > 1 for x in structure.completions):
            yield from self._outside(found)
        if self._law.lists is None:
            return
        for findings in _each_component_once(found):
            if findings.hits:
                continue
            if self._law.lists.is_kept_out(findings.component):
                yield self._say("kept-out-of-I")
            for entry in self._law.lists.other_isomers_of(findings.component):
                closing = "other-isomer-I" if entry.list == "I" else "other-isomer-II"
                yield self._say(closing, name=entry.name)

    def _outside(self, found: Sequence[Findings]) -> Iterator[str]:
        """Which substances of a mixture meet nothing, where others do."""
        substances = [f for f in _each_component_once(found) if f.component.role is Role.SUBSTANCE]
        met = [bool(f.hits or f.members) for f in substances]
        if any(met) and not all(met):
            for findings, meets in zip(substances, met, strict=True):
                if not meets:
                    yield self._say("component-outside", smiles=findings.component.smiles)

    def _warnings(self, whole: Decision) -> Iterator[str]:
        until = self._law.known_until
        if self._law.date > until and whole.outcome is not Outcome.LISTED:
            yield self._say("known-until", date=until.isoformat())

    # -- sentences -------------------------------------------------------------------------

    def _refusal(self, refusal: Refusal) -> str:
        sentence = say(self._lang, f"structure.reason-{refusal.reason.value}")
        return f"{refusal.reason.value}: {sentence}" + (f" ({refusal.detail})" if refusal.detail else "")

    def _reason(self, whole: Decision, found: Sequence[Findings]) -> str:
        if whole.outcome is Outcome.NOT_LISTED:
            return self._not_listed(found)
        if whole.leading is None:
            return self._say(f"open-{whole.outcome.value}")
        leading = whole.leading
        sentence = self._hit_sentence(leading) if isinstance(leading, Hit) else self._member_sentence(leading)
        if whole.outcome is Outcome.EXEMPT:
            names = [f.precursor for f in found if f.members and f.precursor is not None]
            sentence += " " + self._say("exempt", name=names[0].name, regulation=names[0].regulation)
        if whole.outcome is Outcome.DEPENDS:
            sentence += " " + self._say("likely-in" if whole.likely else "likely-out")
        if whole.outcome is Outcome.LISTED and len(found) > 1:
            # canonical SMILES are slow: asked for only where there may be two substances
            substances = {f.component.smiles for f in found if f.component.role is Role.SUBSTANCE}
            if len(substances) > 1:
                sentence += " " + self._say("preparation")
        return sentence

    def _not_listed(self, found: Sequence[Findings]) -> str:
        excluded = [(g, m) for f in found for g, m in f.excluded]
        if excluded:
            group, membership = excluded[0]
            return self._say(
                _excluded_by(membership.excluded),
                group=group.title[self._lang],
                name=membership.name,
                citation=group.citation,
            )
        return self._meets_nothing()

    def _meets_nothing(self) -> str:
        """Nothing was met; a law that names no single substances has no lists to be on."""
        return self._say("not-listed" if self._law.book.lists_known_until else "in-no-group")

    def _hit_sentence(self, hit: Hit) -> str:
        if hit.certain:
            return self._say("listed-entry", list=hit.list, text=hit.text[self._lang])
        return self._say(
            "depends-entry",
            list=hit.list,
            text=hit.text[self._lang],
            condition=hit.condition_text[self._lang],
        )

    def _member_sentence(self, member: GroupMember) -> str:
        values = {
            "list": list_in_words(member.group.list, self._lang),
            "group": member.group.short,
            "title": member.group.title[self._lang],
            "citation": member.group.citation,
        }
        if member.certain:
            return self._say("listed-group", **values)
        return self._say("depends-group", condition=self._answers(member), **values)

    # -- receipt ---------------------------------------------------------------------------

    def _receipt(self, text: str, canonical: str, explain: bool = False) -> Receipt:
        return Receipt(
            input=text,
            input_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            canonical=canonical,
            date=self._law.date.isoformat(),
            law=self._law.name,
            files=self._law.files,
            package=package_version(),
            rdkit=rdBase.rdkitVersion,
            lists=self._law.lists is not None,
            lang=self._lang,
            explain=explain,
            program_sha256=program_sha256(),
        )


def _certain(outcome: Outcome) -> str:
    if outcome is Outcome.NOT_ASSESSED:
        return ""
    return "no" if outcome is Outcome.DEPENDS else "yes"


def _excluded_by(exclude: Exclude | Elsewhere | None) -> str:
    """The message for what keeps a member out: its name, or what is said of another group."""
    if isinstance(exclude, Elsewhere):
        return "excluded-core-of" if exclude.core_of else "excluded-member-of"
    return "excluded"


def _sorted(findings: Findings) -> list[Hit | GroupMember]:
    return sorted((*findings.hits, *findings.members), key=rank)


def _each_component_once(found: Sequence[Findings]) -> Iterator[Findings]:
    seen = set()
    for findings in found:
        if findings.component.smiles not in seen:
            seen.add(findings.component.smiles)
            yield findings


def _canonical(structure: Structure) -> str:
    """The neutral components as one SMILES; of an open structure every completion, separated by spaces."""
    return " ".join(
        ".".join(sorted(component.smiles for component in completion.components))
        for completion in structure.completions
    )
