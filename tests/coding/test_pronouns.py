"""Whom "they", "he" and "the country" stand for where the sentence before tells it."""

import pytest

from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse


def codes(language, text, word):
    found = [m for each in mentions(text, analyse(text, language), None, language) for m in each]
    return next(m.codes for m in found if text[m.span.start : m.span.end] == word)


@pytest.mark.parametrize(
    ("language", "text", "word", "expected"),
    [
        ("en", "Chad and Niger held talks on Monday. They signed a pact on water.", "They", ("TCD", "NER")),
        ("ru", "Лукашенко и Токаев провели переговоры. Они подписали договор.", "Они", ("BLR", "KAZ")),
        ("en", "Chad and Niger held talks. Farmers in Norway protested. They blocked roads.", "They", ("NOR",)),
        ("en", "Chad met Niger. Norway and Sweden spoke. Togo agreed. They left.", "They", ("TGO",)),
    ],
)
def test_they_are_those_joined_as_a_subject_before(language, text, word, expected):
    assert codes(language, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Пекин не остался в стороне. Он предложил Пакистану кредит, и Пакистан его взял.", "Он", ("CHN",)),
        ("Москва ответила сразу. Она отозвала посла из Чада.", "Она", ("RUS",)),
        ("Президент Токаев приехал в Пекин. Он предложил Пакистану кредит.", "Он", ("KAZ",)),
    ],
)
def test_a_russian_he_or_she_may_be_a_state_where_no_person_was_told(text, word, expected):
    assert codes("ru", text, word) == expected


def test_a_title_whose_state_was_only_guessed_does_not_decide_what_the_country_is():
    told = "Президент молчал. Правительство молчало. Речь шла о Мали. В стране протесты."
    assert codes("ru", told, "стране") == ("MLI",)


def test_three_countries_are_those_told_together_and_whom_they_met():
    told = "Chad and Niger held talks with Togo. Benin and Gabon were told. The three countries signed a pact."
    assert codes("en", told, "The three countries") == ("TCD", "NER", "TGO")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one that the lexicon knows by its full name, and one that its words make
        ("МИД Киргизии вызвал посла России. Министерство ждёт ответа.", ("KGZ",)),
        ("МИД Кении вызвал посла России. Министерство ждёт ответа.", ("KEN",)),
        # who only holds an office is none, however late he is told
        ("МИД Киргизии вызвал посла России Сергея Вакунова. Министерство ждёт ответа.", ("KGZ",)),
    ],
)
def test_a_ministry_called_by_its_kind_is_the_one_told_last(text, expected):
    assert codes("ru", text, "Министерство") == expected
