import re
from dataclasses import replace

import pytest

from ravabet.language import analyse
from ravabet.model import Span
from ravabet.reasoning import reasons

from .conftest import Find, event

SPANS = [
    ("{پل زیر سیل رفت} و در نتیجه [روستا بی‌آب ماند].", "result"),
    ("{پل زیر سیل رفت}؛ در نتیجه [روستا بی‌آب ماند].", "result"),
    ("در پی {حمله به سفارت در پایتخت}، [دولت روابط خود را قطع کرد].", "cause"),
    ("در واکنش به {این تصمیم}، [مسکو سه دیپلمات را اخراج کرد].", "response"),
    ("کارگران معدن در اعتراض به {پرداخت نشدن دستمزدها}، [جاده را بستند].", "response"),
    ("سفیر که به دلیل {فاش کردن نامه وزیر} [از کار برکنار شده بود]، به کشورش بازگشت.", "cause"),
    ("به دلیل {سیلی که در بهار آمد}، [دولت مجبور شد بودجه را تغییر دهد].", "cause"),
    ("به علت {خشکسالی که سه سال طول کشید}، [کشاورزان ناچار شدند زمین‌های خود را بفروشند].", "cause"),
    ("وزیر گفت [پارلمان این طرح را رد کرد] زیرا {هزینه آن روشن نبود}.", "cause"),
    ("[آنان سلاح‌ها را پس ندادند]. زیرا {به وعده‌ها باور نداشتند}.", "cause"),
    ("از آنجا که {مهلت توافق به پایان رسید}، [بازرسان کشور را ترک کردند].", "cause"),
    ("{بارش‌ها کم شد} و از این رو [رودخانه خشک شد].", "result"),
    ("{پارلمان بودجه را تصویب نکرد}. در نتیجه، [اداره‌های دولتی تعطیل شدند].", "result"),
    ("{همسایه شمالی پل را بست}؛ بنابراین [بازرگانان راه دیگری یافتند].", "result"),
    ("{سقوط پل} باعث [مرگ ده مسافر] شد.", "cause"),
    ("{بسته شدن بندر} به [کمبود دارو در شهر] انجامید.", "cause"),
    ("{سخنان تند رئیس‌جمهور} [خشم کشورهای همسایه] را برانگیخت.", "cause"),
    ("{کاهش ذخایر گاز} باعث شد که [نیروگاه‌ها خاموش شوند].", "cause"),
    ("{فشار وام‌دهندگان} دولت را مجبور کرد [مالیات‌ها را بالا ببرد].", "cause"),
    ("{ارتش دو پل را ویران کرد} که به [محاصره شهر] منجر شد.", "cause"),
    ("علت [بسته شدن مرز] را {ناامنی جاده‌ها} اعلام کرد.", "cause"),
    ("{تغییر مسیر رودخانه} عامل اصلی [اختلاف دو استان] بود.", "cause"),
]
"""The cause stands in {}, the effect in []."""


@pytest.mark.parametrize(("marked", "kind"), SPANS)
def test_both_sides_are_cut_where_they_end(find: Find, marked: str, kind: str):
    text = re.sub(r"[{}\[\]]", "", marked)
    cause, effect = re.findall(r"\{(.+)\}", marked)[0], re.findall(r"\[(.+)\]", marked)[0]
    found = [(r.cause.span.of(text), r.effect.span.of(text), r.kind) for r in find(text)]
    assert (cause, effect, kind) in found


@pytest.mark.parametrize(
    "text",
    [
        "نتیجه انتخابات شهرداری فردا اعلام می‌شود.",
        "وزیر دلیل این سفر را نگفت.",
        "مسکو در پی گسترش نفوذ خود در قفقاز است.",
        "کشورهایی چون ایران و عراق نفت می‌فروشند.",
        "شورا به موجب ماده دوم منشور تشکیل شد.",
        "این گفت‌وگوها به صلح منجر نشد.",
        "وزیر پس از دیدار با همتایش به کشور بازگشت.",
        "مذاکرات سه روز به طول انجامید.",
        "وزیر در پاسخ به پرسش خبرنگاران لبخند زد.",
        "یک ناو جنگی در ساحل شمالی ظاهر شد.",
        "عامل این حمله دستگیر شد.",
        "وزیر شرایط قرارداد را برای نمایندگان خواند.",
    ],
)
def test_what_only_looks_like_a_reason(find: Find, text: str):
    assert find(text) == ()


def test_everything_is_in_bounds_and_told_apart(find: Find):
    text = "در پی زلزله، جاده بسته شد. بنابراین کمک‌ها دیر رسید. زیرا راه دیگری نبود."
    found = find(text)
    assert [reason.id for reason in found] == [f"r{n}" for n in range(1, len(found) + 1)]
    for reason in found:
        assert 0 < reason.confidence < 1
        assert reason.cue is not None
        assert not reason.cause.span.touches(reason.effect.span)
        assert reason.sentence.holds(reason.cue)
        assert reason.because


def test_the_speaker_of_the_sentence_is_kept():
    text = "در پی زلزله، جاده بسته شد."
    sentences = analyse(text, "fa")
    found = reasons(text, sentences, (), "fa", {sentences[0].span: "IRN"})
    assert [reason.speaker for reason in found] == ["IRN"]
    assert [reason.speaker for reason in reasons(text, sentences, (), "fa", {Span(0, 1): "IRN"})] == [None]


def test_the_one_speaker_of_its_events_says_the_reason():
    text = "در پی حمله به پادگان، دولت مرز را بست."
    sentences = analyse(text, "fa")
    spoken = replace(event(text, "مرز را بست", "a"), speaker="IRN")
    other = replace(event(text, "حمله", "b"), speaker="TUR")
    assert [reason.speaker for reason in reasons(text, sentences, (spoken,), "fa")] == ["IRN"]
    assert [reason.speaker for reason in reasons(text, sentences, (spoken, other), "fa")] == [None]


def test_the_same_text_gives_the_same_reasons(find: Find):
    text = "به علت درگیری مرزی، گذرگاه بسته شد و این امر باعث گرانی نان شد."
    assert find(text) == find(text)


def test_nothing_in_nothing(find: Find):
    assert find("") == ()
