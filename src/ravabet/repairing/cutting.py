"""What it costs to cut a line into runs, as the readers that do it cut: their habits, in nats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import ALPHABET, FIRST_LETTER, FOREIGN, NUMBER, SPACE, WIDTH, Symbols
from ravabet.repairing.compiled import compiled

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Costs:
    """What a cut, or going on where readers cut, costs (nats). Tuned on damaged held-out news.

    ``edge``: a cut at a word edge; ``lone``: the second cut of a space that is a run of its own; ``inside``: in a word;
    ``comma``: beside a comma or semicolon; ``half``: at a half-space not yet known (the second pass knows the words).
    ``unwritten``: besides, for each half-space, in a text that seems to write none (see ``habits``).
    ``through_...``: a run that goes on over a stop, a number, a comma or a word edge. Cuts beside stops and numbers are
    free. ``empty``: brackets or guillemets with nothing between them, as they came or as they would be left: news has
    none, so it is out of reach, but finite, for a text of nothing else. ``gap``: a joint that leaves a space on the
    inner side of a mark, or none on its outer side; ``twice``: two spaces in a row; ``figure``: a number beside a word.
    ``led``: a run of several symbols that begins with a space; ``unspaced``: a line whose last run ends without one.
    The founding document has neither (173 runs, 25 lines).
    ``joined``, ``followed``: nats by which letters read better after the letters before them than after nothing, over
    which a word, or a space between words, is not cut there at all: held-out news keeps as many wrong characters.
    """

    edge: float = 4.3
    lone: float = 1.3
    free: float = 0.0
    inside: float = 7.0
    comma: float = 6.8
    half: float = 3.0
    unwritten: float = 0.0
    through_stop: float = 2.9
    through_number: float = 1.4
    through_soft: float = 1.5
    through_edge: float = 0.77
    empty: float = 30.0
    gap: float = 4.0
    twice: float = 5.0
    figure: float = 3.0
    led: float = 4.0
    unspaced: float = 3.0
    joined: float = 1.0
    followed: float = 5.0


COSTS = Costs()

NEVER = 5.0
"""Nats over which a text writes no half-space at all, so that none is looked for."""

LETTER, SOFT, APART = 1, 2, 3
"""Kinds of symbols besides the space (0): letters, commas and semicolons, and what readers cut at."""

_KINDS = np.full(WIDTH, APART, np.uint8)
_KINDS[SPACE] = 0
_KINDS[FIRST_LETTER:] = LETTER
_KINDS[[ALPHABET.index(mark) for mark in "،؛"]] = SOFT
_INNER = np.zeros(WIDTH, np.uint8)
_INNER[[ALPHABET.index(mark) for mark in ".،؛:!؟)»"]] = 1
_INNER[[ALPHABET.index(mark) for mark in "(«"]] = 2
_TWIN = np.zeros(WIDTH, np.uint8)
_TWIN[[ALPHABET.index(mark) for mark in "(«"]] = [ALPHABET.index(mark) for mark in ")»"]


class Prices(NamedTuple):
    """The costs of one line: ``joint[e, q]`` where the run before ends at ``e`` and the run after starts at ``q``.

    ``lone``: the same after a run of one symbol; ``both``: are there letters on both sides; ``passing``: the costs of
    going on, summed up to each symbol; ``led``: of a run of several symbols that starts at
    one; ``unspaced``: of a line that ends before it; the others: as in ``Costs``.
    """

    joint: Floats
    lone: Floats
    both: Flags
    passing: Floats
    led: Floats
    unspaced: Floats
    joined: float
    followed: float
    half: float
    unwritten: float


def priced(symbols: Symbols, costs: Costs = COSTS) -> Prices:
    """What the joints of a line and its going on cost."""
    joint, lone, both = _joints(symbols, np.array(_cuts(costs), np.float32))
    if costs.unwritten > NEVER:
        both[:] = False
    led, ended = np.zeros(len(symbols) + 1, np.float32), np.zeros(len(symbols) + 1, np.float32)
    led[:-1][symbols == SPACE], ended[1:][symbols != SPACE] = costs.led, costs.unspaced
    return Prices(
        joint,
        lone,
        both,
        _through(symbols, np.array(_goings(costs), np.float32)),
        led,
        ended,
        costs.joined,
        costs.followed,
        costs.half + costs.unwritten,
        costs.unwritten,
    )


def _cuts(costs: Costs) -> tuple[float, ...]:
    return (
        costs.edge,
        costs.lone,
        costs.free,
        costs.inside,
        costs.comma,
        costs.empty,
        costs.gap,
        costs.twice,
        costs.figure,
    )


def _goings(costs: Costs) -> tuple[float, ...]:
    return costs.through_stop, costs.through_number, costs.through_soft, costs.through_edge, costs.empty


@compiled
def _joints(symbols: Symbols, costs: Floats) -> tuple[Floats, Floats, Flags]:
    edge, second, free, inside, comma, empty, gap, twice, figure = costs
    size = len(symbols)
    kind = _KINDS[symbols]
    near = np.zeros(size, np.bool_)
    for i in range(size):
        near[i] = kind[i] == APART or (i > 0 and kind[i - 1] == APART) or (i + 1 < size and kind[i + 1] == APART)
    joint = np.zeros((size + 1, size), np.float32)
    lone = np.zeros((size + 1, size), np.float32)
    both = np.zeros((size + 1, size), np.bool_)
    for e in range(1, size + 1):
        left, mark = kind[e - 1], symbols[e - 1]
        for q in range(size):
            right = kind[q]
            if left == LETTER and right == LETTER:
                both[e, q] = True
                cost = inside
            elif left == APART or right == APART or (left == 0 and near[e - 1]) or (right == 0 and near[q]):
                cost = free
            elif left == SOFT or right == SOFT:
                cost = comma
            else:
                cost = edge
            once = second if left == 0 and cost == edge else cost
            if _TWIN[mark] and _TWIN[mark] == symbols[q]:
                cost = once = empty
            inner, outer = _INNER[symbols[q]], _INNER[mark]
            if left == 0 and right == 0:
                cost, once = cost + twice, once + twice
            elif (left == LETTER and symbols[q] == NUMBER) or (mark == NUMBER and right == LETTER):
                cost, once = cost + figure, once + figure
            elif (left == 0 and inner == 1) or (outer == 2 and right == 0):
                cost, once = cost + gap, once + gap
            elif (left == LETTER and inner == 2) or (outer == 1 and right == LETTER):
                cost, once = cost + gap, once + gap
            joint[e, q], lone[e, q] = cost, once
    return joint, lone, both


@compiled
def _through(symbols: Symbols, costs: Floats) -> Floats:
    stop, number, soft, edge, empty = costs
    total = np.zeros(len(symbols) + 1, np.float32)
    for i in range(1, len(symbols)):
        one, two = symbols[i - 1], symbols[i]
        first, second = _KINDS[one], _KINDS[two]
        cost = np.float32(0)
        if _TWIN[two] and _TWIN[two] == one:
            cost = empty
        elif one == NUMBER or two == NUMBER or one == FOREIGN or two == FOREIGN:
            cost = number
        elif first == APART or second == APART:
            cost = stop
        elif first == SOFT or second == SOFT:
            cost = soft
        elif first == 0 and second == LETTER:
            cost = edge
        total[i] = total[i - 1] + cost
    total[len(symbols)] = total[len(symbols) - 1]
    return total
