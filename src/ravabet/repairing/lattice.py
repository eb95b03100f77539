"""First pass over a line: which runs could it be made of?

A damaged line is its reading order cut into runs, the runs put down last first. Undoing it means choosing cut points;
the repaired line is then the last run, the one before it, and so on. Only the joints between runs change with the
choice, so all joints are scored at once with the letter model, and dynamic programming over (run, run before it) finds
for every run the best line that holds it. Runs far from the best line are dropped.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import ALPHABET, FIRST_LETTER, FOREIGN, NUMBER, SPACE, Line, Symbols, mirrored
from ravabet.repairing.grams import LetterGrams

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Costs:
    """What a cut, or going on where readers cut, costs (nats). Tuned on damaged held-out news, 84 passages of 6 lines.

    ``edge``: a cut at a word edge; ``lone``: the second cut of a space that is a run of its own; ``inside``: in a word;
    ``comma``: beside a comma or semicolon; ``half``: at a half-space not yet known (the second pass knows the words).
    ``through_...``: a run that goes on over a stop, a number, a comma or a word edge. Cuts beside stops and numbers are
    free.
    """

    edge: float = 4.3
    lone: float = 1.3
    free: float = 0.0
    inside: float = 7.0
    comma: float = 6.8
    half: float = 3.0
    through_stop: float = 2.9
    through_number: float = 1.4
    through_soft: float = 1.5
    through_edge: float = 0.77


COSTS = Costs()
_SOFT_STOPS = [ALPHABET.index(stop) for stop in "،؛"]


@dataclass(frozen=True, slots=True)
class Lattice:
    """The runs ``(start, end)`` worth a second look, by their end; ``best``: the score of the best line (nats)."""

    runs: dict[int, list[int]]
    best: float
    cuts: tuple[int, ...]


class Scores:
    """The letter scores of one line: inside runs, and over every joint."""

    def __init__(self, model: LetterGrams, symbols: Symbols, before: Symbols) -> None:
        self.model, self.reach = model, model.order - 1
        self.symbols = symbols.astype(np.int64)
        self.size = len(symbols)
        self.nodes = _windows(model, self.symbols)
        self.within = _contextual(model, self.symbols, self.nodes)
        """``within[i, t]``: the score of symbol ``i`` after the ``t`` symbols before it in the line."""
        full = self.within[np.arange(self.size), np.minimum(np.arange(self.size), self.reach)]
        self.running = np.concatenate([[0.0], np.cumsum(full)]).astype(np.float32)
        self._before = before.astype(np.int64)[-self.reach :]

    def joints(self) -> tuple[Floats, Floats, Floats]:
        """``[m, e, q, l]``: the first ``l`` symbols from ``q`` after the ``m`` symbols that end at ``e``.

        Row ``size + 1`` stands for the line before. The second table has a space put in at the joint; the third is
        that space's own score ``[e, m]``.
        """
        tails = self._tails()
        spaced, cost = self._extended(tails, SPACE)
        with_space = self._table(spaced)[np.minimum(np.arange(self.reach + 1) + 1, self.reach)]
        return self._table(tails), with_space + cost.T[:, :, None, None], cost

    def _tails(self) -> Ints:
        """Nodes of the contexts ``[e, m]``: the ``m`` symbols that end at ``e``."""
        size, reach = self.size, self.reach
        nodes = np.full((size + 2, reach + 1), -1, dtype=np.int64)
        ends = np.arange(size + 1)
        for m in range(1, reach + 1):
            held = ends >= m
            nodes[:-1][held, m] = self.nodes[ends[held] - m, m - 1]
        tail = _windows(self.model, self._before)
        for m in range(1, min(reach, len(self._before)) + 1):
            nodes[-1, m] = tail[len(self._before) - m, m - 1]
        return nodes

    def _extended(self, nodes: Ints, extra: int) -> tuple[Ints, Floats]:
        """The contexts ``[e, m]`` that end with one symbol more, and its score after ``m`` symbols."""
        after = np.full_like(nodes, -1)
        cost = np.zeros(nodes.shape, dtype=np.float32)
        symbols = np.full(len(nodes), extra, dtype=np.int64)
        after[:, 1] = self.model.child(np.zeros(len(nodes), np.int64), symbols)
        score = self.model.score[after[:, 1]]
        cost[:, 0] = score
        for m in range(1, self.reach + 1):
            child = self.model.child(nodes[:, m], symbols)
            score = _backed_off(self.model, nodes[:, m], child, score)
            cost[:, m] = score
            if m < self.reach:
                after[:, m + 1] = child
        return after, cost

    def _table(self, tails: Ints) -> Floats:
        model, reach, size = self.model, self.reach, self.size
        table = np.zeros((reach + 1, size + 2, size, reach + 1), dtype=np.float32)
        ends, starts = np.nonzero(np.arange(size)[None, :] < np.r_[np.arange(size + 1), size][:, None])
        current = tails[ends]
        total = np.zeros((len(ends), reach + 1), dtype=np.float32)
        for j in range(reach):
            here = starts + j
            held = here < size
            symbol = self.symbols[np.minimum(here, size - 1)]
            score = np.where(held, self.within[np.minimum(here, size - 1), j], 0).astype(np.float32)
            total[:, 0] += score
            table[0, ends, starts, j + 1] = total[:, 0]
            for m in range(1, reach + 1):
                if m + j <= reach:
                    nodes = current[:, m]
                    child = model.child(nodes, symbol)
                    score = np.where(held, _backed_off(model, nodes, child, score), 0)
                    current[:, m] = child
                total[:, m] += score
                table[m, ends, starts, j + 1] = total[:, m]
        return table


def _windows(model: LetterGrams, symbols: Ints) -> Ints:
    """``[i, k]``: the node of the ``k + 1`` symbols from ``i``, -1 where there is none."""
    size = len(symbols)
    nodes = np.full((size + 1, model.order), -1, dtype=np.int64)
    current, starts = np.zeros(size, dtype=np.int64), np.arange(size)
    for k in range(model.order):
        held = starts + k < size
        step = model.child(current, symbols[np.minimum(starts + k, size - 1)])
        current = np.where(held, step, -1)
        nodes[:size, k] = current
    return nodes


def _contextual(model: LetterGrams, symbols: Ints, nodes: Ints) -> Floats:
    """The score of each symbol by the length of the context taken from the line."""
    size = len(symbols)
    scores = np.zeros((size, model.order), dtype=np.float32)
    places = np.arange(size)
    score = model.score[nodes[:size, 0]]
    scores[:, 0] = score
    for t in range(1, model.order):
        start = np.maximum(places - t, 0)
        node, history = nodes[start, t], nodes[start, t - 1]
        better = _backed_off(model, history, node, score)
        score = np.where(places >= t, better, score)
        scores[:, t] = score
    return scores


def _backed_off(model: LetterGrams, history: Ints, node: Ints, shorter: Floats) -> Floats:
    """The score with one symbol more of context, given the score with the shorter one."""
    lost = np.where(history >= 0, model.left[history], np.float32(0))
    return np.where(node >= 0, model.score[node], shorter + lost).astype(np.float32)


def through(symbols: Symbols, costs: Costs = COSTS) -> Floats:
    """What it costs a run to go on from atom ``i - 1`` to atom ``i``, summed up to ``i``."""
    letter, apart = symbols >= FIRST_LETTER, np.isin(symbols, (NUMBER, FOREIGN))
    soft = np.isin(symbols, _SOFT_STOPS)
    stop = ~letter & ~apart & ~soft & (symbols != SPACE)
    pair = np.where((symbols[:-1] == SPACE) & letter[1:], costs.through_edge, 0.0)
    pair = np.where(soft[:-1] | soft[1:], costs.through_soft, pair)
    pair = np.where(stop[:-1] | stop[1:], costs.through_stop, pair)
    pair = np.where(apart[:-1] | apart[1:], costs.through_number, pair)
    return np.concatenate([[0.0], np.cumsum(pair)]).astype(np.float32)


def joint_costs(symbols: Symbols, costs: Costs = COSTS) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """``[e, q]``: what the joint of a run that ends at ``e`` with one that starts at ``q`` costs; both letters?"""
    letter, space, soft = symbols >= FIRST_LETTER, symbols == SPACE, np.isin(symbols, _SOFT_STOPS)
    apart = ~letter & ~space & ~soft
    near = apart | np.r_[apart[1:], False] | np.r_[False, apart[:-1]]
    left_letter, left_space, left_near = np.r_[False, letter], np.r_[False, space], np.r_[False, near]
    left_soft, left_apart = np.r_[False, soft], np.r_[False, apart]
    free = (left_space & left_near)[:, None] | (space & near)[None, :] | left_apart[:, None] | apart
    edge = left_space[:, None] | space
    comma = left_soft[:, None] | soft
    both = left_letter[:, None] & letter
    table = np.select([both, free, comma, edge], [costs.inside, costs.free, costs.comma, costs.edge], 0.0)
    return table.astype(np.float32), both


def after_lone_space(cost: Floats, symbols: Symbols, costs: Costs = COSTS) -> Floats:
    """The joint costs for runs that are one space: the word edge before them has been paid for."""
    lone = np.r_[False, symbols == SPACE][:, None]
    return np.where(lone & (cost == np.float32(costs.edge)), np.float32(costs.lone), cost)


def explore(model: LetterGrams, line: Line, before: Symbols, margin: float, costs: Costs = COSTS) -> Lattice:
    """The runs of the line that some line within ``margin`` nats of the best is made of."""
    symbols = mirrored(line.symbols)
    size, scores = len(symbols), Scores(model, symbols, before)
    reach = scores.reach
    plain, spaced, space_cost = scores.joints()
    cost, both = joint_costs(symbols, costs)
    plain[2:, : size + 1] -= cost[None, :, :, None]
    plain[1, : size + 1] -= after_lone_space(cost, symbols, costs)[:, :, None]
    allowed = np.where(both, -costs.half, -np.inf).astype(np.float32)
    np.maximum(plain[:, : size + 1], spaced[:, : size + 1] + allowed[None, :, :, None], out=plain[:, : size + 1])
    passing = through(symbols, costs)
    starts = np.arange(size)

    def rest(end: int) -> Floats:
        inner: Floats = scores.running[end] - scores.running[np.minimum(starts[:end] + reach, end)]
        inner -= passing[end - 1] - passing[:end]
        return inner

    forward = np.full((size + 1, size + 1), -np.inf, dtype=np.float32)
    first = min(reach, len(before))
    forward[:size, size] = plain[first, size + 1, starts, np.minimum(size - starts, reach)] + rest(size)
    steps: dict[int, Floats] = {}
    for q in range(size - 1, 0, -1):
        ends = np.arange(q + 1, size + 1)
        held = np.minimum(ends - q, reach)
        step = plain[held[:, None], ends[:, None], starts[None, :q], np.minimum(q - starts[:q], reach)[None, :]]
        step = step + rest(q)
        steps[q] = step
        forward[:q, q] = (forward[q, q + 1 :, None] + step).max(axis=0)
    backward = np.full_like(forward, -np.inf)
    ends = np.arange(1, size + 1)
    closing = np.where(symbols == SPACE, 0.0, space_cost[ends, np.minimum(ends, reach)])
    backward[0, 1:] = closing
    for q in range(1, size):
        backward[q, q + 1 :] = (steps[q] + backward[:q, q][None, :]).max(axis=1)
    total = forward + backward
    best = float(total.max())
    runs: dict[int, list[int]] = {}
    for start, end in zip(*np.nonzero(total >= best - margin), strict=True):
        runs.setdefault(int(end), []).append(int(start))
    return Lattice(runs, best, _best_cuts(forward, steps, closing))


def _best_cuts(forward: Floats, steps: dict[int, Floats], closing: Floats) -> tuple[int, ...]:
    """The cut points of the best line, in the order of the damaged line."""
    start, end = 0, int(np.argmax(forward[0, 1:] + closing)) + 1
    cuts = []
    size = len(closing)
    while end < size:
        cuts.append(end)
        start, end = end, end + 1 + int(np.argmax(forward[end, end + 1 :] + steps[end][:, start]))
    return tuple(cuts)


def as_is(model: LetterGrams, symbols: Symbols, before: Symbols) -> float:
    """The letter score of a line left alone, with the space that ends it."""
    tail = [] if len(symbols) and symbols[-1] == SPACE else [SPACE]
    whole = np.concatenate([before, symbols, np.array(tail, dtype=np.uint8)])
    running = Scores(model, whole, np.zeros(0, dtype=np.uint8)).running
    return float(running[-1] - running[len(before)])
