"""What several commands share: inputs, days, progress, how a run ends."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from ravabet.lexicon import EXPERIMENTAL
from ravabet.model import Problem, UsageError, one_day
from ravabet.reading import WebAddress, is_address

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
REJECTED = 3
"""Exit code of a run that finished but had to reject some of its input."""
_ON_TRIAL = (
    "{language}: this language is experimental; its texts are coded by grammar alone, without a model learned "
    "from news, so check what is found"
)


def first_day(value: str) -> datetime.date:
    """The first day of what an option gives: a day, a month (2025-05) or a year."""
    return _bound(value, last=False)


def last_day(value: str) -> datetime.date:
    """The last day of what an option gives: a day, a month or a year."""
    return _bound(value, last=True)


def day(value: str) -> datetime.date:
    """The day an option gives, as in 2025-05-14; click tells the user where it is none."""
    try:
        return one_day(value)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from problem


def _bound(value: str, *, last: bool) -> datetime.date:
    """A bound; click tells the user, with the option's name, where it is no day."""
    from ravabet.explaining import bound  # noqa: PLC0415  the lexicon is loaded only where it is used

    try:
        return bound(value, last=last)
    except UsageError as problem:
        raise click.BadParameter(str(problem)) from problem


def two(a: str, b: str) -> tuple[str, str]:
    """The codes of two different sides; raises UsageError for an unknown one and where both are the same."""
    from ravabet.explaining import code_of, different  # noqa: PLC0415  likewise

    return different(code_of(a), code_of(b))


def _default_path() -> Path:
    """The project file where none is named."""
    from ravabet.store import default_path  # noqa: PLC0415  the database is loaded only where it is used

    return default_path()


def _allow_fetching(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta["fetch"] = value


def _fetched_if_allowed(ctx: click.Context, _: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The inputs, with web addresses marked as allowed where ``--fetch`` is given."""
    return tuple(WebAddress(one) if ctx.meta.get("fetch") and is_address(one) else one for one in value)


def inputs(command: F) -> F:
    """Adds the argument INPUT... and the option that allows web addresses among them."""
    return _inputs(command, required=True)


def some_inputs(command: F) -> F:
    """The same where there need be none."""
    return _inputs(command, required=False)


def _inputs(command: F, *, required: bool) -> F:
    fetch = click.option(
        "--fetch",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_allow_fetching,
        help="Fetch the web addresses among INPUT.",
    )
    given = click.argument(
        "inputs",
        nargs=-1,
        required=required,
        metavar="INPUT..." if required else "[INPUT...]",
        callback=_fetched_if_allowed,
    )
    return given(fetch(command))


published = click.option(
    "--published", type=day, metavar="DAY", help="Day of publication of documents that state none."
)
project = click.option(
    "-p",
    "--project",
    type=click.Path(dir_okay=False, path_type=Path),
    default=_default_path,
    metavar="FILE",
    help="Project file; ravabet.duckdb in this folder unless given (also RAVABET_PROJECT).",
)
output = click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)


def number(count: int, one: str) -> str:
    """A count and what is counted, as in "1 document" and "2 documents"."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


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
    """How many documents were done and how many rejected; each rejection is told at once, each trial language once."""

    def __init__(self) -> None:
        self.done = 0
        self.rejected = 0
        self.on_trial: set[str] = set()

    def add(self, problem: Problem | None, language: str | None = None) -> None:
        """Counts one document; ``language``: that in which it was coded."""
        if problem is None:
            self.done += 1
            if language in EXPERIMENTAL and language not in self.on_trial:
                self.on_trial.add(language)
                click.echo(_ON_TRIAL.format(language=language), err=True)
            return
        self.rejected += 1
        click.echo(f"{problem.where}: {problem.what}", err=True)

    def end(self) -> None:
        """Ends the command with the exit code that the documentation gives."""
        if self.rejected:
            sys.exit(REJECTED if self.done else 1)
