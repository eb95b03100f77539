"""The place of an act."""

import pytest

from ravabet.coding.circumstances.where import place
from ravabet.language import analyse

CASES = [  # sentence, trigger, PLOVER type, place
    ("رؤسای جمهور دو کشور در واشنگتن دیدار کردند.", "دیدار کردند", "CONSULT", "واشنگتن"),
    ("وزیران خارجه در شهر سمرقند گفت‌وگو کردند.", "گفت‌وگو کردند", "CONSULT", "شهر سمرقند"),
    ("وزیران خارجه در شهر «اوش» گفت‌وگو کردند.", "گفت‌وگو کردند", "CONSULT", "شهر «اوش»"),
    ("افراد مسلح در جنوب غرب موصل به کاروان ارتش حمله کردند.", "حمله کردند", "ASSAULT", "جنوب غرب موصل"),
    ("وزیر خارجه هند به تهران سفر کرد.", "سفر کرد", "CONSULT", "تهران"),
    ("وزیر خارجه هند عازم پکن شد.", "عازم", "CONSULT", "پکن"),
    ("سفر نخست‌وزیر به بغداد نتیجه‌ای نداشت.", "سفر نخست‌وزیر", "CONSULT", "بغداد"),
    ("حمله به شهر حلب دو روز ادامه داشت.", "حمله", "ASSAULT", "شهر حلب"),
    ("معترضان در میدان آزادی تهران تجمع کردند.", "تجمع کردند", "PROTEST", "میدان آزادی تهران"),
    ("نیروهای هند در مرز پاکستان رزمایش برگزار کردند.", "رزمایش برگزار کردند", "MOBILIZE", "مرز پاکستان"),
    ("پلیس در این شهر ده نفر را بازداشت کرد.", "بازداشت کرد", "COERCE", "این شهر"),
    ("سربازان در روستای کهنه در شمال افغانستان کشته شدند.", "کشته شدند", "ASSAULT", "روستای کهنه"),
    ("نیروها از عراق خارج شدند.", "خارج شدند", "RETREAT", "عراق"),
    # no place of the act
    ("دو طرف در این دیدار بر همکاری تاکید کردند.", "تاکید کردند", "AGREE", None),
    ("وزیر در پاسخ به همتایش سفیر را احضار کرد.", "احضار کرد", "ACCUSE", None),
    ("نیروها در حالی حمله کردند که آتش‌بس برقرار بود.", "حمله کردند", "ASSAULT", None),
    ("ارتش در روز دوشنبه حمله کرد.", "حمله کرد", "ASSAULT", None),
    ("سفیر ایران در روسیه با خبرنگاران دیدار کرد.", "دیدار کرد", "CONSULT", None),
    ("وزیر خارجه به همتای خود نامه نوشت.", "نامه نوشت", "CONSULT", None),
    ("دولت کمک به عراق را قطع کرد.", "قطع کرد", "SANCTION", None),
    ("مجلس ایران رفتار آمریکا در عراق را محکوم کرد.", "محکوم کرد", "ACCUSE", None),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "where"), CASES)
def test_place(text, trigger, kind, where):
    (sentence,) = analyse(text, "fa")
    start = text.index(trigger)
    tokens = [n for n, token in enumerate(sentence.tokens) if start <= token.start < start + len(trigger)]
    found = place(text, sentence, tokens, "fa", kind)
    assert (found.of(text) if found else None) == where


def test_offsets_are_those_of_the_document():
    text = "نشست پایان یافت.\nوزیران در باکو دیدار کردند."
    second = analyse(text, "fa")[1]
    found = place(text, second, [4, 5], "fa", "CONSULT")
    assert found is not None
    assert found.of(text) == "باکو"
