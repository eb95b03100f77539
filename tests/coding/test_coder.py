"""From a sentence to its event: who did what to whom, when, where, and in what standing."""

import datetime

import pytest

from ravabet.coding import events, linked, scene
from ravabet.coding.coder import findings
from ravabet.model import Event

PUBLISHED = datetime.date(2025, 5, 14)


def code(text: str, floor: float | None = None) -> tuple[Event, ...]:
    return events(scene(text, "fa", PUBLISHED), floor)


def summary(event: Event) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return event.type, tuple(sorted(event.actor_codes)), tuple(sorted(event.recipient_codes))


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("وزیر خارجه ترکیه روز گذشته در آنکارا با همتای ایرانی خود دیدار کرد.", "CONSULT", ("IRN", "TUR"), ()),
        ("روسیه از سیاست‌های اتحادیه اروپا به شدت انتقاد کرد.", "ACCUSE", ("RUS",), ("EU",)),
        ("روسيه از سياست هاي اتحاديه اروپا به شدت انتقاد كرد.", "ACCUSE", ("RUS",), ("EU",)),
        ("دولت پاکستان سفیر هند را احضار کرد.", "ACCUSE", ("PAK",), ("IND",)),
        ("آمریکا تحریم‌های تازه‌ای علیه ایران اعمال کرد.", "SANCTION", ("USA",), ("IRN",)),
        ("دو جاسوس روسی در اوکراین دستگیر شدند.", "COERCE", ("UKR",), ("RUS",)),
        ("چین و قزاقستان در ۳ مارس ۲۰۲۴ توافق‌نامه همکاری امضا کردند.", "AGREE", ("CHN", "KAZ"), ()),
        ("ارتش اسرائیل به مواضع حزب‌الله در جنوب لبنان حمله هوایی کرد.", "ASSAULT", ("ISR",), ("HEZBOLLAH",)),
        ("تاجیکستان درخواست قرقیزستان را رد کرد.", "REJECT", ("TJK",), ("KGZ",)),
        ("ژاپن ده میلیون دلار به افغانستان کمک کرد.", "AID", ("JPN",), ("AFG",)),
        ("ترکیه نیروهای خود را از سوریه خارج کرد.", "RETREAT", ("TUR",), ("SYR",)),
        ("نخست‌وزیر هند به مسکو سفر کرد.", "CONSULT", ("IND", "RUS"), ()),
        ("آلمان دیپلمات‌های روسی را اخراج کرد.", "SANCTION", ("DEU",), ("RUS",)),
        ("کره شمالی آمریکا را به حمله تهدید کرد.", "THREATEN", ("PRK",), ("USA",)),
        ("قرقیزستان مرز خود با تاجیکستان را بست.", "SANCTION", ("KGZ",), ("TJK",)),
        ("پلیس قزاقستان معترضان را بازداشت کرد.", "COERCE", ("KAZ",), ("KAZ",)),
        ("هزاران نفر در گرجستان علیه دولت تظاهرات کردند.", "PROTEST", ("GEO",), ("GEO",)),
    ],
)
def test_an_event_is_coded(text, kind, actors, recipients) -> None:
    assert (kind, actors, recipients) in [summary(event) for event in code(text)]


@pytest.mark.parametrize(
    "text",
    [
        "کاش روزی صلح میان دو ملت برقرار شود!",
        "قیمت نفت در بازار لندن دو درصد کاهش یافت.",
        "تیم ملی والیبال ایران در بازی دوستانه لهستان را شکست داد.",
        "بارش برف در شمال افغانستان ادامه دارد.",
        "رود ولگا در روسیه به دریای خزر می‌ریزد.",
        "",
    ],
)
def test_what_is_no_political_act_gives_no_event(text) -> None:
    assert code(text) == ()


def test_date_place_and_trigger_are_those_of_the_act() -> None:
    text = "وزیران خارجه چین و قزاقستان در ۳ مارس ۲۰۲۴ در پکن دیدار کردند."
    (event,) = code(text)
    assert event.when is not None
    assert (event.when.date, event.when.precision) == ("2024-03-03", "day")
    assert event.where is not None
    assert event.where.of(text) == "پکن"
    assert event.trigger.of(text).endswith("دیدار کردند")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("آمریکا ایران را تحریم کرد.", "happened"),
        ("آمریکا ایران را تحریم خواهد کرد.", "planned"),
        ("آمریکا ایران را تحریم نکرده است.", "denied"),
    ],
)
def test_status(text, status) -> None:
    assert {event.status for event in code(text, linked("fa"))} == {status}


