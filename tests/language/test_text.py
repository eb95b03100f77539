"""Tokens, sentences, paragraphs and the source line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ravabet.language import is_wrapped, sentence_spans, source_line, tokens

WRAPPED = "\n".join(
    [
        "وزیر خارجه قرقیزستان روز گذشته در سفر به پایتخت چین درباره راه‌آهن تازه میان",
        "دو کشور گفت‌وگو کرد. او گفت که کار ساخت این راه در تابستان آغاز خواهد شد و سه",
        "سال به درازا خواهد کشید. به گفته او بانک‌های دو کشور نیز هزینه این طرح را میان",
        "خود بخش کرده‌اند و دیگر مانعی بر سر راه آن نیست. طرف چینی نیز از این خبر با",
        "خرسندی یاد کرد و گفت که این راه برای بازرگانی دو کشور سودمند خواهد بود و باید",
        "زودتر به کار افتد.",
    ]
)


def spoken(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in sentence_spans(text)]


def test_a_half_space_splits_and_glues() -> None:
    words = tokens("می‌شود")
    assert [(word.text, word.glued) for word in words] == [("می", False), ("شود", True)]


def test_numbers_dates_and_acronyms_are_whole() -> None:
    assert [word.text for word in tokens("در ۱۴۰۴/۰۳/۱۵ گروه G20 بیش از500 نفر")] == [
        "در", "۱۴۰۴/۰۳/۱۵", "گروه", "G20", "بیش", "از", "500", "نفر"
    ]  # fmt: skip


def test_a_decimal_point_ends_no_sentence() -> None:
    assert spoken("۱.۸ میلیارد دلار داد. بعد رفت.") == ["۱.۸ میلیارد دلار داد.", "بعد رفت."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He phoned the U.N. Security Council. It met.", 2),
        ("The U.N. missions of Peru and Chad met. They talked.", 2),
        ("It was hit by the U.S. The army said so.", 2),
        ("He came at 9 a.m. Police were there.", 2),
        ("He came at 9 a.m. on Friday. Police were there.", 2),
        ("Washington, D.C. (CNN) - The president spoke.", 1),
    ],
)
def test_an_acronym_ends_a_sentence_where_another_begins(text, sentences) -> None:
    assert len(spoken(text)) == sentences


def test_lines_of_a_printed_page_are_joined() -> None:
    assert is_wrapped(WRAPPED)
    assert len(spoken(WRAPPED)) == 4


def test_lines_of_a_list_stay_apart() -> None:
    assert len(spoken("خبر نخست امروز\nخبر دوم امروز\nخبر سوم امروز")) == 3


def test_items_of_a_list_in_one_line_are_apart() -> None:
    assert spoken("- سفیر رفت - وزیر آمد - مرز بسته شد") == ["- سفیر رفت", "- وزیر آمد", "- مرز بسته شد"]
    assert spoken("-سفیر با ناو آبی - خاکی رفت -وزیر آمد") == ["-سفیر با ناو آبی - خاکی رفت", "-وزیر آمد"]
    for whole in ("سفیر - که رفته بود - بازگشت", "- این راه، - گفت وزیر، - باز است", "- Мир - это труд - сказал он"):
        assert spoken(whole) == [whole]


def test_the_source_line_is_found_at_the_end_and_not_in_the_text() -> None:
    text = "وزیر به نقل از همکارش گفت که سفیر بازمی‌گردد.\n\nبرگرفته از هفته‌نامه نمونه، شماره ۳"
    found = source_line(text, "fa")
    assert found is not None
    assert found[1] == "هفته‌نامه نمونه، شماره ۳"
    assert source_line("وزیر به نقل از همکارش گفت که سفیر بازمی‌گردد.", "fa") is None


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("منبع: روزنامه نمونه", "fa", True),
        ("منابع محلی می‌گویند سفیر بازگشت.", "fa", False),
        ("Источник: газета «Пример»", "ru", True),
        ("Источник в МИД опроверг визит.", "ru", False),
        ("Source - Example Weekly", "en", True),
        ("Sources in Rabat say the envoy left.", "en", False),
        ("المصادر المحلية تؤكد عودة السفير.", "ar", False),
    ],
)
def test_who_tells_is_no_source_line(text, language, named) -> None:
    assert (source_line(text, language) is not None) == named


@given(st.text(alphabet=st.sampled_from("ابپتمی‌ک ه.،؟!\n«»۱۲3aB-:"), max_size=200))
def test_offsets_always_point_at_the_words(text) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
    spans = sentence_spans(text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
