"""``ravabet why``: the answer to the question Ravabet is named for."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from ravabet.cli import shared
from ravabet.explaining import code_of, why
from ravabet.explaining.render import FORMATS, render
from ravabet.lexicon import LANGUAGES
from ravabet.model import Coding, UsageError
from ravabet.pipeline import code_all

if TYPE_CHECKING:
    from ravabet.store import Project

_SINCE = click.option("--since", type=shared.first_day, metavar="DAY", help="Only changes on or after this day.")
_UNTIL = click.option("--until", type=shared.last_day, metavar="DAY", help="Only changes on or before this day.")


def asked(command: shared.F) -> shared.F:
    """Adds what every question of why is asked by: two sides, INPUT or a project file, and a period."""
    found = shared.some_inputs(shared.project(shared.published(_SINCE(_UNTIL(command)))))
    return click.argument("a", metavar="A")(click.argument("b", metavar="B")(found))


depth = click.option(
    "--depth", type=click.IntRange(min=1), metavar="N", help="Go back at most N reasons from a change."
)
language = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the answer."
)
form = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Format of the answer.",
)


@click.command(
    "why",
    epilog="""\b
Examples:
  ravabet why RUS KGZ --published 2025-05-14 article.txt
  ravabet why Russia Kyrgyzstan articles/ --since 2024-01-01 --lang ru
  ravabet why روسیه قرقیزستان article.txt --lang fa --format html -o answer.html
  ravabet why RUS KGZ -p caucasus.duckdb
  ravabet why RUS KGZ --at 2""",
)
@asked
@click.option("--at", metavar="CHANGE", help="Why this change: its number in `ravabet relations`, or a day near it.")
@depth
@language
@form
@shared.output
def command(
    a: str,
    b: str,
    inputs: tuple[str, ...],
    project: Path,
    published: datetime.date | None,
    since: datetime.date | None,
    until: datetime.date | None,
    at: str | None,
    depth: int | None,
    lang: str,
    form: str,
    output: TextIO,
) -> None:
    """Why did relations between A and B change?

    A and B are countries or bodies, by name (in English, Persian, Arabic or Russian) or code; INPUT is a file of text
    or JSON lines, a folder, or - for standard input. Without INPUT the project file is asked.
    """
    one, two = code_of(a), code_of(b)
    if not inputs:
        from ravabet.store import Project  # noqa: PLC0415  the database is loaded only where it is used

        with Project.open(project) as found:
            if at:
                since, until = _around(found, one, two, at)
            answer = found.why(one, two, since=since, until=until, depth=depth)
        output.write(render(answer, language=lang, form=form))
        return
    if at:
        message = "--at asks the project file for its changes; leave INPUT out, or give --since and --until"
        raise UsageError(message)
    codings, tally = coded(inputs, published)
    if tally.done:
        answer = why(codings, one, two, since=since, until=until, depth=depth)
        output.write(render(answer, language=lang, form=form))
    tally.end()


def coded(inputs: tuple[str, ...], published: datetime.date | None) -> tuple[list[Coding], shared.Tally]:
    """The documents of INPUT, coded, and how many were done and rejected."""
    tally = shared.Tally()
    codings = []
    for coding in shared.counted(code_all(inputs, published=published), "Documents read"):
        codings.append(coding)
        tally.add(coding.problem, coding.document.language)
    return codings, tally


def _around(project: Project, a: str, b: str, at: str) -> tuple[datetime.date, datetime.date]:
    """The days round a change that is asked for by its number or by a day near it."""
    from ravabet.store.relations import AFTER, BEFORE, change_at, turns  # noqa: PLC0415

    found = turns(project, a, b)
    if not at.isdigit():
        shared.day(at)
    change = change_at(found, at)
    if change is None:
        message = f"no change {at} of {a} and {b} is known; `ravabet relations {a} {b}` tells those there are"
        raise UsageError(message)
    click.echo(f"change of {change.day}: {change.kind}, {change.before:+.1f} to {change.after:+.1f}", err=True)
    return change.day - BEFORE, change.day + AFTER
