"""Russian from the sentence to the event: acts, actors, dates and status."""

import datetime

import pytest

from ravabet.coding import events, scene
from ravabet.coding.dates.when import dates
from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse
from ravabet.lexicon import expressions, frames
from ravabet.model import Event

PUBLISHED = datetime.date(2018, 4, 10)


def code(text: str) -> tuple[Event, ...]:
    return events(scene(text, "ru", PUBLISHED))


def told(event: Event) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return event.type, tuple(sorted(event.actor_codes)), tuple(sorted(event.recipient_codes))


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Министр иностранных дел Турции встретился в Анкаре с иранским коллегой.", "CONSULT", ("IRN", "TUR"), ()),
        ("Вашингтон ввел санкции против Ирана.", "SANCTION", ("USA",), ("IRN",)),
        ("Санкции против Ирана были введены Вашингтоном.", "SANCTION", ("USA",), ("IRN",)),
        ("Польша осудила действия Белоруссии.", "ACCUSE", ("POL",), ("BLR",)),
        ("Президент Казахстана поздравил Владимира Путина.", "SUPPORT", ("KAZ",), ("RUS",)),
        ("Израильская авиация нанесла авиаудар по позициям «Хезболлы».", "ASSAULT", ("ISR",), ("HEZBOLLAH",)),
        ("Китай и Казахстан подписали соглашение о сотрудничестве.", "AGREE", ("CHN", "KAZ"), ()),
        ("Германия выслала российских дипломатов.", "SANCTION", ("DEU",), ("RUS",)),
        ("Турция вывела войска из Сирии.", "RETREAT", ("TUR",), ("SYR",)),
        ("Таджикистан отклонил предложение Киргизии.", "REJECT", ("TJK",), ("KGZ",)),
        # the subject is the recipient
        ("Норвегия подверглась критике со стороны Исландии.", "ACCUSE", ("ISL",), ("NOR",)),
        ("Бутан получил продовольственную помощь от Японии.", "AID", ("JPN",), ("BTN",)),
        ("Норвегия выступила с критикой Исландии.", "ACCUSE", ("NOR",), ("ISL",)),
        # the subject stands behind its verb, far before it, or is counted
        ("Ещё в мае вмешательство Перу в дела Чили осудила Москва.", "ACCUSE", ("RUS",), ("PER",)),
        ("Сразу несколько норвежских сенаторов похвалили Чад за реформы.", "SUPPORT", ("NOR",), ("TCD",)),
        ("Рынок в йеменской Сааде разбомбила авиация Саудовской Аравии.", "ASSAULT", ("SAU",), ("YEM",)),
        ("Двенадцать депутатов Госдумы осудили Осло за обыск.", "ACCUSE", ("RUS",), ("NOR",)),
        ("США исключили Габон из чёрного списка.", "RETREAT", ("USA",), ("GAB",)),
        ("В Подмосковье задержали 200 граждан Узбекистана.", "COERCE", ("RUS",), ("UZB",)),
        ("Осло, который Исландия обвинила во лжи, промолчал.", "ACCUSE", ("ISL",), ("NOR",)),
        # a demand's genitive is who demands
        ("Бишкек ответил отказом на требование Анкары закрыть лицеи.", "REJECT", ("KGZ",), ("TUR",)),
        # words of borders, trade and migration
        ("Казахстан отменил визы для граждан Исландии.", "CONCEDE", ("KAZ",), ("ISL",)),
        ("Россия прекратила закупки туркменского газа.", "SANCTION", ("RUS",), ("TKM",)),
        ("Киргизия запретила авиарейсы в Грузию.", "SANCTION", ("KGZ",), ("GEO",)),
        ("Ташкент отказался присоединиться к ЕАЭС.", "REJECT", ("UZB",), ("EAEU",)),
        ("Чадские и нигерские военные обменялись выстрелами.", "ASSAULT", ("NER", "TCD"), ("NER", "TCD")),
        ("Япония передала Таджикистану снегоуборочную технику.", "AID", ("JPN",), ("TJK",)),
        # whose forces are moved moves them
        ("Российские войска были подняты по тревоге.", "MOBILIZE", ("RUS",), ()),
        # a title with a body that has a state of its own
        ("Глава Пентагона раскритиковал Осло.", "ACCUSE", ("USA",), ("NOR",)),
        ("Спикер Госдумы раскритиковал Осло.", "ACCUSE", ("RUS",), ("NOR",)),
        ("Генсек НАТО Йенс Хольм раскритиковал Минск.", "ACCUSE", ("NATO",), ("BLR",)),
        # who says so does it
        ("Анкара считает, что Афины совершают ошибку, закрывая границу.", "ACCUSE", ("TUR",), ("GRC",)),
        ("МИД Исландии заявил, что Норвегия должна вывести корабли из залива.", "REQUEST", ("ISL",), ("NOR",)),
        ("Военные Чада заявили, что Франция сыграла важную роль в победе.", "SUPPORT", ("TCD",), ("FRA",)),
    ],
)
def test_an_event_is_coded(text, kind, actors, recipients) -> None:
    assert (kind, actors, recipients) in [told(event) for event in code(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Цена нефти в Лондоне упала на два процента.",
        "Снег на севере Афганистана не тает.",
        "Сборная Польши по волейболу выиграла матч у сборной Ирана.",
        "Волга впадает в Каспийское море.",
        "",
    ],
)
def test_what_is_no_political_act_gives_no_event(text) -> None:
    assert code(text) == ()


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("Это было 23 февраля 2018 года.", "2018-02-23", "day"),
        ("Это было 5 марта прошлого года.", "2017-03-05", "day"),
        ("Вчера прошла встреча.", "2018-04-09", "day"),
        ("Договор подписан в марте 2016-го.", "2016-03", "month"),
        ("Три года назад они подписали договор.", "2015", "year"),
        ("В субботу, 3 марта, в Баку было тихо.", "2018-03-03", "day"),
        ("Об этом стало известно 27.12.2017.", "2017-12-27", "day"),
    ],
)
def test_a_date_is_read(text, date, precision) -> None:
    found = dates(text, analyse(text, "ru")[0], PUBLISHED, "ru")
    assert [(one.date, one.precision) for one in found] == [(date, precision)]


