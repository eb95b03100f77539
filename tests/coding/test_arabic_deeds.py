"""Arabic deeds told by nouns: what a relative clause says of them, who is named by them, who is counted in them."""

import datetime

import pytest

from ravabet.coding.coder import findings
from ravabet.coding.judging.roles import models, scored
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.stand import stand

PUBLISHED = datetime.date(2023, 5, 10)


def sides(text: str, trigger: str) -> dict[str, str]:
    """What the grammar gives the codes beside the act told in the fewest words that hold these."""
    laid = scene(text, "ar", PUBLISHED)
    told = [(act.trigger(s).of(text), n, act) for n, s in enumerate(laid.sentences) for act in laid.acts[n]]
    _, number, act = min((one for one in told if trigger in one[0]), key=lambda one: len(one[0]))
    place = Place(laid, number, act)
    return {"+".join(c.mention.codes): stand(place, c).side for c in candidates(place)}


@pytest.mark.parametrize(
    ("text", "trigger", "code", "side"),
    [
        # the noun of an act is the subject of a verb of hitting behind it: what follows is hit
        ("شن الجيش الكيني غارة استهدفت قياديا في تنظيم داعش.", "غارة استهدفت", "ISIS", "recipient"),
        ("وقع تفجير إرهابي استهدف السفارة الكينية.", "تفجير إرهابي استهدف", "KEN", "recipient"),
        ("استهدفت كينيا مواقع داعش بقصف جوي.", "استهدفت", "KEN", "actor-own"),
        # a pronoun at the verb is its object, so that the noun behind is its subject
        ("أعيد بناء المسجد الذي فجره تنظيم داعش في كينيا.", "فجر", "ISIS", "actor-own"),
        # a masculine verb has no plural of things for its subject
        ("استقبل الوزير الكيني سفير تشاد، كما دعا السلطات التشادية إلى فتح الحدود.", "دعا", "TCD", "recipient"),
        ("استقبل الوزير الكيني سفير تشاد، كما دعت السلطات التشادية إلى فتح الحدود.", "دعت", "TCD", "actor-own"),
        # who is named by what was done to them suffers it, those of the place where they are held do it
        ("أكد الوزير وجود 46 كينيا موقوفين في تشاد.", "موقوفين", "KEN", "recipient"),
        ("أكد الوزير وجود 46 كينيا موقوفين في تشاد.", "موقوفين", "TCD", "actor"),
        ("أكد الوزير وجود 46 كينيا مختطفين في تشاد.", "مختطفين", "TCD", "no"),
        ("تم أمس الإفراج عن الصحفي الدنماركي في غانا.", "الإفراج عن الصحفي", "DNK", "recipient"),
        # «من» tells whose it is that was asked for, granted or said
        ("ستسلم الشرطة الكينية المتهم بطلب من غانا.", "بطلب من", "GHA", "actor"),
        ("زار الرئيس الكيني غانا بدعوة من الرئيس الغاني.", "دعوة", "GHA", "actor"),
        ("تلقت كينيا ضمانات من غانا.", "ضمانات", "GHA", "actor"),
        ("تلقى الوزير طلبا من غانا.", "طلبا", "GHA", "recipient"),
        ("أعلنت كينيا سحب قواتها من غانا.", "سحب", "GHA", "recipient"),
        # the object of a verb of receiving is done to its subject
        ("تلقت طائرة كينية تهديدا بوجود قنبلة.", "تهديدا", "KEN", "recipient"),
        ("نفى مستشار الرئيس الكيني الاتهامات الموجهة له.", "الاتهامات", "KEN", "recipient"),
        ("كرر مستشار الرئيس الكيني الاتهامات الموجهة له.", "الاتهامات", "KEN", "actor-own"),
        # an adjective behind a noun that is done to no person says who does it
        ("قتل شخص في قصف كيني على تشاد.", "قصف", "KEN", "actor"),
        ("قتل قيادي في تشاد خلال ضربة جوية دنماركية.", "ضربة جوية", "DNK", "actor"),
        ("أعلنت الشرطة اعتقال كيني في غانا.", "اعتقال", "KEN", "recipient"),
    ],
)
def test_sides_of_deeds(text: str, trigger: str, code: str, side: str) -> None:
    assert sides(text, trigger)[code] == side


