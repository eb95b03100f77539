"""What the wide profile is learnt with: rows of features, folds of passages that are alike, trees written and read."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn")

from tools.reasons_trees import sample
from tools.reasons_wide_rows import Rows, fitted, joined, told_again
from tools.reasons_wide_train import _is_right, _placed, alike

from ravabet.coding.learned.boosted import boosted
from ravabet.model import Span
from ravabet.reasoning.wide import edges
from ravabet.reasoning.woods import candidates

TEXT = "Miners struck because the owners had cut their pay."
GOLD = [(Span(22, 50), Span(0, 13))]


def passage(gold):
    return sample("p", "wide", "en", TEXT, gold, lambda _: False, wide=True)


def test_parts_are_joined_with_new_numbers():
    one, two = Rows(), Rows()
    one.add(["a", "b"])
    two.add(["c"])
    two.add(["b", "c"])
    whole = joined([one, two])
    assert whole.names() == ["a", "b", "c"]
    assert whole.matrix().toarray().tolist() == [[1, 1, 0], [0, 0, 1], [0, 1, 1]]


def test_the_order_in_which_features_come_changes_nothing():
    made = []
    for order in (1, -1):
        rows = Rows()
        for features in (["b", "a", "c"], ["c", "d"], ["a", "d"], ["b", "e"]):
            rows.add(features[::order])
        made.append(fitted(rows, [[True, False, True, False]], 1, [1.0], "liblinear"))
    assert list(made[0].rows) == list(made[1].rows)
    assert (made[0].weights == made[1].weights).all()


def test_rare_features_are_not_learnt():
    rows = Rows()
    labels = [number % 2 == 0 for number in range(20)]
    for label in labels:
        rows.add(["yes"] if label else ["no"])
    rows.add(["once", "yes"])
    table = fitted(rows, [[*labels, True]], 2, [1.0], "liblinear")
    assert set(table.rows) == {"yes", "no"}
    yes, no = table.log_odds([["yes"], ["no"]])[:, 0]
    assert yes > 0 > no


def test_passages_that_are_alike_have_one_leader():
    strike = ["two", "hundred", "miners", "struck", "on", "monday", "over", "pay"]
    again = ["two", "hundred", "miners", "struck", "on", "monday", "over", "pay", ",", "police", "said"]
    other = ["the", "court", "fined", "nine", "drivers", "who", "had", "blocked", "the", "bridge"]
    assert alike([strike, other, again, other]) == [0, 1, 0, 1]


def test_tokens_are_told_where_annotated_sides_lie():
    (view,) = passage(GOLD).views
    placed = np.array(_placed(view, GOLD))
    column = {name: placed[:, number].nonzero()[0].tolist() for number, name in enumerate(edges.OUTPUTS)}
    assert [view.words[at] for at in column["effect"]] == ["miners", "struck"]
    assert column["effect-first"] == [0]
    assert column["effect-last"] == [1]
    assert [view.words[at] for at in column["cause-first"]] == ["the"]


def test_a_pair_is_right_only_in_the_direction_told():
    found = passage(GOLD)
    pairs = [pair for group in candidates(found.views) for pair in group]
    assert any(_is_right(pair, GOLD) for pair in pairs)
    assert not any(
        _is_right(pair, [(effect, cause) for cause, effect in GOLD]) for pair in pairs if _is_right(pair, GOLD)
    )
    assert not any(_is_right(pair, []) for pair in pairs)


def test_trees_can_be_told_node_by_node_again():
    trees = [[("", 0.0, 0, 0, 0.5)], [("a", 1.5, 1, 2, 0.0), ("", 0.0, 1, 1, -1.0), ("", 0.0, 2, 2, 2.0)]]
    assert told_again(boosted(["a"], trees)) == trees
