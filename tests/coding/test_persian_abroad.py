"""Whom a Persian text of another state's people speaks of, and who has no part in an act by the clauses told."""

import datetime

import pytest

from ravabet.coding.judging.roles import models, scored
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.outcomes import NEVER

DAY = datetime.date(2025, 6, 12)


def codes_of(text, words):
    laid = scene(text, "fa", DAY)
    named = [m for found in laid.mentions for m in found if m.span.of(text) == words]
    return named[0].codes


def option(text, trigger, words):
    laid = scene(text, "fa", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    place = next(p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text))
    return next(o for o in scored(place, models("fa")) if o.mention.span.of(text) == words)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("وی از دولت چاد انتقاد کرد. رجب طیب اردوغان همچنین با کشاورزان دیدار کرد.", "وی", ("TUR",)),
        ("وی از سیاست‌های پرو انتقاد کرد و خواستار گفت‌وگو شد.", "وی", ("IRN",)),
        ("وی از سیاست‌های پرو انتقاد کرد. سفیر ایران نیز سخن گفت. رجب طیب اردوغان سفر کرد.", "وی", ("IRN",)),
    ],
)
def test_who_is_told_before_any_state_is_no_iranian_in_news_of_another_states_people(text, words, expected):
    assert codes_of(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("این مقام شیلیایی افزود: ما با پرو گفت‌وگو کردیم.", "این مقام شیلیایی", ("CHL",)),
        ("سفیر چاد آمد. این کارشناس پرویی با او دیدار کرد.", "این کارشناس پرویی", ("PER",)),
        ("سفیر چاد آمد. این مقام پرو را ستود.", "این مقام", ("TCD",)),
    ],
)
def test_a_person_pointed_to_is_of_the_state_of_the_adjective_behind(text, words, expected):
    assert codes_of(text, words) == expected


def test_a_pronoun_that_is_a_subject_suffers_nothing_said_of_no_other():
    text = "او گفت که حمله به پرو محکوم است."
    assert option(text, "حمله", "او").recipient == NEVER
    assert option("چاد او را بازداشت کرد.", "بازداشت کرد", "او").recipient > NEVER


def test_a_city_is_not_blamed():
    text = "شیلی از بازداشت شهروندان خود در موصل انتقاد کرد."
    assert option(text, "انتقاد کرد", "موصل").recipient == NEVER
    assert option("شیلی از پرو انتقاد کرد.", "انتقاد کرد", "پرو").recipient > NEVER


def test_of_whom_only_a_later_clause_tells_is_not_asked():
    text = "چاد خواستار خروج نظامیان شد و این در حالی است که پرو با غنا مذاکره می‌کند."
    assert option(text, "خواستار", "پرو").recipient == NEVER


def test_the_writer_is_i():
    assert codes_of("رئیس‌جمهور چاد گفت: اینجانب به پرو هشدار می‌دهم.", "اینجانب") == ("TCD",)


@pytest.mark.parametrize("people", ["کشورهای اسلامی", "جامعه جهانی", "مسلمانان جهان"])
def test_what_is_asked_of_all_the_world_is_asked_of_no_state(people):
    text = f"چاد از {people} خواست به پرو کمک کنند."
    assert option(text, "خواست", "پرو").recipient == NEVER
    assert option("چاد از غنا خواست به پرو کمک کند.", "خواست", "غنا").recipient > NEVER


def test_nations_that_nobody_names_are_no_state_of_the_text():
    assert codes_of("دولت چاد آرام است. ملت‌های مسلمان تجاوز را محکوم کردند.", "ملت‌های مسلمان") == ()


def test_nor_in_a_text_of_this_newsroom_that_names_nothing_of_its_own():
    text = "وی در پایان از دولت قدردانی کرد. بنیامین نتانیاهو نخست‌وزیر رژیم صهیونیستی نیز سخن گفت."
    assert codes_of(text, "وی") == ("ISR",)
