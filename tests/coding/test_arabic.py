"""Arabic from the sentence to the event: acts in all their forms, actors with what is joined to them, and neither."""

import datetime
import re

import pytest

from ravabet.coding import events, scene
from ravabet.coding.acts.find import acts
from ravabet.coding.mentions.scan import Page, scan
from ravabet.coding.mentions.words import words
from ravabet.coding.place import Place
from ravabet.coding.sides.find import candidates
from ravabet.language import analyse
from ravabet.language.arabic import split
from ravabet.language.text import tokens
from ravabet.lexicon import expressions, fold, frames, names_in, read_yaml
from ravabet.lexicon.load import NEGATED, VERB
from ravabet.model import Event

PUBLISHED = datetime.date(2018, 4, 10)


def code(text: str) -> tuple[Event, ...]:
    return events(scene(text, "ar", PUBLISHED))


def told(event: Event) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return event.type, tuple(sorted(event.actor_codes)), tuple(sorted(event.recipient_codes))


def named(text: str) -> dict[str, tuple[str, ...]]:
    """The codes of each mention by its words."""
    found = scene(text, "ar", PUBLISHED).mentions
    return {text[one.span.start : one.span.end]: one.codes for inside in found for one in inside}


def kinds(text: str) -> set[str]:
    """The types of the acts that a text names."""
    return {frames()[act.expression.frame].type for one in analyse(text, "ar") for act in acts(one, "ar")}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("فرضت كندا عقوبات جديدة على روسيا.", "SANCTION", ("CAN",), ("RUS",)),
        ("أدانت تركيا الهجوم على السفارة اليابانية.", "ACCUSE", ("TUR",), ()),
        ("هنأ الرئيس المصري نظيره التشادي بمناسبة العيد الوطني.", "SUPPORT", ("EGY",), ("TCD",)),
        ("وقعت الجزائر وإيطاليا اتفاقية تعاون في مجال الطاقة.", "AGREE", ("DZA", "ITA"), ()),
        ("زار وزير الخارجية العماني طهران يوم الأحد.", "CONSULT", ("IRN", "OMN"), ()),
        ("سحبت أوغندا قواتها من جنوب السودان.", "RETREAT", ("UGA",), ("SSD",)),
        ("طردت بولندا أربعة دبلوماسيين روس.", "SANCTION", ("POL",), ("RUS",)),
        ("قصف الطيران السوري مواقع المعارضة.", "ASSAULT", ("SYR",), ("SYR",)),
        # the subject is the recipient
        ("تلقى لبنان مساعدات طبية من قطر.", "AID", ("QAT",), ("LBN",)),
        ("تعرضت القوات المصرية لهجوم من قبل مسلحين ليبيين.", "ASSAULT", ("LBY",), ("EGY",)),
        ("قدمت قطر مساعدات طبية إلى لبنان.", "AID", ("QAT",), ("LBN",)),
    ],
)
def test_an_event_is_coded(text: str, kind: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    assert (kind, actors, recipients) in [told(event) for event in code(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أصدرت الوزارة بيانا، منددة بالغارة الأخيرة.", "ACCUSE"),  # a participle tells what its subject does
        ("تحدث الوزير طويلا، داعيا إلى الحوار.", "REQUEST"),
        ("تم خلال لقائهما بحث العلاقات.", "CONSULT"),  # اء before a pronoun
        ("هنأه الوزير بالفوز.", "SUPPORT"),
        ("أعلنت الحكومة رفضها للمقترح.", "REJECT"),
        ("ورفضت الحكومة الطلب.", "REJECT"),
        ("ولن ترفض الحكومة المقترح.", "REJECT"),
        ("سترسل الحكومة مساعدات إنسانية إلى المنكوبين.", "AID"),
        ("تمت مصادرة أموالهم وممتلكاتهم.", "COERCE"),
        ("وشن الطيران غارات على البلدة.", "ASSAULT"),
        ("لإنهاء الحصار عن المدينة اجتمع الوجهاء.", "RETREAT"),
        ("قطع محتجون الطريق الرئيسية.", "PROTEST"),
        ("رفعت السلطات حالة التأهب.", "MOBILIZE"),
        ("توعد القائد برد قاس.", "THREATEN"),
    ],
)
def test_acts_are_found_in_every_form(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "تفتح المكتبة أبوابها للقراء كل صباح.",
        "تساقطت الثلوج على جبال الأطلس هذا الأسبوع.",
        "بلغ عدد سكان المدينة نصف مليون نسمة.",
        "سجل اللاعب هدفين في الشوط الثاني.",
        "ارتفعت أسعار الخضر في الأسواق.",
        "هنا كانت تقف شجرة زيتون قديمة.",
        "صدرت الرواية في طبعة جديدة.",
    ],
)
def test_ordinary_news_names_no_act(text: str) -> None:
    assert not kinds(text)


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("التقى الرئيس الفرنسي نظيره التونسي في روما.", "الرئيس الفرنسي", ("FRA",)),
        ("التقى الرئيس الفرنسي نظيره التونسي في روما.", "نظيره التونسي", ("TUN",)),
        ("قررت إيران سحب سفيرها من لندن.", "سفيرها", ("IRN",)),
        ("زار الوزير الصيني تشاد، وقال إن العلاقات بين البلدين متينة.", "البلدين", ("CHN", "TCD")),
        ("تظاهر العشرات قرب مطار بروكسل.", "مطار بروكسل", ("BEL",)),
        ("رحبت بروكسل بالاتفاق.", "بروكسل", ("EU",)),
        ("صوت الكنيست على القانون.", "الكنيست", ("ISR",)),
        ("دعت السويد مواطنيها إلى مغادرة السودان.", "مواطنيها", ("SWE",)),
        ("أجلت اليونان رعاياها من السودان.", "رعاياها", ("GRC",)),
        ("نددت بوليفيا بتوقيف دبلوماسييها.", "دبلوماسييها", ("BOL",)),
        ("وصل الرئيس الغاني ووزير خارجيته إلى لندن.", "وزير خارجيته", ("GHA",)),
        ("ندد العراق بتوقيف سفيره.", "سفيره", ("IRQ",)),
        ("طردت الأوروغواي عددا من مواطني بنما.", "عددا من مواطني بنما", ("PAN",)),
        ("وقعت كل من كينيا وأوغندا الاتفاق.", "كل من كينيا", ("KEN",)),
        ("التقى وزيرا الدفاع الغاني والسنغالي في أكرا.", "السنغالي", ("SEN",)),
        ("أصيب نرويجيان وبولندي في الحادث.", "بولندي", ("POL",)),
        ("سلمت الشرطة الجثتين لكينيين.", "كينيين", ("KEN",)),
        ("رحبت وارسو وتل أبيب بالقرار.", "تل أبيب", ("ISR",)),
        ("استأنفت غانا رحلاتها بتل أبيب.", "تل أبيب", ("ISR",)),
        ("أكدت غانا أن على حكومة أوغندا التحرك.", "حكومة أوغندا", ("UGA",)),
        ("قال الوزير الكيني إن بلده مستعد.", "بلده", ("KEN",)),
    ],
)
def test_mentions_have_their_codes(text: str, words: str, codes: tuple[str, ...]) -> None:
    assert sorted(named(text).get(words, ())) == sorted(codes)


