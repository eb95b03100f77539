"""The site says the same in every language: the same keys, slots and lists, and nothing that no page says."""

import re
from datetime import date
from string import Formatter

import pytest

from ravabet.explaining import bound, code_of, different, in_order
from ravabet.lexicon import LANGUAGES
from ravabet.model import UsageError
from ravabet.store.search.query import parse
from ravabet.web.catalogue import HOME, catalogue
from ravabet.web.reader import Reader, words

OTHERS = [language for language in LANGUAGES if language != "en"]
FOREIGN = {"fa": "[a-z]{4}", "ar": "[a-z]{4}", "ru": "[a-z]{4}"}
KEPT = {
    "ravabet",
    "json",
    "parquet",
    "bibtex",
    "plover",
    "files",
    "latin",
    "export",
    "judgements",
    "markdown",
    "word",
}


def slots(value):
    texts = value if isinstance(value, list) else [str(value)]
    return sorted(name for text in texts for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys(language):
    assert set(catalogue(language)) == set(catalogue("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_slots_and_lengths(language):
    ours, theirs = catalogue("en"), catalogue(language)
    assert {k for k in ours if slots(ours[k]) != slots(theirs[k])} == set()
    assert {k for k in ours if isinstance(ours[k], list) and len(ours[k]) != len(theirs[k])} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language):
    told = {key: str(value) for key, value in catalogue(language).items()}
    found = {
        key: word
        for key, text in told.items()
        for word in re.findall(r"[A-Za-z-]{4,}", re.sub(r"\{\w+\}", "", text))
        if word.lower() not in KEPT and not key.startswith("cite.")
    }
    assert found == {}


def test_nothing_is_empty():
    assert [
        (language, k) for language in LANGUAGES for k, v in catalogue(language).items() if v in (None, "", [])
    ] == []


def test_the_files_of_a_language_are_those_of_the_others():
    files = {language: {one.name for one in (HOME / language).iterdir()} for language in LANGUAGES}
    assert all(names == files["en"] for names in files.values())


@pytest.mark.parametrize(
    ("reader", "date", "told"),
    [
        (Reader("en"), "2024-12-27", "27 December 2024"),
        (Reader("en", calendar="jalali"), "2024-12-27", "27 December 2024 / 7 Dey 1403"),
        (Reader("fa", calendar="jalali"), "2024-12-27", "۲۷ دسامبر ۲۰۲۴ / ۷ دی ۱۴۰۳"),
        (Reader("fa", digits="latin", calendar="jalali"), "2024-12-27", "27 دسامبر 2024 / 7 دی 1403"),
        (Reader("en", calendar="both"), "2025-03-20", "20 March 2025 / 30 Esfand 1403 / 20 Ramadan 1446"),
        (Reader("en", calendar="both"), "2025-03", "March 2025"),
        (Reader("en", calendar="hijri"), "1800-01-01", "1 January 1800"),
    ],
)
def test_a_day_stands_in_the_calendars_asked_for(reader, date, told):
    assert words(reader).date(date) == told


@pytest.mark.parametrize(
    ("reader", "number", "decimal"),
    [
        (Reader("en"), "12\u202f345", "\u2068\u22122.5\u2069"),
        (Reader("fa"), "۱۲\u202f۳۴۵", "\u2068\u2212۲٫۵\u2069"),
        (Reader("ar", digits="arabic"), "١٢\u202f٣٤٥", "\u2068\u2212٢٫٥\u2069"),
        (Reader("fa", digits="latin"), "12\u202f345", "\u2068\u22122.5\u2069"),
    ],
)
def test_numbers_are_written_in_the_digits_asked_for(reader, number, decimal):
    assert words(reader).number(12345) == number
    assert words(reader).decimal(-2.5) == decimal


@pytest.mark.parametrize(
    "question",
    [
        *('"open', "one OR", "one OR -two", "-", "colour:red", "lang:", "a*", "actor:Atlantis", "type:WAR"),
        *("lang:Persian", "since:May", "until:2024-13"),
    ],
)
def test_wrong_questions_read_alike_on_the_site_and_at_the_prompt(question):
    with pytest.raises(UsageError) as caught:
        parse(question)
    assert caught.value.kind
    assert words(Reader("en")).told(caught.value) == str(caught.value)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: bound("May"),
        lambda: code_of("Kyrgistan"),
        lambda: code_of("qqqq"),
        lambda: different("RUS", "RUS"),
        lambda: in_order(date(2025, 1, 2), date(2025, 1, 1)),
    ],
)
def test_wrong_sides_and_days_read_alike_on_the_site_and_at_the_prompt(wrong):
    with pytest.raises(UsageError) as caught:
        wrong()
    assert caught.value.kind
    assert words(Reader("en")).told(caught.value) == str(caught.value)
