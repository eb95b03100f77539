"""Acts told in the words of another: what is lifted, refused, asked for or threatened is not done beside it."""

import pytest

from ravabet.coding import events, scene
from ravabet.coding.coder import findings
from ravabet.coding.sides.undoing import ended


def types(text: str, floor: float | None = None) -> list[str]:
    return sorted(event.type for event in events(scene(text, "en", None), floor))


def told_by(text: str) -> set[str]:
    """The types of the acts found, and the words of verbs that an act has with "back"."""
    acts = findings(scene(text, "en", None))
    backed = [f for f in acts if any("back" in word.split("/") for word in f.place.act.expression.words)]
    words = {w for f in backed for t in f.place.act.tokens for w in [f.place.scene.sentences[0].tokens[t].fold]}
    return {name for f in acts for name in (f.place.frame.type, f.place.frame.id)} | words


@pytest.mark.parametrize(
    ("text", "told", "never"),
    [
        ("Belize eased its ban on travel to Honduras by traders.", "CONCEDE", "COERCE"),
        ("Togo's rulers relaxed restrictions on the movements of opposition leaders.", "CONCEDE", "COERCE"),
        ("Ottawa delayed the new tariffs on Danish cheese by a month.", "CONCEDE", "SANCTION"),
        ("Bogota suspended air strikes on the rebels.", "RETREAT", "ASSAULT"),
        ("Iceland demanded direct talks with Portugal on Friday.", "REQUEST", "CONSULT"),
        ("Lima broke off peace talks with Quito.", "SANCTION", "CONSULT"),
        ("China refused to withdraw its ships from Bruneian waters.", "REJECT", "RETREAT"),
        ("Chile threatened to call off talks with Peru.", "THREATEN", "SANCTION"),
        ("Yerevan said it would raze Baku if its dam was hit.", "THREATEN", "ASSAULT"),
        ("Belarus brushed off Danish demands to free the crew.", "REJECT", "REQUEST"),
        ("Togo rejected an offer of peace by Benin.", "REJECT", "AGREE"),
        ("A Cuban proposal for talks on migration was turned down by Washington.", "REJECT", "AGREE"),
    ],
)
def test_what_is_ended_or_wanting_is_no_act_beside(text, told, never) -> None:
    found = types(text)
    assert told in found and never not in found, found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Belize imposed a ban on travel to Honduras.", "COERCE"),
        ("Ottawa imposed new tariffs on Danish cheese.", "SANCTION"),
        ("Bogota carried out air strikes on the rebels.", "ASSAULT"),
        ("Iceland held direct talks with Portugal on Friday.", "CONSULT"),
        ("China withdrew its ships from Bruneian waters.", "RETREAT"),
        ("The round of peace talks between Chad and Niger ended.", "CONSULT"),
        ("Togo repeated its offer of peace to Benin and rejected a claim by Niger.", "AGREE"),
        # told in words of its own
        ("Quito lifted the curfew after air strikes on the rebels.", "ASSAULT"),
    ],
)
def test_what_is_not_ended_stays(text, told) -> None:
    assert told in types(text, 0.1)


def test_an_unlikely_ending_ends_nothing() -> None:
    text = "Chad let aid convoys into Sudan."
    found = findings(scene(text, "en", None))
    assert all(found[pair.verb].confidence >= 0.1 for pair in ended(found))


def test_what_is_promised_is_told_beside_the_promise() -> None:
    told = types("Laos undertook to take back refugees from Thailand.", 0.1)
    assert "AGREE" in told and "RETREAT" in told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A spokesman called reporters in Windhoek, Namibia, on Monday.", "REQUEST"),
        ("Chad killed thousands in an effort to hold the town.", "REJECT"),
        ("Turkey gave Cyprus a day to pull its forces back.", "gave"),
        ("Oman gave Yemenis a year to return home or settle their status.", "AID"),
        ("Millions in Togo marched against the proposed law.", "promise-aid"),
    ],
)
def test_a_word_of_another_phrase_is_none_of_the_act(text, word) -> None:
    assert word not in told_by(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A spokesman called on Namibia on Monday to free the crew.", "REQUEST"),
        ("Turkey pulled its forces back from Cyprus.", "pulled"),
    ],
)
def test_its_own_word_is(text, word) -> None:
    assert word in told_by(text)
