"""English noun phrases: what joins names, and verbs that are spelt as titles."""

import pytest

from ravabet.coding.mentions import mentions
from ravabet.language import analyse


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Chad, Niger and the Gambia came.", [False, True, True]),
        ("Chad, as well as the Netherlands, came.", [False, True]),
        ("Chad came with the Gambia.", [False, False]),
        ("Chad came and the Gambia left.", [False, False]),
    ],
)
def test_a_name_is_joined_with_its_article(text, joined) -> None:
    assert [m.joined for each in mentions(text, analyse(text, "en"), None, "en") for m in each] == joined


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad agreed to move the Gambian envoy.", ["Chad", "Gambian envoy"]),
        ("Chad praised the move of Gambia.", ["Chad", "move of Gambia"]),
        ("Chad instituted rules.", ["Chad"]),
        ("Peru paid. Its police used water cannon.", ["Peru", "police"]),
        ("Peru paid. Its police told us so.", ["Peru", "police", "us"]),
    ],
)
def test_a_verb_is_no_title(text, expected) -> None:
    assert [m.span.of(text) for each in mentions(text, analyse(text, "en"), None, "en") for m in each] == expected
