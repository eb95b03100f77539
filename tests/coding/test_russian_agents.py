"""Participles before their nouns in Russian, with who does it between, and whom a verb over them is about."""

import datetime

import pytest

from ravabet.coding.judging.roles import roles
from ravabet.coding.place import Place
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
    ("text", "trigger", "kind", "expected"),
    [
        ("Трое солдат Чада погибли при взрыве в Мали.", "погибли", None, ("", "TCD")),
        ("Солдаты Чада подорвались на мине в Мали.", "подорвались", None, ("", "TCD")),
        ("Посол Чада погиб от рук боевиков Мали.", "погиб", None, ("MLI", "TCD")),
        ("Двое солдат Чада были убиты при взрыве в Мали.", "взрыве", "ASSAULT", ("", "TCD")),
        # a blow of whose victims nothing is told was suffered where it was dealt
        ("Чад осудил взрыв в Мали.", "взрыв", "ASSAULT", ("", "MLI")),
    ],
)
def test_those_who_are_hurt_by_a_blow_suffer_it_and_not_the_place(text, trigger, kind, expected):
    assert sides(text, trigger, kind) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Норвежскому адвокату предъявили обвинение в связях с Катаром.", "предъявили"),
        ("Посла Норвегии подозревают в работе на Катар.", "подозревают"),
    ],
)
def test_whom_only_a_charge_names_takes_no_part(text, trigger):
    assert "QAT" not in " ".join(sides(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("В Осло обвинили посла Катара в шпионаже.", "обвинили", ("NOR", "QAT")),
        ("Норвегия обвинила Катар в шпионаже.", "обвинила", ("NOR", "QAT")),
    ],
)
def test_who_is_accused_and_the_place_that_accuses_stay_its_sides(text, trigger, expected):
    assert sides(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Экс-министра обвиняют в шпионаже в пользу Чада.", "obj"),
        ("Экс-министр обвиняет Чад.", "nsubj"),
        ("Николаса Мадуро поздравил президент Чада.", "obj"),
        ("Николас Мадуро поздравил президента Чада.", "nsubj"),
    ],
)
def test_titles_with_a_prefix_names_and_counted_nouns_are_what_their_forms_let_them_be(text, expected):
    sentence = scene(text, "ru", DAY).sentences[0]
    assert sentence.parse.relations[0] == expected


def test_what_is_counted_behind_a_verb_without_object_is_its_subject():
    sentence = scene("В порт Чада прибыли 180 военных.", "ru", DAY).sentences[0]
    assert sentence.parse.relations[[token.text for token in sentence.tokens].index("военных")] == "nsubj"


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
