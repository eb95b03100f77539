"""Who and whom in Russian: cases of bare nouns, participles, charges, adjectives before their nouns."""

import datetime

import pytest

from ravabet.coding.judging.roles import models, roles, scored
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.outcomes import NEVER
from ravabet.coding.sides.stand import standing
from ravabet.language import agree, sure_case

DAY = datetime.date(2025, 6, 12)


def place_of(text, trigger, kind=None):
    laid = scene(text, "ru", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    named = [p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text)]
    return next(p for p in named if kind in (None, p.frame.type))


def sides(text, trigger, kind=None):
    found = roles(place_of(text, trigger, kind))
    return {c for m in found.actors for c in m.codes}, {c for m in found.recipients for c in m.codes}


def told(text, trigger, kind=None):
    """The side that the grammar gives each mention."""
    place = place_of(text, trigger, kind)
    mentioned = candidates(place)
    return {
        c.mention.span.of(text): s.side.partition("-")[0]
        for c, s in zip(mentioned, standing(place, mentioned), strict=True)
    }


def named(text):
    laid = scene(text, "ru", DAY)
    return [(m.span.of(text), "+".join(m.codes)) for found in laid.mentions for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "На полигонах Чада миротворческие силы ООН начали учения.",
            [("Чада", "TCD"), ("миротворческие силы ООН", "UN")],
        ),
        ("В Перу полицейские задержали чилийцев.", [("Перу", "PER"), ("полицейские", "PER"), ("чилийцев", "CHL")]),
        ("В чилийском Ариканто министры Перу подписали договор.", [("чилийском", "CHL"), ("министры Перу", "PER")]),
        ("Чилийские министры подписали договор.", [("Чилийские министры", "CHL")]),
        (
            "Представитель чилийской делегации Хуан Руис осудил взрыв.",
            [("Представитель чилийской делегации Хуан Руис", "CHL")],
        ),
        (
            "Боевики обстреляли позиции чадских военных.",
            [("Боевики", "TCD"), ("позиции чадских военных", "TCD")],
        ),
        (
            "Перу ответило обвинённому британским правительством депутату.",
            [("Перу", "PER"), ("британским правительством", "GBR"), ("депутату", "PER")],
        ),
        ("Тысячи человек вышли на улицы Лимы.", [("Тысячи человек", "PER"), ("Лимы", "PER")]),
        ("На улице Варшавской открыли музей.", []),
        ("С тех пор как Перу закрыло границу, тем более трудно.", [("Перу", "PER")]),
        ("В Красносельском районе Лимы тихо.", [("районе Лимы", "PER")]),
    ],
)
def test_mentions_end_where_cases_say(text, expected):
    found = named(text)
    assert [one for one in expected if one in found] == expected
    assert len(found) == len(expected) or len(expected) == 1


@pytest.mark.parametrize(
    ("adjective", "noun", "expected"),
    [
        ("чилийские", "министры", True),
        ("чилийском", "министры", False),
        ("чилийского", "министра", True),
        ("чилийский", "абракадаброид", True),
    ],
)
def test_an_adjective_agrees_with_its_noun(adjective, noun, expected):
    assert agree(adjective, noun, "ru") is expected


