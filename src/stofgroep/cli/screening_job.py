"""One screening by the command: from a table into a file, with a journal beside it to go on from."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from stofgroep.cli.progress import Progress
from stofgroep.cli.screening_view import RowPrinter
from stofgroep.errors import UsageError
from stofgroep.law import Law
from stofgroep.screening.asked import asked_for
from stofgroep.screening.columns import substance_column
from stofgroep.screening.formats.model import ReadAs, Table
from stofgroep.screening.formats.result import COMPRESSED_INSIDE, ResultForm, writing
from stofgroep.screening.formats.source import Source
from stofgroep.screening.journal import Journal, journal_path
from stofgroep.screening.pictures import Pictures
from stofgroep.screening.rows import LawSettings
from stofgroep.screening.run import Summary, screen_table
from stofgroep.screening.writing import output
from stofgroep.wording import say


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class Screening:
    """What is screened, how, and where to.

    ``structures``, ``ids`` : indexes of the columns; ``out`` : None for standard output
    ``pictures`` : of so many rows; XLSX only
    """

    source: Source
    table: Table
    how: ReadAs
    structures: int
    ids: int | None
    settings: LawSettings
    law: Law
    jobs: int
    result: ResultForm
    out: Path | None
    pictures: int | None = None

    def run(self, resume: bool, show: bool, lines: bool) -> Summary:
        """Screen everything.

        Parameters
        ----------
        resume : go on from the journal
        show : show a table to read on standard output
        lines : report progress as plain lines

        Raises
        ------
        UsageError : if the output cannot be written, or is no continuation of what was begun
        """
        lang, rows = self.settings.lang, self.table
        inside = self.result.form in COMPRESSED_INSIDE
        if inside and self.out is None and not show and sys.stdout.isatty():
            raise UsageError(say(lang, "cli.not-for-a-terminal", form=self.result.form))
        printer = None
        if show:
            printer = RowPrinter(rows, self.structures, self.ids, substance_column(rows.header), lang)
        journal = self._journal(resume)
        done = False
        try:
            with ExitStack() as stack:
                bar = stack.enter_context(Progress(rows.count, lines, quiet=show, lang=lang))
                writer = None
                if self.out is not None or not show:
                    file = stack.enter_context(output(self.out, lang, at_once=inside))
                    drawn = None
                    if self.pictures is not None:
                        drawn = stack.enter_context(Pictures(self.structures, self.pictures))
                    writer = stack.enter_context(writing(file, rows, self.result, lang, drawn))
                summary = screen_table(
                    rows,
                    self.structures,
                    self.ids,
                    writer,
                    self.settings,
                    self.jobs,
                    bar.advance,
                    None if printer is None else printer.show,
                    journal,
                )
            done = True
            return summary
        finally:
            if journal is not None:
                journal.close(done)

    def interrupted(self) -> str:
        """What to say after Ctrl-C: how to go on."""
        lang = self.settings.lang
        if self.out is None:
            return say(lang, "cli.interrupted-stream")
        if not self._resumable:
            return say(lang, "cli.interrupted-device")
        date, journal = self.settings.date.isoformat(), journal_path(self.out).name
        return say(lang, "cli.interrupted", date=date, journal=journal)

    @property
    def _resumable(self) -> bool:
        """Whether the output is a file: a device or pipe has what it was given."""
        return self.out is not None and (self.out.is_file() or not self.out.exists())

    def _journal(self, resume: bool) -> Journal | None:
        if self.out is None or not self._resumable:
            return None
        asked = asked_for(
            self.source, self.table, self.how, self.structures, self.settings, self.law, self.result
        )
        asked["--pictures"] = str(self.pictures)
        return Journal(journal_path(self.out), asked, resume, self.settings.lang)