@pytest.mark.parametrize("text", ["Это было на прошлой неделе.", "Его тетя родилась 5 марта."])
def test_what_is_no_date_gives_none(text) -> None:
    assert dates(text, analyse(text, "ru")[0], PUBLISHED, "ru") == ()


def test_every_frame_has_russian_words() -> None:
    assert {entry.frame for entry in expressions("ru")} == set(frames())
    assert len(expressions("ru")) >= 3000


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Задержание граждан Узбекистана в Москве вызвало вопросы.", ("RUS",), ("UZB",)),
        ("Посольство сообщило об аресте трёх граждан Турции в Афинах.", ("GRC",), ("TUR",)),
        ("Израиль задержал граждан Иордании в Каире.", ("ISR",), ("JOR",)),
    ],
)
def test_who_detains_foreigners_is_the_place_unless_told(text, actors, recipients) -> None:
    assert ("COERCE", actors, recipients) in [told(event) for event in code(text)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Кения и Уганда начали переговоры. Стороны обсудили торговлю.", [("KEN", "UGA")]),
        ("Кения и Уганда начали переговоры. С другой стороны, граница закрыта.", []),
        ("Кения спорит с Угандой. Посол просит угандийскую сторону ответить.", [("UGA",)]),
        ("Кения не сдается. Страна готова ответить.", [("KEN",)]),
        ("Кения не сдается. Этим странам трудно ответить.", []),
        ("Узбекистан молчит. Среднеазиатская республика ждет.", [("UZB",)]),
        ("Узбекистан молчит. Среднеазиатские республики ждут.", [("KAZ", "KGZ", "TJK", "TKM", "UZB")]),
    ],
)
def test_a_russian_word_for_an_actor_has_its_number(text, codes) -> None:
    found = mentions(text, analyse(text, "ru"), None, "ru")
    assert [mention.codes for mention in found[1]][-1:] == codes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Форвард сборной Грузии обменялся футболками с соперником из Норвегии.", "ASSAULT"),
        ("Клуб не продлил контракт с вратарём сборной Чада.", "SANCTION"),
        ("Сборная Исландии взяла штурмом верхнюю строчку таблицы Норвегии.", "COERCE"),
        ("Молодожёны из Исландии прекратили закупки к празднику в Норвегии.", "SANCTION"),
    ],
)
def test_words_of_borders_and_trade_in_another_sense_are_silent(text, kind) -> None:
    assert kind not in [event.type for event in code(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Двое туристов, задержанные норвежскими пограничниками, уехали.",
            ["задержанные", "норвежскими пограничниками"],
        ),
        ("В ходе обмена пленными чадская сторона молчала.", ["пленными", "чадская сторона"]),
        ("Правительству Исландия не ответила.", ["Правительству", "Исландия"]),
        # a genitive belongs to the title, and so does an adjective in its own case
        ("Власти норвежского города молчат.", ["Власти норвежского города"]),
        ("Представители Исландии молчат.", ["Представители Исландии"]),
        ("Послам Норвегии ответили.", ["Послам Норвегии"]),
    ],
)
def test_a_title_ends_before_a_name_in_another_case(text, wanted) -> None:
    (found,) = scene(text, "ru", PUBLISHED).mentions
    told = [mention.span.of(text) for mention in found]
    assert [one for one in told if one in wanted] == wanted
