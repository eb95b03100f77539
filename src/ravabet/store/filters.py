"""Which events are asked for, as a condition of SQL with its values."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ORDERS = {
    "day": "day, doc, sentence_start, trigger_start, event",
    "-day": "day DESC NULLS LAST, doc, sentence_start, trigger_start, event",
    "confidence": "confidence DESC, event",
    "score": "score, event",
    "-score": "score DESC, event",
}
"""Orders of events, by name; ``-day`` is the latest first."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What is asked of events; what is left out is not asked.

    ``a`` and ``b``: codes that take part (on any side; with ``directed``, ``a`` acts on ``b``). Tuples hold the values
    of which one must be. ``since``, ``until`` and ``month`` (``2025-04``) bound the day; ``least`` is the least
    confidence; ``band`` a tenth of confidence ("0.8": from .8 to below .9); ``text`` must stand in the quote as it is.
    """

    a: str | None = None
    b: str | None = None
    directed: bool = False
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quads: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    occurrences: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    month: str | None = None
    least: float = 0.0
    band: str | None = None
    has_reason: bool | None = None
    text: str | None = None
    order: str = "day"
    limit: int = 100
    offset: int = 0


ONE_OF = {
    "types": "type",
    "modes": "mode",
    "quads": "quad",
    "statuses": "status",
    "languages": "language",
    "sources": "source",
    "origins": "origin",
    "docs": "doc",
    "occurrences": "occurrence",
}
"""Fields of the filter that hold allowed values of a column."""


def condition(asked: EventFilter) -> tuple[str, list[Any]]:
    """The WHERE clause (without the word) over table event, and its values."""
    parts: list[str] = ["true"]
    values: list[Any] = []

    def ask(sql: str, *given: object) -> None:
        parts.append(sql)
        values.extend(given)

    for name, column in ONE_OF.items():
        allowed = getattr(asked, name)
        if allowed:
            ask(f"{column} IN ({', '.join('?' * len(allowed))})", *allowed)
    _sides(asked, ask)
    if asked.contexts:
        ask("list_has_any(context, ?)", list(asked.contexts))
    if asked.since:
        ask("day >= ?", asked.since)
    if asked.until:
        ask("day <= ?", asked.until)
    if asked.month:
        ask("strftime(day, '%Y-%m') = ?", asked.month)
    if asked.least > 0:
        ask("confidence >= ?", asked.least)
    if asked.band:
        ask("floor(confidence * 10) = ?", round(float(asked.band) * 10))
    if asked.has_reason is not None:
        ask("has_reason = ?", asked.has_reason)
    if asked.text:
        ask("contains(quote, ?)", asked.text)
    return " AND ".join(parts), values


def _sides(asked: EventFilter, ask: Callable[..., None]) -> None:
    if asked.directed:
        if asked.a:
            ask("list_contains(actors, ?)", asked.a)
        if asked.b:
            ask(
                "(list_contains(recipients, ?) OR (len(recipients) = 0 AND list_contains(actors, ?)))", asked.b, asked.b
            )
        return
    both = "SELECT event FROM pair WHERE a = ? AND b = ?"
    if asked.a and asked.b:
        ask(f"event IN ({both} UNION ALL {both})", asked.a, asked.b, asked.b, asked.a)
    elif asked.a or asked.b:
        one = asked.a or asked.b
        ask("(list_contains(actors, ?) OR list_contains(recipients, ?))", one, one)


FACETS = {
    "type": "type",
    "mode": "mode",
    "context": "unnest(context)",
    "quad": "quad",
    "status": "status",
    "language": "language",
    "source": "source",
    "origin": "origin",
    "month": "strftime(day, '%Y-%m')",
    "confidence": "format('{:.1f}', least(floor(confidence * 10), 9) / 10)",
    "has_reason": "CASE WHEN has_reason THEN '1' ELSE '0' END",
}
"""What events are counted by, as SQL."""
SHOWN = 30
"""Values of one facet that are counted out; the others are left out, the rarest first."""
BY_VALUE = frozenset({"month", "confidence", "quad"})
"""Facets that are ordered by value; all others by count."""
