"""Who and whom in Persian, by the words of an act, lists, what ties things to a state and who comes later."""

import datetime

import pytest

from ravabet.coding.judging.roles import models, roles, scored
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.outcomes import NEVER

DAY = datetime.date(2025, 6, 12)


def place_of(text, trigger, kind=None):
    laid = scene(text, "fa", DAY)
    places = [Place(laid, number, act) for number, found in enumerate(laid.acts) for act in found]
    named = [p for p in places if trigger in p.act.trigger(laid.sentences[p.number]).of(text)]
    return next(p for p in named if kind in (None, p.frame.type))


def sides(text, trigger, kind=None):
    found = roles(place_of(text, trigger, kind))
    return {c for m in found.actors for c in m.codes}, {c for m in found.recipients for c in m.codes}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("نخست‌وزیر پرو وارد تهران شد.", "وارد تهران شد", {"PER", "IRN"}),
        ("یک هیئت شیلیایی به مسکو آمد.", "به مسکو آمد", {"CHL", "RUS"}),
    ],
)
def test_a_state_among_the_words_of_an_act_takes_part(text, trigger, expected):
    assert sides(text, trigger)[0] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # a list goes on behind «به»; the subject is behind a phrase that opens the clause
        ("وزیر پرو پس از آن به شیلی ، غنا و کنیا سفر کرد.", "سفر کرد", {"PER", "CHL", "GHA", "KEN"}),
        ("در شیلی، غنا و کنیا توافق کردند.", "توافق کردند", {"GHA", "KEN"}),
    ],
)
def test_a_list_of_goals_ends_no_phrase(text, trigger, expected):
    assert sides(text, trigger)[0] == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("سه خودروی متعلق به شورشیان چاد نابود شد.", ["TCD"]),
        ("نیروهای وابسته به شیلی در پرو جنگیدند.", ["CHL", "PER"]),
        ("نیروهای شیلی به پرو رسیدند.", ["CHL", "PER"]),
    ],
)
def test_who_is_told_with_things_is_whose_they_are(text, codes):
    (found,) = scene(text, "fa", DAY).mentions
    assert [code for mention in found for code in mention.codes] == codes


def test_a_word_joined_to_the_one_before_is_no_preposition():
    assert sides("تجاوزات پی‌درپی پرو به مردم شیلی ادامه دارد.", "تجاوزات") == ({"PER"}, {"CHL"})
    place = place_of("تجاوزات پرو درپی سکوت شیلی ادامه دارد.", "تجاوزات")
    assert next(c for c in candidates(place) if c.mention.codes == ("CHL",)).hold.governor == "درپی"


def test_a_passive_told_of_a_noun_that_is_nobody_has_no_subject_above():
    text = "واشنگتن از کمک به کشورهایی که از سوی پرو به قاچاق متهم شده‌اند، خودداری کرد."
    told = {c.mention.codes: c.subject for c in candidates(place_of(text, "متهم شده‌اند"))}
    assert told[("USA",)] == "no"
    text = "واشنگتن گفت که از سوی پرو به قاچاق متهم شده است."
    told = {c.mention.codes: c.subject for c in candidates(place_of(text, "متهم شده است"))}
    assert told[("USA",)] != "no"


def test_who_must_talk_is_asked_to():
    text = "وزیر پرو گفت شیلی باید با کنیا گفتگو کند."
    assert sides(text, "گفتگو کند", "REQUEST") == ({"PER"}, {"CHL"})


def test_both_countries_may_be_told_later():
    text = "وزیر شیلی از همکاری دو کشور استقبال کرد و گفت روابط شیلی و پرو خوب است."
    (found,) = scene(text, "fa", DAY).mentions
    assert next(m.codes for m in found if m.span.of(text) == "دو کشور") == ("CHL", "PER")
    text = "وزیر شیلی از همکاری دو کشور استقبال کرد. روابط شیلی، پرو و چاد خوب است."
    assert "دو کشور" not in [m.span.of(text) for found in scene(text, "fa", DAY).mentions for m in found]


def test_no_one_of_those_who_act_together_suffers_it():
    place = place_of("پرو و شیلی رزمایش برگزار کردند.", "رزمایش برگزار کردند")
    assert {o.recipient for o in scored(place, models("fa"))} == {NEVER}


def test_what_is_behind_a_verb_of_speech_is_a_new_subject():
    text = "وزیر پرو گفت شیلی نیروهایش را خارج می‌کند."
    (found,) = scene(text, "fa", DAY).mentions
    assert [m.codes for m in found] == [("PER",), ("CHL",), ("CHL",)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("پلیس کنیا سه چینی را بازداشت کرد. این افراد را به زندان انداختند.", ("CHN",)),
        ("مردم کنیا به سه چینی کمک کردند. این افراد خسته بودند.", ("KEN",)),
    ],
)
def test_people_who_suffer_something_are_those_who_did_before(text, codes):
    laid = scene(text, "fa", DAY)
    assert next(m.codes for m in laid.mentions[1] if m.span.of(text).startswith("این افراد")) == codes


def test_the_subject_before_acts_where_only_who_suffers_is_told():
    text = "وزارت خارجه نروژ سفیر کنیا را فراخواند. به او یادداشت اعتراض داد."
    assert sides(text, "یادداشت اعتراض داد") == ({"NOR"}, {"KEN"})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("کنسول کویت در خرمشهر از مقام‌های محلی سپاسگزاری کرد.", [("KWT",), ("IRN",), ("IRN",)]),
        ("کنسول کویت در خرمشهر از مقام‌های آلمان سپاسگزاری کرد.", [("KWT",), ("IRN",), ("DEU",)]),
    ],
)
def test_local_officials_are_those_of_the_place(text, codes):
    (found,) = scene(text, "fa", DAY).mentions
    assert [m.codes for m in found] == codes
