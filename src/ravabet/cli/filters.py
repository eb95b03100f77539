"""What ``events`` and ``export`` ask of events: the arguments A and B, the options, and the filter they make."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, TypeVar, get_args

import click

from ravabet.cli import shared
from ravabet.explaining import code_of, in_order
from ravabet.lexicon import EXPERIMENTAL, LANGUAGES, TYPES
from ravabet.model import Status, UsageError
from ravabet.store import EventFilter, Project

F = TypeVar("F", bound=Callable[..., Any])
SUGGESTED = 5
"""How many sources are named to who asks for one that the project does not have."""


def one_of(name: str, field: str, values: tuple[str, ...], metavar: str, told: str) -> Callable[[F], F]:
    """An option that may be given more than once, each time with one of ``values``."""
    kind = click.Choice(values, case_sensitive=False)
    return click.option(name, field, multiple=True, type=kind, metavar=metavar, help=told)


_PARTS = (
    click.argument("a", required=False),
    click.argument("b", required=False),
    click.option("--directed", is_flag=True, help="Only what A did to B."),
    one_of("--type", "types", TYPES, "TYPE", "PLOVER type; may be given more than once."),
    one_of("--status", "statuses", get_args(Status), "STATUS", "happened, planned, denied or claimed."),
    one_of("--language", "languages", (*LANGUAGES, *EXPERIMENTAL), "CODE", "Language of the document."),
    click.option("--source", "sources", multiple=True, metavar="NAME", help="Source of the document."),
    click.option("--since", type=shared.first_day, metavar="DAY", help="Only events on or after this day."),
    click.option("--until", type=shared.last_day, metavar="DAY", help="Only events on or before this day."),
    click.option("--least", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="Least confidence."),
    click.option("--reason/--no-reason", "has_reason", default=None, help="Only events with (without) a reason."),
)


def filters(command: F) -> F:
    """Adds the arguments A and B and the options that say which events are asked for."""
    return reduce(lambda made, part: part(made), reversed(_PARTS), command)


def wanted(a: str | None, b: str | None, asked: Mapping[str, Any]) -> EventFilter:
    """The filter that arguments and options make; raises UsageError for unknown sides and days in the wrong order."""
    in_order(asked["since"], asked["until"])
    one, other = shared.two(a, b) if a and b else (code_of(a) if a else None, None)
    return EventFilter(a=one, b=other, **asked)


def sources_held(project: Project, asked: EventFilter) -> None:
    """Raises UsageError, with the names most like it, where a source is asked for of which the project has nothing."""
    if not asked.sources:
        return
    rows = project.query("SELECT source FROM document WHERE source IS NOT NULL GROUP BY source ORDER BY count(*) DESC")
    known = [source for (source,) in rows]
    for source in asked.sources:
        if source not in known:
            message = f"{project.path} has no document of source {source!r}: {_hint(source, known)}"
            raise UsageError(message)


def _hint(source: str, known: list[str]) -> str:
    folded = {name.casefold(): name for name in reversed(known)}
    near = [folded[one] for one in difflib.get_close_matches(source.casefold(), folded, n=SUGGESTED)]
    if near:
        return f"did you mean {' or '.join(near)}?"
    if not known:
        return "none of its documents states a source"
    return f"its sources are {', '.join(known[:SUGGESTED])}{' ...' if len(known) > SUGGESTED else ''}"
