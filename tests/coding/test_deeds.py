"""What the text leaves to the words around: who did "this", who is to do what is asked, whose the object is."""

import pytest

from ravabet.coding.judging.judge import act_features
from ravabet.coding.judging.roles import roles
from ravabet.coding.judging.topics import themes
from ravabet.coding.mentions.find import mentions
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.stand import stand
from ravabet.language import analyse


def told(language, text):
    """Every mention as 'CODE+CODE words'."""
    found = [m for each in mentions(text, analyse(text, language), None, language) for m in each]
    return [f"{'+'.join(m.codes)} {m.span.of(text)}" for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Чили обстреляла Бенин. Гана осудила эту атаку.", "CHL эту атаку"),
        ("Чили закрыла границу. Президент Бенина назвал это решение ошибкой.", "CHL это решение"),
        ("Чили и Гана ввели пошлины. Бенин осудил этот шаг.", "CHL+GHA этот шаг"),
    ],
)
def test_a_deed_stands_for_who_did_it_in_russian(text, expected):
    assert expected in told("ru", text)


@pytest.mark.parametrize(
    "text",
    [
        "Бенин осудил этот шаг правительства Чили.",  # says itself whose it is
        "В Сантьяго прогремел взрыв. Бенин осудил эту атаку.",  # nobody is told to have done it
    ],
)
def test_a_deed_stands_for_nobody_in_russian(text):
    assert not [mention for mention in told("ru", text) if "эт" in mention]


def place_of(text, trigger):
    laid = scene(text, "fa", None)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    return next(p for p in places if p.act.trigger(laid.sentences[p.number]).of(text).endswith(trigger))


def stands(text, trigger):
    """How each mention stands to an act: its code, whether it is the subject, and what governs it."""
    place = place_of(text, trigger)
    return {(c.mention.codes[0], c.subject, stand(place, c).governor) for c in candidates(place)}


@pytest.mark.parametrize(
    ("text", "trigger", "subject"),
    [
        ("غنا از توگو خواست مرز خود با بنین را باز کند.", "باز کند", "TGO"),
        ("غنا به توگو یک هفته مهلت داد تا زندانیان بنین را آزاد کند.", "آزاد کند", "TGO"),
        ("غنا توگو را وادار کرد زندانیان بنین را آزاد کند.", "آزاد کند", "TGO"),
        # nobody is asked, or it is no longer what is asked
        ("غنا تصمیم گرفت زندانیان بنین را آزاد کند.", "آزاد کند", "GHA"),
        ("غنا از توگو خواست کمک کند و زندانیان بنین را آزاد کرد.", "آزاد کرد", "GHA"),
    ],
)
def test_who_is_asked_is_the_subject_of_what_is_asked(text, trigger, subject):
    assert subject in {code for code, place, _ in stands(text, trigger) if place in ("own", "above")}


def test_the_object_of_another_clause_is_not_the_acts():
    governors = {code: governor for code, _, governor in stands("غنا توگو را وادار کرد بنین را آزاد کند.", "آزاد کند")}
    assert governors["TGO"] == "elsewhere"
    assert governors["BEN"] == "marker"


@pytest.mark.parametrize(
    ("text", "trigger", "whose"),
    [
        ("غنا حمله توگو به بنین را محکوم کرد.", "محکوم کرد", {"TGO"}),
        ("غنا از حمله توگو به بنین انتقاد کرد.", "انتقاد کرد", {"TGO"}),
        ("غنا فروش سلاح از سوی توگو به بنین را محکوم کرد.", "محکوم کرد", {"TGO"}),
        # no deed of anybody's is judged
        ("غنا رئیس‌جمهور توگو را محکوم کرد.", "محکوم کرد", set()),
        ("غنا صادرات توگو به بنین را متوقف کرد.", "متوقف کرد", set()),
        ("غنا پس از حمله توگو به بنین از مرزبانان خود تشکر کرد.", "تشکر کرد", set()),
    ],
)
def test_who_did_what_is_judged(text, trigger, whose):
    assert {code for code, _, governor in stands(text, trigger) if governor == "whose"} == whose


def test_a_preposition_keeps_a_name_from_being_the_object_it_ends():
    governors = {code: governor for code, _, governor in stands("غنا سفر توگو به بنین را ستود.", "ستود")}
    assert governors["BEN"] == "inner"
    governors = {code: governor for code, _, governor in stands("غنا دولت بنین را ستود.", "ستود")}
    assert governors["BEN"] == "marker"


def test_the_last_word_of_an_act_may_be_a_mentions_title():
    sides = {
        code: governor
        for code, _, governor in stands("بازداشت سه تبعه توگو در مرز بنین ادامه دارد.", "بازداشت سه تبعه")
    }
    assert set(sides) == {"TGO", "BEN"}
    place = place_of("بازداشت سه تبعه توگو در مرز بنین ادامه دارد.", "بازداشت سه تبعه")
    assert {c.mention.codes: stand(place, c).side for c in candidates(place)} == {("TGO",): "recipient", ("BEN",): "no"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نخست‌وزیر غنا آمد. حمله توگو به این کشور ادامه دارد.", "GHA این کشور"),
        ("نخست‌وزیر غنا آمد. توگو نیرو فرستاد. ارتش این کشور بزرگ است.", "TGO ارتش این کشور"),
        ("مرزبانان اوزبیک بازگشتند.", "UZB مرزبانان اوزبیک"),
        ("وزیر خارجه جاپان بازگشت.", "JPN وزیر خارجه جاپان"),
        ("سند میان دوشنبه و بیشکک است.", "TJK دوشنبه"),
        ("معاون سیاسی وزیر امور خارجه با سفیر پرو دیدار کرد.", "IRN معاون سیاسی وزیر امور خارجه"),
        ("رئیس‌جمهور پرو آمد. معاون وزیر امور خارجه بازگشت.", "PER معاون وزیر امور خارجه"),
    ],
)
def test_who_is_meant(text, expected):
    assert expected in told("fa", text)


def test_who_says_so_did_not_do_it():
    text = "غنا سفیر توگو را احضار کرد. به گفته وزیر خارجه غنا، این سخنان نقض عرف است."
    assert "TGO این سخنان" in told("fa", text)


@pytest.mark.parametrize(
    ("language", "text", "theme"),
    [
        ("fa", "اتوبوس زائران واژگون شد.", {"accident", "culture"}),
        ("fa", "آتش‌سوزی در بازار مهار شد.", {"accident", "market"}),
        ("ru", "Полиция изъяла героин у контрабандистов.", {"crime"}),
        ("fa", "وزیر خارجه غنا با همتای خود دیدار کرد.", set()),
        ("ru", "Министры подписали договор.", set()),
        ("ar", "وقع الوزيران اتفاقا.", set()),
        ("en", "Two passengers drowned when the ferry capsized.", {"accident"}),
        ("en", "Shareholders rejected the takeover.", {"market"}),
        ("en", "The ministers signed the treaty in Oslo.", set()),
    ],
)
def test_themes(language, text, theme):
    assert set(themes(analyse(text, language)[0], language)) == theme


def test_the_judge_is_told_the_theme_and_what_governs():
    place = place_of("غنا از توگو خواست دو قاچاقچی را بازداشت کند.", "بازداشت کند")
    facts = act_features(place, roles(place))
    assert {"theme=crime", "COERCE|theme=crime", "active|over=ask"} <= set(facts)
