"""Who and whom in Persian: whom is asked, whose the place is, who of a group is meant, what a light verb belongs to."""

import datetime

import pytest

from ravabet.coding.coder import events
from ravabet.coding.grammar.syntax import hold
from ravabet.coding.judging.roles import models, roles, scored
from ravabet.coding.mentions.find import mentions
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.outcomes import NEVER
from ravabet.coding.sides.stand import stand
from ravabet.language import analyse

DAY = datetime.date(2025, 6, 12)


def places_of(text):
    laid = scene(text, "fa", DAY)
    return [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]


def place_of(text, trigger, kind=None):
    laid = scene(text, "fa", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    named = [p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text)]
    return next(p for p in named if kind in (None, p.frame.type))


def coded(text, kind):
    """The sides of the events of a type."""
    found = [e for e in events(scene(text, "fa", DAY)) if e.type == kind]
    return [(sorted({a.code for a in e.actors}), sorted({a.code for a in e.recipients})) for e in found]


def sides(text, trigger, kind=None):
    found = roles(place_of(text, trigger, kind))
    return {c for m in found.actors for c in m.codes}, {c for m in found.recipients for c in m.codes}


def grammar(text, trigger, kind=None):
    """What the grammar of an act gives each code."""
    place = place_of(text, trigger, kind)
    return {code: stand(place, c).side for c in candidates(place) for code in c.mention.codes}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        (
            "قرقیزستان پیش از این نیز به دلیل رفتار مجارستان، از شهروندانش خواسته بود به مجارستان سفر نکنند.",
            "KGZ",
        ),
        ("قرقيزستان پيش از اين از اتباع خود خواسته بود خاك مجارستان را ترك كنند.", "KGZ"),
        ("وزارت خارجه تاجیکستان به شهروندان این کشور توصیه کرد از سفر به مجارستان خودداری کنند.", "TJK"),
        # another state is asked
        ("قرقیزستان از مجارستان خواست با شهروندان قرقیز بهتر رفتار کند.", "HUN"),
        ("قرقیزستان پس از این رویداد از مجارستان خواست توضیح دهد.", "HUN"),
    ],
)
def test_who_is_asked_is_not_the_place_to_stay_away_from(text, recipient):
    assert coded(text, "REQUEST") == [(["KGZ" if "قرق" in text else "TJK"], [recipient])]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("قرقیزستان پیش از این از نروژ خواست پاسخ دهد.", ["از نروژ خواست"]),
        ("قرقیزستان خارج از نوبت از نروژ خواست پاسخ دهد.", ["از نروژ خواست"]),
        ("قرقیزستان از نروژ خواست پاسخ دهد.", ["از نروژ خواست"]),
    ],
)
def test_the_end_of_a_longer_preposition_begins_no_act(text, held):
    found = [p.act.span(p.scene.sentences[p.number]).of(text) for p in places_of(text) if p.frame.type == "REQUEST"]
    assert found == held


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("وزارت خارجه تاجیکستان به شهروندان این کشور هشدار داد.", "TJK"),
        ("شاه اردن به مردم این کشور تبریک گفت.", "JOR"),
        ("نخست‌وزیر لبنان وارد امان شد. سفر شاه اردن به این کشور به تعویق افتاد.", "LBN"),
    ],
)
def test_this_country_of_its_people(text, code):
    found = [m for each in mentions(text, analyse(text, "fa"), None, "fa") for m in each]
    assert next(m.codes for m in found if "این کشور" in m.span.of(text)) == (code,)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("دو سرباز نروژی در بغداد کشته شدند.", "کشته شدند", set()),
        ("يك ديپلمات شيلي در بيشكك به ضرب گلوله كشته شد.", "كشته شد", set()),
        ("سه مهندس پرویی در حمله‌ای در شرق سوریه کشته شدند.", "کشته شدند", set()),
        # somebody is told to have done it, or the place is that of the hurt
        ("دو سرباز نروژی به دست نیروهای شیلی در بغداد کشته شدند.", "کشته شدند", {"CHL"}),
    ],
)
def test_the_place_where_people_of_another_state_are_hurt_did_not_do_it(text, trigger, actors):
    assert sides(text, trigger, "ASSAULT")[0] == actors


