"""English sentences of old wires: who is told by small words, and what only looks like an act."""

import datetime

import pytest

from ravabet.coding import events, scene
from ravabet.coding.judging.roles import models, scored
from ravabet.coding.place import Place

PUBLISHED = datetime.date(1995, 6, 15)
ANY = 0.05


def told(text: str) -> list[tuple[str, str, str]]:
    found = events(scene(text, "en", PUBLISHED), ANY)
    return [(e.type, "+".join(sorted(e.actor_codes)), "+".join(sorted(e.recipient_codes))) for e in found]


def codes(text: str) -> dict[str, tuple[str, ...]]:
    return {m.span.of(text): m.codes for mentions in scene(text, "en", PUBLISHED).mentions for m in mentions}


def acts(text: str) -> set[tuple[str, bool]]:
    """The type of each act and whether its words are weak."""
    laid = scene(text, "en", PUBLISHED)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    return {(place.frame.type, place.act.expression.weak) for place in places}


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("France heard from Turkey, whose premier called the vote a shame.", "premier", "TUR"),
        ("France heard from Turkey that the premier called the vote a shame.", "the premier", None),
        ("Peru paid Chile, whose navy had freed the crew.", "navy", "CHL"),
    ],
)
def test_whose_tells_the_state(text, title, code) -> None:
    assert code is None or codes(text)[title] == (code,)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Lebanon complained about Israeli raids.", "Israeli"),
        ("Lebanon freed about 20 Israelis.", "about 20 Israelis"),
        ("Peru protested over Chilean flights.", "Chilean"),
        ("Peru freed over two hundred Chileans.", "over two hundred Chileans"),
    ],
)
def test_about_counts_only_before_a_number(text, phrase) -> None:
    assert phrase in codes(text)


def test_whose_raids_an_act_names_takes_part_in_it() -> None:
    assert ("ASSAULT", "ISR", "LBN") in told("Israeli raids on Lebanon went on.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru protested over Chilean flights.", {"ACCUSE"}),
        ("Protests over Chilean flights shook Peru.", {"PROTEST"}),
    ],
)
def test_a_noun_is_not_found_in_the_past_of_its_verb(text, expected) -> None:
    assert {kind for kind, _ in acts(text)} == expected


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        # a strong word by itself, whatever weak expression goes on from it
        ("Chadian police tortured prisoners.", False),
        # the weak one turns the sides, so that it is no further telling of the strong
        ("Chad hopes to get aid from Niger.", True),
    ],
)
def test_strong_words_stay_strong_in_longer_weak_ones(text, weak) -> None:
    assert weak in {is_weak for kind, is_weak in acts(text) if kind in ("ASSAULT", "AID")}


@pytest.mark.parametrize(
    ("text", "frame", "weighed"),
    [
        ("Chad's government and left-wing rebels signed an accord in Mexico City.", "sign-agreement", {"TCD"}),
        ("The accord was signed in Oslo by Chad and Niger.", "sign-agreement", {"TCD", "NER"}),
        # here the place is whom they met, or may be
        ("Chad's premier signed an accord in Oslo.", "sign-agreement", {"TCD", "NOR"}),
        ("Chad's premier and finance minister arrived in Oslo.", "visit", {"TCD", "NOR"}),
    ],
)
def test_where_several_sign_the_place_is_no_party(text, frame, weighed) -> None:
    laid = scene(text, "en", PUBLISHED)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    place = next(place for place in places if place.frame.id == frame)
    assert {code for option in scored(place, models("en")) for code in option.codes} == weighed


@pytest.mark.parametrize(
    ("text", "protests"),
    [
        ("Norway cut aid to Togo in protest at the murder of a priest.", False),
        ("Farmers in Togo held a protest at the port.", True),
    ],
)
def test_in_protest_at_is_no_protest(text, protests) -> None:
    assert ("PROTEST" in {kind for kind, _ in acts(text)}) is protests


def test_who_stand_joined_share_their_part_whatever_stands_between() -> None:
    laid = scene("Chad's government and left-wing rebels signed an accord.", "en", PUBLISHED)
    assert [mention.joined for mention in laid.mentions[0]] == [False, True]


@pytest.mark.parametrize(
    ("text", "kind", "place", "may"),
    [
        ("Peru pledged in Oslo to open talks on fish.", "AGREE", "NOR", False),
        ("Peru vowed in Geneva to punish Chile.", "THREATEN", "CHE", False),
        ("Peru denounced the raids in Mali.", "ACCUSE", "MLI", True),
        ("Peru withdrew its troops in Mali.", "RETREAT", "MLI", True),
    ],
)
def test_what_is_said_in_a_place_is_not_said_to_it(text, kind, place, may) -> None:
    laid = scene(text, "en", PUBLISHED)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    found = [o for p in places if p.frame.type == kind for o in scored(p, models("en")) if place in o.codes]
    assert found
    assert any(option.recipient > 0 for option in found) is may
