import re

import pytest

from ravabet.language import analyse
from ravabet.lexicon import cues
from ravabet.model import Reason
from ravabet.reasoning import reasons
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.sentences.discourse import discourse, key
from ravabet.reasoning.woods import candidates

CUES = cues("ar")


def found(text: str) -> tuple[Reason, ...]:
    return reasons(text, analyse(text, "ar"), (), "ar")


REASONS = [
    ("أغلقت الحكومة [المعبر] بسبب {قصف القرى} الحدودية.", "cause"),
    ("طردت باريس [ثلاثة دبلوماسيين] ردا على {احتجاز صحفي} فرنسي.", "response"),
    ("قال الوزير إن [البرلمان رفض المشروع] لأن {كلفته غير واضحة}.", "cause"),
    ("انهار {السد} مما أدى إلى [نزوح آلاف] السكان.", "cause"),
    ("هاجم {مسلحون قافلة عسكرية}، ما أسفر عن [مقتل ستة جنود].", "cause"),
    ("لم تصل {الأموال}، لذلك [توقف المشروع].", "result"),
    ("فرضت {لندن عقوبات}. وردا على ذلك [طردت موسكو] دبلوماسيين.", "response"),
    ("أضرب [عمال الميناء] احتجاجا على {خفض الأجور}.", "response"),
    ("استدعت عمان [السفير] على خلفية {اقتحام المسجد}.", "cause"),
    ("اعتقلت الشرطة [رجلين] بتهمة {التجسس}.", "cause"),
    ("{الأزمة} أدت إلى [انسحاب البعثة].", "cause"),
    ("نشرت {سيول كتيبة إضافية} على الحدود، ما دفع طوكيو إلى [رفع درجة] التأهب.", "cause"),
    ("أغلقت {السلطات الميناء} يوم الأحد، الأمر الذي أدى إلى [ارتفاع الأسعار].", "cause"),
    ("أدان المجلس {الهجوم الذي استهدف} السوق وأسفر عن [مقتل عشرة] أشخاص.", "cause"),
    ("انسحبت [موسكو من الاتفاق]، محتجة ب{خرق بنوده}.", "cause"),
]
"""Words that the cause holds stand in {}, words of the effect in []."""


