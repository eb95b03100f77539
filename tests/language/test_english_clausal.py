"""English sentences that the parser takes for a noun alone, though its last participle is their verb."""

import pytest

from ravabet.language import analyse


def verbs(text: str) -> list[tuple[bool, bool]]:
    """Whether each verb is finite and whether it is a passive."""
    (sentence,) = analyse(text, "en")
    return [(verb.finite, verb.passive) for verb in sentence.verbs]


@pytest.mark.parametrize(
    "text",
    [
        "American recognition of Moroccan sovereignty over the territory angered Algiers.",
        "Thousands of Danes marched against Malta.",
        "Russian missiles slammed into a market in Ukraine.",
    ],
)
def test_a_past_behind_a_noun_is_its_verb(text) -> None:
    assert verbs(text) == [(True, False)]


@pytest.mark.parametrize(
    "text",
    [
        "A report on the island published in Oslo.",
        "Weapons seized in Oslo",
        "Two Danes jailed",
    ],
)
def test_a_participle_stays_one(text) -> None:
    assert all(passive for _, passive in verbs(text))


def test_who_seizes_something_does_not_suffer_it() -> None:
    assert verbs("Police seized weapons in Oslo") == [(True, False)]
