"""Arabic words taken apart, dictionary forms and verb groups."""

import pytest

from ravabet.language import analyse, keys, words
from ravabet.lexicon import fold


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("وقال", "و قال"),
        ("بالقوة", "ب القوة"),
        ("للحكومة", "ل الحكومة"),
        ("وسيعتقل", "و س يعتقل"),
        ("منها", "من ها"),
        ("وزارة", "وزارة"),
        ("لبنان", "لبنان"),
        ("فرنسا", "فرنسا"),
        ("البحرية", "البحرية"),
        ("وشن", "و شن"),
        ("وبعقوبات", "و ب عقوبات"),
        ("برد", "ب رد"),
        ("لقائه", "لقاء ه"),
        ("إنهاء", "إنهاء"),
        ("لإنهاء", "ل إنهاء"),
        ("إنها", "إن ها"),
        ("باليستي", "باليستي"),
        ("ساعدهم", "ساعد هم"),
        ("ليبيون", "ليبيون"),
        ("ولبنانيون", "و لبنانيون"),
        ("لأردنيين", "ل أردنيين"),
        ("لليبيين", "ل ليبيين"),
        ("رئيسه", "رئيس ه"),
        ("رئيسة", "رئيسة"),
        ("مواطنيها", "مواطني ها"),
    ],
)
def test_only_small_words_are_taken_off(text: str, parts: str) -> None:
    found = words(text, "ar")
    assert [token.fold for token in found] == fold(parts).split()
    assert all(text[token.start : token.end] == token.text for token in found)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("العقوبات", "عقوبة"),
        ("هجمات", "هجوم"),
        ("الإيرانية", "إيراني"),
        ("المتظاهرين", "متظاهر"),
        ("صواريخ", "صاروخ"),
        ("مواطني", "مواطن"),
    ],
)
def test_nouns_lead_to_their_dictionary_form(word: str, form: str) -> None:
    assert fold(form) in keys(fold(word), "ar")


@pytest.mark.parametrize(("word", "other"), [("سفراء", "سفر"), ("حلفاء", "حلف"), ("زعماء", "زعم")])
def test_a_broken_plural_has_no_ending(word: str, other: str) -> None:
    assert fold(other) not in keys(fold(word), "ar")


def test_a_name_has_no_endings() -> None:
    assert keys(fold("لبنان"), "ar") == {fold("لبنان")}


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "negative", "passive"),
    [
        ("سيزور الوزير دمشق.", "زار", "future", False, False),
        ("لم تعترف الحكومة بالاتفاق.", "اعترف", "past", True, False),
        ("لن يدين المجلس الهجوم.", "أدان", "future", True, False),
        ("قتل خمسة أشخاص في الهجوم.", "قتل", "past", False, True),
        ("أصيب جندي في الهجوم.", "أصاب", "past", False, True),
    ],
)
def test_verb_groups(text: str, lemma: str, tense: str, negative: bool, passive: bool) -> None:
    verb = analyse(text, "ar")[0].verbs[0]
    assert fold(lemma) in verb.keys
    assert (verb.tense, verb.negative, verb.passive) == (tense, negative, passive)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("خرج الوزير، محذرا من التصعيد.", "حذر"),
        ("أصدرت الوزارة بيانا، داعية إلى الهدوء.", "دعا"),
        ("وقف النواب، منددين بالقرار.", "ندد"),
        ("هنأ الملك الفائزين.", "هنأ"),
        ("الرجل الذي رحلته الشرطة.", "رحل"),
        ("جاؤوا لتقود الوزارة الحوار.", "قاد"),
    ],
)
def test_verbs_in_less_usual_forms(text: str, lemma: str) -> None:
    assert any(fold(lemma) in verb.keys for verb in analyse(text, "ar")[0].verbs)


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الرئيس رفض بلاده.",
        "بعد استدعائها عاد الهدوء.",
        "في رفض واضح للخطة",
        "خبر أكبر من هذا",
        "وصل الوفد، فجر اليوم، إلى تل أبيب.",
    ],
)
def test_nouns_spelt_like_verbs_are_none(text: str) -> None:
    lemmas = {verb.lemma for verb in analyse(text, "ar")[0].verbs}
    assert lemmas.isdisjoint(map(fold, ("رفض", "استدعى", "أكبر", "خبر", "فجر", "ولي")))


