"""From a text to a verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stofgroep.isolation import Isolated
from stofgroep.law import Law
from stofgroep.matching.graph import TooManyMatches
from stofgroep.structure import Completion, Limits, Parsed, Reason, Refusal, Structure, completions, parse
from stofgroep.verdict.compose import Composer
from stofgroep.verdict.finding import Finder, Possible
from stofgroep.verdict.model import Row, Verdict
from stofgroep.verdict.outcome import Decision, of_completions, of_component, of_mixture

TOGETHER = 128
"""So many rows go through each step before any goes through the next.

The code of one step then stays in the processor's cache: a tenth to a sixth of the time is saved, and
larger blocks lose it again, for their molecules leave the cache.
"""


@dataclass(frozen=True)
class Decided:
    """A structure and what was decided for each of its completions and for the whole."""

    structure: Structure
    completions: tuple[Decision, ...]
    decision: Decision


@dataclass(frozen=True)
class _Settings:
    """What a worker process needs to build the same decider."""

    law: str
    date: dt.date
    lists: bool
    lang: str
    limits: Limits
    gated: bool
    explain: bool


class Decider:
    """Decides structures under one law on one day.

    Parameters
    ----------
    law : the law on a day
    lang : language of every sentence, "nl" or "en"
    limits : how large and slow an input may be
    gated : ask necessary conditions first; off only to prove that they change nothing
    """

    def __init__(
        self, law: Law, lang: str = "nl", limits: Limits | None = None, *, gated: bool = True
    ) -> None:
        self.law = law
        self.lang = lang
        self.limits = limits or Limits()
        self._gated = gated
        self._finder = Finder(law, gated=gated)
        self._composer = Composer(law, self._finder, lang)
        self._isolated: dict[bool, Isolated[Verdict]] = {}

    def verdict(self, text: str, id: str = "", explain: bool = False) -> Verdict:
        """The complete answer for one input, with its receipt.

        Parameters
        ----------
        text : SMILES (with CXSMILES extension), InChI or molblock
        id : the user's own id, handed back
        explain : also say how near the structure comes to groups it is no member of
        """
        parsed = parse(text, self.limits)
        if isinstance(parsed, Refusal):
            return self._composer.refused(text, id, parsed)
        if parsed.heavy:
            answer = self._worker(explain).run(text)
            if isinstance(answer, Refusal):
                return self._composer.refused(text, id, answer)
            return replace(answer, id=id)
        return self.verdict_in_process(parsed, text, id, explain)

    def verdict_in_process(self, parsed: Parsed, text: str, id: str, explain: bool) -> Verdict:
        """The same for a structure already read, however long it takes."""
        decided = self._decide(parsed)
        if isinstance(decided, Refusal):
            return self._composer.refused(text, id, decided)
        return self._composer.verdict(
            text, id, decided.structure, decided.completions, decided.decision, explain
        )

    def row(self, text: str) -> Row:
        """The answer for one row of a table: no receipt, no explanation, as cheap as it can be."""
        return self._together((text,))[0]

    def rows(self, texts: Sequence[str]) -> list[Row]:
        """The answers for several rows, in their order: the same as :meth:`row` gives, and cheaper."""
        blocks = (texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER))
        return [row for block in blocks for row in self._together(block)]

    def _together(self, texts: Sequence[str]) -> list[Row]:
        """Rows step by step, each step for all of them before the next."""
        rows = [self._composer.not_listed_row] * len(texts)
        readable: list[tuple[int, Parsed]] = []
        for place, text in enumerate(texts):
            parsed = parse(text, self.limits)
            if isinstance(parsed, Refusal):
                rows[place] = self._composer.refused_row(parsed)
            else:
                readable.append((place, parsed))
        completed: list[tuple[int, Structure, Possible | None]] = []
        for place, parsed, possible in self._possible(readable):
            if parsed.heavy:
                rows[place] = self._row_elsewhere(texts[place])
                continue
            structure = self._law_and_structure(parsed, possible)
            if isinstance(structure, Refusal):
                rows[place] = self._composer.refused_row(structure)
            else:
                completed.append((place, structure, possible))
        for place, structure, possible in completed:
            decided = self._decided(structure, possible)
            if isinstance(decided, Refusal):
                rows[place] = self._composer.refused_row(decided)
            else:
                rows[place] = self._composer.row(decided.completions, decided.decision)
        return rows

    def _possible(self, readable: list[tuple[int, Parsed]]) -> list[tuple[int, Parsed, Possible | None]]:
        """Those that can meet anything, with what that is where it could be asked."""
        found: list[tuple[int, Parsed, Possible | None]] = []
        for place, parsed in readable:
            # a heavy InChI or molblock is not read here, and may be anything
            if parsed.open or not self.law.is_known or not parsed.mol.GetNumAtoms():
                found.append((place, parsed, None))
            elif possible := self._finder.possible(parsed.mol):
                found.append((place, parsed, possible))
        return found

    def _row_elsewhere(self, text: str) -> Row:
        answer = self._worker(False).run(text)
        if isinstance(answer, Refusal):
            return self._composer.refused_row(answer)
        return self._composer.row_of(answer)

    def _decide(self, parsed: Parsed) -> Decided | Refusal:
        structure = self._law_and_structure(parsed, None)
        return structure if isinstance(structure, Refusal) else self._decided(structure, None)

    def _law_and_structure(self, parsed: Parsed, possible: Possible | None) -> Structure | Refusal:
        missing = self.law.what_is_missing
        if missing:
            return Refusal(Reason.LAW_VERSION_UNKNOWN, missing)
        return self._completed(parsed, possible)

    def _decided(self, structure: Structure, possible: Possible | None) -> Decided | Refusal:
        try:
            decisions = tuple(
                of_mixture(self._of_components(completion, possible)) for completion in structure.completions
            )
        except TooManyMatches:
            return Refusal(Reason.TOO_MANY_MATCHES)
        whole = decisions[0] if len(decisions) == 1 else of_completions(decisions)
        return Decided(structure, decisions, whole)

    def _completed(self, parsed: Parsed, possible: Possible | None) -> Structure | Refusal:
        if possible is None:
            return completions(parsed, self.limits)
        # For a row: the structure is not asked for again, notes are not shown, and where only
        # groups are possible nothing looks at stereo; a row does not show it.
        return completions(parsed, self.limits, use_up=True, stereo=possible.lists, described=False)

    def _of_components(self, completion: Completion, possible: Possible | None) -> list[Decision]:
        alone = len(completion.components) == 1
        return [of_component(self._finder.find(c, possible, alone=alone)) for c in completion.components]

    def _worker(self, explain: bool) -> Isolated[Verdict]:
        """A process that can be killed, for structures with so many rings that reading them may never end."""
        if explain not in self._isolated:
            settings = _Settings(
                self.law.source,
                self.law.date,
                self.law.lists is not None,
                self.lang,
                self.limits,
                self._gated,
                explain,
            )
            self._isolated[explain] = Isolated(_InWorker(settings), self.limits)
        return self._isolated[explain]


class _InWorker:
    """The decider of a worker process, built there when first asked."""

    def __init__(self, settings: _Settings) -> None:
        self._settings = settings
        self._decider: Decider | None = None

    def __getstate__(self) -> _Settings:
        return self._settings

    def __setstate__(self, settings: _Settings) -> None:
        self.__init__(settings)  # type: ignore[misc]

    def __call__(self, text: str) -> Verdict:
        wanted = self._settings
        if self._decider is None:
            law = Law.at(wanted.date, wanted.law, wanted.lists)
            self._decider = Decider(law, wanted.lang, wanted.limits, gated=wanted.gated)
        parsed = parse(text, wanted.limits)
        if isinstance(parsed, Refusal):
            raise AssertionError("what was readable before is readable in a worker")
        return self._decider.verdict_in_process(parsed, text, "", wanted.explain)
