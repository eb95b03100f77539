"""Reasons beside each other in one sentence, who cannot be a cause, and what is only wanted."""

from functools import cache

import pytest

from ravabet.language import analyse
from ravabet.reasoning import reasons
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.sides.nesting import parted
from ravabet.reasoning.sides.side import Pair, Side
from ravabet.reasoning.woods import candidates


def told(text: str, language: str) -> set[tuple[str, str]]:
    found = reasons(text, analyse(text, language), (), language)
    return {(r.cause.span.of(text), r.effect.span.of(text)) for r in found}


def weighed(text: str, language: str = "en") -> set[str]:
    """The cues for which some way to cut is weighed."""
    return {ways[0].hit.cue.id for ways in candidates(laid_out(analyse(text, language), language))}


def sides(text: str, language: str, cue: str) -> set[tuple[str, str]]:
    """Every way to cut the sides round one cue."""
    groups = candidates(laid_out(analyse(text, language), language))
    found = [way for group in groups for way in group if way.hit.cue.id == cue]
    return {(span(way.cause, text), span(way.effect, text)) for way in found}


def span(side: Side, text: str) -> str:
    return side.view.span(side.lo, side.hi).of(text)


@cache
def ways(text: str) -> list[Pair]:
    return [way for group in candidates(laid_out(analyse(text, "en"), "en")) for way in group]


def whole(text: str, cue: str, cause: str, effect: str) -> Pair:
    """The way that cuts a reason so."""
    sides = cue, cause, effect
    return next(w for w in ways(text) if (w.hit.cue.id, span(w.cause, text), span(w.effect, text)) == sides)


OUTER = "The court opened an inquiry after a clash over the dam."


def test_what_a_cue_inside_a_cause_hangs_on_is_in_that_cause():
    outer = whole(OUTER, "phrase:after", "a clash over the dam", "The court opened an inquiry")
    inner = whole(OUTER, "phrase:over", "the dam", "The court opened an inquiry after a clash")
    (one, _), (two, _) = parted([(outer, 0.5), (inner, 0.5)])
    assert span(one.effect, OUTER) == "The court opened an inquiry"
    assert span(two.effect, OUTER) == "a clash"


def test_two_causes_of_one_effect_stay_beside_each_other():
    text = "The court closed the road after a clash, because of the flood."
    outer = whole(text, "phrase:after", "a clash", "The court closed the road")
    inner = whole(text, "phrase:because of", "the flood", "The court closed the road after a clash")
    (_, _), (two, _) = parted([(outer, 0.5), (inner, 0.5)])
    assert span(two.effect, text) == "The court closed the road after a clash"


def test_what_is_brought_about_ends_before_the_cue_of_another_reason():
    text = "The raid sparked criticism because the mosque was hit."
    outer = whole(text, "frame:spark* [E]", "The raid", "criticism because the mosque was hit")
    inner = whole(text, "clause:because", "the mosque was hit", "The raid sparked criticism")
    (one, _), (two, _) = parted([(outer, 0.5), (inner, 0.5)])
    assert span(one.effect, text) == "criticism"
    assert span(two.effect, text) == "The raid sparked criticism"


def test_a_side_takes_the_article_and_adjectives_of_its_first_noun():
    text = "A judicial probe was ordered because of the leak."
    cut = whole(text, "phrase:because of", "the leak", "A judicial probe was ordered")
    shorter = Pair(cut.hit, cut.cause, Side(cut.effect.view, 2, cut.effect.hi, "act"))
    ((pair, _),) = parted([(shorter, 0.5)])
    assert span(pair.effect, text) == "A judicial probe was ordered"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Gunmen triggered two bombs at the market.", "frame:trigger* [E]"),
        ("They forced the manager to close the cinema.", "frame:force* [E]"),
        ("Zambia caused a delay at the border.", "frame:cause* [E]"),
        ("The opposition blamed the police for the riot.", "frame:blame* [C] for [E]"),
    ],
)
def test_somebody_alone_is_no_cause(text: str, cue: str):
    assert cue not in weighed(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The raid triggered two strikes at the port.", "frame:trigger* [E]"),
        ("Its threats forced the manager to close the cinema.", "frame:force* [E]"),
        ("Gunmen stormed the bank, causing panic in the town.", "frame:cause* [E]"),
        ("The opposition blamed the drought for the riot.", "frame:blame* [C] for [E]"),
    ],
)
def test_what_was_done_is_one(text: str, cue: str):
    assert cue in weighed(text)


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("The cell tried to provoke a war between the neighbours.", False),
        ("Rebels staged the attack to provoke a war between the neighbours.", False),
        ("The ruling continues to provoke anger in the capital.", True),
        ("The ruling is likely to provoke anger in the capital.", True),
    ],
)
def test_what_is_only_wanted_is_no_reason(text: str, real: bool):
    assert ("frame:provoke* [E]" in weighed(text)) is real