def test_who_is_hurt_in_an_attack_did_not_make_it():
    place = place_of("سه مهندس پرویی در حمله‌ای در شرق سوریه کشته شدند.", "حمله")
    assert {o.actor for o in scored(place, models("fa")) if "PER" in o.codes} == {NEVER}
    place = place_of("سه مهندس پرویی به روستایی در شرق سوریه حمله کردند.", "حمله")
    assert NEVER not in {o.actor for o in scored(place, models("fa")) if "PER" in o.codes}


def test_who_condemns_a_deed_does_not_suffer_it():
    place = place_of("فنلاند حمله شیلی را محکوم کرد.", "حمله")
    assert {o.recipient for o in scored(place, models("fa")) if "FIN" in o.codes} == {NEVER}
    place = place_of("فنلاند از حمله شیلی آسیب دید.", "حمله")
    assert NEVER not in {o.recipient for o in scored(place, models("fa")) if "FIN" in o.codes}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("غرب و در صدر آن نروژ شیلی را به نقض حقوق بشر متهم می‌کنند.", ["NOR"]),
        ("غرب و در راس آنها نروژ، شيلي را به تلاش براي ساخت سلاح متهم مي‌كند.", ["NOR"]),
        ("کشورهای غربی به‌ویژه نروژ و فنلاند شیلی را به نقض حقوق بشر متهم کردند.", ["FIN", "NOR"]),
        ("چند کشور از جمله نروژ شیلی را به نقض حقوق بشر متهم کردند.", ["NOR"]),
        # two sides, none of them a group
        ("نروژ و فنلاند شیلی را به نقض حقوق بشر متهم کردند.", ["FIN", "NOR"]),
    ],
)
def test_those_of_a_group_who_are_meant_act(text, actors):
    assert coded(text, "ACCUSE") == [(actors, ["CHL"])]


@pytest.mark.parametrize(
    ("text", "word", "governor"),
    [
        ("سه کشور، از جمله نروژ، سند را امضا کردند.", "نروژ", "start"),
        ("این سند به سه کشور به ویژه نروژ تحویل شد.", "نروژ", "به"),
        ("سه کشور با نروژ سند را امضا کردند.", "نروژ", "با"),
        ("این سند زیر فشار نروژ امضا شد.", "نروژ", "زیر"),
    ],
)
def test_what_brings_in_some_of_many_hangs_as_these_do(text, word, governor):
    sentence = analyse(text, "fa")[0]
    at = next(n for n, token in enumerate(sentence.tokens) if token.text == word)
    assert hold(sentence, at, at + 1, "fa").governor == governor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نروژ با کمک شیلی سامانه‌ای تازه ساخت.", {"NOR": "recipient", "CHL": "actor"}),
        ("فنلاند به كمك شيلي پاسگاهي مي‌سازد.", {"FIN": "recipient", "CHL": "actor"}),
    ],
)
def test_who_does_something_with_help_gets_it(text, expected):
    assert grammar(text, "کمک" if "کمک" in text else "كمك", "AID") == expected


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("نروژ با کمک شیلی سامانه‌ای تازه ساخت.", ["noun"]),  # it made a thing, and did not make help
        ("نروژ به شیلی کمک کرد.", ["active"]),
        ("نروژ شیلی را متهم ساخت.", []),
    ],
)
def test_a_verb_of_making_makes_a_compound_only_beside_its_noun(text, acts):
    assert [p.form for p in places_of(text) if p.frame.type == "AID"] == acts


def test_accused_is_also_said_with_make():
    assert coded("نروژ شیلی را به جاسوسی متهم ساخت.", "ACCUSE") == [(["NOR"], ["CHL"])]


