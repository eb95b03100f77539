"""Whether an act happened, and who says so."""

from dataclasses import dataclass

import pytest

from ravabet.coding.coder import events
from ravabet.coding.scene import scene
from ravabet.coding.telling.speakers import speaker, speakers
from ravabet.coding.telling.status import standing
from ravabet.language import analyse


def tokens_of(sentence, text, words):
    start = text.index(words)
    return [n for n, token in enumerate(sentence.tokens) if start <= token.start < start + len(words)]


STATUS = [  # sentence, trigger, PLOVER type, status
    ("ارتش سوریه به شهر حمله کرد.", "حمله کرد", "ASSAULT", "happened"),
    ("حمله به شهر دو روز ادامه یافت.", "حمله", "ASSAULT", "happened"),
    ("روسیه و هند سال‌هاست همکاری می‌کنند.", "همکاری می‌کنند", "COOPERATE", "happened"),
    ("نیروها توانستند مهاجم را بازداشت کنند.", "بازداشت کنند", "COERCE", "happened"),
    ("تهران گفت این حمله را محکوم می‌کند.", "محکوم می‌کند", "ACCUSE", "happened"),
    ("تهران این پیشنهاد را نپذیرفت.", "نپذیرفت", "REJECT", "happened"),
    ("مسکو خواستار آزادی زندانیان شد.", "خواستار آزادی زندانیان شد", "REQUEST", "happened"),
    # to come
    ("ارتش از مرز عقب‌نشینی خواهد کرد.", "عقب‌نشینی خواهد کرد", "RETREAT", "planned"),
    ("قرار است وزیر خارجه به تهران سفر کند.", "سفر کند", "CONSULT", "planned"),
    ("آمریکا قصد دارد نیروهایش را خارج کند.", "خارج کند", "RETREAT", "planned"),
    ("شورا از ارتش خواست زندانیان را آزاد کند.", "آزاد کند", "RETREAT", "planned"),
    ("دولت در نظر دارد مرز را ببندد.", "ببندد", "SANCTION", "planned"),
    ("پلیس از قصد حمله به سفارت خبر داد.", "حمله", "ASSAULT", "planned"),
    ("دو کشور برای آغاز همکاری نظامی گفت‌وگو کردند.", "همکاری نظامی", "COOPERATE", "planned"),
    ("وزیر خارجه به زودی به مسکو سفر می‌کند.", "سفر می‌کند", "CONSULT", "planned"),
    ("مسکو خواستار خروج نیروها شد.", "خروج نیروها", "RETREAT", "planned"),
    ("دو کشور فردا قرارداد را امضا خواهند کرد.", "امضا خواهند کرد", "AGREE", "planned"),
    ("ایران حاضر است سوخت را بازگرداند.", "بازگرداند", "RETREAT", "planned"),
    ("مذاکرات نهایی دو کشور تا پایان سال به اتمام خواهد رسید.", "مذاکرات نهایی", "CONSULT", "planned"),
    ("پارلمان با اعزام نیرو به مرز موافقت کرد.", "اعزام نیرو", "MOBILIZE", "planned"),
    ("وزیر فردا این انتخاب را تبریک خواهد گفت.", "تبریک خواهد گفت", "SUPPORT", "planned"),
    ("وزیر گفت مسکو از این طرح حمایت خواهد کرد.", "حمایت خواهد کرد", "SUPPORT", "happened"),
    ("ما با متجاوز برخورد خواهیم کرد.", "برخورد خواهیم کرد", "THREATEN", "happened"),
    ("گرجستان از لهستان خواست از شرکت در این نشست خودداری کند.", "خودداری کند", "REJECT", "planned"),
    ("مجارستان در تلاش است تا سفیرش را که در صوفیه است بازگرداند.", "بازگرداند", "RETREAT", "planned"),
    ("سفر قریب‌الوقوع وزیر به بلگراد خبرساز شد.", "سفر", "CONSULT", "planned"),
    ("سفر وزیر، آن هم هفته آینده که تعطیل است، خبرساز شد.", "سفر", "CONSULT", "happened"),
    # brought about
    ("این بازرسی‌ها باعث شد لتونی مرز را ببندد.", "ببندد", "SANCTION", "happened"),
    ("فشار همسایگان دولت را وادار کرد زندانیان را آزاد کند.", "آزاد کند", "RETREAT", "happened"),
    ("این بازرسی‌ها باعث نشد لتونی مرز را ببندد.", "ببندد", "SANCTION", "denied"),
    ("ادامه این روند باعث می‌شود لتونی مرز را ببندد.", "ببندد", "SANCTION", "planned"),
    # not so
    ("اسلواکی رزمایش مشترک با اتریش را لغو کرد.", "رزمایش مشترک", "COOPERATE", "denied"),
    ("اسلواکی پس از حمله شبانه رزمایش را لغو کرد.", "حمله", "ASSAULT", "happened"),
    ("تکذیب اطلاعات مربوط به فروش سلاح به شورشیان کسی را قانع نکرد.", "فروش سلاح", "COOPERATE", "denied"),
    ("انتشار اطلاعات مربوط به فروش سلاح به شورشیان خبرساز شد.", "فروش سلاح", "COOPERATE", "happened"),
    ("متهمان هنوز محاکمه نشده‌اند.", "محاکمه نشده‌اند", "COERCE", "denied"),
    ("آژانس هنوز درخواستی نکرده است.", "درخواستی نکرده است", "REQUEST", "denied"),
    ("دولت برای تجمع مجوز صادر نمی‌کند.", "مجوز صادر نمی‌کند", "COERCE", "happened"),
    ("آنها به روستا حمله نکردند.", "حمله نکردند", "ASSAULT", "denied"),
    ("هیچ نیرویی به عراق اعزام نشده است.", "اعزام نشده است", "MOBILIZE", "denied"),
    ("در این نشست توافقی حاصل نشد.", "توافقی", "AGREE", "denied"),
    ("سخنگو فروش سلاح به ارمنستان را تکذیب کرد.", "فروش سلاح", "COOPERATE", "denied"),
    ("سخنگو تکذیب کرد که نیروها به روستا حمله کردند.", "حمله کردند", "ASSAULT", "denied"),
    ("آنها نتوانستند شهر را تصرف کنند.", "تصرف کنند", "ASSAULT", "denied"),
    ("عدم توافق دو کشور بحران را کش داد.", "توافق دو کشور", "AGREE", "denied"),
    ("کلمبیا از حمله به اردوگاه خودداری کرد.", "حمله", "ASSAULT", "denied"),
    ("کلمبیا پس از حمله به اردوگاه از پاسخ خودداری کرد.", "حمله", "ASSAULT", "happened"),
    ("پلیس از تجمع دانشجویان جلوگیری کرد.", "تجمع", "PROTEST", "denied"),
    ("بلغارستان هیچ قصدی برای حمله به همسایه ندارد.", "حمله", "ASSAULT", "denied"),
    ("بلغارستان برای حمله به همسایه بهانه‌ای تازه دارد.", "حمله", "ASSAULT", "planned"),
    # only said
    ("کی‌یف مسکو را به حمله به نیروگاه متهم کرد.", "حمله به نیروگاه", "ASSAULT", "claimed"),
    ("سخنگو مدعی شد که نیروهای هند به روستا حمله کردند.", "حمله کردند", "ASSAULT", "claimed"),
    ("سخنگو ادعا کرد نیروهای هند از مرز گذشتند و روستا را بمباران کردند.", "بمباران کردند", "ASSAULT", "claimed"),
    ("او به اتهام جاسوسی محاکمه شد.", "جاسوسی", "COERCE", "claimed"),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "status"), STATUS)