def test_the_subject_follows_its_verb() -> None:
    laid = scene("استقبل وزير الخارجية الكيني نظيره الهولندي.", "ar", PUBLISHED)
    place = Place(laid, 0, laid.acts[0][0])
    assert {c.mention.codes: c.subject for c in candidates(place)} == {("KEN",): "own", ("NLD",): "no"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("أدانت كندا الهجوم الذي استهدف مدينة ليون الفرنسية.", {"noun", "object"}),
        ("رحبت كندا بالقرار الذي أعلنته إسبانيا ضد بيرو.", {"no"}),
        ("وصل وفد من كندا التي قصفت مواقع في بيرو.", {"no"}),
    ],
)
def test_the_noun_of_a_relative_clause_may_be_its_subject(text: str, subject: set[str]) -> None:
    laid = scene(text, "ar", PUBLISHED)
    for act in laid.acts[0]:
        if act.verb is not None and act.verb.lemma in map(fold, ("استهدف", "أعلن", "قصف")):
            assert {c.subject for c in candidates(Place(laid, 0, act)) if c.subject != "own"} == subject


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("قتل ثلاثة جنود في العاصمة.", True),
        ("قال إن المجموعة قتلت ثلاثة جنود.", False),
        ("وصلت القوة التي قتلت عشرة مسلحين.", False),
    ],
)
def test_a_past_before_a_number_is_passive_unless_its_subject_stands_before_it(text: str, passive: bool) -> None:
    verb = next(v for s in analyse(text, "ar") for v in s.verbs if v.lemma == fold("قتل"))
    assert verb.passive is passive


