"""``ravabet export``: the events of a project, or of coded lines, in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ravabet.cli import shared
from ravabet.cli.filters import filters, one_of, sources_held, wanted
from ravabet.export.formats import FORMATS, export, format_of, stream
from ravabet.export.incoming import ORIGINS
from ravabet.export.sources import FromLines, FromProject
from ravabet.model import UsageError
from ravabet.store import Project
from ravabet.store.rows import CODED


@click.command(
    "export",
    short_help="Write events in the formats of other programs.",
    epilog="""\b
Examples:
  ravabet export --format polecat -o events.tsv
  ravabet export RUS KGZ --since 2024-01-01 -o events.parquet
  ravabet export --input coded.jsonl --format icews -o icews.tsv""",
)
@filters
@shared.project
@click.option(
    "--input",
    "inputs",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Lines that `ravabet code` wrote, instead of a project; may be given more than once.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="By default what -o ends in tells, else plover.")
@click.option("--strict", is_flag=True, help="Only what the format itself has: no fields and files of ours.")
@one_of("--origin", "origins", (CODED, *ORIGINS), "NAME", "coded, gdelt, icews, polecat or acled.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE, with its schema and companion beside it; else to standard output, without.",
)
def command(
    a: str | None,
    b: str | None,
    project: Path,
    inputs: tuple[Path, ...],
    form: str | None,
    strict: bool,
    output: Path | None,
    **asked: Any,  # noqa: ANN401
) -> None:
    """Write events as PLOVER JSON, POLECAT, ICEWS, GDELT, ACLED-shaped, dyad-month, Parquet, FollowTheMoney or a graph.

    A and B are countries or bodies, by name or code: without them all events, with one its events with everybody.
    docs/formats.md says of every format which columns are empty or approximate.
    """
    events = wanted(a, b, asked)
    chosen = form or (format_of(output) if output else None) or _by_default(output)
    if inputs:
        _write(FromLines(inputs, events), chosen, output, strict)
        return
    with Project.open(project) as found:
        sources_held(found, events)
        _write(FromProject(found, events), chosen, output, strict)


def _by_default(output: Path | None) -> str:
    if output is None or output.suffix == ".jsonl":
        return "plover"
    message = f"{output}: several formats or none have this ending; say which with --format ({', '.join(FORMATS)})"
    raise UsageError(message)


def _write(source: FromLines | FromProject, form: str, output: Path | None, strict: bool) -> None:
    if output is None:
        number = stream(source, form, sys.stdout, strict=strict)
        click.echo(shared.number(number, "row"), err=True)
        return
    for path, rows in export(source, form, output, strict=strict).files.items():
        counted = rows or not path.name.endswith(".schema.json")
        click.echo(f"{path}: {shared.number(rows, 'row')}" if counted else path, err=True)
