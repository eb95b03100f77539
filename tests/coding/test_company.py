"""The judge's second look: what an act is told of the acts beside it, and of its own words."""

from __future__ import annotations

import pytest

from ravabet.coding.coder import judged
from ravabet.coding.judging.company import FEATURES, Judged, Shares, names, rows
from ravabet.coding.judging.judge import judge_of
from ravabet.coding.scene import scene

TEXT = (
    "Norway condemned Spain over the dam on Monday. Spain condemned Norway in turn. "
    "It rained. The roads were wet. The harvest was late. Norway praised Malta."
)


@pytest.fixture(scope="module")
def acts() -> list[Judged]:
    return judged(scene(TEXT, "en", None), judge_of("en"))


def told(acts: list[Judged], shares: Shares | None = None) -> list[dict[str, float]]:
    return [dict(zip(FEATURES, row, strict=True)) for row in rows(acts, shares or {})]


def at(acts: list[Judged], sentence: int, kind: str) -> int:
    """Which of the acts is the one of its type in a sentence."""
    (number,) = (n for n, act in enumerate(acts) if act.place.number == sentence and act.place.frame.type == kind)
    return number


def test_an_act_is_told_of_the_acts_near_it_and_of_none_farther_off(acts: list[Judged]) -> None:
    one, two, far = at(acts, 0, "ACCUSE"), at(acts, 1, "ACCUSE"), at(acts, 5, "SUPPORT")
    found = told(acts)
    assert found[one]["after"] == max(act.strength for act in acts if act.place.number == 1)
    assert found[two]["before"] == max(act.strength for act in acts if act.place.number == 0)
    assert found[one]["best_of_type"] == acts[two].strength
    assert found[far]["acts_near"] == found[far]["acts_here"] == 0
    assert found[one]["acts_near"] == sum(act.place.number < 3 for act in acts) - 1


def test_an_act_with_the_sides_turned_round_is_told_apart_from_the_same_sides(acts: list[Judged]) -> None:
    one, two = at(acts, 0, "ACCUSE"), at(acts, 1, "ACCUSE")
    assert acts[one].sides == (frozenset({"NOR"}), frozenset({"ESP"})) == acts[two].sides[::-1]
    found = told(acts)
    assert (found[one]["turned"], found[one]["same_sides"]) == (1, 0)
    assert found[one]["best_of_both"] == acts[two].strength  # those who take part are the same


def test_words_that_were_never_met_have_the_shares_of_their_frame(acts: list[Judged]) -> None:
    one = at(acts, 0, "ACCUSE")
    words, frame = names(acts[one].place)
    unseen = told(acts, {frame: (98.0, 79.2, 39.55)})[one]
    assert (unseen["words_event"], unseen["words_right"], unseen["seen"]) == pytest.approx((0.8, 0.4, 0))
    known = told(acts, {frame: (98.0, 79.2, 39.55), words: (36.0, 0.0, 0.0)})[one]
    assert known["words_event"] == pytest.approx(4 * 0.8 / 40)
    assert known["frame_event"] == unseen["frame_event"]
    assert known["seen"] == 30


def test_a_text_without_acts_has_no_rows() -> None:
    assert rows([], {}) == []
