"""Arabic: people and states that nobody names, groups that claim a blow, people counted in words, offices and names."""

import datetime

import pytest

from ravabet.coding.coder import findings
from ravabet.coding.judging.roles import models, scored
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.foreigners import to_foreigners
from ravabet.coding.sides.stand import stand
from ravabet.language import analyse

PUBLISHED = datetime.date(2023, 5, 10)


def told(text: str) -> list[str]:
    """Every mention as 'CODE+CODE words'."""
    return [f"{'+'.join(m.codes)} {m.span.of(text)}" for row in scene(text, "ar", PUBLISHED).mentions for m in row]


def places(text: str, frame: str) -> list[Place]:
    """The acts of a frame."""
    laid = scene(text, "ar", PUBLISHED)
    found = (Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts)
    return [place for place in found if place.frame.id == frame]


def sides(text: str, frame: str) -> tuple[set[str], set[str]]:
    """Who acts and who suffers the first act of a frame."""
    one, other = next(f for f in findings(scene(text, "ar", PUBLISHED)) if f.place.frame.id == frame).roles.sides
    return set(one), set(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("منعت كينيا دخول مواطنين من سبع دول.", " مواطنين"),
        ("منعت كينيا دخول رعايا 7 دول.", " رعايا"),
        ("أوقفت الشرطة الكينية عمالا أجانب.", " عمالا أجانب"),
        ("أوقفت الشرطة الكينية مئات الأجانب.", " مئات الأجانب"),
        ("أيدت دول عربية الاقتراح الكيني.", " دول عربية"),
        ("زار الوزير الكيني بعض دول الجوار.", " بعض دول الجوار"),
        ("جرح ثلاثة رجال في مدينة حلب.", "SYR ثلاثة رجال"),
        ("دعت دول عربية إيران إلى التهدئة.", " دول عربية"),
        ("اعتقلت الشرطة الكينية سبعة أشخاص.", "KEN سبعة أشخاص"),
        ("رد المرشد الأعلى لإيران، علي خامنئي، على الرسالة.", "IRN المرشد الأعلى لإيران، علي خامنئي"),
        ("استقبل أمير قطر الشيخ تميم بن حمد الوفد.", "QAT أمير قطر الشيخ تميم بن حمد"),
        ("شكر الأمير السعودي الحاضرين.", "SAU الأمير السعودي"),
        ("لام الرئيس الكيني، وليام روتو، المسؤولين الغانيين.", "GHA المسؤولين الغانيين"),
    ],
)
def test_people_are_told(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", ["رحب بايدن، ترامب غائب.", "قال البيت الأبيض إن بايدن سيعود."])
def test_two_names_that_a_comma_or_a_word_parts_stay_two(text: str) -> None:
    assert len(told(text)) == 2


def test_people_hurt_in_a_place_are_its_own() -> None:
    assert "SYR ثلاثة أشخاص" in told("قالت أنقرة إن الهجوم قتل ثلاثة أشخاص في مدينة حلب.")


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [
        ("أنقذ خفر السواحل الإيطالي 484 مهاجرا.", "rescue", True),
        ("تعتزم كينيا طرد كل الأجانب.", "deport", True),
        ("أنقذ خفر السواحل الإيطالي 40 صيادا.", "rescue", False),
        ("اعتقلت الشرطة الكينية تاجرا.", "arrest", False),
    ],
)
def test_what_is_done_to_foreigners_is_not_done_to_ones_own(text: str, frame: str, expected: bool) -> None:
    assert to_foreigners(places(text, frame)[0]) == expected
    assert not expected or sides(text, frame)[1] == set()


def test_some_of_the_states_may_be_listed() -> None:
    text = "أعلن الرئيس الكيني منع دخول رعايا ثماني دول إلى كينيا، وهي تشاد وغانا ومالي."
    assert sides(text, "restrict-migrants") == ({"KEN"}, {"TCD", "GHA", "MLI"})


def test_what_states_that_nobody_names_do_no_other_does() -> None:
    assert sides("وقال الرئيس الكيني إن دول الجوار قطعت العلاقات مع تشاد.", "cut-ties") == (set(), {"TCD"})


