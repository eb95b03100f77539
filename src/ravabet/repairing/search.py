"""Second pass: the runs of the lattice put together with whole contexts and words, over all lines of a text.

A beam walks each line from its right end to its left, as a reader does, and is carried over line ends, because a
printed line goes on with the sentence of the line before it. A hypothesis is scored by the letter model (its context
now reaching over short runs), by the word model, and by what its cuts cost.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import SPACE, Line, mirrored
from ravabet.repairing.beam import POOL, STATE, closed, walk
from ravabet.repairing.cutting import COSTS, Costs, priced
from ravabet.repairing.grams import shortened, within
from ravabet.repairing.habits import costs_of
from ravabet.repairing.hearing import HEARD, MEMORY, PAIR, Reader, Tokens, Weights, count_pairs, read_words, tokens
from ravabet.repairing.lattice import context, explored, history
from ravabet.repairing.spelling import Table
from ravabet.repairing.tables import Tables

BEAM = 16
DROP = 25.0
"""Ways this many nats behind the best at the same place are dropped."""

ORDER = 6
"""Length of the n-grams that runs are chosen by: with longer ones the choice takes twice the time, and is no better."""

MARGIN = 11.0
"""Runs that no line within this many nats of the best holds are not looked at again."""

WORD_WEIGHT = 0.67
"""Weight of the word model; the letter model has the rest."""

LETTER_OF_UNKNOWN = 1.6
"""Nats a letter of a word outside the vocabulary costs: the entropy of the letter model within words."""

CACHE = 0.12
"""Weight of the pairs that the text repeats."""

SHARPNESS = 0.25
"""How far the scores are trusted when chances are made of them: under 1, because the two models see the same words."""

SURE = (0.2, 0.55)
"""The chance that a line is exactly right, by its share: fitted on 164 held-out lines (27 to 69 per cent right)."""

Ways = npt.NDArray[np.void]


@dataclass(frozen=True, slots=True)
class Order:
    """The order found for a line: its cut points and the joints, by the start of the later run, with a half-space."""

    cuts: tuple[int, ...]
    halves: frozenset[int]
    confidence: float | None = None


def search(tables: Tables, lines: Sequence[Line], costs: Costs = COSTS) -> list[Order]:
    """The best order of the lines, taken together."""
    costs = costs_of(lines, tables, costs)
    weights = Weights(BEAM, DROP, WORD_WEIGHT, LETTER_OF_UNKNOWN, CACHE)
    words = [tokens(mirrored(line.symbols)) for line in lines]
    reader = Reader(tables.words, tables.spellings, _pairs(words), weights, np.full(MEMORY, -1, HEARD))
    ways = np.zeros(POOL, STATE)
    ways[0]["letters"], ways[0]["end"] = history(tables.letters, np.array([SPACE], np.uint8)), -1
    count, walked = 1, []
    for line, spoken in zip(lines, words, strict=True):
        pools = _walked(tables, reader, line, spoken, costs, ways, count)
        ways = np.zeros(POOL, STATE)
        count = closed(tables.letters, reader, *pools, ways)
        walked.append((pools[0], ways[:count]))
    return _orders(walked)


def _pairs(words: Sequence[Tokens]) -> Table:
    pairs = np.zeros(1 << (4 * sum(len(line.hashes) for line in words) + 16).bit_length(), PAIR)
    for line in words:
        count_pairs(pairs, line, 1, 0)
    return pairs


def _walked(
    tables: Tables, reader: Reader, line: Line, words: Tokens, costs: Costs, ways: Ways, count: int
) -> tuple[Ways, npt.NDArray[np.int64]]:
    """The pools of a line's places, and how many ways each holds."""
    size, symbols = len(line), mirrored(line.symbols)
    pools, counts = np.zeros((size + 1, POOL), STATE), np.zeros(size + 1, np.int64)
    pools[size], counts[size] = ways, count
    if not size:
        return pools, counts
    prices = priced(symbols, costs)
    short = shortened(tables.letters, ORDER)
    before = within(short, int(ways[0]["letters"]))
    runs, best = explored(short, symbols, before, prices, False, MARGIN)
    _at_hand(reader, words, 1)
    read_words(reader, words, np.uint64(0))
    walk(tables.letters, reader, context(tables.letters, symbols), words, prices, runs, best - MARGIN, pools, counts)
    _at_hand(reader, words, -1)
    return pools, counts


def _at_hand(reader: Reader, words: Tokens, more: int) -> None:
    """Take a line up (1) or lay it aside (-1): its own pairs do not speak for it."""
    count_pairs(reader.pairs, words, 0, more)
    reader.memory["node"] = -1


def _orders(walked: list[tuple[Ways, Ways]]) -> list[Order]:
    """The cuts of each line on the best way, which is followed from the end of the text."""
    found, place = [], 0
    for pools, ends in reversed(walked):
        share = _share(ends["score"], place)
        at, place = 0, int(ends[place]["back"])
        cuts, halves = [], []
        while at < len(pools) - 1:
            way = pools[at, place]
            if at > 0:
                cuts.append(at)
            if way["half"]:
                halves.append(at)
            at, place = int(way["end"]), int(way["back"])
        found.append(Order(tuple(cuts), frozenset(halves), round(SURE[0] + SURE[1] * share, 3)))
    return found[::-1]


def _share(scores: npt.NDArray[np.float64], place: int) -> float:
    """The chance that one of the ways has among all."""
    weights = [math.exp(SHARPNESS * (score - scores[0])) for score in scores]
    return weights[place] / sum(weights)