def test_own_is_of_all_who_are_joined():
    text = "نروژ و فنلاند نیروهای خود را خارج کردند."
    found = [m for each in mentions(text, analyse(text, "fa"), None, "fa") for m in each]
    assert next(set(m.codes) for m in found if "خود" in m.span.of(text)) == {"NOR", "FIN"}


def told(text):
    """The mentions of a text, each as its words and codes."""
    return [
        (m.span.of(text), "+".join(m.codes)) for each in mentions(text, analyse(text, "fa"), None, "fa") for m in each
    ]


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        # capitals that are common words too
        ("دوشنبه و پکن بیانیه صادر کردند.", "دوشنبه", "TJK"),
        ("پکن و دوشنبه بیانیه صادر کردند.", "دوشنبه", "TJK"),
        ("بیشکک دوشنبه را مسئول درگیری دانست.", "دوشنبه", "TJK"),
        ("مسکو و آستانه توافق کردند.", "آستانه", "KAZ"),
        ("نشست وزیران در آستانه برگزار شد.", "آستانه", "KAZ"),
        ("وزیر انرژی قزاقستان گفت آستانه این درخواست را نپذیرفت.", "آستانه", "KAZ"),
        # a city with what stands in it
        ("دانشجویان دانشگاه تهران تجمع کردند.", "تهران", "IRN"),
        ("زندان استان بحران‌زده انبار عراق تعطیل شد.", "عراق", "IRQ"),
        # the words in their common sense
        ("رئیس‌جمهور کنیا وارد دوشنبه شد.", "دوشنبه", "TJK"),
        ("یکشنبه و دوشنبه هوا بارانی است.", "دوشنبه", None),
        ("نشست وزیران روز دوشنبه برگزار شد.", "دوشنبه", None),
        ("رئیس جمهور قزاقستان در آستانه انتخابات سخنرانی کرد.", "آستانه", None),
        ("کشور در آستانه بحران است.", "آستانه", None),
        ("شاخص بورس تهران بالا رفت.", "تهران", None),
    ],
)
def test_a_city_is_told_from_the_word_that_is_spelt_like_it(text, word, code):
    assert next((codes for words, codes in told(text) if word in words), None) == code


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("پرو شیلی را آماج انتقاد قرار داد.", "ACCUSE", [(["PER"], ["CHL"])]),
        ("پرو و شیلی پروتکل مرزی را نهایی کردند.", "AGREE", [(["CHL", "PER"], [])]),
        ("مرزبانان پرو و شیلی تمرین نظامی مشترک برگزار کردند.", "COOPERATE", [(["CHL", "PER"], [])]),
        ("مرزبانان پرو و شيلي تمرين نظامي مشترك برگزار كردند.", "COOPERATE", [(["CHL", "PER"], [])]),
        ("پرو به پیشنهاد شیلی دست رد زد.", "REJECT", [(["PER"], ["CHL"])]),
        ("پرو برای شیلی خط و نشان کشید.", "THREATEN", [(["PER"], ["CHL"])]),
        ("پلیس شیلی به خوابگاه کارگران پرویی یورش برد.", "COERCE", [(["CHL"], ["PER"])]),
        # who is deported suffers it, the state they leave does it
        ("دو هزار مهاجر پرویی از شیلی اخراج شدند.", "COERCE", [(["CHL"], ["PER"])]),
        ("شيلي صدها كارگر پرويي را به بوليوي اخراج كرد.", "COERCE", [(["CHL"], ["PER"])]),
        ("نروژ برای هائیتی برق رایگان فرستاد.", "AID", [(["NOR"], ["HTI"])]),
        # the same words of other things
        ("نقاش پرویی برای موزه شیلی خط و نقش کشید.", "THREATEN", []),
        ("زنبورها در شیلی به کندوی پرویی یورش بردند.", "COERCE", []),
        ("نوازندگان پرو و شیلی تمرین مشترک گروه را عقب انداختند.", "AGREE", []),
    ],
)
def test_idioms_of_newsrooms(text, kind, expected):
    assert coded(text, kind) == expected


