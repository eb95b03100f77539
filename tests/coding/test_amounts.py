"""Amounts in a sentence and the amount of an act."""

import pytest

from ravabet.coding.circumstances.amounts import act_amount, amounts
from ravabet.language import analyse

AMOUNTS = [
    ("اتحادیه بسته ۱۲ میلیارد یورویی را تصویب کرد.", [(12e9, "EUR", "۱۲ میلیارد یورویی")]),
    ("قرارداد ۱.۸ میلیارد دلار ارزش دارد.", [(1.8e9, "USD", "۱.۸ میلیارد دلار")]),
    ("پانصد میلیون روبل پرداخت شد.", [(5e8, "RUB", "پانصد میلیون روبل")]),
    ("دولت ۳ هزار میلیارد تومان وام داد.", [(3e12, "IRT", "۳ هزار میلیارد تومان")]),
    (
        "در این حمله ۱۳ پلیس کشته و چهار نفر زخمی شدند.",
        [(13, "people killed", "۱۳ پلیس"), (4, "people wounded", "چهار نفر")],
    ),
    ("کشته شدن دو سرباز اعلام شد.", [(2, "people killed", "دو سرباز")]),
    ("سه تن از آنان بازداشت شدند.", [(3, "people arrested", "سه تن")]),
    ("سه دیپلمات اخراج شدند.", [(3, "people expelled", "سه دیپلمات")]),
    ("آنها ۳۰ هزار تن گندم فرستادند.", [(30_000, "tonnes", "۳۰ هزار تن")]),
    ("روزانه یک میلیون بشکه نفت صادر می‌شود.", [(1e6, "barrels", "یک میلیون بشکه")]),
    ("تولید به دو میلیون بشکه در روز رسید.", [(2e6, "barrels per day", "دو میلیون بشکه در روز")]),
    ("راه‌آهن ۵۲۳ کیلومتر طول دارد.", [(523, "kilometres", "۵۲۳ کیلومتر")]),
    ("صادرات بیست درصد رشد کرد.", [(20, "percent", "بیست درصد")]),
    ("چهار هزار سرباز اعزام شدند.", [(4000, "people", "چهار هزار سرباز")]),
    ("دو فلسطینی زخمی شدند.", [(2, "people wounded", "دو فلسطینی")]),
    # nothing that could be counted on
    ("ده‌ها نفر کشته شدند.", []),
    ("هزاران معترض تجمع کردند.", []),
    ("۲۰۰ تا ۳۰۰ نفر آمدند.", []),
    ("در سوم آوریل دیدار کردند.", []),
    ("5/9 میلیارد دلار پرداخت شد.", []),
    ("ساعت ۱۰ صبح دیدار کردند.", []),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts(text, expected):
    (sentence,) = analyse(text, "fa")
    found = amounts(text, sentence, "fa")
    assert [(pytest.approx(one.value), one.unit, one.span.of(text)) for one in found] == expected


ACTS = [
    ("ژاپن ده میلیون دلار به افغانستان کمک کرد.", "کمک کرد", "AID", (1e7, "USD")),
    ("در حمله به اردوگاه ۱۲ نفر کشته و ۳۰ نفر زخمی شدند.", "حمله", "ASSAULT", (12, "people killed")),
    ("پلیس پنج نفر را بازداشت کرد.", "بازداشت کرد", "COERCE", (5, "people arrested")),
    ("سه وزیر با ۵ میلیارد دلار بودجه دیدار کردند.", "دیدار کردند", "CONSULT", None),
    ("روسیه ۵۰ هزار تن گندم به سوریه فرستاد.", "فرستاد", "AID", (50_000, "tonnes")),
    ("وزیر گفت ۲ میلیارد دلار لازم است و هند گندم فرستاد.", "فرستاد", "AID", None),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "expected"), ACTS)
def test_act_amount(text, trigger, kind, expected):
    (sentence,) = analyse(text, "fa")
    start = text.index(trigger)
    tokens = [n for n, token in enumerate(sentence.tokens) if start <= token.start < start + len(trigger)]
    one = act_amount(sentence, tokens, amounts(text, sentence, "fa"), kind, "fa")
    assert (one and (one.value, one.unit)) == expected
