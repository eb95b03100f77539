"""Boosted decision trees over named numbers, read from a table shipped with a package."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ravabet.repairing.compiled import compiled

Node = tuple[str, float, int, int, float]
"""Feature, threshold, the nodes for "at most the threshold" and for "more", counted within the tree, and the value of a
leaf. A leaf has no feature, and points to itself."""


@dataclass(frozen=True, slots=True)
class Boosted:
    """Trees whose leaves add up to log-odds (Friedman 2001); all nodes lie in one row, ``roots`` begin the trees.

    ``next``: for each node the one for "at most the threshold" and the one for "more".
    """

    names: tuple[str, ...]
    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    next: NDArray[np.int32]
    value: NDArray[np.float64]

    def log_odds(self, rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
        """The log-odds of each row; a row holds a number for each of ``names``, in their order."""
        matrix = np.asarray(rows, dtype=np.float64)
        if not len(matrix):
            return np.zeros(0)
        total: NDArray[np.float64] = _leaves(
            matrix, self.roots, self.feature, self.threshold, self.next, self.value
        ).sum(axis=1)
        return total


@compiled
def _leaves(
    rows: NDArray[np.float64],
    roots: NDArray[np.int32],
    feature: NDArray[np.int32],
    threshold: NDArray[np.float64],
    following: NDArray[np.int32],
    value: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The value of the leaf where each row (down) ends in each tree (across)."""
    found = np.empty((len(rows), len(roots)))
    for number in range(len(rows)):
        for tree in range(len(roots)):
            at, below = -1, roots[tree]
            while below != at:  # a leaf points to itself
                at = below
                below = following[2 * at + (rows[number, feature[at]] > threshold[at])]
            found[number, tree] = value[at]
    return found


def boosted(names: Sequence[str], trees: Iterable[Sequence[Node]]) -> Boosted:
    """A model of trees given node by node, the root first."""
    number = {name: n for n, name in enumerate(names)}
    roots: list[int] = []
    nodes: list[tuple[int, float, int, int, float]] = []
    for tree in trees:
        begin = len(nodes)
        roots.append(begin)
        nodes += [
            (number.get(name, 0), edge, begin + low, begin + high, value) for name, edge, low, high, value in tree
        ]
    feature, threshold, low, high, value = (np.array(column) for column in zip(*nodes, strict=True))
    small: Any = np.int32
    return Boosted(
        tuple(names),
        np.array(roots, small),
        feature.astype(small),
        threshold.astype(float),
        np.stack((low, high), axis=1).ravel().astype(small),
        value.astype(float),
    )


def unpacked(table: bytes, names: Sequence[str]) -> Boosted:
    """The model that ``packed`` wrote."""
    trees: list[list[Node]] = []
    for line in gzip.decompress(table).decode("utf-8").splitlines():
        name, edge, low, high, value = line.split("\t")
        if name == "tree":
            trees.append([])
        else:
            trees[-1].append((name, float(edge), int(low), int(high), float(value)))
    return boosted(names, trees)


def packed(trees: Iterable[Sequence[Node]]) -> bytes:
    """A table with a row a node (feature, threshold, low, high, value), each tree under a row that says ``tree``."""
    rows = []
    for tree in trees:
        rows.append("tree\t0\t0\t0\t0")
        rows += [f"{name}\t{edge:.5g}\t{low}\t{high}\t{value:.4g}" for name, edge, low, high, value in tree]
    return gzip.compress("\n".join(rows).encode("utf-8"), mtime=0)
