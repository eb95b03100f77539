"""Days, months and years of three calendars."""

import datetime

import pytest

from ravabet.language.calendars import day_of, iso, shift_month, year_of

DAYS = [
    ("gregorian", 2024, 2, 29, "2024-02-29"),
    ("jalali", 1404, 1, 1, "2025-03-21"),
    ("jalali", 1403, 12, 30, "2025-03-20"),
    ("jalali", 1357, 11, 22, "1979-02-11"),
    ("hijri", 1446, 9, 1, "2025-03-01"),
    ("hijri", 1446, 1, 15, "2024-07-21"),
]


@pytest.mark.parametrize(("calendar", "year", "month", "day", "date"), DAYS)
def test_day(calendar, year, month, day, date):
    assert iso(calendar, year, month, day) == (date, "day")


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [
        ("gregorian", 2025, 2, 29),
        ("jalali", 1404, 12, 30),
        ("jalali", 1404, 7, 31),
        ("hijri", 1446, 13, 1),
        ("hijri", 1200, 1, 1),
    ],
)
def test_no_such_day(calendar, year, month, day):
    assert day_of(calendar, year, month, day) is None
    assert iso(calendar, year, month, day) is None


@pytest.mark.parametrize(
    ("calendar", "year", "month", "date"),
    [
        ("jalali", 1391, 4, "2012-07"),
        ("jalali", 1404, 12, "2026-03"),
        ("hijri", 1446, 9, "2025-03"),
        ("gregorian", 2024, 6, "2024-06"),
    ],
)
def test_month_is_the_one_that_holds_most_of_its_days(calendar, year, month, date):
    assert iso(calendar, year, month) == (date, "month")


@pytest.mark.parametrize(
    ("calendar", "year", "date"), [("jalali", 1385, "2006"), ("hijri", 1446, "2024"), ("gregorian", 1999, "1999")]
)
def test_year_is_the_one_that_holds_most_of_its_days(calendar, year, date):
    assert iso(calendar, year) == (date, "year")


def test_a_month_that_is_not_there_gives_nothing():
    assert iso("jalali", 1404, 13) is None
    assert iso("hijri", 1100) is None


def test_year_of_a_day():
    day = datetime.date(2025, 3, 20)
    assert (year_of("gregorian", day), year_of("jalali", day), year_of("hijri", day)) == (2025, 1403, 1446)


def test_shift_month_crosses_years():
    assert shift_month(datetime.date(2025, 1, 31), -1) == "2024-12"
    assert shift_month(datetime.date(2025, 12, 1), 1) == "2026-01"
