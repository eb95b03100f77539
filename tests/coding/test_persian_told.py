"""What a Persian answer tells is true of its sentence: frames say what the words do, common words are no names."""

import datetime

import pytest

from ravabet.coding.dates.when import dates
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.telling.status import standing

DAY = datetime.date(2025, 6, 12)


def frames_in(text):
    return {act.expression.frame for found in scene(text, "fa", DAY).acts for act in found}


def codes_in(text):
    return {code for found in scene(text, "fa", DAY).mentions for mention in found for code in mention.codes}


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("چاد سفیر جدید خود را به کنیا اعزام کرد.", "appoint-ambassador", "open-embassy"),
        ("سفیر پرو استوارنامه خود را تقدیم رئیس‌جمهور شیلی کرد.", "appoint-ambassador", "open-embassy"),
        ("اتحادیه آفریقا عملیات امدادی در چاد را متوقف کرد.", "delay", "cut-ties"),
        ("پرو روابط خود را با شیلی قطع کرد.", "cut-ties", "delay"),
        ("پلیس پرو دفتر انجمن معدنچیان را پلمب کرد.", "ban-activity", "close-media"),
        ("پرو روزنامه مخالفان را توقیف کرد.", "close-media", "ban-activity"),
        ("پرو ماسک را در اختیار بیمارستان‌های شیلی قرار داد.", "give-aid", "financial-aid"),
        ("گفتند همسایه در آن انفجار دست داشت.", "accuse", "accuse-terrorism"),
        ("شیلی عامل اصلی جنگ است.", "blame", "accuse"),
    ],
)
def test_an_act_stands_under_the_frame_whose_gloss_says_it(text, told, untold):
    found = frames_in(text)
    assert told in found
    assert untold not in found


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("این نمایشگاه توجه گردشگران پرو را جلب کرد.", "arrest"),
        ("فقر عامل اصلی بیماری در شیلی است.", "blame"),
        ("شرکت پرویی مدیر عامل تازه خود را معرفی کرد.", "blame"),
        ("سازمان جاسوسی چاد گزارشی علیه کنیا نوشت.", "espionage"),
        ("نماینده سازمان ملل متحد در چاد انتخابات را دشوار خواند.", "praise"),
        ("باغبانان چاد می‌خواهند درخت بکارند.", "request"),
        ("تقاضا برای گندم در پرو بالا رفت.", "request"),
        ("این بحث وارد مرحله تازه‌ای شد.", "visit"),
        ("رئیس نمایشگاه خواننده پرویی را مسئول بخش موسیقی این جشنواره در شیلی شناخت.", "blame"),
    ],
)
def test_words_that_are_no_such_act(text, frame):
    assert frame not in frames_in(text)


@pytest.mark.parametrize(
    ("text", "code", "stands"),
    [
        ("دزد کیف پول مسافر را برد.", "UKR", False),
        ("رئیس‌جمهور اوکراین در کیف سخن گفت.", "UKR", True),
        ("چوپان تب مالت گرفت.", "MLT", False),
        ("وزیر مالت با همتای خود دیدار کرد.", "MLT", True),
        ("موسسه مالی وام نداد.", "MLI", False),
        ("ارتش مالی به شهر رسید.", "MLI", True),
        ("کشاورزان کرانه رود اردن آب ندارند.", "JOR", False),
        ("پادشاه اردن سفر کرد.", "JOR", True),
        ("شوهر دوستم نامه‌ای نوشت.", "AFG", False),
        ("ژنرال دوستم به کابل رفت.", "AFG", True),
    ],
)
def test_names_that_are_common_words(text, code, stands):
    assert (code in codes_in(text)) is stands


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("در سال 1389 میلادی جنگ درگرفت.", "1389"),
        ("در سال 1389 جنگ درگرفت.", "2010"),
        ("در سال 1389 شمسی جنگ درگرفت.", "2010"),
    ],
)
def test_the_era_of_a_year_is_as_told(text, year):
    laid = scene(text, "fa", DAY)
    assert [when.date for when in dates(text, laid.sentences[0], DAY, "fa")] == [year]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("وزیر پرو گفت: دولت شیلی باید از طرح صلح چاد حمایت کند.", "حمایت کند", "planned"),
        ("وزیر پرو گفت: دولت شیلی از طرح صلح چاد حمایت می‌کند.", "حمایت می‌کند", "happened"),
        ("سخنگوی پرو گفت: نمایندگان کنیا از دولت شیلی حمایت کنند.", "حمایت کنند", "planned"),
        ("وزیر پرو گفت: شیلی باید پاسخگوی این بحران باشد.", "پاسخگوی", "happened"),
        ("پیش از آنکه شیلی از طرح صلح چاد حمایت کند، وزیر پرو رفت.", "حمایت کند", "happened"),
        ("روزنامه‌ها گزارش‌هایی مبنی بر حمله چاد به کنیا چاپ کردند.", "حمله", "claimed"),
        ("شایعاتی مبنی بر حمله چاد به کنیا پیچید.", "حمله", "claimed"),
        ("وزیر پرو گزارش‌ها مبنی بر حمله پرو به شیلی را رد کرد.", "حمله", "denied"),
    ],
)
def test_a_wish_a_rumour_and_its_denial_are_no_deeds(text, trigger, status):
    laid = scene(text, "fa", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    place = next(p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text))
    said = standing(laid.sentences[place.number], place.act.tokens, "fa", place.frame.type)
    assert said.status == status
