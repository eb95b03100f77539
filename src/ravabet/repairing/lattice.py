"""First pass over a line: which runs could it be made of?

A damaged line is its reading order cut into runs, the runs put down last first. Undoing it means choosing cut points;
the repaired line is then the last run, the one before it, and so on. Only the joints between runs change with the
choice, so dynamic programming over (run, run before it) with the letter model finds for every run the best line that
holds it. Runs far from the best line are dropped.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import FIRST_LETTER, SPACE, Line, Symbols, mirrored
from ravabet.repairing.compiled import compiled
from ravabet.repairing.cutting import COSTS, Costs, Flags, Prices, priced
from ravabet.repairing.grams import STEP, Grams, Nodes, child, step

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Runs = npt.NDArray[np.float32]
"""``[end, start]``: the score of the best line that holds the run, far below any line's where there is none."""

_NONE = np.float32(-1e30)

SLACK = 0.1
"""Nats by which bounds are widened, so that rounding never drops a run."""

BEST_ONLY = -1.0
"""The margin with which only the score of the best line is worked out."""


def best_of(model: Grams, line: Line, before: Symbols, costs: Costs = COSTS, *, whole_words: bool = False) -> float:
    """The score of the best order of a line (nats); ``whole_words``: of those that cut no word, a sixth of the work."""
    symbols = mirrored(line.symbols)
    node, prices = history(model, before), priced(symbols, costs)
    return explored(model, symbols, node, prices, whole_words, BEST_ONLY)[1]


def as_is(model: Grams, symbols: Symbols, before: Symbols) -> float:
    """The letter score of a line left alone, with the space that ends it."""
    return _read(model, symbols, history(model, before))


@compiled
def history(model: Grams, symbols: Symbols) -> int:
    """The history after a text that begins with nothing known."""
    node = 0
    for symbol in symbols:
        node, _ = step(model, node, symbol)
    return node


@compiled
def _read(model: Grams, symbols: Symbols, node: int) -> float:
    total = 0.0
    for symbol in symbols:
        node, score = step(model, node, symbol)
        total += score
    if len(symbols) == 0 or symbols[-1] != SPACE:
        total += step(model, node, SPACE)[1]
    return total


class Context(NamedTuple):
    """The letter scores inside a line: ``sums`` up to each symbol; ``[q, k]`` of ``k`` symbols from ``q`` on.

    ``heads``: their score after nothing; ``after``: the history they leave. Once a history is one of these, what came
    before is forgotten.
    """

    symbols: Symbols
    sums: Doubles
    heads: Doubles
    after: Nodes
    reach: int


@compiled
def context(model: Grams, symbols: Symbols) -> Context:
    """The letter scores inside a line."""
    size, reach = len(symbols), model.order - 1
    heads, after = np.zeros((size + 1, reach + 1)), np.zeros((size + 1, reach + 1), np.int32)
    for q in range(size):
        node = 0
        for k in range(min(reach, size - q)):
            node, score = step(model, node, symbols[q + k])
            after[q, k + 1] = node
            heads[q, k + 1] = heads[q, k] + score
    sums, node = np.zeros(size + 1), 0
    for i in range(size):
        node, score = step(model, node, symbols[i])
        sums[i + 1] = sums[i] + score
    return Context(symbols, sums, heads, after, reach)


@compiled
def onward(model: Grams, line: Context, q: int, count: int, node: int) -> float:
    """The score of ``count`` symbols from ``q`` after a history."""
    total = 0.0
    for k in range(count):
        node, score = step(model, node, line.symbols[q + k])
        total += score
        if node == line.after[q, k + 1]:
            return total + line.heads[q, count] - line.heads[q, k + 1]
    return total


class Heard(NamedTuple):
    """What symbols score after a history, ``[m, k]``: ``k`` symbols from a place on, after ``m`` before the joint.

    ``states``: the history they leave. The histories at one place are each other's suffixes, so a longer one that knows
    no more than a shorter one goes on exactly as that (Katz back-off), and is not looked up again.
    """

    scores: Doubles
    states: Nodes


