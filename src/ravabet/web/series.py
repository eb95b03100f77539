"""The course of relations of two, as the chart of the answer page shows it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ravabet.lexicon import QUAD_COLUMNS
from ravabet.relating import Change, changes
from ravabet.relating.series import PERIODS, By, Period, Series, next_of
from ravabet.store import relations
from ravabet.web.charts.timeline import Bar
from ravabet.web.reader import Words
from ravabet.web.site import Visit

if TYPE_CHECKING:
    from ravabet.store import Project

_LIMITS: tuple[tuple[By, int], ...] = (("day", 62), ("week", 400), ("month", 2200), ("quarter", 8000))
"""A course of so many days is shown by so long periods; a longer one by years."""
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
MOST = 800
"""Periods that a chart shows at most."""


@dataclass(frozen=True, slots=True)
class Course:
    """Periods in order, none left out, and the change points among them."""

    period: By
    bars: tuple[Bar, ...] = ()
    changes: tuple[Change, ...] = ()

    def end_of(self, bar: Bar) -> datetime.date:
        """The last day of a period."""
        return next_of(bar.start, self.period) - datetime.timedelta(days=1)


def course(visit: Visit, a: str, b: str, since: datetime.date | None, until: datetime.date | None) -> Course:
    """The course by the period that the address asks for, else by one that fits its length."""
    return drawn(kept(visit, a, b, since, until, visit.asked("by")), visit.words)


def kept(
    visit: Visit, a: str, b: str, since: datetime.date | None, until: datetime.date | None, asked: str | None = None
) -> Series | None:
    """``relation`` of the visit's project, kept until the file is replaced."""
    key = ("series", a, b, since, until, asked)
    return visit.site.kept(key, lambda: relation(visit.project, a, b, since, until, asked))


def relation(
    project: Project,
    a: str,
    b: str,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    asked: str | None = None,
) -> Series | None:
    """How a relation moved, by the period that is asked for or else by one that fits; None where nothing happened."""
    where, given = between(a, b, since, until)
    ((first, last),) = project.query(f"SELECT min(day), max(day) FROM pair WHERE {where}", *given)
    if first is None:
        return None
    days = (last - first).days
    period = next((by for by in PERIODS if by == asked and days <= MOST * _DAYS[by]), fitting(days))
    return relations.series(project, a, b, period, max(first, since or first), until)


def drawn(told: Series | None, words: Words) -> Course:
    """A series as the chart draws it."""
    if told is None:
        return Course("month")
    return Course(told.by, tuple(_bar(one, told.by, words) for one in told.periods), changes(told))


def _bar(one: Period, period: By, words: Words) -> Bar:
    """A period as the chart draws it."""
    low, high = one.mean_band or (None, None)
    return Bar(one.start, label_of(one.start, period, words), one.quads, one.mean, low, high, one.read)


def between(
    a: str, b: str, since: datetime.date | None, until: datetime.date | None
) -> tuple[str, list[str | datetime.date]]:
    """SQL for the rows of ``pair`` between two, either way, in a period."""
    bounds = [(f"day {sign} ?", day) for sign, day in ((">=", since), ("<=", until)) if day]
    where = " AND ".join(["((a = ? AND b = ?) OR (a = ? AND b = ?))", *(condition for condition, _ in bounds)])
    return where, [a, b, b, a, *(day for _, day in bounds)]


def fitting(days: int) -> By:
    """The period that so many days are best shown by."""
    return next((period for period, most in _LIMITS if days <= most), "year")


def label_of(day: datetime.date, period: str, words: Words) -> str:
    """What a period is called on the chart."""
    if period == "quarter":
        number = words.number((day.month - 1) // 3 + 1)
        return words.ui("answer.quarter", n=number, year=words.digits(str(day.year)))
    shown = {"month": 7, "year": 4}.get(period, 10)
    return words.plain_date(day.isoformat()[:shown])


COLUMNS = {
    "start": "DATE", "period": "VARCHAR", **dict.fromkeys(QUAD_COLUMNS, "INTEGER"),
    "mean": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE", "read": "INTEGER",
}  # fmt: skip
"""Columns of a course in the twins of pages."""


def rows(went: Course) -> list[dict[str, Any]]:
    """A course as rows of a table."""
    return [
        {
            "start": bar.start,
            "period": went.period,
            **dict(zip(QUAD_COLUMNS, bar.counts, strict=True)),
            "mean": bar.mean,
            "low": bar.low,
            "high": bar.high,
            "read": bar.read,
        }
        for bar in went.bars
    ]
