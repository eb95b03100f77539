"""Which side the grammar of an Arabic sentence gives a mention: genitives, passives, dropped subjects, adjectives."""

import datetime

import pytest

from ravabet.coding.coder import clearest, findings
from ravabet.coding.features import Place, candidates
from ravabet.coding.scene import scene
from ravabet.coding.stand import stand

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
        ("قتل الجيش الكيني ستة غانيين.", "قتل", OWN),
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
