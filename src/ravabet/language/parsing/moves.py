"""The moves of the parser: from the vectors of words to heads, sentence by sentence, compiled to machine code.

The moves are those of Goldberg and Nivre (*A Dynamic Oracle for Arc-Eager Dependency Parsing*, COLING 2012); a word
without head that is to leave the stack goes back before those not yet read, once, as in spaCy.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ravabet.repairing.compiled import compiled

SHIFT, REDUCE, LEFT, RIGHT = range(4)
"""What a move does: a word on to the stack, off it, an arc to the word before, an arc to the word behind."""
SEEN = 13
"""Words that a move is chosen by: see ``_look``."""

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


@compiled
def heads(
    told: Floats, padding: Floats, bias: Floats, weights: Floats, scores: Floats, kinds: Numbers, edges: Numbers
) -> tuple[Numbers, Numbers]:
    """The head of each word within its sentence (-1 for a root), and the number of the move that gave it.

    ``told[n, f, p, h]``: what word ``n`` in the place ``f`` adds to unit ``h`` in piece ``p``; ``padding[f, p, h]``:
    what a place adds where no word stands. The largest piece of each unit goes through ``weights`` (units by moves), to
    which ``scores`` are added. ``kinds``: what each move does; ``edges``: where sentences begin and end.
    """
    found = np.full(edges[-1], -1)
    moves = np.full(edges[-1], -1)
    for number in range(len(edges) - 1):
        begin, end = edges[number], edges[number + 1]
        _sentence(told[begin:end], padding, bias, weights, scores, kinds, found[begin:end], moves[begin:end])
    return found, moves


@compiled
def _sentence(
    told: Floats,
    padding: Floats,
    bias: Floats,
    weights: Floats,
    scores: Floats,
    kinds: Numbers,
    found: Numbers,
    moves: Numbers,
) -> None:
    """Fill in the heads and moves of one sentence.

    ``back``: words put back before those not yet read, the next of them last; ``lefts`` and ``rights``: the last child
    on either side of each word, ``before`` the child before that; ``stays``: words that were put back once.
    """
    size = len(found)
    stack, back = np.empty(size, np.int64), np.empty(size, np.int64)
    lefts, rights, before = np.full(size, -1), np.full(size, -1), np.full(size, -1)
    stays = np.zeros(size, np.bool_)
    seen = np.empty(SEEN, np.int64)
    depth = put = read = 0
    while depth or read < size or put:
        left = size - read + put
        first = back[put - 1] if put else read if read < size else -1
        top = stack[depth - 1] if depth else -1
        _look(seen, stack, depth, back, put, read, lefts, rights, before)
        allowed = (
            depth == 0 or (left > 1 and not stays[first]),
            depth > 1 or (depth == 1 and left == 0),
            depth > 0 and left > 0,
        )
        move = _best(told, padding, bias, weights, scores, kinds, seen, allowed)
        kind = kinds[move]
        if kind == LEFT:
            if found[top] >= 0:  # the arc from the left that it had, the last of its head's
                rights[found[top]] = before[top]
            before[top], lefts[first] = lefts[first], top
            found[top], moves[top] = first, move
            stays[first] = False
        elif kind == RIGHT:
            before[first], rights[top] = rights[top], first
            found[first], moves[first] = top, move
        elif kind == REDUCE and found[top] < 0 and depth > 1:
            stays[top] = True
            back[put] = top
            put += 1
        if kind in (LEFT, REDUCE):
            depth -= 1
            continue
        stack[depth] = first
        depth += 1
        if put:
            put -= 1
        else:
            read += 1


@compiled
def _look(
    seen: Numbers,
    stack: Numbers,
    depth: int,
    back: Numbers,
    put: int,
    read: int,
    lefts: Numbers,
    rights: Numbers,
    before: Numbers,
) -> None:
    """The words that a move is chosen by: the next two, the three on the stack, and the last children of these."""
    size = len(stack)
    for place in range(2):
        ahead = read + place - put
        seen[place] = back[put - 1 - place] if place < put else ahead if ahead < size else -1
    for place in range(3):
        seen[2 + place] = stack[depth - 1 - place] if place < depth else -1
    first, top, below = seen[0], seen[2], seen[3]
    seen[5] = lefts[top] if top >= 0 else -1
    seen[6] = rights[top] if top >= 0 else -1
    seen[7] = lefts[first] if first >= 0 else -1
    seen[8] = before[seen[6]] if seen[6] >= 0 else -1
    seen[9] = lefts[below] if below >= 0 else -1
    seen[10] = before[seen[9]] if seen[9] >= 0 else -1
    seen[11] = rights[below] if below >= 0 else -1
    seen[12] = before[seen[11]] if seen[11] >= 0 else -1


@compiled
def _best(
    told: Floats,
    padding: Floats,
    bias: Floats,
    weights: Floats,
    scores: Floats,
    kinds: Numbers,
    seen: Numbers,
    allowed: Any,  # noqa: ANN401  three truths
) -> int:
    """The move with the highest score among those allowed: to shift, to reduce, to make an arc."""
    pieces, units = bias.shape
    total = np.zeros((pieces, units), np.float32)
    for place in range(SEEN):
        word = seen[place]
        added = told[word, place] if word >= 0 else padding[place]
        for piece in range(pieces):
            for unit in range(units):
                total[piece, unit] += added[piece, unit]
    found = np.zeros(len(scores), np.float32)
    for unit in range(units):
        most = total[0, unit] + bias[0, unit]
        for piece in range(1, pieces):
            most = max(most, total[piece, unit] + bias[piece, unit])
        for move in range(len(scores)):
            found[move] += most * weights[unit, move]
    best = -1
    for move in range(len(scores)):
        if allowed[min(kinds[move], LEFT)]:
            score = found[move] + scores[move]
            if best < 0 or score > found[best]:
                best = move
            found[move] = score
    return best