@compiled
def _listened(model: Grams, line: Context, q: int, alone: Heard, nodes: Nodes, lengths: Ints, heard: Heard) -> None:
    """Fill ``heard`` for the symbols from ``q`` on after the ``nodes`` of these lengths; after nothing is ``alone``."""
    scores, states = heard
    count = min(line.reach, len(line.symbols) - q)
    scores[0, : count + 1], states[0, : count + 1] = alone.scores[q, : count + 1], alone.states[q, : count + 1]
    states[0, 0], less = nodes[0], 0
    for m in lengths:
        node, total, k = np.int64(nodes[m]), 0.0, 0
        scores[m, 0], states[m, 0] = 0.0, node
        while k < count and node != states[less, k]:
            found = child(model, node, line.symbols[q + k])
            while found < 0 and node != states[less, k]:
                total -= STEP * model.nodes[node].left
                node = np.int64(model.nodes[node].suffix)
                if node != states[less, k]:
                    found = child(model, node, line.symbols[q + k])
            if found < 0:
                total += scores[less, k + 1] - scores[less, k]
                node = np.int64(states[less, k + 1])
            else:
                total -= STEP * model.nodes[found].score
                node = np.int64(model.nodes[found].suffix) if found >= model.top else found
            k += 1
            scores[m, k], states[m, k] = total, node
        more = total - scores[less, k]
        for j in range(k + 1, count + 1):
            scores[m, j], states[m, j] = scores[less, j] + more, states[less, j]
        less = m


@compiled
def _spaced(model: Grams, line: Context) -> Heard:
    """What ``k`` symbols from ``q`` on score after a space alone, ``[q, k]``."""
    size, reach = len(line.symbols), line.reach
    scores, states = np.zeros((size, reach + 1)), np.zeros((size, reach + 1), np.int32)
    for q in range(size):
        node, _ = step(model, 0, SPACE)
        for k in range(min(reach, size - q)):
            node, score = step(model, node, line.symbols[q + k])
            scores[q, k + 1], states[q, k + 1] = scores[q, k] + score, node
    return Heard(scores, states)


@compiled
def explored(
    model: Grams, symbols: Symbols, before: int, prices: Prices, whole_words: bool, margin: float
) -> tuple[Runs, float]:
    """What the best line through each run scores, ``[end, start]`` of the run in nats, and the best of all.

    ``whole_words``: no word is cut; ``margin``: runs that no line within so many nats of the best holds are left out;
    ``BEST_ONLY``: all are.
    """
    size = len(symbols)
    line = context(model, symbols)
    reach, places = line.reach, _places(line, prices, whole_words)
    inner = np.full((size + 1, size + 1), _NONE, np.float32)
    for p in range(1, size + 1):
        for q in range(p):
            inner[p, q] = line.sums[p] - line.sums[min(q + reach, p)] - prices.passing[p - 1] + prices.passing[q]
            if p - q > 1 or p == size:
                inner[p, q] -= prices.led[q]
    long, short = _joints(model, line, prices, places)
    forward = np.full((size + 1, size + 1), _NONE, np.float32)
    for p in np.flatnonzero(places[:size]):
        forward[size, p] = onward(model, line, p, min(reach, size - p), before) + inner[size, p]
    for p in range(size - 1, 0, -1):
        if not places[p]:
            continue
        for e in range(p + 1, size + 1):
            if places[e]:
                _raise(forward[p], forward[e, p], long, short, p, e, reach)
        for q in range(p):
            forward[p, q] += inner[p, q]
    return _ended(model, line, prices, inner, long, short, forward, margin)


@compiled
def _places(line: Context, prices: Prices, whole_words: bool) -> Flags:
    """Where a line may be cut: anywhere but in words and between two, and there only where their letters hardly fit."""
    size = len(line.symbols)
    places = np.ones(size + 1, np.bool_)
    for i in range(1, size):
        before, last, next_one = line.symbols[max(i - 2, 0)], line.symbols[i - 1], line.symbols[i]
        if next_one < FIRST_LETTER:
            continue
        k = min(line.reach, size - i)
        gain = line.sums[i + k] - line.sums[i] - line.heads[i, k]
        if last >= FIRST_LETTER:
            places[i] = not whole_words and gain <= prices.joined
        elif last == SPACE and before >= FIRST_LETTER:
            places[i - 1] = places[i] = gain <= prices.followed
    return places


@compiled
def _raise(row: Floats, start: float, long: Floats, short: Floats, p: int, e: int, reach: int) -> None:
    """Raise ``row[q]`` to what the run from ``p`` to ``e`` and a joint to ``q`` score."""
    near = p
    if e - p < reach:
        gains = short[p, e - p]
    else:
        gains, near = long[e, reach], max(0, p - reach + 1)
    for q in range(near):
        row[q] = max(row[q], start + gains[q])
    for q in range(near, p):
        row[q] = max(row[q], start + long[e, p - q, q])


