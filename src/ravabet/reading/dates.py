"""Days as pages, feeds and texts write them, in four languages and three calendars; None rather than a wrong day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from ravabet.lexicon import fold
from ravabet.reading.tables import date_words

LONGEST = 120
"""Characters of the longest line that is looked at for being a date line."""

HEAD_LINES = 5
"""Lines at the head of a text among which a date line is looked for."""

YEARS = range(1900, 2101)
"""Gregorian years a document can be of."""

JALALI_YEARS = range(1300, 1411)
"""Years written in figures that are read as Jalali (Gregorian 1921 to 2032); Hijri ones need the month's name."""

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_PLAIN = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{4,6})?z?")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[+-]\d{2}:?\d{2})?(?!\d)")
_STAMP = re.compile(r"(?<=\d)t(?=\d)|(?<=\d)z\b")  # of ISO 8601
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LABEL = re.compile(r"^[^\W\d_]{1,20}\s*:")


def day_in(text: str) -> datetime.date | None:
    """The first day that a short text such as a date field names, if it names one beyond doubt."""
    folded = _folded(text[:LONGEST])
    compact = _COMPACT.fullmatch(folded)
    if compact:
        return _day(*map(int, compact.groups()))
    return next((day for day, _, _ in _days(folded)), None)


def date_line(text: str) -> datetime.date | None:
    """The day on a line of its own among the first few lines of a text."""
    for line in text.split("\n", HEAD_LINES)[:HEAD_LINES]:
        day = line_day(line)
        if day:
            return day
    return None


def line_day(line: str) -> datetime.date | None:
    """The day of a line that holds nothing but a date (in one calendar or more), weekday, hour and the word "date"."""
    if len(line) > LONGEST or not any(char.isdigit() for char in line):
        return None
    folded = _LABEL.sub("", _STAMP.sub(" ", _folded(line)), count=1)
    days = list(_days(folded))
    if not days or any(abs((day - days[0][0]).days) > 1 for day, _, _ in days):
        return None
    for _, start, end in sorted(days, key=lambda found: -found[1]):
        folded = folded[:start] + " " + folded[end:]
    rest = _WORD.findall(_CLOCK.sub(" ", folded))
    return days[0][0] if all(word in date_words().others for word in rest) else None


def _folded(text: str) -> str:
    return fold(text).strip()


def _days(text: str) -> Iterator[tuple[datetime.date, int, int]]:
    """Every day in a folded text, with where it stands."""
    for found in _ISO.finditer(text):
        year, _, month, day = found.groups()
        yield from _placed(_day(int(year), int(month), int(day)), found)
    for found in _PLAIN.finditer(text):
        yield from _placed(_day_first(found), found)
    for found in _named().finditer(text):
        yield from _placed(_named_day(found), found)


def _placed(day: datetime.date | None, found: re.Match[str]) -> Iterator[tuple[datetime.date, int, int]]:
    if day:
        yield day, found.start(), found.end()


def _day_first(found: re.Match[str]) -> datetime.date | None:
    """24.02.2025 is the 24th of February; 03/04/2025 can be two days and is neither."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if second > 12:
        first, second = second, first
    elif first <= 12 and first != second and found[2] != "." and year in YEARS:
        return None
    return _day(year, second, first)


def _named_day(found: re.Match[str]) -> datetime.date | None:
    calendar, month = date_words().months[found["month"]]
    return _in_calendar(calendar, int(found["year"]), month, int(found["before"] or found["after"]))


def _day(year: int, month: int, day: int) -> datetime.date | None:
    return _in_calendar("jalali" if year in JALALI_YEARS else "gregorian", year, month, day)


def _in_calendar(calendar: str, year: int, month: int, day: int) -> datetime.date | None:
    try:
        found = _GREGORIAN[calendar](year, month, day)
    except (ValueError, OverflowError):
        return None
    return found if found.year in YEARS else None


def _jalali(year: int, month: int, day: int) -> datetime.date:
    from persiantools.jdatetime import JalaliDate  # noqa: PLC0415  seldom needed

    found: datetime.date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return found


def _hijri(year: int, month: int, day: int) -> datetime.date:
    from hijridate import Hijri  # noqa: PLC0415  seldom needed

    found = Hijri(year, month, day).to_gregorian()
    return datetime.date(found.year, found.month, found.day)


_GREGORIAN = {"gregorian": datetime.date, "jalali": _jalali, "hijri": _hijri}


@cache
def _named() -> re.Pattern[str]:
    """A day, the name of a month (perhaps two names of it) and a year, in the order of any of the four languages."""
    names = "|".join(re.escape(name) for name in sorted(date_words().months, key=len, reverse=True))
    second = rf"(?:\s*[/(]\s*(?:{names})\)?)?"
    return re.compile(
        rf"(?<!\w)(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th|-?го)?(?:\s+of)?[\s,]+)?(?P<month>{names})\.?{second}(?:\s+ماه)?"
        rf"(?(before)|[\s,]+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?)[\s,،]+(?:سال\s+)?(?P<year>\d{{4}})(?!\d)"
    )
