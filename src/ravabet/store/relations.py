"""Relations in the project file: how two moved, when they turned, and who acted with whom.

Denied acts are counted nowhere. An occurrence has the mean score of its reports, and the type and class of the surest.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ravabet.relating import Change, Happening, Network, Series, Tie, changes
from ravabet.relating.network import network as network_of
from ravabet.relating.series import By, start_of
from ravabet.relating.series import series as series_of
from ravabet.store.filters import READ
from ravabet.store.placing import place_copies, place_occurrences

if TYPE_CHECKING:
    from ravabet.store.project import Project

__all__ = ["change_at", "evidence", "network", "place_copies", "place_occurrences", "series", "ties", "turns"]

BEFORE, AFTER = datetime.timedelta(days=7), datetime.timedelta(days=45)
"""What happened so long before and after a change point is asked for its reasons."""
HAPPENED = """
    SELECT coalesce(occurrence, event) AS occurrence, min(day), arg_max(type, (confidence, event)),
           arg_max(quad, (confidence, event)), avg(score), max(confidence), count(DISTINCT event),
           list_sort(list(DISTINCT voice))
    FROM pair
    WHERE ({sides}) AND status <> 'denied' AND day >= ? AND day <= ? AND confidence >= ?
    GROUP BY 1 ORDER BY 2, 1"""
BOTH = "(a = ? AND b = ?) OR (a = ? AND b = ? AND directed)"
"""Acts between equals stand in the table both ways and are read one way."""
TIES = """
    WITH told AS (
        SELECT coalesce(occurrence, event) AS occurrence, least(a, b) AS one, greatest(a, b) AS two,
               arg_max(quad, confidence) AS quad, avg(score) AS score, count(DISTINCT event) AS reports,
               min(voice) AS voice
        FROM pair WHERE (directed OR a < b) AND a <> b AND status <> 'denied'
            AND day >= ? AND day <= ? AND confidence >= ?{quads}
        GROUP BY ALL)
    SELECT one, two, count(*) FILTER (quad <= 2), count(*) FILTER (quad > 2), avg(score), sum(reports)::BIGINT,
           count(DISTINCT voice)
    FROM told GROUP BY 1, 2 ORDER BY 1, 2"""


def series(
    project: Project,
    a: str,
    b: str,
    by: By = "month",
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    least: float = 0.0,
    *,
    directed: bool = False,
) -> Series:
    """The relation of ``a`` and ``b`` period by period, those without events included.

    It begins with ``since``, else with the month in which the first document was published: what is told of earlier
    times is looked back on, not followed. ``least``: events of lower confidence do not count; ``directed``: only what
    ``a`` did to ``b``, and what they did together. Events of other data sets count as events; the documents that they
    name were not read here, so they do not count as coverage.
    """
    since = since or _first_read(project)
    first, last = since or datetime.date.min, until or datetime.date.max
    sides, codes = ("a = ? AND b = ?", (a, b)) if directed else (BOTH, (a, b, b, a))
    rows = project.query(HAPPENED.format(sides=sides), *codes, first, last, least)
    told = [
        Happening(name, day, kind, quad, score, confidence, reports, tuple(voices))
        for name, day, kind, quad, score, confidence, reports, voices in rows
        if day is not None
    ]
    read = project.query(
        f"SELECT published, count(*) FROM document WHERE {READ} AND published >= ? AND published <= ? GROUP BY 1",
        *(first, last),
    )
    about = project.query(
        f"SELECT day, count(DISTINCT doc) FROM pair SEMI JOIN (SELECT doc FROM document WHERE {READ}) USING (doc) "
        "WHERE a IN (?, ?) AND day >= ? AND day <= ? GROUP BY 1",
        *(a, b, first, last),
    )
    return series_of(a, b, told, by=by, directed=directed, since=since, until=until, read=dict(read), about=dict(about))


def _first_read(project: Project) -> datetime.date | None:
    ((day,),) = project.query(f"SELECT min(published) FROM document WHERE {READ}")
    return start_of(day, "month") if day else None


def turns(project: Project, a: str, b: str, least: float = 0.0) -> tuple[Change, ...]:
    """The change points of the relation of two over all that the project holds, in order of time."""
    return changes(series(project, a, b, least=least))


def change_at(found: Sequence[Change], asked: str) -> Change | None:
    """The change point that is asked for: by its number, counted from 1, or the one nearest to a day."""
    if asked.isdigit():
        return found[int(asked) - 1] if 0 < int(asked) <= len(found) else None
    day = datetime.date.fromisoformat(asked)
    return min(found, key=lambda change: abs((change.day - day).days), default=None)


def evidence(project: Project, occurrences: Sequence[str]) -> list[dict[str, Any]]:
    """The clearest report of each occurrence, in their order: its day, type, event, document, source and quote."""
    rows = project.rows(
        "SELECT o.occurrence, e.day, e.type, e.event, e.doc, e.source, e.quote, o.reports, o.voices "
        "FROM occurrence o JOIN event e ON e.event = o.event WHERE o.occurrence IN (SELECT unnest(?::VARCHAR[]))",
        list(occurrences),
    )
    return sorted(rows, key=lambda row: occurrences.index(row["occurrence"]))


def ties(
    project: Project,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    least: float = 0.0,
    quads: Sequence[int] = (),
) -> list[Tie]:
    """What every two did with one another in a period; ``quads``: only acts of these classes."""
    marks = f" AND quad IN ({', '.join('?' * len(quads))})" if quads else ""
    first, last = since or datetime.date.min, until or datetime.date.max
    return [Tie(*row) for row in project.query(TIES.format(quads=marks), first, last, least, *quads)]


def network(
    project: Project,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    least: float = 0.0,
    quads: Sequence[int] = (),
) -> Network:
    """Who acted with whom in a period, with centralities and blocs."""
    return network_of(ties(project, since, until, least, quads))