@pytest.mark.parametrize(
    ("text", "cue", "meant"),
    [
        ("The secretary led the protest in the square.", "frame:lead* [E]", False),
        ("The defeat led the cabinet to resign.", "frame:lead* [E]", True),
        ("Security forces closed the road to the dam.", "frame:force* [E]", False),
        ("The storm forced its way into the harbour.", "frame:force* [E]", False),
        ("The storm forced the closure of the harbour.", "frame:force* [E]", True),
        ("The agency has long since closed the file.", "phrase:since", False),
        ("Since the talks failed, the tariffs took effect.", "phrase:since", True),
        ("The suspects were led handcuffed to the court.", "frame:lead* to [E]", False),
        ("The row led to the closure of the mission.", "frame:lead* to [E]", True),
    ],
)
def test_words_that_only_look_like_a_cue(text: str, cue: str, meant: bool):
    assert (cue in weighed(text)) is meant


def test_a_particle_may_stand_between_a_passive_and_who_does_it():
    text = "The riots were sparked off by the ruling on the mosque."
    assert ("the ruling on the mosque", "The riots") in sides(text, "en", "frame:spark* off [E]")


def test_an_object_does_not_begin_with_a_preposition():
    text = "The quarrel sparked off after the vote."
    assert not any(effect.startswith("after") for _, effect in sides(text, "en", "frame:spark* off [E]"))


def test_whose_is_no_part_of_a_side():
    text = "The minister, whose remarks on the dam sparked protests, resigned."
    causes = {cause for cause, _ in sides(text, "en", "frame:spark* [E]")}
    assert causes
    assert not any(cause.startswith("whose") for cause in causes)


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        (
            "اندلعت اشتباكات بين الجيش ومسلحين في المدينة، مما نتج عنه مقتل سبعة جنود.",
            "اندلعت اشتباكات بين الجيش ومسلحين في المدينة",
            "مقتل سبعة جنود",
        ),
        (
            "نفذت الطائرات غارات على المخيم، ما ترتب عليه نزوح مئات العائلات.",
            "نفذت الطائرات غارات على المخيم",
            "نزوح مئات العائلات",
        ),
        ("نتج عن القصف مقتل ثلاثة أشخاص.", "القصف", "مقتل ثلاثة أشخاص"),
        ("بسبب انهيار الهدنة أغلقت السلطات المعبر.", "انهيار الهدنة", "أغلقت السلطات المعبر"),
        (
            "وبسبب تدهور الوضع الأمني أجلت باريس رعاياها من العاصمة.",
            "تدهور الوضع الأمني",
            "أجلت باريس رعاياها من العاصمة",
        ),
        (
            "إثر مقتل جنديين قرب الحدود قصفت المدفعية مواقع المسلحين.",
            "مقتل جنديين قرب الحدود",
            "قصفت المدفعية مواقع المسلحين",
        ),
        ("أدى انهيار المفاوضات إلى تجدد القتال في الشمال.", "انهيار المفاوضات", "تجدد القتال في الشمال"),
    ],
)
def test_arabic_sides_by_the_order_of_its_words(text: str, cause: str, effect: str):
    assert (cause, effect) in told(text, "ar")


def test_an_arabic_side_does_not_begin_with_who_says_it():
    text = "أكد المجمع أن هذا الإيقاف جاء على إثر دعوة إلى الإضراب."
    effects = {effect for _, effect in sides(text, "ar", "frame:جاء|أتى* على إثر [C]")}
    assert "هذا الإيقاف" in effects
    assert not any(effect.startswith("المجمع") for effect in effects)


def test_an_arabic_side_reaches_over_nothing_that_somebody_adds():
    text = "أغلق المصرف فرعه بسبب الخسائر مشيرا إلى أن القرار مؤقت."
    assert not any("مشيرا" in cause for cause, _ in sides(text, "ar", "phrase:بسبب"))


@pytest.mark.parametrize(
    "text",
    ["В результате 8 человек погибли.", "В результате три дома загорелись.", "В результате 12 домов сгорели."],
)
def test_those_who_died_as_a_result_are_not_what_it_came_of(text: str):
    assert told(text, "ru") == set()


def test_what_it_came_of_may_be_counted():
    assert told("В результате двух взрывов погибли 8 человек.", "ru") == {("двух взрывов", "погибли 8 человек")}


def test_a_source_is_no_cause():
    text = "По посёлку выпустили ракету. В результате, по данным МЧС, пятеро жителей погибли."
    assert told(text, "ru") == {("По посёлку выпустили ракету", "пятеро жителей погибли")}


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        (
            "تحریم‌های آمریکا باعث شد که صادرات نفت ایران کاهش یابد و ارزش ریال سقوط کند.",
            "صادرات نفت ایران کاهش یابد و ارزش ریال سقوط کند",
        ),
        (
            "توقیف نفتکش باعث شد که لندن کاردار ایران را احضار کند و خواستار آزادی خدمه شود.",
            "لندن کاردار ایران را احضار کند و خواستار آزادی خدمه شود",
        ),
        (
            "خروج آمریکا از برجام باعث شد که ایران تعهدات خود را کاهش دهد، اما اروپا در توافق ماند.",
            "ایران تعهدات خود را کاهش دهد",
        ),
    ],
)
def test_what_persian_makes_happen_goes_on_with_and(text: str, effect: str):
    assert [two for _, two in told(text, "fa")] == [effect]
