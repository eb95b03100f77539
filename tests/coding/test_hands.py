"""Who did it to whom where the words say less: unknown hands, counted victims, dates, condemned deeds, datelines."""

import datetime

import pytest

from ravabet.coding.coder import events
from ravabet.coding.grammar.syntax import hold
from ravabet.coding.judging.roles import models, roles, scored
from ravabet.coding.mentions.find import mentions
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.outcomes import NEVER
from ravabet.coding.sides.stand import stand
from ravabet.language import analyse


def place_of(language, text, trigger, kind=None):
    laid = scene(text, language, datetime.date(2025, 6, 12))
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    named = [p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text)]
    return next(p for p in named if kind in (None, p.frame.type))


def sides(language, text, trigger, kind=None):
    """The codes on both sides of an act."""
    found = roles(place_of(language, text, trigger, kind))
    return [c for m in found.actors for c in m.codes], [c for m in found.recipients for c in m.codes]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "recipient"),
    [
        ("fa", "افراد مسلح به یک پاسگاه مرزی شیلی حمله کردند.", "حمله کردند", "CHL"),
        ("fa", "خبرنگار پرویی از سوی افراد ناشناس در سانتیاگو مورد ضرب و شتم قرار گرفت.", "ضرب و شتم", "PER"),
        ("fa", "حمله مهاجمان ناشناس به سفارت غنا چند زخمی داشت.", "حمله", "GHA"),
        ("ru", "Неизвестные напали на пограничную заставу Перу.", "напали", "PER"),
        ("ru", "Журналист из Чили был избит неизвестными.", "избит", "CHL"),
    ],
)
def test_nobody_is_named_where_unknown_hands_did_it(language, text, trigger, recipient):
    actors, recipients = sides(language, text, trigger)
    assert (actors, recipients) == ([], [recipient])


@pytest.mark.parametrize(
    ("language", "text", "trigger", "actor"),
    [
        ("fa", "افراد مسلح پرویی به پاسگاه مرزی شیلی حمله کردند.", "حمله کردند", "PER"),
        ("fa", "پلیس شیلی مهاجمان را بازداشت کرد.", "بازداشت کرد", "CHL"),
        ("ru", "Полиция Чили задержала нападавших.", "задержала", "CHL"),
    ],
)
def test_hands_that_are_known_or_suffer_hide_nobody(language, text, trigger, actor):
    assert sides(language, text, trigger)[0] == [actor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پرو چند شهروند شیلی را به اتهام سرقت بازداشت کرد.", "CHL"),
        ("پرو ده‌ها شهروند شیلی را بازداشت کرد.", "CHL"),
        ("پلیس پرو شهروندان شیلی را بازداشت کرد.", "CHL"),
    ],
)
def test_a_counted_victim_is_the_recipient(text, expected):
    place = place_of("fa", text, "بازداشت کرد", "COERCE")
    told = {c.mention.codes: stand(place, c).side for c in candidates(place)}
    assert told[(expected,)] == "recipient"


def governor(text, name):
    (sentence,) = analyse(text, "fa")
    at = next(n for n, token in enumerate(sentence.tokens) if token.text == name)
    return hold(sentence, at, at + 1, "fa")


@pytest.mark.parametrize(
    "text",
    [
        "در ماه گذشته شیلی سفیر پرو را احضار کرد.",
        "در سال ۲۰۲۲ شیلی سفیر پرو را احضار کرد.",
        "در همین هفته شیلی سفیر پرو را احضار کرد.",
    ],
)
def test_a_date_holds_no_subject(text):
    assert governor(text, "شیلی").governor == "start"


@pytest.mark.parametrize(
    "text", ["در انتخابات گذشته شیلی کسی پیروز نشد.", "در روز استقلال شیلی جشن برگزار شد.", "در شیلی باران بارید."]
)
def test_what_is_no_whole_date_holds_its_noun(text):
    assert governor(text, "شیلی").governor == "در"


def test_words_between_commas_do_not_part_an_object_from_its_mark():
    assert governor("پلیس پرو چهار شیلیایی، از جمله یک نظامی، را گرفت.", "شیلیایی").object
    assert not governor("پلیس پرو به شیلیایی، که گریخت، جایزه‌ای را نداد.", "شیلیایی").object


@pytest.mark.parametrize(
    ("language", "text", "deed", "judge"),
    [
        ("fa", "غنا حمله به شهروندان توگو در بنین را محکوم کرد.", "حمله", "محکوم کرد"),
        ("ru", "Гана осудила нападение на граждан Того.", "нападение", "осудила"),
    ],
)
def test_who_condemns_did_not_do_it_and_who_suffered_is_not_condemned(language, text, deed, judge):
    assert "GHA" not in sides(language, text, deed, "ASSAULT")[0]
    assert "TGO" not in sides(language, text, judge, "ACCUSE")[1]


def test_only_who_suffered_a_condemned_deed_cannot_be_condemned():
    place = place_of("ru", "Гана осудила нападение Бенина на Перу.", "осудила")
    chances = {o.mention.codes[0]: o.recipient for o in scored(place, models("ru"))}
    assert chances["PER"] == NEVER < chances["BEN"]


