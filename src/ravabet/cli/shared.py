"""What several commands share: inputs, days, progress, how a run ends."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from ravabet.model import Problem

T = TypeVar("T")
REJECTED = 3
"""Exit code of a run that finished but had to reject some of its input."""


def day(value: str) -> datetime.date:
    """The day an option gives, as in 2025-05-14; click tells the user where it is none."""
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as problem:
        message = f"{value!r} is not a day; write it as in 2025-05-14"
        raise click.BadParameter(message) from problem


inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
published = click.option(
    "--published", type=day, metavar="DAY", help="Day of publication of documents that state none."
)
output = click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)


def counted(items: Iterable[T], doing: str) -> Iterator[T]:
    """``items`` as they come, counted on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed:.0f}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)
        for item in items:
            progress.advance(task)
            yield item


class Tally:
    """How many documents were done and how many rejected; each rejection is told at once."""

    def __init__(self) -> None:
        self.done = 0
        self.rejected = 0

    def add(self, problem: Problem | None) -> None:
        """Counts one document."""
        if problem is None:
            self.done += 1
            return
        self.rejected += 1
        click.echo(f"{problem.where}: {problem.what}", err=True)

    def end(self) -> None:
        """Ends the command with the exit code that the documentation gives."""
        if self.rejected:
            sys.exit(REJECTED if self.done else 1)
