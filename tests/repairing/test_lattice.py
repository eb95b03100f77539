"""The first pass over a line: what it may cut, and what it finds."""

from __future__ import annotations

import random
from collections.abc import Iterable
from importlib import resources

import numpy as np
import pytest
from tests.repairing.damage import damaged_line

from ravabet.repairing.atoms import SPACE, WIDTH, cut, mirrored
from ravabet.repairing.cutting import COSTS, priced
from ravabet.repairing.detecting import ALONE
from ravabet.repairing.grams import Grams, grown, shortened, step, within
from ravabet.repairing.lattice import BEST_ONLY, _joints, as_is, best_of, context, explored, history
from ravabet.repairing.tables import _levels, load

SENTENCES = (
    "وزیر کشاورزی گفت که برداشت گندم امسال در استان‌های جنوبی ده روز زودتر آغاز شد. ",
    "دو شهر ساحلی برای ساخت راه‌آهن تازه ۴۰ میلیون یورو وام گرفتند و کار از بهار آغاز می‌شود. ",
    "شورای شهر می‌گوید پل کهنه (ساخته ۱۳۱۲) بازسازی می‌شود، نه ویران. ",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_whole_words_never_gain_more_than_all_cuts(sentence: str) -> None:
    model, rng = load("fa").letters, random.Random(5)
    line = cut(damaged_line(sentence, rng))
    assert best_of(model, line, ALONE, whole_words=True) <= best_of(model, line, ALONE) + 1e-3


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_best_line_is_found_whether_or_not_its_runs_are_wanted(sentence: str) -> None:
    model, rng = load("fa").letters, random.Random(6)
    symbols = mirrored(cut(damaged_line(sentence, rng)).symbols)
    before, prices = history(model, ALONE), priced(symbols)
    alone = explored(model, symbols, before, prices, False, BEST_ONLY)[1]
    runs, best = explored(model, symbols, before, prices, False, 14.0)
    assert best == alone
    assert runs[1:, :].max() == pytest.approx(best, abs=1e-3)
    assert (runs >= best - 14.0).sum() < 0.2 * len(symbols) ** 2


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sound_line_gains_little_and_a_damaged_one_much(sentence: str) -> None:
    model, rng = load("fa").letters, random.Random(8)
    sound, damaged = cut(sentence.replace("\u200c", "")), cut(damaged_line(sentence, rng))
    gains = [best_of(model, line, ALONE) - as_is(model, line.symbols, ALONE) for line in (sound, damaged)]
    assert gains[1] > gains[0] + 0.15 * damaged.letters()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_joint_scores_what_its_letters_read_one_by_one_do(sentence: str) -> None:
    model, rng = load("fa").letters, random.Random(9)
    symbols = mirrored(cut(damaged_line(sentence, rng)).symbols)
    line, prices, size = context(model, symbols), priced(symbols), len(symbols)
    _, short = _joints(model, line, prices, np.ones(size + 1, np.bool_))
    for _ in range(300):
        e = rng.randrange(4, size + 1)
        q = rng.randrange(e - 3)
        m = rng.randrange(1, min(line.reach, e - q))
        cost = (prices.lone if m == 1 else prices.joint)[e, q]
        k = min(line.reach, e - m - q)
        plain = _read(model, line.after[e - m, m], symbols[q : q + k]) - cost
        halved = _read(model, line.after[e - m, m], [SPACE, *symbols[q : q + k]]) - COSTS.half
        expected = max(plain, halved) if prices.both[e, q] else plain
        assert short[e - m, m, q] == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("order", [3, 6])
def test_a_shortened_model_is_the_model_of_the_shorter_n_grams(order: int) -> None:
    whole = load("fa").letters
    block = resources.files("ravabet.repairing").joinpath("data", "fa", "letters.xz").read_bytes()
    short, grown_short = shortened(whole, order), grown(_levels(block)[:order], WIDTH)
    symbols = cut("".join(SENTENCES)).symbols
    one = two = 0
    for symbol in symbols:
        one, score = step(short, one, symbol)
        two, expected = step(grown_short, two, symbol)
        assert (one, score) == (two, expected) and one < short.top
    assert within(short, history(whole, symbols)) == one


def _read(model: Grams, node: int, symbols: Iterable[int]) -> float:
    total = 0.0
    for symbol in symbols:
        node, score = step(model, node, symbol)
        total += score
    return total
