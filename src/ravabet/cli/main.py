"""The program ``ravabet``: its verbs, and how a problem is told."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any

import click

from ravabet import __version__
from ravabet.model import RavabetError

VERBS = {
    "why": "ravabet.cli.why",
    "add": "ravabet.cli.add",
    "events": "ravabet.cli.events",
    "relations": "ravabet.cli.relations",
    "network": "ravabet.cli.network",
    "search": "ravabet.cli.search",
    "export": "ravabet.cli.export",
    "import": "ravabet.cli.import_",
    "verify": "ravabet.cli.verify",
    "report": "ravabet.cli.report",
    "judgements": "ravabet.cli.judgements",
    "code": "ravabet.cli.code",
    "repair": "ravabet.cli.repair",
    "read": "ravabet.cli.read",
    "evaluate": "ravabet.cli.evaluate",
    "serve": "ravabet.cli.serve",
    "demo": "ravabet.cli.demo",
    "lexicon": "ravabet.cli.lexicon",
}
"""Each verb and the module that holds its ``command``; loaded when asked for, so that the program starts at once."""

COLLECTED = 50_000, 20, 50
"""How often garbage is looked for. Tables of a million entries are built once and kept; at Python's pace the collector
walks through them so often that starting to code takes a fifth longer."""

EPILOG = """\b
Example:
  ravabet why RUS KGZ --published 2025-05-14 article.txt

\b
Exit codes: 0 done; 1 nothing could be done; 2 wrong use (unknown country
or option); 3 done, but some of the input was rejected; 4 repair --check
found damage. Results go to standard output, messages to standard error."""


class Verbs(click.Group):
    """The group of verbs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs in the order of the help page."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(VERBS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Runs the verb; what it raises for the user is told without a traceback."""
        try:
            return super().invoke(ctx)
        except RavabetError as problem:
            click.echo(f"Error: {problem}", err=True)
            sys.exit(problem.exit_code)


@click.group(cls=Verbs, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ravabet")
@click.option(
    "--lexicon",
    "own",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Folder of your own entries, which extend or override ours (also RAVABET_LEXICON).",
)
def main(own: str | None) -> None:
    """Why did relations between two countries change?

    Ravabet reads news, finds who did what to whom, links the reasons the writers give, and answers with a chain in
    which every link shows the sentence it came from.
    """
    gc.set_threshold(*COLLECTED)
    if own:
        from ravabet.lexicon.own import VARIABLE  # noqa: PLC0415  the lexicon is loaded only where it is used

        os.environ[VARIABLE] = own
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and not stream.isatty():
            reconfigure(encoding="utf-8")
