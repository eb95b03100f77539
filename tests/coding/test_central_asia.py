"""News of Central Asia: its people, services, villages and banned parties, and what its states do at their borders."""

import pytest

import ravabet
from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse


def named(language, text):
    return [code for each in mentions(text, analyse(text, language), None, language) for m in each for code in m.codes]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Госкомитет нацбезопасности Кыргызстана молчит.", ["KGZ"]),
        ("en", "GKNB officers left, Lali Badakhshan said.", ["KGZ", "TJK"]),
        ("en", "Samat Abish and Saidmukarram Abduqodirzoda met.", ["KAZ", "TJK"]),
        ("fa", "خبرنگاران در خرب‌میدان با رخشانه حکیم‌اوا سخن گفتند.", ["TJK"]),
        ("ar", "التقى جورابيك ميرزامحمودوف في قاعدة كارشي خان آباد.", ["UZB", "UZB"]),
        ("en", "Hizb ut-Tahrir and ODIHR wrote to the hokim of Samarkand.", ["HIZB-UT-TAHRIR", "OSCE", "UZB"]),
        ("ru", "Формат C5+1 создан давно.", ["KAZ", "KGZ", "TJK", "TKM", "UZB", "USA"]),
        ("fa", "ناظران جامعه کشورهای مستقل رفتند.", ["CIS"]),
        ("ru", "Бойцы 201-й мотострелковой дивизии ушли.", ["RUS"]),
    ],
)
def test_its_names_are_known(language, text, expected):
    found = named(language, text)
    assert [code for code in expected if code not in found] == []


@pytest.mark.parametrize(
    "language, text", [("ru", "Пост «Кайрагач» стоит пустой."), ("en", "The Kyzyl-Bel post is empty.")]
)
def test_a_crossing_is_of_both_states_and_so_of_none(language, text):
    assert named(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Чили заминировала границу с Перу.", ("MOBILIZE", "CHL", "PER")),
        ("ru", "Перу отменило двойное гражданство с Чили.", ("SANCTION", "PER", "CHL")),
        ("ru", "Китай открыл в Перу завод.", ("COOPERATE", "CHN", "")),
        ("ru", "Перу передало Чили водохранилище.", ("RETREAT", "PER", "CHL")),
        ("ru", "Перу вывезло из Чада своих граждан.", ("RETREAT", "PER", "TCD")),
        ("fa", "پرو سرزمین‌های مورد اختلاف را به شیلی واگذار کرد.", ("CONCEDE", "PER", "CHL")),
        ("en", "Peru lifted visa requirements for Chilean citizens.", ("CONCEDE", "PER", "CHL")),
        ("en", "Peru evicted American troops from the base.", ("SANCTION", "PER", "USA")),
        ("fa", "پرو مرز خود با شیلی را مین‌گذاری کرد.", ("MOBILIZE", "PER", "CHL")),
        ("fa", "پرو و شیلی پل تازه‌ای را گشودند.", ("COOPERATE", "PER", "")),
        ("ar", "حشدت بيرو قواتها على الحدود مع تشيلي.", ("MOBILIZE", "PER", "CHL")),
    ],
)
def test_what_its_states_do(language, text, expected):
    told = ravabet.code(text, language=language).events
    assert expected in [(e.type, code(e.actors), code(e.recipients)) for e in told]


def code(actors):
    return actors[0].code if actors else ""
