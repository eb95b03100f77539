"""Boosted trees give each row the leaves that one finds by going down by hand."""

from __future__ import annotations

import random

import pytest

from ravabet.coding.learned.boosted import Node, boosted, packed, unpacked

STUMP: list[Node] = [("a", 0.5, 1, 2, 0.0), ("", 0.0, 1, 1, -1.0), ("", 0.0, 2, 2, 2.0)]
DEEP: list[Node] = [
    ("b", 1.0, 1, 4, 0.0),
    ("a", -1.0, 2, 3, 0.0),
    ("", 0.0, 2, 2, 0.25),
    ("", 0.0, 3, 3, 0.5),
    ("", 0.0, 4, 4, 4.0),
]


def _by_hand(tree: list[Node], row: dict[str, float]) -> float:
    at = 0
    while tree[at][0]:
        name, edge, low, high, _ = tree[at]
        at = low if row[name] <= edge else high
    return tree[at][4]


def test_each_row_ends_in_its_leaves():
    model, draw = boosted(("a", "b"), [STUMP, DEEP]), random.Random(1)
    rows = [(draw.choice((-2, -1, 0, 0.5, 1)), draw.choice((0, 1, 1.5))) for _ in range(50)]
    wanted = [sum(_by_hand(tree, dict(zip("ab", row, strict=True))) for tree in (STUMP, DEEP)) for row in rows]
    assert model.log_odds(rows).tolist() == wanted


@pytest.mark.parametrize(("row", "odds"), [((0.5, 0.0), -0.5), ((0.6, 0.0), 2.5), ((0.6, 1.5), 6.0)])
def test_at_the_edge_goes_low(row, odds):
    assert boosted(("a", "b"), [STUMP, DEEP]).log_odds([row]).tolist() == [odds]


def test_no_rows_have_no_odds():
    assert boosted(("a", "b"), [STUMP]).log_odds([]).tolist() == []


def test_what_is_packed_says_the_same_again():
    again = unpacked(packed([STUMP, DEEP]), ("a", "b"))
    assert (
        again.log_odds([(0, 0), (1, 2)]).tolist()
        == boosted(("a", "b"), [STUMP, DEEP]).log_odds([(0, 0), (1, 2)]).tolist()
    )
