"""Numbers in words and digits."""

import pytest

from ravabet.language import analyse
from ravabet.language.numbers import digits_value, numbers
from ravabet.language.text import tokens

CARDINALS = [
    ("صفر", 0),
    ("هفت", 7),
    ("نوزده", 19),
    ("بیست و یک", 21),
    ("سی‌ویک", 31),
    ("صد و ده", 110),
    ("دویست و پنجاه و سه", 253),
    ("هزار", 1000),
    ("پنج‌هزار", 5000),
    ("دو هزار و سیصد", 2300),
    ("یک میلیون و دویست و پنجاه هزار", 1_250_000),
    ("نیم میلیون", 500_000),
    ("دو و نیم میلیون", 2_500_000),
    ("۱۲ میلیارد", 12_000_000_000),
    ("150 هزار میلیارد", 150_000_000_000_000),
    ("٣٤", 34),
    ("۱.۸ میلیارد", 1_800_000_000),
    ("1,250", 1250),
    ("۱٬۲۵۰", 1250),
    ("۲/۷", 2.7),
]


@pytest.mark.parametrize(("text", "value"), CARDINALS)
def test_cardinal(text, value):
    (number,) = numbers(tokens(text), "fa")
    assert number.value == pytest.approx(value)
    assert not number.ordinal
    assert (number.start, number.end) == (0, len(tokens(text)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("اول", 1),
        ("سوم", 3),
        ("دهم", 10),
        ("بیستم", 20),
        ("سی‌ام", 30),
        ("سي ام", 30),
        ("بیست و سوم", 23),
        ("هفتمین", 7),
        ("سی‌ویکم", 31),
    ],
)
def test_ordinal(text, value):
    (number,) = numbers(tokens(text), "fa")
    assert number.value == value
    assert number.ordinal


@pytest.mark.parametrize("text", ["دوست و همسایه", "ده‌ها نفر", "هزاران معترض", "ساعت 12:30", "5/9 میلیارد", "سهم"])
def test_no_number(text):
    assert numbers(tokens(text), "fa") == ()


@pytest.mark.parametrize(
    ("text", "value", "ordinal"),
    [
        ("خمسة وعشرون", 25, False),
        ("مائة وخمسة وعشرين ألف", 125_000, False),
        ("ثلاثة وعشرين مليون", 23_000_000, False),
        ("خمسة آلاف وثلاثين", 5030, False),
        ("الخامس عشر", 15, True),
        ("الحادي والعشرين", 21, True),
        ("العشرين", 20, True),
    ],
)
def test_in_arabic_units_stand_before_tens(text, value, ordinal):
    (number,) = numbers(analyse(text, "ar")[0].tokens, "ar")
    assert (number.value, number.ordinal) == (value, ordinal)


def test_in_arabic_two_units_side_by_side_stay_apart():
    assert [number.value for number in numbers(analyse("الأول والثاني", "ar")[0].tokens, "ar")] == [1, 2]


def test_two_numbers_side_by_side_stay_apart():
    assert [number.value for number in numbers(tokens("سه و چهار"), "fa")] == [3, 4]


def test_digits_with_a_slash_are_read_only_in_persian_digits():
    assert digits_value("۵/۹") == pytest.approx(5.9)
    assert digits_value("5/9") is None
