"""A verb over the undoing of an act does not do it; a light verb makes no act with a noun that is not its own."""

import pytest

from ravabet.coding.acts.find import acts
from ravabet.coding.scene import scene
from ravabet.language import analyse
from ravabet.lexicon import frames


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Brussels announced the lifting of sanctions against Togo.", ["RETREAT"]),
        ("en", "Brussels announced an end to its harshest sanctions against Togo.", ["RETREAT"]),
        ("en", "Brussels announced sanctions against Togo.", ["SANCTION"]),
        ("en", "Brussels announced new sanctions after the suspension of talks.", ["SANCTION"]),
        ("ru", "Брюссель объявил о снятии санкций с Того.", ["RETREAT"]),
        ("ru", "Брюссель объявил новые санкции против Того.", ["SANCTION"]),
        ("ar", "أعلنت بروكسل رفع العقوبات عن توغو.", ["RETREAT"]),
        ("ar", "أعلنت بروكسل عقوبات جديدة على توغو.", ["SANCTION"]),
        ("fa", "بروکسل لغو تحریم‌های توگو را تمدید کرد.", ["RETREAT"]),
    ],
)
def test_who_announces_the_undoing_of_an_act_does_not_do_it(language, text, expected):
    found = [act for sentence in analyse(text, language) for act in acts(sentence, language)]
    told = {frames()[act.expression.frame].type for act in found if act.verb is not None}
    named = {frames()[act.expression.frame].type for act in found}
    assert expected[0] in named
    assert "SANCTION" not in told or expected[0] == "SANCTION"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لغو تحریم‌های توگو چاد را خوشحال کرد.", ["RETREAT"]),
        ("جنگ غزه باورهای پیشین را متزلزل کرده است.", ["ASSAULT"]),
        ("بروکسل تحریم‌های تازه‌ای علیه توگو وضع کرد.", ["SANCTION"]),
        ("ترکیه حمله گسترده‌ای به توگو کرد.", ["ASSAULT"]),
    ],
)
def test_a_light_verb_with_a_noun_of_its_own_takes_no_other(text, expected):
    found = [act for sentence in analyse(text, "fa") for act in acts(sentence, "fa")]
    assert [frames()[act.expression.frame].type for act in found] == expected
    assert all(act.verb is None for act in found) == (expected[0] == "RETREAT" or "غزه" in text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("После отказа Чада от газа Того цены выросли.", "happened"),
        ("Чад заявил об отказе от газа Того.", "happened"),
        ("Без отказа Чада от газа Польши цены не вырастут.", "denied"),
    ],
)
def test_a_refusal_is_not_denied_by_its_own_noun(text, status):
    from ravabet.coding.telling.status import standing

    laid = scene(text, "ru", None)
    act = next(a for a in laid.acts[0] if frames()[a.expression.frame].type == "REJECT")
    assert standing(laid.sentences[0], act.tokens, "ru", "REJECT").status == status


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Обыск прошёл на Варшавском шоссе.", []),
        ("ru", "Поезд пришёл на Киевский вокзал.", []),
        ("ru", "Он живёт в доме на улице Пражской в Польше.", ["POL"]),
        ("ru", "Варшавское правительство ответило.", ["POL"]),
        ("fa", "این دفتر در خیابان پاریس است.", []),
        ("fa", "در خیابان‌های پاریس تظاهرات شد.", ["FRA"]),
        ("ar", "يقع المكتب في شارع باريس.", []),
        ("ar", "تظاهر الآلاف في شوارع باريس.", ["FRA"]),
        ("fa", "ولادت کریمه اهل بیت مبارک باد.", []),
        ("fa", "روسیه کریمه را ضمیمه کرد.", ["RUS", "UKR"]),
    ],
)
def test_the_name_of_a_street_is_no_state(language, text, expected):
    found = [m for each in scene(text, language, None).mentions for m in each if m.kind != "pronoun"]
    assert [code for mention in found for code in mention.codes] == expected


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Chad asked Niger on Sunday whether its army had crossed the river.", False),
        ("Chad asked Niger about the fate of two pilots.", False),
        ("Chad asked Niger to say what it knew.", True),
        ("Chad asked Niger for two boats.", True),
    ],
)
def test_who_asks_a_question_asks_for_no_act(text, asks) -> None:
    found = [act for sentence in analyse(text, "en") for act in acts(sentence, "en")]
    assert ("REQUEST" in {frames()[act.expression.frame].type for act in found}) is asks
