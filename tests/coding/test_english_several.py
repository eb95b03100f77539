"""English words for several at once: states joined by a hyphen, "they", plurals, and people of untold countries."""

from __future__ import annotations

import pytest

from ravabet.coding.scene import scene


def told(text: str) -> dict[str, tuple[str, ...]]:
    """The codes of each mention by its words; of words told twice the later."""
    laid = scene(text, "en", None)
    return {m.span.of(text): m.codes for mentioned in laid.mentions for m in mentioned}


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("The Danish-Finnish fleet sailed. The two countries shelled Chad.", "The two countries", {"DNK", "FIN"}),
        ("The two countries left. Danish-Finnish talks began. They failed Chad.", "Finnish", {"FIN"}),
        (
            "Denmark and Finland met. The two countries shelled Chad. They hit its ports.",
            "They",
            {"DNK", "FIN"},
        ),
        ("Denmark and Finland met. The two countries told Chad that they were ready.", "they", {"DNK", "FIN"}),
        ("Denmark and Finland met. Chadian farmers fled. They went home.", "They", {"TCD"}),
    ],
)
def test_several_states_at_once(text: str, words: str, codes: set[str]) -> None:
    assert set(told(text)[words]) == codes


def test_a_hyphen_joins_and_a_dash_does_not() -> None:
    laid = scene("The Danish-Finnish raid hit Chad - Peru said so.", "en", None)
    assert [m.joined for m in laid.mentions[0]] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Denmark spoke of the countries on its list.", "the countries"),
        ("Denmark and Chad met. The party went on.", "The party"),
        ("Denmark sent troops. It spoke of Danish and other economic sanctions.", "other"),
    ],
)
def test_one_is_not_many(text: str, words: str) -> None:
    assert words not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Denmark spoke on Monday. It barred citizens of several countries.",
        "Denmark spoke on Monday. It barred nationals of six nations.",
        "Denmark spoke on Monday. It met officials from other states.",
        "Denmark spoke on Monday. It barred foreign journalists.",
    ],
)
def test_people_of_untold_countries_are_nobodys(text: str) -> None:
    assert [m.codes for m in scene(text, "en", None).mentions[1]][-1] == ()


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Denmark spoke on Monday. It barred officials of the country.", "officials of the country", {"DNK"}),
        (
            "Denmark and Chad met. Officials of the two countries left.",
            "Officials of the two countries",
            {"DNK", "TCD"},
        ),
        ("Denmark spoke on Monday. It freed citizens of Chad.", "citizens of Chad", {"TCD"}),
    ],
)
def test_people_of_told_countries_are_theirs(text: str, words: str, codes: set[str]) -> None:
    assert set(told(text)[words]) == codes


def test_the_month_is_no_premier() -> None:
    assert told("May, on a visit to Chad, said Britain was ready.")["May"] == ("GBR",)
    assert "May" not in told("In May, Britain left Chad.")
    assert "May" not in told("May was the month in which Chad left.")
