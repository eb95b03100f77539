"""Classes of words that stand in the same places, found by exchange.

Each word is moved to the class that makes pairs of classes side by side tell most of each other, over and over (Kneser
and Ney 1993; Martin, Liermann and Ney 1998). The counts are whole numbers, so the same text gives the same classes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ravabet.repairing.compiled import compiled

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

ROUNDS = 8
_TABLED = 1 << 16


def classes(sequence: Ints, size: int, count: int) -> Ints:
    """The class of each of ``size`` words, 0 to ``count`` - 1, from the order in which they stand in a text."""
    firsts, seconds, pairs = _pairs(sequence, size)
    total = np.bincount(sequence, minlength=size)
    order = np.argsort(-total, kind="stable")
    found = np.empty(size, np.int64)
    found[order] = np.arange(size) % count
    flipped = np.lexsort((firsts, seconds))
    right = (_starts(firsts, size), seconds, pairs)
    left = (_starts(seconds[flipped], size), firsts[flipped], pairs[flipped])
    logs = np.zeros(_TABLED)
    logs[1:] = np.arange(1, _TABLED) * np.log(np.arange(1, _TABLED))
    for _ in range(ROUNDS):
        if not _exchanged(order, total, found, count, *left, *right, logs):
            break
    return found


def ties(sequence: Ints, found: Ints, count: int) -> Floats:
    """How much likelier each class is after each other than anywhere: the ratio, ``[class before, class]``."""
    labels = found[sequence]
    pairs = np.bincount(labels[:-1] * count + labels[1:], minlength=count * count).reshape(count, count)
    before, after = pairs.sum(1, keepdims=True), pairs.sum(0, keepdims=True)
    return np.asarray((pairs + 0.5) * pairs.sum() / (np.maximum(before, 1) * np.maximum(after, 1)), np.float64)


def _pairs(sequence: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    keys, counts = np.unique(sequence[:-1] * size + sequence[1:], return_counts=True)
    return keys // size, keys % size, counts


def _starts(words: Ints, size: int) -> Ints:
    return np.searchsorted(words, np.arange(size + 1))


@compiled
def _exchanged(
    order: Ints, total: Ints, found: Ints, count: int, lefts: Ints, left: Ints, left_counts: Ints, rights: Ints,
    right: Ints, right_counts: Ints, logs: Floats,
) -> int:  # fmt: skip
    """Move each word to its best class; how many were moved. The neighbours of word ``w``: ``lefts[w]`` onwards."""
    both, alone = np.zeros((count, count), np.int64), np.zeros(count, np.int64)
    for w in range(len(found)):
        alone[found[w]] += total[w]
        for i in range(rights[w], rights[w + 1]):
            both[found[w], found[right[i]]] += right_counts[i]
    before, after = np.zeros(count, np.int64), np.zeros(count, np.int64)
    moved = 0
    for w in order:
        before[:], after[:], own = 0, 0, 0
        for i in range(lefts[w], lefts[w + 1]):
            if left[i] == w:
                own = left_counts[i]
            else:
                before[found[left[i]]] += left_counts[i]
        for i in range(rights[w], rights[w + 1]):
            if right[i] != w:
                after[found[right[i]]] += right_counts[i]
        old = found[w]
        _put(both, alone, before, after, own, total[w], old, -1)
        best, most = old, -np.inf
        one, two = np.flatnonzero(before), np.flatnonzero(after)
        for k in range(count):
            gain = -2 * (_f(alone[k] + total[w], logs) - _f(alone[k], logs))
            gain += _f(both[k, k] + before[k] + after[k] + own, logs) - _f(both[k, k], logs)
            for c in one:
                if c != k:
                    gain += _f(both[c, k] + before[c], logs) - _f(both[c, k], logs)
            for c in two:
                if c != k:
                    gain += _f(both[k, c] + after[c], logs) - _f(both[k, c], logs)
            if gain > most + 1e-9:
                best, most = k, gain
        _put(both, alone, before, after, own, total[w], best, 1)
        found[w] = best
        moved += best != old
    return moved


@compiled
def _put(both: Ints, alone: Ints, before: Ints, after: Ints, own: int, total: int, k: int, sign: int) -> None:
    both[:, k] += sign * before
    both[k, :] += sign * after
    both[k, k] += sign * own
    alone[k] += sign * total


@compiled
def _f(x: int, logs: Floats) -> float:
    return float(logs[x] if x < len(logs) else x * np.log(x))