def test_patrol_is_no_verb():
    assert [verb.lemma for verb in analyse("پرو به شیلی خودروی گشت اهدا کرد.", "fa")[0].verbs] == ["کردن"]
    assert [verb.lemma for verb in analyse("پل تازه پرو افتتاح گشت.", "fa")[0].verbs] == ["گشتن"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # who did the deed is judged, not whom it was done to
        ("پرو از تحریم شرکت‌های غنا از سوی نروژ انتقاد کرد.", "ACCUSE", [(["PER"], ["NOR"])]),
        ("پرو از تحريم شركت‌هاي غنا از سوي نروژ انتقاد كرد.", "SANCTION", [(["NOR"], ["GHA"])]),
        ("پرو از بازداشت کارگران غنا توسط پلیس نروژ انتقاد کرد.", "ACCUSE", [(["PER"], ["NOR"])]),
        ("پرو ترور دانشمند غنایی به دست شیلی را محکوم کرد.", "ACCUSE", [(["PER"], ["CHL"])]),
        ("پرو ترور دانشمند غنایی به دست شیلی را محکوم کرد.", "ASSAULT", [(["CHL"], ["GHA"])]),
        # a genitive that did it
        ("پرو از تحریم‌های نروژ انتقاد کرد.", "ACCUSE", [(["PER"], ["NOR"])]),
        # an envoy who is called to the ministry is summoned; one called home is recalled
        ("سفیر غنا به وزارت خارجه پرو فراخوانده شد.", "ACCUSE", [(["PER"], ["GHA"])]),
        ("پرو سفیر خود را از غنا فراخواند.", "ACCUSE", []),
    ],
)
def test_what_is_judged(text, kind, expected):
    assert coded(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("سفیر غنا به وزارت خارجه پرو فراخوانده شد.", "سفیر", "recipient"),
        ("سرباز غنایی از سوی پرو آزاد شد.", "آزاد شد", "recipient"),
        ("پرو ترور دانشمند غنایی به دست شیلی را محکوم کرد.", "ترور", "recipient"),
    ],
)
def test_the_subject_of_a_passive_may_hold_its_first_word(text, trigger, expected):
    assert grammar(text, trigger)["GHA"] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("شهر بندری یمن از سوی آمریکا و انگلیس بمباران شد.", "بمباران",
         {"USA": "actor", "GBR": "actor", "YEM": "recipient"}),
        ("سنگال، نیجر و چاد فرانسه را به جاسوسی متهم کردند.", "متهم",
         {"SEN": "actor-own", "NER": "actor-own", "TCD": "actor-own"}),
        ("پرو از شیلی و بولیوی عذرخواهی کرد.", "عذرخواهی",
         {"CHL": "recipient", "BOL": "recipient", "PER": "actor-own"}),
        # no list: each hangs on a preposition of its own
        ("پرو از شیلی و با بولیوی عذرخواهی کرد.", "عذرخواهی", {"CHL": "recipient", "BOL": "no"}),
        ("شهر بندری یمن از سوی آمریکا بمباران و به انگلیس واگذار شد.", "بمباران", {"USA": "actor", "GBR": "no"}),
    ],
)  # fmt: skip
def test_those_told_in_one_list_share_a_side(text, trigger, expected):
    found = grammar(text, trigger)
    assert {code: found[code] for code in expected} == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("در پی بازداشت یک عکاس پرویی، خبرنگار مقیم شیلی، کانادا سفیر خود را از سانتیاگو فراخواند.", "CAN"),
        ("با مرگ نویسنده‌ای نپالی، شهروند بریتانیا، هند سفیر خود را از کاتماندو فراخواند.", "IND"),
        # the phrase before is no aside, or nobody follows it
        ("در پی بازداشت دو عکاس، کانادا، عضو ناتو، سفیر خود را از سانتیاگو فراخواند.", "CAN"),
        ("کانادا، همسایه آمریکا، سفیر خود را از سانتیاگو فراخواند.", "CAN"),
    ],
)
def test_the_subject_stands_behind_an_aside_on_the_phrase_before(text, actor):
    assert grammar(text, "فراخواند", "SANCTION")[actor] == "actor-own"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("کوبا پاناما را مسئول کشته شدن دو سرباز دانست.", "ACCUSE", [(["CUB"], ["PAN"])]),
        ("وزیر خارجه پرو گفت اقدام شیلی ظالمانه است.", "ACCUSE", [(["PER"], ["CHL"])]),
        ("کنیا گفت اوگاندا مانع اصلی صلح است.", "ACCUSE", [(["KEN"], ["UGA"])]),
        # an adjective far from the verb says how another noun is
        ("وزیر خارجه پرو گفت این تصمیم ظالمانه در شیلی کهنه است.", "ACCUSE", []),
        ("کنیا نیروهای اشغالگر را در اوگاندا دیده و از آن بی‌خبر دانست.", "ACCUSE", []),
    ],
)
def test_how_somebody_is_or_is_called_judges_them(text, kind, expected):
    assert coded(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("با میانجیگری قطر، پرو و شیلی آتش‌بس اعلام کردند.", "آتش‌بس", {"PER", "CHL"}),
        ("پس از حمله چاد، پرو و شیلی آتش‌بس اعلام کردند.", "آتش‌بس", {"PER", "CHL"}),
        # one list, of many or with its own comma
        ("در نشست سران قطر، پرو و شیلی آتش‌بس اعلام شد.", "آتش‌بس", {"QAT", "PER", "CHL"}),
        ("با میانجیگری قطر، پرو و شیلی، چاد آتش‌بس اعلام کرد.", "آتش‌بس", {"QAT", "PER", "CHL"}),
    ],
)
def test_the_subject_behind_a_phrase_is_none_of_its_list(text, trigger, expected):
    place = place_of(text, trigger)
    groups = {}
    for c in candidates(place):
        groups.setdefault(c.group, set()).update(c.mention.codes)
    assert expected in groups.values()


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("پرو محکوم کردن شیلی را رد کرد.", "محکوم کردن", {"PER": "actor-own", "CHL": "recipient"}),
        # the object before it is the finite verb's
        ("پرو شیلی را در حال کتک زدن شهروندان بولیوی دید.", "کتک زدن", {"CHL": "no", "BOL": "recipient"}),
        # told by a finite verb, what has the mark before it is the object
        ("پرو شیلی را محکوم کرد.", "محکوم کرد", {"PER": "actor-own", "CHL": "recipient"}),
        ("پرو از محکوم کردن نام برد و شیلی رفت.", "محکوم کردن", {"CHL": "no"}),
    ],
)
def test_whom_an_infinitive_is_done_to_stands_behind_it(text, trigger, expected):
    found = grammar(text, trigger)
    assert {code: found[code] for code in expected} == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("پلیس لهستان شش شهروند بلاروس را بازداشت کرد. بازداشت‌شدگان به دادگاه رفتند.", "BLR"),
        ("پلیس لهستان ده مهاجر گرجی را اخراج کرد. پلیس گفت اخراج‌شدگان مدرکی نداشتند.", "GEO"),
        # told with their own state, or long after
        ("پلیس لهستان شش شهروند بلاروس را بازداشت کرد. بازداشت‌شدگان اوکراینی به دادگاه رفتند.", "UKR"),
        ("لهستان بودجه خود را تصویب کرد. هوا سرد بود. بازداشت‌شدگان به دادگاه رفتند.", "POL"),
    ],
)
def test_those_named_by_what_was_done_to_them_are_the_people_told_last(text, code):
    told = [m for found in mentions(text, analyse(text, "fa"), DAY) for m in found]
    named = next(m for m in told if "شدگان" in m.span.of(text))
    assert named.codes == (code,)