def test_status(text, trigger, kind, status):
    (sentence,) = analyse(text, "fa")
    found = standing(sentence, tokens_of(sentence, text, trigger), "fa", kind)
    assert found.status == status
    assert bool(found.because) == (status != "happened")


def test_what_another_than_the_actor_says_of_an_attack_is_a_claim():
    text = "به گفته پلیس عراق، نیروهای ترکیه به روستا حمله کردند."
    (sentence,) = analyse(text, "fa")
    tokens = tokens_of(sentence, text, "حمله کردند")
    assert standing(sentence, tokens, "fa", "ASSAULT", "IRQ", ["TUR"], ["IRQ"]).status == "claimed"
    assert standing(sentence, tokens, "fa", "ASSAULT", "TUR", ["TUR"], ["IRQ"]).status == "happened"
    assert standing(sentence, tokens, "fa", "ASSAULT", "IRQ", [], ["IRQ"]).status == "happened"
    assert standing(sentence, tokens, "fa", "ASSAULT", None, ["TUR"], ["IRQ"]).status == "happened"


def test_to_arm_a_foe_is_a_charge_but_not_in_the_mouth_of_who_is_armed():
    text = "به گفته وزیر، فرانسه به شورشیان سلاح فرستاد."
    (sentence,) = analyse(text, "fa")
    tokens = tokens_of(sentence, text, "سلاح فرستاد")
    assert standing(sentence, tokens, "fa", "AID", "IRN", ["FRA"], ["SYR"]).status == "claimed"
    assert standing(sentence, tokens, "fa", "AID", "SYR", ["FRA"], ["SYR"]).status == "happened"
    assert standing(sentence, tokens, "fa", "SANCTION", "IRN", ["FRA"], ["SYR"]).status == "happened"