@pytest.mark.parametrize(
    ("word", "case"), [("турками", "Ins"), ("сирийцам", "Dat"), ("израилю", "Dat"), ("турции", ""), ("москва", "")]
)
def test_some_words_tell_their_case(word, case):
    assert sure_case(word, "ru") == case
    assert sure_case(word, "en") == ""


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Обстрел Газы израильтянами продолжается.", "Обстрел", {"Газы": "recipient", "израильтянами": "agent"}),
        ("Поставки оружия Израилю продолжаются.", "Поставки", {"Израилю": "recipient"}),
        ("Поддержка сирийцам со стороны Чили растёт.", "Поддержка", {"сирийцам": "recipient", "Чили": "agent"}),
        ("Обстрел деревни со стороны Чада начался ночью.", "Обстрел", {"Чада": "agent"}),
        # whose violation it is, is who is blamed
        ("Нарушение договора со стороны Чада неприемлемо.", "Нарушение", {"Чада": "recipient"}),
    ],
)
def test_cases_behind_a_noun_of_action(text, trigger, expected):
    found = told(text, trigger)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Посол Чили, арестованный в Перу по обвинению в шпионаже, вернулся.",
            "арестованный",
            ({"PER"}, {"CHL"}),
        ),
        ("Задержанные в Чили чадские рыбаки вернулись домой.", "Задержанные", ({"CHL"}, {"TCD"})),
        # a participle that does the act itself
        ("Посол Чили, обвинивший Перу во вмешательстве, уехал.", "обвинивший", ({"CHL"}, {"PER"})),
    ],
)
def test_a_participle_is_told_of_its_noun(text, trigger, expected):
    assert sides(text, trigger) == expected


def test_the_noun_of_a_participle_that_nobody_knows_leaves_no_subject():
    text = "Посол Чили приехал вместо советника Ивана Петрова, объявленного в Лиме персоной нон грата."
    assert told(text, "персоной нон грата")["Посол Чили"] == "noun"


@pytest.mark.parametrize(
    ("text", "trigger", "side"),
    [
        ("Закон, подписанный президентом Чили, осуждает Перу.", "осуждает", "no"),
        ("Удар по порту был нанесён авиацией Чили.", "нанесён", "agent"),
    ],
)
def test_the_doer_of_another_verb_does_not_do_this_act(text, trigger, side):
    found = told(text, trigger)
    assert next(s for name, s in found.items() if "Чили" in name) == side


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Депутаты Чили обвиняют Перу в незаконной аннексии территории Чили.", "аннексии", ({"PER"}, {"CHL"})),
        ("Чад обвиняется в нападении на посольство Кубы.", "нападении", ({"TCD"}, {"CUB"})),
        ("Чад обвиняется в нападении на посольство Кубы.", "обвиняется", (set(), {"TCD"})),
    ],
)
def test_who_is_accused_did_it(text, trigger, expected):
    assert sides(text, trigger) == expected


def test_who_accuses_may_be_told_by_the_place():
    place = place_of("Норвежцы обвиняются в Чили в нападении.", "обвиняются")
    assert next(o for o in scored(place, models("ru")) if o.mention.codes == ("CHL",)).actor > NEVER


@pytest.mark.parametrize(
    ("text", "trigger", "code", "never"),
    [
        ("Непал осудил обстрел Бейрута.", "осудил", "LBN", True),
        ("Непал осудил поставки оружия Чаду.", "осудил", "TCD", False),
        ("Непал осудил нападение Чада на Перу.", "осудил", "TCD", False),
    ],
)
def test_who_suffered_a_condemned_deed_is_not_condemned(text, trigger, code, never):
    place = place_of(text, trigger)
    found = next(o for o in scored(place, models("ru")) if o.mention.codes == (code,))
    assert (found.recipient == NEVER) is never


