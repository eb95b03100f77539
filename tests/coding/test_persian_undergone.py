"""Who acts on whom in Persian where the subject undergoes it, where a meeting takes place, and what is no name."""

import datetime

import pytest

from ravabet.coding.judging.roles import models, roles, scored
from ravabet.coding.place import Place
from ravabet.coding.scene import scene

DAY = datetime.date(2025, 6, 12)


def place_of(text, trigger, kind):
    laid = scene(text, "fa", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    named = [p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text)]
    return next(p for p in named if p.frame.type == kind)


def told(text):
    found = scene(text, "fa", DAY).mentions
    return {m.span.of(text): m.codes for one in found for m in one}


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("کاروان ارتش پرو مورد حمله نظامیان شیلی قرار گرفت.", "قرار گرفت", "ASSAULT", ("CHL", "PER")),
        ("گروه‌های مسلح نیجر مورد حمایت مالی دولت چاد قرار دارند.", "حمایت مالی", "AID", ("TCD", "NER")),
        ("دولت پرو زیر فشار شیلی مرز را گشود.", "فشار", "REQUEST", ("CHL", "PER")),
        ("دو شهروند نروژ به ضرب گلوله نظامیان چاد به شهادت رسیدند.", "شهادت", "ASSAULT", ("TCD", "NOR")),
        ("فرمانده ارتش نیجر در حمله چاد کشته شد.", "کشته شد", "ASSAULT", ("TCD", "NER")),
        ("سه خبرنگار نروژ از زندان چاد آزاد شدند.", "آزاد شدند", "RETREAT", ("TCD", "NOR")),
        ("دو خبرنگار شیلیایی در زندان پرو هستند.", "زندان", "COERCE", ("PER", "CHL")),
        ("نخست وزیر دانمارک با تهدید نروژ خواستار مذاکره شد.", "تهدید", "THREATEN", ("DNK", "NOR")),
    ],
)
def test_whose_deed_the_subject_undergoes(text, trigger, kind, expected):
    found = roles(place_of(text, trigger, kind))
    assert tuple({c for m in side for c in m.codes} for side in (found.actors, found.recipients)) == tuple(
        {code} for code in expected
    )


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("چاد در مورد حمایت مالی نیجر از شورشیان هشدار داد.", "حمایت مالی", "نیجر"),
        ("رئیس جمهور پرو سیاست‌های شیلی را مورد انتقاد قرار داد.", "انتقاد", "شیلی"),
    ],
)
def test_about_a_deed_or_made_to_undergo_it_is_something_else(text, trigger, words):
    laid = scene(text, "fa", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    place = next(p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text))
    found = {o.mention.span.of(text): o.side for o in scored(place, models("fa"))}
    assert next(side for name, side in found.items() if words in name) == "recipient"


def test_the_place_of_a_meeting_is_no_party_but_that_of_a_visit_is():
    text = "مقام‌های دولت پرو در شهر سانتیاگو پایتخت شیلی با نمایندگان شرکت‌ها دیدار کردند."
    assert {c for m in roles(place_of(text, "دیدار", "CONSULT")).actors for c in m.codes} == {"PER"}
    text = "رئیس جمهور پرو از شیلی دیدن کرد."
    assert {c for m in roles(place_of(text, "دیدن", "CONSULT")).actors for c in m.codes} == {"PER", "CHL"}


def test_the_west_of_a_place_is_not_the_west():
    assert ("WEST",) not in told("در غرب پرو دو سرباز کشته شدند.").values()
    assert told("غرب دولت پرو را تهدید کرد.")["غرب"] == ("WEST",)


def test_a_given_name_with_an_ending_of_many_is_none():
    assert not any("آرمان" in words for words in told("او از تحقق آرمان‌های ملت نروژ سخن گفت."))
    assert ("IRN",) in told("آرمان محمدی از تهران آمد.").values()


def test_a_surname_that_one_state_has_stands_alone():
    assert told("به گفته هولبروک، نیروها مرز را ترک کردند.")["هولبروک"] == ("USA",)


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("دانشجویان با مردم مظلوم و بی‌دفاع پرو همدردی کردند.", "مردم مظلوم و بی‌دفاع پرو", ("PER",)),
        ("نیروهای امنیتی و نظامی شیلی آمدند.", "نیروهای امنیتی و نظامی شیلی", ("CHL",)),
        ("مقامات ارشد نروژ و ارتش چاد آمدند.", "مقامات ارشد نروژ", ("NOR",)),
        ("سخنگوی حماس از دشمن صهیونیستی گفت. حمله از سوی دشمن ادامه دارد.", "دشمن", ("ISR",)),
        ("وزیر ایتالیا با دبیر شورایعالی امنیت ملی دیدار کرد.", "دبیر شورایعالی امنیت ملی", ("IRN",)),
    ],
)
def test_whose_people_and_bodies_are(text, words, codes):
    assert told(text)[words] == codes


def test_an_enemy_of_nobody_told_and_turkmens_elsewhere_are_no_state():
    assert "دشمن" not in told("وزیر دفاع پرو گفت: دشمن شکست خورد.")
    assert ("TKM",) not in told("ترکمن‌ها در کرکوک عراق تجمع کردند.").values()


def test_who_is_told_before_a_party_of_another_state_is_no_iranian():
    assert told("وی گفت: رژیم صهیونیستی با حزب دموکرات شیلی دیدار نکرد.")["وی"] != ("IRN",)
