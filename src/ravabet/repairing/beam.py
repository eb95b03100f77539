"""The beam over one line: hypotheses are extended by runs, from the line's right end to its left, in compiled code."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import SPACE
from ravabet.repairing.compiled import compiled
from ravabet.repairing.cutting import Prices
from ravabet.repairing.grams import Grams, step
from ravabet.repairing.hearing import Ints, Reader, Tokens, Weights, heard, pair, piece
from ravabet.repairing.lattice import Context, Runs
from ravabet.repairing.spelling import POWERS, Table, slot

STATE = np.dtype(
    [
        ("score", np.float64), ("key", np.uint64), ("last", np.uint64), ("begun", np.uint64),
        ("letters", np.int32), ("words", np.int32), ("length", np.int32),
        ("end", np.int32), ("back", np.int32), ("half", np.bool_),
    ]
)  # fmt: skip
"""A way through the text so far: its score and what the score of the text to come depends on.

``letters``, ``words``: the histories; ``last``: the hash of the last word; ``begun``, ``length``: of the word begun;
``key`` stands for all of these. ``end``: where the last run ends, -1 before the first of a line; ``back``: the
place of the way before it in the pool of
that end; ``half``: whether a half-space comes before the run.
"""

POOL = 48
"""Ways kept at the start of a line, which are weighed again when it is closed; elsewhere as many as the beam has."""

ROUNDING = 1e-6
"""Nats by which sums in another order may differ."""

RARE_HALF_SPACE = 0.0017
"""How often a half-space stands between two words that never had one beside them in training."""


@compiled
def walk(
    letters: Grams,
    reader: Reader,
    line: Context,
    words: Tokens,
    prices: Prices,
    runs: Runs,
    least: float,
    pools: npt.NDArray[np.void],
    counts: Ints,
) -> None:
    """Extend the ways in the pool of the line's end, run by run, to the pool of its start."""
    size = len(line.symbols)
    floors = np.full(size + 1, -np.inf)
    for p in range(size, 0, -1):
        chosen = _best(pools[p], counts[p], reader.weights)
        if len(chosen) == 0:
            continue
        for q in range(p):
            if runs[p, q] >= least:
                most = _most(reader, line, words, prices, q, p)
                for place in chosen:
                    if pools[p, place].score + most < floors[q] - ROUNDING:
                        break
                    _extend(letters, reader, line, words, prices, q, p, place, False, pools, counts, floors)
                    end = pools[p, place].end
                    if end >= 0 and prices.both[end, q]:
                        _extend(letters, reader, line, words, prices, q, p, place, True, pools, counts, floors)


@compiled
def _best(pool: npt.NDArray[np.void], count: int, weights: Weights) -> Ints:
    """The places of the best ways, best first; ways far behind the best are dropped."""
    scores = np.zeros(count)
    for i in range(count):
        scores[i] = -pool[i].score
    order = np.argsort(scores, kind="mergesort")
    kept = 0
    while kept < min(count, weights.beam) and scores[order[kept]] <= scores[order[0]] + weights.drop:
        kept += 1
    return order[:kept]


@compiled
def _extend(
    letters: Grams,
    reader: Reader,
    line: Context,
    words: Tokens,
    prices: Prices,
    q: int,
    p: int,
    place: int,
    half: bool,
    pools: npt.NDArray[np.void],
    counts: Ints,
    floors: npt.NDArray[np.float64],
) -> None:
    """One way on by one run, put into the pool of the run's start, unless it stays under the floor there.

    ``floors``: the scores that a way must have to be kept at each place.
    """
    way = pools[p, place]
    node, total = np.int64(way.letters), 0.0
    if half:
        node, total = step(letters, node, SPACE)
    node, more = _spelled(letters, line, q, p, node)
    total = (1 - reader.weights.words) * (total + more) + _going(prices, q, p)
    if half:
        total -= prices.unwritten + _half_cost(
            reader.known, way.begun, piece(words.spelled, q, min(words.letters_to[q], p))
        )
    elif way.end >= 0:
        total -= prices.joint[way.end, q] if way.end - p > 1 else prices.lone[way.end, q]
    lead = min(words.letters_to[q], p)
    if way.score + total + reader.weights.words * _inner(reader, words, lead, p) < floors[q] - ROUNDING:
        return
    length, begun = np.int64(way.length), way.begun
    history, last, spoken = np.int64(way.words), way.last, 0.0
    if half:
        if length > 0:
            history, spoken = heard(reader, history, last, begun, length)
            last = begun
        length, begun = 0, np.uint64(0)
    if lead > q:
        begun = begun * POWERS[lead - q] + piece(words.spelled, q, lead)
        length += lead - q
    if lead < p:
        if length > 0:
            history, more = heard(reader, history, last, begun, length)
            last, spoken = begun, spoken + more
        history, last, more = _spoken(reader, words, lead, words.letters_from[p], history, last)
        spoken += more
        start = words.letters_from[p]
        length, begun = p - start, piece(words.spelled, start, p)
    score = way.score + total + reader.weights.words * spoken
    room = reader.weights.beam if q > 0 else POOL
    keep(pools[q, :room], counts, q, score, node, history, last, begun, length, p, place, half)
    if counts[q] == room:
        floors[q] = _least(pools[q, :room])