def test_the_speaker_is_no_subject_where_the_act_has_one_that_nobody_is():
    text = "Глава МИД Чили подтвердил, что обмен пройдёт в среду."
    assert told(text, "обмен")["Глава МИД Чили"] == "noun"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отряды, подконтрольные Сантьяго, обстреляли деревню.", ("Отряды, подконтрольные Сантьяго", "CHL")),
        ("Судно, принадлежащее Греции, задержано.", ("Судно, принадлежащее Греции", "GRC")),
        ("Отряды, Греция и Чили молчат.", ("Греция", "GRC")),
    ],
)
def test_who_is_tied_to_people_is_whose_they_are(text, expected):
    assert expected in named(text)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Ирак потребовал от Турции вывести войска с севера страны.", "потребовал", ({"IRQ"}, {"TUR"})),
        ("МИД Норвегии вызвал посла Ирана. Ему вручили ноту протеста.", "вручили", ({"NOR"}, {"IRN"})),
        ("Власти Перу арестовали 27-летнюю жительницу Чили.", "арестовали", ({"PER"}, {"CHL"})),
        ("Парламент Грузии принял закон, осуждённый Евросоюзом.", "осуждённый", ({"EU"}, {"GEO"})),
    ],
)
def test_who_is_told_or_asked(text, trigger, expected):
    assert sides(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Полиция Кении задержала троих китайцев. Позже их выслали.", ("CHN",)),
        ("Полиция Кении задержала троих китайцев. Их было много.", ("CHN",)),
    ],
)
def test_pronouns_in_other_cases_are_those_who_suffered(text, code):
    laid = scene(text, "ru", DAY)
    assert next(m.codes for m in laid.mentions[1] if m.span.of(text).lower() == "их") == code


def test_an_acronym_is_no_part_of_a_name():
    text = "По просьбе президента Токаева ОДКБ направила в Казахстан миротворцев."
    assert sides(text, "направила", "AID") == ({"CSTO"}, {"KAZ"})
    assert told(text, "По просьбе")["ОДКБ"] == "no"


def test_the_noun_of_a_preposition_belongs_to_no_verb():
    laid = scene("По просьбе премьера Чили Перу направило спасателей.", "ru", DAY)
    assert not [a for found in laid.acts for a in found if a.verb and "просьба" in a.expression.words]
    laid = scene("Перу направило Чили просьбу о помощи.", "ru", DAY)
    assert [a for found in laid.acts for a in found if a.verb and "просьба" in a.expression.words]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Чилийский фермер находится под арестом в Перу.", "под арестом", ({"PER"}, {"CHL"})),
        ("Гражданин Чада предстал перед судом в Перу.", "перед судом", ({"PER"}, {"TCD"})),
        ("Решение Чада вызвало критику в Перу.", "критику", ({"PER"}, {"TCD"})),
        ("Чилиец вышел из тюрьмы в Перу.", "из тюрьмы", ({"PER"}, {"CHL"})),
    ],
)
def test_the_subject_of_a_verb_of_suffering_suffers_it(text, trigger, expected):
    assert sides(text, trigger) == expected


def test_whose_death_is_investigated_is_not_accused():
    found = sides("Прокуратура Перу начала расследование обстоятельств гибели чилийца.", "расследование")
    assert found[0] == {"PER"}
    assert "CHL" not in found[1]
    assert "CHL" in sides("Прокуратура Перу начала расследование в отношении чилийца.", "расследование")[1]


@pytest.mark.parametrize(
    ("text", "trigger", "spared"),
    [
        ("Министр Перу раскритиковал правительство Чили за помощь партии из Чада.", "раскритиковал", "TCD"),
        ("Перуанца приговорили к трем годам тюрьмы по обвинению в шпионаже в пользу Чада.", "приговорили", "TCD"),
    ],
)
def test_whom_only_the_grounds_of_an_act_name_takes_no_part(text, trigger, spared):
    assert all(spared not in side for side in sides(text, trigger))


def test_who_stands_right_behind_the_word_of_grounds_may_take_part():
    assert sides("Министр Перу вступился за Чили.", "вступился") == ({"PER"}, {"CHL"})


def test_who_is_told_to_be_struck_did_not_strike():
    assert sides("Имам Чада был застрелен в четверг.", "застрелен") == (set(), {"TCD"})
    assert sides("Имам Чада был застрелен полицией Чада.", "застрелен") == ({"TCD"}, {"TCD"})


def test_those_whom_the_adjective_of_talks_names_take_part_alone():
    talks = "Чилийско-перуанские беседы были краткими, и президент Чада уехал."
    assert sides(talks, "беседы") == ({"CHL", "PER"}, set())
