from __future__ import annotations

import pytest

from ravabet.explaining.order import in_time

CASES = {
    # name: (causes by effect, dates, offsets of nodes 0, 1, 2 ..., order)
    "by date": ({}, {0: "2024-05", 1: "2023", 2: "2024-01-03"}, [0, 1, 2], [1, 2, 0]),
    "undated after its cause": ({0: {1}}, {1: "2024", 2: "2023"}, [0, 1, 2], [2, 1, 0]),
    "undated after the last of its causes": (
        {0: {1, 2}},
        {1: "2022", 2: "2024", 3: "2023"},
        [0, 1, 2, 3],
        [1, 3, 2, 0],
    ),
    "undated cause before its effect": ({1: {0}}, {1: "2024", 2: "2023"}, [9, 1, 2], [2, 0, 1]),
    "undated before the next dated of its text": ({}, {0: "2022", 2: "2024"}, [0, 5, 9], [0, 1, 2]),
    "undated at the end of its text": ({}, {0: "2022", 1: "2024"}, [0, 5, 9], [0, 1, 2]),
    "no dates: causes first, then the text": ({0: {2}}, {}, [0, 1, 2], [1, 2, 0]),
    "dates win over reasons": ({0: {1}}, {0: "2022", 1: "2024"}, [0, 1], [0, 1]),
    "a year before its months": ({}, {0: "2024-02", 1: "2024"}, [0, 1], [1, 0]),
    "causes outside are left aside": ({0: {7}}, {0: "2024", 1: "2023"}, [0, 1], [1, 0]),
}


@pytest.mark.parametrize(("causes", "dates", "offsets", "order"), CASES.values(), ids=CASES)
def test_order(causes: dict[int, set[int]], dates: dict[int, str], offsets: list[int], order: list[int]) -> None:
    places = {node: (0, offset) for node, offset in enumerate(offsets)}
    assert in_time(range(len(offsets)), causes, dates, places, {}) == order


def test_next_dated_step_is_looked_for_in_the_same_text_only() -> None:
    places = {0: (0, 0), 1: (1, 5), 2: (0, 9)}
    assert in_time([0, 1, 2], {}, {2: "2024", 1: "2020"}, places, {}) == [1, 0, 2]


def test_undated_without_neighbours_stands_at_its_publication() -> None:
    places = {0: (0, 0), 1: (1, 0), 2: (2, 0)}
    assert in_time([0, 1, 2], {}, {0: "2024-05-01"}, places, {0: "", 1: "", 2: "2023-01-09"}) == [2, 0, 1]