def test_a_masdar_after_a_preposition_is_no_verb() -> None:
    assert not [verb for verb in analyse("في رفض واضح للخطة", "ar")[0].verbs if verb.lemma == fold("رفض")]


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("انفجرت القنبلة، ما أدى إلى حريق.", False),
        ("هذا ما أعلنته الصحيفة.", False),
        ("ما رفض الوزير الطلب.", True),
        ("لم يؤد الانفجار إلى حريق.", True),
    ],
)
def test_what_points_back_is_no_denial(text: str, negative: bool) -> None:
    (sentence,) = analyse(text, "ar")
    assert sentence.verbs[-1].negative is negative


def test_a_verb_between_and_and_a_pronoun_is_taken_apart() -> None:
    def pieces(text: str) -> list[str]:
        return [token.text for token in analyse(text, "ar")[0].tokens]

    assert pieces("واتهمتها نيروبي.")[:3] == ["و", "اتهمت", "ها"]
    assert pieces("وزيرها وصل.")[:2] == ["وزير", "ها"]
    assert pieces("وحداته وصلت.")[:2] == ["وحدات", "ه"]


def test_and_with_its_verb_goes_on_above_a_clause_without_one() -> None:
    (told,) = analyse("قالت أكرا إن المحادثات مستمرة، واتهمت نيروبي بالكذب.", "ar")
    assert [clause.link for clause in told.clauses] == ["main", "complement", "conjunct"]
    (held,) = analyse("قالت أكرا إن الحكومة، بعد أيام من التفكير، رفضت الطلب.", "ar")
    assert held.clauses[-1].link == "complement"


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("تستعد غينيا لفتح سفارة.", "استعد"),
        ("يستعد الوفد للسفر.", "استعد"),
        ("لم تستعد غينيا المدينة.", "استعاد"),
        ("لم يزر الوفد بنما.", "زار"),
    ],
)
def test_a_present_is_shortened_only_behind_a_denial(text: str, lemma: str) -> None:
    assert [fold(lemma)] == [verb.lemma for verb in analyse(text, "ar")[0].verbs]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("قال إن فرق المدينة وصلت.", ["قال", "وصل"]),
        ("أكد أن رفض بنما معروف.", ["أكد"]),
        ("قال إنه سبق أن رفض العرض.", ["قال", "سبق", "رفض"]),
        ("غادر بعد أن رفض العرض.", ["غادر", "رفض"]),
        ("المصنع على وشك الإغلاق.", []),
        ("انتقد الوزير القرار وشكك فيه.", ["انتقد", "شكك"]),
    ],
)
def test_behind_that_stands_a_noun_unless_it_tells_a_time(text: str, lemmas: list[str]) -> None:
    assert [verb.lemma for verb in analyse(text, "ar")[0].verbs] == [fold(lemma) for lemma in lemmas]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        # behind a verb of deciding and a comma stands a noun of action; behind another verb, or و, a verb
        ("قررت الحكومة، أمس الأحد، غلق المعبر.", ["قرر"]),
        ("غادر الوزير، أمس الأحد، رفض الطلب.", ["غادر", "رفض"]),
        ("قررت الحكومة، أمس الأحد، ورفض الحزب.", ["قرر", "رفض"]),
        ("جاء ذلك عقب قرار غانا وكينيا قطع العلاقات.", ["جاء"]),
        # by فيه a clause points back
        ("أصدر الحزب بيانا دعا فيه الحكومة إلى الهدوء.", ["أصدر", "دعا"]),
        ("أكدت غانا دعمها التام لكينيا.", ["أكد"]),
        ("ردت غانا سريعا وسترد كينيا.", ["رد", "رد"]),
    ],
)
def test_what_stands_before_makes_a_verb_or_a_noun(text: str, lemmas: list[str]) -> None:
    assert [verb.lemma for verb in analyse(text, "ar")[0].verbs] == [fold(lemma) for lemma in lemmas]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قال فيه", "قال في ه"),
        ("فئة", "فئة"),
        ("بسجنه", "ب سجن ه"),
        ("بلدها", "بلد ها"),
        ("التي وجهتها", "التي وجهه ها"),
        ("جهتها", "جهة ها"),
    ],
)
def test_a_pronoun_leaves_what_it_hangs_on(text: str, parts: str) -> None:
    assert [token.fold for token in words(text, "ar")] == fold(parts).split()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("عبر وزير الخارجية الكيني عن قلقه من القتال.", True),
        ("وعبر الحزب، في بيان له، عن رفضه للخطة.", True),
        ("من جهته، عبر الرئيس الغاني عن أمله في الحوار.", True),
        ("عبّر الحزب وأنصاره في العاصمة والأقاليم وخارج البلاد منذ شهر عن رفضه.", True),
        ("أعلنت الشركة ذلك عبر بيان صادر عن مجلسها.", False),
        ("نفى الخبر، عبر بيان صادر عن مكتبه.", False),
        ("وصل اللاجئون عبر البحر. وقال الوزير إنه راض عن النتيجة.", False),
    ],
)
def test_what_is_spelt_as_a_small_word_is_a_verb_where_it_brings_in_its_own(text: str, told: bool) -> None:
    found = [verb for one in analyse(text, "ar") for verb in one.verbs]
    assert any(verb.lemma == fold("عبر") for verb in found) is told