@pytest.mark.parametrize(
    "text",
    [
        "أحرق مجهولون كنيسة قديمة.",
        "خطف مسلحون مجهولون سيارة إسعاف.",
        "وقف إلى جانب الطريق.",
        "في البلدة منظمة خيرية جديدة.",
    ],
)
def test_words_like_names_are_nobody(text: str) -> None:
    assert not any(named(text).values())


def test_letters_that_fold_alike_are_told_apart() -> None:
    assert "بلدة" not in named("قال الوزير الكيني إن بلدة صغيرة غرقت.")
    page = Page(words("ar"), frozenset())
    (told,) = analyse("وقف على جبل ووصل علي محمد.", "ar")
    assert [told.tokens[hit.start].text for hit in scan(told, page) if hit.word.role == "given"] == ["علي", "محمد"]


def test_every_frame_has_words() -> None:
    assert {entry.frame for entry in expressions("ar")} == set(frames())


def test_no_word_of_an_expression_would_be_taken_apart_in_a_text() -> None:
    """What the reader splits (للحوار) never stands in a text as one word, so no expression may hold it."""
    lines = [
        line
        for name in names_in("ar", "acts")
        for entry in read_yaml("ar", "acts", name).values()
        for line in entry["words"]
    ]
    wrong = {
        word: line
        for line in lines
        for part in re.split("[<>]", line)[0].replace("?", " ").split()
        for word in part.split("/")
        if not part.endswith((VERB, NEGATED)) and word != "..." and len(split(tokens(word))) > 1
    }
    assert not wrong


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("نجحت الشرطة في القضاء على الحريق في بنما.", {"PAN"}),
        ("زار الوفد الطريق المؤدية إلى بنما.", {"PAN"}),
        ("انسحبت بنما من اتفاق باريس للمناخ.", {"PAN"}),
        ("وصل وزير بنما إلى باريس.", {"PAN", "FRA"}),
        ("منعت بنما لباس البوركيني على الشواطئ.", {"PAN"}),
        ("شاركت وزيرة المالية في ندوة بالهند.", {"IND"}),
        ("وصل الجيش المالي إلى الحدود مع بنين.", {"MLI", "BEN"}),
        ("وصل ناريندرا مودي إلى بنما.", {"IND", "PAN"}),
    ],
)
def test_a_form_names_a_state_only_where_it_is_no_other_word(text: str, codes: set[str]) -> None:
    found = {code for told_of in named(text).values() for code in told_of}
    assert found & {"PAN", "FRA", "BFA", "IND", "MLI", "BEN"} == codes


@pytest.mark.parametrize(
    ("text", "kind", "there"),
    [
        ("حذر خبير في لشبونة من ارتفاع الأسعار.", "THREATEN", False),
        ("حذرت بنما بيرو من عواقب أي هجوم.", "THREATEN", True),
        ("أودى الحريق بحياة عامل.", "ASSAULT", False),
        ("قتل جنود من بنما راعيا في بيرو.", "ASSAULT", True),
        ("أمر الطبيب المريض بالراحة.", "REQUEST", False),
        ("أمرت المحكمة بنما بوقف البناء.", "REQUEST", True),
        ("هنأ كاتب الدولة في بنما الفريق.", "CONSULT", False),
    ],
)
def test_what_only_looks_like_an_act_names_none(text: str, kind: str, there: bool) -> None:
    assert (kind in kinds(text)) is there


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("أدانت حركة حماس الفلسطينية القرار.", "حركة حماس الفلسطينية", ("HAMAS",)),
        (
            "انتقد الأمين العام لجماعة حزب الله اللبنانية القرار.",
            "الأمين العام لجماعة حزب الله اللبنانية",
            ("HEZBOLLAH",),
        ),
        ("هاجمت طالبان الباكستانيين.", "الباكستانيين", ("PAK",)),
        ("حثت بنما بيرو على الحوار، متهمة إياها بالتصعيد.", "إياها", ("PER",)),
        ("عادت بنما من ليما متهمة إياها بالتصعيد.", "إياها", ("PER",)),
    ],
)
def test_groups_keep_their_adjective_and_objects_point_back(text: str, words: str, codes: tuple[str, ...]) -> None:
    assert named(text).get(words) == codes


def test_what_lies_west_is_not_the_west() -> None:
    assert named("انتقد الغرب القرار.") == {"الغرب": ("WEST",)}
    assert "WEST" not in {code for codes in named("أبحرت السفينة غرب بنما.").values() for code in codes}
