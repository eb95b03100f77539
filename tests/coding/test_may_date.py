"""Sentences without a number or a word of dates are not read for dates; the others are."""

from __future__ import annotations

import datetime
import itertools
import re

import pytest

from ravabet.coding.dates.pattern import GRAMMAR
from ravabet.coding.dates.when import dates
from ravabet.coding.dates.words import items, may_date
from ravabet.language import analyse

DAY = datetime.date(2024, 5, 15)
DATED = [
    ("en", "The envoys met on Monday."),
    ("en", "They signed it on 3 May 2024."),
    ("fa", "وزیر دیروز به دوشنبه رفت."),
    ("ar", "وصل الوفد يوم الأحد."),
    ("ru", "Делегация прибыла в среду."),
]
UNDATED = [
    ("en", "Envoys met, shook hands and left."),
    ("fa", "وزیران دیدار کردند، دست دادند و رفتند."),
    ("ru", "Министры встретились, пожали руки, уехали."),
]


@pytest.mark.parametrize(("language", "text"), DATED)
def test_a_word_of_dates_is_looked_at(language, text):
    sentence = analyse(text, language)[0]
    assert may_date(sentence, language)
    assert dates(text, sentence, DAY, language)


@pytest.mark.parametrize(("language", "text"), UNDATED)
def test_marks_alone_make_no_date(language, text):
    sentence = analyse(text, language)[0]
    assert not may_date(sentence, language)
    assert {item.code for item in items(sentence, language)} <= set(".,-()/S&cltx")
    assert dates(text, sentence, DAY, language) == ()


@pytest.mark.parametrize("rule", GRAMMAR)
def test_no_rule_holds_without_a_needed_code(rule):
    """Every way through a rule has a number or one of the needed codes: without them it matches nothing."""
    loose = "hKltxELepSc&,()-/."
    pattern = re.compile(GRAMMAR[rule])
    rows = ("".join(row) for size in (1, 2, 3) for row in itertools.product(loose, repeat=size))
    assert not any(pattern.fullmatch(row) for row in rows)
