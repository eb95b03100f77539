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

from ravabet.repairing.atoms import SPACE, Line, Symbols, mirrored
from ravabet.repairing.compiled import compiled
from ravabet.repairing.cutting import COSTS, Costs, Prices, priced
from ravabet.repairing.grams import Grams, Nodes, step

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Runs = npt.NDArray[np.float32]
"""``[start, end]``: the score of the best line that holds the run, far below any line's where there is none."""

_NONE = np.float32(-1e30)


def best_of(model: Grams, line: Line, before: Symbols, costs: Costs = COSTS) -> float:
    """The score of the best order of a line (nats)."""
    symbols = mirrored(line.symbols)
    return explored(model, symbols, history(model, before), priced(symbols, costs), costs.half, False)[1]


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


@compiled
def _joint(model: Grams, line: Context, q: int, node: int, cost: float, half: float, row: Floats) -> None:
    """``row[k]``: what ``k`` symbols from ``q`` gain after a history, over a joint; ``half``: with one, or -1."""
    total, now, known = 0.0, node, False
    count = min(line.reach, len(line.symbols) - q)
    for k in range(count):
        if known:
            total += line.heads[q, k + 1] - line.heads[q, k]
        else:
            now, score = step(model, now, line.symbols[q + k])
            total += score
            known = now == line.after[q, k + 1]
        row[k + 1] = total - cost
    if half < 0:
        return
    now, total = step(model, node, SPACE)
    known = False
    for k in range(count):
        if known:
            total += line.heads[q, k + 1] - line.heads[q, k]
        else:
            now, score = step(model, now, line.symbols[q + k])
            total += score
            known = now == line.after[q, k + 1]
        row[k + 1] = max(row[k + 1], total - half)


@compiled
def explored(
    model: Grams, symbols: Symbols, before: int, prices: Prices, half: float, every: bool
) -> tuple[Runs, float]:
    """What the best line through each run scores, ``[start, end]`` of the run in nats, and the best of all.

    ``every``: runs anywhere; otherwise only the score of the best line is wanted.
    """
    size = len(symbols)
    line = context(model, symbols)
    reach = line.reach
    inner = np.full((size + 1, size + 1), _NONE, np.float32)
    for q in range(size):
        for p in range(q + 1, size + 1):
            inner[q, p] = line.sums[p] - line.sums[min(q + reach, p)] - prices.passing[p - 1] + prices.passing[q]
    long, short = _joints(model, line, prices, half)
    forward = np.full((size + 1, size + 1), _NONE, np.float32)
    for p in range(size):
        forward[p, size] = onward(model, line, p, min(reach, size - p), before) + inner[p, size]
    for p in range(size - 1, 0, -1):
        for e in range(p + 1, size + 1):
            held, start = e - p, forward[p, e]
            for q in range(p):
                gain = short[p, held, q] if held < reach else long[e, q, min(reach, p - q)]
                forward[q, p] = max(forward[q, p], start + gain + inner[q, p])
    return _ended(model, line, inner, long, short, forward, every)


@compiled
def _joints(model: Grams, line: Context, prices: Prices, half: float) -> tuple[Floats, Floats]:
    """Scores over the joints: ``[e, q, k]`` after a long run, ``[p, m, q]`` after one of ``m`` symbols from ``p``."""
    size, reach = len(line.symbols), line.reach
    long = np.full((size + 1, size, reach + 1), _NONE, np.float32)
    short = np.full((size, reach, size), _NONE, np.float32)
    row = np.zeros(reach + 1, np.float32)
    for e in range(2, size + 1):
        for q in range(e - 1):
            price = half if prices.both[e, q] else -1.0
            if e - q > reach:
                _joint(model, line, q, line.after[e - reach, reach], prices.joint[e, q], price, long[e, q])
            for m in range(1, min(reach, e - q)):
                p = e - m
                cost = prices.joint[e, q] if m > 1 else prices.lone[e, q]
                _joint(model, line, q, line.after[p, m], cost, price, row)
                short[p, m, q] = row[min(reach, p - q)]
    return long, short


@compiled
def _ended(
    model: Grams, line: Context, inner: Floats, long: Floats, short: Floats, forward: Floats, every: bool
) -> tuple[Runs, float]:
    """The best line, and through every run the best, now that what comes before each run is known."""
    size, reach = len(line.symbols), line.reach
    backward = np.full((size + 1, size + 1), _NONE, np.float32)
    best = _NONE
    for e in range(1, size + 1):
        held = min(e, reach)
        backward[0, e] = 0.0 if line.symbols[e - 1] == SPACE else step(model, line.after[e - held, held], SPACE)[1]
        best = max(best, forward[0, e] + backward[0, e])
    if not every:
        return forward, best
    for p in range(1, size):
        for e in range(p + 1, size + 1):
            held, found = e - p, _NONE
            for q in range(p):
                gain = short[p, held, q] if held < reach else long[e, q, min(reach, p - q)]
                found = max(found, gain + inner[q, p] + backward[q, p])
            backward[p, e] = found
    return forward + backward, best
