"""``ravabet verify``: whether a project file is whole."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ravabet.cli import shared
from ravabet.scale.shards import Shards
from ravabet.store import Project
from ravabet.store.verifying import verify


@click.command(
    "verify",
    short_help="Check that a project file is whole.",
    epilog="""\b
Example:
  ravabet verify -p caucasus.duckdb""",
)
@shared.project
def command(project: Path) -> None:
    """Check that a project file is whole: hashes, ids, quotes, nothing twice.

    Ends with 1 where something is wrong.
    """
    wrong = 0
    for wrong, finding in enumerate(verify(project), 1):  # noqa: B007  the count is told below
        click.echo(f"{finding.where}: {finding.what}")
    with Project.open(project) as found:
        counts = found.counts()
    click.echo(
        f"{project}: {shared.number(counts.documents, 'document')}"
        f"{f' and {counts.imported} imported' if counts.imported else ''}, {shared.number(counts.events, 'event')}, "
        f"{shared.number(counts.reasons, 'reason')}; "
        f"{wrong or 'nothing'} wrong"
    )
    waiting = len(Shards(project).finished())
    if waiting:
        left = shared.number(waiting, "shard")
        click.echo(f"{left} of a stopped run left; the next `ravabet add` brings in what was coded", err=True)
    if wrong:
        sys.exit(1)
