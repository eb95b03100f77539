"""Whose an Arabic title is: what may be its genitive or adjective, and which bodies stand for the state spoken of."""

import datetime

import pytest

from ravabet.coding.acts.find import acts
from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse
from ravabet.lexicon import frames

PUBLISHED = datetime.date(2023, 5, 10)


def told(text: str) -> list[str]:
    """Every mention as 'CODE+CODE words'."""
    found = mentions(text, analyse(text, "ar"), PUBLISHED, "ar")
    return [f"{'+'.join(m.codes)} {m.span.of(text)}" for each in found for m in each]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom nobody knows is told without a code; with a state it is that state's
        ("خطف مسلحون مجهولون تاجرا غانيا.", [" مسلحون مجهولون", "GHA تاجرا غانيا"]),
        ("هاجم مسلحون حوثيون سفينة غانية.", ["HOUTHIS مسلحون حوثيون", "GHA سفينة غانية"]),
        ("حثت غانا المجتمع الدولي على التحرك.", ["GHA غانا", " المجتمع الدولي"]),
        # «أمام» brings in a place and is no «إمام»
        ("تجمع طلاب أمام سفارة غانا.", ["GHA سفارة غانا"]),
        ("وصل إمام مسجد غاني.", ["GHA إمام مسجد غاني"]),
        # what is financial is not of Mali
        ("أعلنت غانا إصلاحات اقتصادية ومالية.", ["GHA غانا"]),
        ("وصل جنود من غانا ومالي.", ["GHA جنود", "GHA غانا", "MLI مالي"]),
        # a definite noun takes no genitive: what follows is another's
        ("في أنقرة دعت الحكومة العراق إلى الحوار.", ["TUR أنقرة", "TUR الحكومة", "IRQ العراق"]),
        ("في أكرا استقبلت الحكومة وفد كينيا.", ["GHA أكرا", "GHA الحكومة", "KEN وفد كينيا"]),
        ("اعتقلت الشرطة فرنسيين في باماكو.", ["MLI الشرطة", "FRA فرنسيين", "MLI باماكو"]),
        ("حذرت حكومة أوغندا السلطات المحلية.", ["UGA حكومة أوغندا", "UGA السلطات المحلية"]),
        # its adjective agrees
        ("ردت الحكومة الغانية على البيان.", ["GHA الحكومة الغانية"]),
        ("ردت السلطات السعودية على البيان.", ["SAU السلطات السعودية"]),
        ("أوقف الجنود الكينيون القافلة.", ["KEN الجنود الكينيون"]),
        ("في أوسلو حذرت السلطات المصريين.", ["NOR أوسلو", "NOR السلطات", "EGY المصريين"]),
        # a noun without article takes it as before, and a name may follow in apposition
        ("ردت حكومة غانا على البيان.", ["GHA حكومة غانا"]),
        ("وصل القطار إلى العاصمة أكرا.", ["GHA العاصمة أكرا"]),
        # an institution of a name that others have too
        ("أيد مجلس العموم الكندي المشروع.", ["CAN مجلس العموم الكندي"]),
        ("أيد مجلس العموم المشروع.", ["GBR مجلس العموم"]),
        ("أبلغ البيت الأبيض البولنديين بالموعد.", ["USA البيت الأبيض", "POL البولنديين"]),
        # what a preposition brings in
        ("رد الأمين العام لحزب الله على الخطاب.", ["HEZBOLLAH الأمين العام لحزب الله"]),
        ("قال قيادي في حركة حماس إن الرد وصل.", ["HAMAS قيادي في حركة حماس"]),
        ("قال مسؤول في وزارة المالية الكينية إن القرض وصل.", ["KEN مسؤول في وزارة المالية الكينية"]),
        ("قال المتحدث باسم الكرملين إن الموعد تغير.", ["RUS المتحدث باسم الكرملين"]),
        ("قال مسؤول أمريكي إن الموعد تغير.", ["USA مسؤول أمريكي"]),
        # a bent title is no adjective, no day and no verb
        ("اليوم الأحد وصل الرئيس الكيني.", ["KEN الرئيس الكيني"]),
        ("طالب وزير الدفاع الكيني بالتحقيق.", ["KEN وزير الدفاع الكيني"]),
        ("في كينيا بدأت الحملة البرلمانية.", ["KEN كينيا"]),
        ("في كينيا وصل 90 مدنيا.", ["KEN كينيا", "KEN 90 مدنيا"]),
    ],
)
def test_a_title_ends_where_another_begins(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("في نيامي أعلن المجلس العسكري الحداد.", "NER المجلس العسكري"),
        ("في موسكو اجتمع مجلس الأمن القومي.", "RUS مجلس الأمن القومي"),
        ("في كيتو أغلق الحرس الوطني الشارع.", "ECU الحرس الوطني"),
        ("في باريس صوت مجلس الشيوخ على النص.", "FRA مجلس الشيوخ"),
    ],
)
def test_a_body_that_many_states_have_is_of_the_one_spoken_of(text: str, words: str) -> None:
    assert words in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "أكد الرئيس أن الخريف بارد.",
        "أقيم المتحف في قاعدة قديمة.",
    ],
)
def test_nothing_is_guessed_where_the_text_does_not_tell(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طلبت غانا من كينيا تزويدها بدبابات.", {"REQUEST", "AID"}),
        ("أعلنت كينيا مقاطعة القمة.", {"REJECT", "CONSULT"}),
        ("اتهمت غانا كينيا.", {"ACCUSE"}),
    ],
)
def test_part_of_an_acts_words_may_name_another_of_another_type(text: str, expected: set[str]) -> None:
    (sentence,) = analyse(text, "ar")
    assert expected <= {frames()[act.expression.frame].type for act in acts(sentence, "ar")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("في القرية نقطة تفتيش جديدة.", set()),
        ("فتشت الشرطة بيوت القرية.", {"COERCE"}),
        ("نشرت منظمة العفو الدولية كتابا.", set()),
        ("أعلن الملك العفو عن السجناء.", {"RETREAT"}),
        ("وصلت قوات الدعم السريع.", set()),
        ("ودعت غانا كينيا إلى وقف القصف.", {"REQUEST", "ASSAULT"}),
    ],
)
def test_a_word_for_an_act_is_none_in_a_name(text: str, kinds: set[str]) -> None:
    (sentence,) = analyse(text, "ar")
    found = {frames()[act.expression.frame].type for act in acts(sentence, "ar")}
    assert kinds <= found if kinds else not found


def test_a_body_is_the_one_last_called_so() -> None:
    found = told("أيدت حركة النهضة القرار، ثم ردت حركة حماس. وقالت الحركة إن الموعد تغير.")
    assert found[0].startswith("TUN") and found[-1].startswith("HAMAS")
    assert told("ردت حركة النهضة على الناتو. وقالت الحركة إن الموعد تغير.")[-1] == "TUN الحركة"
    assert told("رد الناتو على البيان. وقال الحلف إن الموعد تغير.")[-1] == "NATO الحلف"
