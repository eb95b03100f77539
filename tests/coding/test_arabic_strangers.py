"""Arabic: blows nobody is told to have struck, people told again by a surname, words that only look like titles."""

import datetime

import pytest

from ravabet.coding.coder import findings
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.scene import scene

PUBLISHED = datetime.date(2023, 5, 10)


def told(text: str) -> list[Mention]:
    """The mentions of a text."""
    return [one for row in scene(text, "ar", PUBLISHED).mentions for one in row]


def codes(text: str, words: str) -> tuple[str, ...] | None:
    """The codes of the mention of these words; None where there is none."""
    return next((one.codes for one in told(text) if one.span.of(text) == words), None)


def acting(text: str, frame: str) -> tuple[set[str], set[str]]:
    """Who acts and who suffers the first act of a frame."""
    found = next(one for one in findings(scene(text, "ar", PUBLISHED)) if one.place.frame.id == frame)
    one, other = found.roles.sides
    return set(one), set(other)


@pytest.mark.parametrize(
    ("text", "frame", "actors"),
    [
        ("كشفت الشرطة الدنماركية تفاصيل الهجوم في كوبنهاغن.", "attack", set()),
        ("أعلنت الشرطة الكينية مقتل ثلاثة أشخاص في نيروبي.", "kill", set()),
        ("نفذت القوات الكينية هجوما على معسكر في تشاد.", "attack", {"KEN"}),
        ("أعلنت وزارة الدفاع الكينية عن غارة على معسكر في تشاد.", "air-strike", {"KEN"}),
    ],
)
def test_who_tells_of_a_blow_did_not_strike_it(text: str, frame: str, actors: set[str]) -> None:
    assert acting(text, frame)[0] == actors


@pytest.mark.parametrize(
    ("text", "frame", "accused"),
    [
        ("أدانت كينيا بشدة الهجوم الإرهابي الذي استهدف أمس مدينة نجامينا التشادية.", "condemn", set()),
        ("نددت كينيا بالهجوم الإسرائيلي على غزة.", "denounce", {"ISR"}),
    ],
)
def test_who_was_struck_is_not_condemned(text: str, frame: str, accused: set[str]) -> None:
    assert accused == acting(text, frame)[1]


def test_what_is_done_to_people_whom_nobody_knows_is_done_to_no_other() -> None:
    assert acting("أنقذت سفن إيطالية مئات المهاجرين قبالة الساحل الليبي.", "rescue") == ({"ITA"}, set())
    assert acting("أنقذت سفن إيطالية عشرات الليبيين قبالة مالطا.", "rescue") == ({"ITA"}, {"LBY"})


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a surname told with a title before, with and without a state of its own
        ("رحبت نيروبي باللقاء. وقال وزير العدل سمير ونانجي إن التحقيق مستمر. واتهم ونانجي تشاد.", "ونانجي", ("KEN",)),
        ("أعلن ذلك النائب المنجي الرحوي. وحذر الرحوي من الأزمة.", "الرحوي", ("TUN",)),
        ("أعلن ذلك الباحث سمير ونانجي. وحذر كامل من الأزمة في كينيا.", "كامل", None),
        # a thing's adjective is no title, a woman's title is one
        ("دعت كينيا إلى تسوية سياسية.", "سياسية", None),
        ("تحدثت كينيا عن المصادرة.", "المصادرة", None),
        ("ردت السفيرة على كينيا.", "السفيرة", ("KEN",)),
        ("قصفت الطائرات مواقع في كينيا.", "الطائرات", ("KEN",)),
        # words that only look like names
        ("قال كل الناس في كينيا ذلك.", "الناس", None),
        ("قالت هند الشاوش ذلك في كينيا.", "هند", None),
        ("صرحت الهند بذلك.", "الهند", ("IND",)),
        # the group that news speak of where no other was told
        ("استعاد الجيش المدينة من قبضة التنظيم الإرهابي.", "التنظيم الإرهابي", ("ISIS",)),
        ("هاجمت حركة الشباب نيروبي. وقال بيان إن التنظيم الإرهابي فشل.", "التنظيم الإرهابي", ("AL-SHABAAB",)),
        # unions and courts need no state beside them
        ("قررت نقابة المعلمين الإضراب في كينيا.", "نقابة المعلمين", ("KEN",)),
    ],
)
def test_mentions(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


def test_who_stands_right_behind_the_verb_is_its_subject_whatever_the_parser_says() -> None:
    text = "توعد زعيم حزب الله حسن نصر الله إسرائيل بالرد قريبا."
    assert acting(text, "threaten-retaliation") == ({"HEZBOLLAH"}, {"ISR"})
    assert acting("اتهم اليوم الجمعة وزير الدفاع الكيني تشاد بالتجسس.", "accuse") == ({"KEN"}, {"TCD"})


@pytest.mark.parametrize(
    ("text", "frame", "sides"),
    [
        # who is told behind people whom nobody knows, as the act's own words name them, is where they go
        ("انتقدت كينيا قرار تشاد منع دخول مواطني سبع دول إلى غانا.", "restrict-migrants", ({"TCD"}, set())),
        ("أنقذ خفر السواحل الإيطالي 484 مهاجرا من قوارب قبالة ليبيا.", "rescue", ({"ITA"}, set())),
        # those of the place hold whom a participle names so
        ("أكد وزير الخارجية الكيني وجود 46 كينيا موقوفين في تشاد.", "arrest", ({"TCD"}, {"KEN"})),
    ],
)
def test_whose_the_words_of_an_act_are(text: str, frame: str, sides: tuple[set[str], set[str]]) -> None:
    assert acting(text, frame) == sides


def test_the_group_that_somebody_detained_serves_is_not_detained() -> None:
    assert "ISIS" not in acting("أوقفت الشرطة شابا في كينيا بتهمة تمجيد تنظيم داعش.", "arrest")[1]


def test_reporters_are_no_press_conference() -> None:
    assert codes("عقد وزير العدل مؤتمرا صحفيا في كينيا.", "صحفيا") is None
    assert codes("اعتقلت الشرطة صحفيين في كينيا.", "صحفيين") == ("KEN",)
    assert codes("طالب الأهالي السلط المعنية بالتدخل.", "السلط المعنية") == ("TUN",)
