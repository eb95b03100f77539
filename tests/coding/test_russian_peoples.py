"""Whose people Russian news means: those under arms, peoples of several states, media, people told by an adjective."""

import datetime

import pytest

from ravabet.coding.judging.roles import roles
from ravabet.coding.place import Place
from ravabet.coding.scene import scene

DAY = datetime.date(2018, 6, 12)


def named(text):
    laid = scene(text, "ru", DAY)
    return {m.span.of(text): "+".join(m.codes) for found in laid.mentions for m in found}


def sides(text, trigger, kind=None):
    laid = scene(text, "ru", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    told = [p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text)]
    found = roles(next(p for p in told if kind in (None, p.frame.type)))
    return tuple(" ".join(sorted(codes)) for codes in found.sides)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Хуситы начали наступление. Мятежники заняли порт.", "Мятежники", "HOUTHIS"),
        ("В Мали повстанцы заняли порт.", "повстанцы", "MLI"),
        ("Норвегия направила в Мали солдат. Норвежские самолеты искали боевиков.", "боевиков", "MLI"),
        ("Норвегия обсудила с Ираком помощь. Курды получили топливо.", "Курды", "IRQ"),
        ("Анкара начала операцию против курдских отрядов на севере Сирии.", "курдских отрядов", "SYR"),
        ("Тегеран обвинил Осло в поддержке курдов.", "курдов", "IRN"),
        ("Отряды YPG заняли порт.", "Отряды YPG", "SYR"),
        ("Саакашвили выступил у Рады.", "Саакашвили", "UKR"),
        ("Врачи приняли детей из Сантьяго.", "детей из Сантьяго", "CHL"),
    ],
)
def test_whose_people_are_meant(text, words, code):
    assert named(text)[words] == code


def test_a_person_told_by_what_he_is_has_the_adjective_before_that():
    assert named("Суд в Перу оштрафовал чешского пловца Виталия Новотного.")["Виталия Новотного"] == "CZE"
    text = "Норвегия ждёт гостей из Норвегии. В чешском театре Виталий Новотный встретил друзей."
    assert named(text)["Виталий Новотный"] == "NOR"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # a medium that tells the news takes no part, one that is acted on does
        ("Чешское информагентство сообщило, что войска Чада обстреляли Нигер.", "обстреляли", ("TCD", "NER")),
        ("Власти Чада закрыли чешскую газету.", "закрыли", ("TCD", "CZE")),
        # nobody known is asked
        ("Президент Чада призвал мировое сообщество ввести санкции против Нигера.", "призвал", ("TCD", "")),
        ("Президент Чада призвал Перу ввести санкции против Нигера.", "призвал", ("TCD", "PER")),
    ],
)
def test_media_and_the_world_at_large_are_no_side(text, trigger, expected):
    assert sides(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("Депутаты Чили осудили захват порта Мали войсками Чада.", "захват", None, ("TCD", "MLI")),
        ("Осло недовольно поддержкой Чадом повстанцев Нигера.", "поддержкой", "SUPPORT", ("TCD", "NER")),
        ("Перу согласилось на все выдвинутые Чили условия.", "выдвинутые", "REQUEST", ("CHL", "PER")),
        ("Певец выступил в аннексированном Чадом порту Нигера.", "аннексированном", None, ("TCD", "NER")),
    ],
)
def test_the_instrumental_behind_a_noun_or_participle_does_what_it_tells(text, trigger, kind, expected):
    assert sides(text, trigger, kind) == expected


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Тереза Мэй выступила в Чаде. Премьер отметила успехи страны.", "Премьер", "GBR"),
        # whom a person meets is not the person
        ("Тереза Мэй приехала в Чад. В порту её встретил премьер Чада.", "премьер Чада", "TCD"),
        ("Президент Чада обсудил доклад с тори.", "тори", "GBR"),
    ],
)
def test_a_bare_office_is_that_of_who_was_the_subject_before(text, words, code):
    assert named(text)[words] == code


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Совет Безопасности ООН проведёт заседание по вопросу о Чаде.", "заседание", ("UN", "")),
        ("ЕС провёл переговоры с Чадом.", "переговоры", ("EU TCD", "")),
        ("Ким Чен Ын прислал цветы, а потом поздравил Си Цзиньпина.", "поздравил", ("PRK", "CHN")),
    ],
)
def test_a_body_of_many_meets_alone_and_a_joined_verb_has_its_subject(text, trigger, expected):
    assert sides(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Президенты Чада и Мали подписали в Осло договор.", "договор", ("MLI TCD", "")),
        ("В Сантьяго прошли переговоры делегаций Чада и Мали.", "переговоры", ("MLI TCD", "")),
        # what somebody says is no place
        ("Предполагаются встречи с послами и министрами Мали, говорится в заявлении Чада.", "встречи", ("MLI TCD", "")),
        # whoever is visited takes part
        ("Президент Чада прибыл с визитом в Осло.", "визит", ("NOR TCD", "")),
    ],
)
def test_the_place_where_several_meet_is_no_party(text, trigger, expected):
    assert sides(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Чилийский дипломат прибыл в Осло.", "Чилийский дипломат", "CHL"),
        ("Министр Чада прибыл в Осло.", "Министр Чада", "TCD"),
        ("В Перу политик встретил мэра.", "Перу", "PER"),
    ],
)
def test_a_noun_for_a_person_takes_its_own_state(text, words, code):
    assert named(text)[words] == code


def test_a_dash_joins_two_names_and_an_adjective_says_whose_a_deed_is():
    assert sides("Заседание комиссии Чад–НАТО не состоится.", "Заседание") == ("NATO TCD", "")
    assert sides("Осло осудило чилийское вторжение в Мали.", "вторжение") == ("CHL", "MLI")