@pytest.mark.parametrize(("marked", "kind"), REASONS)
def test_each_side_holds_its_own_words_and_none_of_the_other(marked: str, kind: str):
    text = re.sub(r"[{}\[\]]", "", marked)
    cause, effect = re.findall(r"\{(.+)\}", marked)[0], re.findall(r"\[(.+)\]", marked)[0]
    sides = [(r.cause.span.of(text), r.effect.span.of(text), r.kind) for r in found(text)]
    assert any(cause in c and effect in e and cause not in e and effect not in c and kind == k for c, e, k in sides)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("أُلغيت الرحلات بسبب قصف المطار، وفق ما ذكرت وزارة النقل.", "قصف المطار"),
        ("أُلغيت الرحلات بسبب قصف المطار، مشيرا إلى أن الملاحة ستستأنف غدا.", "قصف المطار"),
        ("أُلغيت الرحلات بسبب قصف المطار حسب بيان الشركة.", "قصف المطار"),
        ("أُلغيت الرحلات بسبب قصف المطار والميناء.", "قصف المطار والميناء"),
        ("أُلغيت الرحلات بسبب قصف المطار وأعلنت الشركة إغلاق مكاتبها.", "قصف المطار"),
        ("أُلغيت الرحلات بسبب قصف المطار وقد أعيد المسافرون إلى المدينة.", "قصف المطار"),
    ],
)
def test_a_cause_ends_where_somebody_speaks_or_an_aside_begins(text: str, side: str):
    assert [reason.cause.span.of(text) for reason in found(text)] == [side]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قصف الجيش القرية، ما أدى إلى مقتل طفلين.", 1),
        ("قصف الجيش القرية، غير أن القصف أدى إلى مقتل طفلين.", 1),
        ("قصف الجيش القرية، لكن القصف لم يؤد إلى مقتل أحد.", 0),
        ("قصف الجيش القرية دون أن يؤدي ذلك إلى مقتل أحد.", 0),
    ],
)
def test_what_sums_up_a_clause_is_no_negation(text: str, count: int):
    assert len(found(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "غادر الوفد بعد الغداء.",
        "هبطت الطائرة على مدرج المطار.",
        "ابتعد القارب عن الساحل.",
        "أكد الوزير ضمان الحق في التعليم.",
        "زار الوزير دمشق من أجل بحث الحدود.",
        "وصل الوفد إلى بيروت بهدف مراقبة الهدنة.",
        "أعلنت اللجنة نتيجة الانتخابات.",
        "شُكلت اللجنة بموجب القانون.",
        "ارتفعت الصادرات رغم العقوبات.",
        "لم يؤد الحوار إلى اتفاق.",
        "ابتسم الوزير ردا على سؤال صحفي.",
        "يستدعي الوزير السفير بعد غد.",
        "قُصفت القرية وقد أعيد السكان بعدها إلى المخيم.",
        "فاز الفريق بنتيجة هدف دون رد في المباراة.",
    ],
)
def test_what_only_looks_like_a_reason_is_none(text: str):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "cue", "weighed_there"),
    [
        ("وقال دبلوماسي اشترط عدم ذكر اسمه بسبب حساسية الموضوع إن المحادثات مستمرة.", "phrase:بسبب", False),
        ("وطلب مسؤول عدم الكشف عن هويته لأن المحادثات سرية.", "clause:لأن", False),
        ("ذكر الوزير اسمه بسبب حساسية الموضوع.", "phrase:بسبب", True),
        ("يؤدي رئيس الوزراء صلاة العيد ثم يتوجه إلى عمان.", "frame:أدى|وأدى* إلى [E]", False),
        (
            "يؤدي وزير الشؤون الخارجية والتعاون في الحكومة السويسرية إنياتسيو كاسيس، غدا الخميس، زيارة عمل إلى تونس.",
            *("frame:أدى|وأدى* إلى [E]", False),
        ),
        ("أدى القصف إلى نزوح السكان.", "frame:أدى|وأدى* إلى [E]", True),
        ("الانتحاريان فجرا نفسيهما عند البوابة.", "phrase:جراء", False),
        ("قُتل حارسان جراء الانفجار.", "phrase:جراء", True),
        ("انتقدت أنقرة باريس لاستقبالها وفدا من المقاتلين.", "phrase:ل", True),
        ("وصل الوفد إلى أنقرة لاستقبال الرئيس.", "phrase:ل", False),
        ("هاجم المحتجون المكتب غضبا من تأخر المساعدات.", "phrase:غضبا من", True),
    ],
)
def test_where_a_cue_joins_no_two_things_it_is_not_weighed(text: str, cue: str, weighed_there: bool):
    assert (cue in {ways[0].hit.cue.id for ways in candidates(laid_out(analyse(text, "ar"), "ar"))}) == weighed_there


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("تحدثت الصحيفة عن انهيار السد جراء الأمطار.", "انهيار السد"),
        ("حذر المجلس من إغلاق الميناء بسبب القصف.", "إغلاق الميناء"),
    ],
)
def test_an_effect_may_begin_behind_the_preposition_that_brings_it_in(text: str, effect: str):
    ways = [way.effect for own in candidates(laid_out(analyse(text, "ar"), "ar")) for way in own]
    assert effect in {way.view.span(way.lo, way.hi).of(text) for way in ways}


def test_this_comes_is_no_effect_by_itself():
    text = "أغلقت الحكومة السفارات. ويأتي ذلك إثر تهديدات جديدة."
    ways = [way for own in candidates(laid_out(analyse(text, "ar"), "ar")) for way in own]
    assert ways
    assert not {"ویاتیذلك", "یاتیذلك"} & {"".join(w.effect.view.words[w.effect.lo : w.effect.hi]) for w in ways}


@pytest.mark.parametrize(
    ("written", "cue"),
    [
        ("أُغلق المعبر بسبب القصف العنيف.", "phrase:بسبب"),
        ("وبسبب القصف العنيف أُغلق المعبر.", "phrase:بسبب"),
        ("انسحب الوفد لأنه لم يتلق ضمانات.", "clause:لأن"),
        ("انسحب الوفد لانه لم يتلق ضمانات.", "clause:لأن"),
        ("استدعت تركيا سفيرها احتجاجاً على القرار.", "phrase:احتجاجا على"),
        ("تراجعت الصادرات نتيجة للعقوبات.", "phrase:نتيجة ل"),
        ("نظرا لانتهاء المهلة، انسحبت البعثة من المدينة.", "phrase:نظرا ل"),
    ],
)
def test_a_cue_is_found_with_what_is_written_onto_it(written: str, cue: str):
    assert cue in {entry for reason in found(written) for entry in reason.because}


def test_every_cue_is_there_once_with_what_shows_its_use():
    plain = [(key("".join(cue.words)), cue.shape) for cue in CUES if not cue.verbs]
    assert len(set(plain)) == len(plain)
    never = [cue for cue in CUES if ("never", ()) in cue.when]
    assert all(cue.counter for cue in never)
    assert all(cue.example for cue in CUES if cue not in never)


def test_words_that_point_back_are_known():
    assert {key("هذا"), key("هذه")} <= discourse("ar").demonstratives
    assert key("خطوة") in discourse("ar").one
