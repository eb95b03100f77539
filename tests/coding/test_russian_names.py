"""Names in Russian: people in no list, names that are no forms of other words, and those spelt alike."""

import pytest
from tests.coding.test_russian_sides import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Власти Чили объявили, что Сергей Быстролетов покинул порт.", ("Сергей Быстролетов", "CHL")),
        ("В Перу начался суд. Обвинения предъявили Кристине Вальденберг.", ("Кристине Вальденберг", "PER")),
    ],
)
def test_a_person_in_no_list_is_of_the_state_spoken_of(text, expected):
    assert expected in named(text)


def test_where_no_state_is_told_a_person_in_no_list_is_nobodys():
    assert named("Сергей Быстролетов покинул порт.") == []


@pytest.mark.parametrize(
    "text",
    ["Умер старый мастер.", "Лев убежал из цирка.", "Долг вернули в срок.", "Мартин Куба подал в отставку."],
)
def test_a_name_is_no_form_of_another_word(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Переговоры с Умеровым завершились.", ("Умеровым", "UKR")),
        ("В пригороде Львова сел самолет.", ("Львова", "UKR")),
        ("Посол вернулся из Ханоя.", ("Ханоя", "VNM")),
        ("В Сане закрыли порт.", ("Сане", "YEM")),
        ("Сторонники Салеха вышли на площадь.", ("Салеха", "YEM")),
        ("Встреча с Салехи прошла в полдень.", ("Салехи", "IRN")),
        ("Куба подала заявку.", ("Куба", "CUB")),
    ],
)
def test_the_other_forms_of_a_name_are_found(text, expected):
    assert any(expected[1] == codes and expected[0] in words for words, codes in named(text))


def test_a_bare_surname_is_that_of_the_stranger_named_in_full():
    assert named("Дом принадлежит Мартину Кастро. Соседи Кастро молчат.") == []
    shown = named("Дом в Перу принадлежит Мартину Кастро. Суд приговорил Кастро к штрафу.")
    assert ("Кастро", "CUB") not in shown


@pytest.mark.parametrize(
    "text",
    [
        "Мартин Кастро приехал на Кубу. Потом Кастро выступил с речью.",
        "Мартин Кастро встретил Рауля Кастро. Потом Кастро выступил с речью.",
        "Вчера Кастро выступил с речью.",
    ],
)
def test_a_bare_surname_stays_the_leaders_where_they_or_their_state_are_named(text):
    assert ("Кастро", "CUB") in named(text)
