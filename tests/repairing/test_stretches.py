"""Which lines of a text are damaged, and the classes of words that its tables are counted with."""

from __future__ import annotations

import numpy as np
import pytest
from tools.word_classes import classes, ties

from ravabet.repairing.stretches import stretches


@pytest.mark.parametrize(
    ("worth", "begun", "found"),
    [
        ([1, -20, -20, 9, 9], None, [[1, 2]]),
        ([1, -20, -20, 9, 9], 0.0, [[0, 1, 2]]),
        ([9, -20, -20, 9, 9], 0.0, [[1, 2]]),
        ([-1, 1, 1], 0.0, []),
    ],
)
def test_damage_that_may_stand_at_the_start_need_not_begin(worth, begun, found):
    assert stretches(np.array(worth, float), 8.0, begun) == found


def test_words_that_stand_in_the_same_places_are_one_class():
    rng = np.random.default_rng(3)
    sequence = np.empty(6000, np.int64)
    sequence[0::3], sequence[1::3], sequence[2::3] = (rng.integers(low, low + 4, 2000) for low in (0, 4, 8))
    found = classes(sequence, 12, 3)
    assert [len(set(found[low : low + 4].tolist())) for low in (0, 4, 8)] == [1, 1, 1]
    assert len(set(found.tolist())) == 3
    tied = ties(sequence, found, 3)
    assert tied[found[0], found[4]] > 2 > 0.1 > tied[found[0], found[8]]
