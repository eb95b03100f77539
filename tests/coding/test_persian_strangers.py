"""Persian news speaks of people in no list and without title: whose they are, and who "we" and "he" are then."""

import pytest
from tests.coding.test_mentions import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a given name or honorific: one of the state spoken of
        ("در نروژ محمد بگدال با دولت مخالفت کرد.", "NOR محمد بگدال"),
        ("ایسنا: پرویز سمیعی‌تبار رفت.", "IRN پرویز سمیعی‌تبار"),
        # who opens a sentence and speaks
        ("سمیعی‌تبار: آمریکا باید پاسخ دهد.", "IRN سمیعی‌تبار"),
        ("سمیعی‌تبار افزود: آمریکا باید پاسخ دهد.", "IRN سمیعی‌تبار"),
        ("سمیعی‌تبار با اشاره به نشست دیروز گفت: آمریکا باید پاسخ دهد.", "IRN سمیعی‌تبار"),
        ("دولت سوئد آرام بود. بگدال افزود: کار تمام است.", "SWE بگدال"),
        # who speaks before any state is told
        ("وی افزود: آمریکا به وعده خود عمل نکرد.", "IRN وی"),
        ("وی افزود: آمریکا گفته بود که ما را تهدید می‌کند.", "IRN وی"),
        ("بگدال گفت ما آماده‌ایم با سوئد همکاری کنیم.", "IRN ما"),
    ],
)
def test_a_person_in_no_list_is_of_the_state_spoken_of_or_the_newsrooms(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "گفتنی است: کار تمام شد.",  # no name
        "کارنامه‌نویسان در نشست خود گفتند که کار تمام است.",  # of many
        "سمیعی‌تبار در را بست.",  # nobody says who he is, and he does not speak
        "پرویز سمیعی‌تبار در را بست.",
        "فیلم «بوتیمار» گفت‌وگوی دو برادر است.",
    ],
)
def test_other_words_are_no_people(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is always the newsroom's own, whoever is told of beside
        ("آمریکا تهدید کرد. بسیجیان راهپیمایی کردند.", "IRN بسیجیان"),
        ("آمریکا تهدید کرد. سردار سمیعی‌تبار پاسخ داد.", "IRN سردار سمیعی‌تبار"),
        ("آمریکا تهدید کرد. شهرداری خیابان را بست.", "IRN شهرداری"),
        ("آمریکا تهدید کرد. اصلاح‌طلبان بیانیه دادند.", "IRN اصلاح‌طلبان"),
        ("اصلاح‌طلبان اردن بیانیه دادند.", "JOR اصلاح‌طلبان اردن"),
        ("شهرداری برلین خیابان را بست.", "DEU شهرداری برلین"),
        # a bare title before any state is told
        ("ایسنا: مسئولان هشدار دادند و سوئد پاسخ داد.", "IRN مسئولان"),
        # "he" in a text that tells of states
        ("وی در را بست. سوئد آرام است.", "IRN وی"),
        ("سیدمهدی سمیعی‌تبار به نروژ سفر کرد. ایسنا نوشت.", "IRN سیدمهدی سمیعی‌تبار"),
    ],
)
def test_what_is_the_newsrooms_own(text, expected):
    assert expected in told(text)


def test_money_is_no_country():
    assert told("زندانیان مالی و محکومان مالی آمدند.") == []
