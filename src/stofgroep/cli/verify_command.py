"""``stofgroep verify``: run the shipped suite here, and print a record to sign."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from stofgroep.cli.console import console, print_lines, show
from stofgroep.cli.options import JsonOption, LangOption, checked_lang
from stofgroep.cli.progress import Progress
from stofgroep.cli.verdict_view import bullet, indented, title
from stofgroep.errors import UsageError
from stofgroep.screening.writing import refuse_bad_target, write_whole
from stofgroep.validation.record import Record, as_plain, record
from stofgroep.validation.running import run
from stofgroep.validation.scenarios import Suite, read_suite, shipped_suite
from stofgroep.wording import say

FAILED = 1
_WIDTH = 80
_KINDS = (".html", ".htm", ".json", ".txt")


def verify(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE…",
            help="Scenarios of your own to run as well: CSV with the columns of the shipped suite.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="OUT", help="Write the record here: .html, .json or .txt."),
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = "nl",
    progress: Annotated[
        bool, typer.Option("--progress", help="Report progress as plain lines, even without terminal.")
    ] = False,
) -> None:
    """Run the shipped suite on this machine (Nederlands: controleer deze installatie).

    The record has versions, hashes, counts and room for names. Exit code 1 if anything fails.
    """
    checked_lang(lang)
    if out is not None:
        if out.suffix.lower() not in _KINDS:
            raise UsageError(say(lang, "verify.bad-target", file=out))
        refuse_bad_target(out, None, lang)
    suites = [shipped_suite(), *(_own(file, lang) for file in files or [])]
    began = dt.datetime.now(dt.UTC)
    with Progress(sum(len(s.scenarios) for s in suites), progress, quiet=False, lang=lang) as bar:

        def advance() -> None:
            bar.advance(1)

        runs = [(suite, run(suite, advance)) for suite in suites]
    found = record(runs, began, dt.datetime.now(dt.UTC))
    if as_json:
        print_lines(json.dumps(as_plain(found), ensure_ascii=False))
    else:
        show(console(), _view(found, lang))
    if out is not None:
        write_whole(out, _content(found, out.suffix.lower(), lang), lang)
        typer.echo(f"stofgroep: {say(lang, 'verify.written', file=out)}", err=True)
    if not found.passed:
        raise typer.Exit(FAILED)


def _own(file: Path, lang: str) -> Suite:
    try:
        return read_suite(file.read_bytes(), file.name)
    except OSError as error:
        raise UsageError(say(lang, "cli.cannot-read", file=file, why=error.strerror or error)) from error


def _content(found: Record, suffix: str, lang: str) -> bytes:
    if suffix == ".json":
        return (json.dumps(as_plain(found), ensure_ascii=False, indent=2) + "\n").encode()
    if suffix == ".txt":
        text = io.StringIO()
        show(Console(file=text, width=_WIDTH, highlight=False, markup=False, emoji=False), _view(found, lang))
        return text.getvalue().encode()
    from stofgroep.report.page import verification_page  # loaded where it is asked for only

    return verification_page(found, _conclusion(found, lang), lang).encode()


def _conclusion(found: Record, lang: str) -> str:
    count = sum(c.passed + c.failed for s in found.suites for c in s.counts)
    if found.passed:
        return say(lang, "verify.passed", count=count)
    return say(lang, "verify.failed", count=count, failed=len(found.failures))


def _view(found: Record, lang: str) -> RenderableType:
    style = "bold blue" if found.passed else "bold red"
    blocks: list[RenderableType] = [Text(say(lang, "verify.title"), style="bold"), Text("")]
    blocks.append(Text(_conclusion(found, lang), style=style))
    facts = (
        ("began", found.began),
        ("seconds", say(lang, "verify.seconds-value", seconds=found.seconds)),
        ("versions", f"stofgroep {found.package}, RDKit {found.rdkit}, Python {found.python}"),
        ("system", found.system),
        ("program", found.program_sha256),
    )
    blocks += [Text(""), *(Text(f"{say(lang, f'verify.{key}')}: {value}") for key, value in facts)]
    for suite in found.suites:
        blocks.append(title(f"{say(lang, 'verify.suite')}: {suite.file}"))
        blocks.append(indented(Text(f"SHA-256 {suite.sha256}", style="dim")))
        table = Table(box=None, padding=(0, 2, 0, 0))
        table.add_column(say(lang, "verify.column-subject"))
        table.add_column(say(lang, "verify.column-passed"), justify="right")
        table.add_column(say(lang, "verify.column-failed"), justify="right")
        for count in suite.counts:
            name = say(lang, "verify.subject", name=count.subject)
            table.add_row(name, str(count.passed), str(count.failed))
        blocks.append(indented(table))
    if found.failures:
        blocks.append(title(say(lang, "verify.failures")))
        for failure in found.failures:
            text = Text(f"{failure.id}  {failure.clause}\n{failure.structure}", overflow="fold")
            text.append(f"\n{say(lang, 'verify.column-expected')}: {failure.expected}")
            text.append(f"\n{say(lang, 'verify.column-found')}: {failure.found}")
            blocks.append(bullet("✗", text, depth=1, style="red"))
    blocks.append(title(say(lang, "verify.files")))
    blocks += [indented(Text(f"{file}\n  {sum}", overflow="fold")) for file, sum in found.files.items()]
    blocks.append(title(say(lang, "verify.signatures")))
    fields = [say(lang, f"verify.column-{key}") for key in ("name", "date", "signature")]
    for role in ("performed", "approved"):
        line = "  ".join(f"{field}: ______________" for field in fields)
        blocks.append(indented(Text(f"{say(lang, f'verify.{role}')}\n{line}")))
    return Group(*blocks)
