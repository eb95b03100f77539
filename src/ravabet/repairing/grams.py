"""A back-off model over n-grams, kept as a tree in numpy arrays.

Probabilities are absolute discounting, interpolated (Ney, Essen and Kneser 1994, without their changed lower orders,
which gain nothing for letters): ``p(w|h) = (c(hw) - D) / c(h) + left(h) * p(w|h')``, ``left(h)`` the mass that the
discount and the pruned n-grams leave over. Scores are natural logarithms (nats).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

DISCOUNT = 0.7
_STEPS = 4
"""Counts are kept on a scale of quarter powers of two above 8, exactly below."""


def squeeze(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """Counts as one byte each: exact up to 8, then to within 10 per cent."""
    scaled = 8 + np.rint(_STEPS * np.log2(np.maximum(counts, 8) / 8))
    return np.where(counts <= 8, counts, scaled).astype(np.uint8)


def unsqueeze(codes: npt.NDArray[np.uint8]) -> Floats:
    """The counts that ``squeeze`` made bytes of."""
    return _UNSQUEEZED[codes]


_UNSQUEEZED = np.array([i if i <= 8 else 8 * 2 ** ((i - 8) / _STEPS) for i in range(256)], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Level:
    """The n-grams of one length: how many go on each shorter one, their last symbols, their squeezed counts."""

    children: npt.NDArray[np.uint16]
    symbols: npt.NDArray[np.uint16]
    counts: npt.NDArray[np.uint8]


class Grams:
    """The model: ``score[node]`` and ``left[node]`` in nats; node 0 is the empty history, -1 is no node."""

    def __init__(self, levels: list[Level], width: int) -> None:
        self.order, self.width = len(levels), width
        self._starts = np.cumsum([1] + [len(level.symbols) for level in levels]).astype(np.int64)
        parents = [
            (0 if i == 0 else self._starts[i - 1]) + np.repeat(np.arange(len(level.children)), level.children)
            for i, level in enumerate(levels)
        ]
        self.keys = np.concatenate([p * width + level.symbols for p, level in zip(parents, levels, strict=True)])
        self.score = np.zeros(self._starts[-1], dtype=np.float32)
        self.left = np.zeros(self._starts[-1], dtype=np.float32)
        self._bottom = np.concatenate([np.zeros(1, dtype=np.int64), *parents])
        self._estimate(levels, parents)
        del self._bottom

    def child(self, nodes: npt.NDArray[np.int64], symbols: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The node one symbol on from each node, -1 where the model has none."""
        wanted = nodes * self.width + symbols
        place = np.searchsorted(self.keys, wanted)
        place[place == len(self.keys)] = 0
        return np.where(self.keys[place] == wanted, place + 1, -1)

    def _estimate(self, levels: list[Level], parents: list[npt.NDArray[np.int64]]) -> None:
        """Fill in the scores, level by level; a node's suffix is the same n-gram without its first symbol."""
        total = self._starts[-1]
        counts = np.concatenate([np.zeros(1, np.float32), *(unsqueeze(level.counts) for level in levels)])
        inside = np.bincount(self._bottom[1:], weights=counts[1:], minlength=total)
        kept = np.bincount(self._bottom[1:], weights=np.maximum(counts[1:] - DISCOUNT, 0), minlength=total)
        counts = np.maximum(counts, inside)
        counts[0] = max(counts[0], 1)
        left = np.clip((counts - kept) / np.maximum(counts, 1), 1e-4, 1.0)
        suffix = np.zeros(total, dtype=np.int64)
        score = np.full(total, 1.0 / self.width)
        for i, parent in enumerate(parents):
            here = slice(self._starts[i], self._starts[i + 1])
            symbols = levels[i].symbols.astype(np.int64)
            if i:
                suffix[here] = self.child(suffix[parent], symbols)
            lower = score[suffix[here]]
            seen = np.maximum(counts[here] - DISCOUNT, 0) / counts[parent]
            score[here] = seen + left[parent] * lower
        self.score[:] = np.log(score)
        self.left[:] = np.log(left)


class LetterGrams(Grams):
    """A model of at most 64 symbols: the children of a node are a bit mask, so that a step costs two look-ups."""

    def __init__(self, levels: list[Level], width: int = 64) -> None:
        super().__init__(levels, width)
        parents, symbols = self.keys // width, (self.keys % width).astype(np.uint64)
        heads = np.flatnonzero(np.diff(parents, prepend=-1))
        self._mask = np.zeros(len(self.score) + 1, dtype=np.uint64)
        self._first = np.zeros(len(self.score) + 1, dtype=np.int64)
        self._mask[parents[heads]] = np.bitwise_or.reduceat(np.uint64(1) << symbols, heads)
        self._first[parents[heads]] = heads + 1
        self._fast = True

    def child(self, nodes: npt.NDArray[np.int64], symbols: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The node one symbol on from each node; node -1 has no children."""
        if not hasattr(self, "_fast"):
            return super().child(nodes, symbols)
        bit = np.uint64(1) << symbols.astype(np.uint64)
        mask = self._mask[nodes]
        rank = np.bitwise_count(mask & (bit - np.uint64(1)))
        return np.where(mask & bit, self._first[nodes] + rank, -1)
