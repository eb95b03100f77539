"""The words of a line as they are heard one after the other: their hashes, their scores, the pairs of this text."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import FIRST_LETTER, SPACE, Symbols
from ravabet.repairing.compiled import compiled
from ravabet.repairing.grams import Grams, step_by_kin
from ravabet.repairing.spelling import BASE, POWERS, Hashes, Table, slot

Ints = npt.NDArray[np.int64]


class Weights(NamedTuple):
    """How the scores are put together; see ``search``."""

    beam: int
    drop: float
    words: float
    unknown: float
    cache: float


PAIR = np.dtype([("hash", np.uint64), ("all", np.int32), ("here", np.int32)])
"""Two words by the hash of both: how often they stand side by side in the text, and on the line at hand."""


class Tokens(NamedTuple):
    """The words of a line as it came. ``letters_to[i]``: where the letters from ``i`` on end; ``letters_from[i]``:
    where those that end at ``i`` start; ``at[i]``: the first word that starts at ``i`` or later; ``spelled``: hashes of
    the line up to each symbol; ``sums``, ``node``: scores of the words in the order they came, histories after each.
    """

    starts: Ints
    ends: Ints
    letters_to: Ints
    letters_from: Ints
    at: Ints
    spelled: Hashes
    hashes: Hashes
    sums: npt.NDArray[np.float64]
    node: Ints


HEARD = np.dtype(
    [("history", np.int64), ("last", np.uint64), ("word", np.uint64), ("node", np.int64), ("score", np.float64)]
)
"""A word after the words before it, and what was found of it: ``node`` is the history after it, -1 in a free place."""

MEMORY = 1 << 12
"""Words after words that are remembered while a line is at hand; one that wants another's place takes it."""


class Reader(NamedTuple):
    """What scores words: the model, the spellings, the pairs of this text, and what was heard on this line."""

    model: Grams
    known: Table
    pairs: Table
    weights: Weights
    memory: Table


@compiled
def piece(spelled: Hashes, start: int, end: int) -> np.uint64:
    """The hash of a part of a line."""
    return spelled[end] - spelled[start] * POWERS[end - start]


@compiled
def pair(first: np.uint64, second: np.uint64) -> np.uint64:
    """The hash of two words side by side."""
    return (first ^ (first >> np.uint64(31))) * BASE + second + np.uint64(1)


@compiled
def tokens(symbols: Symbols) -> Tokens:
    """The words of a line, every stop, number and foreign stretch a word of its own; not scored yet."""
    size = len(symbols)
    letters_to, letters_from = np.zeros(size + 1, np.int64), np.zeros(size + 1, np.int64)
    at, spelled = np.zeros(size + 2, np.int64), np.zeros(size + 1, np.uint64)
    starts, ends, hashes = np.zeros(size, np.int64), np.zeros(size, np.int64), np.zeros(size, np.uint64)
    letters_to[size] = size
    for i in range(size - 1, -1, -1):
        letters_to[i] = letters_to[i + 1] if symbols[i] >= FIRST_LETTER else i
    count = 0
    for i in range(size):
        spelled[i + 1] = spelled[i] * BASE + np.uint64(symbols[i]) + np.uint64(1)
        letter = symbols[i] >= FIRST_LETTER
        letters_from[i + 1] = letters_from[i] if letter else i + 1
        at[i] = count
        if symbols[i] != SPACE and not (letter and i > 0 and symbols[i - 1] >= FIRST_LETTER):
            starts[count] = i
            ends[count] = letters_to[i] if letter else i + 1
            count += 1
    at[size] = at[size + 1] = count
    for t in range(count):
        hashes[t] = piece(spelled, starts[t], ends[t])
    sums, node = np.zeros(count + 1), np.zeros(count + 1, np.int64)
    return Tokens(starts[:count], ends[:count], letters_to, letters_from, at, spelled, hashes[:count], sums, node)


@compiled
def read_words(reader: Reader, line: Tokens, last: np.uint64) -> None:
    """Score the words of a line in the order they came."""
    node = 0
    for t in range(len(line.starts)):
        node, score = heard(reader, node, last, line.hashes[t], line.ends[t] - line.starts[t])
        last = line.hashes[t]
        line.sums[t + 1] = line.sums[t] + score
        line.node[t + 1] = node


@compiled
def heard(reader: Reader, node: int, last: np.uint64, word: np.uint64, length: int) -> tuple[int, float]:
    """A word after the words before it: the history after it, and its score (nats, 0 or less)."""
    mixed = (pair(last, word) ^ np.uint64(node)) * BASE
    seen = reader.memory[np.int64(mixed >> np.uint64(40)) & (MEMORY - 1)]
    if seen.node < 0 or seen.history != node or seen.last != last or seen.word != word:
        after, score = _heard(reader, node, last, word, length)
        seen.history, seen.last, seen.word, seen.node, seen.score = node, last, word, after, score
    return seen.node, seen.score


@compiled
def _heard(reader: Reader, node: int, last: np.uint64, word: np.uint64, length: int) -> tuple[int, float]:
    """The same, looked up.

    Names and set phrases come back within an article, and most of its words still have their right neighbours inside a
    run. So a pair of words seen side by side on another line is likelier here (a cache: Kuhn and De Mori 1990).
    """
    number = reader.known[slot(reader.known, word)].number
    node, score = step_by_kin(reader.model, node, number)
    if number == 0:
        score -= reader.weights.unknown * length
    pairs = reader.pairs
    place = slot(pairs, pair(last, word))
    repeated = pairs[place].all - pairs[place].here
    if repeated > 0:
        share = repeated / (pairs[slot(pairs, pair(last, np.uint64(0)))].all + 1)
        score = np.log((1 - reader.weights.cache) * np.exp(score) + reader.weights.cache * share)
    return node, score


@compiled
def count_pairs(pairs: Table, line: Tokens, everywhere: int, here: int) -> None:
    """Add the pairs of a line to the counts, or take them out again."""
    for t in range(1, len(line.hashes)):
        for second in (line.hashes[t], np.uint64(0)):
            key = pair(line.hashes[t - 1], second)
            row = pairs[slot(pairs, key)]
            row.hash = key
            row.all += everywhere
            row.here += here