def test_a_date_ahead_makes_a_plan():
    text = "ارتش ۴۰ واگن به ازبکستان می‌فرستد."
    (sentence,) = analyse(text, "fa")
    tokens = tokens_of(sentence, text, "۴۰ واگن")
    assert standing(sentence, tokens, "fa", "AID", ahead=True).status == "planned"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("ایران باید با همسایگان همکاری کند.", "wish"),
        ("اگر ارتش حمله کند جنگ آغاز می‌شود.", "condition"),
        ("اگر چه ارتش حمله کرد جنگ آغاز نشد.", None),
        ("در صورت حمله ارتش، شهر تخلیه می‌شود.", "condition"),
        ("دولت از حمله احتمالی به شهر بیم دارد.", "condition"),
        ("دولت برای جلوگیری از حمله به شهر دیوار ساخت.", "condition"),
        ("رومانی از شورشیان خواست از حمله خودداری کنند.", "asked"),
        ("دولت از حمله تازه به شهر بیم دارد.", None),
        ("آیا دو کشور با هم همکاری می‌کنند؟", "question"),
        ("دو کشور هر ساله با هم همکاری می‌کنند.", "habit"),
        ("دو کشور با هم همکاری کردند.", None),
    ],
)
def test_flags(text, flag):
    (sentence,) = analyse(text, "fa")
    word = "حمله" if "حمله" in text else "همکاری"
    found = standing(sentence, tokens_of(sentence, text, word), "fa", "COOPERATE")
    assert (flag in found.flags) if flag else not found.flags


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("گرجستان از لهستان خواست از این طرح حمایت کند.", True),
        ("گرجستان قصد دارد از این طرح حمایت کند.", False),
        ("گرجستان از این طرح حمایت کرد.", False),
    ],
)
def test_words_that_another_is_asked_for_are_not_spoken(text, asked):
    (sentence,) = analyse(text, "fa")
    found = standing(sentence, tokens_of(sentence, text, "حمایت"), "fa", "SUPPORT")
    verb = standing(sentence, tokens_of(sentence, text, text.split("حمایت ")[1][:-1]), "fa", "SUPPORT")
    assert ("asked" in verb.flags) == asked
    assert "asked" not in found.flags


def test_a_negation_that_is_no_word_of_the_act_denies_it():
    text = "آلبانی از این تصمیم انتقاد نکرد."
    (sentence,) = analyse(text, "fa")
    tokens = tokens_of(sentence, text, "انتقاد نکرد")
    assert standing(sentence, tokens, "fa", "ACCUSE", worded=False).status == "denied"
    assert standing(sentence, tokens, "fa", "ACCUSE", worded=True).status == "happened"


@dataclass
class Name:
    codes: tuple[str, ...]
    start: int
    end: int
    kind: str = "state"


STATES = {
    "روسیه": "RUS",
    "مسکو": "RUS",
    "پوتین": "RUS",
    "هند": "IND",
    "عراق": "IRQ",
    "فرانسه": "FRA",
    "ترکیه": "TUR",
    "آمریکا": "USA",
}


def read(text):
    sentences = analyse(text, "fa")
    named = [
        [Name((STATES[token.text],), n, n + 1) for n, token in enumerate(one.tokens) if token.text in STATES]
        + [Name(("IND",), n, n + 1, "pronoun") for n, token in enumerate(one.tokens) if token.text == "وی"]
        for one in sentences
    ]
    return sentences, speakers(sentences, named, "fa")


def said_by(text, trigger, kind=None, actors=()):
    sentences, voices = read(text)
    start = text.index(trigger)
    number = next(n for n, one in enumerate(sentences) if one.span.start <= start < one.span.end)
    sentence = sentences[number]
    found = speaker(sentence, tokens_of(sentence, text, trigger), voices[number], "fa", kind, actors)
    return found.code if found else None


SPEAKERS = [
    ("پوتین گفت: نیروها از شهر خارج شدند.", "خارج شدند", "RUS"),
    ("پوتین گفت که نیروها از شهر خارج شدند.", "خارج شدند", "RUS"),
    ("پوتین گفت نیروها از شهر خارج شدند.", "خارج شدند", "RUS"),
    ("به گفته سخنگوی ارتش هند، نیروها از شهر خارج شدند.", "خارج شدند", "IND"),
    ("سخنگوی هند از خروج نیروها خبر داد.", "خروج نیروها", "IND"),
    ("سخنگوی هند با اشاره به خروج نیروها از مرز گفت: کار تمام است.", "خروج نیروها", "IND"),
    ("سخنگوی هند در دیدار با وزیر عراق گفت: نیروها از شهر خارج شدند.", "خارج شدند", "IND"),
    ("سفیر هند حمله به روستا را تکذیب کرد.", "حمله به روستا", "IND"),
    ("پوتین به مرز سفر کرد. وی سپس گفت: نیروها خارج شدند.", "خارج شدند", None),
    ("پوتین گفت: راه باز است. وی افزود: نیروها خارج شدند.", "خارج شدند", "RUS"),
    ("پوتین گفت: «راه باز است. نیروها خارج شدند.» آنها بازگشتند.", "خارج شدند", "RUS"),
    ("پوتین گفت: «راه باز است. نیروها خارج شدند.» آنها بازگشتند.", "بازگشتند", None),
    # the writer's own words
    ("پوتین به هند سفر کرد.", "سفر کرد", None),
    ("پوتین گفت راه باز است و به هند سفر کرد.", "راه", "RUS"),
    ("خبرگزاری فرانسه گزارش داد که نیروها از شهر خارج شدند.", "خارج شدند", None),
    ("یک روزنامه چاپ آمریکا نوشت که نیروها از شهر خارج شدند.", "خارج شدند", None),
    ("سخنگو ترکیه را متهم کرد که نیروها را خارج نکرد.", "خارج نکرد", None),
    ("سخنگوی هند در دیدار با همتایش گفت: راه باز است.", "دیدار با همتایش", None),
]