def test_one_act_told_twice_is_one_event() -> None:
    text = "پاکستان سفیر هند را احضار کرد. وزارت خارجه پاکستان گفت سفیر هند را صبح امروز احضار کرده است."
    (told,) = (event for event in code(text, linked("fa")) if event.frame == "summon-ambassador")
    assert told.because[-1].startswith("also told at")


def test_every_span_points_at_its_words() -> None:
    text = "روسیه از اتحادیه اروپا انتقاد کرد.\nچین و هند در پکن گفت‌وگو کردند و توافق‌نامه امضا کردند."
    found = code(text, 0.05)
    assert found
    for event in found:
        assert event.sentence.holds(event.trigger)
        assert all(actor.span.of(text) == actor.name for actor in (*event.actors, *event.recipients))
        assert event.because


def test_the_line_that_names_the_source_is_not_coded() -> None:
    text = "روسیه از اتحادیه اروپا انتقاد کرد.\n\nمنبع: روزنامه انتقاد روسیه از آلمان"
    assert {code for event in code_all(text) for code in event.codes} == {"RUS", "EU"}


def code_all(text: str) -> tuple[Event, ...]:
    return code(text, 0.0)


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("fa", "ترکیه به ارمنستان حمله کرد. ایران پس از این حمله مرز خود را بست.", [("TUR", "ARM"), ("TUR", "ARM")]),
        ("ru", "Турция нанесла удар по Армении. Иран осудил этот удар.", [("TUR", "ARM"), ("TUR", "ARM")]),
        # a noun that does not point back is an act of its own
        ("ru", "Турция нанесла удар по Армении. Иран готовит удар по Ираку.", [("TUR", "ARM"), ("IRN", "IRQ")]),
    ],
)
def test_a_noun_that_points_back_has_the_sides_of_the_act_before(language, text, sides) -> None:
    found = [f.roles for f in findings(scene(text, language, PUBLISHED)) if f.place.frame.type == "ASSAULT"]
    assert [(roles.actors[0].codes[0], roles.recipients[0].codes[0]) for roles in found] == sides


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("پلیس ترکیه دو جاسوس ایرانی را شناسایی کرد. جاسوسان ایرانی دستگیر شدند و برخی تحت بازداشت خانگی قرار گرفتند.",
         "house-arrest", "TUR", "IRN"),
        ("نروژ چند ماهیگیر ایسلندی را متوقف کرد. ماهیگیران ایسلندی بازجویی شدند و برخی از آنها بازداشت شدند.",
         "arrest", "NOR", "ISL"),
        # but some of a group may act on others
        ("نروژ چند ماهیگیر ایسلندی را متوقف کرد. برخی از آنها ماهیگیران روس را تهدید کردند.", "threaten", "ISL", "RUS"),
    ],
)  # fmt: skip
def test_a_group_does_not_act_on_some_of_its_own(text, kind, actor, recipient) -> None:
    assert (kind, (actor,), (recipient,)) in [(e.frame, e.actor_codes, e.recipient_codes) for e in code(text)]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "Peru rejected criticism from Chile over the mine.", ["REJECT"]),
        ("en", "Peru rejected the plan and voiced criticism of Chile.", ["REJECT", "ACCUSE"]),
        ("ru", "Киргизия критиковала Россию. МИД России отверг критику.", ["ACCUSE", "REJECT"]),
        ("ru", "Перу отвергло план, но выступило с критикой Чили.", ["REJECT", "ACCUSE"]),
        ("ar", "انتقدت بيرو تشيلي. ورفضت خارجية تشيلي الانتقادات.", ["ACCUSE", "REJECT"]),
    ],
)
def test_who_rejects_criticism_did_not_make_it(language, text, kinds) -> None:
    assert [event.type for event in events(scene(text, language, PUBLISHED), 0.1)] == kinds