@pytest.mark.parametrize(
    ("text", "spared", "blamed"),
    [
        ("أدانت غانا بشدة الاعتداء الإرهابي الجبان الذي استهدف مدينة مومباسا الكينية.", {"KEN"}, set()),
        ("أدانت غانا الهجوم الإرهابي الذي وقع أمس في مدينة مومباسا الكينية.", {"KEN"}, set()),
        ("أعربت غانا عن إدانتها الشديدة للتفجير الذي استهدف مدينة مومباسا الكينية.", {"KEN"}, set()),
        ("نددت غانا بالهجوم في نيروبي.", {"KEN"}, set()),
        ("أدانت غانا الهجوم الذي شنته تشاد على مدينة مومباسا الكينية.", {"KEN"}, {"TCD"}),
        ("أدانت غانا القصف التشادي لمدينة مومباسا الكينية.", {"KEN"}, {"TCD"}),
        ("أدانت غانا كينيا بسبب الهجوم.", set(), {"KEN"}),
    ],
)
def test_whom_a_deed_struck_is_not_condemned(text: str, spared: set[str], blamed: set[str]) -> None:
    found = [f for f in findings(scene(text, "ar", PUBLISHED)) if f.place.frame.type == "ACCUSE"]
    assert found
    for finding in found:
        may = {code for o in scored(finding.place, models("ar")) if o.recipient > 0 for code in o.codes}
        assert spared.isdisjoint(may)
        assert blamed <= may


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("لقي 3 من أفراد الشرطة الكينية مصرعهم في هجوم مسلح.", "3 من أفراد الشرطة الكينية"),
        ("قتل ثلاثة من الجنود الكينيين في هجوم.", "ثلاثة من الجنود الكينيين"),
        ("قتل 5 جنود كينيين في هجوم.", "5 جنود كينيين"),
        ("منع في عام 2014 من مسؤولي الشرطة الكينية.", "مسؤولي الشرطة الكينية"),
        ("أعلنت الشرطة اعتقال كيني في غانا.", "الشرطة"),
        ("أعلنت الشرطة القضائية الكينية اعتقال غاني.", "الشرطة القضائية الكينية"),
    ],
)
def test_number_and_partitive_belong_to_whom_they_count(text: str, mention: str) -> None:
    assert mention in [m.span.of(text) for m in scene(text, "ar", PUBLISHED).mentions[0]]


def test_whose_death_is_told_suffers_it() -> None:
    found = findings(scene("لقي 3 من أفراد الشرطة الكينية مصرعهم في هجوم مسلح.", "ar", PUBLISHED))
    assert found
    assert all(f.roles.sides == (frozenset(), frozenset({"KEN"})) for f in found)


def test_whose_pronoun_hangs_on_a_death_did_not_cause_it() -> None:
    found = findings(scene("لقي ستة من الجنود الكينيين حتفهم في غارة شنتها تشاد.", "ar", PUBLISHED))
    deaths = [f.roles for f in found if f.place.frame.id == "kill"]
    assert deaths
    assert not any("KEN" in m.codes for roles in deaths for m in roles.actors)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قال مصدر أمني لمراسل الجوهرة أف أم إن مهربين عادوا من ليبيا. وأوقفت وحدات الحرس الوطني 11 شخصا.", "TUN"),
        ("قال مصدر أمني لمراسل إن مهربين عادوا من ليبيا. وأوقفت وحدات الحرس الوطني 11 شخصا.", "LBY"),
    ],
)
def test_bare_people_are_those_of_the_newsroom(text: str, code: str) -> None:
    last = scene(text, "ar", PUBLISHED).mentions[1]
    assert {c for m in last for c in m.codes} == {code}


def test_who_receives_an_act_does_not_do_it() -> None:
    told = {"تلقت طائرة كينية تهديدا بوجود قنبلة.": set(), "وجه الوزير الكيني تهديدا إلى غانا.": {"KEN"}}
    for text, actors in told.items():
        found = [f for f in findings(scene(text, "ar", PUBLISHED)) if f.place.frame.type == "THREATEN"]
        assert {code for f in found for code in f.roles.sides[0]} == actors


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("قررت الدنمارك منع دخول مواطني سبع دول.", {"DNK"}),
        ("قررت الدنمارك منع دخول رعايا دول أخرى.", {"DNK"}),
        ("قررت الدنمارك منع دخول مواطني كينيا.", {"DNK", "KEN"}),
        ("أنقذت سفن كينية مئات المهاجرين في البحر.", {"KEN"}),
        ("أنقذت سفن كينية مئات المهاجرين الصوماليين في البحر.", {"KEN", "SOM"}),
        ("حطم رجل في كينيا نوافذ وبابا زجاجيا.", {"KEN"}),
        ("استقبل البابا وفدا كينيا.", {"KEN", "VAT"}),
        ("حجزت شرطة كينيا كمية من القنب الهندي.", {"KEN"}),
        ("قال صلاح الدين إن كينيا آمنة.", {"KEN"}),
        ("وصل الوفد الكيني إلى محافظة صلاح الدين.", {"IRQ", "KEN"}),
    ],
)
def test_people_of_nobody_and_words_that_are_no_actors(text: str, codes: set[str]) -> None:
    assert {code for m in scene(text, "ar", PUBLISHED).mentions[0] for code in m.codes} == codes


def test_off_a_coast_is_no_part_of_whom_it_tells() -> None:
    text = "أنقذت سفن كينية مئات المهاجرين قبالة الساحل الصومالي."
    assert "مئات المهاجرين" in [m.span.of(text) for m in scene(text, "ar", PUBLISHED).mentions[0]]