@compiled
def _joints(model: Grams, line: Context, prices: Prices, places: Flags) -> tuple[Floats, Floats]:
    """Scores over the joints: ``[e, k, q]`` after a long run, ``[p, m, q]`` after one of ``m`` symbols from ``p``."""
    size, reach = len(line.symbols), line.reach
    long = np.full((size + 1, reach + 1, size), _NONE, np.float32)
    short = np.full((size, reach, size), _NONE, np.float32)
    alone, after_space = Heard(line.heads, line.after), _spaced(model, line)
    plain = Heard(np.zeros((reach + 1, reach + 1)), np.zeros((reach + 1, reach + 1), np.int32))
    halved = Heard(np.zeros((reach + 1, reach + 1)), np.zeros((reach + 1, reach + 1), np.int32))
    nodes, spaced = np.zeros(reach + 1, np.int32), np.zeros(reach + 1, np.int32)
    space = np.zeros(reach + 1)
    wanted = np.zeros(reach, np.int64)
    for e in range(2, size + 1):
        if not places[e]:
            continue
        count = 0
        for m in range(min(reach, e) + 1):
            nodes[m] = line.after[e - m, m]
            spaced[m], space[m] = step(model, np.int64(nodes[m]), SPACE)
            if m > 0 and (m == reach or places[e - m]):
                wanted[count] = m
                count += 1
        for q in range(e - 1):
            if not places[q]:
                continue
            while count > 0 and wanted[count - 1] >= e - q:
                count -= 1
            lengths, both = wanted[:count], prices.both[e, q]
            _listened(model, line, q, alone, nodes, lengths, plain)
            if both:
                _listened(model, line, q, after_space, spaced, lengths, halved)
            for m in lengths:
                k = min(reach, e - m - q)
                gain = plain.scores[m, k] - (prices.joint[e, q] if m > 1 else prices.lone[e, q])
                if both:
                    gain = max(gain, space[m] + halved.scores[m, k] - prices.half)
                if m < reach:
                    short[e - m, m, q] = gain
                    continue
                for k in range(1, min(reach, size - q) + 1):
                    gain = plain.scores[reach, k] - prices.joint[e, q]
                    if both:
                        gain = max(gain, space[reach] + halved.scores[reach, k] - prices.half)
                    long[e, k, q] = gain
    return long, short


@compiled
def _ended(
    model: Grams,
    line: Context,
    prices: Prices,
    inner: Floats,
    long: Floats,
    short: Floats,
    forward: Floats,
    margin: float,
) -> tuple[Runs, float]:
    """The best line, and through every run the best, now that what comes before each run is known."""
    size, reach = len(line.symbols), line.reach
    backward = np.full((size + 1, size + 1), _NONE, np.float32)
    best = _NONE
    for e in range(1, size + 1):
        held = min(e, reach)
        backward[e, 0] = 0.0 if line.symbols[e - 1] == SPACE else step(model, line.after[e - held, held], SPACE)[1]
        backward[e, 0] -= prices.unspaced[e]
        best = max(best, forward[e, 0] + backward[e, 0])
    if margin < 0:
        return forward, best
    most = _bounds(inner, long, short, reach)
    for p in range(1, size):
        least = best - margin - SLACK - most[p]
        for e in range(p + 1, size + 1):
            if forward[e, p] < least:
                continue
            held, found = e - p, _NONE
            for q in range(p):
                gain = short[p, held, q] if held < reach else long[e, min(reach, p - q), q]
                found = max(found, gain + inner[p, q] + backward[p, q])
            backward[e, p] = found
    return forward + backward, best


@compiled
def _bounds(inner: Floats, long: Floats, short: Floats, reach: int) -> Floats:
    """What the symbols up to each place can score at most, were every run free to choose the one before it."""
    size = len(short)
    most = np.zeros(size + 1, np.float32)
    free = np.full((reach + 1, size), _NONE, np.float32)
    for e in range(size + 1):
        for k in range(1, reach + 1):
            for q in range(size):
                free[k, q] = max(free[k, q], long[e, k, q])
    for p in range(1, size):
        best = _NONE
        for q in range(p):
            gain = free[min(reach, p - q), q]
            for m in range(1, reach):
                gain = max(gain, short[p, m, q])
            best = max(best, gain + inner[p, q] + most[q])
        most[p] = best
    return most
