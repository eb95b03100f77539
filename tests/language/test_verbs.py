"""Persian verb groups, in every way their parts are written."""

import pytest

from ravabet.language import Verb, analyse


def verbs_of(text: str) -> tuple[Verb, ...]:
    return tuple(verb for sentence in analyse(text, "fa") for verb in sentence.verbs)


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "negative", "passive", "person"),
    [
        ("دولت مرز را بست", "بستن", "past", False, False, "3s"),
        ("آنان مرز را نبستند", "بستن", "past", True, False, "3p"),
        ("کشورها همکاری می‌کنند", "کردن", "present", False, False, "3p"),
        ("کشورها همکاری می کنند", "کردن", "present", False, False, "3p"),
        ("كشورها همكاري ميكنند", "کردن", "present", False, False, "3p"),
        ("وزیر نمی‌پذیرد", "پذیرفتن", "present", True, False, "3s"),
        ("سفیر بازگشته است", "بازگشتن", "perfect", False, False, "3s"),
        ("سفیر باز می‌گردد", "بازگشتن", "present", False, False, "3s"),
        ("دو نفر کشته شده‌اند", "کشتن", "perfect", False, True, "3p"),
        ("دو نفر كشته شدند", "کشتن", "past", False, True, "3p"),
        ("قرارداد امضا خواهد شد", "شدن", "future", False, False, "3s"),
        ("قرارداد امضا نخواهد شد", "شدن", "future", True, False, "3s"),
        ("پیمان نوشته خواهد شد", "نوشتن", "future", False, True, "3s"),
        ("او رفته بود", "رفتن", "pluperfect", False, False, "3s"),
        ("آنان آمده‌اند", "امدن", "perfect", False, False, "3p"),
        ("وی می‌آید", "امدن", "present", False, False, "3s"),
        ("این کار درست نیست", "بودن", "present", True, False, "3s"),
        ("خواستند که مرز را ببندد", "بستن", "subjunctive", False, False, "3s"),
    ],
)
def test_a_form_is_read(text, lemma, tense, negative, passive, person) -> None:
    assert (lemma, tense, negative, passive, person) in [
        (v.lemma, v.tense, v.negative, v.passive, v.person) for v in verbs_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("در نشست امروز سخنی گفته نشد", "نشستن"),
        ("گفت‌وگو با همسایه ادامه دارد", "گفتن"),
        ("گفت و گوی دو وزیر ادامه دارد", "گفتن"),
        ("ساخت نیروگاه ادامه دارد", "ساختن"),
        ("خرید گاز از همسایه متوقف شد", "خریدن"),
    ],
)
def test_a_noun_that_looks_like_a_verb_is_none(text, lemma) -> None:
    assert lemma not in [verb.lemma for verb in verbs_of(text) if verb.tense == "past" and not verb.passive]


def test_the_same_word_is_a_verb_where_a_clause_ends() -> None:
    assert [verb.lemma for verb in verbs_of("او در تهران نشست.")] == ["نشستن"]
