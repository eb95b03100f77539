"""``ravabet add``: documents into a project file."""

from __future__ import annotations

import datetime
import json
import shlex
import sys
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from ravabet.cli import shared
from ravabet.scale import Progress, RunReport, add

SHOWN = 20
"""Rejected documents that are told; all are in the project."""


@click.command(
    "add",
    epilog="""\b
Examples:
  ravabet add articles/ news.jsonl
  ravabet add feeds/*.xml -p caucasus.duckdb --workers 4""",
)
@shared.inputs
@shared.project
@shared.published
@click.option("--source", metavar="NAME", help="Source of documents that state none.")
@click.option("--language", metavar="CODE", help="Language of documents that state none (fa, ar, ru, en).")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes; as many as cores unless given.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read at most N documents.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
def command(
    inputs: tuple[str, ...],
    project: Path,
    published: datetime.date | None,
    source: str | None,
    language: str | None,
    workers: int | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Read documents into a project file, code them, and say what was done.

    INPUT is what `ravabet code` takes. What the project holds already is not done again, so a run that was stopped
    goes on where it was; nothing that reads the project is disturbed.
    """
    with _Shown() as shown:
        report = add(
            inputs,
            project,
            workers=workers,
            progress=shown.tell,
            published=published,
            source=source,
            language=language,
            limit=limit,
            command=shlex.join(sys.argv[1:]),
        )
    click.echo(json.dumps(asdict(report), ensure_ascii=False, indent=2) if as_json else told(report))
    if report.rejects:
        sys.exit(shared.REJECTED if report.read else 1)


def told(report: RunReport) -> str:
    """The report for a person to read."""
    lines = [
        f"{report.project}: {report.added} documents added ({report.known} of {report.read} read were known already)",
        f"  coded {report.coded}, repaired {report.repaired}, rejected {report.rejected}",
        f"  events {report.events}, reasons {report.reasons}; {report.seconds:.1f} s",
    ]
    lines += [f"  rejected: {place}: {what}" for place, what in report.rejects[:SHOWN]]
    if report.rejected > SHOWN:
        lines.append(f"  and {report.rejected - SHOWN} more; all are in table reject of the project")
    return "\n".join(lines)


class _Shown:
    """Progress on standard error, where that is a terminal."""

    def __init__(self) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
        self._task = self._bar.add_task("reading")

    def __enter__(self) -> _Shown:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def tell(self, at: Progress) -> None:
        doing = "merging" if at.merging else "coding"
        said = f"{doing}: {at.read} read, {at.known} known, {at.coded} coded, {at.rejected} rejected"
        self._bar.update(self._task, description=said)