@pytest.mark.parametrize(("text", "trigger", "code"), SPEAKERS)
def test_speaker(text, trigger, code):
    assert said_by(text, trigger) == code


def test_who_accuses_is_no_speaker_beside_it():
    text = "پوتین گفت که رفتار فرانسه محکوم است."
    assert said_by(text, "محکوم است", "ACCUSE", ["RUS"]) is None
    assert said_by(text, "محکوم است", "ACCUSE", ["IND"]) == "RUS"


def test_the_first_person_is_the_actor():
    text = "وی گفت: ما نیروها را از شهر خارج کردیم."
    assert said_by(text, "خارج کردیم", "RETREAT", ["IRQ"]) == "IRQ"
    assert said_by(text, "خارج کردیم", "RETREAT", ["IRQ", "TUR"]) is None


@pytest.mark.parametrize(
    ("text", "words", "flag"),
    [
        ("Malta threatened to attack Cyprus if it laid the cable.", "threatened to attack", None),
        ("Malta warned Cyprus, which asked whether the cable was safe.", "warned", None),
        ("Malta offered to send troops unless Cyprus objects.", "offered to send", None),
        ("The cable would break if Malta attacked Cyprus.", "attacked", "condition"),
        ("It is unknown whether Malta attacked Cyprus.", "attacked", "condition"),
    ],
)
def test_flags_are_those_of_the_act_s_own_clause(text, words, flag):
    (sentence,) = analyse(text, "en")
    found = standing(sentence, tokens_of(sentence, text, words), "en", "THREATEN")
    assert found.flags == (frozenset({flag}) if flag else frozenset())


@pytest.mark.parametrize(
    ("language", "text", "words", "status"),
    [
        ("en", "Malta denied the report and said it had arrested two men.", "arrested", "happened"),
        ("en", "Malta rejected the charge and decided to attack the rebels.", "attack", "planned"),
        ("en", "Malta denied that it had attacked the base and killed two men.", "killed two", "denied"),
        ("ru", "Мальта опровергла сообщение и заявила, что арестовала двух человек.", "арестовала", "happened"),
        ("ru", "Мальта опровергла, что атаковала базу и убила двух человек.", "убила", "denied"),
        ("ar", "نفت مالطا التقرير واعتقلت رجلين.", "اعتقلت", "happened"),
    ],
)
def test_a_denial_does_not_reach_over_and(language, text, words, status):
    (sentence,) = analyse(text, language)
    assert standing(sentence, tokens_of(sentence, text, words), language, "ASSAULT").status == status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("ru", "Норвегия не намерена поставлять оружие Бенину.", "denied"),
        ("ru", "Норвегия намерена поставлять оружие Бенину.", "planned"),
        ("ru", "Норвегия не станет поставлять оружие Бенину.", "denied"),
        ("ru", "Норвегия не стала поставлять оружие Бенину.", "denied"),
        ("ru", "Норвегия стала поставлять оружие Бенину.", "happened"),
        ("ru", "Норвегия станет поставлять оружие Бенину.", "planned"),
        ("ru", "Поставка оружия Бенину не стала для Норвегии спасением.", "happened"),
        ("fa", "نروژ قصد ندارد به بنین سلاح بدهد.", "denied"),
        ("fa", "نروژ قصد دارد به بنین سلاح بدهد.", "planned"),
        ("ar", "لا تعتزم النرويج إرسال أسلحة إلى بنين.", "denied"),
        ("ar", "تعتزم النرويج إرسال أسلحة إلى بنين.", "planned"),
    ],
)
def test_what_is_not_meant_to_be_done_is_not_planned(language, text, status):
    found = [event.status for event in events(scene(text, language, None), floor=0.0) if event.type == "AID"]
    assert found == [status]
