"""Participles before their nouns in Russian, with who does it between, and whom a verb over them is about."""

import datetime

import pytest

from ravabet.coding.features import Place
from ravabet.coding.roles import roles
from ravabet.coding.scene import scene

DAY = datetime.date(2025, 6, 12)


def sides(text, trigger, kind=None):
    laid = scene(text, "ru", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    named = [p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text)]
    found = roles(next(p for p in named if kind in (None, p.frame.type)))
    return tuple(" ".join(sorted(codes)) for codes in found.sides)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Куба страдает из-за наложенного Вашингтоном эмбарго.", "эмбарго", ("USA", "CUB")),
        ("Перу осудило введённые Чили санкции.", "санкции", ("CHL", "PER")),
        ("В аннексированном Чадом районе Нигера прошли выборы.", "аннексированном", ("TCD", "NER")),
        ("Перу получило тело обезглавленного боевиками ИГ чилийского солдата.", "обезглавленного", ("ISIS", "CHL")),
        ("Посол Чада был обвинён властями Мали в шпионаже.", "обвинён", ("MLI", "TCD")),
        # whom the verb is about who judges what they have made
        ("Перу осудило введённые Чили санкции.", "осудило", ("PER", "CHL")),
        ("Чад отверг предложенную норвежскими властями сделку.", "отверг", ("TCD", "NOR")),
        ("Чад осудил эмбарго, наложенное норвежскими властями.", "осудил", ("TCD", "NOR")),
        # who is told to have suffered it stays its recipient, whoever made the object
        ("Боливия осудила Перу за убитых полицией Чили рыбаков.", "осудила", ("BOL", "PER")),
    ],
)
def test_who_stands_between_a_participle_and_its_noun_does_it_and_is_judged_for_it(text, trigger, expected):
    assert sides(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "participle", "noun"),
    [
        ("Жители аннексированной Россией территории уехали.", "аннексированной", "территории"),
        ("Подписанный президентом Чада договор утратил силу.", "Подписанный", "договор"),
        ("Арестованный посол Чада молчит.", "Арестованный", "посол"),
        ("Чад говорил с арестованными полицией послами.", "арестованными", "послами"),
    ],
)
def test_a_participle_hangs_on_the_noun_that_it_agrees_with(text, participle, noun):
    sentence = scene(text, "ru", DAY).sentences[0]
    words = [token.text for token in sentence.tokens]
    assert sentence.parse.heads[words.index(participle)] == words.index(noun)