@compiled
def _most(reader: Reader, line: Context, words: Tokens, prices: Prices, q: int, p: int) -> float:
    """What a way can score at most by a run: letters and words only cost, and those well inside are known."""
    letters = line.sums[p] - line.sums[min(q + line.reach, p)]
    spoken = _inner(reader, words, min(words.letters_to[q], p), p)
    return (1 - reader.weights.words) * letters + reader.weights.words * spoken + _going(prices, q, p)


@compiled
def _going(prices: Prices, q: int, p: int) -> float:
    """What the run itself costs: what it goes on over, how it begins, and how the line ends if it is the last."""
    total = prices.passing[q] - prices.passing[p - 1]
    if p - q > 1 or p == len(prices.led) - 1:
        total -= prices.led[q]
    return total - prices.unspaced[p] if q == 0 else total


@compiled
def _inner(reader: Reader, words: Tokens, lead: int, p: int) -> float:
    """What the words of a run cost that are so far inside that the words before the run are forgotten."""
    if lead >= p:
        return 0.0
    known, two = words.at[lead] + reader.model.order - 1, words.at[words.letters_from[p]]
    return words.sums[two] - words.sums[known] if two > known else 0.0


@compiled
def _least(pool: npt.NDArray[np.void]) -> float:
    least = pool[0].score
    for i in range(1, len(pool)):
        least = min(least, pool[i].score)
    return least


@compiled
def _spelled(letters: Grams, line: Context, q: int, p: int, node: int) -> tuple[int, float]:
    """The symbols of a run after a history: the history after them, and their score."""
    count = min(line.reach, p - q)
    total, k = 0.0, 0
    while k < count:
        node, score = step(letters, node, line.symbols[q + k])
        total += score
        k += 1
        if node == line.after[q, k]:
            node = line.after[q, count]
            total += line.heads[q, count] - line.heads[q, k]
            break
    if p - q > line.reach:
        node = line.after[p - line.reach, line.reach]
    return node, total + line.sums[p] - line.sums[q + count]


@compiled
def _spoken(
    reader: Reader, words: Tokens, start: int, end: int, node: int, last: np.uint64
) -> tuple[int, np.uint64, float]:
    """The whole words between two places after a history; once that is forgotten, their scores are known."""
    one, two = words.at[start], words.at[end]
    total = 0.0
    for t in range(one, min(two, one + reader.model.order - 1)):
        node, score = heard(reader, node, last, words.hashes[t], words.ends[t] - words.starts[t])
        last, total = words.hashes[t], total + score
    known = one + reader.model.order - 1
    if two > known:
        node, last, total = words.node[two], words.hashes[two - 1], total + words.sums[two] - words.sums[known]
    return node, last, total


@compiled
def _half_cost(known: Table, left: np.uint64, right: np.uint64) -> float:
    after, before = known[slot(known, left)].after, known[slot(known, right)].before
    return -np.log(max(after, before, RARE_HALF_SPACE))


@compiled
def keep(
    pool: npt.NDArray[np.void],
    counts: Ints,
    at: int,
    score: float,
    letters: int,
    words: int,
    last: np.uint64,
    begun: np.uint64,
    length: int,
    end: int,
    back: int,
    half: bool,
) -> None:
    """Put a way into a pool, unless a better one leads to the same state or the pool is full of better ones."""
    key = pair(pair(np.uint64(letters), np.uint64(words)), pair(last, begun))
    count, worst = counts[at], 0
    place = count
    for i in range(count):
        if pool[i].key == key:
            place = i
            break
        if pool[i].score < pool[worst].score:
            worst = i
    if place == len(pool):
        place = worst
    if place < count and pool[place].score >= score:
        return
    if place == count:
        counts[at] += 1
    way = pool[place]
    way.score, way.key, way.last, way.begun = score, key, last, begun
    way.letters, way.words, way.length = letters, words, length
    way.end, way.back, way.half = end, back, half


@compiled
def closed(
    letters: Grams, reader: Reader, pools: npt.NDArray[np.void], counts: Ints, after: npt.NDArray[np.void]
) -> int:
    """The ways at the start of a line, with its end read as a space, as ways to begin the next with, best first."""
    done = np.zeros(1, np.int64)
    pool = np.zeros_like(after)
    for i in range(counts[0]):
        way = pools[0, i]
        score, history, last = way.score, np.int64(way.words), way.last
        node, more = step(letters, np.int64(way.letters), SPACE)
        if way.length == 0 and _ends_in_space(letters, way.letters):
            node, more = np.int64(way.letters), 0.0
        score += (1 - reader.weights.words) * more
        if way.length > 0:
            history, more = heard(reader, history, last, way.begun, way.length)
            score += reader.weights.words * more
            last = way.begun
        keep(pool, done, 0, score, node, history, last, np.uint64(0), 0, -1, i, False)
    order = _best(pool, done[0], reader.weights)
    for i in range(len(order)):
        after[i] = pool[order[i]]
    return len(order)


@compiled
def _ends_in_space(letters: Grams, node: int) -> bool:
    return letters.nodes[node].symbol == SPACE