def test_the_noun_of_an_act_is_its_subject_where_another_is_the_object():
    text = "پهپادهای شیلی پالایشگاه بزرگ پرو را هدف قرار دادند."
    place = place_of("fa", text, "هدف قرار دادند")
    told = {c.mention.codes[0]: stand(place, c).side for c in candidates(place)}
    assert told["CHL"] == "actor-own"
    text = "ارتش پرو یک پهپاد شیلی را هدف قرار داد."
    place = place_of("fa", text, "هدف قرار داد")
    told = {c.mention.codes[0]: stand(place, c).side for c in candidates(place)}
    assert told["CHL"] == "recipient"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Посол Чили был вызван в МИД Перу.", (["PER"], ["CHL"])),
        ("Посла Чили вызвали в министерство иностранных дел Перу.", (["PER"], ["CHL"])),
        ("Перу вызвало посла Чили в МИД.", (["PER"], ["CHL"])),
    ],
)
def test_who_calls_an_envoy_is_told_by_the_ministry(text, expected):
    assert sides("ru", text, "выз") == expected


def told(language, text):
    """Every mention as 'CODE+CODE words'."""
    found = [m for each in mentions(text, analyse(text, language), None, language) for m in each]
    return [f"{'+'.join(m.codes)} {m.span.of(text)}" for m in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "МИД Чили вручил ноту послу Перу. Ведомство ждёт ответа.", "CHL Ведомство"),
        ("fa", "وزارت خارجه شیلی از پلیس پرو انتقاد کرد. این وزارتخانه منتظر پاسخ است.", "CHL این وزارتخانه"),
        ("fa", "تاجیکستان بیانیه داد. دوشنبه مرزبانان شیلی را متهم کرد.", "TJK دوشنبه"),
        ("fa", "تاجیکستان بیانیه داد و پرو از دوشنبه خواست پاسخ دهد.", "TJK دوشنبه"),
    ],
)
def test_an_office_or_capital_is_told_by_a_common_word(language, text, expected):
    assert expected in told(language, text)


@pytest.mark.parametrize("text", ["دوشنبه مرزبانان شیلی را متهم کرد.", "وزیر خارجه تاجیکستان روز دوشنبه به شیلی رفت."])
def test_monday_is_no_capital(text):
    assert "TJK دوشنبه" not in told("fa", text)


def test_forces_are_no_strength():
    assert not any("силу" in one for one in told("ru", "Соглашение между Чили и Перу вступило в силу."))
    assert "CHL Силы Чили" in told("ru", "Силы Чили отошли.")
    assert "CHL Народ Чили" in told("ru", "Народ Чили вышел на улицы.")


def test_a_dateline_takes_no_part():
    text = "سانتیاگو - خبرگزاری کابار: پرو سفیر بنین را احضار کرد."
    place = place_of("fa", text, "احضار کرد")
    assert "CHL" not in {code for c in candidates(place) for code in c.mention.codes}


def test_a_body_of_many_meets_among_itself():
    laid = scene("نشست سران سازمان همکاری شانگهای برگزار شد.", "fa", None)
    assert ["SCO"] in [list(e.actor_codes) for e in events(laid, 0.1) if e.type == "CONSULT"]
    laid = scene("نشست سران شیلی برگزار شد.", "fa", None)
    assert not [e for e in events(laid, 0.0) if e.type == "CONSULT"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Полиция избила мигрантов из Чили.", "CHL мигрантов из Чили"),
        ("ru", "ФСБ задержала выходца из Перу.", "PER выходца из Перу"),
        ("fa", "پلیس پرو کارگران اهل شیلی را گرفت.", "CHL کارگران اهل شیلی"),
    ],
)
def test_people_are_of_the_state_that_they_are_from(language, text, expected):
    assert expected in told(language, text)


def test_an_envoy_from_a_place_is_not_of_it():
    assert "CHL посла из Чили" not in told("ru", "Перу отозвало посла из Чили.")


def test_the_place_of_a_summit_is_no_party():
    assert sides("ru", "В Чили открылся саммит ШОС.", "саммит")[0] == ["SCO"]
    place = place_of("ru", "Президент Перу прибыл в Чили.", "прибыл")
    assert "CHL" in {o.mention.codes[0] for o in scored(place, models("ru"))}


def test_what_is_refused_is_no_act_of_its_own():
    laid = scene("Чили отказалась вступать в ЕАЭС.", "ru", None)
    assert [e.type for e in events(laid, 0.1)] == ["REJECT"]
    laid = scene("Чили согласилась вступать в ЕАЭС.", "ru", None)
    assert "REJECT" not in [e.type for e in events(laid, 0.1)]


def test_who_is_asked_by_is_the_one_who_asks():
    place = place_of("ru", "Армия вошла в столицу по просьбе президента Чили.", "просьб")
    assert {stand(place, c).side for c in candidates(place) if c.mention.codes == ("CHL",) and not c.back} >= {"actor"}


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        ("fa", "پلیس پرو ۱۷ نفر را مقابل کنسولگری شیلی بازداشت کرد.", "بازداشت کرد", (["PER"], ["PER"])),
        ("ru", "Полиция Перу задержала 17 человек у консульства Чили.", "задержала", (["PER"], ["PER"])),
        ("ru", "Полиция Перу задержала двух граждан Чили у посольства Ганы.", "задержала", (["PER"], ["CHL"])),
    ],
)
def test_near_whom_people_are_detained_is_not_detained(language, text, trigger, expected):
    assert sides(language, text, trigger, "COERCE") == expected
