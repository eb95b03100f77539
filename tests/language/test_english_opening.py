"""English clauses behind "after" and the like, and people whom the parser takes for verbs."""

import pytest

from ravabet.language import analyse


def told(text: str) -> list[tuple[str, bool]]:
    """Each finite verb's last word, and whether it is a passive."""
    (sentence,) = analyse(text, "en")
    return [(sentence.tokens[verb.end - 1].text, verb.passive) for verb in sentence.verbs if verb.finite]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After gunmen killed 18 Greek pilgrims outside a hotel, tourism collapsed.", ["killed", "collapsed"]),
        ("Niger closed the border after gunmen killed 26 traders near Agadez.", ["closed", "killed"]),
        ("Before troops fired on the crowd, police used tear gas.", ["fired", "used"]),
        ("Two days after gunmen killed 26 traders in Agadez, Niger closed the border.", ["killed", "closed"]),
    ],
)
def test_a_past_behind_after_and_its_noun_is_a_verb(text, expected) -> None:
    assert told(text) == [(word, False) for word in expected]


@pytest.mark.parametrize(
    "text",
    [
        "After protests organised by Oslo, Chad banned a party.",
        "After a raid ordered by Niger, Chad banned a party.",
        "Chad banned a party after riots in Moundou.",
    ],
)
def test_a_participle_behind_after_and_its_noun_is_none(text) -> None:
    assert told(text) == [("banned", False)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [("South African jets hit targets in Maputo.", "hit"), ("UNITA rebels shelled a village near Huambo.", "shelled")],
)
def test_people_and_their_arms_are_no_verbs(text, verb) -> None:
    assert told(text) == [(verb, False)]


@pytest.mark.parametrize("text", ["The duke rebels against the king.", "Peru tanks up on wheat from Chile."])
def test_a_verb_spelt_like_them_stays_one(text) -> None:
    (sentence,) = analyse(text, "en")
    assert sentence.verbs[0].start in (1, 2)
