"""The date of an act, also where another sentence tells it; read on 6 March 2018, a Tuesday."""

import datetime

import pytest

import ravabet
from ravabet.coding.dates.dated import dates_of
from ravabet.coding.dates.dating import Choice, best, choices
from ravabet.coding.learned.linear import Linear
from ravabet.coding.place import Place
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
    ("en", "Norway has expelled two Russian diplomats. Russia condemned Norway on Saturday.", "SANCTION", None),
    (
        "ru",
        "Норвегия выслала двух российских дипломатов. Дипломаты России были высланы из Норвегии в субботу.",
        "SANCTION",
        "2018-03-03",
    ),
    ("en", "Norway will ban Russian ships until 2021.", "SANCTION", None),
    ("en", "Norway banned Russian ships on Saturday until 2021.", "SANCTION", "2018-03-03"),
    ("ru", "Норвегия запретила въезд российским депутатам до 2021 года.", "SANCTION", None),
    ("ru", "В субботу Норвегия запретила въезд российским депутатам до 2021 года.", "SANCTION", "2018-03-03"),
    ("ar", "منعت النرويج السفن الروسية حتى 2021.", "COERCE", None),
    ("ar", "منعت النرويج السفن الروسية في الثالث من الشهر الجاري.", "COERCE", "2018-03-03"),
    ("fa", "نروژ ورود کشتی‌های روسیه را تا سال ۲۰۲۱ ممنوع کرد.", "COERCE", None),
    ("fa", "نروژ روز شنبه ورود کشتی‌های روسیه را تا سال ۲۰۲۱ ممنوع کرد.", "COERCE", "2018-03-03"),
]


def fact(text: str, kind: str, day: str, language: str = "en") -> frozenset[str]:
    """The facts on an act, the first of its type in ``text``, and a day told there."""
    laid = scene(text, language, ON)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    place = next(place for place in places if place.frame.type == kind)
    return next(choice.facts for choice in choices(place) if choice.when.date == day)


def test_a_day_that_another_act_of_the_same_kind_has_is_told_as_that_of_a_twin():
    lead = "Norway expelled two Russian diplomats. "
    assert "off twin=True True empty" in fact(
        lead + "Norway expelled the Russian diplomats on Saturday.", "SANCTION", "2018-03-03"
    )
    other = fact(lead + "Russia condemned Norway on Saturday.", "SANCTION", "2018-03-03")
    assert "off twin=False False empty" in other
    assert "off held=1 True empty" in other


def test_a_day_is_that_of_the_act_whose_verb_it_stands_with():
    text = "Norway condemned Russia on Saturday after it arrested two sailors."
    assert "rival verb=mine chosen" in fact(text, "ACCUSE", "2018-03-03")
    assert any(name.startswith("rival verb=theirs") for name in fact(text, "COERCE", "2018-03-03"))


def test_behind_a_verb_of_speech_a_day_is_that_of_what_was_said():
    said = fact("Norway said on Monday it would send $5 million in aid to Chad.", "AID", "2018-03-05")
    assert not any(name.startswith(("tree", "rival verb=mine")) for name in said)
    sent = fact("Norway sent $5 million in aid to Chad on Monday.", "AID", "2018-03-05")
    assert "rival verb=mine chosen" in sent
    assert any(name.startswith("tree of=") for name in sent)


def test_a_day_within_a_year_told_beside_it_is_the_finer_one():
    text = "Norway bombed Chad in 2017. Norway bombed Chad on March 3, 2017."
    assert any(name.startswith("finer=True False") for name in fact(text, "ASSAULT", "2017"))
    assert any(name.startswith("finer=False True") for name in fact(text, "ASSAULT", "2017-03-03"))


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
    assert best([near], known, 0.7) == near.when
    assert best([near, near], known, 0.7) is None
    assert best([], known, 0.3) is None


def test_a_long_text_of_days_counted_from_none_is_read_once_through():
    laid = scene(" ".join(["В тот же день Россия осудила Иран."] * 400), "ru", ON, fast=True)
    assert [dates_of(laid, number) for number in (0, 399)] == [(), ()]


@pytest.mark.parametrize("when", ["30000000 days ago", "3000000 days earlier", "90000 months ago", "9000 years ago"])
def test_a_day_that_no_calendar_reaches_is_none(when):
    laid = scene(f"On March 1 the envoys met. They had parted {when}.", "en", ON, fast=True)
    assert dates_of(laid, 1) == ()


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Iran detained two Danish sailors. A court will hear their case on March 20.", None),
        ("en", "Iran will release two Danish sailors. The ship sails on March 20.", "2018-03-20"),
        ("ru", "Иран задержал двух датских моряков. Суд рассмотрит дело 20 марта.", None),
    ],
)
def test_what_is_told_as_done_has_no_date_ahead(language: str, text: str, date: str | None) -> None:
    laid = scene(text, language, ON)
    days = {choice.when.date for act in laid.acts[0] for choice in choices(Place(laid, 0, act))}
    assert days == ({date} if date else set())


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ru", "Пост открыли в мае 2017 года. Его закрыли 4 июня.", ["2017-06-04"]),
        ("en", "The post was opened in December 2016. It was shut on 9 January.", ["2017-01-09"]),
        ("fa", "پاسگاه در ۳ اسفند ۱۳۹۵ باز شد. آن را ۴ فروردین بستند.", ["2017-03-24"]),
        ("ar", "افتتح المخفر في مايو 2017. وأغلق في 4 يونيو.", ["2017-06-04"]),
        ("ru", "Пост открыли в 2017 году. Его закрыли 4 июня.", []),
        ("en", "The post was opened long ago. It was shut on 9 January.", []),
    ],
)
def test_without_publication_a_day_is_near_the_date_told_last(language: str, text: str, days: list[str]) -> None:
    laid = scene(text, language, None)
    assert [when.date for when in dates_of(laid, 1)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Корабли провели 30 января — 17 февраля манёвры.", ["2018-01-30"]),
        ("Послы говорили 30 января — 17 человек вышли на митинг.", ["2018-01-30"]),
        ("Послы говорили 17 февраля — 30 января их ещё не ждали.", ["2018-02-17", "2018-01-30"]),
    ],
)
def test_a_long_dash_between_two_days_is_a_stretch_of_them(text: str, days: list[str]) -> None:
    assert [when.date for when in dates_of(scene(text, "ru", ON), 0)] == days
