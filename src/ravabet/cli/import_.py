"""``ravabet import``: events of other data sets into a project."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ravabet.cli import shared
from ravabet.export.incoming import KINDS, Account, incoming
from ravabet.model import Problem
from ravabet.scale import bring

SHOWN = 20
"""Broken rows that are told one by one; the others are only counted."""


@click.command(
    "import",
    short_help="Bring events of other data sets into a project.",
    epilog="""\b
Examples:
  ravabet import 20240501.export.CSV.zip
  ravabet import events.2020.tab --as icews -p relations.duckdb""",
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@shared.project
@click.option("--as", "kind", type=click.Choice(list(KINDS)), help="Kind of the files; else told by their columns.")
@click.option("--all-broken", is_flag=True, help=f"Tell every broken row, not only the first {SHOWN}.")
def command(files: tuple[Path, ...], project: Path, kind: str | None, all_broken: bool) -> None:
    """Bring events of GDELT, ICEWS, POLECAT or ACLED files into a project, beside those coded from texts.

    Plain, gzipped or zipped. They have no quote, and are shown as such. What is there already is not brought twice; a
    broken row is told and the rest goes on.
    """
    account = Account()

    def tell(problem: Problem) -> None:
        if all_broken or account.broken <= SHOWN:
            click.echo(f"{problem.where}: {problem.what}", err=True)

    records = incoming(files, kind, account=account, told=tell)
    merged = bring(shared.counted(records, "Documents named"), project, command=f"import {' '.join(map(str, files))}")
    rows, taken = shared.number(account.rows, "row"), shared.number(account.taken, "event")
    click.echo(f"{rows}: {taken}, {merged.events} of them new", err=True)
    for cause, number in account.left_out.most_common():
        click.echo(f"{number} left out: {cause}", err=True)
    if account.broken:
        click.echo(f"{account.broken} broken", err=True)
        sys.exit(shared.REJECTED if account.taken else 1)
