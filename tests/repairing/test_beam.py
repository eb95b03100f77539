"""The words of a line after one another: what is remembered, and what is left unsaid because it cannot matter."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from tests.repairing.damage import damaged_line

from ravabet.repairing.atoms import SPACE, cut, mirrored
from ravabet.repairing.beam import _inner
from ravabet.repairing.grams import STEP, child, step, step_by_kin
from ravabet.repairing.hearing import HEARD, MEMORY, PAIR, Reader, Tokens, Weights, _heard, heard, read_words, tokens
from ravabet.repairing.search import search
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


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("seed", range(4))
def test_no_run_of_several_begins_with_a_space_and_the_line_ends_with_one(sentence: str, seed: int) -> None:
    line = cut(damaged_line(sentence, random.Random(seed)))
    edges = [0, *search(load("fa"), [line])[0].cuts, len(line)]
    runs = [line.symbols[start:end] for start, end in pairwise(edges)]
    assert runs[0][-1] == SPACE
    assert all(run[0] != SPACE for run in runs if len(run) > 1)


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_what_may_follow_a_word_is_likely_or_unlikely_but_all_of_it_certain(language: str) -> None:
    model = load(language).words
    for number in (3, 40, 700, 9000):
        node, _ = step(model, 0, number)
        total = sum(np.exp(step_by_kin(model, node, word)[1]) for word in range(len(load(language).numbers) + 1))
        assert total == pytest.approx(1, abs=0.1)


def test_a_word_never_seen_after_another_is_told_by_its_class() -> None:
    model = load("fa").words
    before, (classes, ties) = 500, model.kin
    node, _ = step(model, 0, before)
    for word in range(1, 4000, 37):
        tie = 0.0 if child(model, node, word) >= 0 else float(ties[classes[before], classes[word]])
        assert step_by_kin(model, node, word)[1] == pytest.approx(step(model, node, word)[1] + STEP * tie)