@pytest.mark.parametrize(
    ("text", "lemma", "told"),
    [
        ("أوضح أن رحلته استغرقت شهرا.", "رحل", False),
        ("قالت إن حملتها الانتخابية بدأت.", "حمل", False),
        ("انتقدت كينيا جارتها وحملتها مسؤولية الأزمة.", "حمل", True),
        ("جاء ذلك بعد أن رحلته الشرطة.", "رحل", True),
    ],
)
def test_a_noun_with_a_pronoun_is_told_from_a_verb_with_one(text: str, lemma: str, told: bool) -> None:
    assert any(verb.lemma == fold(lemma) for verb in analyse(text, "ar")[0].verbs) is told


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("رحلت البلدية 119 طالب لجوء.", ["رحل"]),
        ("في عام 2019 طالب العمال بزيادة الأجور.", ["طالب"]),
        ("شهد اليوم الثالث اجتماعا، وفي 8 منه طالب العمال بزيادة الأجور.", ["شهد", "طالب"]),
    ],
)
def test_behind_a_number_above_ten_stands_a_noun_but_for_years(text: str, lemmas: list[str]) -> None:
    found = [verb.lemma for sentence in analyse(text, "ar") for verb in sentence.verbs]
    assert found == [fold(lemma) for lemma in lemmas]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('قال الشرطي إن "مسلحين مجهولين" هربوا.', False),
        ("خرج العمال، محذرين من الغرق.", True),
    ],
)
def test_nouns_for_people_are_no_participles(text: str, told: bool) -> None:
    (sentence,) = analyse(text, "ar")
    assert any(verb.tense == "participle" for verb in sentence.verbs) is told


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("قال الوزير إنه طالب كيني.", ["قال"]),
        ("قال الوزير إنه طالب كينيا بالحوار.", ["قال", "طالب"]),
        ("هبط الثلج في دير الزور.", ["هبط"]),
        ("قالت الإدارة التي تدير الزراعة.", ["قال", "ادار"]),
    ],
)
def test_verbs_beside_names_and_nouns_that_are_spelt_alike(text: str, lemmas: list[str]) -> None:
    found = [verb.lemma for sentence in analyse(text, "ar") for verb in sentence.verbs]
    assert found == [fold(lemma) for lemma in lemmas]
