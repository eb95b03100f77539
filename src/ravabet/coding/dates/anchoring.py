"""From what a date says to the day, month or year that it means, counted from the day of publication."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from ravabet.language.calendars import CalendarName, iso, month_of, shift_month, year_of
from ravabet.model import Precision

Resolved = tuple[str, Precision]
SOON = 31
"""Days within which a date without a year may lie ahead though its clause is told in the past."""
WEEK = 7
MONTHS = 12
"""Of a year."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication; ``week_start``: the weekday on which weeks begin, 0 for Monday."""

    published: datetime.date
    week_start: int

    def shifted(self, unit: str, by: int) -> Resolved | None:
        """The day, month or year ``by`` units after publication; None where no calendar reaches it."""
        if unit == "day":
            return days_after(self.published, by)
        if not datetime.MINYEAR <= self.published.year + by // (MONTHS if unit == "month" else 1) <= datetime.MAXYEAR:
            return None
        if unit == "month":
            return shift_month(self.published, by), "month"
        return f"{self.published.year + by:04}", "year"

    def day_of_month(self, calendar: CalendarName, by: int, day: int) -> Resolved | None:
        """A day of the month of publication, or of the month ``by`` months after it, in a calendar."""
        year, month = month_of(calendar, self.published)
        months = year * MONTHS + month - 1 + by
        return iso(calendar, months // MONTHS, months % MONTHS + 1, day)

    def nearest(self, ways: list[Resolved], outlook: int) -> Resolved | None:
        """Of the same day in several years the one that fits the clause: past, to come, or the near one."""
        gaps = [(_gap(way, self.published), way) for way in ways]
        past = max((pair for pair in gaps if pair[0] <= 0), default=None)
        ahead = min((pair for pair in gaps if pair[0] >= 0), default=None)
        if past is None or ahead is None:
            return (past or ahead or (0, None))[1]
        if outlook > 0:
            return past[1] if -past[0] <= SOON < ahead[0] else ahead[1]
        return ahead[1] if outlook == 0 and ahead[0] <= SOON else past[1]

    def beyond(self, ways: list[Resolved], step: int) -> Resolved | None:
        """The nearest way strictly before (-1) or after (1) publication."""
        gaps = [(_gap(way, self.published) * step, way) for way in ways]
        return min((pair for pair in gaps if pair[0] > 0), default=(0, None))[1]

    def next_weekday(self, weekday: int, step: int, strict: bool = False) -> datetime.date:
        """The nearest such weekday from publication on (1) or back (-1), publication included unless ``strict``."""
        days = (weekday - self.published.weekday()) * step % WEEK
        return self.published + datetime.timedelta(days=(days or (WEEK if strict else 0)) * step)

    def in_week(self, weekday: int, step: int) -> datetime.date:
        """A weekday of the week of publication, or of the week before or after it."""
        first = self.week_start
        start = self.published - datetime.timedelta(days=(self.published.weekday() - first) % WEEK)
        return start + datetime.timedelta(days=(weekday - first) % WEEK + step * WEEK)


class Told(NamedTuple):
    """What a text has told before: its last day, and the first day of the last date that names at least its month."""

    day: datetime.date | None = None
    near: datetime.date | None = None

    def then(self, date: Resolved) -> Told:
        """What it has told with one date more."""
        return Told(whole_day(date) or self.day, self.near if date[1] == "year" else day_of_date(date))


def nearest_year(calendar: CalendarName, near: datetime.date, month: int, day: int | None) -> Resolved | None:
    """A month, or a day of it, in the year that brings it nearest to a day."""
    year = year_of(calendar, near)
    ways = [found for n in (-1, 0, 1) if (found := iso(calendar, year + n, month, day))]
    return min(ways, key=lambda way: abs((day_of_date(way) - near).days), default=None)


def days_after(day: datetime.date, by: int) -> Resolved | None:
    """The day so many days after another, None where no calendar reaches it ("3000000 days ago")."""
    try:
        return (day + datetime.timedelta(days=by)).isoformat(), "day"
    except OverflowError:
        return None


def day_of_date(date: Resolved) -> datetime.date:
    """The first day of a date."""
    return datetime.date.fromisoformat((date[0] + "-01-01")[:10])


def whole_day(date: Resolved) -> datetime.date | None:
    """The day of a date that is as precise."""
    return day_of_date(date) if date[1] == "day" else None


def _gap(way: Resolved, anchor: datetime.date) -> int:
    """Days from ``anchor`` to a day, or from the anchor's month to a month."""
    if way[1] == "month":
        anchor = anchor.replace(day=1)
    return (day_of_date(way) - anchor).days
