"""The words of a line after one another: what is remembered, and what is left unsaid because it cannot matter."""

from __future__ import annotations

import random

import numpy as np
import pytest
from tests.repairing.damage import damaged_line

from ravabet.repairing.atoms import cut, mirrored
from ravabet.repairing.beam import _inner
from ravabet.repairing.hearing import HEARD, MEMORY, PAIR, Reader, Tokens, Weights, _heard, heard, read_words, tokens
from ravabet.repairing.tables import load

SENTENCES = (
    "وزیر کشاورزی گفت که برداشت گندم امسال در استان‌های جنوبی ده روز زودتر آغاز شد. ",
    "دو شهر ساحلی برای ساخت راه‌آهن تازه ۴۰ میلیون یورو وام گرفتند و کار از بهار آغاز می‌شود. ",
)


def reader_and_words(sentence: str) -> tuple[Reader, Tokens]:
    tables, line = load("fa"), cut(damaged_line(sentence, random.Random(4)))
    weights = Weights(16, 25.0, 0.67, 1.6, 0.12)
    reader = Reader(tables.words, tables.spellings, np.zeros(1024, PAIR), weights, np.full(MEMORY, -1, HEARD))
    return reader, tokens(mirrored(line.symbols))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_remembered_is_what_is_looked_up(sentence: str) -> None:
    reader, words = reader_and_words(sentence)
    lengths = words.ends - words.starts
    asked = [(i, j) for i in range(len(lengths)) for j in range(len(lengths))] * 2
    for i, j in asked:
        after_one, _ = heard(reader, 0, np.uint64(0), words.hashes[i], lengths[i])
        found = heard(reader, after_one, words.hashes[i], words.hashes[j], lengths[j])
        assert found == _heard(reader, after_one, words.hashes[i], words.hashes[j], lengths[j])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_words_inside_a_run_cost_what_is_counted_before_the_others(sentence: str) -> None:
    reader, words = reader_and_words(sentence)
    read_words(reader, words, np.uint64(0))
    size = len(words.letters_from) - 1
    for q in range(size):
        for p in range(q + 1, size + 1):
            inside = _inner(reader, words, min(words.letters_to[q], p), p)
            assert words.sums[-1] <= inside <= 0
