"""The course of relations of two, as the chart of the answer page shows it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from ravabet.web.charts.timeline import Bar
from ravabet.web.reader import Words
from ravabet.web.site import Site, Visit
from ravabet.web.turns import Change

PERIODS = ("day", "week", "month", "quarter", "year")
_LIMITS = (("day", 62), ("week", 400), ("month", 2200), ("quarter", 8000))
"""A course of so many days is shown by so long periods; a longer one by years."""
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
MOST = 800
"""Periods that a chart shows at most."""


@dataclass(frozen=True, slots=True)
class Course:
    """Periods in order, none left out, and the change points among them."""

    period: str
    bars: tuple[Bar, ...] = ()
    changes: tuple[Change, ...] = ()

    def end_of(self, bar: Bar) -> datetime.date:
        """The last day of a period."""
        return _next(bar.start, self.period) - datetime.timedelta(days=1)


def course(visit: Visit, a: str, b: str, since: datetime.date | None, until: datetime.date | None) -> Course:
    """The course by the period that the address asks for, else by one that fits its length."""
    rows = visit.project.rows(
        "SELECT day, quad, count(*) AS events, avg(score) AS mean, sum(score * score) AS squares FROM ("
        "SELECT DISTINCT event, day, quad, score FROM pair WHERE ((a = ? AND b = ?) OR (a = ? AND b = ?)) "
        "AND day >= ? AND day <= ? AND status <> 'denied') GROUP BY ALL ORDER BY day",
        a, b, b, a, since or datetime.date.min, until or datetime.date.max,
    )  # fmt: skip
    if not rows:
        return Course("month")
    days = (rows[-1]["day"] - rows[0]["day"]).days
    asked = visit.asked("by")
    period = asked if asked in PERIODS and days <= MOST * _DAYS[asked] else fitting(days)
    return Course(period, bars(rows, period, visit.words, read_on(visit.site)))


def read_on(site: Site) -> Mapping[datetime.date, int]:
    """How many documents were read of each day of publication."""
    return site.kept(
        "read on",
        lambda: dict(site.project.query("SELECT published, count(*) FROM document WHERE published NOTNULL GROUP BY 1")),
    )


def fitting(days: int) -> str:
    """The period that so many days are best shown by."""
    return next((period for period, most in _LIMITS if days <= most), "year")


def bars(
    rows: Sequence[Mapping[str, Any]],
    period: str,
    words: Words,
    read: Mapping[datetime.date, int] | None = None,
) -> tuple[Bar, ...]:
    """Every period from the first to the last of ``rows``, each with a ``day``, ``quad``, ``events`` and ``mean``.

    With ``squares`` (the sum of squared scores) in the rows, the mean has its band; ``read``: documents read by day.
    """
    found: dict[datetime.date, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(start_of(row["day"], period), []).append(row)
    covered: dict[datetime.date, int] = {}
    for day, number in (read or {}).items():
        covered[start_of(day, period)] = covered.get(start_of(day, period), 0) + number
    made, day, last = [], min(found), max(found)
    while day <= last:
        known = covered.get(day, 0) if read is not None else 1
        made.append(_bar(day, label_of(day, period, words), found.get(day, []), known))
        day = _next(day, period)
    return tuple(made)


def _bar(day: datetime.date, label: str, rows: Sequence[Mapping[str, Any]], read: int) -> Bar:
    counts = [sum(row["events"] for row in rows if row["quad"] == quad) for quad in (1, 2, 3, 4)]
    total = sum(counts)
    if not total:
        return Bar(day, label, (0, 0, 0, 0), read=read)
    mean = sum(row["mean"] * row["events"] for row in rows) / total
    low, high = _band(mean, total, sum(row.get("squares") or 0.0 for row in rows))
    return Bar(day, label, (counts[0], counts[1], counts[2], counts[3]), mean, low, high, read)


def _band(mean: float, number: int, squares: float) -> tuple[float | None, float | None]:
    """The mean with twice its standard error either way; nothing for a single event."""
    if number < 2 or not squares:
        return None, None
    variance = max(0.0, (squares - number * mean * mean) / (number - 1))
    wide = 1.96 * sqrt(variance / number)
    return mean - wide, mean + wide


def start_of(day: datetime.date, period: str) -> datetime.date:
    """The first day of the period that ``day`` lies in."""
    if period == "week":
        return day - datetime.timedelta(days=day.weekday())
    if period == "month":
        return day.replace(day=1)
    if period == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return day.replace(month=1, day=1) if period == "year" else day


def _next(day: datetime.date, period: str) -> datetime.date:
    """The first day of the period after the one that begins on ``day``."""
    if period in ("day", "week"):
        return day + datetime.timedelta(days=1 if period == "day" else 7)
    months = {"month": 1, "quarter": 3, "year": 12}[period]
    later = day.year * 12 + day.month - 1 + months
    return datetime.date(later // 12, later % 12 + 1, 1)


def label_of(day: datetime.date, period: str, words: Words) -> str:
    """What a period is called on the chart."""
    if period == "quarter":
        number = words.number((day.month - 1) // 3 + 1)
        return words.ui("answer.quarter", n=number, year=words.digits(str(day.year)))
    shown = {"month": 7, "year": 4}.get(period, 10)
    return words.plain_date(day.isoformat()[:shown])


COLUMNS = {
    "start": "DATE", "period": "VARCHAR", "verbal_cooperation": "INTEGER", "material_cooperation": "INTEGER",
    "verbal_conflict": "INTEGER", "material_conflict": "INTEGER", "mean": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE",
    "read": "INTEGER",
}  # fmt: skip
"""Columns of a course in the twins of pages."""


def rows(went: Course) -> list[dict[str, Any]]:
    """A course as rows of a table."""
    return [
        {
            "start": bar.start,
            "period": went.period,
            "verbal_cooperation": bar.counts[0],
            "material_cooperation": bar.counts[1],
            "verbal_conflict": bar.counts[2],
            "material_conflict": bar.counts[3],
            "mean": bar.mean,
            "low": bar.low,
            "high": bar.high,
            "read": bar.read,
        }
        for bar in went.bars
    ]
