"""The longest entry from a token on, however its words are joined in print."""

from __future__ import annotations

import random

import pytest

from ravabet.reasoning.sentences.discourse import LONGEST, longest

ENTRIES = frozenset({"ab", "abc", "abcdef", "c", "xyz"})


@pytest.mark.parametrize(
    ("words", "at", "end"),
    [
        (["ab", "c", "d"], 0, 2),
        (["ab", "d", "c"], 0, 1),
        (["a", "b", "cd", "ef", "g"], 0, 4),
        (["a", "b", "cd", "e"], 0, 2),
        (["x", "y"], 0, None),
        (["q", "ab"], 0, None),
        (["q", "ab"], 1, 2),
    ],
)
def test_longest(words, at, end):
    assert longest(words, at, ENTRIES) == end


def test_it_is_what_trying_every_end_finds():
    draw = random.Random(5)
    for _ in range(500):
        words = draw.choices(["a", "b", "ab", "c", "cd", "def", "ef", "x", "yz"], k=9)
        at = draw.randrange(9)
        ends = [end for end in range(at + 1, min(at + LONGEST, 9) + 1) if "".join(words[at:end]) in ENTRIES]
        assert longest(words, at, ENTRIES) == (ends[-1] if ends else None)
