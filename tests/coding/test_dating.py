"""The date of an act, also where another sentence tells it; read on 6 March 2018, a Tuesday."""

import datetime

import pytest

import ravabet
from ravabet.coding.dating import Choice, best, dates_of
from ravabet.coding.linear import Linear
from ravabet.coding.scene import scene
from ravabet.model import Span, When

ON = datetime.date(2018, 3, 6)

COUNTED = {  # from the day told last
    "en": {
        "On March 1 the envoys met. The next day Iran recalled its ambassador.": ["2018-03-01", "2018-03-02"],
        "On March 1 the envoys met. Two days earlier they had parted.": ["2018-03-01", "2018-02-27"],
        "On March 1 the envoys met. That same day they parted.": ["2018-03-01", "2018-03-01"],
        "The next day they parted.": [],
        "They met the day before the election.": [],
        "The talks were set for Friday.": ["2018-03-09"],
        "The talks were held on Friday.": ["2018-03-02"],
        "They quarrelled this summer.": ["2018"],
        "In 2014 Peru closed its border.": ["2014"],
        "In 2014 villages they found wells.": [],
    },
    "ru": {
        "1 марта послы встретились. На следующий день Иран отозвал посла.": ["2018-03-01", "2018-03-02"],
        "1 марта послы встретились. Двумя днями ранее они расстались.": ["2018-03-01", "2018-02-27"],
        "1 марта послы встретились. В тот же день они расстались.": ["2018-03-01", "2018-03-01"],
        "Накануне послы встретились.": ["2018-03-05"],
        "Накануне выборов послы встретились.": [],
        "Заседание назначили на пятницу.": ["2018-03-09"],
        "Город обстреляли в ночь на пятницу.": ["2018-03-02"],
        "Дорогу закрыли с утра среды.": ["2018-02-28"],
        "Речь шла о защите окружающей среды.": [],
        "На сегодняшней встрече они договорились.": ["2018-03-06"],
    },
    "ar": {
        "التقى السفيران يوم 1 مارس. وفي اليوم التالي استدعت إيران سفيرها.": ["2018-03-01", "2018-03-02"],
        "التقى السفيران يوم 1 مارس. وفي اليوم نفسه افترقا.": ["2018-03-01", "2018-03-01"],
        "وصل السفير الاثنين 20 مارس 2017 إلى الدار.": ["2017-03-20"],
        "القمة المزمع عقدها في الدار يوم 25 أبريل.": ["2018-04-25"],
        "اعتقلت الشرطة رجلين منذ يومين.": ["2018-03-04"],
    },
    "fa": {
        "سفیران روز شنبه دیدار کردند. همان روز ایران سفیر خود را فراخواند.": ["2018-03-03", "2018-03-03"],
        "سفیران روز شنبه دیدار کردند. فردای آن روز ایران سفیر خود را فراخواند.": ["2018-03-03", "2018-03-04"],
        "سفیران روز شنبه دیدار کردند. دو روز بعد ایران سفیر خود را فراخواند.": ["2018-03-03", "2018-03-05"],
        "دو روز بعد از انتخابات سفیران دیدار کردند.": [],
    },
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in COUNTED.items() for text in texts])
def test_days_are_counted_from_the_one_told_last(language, text):
    laid = scene(text, language, ON, fast=True)
    found = [when.date for number in range(len(laid.sentences)) for when in dates_of(laid, number)]
    assert found == COUNTED[language][text]


TOLD = [
    ("en", "Norway expelled two Russian diplomats on Monday. It also closed a Russian school.", "COERCE", "2018-03-05"),
    ("en", "Norway condemned Russia on Monday. Russia had earlier arrested two Norwegian sailors.", "COERCE", None),
    ("en", "Norway condemned Russia on Monday. In 2014 Russia had arrested two Norwegian sailors.", "COERCE", "2014"),
    ("en", "Norway said on Monday it would send $5 million in aid to Chad.", "AID", None),
    ("ru", "В понедельник Норвегия осудила Россию. Ранее Россия арестовала двух норвежских моряков.", "COERCE", None),
]


@pytest.mark.parametrize(("language", "text", "kind", "date"), TOLD)
def test_an_act_has_the_day_that_a_sentence_before_tells_unless_it_is_older(language, text, kind, date):
    found = [event for event in ravabet.code(text, language=language, published=ON).events if event.type == kind]
    assert [event.when.date if event.when else None for event in found] == [date]


def test_the_likeliest_date_is_taken_and_none_that_is_unlikely():
    near, far = (
        Choice(When(day, "day", Span(0, 1)), frozenset({name}))
        for day, name in (("2018-03-05", "near"), ("2018-03-01", "far"))
    )
    known = Linear({"near": 1.0, "far": -1.0}, 0.0)
    assert best([near, far], known, 0.3) == near.when
    assert best([far], known, 0.3) is None
    assert best([], known, 0.3) is None


def test_a_long_text_of_days_counted_from_none_is_read_once_through():
    laid = scene(" ".join(["В тот же день Россия осудила Иран."] * 400), "ru", ON, fast=True)
    assert [dates_of(laid, number) for number in (0, 399)] == [(), ()]


@pytest.mark.parametrize("when", ["30000000 days ago", "3000000 days earlier", "90000 months ago", "9000 years ago"])
def test_a_day_that_no_calendar_reaches_is_none(when):
    laid = scene(f"On March 1 the envoys met. They had parted {when}.", "en", ON, fast=True)
    assert dates_of(laid, 1) == ()