@pytest.mark.parametrize(
    ("text", "frame", "actors"),
    [
        ("قتل رجل بسيارة مفخخة في مقديشو. وأعلنت حركة الشباب مسؤوليتها عن الهجوم.", "kill", {"AL-SHABAAB"}),
        ("قتل جندي كيني في تفجير في مانديرا. وتبنت حركة الشباب التفجير.", "kill", {"AL-SHABAAB"}),
        # nor is it another blow, or a raid of those who answer
        ("قتل خمسة جنود كينيين في تفجير عبوة في مانديرا. وكانت حركة الشباب تبنت هجوما مماثلا.", "kill", set()),
        ("قصفت الطائرات الكينية بلدة صومالية ردا على التفجير الذي تبنته حركة الشباب.", "air-strike", {"KEN"}),
    ],
)  # fmt: skip
def test_who_claims_a_blow_struck_it(text: str, frame: str, actors: set[str]) -> None:
    assert sides(text, frame)[0] == actors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عاد ثلاثة غانيين تم ترحيلهم من كينيا.", True),
        ("أعلنت الشرطة ترحيل مهاجرين من كينيا.", False),
    ],
)
def test_from_where_somebody_is_sent_away(text: str, expected: bool) -> None:
    place = places(text, "deport-migrants")[0]
    assert ("actor" in {stand(place, c).side for c in candidates(place) if c.mention.codes == ("KEN",)}) == expected


def test_a_given_name_is_no_preposition() -> None:
    text = "التقى علي زيدان الرئيس الكيني في نيروبي."
    found = {o.mention.span.of(text): o.side for o in scored(places(text, "meet")[0], models("ar"))}
    assert found["علي زيدان"] == "actor"


@pytest.mark.parametrize(
    "text",
    [
        "في كينيا بدأ فريق جولة خارجية بعد خلاف داخلي.",
        "في كينيا انطلق الدوري بشروط جديدة.",
        "أعلنت كينيا نظام ضرائب وقرارا سياسيا.",
        "في كينيا وقع احتلال للأرصفة.",
        "استعملت كينيا القوة.",
    ],
)
def test_a_word_spelt_like_a_title_is_none(text: str) -> None:
    assert told(text) == ["KEN كينيا"]


def test_several_states_pointed_to_are_those_told_together() -> None:
    assert told("وقعت تشاد وكينيا وغانا البيان. وقالت أوسلو إن هذه الدول ملتزمة.")[-1] == "TCD+KEN+GHA هذه الدول"
    assert told("ردت تشاد على كينيا. وقالت أوسلو إن هذه الدول ملتزمة.")[-1] == "NOR أوسلو"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("بعد إدانتها الشديدة للبيان سافرت.", False),
        ("بعد إعادتهم إلى القرية سافروا.", False),
        ("وأعادتهم الشرطة إلى القرية.", True),
        ("وإعتقلتهم الشرطة في القرية.", True),
    ],
)
def test_a_noun_with_the_hamza_below_is_no_verb(text: str, verb: bool) -> None:
    (sentence,) = analyse(text, "ar")
    assert any(one.start <= 1 for one in sentence.verbs) == verb


def test_who_condemns_a_strike_condemns_nobody_hit() -> None:
    assert sides("أعربت كينيا عن إدانتها لاستهداف مطار أبها السعودي.", "condemn") == ({"KEN"}, set())


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("ممنوع من السفر.", "ban-activity"),
        ("منعت الشرطة الكينية التاجر من السفر.", "ban-activity"),
        ("منعت كينيا مهاجرين من الدخول.", "restrict-migrants"),
    ],
)
def test_who_may_not_leave_is_not_barred_as_a_migrant(text: str, frame: str) -> None:
    assert places(text, frame)


def test_of_what_is_called_necessary_nobody_is_asked() -> None:
    place = next(p for p in places("شدد الرئيس الكيني على ضرورة رفع الحصار عن غانا.", "urge"))
    assert all(option.recipient == 0 for option in scored(place, models("ar")))
