"""Stems for the search: forms of one word meet, other words stay apart."""

import pytest

from ravabet.language.stems import readings, terms


def stems(word, language):
    """All stems that the words of a text have."""
    return {stem for term in terms(word, language) for stem in term.stems}


TOGETHER = {
    "fa": (
        "کتاب كتاب کتاب‌ها کتاب‌های کتابها کتابهای کتاب‌هایش کتب",
        "وزیر وزیران وزرا وزرای وزیری",
        "تحریم تحریم‌های تحریمها تحریمی",
        "مذاکره مذاکرات مذاکره‌ها",
        "حمله حملات حمله‌های",
        "ایران ایرانی ایرانیان",
        "رئیس رییس رؤسای",
        "توافقنامه توافق‌نامه",
        "منطقه مناطق منطقه‌ای",
    ),
    "ar": (
        "علاقة العلاقة علاقات والعلاقات بالعلاقات علاقاتها",
        "وزير الوزير وزراء الوزراء الوزيرين وزيرا ووزير للوزير",
        "عقوبة عقوبات والعقوبات",
        "هجوم الهجوم هجمات",
        "دولة دول الدول دولتين",
        "العراق بالعراق عراقي العراقيون",
        "فلسطين فلسطيني الفلسطينيين",
        "اتفاق الاتفاق اتفاقا اتفاقيات",
    ),
    "ru": (
        "санкция санкции санкций санкциями",
        "посол посла послом",
        "сделка сделок сделки",
        "китаец китайца китайцы",
        "договор договора договоров",
        "ёлка елки",
        "человек люди людей",
    ),
    "en": ("sanction sanctions sanctioned", "minister minister's ministers", "U.S. US", "F-16 F16", "man men"),
    "tr": ("yaptırım yaptırımlar yaptırımların", "bakan bakanlar bakanı", "İran İran'ın İran’da", "ilişki ilişkileri"),
}
APART = {
    "fa": ("نام نامه", "بحران بحر", "ترکیه ترک", "عملیات عمل", "سفیر سفارت", "مرد مرز"),
    "ar": ("تركيا ترك", "علي علم", "سفارة سفر", "حرب حزب"),
    "ru": ("министр министерство", "мир мера", "суд судно", "россия россияне"),
    "en": ("minister ministry", "agree agency", "war ward"),
    "tr": ("bakan bakanlık", "iran ırak", "savaş sava"),
}


@pytest.mark.parametrize(("language", "row"), [(name, row) for name, rows in TOGETHER.items() for row in rows])
def test_forms_of_one_word_meet(language, row):
    first, *others = row.split()
    for other in others:
        assert stems(first, language) & stems(other, language), other


@pytest.mark.parametrize(("language", "row"), [(name, row) for name, rows in APART.items() for row in rows])
def test_other_words_stay_apart(language, row):
    one, other = row.split()
    assert not stems(one, language) & stems(other, language)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("گفت: والعلاقات", "ar", ["والعلاقات"[1:]]),
        ("کتاب‌های نو", "fa", ["کتاب", "نو"]),
        ("Russia-Kyrgyzstan talks", "en", ["Russia", "Kyrgyzstan", "talks"]),
        ("по-новому", "ru", ["по", "новому"]),
        ("the U.S. said", "en", ["the", "U.S", "said"]),
    ],
)
def test_terms_stand_where_they_are_written(text, language, found):
    assert [text[term.start : term.end] for term in terms(text, language)][-len(found) :] == found


def test_a_word_of_another_script_is_stemmed_as_one_of_its_language():
    assert stems("sanctions", "fa") == stems("sanction", "en")
    assert stems("санкциями", "en") == stems("санкция", "ru")


def test_a_text_of_no_known_language_is_folded():
    assert stems("Ελλάδα", "el") == {"ελλάδα"}


def test_a_compound_is_asked_as_one_word_and_as_several():
    assert {len(row) for row in readings("توافق‌نامه")} == {1, 2}
    assert [len(row) for row in readings("foreign minister")] == [2]
    assert readings("— ؟") == ()
