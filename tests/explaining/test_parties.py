"""Who is named in the words of a state of affairs, in whatever form the names have there."""

from __future__ import annotations

import pytest

from ravabet.explaining.parties import named
from ravabet.model import Document, Span


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("ru", "отношения Кении и Уганды", {"KEN", "UGA"}),
        ("ru", "кенийских властей с Угандой", {"KEN", "UGA"}),
        ("ru", "поездка в Саудовскую Аравию", {"SAU"}),
        ("ru", "посол Южной Кореи", {"KOR"}),
        ("ru", "облако чада", set()),
        ("ru", "граница с Чадом", {"TCD"}),
        ("ar", "العلاقات بين كينيا وأوغندا", {"KEN", "UGA"}),
        ("ar", "وللصين حدود مع روسيا", {"CHN", "RUS"}),
        ("fa", "روابط کنیا با ایالات متحده", {"KEN", "USA"}),
        ("fa", "نگرانی تاجیکستان", {"TJK"}),
        ("en", "Kenya's ties with the Ugandans", {"KEN", "UGA"}),
        ("en", "the United States and South Sudan", {"USA", "SSD"}),
        ("en", "a roast turkey", set()),
        ("en", "the drought", set()),
    ],
)
def test_names_in_any_form(language: str, text: str, codes: set[str]) -> None:
    whole = f"... {text} ..."
    assert named(Document("d", whole, language), Span(4, 4 + len(text))) == codes


def test_names_outside_the_words_do_not_count() -> None:
    text = "Kenya and Uganda"
    assert named(Document("d", text, "en"), Span(0, 5)) == {"KEN"}


def test_text_in_no_known_language_names_nobody() -> None:
    assert named(Document("d", "Kenya", None), Span(0, 5)) == frozenset()
    assert named(Document("d", "Kenya", "sw"), Span(0, 5)) == frozenset()
