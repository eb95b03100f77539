"""Which events are asked for, as a condition of SQL with its values."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

READ = "(origin = 'coded')"
"""That a row of table document is a text that was read; others name what other data sets were made from."""
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
    "month": "date_trunc('month', day)",
    "confidence": "least(floor(confidence * 10), 9)",
    "has_reason": "has_reason",
}
"""What events are counted by, as SQL."""
NAMED = {
    "month": "strftime(value, '%Y-%m')",
    "confidence": "format('{:.1f}', value / 10)",
    "has_reason": "CASE WHEN value THEN '1' ELSE '0' END",
}
"""How the values are named, where not as they are; done once a value, not once an event, which is ten times faster."""
SHOWN = 30
"""Values of one facet that are counted out; the others are left out, the rarest first."""
BY_VALUE = frozenset({"month", "confidence", "quad"})
"""Facets that are ordered by value; all others by count."""
DYADS = f"""
    WITH told AS (
        SELECT event, least(a, b) AS a, greatest(a, b) AS b FROM pair WHERE (directed OR a < b) AND {{where}}),
    most AS (SELECT a, b FROM told GROUP BY a, b ORDER BY count(*) DESC, a, b LIMIT {3 * SHOWN})
    SELECT a || '-' || b AS value, count(DISTINCT event) AS n FROM told SEMI JOIN most USING (a, b)
    GROUP BY 1 ORDER BY n DESC, value LIMIT {SHOWN}"""
"""Dyads by events. An act of each on the other has two rows, so those with most rows are found first, then counted."""


def _facet(name: str) -> str:
    """A query for the values of a facet and how many of the events in ``told`` have each."""
    order = "value" if name in BY_VALUE else "n DESC, value"
    limit = "" if name in BY_VALUE else f"LIMIT {SHOWN}"
    return f"""SELECT {NAMED.get(name, "value")} AS value, n FROM (
        SELECT value, count(*) AS n FROM (SELECT {FACETS[name]} AS value FROM told)
        WHERE value IS NOT NULL GROUP BY 1) ORDER BY {order} {limit}"""


def facets(where: str) -> str:
    """One query for all facets but dyads: rows of facet, place, value, count."""
    parts = [
        f"SELECT '{name}' AS facet, row_number() OVER () AS place, CAST(value AS VARCHAR) AS value, n "
        f"FROM ({_facet(name)})"
        for name in FACETS
    ]
    # what is asked for is found once; all there is need not be copied, as each facet reads but one column
    kept = "MATERIALIZED" if where != "true" else "NOT MATERIALIZED"
    columns = "type, mode, context, quad, status, language, source, origin, day, confidence, has_reason"
    told = f"WITH told AS {kept} (SELECT {columns} FROM event WHERE {where})"
    return f"{told} SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY facet, place"
