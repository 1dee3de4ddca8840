"""The commands of ``stofgroep`` together."""

from __future__ import annotations

from typing import Annotated

import typer

from stofgroep import __version__
from stofgroep.cli.check_command import check
from stofgroep.cli.draft_command import draft
from stofgroep.cli.law_command import law
from stofgroep.cli.monitor_command import monitor
from stofgroep.cli.replay_command import replay_command
from stofgroep.cli.report_command import report
from stofgroep.cli.route_command import route
from stofgroep.cli.screen_command import screen
from stofgroep.cli.serve_command import serve
from stofgroep.cli.verify_command import verify

app = typer.Typer(
    name="stofgroep",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(screen)
app.command()(report)
app.command("replay")(replay_command)
app.command()(route)
app.command()(monitor)
app.command()(verify)
app.command()(serve)
app.add_typer(law, name="law")
app.add_typer(draft, name="draft")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"stofgroep {__version__}")
        raise typer.Exit


@app.callback()
def stofgroep(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    """Decide whether a chemical structure falls under the Dutch Opiumwet on a date, and show why.

    Antwoorden zijn in het Nederlands; --lang en gives English.

    Exit codes: 0 done; 1 a comparison or a draft check failed; 2 wrong usage; 3 done, but not all
    was assessed; 130 interrupted.
    """
