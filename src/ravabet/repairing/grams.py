"""A back-off model over n-grams, kept as a tree in numpy arrays.

Scores are natural logarithms (nats): a symbol after a history costs what its n-gram says or, where the model has no
such n-gram, what the history lost (``left``) and the symbol after the shorter history.
How the scores are estimated is the business of ``tools/train_repair.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

STEP = 1 / 6
"""Scores are kept to within a 12th of a nat."""


@dataclass(frozen=True, slots=True)
class Level:
    """The n-grams of one length: how many go on each shorter one, their last symbols, scores and losses (in steps)."""

    children: npt.NDArray[np.uint16]
    symbols: npt.NDArray[np.uint16]
    scores: Bytes
    lefts: Bytes


def squeezed(scores: npt.NDArray[np.float64]) -> Bytes:
    """Scores (0 or less) as one byte each."""
    return np.clip(np.rint(-scores / STEP), 0, 255).astype(np.uint8)


class Grams:
    """The model: ``score[node]`` and ``left[node]`` in nats; node 0 is the empty history, -1 is no node."""

    def __init__(self, levels: list[Level], width: int) -> None:
        self.order, self.width = len(levels), width
        self.keys = keys(levels, width)
        self.score = np.concatenate([[0], *(level.scores for level in levels), [0]]).astype(np.float32) * np.float32(
            -STEP
        )
        self.left = np.concatenate([[0], *(level.lefts for level in levels), [0]]).astype(np.float32) * np.float32(
            -STEP
        )

    def child(self, nodes: Ints, symbols: Ints) -> Ints:
        """The node one symbol on from each node, -1 where the model has none."""
        wanted = nodes * self.width + symbols
        place = np.searchsorted(self.keys, wanted)
        place[place == len(self.keys)] = 0
        return np.where(self.keys[place] == wanted, place + 1, -1)


class LetterGrams(Grams):
    """A model of at most 64 symbols: the children of a node are a bit mask, so that a step costs two look-ups."""

    def __init__(self, levels: list[Level], width: int = 64) -> None:
        super().__init__(levels, width)
        parents, symbols = self.keys // width, (self.keys % width).astype(np.uint64)
        heads = np.flatnonzero(np.diff(parents, prepend=-1))
        self._mask = np.zeros(len(self.score), dtype=np.uint64)
        self._first = np.zeros(len(self.score), dtype=np.int64)
        self._mask[parents[heads]] = np.bitwise_or.reduceat(np.uint64(1) << symbols, heads)
        self._first[parents[heads]] = heads + 1

    def child(self, nodes: Ints, symbols: Ints) -> Ints:
        """The node one symbol on from each node; node -1 has no children."""
        bit = np.uint64(1) << symbols.astype(np.uint64)
        mask = self._mask[nodes]
        rank = np.bitwise_count(mask & (bit - np.uint64(1)))
        return np.where(mask & bit, self._first[nodes] + rank, -1)


def keys(levels: list[Level], width: int) -> Ints:
    """Every n-gram as parent node and symbol in one number; ascending, so that node ``i`` has key ``i - 1``."""
    found, start, size = [], 0, 1
    for level in levels:
        parents = start + np.repeat(np.arange(size), level.children)
        found.append(parents * width + level.symbols)
        start, size = start + size, len(level.symbols)
    return np.concatenate(found)
