"""The course of relations of two, as the chart of the answer page shows it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ravabet.web.charts.timeline import Bar, Flag
from ravabet.web.reader import Words
from ravabet.web.site import Visit

PERIODS = ("day", "week", "month", "quarter", "year")
_LIMITS = (("day", 62), ("week", 400), ("month", 2200), ("quarter", 8000))
"""A course of so many days is shown by so long periods; a longer one by years."""


@dataclass(frozen=True, slots=True)
class Course:
    """Periods in order, none left out, and the change points among them with the events behind each."""

    period: str
    bars: tuple[Bar, ...] = ()
    flags: tuple[tuple[Flag, Any], ...] = ()
    changes: tuple[Any, ...] = field(default=())

    def end_of(self, bar: Bar) -> datetime.date:
        """The last day of a period."""
        return _next(bar.start, self.period) - datetime.timedelta(days=1)


def course(visit: Visit, a: str, b: str, since: datetime.date | None, until: datetime.date | None) -> Course:
    """The course by the period that the address asks for, else by one that fits its length."""
    rows = visit.project.rows(
        "SELECT day, quad, count(DISTINCT event) AS events, avg(score) AS mean FROM pair "
        "WHERE ((a = ? AND b = ?) OR (a = ? AND b = ?)) AND day IS NOT NULL "
        "AND day >= ? AND day <= ? AND status <> 'denied' GROUP BY ALL ORDER BY day",
        a, b, b, a, since or datetime.date.min, until or datetime.date.max,
    )  # fmt: skip
    if not rows:
        return Course("month")
    first, last = since or rows[0]["day"], until or rows[-1]["day"]
    asked = visit.asked("by")
    period = asked if asked in PERIODS else fitting((last - first).days)
    return Course(period, bars(rows, period, visit.words))


def fitting(days: int) -> str:
    """The period that so many days are best shown by."""
    return next((period for period, most in _LIMITS if days <= most), "year")


def bars(rows: Sequence[Mapping[str, Any]], period: str, words: Words) -> tuple[Bar, ...]:
    """Every period from the first to the last of ``rows``, each with a ``day``, ``quad``, ``events`` and ``mean``."""
    found: dict[datetime.date, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(start_of(row["day"], period), []).append(row)
    made, day, last = [], min(found), max(found)
    while day <= last:
        here = found.get(day, [])
        counts = [sum(r["events"] for r in here if r["quad"] == quad) for quad in (1, 2, 3, 4)]
        total = sum(counts)
        mean = sum(r["mean"] * r["events"] for r in here) / total if total else None
        made.append(Bar(day, label_of(day, period, words), (counts[0], counts[1], counts[2], counts[3]), mean, read=1))
        day = _next(day, period)
    return tuple(made)


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
