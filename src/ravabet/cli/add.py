"""``ravabet add``: documents into a project file."""

from __future__ import annotations

import json
import shlex
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from ravabet.cli import shared
from ravabet.model import UsageError
from ravabet.scale import Plan, Progress, RunReport, add, plan

SHOWN = 20
"""Rejected documents that are told; all are in the project."""
QUIET = 30.0
"""Seconds between two lines where standard error is no terminal."""


@click.command(
    "add",
    short_help="Read documents into a project file and code them.",
    epilog="""\b
Examples:
  ravabet add articles/ news.jsonl
  ravabet add feeds/*.xml -p caucasus.duckdb --workers 4
  ravabet add archive/ --dry-run
  ravabet add --recode""",
)
@shared.some_inputs
@shared.project
@shared.published
@click.option("--source", metavar="NAME", help="Source of documents that state none.")
@click.option("--language", metavar="CODE", help="Language of documents that state none (fa, ar, ru, en).")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes; as many as cores unless given.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read at most N documents.")
@click.option("--fast", is_flag=True, help="Arabic and Russian without a parser: faster, no reasons.")
@click.option("--recode", is_flag=True, help="Also code again what an older version or lexicon coded.")
@click.option("--dry-run", is_flag=True, help="Say what there is to do and how long it would take; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
def command(
    inputs: tuple[str, ...],
    project: Path,
    workers: int | None,
    limit: int | None,
    fast: bool,
    recode: bool,
    dry_run: bool,
    as_json: bool,
    **given: Any,  # noqa: ANN401
) -> None:
    """Read documents into a project file, code them, and say what was done.

    INPUT is what `ravabet code` takes. What the project holds already is not done again, so a run that was stopped
    goes on where it was; nothing that reads the project is disturbed.
    """
    if not inputs and not recode:
        message = "name files or folders to add, or code anew what the project holds with --recode"
        raise UsageError(message)
    if dry_run:
        found = plan(inputs, project, workers=workers, fast=fast, **given)
        click.echo(_json(found) if as_json else planned(found))
        return
    with _Shown() as shown:
        report = add(
            inputs,
            project,
            workers=workers,
            progress=shown.tell,
            limit=limit,
            recode=recode,
            fast=fast,
            command=shlex.join(sys.argv[1:]),
            **given,
        )
    click.echo(_json(report) if as_json else told(report))
    if report.rejects:
        sys.exit(shared.REJECTED if report.read else 1)


def _json(report: RunReport | Plan) -> str:
    return json.dumps(asdict(report), ensure_ascii=False, indent=2)


def planned(found: Plan) -> str:
    """What there is to do, for a person to read."""
    spoken = ", ".join(f"{language or 'unknown'} {number}" for language, number in found.languages.most_common())
    lines = [
        f"{found.read} documents: {found.new} new ({spoken or 'none'}), {found.known} known already; "
        f"{len(found.rejects)} cannot be read",
        f"  coding would take about {_time(found.seconds)} with {found.workers} processes",
        *(f"  first: {one}" for one in found.first),
    ]
    return "\n".join(lines + _rejects(found.rejects))


def _time(seconds: float) -> str:
    """A length of time in words that are short."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes / 60:.1f} h"


def told(report: RunReport) -> str:
    """The report for a person to read."""
    if report.project is None:
        return "\n".join(["nothing could be read, so no project file was made", *_rejects(report.rejects)])
    uncoded = f", kept {report.uncoded} without coding" if report.uncoded else ""
    unread = f"; {shared.number(report.unread, 'input')} could not be read" if report.unread else ""
    lines = [
        f"{report.project}: {shared.number(report.added, 'document')} added, {report.known} known already{unread}",
        *([f"  coded again: {report.recoded}"] if report.recoded else []),
        f"  coded {report.coded}{uncoded}, repaired {report.repaired}",
        f"  events {report.events}, reasons {report.reasons}; {report.seconds:.1f} s",
    ]
    return "\n".join(lines + _rejects(report.rejects))


def _rejects(rejects: Sequence[tuple[str, str]]) -> list[str]:
    lines = [f"  rejected: {place}: {what}" for place, what in rejects[:SHOWN]]
    if len(rejects) > SHOWN:
        lines.append(f"  and {len(rejects) - SHOWN} more; --json tells all, and table reject of the project keeps them")
    return lines


class _Shown:
    """Progress on standard error: a bar on a terminal, else a line from time to time."""

    def __init__(self) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._live = sys.stderr.isatty()
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True, disable=not self._live)
        self._task = self._bar.add_task("reading")
        self._begun = self._said = time.monotonic()
        self._at = Progress()

    def __enter__(self) -> _Shown:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def tell(self, at: Progress) -> None:
        """Show how far the run has come."""
        now = time.monotonic()
        if self._live:
            self._bar.update(self._task, description=self.line(at, now))
        elif now - self._said > QUIET or (at.merging and not self._at.merging and now - self._begun > QUIET):
            self._said = now
            click.echo(self.line(at, now), err=True)
        self._at = at

    def line(self, at: Progress, now: float) -> str:
        """How far the run has come, in a line, with the time that is left where it can be told."""
        doing = "merging" if at.merging else "coding"
        of = f" of about {at.expected}" if at.expected and at.expected >= at.read else ""
        said = f"{doing}: {at.read}{of} read, {at.known} known, {at.coded} coded, {at.rejected} rejected"
        done = at.known + at.coded
        if not of or not at.coded or at.merging or not at.expected:
            return said
        left = (now - self._begun) / done * max(at.expected - done - at.rejected, 0)
        return f"{said}; about {_time(left)} left"
