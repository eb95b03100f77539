"""Two models asked at once say what each says alone, to the last bit; a shipped one is read once."""

from __future__ import annotations

import random

from ravabet.coding.learned.linear import Linear, both, shipped

NAMES = [f"fact={number}" for number in range(60)]


def _model(seed: int) -> Linear:
    draw = random.Random(seed)
    return Linear({name: draw.gauss(0, 1) for name in NAMES if draw.random() < 0.6}, draw.gauss(0, 1))


def test_both_say_what_each_says_alone():
    one, two = _model(1), _model(2)
    together = both(one, two)
    draw = random.Random(3)
    for _ in range(200):
        facts = draw.choices([*NAMES, "unheard", "of"], k=draw.randrange(40))
        assert together.log_odds(facts) == (one.log_odds(facts), two.log_odds(facts))


def test_without_known_facts_only_the_biases_count():
    assert both(Linear({"a": 1.0}, 0.5), Linear({}, -2.0)).log_odds(["b"]) == (0.5, -2.0)


def test_a_fact_told_twice_counts_twice():
    assert both(Linear({"a": 1.0}, 0.0), Linear({"a": -2.0}, 0.0)).log_odds(["a", "a"]) == (2.0, -4.0)


def test_a_model_is_read_once() -> None:
    assert shipped("ravabet.coding", "en-event") is shipped("ravabet.coding", "en-event")
