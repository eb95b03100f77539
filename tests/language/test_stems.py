"""All forms of a word have one stem, other words another."""

import pytest

from ravabet.language.stems import stems, terms


def stem_of(text, language):
    (term,) = terms(text, language)
    return term.stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fa", ["کتاب", "كتاب", "کتاب‌های", "کتابها", "کتاب‌هایی"]),
        ("fa", ["سیاست", "سیاست‌ها", "سیاستهای"]),
        ("fa", ["کتاب‌خانه", "کتابخانه"]),
        ("ar", ["علاقة", "علاقات", "العلاقات", "العلاقة", "والعلاقات", "بالعلاقات"]),
        ("ar", ["وزير", "الوزير", "للوزير"]),
        ("ar", ["على", "علي"]),
        ("ru", ["Киргизия", "Киргизии", "Киргизией", "КИРГИЗИЮ"]),
        ("ru", ["санкция", "санкциями", "санкций"]),
        ("en", ["sanction", "sanctions", "Sanctioned"]),
        ("tr", ["ilişki", "ilişkileri", "ilişkilerinin"]),
    ],
)
def test_forms_of_one_word(language, forms):
    assert len({stem_of(form, language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fa", ["کتاب", "کتیبه", "کتک"]),
        ("ar", ["وزير", "وزن", "زيارة"]),
        ("ru", ["санкция", "санаторий", "санитар"]),
        ("en", ["sanction", "sand", "minister", "ministry"]),
    ],
)
def test_other_words_stay_apart(language, words):
    assert len({stem_of(word, language) for word in words}) == len(words)


def test_terms_point_into_the_text():
    text = "او به کتاب‌خانه رفت."
    assert [text[term.start : term.end] for term in terms(text, "fa")] == ["او", "به", "کتاب‌خانه", "رفت"]


def test_word_of_a_question_has_the_stems_of_all_languages_of_its_script():
    assert stem_of("العلاقات", "ar") in stems("علاقات")
    assert stem_of("کتاب‌های", "fa") in stems("كتاب")
    assert stem_of("relations", "en") in stems("relation")
