"""Lists of names in Russian that commas alone, quotation marks or brackets make."""

import datetime

import pytest

from ravabet.coding.scene import scene

DAY = datetime.date(2025, 6, 12)


def groups(text):
    """The codes of each mention, those of one list together."""
    found = []
    for mention in (m for told in scene(text, "ru", DAY).mentions for m in told):
        if mention.joined:
            found[-1].append("+".join(mention.codes))
        else:
            found.append(["+".join(mention.codes)])
    return [" ".join(codes) for codes in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Главы МИД Перу, Чили, Мали, Кубы встретились.", ["PER CHL MLI CUB"]),
        ("Чили, Перу, Куба подписали пакт.", ["CHL PER CUB"]),
        ("Перу и «Хезболла» поддержали резолюцию.", ["PER HEZBOLLAH"]),
        ("«Хезболла» и «Исламское государство» воюют.", ["HEZBOLLAH ISIS"]),
        ("Страны ГУАМ (Грузия, Украина, Молдавия) подписали пакт.", ["GEO UKR MDA"]),
        # two names may be a city and its state, a bracket may tell anything else, and cases part lists
        ("Посол прибыл в Лиму, Перу.", ["PER", "PER", "PER"]),
        ("Страны ГУАМ (Грузия не приехала) подписали пакт.", ["GUAM", "GEO"]),
        ("По просьбе Гаваны Чили, Мали, Куба подписали пакт.", ["CUB", "CHL MLI CUB"]),
    ],
)
def test_names_between_which_stand_only_commas_marks_or_a_bracket_are_one_list(text, expected):
    assert groups(text) == expected
