"""Pairs of cause and effect: half of the words on both sides, in one direction, one to one."""

import pytest

from ravabet.evaluation.pairs import annotated, right

TEXT = "The envoy left because the talks had failed, and the border was closed."
GOLD = annotated(TEXT, [("the talks had failed", "The envoy left")])


@pytest.mark.parametrize(
    ("cause", "effect", "found"),
    [
        ("the talks had failed", "The envoy left", 1),
        ("because the talks had failed", "envoy left", 1),
        ("the talks", "The envoy left", 1),
        ("talks", "The envoy left", 0),
        ("The envoy left", "the talks had failed", 0),
        ("the talks had failed", "the border was closed", 0),
        ("had failed, and the border", "The envoy left", 0),
    ],
)
def test_half_of_the_words_of_both_sides_must_be_shared(cause, effect, found):
    assert right(GOLD, annotated(TEXT, [(cause, effect)])) == found


def test_a_pair_is_right_once():
    assert right(GOLD, GOLD + GOLD) == 1


def test_as_many_as_can_be_are_matched():
    text = "a b c d e f g h; q r"
    gold = annotated(text, [("a b c d", "q r"), ("c d e f", "q r")])
    assert right(gold, annotated(text, [("b c d e", "q r"), ("a b", "q r")])) == 2


def test_half_spaces_and_signs_join_a_word():
    text = "به دلیل تحریم‌ها، مُذاكرات ماند."
    (pair,) = annotated(text, [("تحریم‌ها", "مُذاكرات")])
    assert len(pair.cause) == len(pair.effect) == 1
