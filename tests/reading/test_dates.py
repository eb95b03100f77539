"""Days in four languages and three calendars, and nothing that could be another day."""

import datetime

import pytest

from ravabet.reading.dates import date_line, day_in, line_day

DAY = datetime.date(2025, 5, 14)
LINES = [
    "2025-05-14",
    "2025/05/14",
    "14.05.2025",
    "14/05/2025",
    "05/14/2025",
    "2025-05-14T10:30:00+03:30",
    "14 May 2025",
    "May 14, 2025",
    "Wednesday, 14th of May, 2025",
    "Published: 14 May 2025 at 10:30 GMT",
    "14 мая 2025 года",
    "Среда, 14 мая 2025, 10:30",
    "Дата: 14.05.2025",
    "الأربعاء 14 مايو 2025",
    "14 أيار/مايو 2025",
    "١٤ مايو ٢٠٢٥",
    "16 ذو القعدة 1446",
    "تاريخ النشر: 14 أيار 2025",
    "۲۴ اردیبهشت ۱۴۰۴",
    "چهارشنبه ۲۴ اردیبهشت‌ماه ۱۴۰۴ - ساعت ۱۰:۳۰",
    "تاریخ انتشار: ۱۴۰۴/۰۲/۲۴",
    "۲۴ اردیبهشت ۱۴۰۴ / ۱۴ مه ۲۰۲۵",
    "۲۴ ثور ۱۴۰۴",
    "چهارشنبه، ۲۴ ارديبهشت ۱۴۰۴",
]
NO_LINES = [
    "03/04/2025",
    "2025-02-30",
    "1446-11-16",
    "31.02.2025",
    "2025",
    "May 2025",
    "On 14 May 2025 they met",
    "از ۲۴ اردیبهشت ۱۴۰۴ تا ۲۴ خرداد ۱۴۰۴",
    "14 May 2025 - 20 June 2025",
    "Резолюция от 14 мая 2025",
    "بیانیه ۲۴ اردیبهشت ۱۴۰۴",
    "12025-05-141",
    "",
]


@pytest.mark.parametrize("line", LINES)
def test_a_date_line_is_a_day(line):
    assert line_day(line) == DAY


@pytest.mark.parametrize("line", NO_LINES)
def test_what_is_more_or_less_than_a_date_is_none(line):
    assert line_day(line) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed, 14 May 2025 23:30:00 +0330", DAY),
        ("20250514T103000Z", DAY),
        ("20250514", DAY),
        ("2025-05-14T10:30:00.000Z", DAY),
        ("03/04/2025", None),
        ("1747218600", None),
        ("", None),
    ],
)
def test_a_date_field_is_a_day(text, day):
    assert day_in(text) == day


def test_only_the_head_of_a_text_is_looked_at():
    assert date_line("\n".join(["a"] * 4 + ["2025-05-14"])) == DAY
    assert date_line("\n".join(["a"] * 5 + ["2025-05-14"])) is None
