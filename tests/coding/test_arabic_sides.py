"""Which side the grammar of an Arabic sentence gives a mention: genitives, passives, dropped subjects, adjectives."""

import datetime

import pytest

from ravabet.coding.coder import clearest, findings
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.stand import stand

PUBLISHED = datetime.date(2023, 5, 10)


def sides(text: str, trigger: str) -> dict[str, str]:
    """What the grammar gives the codes beside the act told in these words."""
    laid = scene(text, "ar", PUBLISHED)
    for number, told in enumerate(laid.acts):
        for act in told:
            if act.trigger(laid.sentences[number]).of(text) == trigger:
                place = Place(laid, number, act)
                return {"+".join(c.mention.codes): stand(place, c).side for c in candidates(place)}
    return {}


OBJECT, SUBJECT = {"GHA": "actor-above", "KEN": "recipient"}, {"GHA": "no", "KEN": "actor-own"}
OBJECT_BEHIND = {"KEN": "actor-own", "GHA": "recipient"}
BY, OWN = {"GHA": "recipient", "KEN": "agent"}, {"GHA": "recipient", "KEN": "actor-own"}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # passive: who stands behind the verb suffers, «على يد», «برصاص» and «من طرف» bring in who did it
        ("قتل ستة غانيين على يد الجيش الكيني.", "قتل", BY),
        ("قتل ستة غانيين برصاص الجيش الكيني.", "قتل", BY),
        (
            "اعتقل خمسة مواطنين غانيين من طرف الشرطة الكينية.",
            "اعتقل خمسة مواطنين",
            BY,
        ),
        ("قتل الجيش الكيني غانيين.", "قتل", OWN),
        # a subject told before, and a noun behind a verb that must have an object
        (
            "قالت أكرا إن الوقت ضيق، واتهمت نيروبي بالكذب.",
            "اتهمت نيروبي بالكذب",
            OBJECT,
        ),
        ("قالت أكرا إن الوقت ضيق، وانتقدت نيروبي الموقف الغاني.", "انتقدت", OWN),
        ("قالت أكرا إن الوقت ضيق، واتهمتها نيروبي بالكذب.", "اتهمتها نيروبي بالكذب", SUBJECT),
        # a genitive between the act's words, and one before what it is done with
        ("رحب البيان بدعم تشاد لقوات غانا.", "دعم تشاد لقوات", {"TCD": "actor", "GHA": "recipient"}),
        ("رحب البيان باتهام غانا بدعم الإرهاب.", "اتهام غانا بدعم الإرهاب", {"GHA": "recipient"}),
        # the one a preposition's pronoun does not point back to
        ("أدانت غانا الاعتداء الذي تعرضت له سفارة كينيا.", "الاعتداء الذي تعرضت", {"GHA": "no", "KEN": "recipient"}),
        # the adjective of the act's noun, and of what it is about
        ("وقع القصف الكيني على غانا.", "القصف", {"KEN": "actor", "GHA": "recipient"}),
        ("أدانت غانا الهجوم الكيني.", "أدانت غانا الهجوم", {"GHA": "actor-own", "KEN": "recipient"}),
        # further adjectives between a noun of action and its state's; what is indefinite may be its object
        ("وقعت الضربات الصاروخية الكينية على غانا.", "الضربات الصاروخية", {"KEN": "actor", "GHA": "recipient"}),
        ("وقعت ضربات صاروخية كينية على غانا.", "ضربات صاروخية", {"KEN": "actor", "GHA": "recipient"}),
        ("أسفر اقتحام قنصلية كينية في غانا عن جرحى.", "اقتحام", {"KEN": "recipient", "GHA": "no"}),
        # what is written is the subject of the verb right behind it
        ("صوتت غانا لصالح قرار ينتقد كينيا.", "ينتقد", {"GHA": "actor-above", "KEN": "recipient"}),
        ("في بيان انتقدت كينيا غانا.", "انتقدت", {"KEN": "actor-own", "GHA": "recipient"}),
        (
            "جاء ذلك بعد توقيع الرئيس الكيني مرسوما يمنع مواطني غانا من الدخول.",
            "يمنع مواطني",
            {"KEN": "actor-above", "GHA": "recipient"},
        ),
        # whose a single blow is; what a noun of action has behind it is what it is done to
        ("قتل عشرات الغانيين في هجوم لحركة الشباب.", "هجوم", {"AL-SHABAAB": "actor"}),
        ("أسفرت غارات للجيش الكيني على غانا عن قتلى.", "غارات", {"KEN": "actor", "GHA": "recipient"}),
        ("أسفر قصف لمواقع غانا عن قتلى.", "قصف", {"GHA": "recipient"}),
        # who decides, and whom the decided deed is done to
        ("أكد البيان التزام كينيا بدعم غانا.", "التزام كينيا بدعم", {"KEN": "actor", "GHA": "recipient"}),
        # the first of two objects of a noun of action
        ("رحب البيان بتصنيف غانا منظمة إرهابية.", "تصنيف غانا منظمة إرهابية", {"GHA": "recipient"}),
        # examples stand for the many, and those named with "like" meet as the many do
        ("اعتقلت الشرطة الكينية 15 شخصا بينهم غاني.", "اعتقلت", OWN),
        # whose a medium is that tells it
        ('انتقدت غانا القرار، بحسب ما نقلته صحيفة "الفجر" الكينية.', "انتقدت", {"GHA": "actor-own", "KEN": "source"}),
        ("انتقدت غانا بشدة صحيفة كينية.", "انتقدت", {"GHA": "actor-own", "KEN": "recipient"}),
        # a verb that is spelt as a preposition, far from what it brings in
        (
            "عبّر نائب وزير الخارجية الكيني، خلال مؤتمر صحفي عقده مساء أمس في العاصمة، عن تقديره لغانا.",
            "عبّر نائب وزير الخارجية الكيني، خلال مؤتمر صحفي عقده مساء أمس في العاصمة، عن تقدير",
            {"KEN": "actor-own", "GHA": "recipient"},
        ),
    ],
)
def test_the_grammar_gives_sides(text: str, trigger: str, expected: dict[str, str]) -> None:
    found = sides(text, trigger)
    assert {code: found.get(code) for code in expected} == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("أدانت غانا الهجوم الذي شنته كينيا على تشاد.", {"ACCUSE", "ASSAULT"}),
        ("أعلنت غانا دعم كينيا.", {"SUPPORT"}),
    ],
)
def test_two_acts_may_share_the_noun_that_one_is_about(text: str, kinds: set[str]) -> None:
    found = clearest(findings(scene(text, "ar", PUBLISHED)))
    assert kinds <= {finding.place.frame.type for finding in found}
    verbs = [set(finding.place.act.tokens) for finding in found]
    assert not any(one < other and one & {min(other)} for one in verbs for other in verbs)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # who carried a deed out is told by its relative clause, and whom it was against
        (
            "رحبت تشاد بالضربة الصاروخية التي وجهتها كينيا ضد مواقع في غانا.",
            "الضربة الصاروخية",
            {"TCD": "no", "KEN": "agent", "GHA": "recipient"},
        ),
        (
            "تحدثت تشاد عن ضربة صاروخية سددتها كينيا ضد غانا.",
            "ضربة صاروخية",
            {"TCD": "no", "KEN": "agent", "GHA": "recipient"},
        ),
        # but not by a clause that only judges it
        ("رحبت تشاد بالضربة الصاروخية التي انتقدتها كينيا.", "الضربة الصاروخية", {"KEN": "no"}),
        # whose decision it is does what was decided
        (
            "جاء ذلك عقب قرار تشاد وكينيا قطع العلاقات الدبلوماسية مع غانا.",
            "قطع العلاقات الدبلوماسية",
            {"TCD": "actor", "KEN": "actor", "GHA": "recipient"},
        ),
        ("أدانت تشاد قيام كينيا بقصف بلدة في غانا.", "قصف", {"TCD": "no", "KEN": "actor"}),
        ("جاء ذلك عقب لقاء كينيا بقصف بلدة في غانا.", "قصف", {"KEN": "no"}),
        # what is decided is a noun, and no verb
        ("قررت تشاد، مساء الأحد، غلق معبر حدودي مع غانا.", "غلق معبر حدودي", {"TCD": "no", "GHA": "recipient"}),
        # a second bare noun behind the verb is its object, time between them or not
        ("دعا الرئيس الكيني اليوم غانا إلى الاعتذار.", "دعا الرئيس الكيني اليوم غانا إلى الاعتذار", OBJECT_BEHIND),
        (
            "اتهم وزير الخارجية الكيني كلا من غانا وتشاد بعرقلة المفاوضات.",
            "اتهم وزير الخارجية الكيني كلا من غانا وتشاد بعرقلة",
            OBJECT_BEHIND | {"TCD": "recipient"},
        ),
        (
            "طالب الرئيس الكيني بعد غانا بالاعتذار.",
            "طالب الرئيس الكيني بعد غانا بالاعتذار",
            {"KEN": "actor-own", "GHA": "no"},
        ),
        # whom the verb does not agree with is no subject
        (
            "أصدر الحزب الكيني بيانا دعا فيه الحكومة الغانية إلى الحوار.",
            "دعا فيه الحكومة الغانية إلى الحوار",
            {"GHA": "recipient"},
        ),
        (
            "أصدر الحزب الكيني بيانا دعا فيه الرئيس الغاني إلى الحوار.",
            "دعا فيه الرئيس الغاني إلى الحوار",
            {"GHA": "actor-own"},
        ),
        # several states behind a title share it
        (
            "اتفق وزراء خارجية كل من كينيا وغانا على عقد قمة.",
            "اتفق وزراء خارجية كل من كينيا وغانا على عقد",
            {"KEN": "actor-own", "GHA": "actor-own"},
        ),
        (
            "طالبت تشاد أجهزة المخابرات في كينيا وغانا بالتعاون.",
            "طالبت تشاد أجهزة المخابرات في كينيا وغانا بالتعاون",
            {"TCD": "actor-own", "KEN": "recipient", "GHA": "recipient"},
        ),
    ],
)
def test_words_beside_a_deed_tell_its_sides(text: str, trigger: str, expected: dict[str, str]) -> None:
    found = sides(text, trigger)
    assert {code: found.get(code) for code in expected} == expected


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("قضت المحكمة بغرامة مالية على الناشط.", "MLI", False),
        ("تنظر المؤسسات المالية في القرض.", "MLI", False),
        ("اشتبكت القوات المالية مع المسلحين.", "MLI", True),
        ("أغلقت بورصة عمان على ارتفاع.", "TUR", False),
        ("وقع الهجوم في مدينة بورصة.", "TUR", True),
        ("يرتفع السعر على المدى القصير.", "SYR", False),
        ("عاد الجيش إلى مدينة القصير في ريف حمص.", "SYR", True),
        ("افتتح الوزير قاعة الرياضة في المدينة.", "SAU", False),
        ("قال رياض الحسني إن الندوة ناجحة.", "SAU", False),
        ("استنكرت الرياض الهجوم.", "SAU", True),
        ("نقص السيولة يقلق المصارف.", "KOR", False),
        ("جرفت سيول جارفة القرى.", "KOR", False),
        ("قالت كوريا الشمالية إن سيول تستفزها.", "KOR", True),
        ("أوضح خليل الورفلي سبب غيابه.", "PSE", False),
        ("اعتقل الجنود شابا في الخليل.", "PSE", True),
        ("جاب التلاميذ ولايتي أريزونا ونيفادا.", "IRN", False),
        ("كان المشهد مؤثرا.", "IRN", False),
        ("افتتح الرئيس الإيراني المطار في مشهد.", "IRN", True),
        ("اندلع حريق في باب الخضراء.", "VAT", False),
        ("المواجهات التي جدت أمس في الحي.", "SAU", False),
        ("وصلت الجثة إلى مسقط رأسه.", "OMN", False),
        ("وصل الوفد إلى مسقط.", "OMN", True),
        ("أصيب في قدمه، ثم في القدم اليمنى.", "YEM", False),
        ("يعيش في القطر منذ سنوات.", "QAT", False),
        ("في غرب المدينة سوق كبيرة.", "WEST", False),
    ],
)
def test_homographs_of_places_are_none(text: str, code: str, told: bool) -> None:
    found = {c for mention in scene(text, "ar", PUBLISHED).mentions[0] for c in mention.codes}
    assert (code in found) is told
