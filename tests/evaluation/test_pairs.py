"""Pairs of cause and effect: half of the words on both sides, in one direction, one to one."""

import pytest

from ravabet.evaluation import Evaluation
from ravabet.evaluation.pairs import annotated, matched

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
    assert len(matched(GOLD, annotated(TEXT, [(cause, effect)]))) == found


def test_a_pair_is_right_once():
    assert len(matched(GOLD, GOLD + GOLD)) == 1


def test_as_many_as_can_be_are_matched():
    text = "a b c d e f g h; q r"
    gold = annotated(text, [("a b c d", "q r"), ("c d e f", "q r")])
    assert matched(gold, annotated(text, [("b c d e", "q r"), ("a b", "q r")])) == [(0, 1), (1, 0)]


def test_half_spaces_and_signs_join_a_word():
    text = "به دلیل تحریم‌ها، مُذاكرات ماند."
    (pair,) = annotated(text, [("تحریم‌ها", "مُذاكرات")])
    assert len(pair.cause) == len(pair.effect) == 1


def test_what_is_missed_and_false_is_told():
    found = Evaluation()
    found.add_reasons("x", GOLD, annotated(TEXT, [("The envoy left", "the border was closed")]))
    assert (found.reasons.gold, found.reasons.coded, found.reasons.right) == (1, 1, 0)
    assert [(error.kind, (error.gold or error.coded).told) for error in found.errors] == [
        ("missed", "«The envoy left» because of «the talks had failed»"),
        ("false", "«the border was closed» because of «The envoy left»"),
    ]
