"""Days, months and years of the Gregorian, Jalali and Hijri calendars as Gregorian ISO dates.

Jalali by ``persiantools`` (2820-year arithmetic), Hijri by ``hijridate`` (Umm al-Qura, 1343 to 1500 AH; a local
sighting may be a day off). A month or year of another calendar is the Gregorian one that holds most of its days.
"""

from __future__ import annotations

import datetime
from collections import Counter
from functools import cache
from typing import Literal

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from ravabet.model import Precision

CalendarName = Literal["gregorian", "jalali", "hijri"]


def day_of(calendar: CalendarName, year: int, month: int, day: int) -> datetime.date | None:
    """The Gregorian date of a day, None where the calendar has no such day."""
    try:
        if calendar == "jalali":
            return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        if calendar == "hijri":
            found = Hijri(year, month, day).to_gregorian()
            return datetime.date(found.year, found.month, found.day)
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def iso(
    calendar: CalendarName, year: int, month: int | None = None, day: int | None = None
) -> tuple[str, Precision] | None:
    """``2024-12-27``, ``2024-12`` or ``2024`` with its precision; None where there is no such date."""
    if month is not None and day is not None:
        date = day_of(calendar, year, month, day)
        return (date.isoformat(), "day") if date else None
    if month is not None:
        most = _most_of_month(calendar, year, month)
        return (most, "month") if most else None
    most = _most_of_year(calendar, year)
    return (most, "year") if most else None


@cache
def _most_of_month(calendar: CalendarName, year: int, month: int) -> str | None:
    days = [day_of(calendar, year, month, day) for day in range(1, 32)]
    counted = Counter(date.isoformat()[:7] for date in days if date)
    return counted.most_common(1)[0][0] if counted else None


@cache
def _most_of_year(calendar: CalendarName, year: int) -> str | None:
    days = [day_of(calendar, year, month, day) for month in range(1, 13) for day in range(1, 32)]
    counted = Counter(f"{date.year:04}" for date in days if date)
    return counted.most_common(1)[0][0] if counted else None


def month_of(calendar: CalendarName, date: datetime.date) -> tuple[int, int]:
    """The year and month of ``calendar`` that ``date`` lies in."""
    if calendar == "jalali":
        jalali = JalaliDate(date)  # type: ignore[no-untyped-call]
        return int(jalali.year), int(jalali.month)
    if calendar == "hijri":
        hijri = Gregorian(date.year, date.month, date.day).to_hijri()
        return int(hijri.year), int(hijri.month)
    return date.year, date.month


def year_of(calendar: CalendarName, date: datetime.date) -> int:
    """The year of ``calendar`` that ``date`` lies in."""
    if calendar == "jalali":
        return int(JalaliDate(date).year)  # type: ignore[no-untyped-call]
    if calendar == "hijri":
        return int(Gregorian(date.year, date.month, date.day).to_hijri().year)
    return date.year


def shift_month(date: datetime.date, by: int) -> str:
    """The month ``by`` months after that of ``date``, as ``2024-12``."""
    months = date.year * 12 + date.month - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"
